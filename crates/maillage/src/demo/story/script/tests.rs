//! The script keeps its promises, whatever the dice.

//! Six months of invented life, told before the first visitor comes.

mod script;

//! Figures told by hand, then read on the page.

mod access;
mod numbers;

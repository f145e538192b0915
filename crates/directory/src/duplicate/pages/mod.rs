//! The screens of whoever verifies the directory: the pairs to look at, and one pair to decide.

mod decide;
mod lines;
mod list;
mod pair;
mod saying;

pub(super) use decide::{different, same, undo};
pub(super) use list::show as list;
pub(super) use pair::show as pair;

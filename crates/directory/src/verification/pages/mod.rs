//! The organization's pages behind its signed link, and the team's.

mod behind;
mod correcting;
mod entry;
mod itself;
mod list;
mod organization;
mod team;

pub(super) use entry::{correct, say_gone, show_entry};
pub(super) use itself::{correct_itself, show_itself};
pub(super) use list::list;
pub(super) use organization::{confirm, show};
pub(super) use team::{check, show_check, write};

use super::LIST;

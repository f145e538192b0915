//! The organization's pages behind its signed link, and the team's.

mod behind;
mod calls;
mod correcting;
mod dispute;
mod entry;
mod itself;
mod list;
mod organization;
mod sheet;
mod team;
mod team_itself;

pub(super) use calls::{calls, calls_file};
pub(super) use entry::{correct, say_gone, show_entry};
pub(super) use itself::{correct_itself, show_itself};
pub(super) use list::list;
pub(super) use organization::{confirm, show};
pub(crate) use sheet::{CALLS, Calls, Link, SheetFrame};
pub(super) use team::{check, show_check, write};
pub(super) use team_itself::{check_itself, show_check_itself};

use super::LIST;

//! A neighbourhood's page and guide, for anybody; the outlines there are, for whoever brings them.

mod bring;
mod inside;
mod list;
mod show;

pub(super) use bring::keep;
pub(super) use list::{ask, take_out};
pub(crate) use show::address;
pub(super) use show::{guide, guide_file, outline, show};

const LIST: &str = "/annuaire/quartiers";

//! Starting a campaign, following it, and its telephone sheet.

mod list;
mod sheet;
mod show;

pub(super) use list::{list, start};
pub(super) use sheet::{sheet, sheet_file};
pub(super) use show::{show, stop};

use kernel::id::CampaignId;

/// All campaigns.
pub(super) const LIST: &str = "/annuaire/campagnes";

pub(super) fn address(id: CampaignId) -> String {
    format!("{LIST}/{id}")
}

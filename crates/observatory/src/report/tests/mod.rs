//! Who reads, writes and releases a report, and what leaves the team in it.

mod access;
mod all;
mod leaving;
mod words;
mod year;

use kernel::id::SiteId;

fn address(site: SiteId) -> String {
    format!("/rapports/{site}/2026-T1")
}

//! What is wrong with a file, said to whoever brings it.

use measure::Flaw;

use super::acts::NotBrought;
use crate::words::Words;

pub(super) fn said(refused: &NotBrought, w: &Words) -> String {
    match refused {
        NotBrought::NoText => w.instruments_no_text(),
        NotBrought::Flawed(flaw) => of_file(flaw, w),
        NotBrought::Ships(code) => w.instruments_ships(code.as_str()),
        NotBrought::Changed { code, version } => w.instruments_changed(code.as_str(), version.as_str()),
    }
}

fn of_file(flaw: &Flaw, w: &Words) -> String {
    match flaw {
        Flaw::Unreadable(error) => w.instruments_unreadable(error.message()),
        Flaw::Items => w.instruments_flaw_items(),
        Flaw::NoScale => w.instruments_flaw_no_scale(),
        Flaw::Code(code) => w.instruments_flaw_code(code.as_str()),
        Flaw::Twice(code) => w.instruments_flaw_twice(code.as_str()),
        Flaw::Prefix(item) => w.instruments_flaw_prefix(item.as_str()),
        Flaw::NoText(code) => w.instruments_flaw_text(code.as_str()),
        Flaw::Choices(item) => w.instruments_flaw_choices(item.as_str()),
        Flaw::UnknownItem { scale, item } => w.instruments_flaw_unknown(item.as_str(), scale.as_str()),
        Flaw::Unread(item) => w.instruments_flaw_unread(item.as_str()),
        Flaw::Weights(scale) => w.instruments_flaw_weights(scale.as_str()),
        Flaw::MayMiss(scale) => w.instruments_flaw_may_miss(scale.as_str()),
        Flaw::Reach { scale, said, reached } => {
            w.instruments_flaw_reach(scale.as_str(), said.0, said.1, reached.0, reached.1)
        }
        Flaw::Bands(scale) => w.instruments_flaw_bands(scale.as_str()),
    }
}

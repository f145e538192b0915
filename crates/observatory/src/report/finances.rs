//! The financial part of a year's report: the accounts as typed, and what a course of support cost.

use care::cost::euros;
use kernel::Lang;

use super::reading::Report;
use super::writing::{Content, Side};
use crate::cost;
use crate::frozen::Span;
use crate::words::{Words, words};

/// A label and its amount, ready to be shown.
type Row = (String, String);

#[derive(Clone, Debug)]
pub(super) struct Finances {
    pub(super) text: Option<String>,
    /// Nothing where no amount was typed.
    pub(super) accounts: Option<AccountsTold>,
    /// What a course of support took and cost; nothing where that would tell of too few.
    pub(super) costs: Vec<Row>,
}

#[derive(Clone, Debug)]
pub(super) struct AccountsTold {
    pub(super) sides: Vec<SideTold>,
    pub(super) result: Row,
}

#[derive(Clone, Debug)]
pub(super) struct SideTold {
    pub(super) title: String,
    pub(super) rows: Vec<Row>,
    pub(super) total: Row,
}

impl Finances {
    /// Of a year that has something to say of money or time.
    pub(super) fn of(report: &Report, is_exact: bool, lang: Lang) -> Option<Finances> {
        let Span::Year(_) = report.span else { return None };
        let content = report.written.as_ref().map(|written| &written.content);
        let w = words(lang);
        let costs = report.costs.as_ref();
        let finances = Finances {
            text: content.and_then(Content::on_accounts).map(str::to_owned),
            accounts: content.and_then(|content| AccountsTold::of(content, w, lang)),
            costs: costs.map(|costs| cost::of_year(costs, is_exact, w, lang)).unwrap_or_default(),
        };
        let says_something =
            finances.text.is_some() || finances.accounts.is_some() || !finances.costs.is_empty();
        says_something.then_some(finances)
    }
}

impl AccountsTold {
    fn of(content: &Content, w: &Words, lang: Lang) -> Option<AccountsTold> {
        let accounts = &content.accounts;
        let side = |side: Side| {
            let rows = side.headings().filter_map(|heading| Some((heading.label(w), accounts.get(heading)?)));
            SideTold {
                title: side.label(w),
                rows: rows.map(|(label, cents)| (label, euros(cents, lang))).collect(),
                total: (w.account_total(), euros(accounts.total(side), lang)),
            }
        };
        (!accounts.is_empty()).then(|| AccountsTold {
            sides: Side::BOTH.into_iter().map(side).collect(),
            result: (w.account_result(), signed(accounts.result(), lang)),
        })
    }
}

fn signed(cents: i64, lang: Lang) -> String {
    let amount = euros(cents.saturating_abs(), lang);
    if cents < 0 { format!("\u{2212}{amount}") } else { amount }
}

//! What a year cost and what paid for it, as the team typed it: one amount for each heading.

use std::collections::BTreeMap;

use kernel::coded::Coded;
use serde::{Deserialize, Serialize};

use crate::words::Words;

kernel::coded! {
    /// Headings of the chart of accounts of associations (ANC, règlement 2018-06), as few as a general
    /// meeting reads, by its numbers.
    Heading {
        Sales = "compte-70",
        Grants = "compte-74",
        Gifts = "compte-754",
        MembershipFees = "compte-756",
        OtherIncome = "compte-75",
        Purchases = "compte-60",
        Services = "compte-61",
        Taxes = "compte-63",
        Staff = "compte-64",
        OtherExpenses = "compte-65",
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Income,
    Expenses,
}

/// Cents by heading; headings without an amount are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Accounts(BTreeMap<Heading, i64>);

impl Heading {
    pub(crate) fn side(self) -> Side {
        match self {
            Heading::Sales
            | Heading::Grants
            | Heading::Gifts
            | Heading::MembershipFees
            | Heading::OtherIncome => Side::Income,
            Heading::Purchases
            | Heading::Services
            | Heading::Taxes
            | Heading::Staff
            | Heading::OtherExpenses => Side::Expenses,
        }
    }

    pub(crate) fn label(self, w: &Words) -> String {
        match self {
            Heading::Sales => w.account_sales(),
            Heading::Grants => w.account_grants(),
            Heading::Gifts => w.account_gifts(),
            Heading::MembershipFees => w.account_membership_fees(),
            Heading::OtherIncome => w.account_other_income(),
            Heading::Purchases => w.account_purchases(),
            Heading::Services => w.account_services(),
            Heading::Taxes => w.account_taxes(),
            Heading::Staff => w.account_staff(),
            Heading::OtherExpenses => w.account_other_expenses(),
        }
    }
}

impl Side {
    pub(crate) const BOTH: [Side; 2] = [Side::Income, Side::Expenses];

    pub(crate) fn headings(self) -> impl Iterator<Item = Heading> {
        Heading::all().filter(move |heading| heading.side() == self)
    }

    pub(crate) fn label(self, w: &Words) -> String {
        match self {
            Side::Income => w.account_income(),
            Side::Expenses => w.account_expenses(),
        }
    }
}

impl Accounts {
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn get(&self, heading: Heading) -> Option<i64> {
        self.0.get(&heading).copied()
    }

    pub(crate) fn total(&self, side: Side) -> i64 {
        side.headings().filter_map(|heading| self.get(heading)).fold(0, i64::saturating_add)
    }

    /// What is left; below nought, what was lacking.
    pub(crate) fn result(&self) -> i64 {
        self.total(Side::Income).saturating_sub(self.total(Side::Expenses))
    }
}

impl FromIterator<(Heading, i64)> for Accounts {
    fn from_iter<I: IntoIterator<Item = (Heading, i64)>>(amounts: I) -> Accounts {
        Accounts(amounts.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_amount_is_on_one_side() {
        let amounts = Heading::all().enumerate();
        let accounts: Accounts = amounts.map(|(place, heading)| (heading, 1 << place)).collect();
        assert_eq!((accounts.total(Side::Income), accounts.total(Side::Expenses)), (31, 992));
        assert_eq!(accounts.result(), 31 - 992);
    }
}

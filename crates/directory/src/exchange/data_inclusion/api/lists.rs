use axum::http::HeaderMap;
use kernel::Lang;
use serde::Serialize;

use super::answer::{self, Answer};
use super::official::{self, Listed};
use crate::vocabulary::{Coded, Network, Theme};

/// A closed list anyone may read.
#[derive(Clone, Copy, Debug)]
pub(super) enum List {
    Costs,
    WelcomeModes,
    WaysIn,
    Mobilizers,
    Publics,
    Networks,
    Themes,
    Kinds,
}

#[derive(Debug, PartialEq, Serialize)]
pub(super) struct Value {
    pub(super) value: &'static str,
    label: &'static str,
    description: Option<&'static str>,
}

impl List {
    /// Sorted by value.
    pub(super) fn values(self) -> Vec<Value> {
        match self {
            List::Costs => listed(&official::COSTS),
            List::WelcomeModes => listed(&official::WELCOME_MODES),
            List::WaysIn => listed(&official::WAYS_IN),
            List::Mobilizers => listed(&official::MOBILIZERS),
            List::Publics => listed(&official::PUBLICS),
            List::Kinds => listed(&official::KINDS),
            List::Networks => networks(),
            List::Themes => themes(),
        }
    }
}

pub(super) async fn show(headers: HeaderMap, list: List) -> Answer {
    answer::json(&headers, &list.values())
}

fn listed(list: &[Listed]) -> Vec<Value> {
    let value = |(value, label, description): &Listed| Value { value, label, description: Some(description) };
    list.iter().map(value).collect()
}

fn themes() -> Vec<Value> {
    let value = |theme: Theme| Value { value: theme.code(), label: theme.label(Lang::Fr), description: None };
    Theme::all().map(value).collect()
}

fn networks() -> Vec<Value> {
    let described = |code| official::NETWORKS.iter().find(|(known, _)| *known == code).map(|(_, text)| *text);
    let value = |network: Network| Value {
        value: network.code(),
        label: network.name(),
        description: described(network.code()),
    };
    Network::all().filter(|network| network.is_official()).map(value).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::{Cost, Mobilizer, Public, ResourceKind, WayIn, WelcomeMode};

    fn codes<T: Coded>() -> Vec<&'static str> {
        let mut codes: Vec<_> = T::all().map(Coded::code).collect();
        codes.sort_unstable();
        codes
    }

    #[test]
    fn each_list_holds_the_codes_entries_are_described_with_sorted() {
        let expected = [
            (List::Costs, codes::<Cost>()),
            (List::WelcomeModes, codes::<WelcomeMode>()),
            (List::WaysIn, codes::<WayIn>()),
            (List::Mobilizers, codes::<Mobilizer>()),
            (List::Publics, codes::<Public>()),
            (List::Kinds, codes::<ResourceKind>()),
            (List::Themes, codes::<Theme>()),
        ];
        for (list, codes) in expected {
            let values: Vec<_> = list.values().iter().map(|value| value.value).collect();
            assert_eq!(values, codes, "{list:?}");
        }
        let networks = List::Networks.values();
        assert_eq!(networks.len(), 108);
        assert!(networks.is_sorted_by_key(|value| value.value));
        assert_eq!(networks.iter().filter(|value| value.description.is_some()).count(), 4);
    }
}

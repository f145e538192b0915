//! The menu at the top, filled by each bounded context with what the account may open.

/// One entry.
#[derive(Clone, Debug)]
pub struct Item {
    pub href: &'static str,
    pub label: String,
    pub is_current: bool,
    order: u8,
}

#[derive(Clone, Debug)]
pub struct Menu {
    here: String,
    items: Vec<Item>,
}

impl Menu {
    pub(super) fn new(here: &str) -> Menu {
        Menu { here: here.to_owned(), items: Vec::new() }
    }

    /// Adds an entry; lower orders stand further left.
    pub fn add(&mut self, order: u8, href: &'static str, label: String) {
        let path = self.here.split('?').next().unwrap_or_default();
        let below = path.strip_prefix(href).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        self.items.push(Item { href, label, is_current: below, order });
    }

    pub(super) fn sorted(mut self) -> Vec<Item> {
        self.items.sort_by_key(|item| item.order);
        self.items
    }
}

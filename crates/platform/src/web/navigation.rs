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
    /// What stands at the foot of every page.
    foot: Vec<Item>,
}

impl Menu {
    pub(super) fn new(here: &str) -> Menu {
        Menu { here: here.to_owned(), items: Vec::new(), foot: Vec::new() }
    }

    /// Adds an entry; lower orders stand further left.
    pub fn add(&mut self, order: u8, href: &'static str, label: String) {
        let item = Item { is_current: self.is_at(href), href, label, order };
        self.items.push(item);
    }

    /// Adds one at the foot of every page, for anybody.
    pub fn add_at_foot(&mut self, href: &'static str, label: String) {
        let item = Item { is_current: self.is_at(href), href, label, order: 0 };
        self.foot.push(item);
    }

    fn is_at(&self, href: &str) -> bool {
        let path = self.here.split('?').next().unwrap_or_default();
        path.strip_prefix(href).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    pub(super) fn sorted(mut self) -> Vec<Item> {
        self.items.sort_by_key(|item| item.order);
        self.items
    }

    pub(super) fn at_foot(self) -> Vec<Item> {
        self.foot
    }
}

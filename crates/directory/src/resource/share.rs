//! A resource in a few lines, to be copied into a message or sent by e-mail.

use kernel::Lang;

use super::model::Resource;
use super::said;
use crate::facts;
use crate::vocabulary::WelcomeMode;

/// Its name, who offers it, when, where, and the address of its page, a line each.
pub(super) fn lines(resource: &Resource, organization: &str, url: &str, lang: Lang) -> Vec<String> {
    let mut lines = vec![resource.name.clone(), organization.to_owned()];
    lines.extend(said::when(resource, lang));
    lines.extend(address(resource));
    lines.push(url.to_owned());
    lines
}

/// « 3 place des Acacias, 69500 Bron », where one goes there.
pub(super) fn address(resource: &Resource) -> Option<String> {
    let goes_there = resource.welcome_modes.contains(&WelcomeMode::OnSite);
    let lines = facts::address_lines(&resource.place);
    (goes_there && !lines.is_empty()).then(|| lines.join(", "))
}

//! An entry in words.

use kernel::coded::Coded;

use super::model::{Outcome, Way, What};
use super::sql::Entry;
use crate::oidc::Federation;
use crate::web::ui::Ui;

/// « Entrée », « Échec »…
pub(super) fn what(entry: &Entry, ui: &Ui) -> String {
    let w = ui.frame();
    match (What::from_code(&entry.what), Outcome::from_code(&entry.outcome)) {
        (Some(What::SignIn), Some(Outcome::Yes)) => w.door_in(),
        (Some(What::SignIn), Some(Outcome::Half)) => w.door_half(),
        (Some(What::SignIn), Some(Outcome::TooMany)) => w.door_too_many(),
        (Some(What::SignIn), _) => w.door_refused(),
        (Some(What::Proof), Some(Outcome::Yes)) => w.door_proven(),
        (Some(What::Proof), _) => w.door_unproven(),
        (Some(What::SignOut), _) => w.door_out(),
        (Some(What::EndedElsewhere), _) => w.door_ended_elsewhere(),
        (None, _) => entry.what.clone(),
    }
}

/// None where there is only one way: a button.
pub(super) fn way(entry: &Entry, ui: &Ui) -> Option<String> {
    let w = ui.frame();
    match Way::from_code(&entry.way)? {
        Way::Phrase => Some(w.door_by_phrase()),
        Way::Code => Some(w.door_by_code()),
        Way::Recovery => Some(w.door_by_recovery()),
        Way::Passkey => Some(w.door_by_passkey()),
        Way::Link => Some(w.door_by_link()),
        Way::Provider => entry.provider.as_deref().map(|key| provider(ui, key)),
        Way::Button => None,
    }
}

/// As on its button; by its key when it is configured no longer.
fn provider(ui: &Ui, key: &str) -> String {
    Federation::of(&ui.app).find(key).map_or_else(|| key.to_owned(), |known| known.provider().name.clone())
}

pub(super) fn is_refused(entry: &Entry) -> bool {
    matches!(Outcome::from_code(&entry.outcome), Some(Outcome::No | Outcome::TooMany))
}

/// « Firefox, Windows · 192.0.2.x », as far as it is known.
pub(super) fn whence(entry: &Entry, ui: &Ui) -> String {
    let known: Vec<&str> = [&entry.device, &entry.network].into_iter().filter_map(Option::as_deref).collect();
    match (known.is_empty(), entry.times) {
        (false, _) => known.join(" · "),
        (true, 1) => ui.frame().door_from_unknown(),
        (true, _) => ui.frame().door_from_several(),
    }
}

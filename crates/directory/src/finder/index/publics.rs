//! Whom entries are for, in words.

use super::bits::Bits;
use super::vocabulary::Vocabulary;
use crate::finder::public_text::PublicText;
use crate::finder::text::Field;

#[derive(Clone, Debug)]
pub(super) struct Publics(pub(super) Vocabulary);

impl Publics {
    /// Entries one of whose publics some word names, and those in which every word stands.
    pub(super) fn answering(&self, asked: &PublicText) -> [Bits; 2] {
        let mut named = Bits::default();
        let mut whole: Option<Bits> = None;
        for stem in asked.stems() {
            let mut here = Bits::default();
            for (entry, field) in self.0.standing(stem) {
                if field == Field::Subjects {
                    named.set(entry);
                }
                if whole.as_ref().is_none_or(|before| before.has(entry)) {
                    here.set(entry);
                }
            }
            whole = Some(here);
        }
        [named, whole.unwrap_or_default()]
    }
}

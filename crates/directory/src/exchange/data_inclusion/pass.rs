use std::collections::{HashMap, HashSet};

use super::import::{Event, File};
use super::reason::{Notice, Reason};
use super::report::Counts;
use super::rows::{Refused, Row};
use super::source::Progress;
use crate::stored::{Content, Known, Outcome};

/// One file being laid over what is stored.
pub(super) struct Pass<T> {
    file: File,
    known: HashMap<String, Known>,
    id_of: fn(&T) -> &str,
    /// Identifiers kept so far, and where.
    kept: HashMap<String, u64>,
    /// Identifiers of refused rows: their sources still list them.
    refused: HashSet<String>,
    sources: HashSet<String>,
    counts: Counts,
}

impl<T> Pass<T> {
    pub(super) fn new(file: File, known: HashMap<String, Known>, id_of: fn(&T) -> &str) -> Pass<T> {
        Pass {
            file,
            known,
            id_of,
            kept: HashMap::new(),
            refused: HashSet::new(),
            sources: HashSet::new(),
            counts: Counts::default(),
        }
    }

    /// Refuses what only the file as a whole can show to be wrong.
    pub(super) fn check(&mut self, row: Row<T>, objection: impl Fn(&T) -> Option<Reason>) -> Row<T> {
        self.counts.read += 1;
        let id_of = self.id_of;
        let refuse =
            |line, id: &str, reason| Refused { line, id: Some(id.to_owned()), reasons: vec![reason] };
        let row = row.and_then(|valid| {
            let id = id_of(&valid.value);
            match self.kept.get(id) {
                Some(&first_line) => Err(refuse(valid.line, id, Reason::Repeated { first_line })),
                None => match objection(&valid.value) {
                    Some(reason) => Err(refuse(valid.line, id, reason)),
                    None => Ok(valid),
                },
            }
        });
        match &row {
            Ok(valid) => {
                self.kept.insert(id_of(&valid.value).to_owned(), valid.line);
            }
            Err(Refused { id: Some(id), .. }) => {
                self.refused.insert(id.clone());
            }
            Err(Refused { id: None, .. }) => self.counts.unnamed += 1,
        }
        row
    }

    pub(super) fn tell(&mut self, row: &Row<T>, source: &Progress, tell: &mut (dyn FnMut(Event<'_>) + Send)) {
        let file = self.file;
        tell(Event::Read { file, bytes: source.consumed(), of: source.size() });
        match row {
            Err(refused) => {
                self.counts.refused += 1;
                tell(Event::Refused { file, row: refused });
            }
            Ok(valid) => {
                for notice in &valid.notices {
                    self.counts.flagged += u64::from(matches!(
                        notice,
                        Notice::FarFromCommune { .. } | Notice::OutsideFrance | Notice::Swapped
                    ));
                    tell(Event::Noticed { file, line: valid.line, id: (self.id_of)(&valid.value), notice });
                }
            }
        }
    }

    /// `has_new_own` when it says of what a territory knows something else than is stored.
    pub(super) fn count(&mut self, id: &str, source: &str, content: &Content, has_new_own: bool) -> Outcome {
        if !self.sources.contains(source) {
            self.sources.insert(source.to_owned());
        }
        let outcome = Outcome::of(self.known.get(id), &content.fingerprint).with_own_fields(has_new_own);
        match outcome {
            Outcome::Created => self.counts.created += 1,
            Outcome::Updated => self.counts.updated += 1,
            Outcome::Unchanged => self.counts.unchanged += 1,
        }
        outcome
    }

    /// What the sources of this file listed before and list no longer. Nothing when a row was
    /// refused without an identifier: it may be the row of any of them.
    pub(super) fn gone(&mut self) -> Vec<String> {
        if self.counts.unnamed > 0 {
            return Vec::new();
        }
        let missing = |(id, known): &(&String, &Known)| {
            let listed = self.kept.contains_key(*id) || self.refused.contains(*id);
            known.gone_since.is_none() && self.sources.contains(&known.source) && !listed
        };
        let mut gone: Vec<String> = self.known.iter().filter(missing).map(|(id, _)| id.clone()).collect();
        gone.sort_unstable();
        self.counts.gone = u64::try_from(gone.len()).unwrap_or(u64::MAX);
        gone
    }

    /// Whether it stands in the directory once this file is laid over it, [`Pass::gone`] known.
    pub(super) fn present(self, gone: &[String]) -> HashSet<String> {
        let gone: HashSet<&String> = gone.iter().collect();
        let stays = |(id, known): &(&String, &Known)| known.gone_since.is_none() && !gone.contains(id);
        let mut present: HashSet<String> =
            self.known.iter().filter(stays).map(|(id, _)| id.clone()).collect();
        present.extend(self.kept.into_keys());
        present
    }

    pub(super) fn counts(&self) -> Counts {
        self.counts
    }
}

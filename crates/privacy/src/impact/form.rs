//! What is typed, parsed once.

use std::collections::{BTreeMap, HashMap};

use care::stale::Line;
use kernel::coded::Coded;
use kernel::text::optional;
use platform::web::Problems;

use super::model::{Content, Level, Part, Scale};
use super::sql::Version;
use crate::words::Words;

/// Two pages of a part.
const LONGEST: usize = 6_000;

#[derive(Clone, Debug, Default)]
pub(super) struct ImpactForm {
    pub(super) once: String,
    pub(super) site: String,
    pub(super) version: String,
    pub(super) words: BTreeMap<Part, String>,
    pub(super) levels: BTreeMap<Scale, String>,
}

impl ImpactForm {
    /// As a browser sent it; a field it did not send is empty.
    pub(super) fn typed(mut fields: HashMap<String, String>) -> ImpactForm {
        let mut take = |name: &str| fields.remove(name).unwrap_or_default();
        ImpactForm {
            once: take("once"),
            site: take("site"),
            version: take("version"),
            words: Part::all().map(|part| (part, take(part.code()))).collect(),
            levels: Scale::all().map(|scale| (scale, take(scale.code()))).collect(),
        }
    }

    pub(super) fn showing(standing: Option<&Version>, site: String) -> ImpactForm {
        let Some(Version { content, number, .. }) = standing else {
            return ImpactForm { site, version: "0".to_owned(), ..ImpactForm::default() };
        };
        let levels = content.levels.iter().map(|(scale, level)| (*scale, level.code().to_owned()));
        ImpactForm {
            once: String::new(),
            site,
            version: number.to_string(),
            words: content.words.clone(),
            levels: levels.collect(),
        }
    }

    /// What was typed, when all of it can be kept.
    pub(super) fn read(&self, w: &Words, problems: &mut Problems) -> Option<Content> {
        let mut content = Content::default();
        let most = i32::try_from(LONGEST).unwrap_or(i32::MAX);
        for part in Part::all() {
            let words =
                problems.keep(part.code(), optional(self.said(part), LONGEST), |_| w.text_too_long(most));
            content.words.extend(words.flatten().map(|words| (part, words)));
        }
        for scale in Scale::all().filter(|scale| !self.level(*scale).is_empty()) {
            let level = Level::from_code(self.level(scale)).ok_or(());
            let level = problems.keep(scale.code(), level, |()| w.level_unknown());
            content.levels.extend(level.map(|level| (scale, level)));
        }
        problems.is_empty().then_some(content)
    }

    pub(super) fn said(&self, part: Part) -> &str {
        self.words.get(&part).map_or("", String::as_str)
    }

    pub(super) fn level(&self, scale: Scale) -> &str {
        self.levels.get(&scale).map_or("", String::as_str)
    }

    /// An unreadable version is none that was ever stored.
    pub(super) fn version(&self) -> i64 {
        self.version.parse().unwrap_or(-1)
    }
}

impl Content {
    /// As two versions are compared.
    pub(super) fn lines(&self, w: &Words) -> Vec<Line> {
        let mut lines = Vec::new();
        for part in Part::all() {
            lines.push(Line::new(part.title(w), self.words.get(&part).cloned().unwrap_or_default()));
            for scale in part.scales() {
                let label = format!("{} · {}", part.title(w), scale.label(w));
                let level = self.levels.get(scale).map(|level| level.label(w));
                lines.push(Line::new(label, level.unwrap_or_default()));
            }
        }
        lines
    }
}

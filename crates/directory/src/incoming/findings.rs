use kernel::Lang;
use serde::{Deserialize, Serialize};

use crate::exchange::data_inclusion::{Event, File, ImportError, Report};

/// Refused rows kept to be read and downloaded.
const MOST_REFUSED: usize = 5_000;
/// Oddities kept, of rows and of files.
const MOST_NOTICED: usize = 500;

/// What checking or importing files found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Findings {
    pub report: Report,
    pub refused: Vec<Line>,
    /// Refused rows beyond those.
    pub more_refused: u64,
    pub noticed: Vec<Line>,
    pub more_noticed: u64,
    /// Of files as a whole.
    pub remarks: Vec<Said>,
    /// Why a file could not be read to its end; then nothing can be imported.
    pub failure: Option<Said>,
}

/// What is said of one row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// Whether it is of the file of structures.
    pub of_structures: bool,
    pub line: u64,
    pub id: Option<String>,
    pub said: Vec<Said>,
}

/// A sentence in each language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    pub fr: String,
    pub en: String,
}

impl Said {
    pub(super) fn by(say: impl Fn(Lang) -> String) -> Said {
        Said { fr: say(Lang::Fr), en: say(Lang::En) }
    }

    pub fn text(&self, lang: Lang) -> &str {
        match lang {
            Lang::Fr => &self.fr,
            Lang::En => &self.en,
        }
    }
}

impl Findings {
    /// Notes what an import tells while it runs.
    pub(super) fn hear(&mut self, event: &Event<'_>) {
        match event {
            Event::Read { .. } => {}
            Event::Remarked { remark, .. } => {
                let said = Said::by(|lang| remark.say(lang));
                if self.remarks.len() < MOST_NOTICED && !self.remarks.contains(&said) {
                    self.remarks.push(said);
                }
            }
            Event::Refused { .. } if self.refused.len() == MOST_REFUSED => self.more_refused += 1,
            Event::Refused { file, row } => {
                let said = row.reasons.iter().map(|reason| Said::by(|lang| reason.say(lang))).collect();
                self.refused.push(Line {
                    of_structures: *file == File::Structures,
                    line: row.line,
                    id: row.id.clone(),
                    said,
                });
            }
            Event::Noticed { .. } if self.noticed.len() == MOST_NOTICED => self.more_noticed += 1,
            Event::Noticed { file, line, id, notice } => self.noticed.push(Line {
                of_structures: *file == File::Structures,
                line: *line,
                id: Some((*id).to_owned()),
                said: vec![Said::by(|lang| notice.say(lang))],
            }),
        }
    }

    /// With how it ended.
    ///
    /// # Errors
    /// Of the store; a file that cannot be read is a finding.
    pub(super) fn ended(
        mut self,
        ended: Result<Report, ImportError>,
    ) -> Result<Findings, platform::db::DbError> {
        match ended {
            Ok(report) => self.report = report,
            Err(ImportError::Source { error, .. }) => self.failure = Some(Said::by(|lang| error.say(lang))),
            Err(ImportError::Store(error)) => return Err(error),
        }
        Ok(self)
    }
}

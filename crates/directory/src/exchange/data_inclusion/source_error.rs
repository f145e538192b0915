use std::io;

use kernel::Lang;

use crate::exchange::reading::Unfit;

/// The whole file cannot be read, or not any further.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    #[error("the file cannot be opened: {0}")]
    Unopened(#[source] io::Error),
    /// A gzip archive cut short or damaged, or a failing disk.
    #[error("the file cannot be read past line {after}: {error}")]
    Broken {
        /// The last whole line that was read.
        after: u64,
        #[source]
        error: io::Error,
    },
    /// Read so far, and longer than is read at all.
    #[error("the file is too large: reading stopped after line {after}")]
    TooLarge {
        /// The last whole line that was read.
        after: u64,
    },
    /// Of a kind that is not read.
    #[error("{}", .0.say(Lang::En))]
    Unfit(Unfit),
}

impl SourceError {
    /// What a reader says after that many lines.
    pub(crate) fn after(after: u64, error: io::Error) -> SourceError {
        match error.kind() {
            io::ErrorKind::FileTooLarge => SourceError::TooLarge { after },
            _ => SourceError::Broken { after, error },
        }
    }

    pub fn say(&self, lang: Lang) -> String {
        match lang {
            Lang::Fr => self.in_french(),
            Lang::En => self.in_english(),
        }
    }

    fn in_french(&self) -> String {
        match self {
            SourceError::Unopened(error) => {
                format!("Le fichier ne peut pas être ouvert\u{a0}: {error}.")
            }
            SourceError::Broken { after, error } => format!(
                "Le fichier est illisible après la ligne {after}\u{a0}: il est incomplet ou abîmé ({error})."
            ),
            SourceError::TooLarge { after } => format!(
                "Le fichier est trop gros\u{a0}: la lecture s’est arrêtée après la ligne {after}. Coupez-le en plusieurs."
            ),
            SourceError::Unfit(unfit) => unfit.say(Lang::Fr),
        }
    }

    fn in_english(&self) -> String {
        match self {
            SourceError::Unopened(error) => format!("The file cannot be opened: {error}."),
            SourceError::Broken { after, error } => {
                format!("The file cannot be read past line {after}: it is incomplete or damaged ({error}).")
            }
            SourceError::TooLarge { after } => format!(
                "The file is too large: reading stopped after line {after}. Cut it into several files."
            ),
            SourceError::Unfit(unfit) => unfit.say(Lang::En),
        }
    }
}

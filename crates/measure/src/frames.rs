//! Frames: how instruments are scored whose questions are not ours to hand on. Whoever may use them writes
//! the questions in, or brings the file ([`Instrument::parse`](crate::Instrument::parse), which refuses one
//! without).

use toml::{Table, Value};

use crate::flaw::Flaw;

/// A file to fill in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Of the instrument.
    pub code: &'static str,
    /// What it is called, in French, as in its file.
    pub title: &'static str,
    /// How many questions are to be written in.
    pub questions: usize,
    pub toml: &'static str,
}

/// Every one there is.
pub const FRAMES: [Frame; 3] = [
    Frame {
        code: "who5",
        title: "Bien-être, 5 questions de l’OMS",
        questions: 5,
        toml: include_str!("../frames/who5.toml"),
    },
    Frame {
        code: "lsns6",
        title: "Réseau social de Lubben, 6 questions",
        questions: 6,
        toml: include_str!("../frames/lsns6.toml"),
    },
    Frame {
        code: "mini_zarit",
        title: "Mini-Zarit, charge des aidants",
        questions: 7,
        toml: include_str!("../frames/mini_zarit.toml"),
    },
];

impl Frame {
    /// The instrument's file with its questions written in, in their order, as one of its versions; they are
    /// asked in these words whatever the language of the page.
    ///
    /// # Errors
    /// [`Flaw::Unreadable`], which no frame that ships is.
    pub fn filled(&self, questions: &[String], version: u32) -> Result<String, Flaw> {
        let mut file: Table = toml::from_str(self.toml)?;
        file.insert("version".to_owned(), Value::String(version.to_string()));
        if let Some(Value::Array(items)) = file.get_mut("items") {
            for (item, question) in items.iter_mut().filter_map(Value::as_table_mut).zip(questions) {
                let text = ["fr", "en"].map(|lang| (lang.to_owned(), Value::String(question.clone())));
                item.insert("text".to_owned(), Value::Table(text.into_iter().collect()));
            }
        }
        Ok(file.to_string())
    }
}

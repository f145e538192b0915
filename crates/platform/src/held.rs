//! What each context's tables hold of persons, in words: said beside the tables, read by whoever
//! answers for data (the register of processing).
//!
//! A table is either held for an activity, column by column, or said to be of nobody: a test compares
//! both with the store's own tables, so that whoever adds one says what it is.

use kernel::Lang;

kernel::coded! {
    /// What data are processed for: one sheet of the register each.
    Activity {
        /// Accompanying a person towards ties.
        Support = "support",
        /// Knowing who offers what in the territory.
        Directory = "directory",
        /// Studies that persons agreed to take part in.
        Research = "research",
        /// Who works here, signs in, and opened what.
        Accounts = "accounts",
    }
}

/// What a column says. `S` is a word: a message not yet said in a language, or said.
#[derive(Clone, Copy, Debug)]
pub enum Says<S> {
    /// Something of the person.
    Told(S),
    /// A moment, in Unix seconds.
    Moment,
    /// Who did it, by the account's id.
    Account,
    /// Only where the row stands: its id, its version, the row it hangs on.
    Nothing,
    /// Something of somebody else, whom a copy must not betray (GDPR, article 15, paragraph 4).
    OfAnother(S),
}

/// A message of a context, in whichever language.
pub type Word<W> = fn(&W) -> String;

/// A column's name, and what it says.
pub type Column<S> = (&'static str, Says<S>);

/// A table as its context writes it down, with the context's own words.
#[derive(Clone, Copy, Debug)]
pub struct Table<S: 'static> {
    pub name: &'static str,
    pub activity: Activity,
    pub is: S,
    pub columns: &'static [Column<S>],
}

/// A table in words.
#[derive(Clone, Debug)]
pub struct Holding {
    pub activity: Activity,
    pub table: &'static str,
    /// What its rows are.
    pub is: String,
    /// The same to the person whose data they are; none where they are not told of it on its own.
    pub told: Option<Told>,
    pub columns: Vec<Column<String>>,
}

/// What is said to the person; tables that are one thing to them say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub plainly: String,
    /// In short sentences, each with one idea (« facile à lire et à comprendre »).
    pub easily: String,
}

/// Everything a context's tables are.
#[derive(Clone, Debug, Default)]
pub struct Held {
    pub holdings: Vec<Holding>,
    /// Tables without anybody in them.
    pub of_nobody: &'static [&'static str],
}

/// For a context without tables.
pub fn nothing(_: Lang) -> Held {
    Held::default()
}

impl<W> Table<Word<W>> {
    pub fn said(&self, w: &W) -> Holding {
        Holding {
            activity: self.activity,
            table: self.name,
            is: (self.is)(w),
            told: None,
            columns: columns(self.columns, w),
        }
    }
}

/// Each column with its words.
pub fn columns<W>(columns: &[Column<Word<W>>], w: &W) -> Vec<Column<String>> {
    columns.iter().map(|(name, says)| (*name, says.in_words(w))).collect()
}

impl<W> Says<Word<W>> {
    fn in_words(self, w: &W) -> Says<String> {
        match self {
            Says::Told(word) => Says::Told(word(w)),
            Says::OfAnother(word) => Says::OfAnother(word(w)),
            Says::Moment => Says::Moment,
            Says::Account => Says::Account,
            Says::Nothing => Says::Nothing,
        }
    }
}

//! What a person answered: item code to value, whole or not.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::instrument::{Instrument, Item};

/// Answers as they are stored: `{"ucla3.1": 2, "ucla3.2": 1}` in JSON. An incomplete set is kept too.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(BTreeMap<String, i64>);

impl Answers {
    pub fn get(&self, item: &str) -> Option<i64> {
        self.0.get(item).copied()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Answers an item anew, or takes its answer back; checked when scored.
    pub fn set(&mut self, item: &str, value: Option<i64>) {
        match value {
            Some(value) => self.0.insert(item.to_owned(), value),
            None => self.0.remove(item),
        };
    }
}

/// From the store; checked when scored.
impl From<BTreeMap<String, i64>> for Answers {
    fn from(map: BTreeMap<String, i64>) -> Answers {
        Answers(map)
    }
}

impl<S: Into<String>> FromIterator<(S, i64)> for Answers {
    fn from_iter<T: IntoIterator<Item = (S, i64)>>(pairs: T) -> Answers {
        Answers(pairs.into_iter().map(|(item, value)| (item.into(), value)).collect())
    }
}

/// An answer that the instrument does not offer.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BadAnswer {
    #[error("the instrument has no item {item}")]
    NoSuchItem { item: String },
    #[error("{given} is no answer to item {item}")]
    NoSuchChoice { item: String, given: String },
    #[error("item {item} is answered twice")]
    Twice { item: String },
}

impl BadAnswer {
    /// The code of the item to send the person back to.
    pub fn item(&self) -> &str {
        match self {
            BadAnswer::NoSuchItem { item }
            | BadAnswer::NoSuchChoice { item, .. }
            | BadAnswer::Twice { item } => item,
        }
    }
}

impl Instrument {
    /// Reads a form: fields named after this instrument's items count, all others are left alone,
    /// so that several instruments share a page. A blank field is an item not answered.
    ///
    /// # Errors
    /// [`BadAnswer`] for a field `code.…` that is no item, a value not offered, a field sent twice.
    pub fn read_form<N, V>(&self, fields: impl IntoIterator<Item = (N, V)>) -> Result<Answers, BadAnswer>
    where
        N: AsRef<str>,
        V: AsRef<str>,
    {
        let mut answers = BTreeMap::new();
        for (name, typed) in fields {
            let (name, typed) = (name.as_ref(), typed.as_ref().trim());
            if typed.is_empty() || !self.owns(name) {
                continue;
            }
            let value = self.read_value(name, typed)?;
            if answers.insert(name.to_owned(), value).is_some() {
                return Err(BadAnswer::Twice { item: name.to_owned() });
            }
        }
        Ok(Answers(answers))
    }

    /// # Errors
    /// [`BadAnswer`] for the first answer, in order of item codes, that is not offered.
    pub fn check(&self, answers: &Answers) -> Result<(), BadAnswer> {
        answers.0.iter().try_for_each(|(item, value)| self.check_value(item, *value))
    }

    /// The items without an answer, in the order they are asked.
    pub fn unanswered(&self, answers: &Answers) -> Vec<&Item> {
        self.items.iter().filter(|item| answers.get(&item.code).is_none()).collect()
    }

    fn owns(&self, field: &str) -> bool {
        field.strip_prefix(self.code.as_str()).is_some_and(|rest| rest.starts_with('.'))
    }

    fn read_value(&self, item: &str, typed: &str) -> Result<i64, BadAnswer> {
        let value = typed.parse().map_err(|_| self.not_offered(item, typed))?;
        self.check_value(item, value)?;
        Ok(value)
    }

    fn check_value(&self, item: &str, value: i64) -> Result<(), BadAnswer> {
        let offered = self
            .item(item)
            .is_some_and(|known| self.choices(known).iter().any(|choice| choice.value == value));
        if offered { Ok(()) } else { Err(self.not_offered(item, &value.to_string())) }
    }

    fn not_offered(&self, item: &str, given: &str) -> BadAnswer {
        let item = item.to_owned();
        match self.item(&item) {
            Some(_) => BadAnswer::NoSuchChoice { item, given: given.to_owned() },
            None => BadAnswer::NoSuchItem { item },
        }
    }
}

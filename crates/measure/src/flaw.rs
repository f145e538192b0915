//! What would stop an instrument from scoring every complete set of answers.

use std::collections::BTreeSet;

use kernel::Lang;
use thiserror::Error;

use crate::instrument::{Choice, Instrument, Item};
use crate::scale::{Rule, Scale};
use crate::words::Words;

/// Longer questionnaires are given on paper, in several.
const MOST_ITEMS: usize = 100;
const LONGEST_CODE: usize = 50;

/// Why an instrument's file is refused.
#[derive(Debug, Error)]
pub enum Flaw {
    #[error("the file cannot be read: {0}")]
    Unreadable(#[from] toml::de::Error),
    #[error("there is no item, or more than {MOST_ITEMS}")]
    Items,
    #[error("there is no scale")]
    NoScale,
    #[error("`{0}` is no code: small letters, digits, `_` and `.`, beginning with a letter")]
    Code(String),
    #[error("`{0}` is used twice")]
    Twice(String),
    #[error("item `{0}` does not begin with the instrument's code and a dot")]
    Prefix(String),
    /// Of an item, or of the instrument itself.
    #[error("`{0}` has no text in some language")]
    NoText(String),
    #[error("item `{0}` has no choice, or one value twice")]
    Choices(String),
    #[error("scale `{scale}` names `{item}`, which is no item")]
    UnknownItem { scale: String, item: String },
    #[error("item `{0}` is read by no scale")]
    Unread(String),
    #[error("scale `{0}` does not give one weight, or one list, to each of its items")]
    Weights(String),
    #[error("scale `{0}` may miss all of its items")]
    MayMiss(String),
    #[error("scale `{scale}` says {said:?} but answers give {reached:?}")]
    Reach { scale: String, said: (i64, i64), reached: (i64, i64) },
    #[error("the bands of scale `{0}` do not go up from its lowest to its highest value")]
    Bands(String),
}

/// # Errors
/// The first flaw, in the order a reader would meet them.
pub(crate) fn find(instrument: &Instrument) -> Result<(), Flaw> {
    if instrument.items.is_empty() || instrument.items.len() > MOST_ITEMS {
        return Err(Flaw::Items);
    }
    if instrument.scales.is_empty() {
        return Err(Flaw::NoScale);
    }
    check_code(&instrument.code)?;
    let said = [&instrument.title, &instrument.asks, &instrument.instruction, &instrument.licence_note];
    if !said.into_iter().all(is_said) {
        return Err(Flaw::NoText(instrument.code.clone()));
    }
    unique(instrument.items.iter().map(|item| item.code.as_str()))?;
    unique(instrument.scales.iter().map(|scale| scale.code.as_str()))?;
    for item in &instrument.items {
        check_item(instrument, item)?;
    }
    for scale in &instrument.scales {
        check_scale(instrument, scale)?;
    }
    Ok(())
}

/// Fields of forms and addresses are made of codes.
fn check_code(code: &str) -> Result<(), Flaw> {
    let is_plain = |letter: char| matches!(letter, 'a'..='z' | '0'..='9' | '_' | '.');
    let is_code = code.starts_with(|first: char| first.is_ascii_lowercase()) && code.chars().all(is_plain);
    if is_code && code.len() <= LONGEST_CODE { Ok(()) } else { Err(Flaw::Code(code.to_owned())) }
}

fn is_said(words: &Words) -> bool {
    Lang::ALL.into_iter().all(|lang| !words.get(lang).trim().is_empty())
}

fn unique<'c>(codes: impl Iterator<Item = &'c str>) -> Result<(), Flaw> {
    let mut seen = BTreeSet::new();
    for code in codes {
        if !seen.insert(code) {
            return Err(Flaw::Twice(code.to_owned()));
        }
    }
    Ok(())
}

fn check_item(instrument: &Instrument, item: &Item) -> Result<(), Flaw> {
    let own = item.code.strip_prefix(instrument.code.as_str()).and_then(|rest| rest.strip_prefix('.'));
    if own.is_none_or(str::is_empty) {
        return Err(Flaw::Prefix(item.code.clone()));
    }
    check_code(&item.code)?;
    let choices = instrument.choices(item);
    if !is_said(&item.text)
        || item.easy.as_ref().is_some_and(|easy| !is_said(easy))
        || !choices.iter().all(|choice| is_said(&choice.label))
    {
        return Err(Flaw::NoText(item.code.clone()));
    }
    let values: BTreeSet<i64> = choices.iter().map(|choice| choice.value).collect();
    if values.is_empty() || values.len() != choices.len() {
        return Err(Flaw::Choices(item.code.clone()));
    }
    if !instrument.scales.iter().any(|scale| scale.items.contains(&item.code)) {
        return Err(Flaw::Unread(item.code.clone()));
    }
    Ok(())
}

fn check_scale(instrument: &Instrument, scale: &Scale) -> Result<(), Flaw> {
    unique(scale.items.iter().map(String::as_str))?;
    let ruled: Option<BTreeSet<&String>> = match &scale.rule {
        Rule::Weighted { weights, .. } => Some(weights.keys().collect()),
        Rule::CountListed { answers } => Some(answers.keys().collect()),
        Rule::Sum | Rule::CountAbove { .. } => None,
    };
    if ruled.is_some_and(|ruled| ruled != scale.items.iter().collect()) {
        return Err(Flaw::Weights(scale.code.clone()));
    }
    // A scale that nothing need be answered for would have a value without a person.
    if scale.may_miss >= scale.items.len() {
        return Err(Flaw::MayMiss(scale.code.clone()));
    }
    let said = (scale.lowest, scale.highest);
    let reached = reach(instrument, scale)?;
    if said != reached {
        return Err(Flaw::Reach { scale: scale.code.clone(), said, reached });
    }
    check_bands(scale)
}

/// The smallest and largest values that choices can give: every rule adds item by item.
fn reach(instrument: &Instrument, scale: &Scale) -> Result<(i64, i64), Flaw> {
    let mut reached = (scale.rule.start(), scale.rule.start());
    for code in &scale.items {
        let item = instrument
            .item(code)
            .ok_or_else(|| Flaw::UnknownItem { scale: scale.code.clone(), item: code.clone() })?;
        let added = |choice: &Choice| scale.rule.adds(code, choice.value);
        let choices = instrument.choices(item);
        let smallest = choices.iter().map(added).min().unwrap_or_default();
        let largest = choices.iter().map(added).max().unwrap_or_default();
        reached = (reached.0.saturating_add(smallest), reached.1.saturating_add(largest));
    }
    Ok(reached)
}

fn check_bands(scale: &Scale) -> Result<(), Flaw> {
    let (Some(first), Some(last)) = (scale.bands.first(), scale.bands.last()) else {
        return Ok(());
    };
    let climbing = scale.bands.is_sorted_by(|lower, upper| lower.from < upper.from);
    if !climbing || first.from != scale.lowest || last.from > scale.highest {
        return Err(Flaw::Bands(scale.code.clone()));
    }
    Ok(())
}

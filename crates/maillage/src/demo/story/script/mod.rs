//! The six months as they will be told: pure, and the same for the same seed.
//!
//! [`numbers`] says how many take which path; [`character`] and [`wishes`] invent the persons from
//! `data/demo`; [`paths`], [`ties`] and [`desk`] write their days with a [`pen`].
//!
//! Invariants: exactly the promised numbers; every step is of the six months and of a worked day,
//! in order of time for each life; no two persons of a site are alike, but for [`look_alikes`].

pub(crate) mod calendar;
mod character;
mod consultations;
mod desk;
mod dice;
mod draft;
mod learnt;
mod look_alikes;
mod material;
pub(crate) mod model;
mod numbers;
mod paths;
mod pen;
mod sharing;
mod slot;
#[cfg(test)]
mod tests;
mod ties;
mod wishes;

use dice::Dice;
use material::Material;
use model::Script;

use crate::Failure;

/// The story a seed gives.
///
/// # Errors
/// [`Failure::DemoData`] when the files of `data/demo` are not enough to write it.
pub(crate) fn write(seed: u64) -> Result<Script, Failure> {
    let material = Material::read()?;
    let mut dice = Dice::of(seed);
    let mut lives = draft::referred(&material, &mut dice)?;
    lives.extend(consultations::lives(&material, &lives, &mut dice)?);
    lives.sort_by_key(|life| life.steps.first().map(|step| step.at));
    Ok(Script { lives })
}

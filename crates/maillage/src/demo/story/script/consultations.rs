//! Consultations that led to no request: most of them.

use jiff::civil::Date;

use super::calendar::{FIRST, LAST, days_after};
use super::dice::Dice;
use super::material::Material;
use super::model::{Life, Path, What};
use super::numbers::CONSULTATIONS_AT;
use super::pen::Pen;
use crate::Failure;

/// As many at each site as are still missing.
pub(super) fn lives(material: &Material, referred: &[Life], dice: &mut Dice) -> Result<Vec<Life>, Failure> {
    let mut lives = Vec::new();
    for (site, wanted) in CONSULTATIONS_AT.into_iter().enumerate() {
        let held = referred.iter().filter(|life| life.site == site).filter(|life| is_consulted(life)).count();
        for _ in held..wanted {
            lives.push(life(material, site, dice)?);
        }
    }
    Ok(lives)
}

/// Who sees a patient: at each site one prescriber more often than the others.
pub(super) fn prescriber(material: &Material, site: usize, dice: &mut Dice) -> Result<String, Failure> {
    let all = material.holding(site, "prescriber");
    let chosen = if dice.happens(25) { all.first() } else { dice.pick(&all) };
    chosen.cloned().ok_or_else(|| Failure::DemoData("sites.toml: a site without prescriber".to_owned()))
}

/// Any day of the six months.
pub(super) fn some_day(dice: &mut Dice) -> Date {
    let days = FIRST.until(LAST).map_or(0, |span| i64::from(span.get_days()));
    days_after(FIRST, dice.between(0, days - 2))
}

fn is_consulted(life: &Life) -> bool {
    life.steps.iter().any(|step| matches!(step.what, What::Consult { .. }))
}

fn life(material: &Material, site: usize, dice: &mut Dice) -> Result<Life, Failure> {
    let prescriber = prescriber(material, site, dice)?;
    let whole = !dice.happens(6);
    let ucla = (0..if whole { 3 } else { 2 }).map(|_| dice.between(1, 2)).collect();
    let on_paper = dice.happens(12);
    let steps = loop {
        let day = some_day(dice);
        let mut pen = Pen::start(dice, day);
        pen.write(What::Consult { ucla: Vec::clone(&ucla), on_paper });
        if let Some(steps) = pen.finished() {
            break steps;
        }
    };
    let link_worker = material.holding(site, "link_worker").into_iter().next().unwrap_or_default();
    Ok(Life { site, prescriber, link_worker, path: Path::OnlySeen, person: None, steps })
}

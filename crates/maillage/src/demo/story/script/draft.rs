//! From numbers to lives: every request drawn, then its days drafted until they fit.

use super::character::{Cast, address};
use super::consultations::{prescriber, some_day};
use super::dice::Dice;
use super::look_alikes;
use super::material::Material;
use super::model::{From, Life, Path};
use super::numbers::{CHANGES, REFERRED, WAITS};
use super::paths;
use super::pen::Pen;
use super::sharing::Sharing;
use super::slot::{Slot, Trial};
use super::wishes::Wishes;
use crate::Failure;

/// Drafts are begun on days drawn at random: a path that needs five months is found in October.
const TRIES: usize = 20_000;
/// Refusals before a yes, twenty at a time.
const REFUSALS: [&[Trial]; 20] = [
    &[],
    &[],
    &[],
    &[],
    &[],
    &[],
    &[],
    &[],
    &[],
    &[],
    &[],
    &[Trial::Full],
    &[Trial::Full],
    &[Trial::NotEligible],
    &[Trial::NotEligible, Trial::Full],
    &[Trial::Silent],
    &[Trial::Silent],
    &[Trial::Silent, Trial::Full],
    &[Trial::Waits],
    &[Trial::Waits],
];

/// Every life with a request, in the order of `numbers`.
pub(super) fn referred(material: &Material, dice: &mut Dice) -> Result<Vec<Life>, Failure> {
    let mut cast = Cast::gather(material, dice);
    let mut lives = Vec::new();
    for slot in slots(material, &mut cast, dice)? {
        lives.push(life(&slot, dice)?);
    }
    lives.extend(look_alikes::lives(material, &mut cast, dice));
    Ok(lives)
}

fn slots<'m>(material: &'m Material, cast: &mut Cast<'m>, dice: &mut Dice) -> Result<Vec<Slot<'m>>, Failure> {
    let paths: Vec<(Path, usize)> = REFERRED
        .into_iter()
        .flat_map(|(path, at)| at.into_iter().enumerate().map(move |(site, count)| (path, site, count)))
        .flat_map(|(path, site, count)| std::iter::repeat_n((path, site), count))
        .collect();
    let mut sharing = Sharing::of(material);
    let mut waits = dice.deal(&WAITS, paths.len());
    let mut refusals = dice.deal(&REFUSALS, paths.len());
    let mut changes = Changes::shuffled(dice);
    let mut ways = ways(dice, paths.len());
    let mut slots = Vec::new();
    for (path, site) in paths {
        let commune = material.sites.get(site).map(|site| site.commune.clone()).unwrap_or_default();
        let too_few = || Failure::DemoData("people.toml: too few names".to_owned());
        let mut person = cast.next(&commune, dice).ok_or_else(too_few)?;
        if person.phone.is_none() {
            person.address.get_or_insert_with(|| address(dice));
        }
        let is_course = !matches!(path, Path::Declined(_) | Path::Withdrawn | Path::Waiting);
        let from = if is_course { ways.pop().unwrap_or(Way::Prescriber) } else { Way::Prescriber };
        let (first, last) = changes.measured(path, dice);
        slots.push(Slot {
            material,
            site,
            path,
            from: from.told(cast, &person.name, dice),
            wishes: Wishes::drawn(&mut sharing, &person, dice),
            person,
            wait: waits.pop().unwrap_or(2),
            refusals: refusals.pop().unwrap_or_default().to_vec(),
            first,
            last,
        });
    }
    Ok(slots)
}

fn life(slot: &Slot<'_>, dice: &mut Dice) -> Result<Life, Failure> {
    let prescriber = prescriber(slot.material, slot.site, dice)?;
    let workers = slot.material.holding(slot.site, "link_worker");
    let link_worker = workers.into_iter().next().unwrap_or_default();
    for _ in 0..TRIES {
        let day = some_day(dice);
        let mut pen = Pen::start(dice, paths::start(slot.path, day));
        paths::draft(&mut pen, slot);
        let Some(steps) = pen.finished() else { continue };
        let life = Life {
            site: slot.site,
            prescriber: prescriber.clone(),
            link_worker: link_worker.clone(),
            path: slot.path,
            person: Some(slot.person.clone()),
            steps,
        };
        if paths::fits(&life) {
            return Ok(life);
        }
    }
    Err(Failure::DemoData(format!("no days found for {:?}", slot.path)))
}

/// Who asks, before their name is known.
#[derive(Clone, Copy)]
enum Way {
    Prescriber,
    Person,
    Near,
    Paper,
}

/// Of 82 courses, four asked for by the person, three by somebody close, two on paper.
fn ways(dice: &mut Dice, count: usize) -> Vec<Way> {
    let rare = [
        Way::Person,
        Way::Person,
        Way::Person,
        Way::Person,
        Way::Near,
        Way::Near,
        Way::Near,
        Way::Paper,
        Way::Paper,
    ];
    let mut ways: Vec<Way> = rare
        .into_iter()
        .chain(std::iter::repeat(Way::Prescriber))
        .take(count.min(super::numbers::COURSES))
        .collect();
    dice.shuffle(&mut ways);
    ways
}

impl Way {
    fn told(self, cast: &mut Cast<'_>, name: &str, dice: &mut Dice) -> From {
        let family = name.split_once(' ').map_or(name, |(_, family)| family);
        match self {
            Way::Prescriber => From::Prescriber,
            Way::Person => From::Person,
            Way::Paper => From::Paper,
            Way::Near => {
                let near = [
                    format!("Sandrine {family}, sa fille"),
                    format!("Julien {family}, son fils"),
                    "Odile Vernange, sa voisine".to_owned(),
                ];
                let name = dice.pick(&near).cloned().unwrap_or_default();
                From::Near { name, contact: cast.phone(false) }
            }
        }
    }
}

/// What those measured twice have gained or lost.
struct Changes {
    twice: Vec<i64>,
    beginners: usize,
}

impl Changes {
    fn shuffled(dice: &mut Dice) -> Changes {
        let mut twice: Vec<i64> =
            CHANGES.into_iter().flat_map(|(points, count)| std::iter::repeat_n(points, count)).collect();
        dice.shuffle(&mut twice);
        Changes { twice, beginners: super::numbers::BEGINNERS_REVIEWED }
    }

    /// Answers at first, and at the review for those who have one.
    fn measured(&mut self, path: Path, dice: &mut Dice) -> ([i64; 3], Option<[i64; 3]>) {
        let is_reviewed = match path {
            Path::Settled | Path::GoalsReached | Path::Habit { .. } | Path::Trying => true,
            Path::Stopped(_) | Path::StoppedAfterOnce => true,
            Path::Beginning if self.beginners > 0 => {
                self.beginners -= 1;
                true
            }
            _ => false,
        };
        let points = if is_reviewed { self.twice.pop() } else { None };
        let change = points.unwrap_or_default();
        let total = dice.between((3 - change).max(5), (9 - change).min(9));
        (answers(total), points.map(|points| answers(total + points)))
    }
}

/// Three answers from 1 to 3 that add up.
fn answers(total: i64) -> [i64; 3] {
    [total / 3 + (total % 3).min(1), total / 3 + (total % 3 - 1).max(0), total / 3]
}

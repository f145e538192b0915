//! One woman asked for twice on the last day before the visitor comes: by her doctor, and by her
//! daughter who writes her name another way. They wait in the inbox to be recognised and merged.

use care::referral::Reason;

use super::calendar::{LAST, days_after};
use super::character::Cast;
use super::dice::Dice;
use super::material::Material;
use super::model::{Character, From, Life, Path, What};
use super::pen::Pen;

/// A family name nobody else of the story has.
pub(super) const FAMILY: &str = "Guillermin";
const AS_THE_DOCTOR_WRITES: &str = "Jeannine Guillermin";
const AS_THE_DAUGHTER_WRITES: &str = "Jeanine Guillermin";
const DAUGHTER: &str = "Corinne Guillermin, sa fille";
const SITE: usize = 0;

pub(super) fn lives(material: &Material, cast: &mut Cast<'_>, dice: &mut Dice) -> Vec<Life> {
    let mother = Character {
        civility: "Mme".to_owned(),
        name: AS_THE_DOCTOR_WRITES.to_owned(),
        birth_year: 1944,
        commune: material.sites.get(SITE).map(|site| site.commune.clone()).unwrap_or_default(),
        address: None,
        phone: Some(cast.phone(true)),
        discreet: false,
        call_when: Some("le matin".to_owned()),
    };
    let again = Character {
        name: AS_THE_DAUGHTER_WRITES.to_owned(),
        address: Some("7 allée du Petit-Lavoir".to_owned()),
        phone: None,
        ..mother.clone()
    };
    let daughter = From::Near { name: DAUGHTER.to_owned(), contact: cast.phone(false) };
    let by_doctor = (mother, From::Prescriber, "A perdu son chien cet automne.");
    let by_daughter = (again, daughter, "Maman ne sort plus depuis l’hiver, et j’habite loin.");
    [by_doctor, by_daughter]
        .into_iter()
        .filter_map(|(person, from, note)| {
            let mut pen = Pen::start(dice, days_after(LAST, -1));
            if from == From::Prescriber {
                pen.write(What::Consult { ucla: vec![3, 2, 3], on_paper: false });
            }
            pen.then();
            let reasons = vec![Reason::FeelsAlone, Reason::GoesOutLittle];
            pen.write(What::Send { from, reasons, note: Some(note.to_owned()) });
            let steps = pen.finished()?;
            Some(Life {
                site: SITE,
                prescriber: material.holding(SITE, "prescriber").into_iter().next()?,
                link_worker: material.holding(SITE, "link_worker").into_iter().next()?,
                path: Path::Waiting,
                person: Some(person),
                steps,
            })
        })
        .collect()
}

//! A letter to a person: what its page shows and what is posted, whatever it says.

use directory::gazetteer::Gazetteer;
use kernel::contact::Phone;
use kernel::role::Role;
use kernel::text::fold;
use platform::accounts::Site;
use platform::paper::{Filled, Kind};
use platform::web::may::{May, RunCaseload};
use platform::web::{Ui, dates};
use serde_json::json;

use crate::caseload::Case;
use crate::person::{Civility, Person};
use crate::words::{Words, words};

pub(crate) const PAPER: Kind = Kind { template: include_str!("letter.typ"), file: "lettre.pdf" };

/// Drawn by `letter_sheet.html`.
#[derive(Clone, Debug)]
pub(crate) struct Letter {
    /// What its file is called by a reader; it stands nowhere on the paper.
    title: String,
    pub(crate) from: Vec<String>,
    pub(crate) phone: Phone,
    /// Name and address, as an envelope shows them.
    pub(crate) to: Vec<String>,
    pub(crate) has_address: bool,
    /// Whoever else opens the letter box is to learn nothing from the envelope.
    pub(crate) is_discreet: bool,
    pub(crate) day: String,
    pub(crate) paragraphs: Vec<String>,
    pub(crate) signed: Vec<String>,
}

impl Letter {
    /// Signed by whoever writes it; `says` comes after the greeting.
    pub(crate) fn written(
        may: &May<RunCaseload>,
        case: &Case,
        (person, site): (&Person, &Site),
        says: Vec<String>,
    ) -> Letter {
        let w = words(may.lang);
        let to = [Some(person.addressed()), person.address.clone(), town(person)];
        Letter {
            title: w.letter_file(),
            from: vec![site.name.clone(), site.address.clone()],
            phone: site.phone.clone(),
            to: to.into_iter().flatten().collect(),
            has_address: person.address.is_some(),
            is_discreet: person.discreet,
            day: dates::plain(may.today(), may.lang),
            paragraphs: [vec![hello(person, w)], says].concat(),
            signed: vec![may.account.name.clone(), format!("{}, {}", role(&may.ui, case), site.name)],
        }
    }

    pub(crate) fn filled(self) -> Filled {
        let from: Vec<String> = self.from.into_iter().chain([self.phone.spoken()]).collect();
        let data = json!({
            "from": from,
            "to": self.to,
            "day": self.day,
            "paragraphs": self.paragraphs,
            "signed": self.signed,
        });
        Filled { title: self.title, data, pictures: Vec::new() }
    }
}

fn hello(person: &Person, w: &Words) -> String {
    match person.civility {
        Some(Civility::Madame) => w.letter_hello_mme(),
        Some(Civility::Monsieur) => w.letter_hello_m(),
        None => w.letter_hello(),
    }
}

/// « 69500 Bron », unless the address says it already.
fn town(person: &Person) -> Option<String> {
    let commune = Gazetteer::load().get(&person.commune)?;
    let address = fold(person.address.as_deref().unwrap_or_default());
    let postcode = commune.postcodes.first().copied().unwrap_or_default();
    (!address.contains(&fold(commune.name))).then(|| format!("{postcode} {}", commune.name))
}

/// What whoever signs does in the team.
fn role(ui: &Ui, case: &Case) -> String {
    if ui.is_at(Role::LinkWorker, case.site_id) {
        words(ui.lang).team_worker()
    } else {
        ui.frame().role_coordinator()
    }
}

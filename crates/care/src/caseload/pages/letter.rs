//! The letter after three calls without an answer: printed, posted, noted.

use askama::Template;
use directory::gazetteer::Gazetteer;
use kernel::id::CaseId;
use kernel::role::Role;
use kernel::text::fold;
use platform::accounts::{Site, sites};
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer};
use platform::web::{Nope, Path, Ui, dates};

use crate::act::Acting;
use crate::caseload::acts;
use crate::caseload::model::Case;
use crate::person::{self, Civility, Person};
use crate::referral::{self, Origin};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "caseload/pages/letter.html")]
struct LetterPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    case: Case,
    person: Person,
    /// Who asked, as the letter says it.
    asked_by: String,
    site: Site,
    from: &'a str,
}

impl LetterPage<'_> {
    fn day(&self) -> String {
        dates::plain(self.ui.today(), self.ui.lang)
    }

    fn hello(&self) -> String {
        match self.person.civility {
            Some(Civility::Madame) => self.w.letter_hello_mme(),
            Some(Civility::Monsieur) => self.w.letter_hello_m(),
            None => self.w.letter_hello(),
        }
    }

    /// « 69500 Bron », unless the address says it already.
    fn town(&self) -> Option<String> {
        let commune = Gazetteer::load().get(&self.person.commune)?;
        let address = fold(self.person.address.as_deref().unwrap_or_default());
        let postcode = commune.postcodes.first().copied().unwrap_or_default();
        (!address.contains(&fold(commune.name))).then(|| format!("{postcode} {}", commune.name))
    }

    /// What whoever signs does in the team.
    fn role(&self) -> String {
        if self.ui.is_at(Role::LinkWorker, self.case.site_id) {
            self.w.team_worker()
        } else {
            self.ui.frame().role_coordinator()
        }
    }
}

pub(in crate::caseload) async fn show(may: May<RunCaseload>, Path(id): Path<CaseId>) -> Answer {
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    let case = acts::open_to_read(&mut tx, &acting, id).await?;
    let person = person::find(&mut tx, case.person_id).await?.ok_or(Nope::NotFound)?;
    let site = sites::find(&mut tx, case.site_id).await?.ok_or(Nope::NotFound)?;
    let referral = referral::find(&mut tx, case.referral_id).await?.ok_or(Nope::NotFound)?;
    let prescriber = referral::prescriber_name(&mut tx, case.referral_id).await?;
    tx.commit().await?;
    let w = words(may.lang);
    let asked_by = asked_by(&referral.origin, prescriber.as_deref(), w);
    page::show(&LetterPage { ui: &may.ui, w, case, person, asked_by, site, from: &may.account.name })
}

/// Nobody close is named on paper that others at home may open.
fn asked_by(origin: &Origin, prescriber: Option<&str>, w: &Words) -> String {
    match (origin, prescriber) {
        (Origin::Prescriber(_), Some(name)) => w.letter_from_prescriber(name),
        (Origin::Person, _) => w.letter_from_person(),
        (Origin::ThirdParty { .. }, _) => w.letter_from_third_party(),
        (Origin::Prescriber(_) | Origin::Paper(_), _) => w.letter_from_paper(),
    }
}

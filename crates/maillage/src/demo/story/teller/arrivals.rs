//! Consultations and requests.

use care::person::{Civility, Person};
use care::referral::acts::{self, About, NewReferral};
use care::referral::{Origin, Referral};
use care::screening::acts::{self as screening, Consultation};
use care::screening::{Filled, Mode};
use care::words::words;
use kernel::Lang;
use kernel::clock::in_france;
use kernel::commune::CommuneCode;
use kernel::contact::Phone;
use kernel::id::{AccountId, PersonId};
use kernel::name::{BirthYear, PersonName};
use platform::accounts::{ConsentMode, Site};
use platform::audit::Who;

use super::super::script::model::{Character, From, What};
use super::Scene;
use super::stage::{done, known};
use crate::Failure;

pub(super) async fn play(scene: &mut Scene<'_>, what: &What) -> Result<(), Failure> {
    match what {
        What::Consult { ucla, on_paper } => consult(scene, ucla, *on_paper).await,
        What::Send { .. } => send(scene, what).await,
        _ => decide(scene, what).await,
    }
}

async fn consult(scene: &mut Scene<'_>, ucla: &[i64], on_paper: bool) -> Result<(), Failure> {
    let acting = scene.stage.acting(Who::Account(scene.stage.prescriber(scene.life)?));
    let mode = if on_paper { Mode::Paper } else { Mode::Professional };
    let held_on = in_france(scene.stage.now).date();
    let consultation = Consultation { site: scene.stage.site(scene.life)?.id, mode, held_on };
    scene.told.screening =
        Some(done(screening::consult(scene.tx, &acting, consultation, &[ucla3(ucla)]).await)?);
    Ok(())
}

/// Answers in the order of the questions; fewer than three leave the last ones open.
pub(super) fn ucla3(answers: &[i64]) -> Filled {
    let instrument = measure::ucla3();
    let answered = instrument.items.iter().zip(answers).map(|(item, answer)| (item.code.clone(), *answer));
    Filled::new(instrument, answered.collect())
}

async fn send(scene: &mut Scene<'_>, what: &What) -> Result<(), Failure> {
    let (What::Send { from, reasons, note }, Some(character)) = (what, &scene.life.person) else {
        return Err(Failure::DemoData("a request about nobody".to_owned()));
    };
    let (prescriber, link_worker) =
        (scene.stage.prescriber(scene.life)?, scene.stage.link_worker(scene.life)?);
    let (who, origin) = sender(from, prescriber, link_worker);
    let acting = scene.stage.acting(who);
    let site = scene.stage.site(scene.life)?;
    let new = NewReferral {
        site: site.id,
        about: About::Somebody(Box::new(person(character, site)?)),
        consent_wording: wording(from, site),
        origin,
        reasons: reasons.clone(),
        note: note.clone(),
    };
    let (referral, person) = acts::send(scene.tx, &acting, new).await?;
    if let Some(consultation) = scene.told.screening {
        screening::attach(scene.tx, &acting, consultation, person, referral).await?;
    }
    (scene.told.referral, scene.told.person) = (Some(referral), Some(person));
    Ok(())
}

/// Who is signed in, if anybody, and whom the request is from.
fn sender(from: &From, prescriber: AccountId, link_worker: AccountId) -> (Who, Origin) {
    match from {
        From::Prescriber => (Who::Account(prescriber), Origin::Prescriber(prescriber)),
        From::Paper => (Who::Account(link_worker), Origin::Paper(link_worker)),
        From::Person => (Who::Visitor, Origin::Person),
        From::Near { name, contact } => {
            (Who::Visitor, Origin::ThirdParty { name: name.clone(), contact: contact.clone() })
        }
    }
}

/// The sentence the page of each way in shows.
fn wording(from: &From, site: &Site) -> String {
    let w = words(Lang::Fr);
    match (from, site.consent_mode) {
        (From::Person, _) => w.ask_agreement(),
        (From::Near { .. }, _) => w.report_agreement(),
        (From::Prescriber | From::Paper, ConsentMode::Information) => w.consent_information(&site.name),
        (From::Prescriber | From::Paper, ConsentMode::Prior) => w.consent_prior(&site.name),
    }
}

fn person(character: &Character, site: &Site) -> Result<Person, Failure> {
    let broken = || Failure::DemoData(format!("{} cannot be a person", character.name));
    Ok(Person {
        id: PersonId::new(),
        site_id: site.id,
        civility: Some(if character.civility == "M." { Civility::Monsieur } else { Civility::Madame }),
        name: PersonName::parse(&character.name).map_err(|_| broken())?,
        birth_year: BirthYear::stored(character.birth_year),
        commune: CommuneCode::parse(&character.commune).ok_or_else(broken)?,
        address: character.address.clone(),
        phone: character.phone.as_deref().map(|typed| Phone::parse(typed).ok_or_else(broken)).transpose()?,
        discreet: character.discreet,
        call_when: character.call_when.clone(),
    })
}

/// The link worker opens the request, then accepts, declines, or hears that the person would
/// rather not.
async fn decide(scene: &mut Scene<'_>, what: &What) -> Result<(), Failure> {
    let link_worker = scene.stage.link_worker(scene.life)?;
    let acting = scene.stage.acting(Who::Account(link_worker));
    let site = scene.stage.site(scene.life)?.id;
    let referral = acts::find(scene.tx, &[site], known(scene.told.referral)?).await?;
    let referral: Referral = acts::receive(scene.tx, &acting, referral).await?;
    match what {
        What::Accept => {
            scene.told.case = Some(done(acts::accept(scene.tx, &acting, referral, Some(link_worker)).await)?);
            Ok(())
        }
        What::Decline(reason) => done(acts::decline(scene.tx, &acting, referral, *reason).await),
        _ => done(acts::withdraw(scene.tx, &acting, referral).await),
    }
}

//! What stories of this crate begin with.

use std::future::Future;

use kernel::commune::CommuneCode;
use kernel::contact::Phone;
use kernel::id::{CaseId, PersonId, ReferralId};
use kernel::name::{BirthYear, PersonName};
use platform::audit::{self, Who};
use platform::testing::{Team, TestApp, on_both_engines};

use crate::act::Acting;
use crate::caseload::acts::{self, Attempt, How, Reply};
use crate::caseload::sql as cases;
use crate::consent::{self, Purpose, Recipient};
use crate::person::{self, Civility, Person};
use crate::referral::model::{Origin, Reason, Referral, State};
use crate::referral::{self};

/// Runs a story on both engines, with the tables and pages of everything care stands on.
pub(crate) async fn story<F: Future<Output = ()>>(tell: impl Fn(TestApp) -> F) {
    let modules = vec![platform::module(), directory::module(), crate::module()];
    on_both_engines(modules, directory::prepare, tell).await;
}

/// The case of Mme Aline Dumont, whom the team's link worker accompanies and has spoken to.
pub(crate) async fn a_case(test: &TestApp, team: &Team) -> CaseId {
    let case = a_new_case(test, team).await;
    let mut tx = test.tx().await;
    let acting = Acting::new(&test.app, Who::Account(team.link_worker));
    let found = cases::find(&mut tx, case).await.unwrap().unwrap();
    let attempt = Attempt { how: How::Call, reply: Reply::Reached, note: None };
    acts::note_attempt(&mut tx, &acting, found, &attempt).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    case
}

/// The same, before anybody has spoken to her.
pub(crate) async fn a_new_case(test: &TestApp, team: &Team) -> CaseId {
    let acting = Acting::new(&test.app, Who::Account(team.link_worker));
    let mut tx = test.tx().await;
    let person = person(team);
    person::sql::insert(&mut tx, &person, acting.now).await.unwrap();
    let site = Recipient::Site(team.site);
    let wording = "D’accord pour être appelée.";
    let by = Some(team.prescriber);
    consent::sql::give(&mut tx, person.id, Purpose::Support, &site, wording, by, acting.now).await.unwrap();
    let referral = referral(team, person.id, acting.now);
    referral::sql::insert(&mut tx, &referral).await.unwrap();
    let (id, worker) = (referral.id, Some(team.link_worker));
    referral::sql::update(&mut tx, &referral.accepted().unwrap(), acting.now).await.unwrap();
    let case = acts::open(&mut tx, &acting, team.site, person.id, id, worker).await.unwrap();
    tx.commit().await.unwrap();
    case
}

/// What the trail holds about a case, as codes of actions, oldest first.
pub(crate) async fn trail(test: &TestApp, case: CaseId) -> Vec<String> {
    let mut tx = test.tx().await;
    audit::of_subject(&mut tx, case).await.unwrap().into_iter().map(|entry| entry.action).collect()
}

/// The kinds of what happened in a case, oldest first.
pub(crate) async fn events(test: &TestApp, case: CaseId) -> Vec<String> {
    let mut tx = test.tx().await;
    crate::caseload::event::of_case(&mut tx, case)
        .await
        .unwrap()
        .into_iter()
        .map(|event| event.kind)
        .collect()
}

fn person(team: &Team) -> Person {
    Person {
        id: PersonId::new(),
        site_id: team.site,
        civility: Some(Civility::Madame),
        name: PersonName::parse("Aline Dumont").unwrap(),
        birth_year: BirthYear::stored(1948),
        commune: CommuneCode::parse("69029").unwrap(),
        address: Some("12 rue des Lilas".to_owned()),
        phone: Phone::parse("04 65 71 00 21"),
        discreet: false,
        call_when: Some("plutôt le matin".to_owned()),
    }
}

fn referral(team: &Team, person: PersonId, now: jiff::Timestamp) -> Referral {
    Referral {
        id: ReferralId::new(),
        site_id: team.site,
        person_id: person,
        origin: Origin::Prescriber(team.prescriber),
        reasons: vec![Reason::FeelsAlone],
        note: None,
        state: State::Sent,
        sent_at: now,
        version: 1,
    }
}

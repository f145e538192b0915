//! What stories of care start from.

use kernel::commune::CommuneCode;
use kernel::contact::Phone;
use kernel::id::{AccountId, CaseId, PersonId, ReferralId};
use kernel::name::{BirthYear, PersonName};
use kernel::role::Role;
use platform::audit::{self, Who};
use platform::testing::{Browser, Team, TestApp, member, on_both_engines, printer};

use crate::act::Acting;
use crate::caseload::acts::{self as cases, Attempt, How, Reply};
use crate::caseload::{self, event};
use crate::person::{Civility, Person};
use crate::referral::acts::{self, About, NewReferral};
use crate::referral::model::{Origin, Reason};

/// One story on SQLite and, when there is one, on PostgreSQL.
pub(crate) async fn story<F: Future<Output = ()>>(tell: impl Fn(TestApp) -> F) {
    let modules = vec![platform::module(), directory::module(), crate::module()];
    on_both_engines(modules, |app| directory::prepare(app).with_part(printer()), tell).await;
}

/// The browser of the link worker of [`Team::at_bron`].
pub(crate) async fn link_worker(test: &TestApp) -> Browser {
    test.signed_in("link_worker@essarts.test").await
}

/// Simon, a colleague of hers who follows nobody: `simon@essarts.test`.
pub(crate) async fn a_second_link_worker(test: &TestApp, team: &Team) -> AccountId {
    member(test, ("simon@essarts.test", "Simon Essarts"), Role::LinkWorker, &[team.site]).await
}

/// The team at Bron, a case of its link worker, and her browser.
pub(crate) async fn at_desk(test: &TestApp) -> (Team, CaseId, Browser) {
    let team = Team::at_bron(test).await;
    let case = a_case(test, &team).await;
    (team, case, link_worker(test).await)
}

/// The same, with nobody called yet.
pub(crate) async fn at_desk_with_a_new_case(test: &TestApp) -> (Team, CaseId, Browser) {
    let team = Team::at_bron(test).await;
    let case = a_new_case(test, &team).await;
    (team, case, link_worker(test).await)
}

/// Aline Dumont, 78, of Bron, whom nobody knows yet.
pub(crate) fn aline(team: &Team) -> Person {
    Person {
        id: PersonId::new(),
        site_id: team.site,
        civility: Some(Civility::Madame),
        name: PersonName::parse("Aline Dumont").unwrap(),
        birth_year: BirthYear::stored(1948),
        commune: CommuneCode::parse("69029").unwrap(),
        address: Some("12 rue des Essarts".to_owned()),
        phone: Phone::parse("04 65 71 00 12"),
        discreet: false,
        call_when: Some("après 17 h".to_owned()),
    }
}

/// A request of the team's prescriber for Aline, sent and not yet opened.
pub(crate) async fn a_request(test: &TestApp, team: &Team) -> ReferralId {
    let acting = Acting::new(&test.app, Who::Account(team.prescriber));
    let mut tx = test.tx().await;
    let new = NewReferral {
        site: team.site,
        about: About::Somebody(Box::new(aline(team))),
        origin: Origin::Prescriber(team.prescriber),
        reasons: vec![Reason::FeelsAlone, Reason::Bereavement],
        note: Some("Aimait chanter en chorale.".to_owned()),
        consent_wording: "La personne est d’accord.".to_owned(),
    };
    let (id, _) = acts::send(&mut tx, &acting, new).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// Aline's course of support, just accepted by the team's link worker.
pub(crate) async fn a_new_case(test: &TestApp, team: &Team) -> CaseId {
    let id = a_request(test, team).await;
    let acting = Acting::new(&test.app, Who::Account(team.link_worker));
    let mut tx = test.tx().await;
    let referral = acts::find(&mut tx, &[team.site], id).await.unwrap();
    let case = acts::accept(&mut tx, &acting, referral, Some(team.link_worker)).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    case
}

/// The same, once the link worker and Aline have spoken.
pub(crate) async fn a_case(test: &TestApp, team: &Team) -> CaseId {
    let id = a_new_case(test, team).await;
    let acting = Acting::new(&test.app, Who::Account(team.link_worker));
    let mut tx = test.tx().await;
    let case = caseload::find(&mut tx, id).await.unwrap().unwrap();
    let attempt = Attempt { how: How::Call, reply: Reply::Reached, note: None };
    cases::note_attempt(&mut tx, &acting, case, &attempt).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    id
}

/// What the trail holds about a case, as codes of actions, oldest first.
pub(crate) async fn trail(test: &TestApp, case: CaseId) -> Vec<String> {
    let entries = audit::of_subject(&mut test.tx().await, case).await.unwrap();
    entries.into_iter().map(|entry| entry.action).collect()
}

/// The kinds of what happened in a case, oldest first.
pub(crate) async fn events(test: &TestApp, case: CaseId) -> Vec<String> {
    let events = event::of_case(&mut test.tx().await, case).await.unwrap();
    events.into_iter().map(|event| event.kind).collect()
}

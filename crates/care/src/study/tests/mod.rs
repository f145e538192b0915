//! Studies, told on both engines.

mod changing;
mod entering;
mod erasing;
mod exporting;
mod following;
mod guarding;

use kernel::commune::CommuneCode;
use kernel::id::{CaseId, PersonId, StudyId};
use kernel::name::{BirthYear, PersonName};
use platform::audit::Who;
use platform::testing::{Browser, Page, Team, TestApp};

use crate::act::Acting;
use crate::caseload;
use crate::caseload::acts::{self as cases, Attempt, How, Reply};
use crate::person::{Civility, Person};
use crate::referral::acts::{self, About, NewReferral};
use crate::referral::model::{Origin, Reason};
use crate::study::JOBS;
use crate::study::acts::entering::{Look, look};
use crate::study::sql;

const CAMILLE: &str = "coordinator@essarts.test";
const NADIA: &str = "link_worker@essarts.test";
const NEW: &str = "/etudes/nouvelle";

/// Lets days pass, each with what a study does once a day.
async fn days(test: &TestApp, days: i64) {
    for _ in 0..days {
        test.days_pass(1).await;
        for job in JOBS {
            let mut tx = test.tx().await;
            (job.run)(&test.app, &mut tx, "").await.unwrap();
            tx.commit().await.unwrap();
        }
    }
}

/// What a coordinator types of a study of one group that asks UCLA-3.
const PRISMUR: [(&str, &str); 9] = [
    ("name", "PRISMUR"),
    ("prefix", "pri"),
    ("purpose", "Savoir si la prescription sociale aide."),
    ("responsible", "Institut de recherche"),
    ("contact", "prismur@recherche.test"),
    ("inclusion", "A plus de 18 ans\nSe sent seule"),
    ("exclusion", "Vit en établissement"),
    ("instruments", "ucla3"),
    ("keep_months", "12"),
];

async fn coordinator(test: &TestApp) -> Browser {
    test.signed_in(CAMILLE).await
}

/// Where a page of a study is.
fn study_of(page: &Page) -> StudyId {
    page.path
        .trim_start_matches("/etudes/")
        .parse()
        .unwrap_or_else(|_| panic!("{}: {}", page.path, page.text()))
}

/// A study prepared by the team at Bron, with more or other fields.
async fn prepared(test: &TestApp, more: &[(&str, &str)]) -> StudyId {
    let mut camille = coordinator(test).await;
    let page = camille.get(NEW).await;
    let kept = PRISMUR.iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name));
    let fields: Vec<(&str, &str)> = kept.chain(more).copied().collect();
    study_of(&camille.send(&page, NEW, &fields).await)
}

/// The same, opened.
async fn opened(test: &TestApp, more: &[(&str, &str)]) -> StudyId {
    let study = prepared(test, more).await;
    step(test, study).await.says("Ouverte");
    study
}

/// Takes a study one step further.
async fn step(test: &TestApp, study: StudyId) -> Page {
    let mut camille = coordinator(test).await;
    let page = camille.get(&format!("/etudes/{study}")).await;
    camille.send(&page, &format!("/etudes/{study}/etape"), &[]).await
}

/// Asks a person of an address of the file to take part.
async fn agrees(browser: &mut Browser, here: &str, more: &[(&str, &str)]) -> Page {
    let page = browser.get(here).await;
    let fields = [&[("holds", "i1"), ("holds", "i2"), ("answer", "agreed")], more].concat();
    browser.send(&page, here, &fields).await
}

fn file(case: CaseId, study: StudyId) -> String {
    format!("/personnes/{case}/etudes/{study}")
}

async fn person_of(test: &TestApp, case: CaseId) -> PersonId {
    caseload::find(&mut test.tx().await, case).await.unwrap().unwrap().person_id
}

/// UCLA-3 answered with the link worker today.
async fn answers(browser: &mut Browser, case: CaseId) {
    let home = format!("/personnes/{case}/mesures");
    let page = browser.get(&format!("{home}/nouvelle?instrument=ucla3")).await;
    let fields = [("ucla3.1", "2"), ("ucla3.2", "1"), ("ucla3.3", "2")];
    browser.send(&page, &home, &fields).await.is(axum::http::StatusCode::OK);
}

/// So many persons of a team who take part, without pages: each with a case of its link worker.
async fn many(test: &TestApp, team: &Team, study: StudyId, count: usize) -> Vec<CaseId> {
    let acting = Acting::new(&test.app, Who::Account(team.link_worker));
    let mut entered = Vec::new();
    for number in 0..count {
        let mut tx = test.tx().await;
        let new = NewReferral {
            site: team.site,
            about: About::Somebody(Box::new(somebody(team, number))),
            origin: Origin::Prescriber(team.prescriber),
            reasons: vec![Reason::FeelsAlone],
            note: None,
            consent_wording: "La personne est d’accord.".to_owned(),
        };
        let (id, _) = acts::send(&mut tx, &acting, new).await.unwrap();
        let referral = acts::find(&mut tx, &[team.site], id).await.unwrap();
        let case = acts::accept(&mut tx, &acting, referral, Some(team.link_worker)).await.unwrap().unwrap();
        let found = caseload::find(&mut tx, case).await.unwrap().unwrap();
        let attempt = Attempt { how: How::Call, reply: Reply::Reached, note: None };
        cases::note_attempt(&mut tx, &acting, found, &attempt).await.unwrap().unwrap();
        let found = caseload::find(&mut tx, case).await.unwrap().unwrap();
        let study = sql::studies::find(&mut tx, study).await.unwrap().unwrap();
        look(&mut tx, &acting, (&study, &found), Look::Agreed { arm: None }).await.unwrap().unwrap();
        tx.commit().await.unwrap();
        entered.push(case);
    }
    entered
}

fn somebody(team: &Team, number: usize) -> Person {
    Person {
        id: PersonId::new(),
        site_id: team.site,
        civility: Some(if number.is_multiple_of(2) { Civility::Madame } else { Civility::Monsieur }),
        name: PersonName::parse(&format!(
            "Alix Morand{}",
            ["a", "b", "c", "d", "e"].concat().repeat(number % 7 + 1)
        ))
        .unwrap(),
        birth_year: BirthYear::stored(1930 + i64::try_from(number).unwrap() * 3 % 70),
        commune: CommuneCode::parse(if number.is_multiple_of(3) { "69029" } else { "38185" }).unwrap(),
        address: None,
        phone: None,
        discreet: false,
        call_when: None,
    }
}

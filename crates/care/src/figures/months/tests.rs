//! Sheets say what the tables say, whatever is written to these.

use jiff::civil::date;
use kernel::commune::CommuneCode;
use kernel::id::{CaseId, SiteId};
use platform::db::{Tx, Value, whole};
use platform::testing::{Team, TestApp};
use uuid::Uuid;

use super::{refresh, sql};
use crate::assessment::model::{DigitalEase, PriorityArea};
use crate::caseload::Outcome;
use crate::figures::day::Day;
use crate::figures::group::Profile;
use crate::figures::journey::{Attended, Journey, Journeys, Question, Reading, Tie};
use crate::figures::path::{ConnectionEnd, Decision};
use crate::figures::{self, AgeClass, Cohort, Period, Source};
use crate::person::Civility;
use crate::referral::model::DeclineReason;
use crate::screening::model::Moment;
use crate::testing::{a_case, a_request, story};

/// A row of each table that figures read, and one that leaves it as it was.
const TABLES: [(&str, &str, &str); 9] = [
    ("attendance", "UPDATE attendance SET on_day = on_day", "DELETE FROM attendance"),
    ("connection", "UPDATE connection SET state = state", "DELETE FROM connection"),
    ("measurement", "UPDATE measurement SET answers = answers", "DELETE FROM measurement"),
    ("screening", "UPDATE screening SET moment = moment", "DELETE FROM screening"),
    ("assessment", "UPDATE assessment SET needs = needs", "DELETE FROM assessment"),
    ("case_event", "UPDATE case_event SET kind = kind", "DELETE FROM case_event"),
    ("person", "UPDATE person SET name = name", "DELETE FROM person"),
    ("case_file", "UPDATE case_file SET state = state", "DELETE FROM case_file"),
    ("referral", "UPDATE referral SET state = state", "DELETE FROM referral"),
];

/// Whatever figures say of a team's last year, in words.
async fn told(tx: &mut Tx, test: &TestApp, site: SiteId) -> String {
    let tomorrow = test.app.clock().today().tomorrow().unwrap();
    let sent = Period { from: tomorrow - jiff::ToSpan::days(365), before: tomorrow };
    let counted = figures::of_sites(tx, &[site], Cohort { sent, seen_before: tomorrow }).await.unwrap();
    let all = counted.all();
    format!("{all:?} {:?}", counted.groups(&all))
}

async fn count(tx: &mut Tx, sql: &'static str) -> i64 {
    let (count,): (i64,) = tx.one(sql, &[]).await.unwrap();
    count
}

const WORDS: &str = "SELECT COUNT(*) FROM derived_change";
const SHEETS: &str = "SELECT COUNT(*) FROM derived_month";

async fn make_sheets(test: &TestApp) {
    let mut tx = test.tx().await;
    while refresh(&mut tx).await.unwrap() {}
    assert_eq!(count(&mut tx, WORDS).await, 0);
    tx.commit().await.unwrap();
}

/// A row in each table that acts of this crate alone do not fill.
async fn took_part(tx: &mut Tx, case: CaseId, at: i64) {
    let [tie, screening] = [Uuid::now_v7(), Uuid::now_v7()];
    let rows: [(&'static str, Vec<Value>); 5] = [
        (
            "INSERT INTO assessment (case_id, needs, levers, topics, constraints, languages, times, updated_at, updated_by)
             SELECT id, '', '', '', '', '', '', $2, link_worker_id FROM case_file WHERE id = $1",
            vec![case.into(), at.into()],
        ),
        (
            "INSERT INTO connection (id, case_id, resource_id, resource_name, organization_name, state, proposed_at)
             VALUES ($1, $2, 'demo--atelier', 'Atelier', 'Association', 'took_part', $3)",
            vec![tie.into(), case.into(), at.into()],
        ),
        (
            "INSERT INTO attendance (id, connection_id, on_day, noted_at) VALUES ($1, $2, '2026-01-20', $3)",
            vec![Uuid::now_v7().into(), tie.into(), at.into()],
        ),
        (
            "INSERT INTO screening (id, site_id, case_id, mode, moment, held_on, at)
             SELECT $1, site_id, id, 'professional', 'first', '2026-01-20', $3 FROM case_file WHERE id = $2",
            vec![screening.into(), case.into(), at.into()],
        ),
        (
            "INSERT INTO measurement (id, screening_id, instrument, version, answers, is_complete)
             VALUES ($1, $2, 'ucla3', '1', '{\"ucla3.1\":1,\"ucla3.2\":2,\"ucla3.3\":3}', TRUE)",
            vec![Uuid::now_v7().into(), screening.into()],
        ),
    ];
    for (sql, values) in rows {
        tx.run(sql, &values).await.unwrap();
    }
}

#[tokio::test]
async fn figures_are_the_same_with_sheets_and_without() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let case = a_case(&test, &team).await;
        a_request(&test, &team).await;
        let plain = told(&mut test.tx().await, &test, team.site).await;
        make_sheets(&test).await;
        assert_eq!(told(&mut test.tx().await, &test, team.site).await, plain);
        // Somebody takes part: told at once, from the tables, and later from the sheet.
        let mut tx = test.tx().await;
        took_part(&mut tx, case, test.app.clock().now().as_second()).await;
        tx.commit().await.unwrap();
        let changed = told(&mut test.tx().await, &test, team.site).await;
        assert_ne!(changed, plain);
        make_sheets(&test).await;
        let mut tx = test.tx().await;
        assert!(count(&mut tx, SHEETS).await > 0);
        assert_eq!(told(&mut tx, &test, team.site).await, changed);
    })
    .await;
}

#[tokio::test]
async fn whatever_is_written_to_each_table_leaves_word() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let case = a_case(&test, &team).await;
        let mut tx = test.tx().await;
        took_part(&mut tx, case, test.app.clock().now().as_second()).await;
        tx.commit().await.unwrap();
        for (table, unchanged, _) in TABLES {
            make_sheets(&test).await;
            let mut tx = test.tx().await;
            assert!(tx.run(unchanged, &[]).await.unwrap() > 0, "{table} is empty");
            assert!(count(&mut tx, WORDS).await > 0, "{table}: no word of a change");
            tx.commit().await.unwrap();
        }
        make_sheets(&test).await;
        // Never held to its references: all of it is undone.
        let mut tx = test.tx().await;
        let _deferred = whole::defer_references(&mut tx).await.unwrap();
        for (table, _, gone) in TABLES {
            tx.run("DELETE FROM derived_change", &[]).await.unwrap();
            tx.run(gone, &[]).await.unwrap();
            assert!(count(&mut tx, WORDS).await > 0, "{table}: no word of what is gone");
        }
        assert_eq!(count(&mut tx, SHEETS).await, 0, "a sheet outlives its referral");
    })
    .await;
}

/// Whoever changes what a sheet holds gives `PROGRAM` another number, and writes down here what it is now.
#[test]
fn a_sheet_is_written_as_this_program_says() {
    // The last of each list: one that is put in before it is seen.
    let day = Day::of(date(2026, 1, 20));
    let reason = *DeclineReason::ALL.last().unwrap();
    let profile = Profile {
        source: Source::Paper,
        civility: Civility::ALL.last().copied(),
        age: AgeClass::ALL.last().copied(),
        commune: CommuneCode::parse("69029").unwrap(),
        priority_area: PriorityArea::ALL.last().copied(),
        digital_ease: DigitalEase::ALL.last().copied(),
    };
    let question = Question { site: Uuid::nil(), code: "ucla3".to_owned(), version: "1".to_owned() };
    let reading =
        Reading { question: 0, moment: Moment::Review, kept_on: day, is_complete: true, value: Some(5) };
    let journey = Journey {
        profile: 0,
        sent_on: day,
        decided: Some((day, Decision::Declined(reason))),
        opened_on: Some(day),
        reached_on: None,
        assessed_on: None,
        connected_on: None,
        settled_on: None,
        closed: Some(day).zip(Outcome::ALL.last().copied()),
        attended: vec![Attended { on: day, known_on: day }],
        ties: vec![Tie {
            asked_on: Some(day),
            answered_on: None,
            ended: Some((day, ConnectionEnd::Dropped(reason))),
        }],
        readings: vec![reading],
    };
    let journeys = Journeys { profiles: vec![profile], questions: vec![question], each: vec![journey] };
    let sheet = sql::written(&journeys).unwrap();
    let known = concat!(
        "010301010103053639303239010101020110000000000000000000000000000000000575636c613301310100f2bf",
        "0201f2bf02020801f2bf020000000001f2bf020701f2bf02f2bf020101f2bf020001f2bf020208010001f2bf0201010a",
    );
    assert_eq!((sql::PROGRAM.rsplit(' ').next(), hexadecimal(&sheet).as_str()), (Some("1"), known));
    assert_eq!(sql::opened(&sheet).unwrap(), journeys);
    assert!(sql::opened(&sheet[..sheet.len() - 1]).is_err());
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[tokio::test]
async fn a_sheet_of_another_program_is_made_again() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        a_case(&test, &team).await;
        make_sheets(&test).await;
        let mut tx = test.tx().await;
        let plain = told(&mut tx, &test, team.site).await;
        tx.run("UPDATE derived_month SET program = 'another'", &[]).await.unwrap();
        assert_eq!(told(&mut tx, &test, team.site).await, plain);
        refresh(&mut tx).await.unwrap();
        assert_eq!(count(&mut tx, "SELECT COUNT(*) FROM derived_month WHERE program = 'another'").await, 0);
        assert!(count(&mut tx, SHEETS).await > 0);
    })
    .await;
}

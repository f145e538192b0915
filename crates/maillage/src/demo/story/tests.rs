//! The demonstration holds what the script promises, on both engines.

use care::caseload::task::Task;
use care::caseload::work_list;
use care::figures::{self, Cohort, Counted, Figures, Period, Step};
use care::referral;
use care::words::words;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use kernel::Lang;
use kernel::contact::Email;
use kernel::id::{AccountId, SiteId};
use platform::testing::{TestApp, on_both_engines};
use platform::{accounts, jobs};

use super::super::accounts as demo_accounts;
use crate::wiring;

const MORNING: &str = "2026-03-31T07:00:00Z";
const TODAY: Date = date(2026, 3, 31);

async fn told(test: &TestApp) {
    let end: Timestamp = MORNING.parse().unwrap();
    test.app.clock().set(end);
    directory::demo::load(test.app.db(), end).await.unwrap();
    let mut tx = test.tx().await;
    demo_accounts::load(&mut tx, end).await.unwrap();
    tx.commit().await.unwrap();
    super::tell(&test.app, end).await.unwrap();
}

#[tokio::test]
async fn the_six_months_come_to_what_was_promised() {
    on_both_engines(wiring::demo_modules(), directory::prepare, async |test| {
        told(&test).await;
        the_figures_are_those_of_the_script(&test).await;
        sheets_say_what_the_tables_say(&test).await;
        nadia_finds_a_varied_tuesday(&test).await;
        nothing_is_left_to_do_and_old_mail_is_gone(&test).await;
        nothing_happened_before_october_or_this_morning(&test).await;
    })
    .await;
}

async fn the_figures_are_those_of_the_script(test: &TestApp) {
    let figures = figures(test).await;
    assert_eq!(figures.screened, 250);
    let steps = [Step::Referred, Step::Accompanied, Step::Once, Step::ThreeTimes, Step::SixTimes];
    assert_eq!(steps.map(|step| figures.step(step)), [95, 82, 50, 38, 25]);
    assert_eq!((figures.settled, figures.closed(), figures.open), (18, 30, 52));
    assert_eq!((figures.declined.iter().sum::<u32>(), figures.withdrawn, figures.waiting), (6, 3, 4));
    let waits = figures.to_first_contact.unwrap();
    assert!((2..=3).contains(&waits.median) && waits.nine_of_ten <= 7, "{waits:?}");
    let lonely = figures.changes.iter().find(|change| change.instrument.code == "ucla3").unwrap();
    assert_eq!((lonely.summary.improved, lonely.summary.measured_twice), (40, 55));
    assert!(figures.lost_connections.expired >= 5);
}

async fn figures(test: &TestApp) -> Figures {
    counted(test).await.all()
}

async fn counted(test: &TestApp) -> Counted {
    let mut tx = test.tx().await;
    let sites = accounts::sites::all(&mut tx).await.unwrap();
    let sites: Vec<SiteId> = sites.into_iter().map(|site| site.id).collect();
    let sent = Period { from: date(2025, 10, 1), before: date(2026, 4, 1) };
    let cohort = Cohort { sent, seen_before: sent.before };
    figures::of_sites(&mut tx, &sites, cohort).await.unwrap()
}

/// Six months of every act there is, read both ways.
async fn sheets_say_what_the_tables_say(test: &TestApp) {
    let told = async || {
        let counted = counted(test).await;
        let all = counted.all();
        format!("{all:?} {:?}", counted.groups(&all))
    };
    let of_tables = told().await;
    let mut tx = test.tx().await;
    while figures::refresh(&mut tx).await.unwrap() {}
    tx.commit().await.unwrap();
    assert_eq!(told().await, of_tables);
}

async fn nadia_finds_a_varied_tuesday(test: &TestApp) {
    let nadia = account(test, "agent@demo.example").await;
    let mut tx = test.tx().await;
    assert_eq!(referral::waiting_count(&mut tx, nadia).await.unwrap(), 2);
    let rows = work_list::rows(&mut tx, nadia, test.app.clock().now()).await.unwrap();
    let open: Vec<_> = rows.iter().filter(|row| row.is_open()).collect();
    assert_eq!(open.len(), 23);
    assert_eq!(open.iter().filter(|row| row.attendances() >= 3).count(), 9);
    let mut tasks: Vec<Task> = open.iter().filter_map(|row| row.task(TODAY)).collect();
    tasks.sort_unstable();
    let said: Vec<String> =
        tasks.iter().map(|task| task.sentence(words(Lang::Fr), Lang::Fr).replace('\u{a0}', " ")).collect();
    let expected = [
        "L’appel était prévu avant le 26 mars 2026",
        "Première venue à « La cuisine des voisins » mercredi 1er avril 2026",
        "Nouvelle personne, à appeler avant le 2 avril 2026",
        "À rappeler le 31 mars 2026",
        "3 appels sans réponse : une lettre peut partir",
        "« Les mécanos du samedi » n’a pas abouti : proposer autre chose",
        "« Chanter chez les aînés » n’a pas répondu depuis le 20 mars 2026",
        "« Les jeudis de l’Escale » dit oui : préparer la première venue",
        "On s’est parlé : faire le point ensemble",
        "Le point est fait : chercher une activité",
    ];
    assert_eq!(said, expected);
}

async fn account(test: &TestApp, email: &str) -> AccountId {
    let email = Email::parse(email).unwrap();
    accounts::credentials(&mut test.tx().await, &email).await.unwrap().unwrap().0
}

async fn nothing_is_left_to_do_and_old_mail_is_gone(test: &TestApp) {
    let report = jobs::run_due(&test.app).await.unwrap();
    assert_eq!((report.done, report.missed), (0, 0));
    let mut tx = test.tx().await;
    let count = async |tx: &mut platform::db::Tx, sql| tx.one::<(i64,)>(sql, &[]).await.unwrap().0;
    assert_eq!(count(&mut tx, "SELECT COUNT(*) FROM job WHERE tries > 0 AND done_at IS NULL").await, 0);
    let unsent = count(&mut tx, "SELECT COUNT(*) FROM outbox WHERE sent_at IS NULL").await;
    assert!((1..40).contains(&unsent), "{unsent}");
    let mails = count(&mut tx, "SELECT COUNT(*) FROM outbox").await;
    assert!(mails > 300, "{mails}");
}

async fn nothing_happened_before_october_or_this_morning(test: &TestApp) {
    let end: Timestamp = MORNING.parse().unwrap();
    let (first, last, entries): (i64, i64, i64) = test
        .tx()
        .await
        .one("SELECT MIN(at), MAX(at), COUNT(*) FROM audit_entry WHERE subject_kind <> 'account'", &[])
        .await
        .unwrap();
    assert!(first >= kernel::clock::start_of(date(2025, 10, 1)).as_second());
    assert!(last <= end.as_second());
    assert!(entries > 1_000, "{entries}");
}

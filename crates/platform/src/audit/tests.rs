//! The trail as its administrator reads it.

use kernel::coded::Coded;
use kernel::id::{AccountId, SiteId};

use super::{Action, Actor, Kind, Subject, Who, note};
use crate::app::App;
use crate::testing::{Team, TestApp, on_both_engines};

async fn story<F: Future<Output = ()>>(tell: impl Fn(TestApp) -> F) {
    on_both_engines(vec![crate::module()], |app: App| app, tell).await;
}

/// One entry of each doer and of each kind, and none of the store's codes in sight.
#[tokio::test]
async fn an_administrator_reads_who_did_what_to_what_in_words() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let doers =
            [Who::Account(team.link_worker), Who::LinkHolder, Who::Visitor, Who::TimePassing, Who::Console];
        let mut tx = test.tx().await;
        for who in doers {
            note(&mut tx, who, Action::Changed, team.site, None, test.app.clock().now()).await.unwrap();
        }
        for kind in Kind::all() {
            let (who, subject) = (Who::Visitor, Subject::list(kind));
            note(&mut tx, who, Action::Listed, subject, Some(team.site), test.app.clock().now())
                .await
                .unwrap();
        }
        tx.commit().await.unwrap();

        let french = [
            "Nadia essarts a changé Équipe",
            "Quelqu’un, par un lien reçu a changé",
            "Quelqu’un sans compte a changé",
            "L’échéance venue a changé",
            "La console du serveur a changé",
        ];
        let english = [
            "Somebody without an account saw in a list Course of support",
            "The server’s console changed Team",
        ];
        for (mut browser, said) in
            [(test.browser(), &french[..]), (test.browser().in_english(), &english[..])]
        {
            browser.sign_in("administrator@essarts.test").await;
            let page = browser.get("/journal").await;
            said.iter().for_each(|line| {
                page.says(line);
            });
            let codes = Kind::all().map(Coded::code).chain(Actor::all().map(Coded::code));
            for code in codes {
                assert!(!page.body.contains(&format!(">{code}<")), "{code}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn the_trail_of_another_team_is_not_shown() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let elsewhere = Team::at_venissieux(&test).await;
        let (theirs, ours) = (AccountId::new(), AccountId::new());
        let mut tx = test.tx().await;
        let mut keep = async |id: AccountId, site: SiteId| {
            note(&mut tx, Who::Console, Action::Created, id, Some(site), test.app.clock().now())
                .await
                .unwrap();
        };
        keep(theirs, elsewhere.site).await;
        keep(ours, team.site).await;
        tx.commit().await.unwrap();
        let page = test.signed_in("administrator@essarts.test").await.get("/journal").await;
        page.says(&ours.to_string()).does_not_say(&theirs.to_string());
    })
    .await;
}

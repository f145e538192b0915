//! Courses of support that ended, with time and without, before a rate and after.

use axum::http::StatusCode;
use care::act::Acting;
use care::caseload::acts::open_to_change;
use care::cost::{self, Count, NewRate, Noted, Spent, SpentOn, ToldBy};
use care::outcome::model::Closing;
use care::{caseload::Outcome, outcome};
use kernel::id::CaseId;
use platform::audit::Who;
use platform::testing::{Team, member};

use super::HERE;
use crate::testing::{World, story};

impl World<'_> {
    /// So many minutes of meeting, today.
    async fn spend(&self, case: CaseId, minutes: i64) {
        let acting = Acting::new(&self.test.app, Who::Account(self.team.link_worker));
        let mut tx = self.test.tx().await;
        let case = open_to_change(&mut tx, &acting, case, None).await.unwrap();
        let spent = Spent { day: self.test.app.clock().today(), minutes, on: SpentOn::Meeting };
        cost::log(&mut tx, &acting, &case, &spent).await.unwrap().unwrap();
        tx.commit().await.unwrap();
    }

    async fn close(&self, case: CaseId) {
        let acting = Acting::new(&self.test.app, Who::Account(self.team.link_worker));
        let mut tx = self.test.tx().await;
        let case = open_to_change(&mut tx, &acting, case, None).await.unwrap();
        let closing = Closing { outcome: Outcome::GoalsReached, note: None, withdraws: false };
        outcome::acts::close(&mut tx, &acting, case, &closing).await.unwrap().unwrap();
        tx.commit().await.unwrap();
    }

    async fn saw_a_doctor(&self, case: CaseId, before: i64, after: i64) {
        let acting = Acting::new(&self.test.app, Who::Account(self.team.link_worker));
        let mut tx = self.test.tx().await;
        let case = open_to_change(&mut tx, &acting, case, None).await.unwrap();
        let count = |count| Some(Count { count, told_by: ToldBy::Person });
        let noted = Noted { before: count(before), after: count(after) };
        cost::note_visits(&mut tx, &acting, (&case, 0), &noted).await.unwrap().unwrap();
        tx.commit().await.unwrap();
    }

    /// An hour at 40 €, and 10 € for each course of support, from today on.
    async fn an_hour_costs(&self) {
        let acting = Acting::new(&self.test.app, Who::Account(self.team.coordinator));
        let mut tx = self.test.tx().await;
        let valid_from = self.test.app.clock().today();
        let new = NewRate { valid_from, hour_cents: 4_000, other_cents: 1_000, origin: "Paie".to_owned() };
        cost::add_rate(&mut tx, &acting, self.team.site, &new).await.unwrap().unwrap();
        tx.commit().await.unwrap();
    }

    /// Fourteen courses of support that end today, eleven of them with half an hour each and one with four.
    async fn fourteen(&self) -> Vec<CaseId> {
        let mut cases = Vec::new();
        for (place, id) in self.referrals(14).await.into_iter().enumerate() {
            let case = self.accept(id).await;
            match place {
                ..11 => self.spend(case, 30).await,
                11 => self.spend(case, 240).await,
                _ => {}
            }
            self.close(case).await;
            cases.push(case);
        }
        cases
    }
}

#[tokio::test]
async fn hours_are_told_alone_until_somebody_says_what_one_costs() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let world = World { test: &test, team: &team };
        let mut browser = test.signed_in("link_worker@essarts.test").await;
        let page = browser.get("/chiffres").await;
        let page = browser.get(&page.link("Ce que coûte un accompagnement")).await;
        page.is(StatusCode::OK).says("Aucun accompagnement ne s’est terminé");
        world.fourteen().await;
        let page = browser.get(HERE).await;
        page.says("Accompagnements terminés14")
            .says("Avec du temps noté12")
            .says("Sans aucun temps noté2 · 14");
        // (11 × 30 + 240) / 12 minutes.
        page.says("En moyenne48 min").says("Au milieu30 min").says("En tout9 h 30");
        page.says("Rencontre ou visite9 h 30100 %12").says("Aucun montant").does_not_say("€ l’heure");
        page.does_not_say("En moyenne32");
        world.an_hour_costs().await;
        let page = browser.get(HERE).await;
        // 570 minutes at 40 €, and 10 € each: 380 + 120.
        page.says("Coût connu12").says("En moyenne42 €").says("Au milieu30 €").says("En tout500 €");
    })
    .await;
}

#[tokio::test]
async fn before_and_after_never_stand_without_their_warning() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let world = World { test: &test, team: &team };
        let cases = world.fourteen().await;
        test.days_pass(190).await;
        for case in &cases[..10] {
            world.saw_a_doctor(*case, 6, 4).await;
        }
        let mut browser = test.signed_in("coordinator@essarts.test").await;
        let page = browser.get(HERE).await;
        page.says("Les deux nombres sont connus10").says("Un avant et un après ne prouvent rien");
        page.says("En moyenne avantmoins de onze : non montré").does_not_say("\u{2212}2");
        world.saw_a_doctor(cases[10], 7, 2).await;
        let page = browser.get(HERE).await;
        page.says("Un avant et un après ne prouvent rien").says("quand elles vont le plus mal");
        page.says("Les deux nombres sont connus11").says("En moyenne avant6,1").says("En moyenne après3,8");
        page.says("\u{2212}2,3").says("Wilcoxon");
    })
    .await;
}

#[tokio::test]
async fn each_sees_their_own_teams_and_who_opens_no_file_is_led_to_the_reports() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let other = Team::at_venissieux(&test).await;
        World { test: &test, team: &team }.fourteen().await;
        let mut browser = test.signed_in("coordinator@minguettes.test").await;
        browser.get(HERE).await.says("Aucun accompagnement ne s’est terminé");
        browser.get(&format!("{HERE}?site={}", team.site)).await.is(StatusCode::NOT_FOUND);
        let roles = (("both@essarts.test", "Tous deux"), kernel::role::Role::Coordinator);
        member(&test, roles.0, roles.1, &[team.site, other.site]).await;
        let mut both = test.signed_in("both@essarts.test").await;
        both.get(HERE).await.says("Accompagnements terminés14");
        both.get(&format!("{HERE}?site={}", other.site)).await.says("Aucun accompagnement ne s’est terminé");
        browser.sign_in("administrator@essarts.test").await;
        assert_eq!(browser.get(HERE).await.path, "/rapports");
        browser.sign_in("prescriber@essarts.test").await;
        browser.get(HERE).await.is(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn what_ended_longer_ago_is_counted_no_more() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        World { test: &test, team: &team }.fourteen().await;
        test.days_pass(370).await;
        let mut browser = test.signed_in("link_worker@essarts.test").await;
        browser.get(HERE).await.says("Aucun accompagnement ne s’est terminé");
    })
    .await;
}

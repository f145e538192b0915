//! Each number of a small world, counted by hand.

use care::connection::{Answer, Meeting};
use care::referral::DeclineReason;
use care::screening::Moment;
use platform::testing::Team;

use crate::testing::{World, story};

#[tokio::test]
async fn every_number_of_the_page_is_the_one_counted_by_hand() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        World { test: &test, team: &team }.a_winter().await;
        let mut browser = test.signed_in("coordinator@essarts.test").await;
        let page = browser.get("/chiffres").await;
        page.says("du 23 juillet 2025 au 22 janvier 2026");
        page.says("Demandes reçues14 · 100 %");
        page.says("Accompagnements ouverts11 · 79 %");
        page.says("Premier contact établi11 · 79 %");
        page.says("Point fait ensemble5 · 36 %");
        page.says("Mise en lien acceptée0 · 0 %");
        page.says("Accompagnements terminés00 %");
        page.says("Accompagnements en cours11100 %");
        page.says("premier contact : la moitié des personnes ont attendu au plus 4 jours, neuf sur dix au plus 4 jours.");
        page.says("première participation : moins de 11 personnes, trop peu pour un délai.");
        page.says("Un professionnel de santé12 · 86 %");
        page.says("La personne elle-même1 · 7 %");
        page.says("Un proche ou un tiers1 · 7 %");
        page.says("Demandes déclinées17 %").says("Demandes retirées par la personne17 %");
        page.says("Demandes en attente de réponse17 %");
        page.says("Raisons des demandes déclinées").does_not_say("Une feuille remplie à la main");
        page.says("Nadia essarts110");
    })
    .await;
}

/// Thirty-six persons reached the day they were referred, and twenty consultations. A place is asked
/// for twenty: eighteen yes, one full, one silent. Eleven come six days, one three days, three on the
/// sixth day only; one settles, one gives up. Thirty are measured, twenty-four again: thirteen less
/// lonely, eleven as before.
async fn a_spring(world: &World<'_>) {
    directory::demo::load(world.test.app.db(), world.test.app.clock().now()).await.unwrap();
    let mut cases = Vec::new();
    for id in world.referrals(36).await {
        let case = world.accept(id).await;
        world.reach(case).await;
        cases.push(case);
    }
    for _ in 0..20 {
        world.consult().await;
    }
    for case in &cases[..30] {
        world.measure(*case, Moment::First, [2, 2, 2]).await;
    }
    let mut ties = Vec::new();
    for case in &cases[..18] {
        let tie = world.ask(*case).await;
        ties.push(world.answer(tie, Answer::Yes(Meeting::default())).await);
    }
    let refused = world.ask(cases[18]).await;
    world.answer(refused, Answer::No { reason: DeclineReason::Full, words: None }).await;
    world.ask(cases[19]).await;
    for day in 1..=6 {
        world.test.days_pass(1).await;
        for (place, tie) in ties.iter_mut().enumerate() {
            let comes = match place {
                0..11 => true,
                11 => day <= 3,
                12..15 => day == 6,
                _ => false,
            };
            if comes {
                *tie = world.came(tie.clone()).await;
            }
        }
    }
    world.settle(ties[0].clone()).await;
    world.drop(ties[17].clone(), DeclineReason::NotMobile).await;
    for (place, case) in cases[..24].iter().enumerate() {
        let answers = if place < 13 { [1, 1, 2] } else { [2, 2, 2] };
        world.measure(*case, Moment::Review, answers).await;
    }
    world.test.days_pass(30).await;
}

#[tokio::test]
async fn people_are_followed_to_their_sixth_participation() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        a_spring(&World { test: &test, team: &team }).await;
        let mut browser = test.signed_in("coordinator@essarts.test").await;
        let page = browser.get("/chiffres").await;
        page.says("Consultations et repérages20").says("Accompagnements ouverts36 · 100 %");
        // Nobody noted an assessment: a yes implies it.
        page.says("Point fait ensemble18 · 50 %").says("Mise en lien acceptée18 · 50 %");
        page.says("A participé une fois15 · 42 %").says("A participé trois fois12 · 33 %");
        page.says("A participé six fois11 · 31 %").says("Participent par elles-mêmes13 %");
        page.says("première participation : la moitié des personnes ont attendu au plus un jour, neuf sur dix au plus 6 jours.");
        page.says("Déclinée par l’organisation, « Complet »1").says("Sans réponse de l’organisation après trente jours1");
        page.says("Abandonnée, « Ne peut pas se déplacer »1");
        page.says("19 réponses : la moitié sont arrivées le jour même");
        page.says("Moins de solitude : 54 % des 24 personnes mesurées deux fois (intervalle de confiance : de 35 % à 72 %).");
        page.says("Sans deuxième mesure12 (33 % des personnes accompagnées)");
        page.says("questions, version 1.").says("Moins de solitude13Pareil11Plus de solitude0");
        page.says("Changement moyen, en points−1,1 (intervalle de confiance : de −1,5 à −0,7)");
        page.says("Ampleur du mieux, rapportée à sa dispersion1,06");
        page.says("Le seul hasard (test de Wilcoxon)p < 0,001, sur 13 personnes qui ont bougé");
        page.says("étaient comme avant36 % vont mieux, 0 % moins bien");
        page.says("Si elles allaient moins bien36 % vont mieux, 33 % moins bien");
        page.says("ne prouve pas que l’accompagnement est la cause du changement");
        page.does_not_say("Les nombres de moins de 11 personnes ne sont pas montrés");
    })
    .await;
}

#[tokio::test]
async fn of_ten_persons_no_wait_is_told_and_of_eleven_it_is() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let world = World { test: &test, team: &team };
        let sent = world.referrals(11).await;
        for id in &sent[..10] {
            let case = world.accept(*id).await;
            world.reach(case).await;
        }
        let mut browser = test.signed_in("coordinator@essarts.test").await;
        let page = browser.get("/chiffres").await;
        page.says("premier contact : moins de 11 personnes").says("Demandes reçues11 · 100 %");
        let case = world.accept(sent[10]).await;
        world.reach(case).await;
        let page = browser.get("/chiffres").await;
        page.says("premier contact : la moitié des personnes ont attendu moins d’un jour");
        page.says("2 jours ou moins11 · 100 %").says("de 3 à 7 jours0").says("plus de 30 jours0");
    })
    .await;
}

#[tokio::test]
async fn referrals_count_in_the_period_they_were_sent_in() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let world = World { test: &test, team: &team };
        world.referrals(2).await;
        test.days_pass(1).await;
        let late = world.referrals(3).await;
        test.days_pass(20).await;
        world.accept(late[0]).await;
        let mut browser = test.signed_in("coordinator@essarts.test").await;
        let first = browser.get("/chiffres?du=2026-01-13&au=2026-01-13").await;
        first.says("Demandes reçues2").says("Accompagnements ouverts0");
        // Accepted long after the period: it belongs to the referrals of that day.
        let second = browser.get("/chiffres?du=14/01/2026&au=14/01/2026").await;
        second.says("Demandes reçues3").says("Accompagnements ouverts1");
        browser.get("/chiffres?du=2026-01-15").await.says("Rien pour cette période");
    })
    .await;
}

#[tokio::test]
async fn two_periods_stand_side_by_side_for_the_team_alone() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let world = World { test: &test, team: &team };
        world.referrals(2).await;
        test.days_pass(1).await;
        world.referrals(3).await;
        let mut browser = test.signed_in("coordinator@essarts.test").await;
        let page = browser.get("/chiffres?du=2026-01-14&au=2026-01-14&avec=avant").await;
        page.says("Deux périodes côte à côte").says("Demandes reçues23");
        assert_eq!(page.value("/chiffres", "avec"), "avant");
        browser.get("/chiffres?du=2026-01-14&au=2026-01-14&avec=x").await.does_not_say("côte à côte");
    })
    .await;
}

//! The register says what the program holds, keeps and protects, and to whom it may be shown.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use kernel::Lang;
use platform::app::{Servers, Settings};
use platform::db::whole;
use platform::held::Says;
use platform::kept::Months;
use platform::testing::{Team, TestApp};
use serde_json::Value;

use crate::figures::OF_THE_CODE;
use crate::spoken;
use crate::testing::{at_bron, story};
use crate::words::words;

const HERE: &str = "/donnees/registre";

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[tokio::test]
async fn every_table_of_the_store_is_in_the_register_or_said_to_be_of_nobody() {
    story(|test: TestApp| async move {
        let stored = whole::tables(&mut test.tx().await).await.unwrap();
        for lang in [Lang::Fr, Lang::En] {
            let all: Vec<_> = test.app.modules().iter().map(|module| (module.held)(lang)).collect();
            let of_nobody: BTreeSet<&str> = all.iter().flat_map(|held| held.of_nobody).copied().collect();
            for table in &stored {
                let name = table.name.as_str();
                let holding = all.iter().flat_map(|held| &held.holdings).find(|one| one.table == name);
                assert_ne!(holding.is_some(), of_nobody.contains(name), "{name}: held, or of nobody");
                let Some(holding) = holding else { continue };
                let said: BTreeSet<&str> = holding.columns.iter().map(|(name, _)| *name).collect();
                let there: BTreeSet<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
                assert_eq!(said, there, "{name}");
                let words = holding.columns.iter().filter_map(|(_, says)| match says {
                    Says::Told(words) | Says::OfAnother(words) => Some(words),
                    Says::Moment | Says::Account | Says::Nothing => None,
                });
                assert!(words.clone().all(|words| !words.is_empty()) && !holding.is.is_empty(), "{name}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn the_register_names_what_is_held_and_for_how_long() {
    story(|test| async move {
        at_bron(&test).await;
        let w = words(Lang::Fr);
        let mut camille = test.signed_in("coordinator@essarts.test").await;
        let page = camille.get(HERE).await;
        page.is(StatusCode::OK)
            .says("année de naissance")
            .says("Association Les Essarts")
            .says("article 6, 1, e");
        let kept = spoken::months(OF_THE_CODE.person, w);
        page.says(&plain(&format!("{kept} après le dernier contact")));
        for time in [OF_THE_CODE.traces, OF_THE_CODE.idle, OF_THE_CODE.longest, OF_THE_CODE.invitation] {
            page.says(&plain(&spoken::length(time, w)));
        }
        page.says("Sauvegardes gardées 35 jours");
    })
    .await;
}

#[tokio::test]
async fn what_the_settings_turn_on_shows_in_the_register() {
    story(|test| async move {
        at_bron(&test).await;
        let mut camille = test.signed_in("coordinator@essarts.test").await;
        let page = camille.get(HERE).await;
        page.says("Pas en place ici Marque du journal gardée chaque jour").says("Aucun par l’outil");
        let settings = Settings {
            anchor_file: Some("/mnt/elsewhere/anchors".into()),
            kept: Months { trail: 12, ..Months::default() },
            servers: Servers { mail: Some("mail.example.org".to_owned()), ..Servers::default() },
            ..test.app.settings().clone()
        };
        let other = TestApp { app: test.app.clone().with_settings(settings) };
        let page = camille.before(&other).get(HERE).await;
        page.says("Activé ici Marque du journal gardée chaque jour")
            .says("Serveur de courriel : mail.example.org")
            .says(&plain(&words(Lang::Fr).accounts_kept_trail(spoken::months(12, words(Lang::Fr)))))
            .does_not_say("Aucun par l’outil");
    })
    .await;
}

#[tokio::test]
async fn the_register_is_taken_away_as_a_file() {
    story(|test| async move {
        at_bron(&test).await;
        let mut camille = test.signed_in("coordinator@essarts.test").await;
        let page = camille.get("/donnees/registre.json").await;
        page.is(StatusCode::OK);
        let register: Value = serde_json::from_str(&page.body).unwrap();
        assert_eq!(register["controller"]["name"], "Association Les Essarts");
        let codes: Vec<&Value> = register["sheets"].as_array().unwrap().iter().map(|s| &s["code"]).collect();
        assert_eq!(codes, ["support", "research", "directory", "accounts", "figures"]);
        let tables = register["sheets"][0]["data"].as_array().unwrap();
        assert!(tables.iter().any(|data| data["table"] == "assessment"));
        let other = register["measures"].as_array().unwrap();
        assert!(other.iter().any(|measure| measure["stands"] == "off"));
    })
    .await;
}

#[tokio::test]
async fn coordinators_and_administrators_read_their_own_team_s_register_alone() {
    story(|test| async move {
        let team = at_bron(&test).await;
        Team::at_venissieux(&test).await;
        for email in ["coordinator@essarts.test", "administrator@essarts.test"] {
            test.signed_in(email).await.get(HERE).await.is(StatusCode::OK);
        }
        for path in ["/donnees", HERE, "/donnees/registre.json", "/donnees/analyse", "/donnees/analyse/texte"]
        {
            for email in ["prescriber@essarts.test", "link_worker@essarts.test"] {
                test.signed_in(email).await.get(path).await.is(StatusCode::NOT_FOUND);
            }
            let path = format!("{path}?equipe={}", team.site);
            test.signed_in("coordinator@minguettes.test").await.get(&path).await.is(StatusCode::NOT_FOUND);
        }
    })
    .await;
}

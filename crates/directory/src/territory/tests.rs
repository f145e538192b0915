//! The pages of territories, through HTTP, on both engines, over the demo territory.

use axum::http::StatusCode;
use kernel::Lang;
use platform::testing::{Page, TestApp};

use crate::resource::{self, ResourceId};
use crate::testing::in_the_demo;
use crate::vocabulary::{Category, Coded, Language, Lever};

/// The number in front of « ressource ».
fn found(page: &Page) -> usize {
    let text = page.text();
    let before = text.split(" ressource").next().unwrap();
    before.rsplit(' ').next().unwrap().parse().unwrap()
}

/// The number after « Rencontrer du monde ».
fn of_lever(page: &Page, lever: &str) -> usize {
    let text = page.text();
    let after = text.split(&format!("{lever} (")).nth(1).unwrap();
    after.split(')').next().unwrap().parse().unwrap()
}

#[tokio::test]
async fn a_commune_s_page_counts_what_the_finder_finds_there() {
    in_the_demo(|test| async move {
        let mut browser = test.browser();
        let finder = browser.get("/ressources?pres_de=Bron").await;
        let page = browser.get(&finder.link("Voir ce qui existe dans cette commune")).await;
        assert_eq!(page.path, "/territoires/69029");
        page.is(StatusCode::OK).says(" habitants").says("Métropole de Lyon");
        let all = browser.get(&page.link("Voir la liste et la carte")).await;
        assert_eq!(found(&all), found(&page));
        let gathering = browser.get(&page.link("Rencontrer du monde")).await;
        assert_eq!(found(&gathering), of_lever(&page, "Rencontrer du monde"));
    })
    .await;
}

#[tokio::test]
async fn what_is_missing_within_reach_is_said() {
    in_the_demo(|test| async move {
        let page = test.browser().get("/territoires/2A004").await;
        page.is(StatusCode::OK).says("Ce qui manque").says("Parler à quelqu’un (seulement à distance)");
        page.says("Aucune fiche d’ici n’en parle.");
        let themes = page.text();
        let themes = themes.split("Thèmes").nth(1).unwrap().split("Accès et langues").next().unwrap();
        let (nowhere, remote) = themes.split_once("Seulement à distance :").unwrap();
        for theme in Category::all().map(|theme| theme.label(Lang::Fr)) {
            assert!(nowhere.contains(theme) != remote.contains(theme), "{theme} is missing once");
        }
        let bron = test.browser().get("/territoires/69029").await;
        assert!(!missing(&bron).contains("Rencontrer du monde"));
    })
    .await;
}

/// Between « Ce qui manque » and what exists by theme.
fn missing(page: &Page) -> String {
    let text = page.text();
    let after = text.split("Ce qui manque").nth(1).unwrap_or_default();
    after.split("Par thème").next().unwrap().to_owned()
}

#[tokio::test]
async fn what_makes_coming_possible_is_counted_as_the_finder_finds_it_or_missing() {
    in_the_demo(|test| async move {
        let mut browser = test.browser();
        let page = browser.get("/territoires/69029").await;
        page.says("Pour que chacun puisse venir").says("Autres langues parlées :");
        for access in
            ["Accessible en fauteuil roulant, au moins en partie", "Boucle magnétique pour malentendants"]
        {
            let finder = browser.get(&page.link(access)).await;
            assert_eq!(found(&finder), of_lever(&page, access), "{access}");
        }
        let id = ResourceId::parse("demo--repas-du-jeudi").unwrap();
        set_languages(&test, &id, &["fsl"]).await;
        let page = browser.get("/territoires/69029").await;
        page.says("Langue des signes française (");
        assert!(!missing(&page).contains("Langue des signes"));
        let departement = browser.get("/territoires/69").await;
        departement.is(StatusCode::OK).says("Langue des signes française (");
        let all = resource::page_after(&mut test.tx().await, "", 10_000).await.unwrap();
        for row in all {
            set_languages(&test, &row.read().unwrap().id, &[]).await;
        }
        let page = browser.get("/territoires/69029").await;
        let missing = missing(&page);
        assert!(
            missing.contains("Langue des signes française")
                && missing.contains("Une autre langue que le français")
        );
        page.says("cela peut exister sans être écrit").does_not_say("Autres langues parlées");
    })
    .await;
}

async fn set_languages(test: &TestApp, id: &ResourceId, codes: &[&str]) {
    let mut tx = test.tx().await;
    let (mut resource, _) = resource::find(&mut tx, id).await.unwrap().unwrap();
    resource.ties.languages = codes.iter().filter_map(|code| Language::parse(code)).collect();
    resource::put(&mut tx, &resource, test.app.clock().now()).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn an_epci_and_a_departement_sum_their_communes_and_follow_changes() {
    in_the_demo(|test| async move {
        let mut browser = test.browser();
        let departement = found(&browser.get("/territoires/69").await);
        let page = browser.get("/territoires/200046977").await;
        page.is(StatusCode::OK).says("Vénissieux").says("n’est pas compté");
        assert!(found(&page) > 100 && found(&page) <= departement);
        let id = ResourceId::parse("demo--repas-du-jeudi").unwrap();
        let mut tx = test.tx().await;
        let change = crate::stored::Change::begin(&mut tx, test.app.clock().now()).await.unwrap();
        resource::mark_gone(&mut tx, id.as_str(), change).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(found(&browser.get("/territoires/200046977").await), found(&page) - 1);
    })
    .await;
}

#[tokio::test]
async fn the_guide_on_paper_has_each_lever_and_a_number_to_call() {
    in_the_demo(|test| async move {
        let mut browser = test.browser();
        let territory = browser.get("/territoires/69029").await;
        let guide = browser.get(&territory.link("Ouvrir le guide")).await;
        guide.is(StatusCode::OK).says("Votre mairie :").says("Repas partagé du jeudi").says("04 ");
        for lever in Lever::all() {
            guide.says(&lever.wish(Lang::Fr));
        }
        assert!(!guide.body.contains("sheet--large"));
        let large = browser.get(&guide.link("En grands caractères")).await;
        assert!(large.is(StatusCode::OK).body.contains("sheet--large"));
        let far = browser.get("/territoires/2A004/guide").await;
        far.is(StatusCode::OK).says("À distance").does_not_say("Saint-Fons");
    })
    .await;
}

#[tokio::test]
async fn a_code_of_nowhere_has_no_page_and_both_languages_have_one() {
    in_the_demo(|test| async move {
        let mut browser = test.browser();
        for code in ["0", "99999", "zzz", "%00", "200046977/guide", "69/guide", "123456789"] {
            browser.get(&format!("/territoires/{code}")).await.is(StatusCode::NOT_FOUND);
        }
        let mut english = test.browser().in_english();
        for path in ["69029", "69", "200046977", "75056", "69029/guide"] {
            english.get(&format!("/territoires/{path}")).await.is(StatusCode::OK);
        }
        english.get("/territoires/69029").await.says("what there is").says("inhabitants");
    })
    .await;
}

//! A search passed on, to people and to programs, through HTTP, on both engines.

use axum::http::StatusCode;
use serde_json::json;

use super::page_tests::found;
use crate::testing::{in_the_demo, json_ld};

#[tokio::test]
async fn a_search_is_shared_by_an_address_whose_subject_says_nothing_of_it() {
    in_the_demo(|test| async move {
        let mut browser = test.browser();
        let page = browser.get("/ressources?q=jardin&pres_de=Bron&avec=gratuit").await;
        let public = &test.app.settings().public_url;
        page.says("Partager cette recherche");
        page.says(&format!("{public}/ressources?q=jardin&pres_de=Bron&avec=gratuit"));
        let mail = page.link("Envoyer par courriel");
        let (subject, body) = mail.split_once("&body=").unwrap();
        assert!(!subject.contains("jardin") && !subject.contains("Bron"), "{subject}");
        assert!(body.contains("q%3Djardin"), "{body}");
    })
    .await;
}

#[tokio::test]
async fn programs_read_the_list_as_it_is_shown_page_by_page() {
    in_the_demo(|test| async move {
        let mut browser = test.browser();
        let first = browser.get("/ressources").await;
        let second = browser.get(&first.link("Suivantes")).await;
        for (page, position) in [(&first, 1), (&second, 21)] {
            let said = json_ld(page);
            assert_eq!(said["numberOfItems"], found(page));
            let items = said["itemListElement"].as_array().unwrap();
            assert_eq!((items.len(), &items[0]["position"]), (20, &json!(position)));
            for item in items {
                let url = item["url"].as_str().unwrap().strip_prefix("http://maillage.test").unwrap();
                let shown = browser.get(url).await;
                shown.is(StatusCode::OK).says(&item["name"].as_str().unwrap().replace('\u{a0}', " "));
            }
        }
        let nothing = browser.get("/ressources?q=zzzzzz").await;
        assert!(!nothing.body.contains("ld+json"));
    })
    .await;
}

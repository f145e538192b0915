//! The public pages, through HTTP, on both engines, over the demo territory.

use axum::http::StatusCode;
use platform::testing::{Browser, Page, TestApp};
use serde_json::Value;

use crate::organization::{self, Organization, OrganizationId};
use crate::resource::{self, Resource, ResourceId};
use crate::stored::Change;
use crate::testing::in_the_demo;

async fn some_resource(test: &TestApp, wanted: impl Fn(&Resource) -> bool) -> Resource {
    let all = present_resources(test).await;
    all.into_iter().find(wanted).unwrap()
}

async fn some_organization(test: &TestApp, id: &OrganizationId) -> Organization {
    organization::find(&mut test.tx().await, id).await.unwrap().unwrap().0
}

async fn json(browser: &mut Browser, path: &str) -> Value {
    let page = browser.get(path).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    serde_json::from_str(&page.body).unwrap()
}

/// The number in « 12 ressources trouvées ».
pub(super) fn found(page: &Page) -> usize {
    let text = page.text();
    let before = text.split(" ressource").next().unwrap_or_default();
    before.rsplit(' ').next().and_then(|number| number.parse().ok()).unwrap_or_default()
}

#[tokio::test]
async fn a_visitor_finds_a_choir_near_home_and_opens_its_page() {
    in_the_demo(|test| async move {
        let mut browser = test.browser();
        let page = browser.get("/ressources?q=chorale&pres_de=bron&rayon=5").await;
        page.is(StatusCode::OK)
            .says("Voix voisines")
            .says("Distances à vol d’oiseau depuis le centre de Bron");
        assert_eq!(page.value("/ressources", "pres_de"), "bron");
        assert!(found(&page) >= 1);

        let choir = some_resource(&test, |resource| resource.name.to_lowercase().contains("chorale")).await;
        let page = browser.get(&crate::address::resource(&choir.id)).await;
        page.is(StatusCode::OK)
            .says(&choir.description.replace('\u{a0}', " "))
            .says("Quand")
            .says("Vérifié par l’équipe du territoire le");
        let host = some_organization(&test, &choir.organization).await;
        let page = browser.get(&page.link("Proposé par")).await;
        page.is(StatusCode::OK).says(&host.name).says(&choir.name).says("04 65 71");
    })
    .await;
}

#[tokio::test]
async fn each_criterion_finds_less_than_none_and_something() {
    in_the_demo(|test| async move {
        let mut browser = test.browser();
        let all = found(&browser.get("/ressources").await);
        assert!(all > 100);
        for criterion in [
            "q=jardin",
            "pres_de=69190&rayon=1",
            "levier=listen",
            "theme=famille",
            "theme=remobilisation--benevolat-action-citoyenne",
            "public=seniors",
            "avec=gratuit",
            "avec=places",
            "avec=fauteuil",
            "avec=boucle",
            "avec=navette",
            "avec=accueil",
            "avec=distance",
            "forme=group",
            "jour=mardi",
            "moment=soir",
            "jour=mardi&moment=matin",
            "langue=fsl",
            "age=15",
            "pres_de=Bron&rayon=pied-15",
            "pres_de=Bron&rayon=voiture-10",
        ] {
            let some = found(&browser.get(&format!("/ressources?{criterion}")).await);
            assert!(some > 0 && some < all, "{criterion}: {some} of {all}");
        }
    })
    .await;
}

#[tokio::test]
async fn each_choice_says_how_many_it_would_give_and_gives_as_many() {
    in_the_demo(|test| async move {
        let mut browser = test.browser();
        let page = browser.get("/ressources?pres_de=Bron&rayon=10&jour=mardi").await;
        for (field, code) in [
            ("levier", "gather"),
            ("forme", "group"),
            ("theme", "remobilisation--lien-social"),
            ("langue", "fsl"),
            ("moment", "matin"),
        ] {
            let counted = counted(&page, field, code);
            let given =
                browser.get(&format!("/ressources?pres_de=Bron&rayon=10&jour=mardi&{field}={code}")).await;
            assert_eq!(found(&given), counted, "{field}={code}");
            assert!(counted > 0, "{field}={code} tells nothing here");
        }
        let free = browser.get("/ressources?pres_de=Bron&rayon=10&jour=mardi&avec=gratuit").await;
        page.says(&format!("Gratuit ({})", found(&free)));
    })
    .await;
}

/// The number at the end of an option: « En groupe (12) ».
fn counted(page: &Page, field: &str, code: &str) -> usize {
    let list = page.body.split(&format!("name=\"{field}\"")).nth(1).unwrap();
    let option = list.split(&format!("value=\"{code}\"")).nth(1).unwrap();
    let text = option.split("</option>").next().unwrap();
    text.rsplit('(').next().and_then(|text| text.strip_suffix(')')).unwrap().parse().unwrap()
}

#[tokio::test]
async fn what_was_chosen_is_said_above_the_list_and_taken_back_by_a_link() {
    in_the_demo(|test| async move {
        let mut browser = test.browser();
        let asked = "/ressources?q=jardin&pres_de=Bron&jour=mardi&age=70&avec=gratuit&avec=fauteuil";
        let page = browser.get(asked).await;
        page.says("Retirer : Mardi").says("Retirer : 70 ans");
        assert_eq!(
            page.link("Retirer : Gratuit"),
            "/ressources?q=jardin&pres_de=Bron&jour=mardi&age=70&avec=fauteuil"
        );
        assert_eq!(page.link("Tout retirer"), "/ressources?q=jardin&pres_de=Bron");
        let page = browser.get(&page.link("Retirer : Mardi")).await;
        page.does_not_say("Retirer : Mardi").says("Retirer : Gratuit");
        browser.get("/ressources?q=jardin&pres_de=Bron").await.does_not_say("Retirer :");
    })
    .await;
}

#[tokio::test]
async fn minutes_are_an_estimate_and_the_page_says_what_it_rests_on() {
    in_the_demo(|test| async move {
        let mut browser = test.browser();
        let page = browser.get("/ressources?pres_de=Bron&rayon=pied-30").await;
        page.says("30 min à pied, c’est environ 1,5 km à vol d’oiseau : une estimation à 4 km/h, avec 30 % de détours.");
        assert_eq!(page.value("/ressources", "rayon"), "pied-30");
        let farther = found(&browser.get("/ressources?pres_de=Bron&rayon=voiture-20").await);
        assert!(found(&page) > 0 && found(&page) < farther, "{} of {farther}", found(&page));
        browser.get("/ressources?rayon=pied-30").await.does_not_say("une estimation");
    })
    .await;
}

#[tokio::test]
async fn an_unknown_or_ambiguous_commune_is_told_and_what_was_typed_is_kept() {
    in_the_demo(|test| async move {
        let mut browser = test.browser();
        let page = browser.get("/ressources?q=chant&pres_de=Atlantide").await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Aucune commune ne porte ce nom");
        assert_eq!(page.value("/ressources", "pres_de"), "Atlantide");
        assert_eq!(page.value("/ressources", "q"), "chant");
        let page = browser.get("/ressources?pres_de=Saint-Denis").await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Plusieurs communes sont possibles");
        let page = browser.get("/ressources?pres_de=veniss").await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Vouliez-vous dire Vénissieux (69200) ?");
    })
    .await;
}

#[tokio::test]
async fn a_question_nobody_would_read_to_its_end_is_refused_and_kept() {
    in_the_demo(|test| async move {
        let mut browser = test.browser();
        let long = "chant ".repeat(10_000);
        let page = browser.get(&format!("/ressources?q={}", long.replace(' ', "+"))).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("200 caractères au plus");
        assert_eq!(page.value("/ressources", "q"), long);
        assert!(page.body.contains(r##"href="#q""##) && page.body.contains("id=\"q-error\""));
        browser.get(&format!("/ressources?q={}", "a".repeat(201))).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        browser.get(&format!("/ressources?q={}", "a".repeat(200))).await.is(StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn values_nobody_knows_ask_nothing_and_a_page_too_far_leads_back() {
    in_the_demo(|test| async move {
        let mut browser = test.browser();
        let all = found(&browser.get("/ressources").await);
        let odd = "/ressources?levier=zzz&theme=zzz&public=zzz&avec=zzz&rayon=zzz&page=zzz&zzz=1\
                   &forme=zzz&jour=zzz&moment=zzz&age=zzz&langue=zzzz";
        assert_eq!(found(&browser.get(odd).await), all);
        browser.get("/ressources?page=999").await.is(StatusCode::OK).says("Voir toutes les ressources");
        browser.get("/ressources?page=4294967295").await.is(StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn nothing_found_says_what_to_do_next() {
    in_the_demo(|test| async move {
        let page = test.browser().get("/ressources?q=saxophone+sous-marin").await;
        page.is(StatusCode::OK).says("Rien n’a été trouvé").says("Essayez un autre mot");
    })
    .await;
}

#[tokio::test]
async fn pages_follow_one_another_and_keep_the_question() {
    in_the_demo(|test| async move {
        let mut browser = test.browser();
        let page = browser.get("/ressources?pres_de=Bron&avec=gratuit").await;
        let total = found(&page);
        page.says(&format!("1 à 20 sur {total}"));
        let next = page.link("Suivantes");
        assert_eq!(next, "/ressources?pres_de=Bron&avec=gratuit&page=2");
        let page = browser.get(&next).await;
        page.says(&format!("21 à {} sur {total}", total.min(40)));
        assert_eq!(page.link("Précédentes"), "/ressources?pres_de=Bron&avec=gratuit");
    })
    .await;
}

#[tokio::test]
async fn the_ground_has_outlines_and_names_of_towns() {
    in_the_demo(|test| async move {
        let mut browser = test.browser();
        let ground = json(&mut browser, "/map/ground.geojson?departement=69").await;
        let count = |kind: &str| {
            let features = ground["features"].as_array().unwrap();
            features.iter().filter(|feature| feature["properties"]["kind"] == kind).count()
        };
        assert!(count("departement") > 90 && count("commune") > 200 && count("town") > 40);
    })
    .await;
}

#[tokio::test]
async fn communes_are_proposed_by_name_and_postcode() {
    in_the_demo(|test| async move {
        let mut browser = test.browser();
        assert_eq!(json(&mut browser, "/communes?q=venissi").await[0]["label"], "Vénissieux (69200)");
        assert_eq!(json(&mut browser, "/communes?q=69500").await[0]["label"], "Bron (69500)");
        assert_eq!(json(&mut browser, "/communes").await.as_array().unwrap().len(), 0);
    })
    .await;
}

#[tokio::test]
async fn a_gone_resource_says_so_and_an_unknown_one_does_not_exist() {
    in_the_demo(|test| async move {
        let id = ResourceId::parse("demo--repas-du-jeudi").unwrap();
        let mut tx = test.tx().await;
        let change = Change::begin(&mut tx, test.app.clock().now()).await.unwrap();
        resource::mark_gone(&mut tx, id.as_str(), change).await.unwrap();
        tx.commit().await.unwrap();
        let mut browser = test.browser();
        let page = browser.get("/ressources/demo--repas-du-jeudi").await;
        page.is(StatusCode::GONE).says("n’est plus proposée depuis le 13 janvier 2026");
        for path in ["/ressources/demo--nothing", "/organisations/demo--nothing", "/ressources/%00"] {
            browser.get(path).await.is(StatusCode::NOT_FOUND);
        }
    })
    .await;
}

#[tokio::test]
async fn no_referral_address_and_no_professional_s_name_is_on_any_public_page() {
    in_the_demo(|test| async move {
        let mut named = some_resource(&test, |resource| resource.id.as_str() == "demo--repas-du-jeudi").await;
        named.contact_name = Some("Une Personne".to_owned());
        let mut tx = test.tx().await;
        resource::put(&mut tx, &named, test.app.clock().now()).await.unwrap();
        tx.commit().await.unwrap();
        let referral = named.ties.referral_email.clone().unwrap();
        let mut browser = test.browser();
        for path in [
            crate::address::resource(&named.id),
            crate::address::organization(&named.organization),
            "/ressources?q=repas".to_owned(),
            "/map/places.json?id=demo--repas-du-jeudi".to_owned(),
            "/api/v1/search/services".to_owned(),
        ] {
            let page = browser.get(&path).await;
            assert!(page.body.contains("Repas partagé du jeudi"), "{path}");
            assert!(!page.body.contains("Une Personne") && !page.body.contains(referral.as_str()), "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn every_page_of_the_territory_opens_in_both_languages() {
    in_the_demo(|test| async move {
        let resources = present_resources(&test).await;
        let organizations = present_organizations(&test).await;
        for mut browser in [test.browser(), test.browser().in_english()] {
            browser.get("/ressources?pres_de=Bron").await.is(StatusCode::OK);
            for resource in &resources {
                let page = browser.get(&crate::address::resource(&resource.id)).await;
                page.is(StatusCode::OK).says(&resource.name.replace('\u{a0}', " "));
            }
            for organization in &organizations {
                browser.get(&crate::address::organization(&organization.id)).await.is(StatusCode::OK);
            }
        }
        let page = test.browser().in_english().get("/ressources?pres_de=Bron&avec=gratuit").await;
        page.says("Find something near home").says("as the crow flies").does_not_say("Gratuit");
    })
    .await;
}

#[tokio::test]
async fn open_now_keeps_what_is_open_at_this_hour_in_france() {
    in_the_demo(|test| async move {
        // Nine in the morning of a Tuesday, on French clocks.
        let now = jiff::civil::date(2026, 1, 13).at(9, 0, 0, 0);
        let is_open = |resource: &Resource| {
            let hours = resource.hours();
            hours.and_then(|text| crate::schedule::is_open(text, now)) == Some(true)
        };
        let resources = present_resources(&test).await;
        let open = resources.iter().filter(|resource| is_open(resource)).count();
        assert!(0 < open && open < resources.len() / 2);
        let page = test.browser().get("/ressources?avec=ouvert").await;
        page.says("Ouvert maintenant");
        assert_eq!(found(&page), open);
    })
    .await;
}

async fn present_resources(test: &TestApp) -> Vec<Resource> {
    let rows = resource::page_after(&mut test.tx().await, "", 10_000).await.unwrap();
    rows.iter().map(|row| row.read().unwrap()).collect()
}

async fn present_organizations(test: &TestApp) -> Vec<Organization> {
    let resources = present_resources(test).await;
    let ids: std::collections::BTreeSet<&str> =
        resources.iter().map(|resource| resource.organization.as_str()).collect();
    let ids: Vec<&str> = ids.into_iter().collect();
    organization::with_ids(&mut test.tx().await, &ids).await.unwrap()
}

#[tokio::test]
async fn the_first_answers_stand_in_another_site_s_page_and_nothing_else_does() {
    in_the_demo(|test| async move {
        let mut browser = test.browser();
        let page = browser.get("/ressources?q=chorale&pres_de=Bron").await;
        assert_eq!(page.headers["x-frame-options"], "DENY");
        let frame = page.body.split("&#60;iframe src=&#34;").nth(1).unwrap().split("&#34;").next().unwrap();
        let address = frame.strip_prefix("http://maillage.test").unwrap().replace("&#38;amp;", "&");
        let embedded = browser.get(&address).await;
        embedded.is(StatusCode::OK).says("Chorale des Essarts").says("ressources trouvées");
        let policy = embedded.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("frame-ancestors *") && !policy.contains("script-src"));
        assert!(!embedded.headers.contains_key("x-frame-options"));
        assert!(!embedded.body.contains("<script") && !embedded.body.contains("<form"));
        browser.get("/ressources/integrer?pres_de=Nullepart&page=x").await.is(StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn a_public_is_counted_as_choosing_it_gives() {
    in_the_demo(|test| async move {
        let mut browser = test.browser();
        let page = browser.get("/ressources?pres_de=Bron").await;
        let publics = page.body.split("name=\"public\"").nth(1).unwrap().split("</select>").next().unwrap();
        let mut counted = 0;
        for option in publics.split("<option value=\"").skip(2) {
            let code = option.split('"').next().unwrap();
            let count = option.rsplit_once('(').unwrap().1.split(')').next().unwrap();
            let chosen = browser.get(&format!("/ressources?pres_de=Bron&public={code}")).await;
            assert_eq!(found(&chosen).to_string(), count, "{code}");
            counted += 1;
        }
        assert!(counted > 5);
    })
    .await;
}

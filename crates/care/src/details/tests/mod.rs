//! Correcting, on both engines.

mod editors;

use axum::http::StatusCode;
use kernel::contact::Phone;
use kernel::id::CaseId;
use platform::audit;
use platform::testing::{Browser, Page, TestApp};

use crate::caseload;
use crate::person::{self, Person};
use crate::testing::{at_desk, story};

fn here(case: CaseId) -> String {
    format!("/personnes/{case}/coordonnees")
}

async fn stored(test: &TestApp, case: CaseId) -> Person {
    let mut tx = test.tx().await;
    let case = caseload::find(&mut tx, case).await.unwrap().unwrap();
    person::find(&mut tx, case.person_id).await.unwrap().unwrap()
}

async fn sent(browser: &mut Browser, page: &Page, case: CaseId, fields: &[(&str, &str)]) -> Page {
    browser.send(page, &here(case), fields).await
}

#[tokio::test]
async fn what_is_noted_of_somebody_is_put_right_and_found_by_it() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let page = nadia.get(&format!("/personnes/{case}")).await;
        assert_eq!(page.link("Corriger"), here(case));
        let page = nadia.get(&here(case)).await;
        page.says("Dossier de Mme Aline Dumont");
        assert_eq!(page.value(&here(case), "commune"), "Bron (69500)");
        assert_eq!(page.value(&here(case), "phone"), "04 65 71 00 12");
        let fields =
            [("name", "Aline Martin"), ("phone", "04 65 71 00 77"), ("address", ""), ("discreet", "yes")];
        let page = sent(&mut nadia, &page, case, &fields).await;
        page.is(StatusCode::OK)
            .says("Mme Aline Martin")
            .says("04 65 71 00 77")
            .does_not_say("rue des Essarts");
        let now = stored(&test, case).await;
        assert!(now.discreet && now.address.is_none());
        let kept = (now.birth_year.map(kernel::name::BirthYear::get), now.call_when.as_deref());
        assert_eq!(kept, (Some(1948), Some("après 17 h")), "the rest stays");
        let page = nadia.get("/personnes").await;
        nadia.send(&page, "/personnes", &[("name", "martin")]).await.says("Mme Aline Martin");
        let trail = audit::of_subject(&mut test.tx().await, now.id).await.unwrap();
        assert_eq!(trail.last().unwrap().action, "changed");
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_is_told_and_nothing_is_saved() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let page = nadia.get(&here(case)).await;
        for (field, typed, told) in [
            ("name", "", "Indiquez le nom"),
            ("birth_year", "2050", "année"),
            ("commune", "Nulle-Part", "Nous ne trouvons pas cette commune"),
            ("phone", "12", "numéro"),
        ] {
            let page = sent(&mut nadia, &page, case, &[(field, typed)]).await;
            page.is(StatusCode::UNPROCESSABLE_ENTITY).says(told);
            assert_eq!(page.value(&here(case), field), typed, "what was typed is kept");
        }
        let page = sent(&mut nadia, &page, case, &[("phone", ""), ("address", "")]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(stored(&test, case).await.name.as_str(), "Aline Dumont");
    })
    .await;
}

#[tokio::test]
async fn two_who_correct_at_once_see_both_versions() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let mut camille = test.signed_in("coordinator@essarts.test").await;
        let (first, late) = (nadia.get(&here(case)).await, camille.get(&here(case)).await);
        sent(&mut nadia, &first, case, &[("phone", "04 65 71 00 77")]).await.is(StatusCode::OK);
        let page = sent(&mut camille, &late, case, &[("phone", "04 65 71 00 88")]).await;
        page.is(StatusCode::CONFLICT).says("Nadia essarts").says("04 65 71 00 77").says("04 65 71 00 88");
        assert_eq!(stored(&test, case).await.phone, Phone::parse("04 65 71 00 77"));
        sent(&mut camille, &page, case, &[]).await.is(StatusCode::OK);
        assert_eq!(stored(&test, case).await.phone, Phone::parse("04 65 71 00 88"));
    })
    .await;
}

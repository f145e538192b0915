//! Every page meant for paper has the same beside it as a file, for the same people.

use axum::http::StatusCode;
use kernel::id::{CaseId, ReferralId};
use platform::testing::{Browser, Team, TestApp, Told, on_both_engines, pairs};

use crate::act::Acting;
use crate::caseload::Outcome;
use crate::outcome::acts::close;
use crate::outcome::model::Closing;
use crate::testing::{a_case, a_new_case, link_worker, story, trail};

/// A course of support, whoever asked for it and whoever follows it.
struct Scene {
    team: Team,
    referral: ReferralId,
    case: CaseId,
    doctor: Browser,
    nadia: Browser,
}

impl Scene {
    async fn of(test: &TestApp) -> Scene {
        let team = Team::at_bron(test).await;
        let case = a_case(test, &team).await;
        let stored = crate::caseload::find(&mut test.tx().await, case).await.unwrap().unwrap();
        let doctor = test.signed_in("prescriber@essarts.test").await;
        Scene { team, referral: stored.referral_id, case, doctor, nadia: link_worker(test).await }
    }

    async fn ended(&self, test: &TestApp, outcome: Outcome, withdraws: bool) {
        let acting = Acting::new(&test.app, platform::audit::Who::Account(self.team.link_worker));
        let mut tx = test.tx().await;
        let case = crate::caseload::find(&mut tx, self.case).await.unwrap().unwrap();
        close(&mut tx, &acting, case, &Closing { outcome, note: None, withdraws }).await.unwrap().unwrap();
        tx.commit().await.unwrap();
    }

    fn handed_by_the_doctor(&self) -> String {
        format!("/mes-patients/{}/feuille", self.referral)
    }

    /// Pages of the file that print, while the case is open.
    fn printed(&self) -> Vec<String> {
        let here = format!("/personnes/{}", self.case);
        ["/plan/imprimer", "/lettre", "/carnet"].map(|page| format!("{here}{page}")).to_vec()
    }

    /// The page of questions just begun, of two instruments.
    async fn begun(&mut self, way: &str) -> String {
        let fields = pairs(&[("instrument", "ucla3"), ("instrument", "insee_loneliness"), ("way", way)]);
        self.nadia.post(&format!("/personnes/{}/mesures/en-cours", self.case), &fields).await.path
    }

    fn farewell(&self) -> String {
        format!("/personnes/{}/cloture/lettre", self.case)
    }
}

#[tokio::test]
async fn all_that_a_sheet_says_stands_in_the_file_beside_it_in_either_size() {
    story(|test| async move {
        let mut scene = Scene::of(&test).await;
        let sheet = scene.doctor.paper_beside(&scene.handed_by_the_doctor()).await;
        sheet.says("Bonjour Madame Dumont,").says("04 65 71 00 01");
        let notice = format!("/vos-donnees/{}", scene.team.site);
        sheet.says(&notice);
        assert!(sheet.pictures["square"].starts_with("<svg"), "and as a square");
        for page in scene.printed() {
            scene.nadia.paper_beside(&page).await;
        }
        scene.ended(&test, Outcome::GoalsReached, false).await;
        scene.nadia.paper_beside(&scene.farewell()).await.says("Merci de votre confiance");
    })
    .await;
}

#[tokio::test]
async fn questions_on_paper_have_their_boxes_and_what_leads_them_back_to_their_file() {
    story(|test| async move {
        let mut scene = Scene::of(&test).await;
        let sheet = scene.begun("paper").await;
        let told = scene.nadia.paper_beside(&sheet).await;
        told.does_not_say("Dumont").says("/feuille/");
        assert!(told.pictures["square"].starts_with("<svg"));
        assert_eq!(told.data["parts"][0]["questions"][0]["choices"].as_array().unwrap().len(), 3);
        let blank = "/consultation/feuille?instrument=ucla3&instrument=own_goals";
        let told = scene.doctor.paper_beside(blank).await;
        told.says("(avec vos mots)").does_not_say("/feuille/");
        assert!(told.pictures.is_empty() && told.data["code"].is_null(), "it belongs to nobody");
        let link = scene.begun("link").await;
        let page = scene.nadia.get(&link).await;
        let told = Told::by(&scene.nadia.get(&page.link("Fichier PDF")).await);
        let leads_to = page.links().into_iter().find(|link| link.contains("/questions/")).unwrap();
        told.says(&leads_to).does_not_say("Dumont").says("jusqu’au 27 janvier 2026");
        for (page, file) in [(sheet, "feuille.pdf"), (link, "lien.pdf")] {
            let before = page.rsplit_once('/').unwrap().0;
            let dropped = scene.nadia.get(&page).await;
            scene.nadia.send(&dropped, &format!("{before}/abandonner"), &[]).await.is(StatusCode::OK);
            let page = scene.nadia.get(&format!("{before}/{file}")).await;
            assert!(page.path.ends_with("/mesures"), "nothing is handed over any more: {}", page.path);
        }
    })
    .await;
}

#[tokio::test]
async fn calls_of_the_day_are_one_sheet_and_an_entry_for_each_person_on_it() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let case = a_new_case(&test, &team).await;
        let mut nadia = link_worker(&test).await;
        nadia.get("/ma-journee").await.is(StatusCode::OK).does_not_say("à imprimer");
        nadia.get("/ma-journee/appels").await.says("Personne à appeler aujourd’hui").does_not_say("PDF");
        assert!(!trail(&test, case).await.contains(&"printed".to_owned()));
        test.app.clock().advance(jiff::SignedDuration::from_hours(24 * 5));
        let mut nadia = link_worker(&test).await;
        let page = nadia.get("/ma-journee").await.link("Les appels du jour, à imprimer");
        let told = nadia.paper_beside(&page).await;
        told.says("Mme Aline Dumont, 78 ans")
            .says("04 65 71 00 12")
            .says("après 17 h")
            .says("Mauvais numéro");
        let printed = trail(&test, case).await.iter().filter(|did| *did == "printed").count();
        assert_eq!(printed, 3, "the page and both files");
        another_team_s(&test).await.get("/ma-journee/appels").await.does_not_say("Dumont");
    })
    .await;
}

async fn another_team_s(test: &TestApp) -> Browser {
    Team::at_venissieux(test).await;
    test.signed_in("link_worker@minguettes.test").await
}

#[tokio::test]
async fn each_file_handed_over_is_kept_in_the_trail() {
    story(|test| async move {
        let mut scene = Scene::of(&test).await;
        for page in scene.printed() {
            let file = scene.nadia.get(&page).await.link("Fichier PDF");
            let printed =
                || async { trail(&test, scene.case).await.iter().filter(|did| *did == "printed").count() };
            let before = printed().await;
            scene.nadia.get(&file).await.is(StatusCode::OK);
            assert_eq!(printed().await, before + 1, "{file}");
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_does_not_find_the_page_does_not_find_the_file() {
    story(|test| async move {
        let mut scene = Scene::of(&test).await;
        let mut others = another_team_s(&test).await;
        for page in scene.printed() {
            let file = scene.nadia.get(&page).await.link("Fichier PDF");
            for path in [&page, &file] {
                others.get(path).await.is(StatusCode::NOT_FOUND);
                scene.doctor.get(path).await.is(StatusCode::NOT_FOUND);
            }
        }
        let page = scene.handed_by_the_doctor();
        let file = scene.doctor.get(&page).await.link("Fichier PDF");
        let mut other_doctor = test.signed_in("prescriber@minguettes.test").await;
        for path in [&page, &file] {
            other_doctor.get(path).await.is(StatusCode::NOT_FOUND);
        }
    })
    .await;
}

#[tokio::test]
async fn a_farewell_is_written_once_it_has_ended_and_while_the_person_agrees() {
    for (outcome, withdraws, has_letter) in [
        (Outcome::Unreachable, false, true),
        (Outcome::Stopped, true, false),
        (Outcome::Deceased, false, false),
    ] {
        story(|test| async move {
            let mut scene = Scene::of(&test).await;
            let (letter, file) = (scene.farewell(), format!("{}.pdf", scene.farewell()));
            for path in [&letter, &file] {
                scene.nadia.get(path).await.is(StatusCode::NOT_FOUND);
            }
            scene.ended(&test, outcome, withdraws).await;
            let page = scene.nadia.get(&format!("/personnes/{}/cloture", scene.case)).await;
            assert_eq!(page.links().contains(&letter), has_letter, "{outcome:?}");
            let status = if has_letter { StatusCode::OK } else { StatusCode::NOT_FOUND };
            for path in [&letter, &file] {
                scene.nadia.get(path).await.is(status);
            }
        })
        .await;
    }
}

#[tokio::test]
async fn a_program_without_a_press_prints_pages_and_offers_no_file() {
    let modules = vec![platform::module(), directory::module(), crate::module()];
    on_both_engines(modules, directory::prepare, |test| async move {
        let mut scene = Scene::of(&test).await;
        for page in scene.printed() {
            let page = scene.nadia.get(&page).await;
            page.is(StatusCode::OK).does_not_say("PDF");
        }
        scene.doctor.get(&scene.handed_by_the_doctor()).await.is(StatusCode::OK).does_not_say("PDF");
        let before = trail(&test, scene.case).await.len();
        scene.nadia.get(&format!("/personnes/{}/plan.pdf", scene.case)).await.is(StatusCode::NOT_FOUND);
        assert_eq!(trail(&test, scene.case).await.len(), before, "nothing was opened");
    })
    .await;
}

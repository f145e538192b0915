//! A professional and somebody who is not named yet.

use axum::http::StatusCode;
use platform::audit;
use platform::testing::{Page, Team};

use super::{OFTEN_LONELY, UCLA3, kept, tampered, ten_megabytes};
use crate::testing::{link_worker, story};

const HERE: &str = "/consultation";
const DOCTOR: &str = "prescriber@essarts.test";
const USUAL: &str = "/consultation?instrument=ucla3&instrument=insee_loneliness";
const PRECARIOUS: [(&str, &str); 2] = [("epices.1", "1"), ("epices.5", "1")];

/// The other nine questions of EPICES, answered no.
fn epices() -> Vec<(&'static str, &'static str)> {
    let items = measure::epices().items.iter().map(|item| item.code.as_str());
    items.map(|item| PRECARIOUS.into_iter().find(|(code, _)| *code == item).unwrap_or((item, "0"))).collect()
}

fn id_of(page: &Page) -> kernel::id::ScreeningId {
    page.path.strip_prefix("/consultation/").expect("a result").parse().unwrap()
}

#[tokio::test]
async fn a_consultation_is_kept_and_explained_to_read_aloud() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut doctor = test.signed_in(DOCTOR).await;
        let page = doctor.get(HERE).await;
        page.is(StatusCode::OK)
            .says("Échelle de solitude UCLA, 3 questions")
            .says("Score Épices, 11 questions");
        let page = doctor.get(USUAL).await;
        page.is(StatusCode::OK).says("Lisez chaque question telle qu’elle est écrite");
        assert_eq!(page.value(HERE, "held_on"), "2026-01-13");
        assert_eq!(page.value(HERE, "mode"), "professional");
        let page = doctor.send(&page, HERE, &[UCLA3.as_slice(), &[OFTEN_LONELY]].concat()).await;
        page.is(StatusCode::OK)
            .says("mardi 13 janvier 2026 · Avec la personne")
            .says("À lire à voix haute")
            .says("Vos réponses donnent 8")
            .says("8 % des personnes");
        let id = id_of(&page);
        assert!(page.link("Prescrire du lien").starts_with(&format!("/prescrire?consultation={id}&equipe=")));
        assert_eq!(kept(&test).await, (1, 2, 2));
        let trail = audit::of_subject(&mut test.tx().await, id).await.unwrap();
        let actions: Vec<&str> = trail.iter().map(|entry| entry.action.as_str()).collect();
        assert_eq!(actions, ["created", "read"]);
        doctor
            .get(HERE)
            .await
            .says("Consultations sans suite pour l’instant")
            .says("13 janvier 2026 à")
            .says("Échelle de solitude UCLA, 3 questions, 8 sur 9 : solitude, selon le repère d’usage");
    })
    .await;
}

#[tokio::test]
async fn a_number_to_call_stands_beside_a_very_low_well_being() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut doctor = test.signed_in(DOCTOR).await;
        for (answer, is_shown) in [("2", true), ("3", false)] {
            let page = doctor.get("/consultation?instrument=own_goals").await;
            let page = doctor.send(&page, HERE, &[("own_goals.wellbeing", answer)]).await;
            let page = page.is(StatusCode::OK);
            assert_eq!(page.text().contains("3114"), is_shown, "{answer} out of ten");
        }
    })
    .await;
}

#[tokio::test]
async fn eleven_answers_make_the_score_of_epices_and_ten_do_not() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut doctor = test.signed_in(DOCTOR).await;
        let page = doctor.get("/consultation?instrument=epices").await;
        doctor
            .send(&page, HERE, &epices())
            .await
            .says("Vos réponses donnent 100,00")
            .says("par convention de précarité")
            .says("ni une condition pour ouvrir un droit");
        let page = doctor.get("/consultation?instrument=epices").await;
        let page = doctor.send(&page, HERE, &epices()[1..]).await;
        page.is(StatusCode::OK)
            .says("Réponses incomplètes")
            .says("Questions encore sans réponse")
            .says("Rencontrez-vous parfois un travailleur social ?")
            .does_not_say("Vos réponses donnent");
        let complete = test.count("SELECT COUNT(*) FROM measurement WHERE is_complete").await;
        assert_eq!((complete, kept(&test).await.1), (1, 2));
    })
    .await;
}

#[tokio::test]
async fn goals_are_kept_in_the_person_s_words() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut doctor = test.signed_in(DOCTOR).await;
        let page = doctor.get("/consultation?instrument=own_goals").await;
        let goals = [
            ("words.own_goals.goal1", "Chanter <à nouveau>"),
            ("own_goals.goal1", "3"),
            ("words.own_goals.goal2", "Prendre le bus seule"),
            ("own_goals.wellbeing", "5"),
        ];
        let page = doctor.send(&page, HERE, &goals).await;
        page.is(StatusCode::OK)
            .says("Chanter <à nouveau>")
            .says("Première chose que vous souhaitez : 3 sur 10")
            .says("Votre bien-être : 5 sur 10")
            .says("Pour cette deuxième chose que vous souhaitez, où en êtes-vous aujourd’hui ?")
            .does_not_say("Pour cette troisième chose");
    })
    .await;
}

#[tokio::test]
async fn too_long_a_goal_is_given_back_whole() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut doctor = test.signed_in(DOCTOR).await;
        let page = doctor.get("/consultation?instrument=own_goals").await;
        let long = "chanter ".repeat(30);
        let goals = [("words.own_goals.goal1", long.as_str()), ("own_goals.goal1", "3")];
        let page = doctor.send(&page, HERE, &goals).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("200 caractères au plus");
        assert_eq!(page.value(HERE, "words.own_goals.goal1"), long);
        assert_eq!(page.value(HERE, "own_goals.goal1"), "3");
        assert_eq!(kept(&test).await, (0, 0, 0));
    })
    .await;
}

#[tokio::test]
async fn a_sheet_of_paper_is_typed_in_on_the_day_it_was_filled() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut nadia = link_worker(&test).await;
        let page = nadia.get(USUAL).await;
        let paper = [UCLA3.as_slice(), &[("mode", "paper"), ("held_on", "2026-01-02")]].concat();
        let page = nadia.send(&page, HERE, &paper).await;
        page.is(StatusCode::OK)
            .says("vendredi 2 janvier 2026 · Feuille papier")
            .says("Un prescripteur de l’équipe peut la joindre")
            .does_not_say("Sentiment de solitude, question de l’Insee");
        let row: (String, String) =
            test.tx().await.one("SELECT mode, held_on FROM screening", &[]).await.unwrap();
        assert_eq!(row, ("paper".to_owned(), "2026-01-02".to_owned()));
    })
    .await;
}

#[tokio::test]
async fn a_day_that_cannot_be_keeps_what_was_typed_and_saves_nothing() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut doctor = test.signed_in(DOCTOR).await;
        let page = doctor.get(USUAL).await;
        for (day, told) in [
            ("2026-01-14", "Ce jour n’est pas encore arrivé"),
            ("2023-12-31", "plus de deux ans"),
            ("hier", "Indiquez le jour"),
            ("2026-02-30", "Indiquez le jour"),
            ("", "Indiquez le jour"),
        ] {
            let page = doctor.send(&page, HERE, &[UCLA3.as_slice(), &[("held_on", day)]].concat()).await;
            page.is(StatusCode::UNPROCESSABLE_ENTITY).says(told).says("Rien n’est perdu");
            assert_eq!(
                (page.value(HERE, "held_on").as_str(), page.value(HERE, "ucla3.1").as_str()),
                (day, "3")
            );
        }
        assert_eq!(kept(&test).await, (0, 0, 0));
        let french = [UCLA3.as_slice(), &[("held_on", "12/01/2026")]].concat();
        doctor.send(&page, HERE, &french).await.says("lundi 12 janvier 2026");
    })
    .await;
}

#[tokio::test]
async fn answers_that_are_not_offered_and_no_answer_at_all_are_given_back() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut doctor = test.signed_in(DOCTOR).await;
        let page = doctor.get(USUAL).await;
        let bad = tampered(&page, HERE, &[("ucla3.1", "4"), ("ucla3.2", "2")]);
        let again = doctor.post(HERE, &bad).await;
        again.is(StatusCode::UNPROCESSABLE_ENTITY).says("Cette réponse n’est pas proposée");
        assert_eq!(again.value(HERE, "ucla3.2"), "2");
        doctor
            .send(&page, HERE, &[])
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .says("Répondez à une question");
        for (field, value, told) in [
            ("mode", "self", "comment les réponses ont été données"),
            ("site", "x", "Choisissez une de vos équipes"),
        ] {
            let bad = tampered(&page, HERE, &[("ucla3.1", "3"), (field, value)]);
            doctor.post(HERE, &bad).await.is(StatusCode::UNPROCESSABLE_ENTITY).says(told);
        }
        assert_eq!(kept(&test).await, (0, 0, 0));
    })
    .await;
}

#[tokio::test]
async fn nothing_is_kept_at_a_site_of_others() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let elsewhere = Team::at_venissieux(&test).await;
        let mut doctor = test.signed_in(DOCTOR).await;
        let page = doctor.get(USUAL).await;
        let other = tampered(&page, HERE, &[("ucla3.1", "3"), ("site", &elsewhere.site.to_string())]);
        doctor.post(HERE, &other).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("une de vos équipes");
        assert_eq!(kept(&test).await, (0, 0, 0));
    })
    .await;
}

#[tokio::test]
async fn a_colleague_may_open_it_and_another_site_sees_no_page() {
    story(|test| async move {
        Team::at_bron(&test).await;
        Team::at_venissieux(&test).await;
        let mut doctor = test.signed_in(DOCTOR).await;
        let page = doctor.get(USUAL).await;
        let result = doctor.send(&page, HERE, &UCLA3).await;
        test.signed_in("coordinator@essarts.test").await.get(&result.path).await.is(StatusCode::OK);
        for stranger in ["prescriber@minguettes.test", "administrator@essarts.test"] {
            let mut stranger = test.signed_in(stranger).await;
            let (seen, absent) = (
                stranger.get(&result.path).await,
                stranger.get("/consultation/01890a5d-ac96-774b-bcce-b302099a8057").await,
            );
            seen.is(StatusCode::NOT_FOUND);
            absent.is(StatusCode::NOT_FOUND);
            assert_eq!(seen.text(), absent.text());
        }
        test.browser().get(&result.path).await.says("Se connecter");
        test.browser().get(HERE).await.says("Se connecter");
    })
    .await;
}

#[tokio::test]
async fn a_double_click_makes_one_row() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut doctor = test.signed_in(DOCTOR).await;
        let page = doctor.get(USUAL).await;
        let first = doctor.send(&page, HERE, &UCLA3).await;
        let second = doctor.send(&page, HERE, &UCLA3).await;
        assert_eq!(first.path, second.path);
        assert_eq!(kept(&test).await.0, 1);
    })
    .await;
}

#[tokio::test]
async fn ten_megabytes_are_refused_with_a_page() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut doctor = test.signed_in(DOCTOR).await;
        let page = doctor.post(HERE, &ten_megabytes("words.own_goals.goal1")).await;
        page.is(StatusCode::PAYLOAD_TOO_LARGE).says("C’est trop long");
    })
    .await;
}

#[tokio::test]
async fn english_is_whole() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut doctor = test.browser().in_english();
        doctor.sign_in(DOCTOR).await;
        doctor.get(HERE).await.says("EPICES score, 11 questions").says("Print the sheet");
        let page = doctor.get("/consultation?instrument=epices&instrument=ucla3").await;
        doctor.send(&page, HERE, &[]).await.says("Answer at least one question");
        let page = doctor.send(&page, HERE, &[UCLA3.as_slice(), &PRECARIOUS].concat()).await;
        page.says("To be read aloud").says("Your answers give 8").says("Incomplete answers");
        assert!(page.link("Refer to a link worker").starts_with("/prescrire?consultation="));
    })
    .await;
}

//! The open door, on both engines.

use std::collections::HashSet;

use axum::http::StatusCode;
use platform::testing::{Team, TestApp, on_both_engines};

use crate::wiring;

async fn story<F: Future<Output = ()>>(tell: impl Fn(TestApp) -> F) {
    on_both_engines(wiring::modules(), directory::prepare, tell).await;
}

#[tokio::test]
async fn a_visitor_is_invited_in_french_and_in_english() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let page = test.browser().get("/").await;
        page.is(StatusCode::OK).says("Maison de santé des Essarts").does_not_say("démonstration");
        assert_eq!(page.link("Se repérer"), "/se-reperer");
        assert_eq!(page.link("Trouver une activité"), "/ressources");
        assert_eq!(page.link("Demander à être appelé"), "/demander");
        assert_eq!(page.link("Je suis professionnel"), "/connexion");
        test.browser().in_english().get("/").await.says("Find company, close to home.");
    })
    .await;
}

#[tokio::test]
async fn somebody_signed_in_is_led_to_their_own_page() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let own = [
            ("prescriber", "/prescrire"),
            ("link_worker", "/ma-journee"),
            ("coordinator", "/equipe"),
            ("administrator", "/comptes"),
        ];
        for (role, path) in own {
            let page = test.browser().sign_in(&format!("{role}@essarts.test")).await;
            assert_eq!(page.path, path);
        }
    })
    .await;
}

#[tokio::test]
async fn a_real_installation_has_no_page_of_the_demonstration() {
    story(|test| async move {
        for path in ["/demo/temps", "/demo/courriels"] {
            test.browser().get(path).await.is(StatusCode::NOT_FOUND);
        }
    })
    .await;
}

#[test]
fn no_two_contexts_number_a_migration_alike() {
    let mut seen = HashSet::new();
    for module in wiring::demo_modules() {
        for migration in module.migrations.iter() {
            assert!(seen.insert(migration.version), "{} twice", migration.version);
        }
    }
}

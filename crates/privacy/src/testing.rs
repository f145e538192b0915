//! What stories of this context start from.

use platform::testing::{Team, TestApp, on_both_engines};

/// One story on SQLite and, when there is one, on PostgreSQL.
pub(crate) async fn story<F: Future<Output = ()>>(tell: impl Fn(TestApp) -> F) {
    let modules = vec![platform::module(), directory::module(), care::module(), crate::module()];
    on_both_engines(modules, directory::prepare, tell).await;
}

/// What an administrator says of who answers for the team at Bron.
pub(crate) const SAID: [(&str, &str); 8] = [
    ("name", "Association Les Essarts"),
    ("address", "3 rue des Essarts, 69500 Bron"),
    ("basis", "public_task"),
    ("dpo_name", "Léa Brun"),
    ("dpo_email", "dpo@essarts.example"),
    ("dpo_phone", "04 65 71 20 99"),
    ("host", "Les Serveurs du Rhône, Lyon, France"),
    ("backup_days", "35"),
];

/// The team at Bron, whose administrator has said who answers.
pub(crate) async fn at_bron(test: &TestApp) -> Team {
    let team = Team::at_bron(test).await;
    let mut andree = test.signed_in("administrator@essarts.test").await;
    let page = andree.get("/donnees/responsable").await;
    andree.send(&page, "/donnees/responsable", &SAID).await.says("C’est enregistré");
    team
}

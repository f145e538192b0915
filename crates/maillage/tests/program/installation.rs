use platform::db::{Db, Url};

use crate::running::{Folder, Running, run, text};

#[test]
fn a_real_team_gets_its_first_administrator() {
    let folder = Folder::new("first-day");
    let config = folder.0.join("maillage.toml");
    let store = format!("sqlite://{}", folder.0.join("store.db").display());
    std::fs::write(&config, format!("store = \"{store}\"\npublic_url = \"http://127.0.0.1:8080\"\n"))
        .unwrap();
    let config = config.to_str().unwrap();

    let none = run(&[
        "invite",
        "--config",
        config,
        "--email",
        "a@b.fr",
        "--name",
        "Andrée",
        "--role",
        "administrator",
    ]);
    assert!(text(&none.stderr).contains("maillage site add"), "{}", text(&none.stderr));

    let site = [
        "site",
        "add",
        "--config",
        config,
        "--name",
        "Maison des Sorbiers",
        "--address",
        "1 rue, 69500 Bron",
    ];
    let rest =
        ["--phone", "04 65 71 20 10", "--commune", "bron", "--commune", "69190", "--consent", "information"];
    let made = run(&[&site[..], &rest[..]].concat());
    assert!(
        text(&made.stdout).contains("pour Bron, Saint-Fons"),
        "{}{}",
        text(&made.stdout),
        text(&made.stderr)
    );
    let twice = run(&[&site[..], &rest[..]].concat());
    assert!(text(&twice.stderr).contains("déjà une équipe"), "{}", text(&twice.stderr));

    let invite = [
        "invite",
        "--config",
        config,
        "--email",
        "andree@sorbiers.example",
        "--name",
        "Andrée",
        "--role",
        "administrator",
    ];
    let invited = run(&invite);
    assert!(invited.status.success(), "{}", text(&invited.stderr));
    assert!(text(&invited.stdout).contains("http://127.0.0.1:8080/invitation/"), "{}", text(&invited.stdout));
    let again = run(&invite);
    assert!(text(&again.stdout).contains("nouveau lien"), "{}", text(&again.stdout));
    assert!(text(&again.stdout).contains("/invitation/"), "{}", text(&again.stdout));
    assert_ne!(text(&again.stdout).lines().last(), text(&invited.stdout).lines().last(), "a fresh link");
    let lifted = run(&[&invite[..], &["--lift-second-step"]].concat());
    assert!(
        text(&lifted.stdout).contains("/invitation/"),
        "{}{}",
        text(&lifted.stdout),
        text(&lifted.stderr)
    );
    let otherwise = run(&[&invite[..7], &["--role", "prescriber"]].concat());
    assert!(text(&otherwise.stderr).contains("avec un autre rôle"), "{}", text(&otherwise.stderr));

    assert_eq!(
        trail(&store),
        [
            "console created site",
            "console created account",
            "console sent account",
            "console lifting account"
        ]
    );

    let doctor = run(&["doctor", "--config", config]);
    assert_eq!(doctor.status.code(), Some(1));
    assert!(text(&doctor.stdout).contains("Personne n’administre"), "{}", text(&doctor.stdout));
}

#[test]
fn a_demonstration_is_never_served_as_a_real_installation() {
    let folder = Folder::new("mixed");
    let mut demo = Running::demo(&folder.0, &[]);
    demo.ask_to_stop();
    demo.ends();
    let store = format!("sqlite://{}", folder.0.join("store.db").display());
    let url = "http://127.0.0.1:8080";
    let refused = run(&["serve", "--store", &store, "--listen", "127.0.0.1:0", "--public-url", url]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(text(&refused.stderr).contains("démonstration"), "{}", text(&refused.stderr));
}

/// Who did what to which kind of record, in the order it was done.
fn trail(store: &str) -> Vec<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let db = Db::open(&Url::parse(store).unwrap()).await.unwrap();
        let sql = "SELECT actor, action, subject_kind FROM audit_entry ORDER BY id";
        let entries: Vec<(String, String, String)> = db.read().await.unwrap().all(sql, &[]).await.unwrap();
        db.close().await;
        entries.into_iter().map(|(actor, action, kind)| format!("{actor} {action} {kind}")).collect()
    })
}

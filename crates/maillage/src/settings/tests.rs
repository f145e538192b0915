use clap::Parser;
use kernel::role::Role;
use platform::kept::Months;
use platform::oidc::Userinfo;

use super::file::parse;
use super::public_url::{BadPublicUrl, PublicUrl};
use super::{LogFormat, Options, Settings, providers, sender};
use crate::Failure;

#[derive(Parser)]
struct Typed {
    #[command(flatten)]
    options: Options,
}

fn typed(words: &[&str]) -> Options {
    Typed::parse_from(std::iter::once(&"maillage").chain(words)).options
}

#[test]
fn what_is_typed_wins_over_the_file() {
    let file =
        parse("store = \"sqlite:///f.db\"\npublic_url = \"https://f.example\"\nlog = \"json\"\n").unwrap();
    let options = typed(&["--public-url", "https://typed.example"]).or(file);
    assert_eq!(options.public_url.as_deref(), Some("https://typed.example"));
    assert_eq!(options.store.as_deref(), Some("sqlite:///f.db"));
    assert_eq!(options.log, Some(LogFormat::Json));
}

#[test]
fn a_misspelt_setting_is_named_with_its_line() {
    let (line, reason) = parse("store = \"sqlite:///f.db\"\npublik_url = \"x\"\n").unwrap_err();
    assert_eq!(line, 2);
    assert!(reason.contains("publik_url"), "{reason}");
    assert_eq!(parse("listen = \"everywhere\"").unwrap_err().0, 1);
}

#[test]
fn the_example_file_is_a_working_one() {
    let options = parse(include_str!("../../maillage.example.toml")).unwrap();
    let settings = Settings::parse(&options).unwrap();
    assert_eq!(settings.public_url.host(), "maillage.example.org");
    assert_eq!(settings.of_app().second_step, [Role::Coordinator, Role::Administrator]);
}

#[test]
fn a_role_nobody_has_is_named() {
    let needed = ["--store", "sqlite:///f.db", "--public-url", "https://m.example", "--second-step"];
    let with = |roles| Settings::parse(&typed(&[&needed[..], &[roles]].concat()));
    assert_eq!(
        with("link-worker,administrator").unwrap().second_step,
        [Role::LinkWorker, Role::Administrator]
    );
    assert!(matches!(with("coordinator,boss"), Err(Failure::SecondStep(typed)) if typed == "boss"));
}

#[test]
fn what_time_takes_away_is_kept_neither_too_long_nor_too_shortly() {
    let needed = ["--store", "sqlite:///f.db", "--public-url", "https://m.example"];
    let with = |typed_too: &[&str]| Settings::parse(&typed(&[&needed[..], typed_too].concat()));
    assert_eq!(with(&[]).unwrap().of_app().kept, Months { trail: 36, closed_accounts: 36 });
    let chosen = ["--keep-trail-months", "12", "--keep-closed-accounts-months", "6"];
    assert_eq!(with(&chosen).unwrap().of_app().kept, Months { trail: 12, closed_accounts: 6 });
    for (setting, months) in [("keep_trail_months", 5), ("keep_closed_accounts_months", 37)] {
        let option = format!("--{}", setting.replace('_', "-"));
        let refused = with(&[&option, &months.to_string()]).unwrap_err();
        assert!(matches!(refused, Failure::Months(name, typed) if (name, typed) == (setting, months)));
    }
}

#[test]
fn a_server_says_which_setting_it_misses() {
    let missing = Settings::parse(&typed(&["--store", "sqlite:///f.db"])).unwrap_err();
    assert!(matches!(missing, Failure::Missing("public_url")), "{missing:?}");
}

#[test]
fn the_public_address_is_secure_and_without_a_path() {
    let url = |text| PublicUrl::parse(text).map(|url| url.as_str().to_owned());
    assert_eq!(url("https://maillage.example.org/").unwrap(), "https://maillage.example.org");
    assert_eq!(url("http://127.0.0.1:8080").unwrap(), "http://127.0.0.1:8080");
    assert_eq!(url("http://[::1]:8080").unwrap(), "http://[::1]:8080");
    assert_eq!(url("http://maillage.example.org"), Err(BadPublicUrl::NotSecure));
    assert_eq!(url("http://localhost.evil.example"), Err(BadPublicUrl::NotSecure));
    assert_eq!(url("https://example.org/maillage"), Err(BadPublicUrl::Path));
    assert_eq!(url("maillage.example.org"), Err(BadPublicUrl::Shape));
    assert_eq!(url("https://"), Err(BadPublicUrl::Shape));
}

#[test]
fn the_sender_is_an_address() {
    assert_eq!(sender(&typed(&[]), "m.example").unwrap(), "Maillage <maillage@m.example>");
    let chosen = typed(&["--mail-from", "Maison <bonjour@m.example>"]);
    assert_eq!(sender(&chosen, "m.example").unwrap(), "Maison <bonjour@m.example>");
    assert!(sender(&typed(&["--mail-from", "Maison"]), "m.example").is_err());
}

#[test]
fn another_ground_map_has_an_address_and_somebody_to_name() {
    let chosen = |more: &[&str]| {
        let words = ["--store", "sqlite:///f.db", "--public-url", "https://m.example"];
        Settings::parse(&typed(&[&words[..], more].concat()))
    };
    let tiles = "https://tuiles.exemple.fr/{z}/{x}/{y}.png";
    assert_eq!(chosen(&[]).unwrap().of_app().pictures_from, None);
    let both = chosen(&["--map-tiles", tiles, "--map-credit", "Plan de la ville"]).unwrap();
    assert_eq!(both.of_app().pictures_from.as_deref(), Some("https://tuiles.exemple.fr"));
    for one in [["--map-tiles", tiles], ["--map-credit", "Plan"]] {
        assert!(matches!(chosen(&one), Err(Failure::MapTiles(_))), "{one:?}");
    }
}

const PROVIDER: &str = r#"
[[provider]]
key = "proconnect"
name = "ProConnect"
issuer = "https://idp.example/api"
client_id = "maillage"
client_secret = "secret"
acr = ["eidas2"]
userinfo = "signed"
"#;

#[test]
fn a_provider_is_read_from_the_file_and_its_secret_is_not_spoken() {
    let options = parse(PROVIDER).unwrap();
    let read = providers(&typed(&[]).or(options.clone())).unwrap();
    assert_eq!(read[0].issuer(), "https://idp.example/api");
    assert_eq!(read[0].userinfo, Userinfo::Signed);
    assert!(!format!("{options:?}{:?}{read:?}", options.provider).contains("\"secret\""));
    assert!(providers(&typed(&[])).unwrap().is_empty());
}

#[test]
fn a_provider_that_cannot_be_used_is_named_with_what_to_change() {
    for (from, to, told) in [
        ("proconnect", "Pro Connect", "minuscules"),
        ("https://", "http://", "https://"),
        ("acr = [\"eidas2\"]", "", "acr"),
        ("client_id = \"maillage\"", "", "client_id"),
        ("client_secret = \"secret\"", "", "MAILLAGE_CLIENT_SECRET_PROCONNECT"),
        ("client_secret = \"secret\"", "client_secret_file = \"/nowhere\"", "client_secret_file"),
    ] {
        let failure = providers(&parse(&PROVIDER.replace(from, to)).unwrap()).unwrap_err();
        let said = failure.say(kernel::Lang::Fr);
        assert!(said.contains(told), "{said}");
    }
    let twice = parse(&format!("{PROVIDER}{PROVIDER}")).unwrap();
    assert!(providers(&twice).unwrap_err().say(kernel::Lang::En).contains("taken already"));
    assert!(parse(&PROVIDER.replace("signed", "encrypted")).is_err());
}

#[test]
fn a_secret_may_lie_in_a_file_of_its_own() {
    let folder = crate::testing::TempFolder::new();
    let file = folder.0.join("secret");
    std::fs::write(&file, "secret\n").unwrap();
    let line = format!("client_secret_file = \"{}\"", file.display());
    let options = parse(&PROVIDER.replace("client_secret = \"secret\"", &line)).unwrap();
    assert!(providers(&options).is_ok());
}

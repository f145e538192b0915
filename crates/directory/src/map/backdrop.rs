use platform::web::Ui;
use url::Url;

use crate::words::words;

/// Pictures drawn under the places instead of our own outlines: another map, that the deployer chose.
///
/// Readers' browsers then ask its server for them, which learns what they look at: without it, nothing
/// is asked of anybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backdrop {
    /// Address of square pictures, with `{z}`, `{x}` and `{y}`.
    tiles: String,
    /// Whom the pictures come from, to be named beside the map.
    credit: String,
    origin: String,
}

impl Backdrop {
    /// `None` for an address that is no `https` one (or of this machine) with the three braces, and
    /// without anybody to name.
    pub fn parse(tiles: &str, credit: &str) -> Option<Backdrop> {
        let address = Url::parse(tiles).ok()?;
        let is_here = matches!(address.host_str(), Some("localhost" | "127.0.0.1"));
        let is_safe = address.scheme() == "https" || (address.scheme() == "http" && is_here);
        let has_braces = ["{z}", "{x}", "{y}"].iter().all(|brace| tiles.contains(brace));
        let credit = credit.trim();
        (is_safe && has_braces && !credit.is_empty()).then(|| Backdrop {
            tiles: tiles.to_owned(),
            credit: credit.to_owned(),
            origin: address.origin().ascii_serialization(),
        })
    }

    /// What pages must be let to reach: `https://tiles.example.org`.
    pub fn origin(&self) -> &str {
        &self.origin
    }
}

/// Address of the pictures under the map; empty for our own outlines.
pub(crate) fn backdrop(ui: &Ui) -> String {
    ui.app.part::<Backdrop>().map(|backdrop| backdrop.tiles.clone()).unwrap_or_default()
}

/// Whom the ground comes from.
pub(crate) fn credit(ui: &Ui) -> String {
    let w = words(ui.lang);
    match ui.app.part::<Backdrop>() {
        Some(backdrop) => w.finder_map_backdrop(backdrop.credit.as_str()),
        None => w.finder_map_credit(),
    }
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;

    use super::*;
    use crate::testing::in_the_demo;

    const TILES: &str = "https://tuiles.exemple.fr/{z}/{x}/{y}.png";

    #[test]
    fn only_a_safe_address_of_squares_that_names_somebody() {
        let chosen = Backdrop::parse(TILES, "Plan de la ville").unwrap();
        assert_eq!(chosen.origin(), "https://tuiles.exemple.fr");
        for (tiles, credit) in [
            (TILES, " "),
            ("https://tuiles.exemple.fr/{z}/{x}.png", "Plan"),
            ("http://tuiles.exemple.fr/{z}/{x}/{y}.png", "Plan"),
            ("javascript:{z}{x}{y}", "Plan"),
            ("/{z}/{x}/{y}.png", "Plan"),
        ] {
            assert_eq!(Backdrop::parse(tiles, credit), None, "{tiles}");
        }
        assert!(Backdrop::parse("http://127.0.0.1:9000/{z}/{x}/{y}", "Plan").is_some());
    }

    #[tokio::test]
    async fn a_chosen_ground_is_drawn_and_named_where_there_is_a_map() {
        in_the_demo(|mut test| async move {
            let ours = test.browser().get("/ressources").await;
            ours.is(StatusCode::OK);
            assert!(ours.body.contains(r#"data-backdrop="""#) && ours.body.contains("IGN"));

            let chosen = Backdrop::parse(TILES, "Plan de la ville").unwrap();
            test.app = test.app.with_part(chosen);
            for path in ["/ressources", "/territoires/69029", "/ressources/demo--repas-du-jeudi"] {
                let page = test.browser().get(path).await;
                page.is(StatusCode::OK);
                assert!(page.body.contains(&format!(r#"data-backdrop="{TILES}""#)), "{path}");
                assert!(page.body.contains("Plan de la ville"), "{path}");
            }
        })
        .await;
    }
}

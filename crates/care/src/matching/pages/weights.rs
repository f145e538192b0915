//! `/ponderation`: the file of weights, for anybody signed in.

use askama::Template;
use platform::web::may::SignedIn;
use platform::web::page::{self, Answer};
use platform::web::{Nope, Ui};

use super::super::weights::{self, Weights};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "matching/pages/weights.html")]
struct WeightsPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    weights: &'static Weights,
}

pub(super) async fn show(SignedIn { ui, .. }: SignedIn) -> Answer {
    let weights = weights::shipped().map_err(|error| Nope::Broken(error.to_string()))?;
    page::show(&WeightsPage { w: words(ui.lang), ui: &ui, weights })
}

impl WeightsPage<'_> {
    /// What each line is for, and its points: « +18 », « −12 ».
    fn lines(&self) -> Vec<(&str, String)> {
        let signed = |points: i16| format!("{points:+}").replace('-', "\u{2212}");
        self.weights.lines().map(|(_, weight)| (weight.says(self.ui.lang), signed(weight.points()))).collect()
    }
}

//! `/equipe/couts/consultations`: consultations from a file, looked at before anything is kept.

use askama::Template;
use kernel::id::SiteId;
use platform::web::may::{May, ShareTheLoad};
use platform::web::page::{self, Answer};
use platform::web::{Problems, Query, Ui, Upload, dates};
use serde::Deserialize;

use super::{keep, teams};
use crate::act::Acting;
use crate::cost::file::{BadLine, Looked, MOST_LINES, NotRead, Wrong};
use crate::cost::{BRING, RATES, acts};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "cost/pages/bring.html")]
struct BringPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    teams: Vec<(String, String)>,
    site: SiteId,
    /// Each line that cannot be kept, in words.
    bad: Vec<String>,
    problems: Problems,
    /// How many were kept just now.
    kept: Option<i64>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::cost) struct Arrival {
    /// The team, of several.
    equipe: String,
    gardes: Option<i64>,
}

pub(in crate::cost) async fn ask(may: May<ShareTheLoad>, Query(arrival): Query<Arrival>) -> Answer {
    let site = teams::chosen(&may, &arrival.equipe)?;
    page::show(&BringPage { kept: arrival.gardes, ..drawn(&may, site, Vec::new(), Problems::default()) })
}

pub(in crate::cost) async fn look(may: May<ShareTheLoad>, mut upload: Upload) -> Answer {
    let (w, site) = (words(may.lang), teams::chosen(&may, upload.text("site"))?);
    let file = upload.take_file("fichier");
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    let looked = acts::looked_at(&mut tx, &acting, site, &file).await?;
    tx.commit().await?;
    let mut problems = Problems::default();
    let bad = match looked {
        Err(refused) => {
            problems.add("fichier", said(refused, w));
            Vec::new()
        }
        Ok(looked) if looked.bad.is_empty() && !looked.changes.is_empty() => {
            return keep::shown(&may, site, &looked);
        }
        Ok(looked) => told(&looked, &may.ui, &mut problems),
    };
    page::with_problems(&drawn(&may, site, bad, problems))
}

/// What keeps a file from being kept.
fn told(looked: &Looked, ui: &Ui, problems: &mut Problems) -> Vec<String> {
    let w = words(ui.lang);
    let bad = i64::try_from(looked.bad.len()).unwrap_or_default();
    problems.add("fichier", if bad == 0 { w.cost_file_nothing_new() } else { w.cost_file_bad(bad) });
    looked.bad.iter().map(|line| of_line(line, ui)).collect()
}

fn said(refused: NotRead, w: &Words) -> String {
    match refused {
        NotRead::NoText => w.cost_file_no_text(),
        NotRead::NoColumn(name) => w.cost_file_no_column(name),
        NotRead::TooMany => w.cost_file_too_many(i64::try_from(MOST_LINES).unwrap_or_default()),
        NotRead::Empty => w.cost_file_empty(),
    }
}

fn of_line((number, wrong): &BadLine, ui: &Ui) -> String {
    let (w, number) = (words(ui.lang), i64::try_from(*number).unwrap_or_default());
    let wrong = match wrong {
        Wrong::Unknown(cell) => w.cost_line_unknown(cell.as_str()),
        Wrong::Number(column, cell) => w.cost_line_number(cell.as_str(), *column),
        Wrong::Twice => w.cost_line_twice(),
        Wrong::TooEarly(last) => w.cost_line_too_early(dates::plain(*last, ui.lang)),
    };
    w.cost_line(number, wrong)
}

fn drawn(may: &May<ShareTheLoad>, site: SiteId, bad: Vec<String>, problems: Problems) -> BringPage<'_> {
    BringPage { ui: &may.ui, w: words(may.lang), teams: teams::all(may), site, bad, problems, kept: None }
}

//! `/rapports`: the reports of one's teams.

use askama::Template;
use kernel::Lang;
use platform::db::Tx;
use platform::web::may::{May, ReadFigures};
use platform::web::page::{self, Answer};
use platform::web::{Nope, Ui, dates};

use super::access::{readable, sees_exactly};
use super::reading::not_ripe;
use super::{PUBLIC, address, named};
use crate::frozen::{self, Scope, Span};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "report/list.html")]
struct ListPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    shelves: Vec<Shelf>,
}

/// One team's reports, the latest first.
struct Shelf {
    whose: String,
    lines: Vec<Line>,
}

struct Line {
    address: String,
    title: String,
    /// « Provisoire jusqu’au 1er juillet 2026 », « Publié le 3 avril 2026 ».
    stands: String,
}

pub(super) async fn show(may: May<ReadFigures>) -> Answer {
    let w = words(may.lang);
    let mut tx = may.app().db().read().await?;
    let mut shelves = Vec::new();
    for (site, whose) in readable(&may.account) {
        let scope = Scope::Team(site);
        let mut lines = frozen(&mut tx, scope, may.lang).await?;
        if sees_exactly(&may.account, scope) {
            let provisional = not_ripe(may.today()).map(|span| provisional(scope, span, may.lang));
            lines.splice(..0, provisional);
        }
        shelves.push(Shelf { whose, lines });
    }
    shelves.push(Shelf { whose: w.report_all(), lines: frozen(&mut tx, Scope::All, may.lang).await? });
    page::show(&ListPage { ui: &may.ui, w, shelves })
}

async fn frozen(tx: &mut Tx, scope: Scope, lang: Lang) -> Result<Vec<Line>, Nope> {
    let w = words(lang);
    let line = |(span, released): (Span, Option<i64>)| Line {
        address: address(scope, span),
        title: named(span, lang),
        stands: released
            .map_or_else(|| w.report_stands_frozen(), |at| w.report_stands_released(dates::day_of(at, lang))),
    };
    Ok(frozen::frozen_since(tx, scope).await?.into_iter().map(line).collect())
}

fn provisional(scope: Scope, span: Span, lang: Lang) -> Line {
    Line {
        address: address(scope, span),
        title: named(span, lang),
        stands: words(lang).report_stands_provisional(dates::plain(span.ripe_on(), lang)),
    }
}

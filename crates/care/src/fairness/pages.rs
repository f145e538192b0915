//! « Équité »: what was shown these last months, beside what the territory offers.

use std::collections::BTreeSet;

use askama::Template;
use directory::gazetteer::Gazetteer;
use directory::resource::{self, Resource};
use directory::vocabulary::{Coded, Public};
use jiff::ToSpan;
use kernel::commune::CommuneCode;
use measure::small_numbers::FEWEST;
use platform::accounts::sites;
use platform::db::Tx;
use platform::web::may::{May, ReadFigures};
use platform::web::page::{self, Answer};
use platform::web::{Nope, Ui};

use super::model::{Kind, Size, Tally};
use super::rules::{self, Balance, Row};
use super::{acts, sql};
use crate::words::{Words, words};

/// This month and the two before.
const MONTHS_BEFORE: i32 = 2;

#[derive(Template)]
#[template(path = "fairness/page.html")]
struct FairnessPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    tables: Vec<Table>,
}

struct Table {
    title: String,
    lines: Vec<Line>,
}

struct Line {
    name: String,
    offered: u32,
    shown: String,
    balance: String,
    /// Worth a look.
    is_odd: bool,
}

pub(super) async fn show(may: May<ReadFigures>) -> Answer {
    let since = may.today().saturating_sub(MONTHS_BEFORE.months());
    let mut tx = may.app().db().read().await?;
    let shown = shown(&mut tx, &may, &acts::month(since)).await?;
    let offered = offered(&mut tx, &may, &shown).await?;
    drop(tx);
    let table = |kind: Kind| Table {
        title: title(kind, words(may.lang)),
        lines: rules::rows(kind, &offered, &shown).iter().map(|row| line(kind, row, &may)).collect(),
    };
    let tables = Kind::all().map(table).filter(|table| !table.lines.is_empty()).collect();
    page::show(&FairnessPage { ui: &may.ui, w: words(may.lang), tables })
}

/// By the sites of whoever reads.
async fn shown(tx: &mut Tx, may: &May<ReadFigures>, since: &str) -> Result<Tally, Nope> {
    let mut shown = Tally::default();
    for site in may.sites() {
        shown.add_all(&sql::since(tx, site, since).await?);
    }
    Ok(shown)
}

/// What is offered in the communes the team serves, and in those that were shown.
async fn offered(tx: &mut Tx, may: &May<ReadFigures>, shown: &Tally) -> Result<Tally, Nope> {
    let mut communes: BTreeSet<String> = shown.of(Kind::Commune).map(|(code, _)| code.to_owned()).collect();
    for site in may.sites() {
        let served = sites::communes_of(tx, site).await?;
        communes.extend(served.iter().map(|code| code.as_str().to_owned()));
    }
    let communes: Vec<String> = communes.into_iter().collect();
    let resources = resource::within(tx, &communes).await?;
    let resources: Vec<&Resource> = resources.iter().collect();
    Ok(acts::tallied(tx, &resources).await?)
}

fn title(kind: Kind, w: &Words) -> String {
    match kind {
        Kind::Commune => w.fairness_by_commune(),
        Kind::Size => w.fairness_by_size(),
        Kind::Public => w.fairness_by_public(),
    }
}

fn line(kind: Kind, row: &Row, ui: &Ui) -> Line {
    let w = words(ui.lang);
    Line {
        name: name(kind, &row.code, ui),
        offered: row.offered,
        shown: row.shown.value().map_or_else(|| w.fairness_hidden(FEWEST), |times| times.to_string()),
        balance: match row.balance {
            Balance::Unknown => w.fairness_unknown(),
            Balance::Less => w.fairness_less(),
            Balance::AsMuch => w.fairness_as_much(),
            Balance::More => w.fairness_more(),
        },
        is_odd: matches!(row.balance, Balance::Less | Balance::More),
    }
}

fn name(kind: Kind, code: &str, ui: &Ui) -> String {
    let w = words(ui.lang);
    let known = match kind {
        Kind::Commune => {
            let commune = CommuneCode::parse(code).and_then(|code| Gazetteer::load().current(&code));
            commune.map(|commune| commune.name.to_owned())
        }
        Kind::Size => Size::from_code(code).map(|size| match size {
            Size::One => w.fairness_size_one(),
            Size::Few => w.fairness_size_few(),
            Size::Many => w.fairness_size_many(),
        }),
        Kind::Public => Public::from_code(code).map(|public| public.label(ui.lang)),
    };
    known.unwrap_or_else(|| code.to_owned())
}

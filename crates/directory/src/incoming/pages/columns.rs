//! « Colonnes »: which column of the table is which field, remembered for its source.

use askama::Template;
use kernel::id::IncomingId;
use platform::web::may::{May, VerifyDirectory};
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Path, Problems, Ui};

use super::labels;
use super::{address, check, found, has_columns};
use crate::exchange::reading::{Column, Mapping, Preview, Reads};
use crate::incoming::columns::{self, CONSTANTS, Unknown};
use crate::incoming::model::Incoming;
use crate::incoming::{acts, checking, sql};
use crate::words::{Words, words};

/// Values shown of each column.
const EXAMPLES: usize = 3;

#[derive(Template)]
#[template(path = "incoming/pages/columns.html")]
struct ColumnsPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    action: String,
    source: String,
    rows: Vec<Row>,
    constants: Vec<Constant>,
    unknown: Vec<Unknown>,
    problems: Problems,
}

/// A column of the file.
struct Row {
    name: String,
    title: String,
    examples: String,
    choices: Vec<(&'static str, String, bool)>,
}

/// A field that every row may share.
struct Constant {
    name: String,
    label: String,
    value: String,
    /// Of its closed list; empty when it has none.
    choices: Vec<(&'static str, String)>,
}

pub(in crate::incoming) async fn columns(may: May<VerifyDirectory>, Path(id): Path<IncomingId>) -> Answer {
    let (incoming, reads, preview) = table(&may, id).await?;
    let remembered = acts::mapping_of(&mut may.app().db().read().await?, &incoming).await?;
    let of = (incoming.source.as_str(), reads);
    let mapping = columns::proposed(&preview, remembered, of, may.today());
    page::show(&drawn(&may, &incoming, &preview, &mapping, Problems::default()))
}

pub(in crate::incoming) async fn matched(
    may: May<VerifyDirectory>,
    Path(id): Path<IncomingId>,
    Form(said): Form<Vec<(String, String)>>,
) -> Answer {
    let (incoming, reads, preview) = table(&may, id).await?;
    let mapping = columns::read(&said, &preview, (&incoming.source, reads));
    let w = words(may.lang);
    let mut problems = Problems::default();
    for field in columns::missing(&mapping) {
        problems.add("colonnes", w.incoming_missing(labels::field(field, w)));
    }
    if !problems.is_empty() {
        return page::with_problems(&drawn(&may, &incoming, &preview, &mapping, problems));
    }
    if !columns::were_all_asked(&said, &columns::unknown(&preview, &mapping)) {
        return page::show(&drawn(&may, &incoming, &preview, &mapping, problems));
    }
    let mut tx = may.app().db().begin().await?;
    sql::remember(&mut tx, &mapping, may.id(), may.app().clock().now()).await?;
    tx.commit().await?;
    check(&may, incoming).await?;
    page::see(&address(id))
}

/// What was brought, when it is a table whose columns may be matched.
async fn table(may: &May<VerifyDirectory>, id: IncomingId) -> Result<(Incoming, Reads, Preview), Nope> {
    let incoming = found(may, id).await?;
    let reads = incoming.reads.filter(|_| has_columns(&incoming)).ok_or(Nope::NotFound)?;
    let preview = checking::preview(may.app(), &incoming).await?.ok_or(Nope::NotFound)?;
    Ok((incoming, reads, preview))
}

fn drawn<'a>(
    may: &'a May<VerifyDirectory>,
    incoming: &Incoming,
    preview: &Preview,
    mapping: &Mapping,
    problems: Problems,
) -> ColumnsPage<'a> {
    let w = words(may.lang);
    let fields = columns::fields(mapping.reads);
    let row = |(at, column): (usize, &Column)| {
        let chosen = mapping.columns.get(&column.title).map(String::as_str);
        let examples: Vec<&str> = column.values.iter().take(EXAMPLES).map(String::as_str).collect();
        Row {
            name: format!("c{at}"),
            title: column.title.clone(),
            examples: examples.join(" · "),
            choices: fields
                .iter()
                .map(|field| (*field, labels::field(field, w), chosen == Some(*field)))
                .collect(),
        }
    };
    let titled = |(_, column): &(usize, &Column)| !column.title.is_empty();
    let constants = CONSTANTS.iter().filter(|name| fields.contains(name)).map(|name| Constant {
        name: format!("v-{name}"),
        label: labels::field(name, w),
        value: mapping.constants.get(*name).cloned().unwrap_or_default(),
        choices: columns::choices(mapping.reads, name, may.lang),
    });
    ColumnsPage {
        ui: &may.ui,
        w,
        action: format!("{}/colonnes", address(incoming.id)),
        source: incoming.source.clone(),
        rows: preview.columns.iter().enumerate().filter(titled).map(row).collect(),
        constants: constants.collect(),
        unknown: columns::unknown(preview, mapping),
        problems,
    }
}

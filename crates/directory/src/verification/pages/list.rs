//! « À vérifier »: the entries of a territory, the least sure first.

use askama::Template;
use platform::accounts::sites;
use platform::db::Tx;
use platform::web::may::{May, VerifyDirectory};
use platform::web::page::{self, Answer};
use platform::web::{Nope, Problems, Query, Ui, dates};
use serde::Deserialize;

use crate::address;
use crate::organization::OrganizationId;
use crate::resource::ResourceId;
use crate::territory::{self, Territory};
use crate::verification::disputed::{Disputed, disputed_in};
use crate::verification::standing::{WorkList, work_list};
use crate::verification::{Standee, rules};
use crate::words::{Words, words};

/// On one page.
const PAGE: i64 = 30;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::verification) struct Asked {
    /// A name or a code.
    territoire: String,
    page: String,
    /// What came of writing to an organization.
    dit: String,
}

#[derive(Template)]
#[template(path = "verification/pages/list.html")]
struct ListPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    typed: String,
    territory: Option<&'static str>,
    code: String,
    /// On the first page only.
    disputed: Vec<Disputed>,
    rows: Vec<Row>,
    /// How many are to be verified, among how many.
    to_verify: i64,
    total: i64,
    page: i64,
    said: Option<String>,
    problems: Problems,
}

struct Row {
    name: String,
    href: String,
    organization: String,
    organization_href: String,
    check: String,
    letter: String,
    why: String,
}

pub(in crate::verification) async fn list(may: May<VerifyDirectory>, Query(asked): Query<Asked>) -> Answer {
    let w = words(may.lang);
    let mut tx = may.app().db().read().await?;
    let mut problems = Problems::default();
    let territory = match asked.territoire.trim() {
        "" => own(&mut tx, &may).await?,
        typed => {
            let found = territory::named(typed);
            if found.is_none() {
                problems.add("territoire", w.verification_no_territory());
            }
            found
        }
    };
    let number: i64 = asked.page.parse().unwrap_or(1).max(1);
    let stale = rules::stale_before(may.today());
    let list = match &territory {
        Some(territory) => {
            work_list(&mut tx, territory, stale, (number - 1).saturating_mul(PAGE), PAGE).await?
        }
        None => WorkList::default(),
    };
    let disputed = match territory.as_ref().filter(|_| number == 1) {
        Some(territory) => disputed_in(&mut tx, territory).await?,
        None => Vec::new(),
    };
    drop(tx);
    let rows = list.rows.iter().map(|one| row(one, &may));
    let page = ListPage {
        w,
        typed: if asked.territoire.is_empty() {
            name(territory).unwrap_or_default().to_owned()
        } else {
            asked.territoire
        },
        territory: name(territory),
        code: territory.as_ref().map(Territory::code).unwrap_or_default().to_owned(),
        disputed,
        rows: rows.collect::<Result<_, _>>()?,
        to_verify: list.to_verify,
        total: list.total,
        page: number,
        said: said(&asked.dit, w),
        ui: &may.ui,
        problems,
    };
    if page.problems.is_empty() { page::show(&page) } else { page::with_problems(&page) }
}

fn name(territory: Option<Territory>) -> Option<&'static str> {
    territory.map(|territory| territory.name())
}

/// The first commune that a site of this account serves.
async fn own(tx: &mut Tx, may: &May<VerifyDirectory>) -> Result<Option<Territory>, Nope> {
    for site in may.sites() {
        let served = sites::communes_of(tx, site).await?;
        if let Some(territory) = served.iter().find_map(|code| Territory::from_code(code.as_str())) {
            return Ok(Some(territory));
        }
    }
    Ok(None)
}

fn row(standee: &Standee, ui: &Ui) -> Result<Row, Nope> {
    let id = ResourceId::parse(&standee.id).map_err(|_| Nope::NotFound)?;
    let organization = OrganizationId::parse(&standee.organization).map_err(|_| Nope::NotFound)?;
    let (w, standing) = (words(ui.lang), &standee.standing);
    let checked = standing.checked_on.map_or_else(
        || w.verification_never_checked(),
        |day| w.verification_last_checked(dates::plain(day, ui.lang)),
    );
    let why = [
        (standing.doubts > 0).then(|| w.verification_doubts(standing.doubts)),
        (standing.reports > 0).then(|| w.report_total(standing.reports)),
        Some(checked),
    ];
    Ok(Row {
        href: address::resource(&id),
        check: address::verification(&id),
        letter: address::verification_letter(&organization),
        organization_href: address::organization(&organization),
        name: standee.name.clone(),
        organization: standee.organization_name.clone(),
        why: why.into_iter().flatten().collect::<Vec<_>>().join(" · "),
    })
}

fn said(outcome: &str, w: &Words) -> Option<String> {
    match outcome {
        "ecrit" => Some(w.verification_written()),
        "deja" => Some(w.verification_already_written()),
        "sans" => Some(w.verification_no_address()),
        _ => None,
    }
}

impl ListPage<'_> {
    fn previous(&self) -> Option<String> {
        (self.page > 1).then(|| self.at(self.page - 1))
    }

    fn next(&self) -> Option<String> {
        (self.page.saturating_mul(PAGE) < self.to_verify).then(|| self.at(self.page.saturating_add(1)))
    }

    fn at(&self, page: i64) -> String {
        format!("{}?territoire={}&page={page}", super::LIST, self.code)
    }
}

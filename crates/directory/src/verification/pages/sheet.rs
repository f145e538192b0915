//! The call sheet: on paper, one organization after the other, the same fields with boxes to tick.

use askama::Template;
use platform::db::Tx;
use platform::web::page::{self, Answer};
use platform::web::{Nope, Ui, dates};

use crate::facts;
use crate::organization::{self, OrganizationId};
use crate::verification::offered;
use crate::verification::saying::{self, Line};
use crate::words::{Words, words};

/// Organizations on one print: an afternoon of calls.
const MOST: usize = 40;

/// Where one came from, and what else one may print.
pub(crate) struct SheetFrame {
    pub(crate) back: Link,
    pub(crate) other: Option<Link>,
}

pub(crate) struct Link {
    pub(crate) href: String,
    pub(crate) label: String,
}

#[derive(Template)]
#[template(path = "verification/pages/sheet.html")]
struct SheetPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    frame: SheetFrame,
    organizations: Vec<Called>,
    left_out: usize,
}

struct Called {
    name: String,
    phone: Option<String>,
    entries: Vec<(String, Vec<Line>)>,
}

/// The first of those to call, on paper.
///
/// # Errors
/// The store's.
pub(crate) async fn call_sheet(
    tx: &mut Tx,
    ui: &Ui,
    frame: SheetFrame,
    to_call: &[OrganizationId],
) -> Answer {
    let mut organizations = Vec::new();
    for id in to_call.iter().take(MOST) {
        organizations.extend(called(tx, ui, id).await?);
    }
    let (w, left_out) = (words(ui.lang), to_call.len().saturating_sub(MOST));
    page::show(&SheetPage { ui, w, frame, organizations, left_out })
}

async fn called(tx: &mut Tx, ui: &Ui, id: &OrganizationId) -> Result<Option<Called>, Nope> {
    let Some(organization) = organization::listed(tx, id).await? else { return Ok(None) };
    let mut phone = facts::phone(&organization.contact);
    let mut entries = Vec::new();
    for row in offered(tx, &organization.id).await? {
        let resource = row.read()?;
        phone = phone.or_else(|| facts::phone(&resource.contact));
        let lines = saying::lines(&resource, ui.today(), ui.lang);
        entries.push((resource.name, lines));
    }
    Ok(Some(Called { name: organization.name, phone: phone.map(|phone| phone.spoken), entries }))
}

impl SheetPage<'_> {
    fn printed_on(&self) -> String {
        dates::plain(self.ui.today(), self.ui.lang)
    }
}

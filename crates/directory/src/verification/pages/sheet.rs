//! The call sheet: on paper, one organization after the other, the same fields with boxes to tick.

use askama::Template;
use platform::db::Tx;
use platform::paper::{Filled, Kind, Outcome};
use platform::web::page::{self, Answer};
use platform::web::{Nope, Ui, dates};
use serde_json::{Value as Json, json};

use crate::facts;
use crate::organization::{self, OrganizationId};
use crate::verification::offered;
use crate::verification::saying::{self, Line};
use crate::words::{Words, words};

pub(crate) const CALLS: Kind = Kind { template: include_str!("sheet.typ"), file: "appels.pdf" };

/// Organizations on one print: an afternoon of calls.
const MOST: usize = 40;

/// Where one came from, what else one may print, and where the same is as a file.
pub(crate) struct SheetFrame {
    pub(crate) back: Link,
    pub(crate) other: Option<Link>,
    pub(crate) file: String,
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
    calls: Calls,
    outcome: Outcome,
}

/// The first of those to call.
pub(crate) struct Calls {
    organizations: Vec<Called>,
    left_out: usize,
}

struct Called {
    name: String,
    phone: Option<String>,
    entries: Vec<(String, Vec<Line>)>,
}

impl Calls {
    /// # Errors
    /// The store's.
    pub(crate) async fn to(tx: &mut Tx, ui: &Ui, to_call: &[OrganizationId]) -> Result<Calls, Nope> {
        let mut organizations = Vec::new();
        for id in to_call.iter().take(MOST) {
            organizations.extend(called(tx, ui, id).await?);
        }
        Ok(Calls { organizations, left_out: to_call.len().saturating_sub(MOST) })
    }

    pub(crate) fn page(self, ui: &Ui, frame: SheetFrame) -> Answer {
        let (w, outcome) = (words(ui.lang), Outcome::of_call(ui.lang));
        page::show(&SheetPage { ui, w, frame, calls: self, outcome })
    }

    pub(crate) fn filled(&self, ui: &Ui) -> Filled {
        let w = words(ui.lang);
        let data = json!({
            "title": w.campaign_sheet(),
            "none": self.organizations.is_empty().then(|| w.campaign_sheet_empty()),
            "say": w.campaign_sheet_say(),
            "heads": [w.verification_column_field(), w.campaign_sheet_said(), w.campaign_sheet_right()],
            "otherwise": w.campaign_sheet_otherwise(),
            "box": w.campaign_sheet_box(),
            "organizations": self.organizations.iter().map(|one| one.data(w)).collect::<Vec<_>>(),
            "outcome": Outcome::of_call(ui.lang),
            "foot": w.campaign_sheet_foot(dates::plain(ui.today(), ui.lang)),
        });
        Filled { title: w.campaign_sheet(), data, pictures: Vec::new() }
    }
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

impl Called {
    fn data(&self, w: &Words) -> Json {
        let line = |line: &Line| json!({ "label": line.name, "text": line.said });
        let entry = |(name, lines): &(String, Vec<Line>)| json!({ "name": name, "lines": lines.iter().map(line).collect::<Vec<_>>() });
        json!({
            "name": self.name,
            "phone": self.phone.clone().unwrap_or_else(|| w.campaign_no_phone()),
            "entries": self.entries.iter().map(entry).collect::<Vec<_>>(),
        })
    }
}

impl SheetPage<'_> {
    fn printed_on(&self) -> String {
        dates::plain(self.ui.today(), self.ui.lang)
    }
}

//! What the directory's stories start from, on SQLite and, when there is one, on PostgreSQL.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use jiff::civil::{Date, date};
use kernel::contact::Email;
use platform::testing::{Page, Team, TestApp, on_both_engines, printer};
use serde_json::Value;

use crate::contact::Contact;
use crate::exchange::data_inclusion::{self, Report, Source};
use crate::organization::OrganizationId;
use crate::place::Place;
use crate::resource::{Resource, ResourceId, Ties};
use crate::verification::{Standee, Standing};
use crate::vocabulary::Cost;

/// An empty directory.
pub(crate) async fn story<F: Future<Output = ()>>(tell: impl Fn(TestApp) -> F) {
    let with_press = |app| crate::prepare(app).with_part(printer());
    on_both_engines(vec![platform::module(), crate::module()], with_press, tell).await;
}

/// The demonstration's territory.
pub(crate) async fn in_the_demo<F: Future<Output = ()>>(tell: impl Fn(TestApp) -> F) {
    let tell = async |test: TestApp| {
        crate::demo::load(test.app.db(), test.app.clock().now()).await.unwrap();
        tell(test).await;
    };
    story(tell).await;
}

/// The same, with the team at Bron.
pub(crate) async fn in_the_demo_with_a_team<F: Future<Output = ()>>(tell: impl Fn(TestApp) -> F) {
    let tell = async |test: TestApp| {
        Team::at_bron(&test).await;
        tell(test).await;
    };
    in_the_demo(tell).await;
}

/// Rows as a file has them, one a line.
pub(crate) fn lines(rows: &[Value]) -> Source {
    let lines: Vec<String> = rows.iter().map(Value::to_string).collect();
    Source::new(Cursor::new(lines.join("\n").into_bytes()), 0).unwrap()
}

/// Structures and services brought to the directory.
pub(crate) async fn import(test: &TestApp, (structures, services): (Vec<Value>, Vec<Value>)) -> Report {
    let files = (lines(&structures), lines(&services));
    data_inclusion::import(test.app.db(), test.app.clock().now(), files, &mut |_| ()).await.unwrap()
}

/// What programs read of a page.
pub(crate) fn json_ld(page: &Page) -> Value {
    let mut scripts = page.body.split("<script type=\"application/ld+json\">").skip(1);
    let script = scripts.next().unwrap();
    assert_eq!(scripts.next(), None, "{} has one", page.path);
    serde_json::from_str(script.split("</script>").next().unwrap()).unwrap()
}

/// A free choir with three places, that its source last changed in June 2025.
pub(crate) fn choir() -> Resource {
    Resource {
        id: ResourceId::parse("dora--chorale").unwrap(),
        organization: OrganizationId::parse("dora--voix-voisines").unwrap(),
        source: "dora".to_owned(),
        name: "Chorale".to_owned(),
        description: "On chante ensemble.\nSans audition.".to_owned(),
        updated_on: date(2025, 6, 1),
        source_page: None,
        kind: None,
        themes: BTreeSet::new(),
        cost: Some(Cost::Free),
        cost_note: None,
        publics: BTreeSet::new(),
        publics_note: None,
        conditions: None,
        place: Place::default(),
        contact: Contact { phone: None, email: Email::parse("bonjour@voix-voisines.example") },
        contact_name: None,
        welcome_modes: BTreeSet::new(),
        zones: Vec::new(),
        booking: None,
        ways_in: BTreeSet::new(),
        open_to: BTreeSet::new(),
        ways_in_note: None,
        weekly_hours: None,
        weeks: None,
        opening_hours: None,
        ties: Ties { places: Some(3), ..Ties::default() },
    }
}

/// An entry of an organization, last checked that day.
pub(crate) fn standee(organization: &str, checked_on: Option<Date>) -> Standee {
    Standee {
        id: format!("{organization}/1"),
        name: "Atelier".to_owned(),
        organization: organization.to_owned(),
        organization_name: "Association".to_owned(),
        standing: Standing { checked_on, ..Standing::default() },
    }
}

/// The same text again and again, without an end.
pub(crate) struct ForEver {
    text: &'static [u8],
    at: usize,
}

impl ForEver {
    pub(crate) fn saying(text: &'static [u8]) -> ForEver {
        ForEver { text, at: 0 }
    }
}

impl Read for ForEver {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        for byte in buffer.iter_mut() {
            *byte = self.text[self.at % self.text.len()];
            self.at += 1;
        }
        Ok(buffer.len())
    }
}

//! The matrix: each route, each kind of record, each doer.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use axum::http::Method;
use jiff::SignedDuration;
use platform::db::whole;
use platform::testing::{Frozen, Page, SeenForm, TestApp, Thawed};
use platform::web::routes::Route;

use crate::addresses::{Part, about, is_of_a_person, route_of, with_a_choice};
use crate::cells::{ABSENT, DONE, KEY, READ, SIGN_IN, cell};
use crate::doers::{Doer, LEGEND};
use crate::extras::Extras;
use crate::forms::{file, filled};
use crate::tokens::{are_in_no_address, are_in_no_letter, fields_in};
use crate::world::{Subject, World, absent};

/// Between two knocks: nobody asks, or guesses, faster than they may.
const PAUSE: SignedDuration = SignedDuration::from_secs(7);

/// A row: a route and the record it was asked about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Row {
    path: String,
    method: String,
    guard: String,
    what: String,
}

#[derive(Debug, Default)]
pub(crate) struct Matrix {
    rows: BTreeMap<Row, String>,
    /// Which fields of whose file were on an answer to whom.
    seen: BTreeMap<(String, char), BTreeSet<String>>,
    /// By the address they are sent to, and what distinguishes two sent to the same.
    forms: BTreeMap<(String, String), Sent>,
}

/// A form as it stood on the page of somebody who may send it.
#[derive(Clone, Debug)]
struct Sent {
    what: String,
    form: SeenForm,
}

impl Matrix {
    pub(crate) async fn run(frozen: &Frozen, world: &World, part: Part) -> Matrix {
        let mut matrix = Matrix::default();
        let thawed = frozen.thaw().await;
        let mut table = thawed.test.app.routes().table().to_vec();
        table.retain(|route| Part::of(route) == part);
        for route in table.iter().filter(|route| route.method == Method::GET) {
            for (what, address, nowhere) in addresses(route, world) {
                matrix.read(&thawed, world, route, &what, (&address, &nowhere)).await;
                if let Some(choice) = with_a_choice(&route.path) {
                    let (chosen, nowhere) = (format!("{address}{choice}"), format!("{nowhere}{choice}"));
                    matrix.read(&thawed, world, route, &what, (&chosen, &nowhere)).await;
                }
            }
        }
        are_in_no_letter(&thawed.test).await;
        thawed.end().await;
        for form in world.forms.iter().filter(|form| form.is_post) {
            let sent = Sent { what: String::new(), form: form.clone() };
            matrix.forms.insert((form.action.clone(), String::new()), sent);
        }
        matrix.post_everything(frozen, world, &table).await;
        matrix.has_every(&table);
        matrix
    }

    /// Everybody asks for a page.
    async fn read(
        &mut self,
        thawed: &Thawed,
        world: &World,
        route: &Route,
        what: &str,
        (address, nowhere): (&str, &str),
    ) {
        let mut cells = String::new();
        for doer in &world.doers {
            thawed.test.app.clock().advance(PAUSE);
            everybody_proves_who_they_are(&thawed.test).await;
            let mut browser = doer.browser.before(&thawed.test);
            let page = browser.ask(address).await;
            let answer = cell(&page);
            cells.push(answer);
            if answer == ABSENT {
                is_like_absent(&page, address, &browser.ask(nowhere).await, nowhere);
            }
            if answer == READ {
                self.keep(&page, &route.path, what, doer);
            }
        }
        self.add(row(route, what), &cells);
    }

    fn add(&mut self, row: Row, cells: &str) {
        let known = self.rows.get(&row).map_or(cells, String::as_str);
        let cells = merged(known, cells);
        self.rows.insert(row, cells);
    }

    /// What is on a page somebody may read: whose fields, and which forms.
    fn keep(&mut self, page: &Page, path: &str, what: &str, doer: &Doer) {
        let key = (format!("{path} {what}").trim().to_owned(), doer.key);
        self.seen.entry(key).or_default().extend(fields_in(&page.body));
        are_in_no_address(page);
        for form in page.forms().into_iter().filter(|form| form.is_post) {
            // A list has the same form on each line; two forms of a page may lead to one address.
            let names: Vec<&str> = form.controls.iter().map(|control| control.name.as_str()).collect();
            let key = (form.action.clone(), names.join(" "));
            self.forms.entry(key).or_insert(Sent { what: what.to_owned(), form });
        }
    }

    /// Everybody sends each form, into a world where nobody has sent anything yet; then those of the
    /// pages that come back.
    async fn post_everything(&mut self, frozen: &Frozen, world: &World, table: &[Route]) {
        let posts: Vec<&Route> = table.iter().filter(|route| route.method == Method::POST).collect();
        let mut done = BTreeSet::new();
        let mut thawed = frozen.thaw().await;
        let mut extras = Extras::of(&thawed.test).await;
        self.forms.values().for_each(|sent| extras.learn(&sent.form));
        while let Some((key, sent)) = self.forms.iter().find(|(key, _)| !done.contains(*key)) {
            let (key, sent) = (key.clone(), sent.clone());
            done.insert(key);
            let path = route_of(&sent.form.action, posts.iter().map(|route| route.path.as_str()));
            // A form of another part, or of the frame around every page.
            let Some(route) = posts.iter().find(|route| Some(route.path.as_str()) == path) else { continue };
            // What one is given on the way in serves for some minutes only.
            if world.forms.iter().any(|form| form.action == sent.form.action) {
                thawed.end().await;
                thawed = frozen.thaw().await;
            }
            let mut cells = String::new();
            for doer in &world.doers {
                thawed.test.app.clock().advance(PAUSE);
                everybody_proves_who_they_are(&thawed.test).await;
                let page = send(&thawed, doer, &sent.form, &[]).await;
                let answer = cell(&page);
                cells.push(answer);
                if answer == DONE {
                    are_in_no_address(&page);
                    are_in_no_letter(&thawed.test).await;
                    thawed.end().await;
                    thawed = frozen.thaw().await;
                } else if answer != ABSENT {
                    self.keep(&page, &format!("POST {}", route.path), &sent.what, doer);
                }
            }
            refused_change_nothing(&thawed, world, &cells, &sent.form).await;
            if let Some((doer, _)) = world.doers.iter().zip(cells.chars()).find(|(_, cell)| *cell == DONE) {
                let there =
                    |other: &&Sent| route_of(&other.form.action, [route.path.as_str()].into_iter()).is_some();
                let controls = self.forms.values().filter(there).flat_map(|other| &other.form.controls);
                let asked = controls.map(|control| control.name.as_str()).collect();
                extras.change_nothing(frozen, doer, &sent.form, &asked).await;
            }
            self.add(row(route, &sent.what), &cells);
        }
        thawed.end().await;
    }

    /// Nothing the program answers is missing.
    fn has_every(&self, table: &[Route]) {
        let missing: Vec<String> = table
            .iter()
            .filter(|route| {
                !self.rows.keys().any(|row| row.path == route.path && row.method == route.method.as_str())
            })
            .map(|route| format!("{} {}", route.method, route.path))
            .collect();
        assert!(missing.is_empty(), "nobody knocked at {missing:#?}");
    }

    pub(crate) fn written(&self) -> String {
        let mut text = String::new();
        for (key, _, who) in LEGEND {
            writeln!(text, "{key}  {who}").unwrap();
        }
        writeln!(text, "\n{KEY}").unwrap();
        let columns: String = LEGEND.iter().map(|(key, ..)| *key).collect();
        let mut last = None;
        for (row, cells) in &self.rows {
            if last != Some(&row.path) {
                writeln!(text, "\n{columns}  {}", row.path).unwrap();
                last = Some(&row.path);
            }
            let what = if row.what.is_empty() { String::new() } else { format!(" · {}", row.what) };
            writeln!(text, "{cells}  {} {}{what}", row.method, row.guard).unwrap();
        }
        text
    }

    /// Who sees which fields of whose file, page by page.
    pub(crate) fn fields(&self) -> String {
        let mut text = String::new();
        let mut pages: BTreeMap<&str, BTreeMap<&BTreeSet<String>, String>> = BTreeMap::new();
        for ((page, doer), fields) in self.seen.iter().filter(|(_, fields)| !fields.is_empty()) {
            pages.entry(page).or_default().entry(fields).or_default().push(*doer);
        }
        for (page, groups) in pages {
            writeln!(text, "{page}").unwrap();
            for (fields, doers) in groups {
                let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
                writeln!(text, "  {doers}: {}", fields.join(" ")).unwrap();
            }
        }
        text
    }
}

/// The addresses of a route: about each person who has such a record, or the one there is; with the
/// same about nobody.
fn addresses(route: &Route, world: &World) -> Vec<(String, String, String)> {
    let of = |subject: &Subject| about(&route.path, subject, &world.others[0]);
    if !is_of_a_person(&route.path) {
        let nobody = Subject::default();
        let known = world.others.iter().filter_map(|others| about(&route.path, &nobody, others));
        let known: BTreeSet<String> = known.collect();
        return known.into_iter().map(|address| (String::new(), address.clone(), address)).collect();
    }
    let known = |subject: &Subject| Some((subject.what.to_owned(), of(subject)?, of(&absent(subject))?));
    world.subjects.iter().filter_map(known).collect()
}

fn row(route: &Route, what: &str) -> Row {
    let (path, method) = (route.path.clone(), route.method.to_string());
    Row { path, method, guard: format!("{:?}", route.guard), what: what.to_owned() }
}

/// Those who were refused send the form once more: the store says the same before and after.
async fn refused_change_nothing(thawed: &Thawed, world: &World, cells: &str, form: &SeenForm) {
    let said = async || {
        // Only that somebody is still there.
        let mut tx = thawed.test.app.db().read().await.unwrap();
        whole::fingerprint(&mut tx, |table| table != "session").await.unwrap()
    };
    let before = said().await;
    for (doer, _) in
        world.doers.iter().zip(cells.chars()).filter(|(_, cell)| [ABSENT, SIGN_IN].contains(cell))
    {
        send(thawed, doer, form, &[]).await;
    }
    assert_eq!(said().await, before, "{} was refused and has changed something", form.action);
}

/// As they would when asked to: what is shown here is who may then go on.
pub(crate) async fn everybody_proves_who_they_are(test: &TestApp) {
    let mut tx = test.tx().await;
    let now = test.app.wall().now();
    tx.run("UPDATE session SET proven_at = $1", &[now.into()]).await.unwrap();
    tx.commit().await.unwrap();
}

/// `beside` is what the form does not ask for.
pub(crate) async fn send(thawed: &Thawed, doer: &Doer, form: &SeenForm, beside: &[(String, String)]) -> Page {
    let brought = form.controls.iter().filter(|control| control.kind == "file").map(|control| {
        let (name, content) = file(&control.name);
        (control.name.as_str(), name, content)
    });
    let files: Vec<(&str, &str, &[u8])> = brought.collect();
    let fields = [filled(form, &[], 'z'), beside.to_vec()].concat();
    doer.browser.before(&thawed.test).hand_in(&form.action, &fields, &files).await
}

/// Where a page has several forms to one route, the more somebody is let do counts.
fn merged(known: &str, cells: &str) -> String {
    let rank = |c: char| "·sgjrw".find(c);
    known.chars().zip(cells.chars()).map(|(a, b)| if rank(a) >= rank(b) { a } else { b }).collect()
}

/// Refused and absent look the same, but for the address itself.
#[track_caller]
fn is_like_absent(refused: &Page, address: &str, absent: &Page, nowhere: &str) {
    assert_eq!(refused.status, absent.status, "{address}");
    let plain = |page: &Page, address: &str| {
        let path = address.split('?').next().unwrap_or_default();
        page.body.replace(path, "HERE")
    };
    assert_eq!(plain(refused, address), plain(absent, nowhere), "{address}");
    let names = |page: &Page| page.headers.keys().map(ToString::to_string).collect::<BTreeSet<String>>();
    assert_eq!(names(refused), names(absent), "{address}");
}

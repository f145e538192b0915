//! `/personnes/{case}/trouver`.

use askama::Template;
use directory::finder;
use directory::resource::Resource;
use directory::vocabulary::{Category, Coded, Cost, Lever, Public, Theme};
use kernel::id::{CaseId, SiteId};
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer};
use platform::web::{Nope, Path, Problems, Query, Ui};

use super::super::excluded::{self, Group};
use super::super::found::Found;
use super::super::lines::inside;
use super::super::model::Ranked;
use super::super::search::{RADII, Search, SearchForm, Wanted};
use super::row::{self, Row};
use crate::act::Acting;
use crate::assessment::labels::lever_label;
use crate::caseload::Case;
use crate::caseload::acts::open_to_read;
use crate::fairness;
use crate::heading::Heading;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "matching/pages/find.html")]
struct FindPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    heading: Heading,
    /// « Mme Aline D. ».
    who: String,
    found: &'a Found,
    form: SearchForm,
    problems: Problems,
    rows: Vec<Row>,
    total: usize,
    excluded: Vec<Group>,
    excluded_count: usize,
    farther: usize,
    radius_km: f64,
}

/// One choice of a drop-down list.
struct Choice {
    code: String,
    label: String,
    is_chosen: bool,
}

/// A file opened to look with it.
pub(super) async fn open(may: &May<RunCaseload>, id: CaseId, search: &Search) -> Result<(Case, Found), Nope> {
    // The directory may have to be read again: before the file is opened, which holds the store.
    let view = finder::current(may.app()).await?;
    let acting = Acting::by(may);
    let mut tx = may.app().db().begin().await?;
    let case = open_to_read(&mut tx, &acting, id).await?;
    let found = Found::read(&mut tx, &acting, &case, &view, search).await?;
    tx.commit().await?;
    Ok((case, found))
}

pub(super) async fn show(
    may: May<RunCaseload>,
    Path(id): Path<CaseId>,
    Query(form): Query<SearchForm>,
) -> Answer {
    let mut problems = Problems::default();
    let search = form.read(&mut problems, may.lang);
    let (case, found) = open(&may, id, &search).await?;
    let ranking = found.rank();
    let home = &found.profile.home;
    let page = FindPage {
        ui: &may.ui,
        w: words(may.lang),
        heading: Heading { case: case.id, name: found.person.addressed(), is_open: case.is_open() },
        who: found.person.addressed_shortly(),
        rows: row::of_page(&found, &ranking, form.page_number(), may.today(), may.lang),
        total: ranking.matches.len(),
        excluded: excluded::groups(&ranking.excluded, home, may.lang),
        excluded_count: ranking.excluded.len(),
        farther: ranking.farther,
        radius_km: search.radius_km.unwrap_or_else(|| found.weights.radius_km(found.profile.reach)),
        found: &found,
        form,
        problems,
    };
    if !page.problems.is_empty() {
        return page::with_problems(&page);
    }
    count(&may, case.site_id, row::shown(&ranking, page.form.page_number())).await?;
    page::show(&page)
}

/// Adds what stands on the page to the sums of fairness.
async fn count(may: &May<RunCaseload>, site: SiteId, shown: &[Ranked<'_>]) -> Result<(), Nope> {
    let shown: Vec<&Resource> = shown.iter().map(|ranked| ranked.candidate.resource).collect();
    let mut tx = may.app().db().begin().await?;
    fairness::count(&mut tx, site, &shown, may.today()).await?;
    Ok(tx.commit().await?)
}

impl FindPage<'_> {
    fn path(&self) -> String {
        format!("/personnes/{}/trouver", self.heading.case)
    }

    /// What the assessment says of a place, in one row; `None` without an assessment.
    fn known(&self) -> Option<String> {
        let assessment = self.found.assessment.as_ref()?;
        let w = self.w;
        let wishes = assessment.levers.iter().map(|lever| inside(&lever_label(*lever, w)));
        let topics = assessment.topics.iter().map(|topic| topic.label(self.ui.lang).to_owned());
        let needs = assessment.needs.iter().map(|need| inside(&need.label(w)));
        let constraints = assessment.constraints.iter().map(|one| inside(&one.label(w)));
        let reach = Some(assessment.reach.label(w)).filter(|reach| !reach.is_empty());
        let all = wishes.chain(topics).chain(needs).chain(constraints).chain(reach);
        Some(all.collect::<Vec<_>>().join(" · "))
    }

    /// What an assessment could still say.
    fn missing(&self) -> Option<String> {
        let assessment = self.found.assessment.as_ref()?;
        let no_wish = assessment.topics.is_empty() && assessment.levers.is_empty();
        let missing = [
            no_wish.then(|| self.w.match_missing_wishes()),
            (assessment.reach == Default::default()).then(|| self.w.match_missing_reach()),
            assessment.times.is_empty().then(|| self.w.match_missing_times()),
        ];
        let missing: Vec<String> = missing.into_iter().flatten().collect();
        (!missing.is_empty()).then(|| missing.join(", "))
    }

    fn radii(&self) -> Vec<Choice> {
        let label = |km: u32| self.w.match_radius_km(km);
        RADII.into_iter().map(|km| choice(km.to_string(), label(km), &self.form.rayon)).collect()
    }

    fn levers(&self) -> Vec<Choice> {
        coded(Lever::all(), &self.form.levier, |lever| lever.wish(self.ui.lang))
    }

    fn costs(&self) -> Vec<Choice> {
        coded(Cost::all(), &self.form.prix, |cost| cost.label(self.ui.lang))
    }

    fn publics(&self) -> Vec<Choice> {
        coded(Public::all().filter(|one| *one != Public::Everyone), &self.form.public, |public| {
            public.label(self.ui.lang).to_owned()
        })
    }

    fn themes(&self) -> Vec<(Choice, Vec<Choice>)> {
        let (lang, chosen) = (self.ui.lang, &self.form.theme);
        let family = |one: Category| choice(one.code().to_owned(), one.label(lang).to_owned(), chosen);
        let inside = |one: Category| coded(one.themes(), chosen, |theme: Theme| theme.label(lang).to_owned());
        Category::all().map(|one| (family(one), inside(one))).collect()
    }

    fn boxes(&self) -> Vec<(&'static str, String, bool)> {
        let ticked = |wanted: Wanted| (wanted.code(), wanted.label(self.ui.lang), self.form.wants(wanted));
        Wanted::ALL.into_iter().map(ticked).collect()
    }

    fn first_shown(&self) -> usize {
        row::range(self.form.page_number(), self.total).start + 1
    }

    fn last_shown(&self) -> usize {
        row::range(self.form.page_number(), self.total).end
    }

    fn previous(&self) -> Option<String> {
        let page = self.form.page_number();
        (page > 1).then(|| self.form.address(&self.path(), page - 1))
    }

    fn next(&self) -> Option<String> {
        let page = self.form.page_number();
        (self.last_shown() < self.total).then(|| self.form.address(&self.path(), page + 1))
    }

    /// The same rows, as points.
    fn points(&self) -> String {
        self.form.address(&format!("{}/points.geojson", self.path()), self.form.page_number())
    }

    fn ground(&self) -> String {
        format!("/map/ground.geojson?departement={}", self.found.profile.home.commune.departement())
    }

    /// Never nearer to the home than its commune's centre.
    fn centre(&self) -> Option<String> {
        self.found.profile.home.centre.map(|centre| format!("{},{}", centre.lat, centre.lon))
    }

    fn commune(&self) -> &str {
        &self.found.profile.home.name
    }

    /// A closer look for a smaller radius.
    fn zoom(&self) -> &'static str {
        match self.radius_km {
            ..=2.0 => "13",
            ..=5.0 => "12.2",
            ..=10.0 => "11.4",
            ..=20.0 => "10.4",
            _ => "9",
        }
    }
}

fn coded<T: Coded>(
    values: impl Iterator<Item = T>,
    chosen: &str,
    label: impl Fn(T) -> String,
) -> Vec<Choice> {
    values.map(|value| choice(value.code().to_owned(), label(value), chosen)).collect()
}

fn choice(code: String, label: String, chosen: &str) -> Choice {
    Choice { is_chosen: code == chosen, code, label }
}

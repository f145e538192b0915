//! Needs and wishes said while taking stock, that nothing within reach of home answers.
//!
//! What answers is what the directory knows today, around the middle of each commune; what is offered from a
//! distance answers nobody here.

use std::collections::{BTreeMap, BTreeSet};

use directory::finder::{Filters, Means, Near, Query, View};
use directory::gazetteer::{Commune, Gazetteer};
use directory::vocabulary::{Coded, Lever, ThemeWish, Topic};
use kernel::clock::start_of;
use kernel::commune::CommuneCode;
use kernel::id::SiteId;
use platform::db::{DbError, Tx};
use sqlx::FromRow;
use uuid::Uuid;

use super::model::Cohort;
use crate::assessment::model::{Need, PriorityArea};
use crate::matching::themes_of;

kernel::coded! {
    /// How far one would go; the codes stand in addresses.
    Reach {
        Walk15 = "pied-15",
        Walk30 = "pied-30",
        Drive15 = "voiture-15",
        Drive30 = "voiture-30",
    }
}

/// What somebody misses, or would like to do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wish {
    Need(Need),
    Topic(Topic),
}

/// How many persons of a commune said so; each counted once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Persons {
    pub all: u32,
    /// Who live in a quartier prioritaire.
    pub in_priority_area: u32,
}

/// What nothing within reach answers.
#[derive(Clone, Debug, Default)]
pub struct Unmet {
    /// With whom stock was taken.
    pub asked: u32,
    /// Persons with one unmet wish and more, of every commune somebody asked lives in.
    pub communes: Vec<(&'static Commune, Persons)>,
    /// Each unmet wish of each commune, the most frequent first.
    pub wishes: Vec<(&'static Commune, Wish, Persons)>,
}

/// What was said, by person.
#[derive(Debug)]
pub struct Said(Vec<Person>);

#[derive(Debug)]
struct Person {
    commune: &'static Commune,
    is_in_priority_area: bool,
    wishes: BTreeSet<Wish>,
}

#[derive(FromRow)]
struct Row {
    person_id: Uuid,
    commune_code: String,
    needs: String,
    topics: String,
    priority_area: Option<String>,
}

/// What the persons of some teams said, of a cohort; nothing of somebody whose commune nobody knows.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn said(tx: &mut Tx, sites: &[SiteId], cohort: Cohort) -> Result<Said, DbError> {
    let mut persons: BTreeMap<Uuid, Person> = BTreeMap::new();
    for site in sites {
        let rows: Vec<Row> = tx
            .all(
                "SELECT c.person_id, h.commune_code, s.needs, s.topics, s.priority_area
                 FROM referral r JOIN case_file c ON c.referral_id = r.id
                 JOIN assessment s ON s.case_id = c.id JOIN person h ON h.id = c.person_id
                 WHERE r.site_id = $1 AND r.sent_at >= $2 AND r.sent_at < $3",
                &[(*site).into(), start_of(cohort.sent.from).into(), start_of(cohort.sent.before).into()],
            )
            .await?;
        for row in rows {
            let Some(person) = Person::of(&row) else { continue };
            let known = persons.entry(row.person_id).or_insert(person);
            known.wishes.extend(wishes(&row));
        }
    }
    Ok(Said(persons.into_values().collect()))
}

impl Said {
    /// What of it nothing within reach answers, as far as a directory knows.
    pub fn unmet(&self, view: &View, reach: Reach) -> Unmet {
        let mut answers = Answers { view, reach, known: BTreeMap::new() };
        let mut communes: BTreeMap<&CommuneCode, (&'static Commune, Persons)> = BTreeMap::new();
        let mut wishes: BTreeMap<(&CommuneCode, &Wish), (&'static Commune, Persons)> = BTreeMap::new();
        for person in &self.0 {
            let (code, nobody) = (&person.commune.code, (person.commune, Persons::default()));
            let of_commune = communes.entry(code).or_insert(nobody);
            let unmet = answers.lacking_to(person);
            if !unmet.is_empty() {
                of_commune.1.add(person);
            }
            for wish in unmet {
                wishes.entry((code, wish)).or_insert(nobody).1.add(person);
            }
        }
        let wish = |((_, wish), (commune, persons)): ((_, &Wish), _)| (commune, wish.clone(), persons);
        let mut wishes: Vec<(_, _, Persons)> = wishes.into_iter().map(wish).collect();
        wishes.sort_by_key(|(_, _, persons)| std::cmp::Reverse(persons.all));
        let asked = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        Unmet { asked, communes: communes.into_values().collect(), wishes }
    }
}

/// Each question to the directory is asked once.
struct Answers<'a> {
    view: &'a View,
    reach: Reach,
    known: BTreeMap<(&'a CommuneCode, &'a Wish), bool>,
}

impl<'a> Answers<'a> {
    fn lacking_to(&mut self, person: &'a Person) -> Vec<&'a Wish> {
        let mut lacking = Vec::new();
        for wish in &person.wishes {
            let answer = self.known.entry((&person.commune.code, wish));
            if !*answer.or_insert_with(|| is_answered(self.view, person.commune, wish, self.reach)) {
                lacking.push(wish);
            }
        }
        lacking
    }
}

impl Persons {
    fn add(&mut self, person: &Person) {
        self.all = self.all.saturating_add(1);
        self.in_priority_area = self.in_priority_area.saturating_add(u32::from(person.is_in_priority_area));
    }
}

impl Person {
    fn of(row: &Row) -> Option<Person> {
        let code = CommuneCode::parse(&row.commune_code)?;
        Some(Person {
            commune: Gazetteer::load().current(&code)?,
            is_in_priority_area: row.priority_area.as_deref() == Some(PriorityArea::Yes.code()),
            wishes: BTreeSet::new(),
        })
    }
}

impl Reach {
    pub fn minutes(self) -> u32 {
        match self {
            Reach::Walk15 | Reach::Drive15 => 15,
            Reach::Walk30 | Reach::Drive30 => 30,
        }
    }

    pub fn means(self) -> Means {
        match self {
            Reach::Walk15 | Reach::Walk30 => Means::OnFoot,
            Reach::Drive15 | Reach::Drive30 => Means::ByCar,
        }
    }
}

/// Codes that left their lists since are forgotten.
fn wishes(row: &Row) -> impl Iterator<Item = Wish> {
    let needs = row.needs.split_whitespace().filter_map(Need::from_code).map(Wish::Need);
    needs.chain(row.topics.split_whitespace().filter_map(Topic::parse).map(Wish::Topic))
}

fn is_answered(view: &View, commune: &'static Commune, wish: &Wish, reach: Reach) -> bool {
    let near = Near { with_remote: false, ..Near::of(commune, reach.means().km_in(reach.minutes())) };
    let finds = |filters: Filters| {
        view.find(&Query { near: Some(near.clone()), filters, ..Query::default() }).total > 0
    };
    match wish {
        Wish::Topic(topic) => finds(Filters { topics: vec![topic.clone()], ..Filters::default() }),
        Wish::Need(need) => {
            let themes: Vec<ThemeWish> =
                themes_of(*need).iter().filter_map(|code| ThemeWish::from_code(code)).collect();
            // Whatever brings people together answers who misses ties.
            let ties = [Lever::Gather, Lever::ReachOut, Lever::Listen].to_vec();
            finds(Filters { themes, ..Filters::default() })
                || (*need == Need::Ties && finds(Filters { levers: ties, ..Filters::default() }))
        }
    }
}

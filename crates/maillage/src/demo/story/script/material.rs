//! What the story is made of, read from `data/demo`: names, sentences, places, prescribers.

use jiff::civil::Weekday;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::model::Character;
use crate::Failure;

const PEOPLE: &str = include_str!("../../../../../../data/demo/people.toml");
const WORDS: &str = include_str!("../../../../../../data/demo/words.toml");
const SITES: &str = include_str!("../../../../../../data/demo/sites.toml");
const RESOURCES: &str = include_str!("../../../../../../data/demo/resources.toml");
const ORGANIZATIONS: &str = include_str!("../../../../../../data/demo/organizations.toml");

/// Topics of places for people who live through something: nobody else is sent there.
const LIVED: [&str; 6] =
    ["aidants", "deuil", "langue-des-signes", "langue-francaise", "memoire", "parentalite"];
/// Publics of whom nobody of the story is said to be one.
const OF_NOBODY: [&str; 3] = [
    "beneficiaires-des-minimas-sociaux",
    "personnes-en-situation-de-handicap",
    "personnes-en-situation-durgence",
];

/// Everything a writer draws from.
#[derive(Debug)]
pub(super) struct Material {
    pub(super) people: People,
    pub(super) words: Sentences,
    pub(super) sites: Vec<Site>,
    accounts: Vec<Account>,
    pub(super) places: Vec<Place>,
}

#[derive(Debug, Deserialize)]
pub(super) struct People {
    pub(super) given_name: Vec<GivenName>,
    pub(super) family_name: Vec<FamilyName>,
}

#[derive(Debug, Deserialize)]
pub(super) struct GivenName {
    pub(super) name: String,
    pub(super) civility: String,
    pub(super) decades: Vec<i64>,
    pub(super) pool: String,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct FamilyName {
    pub(super) name: String,
    pub(super) pool: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Sentences {
    pub(super) what_matters: Vec<Sentence>,
    pub(super) goal: Vec<Sentence>,
    pub(super) prescriber_note: Vec<Sentence>,
    pub(super) link_worker_note: Vec<Sentence>,
    pub(super) organization_answer: Vec<Sentence>,
    pub(super) drop_reason: Vec<Sentence>,
}

/// A sentence and whom it suits.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Sentence {
    pub(super) text: String,
    pub(super) topics: Vec<String>,
    /// Codes of what a place must then offer.
    pub(super) constraints: Vec<String>,
    civility: Option<String>,
    age_min: Option<i64>,
    age_max: Option<i64>,
    pub(super) result: Option<String>,
    pub(super) moment: Option<String>,
    pub(super) answer: Option<String>,
    pub(super) reason: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Site {
    id: String,
    pub(super) commune: String,
}

#[derive(Debug, Deserialize)]
struct Account {
    email: String,
    role: String,
    sites: Vec<String>,
}

/// Somewhere to take part.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Place {
    pub(super) id: String,
    description: String,
    publics: Vec<String>,
    organization: String,
    pub(super) levers: Vec<String>,
    topics: Vec<String>,
    places: Option<i64>,
    #[serde(default)]
    schedule: String,
    age_min: Option<i64>,
    age_max: Option<i64>,
    zone: Option<Vec<String>>,
    home_zone: Option<Vec<String>>,
    /// Where it is: its organization's commune.
    #[serde(skip)]
    pub(super) commune: String,
}

#[derive(Deserialize)]
struct Organization {
    id: String,
    commune: String,
}

impl Material {
    /// # Errors
    /// [`Failure::DemoData`] for a file that does not hold what its README says.
    pub(super) fn read() -> Result<Material, Failure> {
        #[derive(Deserialize)]
        struct Sites {
            site: Vec<Site>,
            account: Vec<Account>,
        }
        #[derive(Deserialize)]
        struct Resources {
            resource: Vec<Place>,
        }
        #[derive(Deserialize)]
        struct Organizations {
            organization: Vec<Organization>,
        }
        let Sites { site, account } = read("sites.toml", SITES)?;
        let Resources { resource: mut places } = read("resources.toml", RESOURCES)?;
        let Organizations { organization } = read("organizations.toml", ORGANIZATIONS)?;
        for place in &mut places {
            let of = organization.iter().find(|organization| organization.id == place.organization);
            place.commune = of.map(|organization| organization.commune.clone()).unwrap_or_default();
        }
        let (people, words) = (read("people.toml", PEOPLE)?, read("words.toml", WORDS)?);
        Ok(Material { people, words, sites: site, accounts: account, places })
    }

    /// The e-mails of those who hold a role at a site, in the file's order.
    pub(super) fn holding(&self, site: usize, role: &str) -> Vec<String> {
        let id = self.sites.get(site).map(|site| site.id.as_str()).unwrap_or_default();
        let holds = |account: &&Account| account.role == role && account.sites.iter().any(|own| own == id);
        self.accounts.iter().filter(holds).map(|account| account.email.clone()).collect()
    }
}

impl Sentence {
    /// Whether somebody of this civility and age could say it, or have it said of them.
    pub(super) fn suits(&self, civility: &str, age: i64) -> bool {
        self.civility.as_deref().is_none_or(|wanted| wanted == civility)
            && self.age_min.is_none_or(|least| age >= least)
            && self.age_max.is_none_or(|most| age <= most)
    }

    pub(super) fn is_about(&self, topics: &[String]) -> bool {
        self.topics.iter().any(|topic| topics.contains(topic))
    }
}

impl Place {
    pub(super) fn is_about(&self, topics: &[String]) -> bool {
        self.topics.iter().any(|topic| topics.contains(topic))
    }

    /// Whether somebody who speaks of these topics may be meant.
    pub(super) fn is_meant_for(&self, topics: &[String]) -> bool {
        let mut lived = self.topics.iter().filter(|topic| LIVED.contains(&topic.as_str()));
        lived.all(|topic| topics.contains(topic))
            && (self.publics.is_empty() || self.publics.iter().any(|one| !OF_NOBODY.contains(&one.as_str())))
    }

    /// Whether this person is welcome and there is room.
    pub(super) fn welcomes(&self, person: &Character) -> bool {
        let age = person.age();
        let serves = |zone: &Option<Vec<String>>| {
            let is_home = |code: &String| *code == person.commune || code == "metropole";
            zone.as_ref().is_none_or(|zone| zone.iter().any(is_home))
        };
        self.places != Some(0)
            && self.is_for(&person.civility)
            && self.age_min.is_none_or(|least| age >= least)
            && self.age_max.is_none_or(|most| age <= most)
            && serves(&self.zone)
            && serves(&self.home_zone)
    }

    /// The official list of publics knows women alone; a place for men says so in its description.
    fn is_for(&self, civility: &str) -> bool {
        match civility {
            "M." => {
                !self.publics.iter().any(|public| public == "femmes") && !self.description.contains("femmes")
            }
            _ => !self.description.contains("hommes"),
        }
    }

    /// The weekdays its schedule names, as OpenStreetMap abbreviates them; the ends of a range only.
    pub(super) fn weekdays(&self) -> Vec<Weekday> {
        const NAMES: [(&str, Weekday); 6] = [
            ("Mo", Weekday::Monday),
            ("Tu", Weekday::Tuesday),
            ("We", Weekday::Wednesday),
            ("Th", Weekday::Thursday),
            ("Fr", Weekday::Friday),
            ("Sa", Weekday::Saturday),
        ];
        NAMES.into_iter().filter(|(name, _)| self.schedule.contains(name)).map(|(_, day)| day).collect()
    }
}

fn read<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, Failure> {
    toml::from_str(text).map_err(|error| Failure::DemoData(format!("{name}: {}", error.message())))
}

//! From entries, one after the other, to an index.

use std::collections::{BTreeMap, HashMap};

use kernel::text::fold;

use super::Index;
use super::bands::{Bands, Drawer};
use super::bits::Bits;
use super::columns::{Columns, Details, Row, Traits};
use super::facets::Facets;
use super::hours::OpeningHours;
use super::number::{at, number};
use super::publics::Publics;
use super::strings::Strings;
use super::vocabulary::{Vocabulary, entry_of, posting};
use super::zones::Zones;
use crate::finder::entry::Entry;
use crate::finder::facet::Facet;
use crate::finder::public_text::public_texts;
use crate::finder::text::{Field, for_each_word};
use crate::resource::{Ages, Quality, Zone, day_number};
use crate::vocabulary::WelcomeMode;

/// What is known of the entries given so far, in the order they were given.
#[derive(Debug, Default)]
pub(in crate::finder) struct Builder {
    drafts: Vec<Draft>,
    facets: HashMap<Facet, u32>,
    words: Spotted,
    publics: Spotted,
}

/// Words met so far.
#[derive(Debug, Default)]
struct Spotted {
    numbers: HashMap<Box<str>, u32>,
    /// For each word, where it stands, by the order given.
    postings: Vec<Vec<u32>>,
}

impl Spotted {
    /// Texts come in the order of their worth: a word met again in the same entry adds nothing.
    fn add(&mut self, place: u32, field: Field, word: &str) {
        let number = self.numbers.get(word).copied().unwrap_or_else(|| {
            let new = number(self.postings.len());
            self.numbers.insert(word.into(), new);
            self.postings.push(Vec::new());
            new
        });
        if let Some(postings) = self.postings.get_mut(at(number))
            && postings.last().is_none_or(|last| entry_of(*last) != place)
        {
            postings.push(posting(place, field));
        }
    }
}

#[derive(Debug)]
struct Draft {
    id: Box<str>,
    name: Box<str>,
    drawer: Drawer,
    organization: Box<str>,
    commune: Option<&'static str>,
    hours: Option<Box<str>>,
    row: Row,
    facets: Box<[u32]>,
    zones: Box<[Zone]>,
    homes: Box<[Zone]>,
}

impl Builder {
    pub(in crate::finder) fn add(&mut self, entry: &Entry) {
        let place = number(self.drafts.len());
        for (field, text) in entry.texts() {
            for_each_word(&text, |word| self.words.add(place, field, word));
        }
        for (field, text) in public_texts(entry.resource()) {
            for_each_word(&text, |word| self.publics.add(place, field, word));
        }
        let draft = self.draft(entry);
        self.drafts.push(draft);
    }

    fn draft(&mut self, entry: &Entry) -> Draft {
        let resource = entry.resource();
        let drawn = entry.drawn_at();
        let is_remote = resource.welcome_modes.contains(&WelcomeMode::Remote);
        Draft {
            id: resource.id.as_str().into(),
            name: fold(&resource.name).into(),
            drawer: Drawer::of(
                drawn.map(|(point, _)| point),
                is_remote || !resource.ties.home_zones.is_empty(),
            ),
            row: Row {
                spot: drawn.map(|(point, _)| point.spot()),
                traits: Traits {
                    is_approximate: drawn.is_some_and(|(_, approximate)| approximate),
                    is_remote,
                    is_on_site: resource.welcome_modes.contains(&WelcomeMode::OnSite),
                    is_counter: resource.ties.topics.is_empty(),
                },
                details: Details {
                    ages: resource.ties.ages.unwrap_or(Ages { from: None, to: None }),
                    closed_until: resource.closed_until().map(day_number),
                    quality: Quality::of(resource),
                },
            },
            organization: resource.organization.as_str().into(),
            commune: entry.commune().map(|commune| commune.code.as_str()),
            hours: resource.hours().map(Box::from),
            zones: resource.zones.as_slice().into(),
            homes: resource.ties.home_zones.as_slice().into(),
            facets: Facet::of(resource).into_iter().map(|facet| self.facet(facet)).collect(),
        }
    }

    fn facet(&mut self, facet: Facet) -> u32 {
        let new = number(self.facets.len());
        *self.facets.entry(facet).or_insert(new)
    }

    /// # Errors
    /// None in practice: see [`Vocabulary::of`].
    pub(in crate::finder) fn finish(self) -> Result<Index, fst::Error> {
        let Builder { mut drafts, facets, words, publics } = self;
        let mut order: Vec<(u32, Drawer)> =
            (0..).zip(&drafts).map(|(given, draft)| (given, draft.drawer)).collect();
        order.sort_by(|(first, a), (second, b)| a.cmp(b).then(first.cmp(second)));
        let drawers: Vec<Drawer> = order.iter().map(|(_, drawer)| *drawer).collect();
        let given: Vec<u32> = order.iter().map(|(given, _)| *given).collect();
        let entry_given = inverse(&given);
        // From here on in the order of drawers.
        let mut rank = entry_given.iter();
        drafts.sort_by_cached_key(|_| rank.next().copied().unwrap_or_default());
        let by_id = ranks(&drafts, |a, b| a.id.cmp(&b.id));
        let by_name = ranks(&drafts, |a, b| {
            let counter = |draft: &Draft| draft.row.traits.is_counter;
            counter(a).cmp(&counter(b)).then(a.name.cmp(&b.name)).then(a.id.cmp(&b.id))
        });
        Ok(Index {
            bands: Bands::of(&drawers),
            columns: Columns::of(drafts.iter().map(|draft| draft.row)),
            sorted: inverse(&by_id),
            by_id,
            ids: drafts.iter().map(|draft| &*draft.id).collect::<Strings>(),
            names: drafts.iter().map(|draft| &*draft.name).collect::<Strings>(),
            facets: facet_lists(facets, &drafts),
            zones: zones(drafts.iter().map(|draft| &*draft.zones), <[Zone]>::is_empty),
            homes: zones(drafts.iter().map(|draft| &*draft.homes), |_| false),
            named: inverse(&by_name),
            by_name,
            hours: OpeningHours::of(drafts.iter().map(|draft| draft.hours.as_deref())),
            organizations: (0..).zip(&drafts).map(|(entry, draft)| (&*draft.organization, entry)).collect(),
            communes: (0..).zip(&drafts).filter_map(|(entry, draft)| Some((draft.commune?, entry))).collect(),
            words: Vocabulary::of(renumbered(words, &entry_given))?,
            publics: Publics(Vocabulary::of(renumbered(publics, &entry_given))?),
        })
    }
}

/// For each entry, its place in an order.
fn ranks(drafts: &[Draft], compare: impl Fn(&Draft, &Draft) -> std::cmp::Ordering) -> Vec<u32> {
    let mut order: Vec<(u32, &Draft)> = (0..).zip(drafts).collect();
    order.sort_unstable_by(|(_, a), (_, b)| compare(a, b));
    let entries: Vec<u32> = order.into_iter().map(|(entry, _)| entry).collect();
    inverse(&entries)
}

/// Where each number stands in a list that holds each once.
fn inverse(ranks: &[u32]) -> Vec<u32> {
    let mut entries = vec![0; ranks.len()];
    for (entry, rank) in (0..).zip(ranks) {
        if let Some(slot) = entries.get_mut(at(*rank)) {
            *slot = entry;
        }
    }
    entries
}

/// Entries by the zones they name; those that name all of France, or for which naming none means it,
/// are open to anybody.
fn zones<'d>(all: impl Iterator<Item = &'d [Zone]>, none_is_all: impl Fn(&[Zone]) -> bool) -> Zones {
    let mut anybody = Bits::default();
    let mut named: Vec<(&str, u32)> = Vec::new();
    for (entry, zones) in (0..).zip(all) {
        if none_is_all(zones) || zones.iter().any(Zone::is_france) {
            anybody.set(entry);
        } else {
            named.extend(zones.iter().map(|zone| (zone.as_str(), entry)));
        }
    }
    Zones { anybody, named: named.into_iter().collect() }
}

fn facet_lists(numbers: HashMap<Facet, u32>, drafts: &[Draft]) -> Facets {
    let mut facets: Vec<(Facet, u32)> = numbers.into_iter().collect();
    facets.sort_by_key(|(_, number)| *number);
    let mut bits = vec![Bits::default(); facets.len()];
    for (entry, draft) in (0..).zip(drafts) {
        for facet in &draft.facets {
            if let Some(bits) = bits.get_mut(at(*facet)) {
                bits.set(entry);
            }
        }
    }
    let all = facets.into_iter().map(|(facet, _)| facet).collect();
    Facets::of(all, bits, drafts.iter().map(|draft| draft.facets.iter().copied()).collect())
}

fn renumbered(words: Spotted, entry_given: &[u32]) -> BTreeMap<Box<str>, Vec<u32>> {
    let renumber = |old: &u32| {
        let entry = entry_given.get(at(entry_of(*old))).copied().unwrap_or_default();
        entry << 2 | (old & 3)
    };
    let Spotted { numbers, mut postings } = words;
    let renumber_all = |(word, number): (Box<str>, u32)| {
        let mut postings = postings.get_mut(at(number)).map(std::mem::take).unwrap_or_default();
        postings.iter_mut().for_each(|posting| *posting = renumber(posting));
        postings.sort_unstable();
        (word, postings)
    };
    numbers.into_iter().map(renumber_all).collect()
}

//! Which pairs are worth comparing: those that share something that few others share.
//!
//! Every entry is filed under a few keys (its SIRET, its telephone, a word of its name with its
//! commune…). Entries under one key are compared with one another, or, where a key is common, each
//! with the next few in the order of names: the work grows with the number of entries, not with
//! its square.

use std::hash::{DefaultHasher, Hash, Hasher};

use kernel::commune::CommuneCode;
use kernel::geo::Point;

use super::compare::Sketch;

/// Under one key, entries up to so many are all compared with one another…
const ALL_PAIRS_UP_TO: usize = 32;
/// … and each of more than that with the next so many.
const WINDOW: usize = 16;
/// Words of a name that are filed.
const WORDS: usize = 3;
/// Entries less than half of this apart share at least one of their four cells: some 2.2 km from
/// north to south.
const CELL_DEGREES: f64 = 0.02;

/// The most keys an entry is filed under.
pub const MOST_KEYS: usize = 6 + WORDS * 6;
/// The most pairs an entry brings: what the work grows with.
pub const MOST_PAIRS_EACH: usize = MOST_KEYS * WINDOW;

/// What two entries are compared for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ground {
    Siret,
    Phone,
    Email,
    Site,
    Address,
    /// The whole name, in any order of its words, at one postcode.
    Name,
    /// A word of the name in one commune or at one postcode.
    WordInTown,
    /// A word of the name, near by.
    WordNearBy,
    /// A word of the name, among what one group of organizations offers.
    WordAmongOffers,
}

/// Places in the list of two entries to compare, the lower first; each pair once, in order.
pub fn candidates(sketches: &[Sketch]) -> Vec<(usize, usize)> {
    let mut filed: Vec<(u64, usize)> = Vec::with_capacity(sketches.len() * 12);
    for (place, sketch) in sketches.iter().enumerate() {
        filed.extend(keys(sketch).into_iter().map(|(_, key)| (key, place)));
    }
    filed.sort_unstable();
    filed.dedup();
    let mut pairs = Vec::new();
    for block in filed.chunk_by(|(one, _), (other, _)| one == other) {
        let mut members: Vec<usize> = block.iter().map(|(_, place)| *place).collect();
        let reach = if members.len() <= ALL_PAIRS_UP_TO {
            members.len()
        } else {
            // Places follow identifiers, so that equal names keep an order too.
            let name = |place: &usize| sketches.get(*place).map(|sketch| sketch.name.key());
            members.sort_by_cached_key(|place| (name(place), *place));
            WINDOW
        };
        for (index, one) in members.iter().enumerate() {
            let next = members.iter().skip(index + 1).take(reach);
            pairs.extend(next.map(|other| (*one.min(other), *one.max(other))));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Why two entries are compared: the grounds they share.
pub fn grounds(a: &Sketch, b: &Sketch) -> Vec<Ground> {
    let theirs = keys(b);
    let shared = |(_, key): &(Ground, u64)| theirs.iter().any(|(_, other)| other == key);
    let mut grounds: Vec<Ground> = keys(a).into_iter().filter(shared).map(|(ground, _)| ground).collect();
    grounds.sort_unstable();
    grounds.dedup();
    grounds
}

fn keys(sketch: &Sketch) -> Vec<(Ground, u64)> {
    if let Some(offer) = &sketch.offer {
        let group = offer.by.group.as_str();
        let words = sketch.name.telling(&sketch.places).take(WORDS);
        let among = |word| (Ground::WordAmongOffers, hashed(Ground::WordAmongOffers, &[stem(word), group]));
        return words.map(among).collect();
    }
    let mut keys = Vec::with_capacity(MOST_KEYS);
    let mut file = |ground: Ground, parts: &[&str]| keys.push((ground, hashed(ground, parts)));
    let towns = [sketch.postcode.as_deref(), sketch.commune.as_ref().map(CommuneCode::as_str)];
    if let Some(siret) = &sketch.siret {
        file(Ground::Siret, &[siret]);
    }
    if let Some(phone) = &sketch.phone {
        file(Ground::Phone, &[phone]);
    }
    if let Some(email) = &sketch.email {
        file(Ground::Email, &[email]);
    }
    if let (Some(site), Some(town)) = (&sketch.site, towns.into_iter().flatten().next()) {
        file(Ground::Site, &[site, town]);
    }
    if let (Some(street), Some(town)) = (&sketch.street, towns.into_iter().flatten().next()) {
        let number = street.number.map_or_else(String::new, |number| number.to_string());
        let longest = street.words.iter().max_by_key(|word| (word.len(), word.as_str()));
        file(Ground::Address, &[&number, longest.map_or("", String::as_str), town]);
    }
    if let Some(town) = towns.into_iter().flatten().next() {
        file(Ground::Name, &[&sketch.name.key(), town]);
    }
    for word in sketch.name.telling(&sketch.places).take(WORDS) {
        let stem = stem(word);
        for town in towns.into_iter().flatten() {
            file(Ground::WordInTown, &[stem, town]);
        }
        for cell in sketch.point.into_iter().flat_map(cells) {
            file(Ground::WordNearBy, &[stem, &cell]);
        }
    }
    keys
}

/// The first letters: a slip or a plural at the end of a word does not matter.
fn stem(word: &str) -> &str {
    const LETTERS: usize = 5;
    word.char_indices().nth(LETTERS).and_then(|(end, _)| word.get(..end)).unwrap_or(word)
}

/// The four cells a point lies in, of four grids half a cell apart.
fn cells(point: Point) -> [String; 4] {
    [(0.0, 0.0), (0.0, 0.5), (0.5, 0.0), (0.5, 0.5)].map(|(north, east)| {
        let row = (point.lat / CELL_DEGREES + north).floor();
        let column = (point.lon / CELL_DEGREES + east).floor();
        format!("{north} {east} {row} {column}")
    })
}

/// Two different keys that hash alike only bring a pair more to compare.
fn hashed(ground: Ground, parts: &[&str]) -> u64 {
    let mut hasher = DefaultHasher::new();
    (ground, parts).hash(&mut hasher);
    hasher.finish()
}

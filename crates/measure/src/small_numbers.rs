//! Small numbers are not shown: among few persons, a count points at somebody.

/// The smallest count that is shown. Zero is not: « none of the twelve » tells of all twelve.
pub const FEWEST: u32 = 11;

/// A figure, or the fact that it is not shown: because too few persons are behind it, or because it
/// would give such a figure away. One word for both, since telling them apart would narrow them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown<T = u32> {
    Value(T),
    Hidden,
}

impl Shown<u32> {
    pub fn of(count: u32) -> Shown<u32> {
        Shown::among(count, count)
    }
}

impl<T> Shown<T> {
    /// A figure that speaks of `persons`.
    pub fn among(persons: u32, figure: T) -> Shown<T> {
        if persons >= FEWEST { Shown::Value(figure) } else { Shown::Hidden }
    }

    pub fn value(self) -> Option<T> {
        match self {
            Shown::Value(figure) => Some(figure),
            Shown::Hidden => None,
        }
    }
}

/// The parts of a total that is itself shown. A part under [`FEWEST`] is hidden, and the smallest
/// of the others with it until the hidden ones together, which the total gives away, are [`FEWEST`]
/// persons or more: so never one part alone (secondary suppression).
pub fn shown_parts<const N: usize>(parts: [u32; N]) -> [Shown; N] {
    let mut ascending = parts;
    ascending.sort_unstable();
    let mut hidden = ascending.iter().filter(|part| **part < FEWEST).count();
    while hidden > 0 && hidden < N && sum_of_first(&ascending, hidden) < FEWEST {
        hidden = hidden.saturating_add(1);
    }
    hide_smallest(parts, hidden)
}

fn sum_of_first(ascending: &[u32], count: usize) -> u32 {
    ascending.iter().take(count).fold(0, |sum, part| sum.saturating_add(*part))
}

fn hide_smallest<const N: usize>(parts: [u32; N], count: usize) -> [Shown; N] {
    let mut ranked: Vec<(u32, usize)> = parts.into_iter().zip(0..).collect();
    ranked.sort_unstable();
    let mut shown = parts.map(Shown::Value);
    for (_, place) in ranked.into_iter().take(count) {
        if let Some(part) = shown.get_mut(place) {
            *part = Shown::Hidden;
        }
    }
    shown
}

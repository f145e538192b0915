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

/// Which groups of a table may stand on a line of their own, and which only together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pooling {
    /// Places of the groups shown alone, in their order.
    pub alone: Vec<usize>,
    /// Places of those shown as one group; none, or two and more.
    pub pooled: Vec<usize>,
}

/// Groups of one population, each cut into the same parts that exclude each other. A group stands alone
/// when each of its parts counts [`FEWEST`] persons or more; the others are told together, with the
/// smallest of the first until the same holds of them. Whatever is worked out from the lines and their
/// total is then made of parts that all count as many. `None` where less than two lines would be left.
pub fn pooled<const N: usize>(groups: &[[u32; N]]) -> Option<Pooling> {
    let is_enough = |parts: &[u32; N]| parts.iter().all(|part| *part >= FEWEST);
    let (mut alone, mut rest): (Vec<usize>, Vec<usize>) =
        (0..groups.len()).partition(|place| groups.get(*place).is_some_and(is_enough));
    alone.sort_by_key(|place| std::cmp::Reverse(groups.get(*place).map(size)));
    while !rest.is_empty() && !is_enough(&together(groups, &rest)) {
        rest.push(alone.pop()?);
    }
    alone.sort_unstable();
    rest.sort_unstable();
    let lines = alone.len().saturating_add(usize::from(!rest.is_empty()));
    (lines >= 2).then_some(Pooling { alone, pooled: rest })
}

fn size<const N: usize>(parts: &[u32; N]) -> u32 {
    parts.iter().fold(0, |sum, part| sum.saturating_add(*part))
}

/// The parts of some groups as one.
fn together<const N: usize>(groups: &[[u32; N]], places: &[usize]) -> [u32; N] {
    let mut sums = [0_u32; N];
    for group in places.iter().filter_map(|place| groups.get(*place)) {
        for (sum, part) in sums.iter_mut().zip(group) {
            *sum = sum.saturating_add(*part);
        }
    }
    sums
}

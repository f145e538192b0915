//! Which counts are shown to whom: exact to the team, and to others what may be published.
//!
//! A published table is looked at whole: a count that the others give away is hidden with them
//! (secondary suppression). The step of a funnel gives away, by difference, those who stopped
//! before it; the parts of a total give away the last of them.

use care::figures::{Figures, Step};
use measure::Shown;
use measure::small_numbers::{FEWEST, shown_parts};

/// Counts of persons as somebody may see them; arrays in the order of [`Figures`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) screened: Shown,
    pub(crate) funnel: [Shown; 8],
    /// Exact only: it overlaps other counts by a few persons.
    pub(crate) settled: Option<Shown>,
    pub(crate) sources: [Shown; 4],
    pub(crate) declined: Shown,
    pub(crate) withdrawn: Shown,
    pub(crate) waiting: Shown,
    pub(crate) decline_reasons: [Shown; 9],
    pub(crate) outcomes: [Shown; 8],
    pub(crate) closed: Shown,
    pub(crate) open: Shown,
}

impl Counts {
    /// For the team itself, which opens the files behind them.
    pub(crate) fn exact(figures: &Figures) -> Counts {
        Counts {
            screened: Shown::Value(figures.screened),
            funnel: figures.funnel.map(Shown::Value),
            settled: Some(Shown::Value(figures.settled)),
            sources: figures.sources.map(Shown::Value),
            declined: Shown::Value(figures.declined()),
            withdrawn: Shown::Value(figures.withdrawn),
            waiting: Shown::Value(figures.waiting),
            decline_reasons: figures.declined.map(Shown::Value),
            outcomes: figures.outcomes.map(Shown::Value),
            closed: Shown::Value(figures.closed()),
            open: Shown::Value(figures.open),
        }
    }

    /// What may leave the team.
    pub(crate) fn published(figures: &Figures) -> Counts {
        let all = Shown::of(figures.step(Step::Referred));
        let accompanied = figures.step(Step::Accompanied);
        let [accompanied, declined, withdrawn, waiting] =
            parts(all, [accompanied, figures.declined(), figures.withdrawn, figures.waiting]);
        let mut funnel = chain(figures.funnel);
        if let [_, step, ..] = &mut funnel
            && accompanied == Shown::Hidden
        {
            *step = Shown::Hidden;
        }
        let [a, b, c, d, e, f, g, h] = figures.outcomes;
        let [a, b, c, d, e, f, g, h, open] = parts(accompanied, [a, b, c, d, e, f, g, h, figures.open]);
        Counts {
            screened: Shown::of(figures.screened),
            funnel,
            settled: None,
            sources: parts(all, figures.sources),
            declined,
            withdrawn,
            waiting,
            decline_reasons: parts(declined, figures.declined),
            outcomes: [a, b, c, d, e, f, g, h],
            closed: if open == Shown::Hidden { Shown::Hidden } else { Shown::of(figures.closed()) },
            open,
        }
    }

    /// Cells by what is hidden together: whatever could be worked out from one another. The first is what
    /// became of referrals.
    pub(crate) fn families(&mut self) -> Vec<Vec<&mut Shown>> {
        let [all, accompanied, reached, assessed, connected, once, three, six] = &mut self.funnel;
        let became = [accompanied, &mut self.declined, &mut self.withdrawn, &mut self.waiting];
        let ended = [&mut self.closed, &mut self.open];
        let parts = self.decline_reasons.iter_mut().chain(&mut self.outcomes);
        let mut families = vec![
            became.into_iter().chain(ended).chain(parts).collect(),
            self.sources.iter_mut().collect(),
            vec![&mut self.screened],
        ];
        families.extend([all, reached, assessed, connected, once, three, six].map(|step| vec![step]));
        families
    }

    /// Hides how many were accompanied, and whatever that would be worked out from.
    pub(crate) fn hide_accompanied(&mut self) {
        self.families().into_iter().take(1).flatten().for_each(|cell| *cell = Shown::Hidden);
    }

    /// Hides whatever another table hides.
    pub(crate) fn hide_as(&mut self, other: Counts) {
        for (family, others) in self.families().into_iter().zip(other.cells()) {
            let hidden = family.into_iter().zip(others).filter(|(_, other)| *other == Shown::Hidden);
            hidden.for_each(|(cell, _)| *cell = Shown::Hidden);
        }
    }

    pub(crate) fn tells_accompanied(&self) -> bool {
        let [_, accompanied, ..] = self.funnel;
        accompanied != Shown::Hidden
    }

    /// The same, to be read.
    pub(crate) fn cells(mut self) -> Vec<Vec<Shown>> {
        self.families().into_iter().map(|family| family.into_iter().map(|shown| *shown).collect()).collect()
    }
}

/// Steps that never grow: one is shown when it counts enough persons, and enough stopped between
/// the last one shown and it.
fn chain<const N: usize>(steps: [u32; N]) -> [Shown; N] {
    let mut last_shown: Option<u32> = None;
    steps.map(|count| {
        let stopped = last_shown.map_or(FEWEST, |last| last.saturating_sub(count));
        if count < FEWEST || stopped < FEWEST {
            return Shown::Hidden;
        }
        last_shown = Some(count);
        Shown::Value(count)
    })
}

/// Parts of a total; none when the total itself is hidden, since they would add up to it.
fn parts<const N: usize>(total: Shown, parts: [u32; N]) -> [Shown; N] {
    match total {
        Shown::Value(_) => shown_parts(parts),
        Shown::Hidden => [Shown::Hidden; N],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values<const N: usize>(shown: [Shown; N]) -> [Option<u32>; N] {
        shown.map(Shown::value)
    }

    #[test]
    fn a_step_is_hidden_when_few_stopped_before_it() {
        let shown = chain([100, 82, 80, 60, 49, 48, 30, 11]);
        let expected = [Some(100), Some(82), None, Some(60), Some(49), None, Some(30), Some(11)];
        assert_eq!(values(shown), expected);
        assert_eq!(values(chain([22, 11, 10])), [Some(22), Some(11), None]);
        assert_eq!(values(chain([21, 11, 11])), [Some(21), None, None]);
    }

    #[test]
    fn nobody_stopping_tells_of_everybody() {
        assert_eq!(values(chain([40, 40])), [Some(40), None]);
    }

    #[test]
    fn parts_of_a_hidden_total_are_hidden() {
        assert_eq!(values(parts(Shown::Hidden, [20, 30])), [None, None]);
        assert_eq!(values(parts(Shown::Value(50), [20, 30])), [Some(20), Some(30)]);
    }
}

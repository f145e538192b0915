//! All that is counted of one cohort.

use care::figures::{Counted, Dimension, Figures, Group};

/// The whole, and each group of each dimension.
#[derive(Clone, Debug)]
pub(crate) struct Numbers {
    pub(crate) all: Figures,
    /// In the order of [`Dimension`].
    pub(crate) groups: Vec<(Dimension, Vec<Group>)>,
}

impl Numbers {
    pub(crate) fn of(counted: &Counted) -> Numbers {
        let all = counted.all();
        Numbers { groups: counted.groups(&all), all }
    }
}

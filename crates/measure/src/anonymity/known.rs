//! What others may know of a person, told coarser and coarser.

use super::Step;

/// Columns that together could tell somebody, in the order of a row.
pub const QUASI: [&str; 5] = ["age", "civility", "department", "site", "arm"];
/// What stands where something is not told.
pub const MASKED: &str = "*";
/// First year of each class of age, and how it is written.
pub const AGES: [(i16, &str); 6] =
    [(0, "0-29"), (30, "30-44"), (45, "45-59"), (60, "60-74"), (75, "75-84"), (85, "85+")];
pub const WIDE_AGES: [(i16, &str); 3] = [(0, "0-59"), (60, "60-74"), (75, "75+")];

/// Of one person, at their enrolment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    pub age: Option<i16>,
    /// As a code; empty when they did not say.
    pub civility: String,
    pub department: String,
    pub site: String,
    pub arm: Option<String>,
}

impl Known {
    /// As [`QUASI`] names them, after these steps.
    pub(super) fn told(&self, steps: &[Step]) -> [String; QUASI.len()] {
        let unless = |step: Step, told: String| if steps.contains(&step) { MASKED.to_owned() } else { told };
        let ages: &[(i16, &str)] = if steps.contains(&Step::WiderAges) { &WIDE_AGES } else { &AGES };
        [
            class(self.age, ages),
            unless(Step::NoCivility, self.civility.clone()),
            unless(Step::NoDepartment, self.department.clone()),
            unless(Step::NoSite, self.site.clone()),
            self.arm.clone().unwrap_or_default(),
        ]
    }
}

fn class(age: Option<i16>, classes: &[(i16, &str)]) -> String {
    let of = |age| classes.iter().rev().find(|(from, _)| *from <= age).map(|(_, class)| *class);
    age.and_then(of).unwrap_or_default().to_owned()
}

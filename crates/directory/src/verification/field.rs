//! What an entry is made of, as one asks whether it is right.

use kernel::coded;

coded! {
    /// One thing that is said of a resource, and goes out of date at its own pace.
    Field {
        Name = "name",
        Description = "description",
        /// The days and the hours.
        Schedule = "schedule",
        /// Places left, « complet », the waiting list.
        Room = "room",
        Cost = "cost",
        Place = "place",
        /// Wheelchair, hearing loop, how to get there.
        Access = "access",
        /// Telephone and e-mail.
        Contact = "contact",
        /// Publics, ages, languages.
        Whom = "whom",
        /// The format, how many people meet, who welcomes.
        How = "how",
    }
}

impl Field {
    /// How many days what was said of it is believed: as long as it usually stays true. Places
    /// change with the month, timetables and volunteers with the season, the rest with the year.
    pub(crate) fn lasts_days(self) -> i32 {
        match self {
            Field::Room => 31,
            Field::Schedule | Field::Contact => 183,
            Field::Name
            | Field::Description
            | Field::Cost
            | Field::Place
            | Field::Access
            | Field::Whom
            | Field::How => 365,
        }
    }
}

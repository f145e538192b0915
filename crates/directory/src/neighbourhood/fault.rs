use crate::words::Words;

/// Why a file of outlines cannot be kept; `which` names the outline, its number first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Not JSON, or no GeoJSON.
    Unreadable,
    Empty,
    TooMany,
    /// Another system of coordinates is declared, or the numbers are no degrees.
    OtherCoordinates,
    Swapped {
        which: String,
    },
    Elsewhere {
        which: String,
    },
    NoSurface {
        which: String,
    },
    NoName {
        which: String,
    },
    TooLarge {
        which: String,
    },
    Twice {
        which: String,
    },
}

impl Fault {
    pub(super) fn said(&self, w: &Words) -> String {
        match self {
            Fault::Unreadable => w.neighbourhood_unreadable(),
            Fault::Empty => w.neighbourhood_no_outline(),
            Fault::TooMany => w.neighbourhood_too_many(),
            Fault::OtherCoordinates => w.neighbourhood_other_coordinates(),
            Fault::Swapped { which } => w.neighbourhood_swapped(which.as_str()),
            Fault::Elsewhere { which } => w.neighbourhood_elsewhere(which.as_str()),
            Fault::NoSurface { which } => w.neighbourhood_no_surface(which.as_str()),
            Fault::NoName { which } => w.neighbourhood_no_name(which.as_str()),
            Fault::TooLarge { which } => w.neighbourhood_too_large(which.as_str()),
            Fault::Twice { which } => w.neighbourhood_twice(which.as_str()),
        }
    }
}

//! What clocks on the walls of a commune show: not the same overseas.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use kernel::clock::in_france;

use super::Commune;

/// Of a commune, else of Paris.
pub(crate) fn local_time(commune: Option<&Commune>, moment: Timestamp) -> DateTime {
    let zone = commune.and_then(|commune| overseas(commune.code.departement()));
    match zone.and_then(|zone| TimeZone::get(zone).ok()) {
        Some(zone) => moment.to_zoned(zone).datetime(),
        None => in_france(moment).datetime(),
    }
}

/// The name of its time zone (IANA), for what does not live by Paris'.
fn overseas(departement: &str) -> Option<&'static str> {
    Some(match departement {
        // Guadeloupe, Saint-Barthélemy, Saint-Martin.
        "971" | "977" | "978" => "America/Guadeloupe",
        "972" => "America/Martinique",
        "973" => "America/Cayenne",
        "974" => "Indian/Reunion",
        "975" => "America/Miquelon",
        "976" => "Indian/Mayotte",
        "986" => "Pacific/Wallis",
        "987" => "Pacific/Tahiti",
        "988" => "Pacific/Noumea",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::Time;
    use kernel::commune::CommuneCode;

    use super::*;
    use crate::gazetteer::Gazetteer;

    /// Half past nine in Paris, one winter morning.
    fn shown(code: &str) -> Time {
        let commune = CommuneCode::parse(code).and_then(|code| Gazetteer::load().current(&code)).unwrap();
        local_time(Some(commune), "2026-01-13T08:30:00Z".parse().unwrap()).time()
    }

    #[test]
    fn every_departement_overseas_has_a_clock_of_its_own() {
        let time = |hour, minute| Time::new(hour, minute, 0, 0).unwrap();
        assert_eq!([shown("75056"), shown("69029"), shown("2A004")], [time(9, 30); 3]);
        assert_eq!([shown("97105"), shown("97209"), shown("97302")], [time(4, 30), time(4, 30), time(5, 30)]);
        assert_eq!([shown("97411"), shown("97608")], [time(12, 30), time(11, 30)]);
        for departement in ["975", "977", "978", "986", "987", "988"] {
            TimeZone::get(overseas(departement).unwrap()).unwrap();
        }
    }
}

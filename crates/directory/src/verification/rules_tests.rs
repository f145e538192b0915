//! How fresh, said by whom, and which entry first.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::{Date, date};
use kernel::contact::Email;

use super::correction::Corrections;
use super::field::Field;
use super::model::{Check, Speaker, Verification};
use super::rules::{Freshness, Standing, freshness, last_said};
use crate::contact::Contact;
use crate::organization::OrganizationId;
use crate::place::Place;
use crate::resource::{Resource, ResourceId, Ties};
use crate::vocabulary::Cost;

const TODAY: Date = date(2026, 1, 13);

/// A free choir with three places, that its source last changed in June 2025.
pub(crate) fn resource() -> Resource {
    Resource {
        id: ResourceId::parse("dora--chorale").unwrap(),
        organization: OrganizationId::parse("dora--voix-voisines").unwrap(),
        source: "dora".to_owned(),
        name: "Chorale".to_owned(),
        description: "On chante ensemble.\nSans audition.".to_owned(),
        updated_on: date(2025, 6, 1),
        source_page: None,
        kind: None,
        themes: BTreeSet::new(),
        cost: Some(Cost::Free),
        cost_note: None,
        publics: BTreeSet::new(),
        publics_note: None,
        conditions: None,
        place: Place::default(),
        contact: Contact { phone: None, email: Email::parse("bonjour@voix-voisines.example") },
        contact_name: None,
        welcome_modes: BTreeSet::new(),
        zones: Vec::new(),
        booking: None,
        ways_in: BTreeSet::new(),
        open_to: BTreeSet::new(),
        ways_in_note: None,
        weekly_hours: None,
        weeks: None,
        opening_hours: None,
        ties: Ties { places: Some(3), ..Ties::default() },
    }
}

fn check(by: Speaker, on: Date) -> Check {
    Check { by, on }
}

fn confirmed(on: Date) -> Verification {
    let check = check(Speaker::Organization, on);
    Verification::first().said_right(Corrections::default(), check, Timestamp::UNIX_EPOCH)
}

#[test]
fn the_latest_to_speak_of_a_field_is_who_says_it() {
    let mut resource = resource();
    assert_eq!(
        last_said(Field::Name, &resource, None, TODAY),
        Some(check(Speaker::Source, date(2025, 6, 1)))
    );
    assert_eq!(last_said(Field::Room, &resource, None, TODAY), None, "no source counts places");
    let known = confirmed(date(2025, 11, 2));
    for field in Field::ALL {
        let said = last_said(*field, &resource, Some(&known), TODAY);
        assert_eq!(said, Some(check(Speaker::Organization, date(2025, 11, 2))), "{field:?}");
    }
    resource.ties.verified_on = Some(date(2025, 12, 1));
    let said = last_said(Field::Cost, &resource, Some(&known), TODAY);
    assert_eq!(said, Some(check(Speaker::Team, date(2025, 12, 1))));
    resource.ties.verified_on = Some(date(2025, 11, 2));
    let said = last_said(Field::Cost, &resource, Some(&known), TODAY);
    assert_eq!(said, Some(check(Speaker::Organization, date(2025, 11, 2))), "on one day, by field first");
}

#[test]
fn a_source_is_not_heard_of_what_was_corrected_here() {
    let source = resource();
    let told = Resource { name: "Chorale du mardi".to_owned(), ..source.clone() };
    let known =
        Verification { corrections: Corrections::between(&source, &told), ..confirmed(date(2025, 3, 1)) };
    let shown = Resource { updated_on: date(2026, 1, 1), ..told };
    let said = last_said(Field::Name, &shown, Some(&known), TODAY);
    assert_eq!(said, Some(check(Speaker::Organization, date(2025, 3, 1))));
    let said = last_said(Field::Cost, &shown, Some(&known), TODAY);
    assert_eq!(said, Some(check(Speaker::Source, date(2026, 1, 1))));
}

#[test]
fn places_are_believed_a_month_hours_half_a_year_and_a_name_a_year() {
    let said = |days: i64| Some(check(Speaker::Team, TODAY - jiff::ToSpan::days(days)));
    let fresh = |field, days| freshness(field, said(days), TODAY);
    assert_eq!([fresh(Field::Room, 31), fresh(Field::Room, 32)], [Freshness::Fresh, Freshness::Fading]);
    assert_eq!([fresh(Field::Room, 62), fresh(Field::Room, 63)], [Freshness::Fading, Freshness::Old]);
    assert_eq!(
        [fresh(Field::Schedule, 183), fresh(Field::Schedule, 184)],
        [Freshness::Fresh, Freshness::Fading]
    );
    assert_eq!([fresh(Field::Name, 365), fresh(Field::Name, 731)], [Freshness::Fresh, Freshness::Old]);
    assert_eq!(freshness(Field::Name, None, TODAY), Freshness::Unknown);
    assert_eq!(fresh(Field::Room, -1), Freshness::Fresh, "a clock put back");
}

#[test]
fn what_failed_comes_first_then_what_nobody_checked_then_the_oldest() {
    let checked = |on| Standing { checked_on: Some(on), ..Standing::default() };
    let never = Standing::default();
    let failed = Standing { doubts: 1, ..checked(date(2026, 1, 1)) };
    let reported_twice = Standing { reports: 2, ..checked(date(2026, 1, 1)) };
    let mut all = [checked(date(2025, 9, 1)), failed, checked(date(2024, 1, 1)), never, reported_twice];
    all.sort_by_key(Standing::order);
    let expected = [reported_twice, failed, never, checked(date(2024, 1, 1)), checked(date(2025, 9, 1))];
    assert_eq!(all, expected);
    let stale = date(2025, 7, 13);
    assert_eq!(all.map(|one| one.is_to_verify(stale)), [true, true, true, true, false]);
}

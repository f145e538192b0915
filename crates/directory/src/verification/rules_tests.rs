//! How fresh, said by whom, and which entry first.

use jiff::Timestamp;
use jiff::civil::{Date, date};

use super::correction::Corrections;
use super::field::Field;
use super::model::{Check, Speaker, Verification};
use super::rules::{Freshness, Standing, freshness, last_said};
use crate::resource::Resource;
use crate::testing::choir;

const TODAY: Date = date(2026, 1, 13);

fn check(by: Speaker, on: Date) -> Check {
    Check { by, on }
}

fn confirmed(on: Date) -> Verification {
    let check = check(Speaker::Organization, on);
    Verification::first().said_right(Corrections::default(), check, Timestamp::UNIX_EPOCH)
}

#[test]
fn the_latest_to_speak_of_a_field_is_who_says_it() {
    let mut resource = choir();
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
    let source = choir();
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

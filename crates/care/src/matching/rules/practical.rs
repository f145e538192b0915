//! When, how much, with how many: what makes a first visit possible.

use directory::resource::Ties;
use directory::schedule::{self, Schedule};
use directory::vocabulary::{Cost, Format, Wheelchair};
use jiff::civil::{Time, Weekday, time};

use super::super::model::{Candidate, Profile};
use super::super::reasons::Reason;
use super::Sheet;
use crate::assessment::model::{Constraint, HalfDay};

const MORNING_ENDS: Time = time(13, 0, 0, 0);
const EVENING_BEGINS: Time = time(17, 30, 0, 0);

pub(super) fn weigh(profile: &Profile, candidate: &Candidate<'_>, sheet: &mut Sheet<'_>) {
    weigh_times(profile, &candidate.resource.ties, sheet);
    weigh_cost(profile, candidate.resource.cost, sheet);
    weigh_group(profile, &candidate.resource.ties, sheet);
    weigh_access(profile, &candidate.resource.ties, sheet);
    weigh_first_time(profile, &candidate.resource.ties, sheet);
    weigh_languages(profile, &candidate.resource.ties, sheet);
}

fn weigh_times(profile: &Profile, ties: &Ties, sheet: &mut Sheet<'_>) {
    let wants_late = profile.asks_for(Constraint::EveningOrWeekend);
    if profile.times.is_empty() && !wants_late {
        return;
    }
    let Some(schedule) = ties.schedule.as_deref().and_then(Schedule::parse) else { return };
    let sessions: Vec<(Weekday, schedule::Slot)> = schedule.slots().collect();
    if !profile.times.is_empty() {
        let free = profile.times.iter().copied().find(|slot| {
            sessions.iter().any(|(day, session)| *day == slot.day && falls_in(*session, slot.half))
        });
        sheet.add(free.map_or(Reason::NotWhenFree, Reason::WhenFree));
    }
    if wants_late {
        let late = sessions.iter().any(|(day, session)| is_late(*day, *session));
        sheet.add_either(late, Reason::EveningOrWeekend, Reason::NotEveningOrWeekend);
    }
}

/// Begins in the half-day, or goes on in it.
fn falls_in((from, to): schedule::Slot, half: HalfDay) -> bool {
    match half {
        HalfDay::Morning => from < MORNING_ENDS,
        HalfDay::Afternoon => to > MORNING_ENDS,
    }
}

fn is_late(day: Weekday, (_, to): schedule::Slot) -> bool {
    matches!(day, Weekday::Saturday | Weekday::Sunday) || to > EVENING_BEGINS
}

fn weigh_cost(profile: &Profile, cost: Option<Cost>, sheet: &mut Sheet<'_>) {
    let needed = profile.asks_for(Constraint::FreeOrNearly);
    match cost {
        Some(Cost::Free) => sheet.add(Reason::Free { needed }),
        Some(Cost::Paid) => sheet.add(Reason::Paid { needed }),
        None if needed => sheet.add(Reason::CostUnknown),
        None => {}
    }
}

fn weigh_group(profile: &Profile, ties: &Ties, sheet: &mut Sheet<'_>) {
    if !profile.asks_for(Constraint::SmallGroup) {
        return;
    }
    let face_to_face = matches!(ties.format, Some(Format::OneToOne | Format::HomeVisit | Format::Call));
    match ties.group_size {
        _ if face_to_face => sheet.add(Reason::SmallGroup(None)),
        Some(size) if size <= sheet.weights.thresholds.small_group => {
            sheet.add(Reason::SmallGroup(Some(size)));
        }
        Some(size) => sheet.add(Reason::LargeGroup(size)),
        None => {}
    }
}

fn weigh_access(profile: &Profile, ties: &Ties, sheet: &mut Sheet<'_>) {
    if profile.asks_for(Constraint::Wheelchair) {
        sheet.add(match ties.wheelchair {
            Some(Wheelchair::Yes) => Reason::Wheelchair,
            // « No » is a hard limit, except for what is done from home.
            Some(Wheelchair::Limited | Wheelchair::No) => Reason::WheelchairPartly,
            None => Reason::WheelchairUnknown,
        });
    }
    if profile.asks_for(Constraint::HearingLoop) {
        sheet.add(match ties.hearing_loop {
            Some(true) => Reason::HearingLoop,
            Some(false) => Reason::NoHearingLoop,
            None => Reason::HearingLoopUnknown,
        });
    }
}

fn weigh_first_time(profile: &Profile, ties: &Ties, sheet: &mut Sheet<'_>) {
    let needed = profile.asks_for(Constraint::AccompaniedFirst);
    if ties.accompanied_first_time {
        sheet.add(Reason::Accompanied { needed });
    } else if needed {
        sheet.add(Reason::NotAccompanied);
    }
}

fn weigh_languages(profile: &Profile, ties: &Ties, sheet: &mut Sheet<'_>) {
    if profile.languages.is_empty() {
        return;
    }
    match profile.languages.intersection(&ties.languages).next().cloned() {
        Some(language) => sheet.add(Reason::Spoken(language)),
        // Of an entry nobody here has checked, silence says nothing.
        None if ties.verified_on.is_some() => sheet.add(Reason::NotSpoken),
        None => {}
    }
}

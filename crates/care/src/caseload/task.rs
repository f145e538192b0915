//! « Ma journée », computed: for each course of support the one next thing to do.
//!
//! Nothing here is typed by anybody: a task follows from what has happened and what day it is, so
//! that no one is lost for lack of a reminder.

use jiff::civil::Date;

use super::model::State;
use super::rules::{TRIES_BEFORE_A_LETTER, call_by};
use super::ties::{Dated, Place, Ties};

/// What is known of a case, without opening it.
#[derive(Clone, Debug)]
pub struct Situation {
    pub state: State,
    pub opened_on: Date,
    pub call_on: Option<Date>,
    /// Calls without an answer since the person was last heard of.
    pub tries: usize,
    /// The day of the last of them.
    pub tried_on: Option<Date>,
    /// The day a letter was sent, since they were last heard of.
    pub letter_on: Option<Date>,
    pub has_assessment: bool,
    /// The day to look back together, on their plan.
    pub review_on: Option<Date>,
    pub ties: Ties,
}

/// The next thing to do, the most pressing first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Task {
    /// The first call is overdue.
    CallLate {
        since: Date,
    },
    /// A first meeting today or within the week.
    Meeting(Dated),
    /// The first meeting has passed: did they go?
    AskHowItWent(Dated),
    CallFirst {
        by: Date,
    },
    CallBack {
        on: Date,
    },
    /// Three calls without an answer.
    WriteLetter {
        tries: usize,
    },
    /// Called without an answer; another try is due, not on the same day.
    TryAgain {
        from: Option<Date>,
        tries: usize,
    },
    /// A letter is on its way; nothing came back yet.
    AwaitLetter,
    /// The letter had no answer either: call once more, or end it there.
    DecideAfterLetter {
        since: Date,
    },
    /// This place did not work out.
    FindAnother(Place),
    /// Asked that day, and silent for ten days or more.
    ChaseOrganization(Dated),
    /// The day a waiting list was to open has come.
    AskAgain(Dated),
    /// This place said yes.
    Introduce(Place),
    Assess,
    Find,
    /// The day to look back together has come.
    Review {
        on: Date,
    },
    /// They came that day, and nobody knows whether they came again.
    AskIfTheyCame(Dated),
    Resume {
        since: Date,
    },
}

/// How tasks are grouped on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    Late,
    Today,
    Soon,
}

const MEETINGS_AHEAD_DAYS: i64 = 7;
/// A letter is answered within so many days, or not at all.
const LETTER_DAYS: i64 = 14;

/// The one next thing to do for a case; `None` when everything runs by itself.
pub fn next(situation: &Situation, today: Date) -> Option<Task> {
    match &situation.state {
        State::Closed { .. } => None,
        State::Paused { until } => (*until <= today).then_some(Task::Resume { since: *until }),
        State::AwaitingContact => Some(first_contact(situation, today)),
        State::InAssessment | State::Active => follow_up(situation, today),
    }
}

fn first_contact(situation: &Situation, today: Date) -> Task {
    promised(situation, today).or_else(|| unanswered(situation, today)).unwrap_or_else(|| {
        let by = call_by(situation.opened_on);
        if by < today { Task::CallLate { since: by } } else { Task::CallFirst { by } }
    })
}

/// A call the person was promised.
fn promised(situation: &Situation, today: Date) -> Option<Task> {
    let on = situation.call_on?;
    Some(if on < today { Task::CallLate { since: on } } else { Task::CallBack { on } })
}

/// They were called in vain.
fn unanswered(situation: &Situation, today: Date) -> Option<Task> {
    match (situation.tries, situation.letter_on) {
        (0, _) => None,
        (tries, None) if tries >= TRIES_BEFORE_A_LETTER => Some(Task::WriteLetter { tries }),
        (_, Some(since)) if days_between(since, today) >= LETTER_DAYS => {
            Some(Task::DecideAfterLetter { since })
        }
        (_, Some(_)) => Some(Task::AwaitLetter),
        (tries, None) => {
            let from = situation.tried_on.and_then(|day| day.tomorrow().ok());
            Some(Task::TryAgain { from, tries })
        }
    }
}

fn follow_up(situation: &Situation, today: Date) -> Option<Task> {
    let ties = &situation.ties;
    let meeting = ties.meeting.clone().and_then(|meeting| around(meeting, today));
    let review = situation.review_on.filter(|on| *on <= today).map(|on| Task::Review { on });
    let tasks = [
        meeting,
        promised(situation, today),
        unanswered(situation, today),
        ties.lost.clone().map(Task::FindAnother),
        ties.silent.clone().map(Task::ChaseOrganization),
        ties.waited.clone().filter(|list| list.on <= today).map(Task::AskAgain),
        ties.to_introduce.clone().map(Task::Introduce),
        preparing(situation),
        review,
        ties.quiet.clone().map(Task::AskIfTheyCame),
    ];
    tasks.into_iter().flatten().min()
}

/// A first meeting, just before and once it has passed.
fn around(meeting: Dated, today: Date) -> Option<Task> {
    if meeting.on < today {
        Some(Task::AskHowItWent(meeting))
    } else if days_between(today, meeting.on) <= MEETINGS_AHEAD_DAYS {
        Some(Task::Meeting(meeting))
    } else {
        None
    }
}

/// What comes before any place is tried, or once none is left.
fn preparing(situation: &Situation) -> Option<Task> {
    if !situation.has_assessment {
        Some(Task::Assess)
    } else if situation.ties.under_way == 0 && !situation.ties.takes_part {
        Some(Task::Find)
    } else {
        None
    }
}

impl Task {
    pub fn urgency(&self, today: Date) -> Urgency {
        match self {
            Task::CallLate { .. } => Urgency::Late,
            Task::Meeting(Dated { on, .. }) | Task::CallBack { on } if *on > today => Urgency::Soon,
            Task::CallFirst { by } if *by > today => Urgency::Soon,
            Task::TryAgain { from: Some(from), .. } if *from > today => Urgency::Soon,
            Task::AwaitLetter | Task::Introduce(_) => Urgency::Soon,
            Task::Meeting(_)
            | Task::AskHowItWent(_)
            | Task::CallFirst { .. }
            | Task::CallBack { .. }
            | Task::WriteLetter { .. }
            | Task::TryAgain { .. }
            | Task::FindAnother(_)
            | Task::ChaseOrganization(_)
            | Task::AskAgain(_)
            | Task::Assess
            | Task::Find
            | Task::DecideAfterLetter { .. }
            | Task::Review { .. }
            | Task::AskIfTheyCame(_)
            | Task::Resume { .. } => Urgency::Today,
        }
    }

    /// Whether a call is what is to be done.
    pub fn is_call(&self) -> bool {
        matches!(
            self,
            Task::CallLate { .. } | Task::CallFirst { .. } | Task::CallBack { .. } | Task::TryAgain { .. }
        )
    }
}

fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(i64::MAX, |span| i64::from(span.get_days()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::id::ConnectionId;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn situation(state: State) -> Situation {
        Situation {
            state,
            opened_on: day("2026-01-12"),
            call_on: None,
            tries: 0,
            tried_on: None,
            letter_on: None,
            has_assessment: false,
            review_on: None,
            ties: Ties::default(),
        }
    }

    #[test]
    fn a_new_person_is_to_be_called_within_three_working_days_then_is_late() {
        let new = situation(State::AwaitingContact);
        assert_eq!(next(&new, day("2026-01-13")), Some(Task::CallFirst { by: day("2026-01-15") }));
        assert_eq!(next(&new, day("2026-01-16")), Some(Task::CallLate { since: day("2026-01-15") }));
    }

    #[test]
    fn three_failed_calls_propose_a_letter_and_no_fourth() {
        let letter = day("2026-01-19");
        for state in [State::AwaitingContact, State::Active] {
            let tried = |tries, letter_on| Situation {
                tries,
                tried_on: Some(day("2026-01-19")),
                letter_on,
                has_assessment: true,
                ..situation(state.clone())
            };
            let again = Task::TryAgain { from: Some(day("2026-01-20")), tries: 2 };
            assert_eq!(next(&tried(2, None), day("2026-01-19")), Some(again.clone()));
            assert_eq!(again.urgency(day("2026-01-19")), Urgency::Soon, "not twice on one day");
            assert_eq!(again.urgency(day("2026-01-20")), Urgency::Today);
            assert_eq!(next(&tried(3, None), day("2026-01-20")), Some(Task::WriteLetter { tries: 3 }));
            assert_eq!(next(&tried(3, Some(letter)), day("2026-01-20")), Some(Task::AwaitLetter));
            let decided = Some(Task::DecideAfterLetter { since: letter });
            assert_eq!(next(&tried(3, Some(letter)), day("2026-02-02")), decided);
        }
    }

    #[test]
    fn a_promised_call_comes_before_the_tries_it_follows() {
        let promised =
            Situation { tries: 3, call_on: Some(day("2026-01-22")), ..situation(State::AwaitingContact) };
        assert_eq!(next(&promised, day("2026-01-20")), Some(Task::CallBack { on: day("2026-01-22") }));
    }

    #[test]
    fn nobody_who_took_part_is_forgotten() {
        let takes_part = Situation {
            has_assessment: true,
            review_on: Some(day("2026-03-01")),
            ties: Ties { takes_part: true, is_connected: true, ..Ties::default() },
            ..situation(State::Active)
        };
        assert_eq!(next(&takes_part, day("2026-02-28")), None);
        assert_eq!(next(&takes_part, day("2026-03-01")), Some(Task::Review { on: day("2026-03-01") }));
        let quiet = at_the_choir("2026-01-20");
        let ties = Ties { quiet: Some(quiet.clone()), ..takes_part.ties.clone() };
        let silent = Situation { ties, ..takes_part };
        assert_eq!(next(&silent, day("2026-02-28")), Some(Task::AskIfTheyCame(quiet)));
    }

    #[test]
    fn a_person_met_and_not_assessed_is_to_be_assessed_then_found_something() {
        let met = situation(State::InAssessment);
        assert_eq!(next(&met, day("2026-01-20")), Some(Task::Assess));
        let assessed = Situation { has_assessment: true, ..situation(State::Active) };
        assert_eq!(next(&assessed, day("2026-01-20")), Some(Task::Find));
    }

    fn place(name: &str) -> Place {
        Place { name: name.to_owned(), tie: ConnectionId(uuid::Uuid::nil()) }
    }

    fn at_the_choir(on: &str) -> Dated {
        Dated { on: day(on), place: place("La chorale") }
    }

    #[test]
    fn a_meeting_tomorrow_comes_before_a_silent_organisation() {
        let meeting = at_the_choir("2026-01-21");
        let silent = Dated { on: day("2026-01-02"), place: place("Le jardin") };
        let both = Situation {
            has_assessment: true,
            ties: Ties {
                under_way: 2,
                meeting: Some(meeting.clone()),
                silent: Some(silent.clone()),
                ..Ties::default()
            },
            ..situation(State::Active)
        };
        assert_eq!(next(&both, day("2026-01-20")), Some(Task::Meeting(meeting)));
        assert_eq!(next(&both, day("2026-01-08")), Some(Task::ChaseOrganization(silent)));
    }

    #[test]
    fn after_the_first_meeting_somebody_asks_how_it_went() {
        let meeting = at_the_choir("2026-01-19");
        let gone = Situation {
            has_assessment: true,
            ties: Ties { under_way: 1, meeting: Some(meeting.clone()), ..Ties::default() },
            ..situation(State::Active)
        };
        assert_eq!(next(&gone, day("2026-01-20")), Some(Task::AskHowItWent(meeting)));
        let ties = Ties { takes_part: true, is_connected: true, ..Ties::default() };
        assert_eq!(next(&Situation { ties, ..gone }, day("2026-01-20")), None);
    }

    #[test]
    fn a_waiting_list_comes_back_the_day_it_was_to_open() {
        let list = at_the_choir("2026-01-20");
        let waiting = Situation {
            has_assessment: true,
            ties: Ties { under_way: 1, waited: Some(list.clone()), ..Ties::default() },
            ..situation(State::Active)
        };
        assert_eq!(next(&waiting, day("2026-01-19")), None);
        assert_eq!(next(&waiting, day("2026-01-20")), Some(Task::AskAgain(list)));
    }

    #[test]
    fn a_pause_that_has_ended_comes_back() {
        let paused = situation(State::Paused { until: day("2026-01-20") });
        assert_eq!(next(&paused, day("2026-01-19")), None);
        assert_eq!(next(&paused, day("2026-01-20")), Some(Task::Resume { since: day("2026-01-20") }));
    }
}

//! « Ma journée », computed: for each course of support the one next thing to do.
//!
//! Nothing here is typed by anybody: a task follows from what has happened and what day it is, so
//! that no one is lost for lack of a reminder.

use jiff::civil::Date;

use super::model::State;
use super::rules::{TRIES_BEFORE_A_LETTER, call_by};
use super::ties::{Dated, Ties};

/// What is known of a case, without opening it.
#[derive(Clone, Debug)]
pub struct Situation {
    pub state: State,
    pub opened_on: Date,
    pub call_on: Option<Date>,
    /// Calls without an answer since the person was last reached.
    pub tries: usize,
    pub letter_sent: bool,
    pub has_assessment: bool,
    pub ties: Ties,
    pub attendances: usize,
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
    /// Called without an answer; another try is due.
    TryAgain {
        tries: usize,
    },
    /// A letter is on its way; nothing came back yet.
    AwaitLetter,
    /// This place did not work out.
    FindAnother {
        place: String,
    },
    /// Asked that day, and silent for ten days or more.
    ChaseOrganization(Dated),
    /// The day a waiting list was to open has come.
    AskAgain(Dated),
    /// This place said yes.
    Introduce {
        place: String,
    },
    Assess,
    Find,
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
    if let Some(on) = situation.call_on {
        return if on < today { Task::CallLate { since: on } } else { Task::CallBack { on } };
    }
    match situation.tries {
        tries if tries >= TRIES_BEFORE_A_LETTER && situation.letter_sent => Task::AwaitLetter,
        tries if tries >= TRIES_BEFORE_A_LETTER => Task::WriteLetter { tries },
        0 => {
            let by = call_by(situation.opened_on);
            if by < today { Task::CallLate { since: by } } else { Task::CallFirst { by } }
        }
        tries => Task::TryAgain { tries },
    }
}

fn follow_up(situation: &Situation, today: Date) -> Option<Task> {
    let mut tasks = Vec::new();
    let ties = &situation.ties;
    if let Some(meeting) = ties.meeting.clone() {
        if meeting.on < today && situation.attendances == 0 {
            tasks.push(Task::AskHowItWent(meeting));
        } else if meeting.on >= today && days_between(today, meeting.on) <= MEETINGS_AHEAD_DAYS {
            tasks.push(Task::Meeting(meeting));
        }
    }
    if let Some(on) = situation.call_on {
        tasks.push(if on < today { Task::CallLate { since: on } } else { Task::CallBack { on } });
    }
    tasks.extend(ties.lost.clone().map(|place| Task::FindAnother { place }));
    tasks.extend(ties.silent.clone().map(Task::ChaseOrganization));
    tasks.extend(ties.waited.clone().filter(|list| list.on <= today).map(Task::AskAgain));
    tasks.extend(ties.to_introduce.clone().map(|place| Task::Introduce { place }));
    if !situation.has_assessment {
        tasks.push(Task::Assess);
    } else if ties.under_way == 0 && situation.attendances == 0 {
        tasks.push(Task::Find);
    }
    tasks.into_iter().min()
}

impl Task {
    pub fn urgency(&self, today: Date) -> Urgency {
        match self {
            Task::CallLate { .. } => Urgency::Late,
            Task::Meeting(Dated { on, .. }) | Task::CallBack { on } if *on > today => Urgency::Soon,
            Task::CallFirst { by } if *by > today => Urgency::Soon,
            Task::AwaitLetter | Task::Introduce { .. } => Urgency::Soon,
            Task::Meeting(_)
            | Task::AskHowItWent(_)
            | Task::CallFirst { .. }
            | Task::CallBack { .. }
            | Task::WriteLetter { .. }
            | Task::TryAgain { .. }
            | Task::FindAnother { .. }
            | Task::ChaseOrganization(_)
            | Task::AskAgain(_)
            | Task::Assess
            | Task::Find
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

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn situation(state: State) -> Situation {
        Situation {
            state,
            opened_on: day("2026-01-12"),
            call_on: None,
            tries: 0,
            letter_sent: false,
            has_assessment: false,
            ties: Ties::default(),
            attendances: 0,
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
        let tried =
            |tries, letter_sent| Situation { tries, letter_sent, ..situation(State::AwaitingContact) };
        assert_eq!(next(&tried(2, false), day("2026-01-20")), Some(Task::TryAgain { tries: 2 }));
        assert_eq!(next(&tried(3, false), day("2026-01-20")), Some(Task::WriteLetter { tries: 3 }));
        assert_eq!(next(&tried(3, true), day("2026-01-20")), Some(Task::AwaitLetter));
    }

    #[test]
    fn a_person_met_and_not_assessed_is_to_be_assessed_then_found_something() {
        let met = situation(State::InAssessment);
        assert_eq!(next(&met, day("2026-01-20")), Some(Task::Assess));
        let assessed = Situation { has_assessment: true, ..situation(State::Active) };
        assert_eq!(next(&assessed, day("2026-01-20")), Some(Task::Find));
    }

    fn at_the_choir(on: &str) -> Dated {
        Dated { on: day(on), place: "La chorale".to_owned() }
    }

    #[test]
    fn a_meeting_tomorrow_comes_before_a_silent_organisation() {
        let meeting = at_the_choir("2026-01-21");
        let silent = Dated { on: day("2026-01-02"), place: "Le jardin".to_owned() };
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
        let came = Situation { attendances: 1, ..gone };
        assert_eq!(next(&came, day("2026-01-20")), None);
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

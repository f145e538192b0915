//! What a link worker's day reads of the ties of a case: which place waits for what.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use kernel::clock::in_france;
use kernel::id::ConnectionId;

use super::rules::asked_again_after;
use crate::connection::{Connection, REMINDER, State};

/// A place, and the day that matters about it; the earliest day first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dated {
    pub on: Date,
    pub place: Place,
}

/// A place as it was proposed to the person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub name: String,
    pub tie: ConnectionId,
}

/// The ties of one case, summed up.
#[derive(Clone, Debug, Default)]
pub struct Ties {
    /// Proposed, asked, waiting, accepted or introduced.
    pub under_way: usize,
    /// At least one place said yes.
    pub is_connected: bool,
    /// They take part somewhere, with us or already on their own.
    pub takes_part: bool,
    /// The oldest request left unanswered for ten days, and the day it was sent.
    pub silent: Option<Dated>,
    /// The first meeting to come or just passed, where they have not been yet.
    pub meeting: Option<Dated>,
    /// The waiting list that opens first, and when.
    pub waited: Option<Dated>,
    /// A place that said yes; the first meeting is to be prepared.
    pub to_introduce: Option<Place>,
    /// Where they came and may not have come again, and the last day they did.
    pub quiet: Option<Dated>,
    /// The last place tried said no or nothing, and nothing else is under way.
    pub lost: Option<Place>,
}

impl Ties {
    /// Of one case, in any order.
    pub(super) fn of(mut connections: Vec<Connection>, now: Timestamp) -> Ties {
        connections.sort_by_key(|connection| (connection.proposed_at, connection.id));
        let mut sum = Ties::default();
        for connection in &connections {
            sum.add(connection, now);
        }
        sum
    }

    /// Takes in one tie more, later than those before it.
    fn add(&mut self, tie: &Connection, now: Timestamp) {
        let place = || Place { name: tie.offer.resource_name.clone(), tie: tie.id };
        let dated = |on: Date| Dated { on, place: place() };
        match &tie.state {
            State::Asked => {
                let asked = tie.request.as_ref().map(|request| request.at);
                let silent = asked.filter(|at| *at + REMINDER <= now);
                keep_first(&mut self.silent, silent.map(|at| dated(in_france(at).date())));
            }
            State::Waitlisted { until } => keep_first(&mut self.waited, Some(dated(*until))),
            State::Accepted { meeting } => {
                keep_first(&mut self.meeting, meeting.on.map(dated));
                self.to_introduce.get_or_insert_with(place);
            }
            State::Introduced { meeting, .. } => keep_first(&mut self.meeting, meeting.on.map(dated)),
            State::TookPart => keep_first(&mut self.quiet, quiet_since(tie, now).map(dated)),
            State::Proposed
            | State::Settled
            | State::Declined { .. }
            | State::Expired
            | State::Dropped { .. } => {}
        }
        self.takes_part |= matches!(tie.state, State::TookPart | State::Settled);
        self.under_way += usize::from(tie.is_open() && tie.state != State::TookPart);
        self.is_connected |=
            self.takes_part || matches!(tie.state, State::Accepted { .. } | State::Introduced { .. });
        let is_lost = matches!(tie.state, State::Declined { .. } | State::Expired);
        self.lost = (is_lost && self.under_way == 0 && !self.is_connected).then(place);
    }
}

/// The last day they came, once it is time to ask whether they came again.
fn quiet_since(tie: &Connection, now: Timestamp) -> Option<Date> {
    let last = *tie.attendances.last()?;
    let wait = asked_again_after(tie.attendances.len())?;
    (last.saturating_add(wait.days()) <= in_france(now).date()).then_some(last)
}

fn keep_first(kept: &mut Option<Dated>, other: Option<Dated>) {
    *kept = [kept.take(), other].into_iter().flatten().min();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::connection::{Going, Meeting, Offer, Request};
    use crate::referral::model::DeclineReason;
    use jiff::SignedDuration;
    use jiff::civil::date;
    use kernel::clock::start_of;
    use kernel::id::CaseId;

    const TODAY: Date = date(2026, 1, 20);

    fn now() -> Timestamp {
        start_of(TODAY) + SignedDuration::from_hours(9)
    }

    fn tie(state: State, place: &str) -> Connection {
        let offer = Offer {
            resource_id: "test--x".to_owned(),
            resource_name: place.to_owned(),
            organization_name: "Les voisins".to_owned(),
        };
        Connection { state, ..Connection::proposed(CaseId::new(), offer, now()) }
    }

    fn asked(days_ago: i64, place: &str) -> Connection {
        let at = now() - SignedDuration::from_hours(24 * days_ago);
        let request = Request { at, reminded_at: None, email: None, shared: Vec::new(), likes: None };
        Connection { request: Some(request), ..tie(State::Asked, place) }
    }

    fn came(days: &[Date], place: &str) -> Connection {
        Connection { attendances: days.iter().copied().collect(), ..tie(State::TookPart, place) }
    }

    fn summed(ties: &[Connection]) -> Ties {
        let mut sum = Ties::default();
        ties.iter().for_each(|tie| sum.add(tie, now()));
        sum
    }

    fn no() -> State {
        State::Declined { reason: DeclineReason::Full, words: None }
    }

    #[test]
    fn each_place_is_named_for_what_it_waits_for() {
        let meeting = Meeting { on: Some(date(2026, 1, 21)), ..Meeting::default() };
        let met = tie(State::Introduced { meeting, going: Going::Alone }, "Zumba");
        let waiting = tie(State::Waitlisted { until: date(2026, 2, 1) }, "La chorale");
        let yes = tie(State::Accepted { meeting: Meeting::default() }, "Le café");
        let sum = summed(&[asked(11, "Le jardin"), asked(9, "L’atelier"), met, waiting, yes]);
        assert_eq!(sum.silent.unwrap().place.name, "Le jardin");
        assert_eq!(sum.meeting.unwrap().place.name, "Zumba");
        assert_eq!(sum.waited.unwrap().place.name, "La chorale");
        assert_eq!(sum.to_introduce.unwrap().name, "Le café");
        assert_eq!((sum.under_way, sum.is_connected, sum.lost), (5, true, None));
    }

    #[test]
    fn a_refusal_calls_for_another_place_until_one_is_tried_or_reached() {
        assert_eq!(summed(&[tie(no(), "Zumba")]).lost.unwrap().name, "Zumba");
        assert_eq!(
            summed(&[tie(no(), "Zumba"), tie(State::Expired, "Le café")]).lost.unwrap().name,
            "Le café"
        );
        assert_eq!(summed(&[tie(no(), "Zumba"), tie(State::Proposed, "Le café")]).lost, None);
        assert_eq!(summed(&[tie(State::Settled, "Le café"), tie(no(), "Zumba")]).lost, None);
        let dropped = State::Dropped { reason: DeclineReason::Other };
        assert_eq!(summed(&[tie(no(), "Zumba"), tie(dropped, "Le café")]).lost, None);
    }

    #[test]
    fn whoever_came_is_asked_after_until_the_sixth_time() {
        let days = |count: i64| -> Vec<Date> {
            (0..count).map(|n| date(2026, 1, 2).saturating_sub((count - 1 - n).days())).collect()
        };
        assert_eq!(summed(&[came(&days(1), "Zumba")]).quiet, None, "eighteen days are not three weeks");
        let three_weeks = came(&[date(2025, 12, 30)], "Zumba");
        assert_eq!(summed(&[three_weeks]).quiet.unwrap().on, date(2025, 12, 30));
        let third: Vec<Date> = days(3).into_iter().map(|day| day.saturating_sub(5.days())).collect();
        assert_eq!(summed(&[came(&third, "Zumba")]).quiet, None, "six weeks from the third time on");
        let sixth: Vec<Date> = days(6).into_iter().map(|day| day.saturating_sub(90.days())).collect();
        let sum = summed(&[came(&sixth, "Zumba")]);
        assert_eq!((sum.quiet, sum.takes_part, sum.under_way), (None, true, 0));
    }
}

//! What a link worker's day reads of the ties of a case: which place waits for what.

use std::collections::HashMap;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use kernel::id::AccountId;
use platform::db::{DbError, Tx};
use platform::web::dates;
use sqlx::FromRow;
use uuid::Uuid;

/// An organisation is silent after so long.
const SILENCE: SignedDuration = SignedDuration::from_hours(10 * 24);

/// A place, and the day that matters about it; the earliest day first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dated {
    pub on: Date,
    pub place: String,
}

/// The ties of one case, summed up.
#[derive(Clone, Debug, Default)]
pub struct Ties {
    /// Proposed, asked, waiting, accepted or introduced.
    pub under_way: usize,
    /// At least one place said yes.
    pub is_connected: bool,
    /// The oldest request left unanswered for ten days, and the day it was sent.
    pub silent: Option<Dated>,
    /// The first meeting to come or just passed.
    pub meeting: Option<Dated>,
    /// The waiting list that opens first, and when.
    pub waited: Option<Dated>,
    /// A place that said yes; the first meeting is to be prepared.
    pub to_introduce: Option<String>,
    /// The last place tried said no or nothing, and nothing else is under way.
    pub lost: Option<String>,
}

#[derive(FromRow)]
struct Tie {
    case_id: Uuid,
    state: String,
    resource_name: String,
    asked_at: Option<i64>,
    first_meeting_on: Option<String>,
    waiting_until: Option<String>,
}

/// The ties of every case the account may open, by case.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn of_caseload(
    tx: &mut Tx,
    viewer: AccountId,
    now: Timestamp,
) -> Result<HashMap<Uuid, Ties>, DbError> {
    let ties: Vec<Tie> = tx
        .all(
            "SELECT l.case_id, l.state, l.resource_name, l.asked_at, l.first_meeting_on, l.waiting_until
             FROM visible_case c JOIN connection l ON l.case_id = c.id
             WHERE c.viewer_id = $1 ORDER BY l.proposed_at, l.id",
            &[viewer.into()],
        )
        .await?;
    let mut cases: HashMap<Uuid, Ties> = HashMap::new();
    for tie in ties {
        cases.entry(tie.case_id).or_default().add(&tie, now - SILENCE);
    }
    Ok(cases)
}

impl Ties {
    /// Takes in one tie more, later than those before it.
    fn add(&mut self, tie: &Tie, silent_before: Timestamp) {
        let place = || tie.resource_name.clone();
        let dated = |on: Option<Date>| on.map(|on| Dated { on, place: place() });
        let day = |text: &Option<String>| text.as_deref().and_then(|text| text.parse().ok());
        match tie.state.as_str() {
            "asked" => {
                let asked = tie.asked_at.filter(|at| *at <= silent_before.as_second());
                keep_first(&mut self.silent, dated(asked.map(dates::day)));
            }
            "waitlisted" => keep_first(&mut self.waited, dated(day(&tie.waiting_until))),
            "accepted" | "introduced" => {
                keep_first(&mut self.meeting, dated(day(&tie.first_meeting_on)));
                if tie.state == "accepted" {
                    self.to_introduce.get_or_insert_with(place);
                }
            }
            _ => {}
        }
        if matches!(tie.state.as_str(), "proposed" | "asked" | "waitlisted" | "accepted" | "introduced") {
            self.under_way += 1;
        }
        self.is_connected |=
            matches!(tie.state.as_str(), "accepted" | "introduced" | "took_part" | "settled");
        let is_lost = matches!(tie.state.as_str(), "declined" | "expired");
        self.lost = (is_lost && self.under_way == 0 && !self.is_connected).then(place);
    }
}

fn keep_first(kept: &mut Option<Dated>, other: Option<Dated>) {
    *kept = [kept.take(), other].into_iter().flatten().min();
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_768_900_000;

    fn tie(state: &str, place: &str) -> Tie {
        Tie {
            case_id: Uuid::nil(),
            state: state.to_owned(),
            resource_name: place.to_owned(),
            asked_at: None,
            first_meeting_on: None,
            waiting_until: None,
        }
    }

    fn summed(ties: &[Tie]) -> Ties {
        let mut sum = Ties::default();
        let before = Timestamp::from_second(NOW).unwrap() - SILENCE;
        ties.iter().for_each(|tie| sum.add(tie, before));
        sum
    }

    #[test]
    fn each_place_is_named_for_what_it_waits_for() {
        let silent = Tie { asked_at: Some(NOW - 11 * 86_400), ..tie("asked", "Le jardin") };
        let asked = Tie { asked_at: Some(NOW - 9 * 86_400), ..tie("asked", "L’atelier") };
        let met = Tie { first_meeting_on: Some("2026-01-21".into()), ..tie("introduced", "Zumba") };
        let waiting = Tie { waiting_until: Some("2026-02-01".into()), ..tie("waitlisted", "La chorale") };
        let sum = summed(&[silent, asked, met, waiting, tie("accepted", "Le café")]);
        assert_eq!(sum.silent.unwrap().place, "Le jardin");
        assert_eq!(sum.meeting.unwrap().place, "Zumba");
        assert_eq!(sum.waited.unwrap().place, "La chorale");
        assert_eq!(sum.to_introduce.unwrap(), "Le café");
        assert_eq!((sum.under_way, sum.is_connected, sum.lost), (5, true, None));
    }

    #[test]
    fn a_refusal_calls_for_another_place_until_one_is_tried_or_reached() {
        assert_eq!(summed(&[tie("declined", "Zumba")]).lost.unwrap(), "Zumba");
        assert_eq!(summed(&[tie("declined", "Zumba"), tie("expired", "Le café")]).lost.unwrap(), "Le café");
        assert_eq!(summed(&[tie("declined", "Zumba"), tie("proposed", "Le café")]).lost, None);
        assert_eq!(summed(&[tie("settled", "Le café"), tie("declined", "Zumba")]).lost, None);
        assert_eq!(summed(&[tie("declined", "Zumba"), tie("dropped", "Le café")]).lost, None);
    }
}

//! Every state with every act, then long lives made of acts in any order.

use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp};
use kernel::id::CaseId;
use proptest::prelude::*;

use super::model::{Connection, EXPIRY, Refusal};
use super::parts::{Answer, Going, Meeting, Offer, Request, Shared};
use crate::referral::model::DeclineReason;

const BEGINNING: &str = "2026-01-13T08:00:00Z";

fn start() -> Timestamp {
    BEGINNING.parse().unwrap()
}

fn days_later(days: i64) -> Timestamp {
    start() + SignedDuration::from_hours(24 * days)
}

fn request(at: Timestamp) -> Request {
    Request { at, reminded_at: None, email: None, shared: vec![Shared::Name], likes: None }
}

fn proposed() -> Connection {
    let offer = Offer {
        resource_id: "maillage--chorale".to_owned(),
        resource_name: "La chorale".to_owned(),
        organization_name: "Les Amis du chant".to_owned(),
    };
    Connection::proposed(CaseId::new(), offer, start())
}

fn wait() -> Answer {
    Answer::Wait { until: date(2026, 3, 1) }
}

fn no() -> Answer {
    Answer::No { reason: DeclineReason::Full, words: None }
}

/// One thing somebody does, or time does.
#[derive(Clone, Debug)]
enum Act {
    Ask,
    Remind,
    Answer(Answer),
    Expire,
    Introduce(Going),
    Attend(i64),
    Settle,
    Drop,
}

fn done(connection: Connection, act: &Act, now: Timestamp) -> Result<Connection, Refusal> {
    let today = kernel::clock::in_france(now).date();
    match act {
        Act::Ask => connection.asked(request(now)),
        Act::Remind => connection.reminded(now),
        Act::Answer(answer) => connection.answered(answer.clone(), now),
        Act::Expire => connection.expired(now),
        Act::Introduce(going) => {
            connection.introduced(Meeting { on: Some(today), ..Meeting::default() }, *going)
        }
        Act::Attend(back) => {
            connection.attended(today.checked_sub(jiff::Span::new().days(*back)).unwrap(), today)
        }
        Act::Settle => connection.settled(now),
        Act::Drop => connection.dropped(DeclineReason::Other, now),
    }
}

/// A connection brought into each state, a month after the beginning at most.
fn in_every_state() -> Vec<Connection> {
    let asked = proposed().asked(request(start())).unwrap();
    let accepted = asked.clone().answered(Answer::Yes(Meeting::default()), start()).unwrap();
    let introduced = accepted.clone().introduced(Meeting::default(), Going::Alone).unwrap();
    let took_part = introduced.clone().attended(date(2026, 1, 13), date(2026, 1, 13)).unwrap();
    vec![
        proposed(),
        asked.clone(),
        asked.clone().answered(wait(), start()).unwrap(),
        accepted,
        asked.clone().answered(no(), start()).unwrap(),
        asked.clone().expired(start() + EXPIRY).unwrap(),
        introduced,
        took_part.clone(),
        took_part.settled(start()).unwrap(),
        proposed().dropped(DeclineReason::Other, start()).unwrap(),
    ]
}

/// The state an act leads to from each of the ten, in the order above; "-" where it is refused.
fn table(act: &Act) -> Vec<String> {
    in_every_state()
        .into_iter()
        .map(|connection| {
            done(connection, act, start() + EXPIRY)
                .map_or_else(|_| "-".to_owned(), |next| next.state.code().to_owned())
        })
        .collect()
}

#[test]
fn each_act_is_possible_in_exactly_the_states_drawn() {
    // proposed asked waitlisted accepted declined expired introduced took_part settled dropped
    let rows = [
        (Act::Ask, "asked - - - - - - - - -"),
        (Act::Remind, "- asked - - - - - - - -"),
        (Act::Answer(Answer::Yes(Meeting::default())), "- accepted accepted - - - - - - -"),
        (Act::Answer(wait()), "- waitlisted waitlisted - - - - - - -"),
        (Act::Answer(no()), "- declined declined - - - - - - -"),
        (Act::Expire, "- expired - - - - - - - -"),
        (Act::Introduce(Going::Alone), "- - - introduced - - introduced - - -"),
        (Act::Attend(0), "- - - took_part - - took_part took_part settled -"),
        (Act::Settle, "- - - - - - - settled - -"),
        (Act::Drop, "dropped dropped dropped dropped - - dropped dropped - -"),
    ];
    for (act, expected) in rows {
        assert_eq!(table(&act).join(" "), expected, "{act:?}");
    }
}

#[test]
fn a_request_expires_on_its_thirtieth_day_and_not_before() {
    let asked = proposed().asked(request(start())).unwrap();
    assert_eq!(asked.clone().expired(days_later(29)), Err(Refusal::NotNow));
    assert_eq!(asked.expired(days_later(30)).unwrap().ended_at, Some(days_later(30)));
}

#[test]
fn an_organisation_is_reminded_once() {
    let asked = proposed().asked(request(start())).unwrap();
    let reminded = asked.reminded(days_later(10)).unwrap();
    assert_eq!(reminded.reminded(days_later(11)), Err(Refusal::NotNow));
}

#[test]
fn nobody_came_tomorrow_nor_before_the_organisation_was_asked() {
    let yes = Answer::Yes(Meeting::default());
    let accepted = proposed().asked(request(start())).unwrap().answered(yes, start()).unwrap();
    let today = date(2026, 1, 20);
    let tried = |day: Date| accepted.clone().attended(day, today);
    assert_eq!(tried(date(2026, 1, 21)), Err(Refusal::InTheFuture));
    assert_eq!(tried(date(2026, 1, 12)), Err(Refusal::BeforeAsked));
    assert!(tried(date(2026, 1, 13)).is_ok());
    let arranged = Meeting { on: Some(date(2026, 1, 12)), ..Meeting::default() };
    assert_eq!(accepted.introduced(arranged, Going::Alone), Err(Refusal::BeforeAsked));
}

#[test]
fn the_same_day_twice_is_one() {
    let introduced = in_every_state().swap_remove(6);
    let today = date(2026, 1, 14);
    let twice = introduced.attended(today, today).unwrap().attended(today, today).unwrap();
    assert_eq!(twice.attendances.len(), 1);
}

fn any_act() -> impl Strategy<Value = Act> {
    let answer = prop_oneof![Just(Answer::Yes(Meeting::default())), Just(wait()), Just(no()),];
    prop_oneof![
        Just(Act::Ask),
        Just(Act::Remind),
        answer.prop_map(Act::Answer),
        Just(Act::Expire),
        Just(Act::Introduce(Going::Accompanied)),
        (-2_i64..20).prop_map(Act::Attend),
        Just(Act::Settle),
        Just(Act::Drop),
    ]
}

/// What must hold of a connection whatever was done to it.
fn assert_possible(connection: &Connection, now: Timestamp) {
    let state = connection.state.code();
    let was_asked = connection.request.is_some();
    let was_answered = connection.answered_at.is_some();
    let came = !connection.attendances.is_empty();
    assert!(was_asked || matches!(state, "proposed" | "dropped"), "{state} without a request");
    assert!(!was_answered || was_asked, "answered before it was asked");
    assert!(
        was_answered || matches!(state, "proposed" | "asked" | "expired" | "dropped"),
        "{state} unanswered"
    );
    assert!(!was_answered || !matches!(state, "proposed" | "asked" | "expired"), "{state} answered");
    assert!(!came || matches!(state, "took_part" | "settled" | "dropped"), "{state} with attendances");
    assert!(came || !matches!(state, "took_part" | "settled"), "{state} without attendance");
    assert_eq!(
        connection.ended_at.is_none(),
        connection.is_open(),
        "{state}, ended at {:?}",
        connection.ended_at
    );
    let today = kernel::clock::in_france(now).date();
    if let Some(request) = &connection.request {
        let asked_on = kernel::clock::in_france(request.at).date();
        assert!(connection.attendances.iter().all(|day| (asked_on..=today).contains(day)));
    }
}

proptest! {
    #[test]
    fn no_life_however_strange_leads_to_an_impossible_state(
        acts in prop::collection::vec((any_act(), 0_i64..12), 0..40)
    ) {
        let mut connection = proposed();
        let mut now = start();
        for (act, days) in acts {
            now += SignedDuration::from_hours(24 * days);
            let before = connection.clone();
            match done(connection.clone(), &act, now) {
                Ok(next) => connection = next,
                Err(_) => prop_assert_eq!(&connection, &before),
            }
            assert_possible(&connection, now);
            prop_assert!(connection.attendances.is_superset(&before.attendances), "a day was forgotten");
            prop_assert!(before.is_open() || connection.state == before.state, "an ended tie went on");
        }
    }
}

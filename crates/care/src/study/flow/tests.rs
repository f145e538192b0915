//! Counting who came how far.

use jiff::civil::date;
use kernel::id::{CandidateId, CaseId, PersonId, SiteId, StudyId};

use super::{Drawing, Flow};
use crate::study::following::Participant;
use crate::study::model::{
    Allocation, Arm, Candidate, Design, Enrolment, Point, Protocol, State, Withdrawal,
};
use crate::study::rules::counting::visits;
use crate::study::sql::gone::Gone;
use crate::words::words;
use kernel::Lang;

fn protocol() -> Protocol {
    let arm = |code: &str, name: &str| Arm { code: code.to_owned(), name: name.to_owned() };
    Protocol {
        name: "PRISMUR".to_owned(),
        purpose: String::new(),
        responsible: String::new(),
        contact: String::new(),
        reference: None,
        information: String::new(),
        consent: String::new(),
        design: Design::Arms { arms: vec![arm("A", "Un"), arm("B", "Deux")], allocation: Allocation::Chosen },
        instruments: Vec::new(),
        points: Point::usual(),
        inclusion: Vec::new(),
        exclusion: Vec::new(),
        keep_months: 12,
    }
}

fn candidate(state: State) -> Candidate {
    Candidate {
        id: CandidateId::new(),
        study: StudyId::new(),
        site: SiteId::new(),
        person: PersonId::new(),
        case: CaseId::new(),
        protocol: 1,
        assessed_on: date(2026, 1, 1),
        state,
    }
}

fn participant(arm: &str, left: Option<Withdrawal>) -> Participant {
    let enrolment = Enrolment { on: date(2026, 1, 1), arm: Some(arm.to_owned()) };
    let state = match left {
        Some(left) => State::Withdrawn(enrolment, left),
        None => State::Enrolled(enrolment),
    };
    let protocol = protocol();
    let until = left.map(|left| left.on);
    let asked = [crate::study::model::Asked { code: "ucla3".to_owned(), version: "1".to_owned() }];
    Participant {
        candidate: candidate(state),
        code: None,
        enrolled_on: date(2026, 1, 1),
        until,
        measures: Vec::new(),
        visits: visits((&protocol.points, &asked), date(2026, 1, 1), until, &[]),
    }
}

#[test]
fn everybody_is_counted_once_and_the_erased_as_having_left() {
    let left = Withdrawal { on: date(2026, 2, 1), may_keep: true };
    let participants = [participant("A", None), participant("A", Some(left)), participant("B", None)];
    let mut candidates: Vec<Candidate> = participants.iter().map(|one| one.candidate.clone()).collect();
    candidates.push(candidate(State::Declined));
    candidates.push(candidate(State::NotEligible { failed: vec!["i1".to_owned()] }));
    let gone = |step: &str, detail: &str, persons| Gone {
        step: step.to_owned(),
        detail: detail.to_owned(),
        persons,
    };
    let gone = [gone("enrolled", "B", 2), gone("declined", "", 1)];
    let flow = Flow::counted(&protocol(), &candidates, &participants, &gone, date(2026, 5, 1));
    assert_eq!((flow.assessed, flow.excluded, flow.declined, flow.enrolled), (8, 1, 2, 5));
    let [a, b] = flow.branches.as_slice() else { panic!("two arms") };
    assert_eq!((a.allocated, a.withdrawn, a.lost, a.analysed), (2, 1, 1, 0));
    assert_eq!((b.allocated, b.withdrawn, b.lost, b.analysed), (3, 2, 1, 0));
    let three = &a.followed[1];
    assert_eq!((three.seen, three.missed, three.ahead), (0, 1, 0), "whoever left is not asked");
    let drawing = Drawing::of(&flow, words(Lang::Fr));
    assert!(drawing.boxes.iter().all(|shape| shape.y + shape.height <= drawing.height));
    assert!(drawing.boxes.iter().all(|shape| shape.x + 172 <= drawing.width));
}

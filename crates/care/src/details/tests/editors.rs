//! Two people open and save one file in every order, also at the same moment: whoever saves what they
//! did not see is told, and nobody is written over in silence.

use axum::http::StatusCode;
use kernel::contact::Phone;
use kernel::id::CaseId;
use platform::audit;
use platform::testing::{Browser, Page, TestApp};
use uuid::Uuid;

use super::{here, sent, stored};
use crate::testing::{at_desk, story};

/// Environment variable: how many orders are tried; `cargo xtask soak` asks for ten thousand.
const COUNT: &str = "MAILLAGE_INTERLEAVINGS";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Open(usize),
    Save(usize),
    BothSave,
}

/// All orders in which each opens before they save.
const ORDERS: [&[Step]; 7] = {
    use Step::{BothSave, Open, Save};
    [
        &[Open(0), Save(0), Open(1), Save(1)],
        &[Open(0), Open(1), Save(0), Save(1)],
        &[Open(0), Open(1), Save(1), Save(0)],
        &[Open(1), Open(0), Save(0), Save(1)],
        &[Open(1), Open(0), Save(1), Save(0)],
        &[Open(1), Save(1), Open(0), Save(0)],
        &[Open(0), Open(1), BothSave],
    ]
};

/// What two editors see and what should stand.
struct Desk<'a> {
    test: &'a TestApp,
    case: CaseId,
    editors: [Browser; 2],
    /// What each has open, and how many changes there had been.
    open: [Option<(Page, u32)>; 2],
    changes: u32,
    saved: u32,
    stands: String,
}

impl Desk<'_> {
    async fn step(&mut self, step: Step) {
        match step {
            Step::Open(who) => {
                self.open[who] = Some((self.editors[who].get(&here(self.case)).await, self.changes));
            }
            Step::Save(who) => {
                let typed = self.another_number();
                let (page, seen) = self.open[who].take().unwrap();
                let answer = sent(&mut self.editors[who], &page, self.case, &[("phone", &typed)]).await;
                self.judge(seen, &typed, &answer);
            }
            Step::BothSave => self.both_save().await,
        }
        assert_eq!(stored(self.test, self.case).await.phone, Phone::parse(&self.stands));
    }

    async fn both_save(&mut self) {
        let typed = [self.another_number(), self.another_number()];
        let open = [0, 1].map(|who| self.open[who].take().unwrap());
        let [one, other] = &mut self.editors;
        let fields = [0, 1].map(|who| [("phone", typed[who].as_str())]);
        let (first, second) = tokio::join!(
            sent(one, &open[0].0, self.case, &fields[0]),
            sent(other, &open[1].0, self.case, &fields[1]),
        );
        let mut answers = [(open[0].1, &typed[0], first), (open[1].1, &typed[1], second)];
        // Who was faster is theirs to say; the other must then have been told.
        answers.sort_by_key(|(.., page)| page.status != StatusCode::OK);
        for (seen, typed, page) in answers {
            self.judge(seen, typed, &page);
        }
    }

    fn judge(&mut self, seen: u32, typed: &str, answer: &Page) {
        if seen == self.changes {
            answer.is(StatusCode::OK);
            self.changes += 1;
            typed.clone_into(&mut self.stands);
        } else {
            answer.is(StatusCode::CONFLICT).says(&self.stands).says(typed);
        }
    }

    fn another_number(&mut self) -> String {
        self.saved += 1;
        let digits = format!("{:06}", self.saved);
        format!("04 65 {} {} {}", &digits[..2], &digits[2..4], &digits[4..])
    }
}

#[tokio::test]
async fn nobody_is_written_over_in_silence_whatever_the_order() {
    let count = std::env::var(COUNT).map_or(40, |count| count.parse().unwrap());
    story(async |test| {
        let (_, case, nadia) = at_desk(&test).await;
        let camille = test.signed_in("coordinator@essarts.test").await;
        let person = stored(&test, case).await;
        let stands = person.phone.map(|phone| phone.spoken()).unwrap();
        let editors = [nadia, camille];
        let mut desk = Desk { test: &test, case, editors, open: [None, None], changes: 0, saved: 0, stands };
        for _ in 0..count {
            let chance = Uuid::new_v4().as_u128() % u128::try_from(ORDERS.len()).unwrap();
            for step in ORDERS[usize::try_from(chance).unwrap()] {
                desk.step(*step).await;
            }
        }
        let trail = audit::of_subject(&mut test.tx().await, person.id).await.unwrap();
        let changed = trail.iter().filter(|entry| entry.action == "changed").count();
        assert_eq!(changed, usize::try_from(desk.changes).unwrap());
    })
    .await;
}

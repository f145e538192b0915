//! What a study is made of: what it does (`protocol`), how far it has come (`stage`), and who was looked at
//! for it (`candidate`).

mod candidate;
mod protocol;
mod stage;

pub(crate) use candidate::{Candidate, Enrolment, State, Withdrawal};
pub(crate) use protocol::{
    Allocation, Arm, Asked, Criterion, Design, MOST_ARMS, MOST_POINTS, Point, Protocol,
};
pub(crate) use stage::{Refusal, Stage, Study};

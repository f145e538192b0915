//! The rights of a person, told on both engines.

mod copying;
mod erasing;
mod freezing;
mod keeping;
mod paper;
mod reading;

use kernel::id::{CaseId, PersonId};
use platform::testing::{Browser, TestApp};

use crate::caseload;

async fn person_of(test: &TestApp, case: CaseId) -> PersonId {
    caseload::find(&mut test.tx().await, case).await.unwrap().unwrap().person_id
}

async fn coordinator(test: &TestApp) -> Browser {
    test.signed_in("coordinator@essarts.test").await
}

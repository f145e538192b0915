//! Looking at somebody for a study, and letting them in.

use kernel::clock::in_france;
use kernel::id::{CandidateId, SiteId};
use kernel::rng;
use platform::audit::Action;
use platform::db::Tx;
use platform::web::Nope;

use crate::act::Acting;
use crate::caseload::Case;
use crate::consent::{self, Purpose, Recipient};
use crate::study::model::{Allocation, Candidate, Design, Enrolment, State, Study};
use crate::study::rules::{blocks, pseudonym};
use crate::study::sql;

/// What was said when somebody was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::study) enum Look {
    /// Codes of the criteria that do not hold.
    NotEligible(Vec<String>),
    Declined,
    /// They agreed; the arm is whoever enrols' to say only where it is chosen.
    Agreed {
        arm: Option<String>,
    },
}

/// Why nothing is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::study) enum Refused {
    /// Nobody enters any more, or not yet.
    NotOpen,
    /// They are in already, or were.
    Already,
    /// An arm is to be chosen.
    NoArm,
}

/// More tries than a study of any size needs to find a code nobody has.
const TRIES: usize = 20;

/// Keeps what came of it; whoever agrees is in, with a consent, an arm and a code. The case was opened to change.
///
/// # Errors
/// [`Refused`] inside; the store's outside.
pub(in crate::study) async fn look(
    tx: &mut Tx,
    acting: &Acting<'_>,
    (study, case): (&Study, &Case),
    look: Look,
) -> Result<Result<(), Refused>, Nope> {
    let by = acting.account().ok_or(Nope::NotFound)?;
    if !study.stage.enrols() {
        return Ok(Err(Refused::NotOpen));
    }
    let before = sql::candidates::find(tx, study.id, case.person_id).await?;
    if before.as_ref().is_some_and(|before| before.enrolment().is_some()) {
        return Ok(Err(Refused::Already));
    }
    let today = in_france(acting.now).date();
    let state = match look {
        Look::NotEligible(failed) => State::NotEligible { failed },
        Look::Declined => State::Declined,
        Look::Agreed { arm } => match given(tx, study, case.site_id, arm).await? {
            Ok(arm) => State::Enrolled(Enrolment { on: today, arm }),
            Err(refused) => return Ok(Err(refused)),
        },
    };
    let candidate = Candidate {
        id: before.map_or_else(CandidateId::new, |before| before.id),
        study: study.id,
        site: case.site_id,
        person: case.person_id,
        case: case.id,
        protocol: study.version,
        assessed_on: today,
        state,
    };
    if !sql::candidates::put(tx, &candidate, (by, acting.now)).await? {
        return Ok(Err(Refused::Already));
    }
    if candidate.takes_part() {
        admit(tx, acting, study, &candidate).await?;
    }
    acting.trace(tx, Action::Changed, study.id, case.site_id).await?;
    Ok(Ok(()))
}

/// The consent as it was worded, and a code.
async fn admit(tx: &mut Tx, acting: &Acting<'_>, study: &Study, candidate: &Candidate) -> Result<(), Nope> {
    let wording = format!("{}\n{}", study.protocol.information, study.protocol.consent);
    let recipient = Recipient::Study(study.id);
    let by = acting.account();
    consent::give(tx, candidate.person, Purpose::Research, &recipient, &wording, by, acting.now).await?;
    for _ in 0..TRIES {
        let chance = rng::secret().map_err(|error| Nope::Broken(error.to_string()))?;
        let code = pseudonym::drawn(&study.prefix, &chance);
        if sql::pseudonyms::give(tx, study.id, candidate.id, &code).await? {
            return Ok(());
        }
    }
    Err(Nope::Broken("no code is left for a study".to_owned()))
}

/// The arm somebody is given: the next of their team's blocks, or the one that was chosen.
async fn given(
    tx: &mut Tx,
    study: &Study,
    site: SiteId,
    chosen: Option<String>,
) -> Result<Result<Option<String>, Refused>, Nope> {
    Ok(match &study.protocol.design {
        Design::OneGroup => Ok(None),
        Design::Arms { allocation: Allocation::Chosen, .. } => {
            let known = chosen.filter(|code| study.protocol.arm(code).is_some());
            known.map(Some).ok_or(Refused::NoArm)
        }
        Design::Arms { arms, allocation: Allocation::Random { blocks } } => {
            let codes: Vec<&str> = arms.iter().map(|arm| arm.code.as_str()).collect();
            Ok(Some(next(tx, study, site, (&codes, blocks)).await?))
        }
    })
}

/// The arm at a team's next place; the block it lies in is made when it is reached.
async fn next(
    tx: &mut Tx,
    study: &Study,
    site: SiteId,
    (arms, sizes): (&[&str], &[usize]),
) -> Result<String, Nope> {
    let (place, seed) = sql::blocks::next_place(tx, (study.id, site)).await?;
    let place = usize::try_from(place).unwrap_or_default();
    let (mut number, mut made) = sql::blocks::made(tx, (study.id, site)).await?;
    while made.len() <= place {
        let block = blocks::block(seed, number, arms, sizes);
        sql::blocks::insert(tx, (study.id, site), number, &block).await?;
        made.extend(block);
        number = number.saturating_add(1);
    }
    made.into_iter().nth(place).ok_or_else(|| Nope::Broken("a block without arms".to_owned()))
}

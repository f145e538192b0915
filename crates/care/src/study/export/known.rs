//! Whose answers may leave, and what others may know of them.

use jiff::civil::Date;
use kernel::coded::Coded;
use kernel::commune::CommuneCode;
use kernel::id::SiteId;
use measure::anonymity::Known;
use platform::db::{DbError, Tx};

use crate::person;
use crate::study::following::Participant;

/// Those who let their answers be used, and have a code.
pub(in crate::study) fn leaving(participants: &[Participant]) -> Vec<&Participant> {
    participants.iter().filter(|one| one.candidate.may_be_analysed() && one.code.is_some()).collect()
}

/// Of one of them, at their enrolment; `sites` gives each team its code.
pub(super) async fn of(
    tx: &mut Tx,
    participant: &Participant,
    sites: &[(SiteId, String)],
) -> Result<Known, DbError> {
    let person = person::find(tx, participant.candidate.person).await?;
    let on: Date = participant.enrolled_on;
    let site = sites.iter().find(|(site, _)| *site == participant.candidate.site);
    Ok(Known {
        age: person.as_ref().and_then(|person| person.age(on)),
        civility: person.as_ref().and_then(|person| person.civility).map_or("", Coded::code).to_owned(),
        department: person.as_ref().map(|person| department(&person.commune)).unwrap_or_default(),
        site: site.map(|(_, code)| code.clone()).unwrap_or_default(),
        arm: participant.candidate.enrolment().and_then(|enrolment| enrolment.arm.clone()),
    })
}

/// « 69 » of 69029, « 974 » of 97411.
fn department(commune: &CommuneCode) -> String {
    let code = commune.as_str();
    let length = if code.starts_with("97") || code.starts_with("98") { 3 } else { 2 };
    code.get(..length).unwrap_or_default().to_owned()
}

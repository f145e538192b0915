//! Where pages are.

use std::fmt::Write;

use crate::organization::OrganizationId;
use crate::resource::ResourceId;

pub fn resource(id: &ResourceId) -> String {
    format!("/ressources/{}", segment(id.as_str()))
}

pub fn organization(id: &OrganizationId) -> String {
    format!("/organisations/{}", segment(id.as_str()))
}

/// Where an organization corrects one entry, behind its signed link.
pub(crate) fn verification_entry(token: &str, id: &ResourceId) -> String {
    format!("/verification/{token}/{}", segment(id.as_str()))
}

/// Where an organization corrects what is said of itself, behind its signed link.
pub(crate) fn verification_itself(token: &str) -> String {
    format!("/verification/{token}/organisation")
}

/// Where the team checks one entry.
pub(crate) fn verification(id: &ResourceId) -> String {
    format!("/annuaire/a-verifier/{}", segment(id.as_str()))
}

/// Where the team checks what is said of an organization.
pub(crate) fn verification_check(id: &OrganizationId) -> String {
    format!("/annuaire/a-verifier/organisations/{}", segment(id.as_str()))
}

/// Where the team brings a calendar for one entry.
pub(crate) fn calendar(id: &ResourceId) -> String {
    format!("/annuaire/calendrier/{}", segment(id.as_str()))
}

/// Where the team writes to an organization.
pub(crate) fn verification_letter(id: &OrganizationId) -> String {
    format!("/annuaire/organisations/{}/ecrire", segment(id.as_str()))
}

/// An identifier as one part of a path, whatever its source put in it (RFC 3986, section 2.3).
fn segment(text: &str) -> String {
    let mut segment = String::with_capacity(text.len());
    for byte in text.bytes() {
        let unreserved = byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        if unreserved {
            segment.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(segment, "%{byte:02X}");
        }
    }
    segment
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_with_slashes_and_accents_stays_one_part_of_a_path() {
        let id = ResourceId::parse("dora--Aidants/Connect:é ?").unwrap();
        assert_eq!(resource(&id), "/ressources/dora--Aidants%2FConnect%3A%C3%A9%20%3F");
    }
}

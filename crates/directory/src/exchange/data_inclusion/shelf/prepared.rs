use super::super::write::{Service, Structure};
use crate::organization::{Organization, OrganizationId};
use crate::resource::Resource;

/// A service with its structure as the interface gives them, but for their qualities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Prepared {
    /// The structure's identifier, then both as JSON objects without their closing brace.
    bytes: Vec<u8>,
    /// Where the identifier, then the service, end.
    ends: [usize; 2],
}

/// Qualities on the day of the answer, 0 to 1.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Scores {
    pub(in super::super) service: f64,
    pub(in super::super) structure: f64,
}

/// The two ends at the head of an answer on its shelf.
const HEAD: usize = 8;

impl Prepared {
    /// # Errors
    /// For what JSON cannot hold, such as an infinite number.
    pub(super) fn of(resource: &Resource, organization: &Organization) -> serde_json::Result<Prepared> {
        let mut bytes = organization.id.as_str().as_bytes().to_vec();
        let id = bytes.len();
        write_open(&mut bytes, &Service::of(resource))?;
        let service = bytes.len();
        write_open(&mut bytes, &Structure::of(organization))?;
        Ok(Prepared { bytes, ends: [id, service] })
    }

    pub(in super::super) fn structure(&self) -> Option<OrganizationId> {
        let id = std::str::from_utf8(self.bytes.get(..self.ends[0])?).ok()?;
        OrganizationId::parse(id).ok()
    }

    /// As one JSON object.
    ///
    /// # Errors
    /// For a quality that is no number.
    pub(in super::super) fn write(&self, out: &mut Vec<u8>, scores: Scores) -> serde_json::Result<()> {
        let [id, service] = self.ends;
        out.extend(self.bytes.get(id..service).unwrap_or_default());
        out.extend(b",\"score_qualite\":");
        serde_json::to_writer(&mut *out, &scores.service)?;
        out.extend(b",\"structure\":");
        out.extend(self.bytes.get(service..).unwrap_or_default());
        out.extend(b",\"score_qualite\":");
        serde_json::to_writer(&mut *out, &scores.structure)?;
        out.extend(b"}}");
        Ok(())
    }

    /// As it lies on the shelf.
    pub(super) fn shelved(&self) -> Vec<u8> {
        let ends = self.ends.map(|end| u32::try_from(end).unwrap_or(u32::MAX).to_le_bytes());
        [ends.as_flattened(), &self.bytes].concat()
    }

    /// Nothing for bytes no answer is shelved as.
    pub(super) fn from_shelf(mut bytes: Vec<u8>) -> Option<Prepared> {
        let (head, rest) = bytes.split_first_chunk::<HEAD>()?;
        let [a, b, c, d, e, f, g, h] = *head;
        let end = |bytes: [u8; 4]| usize::try_from(u32::from_le_bytes(bytes)).ok();
        let ends = [end([a, b, c, d])?, end([e, f, g, h])?];
        let are_sound = ends[0] <= ends[1] && ends[1] <= rest.len();
        bytes.drain(..HEAD);
        are_sound.then_some(Prepared { bytes, ends })
    }
}

fn write_open(out: &mut Vec<u8>, value: &impl serde::Serialize) -> serde_json::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.pop();
    Ok(())
}

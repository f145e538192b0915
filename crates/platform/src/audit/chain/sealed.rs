use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use sqlx::FromRow;
use uuid::Uuid;

/// Everything an entry says.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub(super) struct Said {
    pub(super) id: Uuid,
    pub(super) at: i64,
    pub(super) actor: String,
    pub(super) account_id: Option<Uuid>,
    pub(super) action: String,
    pub(super) subject_kind: String,
    pub(super) subject_id: Option<Uuid>,
    pub(super) site_id: Option<Uuid>,
}

/// A place in the chain: how many entries come as far, and the seal of the last of them. Written
/// `42:…`, to be kept elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, FromRow)]
pub struct Anchor {
    pub number: i64,
    pub seal: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an anchor is a number, a colon and a seal")]
pub struct BadAnchor;

impl Anchor {
    /// With one more entry.
    pub(super) fn followed_by(&self, said: &Said) -> Anchor {
        let number = self.number.saturating_add(1);
        Anchor { number, seal: seal_of(number, &self.seal, said) }
    }
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.number, self.seal)
    }
}

impl FromStr for Anchor {
    type Err = BadAnchor;

    fn from_str(text: &str) -> Result<Anchor, BadAnchor> {
        let (number, seal) = text.trim().split_once(':').ok_or(BadAnchor)?;
        let number = number.parse().ok().filter(|number| *number >= 0).ok_or(BadAnchor)?;
        Ok(Anchor { number, seal: seal.to_owned() })
    }
}

/// A line each: no value holds the end of a line, so that no two entries read alike.
fn seal_of(number: i64, before: &str, said: &Said) -> String {
    let id = |id: Option<Uuid>| id.map_or_else(|| "-".to_owned(), |id| id.to_string());
    let lines = [
        before.to_owned(),
        number.to_string(),
        said.id.to_string(),
        said.at.to_string(),
        said.actor.clone(),
        id(said.account_id),
        said.action.clone(),
        said.subject_kind.clone(),
        id(said.subject_id),
        id(said.site_id),
    ];
    URL_SAFE_NO_PAD.encode(Sha256::digest(lines.join("\n")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_anchor_is_read_as_it_was_written() {
        let anchor = Anchor { number: 42, seal: "abc-_".to_owned() };
        assert_eq!(anchor.to_string().parse(), Ok(anchor));
        for text in ["", "42", "x:abc", "-1:abc"] {
            assert_eq!(text.parse::<Anchor>(), Err(BadAnchor), "{text}");
        }
    }

    #[test]
    fn a_seal_is_of_everything_an_entry_says() {
        let said = Said {
            id: Uuid::from_u128(1),
            at: 2,
            actor: "account".to_owned(),
            account_id: Some(Uuid::from_u128(3)),
            action: "read".to_owned(),
            subject_kind: "case".to_owned(),
            subject_id: Some(Uuid::from_u128(4)),
            site_id: None,
        };
        let others = [
            Said { id: Uuid::from_u128(9), ..said.clone() },
            Said { at: 9, ..said.clone() },
            Said { actor: "time".to_owned(), ..said.clone() },
            Said { account_id: None, ..said.clone() },
            Said { action: "changed".to_owned(), ..said.clone() },
            Said { subject_kind: "person".to_owned(), ..said.clone() },
            Said { subject_id: None, ..said.clone() },
            Said { site_id: Some(Uuid::from_u128(9)), ..said.clone() },
        ];
        let seal = seal_of(1, "", &said);
        assert!(others.iter().all(|other| seal_of(1, "", other) != seal));
        assert!(seal_of(2, "", &said) != seal && seal_of(1, "x", &said) != seal);
        // Kept by every installation: another digest would break every chain there is.
        assert_eq!(seal, "WT_k4UtzErJOjvwBA2qEkRfSQ0moCAy681a9pkxNRFs");
    }
}

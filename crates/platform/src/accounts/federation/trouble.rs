//! What somebody is told who did not get in: plainly, and with a way back.

use crate::oidc::{Federation, Refusal};
use crate::web::ui::Ui;

/// What went wrong, as much as concerns whoever it happened to. In addresses by its code, so that
/// what a provider wrote never stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::accounts) enum Trouble {
    Silent,
    Unverified,
    Weak,
    Declined,
    NotBegun,
    NotAgain,
    /// No account has this identity.
    Unknown,
    /// It opens another account.
    Taken,
    /// It is another than theirs.
    NotTheirs,
    /// Nothing else would open their account.
    LastWayIn,
    /// Their role asks for two steps, and nothing else would be one.
    Obliged,
}

const ALL: [(Trouble, &str); 11] = [
    (Trouble::Silent, "silence"),
    (Trouble::Unverified, "verification"),
    (Trouble::Weak, "niveau"),
    (Trouble::Declined, "interrompu"),
    (Trouble::NotBegun, "recommencer"),
    (Trouble::NotAgain, "ancien"),
    (Trouble::Unknown, "inconnue"),
    (Trouble::Taken, "prise"),
    (Trouble::NotTheirs, "autre"),
    (Trouble::LastWayIn, "derniere"),
    (Trouble::Obliged, "obligation"),
];

impl Trouble {
    fn code(self) -> &'static str {
        ALL.iter().find(|(trouble, _)| *trouble == self).map_or("", |(_, code)| code)
    }

    /// An address with what went wrong in it.
    pub(super) fn at(self, path: &str, provider: &str) -> String {
        let query = [("souci", self.code()), ("fournisseur", provider)];
        let query = serde_urlencoded::to_string(query).unwrap_or_default();
        let joint = if path.contains('?') { '&' } else { '?' };
        format!("{path}{joint}{query}")
    }

    /// What such an address says, in words.
    pub(in crate::accounts) fn told(ui: &Ui, code: &str, provider: &str) -> Option<String> {
        let (trouble, _) = ALL.iter().find(|(_, known)| *known == code)?;
        let known = Federation::of(&ui.app).find(provider);
        let name = known.map_or_else(|| ui.frame().identity_some_provider(), |k| k.provider().name.clone());
        let w = ui.frame();
        Some(match trouble {
            Trouble::Silent => w.identity_silent(name),
            Trouble::Unverified => w.identity_unverified(name),
            Trouble::Weak => w.identity_weak(name),
            Trouble::Declined => w.identity_declined(name),
            Trouble::NotBegun => w.identity_not_begun(name),
            Trouble::NotAgain => w.identity_not_again(name),
            Trouble::Unknown => w.identity_unknown(name),
            Trouble::Taken => w.identity_taken(name),
            Trouble::NotTheirs => w.identity_not_theirs(name),
            Trouble::LastWayIn => w.identity_last_way_in(),
            Trouble::Obliged => w.obligation_last(),
        })
    }
}

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Trouble {
        match refusal {
            Refusal::Silent
            | Refusal::Slow
            | Refusal::Huge
            | Refusal::Status
            | Refusal::Unreadable
            | Refusal::OtherIssuer
            | Refusal::ForeignAddress
            | Refusal::LeftAlone => Trouble::Silent,
            Refusal::Declined | Refusal::Refused => Trouble::Declined,
            Refusal::NotBegun => Trouble::NotBegun,
            Refusal::Weak => Trouble::Weak,
            Refusal::NotAgain => Trouble::NotAgain,
            Refusal::MixUp
            | Refusal::Code
            | Refusal::NoToken
            | Refusal::Shape
            | Refusal::Algorithm
            | Refusal::Key
            | Refusal::Signature
            | Refusal::Issuer
            | Refusal::Audience
            | Refusal::Expired
            | Refusal::Early
            | Refusal::Nonce
            | Refusal::AccessToken
            | Refusal::Subject
            | Refusal::OtherSubject
            | Refusal::UserinfoShape
            | Refusal::Event
            | Refusal::Lasting
            | Refusal::Again => Trouble::Unverified,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_trouble_has_a_code_of_its_own() {
        let mut codes: Vec<&str> = ALL.iter().map(|(trouble, _)| trouble.code()).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), ALL.len());
        assert_eq!(Trouble::Taken.at("/compte?a=b", "pc"), "/compte?a=b&souci=prise&fournisseur=pc");
    }
}

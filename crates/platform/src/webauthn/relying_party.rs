//! Us, as browsers and authenticators know us.

use sha2::{Digest, Sha256};
use url::{Host, Url};

/// A domain, and the one origin of ours on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RelyingParty {
    pub(crate) id: String,
    pub(super) origin: String,
}

impl RelyingParty {
    /// By the address people reach us at; none at a bare number, which no passkey can be for.
    pub(crate) fn at(public_url: &str) -> Option<RelyingParty> {
        let url = Url::parse(public_url).ok()?;
        let Some(Host::Domain(id)) = url.host() else { return None };
        Some(RelyingParty { id: id.to_owned(), origin: url.origin().ascii_serialization() })
    }

    pub(super) fn id_hash(&self) -> Vec<u8> {
        Sha256::digest(self.id.as_bytes()).to_vec()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_domain_and_the_whole_origin() {
        let at = |url| RelyingParty::at(url).map(|us| (us.id, us.origin));
        let two = |id: &str, origin: &str| Some((id.to_owned(), origin.to_owned()));
        assert_eq!(at("https://lien.ville.example"), two("lien.ville.example", "https://lien.ville.example"));
        assert_eq!(at("http://localhost:8080/x"), two("localhost", "http://localhost:8080"));
        assert_eq!(at("https://Élan.example:443"), two("xn--lan-9la.example", "https://xn--lan-9la.example"));
        for none in ["http://127.0.0.1:8080", "https://[::1]", "", "lien"] {
            assert_eq!(at(none), None, "{none}");
        }
    }
}

//! What the deployer wrote of a provider, parsed once.

use std::fmt;

use url::{Host, Url};

/// A provider people may sign in with.
#[derive(Clone, Debug)]
pub struct Provider {
    /// Its name in addresses: small letters, digits and hyphens.
    pub key: String,
    /// Its name on buttons.
    pub name: String,
    issuer: Issuer,
    pub client_id: String,
    pub client_secret: Secret,
    /// Asked beside `openid`.
    pub scopes: Vec<String>,
    /// How strongly people must have signed in there; one of these, never none.
    pub acr: Vec<String>,
    pub userinfo: Userinfo,
}

/// The shape of what the provider says at its userinfo endpoint (Core, 5.3.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Userinfo {
    /// `application/jwt`, as ProConnect's.
    Signed,
    /// `application/json`, as Pro Santé Connect's.
    Json,
}

/// Why a provider cannot be used as it was written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadProvider {
    Key,
    /// No `https://` address; plain `http://` is for this machine only.
    Issuer,
    /// A name, client id or secret that is empty.
    Empty,
    /// Whoever asks for no strength would let anybody's weakest way in.
    Acr,
}

/// The issuer as it was written, which tokens must repeat letter by letter, and where it is called.
#[derive(Clone, Debug)]
struct Issuer {
    written: String,
    at: Url,
}

/// Known to the provider and to us.
#[derive(Clone)]
pub struct Secret(String);

impl Secret {
    pub fn new(secret: String) -> Secret {
        Secret(secret)
    }

    pub(super) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl Provider {
    /// A provider without scopes, whose userinfo is plain.
    ///
    /// # Errors
    /// [`BadProvider`], with what to change.
    pub fn parse(
        (key, name): (&str, &str),
        issuer: &str,
        (client_id, client_secret): (&str, Secret),
        acr: Vec<String>,
    ) -> Result<Provider, BadProvider> {
        let is_key = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if key.is_empty() || !key.chars().all(is_key) {
            return Err(BadProvider::Key);
        }
        if [name, client_id, client_secret.reveal()].iter().any(|text| text.trim().is_empty()) {
            return Err(BadProvider::Empty);
        }
        if acr.is_empty() || acr.iter().any(|value| value.is_empty() || value.contains(' ')) {
            return Err(BadProvider::Acr);
        }
        let at = Url::parse(issuer).ok().filter(|url| is_safe(url) && url.query().is_none());
        Ok(Provider {
            key: key.to_owned(),
            name: name.to_owned(),
            issuer: Issuer { written: issuer.to_owned(), at: at.ok_or(BadProvider::Issuer)? },
            client_id: client_id.to_owned(),
            client_secret,
            scopes: Vec::new(),
            acr,
            userinfo: Userinfo::Json,
        })
    }

    pub fn issuer(&self) -> &str {
        &self.issuer.written
    }

    /// Where it says what it can do (Discovery, 4).
    pub(super) fn discovery(&self) -> Result<Url, url::ParseError> {
        Url::parse(&format!("{}/.well-known/openid-configuration", self.issuer().trim_end_matches('/')))
    }

    /// Whether an address is the issuer's own: the only ones we call.
    pub(super) fn owns(&self, url: &Url) -> bool {
        url.origin() == self.issuer.at.origin()
    }
}

/// Spoken over TLS, or on this machine; with no name and password in it.
pub(super) fn is_safe(url: &Url) -> bool {
    let is_secure = match url.scheme() {
        "https" => url.host().is_some(),
        "http" => is_this_machine(url),
        _ => false,
    };
    is_secure && url.username().is_empty() && url.password().is_none() && url.fragment().is_none()
}

fn is_this_machine(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(key: &str, issuer: &str, acr: &[&str]) -> Result<Provider, BadProvider> {
        let acr = acr.iter().map(|value| (*value).to_owned()).collect();
        Provider::parse((key, "ProConnect"), issuer, ("id", Secret::new("secret".to_owned())), acr)
    }

    #[test]
    fn an_issuer_is_spoken_to_in_secret_or_on_this_machine() {
        for good in
            ["https://idp.example/api/v2", "http://127.0.0.1:3000", "http://[::1]:3000", "http://localhost"]
        {
            assert!(parsed("pc", good, &["eidas1"]).is_ok(), "{good}");
        }
        for bad in [
            "http://idp.example",
            "ftp://idp.example",
            "https://a:b@idp.example",
            "https://idp.example?x",
            "idp",
            "",
        ] {
            assert_eq!(parsed("pc", bad, &["eidas1"]).err(), Some(BadProvider::Issuer), "{bad}");
        }
    }

    #[test]
    fn a_provider_has_a_key_and_a_strength() {
        for bad in ["", "Pro Connect", "é", "a/b"] {
            assert_eq!(parsed(bad, "https://idp.example", &["eidas1"]).err(), Some(BadProvider::Key));
        }
        for bad in [&[][..], &[""], &["eidas1 eidas2"]] {
            assert_eq!(parsed("pc", "https://idp.example", bad).err(), Some(BadProvider::Acr));
        }
    }

    #[test]
    fn a_secret_is_never_shown() {
        assert!(!format!("{:?}", parsed("pc", "https://idp.example", &["eidas1"])).contains("\"secret\""));
    }
}

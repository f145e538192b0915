//! How the public reaches an organization or a resource.

use std::fmt;

use kernel::contact::Email;
use serde::{Deserialize, Serialize};
use url::Url;

/// What the source published; each may be missing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Contact {
    /// As written: sources mix formats, extensions and short numbers, and none may be lost.
    pub phone: Option<String>,
    #[serde(with = "email_text")]
    pub email: Option<Email>,
}

/// An `http` or `https` address, at most 2,083 characters, in its normal form: safe in a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct WebLink(String);

impl WebLink {
    /// The bound data·inclusion's schema sets.
    pub const LONGEST: usize = 2083;

    pub fn parse(text: &str) -> Option<WebLink> {
        if text.chars().count() > Self::LONGEST {
            return None;
        }
        let url = Url::parse(text).ok()?;
        let followable = matches!(url.scheme(), "http" | "https") && url.has_host();
        followable.then(|| WebLink(url.into()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for WebLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for WebLink {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        WebLink::parse(&text).ok_or("not a link that can be followed")
    }
}

impl From<WebLink> for String {
    fn from(link: WebLink) -> String {
        link.0
    }
}

/// An optional e-mail address as JSON text.
pub(crate) mod email_text {
    use kernel::contact::Email;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(crate) fn serialize<S: Serializer>(email: &Option<Email>, serializer: S) -> Result<S::Ok, S::Error> {
        email.as_ref().map(Email::as_str).serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Email>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?;
        text.map(|text| Email::parse(&text).ok_or_else(|| serde::de::Error::custom("not an e-mail address")))
            .transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_links_a_browser_may_follow_are_kept() {
        assert_eq!(WebLink::parse("http://exemple.fr").unwrap().as_str(), "http://exemple.fr/");
        for unsafe_link in
            ["javascript:alert(1)", "exemple.fr", "ftp://exemple.fr", "mailto:a@b.fr", "http://"]
        {
            assert_eq!(WebLink::parse(unsafe_link), None, "{unsafe_link}");
        }
    }

    #[test]
    fn a_contact_survives_a_round_trip_through_json() {
        let contact = Contact { phone: Some("3919".to_owned()), email: Email::parse("a@exemple.fr") };
        let text = serde_json::to_string(&contact).unwrap();
        assert_eq!(text, r#"{"phone":"3919","email":"a@exemple.fr"}"#);
        assert_eq!(serde_json::from_str::<Contact>(&text).unwrap(), contact);
    }
}

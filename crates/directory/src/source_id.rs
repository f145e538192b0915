//! Identifiers that come from a source and stay the same from one import to the next.

/// An identifier that cannot be kept: empty, too long, or with a control character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an identifier has 1 to 300 bytes and no control character")]
pub struct BadId;

/// PostgreSQL refuses index entries over some 2,700 bytes; no known source comes near 300.
pub(crate) const LONGEST: usize = 300;

macro_rules! source_ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// # Errors
            /// [`BadId`](crate::source_id::BadId) when empty, over 300 bytes, or holding a control character.
            pub fn parse(text: &str) -> Result<$name, $crate::source_id::BadId> {
                let fits = (1..=$crate::source_id::LONGEST).contains(&text.len());
                if fits && !text.chars().any(char::is_control) {
                    Ok($name(text.to_owned()))
                } else {
                    Err($crate::source_id::BadId)
                }
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl TryFrom<String> for $name {
            type Error = $crate::source_id::BadId;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                $name::parse(&text)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0
            }
        }
    )*};
}

pub(crate) use source_ids;

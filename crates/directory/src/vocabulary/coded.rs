//! What every closed list can do: short ones are enums, long official ones are tables.

pub use kernel::coded::Coded;

/// Declares a value of a long official list: its codes are the first column of a sorted table.
macro_rules! listed {
    ($(#[$doc:meta])* $name:ident in $table:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        pub struct $name(&'static str);

        impl kernel::coded::Coded for $name {
            fn all() -> impl Iterator<Item = Self> {
                $table.iter().map(|listed| $name(listed.0))
            }

            fn code(self) -> &'static str {
                self.0
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let code = String::deserialize(deserializer)?;
                <$name as kernel::coded::Coded>::from_code(&code)
                    .ok_or_else(|| serde::de::Error::custom(format!("« {code} » is in no official list")))
            }
        }
    };
}

pub(super) use kernel::coded;
pub(super) use listed;

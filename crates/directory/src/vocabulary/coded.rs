//! What every closed list can do.

/// A value of a closed list, known outside by a stable code.
pub trait Coded: Copy + Ord + 'static {
    /// Every value, in the order of the list.
    fn all() -> impl Iterator<Item = Self>;

    /// As stored, exchanged and used in addresses and forms.
    fn code(self) -> &'static str;

    fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|value| value.code() == code)
    }
}

/// Declares an enum, its codes and their place in JSON and TOML in one list, so that the three
/// cannot disagree.
macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $code)] $variant,)+
        }

        impl $name {
            pub const ALL: &[$name] = &[$($name::$variant),+];
        }

        impl $crate::vocabulary::Coded for $name {
            fn all() -> impl Iterator<Item = Self> {
                Self::ALL.iter().copied()
            }

            fn code(self) -> &'static str {
                match self {
                    $($name::$variant => $code,)+
                }
            }
        }
    };
}

/// Declares a value of a long official list: its codes are the first column of a sorted table.
macro_rules! listed {
    ($(#[$doc:meta])* $name:ident in $table:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        pub struct $name(&'static str);

        impl $crate::vocabulary::Coded for $name {
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
                <$name as $crate::vocabulary::Coded>::from_code(&code)
                    .ok_or_else(|| serde::de::Error::custom(format!("« {code} » is in no official list")))
            }
        }
    };
}

pub(super) use {coded, listed};

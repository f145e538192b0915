//! Closed lists whose values are known outside by a stable code: in the store, in addresses and
//! forms, in files that are exchanged.

/// A value of a closed list.
pub trait Coded: Copy + Ord + 'static {
    /// Every value, in the order of the list.
    fn all() -> impl Iterator<Item = Self>;

    /// As stored, exchanged and used in addresses and forms.
    fn code(self) -> &'static str;

    /// `None` for a code that is not in the list.
    fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|value| value.code() == code)
    }
}

/// Declares an enum, its codes and their place in JSON and TOML in one list, so that the three
/// cannot disagree. The crate that declares one depends on `serde`.
#[macro_export]
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

        impl $crate::coded::Coded for $name {
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

#[cfg(test)]
mod tests {
    use super::Coded;
    use crate::role::Role;

    #[test]
    fn a_code_leads_back_to_its_value_and_any_other_to_none() {
        assert!(Role::all().all(|role| Role::from_code(role.code()) == Some(role)));
        assert_eq!(Role::from_code("Prescriber"), None);
    }

    #[test]
    fn values_come_in_the_order_of_the_list() {
        let codes: Vec<&str> = Role::all().map(Coded::code).collect();
        assert_eq!(codes, ["prescriber", "link_worker", "coordinator", "administrator"]);
    }
}

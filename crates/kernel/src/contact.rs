//! How to reach somebody: a telephone number or an e-mail address.

use std::fmt;

/// A telephone number in E.164 form (ITU-T), French when no country code is typed.
#[derive(Clone, PartialEq, Eq)]
pub struct Phone(String);

impl Phone {
    /// Accepts « 04 72 00 00 00 », « 04.72.00.00.00 », « +33 4 72 … », « 0033 4 … ».
    pub fn parse(typed: &str) -> Option<Phone> {
        let typed = typed.trim();
        let international = typed.starts_with('+') || typed.starts_with("00");
        if typed.chars().any(|c| !c.is_ascii_digit() && !" .-+()/\u{a0}\u{202f}".contains(c)) {
            return None;
        }
        let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
        let number = if international {
            let number = digits.trim_start_matches("00");
            // « +33 (0)4 72 … » is how many French letterheads write it.
            number.strip_prefix("330").map_or_else(|| number.to_owned(), |rest| format!("33{rest}"))
        } else {
            format!("33{}", digits.strip_prefix('0')?)
        };
        let long_enough = match number.strip_prefix("33") {
            Some(rest) => rest.len() == 9 && !rest.starts_with('0'),
            None => (8..=15).contains(&number.len()),
        };
        long_enough.then(|| Phone(format!("+{number}")))
    }

    /// `+33472000000`, for `tel:` links and the store.
    pub fn e164(&self) -> &str {
        &self.0
    }

    /// « 04 72 00 00 00 », with non-breaking spaces; a foreign number as it is.
    pub fn spoken(&self) -> String {
        let Some(rest) = self.0.strip_prefix("+33") else {
            return self.0.clone();
        };
        let digits: Vec<char> = format!("0{rest}").chars().collect();
        let pairs: Vec<String> = digits.chunks(2).map(|pair| pair.iter().collect()).collect();
        pairs.join("\u{a0}")
    }
}

/// Numbers stay out of logs.
impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Phone(…)")
    }
}

/// An e-mail address, lower-cased; checked for shape only, as only a message can prove it.
#[derive(Clone, PartialEq, Eq)]
pub struct Email(String);

impl Email {
    pub fn parse(typed: &str) -> Option<Email> {
        let typed = typed.trim().to_lowercase();
        let (local, domain) = typed.split_once('@')?;
        let plain = |part: &str| {
            !part.is_empty()
                && part
                    .chars()
                    .all(|c| !c.is_whitespace() && !c.is_control() && !"@<>,;:\"()[]\\".contains(c))
        };
        let shaped = plain(local)
            && plain(domain)
            && domain.contains('.')
            && domain.split('.').all(|label| !label.is_empty())
            && typed.len() <= 254;
        shaped.then_some(Email(typed))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Addresses stay out of logs.
impl fmt::Debug for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Email(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_numbers_are_read_however_they_are_typed() {
        for typed in
            ["04 72 00 00 01", "04.72.00.00.01", "+33 4 72 00 00 01", "+33 (0)4 72 00 00 01", "0033472000001"]
        {
            assert_eq!(Phone::parse(typed).unwrap().e164(), "+33472000001", "{typed}");
        }
        assert_eq!(Phone::parse("0472000001").unwrap().spoken(), "04\u{a0}72\u{a0}00\u{a0}00\u{a0}01");
    }

    #[test]
    fn what_cannot_be_dialled_is_refused() {
        for typed in ["", "04 72", "appeler le soir", "00", "+33 00 72 00 00 01", "04 72 00 00 00 00"] {
            assert_eq!(Phone::parse(typed), None, "{typed}");
        }
    }

    #[test]
    fn addresses_are_checked_for_shape() {
        assert_eq!(Email::parse(" Accueil@Exemple.FR ").unwrap().as_str(), "accueil@exemple.fr");
        for typed in ["accueil", "a@b", "a b@c.fr", "a@b..fr", "a@b.fr\nBcc: x@y.fr"] {
            assert_eq!(Email::parse(typed), None, "{typed}");
        }
    }
}

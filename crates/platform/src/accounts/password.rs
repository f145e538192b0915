//! Pass phrases: length first (NIST SP 800-63B, CNIL recommendation 2022-100), kept by Argon2id.

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};

/// Shortest pass phrase accepted, in characters.
pub const SHORTEST: usize = 12;
/// Longest, so that hashing stays bounded.
pub const LONGEST: usize = 256;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Weak {
    #[error("shorter than {SHORTEST} characters")]
    TooShort,
    #[error("longer than {LONGEST} characters")]
    TooLong,
    /// One character over and over, or a run of the keyboard.
    #[error("too easy to guess")]
    TooPlain,
}

/// A pass phrase long enough to be kept.
#[derive(Clone)]
pub struct PassPhrase(String);

impl std::fmt::Debug for PassPhrase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PassPhrase(…)")
    }
}

impl PassPhrase {
    /// # Errors
    /// [`Weak`], with what to tell the person.
    pub fn choose(typed: &str) -> Result<PassPhrase, Weak> {
        match typed.chars().count() {
            n if n < SHORTEST => Err(Weak::TooShort),
            n if n > LONGEST => Err(Weak::TooLong),
            _ if different_letters(typed) < 5 => Err(Weak::TooPlain),
            _ => Ok(PassPhrase(typed.to_owned())),
        }
    }

    /// The hash to keep; takes some tens of milliseconds, so run it off the async threads.
    ///
    /// # Errors
    /// When no randomness is given for the salt.
    pub fn hash(&self) -> Result<String, argon2::password_hash::Error> {
        Ok(Argon2::default().hash_password(self.0.as_bytes())?.to_string())
    }
}

/// Whether what was typed is the phrase behind a kept hash. Without a hash the same work is done,
/// so that the time taken does not tell which addresses have an account.
pub fn verify(typed: &str, kept: Option<&str>) -> bool {
    const NOBODY: &str =
        "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5bm9ib2R5bm9ib2R5$2Fr5e8dmQjuJSbUMRUTGg8NZ2Oo2EXWjYaH7r9oWuXk";
    let typed = typed.get(..typed.len().min(LONGEST * 4)).unwrap_or_default();
    let matches = PasswordHash::new(kept.unwrap_or(NOBODY))
        .is_ok_and(|hash| Argon2::default().verify_password(typed.as_bytes(), &hash).is_ok());
    matches && kept.is_some()
}

fn different_letters(text: &str) -> usize {
    let mut letters: Vec<char> = text.to_lowercase().chars().collect();
    letters.sort_unstable();
    letters.dedup();
    letters.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_comes_first() {
        assert_eq!(PassPhrase::choose("onze lettre").unwrap_err(), Weak::TooShort);
        assert_eq!(PassPhrase::choose("aaaaaaaaaaaaaaaa").unwrap_err(), Weak::TooPlain);
        assert!(PassPhrase::choose("quatre mots au soleil").is_ok());
    }

    #[test]
    fn only_the_right_phrase_opens() {
        let kept = PassPhrase::choose("quatre mots au soleil").unwrap().hash().unwrap();
        assert!(kept.starts_with("$argon2id$"));
        assert!(verify("quatre mots au soleil", Some(&kept)));
        assert!(!verify("quatre mots au soleiL", Some(&kept)));
        assert!(!verify("quatre mots au soleil", None));
    }
}

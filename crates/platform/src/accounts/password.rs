//! Pass phrases: length first (NIST SP 800-63B, CNIL recommendation 2022-100), kept by Argon2id.

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};

use super::known;
use crate::web::nope::Nope;

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
    /// Few different characters, or little else than runs of the keyboard, of digits or of letters.
    #[error("too easy to guess")]
    TooPlain,
    /// Made of what was found in breaches.
    #[error("known to everybody")]
    Known,
    /// Made of the names of the person, their team or this program.
    #[error("tried first by anybody near")]
    Nearby,
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
            _ if different_letters(typed) < 5 || is_mostly_a_run(typed) => Err(Weak::TooPlain),
            _ if known::is_known(typed) => Err(Weak::Known),
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

/// [`PassPhrase::hash`], off the async threads.
///
/// # Errors
/// [`Nope::Broken`] when no randomness is given.
pub(super) async fn hashed(phrase: PassPhrase) -> Result<String, Nope> {
    let hash = tokio::task::spawn_blocking(move || phrase.hash()).await;
    hash.map_err(|error| Nope::Broken(error.to_string()))?.map_err(|error| Nope::Broken(error.to_string()))
}

/// [`verify`], off the async threads.
///
/// # Errors
/// [`Nope::Broken`] when the thread is stopped.
pub(super) async fn verified(typed: String, kept: Option<String>) -> Result<bool, Nope> {
    let right = tokio::task::spawn_blocking(move || verify(&typed, kept.as_deref())).await;
    right.map_err(|error| Nope::Broken(error.to_string()))
}

fn different_letters(text: &str) -> usize {
    let mut letters: Vec<char> = text.to_lowercase().chars().collect();
    letters.sort_unstable();
    letters.dedup();
    letters.len()
}

/// Keys and characters that follow one another: French and English keyboards, digits, alphabet.
const RUNS: [&str; 7] = [
    "azertyuiop",
    "qsdfghjklm",
    "wxcvbn",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1234567890 abcdefghijklmnopqrstuvwxyz",
];

/// Whether more than two steps in three, from one character to the next over spaces, follow a run either way.
/// Written French or English has some such steps, never that many.
fn is_mostly_a_run(text: &str) -> bool {
    let letters: Vec<char> = text.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    let steps = letters.len().saturating_sub(1);
    let along = letters.iter().zip(letters.iter().skip(1)).filter(|(a, b)| follow(**a, **b)).count();
    along * 3 > steps * 2
}

fn follow(a: char, b: char) -> bool {
    a == b
        || RUNS.iter().any(|run| [[a, b], [b, a]].iter().any(|pair| run.contains(&String::from_iter(pair))))
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
    fn a_run_of_the_keyboard_is_refused_in_either_direction() {
        for run in [
            "azertyuiop123",
            "AZERTY qwerty 123456",
            "123456789012",
            "poiuytreza321",
            "qsdfghjklmwxcvbn",
            "abcdefghijkl",
            "1111 2222 3333 4444 5555",
        ] {
            assert_eq!(PassPhrase::choose(run).unwrap_err(), Weak::TooPlain, "{run}");
        }
        for phrase in [
            "quatre mots au soleil",
            "un long chemin de pierres",
            "correct horse battery staple",
            "azerty et compagnie",
        ] {
            assert!(PassPhrase::choose(phrase).is_ok(), "{phrase}");
        }
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

//! Ten codes on paper, each of which serves once.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kernel::id::AccountId;
use kernel::rng::{self, SecretError};
use sha2::{Digest, Sha256};

const HOW_MANY: usize = 10;
/// Without letters one takes for another; a power of two, so that none is likelier than another.
const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
/// Five bits each: eighty, too many to try even with the hashes in hand.
const LENGTH: usize = 16;

/// New ones, as they are shown: « abcd-efgh-jkmn-pqrs ».
pub(super) fn fresh() -> Result<Vec<String>, SecretError> {
    (0..HOW_MANY)
        .map(|_| {
            let bytes = rng::secret()?;
            let letters: Vec<u8> = bytes
                .iter()
                .take(LENGTH)
                .filter_map(|byte| LETTERS.get(usize::from(byte % 32)))
                .copied()
                .collect();
            let groups: Vec<&str> =
                letters.chunks(4).filter_map(|group| std::str::from_utf8(group).ok()).collect();
            Ok(groups.join("-"))
        })
        .collect()
}

/// As the store keeps it; spaces, dashes and capitals do not count.
pub(super) fn hash(account: AccountId, typed: &str) -> String {
    let letters: String =
        typed.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    URL_SAFE_NO_PAD.encode(Sha256::digest(format!("{account} {letters}").as_bytes()))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn ten_codes_are_told_apart_however_they_are_typed() {
        let codes: BTreeSet<String> = fresh().unwrap().into_iter().collect();
        assert_eq!(codes.len(), HOW_MANY);
        let account = AccountId::new();
        for code in &codes {
            assert_eq!(code.len(), 19, "{code}");
            let typed = code.to_uppercase().replace('-', " ");
            assert_eq!(hash(account, &typed), hash(account, code));
            assert_ne!(hash(AccountId::new(), code), hash(account, code), "of one account only");
        }
    }
}

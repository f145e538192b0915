//! An ID token as it lies in the store: sealed with the session's own secret, of which the store has
//! only a hash. It names somebody to their provider, and only signing out there asks for it.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey};
use sha2::{Digest, Sha256};

/// None when it cannot be sealed: signing out then ends here only.
pub(super) fn seal(session: &str, id_token: &str) -> Option<String> {
    let mut bytes = id_token.as_bytes().to_vec();
    key(session)?.seal_in_place_append_tag(once(), Aad::empty(), &mut bytes).ok()?;
    Some(URL_SAFE_NO_PAD.encode(bytes))
}

pub(super) fn open(session: &str, sealed: &str) -> Option<String> {
    let mut bytes = URL_SAFE_NO_PAD.decode(sealed).ok()?;
    let opened = key(session)?.open_in_place(once(), Aad::empty(), &mut bytes).ok()?;
    String::from_utf8(opened.to_vec()).ok()
}

fn key(session: &str) -> Option<LessSafeKey> {
    let bytes = Sha256::new().chain_update("id_token\0").chain_update(session).finalize();
    UnboundKey::new(&CHACHA20_POLY1305, &bytes).ok().map(LessSafeKey::new)
}

/// A session's key seals one text, once.
fn once() -> Nonce {
    Nonce::assume_unique_for_key([0; 12])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_session_s_secret_opens_it() {
        let sealed = seal("secret", "header.payload.signature").unwrap();
        assert!(!sealed.contains("payload"));
        assert_eq!(open("secret", &sealed).as_deref(), Some("header.payload.signature"));
        assert_eq!(open("Secret", &sealed), None);
        assert_eq!(open("secret", &sealed[1..]), None);
    }
}

//! Codes of an application (RFC 6238).

use jiff::Timestamp;
use kernel::rng::{self, SecretError};
use totp_rs::{Builder, Secret};

/// Seconds a code is shown for.
const STEP: u64 = 30;

/// A new secret, in Base32.
pub(super) fn fresh() -> Result<String, SecretError> {
    let [bytes @ .., _, _, _, _, _, _, _, _, _, _, _, _] = rng::secret()?;
    Ok(Secret::new_stack(bytes).to_base32())
}

/// The half-minute a code is of, this one or one beside it (a clock is rarely on the second); none for a
/// wrong code.
pub(super) fn step_of(secret: &str, typed: &str, now: Timestamp) -> Option<i64> {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let secret = Secret::try_from_base32(secret).ok()?;
    let totp = Builder::new().with_secret(secret).with_step_duration(STEP).build_noncompliant();
    let step = totp.check(&digits, u64::try_from(now.as_second()).ok()?)?;
    i64::try_from(step).ok()
}

/// What an application reads (the de facto `otpauth` scheme).
pub(super) fn address(secret: &str, email: &str) -> String {
    let account = serde_urlencoded::to_string([("", email)]).unwrap_or_default();
    format!("otpauth://totp/Maillage:{}?secret={secret}&issuer=Maillage", account.trim_start_matches('='))
}

/// Groups of four, to be typed from a page.
pub(super) fn spoken(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}

#[cfg(test)]
pub(crate) fn shown_at(secret: &str, now: Timestamp) -> String {
    let secret = Secret::try_from_base32(secret.replace(' ', "")).unwrap();
    let totp = Builder::new().with_secret(secret).with_step_duration(STEP).build_noncompliant();
    totp.generate(u64::try_from(now.as_second()).unwrap()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// « 12345678901234567890 », the key of RFC 6238's test vectors.
    const KEY: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    #[test]
    fn the_vectors_of_the_standard_hold() {
        // RFC 6238, appendix B, SHA-1, the last six of eight digits.
        for (second, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            let now = Timestamp::from_second(second).unwrap();
            assert_eq!(step_of(KEY, code, now), Some(second / 30), "{second}");
            assert_eq!(step_of(KEY, &format!(" {} {}", &code[..3], &code[3..]), now), Some(second / 30));
        }
    }

    #[test]
    fn a_code_is_taken_half_a_minute_early_or_late_and_no_more() {
        let at = |second: i64| Timestamp::from_second(second).unwrap();
        let code = shown_at(KEY, at(3000));
        for (second, is_taken) in [(2940, false), (2970, true), (3029, true), (3059, true), (3060, false)] {
            assert_eq!(step_of(KEY, &code, at(second)).is_some(), is_taken, "{second}");
        }
        for wrong in ["", "12345", "1234567", "abcdef", "００００００", "287082\0"] {
            assert_eq!(step_of(KEY, wrong, at(59)), None, "{wrong}");
        }
    }

    #[test]
    fn an_application_reads_the_secret_and_the_account() {
        let secret = fresh().unwrap();
        assert_eq!(secret.len(), 32);
        assert_ne!(secret, fresh().unwrap());
        let address = address(&secret, "nadia+maison@essarts.test");
        assert_eq!(
            address,
            format!("otpauth://totp/Maillage:nadia%2Bmaison%40essarts.test?secret={secret}&issuer=Maillage")
        );
    }
}

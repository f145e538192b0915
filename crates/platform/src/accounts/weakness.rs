//! Why a pass phrase is refused, said to whoever chose it.

use super::password::{SHORTEST, Weak};
use crate::words::Words;

pub(super) fn tell(w: &Words, weak: Weak) -> String {
    match weak {
        Weak::TooShort => w.pass_phrase_too_short(i32::try_from(SHORTEST).unwrap_or_default()),
        Weak::TooLong => w.pass_phrase_too_long(),
        Weak::TooPlain => w.pass_phrase_too_plain(),
        Weak::Known => w.pass_phrase_known(),
        Weak::Nearby => w.pass_phrase_nearby(),
    }
}

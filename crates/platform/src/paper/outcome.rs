//! What a call comes to, on every sheet that is telephoned from.

use kernel::Lang;
use serde::Serialize;

use crate::words::words;

/// Boxes to tick, and room to write.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    pub title: String,
    pub boxes: [String; 4],
    pub notes: String,
}

impl Outcome {
    pub fn of_call(lang: Lang) -> Outcome {
        let w = words(lang);
        Outcome {
            title: w.paper_call(),
            boxes: [w.paper_call_reached(), w.paper_call_nobody(), w.paper_call_back(), w.paper_call_wrong()],
            notes: w.paper_call_notes(),
        }
    }
}

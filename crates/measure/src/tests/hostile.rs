//! Files changed at random: read or refused, never worse, and what is read scores within what it says.

use proptest::prelude::*;

use super::answers;
use crate::fhir::{Authored, answers_of, authored_on, response};
use crate::{FRAMES, Instrument, library, ucla3};

fn file(nth: usize) -> String {
    const FILES: [&str; 3] = [
        include_str!("../../instruments/epices.toml"),
        include_str!("../../instruments/djg6.toml"),
        include_str!("../../instruments/phq9.toml"),
    ];
    let frames = FRAMES.map(|frame| frame.toml.replace("= \"\"", "= \"?\""));
    FILES.map(str::to_owned).into_iter().chain(frames).nth(nth).unwrap()
}

/// Some bytes replaced by others, from a place on.
fn changed(text: &str, place: usize, bytes: &[u8]) -> String {
    let mut whole = text.as_bytes().to_vec();
    let start = place % whole.len();
    let end = whole.len().min(start + bytes.len());
    whole.splice(start..end, bytes.iter().copied());
    String::from_utf8_lossy(&whole).into_owned()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_changed_instrument_is_refused_or_scores_within_what_it_says(
        nth in 0_usize..6, place in any::<usize>(), bytes in "[0-9\\-\"=\\[\\]{}a-zé. ]{1,6}",
    ) {
        let Ok(instrument) = Instrument::parse(&changed(&file(nth), place, bytes.as_bytes())) else {
            return Ok(());
        };
        for end in [0, usize::MAX] {
            let chosen = instrument.items.iter().map(|item| {
                let choices = instrument.choices(item);
                choices[end.min(choices.len() - 1)].value
            });
            if let Ok(score) = instrument.score(&answers(&instrument, &chosen.collect::<Vec<_>>())) {
                for reading in score.readings() {
                    prop_assert!((reading.scale.lowest..=reading.scale.highest).contains(&reading.value));
                }
            }
        }
    }

    #[test]
    fn a_changed_response_is_refused_or_answers_what_is_offered(
        place in any::<usize>(), bytes in any::<Vec<u8>>(),
    ) {
        let given = answers(ucla3(), &[3, 2, 1]);
        let authored = Authored { subject: None, on: "2026-03-31" };
        let said = response(ucla3(), (&given, &[].into()), authored, "https://x.example", kernel::Lang::Fr);
        let text = changed(&said.to_string(), place, &bytes);
        let _ = authored_on(&text);
        for instrument in library() {
            if let Ok((answers, _)) = answers_of(instrument, &text) {
                prop_assert!(instrument.check(&answers).is_ok());
            }
        }
    }
}

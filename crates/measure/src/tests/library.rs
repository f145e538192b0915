use kernel::Lang;

use super::answers;
use crate::{
    Audience, FRAMES, Instrument, Licence, credoc_isolation, epices, find, insee_loneliness, library, ucla3,
    usual,
};

const FILES: [&str; 10] = [
    include_str!("../../instruments/ucla3.toml"),
    include_str!("../../instruments/insee_loneliness.toml"),
    include_str!("../../instruments/credoc_isolation.toml"),
    include_str!("../../instruments/epices.toml"),
    include_str!("../../instruments/own_goals.toml"),
    include_str!("../../instruments/ons4.toml"),
    include_str!("../../instruments/insee_isolation.toml"),
    include_str!("../../instruments/phq9.toml"),
    include_str!("../../instruments/gad7.toml"),
    include_str!("../../instruments/djg6.toml"),
];

#[test]
fn every_instrument_that_ships_is_read_and_found_by_its_code() {
    assert_eq!(library().count(), FILES.len());
    for (instrument, file) in library().zip(FILES) {
        assert_eq!(find(&instrument.code).unwrap().title, instrument.title);
        assert_eq!(Instrument::parse(file).unwrap().code, instrument.code);
    }
    assert!(find("swemwbs").is_none());
}

#[test]
fn what_everybody_is_offered_is_free_and_each_says_what_it_does_not_say() {
    for instrument in library() {
        let is_offered = usual().iter().any(|offered| offered.code == instrument.code);
        assert_eq!(instrument.is_usual, is_offered, "{}", instrument.code);
        assert!(!is_offered || instrument.licence == Licence::Free);
        // The text of the others is not ours to hand on.
        assert!(matches!(instrument.licence, Licence::Free | Licence::ResearchOnly));
        assert!(instrument.caveats.iter().any(|caveat| caveat.fr.contains("diagnostic")));
        assert!(instrument.caveats.iter().any(|caveat| caveat.en.contains("diagnosis")));
    }
    for without_grant in [ucla3(), epices()] {
        assert!(without_grant.licence_note.fr.contains("pas trouvé d’autorisation écrite"));
        assert!(without_grant.licence_note.en.contains("no written grant"));
    }
    assert_eq!(epices().audience, Audience::Professionals);
}

#[test]
fn the_country_s_share_is_told_with_its_year() {
    for (instrument, percent, year) in [(insee_loneliness(), 8, 2015), (credoc_isolation(), 14, 2019)] {
        let comparator = instrument.comparator.as_ref().unwrap();
        assert_eq!((comparator.percent, comparator.year), (percent, year));
        for lang in Lang::ALL {
            let says = comparator.says.get(lang);
            assert!(says.contains(&percent.to_string()) && says.contains(&year.to_string()), "{says}");
        }
    }
    assert!(ucla3().comparator.is_none());
}

#[test]
fn a_result_is_explained_in_both_languages() {
    let score = ucla3().score(&answers(ucla3(), &[2, 2, 2])).unwrap();
    let french = score.explain(Lang::Fr);
    assert!(french.says[0].starts_with("Vos réponses donnent 6, sur une échelle qui va de 3"));
    assert!(french.says[0].contains("à 9"));
    assert!(french.says[1].contains("par convention"));
    assert!(french.does_not_say[0].contains("pas un diagnostic"));
    let english = score.explain(Lang::En);
    assert!(english.says[1].contains("by convention"));
    assert_eq!(english.does_not_say.len(), ucla3().caveats.len());
    let isolated = credoc_isolation().score(&answers(credoc_isolation(), &[0; 5])).unwrap();
    assert!(isolated.explain(Lang::En).comparator.unwrap().contains("14%"));
}

#[test]
fn no_placeholder_reaches_a_person() {
    for instrument in library() {
        let lowest: Vec<i64> = instrument
            .items
            .iter()
            .map(|item| instrument.choices(item).iter().map(|choice| choice.value).min().unwrap())
            .collect();
        let score = instrument.score(&answers(instrument, &lowest)).unwrap();
        for lang in Lang::ALL {
            let says = score.explain(lang).says.join(" ");
            assert!(!says.contains(['{', '}']), "{says}");
            assert!(score.readings().all(|reading| says.contains(&reading.value_text(lang))), "{says}");
        }
    }
}

fn all_files() -> impl Iterator<Item = &'static str> {
    FILES.into_iter().chain([include_str!("../../change_notes.toml")])
}

fn with_frames() -> impl Iterator<Item = &'static str> {
    all_files().chain(FRAMES.iter().map(|frame| frame.toml))
}

/// What stands between quotes after `fr =` or `en =`.
fn texts(file: &str, lang: Lang) -> impl Iterator<Item = &str> {
    let opening = format!("{} = \"", lang.code());
    let starts: Vec<usize> = file.match_indices(&opening).map(|(at, found)| at + found.len()).collect();
    starts.into_iter().filter_map(|start| file[start..].split('"').next())
}

#[test]
fn french_texts_keep_french_typography() {
    for text in with_frames().flat_map(|file| texts(file, Lang::Fr)) {
        assert!(!text.contains('\''), "straight apostrophe: {text}");
        for mark in [" :", " ;", " !", " ?", " »", "« ", " %"] {
            assert!(!text.contains(mark), "breaking space: {text}");
        }
        for mark in [":", ";", "!", "?", "»"] {
            for (at, _) in text.match_indices(mark) {
                assert!(text[..at].ends_with('\u{a0}'), "no space before « {mark} »: {text}");
            }
        }
        let words = text.to_lowercase();
        assert!(!words.split(' ').any(|word| matches!(word, "tu" | "ton" | "tes" | "toi")), "{text}");
    }
}

#[test]
fn english_texts_keep_english_typography() {
    for text in with_frames().flat_map(|file| texts(file, Lang::En)) {
        assert!(!text.contains(['\'', '«', '»', '\u{a0}']), "{text}");
    }
}

#[test]
fn no_text_is_left_blank() {
    for file in all_files() {
        assert!(Lang::ALL.into_iter().all(|lang| texts(file, lang).all(|text| !text.trim().is_empty())));
    }
}

//! What was chosen, said above the list, each with a link to the same question without it.

use kernel::Lang;
use platform::web::dates;

use super::form::FinderForm;
use crate::vocabulary::{Coded, Format, Lever, Public, ThemeWish};
use crate::words::words;

/// One answer of the form, in words.
pub(super) struct Chip {
    pub(super) label: String,
    /// The same question without it.
    pub(super) href: String,
}

/// What is asked besides words, place and distance, which the form shows unfolded.
pub(super) fn chosen(form: &FinderForm, path: &str, lang: Lang) -> Vec<Chip> {
    let single = [
        ("levier", &form.levier, Lever::from_code(&form.levier).map(|lever| lever.wish(lang))),
        ("theme", &form.theme, ThemeWish::from_code(&form.theme).map(|wish| wish.label(lang).to_owned())),
        ("public", &form.public, Public::from_code(&form.public).map(|public| public.label(lang))),
        ("forme", &form.forme, Format::from_code(&form.forme).map(|format| format.label(lang))),
        ("jour", &form.jour, form.day().map(|day| dates::weekday(day, lang).to_owned())),
        ("moment", &form.moment, form.part().map(|part| part.label(lang))),
        ("age", &form.age, form.age().map(|age| words(lang).finder_years(age))),
        ("langue", &form.langue, form.language().map(|language| language.label(lang))),
    ];
    let chip = |name: &str, value: &str, label: String| Chip {
        label: capitalised(&label),
        href: form.address_without(path, name, value),
    };
    let single =
        single.into_iter().filter_map(|(name, value, label)| label.map(|label| chip(name, value, label)));
    let boxes = form.wanted().map(|wanted| chip("avec", wanted.code(), wanted.label(lang)));
    single.chain(boxes).collect()
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

//! Cutting a text into the words it can be found by.

use kernel::text::fold;
use rust_stemmers::{Algorithm, Stemmer};

/// Letters beyond which a word is cut: no French word is longer.
const LONGEST: usize = 32;
/// Letters a stem has at least.
const SHORTEST: usize = 4;

/// The telling words of a text, in order, without accent or case.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for_each_word(text, |word| words.push(word.to_owned()));
    words
}

/// The same one by one, for those who read many.
pub(crate) fn for_each_word(text: &str, mut read: impl FnMut(&str)) {
    let folded = fold(text);
    folded
        .split(' ')
        .filter(|word| !word.is_empty() && !is_small(word))
        .for_each(|word| read(shortened(word)));
}

/// A word without its ending, by Porter's rules for French: « ateliers » as « atelier ».
/// Source: <https://snowballstem.org/algorithms/french/stemmer.html>.
pub(crate) fn stem(word: &str) -> String {
    let stem = Stemmer::create(Algorithm::French).stem(word);
    // Those rules take « repas » for a verb: what leaves so little says too little.
    if stem.len() < SHORTEST {
        return singular(word).to_owned();
    }
    // They keep the plural of « bijoux », and know « isolée » by its accent only.
    let bare = singular(&stem);
    let bare = if bare.len() > SHORTEST { bare.strip_suffix('e').unwrap_or(bare) } else { bare };
    bare.to_owned()
}

fn singular(word: &str) -> &str {
    if word.len() > 3 { word.strip_suffix(['s', 'x']).unwrap_or(word) } else { word }
}

fn shortened(word: &str) -> &str {
    let cut = word.char_indices().nth(LONGEST).map_or(word.len(), |(end, _)| end);
    word.get(..cut).unwrap_or(word)
}

/// Words that say nothing of what is looked for, elided ones included: little ones, and those people
/// begin a question with.
fn is_small(word: &str) -> bool {
    const SMALL: [&str; 77] = [
        "a",
        "ai",
        "aimerais",
        "au",
        "aux",
        "avec",
        "c",
        "ce",
        "ces",
        "cherche",
        "cherchons",
        "chez",
        "comme",
        "d",
        "dans",
        "de",
        "des",
        "du",
        "elle",
        "elles",
        "en",
        "est",
        "et",
        "eux",
        "ici",
        "il",
        "ils",
        "j",
        "je",
        "l",
        "la",
        "le",
        "les",
        "leur",
        "leurs",
        "lui",
        "m",
        "ma",
        "me",
        "mes",
        "moi",
        "mon",
        "n",
        "nos",
        "notre",
        "nous",
        "on",
        "ou",
        "par",
        "pas",
        "pour",
        "pres",
        "qu",
        "que",
        "quelqu",
        "quelque",
        "quelques",
        "qui",
        "s",
        "sa",
        "se",
        "ses",
        "son",
        "souhaite",
        "sur",
        "te",
        "toi",
        "ton",
        "tu",
        "un",
        "une",
        "veux",
        "vos",
        "votre",
        "voudrais",
        "vous",
        "y",
    ];
    SMALL.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_elisions_accents_and_hyphens_are_forgotten() {
        assert_eq!(words("L’atelier d’Écriture, de l’après-midi"), ["atelier", "ecriture", "apres", "midi"]);
        assert_eq!(words(" de la  les "), Vec::<String>::new());
        assert_eq!(words("Je cherche un atelier près de chez moi"), ["atelier"]);
        assert_eq!(words("parler à quelqu’un"), ["parler"]);
    }

    #[test]
    fn a_word_and_its_plural_or_feminine_have_one_stem() {
        for (one, other) in [
            ("atelier", "ateliers"),
            ("jeu", "jeux"),
            ("voisin", "voisine"),
            ("isole", "isolee"),
            ("bijou", "bijoux"),
            ("repas", "repas"),
        ] {
            assert_eq!(stem(one), stem(other));
        }
        assert_ne!(stem("jardin"), stem("jardinier"));
        assert_ne!(stem("repas"), stem("repit"));
    }

    #[test]
    fn a_word_without_end_is_cut() {
        assert_eq!(words(&"a".repeat(10_000)), ["a".repeat(LONGEST)]);
    }

    #[test]
    fn every_small_word_is_known_as_one() {
        assert!(["a", "leur", "le", "son", "une"].into_iter().all(is_small) && !is_small("chant"));
    }
}

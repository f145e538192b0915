//! What a resource is about: data·inclusion's themes (`thematiques`), grouped in categories.

use kernel::Lang;

use super::Coded;
use super::coded::listed;
use super::theme_list::{CATEGORIES, Listed, THEMES};

listed! {
    /// One theme, `category--theme`: `remobilisation--lien-social`.
    Theme in THEMES
}

listed! {
    /// A family of themes: `remobilisation`.
    Category in CATEGORIES
}

impl Theme {
    pub fn category(self) -> Category {
        let family = self.code().split_once("--").map_or(self.code(), |(family, _)| family);
        // Every theme's family is a category: a test holds it.
        Category(family)
    }

    /// « Lien social ».
    pub fn label(self, lang: Lang) -> &'static str {
        label(&THEMES, self.code(), lang)
    }
}

impl Category {
    pub fn label(self, lang: Lang) -> &'static str {
        label(&CATEGORIES, self.code(), lang)
    }

    pub fn themes(self) -> impl Iterator<Item = Theme> {
        Theme::all().filter(move |theme| theme.category() == self)
    }
}

fn label(list: &[Listed], code: &'static str, lang: Lang) -> &'static str {
    list.iter().find(|(listed, ..)| *listed == code).map_or(code, |(_, fr, en)| match lang {
        Lang::Fr => fr,
        Lang::En => en,
    })
}

/// What somebody looks for: one theme, or every theme of a family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThemeWish {
    Theme(Theme),
    Category(Category),
}

impl ThemeWish {
    pub fn from_code(code: &str) -> Option<ThemeWish> {
        Theme::from_code(code).map(Self::Theme).or_else(|| Category::from_code(code).map(Self::Category))
    }

    pub fn code(self) -> &'static str {
        match self {
            ThemeWish::Theme(theme) => theme.code(),
            ThemeWish::Category(category) => category.code(),
        }
    }

    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            ThemeWish::Theme(theme) => theme.label(lang),
            ThemeWish::Category(category) => category.label(lang),
        }
    }

    pub fn includes(self, theme: Theme) -> bool {
        match self {
            ThemeWish::Theme(wished) => wished == theme,
            ThemeWish::Category(wished) => wished == theme.category(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_belongs_to_a_known_category() {
        for theme in Theme::all() {
            assert_eq!(Category::from_code(theme.category().code()), Some(theme.category()), "{theme:?}");
        }
    }

    #[test]
    fn themes_and_categories_are_named_in_both_languages() {
        let named = |lang| {
            Theme::all()
                .map(|theme| theme.label(lang))
                .chain(Category::all().map(|c| c.label(lang)))
                .collect::<Vec<_>>()
        };
        assert_eq!(named(Lang::Fr).len(), 69 + 16);
        assert!(
            Lang::ALL.into_iter().flat_map(named).all(|label| !label.is_empty() && !label.contains("--"))
        );
        assert_eq!(Category::from_code("remobilisation").unwrap().themes().count(), 4);
    }

    #[test]
    fn a_category_wishes_for_all_its_themes() {
        let wish = ThemeWish::from_code("remobilisation").unwrap();
        assert!(wish.includes(Theme::from_code("remobilisation--lien-social").unwrap()));
        assert!(!wish.includes(Theme::from_code("famille--soutien-aidants").unwrap()));
        assert_eq!(ThemeWish::from_code("lien-social"), None);
    }

    #[test]
    fn a_theme_reads_back_from_json_and_an_unknown_one_does_not() {
        let theme: Theme = serde_json::from_str("\"sante--sante-mentale\"").unwrap();
        assert_eq!(serde_json::to_string(&theme).unwrap(), "\"sante--sante-mentale\"");
        assert!(serde_json::from_str::<Theme>("\"sante\"").is_err());
    }
}

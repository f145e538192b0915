//! The two languages every page, letter and message exists in.

/// French is the source; English is complete.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    #[default]
    Fr,
    En,
}

impl Lang {
    pub const ALL: [Lang; 2] = [Lang::Fr, Lang::En];

    /// BCP 47 code, as written in `<html lang>` and in the language cookie.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Fr => "fr",
            Lang::En => "en",
        }
    }

    pub fn from_code(code: &str) -> Option<Lang> {
        match code {
            "fr" => Some(Lang::Fr),
            "en" => Some(Lang::En),
            _ => None,
        }
    }

    /// The best of ours for an `Accept-Language` header (RFC 9110, section 12.5.4).
    /// Among equal weights the first named wins; French when none of ours is wanted.
    pub fn negotiate(accept_language: &str) -> Lang {
        let mut best = (0.0_f32, Lang::Fr);
        for entry in accept_language.split(',') {
            let mut parts = entry.trim().split(';');
            let tag = parts.next().unwrap_or_default();
            let primary = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
            let weight = parts
                .find_map(|part| part.trim().strip_prefix("q="))
                .map_or(1.0, |q| q.parse::<f32>().unwrap_or(0.0));
            if let Some(lang) = Lang::from_code(&primary)
                && weight > best.0
            {
                best = (weight, lang);
            }
        }
        best.1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_s_first_wish_among_ours_is_followed() {
        assert_eq!(Lang::negotiate("de,en-GB;q=0.8,fr;q=0.7"), Lang::En);
        assert_eq!(Lang::negotiate("fr-FR,fr;q=0.9,en;q=0.8"), Lang::Fr);
    }

    #[test]
    fn french_is_spoken_when_nothing_fits() {
        assert_eq!(Lang::negotiate(""), Lang::Fr);
        assert_eq!(Lang::negotiate("de, en;q=0"), Lang::Fr);
    }
}

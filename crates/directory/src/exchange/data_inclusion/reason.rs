use std::borrow::Cow;

use kernel::Lang;

/// One thing wrong with a row. Field names are the schema's, since the reader mends that file.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// Over 1 MiB.
    LineTooLong,
    NotUtf8,
    /// Where JSON stopped making sense, in bytes from 1.
    NotJson {
        column: usize,
    },
    NotAnObject,
    Missing {
        field: &'static str,
    },
    WrongType {
        field: &'static str,
        expected: Expected,
    },
    /// Bounds in characters.
    TooShort {
        field: &'static str,
        least: usize,
    },
    TooLong {
        field: &'static str,
        most: usize,
        found: usize,
    },
    NullCharacter {
        field: &'static str,
    },
    NotADate {
        field: &'static str,
        found: String,
    },
    BeforeThisCentury {
        field: &'static str,
    },
    InTheFuture {
        field: &'static str,
    },
    Unknown {
        field: &'static str,
        found: String,
        nearest: Option<&'static str>,
    },
    EveryoneIsNotAlone,
    EmptyList {
        field: &'static str,
    },
    BadCode {
        field: &'static str,
        found: String,
        expected: Expected,
    },
    NotAnAddress {
        field: &'static str,
    },
    NotALink {
        field: &'static str,
    },
    TooSmall {
        field: &'static str,
        least: u32,
    },
    /// What our own files add, written otherwise.
    NotOurs {
        field: &'static str,
        fault: String,
    },
    /// The same identifier came earlier in the file.
    Repeated {
        first_line: u64,
    },
    /// A service whose structure is neither in the file nor in the directory.
    NoSuchStructure {
        id: String,
    },
}

/// What a field should have held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Text,
    Number,
    WholeNumber,
    List,
    Object,
    Identifier,
    /// As many digits.
    Digits(usize),
    CommuneCode,
    Zone,
}

/// Something odd that does not refuse the row.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// The schema's own warning.
    NameEndsWithFullStop,
    /// Has the shape of a commune's code and is none: kept without a commune.
    UnknownCommune {
        code: String,
        /// The commune its name is of, if there is one: « Bron (69029) ».
        named: Option<String>,
    },
    /// Coordinates beyond 30 km from their commune: shown, never measured from.
    FarFromCommune { km: f64 },
    /// No commune is said, and the coordinates lie in no part of France.
    OutsideFrance,
    /// The same, and each in the other's place they would be right.
    Swapped,
    /// A latitude or longitude outside the globe: dropped.
    OffTheGlobe,
}

impl Reason {
    /// One line in plain words, without a final full stop.
    pub fn say(&self, lang: Lang) -> String {
        match lang {
            Lang::Fr => self.in_french(),
            Lang::En => self.in_english(),
        }
    }

    fn in_french(&self) -> String {
        match self {
            Reason::LineTooLong => "ligne de plus de 1\u{a0}Mio".to_owned(),
            Reason::NotUtf8 => "caractères illisibles (le fichier doit être en UTF-8)".to_owned(),
            Reason::NotJson { column } => format!("JSON illisible à partir du caractère {column}"),
            Reason::NotAnObject => "la ligne n’est pas un objet JSON".to_owned(),
            Reason::Missing { field } => format!("{field}\u{a0}: obligatoire et absent"),
            Reason::WrongType { field, expected } => {
                format!("{field}\u{a0}: {} attendu", expected.in_french())
            }
            Reason::TooShort { field, least } => format!("{field}\u{a0}: au moins {least} caractères"),
            Reason::TooLong { field, most, found } => {
                format!("{field}\u{a0}: {found} caractères, au plus {most}")
            }
            Reason::NullCharacter { field } => format!("{field}\u{a0}: caractère nul interdit"),
            Reason::NotADate { field, found } => {
                format!("{field}\u{a0}: «\u{a0}{}\u{a0}» n’est pas une date AAAA-MM-JJ", short(found))
            }
            Reason::BeforeThisCentury { field } => format!("{field}\u{a0}: date d’avant l’an 2000"),
            Reason::InTheFuture { field } => format!("{field}\u{a0}: date à venir"),
            Reason::Unknown { field, found, nearest } => {
                let guess =
                    nearest.map(|code| format!(" (peut-être «\u{a0}{code}\u{a0}»)")).unwrap_or_default();
                format!("{field}\u{a0}: valeur inconnue «\u{a0}{}\u{a0}»{guess}", short(found))
            }
            Reason::EveryoneIsNotAlone => {
                "publics\u{a0}: «\u{a0}tous-publics\u{a0}» ne va avec aucune autre valeur".to_owned()
            }
            Reason::EmptyList { field } => format!("{field}\u{a0}: liste vide"),
            Reason::BadCode { field, found, expected } => {
                format!("{field}\u{a0}: «\u{a0}{}\u{a0}» au lieu de {}", short(found), expected.in_french())
            }
            Reason::NotAnAddress { field } => format!("{field}\u{a0}: adresse électronique mal formée"),
            Reason::NotALink { field } => format!("{field}\u{a0}: adresse web mal formée (http ou https)"),
            Reason::TooSmall { field, least } => format!("{field}\u{a0}: au moins {least}"),
            Reason::NotOurs { field, fault } => format!("{field}\u{a0}: illisible, {}", short(fault)),
            Reason::Repeated { first_line } => format!("id déjà lu à la ligne {first_line}"),
            Reason::NoSuchStructure { id } => {
                format!("structure_id\u{a0}: aucune structure «\u{a0}{}\u{a0}»", short(id))
            }
        }
    }

    fn in_english(&self) -> String {
        match self {
            Reason::LineTooLong => "line over 1 MiB".to_owned(),
            Reason::NotUtf8 => "unreadable characters (the file must be UTF-8)".to_owned(),
            Reason::NotJson { column } => format!("unreadable JSON from character {column}"),
            Reason::NotAnObject => "the line is not a JSON object".to_owned(),
            Reason::Missing { field } => format!("{field}: required and missing"),
            Reason::WrongType { field, expected } => format!("{field}: {} expected", expected.in_english()),
            Reason::TooShort { field, least } => format!("{field}: at least {least} characters"),
            Reason::TooLong { field, most, found } => format!("{field}: {found} characters, at most {most}"),
            Reason::NullCharacter { field } => format!("{field}: null character refused"),
            Reason::NotADate { field, found } => {
                format!("{field}: “{}” is not a YYYY-MM-DD date", short(found))
            }
            Reason::BeforeThisCentury { field } => format!("{field}: date before the year 2000"),
            Reason::InTheFuture { field } => format!("{field}: date to come"),
            Reason::Unknown { field, found, nearest } => {
                let guess = nearest.map(|code| format!(" (perhaps “{code}”)")).unwrap_or_default();
                format!("{field}: unknown value “{}”{guess}", short(found))
            }
            Reason::EveryoneIsNotAlone => "publics: “tous-publics” goes with no other value".to_owned(),
            Reason::EmptyList { field } => format!("{field}: empty list"),
            Reason::BadCode { field, found, expected } => {
                format!("{field}: “{}” instead of {}", short(found), expected.in_english())
            }
            Reason::NotAnAddress { field } => format!("{field}: malformed e-mail address"),
            Reason::NotALink { field } => format!("{field}: malformed web address (http or https)"),
            Reason::TooSmall { field, least } => format!("{field}: at least {least}"),
            Reason::NotOurs { field, fault } => format!("{field}: unreadable, {}", short(fault)),
            Reason::Repeated { first_line } => format!("id already read at line {first_line}"),
            Reason::NoSuchStructure { id } => format!("structure_id: no structure “{}”", short(id)),
        }
    }
}

impl Expected {
    fn in_french(self) -> Cow<'static, str> {
        match self {
            Expected::Text => "texte".into(),
            Expected::Number => "nombre".into(),
            Expected::WholeNumber => "nombre entier".into(),
            Expected::List => "texte en liste".into(),
            Expected::Object => "objet JSON".into(),
            Expected::Identifier => "identifiant de 1 à 300 octets, sans caractère de contrôle".into(),
            Expected::Digits(count) => format!("{count} chiffres").into(),
            Expected::CommuneCode => "5 lettres ou chiffres".into(),
            Expected::Zone => {
                "code de commune, de département, d’EPCI, de pays, ou «\u{a0}france\u{a0}»".into()
            }
        }
    }

    fn in_english(self) -> Cow<'static, str> {
        match self {
            Expected::Text => "text".into(),
            Expected::Number => "a number".into(),
            Expected::WholeNumber => "a whole number".into(),
            Expected::List => "a list of texts".into(),
            Expected::Object => "a JSON object".into(),
            Expected::Identifier => "an identifier of 1 to 300 bytes without control characters".into(),
            Expected::Digits(count) => format!("{count} digits").into(),
            Expected::CommuneCode => "5 letters or digits".into(),
            Expected::Zone => "a code of commune, département, EPCI or country, or “france”".into(),
        }
    }
}

impl Notice {
    pub fn say(&self, lang: Lang) -> String {
        match (self, lang) {
            (Notice::NameEndsWithFullStop, Lang::Fr) => "nom\u{a0}: finit par un point".to_owned(),
            (Notice::NameEndsWithFullStop, Lang::En) => "nom: ends with a full stop".to_owned(),
            (Notice::UnknownCommune { code, named }, Lang::Fr) => {
                let guess =
                    named.as_ref().map(|named| format!("\u{a0}; peut-être {named}")).unwrap_or_default();
                format!(
                    "code_insee\u{a0}: aucune commune ne porte le code «\u{a0}{}\u{a0}»{guess}",
                    short(code)
                )
            }
            (Notice::UnknownCommune { code, named }, Lang::En) => {
                let guess = named.as_ref().map(|named| format!("; perhaps {named}")).unwrap_or_default();
                format!("code_insee: no commune has the code “{}”{guess}", short(code))
            }
            (Notice::Swapped, Lang::Fr) => {
                "latitude et longitude échangées\u{a0}: non utilisées pour les distances".to_owned()
            }
            (Notice::Swapped, Lang::En) => {
                "latitude and longitude in each other’s place: not used for distances".to_owned()
            }
            (Notice::FarFromCommune { km }, Lang::Fr) => {
                format!("coordonnées à {km:.0}\u{a0}km de la commune\u{a0}: non utilisées pour les distances")
            }
            (Notice::FarFromCommune { km }, Lang::En) => {
                format!("coordinates {km:.0} km from the commune: not used for distances")
            }
            (Notice::OutsideFrance, Lang::Fr) => {
                "coordonnées hors de France\u{a0}: non utilisées pour les distances".to_owned()
            }
            (Notice::OutsideFrance, Lang::En) => {
                "coordinates outside France: not used for distances".to_owned()
            }
            (Notice::OffTheGlobe, Lang::Fr) => "coordonnées impossibles\u{a0}: ignorées".to_owned(),
            (Notice::OffTheGlobe, Lang::En) => "impossible coordinates: ignored".to_owned(),
        }
    }
}

/// A quoted value short enough for a line, without what could disturb a terminal.
fn short(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut kept: String = text.chars().filter(|c| !c.is_control()).take(LONGEST).collect();
    if text.chars().nth(LONGEST).is_some() {
        kept.push('…');
    }
    kept
}

//! What is said of a column.

use kernel::Lang;
use kernel::coded::Coded;
use measure::{Instrument, Licence};
use serde::Serialize;

use super::Column;
use crate::person::Civility;
use crate::study::labels;
use crate::study::model::Protocol;
use crate::study::rules::calendar::Standing;
use crate::words::{Words, words};
use measure::anonymity::{AGES, QUASI, WIDE_AGES};

/// A text in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(in crate::study) struct Both {
    pub(in crate::study) fr: String,
    pub(in crate::study) en: String,
}

kernel::coded! {
    /// What kind of value stands in a cell.
    Kind {
        Code = "code",
        Integer = "integer",
        Decimal = "decimal",
        Text = "text",
    }
}

/// One variable, as the dictionary says it.
#[derive(Clone, Debug, Serialize)]
pub(in crate::study) struct Variable {
    pub(in crate::study) name: String,
    pub(in crate::study) label: Both,
    pub(in crate::study) kind: Kind,
    pub(in crate::study) unit: Option<Both>,
    /// Smallest and largest, of a number.
    pub(in crate::study) range: Option<(String, String)>,
    pub(in crate::study) values: Vec<Value>,
    pub(in crate::study) instrument: Option<Source>,
    /// Codes of the time points it is asked at; all of them where empty.
    pub(in crate::study) points: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
pub(in crate::study) struct Value {
    pub(in crate::study) value: String,
    pub(in crate::study) label: Both,
}

/// Where a question comes from.
#[derive(Clone, Debug, Serialize)]
pub(in crate::study) struct Source {
    pub(in crate::study) code: String,
    pub(in crate::study) title: Both,
    pub(in crate::study) version: String,
    pub(in crate::study) licence: &'static str,
    pub(in crate::study) citation: String,
}

/// A message, in whichever language.
type Says = fn(&Words) -> String;

/// What stands where there is no answer, in any column.
pub(in crate::study) const MISSING: [(&str, Says); 3] = [
    ("NA", Words::study_missing_answer),
    ("NV", Words::study_missing_visit),
    ("*", Words::study_missing_masked),
];

impl Both {
    pub(in crate::study) fn of(say: impl Fn(&'static Words) -> String) -> Both {
        Both { fr: say(words(Lang::Fr)), en: say(words(Lang::En)) }
    }

    fn measured(words: &measure::Words) -> Both {
        Both { fr: words.get(Lang::Fr).to_owned(), en: words.get(Lang::En).to_owned() }
    }

    fn same(text: &str) -> Both {
        Both { fr: text.to_owned(), en: text.to_owned() }
    }

    pub(in crate::study) fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Fr => &self.fr,
            Lang::En => &self.en,
        }
    }
}

pub(in crate::study) fn of_column(
    column: Column,
    protocol: &Protocol,
    sites: &[(String, String)],
) -> Variable {
    let plain = |kind, label| Variable {
        name: column.name(),
        label,
        kind,
        unit: None,
        range: None,
        values: Vec::new(),
        instrument: column.instrument().map(source),
        points: Vec::new(),
    };
    let points = || protocol.points.iter().map(crate::study::model::Point::code).collect();
    match column {
        Column::Person => plain(Kind::Code, Both::of(Words::study_variable_person)),
        Column::Quasi(place) => {
            Variable { values: known(place, protocol, sites), ..plain(Kind::Code, quasi(place)) }
        }
        Column::Point => Variable {
            values: protocol
                .points
                .iter()
                .map(|point| value(&point.code(), Both::of(|w| labels::point(point, w))))
                .collect(),
            ..plain(Kind::Code, Both::of(Words::study_variable_point))
        },
        Column::Standing => Variable {
            values: Standing::all()
                .map(|one| value(one.code(), Both::of(|w| labels::standing(one, w))))
                .collect(),
            ..plain(Kind::Code, Both::of(Words::study_variable_status))
        },
        Column::Days => Variable {
            unit: Some(Both::of(Words::study_unit_days)),
            ..plain(Kind::Integer, Both::of(Words::study_variable_days))
        },
        Column::Version(_) => plain(Kind::Text, Both::of(Words::study_variable_version)),
        Column::Answer(instrument, item) => {
            let choices = instrument.choices(item).iter();
            let values =
                choices.map(|one| value(&one.value.to_string(), Both::measured(&one.label))).collect();
            Variable { values, points: points(), ..plain(Kind::Integer, Both::measured(&item.text)) }
        }
        Column::Score(_, scale) => Variable {
            unit: Some(Both::of(Words::study_unit_points)),
            range: Some((decimal(scale.lowest, scale.decimals), decimal(scale.highest, scale.decimals))),
            points: points(),
            ..plain(
                if scale.decimals == 0 { Kind::Integer } else { Kind::Decimal },
                Both::measured(&scale.title),
            )
        },
    }
}

/// « 75.14 » from 7514 hundredths: a point, whatever the language.
pub(in crate::study) fn decimal(value: i64, decimals: u32) -> String {
    let width = usize::try_from(decimals).unwrap_or_default();
    if width == 0 {
        return value.to_string();
    }
    let sign = if value < 0 { "-" } else { "" };
    let digits = format!("{:0>least$}", value.unsigned_abs(), least = width.saturating_add(1));
    let (whole, part) = digits.split_at(digits.len().saturating_sub(width));
    format!("{sign}{whole}.{part}")
}

fn value(value: &str, label: Both) -> Value {
    Value { value: value.to_owned(), label }
}

fn quasi(place: usize) -> Both {
    Both::of(match QUASI.get(place).copied() {
        Some("age") => Words::study_variable_age,
        Some("civility") => Words::study_variable_civility,
        Some("department") => Words::study_variable_department,
        Some("site") => Words::study_variable_site,
        _ => Words::study_variable_arm,
    })
}

/// What may stand there before anything is masked.
fn known(place: usize, protocol: &Protocol, sites: &[(String, String)]) -> Vec<Value> {
    match QUASI.get(place).copied() {
        Some("age") => {
            AGES.iter().chain(&WIDE_AGES).map(|(_, class)| value(class, Both::same(class))).collect()
        }
        Some("civility") => {
            Civility::all().map(|one| value(one.code(), Both::same(one.abbreviated()))).collect()
        }
        Some("site") => sites.iter().map(|(code, name)| value(code, Both::same(name))).collect(),
        Some("arm") => protocol.arms().iter().map(|arm| value(&arm.code, Both::same(&arm.name))).collect(),
        _ => Vec::new(),
    }
}

fn source(instrument: &'static Instrument) -> Source {
    Source {
        code: instrument.code.clone(),
        title: Both::measured(&instrument.title),
        version: instrument.version.clone(),
        licence: match instrument.licence {
            Licence::Free => "libre",
            Licence::ResearchOnly => "recherche",
            Licence::SeparatePack => "pack",
            Licence::EngineOnly => "enregistrement",
        },
        citation: instrument.source.citation.clone(),
    }
}

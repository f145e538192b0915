//! The dictionary as a table.

use kernel::coded::Coded;

use super::{MISSING, Variable};
use crate::words::words;
use kernel::Lang;

/// Names of its columns.
pub(in crate::study) fn titles() -> Vec<String> {
    let titles = [
        "variable",
        "label_fr",
        "label_en",
        "type",
        "unit_fr",
        "unit_en",
        "range",
        "values_fr",
        "values_en",
        "missing",
        "instrument",
        "instrument_version",
        "licence",
        "source",
        "points",
    ];
    titles.into_iter().map(str::to_owned).collect()
}

/// One variable as a row of it.
pub(in crate::study) fn row_of(variable: &Variable) -> Vec<String> {
    let values = |lang| {
        let one = |value: &super::variable::Value| format!("{} = {}", value.value, value.label.get(lang));
        variable.values.iter().map(one).collect::<Vec<_>>().join(" | ")
    };
    let unit = |lang| variable.unit.as_ref().map(|unit| unit.get(lang).to_owned()).unwrap_or_default();
    let source = variable.instrument.as_ref();
    let missing = MISSING.map(|(code, says)| format!("{code} = {}", says(words(Lang::Fr))));
    vec![
        variable.name.clone(),
        variable.label.fr.clone(),
        variable.label.en.clone(),
        variable.kind.code().to_owned(),
        unit(Lang::Fr),
        unit(Lang::En),
        variable.range.as_ref().map(|(low, high)| format!("{low} ≤ x ≤ {high}")).unwrap_or_default(),
        values(Lang::Fr),
        values(Lang::En),
        missing.join(" | "),
        source.map(|source| source.title.fr.clone()).unwrap_or_default(),
        source.map(|source| source.version.clone()).unwrap_or_default(),
        source.map(|source| source.licence.to_owned()).unwrap_or_default(),
        source.map(|source| source.citation.clone()).unwrap_or_default(),
        variable.points.join(" "),
    ]
}

use std::collections::HashMap;
use std::sync::LazyLock;

use kernel::Lang;
use serde::Deserialize;

use super::Topic;

/// A topic and what it is called.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LabelledTopic {
    pub code: Topic,
    fr: String,
    en: String,
}

impl LabelledTopic {
    pub fn label(&self, lang: Lang) -> &str {
        match lang {
            Lang::Fr => &self.fr,
            Lang::En => &self.en,
        }
    }
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    topic: Vec<LabelledTopic>,
}

static TOPICS: LazyLock<Vec<LabelledTopic>> = LazyLock::new(|| {
    let file: Result<File, _> = toml::from_str(include_str!("../../../../data/demo/topics.toml"));
    // A damaged file is an empty list, which the demo's tests would show.
    file.unwrap_or_default().topic
});

static BY_CODE: LazyLock<HashMap<&'static str, &'static LabelledTopic>> =
    LazyLock::new(|| TOPICS.iter().map(|topic| (topic.code.as_str(), topic)).collect());

/// The list of interests resources and wishes are described with.
pub fn topics() -> &'static [LabelledTopic] {
    &TOPICS
}

impl Topic {
    /// « jardinage »; the bare slug for a topic that left the list.
    pub fn label(&self, lang: Lang) -> &str {
        BY_CODE.get(self.as_str()).map_or(self.as_str(), |topic| topic.label(lang))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn topics_have_a_name_in_both_languages_and_an_unknown_one_says_its_slug() {
        assert!(topics().len() >= 40);
        assert_eq!(Topic::parse("chant").unwrap().label(Lang::En), "singing");
        assert_eq!(Topic::parse("echecs-du-mardi").unwrap().label(Lang::Fr), "echecs-du-mardi");
    }
}

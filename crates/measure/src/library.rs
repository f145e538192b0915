//! The instruments that ship, read once.

use std::sync::LazyLock;

use crate::instrument::Instrument;

static UCLA3: LazyLock<Instrument> = LazyLock::new(|| read(include_str!("../instruments/ucla3.toml")));
static INSEE: LazyLock<Instrument> =
    LazyLock::new(|| read(include_str!("../instruments/insee_loneliness.toml")));
static CREDOC: LazyLock<Instrument> =
    LazyLock::new(|| read(include_str!("../instruments/credoc_isolation.toml")));
static EPICES: LazyLock<Instrument> = LazyLock::new(|| read(include_str!("../instruments/epices.toml")));
static OWN_GOALS: LazyLock<Instrument> =
    LazyLock::new(|| read(include_str!("../instruments/own_goals.toml")));

/// What a team, or a study, may choose besides.
static CHOSEN: LazyLock<[Instrument; 5]> = LazyLock::new(|| {
    [
        include_str!("../instruments/ons4.toml"),
        include_str!("../instruments/insee_isolation.toml"),
        include_str!("../instruments/phq9.toml"),
        include_str!("../instruments/gad7.toml"),
        include_str!("../instruments/djg6.toml"),
    ]
    .map(read)
});

/// Those that every team is offered, in the order to offer.
pub fn usual() -> [&'static Instrument; 5] {
    [ucla3(), insee_loneliness(), credoc_isolation(), epices(), own_goals()]
}

/// All whose text ships, usual or not.
pub fn library() -> impl Iterator<Item = &'static Instrument> {
    usual().into_iter().chain(CHOSEN.iter())
}

/// The one that stored answers name.
pub fn find(code: &str) -> Option<&'static Instrument> {
    library().find(|instrument| instrument.code == code)
}

/// Three-item UCLA loneliness scale.
pub fn ucla3() -> &'static Instrument {
    &UCLA3
}

/// The single question on loneliness of INSEE's survey.
pub fn insee_loneliness() -> &'static Instrument {
    &INSEE
}

/// Relational isolation by five networks, CRÉDOC.
pub fn credoc_isolation() -> &'static Instrument {
    &CREDOC
}

/// Precariousness in eleven questions.
pub fn epices() -> &'static Instrument {
    &EPICES
}

/// One to three goals in the person's words, and their well-being, each from 0 to 10.
pub fn own_goals() -> &'static Instrument {
    &OWN_GOALS
}

#[expect(clippy::expect_used, reason = "the texts are compiled in, and a test reads every one of them")]
fn read(toml: &str) -> Instrument {
    Instrument::parse(toml).expect("an instrument that ships is without a flaw")
}

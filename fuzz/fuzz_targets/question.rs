//! What somebody types in the finder: the index answers as the plain scan does, whatever it is.

#![no_main]

use std::sync::LazyLock;

use directory::exchange::fuzzing;
use directory::finder::{Query, Reference, View};
use libfuzzer_sys::fuzz_target;

static BOTH: LazyLock<(View, Reference)> = LazyLock::new(|| {
    let entries = fuzzing::entries_to_find();
    (View::of(&entries).expect("an index"), Reference::new(entries))
});

fuzz_target!(|text: &str| {
    let query = Query { text: text.to_owned(), ..Query::default() };
    let (view, reference) = &*BOTH;
    assert_eq!(view.find(&query).total, reference.find(&query).total, "{text:?}");
    let _ = directory::gazetteer::Gazetteer::load().resolve(text);
});

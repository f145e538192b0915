//! Opening hours, as directories write them.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Some(schedule) = directory::schedule::Schedule::parse(text) {
        schedule.recurrences();
        schedule.half_days();
    }
});

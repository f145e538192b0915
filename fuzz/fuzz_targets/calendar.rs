//! Calendars (iCalendar).

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    directory::exchange::fuzzing::calendar(bytes);
});

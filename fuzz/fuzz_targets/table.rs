//! Tables of any columns, matched by their titles.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    directory::exchange::fuzzing::table(bytes);
});

//! Files of structures and services: JSON lines and lists, CSV, workbooks, gzip, HSDS.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    directory::exchange::fuzzing::entries(bytes);
});

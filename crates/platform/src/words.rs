//! The frame's own words, French and English, from `words/*/*.ftl`.

include!(concat!(env!("OUT_DIR"), "/words.rs"));

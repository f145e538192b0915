//! The words of care, French and English, from `words/*/*.ftl`.

include!(concat!(env!("OUT_DIR"), "/words.rs"));

//! The words of this context, French and English, from `words/*/*.ftl`.

include!(concat!(env!("OUT_DIR"), "/words.rs"));

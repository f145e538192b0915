//! Frames: how instruments are scored whose questions are not ours to hand on. Whoever may use them fills in
//! the texts and brings the file in ([`Instrument::parse`](crate::Instrument::parse), which refuses one without).

/// A file to fill in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Of the instrument.
    pub code: &'static str,
    pub toml: &'static str,
}

/// Every one there is.
pub const FRAMES: [Frame; 3] = [
    Frame { code: "who5", toml: include_str!("../frames/who5.toml") },
    Frame { code: "lsns6", toml: include_str!("../frames/lsns6.toml") },
    Frame { code: "mini_zarit", toml: include_str!("../frames/mini_zarit.toml") },
];

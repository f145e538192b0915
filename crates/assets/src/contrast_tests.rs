//! The colours of the style sheet, measured as WCAG 2.2 does (1.4.3 text, 1.4.11 controls).

use std::collections::HashMap;

const LIGHT: &str = include_str!("../css/tokens.css");
const DARK: &str = include_str!("../css/dark.css");

const TEXT: f64 = 4.5;
const CONTROL: f64 = 3.0;

const TEXT_PAIRS: [(&str, &str); 19] = [
    ("ink", "paper"),
    ("ink", "sheet"),
    ("ink", "field"),
    ("ink", "gold-wash"),
    ("ink", "green-wash"),
    ("ink", "late-wash"),
    ("ink", "map-land"),
    ("ink-soft", "paper"),
    ("ink-soft", "sheet"),
    ("ink-soft", "field"),
    ("ink-soft", "map-sea"),
    ("green", "paper"),
    ("green", "sheet"),
    ("green", "green-wash"),
    ("green-deep", "paper"),
    ("on-green", "green"),
    ("on-green", "green-deep"),
    ("late", "paper"),
    ("late", "late-wash"),
];

const CONTROL_PAIRS: [(&str, &str); 7] = [
    ("edge", "paper"),
    ("edge", "sheet"),
    ("edge", "field"),
    ("focus", "paper"),
    ("focus", "sheet"),
    ("focus", "map-land"),
    ("map-point", "map-land"),
];

#[test]
fn words_and_controls_stand_out_by_day() {
    check(&colours(LIGHT));
}

#[test]
fn words_and_controls_stand_out_at_night() {
    check(&colours(DARK));
}

fn check(colours: &HashMap<&str, f64>) {
    let pairs = TEXT_PAIRS.iter().map(|pair| (pair, TEXT));
    for ((front, ground), least) in pairs.chain(CONTROL_PAIRS.iter().map(|pair| (pair, CONTROL))) {
        let ratio = contrast(colours[front], colours[ground]);
        assert!(ratio >= least, "{front} on {ground}: {ratio:.2}, at least {least} is needed");
    }
}

/// The relative luminance of each `--name: #rrggbb;`.
fn colours(css: &str) -> HashMap<&str, f64> {
    css.lines()
        .filter_map(|line| line.trim().strip_prefix("--")?.strip_suffix(';')?.split_once(": #"))
        .map(|(name, hex)| (name, luminance(hex)))
        .collect()
}

fn luminance(hex: &str) -> f64 {
    let channel = |start: usize| {
        let value = f64::from(u8::from_str_radix(&hex[start..start + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
}

fn contrast(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

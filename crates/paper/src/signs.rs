//! Signs nobody can draw here are said by their number, « [U+1F600] »: a hole would be read by nobody,
//! and is not allowed in a file that is to be read aloud.

use serde_json::Value as Json;

use crate::fonts;

/// Every text of the data as it can be drawn; whether any had to be changed.
pub(crate) fn drawable(data: &Json) -> (Json, bool) {
    let mut changed = false;
    let drawable = of_value(data, &mut changed);
    (drawable, changed)
}

fn of_value(value: &Json, changed: &mut bool) -> Json {
    match value {
        Json::String(text) => Json::String(of_text(text, changed)),
        Json::Array(all) => all.iter().map(|one| of_value(one, changed)).collect(),
        Json::Object(fields) => {
            fields.iter().map(|(name, one)| (name.clone(), of_value(one, changed))).collect()
        }
        Json::Null | Json::Bool(_) | Json::Number(_) => value.clone(),
    }
}

pub(crate) fn of_text(text: &str, changed: &mut bool) -> String {
    let mut drawable = String::with_capacity(text.len());
    for sign in text.replace("\r\n", "\n").chars() {
        match sign {
            '\n' => drawable.push('\n'),
            // A tab is room between words.
            '\t' => drawable.push(' '),
            // Where a word may be cut, or two signs be one: nothing to draw.
            '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => {}
            _ if is_plain(sign) => drawable.push(sign),
            _ => {
                *changed = true;
                drawable.push_str(&format!("[U+{:04X}]", u32::from(sign)));
            }
        }
    }
    drawable
}

/// Drawn by a font, and nothing that would turn around or hide what stands beside it.
fn is_plain(sign: char) -> bool {
    let turns = matches!(sign, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let is_private = matches!(sign, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
    !sign.is_control() && !turns && !is_private && fonts::draws(sign)
}

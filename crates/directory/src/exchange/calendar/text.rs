/// `NAME:value`, with what has a meaning in a value made harmless (RFC 5545, section 3.3.11).
pub(super) fn property(name: &str, value: &str) -> String {
    let mut line = format!("{name}:");
    for c in value.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => line.extend(['\\', c]),
            '\n' | '\u{2028}' | '\u{2029}' | '\u{85}' => line.push_str("\\n"),
            c if c.is_control() => {}
            c => line.push(c),
        }
    }
    line
}

/// The line with its end, cut every 75 bytes between two characters (section 3.1).
pub(super) fn folded(line: &str) -> String {
    const LONGEST: usize = 75;
    let mut folded = String::with_capacity(line.len() + line.len() / 30 + 2);
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > LONGEST {
            folded.push_str("\r\n ");
            length = 1;
        }
        folded.push(c);
        length += c.len_utf8();
    }
    folded.push_str("\r\n");
    folded
}

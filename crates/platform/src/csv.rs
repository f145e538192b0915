//! A table as a spreadsheet reads it: RFC 4180 with semicolons, as French spreadsheets expect.

/// Begins with the mark by which spreadsheets know UTF-8.
pub fn written(rows: &[Vec<String>]) -> String {
    let mut text = "\u{feff}".to_owned();
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| guarded(cell)).collect();
        text.push_str(&cells.join(";"));
        text.push_str("\r\n");
    }
    text
}

/// Quoted where needed; what a spreadsheet would run as a formula is made text by an apostrophe. A number below
/// zero is none.
fn guarded(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_number(cell);
    let cell = if is_formula { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains([';', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_a_spreadsheet_would_run_is_text() {
        assert_eq!(guarded("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
        for start in ["+33", "-1+2", "-", "-a", "-.5", "@a", "\ta"] {
            assert!(guarded(start).starts_with('\''), "{start}");
        }
    }

    #[test]
    fn separators_and_quotes_stay_inside_their_cell() {
        assert_eq!(guarded("a;b"), "\"a;b\"");
        assert_eq!(guarded("dit « \"oui\" »"), "\"dit « \"\"oui\"\" »\"");
        for number in ["82", "-5", "-7.25"] {
            assert_eq!(guarded(number), number);
        }
        assert_eq!(written(&[vec!["a".to_owned(), "b".to_owned()]]), "\u{feff}a;b\r\n");
    }
}

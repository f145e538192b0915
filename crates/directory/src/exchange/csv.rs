//! Tables for spreadsheets: UTF-8 with a mark, semicolons and CRLF, as French ones open them.
//!
//! Invariant: no cell is a formula. What begins like one is given behind an apostrophe, since
//! spreadsheets run what a file from anywhere tells them to.
//!
//! Source: RFC 4180; OWASP, « CSV injection ».

/// Tells spreadsheets that the file is UTF-8.
pub(crate) const MARK: &str = "\u{feff}";

/// One line, with its end.
pub(crate) fn line<'c>(cells: impl IntoIterator<Item = &'c str>) -> String {
    let cells: Vec<String> = cells.into_iter().map(cell).collect();
    format!("{}\r\n", cells.join(";"))
}

fn cell(text: &str) -> String {
    let guard = if is_formula(text) { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('\0', "").replace('"', "\"\""))
}

/// Whatever comes before it that a spreadsheet may pass over.
fn is_formula(text: &str) -> bool {
    let first = text.trim_start_matches(|c: char| c.is_whitespace() || c.is_control() || c == '\u{feff}');
    first.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) || text.starts_with(['\t', '\r', '\n'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_quotes_and_ends_of_lines_stay_inside_their_cell() {
        assert_eq!(
            line(["a;b", "say \"hi\"", "two\nlines", ""]),
            "\"a;b\";\"say \"\"hi\"\"\";\"two\nlines\";\"\"\r\n"
        );
    }

    #[test]
    fn no_cell_is_a_formula_whatever_comes_first() {
        for hostile in
            ["=1+1", "+33472000000", "-2", "@SUM(A1)", "\t=1", " =1", "\r\n=1", "＝1", "\u{feff}=1"]
        {
            assert!(line([hostile]).starts_with("\"'"), "{hostile:?}");
        }
        for plain in ["Café", "04 72", "a=b", "l’atelier - mardi"] {
            assert!(!line([plain]).contains('\''), "{plain:?}");
        }
    }
}

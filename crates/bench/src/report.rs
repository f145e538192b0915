//! What a measurement says, on the terminal and in `docs/benchmarks.md`.

use std::fs;
use std::path::PathBuf;

use crate::Failure;

/// Puts a measurement in the document, in place of its last one.
pub(crate) fn keep(name: &str, text: &str) -> Result<(), Failure> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/benchmarks.md");
    let document = fs::read_to_string(&path)?;
    let (begin, end) = (format!("<!-- {name} -->"), "<!-- end -->");
    let (before, rest) =
        document.split_once(&begin).ok_or_else(|| format!("no place for « {name} » in the document"))?;
    let (_, after) = rest.split_once(end).ok_or("a measurement has no end in the document")?;
    Ok(fs::write(path, format!("{before}{begin}\n\n{}\n\n{end}{after}", text.trim()))?)
}

#[expect(clippy::print_stdout, reason = "a command line tool tells what it measured")]
pub(crate) fn say(line: &str) {
    println!("{line}");
}

//! What a chore says while it works.

#[expect(clippy::print_stdout, reason = "a command line tool tells what it does")]
pub(crate) fn say(line: &str) {
    println!("{line}");
}

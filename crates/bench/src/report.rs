//! What a measurement says.

#[expect(clippy::print_stdout, reason = "a command line tool tells what it measured")]
pub(crate) fn say(line: &str) {
    println!("{line}");
}

//! The words of this crate: see `words-build`.

fn main() -> std::process::ExitCode {
    words_build::generate()
}

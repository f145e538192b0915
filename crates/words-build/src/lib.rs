//! Turns a crate's `words/{fr,en}/*.ftl` into one checked function per message, while the crate is
//! built: a key missing in either language does not compile.
//!
//! Several texts of one message are told apart by their place only, and that place is where the
//! French sentence names them. So the comment above the message must name them in that order: a
//! sentence turned around stops the build instead of exchanging two texts.

mod order;

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use fluent_typed::{BuildOptions, FtlOutputOptions, LintLevel, try_build_from_locales_folder};

/// What each crate's `words.rs` includes.
const MODULE: &str = include_str!("module.txt");

/// The whole of a crate's `build.rs`.
#[must_use]
#[expect(clippy::print_stdout, reason = "this is how a build script is heard")]
pub fn generate() -> ExitCode {
    match try_generate() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            for line in error.to_string().lines() {
                println!("cargo::error={line}");
            }
            ExitCode::FAILURE
        }
    }
}

fn try_generate() -> Result<(), Box<dyn Error>> {
    let out = env::var("OUT_DIR")?;
    let messages = format!("{out}/messages.rs");
    try_build_from_locales_folder(
        BuildOptions::default()
            .with_locales_folder("words")
            .with_default_language("fr")
            .with_prefix("")
            .with_lint_level(LintLevel::Deny)
            .with_ftl_output(FtlOutputOptions::single_file(&format!("{out}/words.ftl")))
            .with_output_file_path(&messages)
            .without_bidi_isolation()
            .without_format(),
    )?;
    let generated = fs::read_to_string(&messages)?;
    for file in fs::read_dir("words/fr")? {
        order::check(&fs::read_to_string(file?.path())?, &generated)?;
    }
    fs::write(Path::new(&out).join("words.rs"), MODULE)?;
    Ok(())
}

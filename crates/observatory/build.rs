//! Turns `words/{fr,en}/*.ftl` into one checked function per message: a key missing in either
//! language does not compile.

use std::process::ExitCode;

use fluent_typed::{BuildOptions, FtlOutputOptions, LintLevel, build_from_locales_folder};

fn main() -> ExitCode {
    let out = std::env::var("OUT_DIR").unwrap_or_default();
    build_from_locales_folder(
        BuildOptions::default()
            .with_locales_folder("words")
            .with_default_language("fr")
            .with_prefix("")
            .with_lint_level(LintLevel::Deny)
            .with_ftl_output(FtlOutputOptions::single_file(&format!("{out}/words.ftl")))
            .with_output_file_path(&format!("{out}/words.rs"))
            .without_bidi_isolation()
            .without_format(),
    )
}

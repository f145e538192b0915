//! Programs run from the project's folder.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::Failure;

/// The same `cargo` that runs this chore, without what it said of this chore: ring is built anew, and all that
/// is built upon it, whenever that changes.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    for (name, _) in std::env::vars_os() {
        let is_of_this = ["CARGO_PKG_", "CARGO_MANIFEST_"].map(|of| name.to_string_lossy().starts_with(of));
        if is_of_this.contains(&true) {
            command.env_remove(name);
        }
    }
    command.args(arguments).current_dir(crate::root());
    command
}

/// Runs a program whose own words are shown.
///
/// # Errors
/// When it cannot be started, or says it failed.
pub(crate) fn run(command: &mut Command) -> Result<(), Failure> {
    let name = name(command);
    let status = command.stdin(Stdio::null()).status().map_err(|error| format!("{name}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{name}: {status}").into()) }
}

/// Runs a program whose words are shown only if it fails.
///
/// # Errors
/// When it cannot be started, or says it failed.
pub(crate) fn run_quietly(command: &mut Command) -> Result<(), Failure> {
    let name = name(command);
    let Output { status, stdout, stderr } =
        command.stdin(Stdio::null()).output().map_err(|error| format!("{name}: {error}"))?;
    if status.success() {
        return Ok(());
    }
    let said = [stdout, stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    Err(format!("{name}: {status}\n{}", said.trim()).into())
}

/// What a program prints; its complaints are shown only if it fails.
///
/// # Errors
/// When it cannot be started, says it failed, or prints no text.
pub(crate) fn said(command: &mut Command) -> Result<String, Failure> {
    let name = name(command);
    let output = command.stdin(Stdio::null()).output().map_err(|error| format!("{name}: {error}"))?;
    if output.status.success() {
        return Ok(String::from_utf8(output.stdout)?);
    }
    Err(format!("{name}: {}\n{}", output.status, String::from_utf8_lossy(&output.stderr).trim()).into())
}

/// Whether a program starts and succeeds.
pub(crate) fn works(program: &str, arguments: &[&str]) -> bool {
    let output = Command::new(program).args(arguments).stdin(Stdio::null()).output();
    output.is_ok_and(|output| output.status.success())
}

pub(crate) fn is_root() -> bool {
    let output = Command::new("id").arg("-u").output();
    output.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

fn name(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default().to_string_lossy();
    let first = command.get_args().next().unwrap_or_default().to_string_lossy();
    format!("{program} {first}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_fails_is_named_with_what_it_said() {
        let failure = run_quietly(Command::new("sh").args(["-c", "echo why >&2; exit 3"])).unwrap_err();
        assert!(failure.to_string().starts_with("sh -c: exit status: 3"), "{failure}");
        assert!(failure.to_string().ends_with("why"));
        assert!(run(&mut Command::new("no-such-program")).is_err());
        assert!(said(&mut Command::new("false")).is_err());
        assert_eq!(said(Command::new("echo").arg("what")).unwrap(), "what\n");
    }
}

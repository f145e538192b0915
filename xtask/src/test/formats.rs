//! What leaves the program, held to what others check: see `tests/formats`.

use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::packages;
use crate::command;
use crate::{Failure, say, sbom};

/// How long a demonstration may take to begin.
const PATIENCE: Duration = Duration::from_secs(120);

/// Environments of Python and what is in each: pycanon wants another SciPy than the statistics are held to.
const ENVIRONMENTS: [(&str, &str); 2] =
    [("python", "requirements.txt"), ("python-anonymity", "requirements-anonymity.txt")];

/// Installs the packages, unless the same lists were already installed.
///
/// # Errors
/// When Python is missing, or the packages cannot be had.
pub(super) fn install() -> Result<(), Failure> {
    packages::install(&tests())?;
    ENVIRONMENTS.iter().try_for_each(|(environment, list)| make(environment, list))
}

fn make(environment: &str, list: &str) -> Result<(), Failure> {
    let wanted = fs::read(tests().join(list))?;
    let mark = folder().join(format!("{environment}.txt"));
    if fs::read(&mark).is_ok_and(|before| before == wanted) {
        say("nothing to install");
        return Ok(());
    }
    fs::create_dir_all(folder())?;
    let mut venv = Command::new("python3");
    command::run_quietly(venv.args(["-m", "venv"]).arg(folder().join(environment)))?;
    let mut pip = of(environment, "pip");
    command::run_quietly(pip.args(["install", "--quiet", "--requirement"]).arg(tests().join(list)))?;
    fs::write(mark, wanted)?;
    Ok(())
}

/// # Errors
/// When an export or an answer is not as it should be.
pub(super) fn check() -> Result<(), Failure> {
    bill_of_materials()?;
    statistics()?;
    questionnaires()?;
    pseudonyms()?;
    let demo = Demo::start()?;
    let exported = folder().join("exported");
    let mut export = program();
    export.args(["export", "--format", "data-inclusion", "--data"]).arg(data());
    command::run(export.arg("--out").arg(&exported))?;
    command::run(python("python").arg(tests().join("valid.py")).arg(&exported))?;
    let document = format!("http://{}/api/v1/openapi.json", demo.address);
    // Slower than the pace at which one client is refused; the same cases at every run.
    let mut asked = python("schemathesis");
    asked.args(["run", &document, "--rate-limit", "18/s", "--max-examples", "15", "--seed", "1"]);
    command::run(asked.args(["--exclude-checks", "positive_data_acceptance"]).current_dir(folder()))
}

/// What the program is made of, read with CycloneDX's own schema.
fn bill_of_materials() -> Result<(), Failure> {
    let file = folder().join("maillage.cdx.json");
    sbom::write(&file, None)?;
    command::run(python("python").arg(tests().join("bill.py")).arg(&file))
}

/// What the program says of groups measured twice, held to SciPy.
fn statistics() -> Result<(), Failure> {
    let said = example("statistics")?;
    command::run(python("python").arg(tests().join("measured.py")).arg(said))
}

/// Instruments and answers as FHIR, held to its definitions.
fn questionnaires() -> Result<(), Failure> {
    let said = example("fhir")?;
    command::run(Command::new("node").arg(tests().join("fhir.mjs")).arg(said))
}

/// What is told of persons in a study's data, held to pycanon's k.
fn pseudonyms() -> Result<(), Failure> {
    let said = example("anonymous")?;
    command::run(of("python-anonymity", "python").arg(tests().join("anonymous.py")).arg(said))
}

/// One of the examples of `measure`, built.
fn example(name: &str) -> Result<PathBuf, Failure> {
    command::run(&mut command::cargo(&["build", "--quiet", "--package", "measure", "--example", name]))?;
    Ok(crate::root().join("target").join("debug").join("examples").join(name))
}

/// A demonstration of its own, stopped when it is no longer needed.
struct Demo {
    process: Child,
    address: SocketAddr,
}

impl Demo {
    fn start() -> Result<Demo, Failure> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        // One that was stopped while it began is no demonstration, and would not begin again.
        if data().exists() {
            fs::remove_dir_all(data())?;
        }
        let mut demo = program();
        demo.args(["demo", "--listen", &address.to_string(), "--data"]).arg(data());
        let process = demo.stdin(Stdio::null()).stdout(Stdio::null()).spawn()?;
        let mut demo = Demo { process, address };
        let began = Instant::now();
        while !answers(address) {
            if let Some(status) = demo.process.try_wait()? {
                return Err(format!("the demonstration ended before it began: {status}").into());
            }
            if began.elapsed() > PATIENCE {
                return Err("the demonstration does not begin".into());
            }
            sleep(Duration::from_millis(200));
        }
        Ok(demo)
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        // It may have ended by itself; there is nobody to tell.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Whether it serves: it waits at its address before its data is there.
fn answers(address: SocketAddr) -> bool {
    let asked = || -> std::io::Result<String> {
        let mut stream = TcpStream::connect(address)?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        stream.write_all(b"GET /healthz HTTP/1.0\r\nHost: localhost\r\n\r\n")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    };
    asked().is_ok_and(|answer| answer.split(' ').nth(1) == Some("200"))
}

fn program() -> Command {
    Command::new(crate::root().join("target").join("debug").join("maillage"))
}

fn python(name: &str) -> Command {
    of("python", name)
}

/// A program of an environment.
fn of(environment: &str, name: &str) -> Command {
    Command::new(folder().join(environment).join("bin").join(name))
}

fn data() -> PathBuf {
    folder().join("demo")
}

fn tests() -> PathBuf {
    crate::root().join("tests").join("formats")
}

fn folder() -> PathBuf {
    crate::root().join("target").join("formats")
}

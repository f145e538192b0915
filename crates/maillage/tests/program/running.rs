//! A started program, and what it answers.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_maillage");

/// Removed when the test ends.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("maillage-process-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A running program and the address it printed; ended with the test.
pub(crate) struct Running {
    pub(crate) child: Child,
    /// `127.0.0.1:port`.
    pub(crate) at: String,
    pub(crate) printed: Vec<String>,
}

impl Running {
    pub(crate) fn demo(folder: &Path, more: &[&str]) -> Running {
        let mut command = program();
        command.args(["demo", "--listen", "127.0.0.1:0", "--data"]).arg(folder).args(more);
        Running::start(command, "Ctrl-C")
    }

    /// Reads what is printed up to a line with `last`.
    fn start(mut command: Command, last: &str) -> Running {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut printed = Vec::new();
        for line in BufReader::new(child.stdout.take().unwrap()).lines() {
            printed.push(line.unwrap());
            if printed.last().unwrap().contains(last) {
                break;
            }
        }
        let url = printed
            .iter()
            .flat_map(|line| line.split_whitespace())
            .find_map(|word| word.strip_prefix("http://"));
        let at = url.unwrap_or_else(|| panic!("no address in {printed:?}")).to_owned();
        Running { child, at, printed }
    }

    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.at).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream
    }

    /// Status line, headers and body.
    pub(crate) fn get(&self, path: &str, cookie: &str) -> String {
        let mut stream = self.connect();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: {}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n",
            self.at
        )
        .unwrap();
        answer(stream)
    }

    /// The beginning and the end of a form being sent.
    pub(crate) fn post(&self, path: &str, body: &str) -> (String, String) {
        let length = body.len();
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: {at}\r\nOrigin: http://{at}\r\nConnection: close\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n",
            at = self.at
        );
        let (first, rest) = body.split_at(length / 2);
        (format!("{head}{first}"), rest.to_owned())
    }

    pub(crate) fn ask_to_stop(&self) {
        let asked = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(asked.success());
    }

    /// How long it took to end well.
    pub(crate) fn ends(&mut self) -> Duration {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                assert!(status.success(), "{status}");
                return start.elapsed();
            }
            assert!(start.elapsed() < Duration::from_secs(30), "it does not stop");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub(crate) fn program() -> Command {
    let mut command = Command::new(PROGRAM);
    for (name, _) in
        std::env::vars().filter(|(name, _)| name.starts_with("MAILLAGE_") || name.starts_with("LC_"))
    {
        command.env_remove(name);
    }
    command.env("LANG", "fr_FR.UTF-8");
    command
}

pub(crate) fn run(words: &[&str]) -> Output {
    program().args(words).output().unwrap()
}

pub(crate) fn answer(mut stream: TcpStream) -> String {
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    String::from_utf8_lossy(&bytes).into_owned()
}

pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).replace('\u{a0}', " ")
}

//! A PostgreSQL cluster of our own: loopback only, nothing kept.

use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use super::debian;
use crate::command;
use crate::{Failure, say};

const KEEPER: &str = include_str!("postgres.sh");
/// Another program may take the port between our choice and the start.
const TRIES: usize = 3;

/// Stopped and removed when dropped, and also if this program is killed: its keeper waits for the
/// end of a pipe that only we hold.
#[derive(Debug)]
pub(super) struct Cluster {
    keeper: Child,
    port: u16,
}

impl Cluster {
    /// # Errors
    /// When PostgreSQL is missing or does not start.
    pub(super) fn start() -> Result<Cluster, Failure> {
        let programs = debian::postgres_programs().ok_or("install postgresql first")?;
        for _ in 1..TRIES {
            if let Ok(cluster) = Cluster::start_on(&programs, free_port()?) {
                return Ok(cluster);
            }
        }
        Cluster::start_on(&programs, free_port()?)
    }

    /// The server's address; its user may make databases.
    pub(super) fn url(&self) -> String {
        format!("postgres://maillage@{}:{}", Ipv4Addr::LOCALHOST, self.port)
    }

    /// # Errors
    /// When the keeper did not end well.
    pub(super) fn stop(mut self) -> Result<(), Failure> {
        drop(self.keeper.stdin.take());
        let status = self.keeper.wait()?;
        if status.success() { Ok(()) } else { Err(format!("PostgreSQL's keeper: {status}").into()) }
    }

    fn start_on(programs: &Path, port: u16) -> Result<Cluster, Failure> {
        let mut keeper = keeper();
        keeper.args(["sh", "-c", KEEPER, "postgres-keeper"]).arg(programs).arg(port.to_string());
        // In a group of its own, the keeper outlives Ctrl-C for as long as it takes to clean up.
        keeper.process_group(0).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut cluster = Cluster { keeper: keeper.spawn()?, port };
        let stdout = cluster.keeper.stdout.take().ok_or("no pipe")?;
        let mut said = String::new();
        BufReader::new(stdout).read_line(&mut said)?;
        if said.trim() != "ready" {
            return Err("PostgreSQL did not start: its own words stand above".into());
        }
        say(&format!("listening at {}", cluster.url()));
        Ok(cluster)
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        // Dropped on the way out of a failure, which is what should be told.
        let _ = self.keeper.wait();
    }
}

/// PostgreSQL refuses to run as root, and Debian's package brings a user for it.
fn keeper() -> Command {
    if command::is_root() {
        let mut runuser = Command::new("runuser");
        runuser.args(["-u", "postgres", "--"]);
        runuser
    } else {
        Command::new("env")
    }
}

fn free_port() -> Result<u16, Failure> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

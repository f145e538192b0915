//! A server of its own process, so that its memory and its start are its own.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use axum::Router;
use axum::routing::get;
use clap::Args;
use kernel::Clock;
use platform::app::{App, AppBuilder, Settings};
use platform::db::{Db, Url};

use crate::Failure;
use crate::report::say;

#[derive(Debug, Args)]
pub(crate) struct Served {
    #[arg(long)]
    store: PathBuf,
    #[arg(long)]
    index: PathBuf,
}

/// Serves the directory's pages and, to compare with, a page that costs nothing.
pub(crate) async fn serve(served: &Served) -> Result<(), Failure> {
    let app = directory::saving(open(&served.store).await?, served.index.clone());
    directory::warm_up(&app).await.map_err(|_| "the directory cannot be read")?;
    let hello = "x".repeat(24 * 1024);
    #[expect(clippy::disallowed_methods, reason = "a bare page to compare with, outside of the house")]
    let plain = Router::new().route("/hello", get(move || std::future::ready(hello.clone())));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    say(&listener.local_addr()?.to_string());
    let service = app.router().merge(plain).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).await?;
    Ok(())
}

/// Without the pace kept for the public: what is measured is the answer.
pub(super) async fn open(store: &Path) -> Result<App, Failure> {
    let settings = Settings {
        public_url: "http://127.0.0.1".to_owned(),
        mail_from: "Essai <essai@exemple.fr>".to_owned(),
        pictures_from: None,
        anchor_to: None,
        anchor_file: None,
        second_step: Vec::new(),
        visitor_forms: platform::app::USUAL_VISITOR_FORMS,
        kept: platform::kept::Months::default(),
        erased_file: None,
        servers: platform::app::Servers::default(),
        demo: false,
    };
    let modules = vec![platform::module(), directory::module()];
    let db = Db::open(&Url::sqlite_file(store)).await?;
    Ok(AppBuilder { db, clock: Clock::System, wall: Clock::System, settings, modules }.build().await?)
}

/// The process, ended with this value.
pub(super) struct Server {
    child: Child,
    pub(super) address: SocketAddr,
    /// Until it answered.
    pub(super) started_in: Duration,
}

impl Server {
    pub(super) fn start(folder: &Path) -> Result<Server, Failure> {
        let start = Instant::now();
        let mut child = Command::new(std::env::current_exe()?)
            .arg("serve")
            .args(["--store".as_ref(), folder.join("store.db").as_os_str()])
            .args(["--index".as_ref(), folder.join("store.index").as_os_str()])
            .stdout(Stdio::piped())
            .spawn()?;
        let mut line = String::new();
        BufReader::new(child.stdout.take().ok_or("no output")?).read_line(&mut line)?;
        let address = line.trim().parse()?;
        Ok(Server { child, address, started_in: start.elapsed() })
    }

    /// What it holds in memory, in MB: all, and without pages of files the system may take back.
    pub(super) fn memory(&self) -> Result<(u64, u64), Failure> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let megabytes = |name: &str| {
            let line = status.lines().find(|line| line.starts_with(name));
            let number = line
                .and_then(|line| line.split_whitespace().nth(1))
                .and_then(|text| text.parse::<u64>().ok());
            number.unwrap_or_default() / 1024
        };
        Ok((megabytes("VmRSS:"), megabytes("RssAnon:")))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself; nothing else can be done about it here.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

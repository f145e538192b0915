//! The settings as they are typed.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde::Deserialize;

use super::{ProviderOptions, file};
use crate::Failure;

/// Every setting of an installation; all of them optional here.
#[derive(Clone, Default, Args, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Options {
    /// File holding the settings below, such as: public_url = "https://maillage.example.org"
    #[arg(long, value_name = "FILE", env = "MAILLAGE_CONFIG")]
    #[serde(skip)]
    pub config: Option<PathBuf>,

    /// Where data is kept: sqlite:///var/lib/maillage/store.db or postgres://user@host/database
    #[arg(long, value_name = "URL", env = "MAILLAGE_STORE", hide_env_values = true)]
    pub store: Option<String>,

    /// Copy of a PostgreSQL store that reports are read from, kept by streaming replication
    #[arg(long, value_name = "URL", env = "MAILLAGE_REPORT_STORE", hide_env_values = true)]
    pub report_store: Option<String>,

    /// Where requests are waited for [default: 127.0.0.1:8080, behind a proxy that speaks TLS]
    #[arg(long, value_name = "ADDR", env = "MAILLAGE_LISTEN")]
    pub listen: Option<SocketAddr>,

    /// The address people type; links in e-mails begin with it
    #[arg(long, value_name = "URL", env = "MAILLAGE_PUBLIC_URL")]
    pub public_url: Option<String>,

    /// Mail server: smtp://localhost:25 or smtps://user:password@host; without it no e-mail leaves
    #[arg(long, value_name = "URL", env = "MAILLAGE_SMTP", hide_env_values = true)]
    pub smtp: Option<String>,

    /// Sender of every e-mail [default: Maillage <maillage@ the public address's host>]
    #[arg(long, value_name = "NAME <ADDRESS>", env = "MAILLAGE_MAIL_FROM")]
    pub mail_from: Option<String>,

    /// File that keeps the directory's index between two runs [default: beside an SQLite store]
    #[arg(long, value_name = "FILE", env = "MAILLAGE_INDEX")]
    pub index: Option<PathBuf>,

    /// To whom the trail's mark is sent each day, who keeps it elsewhere
    #[arg(long, value_name = "ADDRESS", env = "MAILLAGE_ANCHOR_TO")]
    pub anchor_to: Option<String>,

    /// File at whose end the trail's mark is written each day, on another disk
    #[arg(long, value_name = "FILE", env = "MAILLAGE_ANCHOR_FILE")]
    pub anchor_file: Option<PathBuf>,

    /// File that keeps who was erased, on another disk, for the day a backup is brought back
    #[arg(long, value_name = "FILE", env = "MAILLAGE_ERASED_FILE")]
    pub erased_file: Option<PathBuf>,

    /// Roles that sign in by two steps or do nothing: coordinator,administrator [default: none]
    #[arg(long, value_name = "ROLES", env = "MAILLAGE_SECOND_STEP", value_delimiter = ',')]
    pub second_step: Option<Vec<String>>,

    /// Forms of visitors taken in an hour, all together; beyond, people are asked to telephone [default: 120]
    #[arg(long, value_name = "NUMBER", env = "MAILLAGE_VISITOR_FORMS")]
    pub visitor_forms: Option<u32>,

    /// For how many months the trail of who saw what is kept, from 6 to 36 [default: 36]
    #[arg(long, value_name = "NUMBER", env = "MAILLAGE_KEEP_TRAIL_MONTHS")]
    pub keep_trail_months: Option<i32>,

    /// How many months after it was closed an account becomes nobody's, from 6 to 36 [default: 36]
    #[arg(long, value_name = "NUMBER", env = "MAILLAGE_KEEP_CLOSED_ACCOUNTS_MONTHS")]
    pub keep_closed_accounts_months: Option<i32>,

    /// Another ground map than our own outlines: address of pictures with {z}, {x} and {y}
    #[arg(long, value_name = "URL", env = "MAILLAGE_MAP_TILES")]
    pub map_tiles: Option<String>,

    /// Whom that ground map comes from, named beside every map
    #[arg(long, value_name = "TEXT", env = "MAILLAGE_MAP_CREDIT")]
    pub map_credit: Option<String>,

    /// How the log is written, on the standard error output [default: text]
    #[arg(long, value_enum, value_name = "FORMAT", env = "MAILLAGE_LOG")]
    pub log: Option<LogFormat>,

    /// Those people may sign in with; in the file only
    #[arg(skip)]
    pub provider: Vec<ProviderOptions>,
}

/// Passwords of the store and of the mail server stay out of logs.
impl std::fmt::Debug for Options {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Options").field("config", &self.config).finish_non_exhaustive()
    }
}

/// One event a line, for people or for machines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    #[default]
    Text,
    Json,
}

impl Options {
    /// What the command line and the environment leave open, from the file.
    ///
    /// # Errors
    /// [`Failure::ConfigUnread`] and [`Failure::ConfigWrong`].
    pub fn with_file(self) -> Result<Options, Failure> {
        match self.config.clone() {
            Some(path) => Ok(self.or(file::read(&path)?)),
            None => Ok(self),
        }
    }

    pub(super) fn or(self, other: Options) -> Options {
        Options {
            config: self.config,
            store: self.store.or(other.store),
            report_store: self.report_store.or(other.report_store),
            listen: self.listen.or(other.listen),
            public_url: self.public_url.or(other.public_url),
            smtp: self.smtp.or(other.smtp),
            mail_from: self.mail_from.or(other.mail_from),
            index: self.index.or(other.index),
            anchor_to: self.anchor_to.or(other.anchor_to),
            anchor_file: self.anchor_file.or(other.anchor_file),
            erased_file: self.erased_file.or(other.erased_file),
            second_step: self.second_step.or(other.second_step),
            visitor_forms: self.visitor_forms.or(other.visitor_forms),
            keep_trail_months: self.keep_trail_months.or(other.keep_trail_months),
            keep_closed_accounts_months: self
                .keep_closed_accounts_months
                .or(other.keep_closed_accounts_months),
            map_tiles: self.map_tiles.or(other.map_tiles),
            map_credit: self.map_credit.or(other.map_credit),
            log: self.log.or(other.log),
            provider: if self.provider.is_empty() { other.provider } else { self.provider },
        }
    }
}

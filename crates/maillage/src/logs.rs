//! What the running server writes about itself, on the standard error output.
//!
//! Requests are told by the shape of their route, accounts and files by their ids, messages by
//! theirs: no name, address, telephone number or typed text is ever written.

use tracing_subscriber::EnvFilter;
use tracing_subscriber::util::SubscriberInitExt;

use crate::settings::LogFormat;

/// Starts logging for the rest of this process, at level `usual` unless `RUST_LOG` asks otherwise;
/// a second start changes nothing.
pub(crate) fn start(format: LogFormat, usual: &str) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(usual));
    let logs = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let started = match format {
        LogFormat::Text => logs.with_target(false).finish().try_init(),
        LogFormat::Json => logs.json().flatten_event(true).finish().try_init(),
    };
    if started.is_err() {
        tracing::debug!("logging had already been started");
    }
}

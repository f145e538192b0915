//! What the running server writes about itself, on the standard error output.
//!
//! Requests are told by the shape of their route, accounts and files by their ids, messages by
//! theirs: no name, address, telephone number or typed text is ever written.

use tracing::Subscriber;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::util::SubscriberInitExt;

use crate::settings::LogFormat;

/// Starts logging for the rest of this process, at level `usual` unless `RUST_LOG` asks otherwise;
/// a second start changes nothing.
pub(crate) fn start(format: LogFormat, usual: &str) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(usual));
    if writing(format, filter, std::io::stderr).try_init().is_err() {
        tracing::debug!("logging had already been started");
    }
}

fn writing<W>(format: LogFormat, filter: EnvFilter, to: W) -> Box<dyn Subscriber + Send + Sync>
where
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    let logs = tracing_subscriber::fmt().with_env_filter(filter).with_writer(to);
    match format {
        LogFormat::Text => Box::new(logs.with_target(false).finish()),
        LogFormat::Json => Box::new(logs.json().flatten_event(true).finish()),
    }
}

#[cfg(test)]
mod tests;

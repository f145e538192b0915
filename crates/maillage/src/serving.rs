//! From the first request to a graceful stop.

use std::future::{Future, IntoFuture};
use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use platform::app::App;
use platform::jobs;
use platform::outbox::Mailer;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::time::timeout;

use crate::Failure;

/// How long requests under way may take to finish: a little more than any request may last.
const GRACE: Duration = Duration::from_secs(35);

/// # Errors
/// [`Failure::Port`] when the address is taken or not allowed.
pub async fn listen(listen: SocketAddr) -> Result<TcpListener, Failure> {
    TcpListener::bind(listen).await.map_err(|error| Failure::Port { listen, error })
}

/// Answers, does jobs and delivers mail until `stop`; then takes no new request, finishes those
/// under way and closes the store.
pub async fn run(app: App, listener: TcpListener, mailer: Mailer, stop: impl Future<Output = ()>) {
    let (tell, told) = watch::channel(false);
    let worker = tokio::spawn(jobs::work_forever(app.clone(), mailer, until(told.clone())));
    let service = app.router().into_make_service_with_connect_info::<SocketAddr>();
    let server = axum::serve(listener, service).with_graceful_shutdown(until(told));
    let server = tokio::spawn(server.into_future());
    stop.await;
    tracing::info!("stopping: requests under way are finished, no new one is taken");
    tell.send_replace(true);
    let finished = timeout(GRACE, async { (server.await, worker.await) }).await;
    if finished.is_err() {
        tracing::warn!("some connections were cut: they had not finished in time");
    }
    app.db().close().await;
    tracing::info!("stopped");
}

/// Ends when somebody asks this process to: Ctrl-C, or SIGTERM. Asked from here on, also before
/// the first poll.
///
/// # Errors
/// When the system lets no signal be heard.
pub fn asked_to_stop() -> io::Result<impl Future<Output = ()>> {
    let (interrupted, terminated) = signals()?;
    Ok(async {
        tokio::select! {
            () = interrupted => {}
            () = terminated => {}
        }
    })
}

/// Heard from now on, also before anybody waits for them.
#[cfg(unix)]
fn signals() -> io::Result<(impl Future<Output = ()>, impl Future<Output = ()>)> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    let interrupted = async move {
        interrupt.recv().await;
    };
    let terminated = async move {
        terminate.recv().await;
    };
    Ok((interrupted, terminated))
}

#[cfg(not(unix))]
fn signals() -> io::Result<(impl Future<Output = ()>, impl Future<Output = ()>)> {
    let interrupted = async {
        // A console that cannot be listened to cannot interrupt either.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    Ok((interrupted, std::future::pending()))
}

async fn until(mut told: watch::Receiver<bool>) {
    // A sender that is gone means the same.
    let _ = told.wait_for(|stop| *stop).await;
}

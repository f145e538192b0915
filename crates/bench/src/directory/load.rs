//! Requests over HTTP, from a few patient clients at once, for a few seconds.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use crate::Failure;
use crate::timing::Times;

/// Clients that ask at once.
pub(super) const CLIENTS: usize = 4;
const LASTING: Duration = Duration::from_secs(5);

/// What came of it.
pub(super) struct Load {
    pub(super) times: Times,
    pub(super) a_second: f64,
    /// Bytes of an answer, on average.
    pub(super) bytes: usize,
}

/// Asks these paths in turn, each client from another one on.
pub(super) fn load(address: SocketAddr, paths: &[String]) -> Result<Load, Failure> {
    let start = Instant::now();
    let clients: Vec<_> = thread::scope(|scope| {
        let ask = |client: usize| {
            scope.spawn(move || client_of(address, paths, client * paths.len() / CLIENTS, start + LASTING))
        };
        let clients: Vec<_> = (0..CLIENTS).map(ask).collect();
        clients.into_iter().map(|client| client.join().map_err(|_| "a client panicked")).collect()
    });
    let elapsed = start.elapsed();
    let mut times = Vec::new();
    let mut bytes = 0;
    for client in clients {
        let (its_times, its_bytes) = client??;
        times.extend(its_times);
        bytes += its_bytes;
    }
    let count = times.len().max(1);
    Ok(Load {
        a_second: f64::from(u32::try_from(count)?) / elapsed.as_secs_f64(),
        times: Times::sorted(times),
        bytes: bytes / count,
    })
}

fn client_of(
    address: SocketAddr,
    paths: &[String],
    from: usize,
    until: Instant,
) -> Result<(Vec<Duration>, usize), Failure> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_nodelay(true)?;
    let mut answers = BufReader::with_capacity(1 << 16, stream.try_clone()?);
    let mut body = Vec::new();
    let (mut times, mut bytes) = (Vec::new(), 0);
    for path in paths.iter().cycle().skip(from) {
        let start = Instant::now();
        if start >= until {
            break;
        }
        stream.write_all(format!("GET {path} HTTP/1.1\r\nHost: {address}\r\n\r\n").as_bytes())?;
        bytes += read_answer(&mut answers, &mut body)?;
        times.push(start.elapsed());
    }
    Ok((times, bytes))
}

fn read_answer(answers: &mut BufReader<TcpStream>, body: &mut Vec<u8>) -> Result<usize, Failure> {
    let mut line = String::new();
    answers.read_line(&mut line)?;
    if !line.starts_with("HTTP/1.1 200") {
        return Err(format!("answered {line}").into());
    }
    let mut length = 0;
    loop {
        line.clear();
        answers.read_line(&mut line)?;
        if line.trim().is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse()?;
        }
    }
    body.resize(length, 0);
    answers.read_exact(body)?;
    Ok(length)
}

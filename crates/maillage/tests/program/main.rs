//! The program itself: started, spoken to over TCP, and asked to stop.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod backup;
mod demo;
mod export;
mod import;
mod installation;
mod running;

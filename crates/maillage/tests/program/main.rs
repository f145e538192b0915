//! The program itself: started, spoken to over TCP, and asked to stop.

mod demo;
mod import;
mod installation;
mod running;

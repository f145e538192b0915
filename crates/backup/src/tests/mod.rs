//! Stories of backups, on each engine and from one to the other.

mod alterations;
mod files;
mod levels;
mod likeness;
mod store;
mod travels;

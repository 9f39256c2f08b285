//! The program as whoever runs an office meets it: a process with a folder, a port and an environment of its own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod again;
mod assets;
mod certificates;
mod configuration;
mod keys;
mod ledger;
mod limits;
mod logs;
mod people;
mod process;
mod sealed;
mod token;
mod witnesses;
mod worker;

//! Tests from outside: over HTTP, on both databases, each with an office of its own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod core;
mod correspondence;
mod documents;
mod files;
mod receipts;

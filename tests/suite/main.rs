//! Tests from outside: over HTTP, on both databases, each with an office of its own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod access;
mod addresses;
mod certificates;
mod core;
mod correspondence;
mod delegation;
mod description;
mod dispatch;
mod documents;
mod drafting;
mod enquiry;
mod exports;
mod files;
mod identity;
mod jobs;
mod keys;
mod ledger;
mod ledger_witness;
mod mail;
mod migrations;
mod organisation;
mod receipts;
mod templates;
mod timelines;

//! What an office is and what its rules allow.
//!
//! This crate is pure: no input or output, no async, no clock, no randomness. A rule is a
//! function that takes state, a command, the time and ids, and returns new state with an
//! [`ledger::Event`], or a typed refusal. Everything else in the house calls it; it calls nobody.
//!
//! The capability folders here have the same names in every other crate, so that one word finds
//! a capability everywhere.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod access;
pub mod addresses;
pub mod certificates;
pub mod correspondence;
pub mod desk;
pub mod dispatch;
pub mod drafting;
pub mod enquiry;
pub mod filing;
pub mod identity;
pub mod keys;
pub mod ledger;
pub mod mail;
pub mod office;
pub mod organisation;
pub mod signing;
pub mod templates;

//! The demonstration office: a provincial government with a year of work in it, made through the use cases.

mod accounts;
mod calendar;
mod catalogue;
mod chance;
mod fill;
mod papers;
mod plan;
mod staff;
#[cfg(test)]
mod tests;

pub(crate) use accounts::accounts;
pub(crate) use fill::{PASSWORD, fill};

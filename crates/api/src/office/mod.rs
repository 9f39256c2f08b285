//! Health, readiness, metrics; words and histories that files and receipts share.

pub(crate) mod examples;
mod health;
mod movement;
pub(crate) mod words;

pub(crate) use health::{healthz, metrics, readyz};
pub(crate) use movement::{Movement, MovementPage};

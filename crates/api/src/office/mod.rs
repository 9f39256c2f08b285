//! Health, readiness, metrics.

mod health;

pub(crate) use health::{healthz, metrics, readyz};

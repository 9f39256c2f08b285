//! The application: routes, middleware, documentation, put together once.

mod documentation;
mod metrics;
mod routes;
mod server;
mod span;

pub use documentation::openapi;
pub use metrics::Metrics;
pub use server::{ApiSettings, Draining, run};

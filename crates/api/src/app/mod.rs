//! The application: routes, middleware, documentation, put together once.

mod documentation;
mod metrics;
mod routes;
mod server;

pub use documentation::openapi;
pub use metrics::Metrics;
pub use server::{ApiSettings, Draining, run};

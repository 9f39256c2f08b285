//! HTTP: routes, DTOs, `OpenAPI`, problems. No SQL, no rules.
//!
//! One declaration registers and documents a route; [`openapi`] is made from what is registered.
#![allow(unused_qualifications, reason = "the macros of utoipa write whole paths")]
#![allow(
    clippy::doc_markdown,
    reason = "these comments become the text of the API's description"
)]

mod addresses;
mod app;
mod certificates;
mod correspondence;
mod desk;
mod dispatch;
mod drafting;
mod enquiry;
mod filing;
pub mod http;
pub mod identity;
mod ledger;
mod mail;
mod office;
pub mod organisation;
pub mod problem;
mod signing;
mod templates;
mod web;

pub use app::{ApiSettings, Draining, Metrics, openapi, run};

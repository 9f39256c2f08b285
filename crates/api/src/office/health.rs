//! What the machine room asks.

use crate::app::{Draining, Metrics};
use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use daftar_application::{Office, jobs, ledger};
use std::sync::atomic::Ordering;

/// The process is alive.
///
/// Public, for whoever restarts the process. It says nothing about the database: see `getReadiness`.
#[utoipa::path(
    operation_id = "getHealth", tag = "Operations", security(()),
    responses((status = 200, description = "The process is alive", body = String, content_type = "text/plain"))
)]
#[get("/healthz")]
pub(crate) async fn healthz() -> HttpResponse {
    plain("alive\n")
}

/// The office can serve: the database answers, and the server is not shutting down.
///
/// Public, for a load balancer. 503 `not-ready` while the server shuts down or the database does not answer; requests
/// that run are finished.
#[utoipa::path(
    operation_id = "getReadiness", tag = "Operations", security(()),
    responses(
        (status = 200, description = "Ready to serve", body = String, content_type = "text/plain"),
        (status = 503, description = "Not ready: the database does not answer, or the server is shutting down"),
    )
)]
#[get("/readyz")]
pub(crate) async fn readyz(office: Data<Office>, draining: Data<Draining>) -> HttpResponse {
    let ready = !draining.0.load(Ordering::Relaxed) && office.database().ping().await.is_ok();
    if ready {
        plain("ready\n")
    } else {
        crate::problem::Problem::of("not-ready").into_response()
    }
}

/// Figures for Prometheus.
///
/// Public in the office's own network; a proxy should not pass it on. Counts requests by route, method and status, and
/// how long they took.
#[utoipa::path(
    operation_id = "getMetrics", tag = "Operations", security(()),
    responses((status = 200, description = "OpenMetrics text, as Prometheus reads it", body = String, content_type = "application/openmetrics-text"))
)]
#[get("/metrics")]
pub(crate) async fn metrics(office: Data<Office>, metrics: Data<Metrics>) -> HttpResponse {
    // Without the database the other figures are still worth having.
    if let Ok(counts) = jobs::counts(&office).await {
        metrics.note_jobs(counts);
    }
    if let Ok(whole) = ledger::last_verified(&office).await {
        metrics.note_ledger(whole);
    }
    metrics.note_keys(office.key_ring().is_usable().await);
    HttpResponse::Ok()
        .content_type("application/openmetrics-text; version=1.0.0; charset=utf-8")
        .body(metrics.render())
}

fn plain(text: &'static str) -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(text)
}

//! Figures for the machine room: requests by route and status, and how long they took.

use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::middleware::Next;
use actix_web::web::Data;
use daftar_application::jobs::JobCounts;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::Registry;
use std::time::{Duration, Instant};

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Labels {
    method: String,
    route: String,
    status: u16,
}

/// The figures of one process.
#[derive(Debug)]
pub struct Metrics {
    registry: Registry,
    requests: Family<Labels, Counter>,
    seconds: Family<Labels, Histogram>,
    jobs_open: Gauge,
    jobs_given_up: Gauge,
    keys_usable: Gauge,
    ledger_whole: Gauge,
}

impl Default for Metrics {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("daftar");
        let requests = Family::<Labels, Counter>::default();
        let seconds =
            Family::<Labels, Histogram>::new_with_constructor(|| Histogram::new(exponential_buckets(0.000_5, 2.0, 16)));
        let (jobs_open, jobs_given_up) = (Gauge::default(), Gauge::default());
        let (keys_usable, ledger_whole) = (Gauge::default(), Gauge::default());
        registry.register("jobs_open", "Jobs that are not finished", jobs_open.clone());
        registry.register(
            "jobs_given_up",
            "Jobs that failed too often; the log says why",
            jobs_given_up.clone(),
        );
        registry.register(
            "keys_usable",
            "1 while secrets of the database can be sealed and opened, 0 while the keys cannot be reached",
            keys_usable.clone(),
        );
        registry.register(
            "ledger_whole",
            "1 while the office's last check of its ledger found nothing wrong, 0 when it did, -1 before the first",
            ledger_whole.clone(),
        );
        registry.register("http_requests", "Requests answered", requests.clone());
        registry.register(
            "http_request_seconds",
            "Time to the head of the answer",
            seconds.clone(),
        );
        Self {
            registry,
            requests,
            seconds,
            jobs_open,
            jobs_given_up,
            keys_usable,
            ledger_whole,
        }
    }
}

impl Metrics {
    /// Notes how the outbox stands; the database knows it, for all processes together.
    pub(crate) fn note_jobs(&self, counts: JobCounts) {
        self.jobs_open.set(counts.open);
        self.jobs_given_up.set(counts.given_up);
    }

    /// Notes whether this process can use the keys that seal secrets.
    pub(crate) fn note_keys(&self, usable: bool) {
        self.keys_usable.set(usable.into());
    }

    /// Notes what came of the office's last check of its ledger; nothing before the first.
    pub(crate) fn note_ledger(&self, whole: Option<bool>) {
        self.ledger_whole.set(whole.map_or(-1, i64::from));
    }

    /// The figures in Prometheus' text format.
    pub(crate) fn render(&self) -> String {
        let mut text = String::new();
        // Writing to a string does not fail.
        let _ = encode(&mut text, &self.registry);
        text
    }
}

/// Writes down how a request ended, within its span: so its id, which a problem names to its reader, is found in the log.
fn log(status: StatusCode, took: Duration) {
    let (status, millis) = (status.as_u16(), took.as_millis());
    match status {
        500.. => tracing::error!(status, millis, "failed"),
        400.. => tracing::info!(status, millis, "refused"),
        _ => tracing::debug!(status, millis, "answered"),
    }
}

/// Counts and times a request by its route's template, so that ids make no labels.
pub(crate) async fn measure(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let started = Instant::now();
    let metrics = request.app_data::<Data<Metrics>>().cloned();
    let outcome = next.call(request).await;
    let status = match &outcome {
        Ok(response) => response.status(),
        Err(error) => error.as_response_error().status_code(),
    };
    log(status, started.elapsed());
    let response = outcome?;
    if let Some(metrics) = metrics {
        let labels = Labels {
            method: response.request().method().as_str().to_owned(),
            route: response.request().match_pattern().unwrap_or_else(|| "other".to_owned()),
            status: response.status().as_u16(),
        };
        metrics.requests.get_or_create(&labels).inc();
        metrics
            .seconds
            .get_or_create(&labels)
            .observe(started.elapsed().as_secs_f64());
    }
    Ok(response)
}

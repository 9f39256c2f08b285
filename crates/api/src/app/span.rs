//! What the log says of every request: what the crate says by itself, but for addresses that are secrets.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::{Error, HttpMessage as _};
use tracing::Span;
use tracing::field::Empty;
use tracing_actix_web::{DefaultRootSpanBuilder, RequestId, RootSpanBuilder};

/// Spans of requests, in which no token of an issued document stands.
pub(super) struct DiscreetSpans;

impl RootSpanBuilder for DiscreetSpans {
    fn on_request_start(request: &ServiceRequest) -> Span {
        let route = request.match_pattern();
        let path = request.path();
        let target = match &route {
            // Whoever has the token of a document is told of it.
            Some(route) if route.contains("{token}") => route.clone(),
            None if path.starts_with("/verify/") => "/verify/{token}".to_owned(),
            _ => request
                .uri()
                .path_and_query()
                .map_or_else(String::new, ToString::to_string),
        };
        let connection = request.connection_info();
        let agent = request.headers().get("User-Agent");
        let request_id = request.extensions().get::<RequestId>().map(ToString::to_string);
        tracing::info_span!(
            "HTTP request",
            http.method = %request.method(),
            http.route = route.as_deref().unwrap_or("default"),
            http.host = connection.host(),
            http.client_ip = connection.realip_remote_addr().unwrap_or_default(),
            http.user_agent = agent.and_then(|agent| agent.to_str().ok()).unwrap_or_default(),
            http.target = target,
            http.status_code = Empty,
            otel.status_code = Empty,
            request_id,
            exception.message = Empty,
            exception.details = Empty,
        )
    }

    fn on_request_end<B: MessageBody>(span: Span, outcome: &Result<ServiceResponse<B>, Error>) {
        DefaultRootSpanBuilder::on_request_end(span, outcome);
    }
}

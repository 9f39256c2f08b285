//! Listening, and the order of the middleware.

use super::documentation::{openapi, operations_with_query, route_methods};
use super::metrics::{Metrics, measure};
use super::routes::configure;
use super::span::DiscreetSpans;
use crate::http::{TakesQuery, answer_for_panics, no_unknown_query};
use crate::problem::{Problem, localise};
use crate::web::{Spa, security_headers, unknown_address};
use actix_web::dev::Server;
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::{Data, PathConfig, PayloadConfig, get, to};
use actix_web::{App, HttpResponse, HttpServer};
use daftar_application::Office;
use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tracing_actix_web::TracingLogger;
use utoipa_actix_web::AppExt as _;
use utoipa_swagger_ui::SwaggerUi;

/// Largest JSON body.
const BODY_LIMIT: usize = 1 << 20;

/// How the office is served.
#[derive(Debug, Clone)]
pub struct ApiSettings {
    /// The folder of the built SPA; `None` serves the API alone.
    pub web_root: Option<PathBuf>,
    /// Whether browsers reach the office by https, so that cookies are marked `Secure`.
    pub secure_cookies: bool,
    /// Whether requests come through a proxy, which names the client's address last in `X-Forwarded-For`.
    pub behind_proxy: bool,
    /// Worker threads.
    pub workers: usize,
    /// How long a client may take for the head of its first request.
    pub head: Duration,
    /// How long requests in flight may take when the server shuts down.
    pub drain: Duration,
}

/// Set when the server is shutting down: readiness fails first, then requests drain.
#[derive(Debug, Clone, Default)]
pub struct Draining(pub(crate) Arc<AtomicBool>);

impl Draining {
    /// Says that the server is going away.
    pub fn start(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Starts to serve on a socket; the future ends when the server has stopped.
pub fn run(office: Office, settings: ApiSettings, socket: TcpListener, draining: Draining) -> std::io::Result<Server> {
    let api = openapi();
    let spa = Data::new(Spa {
        root: settings.web_root.clone(),
        routes: route_methods(&api),
    });
    let takes_query = Data::new(TakesQuery(operations_with_query(&api)));
    let metrics = Data::new(Metrics::default());
    let office = Data::new(office);
    let (head, drain) = (settings.head, settings.drain.as_secs());
    let workers = settings.workers;
    let draining = Data::new(draining);
    let settings = Data::new(settings);
    let server = HttpServer::new(move || {
        let swagger = SwaggerUi::new("/swagger/{_:.*}").url("/api/v1/openapi.json", api.clone());
        App::new()
            .app_data(office.clone())
            .app_data(settings.clone())
            .app_data(metrics.clone())
            .app_data(draining.clone())
            .app_data(spa.clone())
            .app_data(takes_query.clone())
            .app_data(PayloadConfig::new(BODY_LIMIT))
            .app_data(PathConfig::default().error_handler(|_, _| Problem::of("not-found").into()))
            .wrap(from_fn(answer_for_panics))
            .wrap(from_fn(no_unknown_query))
            .wrap(Compress::default())
            .wrap(from_fn(localise))
            .wrap(from_fn(security_headers))
            .wrap(from_fn(measure))
            .wrap(TracingLogger::<DiscreetSpans>::new())
            .into_utoipa_app()
            // Before the scope of the API, which answers for every address below it.
            .map(|app| app.route("/swagger", get().to(to_swagger)).service(swagger))
            .configure(configure)
            .map(|app| app.default_service(to(unknown_address)))
            .into_app()
    });
    let server = server
        .workers(workers)
        .client_request_timeout(head)
        .keep_alive(Duration::from_secs(75))
        .shutdown_timeout(drain)
        .disable_signals();
    Ok(server.listen(socket)?.run())
}

async fn to_swagger() -> HttpResponse {
    HttpResponse::PermanentRedirect()
        .insert_header(("Location", "/swagger/"))
        .finish()
}

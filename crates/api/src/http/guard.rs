//! What is asked of every request before its handler, and said of every handler that fails.

use crate::problem::Problem;
use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::web::Data;
use daftar_application::FieldError;
use futures_util::FutureExt as _;
use std::collections::HashSet;
use std::panic::AssertUnwindSafe;

/// The operations that take a query string, as method and path template.
#[derive(Debug, Default)]
pub(crate) struct TakesQuery(pub HashSet<(String, String)>);

/// Refuses a query string where an operation takes none: a parameter that is ignored is a misunderstanding. Those that
/// take one look at its names themselves.
pub(crate) async fn no_unknown_query(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let given = request.query_string();
    if !given.is_empty()
        && let Some(template) = request.match_pattern().filter(|path| path.starts_with("/api/"))
        && let Some(takes) = request.app_data::<Data<TakesQuery>>()
        && !takes.0.contains(&(request.method().as_str().to_owned(), template))
    {
        let name = given.split(['=', '&']).next().unwrap_or_default().to_owned();
        let unknown = FieldError::new(format!("/{name}"), "unknown-field");
        return Err(Problem::of("query-invalid").with(vec![unknown]).into());
    }
    next.call(request).await
}

/// Answers for a handler that panicked: the caller learns that it is our fault, and by which id to ask for it.
pub(crate) async fn answer_for_panics(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    match AssertUnwindSafe(next.call(request)).catch_unwind().await {
        Ok(done) => done,
        // The panic itself, with its place, is in the log already.
        Err(_) => Err(Problem::of("internal").into()),
    }
}

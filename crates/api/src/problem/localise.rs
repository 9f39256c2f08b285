//! Every error leaves as a problem, in the reader's language, with the number of its request.

use super::body::Problem;
use crate::http::accept_language;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::InternalError;
use actix_web::http::header::{ALLOW, CONTENT_TYPE};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage};
use tracing_actix_web::RequestId;

/// Renders problems, and turns every other error answer into one.
pub(crate) async fn localise(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let language = accept_language(request.request());
    let trace = request
        .extensions()
        .get::<RequestId>()
        .map(ToString::to_string)
        .unwrap_or_default();
    // The request itself must not be held over the call: the router wants it for itself.
    let response = match next.call(request).await {
        Ok(response) => response.map_into_boxed_body(),
        Err(error) => {
            let problem = error.as_error::<Problem>().cloned();
            let problem = problem.unwrap_or_else(|| Problem::of_status(error.as_response_error().status_code()));
            let rendered = problem.render(language, &trace);
            return Err(InternalError::from_response(error, rendered).into());
        }
    };
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return Ok(response);
    }
    let ours = response
        .response()
        .error()
        .and_then(|error| error.as_error::<Problem>())
        .cloned();
    let rendered = response
        .headers()
        .get(CONTENT_TYPE)
        .is_some_and(|kind| kind == "application/problem+json");
    let problem = match ours {
        Some(problem) => problem,
        None if rendered => return Ok(response),
        None => Problem::of_status(status),
    };
    let allow = response.headers().get(ALLOW).cloned();
    let (http, _) = response.into_parts();
    let mut rendered = problem.render(language, &trace);
    if let Some(allow) = allow {
        rendered.headers_mut().insert(ALLOW, allow);
    }
    Ok(ServiceResponse::new(http, rendered))
}

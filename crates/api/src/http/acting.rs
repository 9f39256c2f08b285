//! Who sends the request.

use crate::problem::Problem;
use actix_web::dev::Payload;
use actix_web::http::header::{ACCEPT_LANGUAGE, AUTHORIZATION};
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest};
use daftar_application::Office;
use daftar_application::identity::{Acting, acting_officer};
use daftar_domain::access::Officer;
use daftar_domain::office::{Language, PostId};
use std::future::Future;
use std::pin::Pin;
use uuid::Uuid;

/// A person with a running session, whether or not he acts for a post.
#[derive(Debug, Clone)]
pub struct SignedIn(pub Acting);

/// An officer acting for a post. Handlers of the office take this one.
#[derive(Debug, Clone)]
pub struct ActingOfficer(pub Officer);

impl FromRequest for SignedIn {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let (office, token) = office_and_token(&request)?;
            let acting = acting_officer(office, &token, acting_post(&request)?).await?;
            Ok(Self(acting))
        })
    }
}

impl FromRequest for ActingOfficer {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let signed_in = SignedIn::from_request(request, payload);
        Box::pin(async move {
            let SignedIn(acting) = signed_in.await?;
            match acting.officer {
                Some(officer) => Ok(Self(officer)),
                None if acting.holder.officers.is_empty() => Err(Problem::of("no-charge")),
                None => Err(Problem::of("acting-post-required")),
            }
        })
    }
}

/// What an extractor that asks the office about a token needs.
pub fn office_and_token(request: &HttpRequest) -> Result<(&Office, String), Problem> {
    let office = request.app_data::<Data<Office>>();
    let office = office.ok_or_else(|| Problem::of("internal"))?;
    Ok((office, bearer(request)?))
}

/// The bearer token of a request.
fn bearer(request: &HttpRequest) -> Result<String, Problem> {
    let header = request
        .headers()
        .get(AUTHORIZATION)
        .and_then(|value| value.to_str().ok());
    let token = header.and_then(|value| value.strip_prefix("Bearer "));
    token.map(str::to_owned).ok_or_else(|| Problem::of("unauthenticated"))
}

/// The post named by the `Acting-Post` header.
fn acting_post(request: &HttpRequest) -> Result<Option<PostId>, Problem> {
    let Some(header) = request.headers().get("Acting-Post") else {
        return Ok(None);
    };
    let id = header.to_str().ok().and_then(|value| Uuid::parse_str(value).ok());
    id.map(|id| Some(PostId(id)))
        .ok_or_else(|| Problem::of("acting-post-not-held"))
}

/// The language that the reader asks for: Urdu where `Accept-Language` puts it first, English otherwise.
pub fn accept_language(request: &HttpRequest) -> Language {
    let header = request
        .headers()
        .get(ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let quality = |tag: &str| -> f32 {
        let mut parts = tag.split(';');
        parts.next();
        parts
            .find_map(|p| p.trim().strip_prefix("q=")?.parse().ok())
            .unwrap_or(1.0)
    };
    let best = |wanted: &str| {
        let tags = header.split(',').map(str::trim);
        tags.filter(|tag| tag.to_ascii_lowercase().starts_with(wanted))
            .map(quality)
            .fold(0.0_f32, f32::max)
    };
    if best("ur") > best("en") {
        Language::Urdu
    } else {
        Language::English
    }
}

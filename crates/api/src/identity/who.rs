//! Who sends a request that is about factors: found out before anything in the request is looked at.

use crate::http::office_and_token;
use crate::problem::Problem;
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use daftar_application::identity::{self, SessionHolder};

use std::future::Future;
use std::pin::Pin;

/// Whoever manages his own factors: with a session, or with a token for enrolling a first one.
pub(crate) struct FactorOwner(pub(crate) SessionHolder);

impl FromRequest for FactorOwner {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let (office, token) = office_and_token(&request)?;
            Ok(Self(identity::factor_owner(office, &token).await?))
        })
    }
}

/// Whoever has proved his password and not yet his second factor.
pub(crate) struct HalfSignedIn(pub(crate) SessionHolder);

impl FromRequest for HalfSignedIn {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let (office, token) = office_and_token(&request)?;
            Ok(Self(identity::half_signed_in(office, &token).await?))
        })
    }
}

//! Query strings: strict, like bodies.

use crate::problem::Problem;
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use daftar_application::FieldError;
use serde::de::DeserializeOwned;
use std::future::{Ready, ready};

/// A query string that was understood in full.
#[derive(Debug, Clone)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned> FromRequest for Query<T> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let parsed = actix_web::web::Query::<T>::from_query(request.query_string());
        ready(match parsed {
            Ok(query) => Ok(Self(query.into_inner())),
            Err(error) => {
                let message = error.to_string();
                let named = message.split('`').nth(1).unwrap_or_default();
                let code = if message.contains("unknown field") {
                    "unknown-field"
                } else {
                    "invalid"
                };
                let problem = Problem::of("query-invalid");
                Err(if named.is_empty() {
                    problem
                } else {
                    problem.with(vec![FieldError::new(format!("/{named}"), code)])
                })
            }
        })
    }
}

/// The size of a page: what was asked for, within 1 to `most`; `usual` when nothing was.
pub fn limit(asked: Option<u64>, usual: u64, most: u64) -> u64 {
    asked.unwrap_or(usual).clamp(1, most)
}

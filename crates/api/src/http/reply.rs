//! Replies to acts.

use crate::office::examples;
use actix_web::http::header::{ETAG, LOCATION};
use actix_web::{HttpRequest, HttpResponse, Responder};
use daftar_domain::office::{self, Version, Warning};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// The outcome of an official act.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(example = json!({
    "id": examples::FILE, "version": 4, "number": null, "paragraphs": {"first": 3, "last": 4},
    "entry": examples::DIGEST, "warnings": ["vacant_post"],
}))]
pub struct Act {
    /// The resource that was made or changed.
    pub id: Uuid,
    /// Its version after the act; also the `ETag`.
    pub version: i64,
    /// The official number, where the act allotted one.
    #[schema(required = true, example = "FD-1182/2026")]
    pub number: Option<String>,
    /// The paragraphs that became permanent.
    #[schema(required = true)]
    pub paragraphs: Option<Paragraphs>,
    /// The digest of the ledger entry, hex: the officer's receipt for the act.
    pub entry: String,
    /// What the officer should know.
    #[schema(value_type = Vec<String>, example = json!(["vacant_post"]))]
    pub warnings: Vec<Warning>,
}

/// First and last of a run of paragraphs.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct Paragraphs {
    /// The first paragraph.
    pub first: i32,
    /// The last paragraph.
    pub last: i32,
}

impl From<office::Act> for Act {
    fn from(act: office::Act) -> Self {
        Self {
            id: act.id,
            version: act.version.0,
            number: act.number,
            paragraphs: act.paragraphs.map(|(first, last)| Paragraphs { first, last }),
            entry: act.entry,
            warnings: act.warnings,
        }
    }
}

/// 200 or 201 with an [`Act`], its `ETag`, and the `Location` of what was made.
#[derive(Debug)]
pub struct ActReply {
    act: Act,
    location: Option<String>,
}

impl ActReply {
    /// Something was changed: 200.
    pub fn changed(act: office::Act) -> Self {
        Self {
            act: act.into(),
            location: None,
        }
    }

    /// Something was made, and is found under `collection/{id}`: 201.
    pub fn created(act: office::Act, collection: &str) -> Self {
        let location = Some(format!("/api/v1/{collection}/{}", act.id));
        Self {
            act: act.into(),
            location,
        }
    }
}

impl Responder for ActReply {
    type Body = actix_web::body::BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        let mut response = match &self.location {
            Some(location) => {
                let mut response = HttpResponse::Created();
                response.insert_header((LOCATION, location.as_str()));
                response
            }
            None => HttpResponse::Ok(),
        };
        response
            .insert_header((ETAG, format!("\"{}\"", self.act.version)))
            .json(self.act)
    }
}

/// 200 with a view and the version that it shows as `ETag`.
pub fn with_etag<T: Serialize>(view: &T, version: Version) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((ETAG, format!("\"{version}\"")))
        .json(view)
}

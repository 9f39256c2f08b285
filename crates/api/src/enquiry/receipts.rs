//! What became of a paper that somebody sent in.

use super::PublicName;
use crate::app::ApiSettings;
use crate::http::Body;
use crate::identity::origin;
use crate::office::words;
use crate::problem::{EnquiryProblems, Problem};
use actix_web::web::{Data, Json};
use actix_web::{HttpRequest, post};
use chrono::NaiveDate;
use daftar_application::Office;
use daftar_application::enquiry::{self, Tracked};
use daftar_domain::enquiry::{Progress, ProgressWord};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

/// What stands on the acknowledgement.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"number": "FD-1182/2026", "code": "7K2M9-QX4TB"}))]
pub(crate) struct TrackReceipt {
    /// The number in the diary.
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    number: String,
    /// The code beside it; small letters, spaces and hyphens make no difference.
    #[validate(length(min = 1, max = 64))]
    #[schema(min_length = 1, max_length = 64)]
    code: String,
}

/// What became of a paper.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "number": "FD-1182/2026", "received_on": "2026-03-02", "state": "under_consideration", "answered_on": null,
    "unit": {"en": "Budget Section I", "ur": "بجٹ سیکشن اوّل"},
}))]
pub(crate) struct TrackedReceipt {
    /// Its number in the diary.
    number: String,
    /// The day that it arrived.
    received_on: NaiveDate,
    #[schema(value_type = words::ReceiptProgress)]
    state: ProgressWord,
    /// The day of the answer.
    #[schema(required = true)]
    answered_on: Option<NaiveDate>,
    /// The unit that has it; null where that is not told, and once it is answered or closed.
    #[schema(required = true)]
    unit: Option<PublicName>,
}

impl From<Tracked> for TrackedReceipt {
    fn from(tracked: Tracked) -> Self {
        Self {
            number: tracked.number,
            received_on: tracked.received_on,
            state: tracked.progress.word(),
            answered_on: match tracked.progress {
                Progress::Answered(day) => Some(day),
                Progress::UnderConsideration | Progress::Closed => None,
            },
            unit: tracked.unit.map(Into::into),
        }
    }
}

/// Tells the sender of a paper what became of it.
///
/// Public. Number and code stand on the acknowledgement that the registry gave (`tracking_code` of `getReceipt`). Whatever is
/// wrong with either is told alike: 404 `not-found`; throttled as `findPublicIssue`. Nothing is told of who works on it, of
/// what was noted, or of the file.
#[utoipa::path(
    operation_id = "trackReceipt", tag = "Public", security(()), request_body = TrackReceipt,
    responses((status = 200, description = "What became of it", body = TrackedReceipt), EnquiryProblems)
)]
#[post("/public/receipt-searches")]
pub(crate) async fn track_receipt(
    office: Data<Office>,
    settings: Data<ApiSettings>,
    request: HttpRequest,
    body: Body<TrackReceipt>,
) -> Result<Json<TrackedReceipt>, Problem> {
    let TrackReceipt { number, code } = &body.value;
    let address = origin(&request, &settings).address;
    let tracked = enquiry::track(&office, number, code, &address).await?;
    Ok(Json(tracked.into()))
}

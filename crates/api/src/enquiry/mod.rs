//! What anybody may ask: whether a letter is genuine, and what became of a paper that he sent.

mod issues;
mod receipts;

use serde::Serialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

/// The same name in both languages.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(example = json!({"en": "Budget Section I", "ur": "بجٹ سیکشن اوّل"}))]
pub(crate) struct PublicName {
    /// In English.
    en: String,
    /// In Urdu.
    ur: String,
}

impl From<(String, String)> for PublicName {
    fn from((en, ur): (String, String)) -> Self {
        Self { en, ur }
    }
}

/// Registers the routes that anybody may use.
pub(crate) fn configure(config: &mut ServiceConfig) {
    config
        .service(issues::find_public_issue)
        .service(issues::get_public_issue)
        .service(issues::download_public_issue)
        .service(receipts::track_receipt);
}

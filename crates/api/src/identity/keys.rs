//! The keys that access tokens are verified with.

use actix_web::get;
use actix_web::web::{Data, Json};
use daftar_application::Office;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

/// A JSON Web Key Set (RFC 7517) of Ed25519 keys (RFC 8037).
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({"keys": [{
    "kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA", "kid": "5f0c2a",
    "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
}]}))]
pub(crate) struct Keys {
    /// The keys; the first signs, all verify.
    #[schema(value_type = Vec<Object>)]
    keys: Value,
}

/// The public keys of access tokens.
///
/// Public. Access tokens are JWTs signed with EdDSA; whoever gets one can verify it with these keys. Choose the key by
/// `kid`: keys rotate.
#[utoipa::path(
    operation_id = "getKeys", tag = "Session", security(()),
    responses((status = 200, description = "The keys", body = Keys))
)]
#[get("/.well-known/jwks.json")]
pub(crate) async fn get_keys(office: Data<Office>) -> Json<Keys> {
    let mut set = office.token_keys().jwks();
    Json(Keys {
        keys: set["keys"].take(),
    })
}

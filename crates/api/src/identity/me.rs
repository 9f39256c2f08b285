//! Oneself.

use super::origin::{must_be_ours, origin};
use super::session::{Session, answer};
use crate::app::ApiSettings;
use crate::http::{Body, SignedIn, office_and_token};
use crate::office::examples;
use crate::office::words;
use crate::organisation::{PersonRef, PostRef};
use crate::problem::{CreateProblems, PasswordProblems, Problem, ReadProblems};
use actix_web::dev::Payload;
use actix_web::web::{Data, Json};
use actix_web::{FromRequest, HttpRequest, HttpResponse, get, patch, put};
use chrono::{DateTime, Utc};
use daftar_application::Office;
use daftar_application::identity::{self, MyPost, PasswordChanger};
use daftar_domain::access::{Capacity, Role};
use daftar_domain::office::Language;
use daftar_domain::organisation::ChargeKind;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use std::pin::Pin;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// Who I am, what I hold, and what I may do.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "person": {
        "id": examples::BILAL, "user_name": "bilal.hassan", "name_en": "Bilal Hassan", "name_ur": "بلال حسن",
        "email": "bilal.hassan@finance.example", "language": "ur",
    },
    "charges": [{
        "id": examples::CHARGE, "kind": "substantive", "since": "2024-01-15T04:00:00Z",
        "post": examples::section_officer(), "roles": ["officer"],
        "capacity": "holder", "delegation_id": null, "assists": null, "until": null,
    }],
    "acting": {
        "post_id": examples::SECTION_OFFICER, "capacity": "holder",
        "permissions": ["read_organisation", "manage_heads", "upload_document", "open_file", "read_file", "read_desk"],
    },
}))]
pub(crate) struct Me {
    person: MePerson,
    /// The posts that I can act for: what I hold, my own post first, then where I assist.
    charges: Vec<MeCharge>,
    /// For which post this request acts; null for somebody with several charges who named none, or with no post.
    #[schema(required = true)]
    acting: Option<Acting>,
}

/// My account.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MePerson {
    id: Uuid,
    user_name: String,
    name_en: String,
    name_ur: String,
    #[schema(required = true)]
    email: Option<String>,
    #[schema(value_type = words::Language)]
    language: Language,
}

/// A charge of mine, or of an officer whom I assist.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MeCharge {
    id: Uuid,
    #[schema(value_type = words::ChargeKind)]
    kind: ChargeKind,
    /// Since when I hold the post, or assist at it.
    since: DateTime<Utc>,
    post: PostRef,
    #[schema(value_type = Vec<words::Role>)]
    roles: Vec<Role>,
    /// `holder`, or `assistant`: reads and drafts, and signs nothing.
    #[schema(value_type = words::Capacity)]
    capacity: Capacity,
    /// What `endDelegation` takes, for whoever assists and will no more; null for a charge of mine.
    #[schema(required = true)]
    delegation_id: Option<Uuid>,
    /// Whom I assist; null for a charge of mine.
    #[schema(required = true)]
    assists: Option<PersonRef>,
    /// Until when I assist; null for a charge of mine.
    #[schema(required = true)]
    until: Option<DateTime<Utc>>,
}

impl From<MyPost> for MeCharge {
    fn from(mine: MyPost) -> Self {
        let MyPost { held, roles, assisting } = mine;
        Self {
            id: held.charge.0,
            kind: held.kind,
            since: assisting.map_or(held.since, |assisting| assisting.since),
            capacity: if assisting.is_some() {
                Capacity::Assistant
            } else {
                Capacity::Holder
            },
            delegation_id: assisting.map(|assisting| assisting.delegation.0),
            assists: assisting.and(held.post.holder.clone()).map(Into::into),
            until: assisting.map(|assisting| assisting.until),
            post: held.post.into(),
            roles: roles.0.into_iter().collect(),
        }
    }
}

/// The post that I act for.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Acting {
    post_id: Uuid,
    #[schema(value_type = words::Capacity)]
    capacity: Capacity,
    /// What its roles permit; each thing may still be refused for where it is and whose it is.
    #[schema(value_type = Vec<words::Permission>)]
    permissions: Vec<&'static str>,
}

/// What I can change about myself.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"language": "ur"}))]
pub(crate) struct UpdateMe {
    /// The language that I read.
    #[schema(value_type = words::Language)]
    language: Language,
}

/// The old password and the new.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "current_password": "shalimar-bagh-at-dawn-1642", "new_password": "seven-kites-over-mochi-gate",
}))]
pub(crate) struct ChangePassword {
    #[validate(length(min = 1, max = 1024))]
    #[schema(min_length = 1, max_length = 1024, format = Password)]
    current_password: String,
    /// At least 12 characters, and not easily guessed.
    #[validate(length(max = 1024))]
    #[schema(min_length = 12, max_length = 256, format = Password)]
    new_password: String,
}

/// Who I am, what I hold, and what I may do for the post that I act for.
///
/// For whoever is signed in, also without a charge. `charges` lists the posts that can stand in `Acting-Post`, also
/// those where I assist (`capacity`). Without `Acting-Post` a request acts for the one post that I hold, or, where I
/// hold none, for the one where I assist;
/// `acting.permissions` is what the roles of the acting post allow in general. Read it again after 403
/// `acting-post-not-held`: a transfer of charge acts at once.
#[utoipa::path(
    operation_id = "getMe", tag = "Session",
    responses((status = 200, description = "I", body = Me), ReadProblems)
)]
#[get("/me")]
pub(crate) async fn get_me(office: Data<Office>, who: SignedIn) -> Result<Json<Me>, Problem> {
    let profile = identity::profile(&office, &who.0).await?;
    Ok(Json(Me {
        charges: profile.charges.into_iter().map(Into::into).collect(),
        acting: profile.acting.map(|acting| Acting {
            post_id: acting.post.0,
            capacity: acting.capacity,
            permissions: acting.permissions,
        }),
        person: MePerson {
            id: profile.person.id.0,
            user_name: profile.person.user_name,
            name_en: profile.person.name_en,
            name_ur: profile.person.name_ur,
            email: profile.person.email,
            language: profile.person.language,
        },
    }))
}

/// Chooses the language that I read.
///
/// For whoever is signed in. The language of problems still follows `Accept-Language`; this is what the SPA starts
/// with.
#[utoipa::path(
    operation_id = "updateMe", tag = "Session", request_body = UpdateMe,
    responses((status = 204, description = "Chosen"), CreateProblems)
)]
#[patch("/me")]
pub(crate) async fn update_me(
    office: Data<Office>,
    who: SignedIn,
    body: Body<UpdateMe>,
) -> Result<HttpResponse, Problem> {
    identity::set_language(&office, who.0.holder.person, body.value.language).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Whoever may change a password with the token that he sent; found out before anything in the request is looked at.
pub(crate) struct Changer(PasswordChanger);

impl FromRequest for Changer {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let (office, token) = office_and_token(&request)?;
            Ok(Self(identity::password_changer(office, &token).await?))
        })
    }
}

/// Changes my password. Every session of mine ends; the answer is a new one.
///
/// For the owner of the account. Accepts a token of the kind `password_change` too. Refused with `password-wrong` for
/// the old one, and `password-too-short`, `password-too-long`, `password-too-weak` or `password-same` for the new one;
/// wrong old passwords count towards 429 `too-many-attempts`. Every session of the account ends; the ledger keeps that
/// it was changed. Who has a second factor, or must have one, and has not proved it in this session, gets a token of the
/// kind `second_factor` or `enrolment`, as from `signIn`.
#[utoipa::path(
    operation_id = "changePassword", tag = "Session", request_body = ChangePassword,
    responses(
        (status = 200, description = "Changed, and signed in anew or asked for a second factor", body = Session),
        PasswordProblems,
    )
)]
#[put("/me/password")]
pub(crate) async fn change_password(
    office: Data<Office>,
    settings: Data<ApiSettings>,
    request: HttpRequest,
    changer: Changer,
    body: Body<ChangePassword>,
) -> Result<HttpResponse, Problem> {
    must_be_ours(&request, &office)?;
    let current = SecretString::from(body.value.current_password);
    let new = SecretString::from(body.value.new_password);
    let started = identity::change_password(&office, changer.0, &current, &new, &origin(&request, &settings)).await?;
    Ok(answer(started, &settings))
}

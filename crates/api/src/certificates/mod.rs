//! The office's authorities for certificates, and their lists, for everybody: whoever checks a signed document needs them.

use crate::problem::Problem;
use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};
use daftar_application::{Office, certificates};
use daftar_domain::certificates::AuthorityKind;
use utoipa_actix_web::service_config::ServiceConfig;

const DER: &str = "application/pkix-cert";
const PEM: &str = "application/x-pem-file";

/// Seconds that a certificate may be kept: it changes when another authority takes the place of this one.
const KEPT: u32 = 86_400;

/// Seconds that a list may be kept: what is revoked shall be known soon.
const LIST_KEPT: u32 = 3600;

/// Registers the routes of certificates below `/api/v1`.
pub(crate) fn configure(config: &mut ServiceConfig) {
    config
        .service(get_root_certificate)
        .service(get_issuing_certificate)
        .service(get_revocation_list)
        .service(get_root_revocation_list);
}

/// The certificate of the office's root authority.
///
/// Public. Trust it in a reader of PDFs (Acrobat, NSS), and the reader checks documents that the office has issued. Text
/// (PEM), or DER where `Accept` asks for `application/pkix-cert`. 404 before the office has one.
#[utoipa::path(
    operation_id = "getRootCertificate", tag = "Certificates", security(()),
    responses(
        (status = 200, description = "The certificate", content(
            (String = "application/x-pem-file"), (Vec<u8> = "application/pkix-cert"),
        )),
        (status = 404, description = "The office has no authority yet"),
    )
)]
#[get("/certificates/root")]
pub(crate) async fn get_root_certificate(office: Data<Office>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    certificate(&office, &request, AuthorityKind::Root).await
}

/// The certificate of the authority that certifies officers.
///
/// Public. Issued by the root of `getRootCertificate`, or by a government's authority; in the same forms. 404 before the
/// office has one.
#[utoipa::path(
    operation_id = "getIssuingCertificate", tag = "Certificates", security(()),
    responses(
        (status = 200, description = "The certificate", content(
            (String = "application/x-pem-file"), (Vec<u8> = "application/pkix-cert"),
        )),
        (status = 404, description = "The office has no authority yet"),
    )
)]
#[get("/certificates/issuing")]
pub(crate) async fn get_issuing_certificate(
    office: Data<Office>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    certificate(&office, &request, AuthorityKind::Issuing).await
}

/// The list of officers' certificates that were revoked.
///
/// Public. A CRL (RFC 5280) in DER, good for thirty days, and made anew whenever something is revoked. 404 before the
/// office has an authority.
#[utoipa::path(
    operation_id = "getRevocationList", tag = "Certificates", security(()),
    responses(
        (status = 200, description = "The list", body = Vec<u8>, content_type = "application/pkix-crl"),
        (status = 404, description = "The office has no authority yet"),
    )
)]
#[get("/certificates/crl")]
pub(crate) async fn get_revocation_list(office: Data<Office>) -> Result<HttpResponse, Problem> {
    list(&office, AuthorityKind::Issuing).await
}

/// The list of authorities that the root revoked.
///
/// Public. As `getRevocationList`, good for a year. 404 before the office has a root of its own; the list of a
/// government's root is where its certificates say.
#[utoipa::path(
    operation_id = "getRootRevocationList", tag = "Certificates", security(()),
    responses(
        (status = 200, description = "The list", body = Vec<u8>, content_type = "application/pkix-crl"),
        (status = 404, description = "The office has no root of its own"),
    )
)]
#[get("/certificates/root-crl")]
pub(crate) async fn get_root_revocation_list(office: Data<Office>) -> Result<HttpResponse, Problem> {
    list(&office, AuthorityKind::Root).await
}

async fn certificate(office: &Office, request: &HttpRequest, kind: AuthorityKind) -> Result<HttpResponse, Problem> {
    let found = certificates::certificate(office, kind).await?;
    let found = found.ok_or_else(|| Problem::of("not-found"))?;
    let accept = request
        .headers()
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok());
    let (form, ending, body) = if accept.is_some_and(|accept| accept.contains(DER)) {
        (DER, "cer", found.der().to_vec())
    } else {
        let text = found.to_pem().map_err(|_| Problem::of("internal"))?;
        (PEM, "pem", text.into_bytes())
    };
    let mut answer = public(form, KEPT, &format!("{kind}.{ending}", kind = kind.as_str()), body);
    answer
        .headers_mut()
        .insert(header::VARY, header::HeaderValue::from_static("Accept"));
    Ok(answer)
}

async fn list(office: &Office, kind: AuthorityKind) -> Result<HttpResponse, Problem> {
    let list = certificates::list(office, kind).await?;
    let list = list.ok_or_else(|| Problem::of("not-found"))?;
    let name = format!("{}.crl", kind.as_str());
    Ok(public("application/pkix-crl", LIST_KEPT, &name, list))
}

fn public(form: &str, seconds: u32, name: &str, body: Vec<u8>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type(form)
        .insert_header((header::CACHE_CONTROL, format!("public, max-age={seconds}")))
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .insert_header((header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"))
        .body(body)
}

//! The cookie that keeps a session alive. Scripts cannot read it, and it goes nowhere but to the session's own address.

use crate::app::ApiSettings;
use actix_web::HttpRequest;
use actix_web::cookie::time::OffsetDateTime;
use actix_web::cookie::{Cookie, SameSite};
use daftar_application::identity::Refresh;

const PLAIN: &str = "daftar_refresh";
/// Browsers accept this prefix only over https, for this host alone, and for the whole host.
const SECURE: &str = "__Host-daftar_refresh";
const PATH: &str = "/api/v1/session";

/// The cookie for a refresh token.
pub(super) fn kept(settings: &ApiSettings, refresh: &Refresh) -> Cookie<'static> {
    let mut cookie = blank(settings);
    cookie.set_value(refresh.token.clone());
    if let Ok(expires) = OffsetDateTime::from_unix_timestamp(refresh.expires_at.timestamp()) {
        cookie.set_expires(expires);
    }
    cookie
}

/// The cookie that takes the token away.
pub(super) fn removed(settings: &ApiSettings) -> Cookie<'static> {
    let mut cookie = blank(settings);
    cookie.make_removal();
    cookie
}

/// The token that a request brings.
pub(super) fn brought(request: &HttpRequest, settings: &ApiSettings) -> Option<String> {
    request.cookie(name(settings)).map(|cookie| cookie.value().to_owned())
}

fn name(settings: &ApiSettings) -> &'static str {
    if settings.secure_cookies { SECURE } else { PLAIN }
}

fn blank(settings: &ApiSettings) -> Cookie<'static> {
    Cookie::build(name(settings), "")
        .path(if settings.secure_cookies { "/" } else { PATH })
        .secure(settings.secure_cookies)
        .http_only(true)
        .same_site(SameSite::Strict)
        .finish()
}

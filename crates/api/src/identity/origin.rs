//! Where a request comes from, and whether our own pages sent it.

use crate::app::ApiSettings;
use crate::problem::Problem;
use actix_web::HttpRequest;
use actix_web::http::header::{HOST, HeaderName, ORIGIN, USER_AGENT};
use actix_web::web::Data;
use daftar_application::Office;
use daftar_application::identity::Origin;

/// The longest name of a program that is kept.
const LONGEST_AGENT: usize = 200;
/// The longest address that is kept: IPv6 with a zone.
const LONGEST_ADDRESS: usize = 64;

/// The client's address and program.
pub(crate) fn origin(request: &HttpRequest, settings: &Data<ApiSettings>) -> Origin {
    let forwarded = settings.behind_proxy.then(|| forwarded_for(request)).flatten();
    let peer = || request.peer_addr().map(|peer| peer.ip().to_string());
    Origin {
        address: forwarded.or_else(peer).unwrap_or_default(),
        user_agent: header(request, &USER_AGENT)
            .unwrap_or_default()
            .chars()
            .take(LONGEST_AGENT)
            .collect(),
    }
}

/// The last address of `X-Forwarded-For`: the one that our proxy saw itself; those before it are what the client says.
fn forwarded_for(request: &HttpRequest) -> Option<String> {
    let lines = request.headers().get_all("X-Forwarded-For");
    let last = lines.last()?.to_str().ok()?.rsplit(',').next()?.trim();
    Some(last.chars().take(LONGEST_ADDRESS).collect()).filter(|address: &String| !address.is_empty())
}

/// Refuses a request that a page of another site had a browser send: such a request carries the cookie too. Our own
/// pages come from the host that was asked, or from the office's public address where a proxy asks under another name.
pub(super) fn must_be_ours(request: &HttpRequest, office: &Office) -> Result<(), Problem> {
    let site = header(request, &HeaderName::from_static("sec-fetch-site"));
    let same_site = site.is_none_or(|site| site == "same-origin" || site == "none");
    let host = header(request, &HOST);
    let same_host = header(request, &ORIGIN).is_none_or(|origin| {
        let named = origin.split_once("://").map(|(_, host)| host);
        (named.is_some() && named == host) || origin == office.token_keys().issuer()
    });
    if same_site && same_host {
        Ok(())
    } else {
        Err(Problem::of("foreign-origin"))
    }
}

/// Refuses a request without the header that only our own scripts send.
pub(super) fn must_be_scripted(request: &HttpRequest, office: &Office) -> Result<(), Problem> {
    match request
        .headers()
        .get("X-Daftar")
        .map(actix_web::http::header::HeaderValue::as_bytes)
    {
        Some(b"1") => must_be_ours(request, office),
        _ => Err(Problem::of("foreign-origin")),
    }
}

fn header<'a>(request: &'a HttpRequest, name: &HeaderName) -> Option<&'a str> {
    request.headers().get(name).and_then(|value| value.to_str().ok())
}

//! The built SPA, served from a folder.

use crate::problem::Problem;
use actix_files::NamedFile;
use actix_web::http::Method;
use actix_web::http::header::{ACCEPT, ALLOW, CACHE_CONTROL, HeaderValue};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use std::path::{Component, Path, PathBuf};

/// Where the SPA lies, and which addresses belong to the API.
#[derive(Debug, Clone)]
pub(crate) struct Spa {
    /// The folder with `index.html`; `None` serves the API alone.
    pub(crate) root: Option<PathBuf>,
    /// Path templates with their methods, for 405.
    pub(crate) routes: Vec<(String, Vec<String>)>,
}

/// Answers what no route answered: a file of the SPA, the SPA itself for its own addresses, 405 or 404.
pub(crate) async fn unknown_address(request: HttpRequest, spa: Data<Spa>) -> HttpResponse {
    let path = request.path();
    if let Some((_, methods)) = spa.routes.iter().find(|(template, _)| matches(template, path)) {
        let mut response = Problem::of("method-not-allowed").into_response();
        if let Ok(allow) = HeaderValue::from_str(&methods.join(", ")) {
            response.headers_mut().insert(ALLOW, allow);
        }
        return response;
    }
    let readable = matches!(*request.method(), Method::GET | Method::HEAD);
    let Some(root) = spa.root.as_deref().filter(|_| readable && !path.starts_with("/api/")) else {
        return Problem::of("not-found").into_response();
    };
    if let Some(file) = file(root, path).await {
        // Names of built assets carry a hash of their content: they never change.
        let cache = if path.starts_with("/assets/") {
            "public, max-age=31536000, immutable"
        } else {
            "no-cache"
        };
        return send(file, cache, &request);
    }
    // The front door opens for everybody; another address only for what shows pages.
    let page = path == "/"
        || request
            .headers()
            .get(ACCEPT)
            .and_then(|v| v.to_str().ok())
            .is_some_and(|v| v.contains("text/html"));
    match open(root.join("index.html")).await {
        Ok(index) if page => send(index, "no-cache", &request),
        _ => Problem::of("not-found").into_response(),
    }
}

fn send(file: NamedFile, cache: &'static str, request: &HttpRequest) -> HttpResponse {
    let mut response = file.disable_content_disposition().into_response(request);
    response
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static(cache));
    response
}

/// The file of that path below the folder; never outside it.
async fn file(root: &Path, path: &str) -> Option<NamedFile> {
    let relative = Path::new(path.trim_start_matches('/'));
    let plain = relative.components().all(|part| matches!(part, Component::Normal(_)));
    if !plain || relative.as_os_str().is_empty() {
        return None;
    }
    let file = root.join(relative);
    if !tokio::fs::metadata(&file).await.ok()?.is_file() {
        return None;
    }
    open(file).await.ok()
}

/// Opens a file off the event loop.
async fn open(path: PathBuf) -> std::io::Result<NamedFile> {
    tokio::task::spawn_blocking(|| NamedFile::open(path))
        .await
        .map_err(std::io::Error::other)?
}

/// Whether a path is one of a template: `/files/{id}`.
fn matches(template: &str, path: &str) -> bool {
    let (mut parts, mut segments) = (template.split('/'), path.split('/'));
    loop {
        match (parts.next(), segments.next()) {
            (None, None) => return true,
            (Some(part), Some(segment)) if part == segment || (part.starts_with('{') && !segment.is_empty()) => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn templates_match_whole_paths_only() {
        assert!(matches("/files/{id}/notes", "/files/7/notes"));
        assert!(!matches("/files/{id}/notes", "/files/7"));
        assert!(!matches("/files/{id}", "/files/"));
        assert!(!matches("/files/{id}", "/files/7/notes"));
    }
}

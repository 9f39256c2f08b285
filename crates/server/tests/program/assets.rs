//! The SPA's files: how long they are kept, and what is made smaller on the way.

use super::process::{Place, Server};
use daftar_testing::Reply;
use std::fs;
use std::io::Read as _;

const SCRIPT: &str = "/assets/index-4f2a9c1b.js";
const PICTURE: &str = "/assets/emblem-77aa01ce.png";
const PAGE: &str = "<!doctype html><title>Daftar</title>";

/// A server with a small SPA.
fn serve(place: &Place) -> Server {
    let web = place.path().join("web");
    fs::create_dir_all(web.join("assets")).unwrap();
    fs::write(web.join("index.html"), PAGE).unwrap();
    fs::write(
        web.join(&SCRIPT[1..]),
        "export const desk = () => 'desk';\n".repeat(500),
    )
    .unwrap();
    fs::write(web.join(&PICTURE[1..]), b"\x89PNG\r\n\x1a\n".repeat(500)).unwrap();
    place.serve(&[], &[("DAFTAR__SERVER__WEB_ROOT", "web")])
}

fn header<'a>(reply: &'a Reply, name: &str) -> Option<&'a str> {
    reply.headers.get(name).map(|value| value.to_str().unwrap())
}

#[tokio::test]
async fn assets_are_kept_for_ever_and_the_page_is_asked_for_each_time() {
    let place = Place::new();
    let server = serve(&place);
    let client = server.client();
    let kept = [
        (SCRIPT, "public, max-age=31536000, immutable"),
        ("/", "no-cache"),
        ("/index.html", "no-cache"),
        ("/files/some-file", "no-cache"),
    ];
    for (path, cache) in kept {
        let browser = client.with("Accept", "text/html,*/*");
        let whole = browser.get(path).await.expect(200);
        assert_eq!(header(&whole, "cache-control"), Some(cache), "{path}");
        let same = browser.with("If-None-Match", &whole.etag()).get(path).await.expect(304);
        assert_eq!(
            (same.bytes.len(), header(&same, "cache-control")),
            (0, Some(cache)),
            "{path}"
        );
        assert_eq!(same.etag(), whole.etag(), "{path}");
        browser.with("If-None-Match", "\"another\"").get(path).await.expect(200);
    }

    let old = client.get("/").await.expect(200);
    assert_eq!(old.bytes, PAGE.as_bytes());
    let changed = PAGE.replace("Daftar", "Daftar, the next version");
    fs::write(place.path().join("web/index.html"), &changed).unwrap();
    let new = client.with("If-None-Match", &old.etag()).get("/").await.expect(200);
    assert_eq!(new.bytes, changed.as_bytes());
    client.get("/assets/index-gone.js").await.expect(404);
}

#[tokio::test]
async fn what_shrinks_is_compressed_for_those_who_accept_it() {
    let place = Place::new();
    let server = serve(&place);
    for path in [SCRIPT, "/api/v1/openapi.json"] {
        let plain = server.client().get(path).await.expect(200);
        assert_eq!(header(&plain, "content-encoding"), None, "{path}");
        let plainly = server
            .client()
            .with("Accept-Encoding", "identity")
            .get(path)
            .await
            .expect(200);
        assert_eq!(
            (header(&plainly, "content-encoding"), &plainly.bytes),
            (None, &plain.bytes),
            "{path}"
        );
        for encoding in ["gzip", "br"] {
            let packed = server
                .client()
                .with("Accept-Encoding", encoding)
                .get(path)
                .await
                .expect(200);
            assert_eq!(header(&packed, "content-encoding"), Some(encoding), "{path}");
            assert_eq!(
                header(&packed, "vary"),
                Some("accept-encoding"),
                "{path}: a cache keeps both"
            );
            assert!(
                packed.bytes.len() < plain.bytes.len() / 2,
                "{path} {encoding}: {}",
                packed.bytes.len()
            );
            if encoding == "gzip" {
                let mut unpacked = Vec::new();
                flate2::read::GzDecoder::new(packed.bytes.as_slice())
                    .read_to_end(&mut unpacked)
                    .unwrap();
                assert!(unpacked == plain.bytes, "{path}");
            }
        }
    }
    let picture = server
        .client()
        .with("Accept-Encoding", "gzip, br")
        .get(PICTURE)
        .await
        .expect(200);
    assert_eq!(header(&picture, "content-encoding"), None);
    assert_eq!(picture.bytes, b"\x89PNG\r\n\x1a\n".repeat(500));
}

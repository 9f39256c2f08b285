//! Uploads and downloads, friendly and hostile.

use crate::correspondence::{entry_with, pdf, to, upload};
use daftar_testing::{Persona, Reply, TestApp, on_both};
use sea_orm::{ConnectionTrait as _, Statement};
use serde_json::json;

/// Lines of the access log about documents.
async fn lines(app: &TestApp) -> i64 {
    let count = "SELECT count(*) FROM access_log WHERE action LIKE 'ReadDocument%' AND outcome = 'read'";
    let count = Statement::from_string(app.database.raw.get_database_backend(), count);
    let row = app.database.raw.query_one_raw(count).await.unwrap().unwrap();
    row.try_get_by_index(0).unwrap()
}

on_both! {
    async fn a_scan_is_kept_shown_and_given_back(app: TestApp) {
        let bytes = pdf("A letter");
        let made = upload(&app, Persona::Clerk, "../../Letter\u{202E} 1.PDF", bytes.clone()).await.expect(201);
        assert_eq!(made.json["file_name"], "Letter 1.pdf");
        assert_eq!(made.json["media_type"], "application/pdf");
        assert_eq!((&made.json["pages"], &made.json["preview"]), (&json!(1), &json!("ok")));
        assert_eq!(made.json["size"], bytes.len());
        assert_eq!(made.json["same_as"], json!([]));
        let path = format!("/api/v1/documents/{}", made.id());
        assert_eq!(made.headers["location"], path.as_str());
        let clerk = app.acting(Persona::Clerk);
        assert_eq!(clerk.get(&path).await.expect(200).json, made.json);

        let whole = clerk.get(&format!("{path}/content")).await.expect(200);
        assert_eq!(whole.bytes, bytes);
        assert_eq!(whole.headers["content-security-policy"], "sandbox; default-src 'none'");
        assert_eq!(whole.headers["x-content-type-options"], "nosniff");
        assert!(whole.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
        assert_eq!(whole.etag(), format!("\"{}\"", made.json["digest"].as_str().unwrap()));
        let part = clerk.with("Range", "bytes=5-7").get(&format!("{path}/content")).await.expect(206);
        assert_eq!((part.bytes.as_slice(), part.headers["content-range"].to_str().unwrap()), (&bytes[5..8], format!("bytes 5-7/{}", bytes.len()).as_str()));
        let beyond = clerk.with("Range", "bytes=99999999-").get(&format!("{path}/content")).await.expect(416);
        assert_eq!(beyond.code(), "range-not-satisfiable");
        assert_eq!(clerk.with("If-None-Match", &whole.etag()).get(&format!("{path}/content")).await.status, 304);

        let picture = clerk.get(&format!("{path}/pages/1/image?width=200")).await.expect(200);
        assert_eq!(picture.headers["content-type"], "image/png");
        assert!(picture.bytes.starts_with(b"\x89PNG"));
        assert_eq!(clerk.get(&format!("{path}/pages/2/image")).await.status, 404);
        assert_eq!(clerk.get(&format!("{path}/pages/0/image")).await.status, 404);
    }

    async fn what_is_small_already_is_not_compressed_again(app: TestApp) {
        let bytes = pdf(&"a text that would shrink ".repeat(200));
        let made = upload(&app, Persona::Clerk, "letter.pdf", bytes.clone()).await.expect(201);
        let clerk = app.acting(Persona::Clerk).with("Accept-Encoding", "gzip, br");
        let path = format!("/api/v1/documents/{}", made.id());
        let encoding = |reply: &Reply| reply.headers.get("content-encoding").map(|value| value.to_str().unwrap().to_owned());
        let whole = clerk.get(&format!("{path}/content")).await.expect(200);
        assert!(encoding(&whole).is_none_or(|encoding| encoding == "identity"));
        assert_eq!((whole.headers["content-length"].to_str().unwrap(), &whole.bytes), (bytes.len().to_string().as_str(), &bytes));
        let picture = clerk.get(&format!("{path}/pages/1/image?width=200")).await.expect(200);
        assert_eq!(encoding(&picture), None);
        assert!(picture.bytes.starts_with(b"\x89PNG"));
        assert_eq!(encoding(&clerk.get("/api/v1/openapi.json").await.expect(200)).as_deref(), Some("br"));
    }

    async fn a_document_is_seen_with_its_receipt_and_not_otherwise(app: TestApp) {
        let made = upload(&app, Persona::Clerk, "letter.pdf", pdf("x")).await.expect(201);
        let path = format!("/api/v1/documents/{}", made.id());
        let all = [Persona::SectionOfficer, Persona::LawClerk, Persona::Auditor, Persona::Administrator];
        for who in all {
            for below in ["", "/content", "/pages/1/image"] {
                assert_eq!(app.acting(who).get(&format!("{path}{below}")).await.status, 404, "{who:?} {below}");
            }
        }
        let body = entry_with(&json!({ "document_ids": [made.id()], "mark": to(&app, Persona::SectionOfficer) }));
        let receipt = app.acting(Persona::Clerk).post("/api/v1/receipts", &body).await.expect(201);
        assert_eq!(app.acting(Persona::SectionOfficer).get(&format!("{path}/content")).await.status, 200);
        let shown = app.acting(Persona::SectionOfficer).get(&format!("/api/v1/receipts/{}", receipt.id())).await.expect(200);
        assert_eq!(shown.json["documents"][0]["id"], made.id());
        assert_eq!(app.acting(Persona::LawClerk).get(&path).await.status, 404);
    }

    async fn reading_what_is_held_closely_leaves_a_line(app: TestApp) {
        let made = upload(&app, Persona::SectionOfficer, "خط.pdf", pdf("secret")).await.expect(201);
        let file = crate::files::open(&app).await;
        let paper = json!({"document_id": made.id(), "title": "Letter"});
        let _ = crate::files::act(&app, Persona::SectionOfficer, &file, "papers", paper).await.expect(200);
        let path = format!("/api/v1/documents/{}", made.id());
        let officer = app.acting(Persona::SectionOfficer);
        let shown = officer.get(&format!("{path}/content")).await.expect(200);
        let named = shown.headers["content-disposition"].to_str().unwrap();
        assert!(named.ends_with("filename*=UTF-8''%D8%AE%D8%B7.pdf"), "{named}");
        assert_eq!(lines(&app).await, 0);
        let etag = officer.get(&format!("/api/v1/files/{file}")).await.expect(200).etag();
        let secret = json!({"classification": "secret"});
        let _ = officer.if_match(&etag).patch(&format!("/api/v1/files/{file}"), &secret).await.expect(200);
        for below in ["/content", "/pages/1/image"] {
            officer.get(&format!("{path}{below}")).await.expect(200);
        }
        assert_eq!(lines(&app).await, 2);
    }

    async fn the_same_bytes_are_pointed_out_to_those_who_may_know(app: TestApp) {
        let first = upload(&app, Persona::Clerk, "a.pdf", pdf("same")).await.expect(201);
        let body = entry_with(&json!({ "document_ids": [first.id()] }));
        let receipt = app.acting(Persona::Clerk).post("/api/v1/receipts", &body).await.expect(201);
        let again = upload(&app, Persona::Clerk, "b.pdf", pdf("same")).await.expect(201);
        assert_eq!(again.json["digest"], first.json["digest"]);
        assert_eq!(again.json["same_as"][0]["diary_number"], "FD-1/2026");
        assert_eq!(again.json["same_as"][0]["receipt_id"], receipt.id());
        let other = upload(&app, Persona::LawClerk, "c.pdf", pdf("same")).await.expect(201);
        assert_eq!(other.json["same_as"], json!([]));
        // On its own page a receipt is not its own double.
        let shown = app.acting(Persona::Clerk).get(&format!("/api/v1/receipts/{}", receipt.id())).await.expect(200);
        assert_eq!(shown.json["documents"][0]["same_as"], json!([]));
    }

    async fn hostile_uploads_are_refused_and_leave_nothing(app: TestApp) {
        let mut executable = b"MZ\x90\0\x03\0\0\0".to_vec();
        executable.resize(4000, 7);
        let refused = upload(&app, Persona::Clerk, "invoice.pdf", executable).await.expect(415);
        assert_eq!(refused.code(), "document-type-refused");
        for bytes in [b"<html><script>alert(1)</script>".to_vec(), b"<svg xmlns='x'/>".to_vec(), b"PK\x03\x04".to_vec()] {
            assert_eq!(upload(&app, Persona::Clerk, "a.pdf", bytes).await.status, 415);
        }
        assert_eq!(upload(&app, Persona::Clerk, "a.pdf", Vec::new()).await.expect(422).code(), "document-empty");
        let cut = pdf("cut")[..200].to_vec();
        let made = upload(&app, Persona::Clerk, "a.pdf", cut).await.expect(201);
        assert_eq!((&made.json["preview"], &made.json["pages"]), (&json!("unreadable"), &json!(null)));
        let image = app.acting(Persona::Clerk).get(&format!("/api/v1/documents/{}/pages/1/image", made.id())).await.expect(422);
        assert_eq!(image.code(), "page-unreadable");

        let client = app.acting(Persona::Clerk);
        let json = client.request("POST", "/api/v1/documents?file_name=a.pdf").json(&json!({}));
        assert_eq!(client.send(json).await.expect(415).code(), "document-media-type");
        let nameless = client.request("POST", "/api/v1/documents").header("content-type", "application/octet-stream").body("x");
        assert_eq!(client.send(nameless).await.status, 400);
        for who in [Persona::Auditor, Persona::Administrator] {
            assert_eq!(upload(&app, who, "a.pdf", pdf("x")).await.expect(403).code(), "role-missing");
        }
    }

    async fn more_than_a_hundred_megabytes_are_refused(app: TestApp) {
        let mut bytes = pdf("big");
        bytes.resize(100_000_001, 0);
        let declared = upload(&app, Persona::Clerk, "big.pdf", bytes.clone()).await.expect(413);
        assert_eq!(declared.code(), "document-too-large");
        // Without a declared length it is counted as it comes.
        let chunks = bytes.chunks(1 << 20).map(<[u8]>::to_vec).map(Ok::<_, std::io::Error>).collect::<Vec<_>>();
        let client = app.acting(Persona::Clerk);
        let request = client
            .request("POST", "/api/v1/documents?file_name=big.pdf")
            .header("content-type", "application/octet-stream")
            .body(reqwest::Body::wrap_stream(futures_util::stream::iter(chunks)));
        assert_eq!(client.send(request).await.expect(413).code(), "document-too-large");
    }

    async fn the_same_key_uploads_once(app: TestApp) {
        let client = app.acting(Persona::Clerk).with("Idempotency-Key", "u-1");
        let request = |bytes: Vec<u8>| {
            client.request("POST", "/api/v1/documents?file_name=a.pdf").header("content-type", "application/octet-stream").body(bytes)
        };
        let first = client.send(request(pdf("1"))).await.expect(201);
        let second = client.send(request(pdf("1"))).await.expect(201);
        assert_eq!(first.json, second.json);
        assert_eq!(client.send(request(pdf("2"))).await.expect(422).code(), "idempotency-mismatch");
    }
}

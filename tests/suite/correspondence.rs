//! Helpers of the tests of documents and receipts.

use daftar_testing::{Persona, Reply, TestApp};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// A diary entry that nothing is wrong with; the test office lives on 2 March 2026.
pub(crate) fn entry(subject: &str) -> Value {
    json!({
        "received_on": "2026-03-02",
        "mode": "post",
        "sender_name": "Muhammad Aslam",
        "sender_office": "Irrigation Department",
        "reference_number": "SO(W)1-2/2026",
        "reference_date": "2026-02-27",
        "subject": subject,
        "language": "en",
        "classification": "unclassified",
        "priority": "routine",
        "document_ids": [],
    })
}

/// The same entry with some fields changed.
pub(crate) fn entry_with(changes: &Value) -> Value {
    let mut entry = entry("Release of funds for canal lining");
    for (name, value) in changes.as_object().unwrap() {
        entry[name] = value.clone();
    }
    entry
}

/// Uploads bytes as somebody.
pub(crate) async fn upload(app: &TestApp, who: Persona, name: &str, bytes: Vec<u8>) -> Reply {
    let client = app.acting(who);
    let request = client
        .request("POST", &format!("/api/v1/documents?file_name={}", percent(name)))
        .header("content-type", "application/octet-stream")
        .body(bytes);
    client.send(request).await
}

/// A text as a part of a query string.
fn percent(text: &str) -> String {
    text.bytes().fold(String::new(), |mut escaped, byte| {
        write!(escaped, "%{byte:02X}").unwrap();
        escaped
    })
}

/// A one-page PDF; `text` makes it differ from others.
pub(crate) fn pdf(text: &str) -> Vec<u8> {
    let mut pdf = b"%PDF-1.4\n".to_vec();
    let content = format!("BT /F1 24 Tf 72 700 Td ({text}) Tj ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
         /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
    ];
    let mut places = Vec::new();
    for (i, object) in objects.iter().enumerate() {
        places.push(pdf.len());
        pdf.extend_from_slice(format!("{} 0 obj\n{object}\nendobj\n", i + 1).as_bytes());
    }
    let xref = pdf.len();
    pdf.extend_from_slice(b"xref\n0 5\n0000000000 65535 f \n");
    for place in places {
        pdf.extend_from_slice(format!("{place:010} 00000 n \n").as_bytes());
    }
    pdf.extend_from_slice(format!("trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n").as_bytes());
    pdf
}

/// A marking to somebody's post.
pub(crate) fn to(app: &TestApp, who: Persona) -> Value {
    json!({ "to_post_id": app.people.of(who).post, "action": "necessary_action", "copies": [] })
}

/// Diarises a paper as the clerk of Finance and marks it to somebody; answers its id and `ETag`.
pub(crate) async fn marked(app: &TestApp, who: Persona) -> (String, String) {
    let body = entry_with(&json!({ "mark": to(app, who) }));
    let made = app
        .acting(Persona::Clerk)
        .post("/api/v1/receipts", &body)
        .await
        .expect(201);
    (made.id(), made.etag())
}

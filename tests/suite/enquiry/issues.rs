use super::{SO, by_code, by_token, content, from, issued, press_note};
use crate::files::{head, new_file, open};
use crate::ledger::take_up;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use daftar_domain::identity::webauthn::key_digest as sha256_of;
use daftar_domain::ledger::audit::read_checkpoint;
use daftar_domain::ledger::tree::{leaf_hash, root_of_inclusion};
use daftar_testing::{Persona, TestApp, on_both};
use serde_json::{Value, json};

fn hash(text: &Value) -> [u8; 32] {
    STANDARD.decode(text.as_str().unwrap()).unwrap().try_into().unwrap()
}

/// A file that is held closely, on the section officer's desk.
async fn confidential(app: &TestApp) -> String {
    let mut file = new_file(&head(app).await);
    file["classification"] = json!("confidential");
    app.acting(SO).post("/api/v1/files", &file).await.expect(201).id()
}

on_both! {
    async fn anybody_verifies_what_he_holds_by_its_code_and_by_its_square(app: TestApp) {
        let file = open(&app).await;
        let letter = issued(&app, &file, &content(&app, &json!({}))).await;
        let early = by_token(&app.anonymous(), &letter.token).await.expect(200).json;
        assert_eq!((&early["status"], &early["proof"]), (&json!("valid"), &Value::Null), "not in the tree yet");
        take_up(&app).await;
        let told = by_code(&app.anonymous(), &letter.number, &letter.code).await.expect(200);
        let sloppy = letter.code.to_lowercase().replace('-', " ").replace('0', "O").replace('1', "l");
        let again = by_code(&app.anonymous(), &format!(" {} ", letter.number), &sloppy).await.expect(200);
        let square = by_token(&app.anonymous(), &letter.token).await.expect(200);
        assert_eq!((&again.json, &square.json), (&told.json, &told.json));
        assert!(told.headers.get("set-cookie").is_none());
        assert_eq!(told.headers["cache-control"], "no-store");
        let told = told.json;
        assert_eq!((&told["number"], &told["date"]), (&json!(letter.number), &json!("2026-03-02")));
        assert_eq!((&told["form"], &told["pages"]), (&json!("letter"), &json!(1)));
        assert_eq!(told["unit"], json!({"en": "Budget Section", "ur": "بجٹ سیکشن"}));
        assert!(told["post"]["en"].is_string() && told["post"]["ur"].is_string());
        // A letter is between two: neither what it is about nor its bytes are told, and no name of a person.
        assert_eq!((&told["subject"], &told["document_path"]), (&Value::Null, &Value::Null));
        assert!(!told.to_string().contains("Release of funds"));

        // The digest is that of the office copy, and the entry is in the tree.
        let entries = format!("/api/v1/ledger/entries?subject_id={file}&kind=communication_issued");
        let entry = app.acting(Persona::Auditor).get(&entries).await.expect(200).json["items"][0].clone();
        assert_eq!(told["sha256"], entry["body"]["content"]["sha256"]);
        let evidence = format!("/api/v1/ledger/entries/{}/evidence", entry["id"].as_str().unwrap());
        let evidence = app.acting(Persona::Auditor).get(&evidence).await.expect(200).json;
        let proof = &told["proof"];
        let leaf = leaf_hash(evidence["entry"]["body"].as_str().unwrap().as_bytes());
        assert_eq!(hash(&proof["leaf"]), leaf);
        for field in ["proof", "checkpoint", "keys"] {
            assert_eq!(proof[field], evidence[field], "{field}");
        }
        let path: Vec<_> = proof["proof"].as_array().unwrap().iter().map(hash).collect();
        let (position, size) = (proof["position"].as_u64().unwrap(), proof["size"].as_u64().unwrap());
        let root = root_of_inclusion(&leaf, position, size, &path).unwrap();
        assert_eq!(root, hash(&proof["root"]));
        let checkpoint = read_checkpoint(proof["checkpoint"].as_str().unwrap()).unwrap().1;
        assert_eq!((checkpoint.size, checkpoint.root), (size, root));
    }

    async fn what_is_published_everybody_reads_to_the_byte(app: TestApp) {
        let file = open(&app).await;
        let note = issued(&app, &file, &press_note(&app)).await;
        let told = by_code(&app.anonymous(), &note.number, &note.code).await.expect(200).json;
        assert_eq!(told["subject"], "Release of funds");
        let path = told["document_path"].as_str().unwrap();
        let read = app.anonymous().get(path).await.expect(200);
        assert_eq!(json!(sha256_of(&read.bytes)), told["sha256"]);
        assert_eq!(read.headers["content-type"], "application/pdf");
        assert_eq!(read.headers["content-security-policy"], "sandbox; default-src 'none'");
        assert_eq!(read.headers["x-content-type-options"], "nosniff");
        assert!(read.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
        assert!(read.headers.get("access-control-allow-origin").is_none());
    }

    async fn what_is_held_closely_proves_itself_and_tells_nothing(app: TestApp) {
        let file = confidential(&app).await;
        for (form, held) in [("letter", "confidential"), ("press_note", "confidential"), ("press_note", "restricted")] {
            let letter = issued(&app, &file, &content(&app, &json!({"form": form, "classification": held}))).await;
            let told = by_code(&app.anonymous(), &letter.number, &letter.code).await.expect(200).json;
            assert_eq!((&told["status"], &told["number"]), (&json!("valid"), &json!(letter.number)));
            assert_eq!(told["sha256"].as_str().unwrap().len(), 64);
            for hidden in ["subject", "document_path"] {
                assert_eq!(told[hidden], Value::Null, "{form} {held} {hidden}");
            }
            let particulars = ["form", "post", "unit", "pages"].map(|field| told[field].is_null());
            assert_eq!(particulars, [held == "confidential"; 4], "{form} {held}");
            assert!(!told.to_string().contains(held), "how closely it is held is never told");
            let bytes = app.anonymous().get(&format!("/api/v1/public/issues/{}/document", letter.token)).await;
            assert_eq!((bytes.status, bytes.code()), (404, "not-found"));
        }
    }

    async fn only_our_own_pages_ask(app: TestApp) {
        let file = open(&app).await;
        let note = issued(&app, &file, &press_note(&app)).await;
        let foreign = from(&app, "192.0.2.1").with("Origin", "https://elsewhere.example");
        let told = by_token(&foreign, &note.token).await.expect(200);
        assert!(told.headers.get("access-control-allow-origin").is_none());
        assert_eq!(told.headers["cross-origin-resource-policy"], "same-origin");
        // A form of another site cannot send JSON, and nobody answers the question whether it may.
        let body = json!({"number": note.number, "code": note.code}).to_string();
        let form = foreign.request("POST", "/api/v1/public/issue-searches").header("Content-Type", "text/plain");
        assert_eq!(foreign.send(form.body(body)).await.status, 415);
        let preflight = foreign.request("OPTIONS", "/api/v1/public/issue-searches");
        let preflight = preflight.header("Access-Control-Request-Method", "POST");
        let answer = foreign.send(preflight).await;
        assert!(answer.status >= 400 && answer.headers.get("access-control-allow-origin").is_none());
    }
}

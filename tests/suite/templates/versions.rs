use super::{MOTTO, TEMPLATES, admin, at, enforce, make, read, save};
use daftar_domain::ledger::sha256_hex;
use daftar_testing::{Persona, on_both};
use serde_json::{Value, json};

on_both! {
    async fn versions_are_kept_and_never_change(app: TestApp) {
        let built_in = admin(&app).get("/api/v1/built-in-templates/letter").await.expect(200).json;
        assert_eq!(built_in["sha256"], json!(sha256_hex(built_in["source"].as_str().unwrap())));
        let made = make(&app, None, "#body(").await.expect(201);
        let id = made.id();
        assert_eq!(made.headers["location"].to_str().unwrap(), format!("{TEMPLATES}/{id}"));
        let template = read(&app, &id).await;
        assert_eq!((&template["in_force"], &template["latest"], &template["unit"]), (&Value::Null, &json!(1), &Value::Null));
        let saved = save(&app, &id, &MOTTO.replace('\n', "\r\n")).await.expect(200);
        assert_eq!(saved.json["version"], 2);
        assert_eq!(save(&app, &id, MOTTO).await.expect(409).code(), "template-unchanged");
        let versions = admin(&app).get(&format!("{TEMPLATES}/{id}/versions?limit=1")).await.expect(200).json;
        assert_eq!((&versions["items"][0]["number"], &versions["items"][0]["based_on"]), (&json!(2), &json!(1)));
        assert_eq!(versions["items"][0]["saved_by"]["id"], json!(app.people.of(Persona::Administrator).person));
        let next = versions["next_cursor"].as_str().unwrap();
        let rest = admin(&app).get(&format!("{TEMPLATES}/{id}/versions?cursor={next}")).await.expect(200).json;
        assert_eq!((&rest["items"][0]["number"], &rest["items"][0]["based_on"]), (&json!(1), &Value::Null));
        let first = admin(&app).get(&format!("{TEMPLATES}/{id}/versions/1")).await.expect(200).json;
        assert_eq!(first["source"], "#body(");
        let second = admin(&app).get(&format!("{TEMPLATES}/{id}/versions/2")).await.expect(200).json;
        assert_eq!((&second["source"], &second["sha256"]), (&json!(MOTTO), &json!(sha256_hex(MOTTO))));
        admin(&app).get(&format!("{TEMPLATES}/{id}/versions/3")).await.expect(404);

        // The ledger has the digest and not the words.
        let entries = format!("/api/v1/ledger/entries?subject_id={id}");
        let entries = app.acting(Persona::Auditor).get(&entries).await.expect(200).json;
        let body = &entries["items"][0]["body"];
        assert_eq!((&body["kind"], &body["content"]["sha256"]), (&json!("template_saved"), &json!(sha256_hex(MOTTO))));
        assert!(!entries.to_string().contains("Motto"));
    }

    async fn one_template_for_a_form_in_a_unit_or_the_office(app: TestApp) {
        let _ = make(&app, None, MOTTO).await.expect(201);
        assert_eq!(make(&app, None, MOTTO).await.expect(409).code(), "template-exists");
        let _ = make(&app, Some("BUD"), MOTTO).await.expect(201);
        assert_eq!(make(&app, Some("BUD"), MOTTO).await.expect(409).code(), "template-exists");
        let unknown = json!({"form": "letter", "unit": "00000000-0000-7000-8000-000000000000", "source": MOTTO});
        let refused = admin(&app).post(TEMPLATES, &unknown).await.expect(422);
        assert_eq!(refused.json["errors"][0]["pointer"], "/unit");
        for (source, code) in [(" ", "template-empty"), ("a\u{7}", "template-forbidden-character")] {
            assert_eq!(make(&app, Some("ADM"), source).await.expect(422).code(), code);
        }
        let long = make(&app, Some("ADM"), &"a".repeat(100_001)).await.expect(422);
        assert_eq!(long.code(), "template-too-long");
        let list = admin(&app).get(TEMPLATES).await.expect(200).json;
        let units: Vec<_> = list["items"].as_array().unwrap().iter().map(|item| item["unit"]["code"].clone()).collect();
        assert_eq!(units, [Value::Null, json!("BUD")]);
        let none = admin(&app).get(&format!("{TEMPLATES}?form=circular")).await.expect(200).json;
        assert_eq!(none["items"], json!([]));
    }

    async fn of_two_who_save_at_once_one_is_told(app: TestApp) {
        let id = make(&app, None, MOTTO).await.expect(201).id();
        let (first, second) = (at(&app, &id).await, at(&app, &id).await);
        let path = format!("{TEMPLATES}/{id}/versions");
        let words = |n: i32| json!({"source": format!("{MOTTO}// {n}"), "based_on": 1});
        let (one, two) = (words(1), words(2));
        let done = tokio::join!(first.post(&path, &one), second.post(&path, &two));
        let mut status = [done.0.status, done.1.status];
        status.sort_unstable();
        assert_eq!(status, [200, 412]);
        assert_eq!(read(&app, &id).await["latest"], 2);
        admin(&app).post(&path, &one).await.expect(428);
        let once = at(&app, &id).await.with("Idempotency-Key", "version");
        let saved = once.post(&path, &words(3)).await.expect(200).json;
        assert_eq!(once.post(&path, &words(3)).await.expect(200).json, saved);
        assert_eq!(read(&app, &id).await["latest"], 3);
    }

    async fn administrators_alone(app: TestApp) {
        let id = make(&app, None, MOTTO).await.expect(201).id();
        for who in [Persona::SectionOfficer, Persona::Secretary, Persona::Clerk, Persona::Auditor] {
            let client = app.acting(who).if_match("\"1\"");
            for path in [TEMPLATES.to_owned(), format!("{TEMPLATES}/{id}"), format!("{TEMPLATES}/{id}/versions/1"), "/api/v1/built-in-templates/letter".to_owned()] {
                assert_eq!(client.get(&path).await.expect(403).code(), "role-missing", "{path}");
            }
            for (path, body) in [
                (TEMPLATES.to_owned(), json!({"form": "circular", "source": MOTTO})),
                (format!("{TEMPLATES}/{id}/versions"), json!({"source": "other"})),
                (format!("{TEMPLATES}/{id}/enforcement"), json!({"number": 1})),
                (format!("{TEMPLATES}/{id}/withdrawal"), json!({})),
                ("/api/v1/template-previews".to_owned(), json!({"form": "letter", "language": "en", "sample": "issued", "source": MOTTO})),
            ] {
                assert_eq!(client.post(&path, &body).await.expect(403).code(), "role-missing", "{path}");
            }
        }
        let template = read(&app, &id).await;
        assert_eq!((&template["latest"], &template["in_force"]), (&json!(1), &Value::Null));
        let _ = enforce(&app, &id, 1).await.expect(200);
    }
}

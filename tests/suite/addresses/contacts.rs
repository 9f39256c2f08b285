use super::{CONTACTS, act, deputy_commissioner, keep, names};
use daftar_testing::{Persona, TestApp, on_both};
use serde_json::{Value, json};

const SO: Persona = Persona::SectionOfficer;

/// What the ledger says of an entry.
async fn recorded(app: &TestApp, id: &str) -> Vec<Value> {
    let path = format!("/api/v1/ledger/entries?subject_id={id}&module=addresses");
    let entries = app.acting(Persona::Auditor).get(&path).await.expect(200).json;
    entries["items"].as_array().unwrap().clone()
}

on_both! {
    async fn a_contact_is_kept_corrected_and_put_away(app: TestApp) {
        let officer = app.acting(SO);
        let once = officer.with("Idempotency-Key", "multan");
        let kept = once.post(CONTACTS, &deputy_commissioner("Multan", "ملتان")).await.expect(201);
        let again = once.post(CONTACTS, &deputy_commissioner("Multan", "ملتان")).await.expect(201);
        assert_eq!(kept.json, again.json);
        let path = kept.headers["location"].to_str().unwrap().to_owned();
        let read = officer.get(&path).await.expect(200);
        assert_eq!(read.json["unit"]["code"], "BUD");
        assert_eq!(read.json["lines_ur"], json!(["ملتان"]));
        assert_eq!((&read.json["can_change"], &read.json["deactivated_at"]), (&json!(true), &Value::Null));

        let change = json!({"lines": ["Multan Division", " ", "Multan"], "email": null});
        assert_eq!(officer.patch(&path, &change).await.expect(428).code(), "if-match-required");
        let changed = officer.if_match(&read.etag()).patch(&path, &change).await.expect(200);
        assert_eq!(changed.etag(), "\"2\"");
        assert_eq!(officer.if_match(&read.etag()).patch(&path, &change).await.expect(412).code(), "stale");
        let read = officer.get(&path).await.expect(200);
        assert_eq!(read.json["lines"], json!(["Multan Division", "Multan"]));
        assert_eq!((&read.json["email"], &read.json["name_ur"]), (&Value::Null, &json!("ڈپٹی کمشنر")));

        let _ = act(&officer, &path, "deactivation").await.expect(200);
        assert_eq!(act(&officer, &path, "deactivation").await.expect(409).code(), "contact-deactivated");
        let gone = officer.get(&path).await.expect(200);
        let late = officer.if_match(&gone.etag()).patch(&path, &change).await;
        assert_eq!((late.status, late.code()), (409, "contact-deactivated"));
        assert_eq!(names(&officer, CONTACTS).await, Vec::<String>::new());
        assert_eq!(names(&officer, &format!("{CONTACTS}?include_deactivated=true")).await.len(), 1);
        let _ = act(&officer, &path, "reactivation").await.expect(200);
        assert_eq!(act(&officer, &path, "reactivation").await.expect(409).code(), "contact-active");
        assert_eq!(names(&officer, CONTACTS).await.len(), 1);

        let entries = recorded(&app, &kept.id()).await;
        let kinds: Vec<_> = entries.iter().rev().map(|entry| entry["kind"].as_str().unwrap()).collect();
        assert_eq!(kinds, ["contact_added", "contact_changed", "contact_deactivated", "contact_reactivated"]);
        let told = json!(entries).to_string();
        assert!(!told.contains("Multan") && !told.contains("9200032") && !told.contains("Commissioner"), "{told}");
    }

    async fn what_is_wrong_is_told_at_its_field(app: TestApp) {
        let body = json!({
            "sort": "individual", "name": " ", "lines": vec!["x"; 9], "name_ur": "", "lines_ur": ["لاہور"],
            "email": "nobody", "phone": "0\u{202E}42",
        });
        let wrong = app.acting(SO).with("Accept-Language", "ur").post(CONTACTS, &body).await.expect(422);
        let told: Vec<_> = wrong.json["errors"].as_array().unwrap().iter()
            .map(|error| (error["pointer"].as_str().unwrap(), error["code"].as_str().unwrap()))
            .collect();
        assert_eq!(told, [
            ("/name", "draft-address-without-name"), ("/lines", "draft-address-too-long"),
            ("/name_ur", "draft-address-without-name"), ("/email", "draft-address-email-wrong"),
            ("/phone", "forbidden-character"),
        ]);
        app.acting(SO).post(CONTACTS, &json!({"sort": "castle", "name": "X"})).await.expect(422);
        app.acting(SO).post(CONTACTS, &json!({"sort": "body", "name": "X", "colour": "green"})).await.expect(400);
        app.acting(SO).get(&format!("{CONTACTS}?colour=green")).await.expect(400);
        assert_eq!(app.acting(SO).get(&format!("{CONTACTS}?cursor=odd")).await.expect(400).code(), "cursor-invalid");
    }

    async fn words_are_found_in_either_script_and_lists_go_on(app: TestApp) {
        let officer = app.acting(SO);
        for (district, urdu) in [("Multan", "ملتان"), ("Jhang", "جھنگ"), ("Khushab", "خوشاب")] {
            let _ = officer.post(CONTACTS, &deputy_commissioner(district, urdu)).await.expect(201);
        }
        let _ = keep(&officer, "100% Cotton_Mills").await;
        for (words, found) in [
            ("multan", 1), ("%D9%85%D9%84%D8%AA%D8%A7%D9%86", 1), ("deputy", 3), ("COMMISSIONER%20jhang", 1),
            // The Arabic letter where Urdu has its own.
            ("%D9%83%D9%85%D8%B4%D9%86%D8%B1", 3), ("dc@khushab", 1), ("lahore", 0), ("100%25", 1), ("0%25%20c", 1),
            ("n_m", 1), ("y_c", 0),
        ] {
            assert_eq!(names(&officer, &format!("{CONTACTS}?query={words}")).await.len(), found, "{words}");
        }
        let mut all = Vec::new();
        let mut path = format!("{CONTACTS}?limit=1");
        loop {
            let page = officer.get(&path).await.expect(200).json;
            all.extend(page["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap().to_owned()));
            let Some(next) = page["next_cursor"].as_str() else { break };
            path = format!("{CONTACTS}?limit=1&cursor={next}");
        }
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 4);
    }

    async fn a_second_entry_of_the_same_name_is_kept_with_a_warning(app: TestApp) {
        let officer = app.acting(SO);
        let first = officer.post(CONTACTS, &deputy_commissioner("Multan", "ملتان")).await.expect(201);
        assert_eq!(first.json["warnings"], json!([]));
        let other = officer.post(CONTACTS, &deputy_commissioner("Jhang", "جھنگ")).await.expect(201);
        assert_eq!(other.json["warnings"], json!([]), "another e-mail");
        let mut same = deputy_commissioner("Multan", "ملتان");
        same["name"] = json!("the  deputy COMMISSIONER");
        let same = officer.post(CONTACTS, &same).await.expect(201);
        assert_eq!(same.json["warnings"], json!(["same_contact"]));
        // What somebody else keeps unseen warns nobody.
        let stranger = app.acting(Persona::LawOfficer);
        let his = stranger.post(CONTACTS, &deputy_commissioner("Multan", "ملتان")).await.expect(201);
        assert_eq!(his.json["warnings"], json!([]));
        let _ = act(&officer, &format!("{CONTACTS}/{}", first.id()), "deactivation").await.expect(200);
        let path = format!("{CONTACTS}/{}", same.id());
        let changed = officer.if_match("\"1\"").patch(&path, &json!({"phone": "1"})).await.expect(200);
        assert_eq!(changed.json["warnings"], json!([]), "the first is not offered any more");
    }

    async fn of_two_corrections_at_once_one_wins(app: TestApp) {
        let officer = app.acting(SO);
        let path = format!("{CONTACTS}/{}", keep(&officer, "The Commissioner").await.id());
        let client = officer.if_match("\"1\"");
        let (a, b) = (json!({"phone": "1"}), json!({"phone": "2"}));
        let (a, b) = tokio::join!(client.patch(&path, &a), client.patch(&path, &b));
        let mut statuses = [a.status, b.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 412]);
    }
}

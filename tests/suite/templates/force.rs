use super::{MOTTO, TEMPLATES, admin, at, enforce, make, preview, read, save, withdraw};
use daftar_testing::{Persona, on_both};
use serde_json::{Value, json};

on_both! {
    async fn a_version_is_put_in_force_and_withdrawn(app: TestApp) {
        let id = make(&app, Some("FD"), MOTTO).await.expect(201).id();
        assert_eq!(withdraw(&app, &id).await.expect(409).code(), "template-not-in-force");
        assert_eq!(enforce(&app, &id, 2).await.expect(422).code(), "template-version-unknown");
        let once = at(&app, &id).await.with("Idempotency-Key", "force");
        let path = format!("{TEMPLATES}/{id}/enforcement");
        let done = once.post(&path, &json!({"number": 1})).await.expect(200).json;
        assert_eq!(once.post(&path, &json!({"number": 1})).await.expect(200).json, done);
        assert_eq!(read(&app, &id).await["in_force"], 1);
        assert_eq!(enforce(&app, &id, 1).await.expect(409).code(), "template-in-force");
        let _ = withdraw(&app, &id).await.expect(200);
        assert_eq!(read(&app, &id).await["in_force"], Value::Null);
        let entries = format!("/api/v1/ledger/entries?subject_id={id}");
        let entries = app.acting(Persona::Auditor).get(&entries).await.expect(200).json;
        let kinds: Vec<_> = entries["items"].as_array().unwrap().iter().rev()
            .map(|entry| entry["kind"].as_str().unwrap()).collect();
        assert_eq!(kinds, ["template_saved", "template_in_force", "template_withdrawn"]);
    }

    async fn mistakes_are_told_at_line_and_column_and_the_old_one_stays(app: TestApp) {
        let id = make(&app, None, MOTTO).await.expect(201).id();
        let _ = enforce(&app, &id, 1).await.expect(200);
        let broken = MOTTO.replace("#subject()", "آب #subjekt()");
        let _ = save(&app, &id, &broken).await.expect(200);
        let refused = enforce(&app, &id, 2).await.expect(422);
        assert_eq!(refused.code(), "template-broken");
        let mistake = &refused.json["template"]["mistakes"][0];
        assert_eq!((&mistake["line"], &mistake["column"]), (&json!(8), &json!(5)));
        assert_eq!(mistake["message"], "unknown variable: subjekt");
        assert_eq!(refused.json["template"]["sample"], json!({"kind": "issued", "language": "en"}));
        let shown = preview(&app, &broken, "ur", "draft").await.expect(422);
        assert_eq!((shown.code(), &shown.json["template"]["mistakes"][0]["line"]), ("template-broken", &json!(8)));
        let template = read(&app, &id).await;
        assert_eq!((&template["in_force"], &template["latest"]), (&json!(1), &json!(2)));
    }

    async fn what_hides_the_number_is_refused(app: TestApp) {
        for (instead, hidden) in [
            (MOTTO.replace("#number-line()", "#data.date"), "number"),
            (MOTTO.replace("#body()", ""), "text"),
            (MOTTO.replace("#amends()", ""), "amends"),
            (MOTTO.replace("#number-line()", "#if data.language != \"ur\" { number-line() } else { data.date }"), "number"),
        ] {
            let id = make(&app, None, &instead).await;
            let id = if id.status == 201 { id.id() } else {
                let list = admin(&app).get(TEMPLATES).await.expect(200).json;
                let id = list["items"][0]["id"].as_str().unwrap().to_owned();
                let _ = save(&app, &id, &instead).await.expect(200);
                id
            };
            let latest = read(&app, &id).await["latest"].as_i64().unwrap();
            let refused = enforce(&app, &id, i32::try_from(latest).unwrap()).await.expect(422);
            assert_eq!((refused.code(), &refused.json["template"]["hidden"]), ("template-hides", &json!([hidden])));
            assert_eq!(read(&app, &id).await["in_force"], Value::Null);
        }
    }

    async fn a_template_without_end_harms_nobody(app: TestApp) {
        let endless = "#for a in range(100000) { for b in range(100000) { } }";
        let greedy = "#let a = (0,) * 1000000\n#let all = ()\n#for i in range(1000) { all.push(a.map(x => x + i)) }";
        for (source, codes) in [(endless, ["template-too-slow", ""]), (greedy, ["template-too-large", "template-too-slow"])] {
            let slow = preview(&app, source, "en", "issued");
            let other = admin(&app);
            let (slow, well) = tokio::join!(slow, other.get(TEMPLATES));
            let _ = well.expect(200);
            assert_eq!(slow.status, 422, "{slow:?}");
            assert!(codes.contains(&slow.code()), "{slow:?}");
        }
        let print = preview(&app, MOTTO, "both", "long").await.expect(200);
        assert!(print.bytes.starts_with(b"%PDF-"));
    }
}

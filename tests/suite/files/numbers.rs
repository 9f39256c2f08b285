use super::{head, new_file};
use chrono::Duration;
use daftar_testing::{Persona, on_both};
use serde_json::json;

on_both! {
    async fn numbers_are_contiguous_when_many_open_files_at_once_and_some_fail(app: TestApp) {
        let head = head(&app).await;
        let officer = app.acting(Persona::SectionOfficer);
        let openings = (0..24).map(|n| {
            let (officer, mut body) = (officer.clone(), new_file(&head));
            // Every sixth is refused after its number was taken.
            if n % 6 == 0 {
                body["subject"] = json!("a\u{202E}b");
            }
            tokio::spawn(async move { officer.post("/api/v1/files", &body).await })
        });
        let mut numbers = Vec::new();
        for opening in openings.collect::<Vec<_>>() {
            let reply = opening.await.unwrap();
            match reply.status {
                201 => numbers.push(reply.json["number"].as_str().unwrap().to_owned()),
                status => assert_eq!((status, reply.code()), (422, "subject-forbidden-characters")),
            }
        }
        numbers.sort_by_key(|number| number["F.8-".len()..number.find('/').unwrap()].parse::<u32>().unwrap());
        let wanted: Vec<String> = (1..=20).map(|n| format!("F.8-{n}/2026-BUD")).collect();
        assert_eq!(numbers, wanted);
    }

    async fn the_serial_restarts_with_the_year_and_runs_per_head(app: TestApp) {
        let first = head(&app).await;
        let officer = app.acting(Persona::SectionOfficer);
        let unit = app.people.unit("BUD");
        let path = format!("/api/v1/units/{unit}/heads");
        let other = json!({"code": "9", "title_en": "Claims", "title_ur": "مطالبات"});
        let other = officer.post(&path, &other).await.expect(201).id();
        let sub = json!({"parent_id": first, "code": "1", "title_en": "Grants", "title_ur": "گرانٹس"});
        let sub = officer.post(&path, &sub).await.expect(201).id();
        let number = async |head: &str| {
            let officer = app.acting(Persona::SectionOfficer);
            officer.post("/api/v1/files", &new_file(head)).await.expect(201).json["number"].as_str().unwrap().to_owned()
        };
        assert_eq!(number(&first).await, "F.8-1/2026-BUD");
        assert_eq!(number(&other).await, "F.9-1/2026-BUD");
        let mut body = new_file(&first);
        body["sub_head_id"] = json!(sub);
        assert_eq!(officer.post("/api/v1/files", &body).await.expect(201).json["number"], "F.8-2/2026-BUD");
        body["head_id"] = json!(other);
        let foreign = officer.post("/api/v1/files", &body).await;
        assert_eq!((foreign.status, foreign.code()), (422, "sub-head-unknown"));
        app.clock.advance(Duration::days(306));
        assert_eq!(number(&first).await, "F.8-1/2027-BUD");
    }

    async fn heads_are_managed_by_their_section_and_by_administrators(app: TestApp) {
        let id = head(&app).await;
        let unit = app.people.unit("BUD");
        let path = format!("/api/v1/units/{unit}/heads");
        let body = json!({"code": "8", "title_en": "Again", "title_ur": "دوبارہ"});
        let taken = app.acting(Persona::Administrator).post(&path, &body).await;
        assert_eq!((taken.status, taken.code()), (422, "head-code-taken"));
        let foreign = app.acting(Persona::LawOfficer).post(&path, &body).await;
        assert_eq!((foreign.status, foreign.code()), (403, "other-unit"));
        let head = format!("/api/v1/heads/{id}");
        let officer = app.acting(Persona::SectionOfficer);
        let _ = officer.if_match("\"1\"").patch(&head, &json!({"title_en": "Releases of funds"})).await.expect(200);
        let _ = officer.if_match("\"1\"").post(&format!("{head}/closure"), &json!({})).await.expect(412);
        let _ = officer.if_match("\"2\"").post(&format!("{head}/closure"), &json!({})).await.expect(200);
        let listed = app.acting(Persona::LawOfficer).get(&path).await.expect(200).json;
        assert_eq!(listed["items"][0]["title_en"], "Releases of funds");
        assert!(listed["items"][0]["closed_at"].is_string());
        let closed = officer.post("/api/v1/files", &new_file(&id)).await;
        assert_eq!((closed.status, closed.code()), (422, "head-unknown"));
    }
}

use super::{act, at, open, read, to};
use chrono::Duration;
use daftar_application::ledger::verify_when_asked;
use daftar_domain::ledger::VerificationState;
use daftar_testing::{Persona, on_both};
use serde_json::json;

on_both! {
    async fn a_part_travels_alone_and_comes_home(app: TestApp) {
        let file = open(&app).await;
        let _ = act(&app, Persona::SectionOfficer, &file, "movements", to(&app, Persona::Secretary)).await.expect(200);
        let part = act(&app, Persona::SectionOfficer, &file, "parts", json!({})).await.expect(201);
        assert_eq!(part.json["number"], "F.8-1/2026-BUD/Part-1");
        let part = part.id();
        assert_eq!(read(&app, Persona::SectionOfficer, &part).await["main_file"]["id"], json!(file));
        let _ = act(&app, Persona::SectionOfficer, &part, "movements", to(&app, Persona::LawOfficer)).await.expect(200);
        let home = json!({"reason": "as_directed"});
        let _ = act(&app, Persona::LawOfficer, &part, "return", home.clone()).await.expect(200);
        let away = act(&app, Persona::SectionOfficer, &part, "merge", json!({})).await;
        assert_eq!((away.status, away.code()), (409, "main-file-away"));
        let open_part = act(&app, Persona::Secretary, &file, "closure", json!({})).await;
        assert_eq!((open_part.status, open_part.code()), (409, "parts-open"));
        let _ = act(&app, Persona::Secretary, &file, "return", home).await.expect(200);
        let merged = act(&app, Persona::SectionOfficer, &part, "merge", json!({})).await.expect(200);
        assert_eq!(merged.json["paragraphs"], json!({"first": 1, "last": 1}));
        let main = read(&app, Persona::SectionOfficer, &file).await;
        assert_eq!(main["parts"][0]["state"], "merged");
        assert_eq!(main["last_paragraph"], 1);
        let docket = app.acting(Persona::SectionOfficer).get(&format!("/api/v1/files/{file}/notes")).await.expect(200).json;
        assert_eq!(docket["items"][0]["docket"]["subject"], "F.8-1/2026-BUD/Part-1");
        let gone = act(&app, Persona::SectionOfficer, &part, "movements", to(&app, Persona::Secretary)).await;
        assert_eq!((gone.status, gone.code()), (409, "file-merged"));
        // Whoever gets the main file reads the part that was merged into it.
        let path = format!("/api/v1/files/{part}/notes");
        assert_eq!(app.acting(Persona::DeputySecretary).get(&path).await.status, 404);
        let up = to(&app, Persona::DeputySecretary);
        let _ = act(&app, Persona::SectionOfficer, &file, "movements", up).await.expect(200);
        assert_eq!(app.acting(Persona::DeputySecretary).get(&path).await.status, 200);
    }

    async fn volumes_continue_and_links_go_both_ways(app: TestApp) {
        let file = open(&app).await;
        let next = act(&app, Persona::SectionOfficer, &file, "volumes", json!({})).await.expect(201);
        assert_eq!(next.json["number"], "F.8-1/2026-BUD/Vol-2");
        let next = next.id();
        let volumes = read(&app, Persona::SectionOfficer, &next).await["volumes"].clone();
        assert_eq!(volumes.as_array().unwrap().len(), 2);
        assert_eq!(read(&app, Persona::SectionOfficer, &file).await["state"], "closed");

        let _ = act(&app, Persona::SectionOfficer, &next, "links", json!({"file_id": file})).await.expect(200);
        assert_eq!(read(&app, Persona::SectionOfficer, &file).await["links"][0]["id"], json!(next));
        let own = act(&app, Persona::SectionOfficer, &next, "links", json!({"file_id": next})).await;
        assert_eq!((own.status, own.code()), (422, "link-to-self"));
        let path = format!("/api/v1/files/{next}/links/{file}");
        let _ = at(&app, Persona::SectionOfficer, &next).await.delete(&path).await.expect(200);
        let _ = at(&app, Persona::SectionOfficer, &next).await.delete(&path).await.expect(404);
        assert_eq!(read(&app, Persona::SectionOfficer, &file).await["links"], json!([]));
        // That the earlier volume came to rest is no closing, which somebody would have signed.
        crate::ledger::take_up(&app).await;
        let checked = verify_when_asked(&app.office, Some(Duration::hours(1))).await.unwrap();
        assert_eq!(checked, Some(VerificationState::Whole));
    }
}

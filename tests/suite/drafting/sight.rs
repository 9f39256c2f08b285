use super::{act, approve, at, draft, hand_on, letter, letter_on, read, revise, reworded};
use crate::delegation::{at_post_of, give};
use crate::files::{act as on_file, open, to};
use crate::ledger::{check, known, take_up};
use daftar_testing::{Persona, on_both};
use serde_json::json;

const SO: Persona = Persona::SectionOfficer;
const DS: Persona = Persona::DeputySecretary;

on_both! {
    async fn a_draft_is_worked_on_where_its_file_lies(app: TestApp) {
        let file = open(&app).await;
        let id = letter_on(&app, &file).await;
        let etag = app.acting(SO).get(&format!("/api/v1/communications/{id}")).await.expect(200).etag();
        let _ = on_file(&app, SO, &file, "movements", to(&app, DS)).await.expect(200);
        let content = json!({"content": reworded(&app, "From afar.")});
        let path = format!("/api/v1/communications/{id}/content");
        let away = app.acting(SO).if_match(&etag).put(&path, &content).await;
        assert_eq!((away.status, away.code()), (403, "not-with-you"));
        assert_eq!(read(&app, SO, &id).await["can"], json!([]));
        // Sent and not opened: its sender may still take it back, as one that nobody there has read.
        for unread in [
            app.acting(DS).get(&format!("/api/v1/communications/{id}")).await,
            app.acting(DS).get(&format!("/api/v1/files/{file}/communications")).await,
            app.acting(DS).if_match(&etag).put(&path, &content).await,
        ] {
            assert_eq!((unread.status, unread.code()), (403, "file-not-opened"));
        }
        let stranger = app.acting(Persona::LawOfficer).if_match(&etag);
        for hidden in [
            stranger.get(&format!("/api/v1/communications/{id}")).await,
            stranger.get(&format!("/api/v1/communications/{id}/texts")).await,
            stranger.get(&format!("/api/v1/communications/{id}/texts/1")).await,
            stranger.get(&format!("/api/v1/communications/{id}/remarks")).await,
            stranger.get(&format!("/api/v1/files/{file}/communications")).await,
            stranger.put(&path, &content).await,
            stranger.post(&format!("/api/v1/communications/{id}/approval"), &json!({"text_number": 1})).await,
        ] {
            assert_eq!((hidden.status, hidden.code()), (404, "not-found"));
        }
        // Whatever he brings along: what he may not see answers like what does not exist.
        let nobody = "00000000-0000-7000-8000-000000000000";
        for (what, mut body) in [("approval", json!({"text_number": 1})), ("issue", json!({}))] {
            body["signature"] = json!({"preparation_id": nobody});
            for id in [id.as_str(), nobody] {
                let hidden = stranger.post(&format!("/api/v1/communications/{id}/{what}"), &body).await;
                assert_eq!((hidden.status, hidden.code()), (404, "not-found"), "{what} {id}");
            }
        }
        let _ = on_file(&app, DS, &file, "opening", json!({})).await.expect(200);
        let _ = revise(&app, DS, &id, &reworded(&app, "Here.")).await.expect(200);
    }

    async fn a_parked_file_rests_with_its_drafts(app: TestApp) {
        let file = open(&app).await;
        let id = letter_on(&app, &file).await;
        let _ = on_file(&app, SO, &file, "parking", json!({"until": "2026-04-01"})).await.expect(200);
        let refused = revise(&app, SO, &id, &reworded(&app, "Asleep.")).await;
        assert_eq!((refused.status, refused.code()), (409, "file-parked"));
        assert_eq!(draft(&app.acting(SO), &file, &letter(&app)).await.code(), "file-parked");
        assert_eq!(read(&app, SO, &id).await["can"], json!([]));
    }

    async fn an_assistant_drafts_and_does_not_approve(app: TestApp) {
        let file = open(&app).await;
        let id = letter_on(&app, &file).await;
        give(&app, SO, Persona::LawClerk).await.expect(201);
        let assistant = at_post_of(&app, Persona::LawClerk, SO);
        let mine = at(&assistant, &id).await;
        let body = json!({"content": reworded(&app, "By the assistant.")});
        let saved = mine.put(&format!("/api/v1/communications/{id}/content"), &body).await.expect(200);
        assert_eq!(saved.json["text_number"], 2, "another hand begins another text");
        let can = assistant.get(&format!("/api/v1/communications/{id}")).await.expect(200).json["can"].clone();
        assert_eq!(can, json!(["revise", "remark"]));
        let _ = draft(&assistant, &file, &letter(&app)).await.expect(201);
        for (what, body) in [
            ("approval", json!({"text_number": 2})),
            ("withdrawal", json!({"remark": "No."})),
            ("remarks", json!({"text_number": 2, "kind": "vetting", "verdict": "passed"})),
        ] {
            let client = at(&assistant, &id).await;
            let refused = client.post(&format!("/api/v1/communications/{id}/{what}"), &body).await;
            assert_eq!((refused.status, refused.code()), (403, "assistants-only-draft"), "{what}");
        }
        // What the assistant wrote, the officer approves: two persons had it in their hands.
        let _ = approve(&app, SO, &id).await.expect(200);
        // The office keeps it as the ledger has it, though an assistant acts under no charge.
        take_up(&app).await;
        let _ = check(&app, known(&app)).await.unwrap();
    }

    async fn one_of_two_approvals_at_once_wins(app: TestApp) {
        let file = open(&app).await;
        let id = letter_on(&app, &file).await;
        hand_on(&app, &file, SO, DS).await;
        let client = at(&app.acting(DS), &id).await;
        let path = format!("/api/v1/communications/{id}/approval");
        let body = json!({"text_number": 1});
        let (one, two) = tokio::join!(client.post(&path, &body), client.post(&path, &body));
        let mut statuses = [one.status, two.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 412]);
        let _ = act(&app, DS, &id, "approval", body).await.expect(409);
    }
}

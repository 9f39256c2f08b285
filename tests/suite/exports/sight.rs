use super::{DS, SO, ask, full, latest, made, work};
use crate::delegation::assisting;
use crate::drafting::hand_on;
use crate::files::{act, body, new_file, open, to};
use crate::organisation::add_person;
use daftar_testing::{Persona, on_both};
use serde_json::json;

/// Whether the words are anywhere in the bytes.
fn says(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

on_both! {
    async fn an_export_is_for_who_asked_and_as_long_as_he_sees_the_file(app: TestApp) {
        let file = full(&app).await;
        let officer = app.acting(SO);
        let _ = made(&app, &officer, &file).await;
        let id = latest(&officer, &file).await["id"].as_str().unwrap().to_owned();
        hand_on(&app, &file, SO, DS).await;
        let nobody = "00000000-0000-7000-8000-000000000000";
        for who in [DS, Persona::LawOfficer, Persona::Clerk, Persona::Administrator, Persona::Auditor] {
            for part in ["book", "archive"] {
                let hidden = app.acting(who).get(&format!("/api/v1/exports/{id}/{part}")).await;
                let missing = app.acting(who).get(&format!("/api/v1/exports/{nobody}/{part}")).await;
                assert_eq!((hidden.status, hidden.code()), (missing.status, missing.code()), "{who:?}");
                assert_eq!(hidden.status, 404, "{who:?}");
            }
        }
        // The deputy sees the file, and has no exports of it.
        assert_eq!(latest(&app.acting(DS), &file).await, json!(null));
        // Another holder of the post gets nothing of his predecessor's.
        let post = app.people.of(SO).post;
        let successor = add_person(&app, "successor").await.expect(201).id();
        let transfer = json!({"to_person_id": successor, "kind": "substantive"});
        let admin = app.acting(Persona::Administrator);
        let etag = admin.get(&format!("/api/v1/posts/{post}")).await.expect(200).etag();
        let _ = admin.if_match(&etag).post(&format!("/api/v1/posts/{post}/transfer"), &transfer).await.expect(200);
        let after = officer.get(&format!("/api/v1/exports/{id}/archive")).await;
        assert!(matches!(after.status, 403 | 404), "{after:?}");
        let successor = app.acting_as(successor.parse::<uuid::Uuid>().unwrap().into()).await;
        assert_eq!(successor.get(&format!("/api/v1/exports/{id}/archive")).await.status, 404);
        assert_eq!(latest(&successor, &file).await, json!(null));
    }

    async fn assistants_export_nothing_and_nobody_what_he_has_not_opened(app: TestApp) {
        let file = open(&app).await;
        let helper = assisting(&app, SO, Persona::OtherSectionOfficer).await;
        for refused in [ask(&helper, &file).await, helper.get(&format!("/api/v1/files/{file}/exports")).await] {
            assert_eq!((refused.status, refused.code()), (403, "assistants-only-draft"));
        }
        let _ = act(&app, SO, &file, "movements", to(&app, DS)).await.expect(200);
        let unread = ask(&app.acting(DS), &file).await;
        assert_eq!((unread.status, unread.code()), (403, "file-not-opened"));
        let stranger = ask(&app.acting(Persona::LawOfficer), &file).await;
        assert_eq!((stranger.status, stranger.code()), (404, "not-found"));
    }

    async fn what_he_may_not_see_on_screen_is_not_in_it(app: TestApp) {
        let file = full(&app).await;
        // A file that the deputy does not see, linked and referred to.
        let head = crate::files::read(&app, SO, &file).await["head"]["id"].as_str().unwrap().to_owned();
        let mut secret = new_file(&head);
        secret["subject"] = json!("CANARYSECRET subject");
        secret["classification"] = json!("confidential");
        let officer = app.acting(SO);
        let other = officer.post("/api/v1/files", &secret).await.expect(201).id();
        let _ = act(&app, SO, &file, "links", json!({"file_id": other})).await.expect(200);
        let number = crate::files::read(&app, SO, &other).await["number"].as_str().unwrap().to_owned();
        // A note that he has not signed, nor put up.
        let draft = json!({ "body": body(&["CANARYDRAFT words"]) });
        let path = format!("/api/v1/files/{file}/draft-note");
        let _ = officer.if_match("\"0\"").put(&path, &draft).await.expect(200);
        hand_on(&app, &file, SO, DS).await;
        let archive = made(&app, &app.acting(DS), &file).await;
        assert!(says(&archive, "The demand may be met."), "what he sees is in it");
        for canary in ["CANARYSECRET", "CANARYDRAFT", number.as_str()] {
            assert!(!says(&archive, canary), "{canary}");
        }
        // Not even in his own is a text that he is still writing.
        let own = made(&app, &officer, &file).await;
        assert!(!says(&own, "CANARYDRAFT"));
    }

    async fn who_loses_the_file_before_it_is_made_gets_nothing(app: TestApp) {
        let file = full(&app).await;
        let _ = ask(&app.acting(SO), &file).await.expect(202);
        let charge = app.people.of(SO).charge;
        let admin = app.acting(Persona::Administrator);
        let post = app.people.of(SO).post;
        let etag = admin.get(&format!("/api/v1/posts/{post}")).await.expect(200).etag();
        let _ = admin.if_match(&etag).post(&format!("/api/v1/charges/{charge}/end"), &json!({})).await.expect(200);
        work(&app).await;
        let rows = app.office.database().filing();
        let officer = daftar_domain::access::Officer {
            person: app.people.of(SO).person,
            post,
            charge,
            assisting: None,
            unit: app.people.of(SO).unit,
            grade: 17,
            roles: [daftar_domain::access::Role::Officer].into_iter().collect(),
            session: daftar_domain::office::SessionId(uuid::Uuid::nil()),
        };
        let rows = rows.exports(file.parse::<uuid::Uuid>().unwrap().into(), &officer).await.unwrap();
        assert_eq!(rows[0].state.as_str(), "failed");
        assert_eq!(rows[0].failure.unwrap().as_str(), "out_of_sight");
        assert!(rows[0].made.is_none());
    }
}

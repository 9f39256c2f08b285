use super::{act, body, open, to};
use daftar_testing::{Client, Persona, Reply, TestApp, on_both};
use serde_json::json;

/// Hands the charge of somebody's post to somebody else.
async fn transfer(app: &TestApp, from: Persona, successor: Persona) -> Reply {
    let post = format!("/api/v1/posts/{}", app.people.of(from).post);
    let command = json!({"to_person_id": app.people.of(successor).person, "kind": "additional"});
    crate::organisation::act(app, &post, "transfer", &command).await
}

/// The successor acting for the post that he took over.
fn successor(app: &TestApp, who: Persona, post: Persona) -> Client {
    app.acting(who)
        .with("Acting-Post", &app.people.of(post).post.to_string())
}

on_both! {
    async fn a_successor_finds_the_whole_desk_and_the_predecessor_nothing(app: TestApp) {
        let file = open(&app).await;
        let _ = act(&app, Persona::SectionOfficer, &file, "movements", to(&app, Persona::DeputySecretary)).await.expect(200);
        let client = app.acting(Persona::DeputySecretary);
        let draft = json!({"body": body(&["Half a thought"])});
        let path = format!("/api/v1/files/{file}");
        let _ = client.if_match("\"0\"").put(&format!("{path}/draft-note"), &draft).await.expect(200);

        let _ = transfer(&app, Persona::DeputySecretary, Persona::LawOfficer).await.expect(200);
        let gone = client.get(&path).await;
        assert_eq!((gone.status, gone.code()), (403, "no-charge"));
        let next = successor(&app, Persona::LawOfficer, Persona::DeputySecretary);
        let waiting = next.get("/api/v1/desk").await.expect(200).json;
        assert_eq!(waiting["items"][0]["subject_id"], json!(file));
        // The thought was the predecessor's own.
        assert_eq!(next.get(&format!("{path}/draft-note")).await.expect(200).json["version"], 0);
        let etag = next.get(&path).await.expect(200).etag();
        let note = json!({"kind": "note", "body": body(&["Seen."]), "then": to(&app, Persona::Secretary)});
        let _ = next.if_match(&etag).post(&format!("{path}/notes"), &note).await.expect(200);
        let _ = act(&app, Persona::Secretary, &file, "opening", json!({})).await.expect(200);
        let notes = app.acting(Persona::Secretary).get(&format!("{path}/notes")).await.expect(200).json;
        assert_eq!(notes["items"][0]["author"]["person"]["id"], json!(app.people.of(Persona::LawOfficer).person));
        assert_eq!(notes["items"][0]["author"]["charge_kind"], "additional");
        let unsaid = app.acting(Persona::LawOfficer).get("/api/v1/desk").await;
        assert_eq!((unsaid.status, unsaid.code()), (400, "acting-post-required"));
    }

    async fn a_transfer_does_not_put_a_case_into_the_hands_of_whom_it_is_about(app: TestApp) {
        let head = crate::files::head(&app).await;
        let mut about = crate::files::new_file(&head);
        about["concerns_person_id"] = json!(app.people.of(Persona::LawOfficer).person);
        let file = app.acting(Persona::SectionOfficer).post("/api/v1/files", &about).await.expect(201).id();
        let refused = transfer(&app, Persona::SectionOfficer, Persona::LawOfficer).await;
        assert_eq!((refused.status, refused.code()), (409, "own-case-on-desk"));
        // Sent on, it is no longer in the way; and of all that he does not find it.
        let path = format!("/api/v1/files/{file}");
        let _ = act(&app, Persona::SectionOfficer, &file, "movements", to(&app, Persona::DeputySecretary)).await.expect(200);
        let _ = transfer(&app, Persona::SectionOfficer, Persona::LawOfficer).await.expect(200);
        let concerned = successor(&app, Persona::LawOfficer, Persona::SectionOfficer);
        assert_eq!(concerned.get(&path).await.status, 404);
        let refused = concerned.if_match("\"2\"").post(&format!("{path}/notes"), &json!({"kind": "agreement"})).await;
        assert_eq!(refused.status, 404);
        for list in ["/api/v1/files", "/api/v1/desk"] {
            assert_eq!(concerned.get(list).await.expect(200).json["items"], json!([]));
        }
    }
}

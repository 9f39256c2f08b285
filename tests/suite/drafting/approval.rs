use super::{act, approve, at, draft, hand_on, kinds, letter, letter_on, read, revise, reworded};
use crate::files::open;
use crate::identity::factors::with_passkey;
use crate::ledger::take_up;
use daftar_domain::signing::{Evidence, Purpose, Statement};
use daftar_testing::{Persona, on_both};
use serde_json::json;

const SO: Persona = Persona::SectionOfficer;
const DS: Persona = Persona::DeputySecretary;

on_both! {
    async fn an_edit_makes_an_approval_void_and_the_same_text_does_not(app: TestApp) {
        let file = open(&app).await;
        let id = letter_on(&app, &file).await;
        hand_on(&app, &file, SO, DS).await;
        let _ = approve(&app, DS, &id).await.expect(200);
        let approved = read(&app, DS, &id).await;
        assert_eq!((&approved["state"], &approved["sealed"]), (&json!("approved"), &json!(true)));
        assert_eq!(approved["approval"]["by"]["person"]["id"], json!(app.people.of(DS).person));
        let text = app.acting(DS).get(&format!("/api/v1/communications/{id}/texts/1")).await.expect(200).json;
        assert_eq!(approved["approval"]["digest"], text["digest"]);
        let again = approve(&app, DS, &id).await;
        assert_eq!((again.status, again.code()), (409, "draft-approved"));

        hand_on(&app, &file, DS, SO).await;
        assert_eq!(read(&app, SO, &id).await["state"], "approved", "moving the file changes nothing");
        let same = revise(&app, SO, &id, &letter(&app)).await.expect(200);
        assert_eq!((&same.json["approval_voided"], &same.json["text_number"]), (&json!(false), &json!(1)));
        let saved = revise(&app, SO, &id, &reworded(&app, "After approval.")).await.expect(200);
        assert_eq!((&saved.json["approval_voided"], &saved.json["text_number"]), (&json!(true), &json!(2)));
        let void = read(&app, SO, &id).await;
        assert_eq!((&void["state"], &void["approval"]), (&json!("draft"), &json!(null)));
        assert_eq!(void["voided_approval"]["text_number"], 1);
        let kinds = kinds(&app, &file).await;
        assert_eq!(kinds, ["communication_opened", "communication_approved", "communication_revised"]);
    }

    async fn nobody_approves_what_he_alone_has_written(app: TestApp) {
        let file = open(&app).await;
        let id = letter_on(&app, &file).await;
        let alone = approve(&app, SO, &id).await;
        assert_eq!((alone.status, alone.code()), (409, "draft-approved-alone"));
        hand_on(&app, &file, SO, DS).await;
        let objection = json!({"text_number": 1, "kind": "vetting", "verdict": "objected", "remark": "Not so."});
        let _ = act(&app, DS, &id, "remarks", objection).await.expect(200);
        hand_on(&app, &file, DS, SO).await;
        assert_eq!(approve(&app, SO, &id).await.code(), "draft-approved-alone", "an objection is no second hand");
        hand_on(&app, &file, SO, DS).await;
        let passed = json!({"text_number": 1, "kind": "vetting", "verdict": "passed"});
        let _ = act(&app, DS, &id, "remarks", passed).await.expect(200);
        hand_on(&app, &file, DS, SO).await;
        let _ = approve(&app, SO, &id).await.expect(200);
    }

    async fn what_stands_in_the_way_is_named(app: TestApp) {
        let file = open(&app).await;
        let mut content = letter(&app);
        content["languages"] = json!("both");
        content["addressees"] = json!([{"kind": "post", "post": "00000000-0000-7000-8000-000000000000"}]);
        content["signatory"] = json!(app.people.of(Persona::Clerk).post);
        let id = draft(&app.acting(SO), &file, &content).await.expect(201).id();
        hand_on(&app, &file, SO, DS).await;
        let expected = [
            ("/content/subject/ur", "draft-subject-missing"),
            ("/content/text/ur", "draft-text-missing"),
            ("/content/addressees/0", "draft-addressee-gone"),
            ("/content/signatory", "draft-signatory-may-not-sign"),
        ];
        let told = |errors: &serde_json::Value| -> Vec<(String, String)> {
            let word = |error: &serde_json::Value, key: &str| error[key].as_str().unwrap().to_owned();
            errors.as_array().unwrap().iter().map(|error| (word(error, "pointer"), word(error, "code"))).collect()
        };
        let expected: Vec<_> = expected.iter().map(|(pointer, code)| ((*pointer).to_owned(), (*code).to_owned())).collect();
        assert_eq!(told(&read(&app, DS, &id).await["obstacles"]), expected);
        let refused = approve(&app, DS, &id).await.expect(422);
        assert_eq!(told(&refused.json["errors"]), expected);
        let ur = app.acting(DS).with("Accept-Language", "ur").get(&format!("/api/v1/communications/{id}")).await;
        assert_eq!(ur.json["obstacles"][0]["message"], "اس زبان میں موضوع درج نہیں۔");
    }

    async fn no_letter_passes_between_divisions(app: TestApp) {
        let file = open(&app).await;
        let mut content = letter(&app);
        content["addressees"] = json!([{"kind": "post", "post": app.people.of(Persona::LawOfficer).post}]);
        let id = draft(&app.acting(SO), &file, &content).await.expect(201).id();
        let detail = read(&app, SO, &id).await;
        let forms = detail["forms"].as_array().unwrap();
        assert_eq!(forms[..2], [json!("office_memorandum"), json!("uo_note")]);
        assert!(!forms.contains(&json!("letter")));
        assert_eq!(detail["obstacles"][0]["code"], "letter-between-divisions");
        hand_on(&app, &file, SO, DS).await;
        let refused = approve(&app, DS, &id).await.expect(422);
        assert_eq!(refused.json["errors"][0]["pointer"], "/content/addressees/0");
        content["form"] = json!("office_memorandum");
        let _ = revise(&app, DS, &id, &content).await.expect(200);
        let _ = approve(&app, DS, &id).await.expect(200);
    }

    async fn an_approval_is_of_the_text_that_was_read(app: TestApp) {
        let file = open(&app).await;
        let id = letter_on(&app, &file).await;
        hand_on(&app, &file, SO, DS).await;
        let _ = revise(&app, DS, &id, &reworded(&app, "Otherwise.")).await.expect(200);
        let old = act(&app, DS, &id, "approval", json!({"text_number": 1})).await;
        assert_eq!((old.status, old.code()), (409, "draft-text-moved-on"));
        let client = at(&app.acting(DS), &id).await;
        let _ = revise(&app, DS, &id, &reworded(&app, "Once more.")).await.expect(200);
        let path = format!("/api/v1/communications/{id}/approval");
        assert_eq!(client.post(&path, &json!({"text_number": 2})).await.expect(412).code(), "stale");
    }

    async fn an_approval_is_signed_with_a_passkey(app: TestApp) {
        let file = open(&app).await;
        let id = letter_on(&app, &file).await;
        let (ds, mut authenticator, _) = with_passkey(&app, DS, 1).await;
        hand_on(&app, &file, SO, DS).await;
        let path = format!("/api/v1/communications/{id}/approval");
        let body = json!({"text_number": 1});
        let shown = at(&ds, &id).await.post(&format!("{path}/preparation"), &body).await.expect(200);
        let statement = Statement { purpose: Purpose::Act, text: shown.json["statement"].as_str().unwrap().to_owned() };
        assert_eq!(statement.digest(), shown.json["digest"].as_str().unwrap());
        let said: serde_json::Value = serde_json::from_str(&statement.text).unwrap();
        assert_eq!((&said["act"], &said["communication"], &said["text"]), (&json!("communication_approved"), &json!(id), &json!(1)));
        let mut signing = body.clone();
        signing["signature"] = json!({"preparation_id": shown.json["id"], "assertion": authenticator.assert(&shown.json, None)});
        let _ = at(&ds, &id).await.post(&path, &signing).await.expect(200);
        let kept = app.office.database().signing().all_signatures(None, 10).await.unwrap();
        let kept = kept.iter().find(|row| row.communication.is_some()).unwrap();
        let evidence: Evidence = serde_json::from_str(&kept.evidence).unwrap();
        evidence.verify(&statement).unwrap();

        let mine = ds.get("/api/v1/me/signatures").await.expect(200).json;
        let first = &mine["items"][0];
        assert_eq!((&first["act"], &first["state"]), (&json!("communication_approved"), &json!("valid")));
        take_up(&app).await;
        let entries = format!("/api/v1/ledger/entries?subject_id={file}&module=drafting");
        let auditor = app.acting(Persona::Auditor);
        let entry = auditor.get(&entries).await.expect(200).json["items"][0]["id"].as_str().unwrap().to_owned();
        let proof = auditor.get(&format!("/api/v1/ledger/entries/{entry}/evidence")).await.expect(200).json;
        let evidence: Evidence = serde_json::from_str(proof["signature"].as_str().unwrap()).unwrap();
        evidence.verify(&statement).unwrap();
    }

    async fn what_was_given_up_is_given_up(app: TestApp) {
        let file = open(&app).await;
        let id = letter_on(&app, &file).await;
        let why = act(&app, SO, &id, "withdrawal", json!({"remark": " "})).await.expect(422);
        assert_eq!(why.json["errors"][0]["code"], "draft-remark-empty");
        let _ = act(&app, SO, &id, "withdrawal", json!({"remark": "Settled by telephone."})).await.expect(200);
        let gone = read(&app, SO, &id).await;
        assert_eq!((&gone["state"], &gone["can"]), (&json!("withdrawn"), &json!([])));
        for refused in [
            revise(&app, SO, &id, &reworded(&app, "Again.")).await,
            act(&app, SO, &id, "withdrawal", json!({"remark": "Once more."})).await,
            act(&app, SO, &id, "remarks", json!({"text_number": 1, "kind": "comment", "remark": "Why?"})).await,
        ] {
            assert_eq!((refused.status, refused.code()), (409, "draft-withdrawn"));
        }
    }
}

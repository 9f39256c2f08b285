use super::{
    LAW, count, dispatches_of, issued_on, listed, memorandum, on_desk, on_dispatch, only_receipt, outside, receipt,
    sealed_file, step, to_post, to_unit, work_off,
};
use daftar_testing::{Persona, on_both};
use serde_json::{Value, json};

on_both! {
    async fn what_is_closely_held_is_opened_in_no_registry(app: TestApp) {
        let file = sealed_file(&app).await;
        let changes = json!({
            "classification": "confidential", "addressees": [to_unit(&app, "LAW")], "copies": [outside("The Accountant General")],
        });
        let id = issued_on(&app, &file, &memorandum(&app, &changes)).await;
        work_off(&app).await;
        // The unit's senior post has it, and the registry that wrote its number into the diary cannot read it.
        let got = only_receipt(&app, LAW).await;
        let read = receipt(&app, LAW, &got).await;
        assert_eq!((&read["can"], &read["diarised_by"]["id"]), (&json!(["accept"]), &json!(app.people.of(Persona::LawClerk).post)));
        let document = read["documents"][0]["id"].as_str().unwrap();
        let clerk = app.acting(Persona::LawClerk);
        assert_eq!(clerk.get(&format!("/api/v1/receipts/{got}")).await.status, 404);
        assert_eq!(clerk.get(&format!("/api/v1/documents/{document}/content")).await.status, 404);
        assert!(on_desk(&app, Persona::LawClerk, "receipt").await.is_empty());
        assert_eq!(clerk.get("/api/v1/receipts").await.expect(200).json["items"], json!([]));
        let refused = step(&app, LAW, &got, "return", json!({"reason": "wrong_officer"})).await;
        assert_eq!((refused.status, refused.code()), (409, "sealed-not-returned"));
        let _ = step(&app, LAW, &got, "acceptance", json!({})).await.expect(200);
        assert_eq!(dispatches_of(&app, &id).await[0]["state"], "acknowledged");

        // The registry that sends it out sees number and address.
        let waiting = listed(&app, Persona::Clerk, "state=waiting").await;
        assert_eq!((waiting.len(), &waiting[0]["subject"]), (1, &Value::Null));
        assert_eq!(waiting[0]["address"]["en"], json!(["The Accountant General", "Lahore"]));
        let path = format!("/api/v1/dispatches/{}", waiting[0]["id"].as_str().unwrap());
        let sender = app.acting(Persona::Clerk);
        assert_eq!(sender.get(&path).await.expect(200).json["documents"], json!([]));
        assert_eq!(sender.get(&format!("{path}/documents/1")).await.status, 404);
        assert!(listed(&app, Persona::Clerk, "text=Release").await.is_empty(), "its subject is not searched");
        let sent = json!({"channel": "hand", "reference": "12", "on": "2026-03-02"});
        let _ = on_dispatch(&app, Persona::Clerk, &waiting[0], "dispatching", sent).await.expect(200);
    }

    async fn by_name_it_goes_to_the_desk_and_not_without_an_officer(app: TestApp) {
        let file = sealed_file(&app).await;
        let changes = json!({
            "classification": "confidential", "addressees": [to_post(&app, LAW), to_unit(&app, "LAW-RI")],
        });
        let id = issued_on(&app, &file, &memorandum(&app, &changes)).await;
        work_off(&app).await;
        let sent = dispatches_of(&app, &id).await;
        assert_eq!((&sent[0]["state"], &sent[1]["failure"]), (&json!("delivered"), &json!("no_senior_post")));
        let got = only_receipt(&app, LAW).await;
        assert_eq!(app.acting(Persona::LawClerk).get(&format!("/api/v1/receipts/{got}")).await.status, 404);
        assert_eq!(count(&app, "receipt_grants").await, 1);
    }
}

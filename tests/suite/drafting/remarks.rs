use super::{act, approve, hand_on, kinds, letter_on, paragraph, read, revise, reworded};
use crate::files::open;
use daftar_testing::{Persona, TestApp, on_both};
use serde_json::{Value, json};

const SO: Persona = Persona::SectionOfficer;
const DS: Persona = Persona::DeputySecretary;

fn suggestion(block: usize, before: &Value, after: &Value) -> Value {
    let change = json!({"language": "en", "block": block, "before": before, "after": after});
    json!({"text_number": 1, "kind": "suggestion", "suggestion": change})
}

async fn remarks(app: &TestApp, id: &str) -> Vec<Value> {
    let path = format!("/api/v1/communications/{id}/remarks");
    let page = app.acting(SO).get(&path).await.expect(200).json;
    page["items"].as_array().unwrap().clone()
}

async fn decide(app: &TestApp, who: Persona, id: &str, remark: &Value, accept: bool) -> daftar_testing::Reply {
    let what = format!("remarks/{}/decision", remark["id"].as_str().unwrap());
    act(app, who, id, &what, json!({ "accept": accept })).await
}

on_both! {
    async fn a_comment_seals_the_text_that_it_is_about(app: TestApp) {
        let file = open(&app).await;
        let id = letter_on(&app, &file).await;
        let said = json!({"text_number": 1, "kind": "comment", "remark": "Please be brief."});
        let _ = act(&app, SO, &id, "remarks", said).await.expect(200);
        let saved = revise(&app, SO, &id, &reworded(&app, "Brief.")).await.expect(200);
        assert_eq!(saved.json["text_number"], 2, "what was commented on stays");
        let late = json!({"text_number": 1, "kind": "comment", "remark": "Too late."});
        let refused = act(&app, SO, &id, "remarks", late).await;
        assert_eq!((refused.status, refused.code()), (409, "draft-text-moved-on"));
        let kept = remarks(&app, &id).await;
        assert_eq!((&kept[0]["remark"], &kept[0]["text_number"]), (&json!("Please be brief."), &json!(1)));
        let empty = json!({"text_number": 2, "kind": "comment", "remark": "  "});
        let refused = act(&app, SO, &id, "remarks", empty).await.expect(422);
        assert_eq!(refused.json["errors"][0]["code"], "draft-remark-empty");
        assert_eq!(kinds(&app, &file).await, ["communication_opened", "communication_remarked", "communication_revised"]);
    }

    async fn a_suggestion_is_accepted_or_not_and_once(app: TestApp) {
        let file = open(&app).await;
        let id = letter_on(&app, &file).await;
        hand_on(&app, &file, SO, DS).await;
        let second = paragraph("Second.");
        let better = paragraph("The Accountant General may kindly confirm.");
        let _ = act(&app, DS, &id, "remarks", suggestion(1, &second, &better)).await.expect(200);
        let _ = act(&app, DS, &id, "remarks", suggestion(0, &paragraph("Not there."), &better)).await.expect(409);
        let _ = act(&app, DS, &id, "remarks", suggestion(1, &second, &second)).await.expect(422);
        let first = paragraph("I am directed to say that funds are released.");
        let _ = act(&app, DS, &id, "remarks", suggestion(0, &first, &Value::Null)).await.expect(200);
        hand_on(&app, &file, DS, SO).await;
        let made = remarks(&app, &id).await;
        assert_eq!(made.len(), 2);
        let _ = decide(&app, SO, &id, &made[0], true).await.expect(200);
        let now = read(&app, SO, &id).await;
        assert_eq!(now["text_number"], 2);
        assert_eq!(now["content"]["text"]["en"]["blocks"], json!([first, better]));
        let again = decide(&app, SO, &id, &made[0], true).await;
        assert_eq!((again.status, again.code()), (409, "draft-suggestion-decided"));
        let _ = decide(&app, SO, &id, &made[1], false).await.expect(200);
        let decided = remarks(&app, &id).await;
        let decisions: Vec<_> = decided.iter().map(|remark| remark["decision"]["accepted"].clone()).collect();
        assert_eq!(decisions, [json!(true), json!(false)]);
        assert_eq!(read(&app, SO, &id).await["text_number"], 2, "a refusal changes no text");
    }

    async fn an_accepted_suggestion_makes_an_approval_void(app: TestApp) {
        let file = open(&app).await;
        let id = letter_on(&app, &file).await;
        hand_on(&app, &file, SO, DS).await;
        let change = suggestion(1, &paragraph("Second."), &paragraph("Better."));
        let _ = act(&app, DS, &id, "remarks", change).await.expect(200);
        let _ = approve(&app, DS, &id).await.expect(200);
        let made = remarks(&app, &id).await;
        let _ = decide(&app, DS, &id, &made[0], true).await.expect(200);
        let now = read(&app, DS, &id).await;
        assert_eq!((&now["state"], &now["voided_approval"]["text_number"]), (&json!("draft"), &json!(1)));
    }

    async fn what_an_accepted_suggestion_seals_and_voids_is_in_the_ledger(app: TestApp) {
        let file = open(&app).await;
        let id = letter_on(&app, &file).await;
        hand_on(&app, &file, SO, DS).await;
        let first = paragraph("I am directed to say that funds are released.");
        let change = suggestion(1, &paragraph("Second."), &paragraph("Better."));
        let _ = act(&app, DS, &id, "remarks", change).await.expect(200);
        let _ = act(&app, DS, &id, "remarks", suggestion(0, &first, &paragraph("Funds are released."))).await.expect(200);
        let _ = approve(&app, DS, &id).await.expect(200);
        let made = remarks(&app, &id).await;
        let _ = decide(&app, DS, &id, &made[0], true).await.expect(200);
        hand_on(&app, &file, DS, SO).await;
        let _ = decide(&app, SO, &id, &made[1], true).await.expect(200);

        let path = format!("/api/v1/ledger/entries?subject_id={file}&kind=suggestion_decided");
        let entries = app.acting(Persona::Auditor).get(&path).await.expect(200).json;
        let decided: Vec<Value> = entries["items"].as_array().unwrap().iter().map(|entry| entry["body"]["content"].clone()).collect();
        let said: Vec<_> = decided.iter().rev().map(|said| [&said["text"], &said["before"]["text"], &said["voids"]]).collect();
        assert_eq!(json!(said), json!([[2, 1, 1], [3, 2, null]]), "an approval is void once");
        crate::ledger::take_up(&app).await;
        let counts = crate::ledger::check(&app, crate::ledger::known(&app)).await.unwrap();
        assert_eq!(counts.texts, 2, "the third is still written in");
    }

    async fn a_verdict_needs_its_words_and_its_kind(app: TestApp) {
        let file = open(&app).await;
        let id = letter_on(&app, &file).await;
        for (body, status) in [
            (json!({"text_number": 1, "kind": "vetting", "remark": "Fine."}), 422),
            (json!({"text_number": 1, "kind": "comment", "verdict": "passed", "remark": "Fine."}), 422),
            (json!({"text_number": 1, "kind": "vetting", "verdict": "objected"}), 422),
            (json!({"text_number": 1, "kind": "vetting", "verdict": "objected", "remark": "Rule 5."}), 200),
            (json!({"text_number": 1, "kind": "vetting", "verdict": "passed"}), 200),
        ] {
            assert_eq!(act(&app, SO, &id, "remarks", body.clone()).await.status, status, "{body}");
        }
        assert_eq!(kinds(&app, &file).await[1..], ["communication_vetted", "communication_vetted"]);
    }
}

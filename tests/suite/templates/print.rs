use super::{MOTTO, enforce, make, read as read_template, save, withdraw};
use crate::drafting::issue::{approved, issue};
use crate::drafting::{letter_on, read};
use crate::files::open;
use daftar_domain::ledger::sha256_hex;
use daftar_testing::{Persona, TestApp, on_both};
use serde_json::{Value, json};

const SO: Persona = Persona::SectionOfficer;

async fn preview(app: &TestApp, letter: &str) -> Vec<u8> {
    let path = format!("/api/v1/communications/{letter}/preview");
    app.acting(SO).get(&path).await.expect(200).bytes
}

on_both! {
    async fn the_nearest_unit_sets_and_else_the_office_and_else_the_program(app: TestApp) {
        let file = open(&app).await;
        let letter = letter_on(&app, &file).await;
        let built_in = preview(&app, &letter).await;
        let mut seen = vec![built_in.clone()];
        // Of a unit beside it, nothing is taken.
        for (unit, mark) in [(Some("ADM"), "Beside"), (None, "Office"), (Some("FD"), "Department"), (Some("BUD"), "Section")] {
            let id = make(&app, unit, &MOTTO.replace("Motto", mark)).await.expect(201).id();
            assert_eq!(&preview(&app, &letter).await, seen.last().unwrap(), "{mark} is not in force yet");
            let _ = enforce(&app, &id, 1).await.expect(200);
            let now = preview(&app, &letter).await;
            if unit == Some("ADM") {
                assert_eq!(now, built_in);
            } else {
                assert!(!seen.contains(&now), "{mark}");
                seen.push(now);
            }
            if unit == Some("BUD") {
                let _ = withdraw(&app, &id).await.expect(200);
                seen.pop();
                assert_eq!(&preview(&app, &letter).await, seen.last().unwrap());
            }
        }
    }

    async fn an_issue_keeps_which_template_set_it(app: TestApp) {
        let file = open(&app).await;
        let before = approved(&app, &file).await;
        let _ = issue(&app, &before).await.expect(200);
        assert_eq!(read(&app, SO, &before).await["issue"]["template_sha256"], Value::Null);
        let id = make(&app, Some("FD"), MOTTO).await.expect(201).id();
        let _ = enforce(&app, &id, 1).await.expect(200);
        let after = approved(&app, &file).await;
        let _ = issue(&app, &after).await.expect(200);
        let _ = save(&app, &id, &format!("{MOTTO}// later")).await.expect(200);
        let _ = enforce(&app, &id, 2).await.expect(200);
        let issued = read(&app, SO, &after).await;
        assert_eq!(issued["issue"]["template_sha256"], json!(sha256_hex(MOTTO)));
        assert_eq!(read_template(&app, &id).await["in_force"], 2);
    }

    async fn a_template_that_fails_burns_no_number(app: TestApp) {
        let file = open(&app).await;
        let letter = approved(&app, &file).await;
        // No sample is restricted, so that the trial does not find it.
        let trap = MOTTO.replace("#body()", "#if data.classification == \"restricted\" { panic(\"trapped\") }\n#body()");
        let id = make(&app, None, &trap).await.expect(201).id();
        let _ = enforce(&app, &id, 1).await.expect(200);
        let refused = issue(&app, &letter).await.expect(409);
        assert_eq!((refused.code(), &refused.json["template"]["sample"]), ("template-fails", &Value::Null));
        let message = refused.json["template"]["mistakes"][0]["message"].as_str().unwrap();
        assert!(message.contains("trapped"), "{message}");
        let path = format!("/api/v1/communications/{letter}/preview");
        assert_eq!(app.acting(SO).get(&path).await.expect(409).code(), "template-fails");
        let _ = withdraw(&app, &id).await.expect(200);
        let done = issue(&app, &letter).await.expect(200);
        assert!(done.json["number"].as_str().unwrap().ends_with("/1"));
    }
}

//! What letters print of the address book and of letterheads.

use super::{CONTACTS, deputy_commissioner};
use crate::drafting::{draft, letter, revise};
use crate::files::open;
use daftar_testing::{Persona, TestApp, on_both};
use serde_json::{Value, json};

const SO: Persona = Persona::SectionOfficer;

/// The print of a draft.
async fn print(app: &TestApp, id: &str) -> Vec<u8> {
    let path = format!("/api/v1/communications/{id}/preview");
    app.acting(SO).get(&path).await.expect(200).bytes
}

/// The letter in Urdu, to one addressee.
fn urdu_letter(app: &TestApp, addressee: &Value) -> Value {
    let mut content = letter(app);
    content["languages"] = json!("ur");
    content["subject"] = json!({"en": "", "ur": "فنڈز کا اجرا"});
    content["text"] =
        json!({"en": {"blocks": []}, "ur": {"blocks": [crate::drafting::paragraph("حسب ہدایت عرض ہے۔")]}});
    content["addressees"] = json!([addressee]);
    content
}

fn addressee() -> Value {
    let mut contact = deputy_commissioner("Multan", "ملتان");
    let fields = contact.as_object_mut().unwrap();
    fields.remove("phone");
    let urdu = json!({"name": fields.remove("name_ur"), "lines": fields.remove("lines_ur")});
    fields.insert("ur".to_owned(), urdu);
    fields.insert("kind".to_owned(), json!("outside"));
    contact
}

on_both! {
    async fn a_draft_keeps_the_address_as_it_was_chosen(app: TestApp) {
        let officer = app.acting(SO);
        let kept = officer.post(CONTACTS, &deputy_commissioner("Multan", "ملتان")).await.expect(201).id();
        let file = open(&app).await;
        let id = draft(&officer, &file, &urdu_letter(&app, &addressee())).await.expect(201).id();
        let before = print(&app, &id).await;
        let path = format!("{CONTACTS}/{kept}");
        let moved = json!({"lines": ["Lodhran"], "lines_ur": ["لودھراں"]});
        let _ = officer.if_match("\"1\"").patch(&path, &moved).await.expect(200);
        let read = officer.get(&format!("/api/v1/communications/{id}")).await.expect(200).json;
        assert_eq!(read["content"]["addressees"][0]["ur"]["lines"], json!(["ملتان"]));
        assert_eq!(print(&app, &id).await, before);
    }

    async fn a_letter_in_urdu_prints_the_urdu_block(app: TestApp) {
        let file = open(&app).await;
        let with = addressee();
        let mut without = with.clone();
        without.as_object_mut().unwrap().remove("ur");
        let officer = app.acting(SO);
        let id = draft(&officer, &file, &urdu_letter(&app, &without)).await.expect(201).id();
        let in_english = print(&app, &id).await;
        let _ = revise(&app, SO, &id, &urdu_letter(&app, &with)).await.expect(200);
        assert_ne!(print(&app, &id).await, in_english);
        let mut nameless = addressee();
        nameless["ur"]["name"] = json!("");
        let refused = revise(&app, SO, &id, &urdu_letter(&app, &nameless)).await;
        assert_eq!((refused.status, refused.code()), (422, "draft-address-without-name"));
        let mut unprintable = addressee();
        unprintable["ur"]["lines"] = json!(["ملتان 🙂"]);
        let _ = revise(&app, SO, &id, &urdu_letter(&app, &unprintable)).await.expect(200);
        let read = officer.get(&format!("/api/v1/communications/{id}")).await.expect(200).json;
        assert_eq!(read["unprintable"], json!(["🙂"]));
    }

    async fn a_letter_says_where_its_unit_or_the_one_above_is(app: TestApp) {
        let file = open(&app).await;
        let id = draft(&app.acting(SO), &file, &letter(&app)).await.expect(201).id();
        let admin = app.acting(Persona::Administrator);
        let mut prints = vec![print(&app, &id).await];
        for (unit, letterhead) in [
            ("FD", json!({"place_en": "Lahore", "place_ur": "لاہور", "address_en": "Lower Mall", "address_ur": "لوئر مال"})),
            ("BUD", json!({"phone": "042-99211064"})),
            ("BUD", json!({"place_en": "Multan", "place_ur": "ملتان"})),
            // What a unit far away says changes nothing here.
            ("LAW", json!({"email": "office@law.example.gov.pk"})),
        ] {
            let path = format!("/api/v1/units/{}", app.people.unit(unit));
            let etag = admin.get(&path).await.expect(200).etag();
            let _ = admin.if_match(&etag).patch(&path, &letterhead).await.expect(200);
            prints.push(print(&app, &id).await);
        }
        assert!(prints.windows(2).take(3).all(|two| two[0] != two[1]));
        assert_eq!(prints[3], prints[4]);
    }
}

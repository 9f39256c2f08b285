use super::{CONTACTS, GROUPS, act, contact, group, keep};
use crate::organisation::{act as change, add_post, add_unit};
use daftar_testing::{Client, Persona, on_both};
use serde_json::{Value, json};

const SO: Persona = Persona::SectionOfficer;
const DS: Persona = Persona::DeputySecretary;

async fn members(client: &Client, id: &str) -> Vec<Value> {
    let page = client.get(&format!("{GROUPS}/{id}/members")).await.expect(200).json;
    page["items"].as_array().unwrap().clone()
}

on_both! {
    async fn members_keep_their_order_and_tell_who_is_gone(app: TestApp) {
        let (officer, fd) = (app.acting(SO), app.people.unit("FD").to_string());
        let multan = keep(&officer, "The Deputy Commissioner, Multan").await.id();
        let jhang = keep(&officer, "The Deputy Commissioner, Jhang").await.id();
        let post = add_post(&app, &fd, "SO-GONE").await.expect(201).id();
        let unit = add_unit(&app, &fd, "FD-GONE").await.expect(201).id();
        let wanted = [
            json!({"kind": "unit", "id": unit}), contact(&jhang), json!({"kind": "post", "id": post}),
            contact(&multan), contact(&jhang),
        ];
        let made = group(&officer, "All Deputy Commissioners", &wanted).await.expect(201);
        let path = made.headers["location"].to_str().unwrap().to_owned();
        let read = officer.get(&path).await.expect(200);
        assert_eq!((&read.json["members"], &read.json["unit"]["code"]), (&json!(4), &json!("BUD")));
        let found = members(&officer, &made.id()).await;
        let ids: Vec<_> = found.iter().map(|member| member["id"].as_str().unwrap()).collect();
        assert_eq!(ids, [unit.as_str(), &jhang, &post, &multan]);
        assert_eq!(found[0]["unit"]["code"], "FD-GONE");
        assert_eq!(found[1]["contact"]["name"], "The Deputy Commissioner, Jhang");
        assert!(found[2]["post"]["title_en"].is_string() && found[2]["contact"].is_null());
        assert!(found.iter().all(|member| member["gone"] == false));

        change(&app, &format!("/api/v1/posts/{post}"), "abolition", &json!({})).await.expect(200);
        change(&app, &format!("/api/v1/units/{unit}"), "closure", &json!({})).await.expect(200);
        let _ = act(&officer, &format!("{CONTACTS}/{jhang}"), "deactivation").await.expect(200);
        let gone: Vec<_> = members(&officer, &made.id()).await.iter().map(|member| member["gone"] == true).collect();
        assert_eq!(gone, [true, true, true, false]);

        let pages = format!("{path}/members?limit=3");
        let first = officer.get(&pages).await.expect(200).json;
        let next = first["next_cursor"].as_str().unwrap();
        let last = officer.get(&format!("{pages}&cursor={next}")).await.expect(200).json;
        assert_eq!((last["items"][0]["id"].as_str(), last["next_cursor"].is_null()), (Some(multan.as_str()), true));
        assert_eq!(officer.get(&format!("{pages}&cursor=odd")).await.expect(400).code(), "cursor-invalid");
    }

    async fn a_group_is_renamed_refilled_and_put_away(app: TestApp) {
        let officer = app.acting(SO);
        let id = keep(&officer, "The Commissioner").await.id();
        let once = officer.with("Idempotency-Key", "group");
        let made = group(&once, "Commissioners", &[contact(&id)]).await.expect(201);
        assert_eq!(group(&once, "Commissioners", &[contact(&id)]).await.expect(201).json, made.json);
        let path = format!("{GROUPS}/{}", made.id());
        let renamed = json!({"name": "All Commissioners", "name_ur": "تمام کمشنر"});
        officer.patch(&path, &renamed).await.expect(428);
        let _ = officer.if_match("\"1\"").patch(&path, &renamed).await.expect(200);
        officer.if_match("\"1\"").patch(&path, &renamed).await.expect(412);
        assert_eq!(members(&officer, &made.id()).await.len(), 1, "renaming leaves the members");
        for words in ["commissioners", "%D8%AA%D9%85%D8%A7%D9%85"] {
            let found = officer.get(&format!("{GROUPS}?query={words}")).await.expect(200).json;
            assert_eq!(found["items"][0]["members"], 1, "{words}");
        }
        let emptied = json!({"members": []});
        let _ = officer.if_match("\"2\"").patch(&path, &emptied).await.expect(200);
        assert_eq!(officer.get(&path).await.expect(200).json["members"], 0);
        let _ = act(&officer, &path, "deactivation").await.expect(200);
        let late = officer.if_match("\"4\"").patch(&path, &emptied).await;
        assert_eq!((late.status, late.code()), (409, "address-group-deactivated"));
        assert_eq!(officer.get(GROUPS).await.expect(200).json["items"], json!([]));
        let _ = act(&officer, &path, "reactivation").await.expect(200);
        assert_eq!(act(&officer, &path, "reactivation").await.expect(409).code(), "address-group-active");

        let entries = format!("/api/v1/ledger/entries?subject_id={}", made.id());
        let entries = app.acting(Persona::Auditor).get(&entries).await.expect(200).json;
        let kinds: Vec<_> = entries["items"].as_array().unwrap().iter().rev()
            .map(|entry| entry["kind"].as_str().unwrap()).collect();
        assert_eq!(kinds, [
            "address_group_made", "address_group_changed", "address_group_changed", "address_group_deactivated",
            "address_group_reactivated",
        ]);
        assert!(!entries.to_string().contains("Commissioner"));
    }

    async fn a_group_holds_only_what_all_its_readers_see(app: TestApp) {
        let (officer, deputy) = (app.acting(SO), app.acting(DS));
        let of_section = keep(&officer, "Kept by the section").await.id();
        let of_department = keep(&deputy, "Kept by the department").await.id();
        let nobody = "00000000-0000-7000-8000-000000000000";
        for (client, member) in [
            (&deputy, contact(&of_section)), (&officer, contact(nobody)),
            (&officer, json!({"kind": "post", "id": nobody})), (&officer, json!({"kind": "unit", "id": nobody})),
            (&app.acting(Persona::LawOfficer), contact(&of_section)),
        ] {
            let refused = group(client, "Refused", std::slice::from_ref(&member)).await;
            assert_eq!((refused.status, refused.code()), (422, "address-group-member-unknown"), "{member}");
        }
        let _ = group(&officer, "Both", &[contact(&of_section), contact(&of_department)]).await.expect(201);
        let many: Vec<_> = (0..2001).map(|n: u128| contact(&uuid::Uuid::from_u128(n).to_string())).collect();
        let refused = group(&officer, "Many", &many).await;
        assert_eq!((refused.status, refused.code()), (422, "address-group-too-large"));
    }

    async fn members_are_read_page_by_page(app: TestApp) {
        let officer = app.acting(SO);
        let mut wanted = Vec::new();
        for n in 0..12 {
            wanted.push(contact(&keep(&officer, &format!("Contact {n}")).await.id()));
        }
        let made = group(&officer, "Many", &wanted).await.expect(201);
        let mut path = format!("{GROUPS}/{}/members?limit=5", made.id());
        let mut found = Vec::new();
        loop {
            let page = officer.get(&path).await.expect(200).json;
            found.extend(page["items"].as_array().unwrap().iter().map(|member| contact(member["id"].as_str().unwrap())));
            let Some(next) = page["next_cursor"].as_str() else { break };
            path = format!("{GROUPS}/{}/members?limit=5&cursor={next}", made.id());
        }
        assert_eq!(found, wanted);
    }
}

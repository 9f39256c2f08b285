//! Entries are seen from below and kept at home; a stranger meets them nowhere.

use super::{CONTACTS, GROUPS, contact, group, keep, names};
use crate::delegation::{at_post_of, give};
use daftar_testing::{Client, Persona, on_both};
use serde_json::json;

/// Whatever somebody can ask the address book for, as one text.
async fn crawled(client: &Client, ids: &[String]) -> String {
    let mut seen = String::new();
    let mut paths = Vec::new();
    for list in [CONTACTS, GROUPS] {
        paths
            .extend(["", "?include_deactivated=true", "?query=canary", "?limit=1"].map(|rest| format!("{list}{rest}")));
        paths.extend(ids.iter().map(|id| format!("{list}/{id}")));
    }
    paths.extend(ids.iter().map(|id| format!("{GROUPS}/{id}/members")));
    for path in paths {
        let reply = client.get(&path).await;
        assert!([200, 404].contains(&reply.status), "{path}: {}", reply.json);
        seen.push_str(&reply.json.to_string());
    }
    seen
}

on_both! {
    async fn an_entry_never_appears_to_a_stranger_unit(app: TestApp) {
        let mut ids = Vec::new();
        let keepers = [
            (Persona::Administrator, "canary-gov"), (Persona::DeputySecretary, "canary-fd"),
            (Persona::SectionOfficer, "canary-bud"), (Persona::OtherSectionOfficer, "canary-adm"),
            (Persona::Clerk, "canary-ri"), (Persona::LawOfficer, "canary-law"),
        ];
        for (keeper, word) in keepers {
            let client = app.acting(keeper);
            let kept = keep(&client, word).await.id();
            let made = group(&client, &format!("{word}-group"), &[contact(&kept)]).await.expect(201).id();
            ids.extend([kept, made]);
        }
        for (reader, sees) in [
            (Persona::SectionOfficer, &["gov", "fd", "bud"][..]), (Persona::OtherSectionOfficer, &["gov", "fd", "adm"]),
            (Persona::DeputySecretary, &["gov", "fd"]), (Persona::Clerk, &["gov", "fd", "ri"]),
            (Persona::LawOfficer, &["gov", "law"]), (Persona::LawClerk, &["gov", "law"]),
            (Persona::Administrator, &["gov"]),
        ] {
            let client = app.acting(reader);
            let seen = crawled(&client, &ids).await;
            for (_, word) in keepers {
                let short = word.strip_prefix("canary-").unwrap();
                assert_eq!(seen.contains(&format!("\"{word}\"")), sees.contains(&short), "{reader:?} and {word}");
            }
            for list in [CONTACTS, GROUPS] {
                assert_eq!(names(&client, list).await.len(), sees.len(), "{reader:?}");
            }
        }
        for list in [CONTACTS, GROUPS] {
            let refused = app.acting(Persona::Auditor).get(list).await;
            assert_eq!((refused.status, refused.code()), (403, "role-missing"));
            app.anonymous().get(list).await.expect(401);
        }
    }

    async fn who_sees_it_from_below_does_not_change_it(app: TestApp) {
        let deputy = app.acting(Persona::DeputySecretary);
        let kept = keep(&deputy, "Of the department").await.id();
        let made = group(&deputy, "Of the department", &[contact(&kept)]).await.expect(201).id();
        for (list, id) in [(CONTACTS, &kept), (GROUPS, &made)] {
            let path = format!("{list}/{id}");
            let read = app.acting(Persona::SectionOfficer).get(&path).await.expect(200);
            assert_eq!(read.json["can_change"], false);
            let below = app.acting(Persona::SectionOfficer).if_match("\"1\"");
            let stranger = app.acting(Persona::LawOfficer).if_match("\"1\"");
            let body = json!({"name": "Mine"});
            let refused = below.patch(&path, &body).await;
            assert_eq!((refused.status, refused.code()), (403, "other-unit"));
            let refused = below.post(&format!("{path}/deactivation"), &json!({})).await;
            assert_eq!((refused.status, refused.code()), (403, "other-unit"));
            let hidden = stranger.patch(&path, &body).await;
            assert_eq!((hidden.status, hidden.code()), (404, "not-found"));
            let hidden = stranger.post(&format!("{path}/reactivation"), &json!({})).await;
            assert_eq!((hidden.status, hidden.code()), (404, "not-found"));
            // A colleague of the same unit keeps it too.
            let colleague = app.acting(Persona::Secretary).if_match("\"1\"");
            let _ = colleague.patch(&path, &body).await.expect(200);
        }
    }

    async fn an_assistant_reads_and_does_not_keep(app: TestApp) {
        let kept = keep(&app.acting(Persona::SectionOfficer), "Of the section").await.id();
        give(&app, Persona::SectionOfficer, Persona::LawClerk).await.expect(201);
        let assistant = at_post_of(&app, Persona::LawClerk, Persona::SectionOfficer);
        let read = assistant.get(&format!("{CONTACTS}/{kept}")).await.expect(200);
        assert_eq!(read.json["can_change"], false);
        let body = json!({"sort": "body", "name": "Mine"});
        let refused = assistant.post(CONTACTS, &body).await;
        assert_eq!((refused.status, refused.code()), (403, "assistants-only-draft"));
        let refused = assistant.if_match("\"1\"").patch(&format!("{CONTACTS}/{kept}"), &json!({"name": "Mine"})).await;
        assert_eq!((refused.status, refused.code()), (403, "assistants-only-draft"));
    }

    async fn a_unit_that_moves_leaves_the_book_of_the_old_department_behind(app: TestApp) {
        let (officer, deputy) = (app.acting(Persona::SectionOfficer), app.acting(Persona::DeputySecretary));
        let of_section = keep(&officer, "Of the section").await.id();
        let of_department = keep(&deputy, "Of the department").await.id();
        let members = [contact(&of_section), contact(&of_department)];
        let made = group(&officer, "Both", &members).await.expect(201).id();
        assert_eq!(officer.get(&format!("{GROUPS}/{made}")).await.expect(200).json["members"], 2);
        let section = format!("/api/v1/units/{}", app.people.unit("BUD"));
        let etag = officer.get(&section).await.expect(200).etag();
        let moved = json!({"parent_id": app.people.unit("LAW").to_string()});
        let admin = app.acting(Persona::Administrator);
        let _ = admin.if_match(&etag).patch(&section, &moved).await.expect(200);
        officer.get(&format!("{CONTACTS}/{of_department}")).await.expect(404);
        assert_eq!(officer.get(&format!("{GROUPS}/{made}")).await.expect(200).json["members"], 1);
        let left = officer.get(&format!("{GROUPS}/{made}/members")).await.expect(200).json;
        assert_eq!(left["items"].as_array().unwrap().len(), 1);
        assert!(!left.to_string().contains("Of the department"));
    }
}

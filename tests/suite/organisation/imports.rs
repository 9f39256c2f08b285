//! The organisation from spreadsheets.

use daftar_application::jobs;
use daftar_testing::{Persona, Reply, TestApp, on_both};
use serde_json::{Value, json};
use std::fmt::Write as _;

const UNITS: &str = "code,parent_code,kind,name_en,name_ur,file_number_template\n\
    HD-A,HD,section,Section A,سیکشن اے,\nHD,GOV,department,Health Department,محکمہ صحت,\n";
const POSTS: &str = "code,unit_code,title_en,title_ur,grade,reports_to_code,roles\n\
    SO-HA,HD-A,Section Officer,سیکشن آفیسر,17,SEC-H,officer\nSEC-H,HD,Secretary Health,سیکرٹری صحت,20,,officer authenticator\n";
const PERSONS: &str = "user_name,name_en,name_ur,email,language\nhina,Hina Malik,حنا ملک,,ur\n";
const CHARGES: &str = "post_code,user_name,kind,from\nSO-HA,hina,substantive,2026-01-15\n";

fn sheets(dry_run: bool) -> Value {
    json!({ "dry_run": dry_run, "units_csv": UNITS, "posts_csv": POSTS, "persons_csv": PERSONS, "charges_csv": CHARGES })
}

/// Asks for an import, lets a worker do it, and looks at the end.
pub(super) async fn import(app: &TestApp, body: &Value) -> Reply {
    let admin = app.acting(Persona::Administrator).with("Accept-Language", "ur");
    let accepted = admin.post("/api/v1/organisation/imports", body).await.expect(202);
    let path = accepted.headers["location"].to_str().unwrap().to_owned();
    assert_eq!(admin.get(&path).await.expect(200).json["state"], "queued");
    while jobs::run_next(&app.office).await.unwrap() {}
    admin.get(&path).await.expect(200)
}

fn counts(import: &Reply) -> (String, i64, i64, i64) {
    let count = |name: &str| import.json[name].as_i64().unwrap();
    (
        import.json["state"].as_str().unwrap().to_owned(),
        count("created"),
        count("updated"),
        count("unchanged"),
    )
}

on_both! {
    async fn an_import_is_tried_done_and_repeated(app: TestApp) {
        let tried = import(&app, &sheets(true)).await;
        assert_eq!(counts(&tried), ("done".to_owned(), 6, 0, 0));
        let clerk = app.acting(Persona::Clerk);
        assert_eq!(clerk.get("/api/v1/units?query=HD").await.json["items"], json!([]));

        let done = import(&app, &sheets(false)).await;
        assert_eq!(counts(&done), ("done".to_owned(), 6, 0, 0));
        assert_eq!((done.json["done"].as_i64(), done.json["total"].as_i64()), (Some(6), Some(6)));
        let posts = clerk.get("/api/v1/posts?query=SO-HA").await.expect(200);
        let post = &posts.json["items"][0];
        assert_eq!(post["holder"]["person"]["name_en"], "Hina Malik");
        assert_eq!(post["holder"]["since"], "2026-01-14T19:00:00Z");
        assert_eq!(post["unit"]["code"], "HD-A");

        let again = import(&app, &sheets(false)).await;
        assert_eq!(counts(&again), ("done".to_owned(), 0, 0, 6));
        let ledger = app.acting(Persona::Auditor).get("/api/v1/ledger/entries?kind=organisation_imported").await.expect(200);
        assert_eq!(ledger.json["items"].as_array().unwrap().len(), 2);
    }

    async fn wrong_rows_are_all_listed_and_nothing_is_changed(app: TestApp) {
        let mut body = sheets(false);
        body["posts_csv"] = json!(format!("{POSTS}X,NOWHERE,X,X,30,SO-HA,officer\nY,HD,Y,Y,17,,king\n"));
        body["charges_csv"] = json!("post_code,user_name,kind,from\nSO-HA,nobody,substantive,15.1.2026\n");
        let refused = import(&app, &body).await;
        assert_eq!(counts(&refused).0, "refused");
        let told: Vec<String> = refused.json["errors"].as_array().unwrap().iter()
            .map(|e| format!("{} {} {} {}", e["sheet"].as_str().unwrap(), e["row"], e["column"], e["code"].as_str().unwrap()))
            .collect();
        assert_eq!(told, [
            "posts 4 \"grade\" grade-out-of-range",
            "posts 5 \"roles\" word-unknown",
            "charges 2 \"from\" date-shape",
        ]);
        assert!(refused.json["errors"][0]["message"].as_str().unwrap().contains("سکیل"));
        let clerk = app.acting(Persona::Clerk);
        assert_eq!(clerk.get("/api/v1/units?query=HD").await.json["items"], json!([]));
        assert_eq!(clerk.get("/api/v1/persons?query=hina").await.json["items"], json!([]));
    }

    async fn a_row_hands_a_post_over(app: TestApp) {
        import(&app, &sheets(false)).await;
        let charges = "post_code,user_name,kind,from\nSO-BUDGET,hina,additional,2026-03-01\n";
        let body = json!({ "dry_run": false, "charges_csv": charges });
        let done = import(&app, &body).await;
        assert_eq!(counts(&done), ("done".to_owned(), 0, 1, 0));
        let gone = app.acting(Persona::SectionOfficer).get("/api/v1/units").await.expect(403);
        assert_eq!(gone.code(), "no-charge");
    }

    async fn a_ministry_of_five_hundred_posts_is_imported(app: TestApp) {
        let mut posts = "code,unit_code,title_en,title_ur,grade,reports_to_code,roles\n".to_owned();
        for n in 0..500 {
            let superior = if n == 0 { String::new() } else { format!("P-{}", n / 2) };
            writeln!(posts, "P-{n},FD,Post {n},عہدہ {n},17,{superior},officer").unwrap();
        }
        posts = posts.replace("P-0,FD,Post 0,عہدہ 0,17,P-0,", "P-0,FD,Post 0,عہدہ 0,17,,");
        let done = import(&app, &json!({ "dry_run": false, "posts_csv": posts })).await;
        assert_eq!(counts(&done), ("done".to_owned(), 500, 0, 0));
    }

    async fn imports_are_for_administrators(app: TestApp) {
        let admin = app.acting(Persona::Administrator);
        let accepted = admin.post("/api/v1/organisation/imports", &sheets(true)).await.expect(202);
        let path = format!("/api/v1/organisation/imports/{}", accepted.id());
        for persona in [Persona::Secretary, Persona::Auditor] {
            app.acting(persona).post("/api/v1/organisation/imports", &sheets(true)).await.expect(403);
            app.acting(persona).get(&path).await.expect(403);
        }
        let nothing = admin.post("/api/v1/organisation/imports", &json!({ "dry_run": true })).await.expect(422);
        assert_eq!(nothing.json["errors"][0]["code"], "required");
        for sheet in ["units", "posts", "persons", "charges"] {
            let template = admin.get(&format!("/api/v1/organisation/imports/templates/{sheet}")).await.expect(200);
            assert!(template.headers["content-type"].to_str().unwrap().starts_with("text/csv"));
        }
        admin.get("/api/v1/organisation/imports/templates/kings").await.expect(404);
    }
}

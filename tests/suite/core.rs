//! What every operation leans on.

use daftar_testing::{Persona, on_both};
use serde_json::json;

on_both! {
    async fn probes_answer_and_unknown_addresses_are_problems(app: TestApp) {
        assert_eq!(app.anonymous().get("/readyz").await.status, 200);
        assert_eq!(app.anonymous().get("/healthz").await.status, 200);
        let missing = app.anonymous().with("Accept-Language", "ur").get("/api/v1/nothing").await;
        assert_eq!((missing.status, missing.code()), (404, "not-found"));
        assert_eq!(missing.headers["content-type"], "application/problem+json");
        assert!(missing.json["title"].as_str().unwrap().contains("ریکارڈ"));
        assert!(!missing.json["trace_id"].as_str().unwrap().is_empty());
        let wrong = app.anonymous().post("/healthz", &serde_json::json!({})).await;
        assert_eq!((wrong.status, wrong.headers["allow"].to_str().unwrap()), (405, "GET"));
    }

    async fn what_an_operation_does_not_know_is_refused_in_its_query_too(app: TestApp) {
        let file = crate::files::open(&app).await;
        let officer = app.acting(Persona::SectionOfficer);
        for path in [format!("/api/v1/files/{file}?zzz=1"), "/api/v1/me?zzz=1".into(), "/api/v1/files?zzz=1".into()] {
            let refused = officer.get(&path).await.expect(400);
            assert_eq!((refused.code(), &refused.json["errors"][0]["pointer"]), ("query-invalid", &json!("/zzz")), "{path}");
        }
        let closing = format!("/api/v1/files/{file}/closure?zzz=1");
        assert_eq!(officer.if_match("\"1\"").post(&closing, &json!({})).await.status, 400);
        assert_eq!(crate::files::read(&app, Persona::SectionOfficer, &file).await["state"], "open");
    }

    async fn no_question_is_too_long_for_the_server(app: TestApp) {
        let words = "a+".repeat(20_000);
        for path in ["files?scope=seen&query=", "files?query=", "posts?query=", "persons?query=", "units?query="] {
            app.acting(Persona::SectionOfficer).get(&format!("/api/v1/{path}{words}")).await.expect(200);
        }
        for path in ["receipts?query=", "receipts/register.csv?query="] {
            app.acting(Persona::Clerk).get(&format!("/api/v1/{path}{words}")).await.expect(200);
        }
    }

    async fn a_body_is_at_most_a_megabyte_long(app: TestApp) {
        let long = |length: usize| {
            let client = app.anonymous();
            let request = client.request("POST", "/api/v1/session").header("content-type", "application/json");
            async move { client.send(request.body(" ".repeat(length))).await }
        };
        assert_eq!(long((1 << 20) + 1).await.expect(413).code(), "body-too-large");
        assert_eq!(long(1 << 20).await.expect(400).code(), "json-malformed", "it was read to its end");
    }

    async fn the_description_is_served_with_its_viewer(app: TestApp) {
        let described = app.anonymous().get("/api/v1/openapi.json").await.expect(200);
        assert_eq!(described.json["openapi"], "3.1.0");
        assert!(described.json["paths"]["/api/v1/desk"].is_object());
        assert_eq!(app.anonymous().get("/swagger/").await.expect(200).headers["content-type"], "text/html");
    }

    async fn security_headers_are_on_every_answer(app: TestApp) {
        for path in ["/healthz", "/api/v1/nothing", "/"] {
            let reply = app.acting(Persona::Clerk).get(path).await;
            assert_eq!(reply.headers["x-content-type-options"], "nosniff", "{path}");
            assert!(reply.headers["content-security-policy"].to_str().unwrap().contains("frame-ancestors 'none'"), "{path}");
        }
    }
}

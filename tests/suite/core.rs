//! What every operation leans on.

use daftar_testing::{Persona, on_both};

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

    async fn security_headers_are_on_every_answer(app: TestApp) {
        for path in ["/healthz", "/api/v1/nothing", "/"] {
            let reply = app.acting(Persona::Clerk).get(path).await;
            assert_eq!(reply.headers["x-content-type-options"], "nosniff", "{path}");
            assert!(reply.headers["content-security-policy"].to_str().unwrap().contains("frame-ancestors 'none'"), "{path}");
        }
    }
}

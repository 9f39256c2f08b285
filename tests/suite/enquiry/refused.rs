use super::{by_code, by_token, content, from, issued, track};
use crate::files::open;
use chrono::Duration;
use daftar_testing::{Reply, on_both};
use serde_json::json;
use std::collections::BTreeSet;

/// What was answered but for the number of the request, and which headers it had.
fn told(reply: &Reply) -> (u16, String, BTreeSet<String>) {
    let trace = reply.json["trace_id"].as_str().unwrap();
    let body = String::from_utf8(reply.bytes.clone()).unwrap().replace(trace, "");
    let headers = reply.headers.iter().filter(|(name, _)| *name != "date");
    let headers = headers.map(|(name, value)| format!("{name}: {}", value.to_str().unwrap()));
    (reply.status, body, headers.collect())
}

on_both! {
    async fn whatever_is_wrong_is_told_alike(app: TestApp) {
        let file = open(&app).await;
        let first = issued(&app, &file, &content(&app, &json!({}))).await;
        let second = issued(&app, &file, &content(&app, &json!({}))).await;
        let client = from(&app, "192.0.2.1");
        let unknown = by_token(&client, "00000000000000000000000000000000").await;
        assert_eq!((unknown.status, unknown.code()), (404, "not-found"));
        let expected = told(&unknown);
        let halves = |code: &str| code[..9].to_owned();
        let mut refused = Vec::new();
        for token in ["x", "%00", "%27%20OR%201=1", &first.token[1..], &first.token.to_uppercase(), &"0".repeat(3000)] {
            refused.push((format!("token {token:.20}"), by_token(&client, token).await));
            let bytes = client.get(&format!("/api/v1/public/issues/{token}/document")).await;
            refused.push((format!("bytes of {token:.20}"), bytes));
        }
        for (number, code) in [
            ("F.1/1", "00000-00000"),
            (&first.number, "00000-00000"),
            (&first.number, second.code.as_str()),
            (&second.number, first.code.as_str()),
            (&first.number, &halves(&first.code)),
            (&first.number, "?"),
            ("\u{202e}", "\u{0}"),
            ("%", &first.code),
        ] {
            refused.push((format!("{number} {code}"), by_code(&client, number, code).await));
        }
        refused.push(("bytes of a letter".to_owned(), client.get(&format!("/api/v1/public/issues/{}/document", first.token)).await));
        refused.push(("a paper".to_owned(), track(&client, "FD-1/2026", "00000-00000").await));
        for (what, reply) in &refused {
            assert_eq!(told(reply), expected, "{what}");
        }
    }

    async fn guessing_is_slowed_down_and_nobody_else_waits_for_it(app: TestApp) {
        let file = open(&app).await;
        let letter = issued(&app, &file, &content(&app, &json!({}))).await;
        let (guesser, reader) = (from(&app, "203.0.113.7"), from(&app, "198.51.100.4"));
        // Who finds what he asks for asks as often as he likes.
        for _ in 0..35 {
            let _ = by_code(&reader, &letter.number, &letter.code).await.expect(200);
        }
        for guess in 0..10 {
            let _ = by_code(&guesser, &letter.number, &format!("{guess:010}")).await.expect(404);
            let _ = by_token(&guesser, &format!("{guess:032}")).await.expect(404);
            let _ = track(&guesser, "FD-1/2026", &format!("{guess:010}")).await.expect(404);
        }
        for slowed in [
            by_code(&guesser, &letter.number, &letter.code).await,
            by_token(&guesser, &letter.token).await,
            track(&guesser, "FD-1/2026", "00000-00000").await,
            guesser.get(&format!("/api/v1/public/issues/{}/document", letter.token)).await,
        ] {
            assert_eq!((slowed.status, slowed.code()), (429, "too-many-attempts"));
            assert_eq!(slowed.headers["content-type"], "application/problem+json");
            assert_eq!(slowed.headers["retry-after"], "5");
        }
        let _ = by_code(&reader, &letter.number, &letter.code).await.expect(200);
        let _ = by_token(&reader, "0").await.expect(404);
        app.clock.advance(Duration::seconds(5));
        let _ = by_code(&guesser, &letter.number, &letter.code).await.expect(200);
        let _ = by_token(&guesser, "0").await.expect(404);
        let wait = by_token(&guesser, &letter.token).await.expect(429);
        assert_eq!(wait.headers["retry-after"], "10", "the wait doubles");
    }

    async fn a_network_of_the_new_protocol_is_one_guesser(app: TestApp) {
        for guess in 0..30 {
            let guesser = from(&app, &format!("2001:db8:1:2::{guess:x}"));
            let _ = by_token(&guesser, "0").await.expect(404);
        }
        let _ = by_token(&from(&app, "2001:db8:1:2:ffff::1"), "0").await.expect(429);
        let _ = by_token(&from(&app, "2001:db8:1:3::1"), "0").await.expect(404);
    }
}

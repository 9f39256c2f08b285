//! The log for machines.

use super::people::{PASSWORD, add_administrator, begin, go_on, sign_in};
use super::process::Place;
use serde_json::{Value, json};

/// A wrong password, told from every other word of the log.
const WRONG: &str = "not-the-password-of-anybody";

#[tokio::test]
async fn every_line_is_json_and_none_has_a_secret() {
    let place = Place::new();
    let first_password = add_administrator(&place);
    let server = place.serve(&[], &[("DAFTAR__LOG__FILTER", "debug")]);
    let client = server.client();

    let refused = sign_in(&client, WRONG).await.expect(401);
    let session = begin(&client, &first_password).await;
    let next = go_on(&client, &session).await;
    let signed_in = client.with_token(&next.access);
    let me = signed_in.get("/api/v1/me").await.expect(200);
    let person = me.json["person"]["id"].as_str().unwrap();
    let issued = signed_in
        .post(&format!("/api/v1/persons/{person}/set-up-link"), &json!({}))
        .await;
    let path = issued.expect(201).json["url_path"].as_str().unwrap().to_owned();
    let link = path.strip_prefix("/set-up#").unwrap();
    let set_up = client.post("/api/v1/set-up/check", &json!({ "token": link })).await;
    set_up.expect(200);
    // What is printed on documents opens what is told of them.
    let (token, code) = ("5f0c1d7e4b8a05c36e1f7d90a2b4c6e8", "7K2M9-QX4TB");
    client.get(&format!("/api/v1/public/issues/{token}")).await.expect(404);
    client
        .get(&format!("/api/v1/public/issues/{token}/document"))
        .await
        .expect(404);
    client
        .with("Accept", "text/html")
        .get(&format!("/verify/{token}"))
        .await;
    for search in ["issue-searches", "receipt-searches"] {
        let path = format!("/api/v1/public/{search}");
        let printed = json!({"number": "FD-1/2026", "code": code});
        client.post(&path, &printed).await.expect(404);
    }
    let log = server.close();

    let lines: Vec<Value> = log
        .iter()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}")))
        .collect();
    for line in &lines {
        for field in ["timestamp", "level", "message"] {
            assert!(line[field].is_string(), "{field} is not in {line}");
        }
    }
    let trace = refused.json["trace_id"].as_str().unwrap();
    let about: Vec<&Value> = lines
        .iter()
        .filter(|line| line["span"]["request_id"] == trace)
        .collect();
    let end = about
        .iter()
        .find(|line| line["message"] == "refused")
        .expect("the refusal, by its id");
    assert_eq!(end["status"], 401);
    let secrets = [
        ("the first password", first_password.as_str()),
        ("the chosen password", PASSWORD),
        ("a refused password", WRONG),
        ("an access token", &session.access),
        ("the next access token", &next.access),
        ("a refresh token", &session.refresh),
        ("the next refresh token", &next.refresh),
        ("the token of a link", link),
        ("the token of a document", token),
        ("the code of a document", code),
    ];
    for (what, secret) in secrets {
        // Of a signed token the last part alone would do.
        let secret = secret.rsplit('.').next().unwrap();
        let told = log.iter().find(|line| line.contains(secret));
        assert_eq!(told, None, "{what} is in the log");
    }
}

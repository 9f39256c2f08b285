//! What a person is told about his account.

use super::{approve, enrol_passkey, enrol_phone, signed_in};
use daftar_testing::{Authenticator, Client, Persona, on_both};
use serde_json::{Value, json};

async fn notices(client: &Client) -> Vec<Value> {
    let page = client.get("/api/v1/me/notices").await.expect(200);
    page.json["items"].as_array().unwrap().clone()
}

fn kinds(notices: &[Value]) -> Vec<&str> {
    notices.iter().map(|notice| notice["kind"].as_str().unwrap()).collect()
}

on_both! {
    async fn everybody_is_told_what_happens_to_his_account_until_he_has_read_it(app: TestApp) {
        let client = signed_in(&app, Persona::Clerk).await;
        enrol_phone(&app, &client).await;
        let id = enrol_passkey(&client, &Authenticator::new(1)).await;
        approve(&app, &id, "\"1\"").await.expect(200);
        let told = notices(&client).await;
        assert_eq!(kinds(&told), ["passkey_approved", "passkey_enrolled", "totp_enrolled"]);
        assert_eq!(told[0]["by"]["name_en"], "Administrator");
        assert_eq!(told[0]["passkey"], "Laptop");
        assert_eq!(told[2]["by"]["name_en"], "Clerk");
        // Others are told nothing of it, and cannot acknowledge it.
        let other = app.acting(Persona::LawClerk);
        assert!(notices(&other).await.is_empty());
        let up_to = json!({"up_to": told[1]["id"]});
        let foreign = other.post("/api/v1/me/notices/acknowledgement", &up_to).await.expect(422);
        assert_eq!(foreign.json["errors"][0]["code"], "notice-unknown");

        client.post("/api/v1/me/notices/acknowledgement", &up_to).await.expect(204);
        assert_eq!(kinds(&notices(&client).await), ["passkey_approved"]);
        // Never back.
        let earlier = json!({"up_to": told[2]["id"]});
        client.post("/api/v1/me/notices/acknowledgement", &earlier).await.expect(204);
        assert_eq!(kinds(&notices(&client).await), ["passkey_approved"]);
        let path = format!("/api/v1/persons/{}/factor-reset", app.people.of(Persona::Clerk).person);
        app.acting(Persona::Administrator).post(&path, &json!({"reason": "lost"})).await.expect(200);
        let told = notices(&signed_in(&app, Persona::Clerk).await).await;
        assert_eq!(kinds(&told), ["factors_reset", "passkey_revoked", "passkey_approved"]);
        assert_eq!(told[0]["reason"], "lost");
    }
}

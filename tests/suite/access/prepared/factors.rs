//! For each operation on factors: somebody new, who has what it needs. Nobody else's factors or sessions change.

use super::{Ready, Workshop};
use crate::access::requests::Operation;
use crate::identity::factors::{Phone, approve, enrol_passkey, enrol_phone};
use crate::identity::{PASSWORD, sign_in, with_token};
use daftar_testing::{Authenticator, Client, Reply};
use serde_json::{Value, json};

impl Workshop<'_> {
    /// The request of an operation on one's own factors, or of one that proves them; `None` for any other.
    pub(super) async fn of_factors(&self, operation: &Operation) -> Option<Ready> {
        let mut sample = self.base.clone();
        let (client, body) = match operation.id.as_str() {
            "offerTotp" | "getPasskeyRequest" => (self.newcomer().await, None),
            "confirmTotp" => {
                let client = self.newcomer().await;
                let offer = client.post("/api/v1/me/totp", &json!({})).await.expect(200);
                let code = Phone::reading(&offer).code(self.app);
                (client, Some(json!({ "code": code })))
            }
            "removeTotp" | "renewRecoveryCodes" => (self.with_phone().await.0, None),
            "enrolPasskey" => {
                let client = self.newcomer().await;
                let path = "/api/v1/me/passkeys/options";
                let options = client.post(path, &json!({})).await.expect(200);
                let credential = self.authenticator().register(&options.json, None);
                (client, Some(json!({"name": "Key", "credential": credential})))
            }
            "renamePasskey" | "revokeMyPasskey" => {
                let (client, id) = self.waiting_passkey().await;
                sample.passkey = id;
                (client.if_match("\"1\""), sample.body(operation))
            }
            "acknowledgeNotices" => {
                let (client, _) = self.with_phone().await;
                let told = client.get("/api/v1/me/notices").await.expect(200);
                (client, Some(json!({ "up_to": told.json["items"][0]["id"] })))
            }
            "getFactorChallenge" => (self.with_passkey().await.0, None),
            "proveFactor" => {
                let (client, phone) = self.with_phone().await;
                (client, Some(json!({ "code": phone.code(self.app) })))
            }
            "getSecondFactorChallenge" => {
                self.with_passkey().await;
                (self.half_signed_in().await, None)
            }
            "finishSignIn" => {
                let (_, phone) = self.with_phone().await;
                let half = self.half_signed_in().await;
                (half, Some(json!({ "code": phone.code(self.app) })))
            }
            "getPasskeySignInChallenge" => (self.app.anonymous(), None),
            "signInWithPasskey" => (self.app.anonymous(), Some(self.passkey_sign_in().await)),
            _ => return None,
        };
        let address = sample.address(operation);
        Some(Ready { client, address, body })
    }

    /// Somebody new who has just chosen his password, in his session.
    async fn newcomer(&self) -> Client {
        let set = json!({"token": self.token().await, "new_password": PASSWORD});
        let session = self.app.anonymous().post("/api/v1/set-up", &set).await.expect(200);
        self.of_kind(&session, "session")
    }

    /// He again, with his password and nothing else yet.
    async fn half_signed_in(&self) -> Client {
        let reply = sign_in(self.app, &format!("person.{}", self.number), PASSWORD).await;
        self.of_kind(&reply.expect(200), "second_factor")
    }

    fn of_kind(&self, reply: &Reply, kind: &str) -> Client {
        assert_eq!(reply.json["token_kind"], kind);
        with_token(self.app, reply)
    }

    async fn with_phone(&self) -> (Client, Phone) {
        let client = self.newcomer().await;
        let (phone, _) = enrol_phone(self.app, &client).await;
        (client, phone)
    }

    /// An authenticator of his own; the sample has the first.
    fn authenticator(&self) -> Authenticator {
        Authenticator::new(u8::try_from(self.number + 100).unwrap())
    }

    /// Somebody new with a passkey that waits for approval, at its first version.
    pub(super) async fn waiting_passkey(&self) -> (Client, String) {
        let client = self.newcomer().await;
        let id = enrol_passkey(&client, &self.authenticator()).await;
        (client, id)
    }

    async fn with_passkey(&self) -> (Client, Authenticator) {
        let (client, id) = self.waiting_passkey().await;
        approve(self.app, &id, "\"1\"").await.expect(200);
        (client, self.authenticator())
    }

    async fn passkey_sign_in(&self) -> Value {
        let (_, mut authenticator) = self.with_passkey().await;
        let path = "/api/v1/session/passkey/options";
        let challenge = self.app.anonymous().post(path, &json!({})).await.expect(200);
        json!({ "assertion": authenticator.assert(&challenge.json, None) })
    }
}

//! An authenticator in software: it makes passkeys and answers challenges, and can lie in every way that a real one, a
//! browser or a thief could.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ciborium::Value as Cbor;
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// A way to lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lie {
    /// Answers a challenge that nobody asked.
    OtherChallenge,
    /// Says that another page asked.
    OtherOrigin,
    /// Says that a page inside another asked.
    CrossOrigin,
    /// Answers for another host.
    OtherHost,
    /// Answers the other ceremony.
    OtherType,
    /// Was not touched.
    NotPresent,
    /// Was not unlocked.
    NotVerified,
    /// Counts back to 1.
    CountsBack,
    /// Signs something else.
    SignsElse,
    /// Sends what cannot be read.
    Garbled,
}

/// The bytes of an answer to a challenge.
#[derive(Debug, Clone)]
pub struct Answer {
    /// What the browser says.
    pub client_data_json: Vec<u8>,
    /// What the authenticator says.
    pub authenticator_data: Vec<u8>,
    /// Its signature over both.
    pub signature: Vec<u8>,
}

/// An authenticator with one credential.
#[derive(Debug, Clone)]
pub struct Authenticator {
    key: SigningKey,
    id: Vec<u8>,
    count: u32,
    origin: String,
    rp_id: String,
}

impl Authenticator {
    /// A new authenticator; the same number makes the same one.
    pub fn new(number: u8) -> Self {
        Self {
            key: SigningKey::from_slice(&[number; 32]).unwrap(),
            id: vec![number; 16],
            count: 1,
            origin: "https://daftar.test".to_owned(),
            rp_id: "daftar.test".to_owned(),
        }
    }

    /// The same with a counter at this value; 0 counts nothing.
    #[must_use]
    pub fn counting_from(self, count: u32) -> Self {
        Self { count, ..self }
    }

    /// The id of its credential, base64url.
    pub fn id(&self) -> String {
        URL_SAFE_NO_PAD.encode(&self.id)
    }

    /// Its public key as a COSE key.
    pub fn public_key(&self) -> Vec<u8> {
        let point = self.key.verifying_key().to_encoded_point(false);
        let coordinate = |bytes: Option<&p256::FieldBytes>| Cbor::Bytes(bytes.unwrap().to_vec());
        let key = Cbor::Map(vec![
            (Cbor::from(1), Cbor::from(2)),
            (Cbor::from(3), Cbor::from(-7)),
            (Cbor::from(-1), Cbor::from(1)),
            (Cbor::from(-2), coordinate(point.x())),
            (Cbor::from(-3), coordinate(point.y())),
        ]);
        encoded(&key)
    }

    /// Makes its credential for `options`, as `POST /me/passkeys` takes it.
    pub fn register(&self, options: &Value, lie: Option<Lie>) -> Value {
        let challenge = challenge(options);
        let mut data = self.authenticator_data(self.count, 0x40, lie);
        data.extend([0; 16]);
        data.extend(u16::try_from(self.id.len()).unwrap().to_be_bytes());
        data.extend(&self.id);
        data.extend(self.public_key());
        if lie == Some(Lie::Garbled) {
            data.truncate(60);
        }
        let object = Cbor::Map(vec![
            (Cbor::from("fmt"), Cbor::from("none")),
            (Cbor::from("attStmt"), Cbor::Map(Vec::new())),
            (Cbor::from("authData"), Cbor::Bytes(data)),
        ]);
        json!({
            "client_data_json": URL_SAFE_NO_PAD.encode(self.client_data("webauthn.create", &challenge, lie)),
            "attestation_object": URL_SAFE_NO_PAD.encode(encoded(&object)),
            "transports": ["internal", "carrier-pigeon"],
        })
    }

    /// Answers a challenge, as the API takes it.
    pub fn assert(&mut self, options: &Value, lie: Option<Lie>) -> Value {
        let answer = self.answer(&challenge(options), lie);
        json!({
            "id": self.id(),
            "client_data_json": URL_SAFE_NO_PAD.encode(answer.client_data_json),
            "authenticator_data": URL_SAFE_NO_PAD.encode(answer.authenticator_data),
            "signature": URL_SAFE_NO_PAD.encode(answer.signature),
        })
    }

    /// Answers a challenge in bytes.
    pub fn answer(&mut self, challenge: &[u8], lie: Option<Lie>) -> Answer {
        if self.count > 0 {
            self.count += 1;
        }
        let count = if lie == Some(Lie::CountsBack) { 1 } else { self.count };
        let mut data = self.authenticator_data(count, 0, lie);
        let client = self.client_data("webauthn.get", challenge, lie);
        let mut signed = [data.as_slice(), Sha256::digest(&client).as_slice()].concat();
        if lie == Some(Lie::SignsElse) {
            signed.push(0);
        }
        let signature: Signature = self.key.sign(&signed);
        if lie == Some(Lie::Garbled) {
            data.truncate(20);
        }
        Answer {
            client_data_json: client,
            authenticator_data: data,
            signature: signature.to_der().as_bytes().to_vec(),
        }
    }

    fn authenticator_data(&self, count: u32, flags: u8, lie: Option<Lie>) -> Vec<u8> {
        let rp_id = if lie == Some(Lie::OtherHost) {
            "evil.example"
        } else {
            &self.rp_id
        };
        let present = u8::from(lie != Some(Lie::NotPresent));
        let verified = if lie == Some(Lie::NotVerified) { 0 } else { 0x04 };
        let mut data = Sha256::digest(rp_id.as_bytes()).to_vec();
        data.push(flags | present | verified);
        data.extend(count.to_be_bytes());
        data
    }

    fn client_data(&self, kind: &str, challenge: &[u8], lie: Option<Lie>) -> Vec<u8> {
        let lies = |which| lie == Some(which);
        let kind = match (lies(Lie::OtherType), kind) {
            (true, "webauthn.get") => "webauthn.create",
            (true, _) => "webauthn.get",
            (false, kind) => kind,
        };
        let challenge = if lies(Lie::OtherChallenge) { &[7; 32] } else { challenge };
        let data = json!({
            "type": kind,
            "challenge": URL_SAFE_NO_PAD.encode(challenge),
            "origin": if lies(Lie::OtherOrigin) { "https://evil.example" } else { &self.origin },
            "crossOrigin": lies(Lie::CrossOrigin),
            "other_keys_can_be_added_here": "as browsers warn",
        });
        data.to_string().into_bytes()
    }
}

fn challenge(options: &Value) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(options["challenge"].as_str().unwrap()).unwrap()
}

fn encoded(value: &Cbor) -> Vec<u8> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).unwrap();
    bytes
}

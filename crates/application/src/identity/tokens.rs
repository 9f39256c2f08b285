//! Access tokens: `EdDSA`, five minutes, no roles and no posts in them.

use crate::office::Error;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use daftar_domain::office::{PersonId, SessionId, Timestamp};
use ed25519_dalek::SigningKey;
use ed25519_dalek::pkcs8::EncodePrivateKey as _;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

/// How long an access token lives.
const LIFE_SECONDS: i64 = 5 * 60;
/// How long somebody may take to prove a second factor after his password.
pub(super) const SECOND_FACTOR_MINUTES: i64 = 10;
/// How long somebody may take to enrol his first second factor.
pub(super) const ENROLMENT_MINUTES: i64 = 30;
const LEEWAY_SECONDS: i64 = 5;

/// A token is good for what its session is good for. One of one kind is never accepted as one of another.
pub use daftar_domain::identity::SessionPurpose as TokenKind;

const fn audience(kind: TokenKind) -> &'static str {
    match kind {
        TokenKind::Session => "daftar",
        TokenKind::PasswordChange => "daftar:password-change",
        TokenKind::SecondFactor => "daftar:second-factor",
        TokenKind::Enrolment => "daftar:enrolment",
    }
}

const fn media_type(kind: TokenKind) -> &'static str {
    match kind {
        TokenKind::Session => "at+jwt",
        TokenKind::PasswordChange => "pw+jwt",
        TokenKind::SecondFactor => "2f+jwt",
        TokenKind::Enrolment => "en+jwt",
    }
}

/// How many seconds a token lives. What is not renewed lives as long as its session: somebody fetches his phone.
pub(crate) const fn life_seconds(kind: TokenKind) -> i64 {
    match kind {
        TokenKind::Session | TokenKind::PasswordChange => LIFE_SECONDS,
        TokenKind::SecondFactor => SECOND_FACTOR_MINUTES * 60,
        TokenKind::Enrolment => ENROLMENT_MINUTES * 60,
    }
}

/// The claims of an access token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccessClaims {
    iss: String,
    aud: String,
    /// Whose token it is.
    pub sub: PersonId,
    /// The sign-in that it belongs to.
    pub sid: SessionId,
    iat: i64,
    nbf: i64,
    exp: i64,
    jti: Uuid,
}

struct Key {
    id: String,
    public: [u8; 32],
    encoding: EncodingKey,
    decoding: DecodingKey,
}

/// The keys that sign access tokens: the first signs, all verify, so that a key can be rotated without ending sessions.
pub struct TokenKeys {
    issuer: String,
    keys: Vec<Key>,
}

impl TokenKeys {
    /// Makes the keys from their 32-byte seeds, the current one first. `issuer` is the office's public address.
    pub fn from_seeds(issuer: impl Into<String>, seeds: &[[u8; 32]]) -> Result<Self, Error> {
        let keys = seeds.iter().map(key).collect::<Result<Vec<_>, _>>()?;
        if keys.is_empty() {
            return Err(Error::Internal("no token key".to_owned()));
        }
        Ok(Self {
            issuer: issuer.into(),
            keys,
        })
    }

    /// The office's public address.
    pub fn issuer(&self) -> &str {
        &self.issuer
    }

    /// Issues a token.
    pub fn issue(
        &self,
        kind: TokenKind,
        sub: PersonId,
        sid: SessionId,
        jti: Uuid,
        now: Timestamp,
    ) -> Result<String, Error> {
        let key = self
            .keys
            .first()
            .ok_or_else(|| Error::Internal("no token key".to_owned()))?;
        let now = now.timestamp();
        let claims = AccessClaims {
            iss: self.issuer.clone(),
            aud: audience(kind).to_owned(),
            sub,
            sid,
            iat: now,
            nbf: now,
            exp: now + life_seconds(kind),
            jti,
        };
        let mut header = Header::new(Algorithm::EdDSA);
        header.typ = Some(media_type(kind).to_owned());
        header.kid = Some(key.id.clone());
        jsonwebtoken::encode(&header, &claims, &key.encoding).map_err(|e| Error::Internal(e.to_string()))
    }

    /// Verifies a token of one kind; whatever is wrong with it, the answer is the same.
    pub fn verify(&self, kind: TokenKind, token: &str, now: Timestamp) -> Result<AccessClaims, Error> {
        let header = jsonwebtoken::decode_header(token).map_err(|_| Error::Unauthenticated)?;
        if header.typ.as_deref() != Some(media_type(kind)) || header.alg != Algorithm::EdDSA {
            return Err(Error::Unauthenticated);
        }
        let key = self
            .keys
            .iter()
            .find(|key| Some(&key.id) == header.kid.as_ref())
            .ok_or(Error::Unauthenticated)?;
        let mut rules = Validation::new(Algorithm::EdDSA);
        rules.set_issuer(&[&self.issuer]);
        rules.set_audience(&[audience(kind)]);
        rules.set_required_spec_claims(&["iss", "aud", "sub", "exp", "nbf"]);
        // The library would ask the machine's clock; the office has its own, so the times are checked below.
        rules.validate_exp = false;
        rules.validate_nbf = false;
        let claims = jsonwebtoken::decode::<AccessClaims>(token, &key.decoding, &rules)
            .map_err(|_| Error::Unauthenticated)?
            .claims;
        let now = now.timestamp();
        let timely = claims.nbf <= now + LEEWAY_SECONDS
            && claims.iat <= now + LEEWAY_SECONDS
            && now < claims.exp.saturating_add(LEEWAY_SECONDS);
        if timely {
            Ok(claims)
        } else {
            Err(Error::Unauthenticated)
        }
    }

    /// The public keys as a JSON Web Key Set (RFC 7517, RFC 8037).
    pub fn jwks(&self) -> Value {
        let keys: Vec<Value> = self
            .keys
            .iter()
            .map(|key| {
                json!({"kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA", "kid": key.id, "x": URL_SAFE_NO_PAD.encode(key.public)})
            })
            .collect();
        json!({ "keys": keys })
    }
}

fn key(seed: &[u8; 32]) -> Result<Key, Error> {
    let secret = SigningKey::from_bytes(seed);
    let public = secret.verifying_key().to_bytes();
    let der = secret.to_pkcs8_der().map_err(|e| Error::Internal(e.to_string()))?;
    let x = URL_SAFE_NO_PAD.encode(public);
    Ok(Key {
        id: hex::encode(&Sha256::digest(public)[..8]),
        public,
        encoding: EncodingKey::from_ed_der(der.as_bytes()),
        decoding: DecodingKey::from_ed_components(&x).map_err(|e| Error::Internal(e.to_string()))?,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use chrono::{DateTime, Duration, Utc};

    fn keys(issuer: &str) -> TokenKeys {
        TokenKeys::from_seeds(issuer, &[[7; 32], [8; 32]]).unwrap()
    }

    #[test]
    fn a_token_is_good_for_its_kind_its_office_and_its_time_only() {
        let now = DateTime::<Utc>::from_timestamp(1_790_000_000, 0).unwrap();
        let (sub, sid) = (PersonId(Uuid::from_u128(1)), SessionId(Uuid::from_u128(2)));
        let token = keys("a")
            .issue(TokenKind::Session, sub, sid, Uuid::from_u128(3), now)
            .unwrap();

        assert_eq!(keys("a").verify(TokenKind::Session, &token, now).unwrap().sub, sub);
        for kind in TokenKind::ALL {
            let token = keys("a").issue(*kind, sub, sid, Uuid::from_u128(3), now).unwrap();
            for other in TokenKind::ALL {
                let verified = keys("a").verify(*other, &token, now);
                assert_eq!(verified.is_ok(), kind == other, "{kind} as {other}");
            }
        }
        assert!(keys("b").verify(TokenKind::Session, &token, now).is_err());
        assert!(
            keys("a")
                .verify(TokenKind::Session, &token, now + Duration::seconds(306))
                .is_err()
        );
        assert!(
            keys("a")
                .verify(TokenKind::Session, &token, now - Duration::seconds(6))
                .is_err()
        );
        let other = TokenKeys::from_seeds("a", &[[9; 32]]).unwrap();
        assert!(other.verify(TokenKind::Session, &token, now).is_err());
    }
}

//! The body of an entry.

use super::canonical;
use crate::ledger::VERSION;
use crate::office::Timestamp;
use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;

/// The longest, in bytes: bundles write its length in two bytes.
const LONGEST: usize = 65_535;
/// How many keys an entry has.
const KEYS: usize = 12;

/// An entry: these keys, and no others.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "a key that is not looked at must still be there")]
pub(super) struct Body {
    pub(super) v: u64,
    pub(super) id: Uuid,
    pub(super) module: String,
    pub(super) kind: String,
    pub(super) subject_kind: String,
    pub(super) subject: Uuid,
    pub(super) person: Option<Uuid>,
    pub(super) post: Option<Uuid>,
    pub(super) charge: Option<Uuid>,
    pub(super) at: Timestamp,
    pub(super) content: Value,
    pub(super) commitment: Option<String>,
}

impl Body {
    /// Reads it strictly.
    pub(super) fn read(body: &str) -> Result<Self, &'static str> {
        if body.len() > LONGEST {
            return Err("it is longer than 65,535 bytes");
        }
        let spelled = canonical(body)?;
        if spelled.as_object().map(serde_json::Map::len) != Some(KEYS) {
            return Err("it has not the keys of an entry");
        }
        let form = "it has not the form of an entry";
        let parsed = Self::deserialize(&spelled).map_err(|_| form)?;
        if !parsed.is_spelled(&spelled) {
            return Err(form);
        }
        if parsed.v == VERSION {
            Ok(parsed)
        } else {
            Err("its version is not known")
        }
    }

    /// Whether everything is written in the one way that there is for it.
    fn is_spelled(&self, json: &Value) -> bool {
        let text = |key: &str| json.get(key).and_then(Value::as_str);
        let id = |key: &str, id: Option<Uuid>| text(key) == id.map(|id| id.to_string()).as_deref();
        let at = self.at.to_rfc3339_opts(chrono::SecondsFormat::Micros, true);
        let ids = id("id", Some(self.id))
            && id("subject", Some(self.subject))
            && id("person", self.person)
            && id("post", self.post)
            && id("charge", self.charge);
        let commitment = self.commitment.as_deref().is_none_or(is_digest);
        ids && self.id.get_version_num() == 7
            && text("at") == Some(at.as_str())
            && commitment
            && self.content.is_object()
    }
}

/// Whether a text is a digest: 64 lower-case hex digits.
pub(super) fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
}

//! What the browser says about the page that asked.

use super::{AssertionRefusal, RelyingParty};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;

/// The browser's words; members that it adds one day change nothing, as the standard wants.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ClientData {
    #[serde(rename = "type")]
    kind: String,
    challenge: String,
    origin: String,
    #[serde(default)]
    cross_origin: bool,
}

impl ClientData {
    pub(super) fn read(json: &[u8]) -> Result<Self, AssertionRefusal> {
        serde_json::from_slice(json).map_err(|_| AssertionRefusal::Malformed)
    }

    /// Refuses words that were said for another purpose, another challenge, or on another page.
    pub(super) fn must_be(
        &self,
        kind: &str,
        challenge: &[u8],
        relying_party: &RelyingParty,
    ) -> Result<(), AssertionRefusal> {
        if self.kind != kind {
            return Err(AssertionRefusal::OtherType);
        }
        if URL_SAFE_NO_PAD.decode(&self.challenge).ok().as_deref() != Some(challenge) {
            return Err(AssertionRefusal::OtherChallenge);
        }
        if !relying_party.origins.contains(&self.origin) {
            return Err(AssertionRefusal::OtherOrigin);
        }
        if self.cross_origin {
            return Err(AssertionRefusal::CrossOrigin);
        }
        Ok(())
    }
}

/// The challenge that a browser's answer names, before anything is verified: whoever asked looks it up by this.
pub fn named_challenge(client_data_json: &[u8]) -> Result<String, AssertionRefusal> {
    Ok(ClientData::read(client_data_json)?.challenge)
}

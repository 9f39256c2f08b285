//! The office as the running program holds it.

use super::clock::Clock;
use crate::certificates::TimeStamping;
use crate::drafting::Press;
use crate::identity::{Passwords, TokenKeys};
use crate::keys::KeyRing;
use crate::ledger::{LedgerKeys, Witnesses};
use crate::mail::Mailer;
use crate::signing::Verified;
use daftar_documents::{BlobStore, Drawing, Previews};
use daftar_domain::access::Roles;
use daftar_domain::identity::webauthn::{PasskeysImpossible, RelyingParty, relying_party};
use daftar_domain::identity::{FactorPolicy, FactorReason, factor_required};
use daftar_domain::ledger::{Event, Salt};
use daftar_domain::office::Timestamp;
use daftar_domain::signing::LeastProof;
use daftar_persistence::Database;
use rand::Rng as _;
use std::sync::{Arc, Mutex};
use tokio::sync::Notify;
use uuid::{ContextV7, Uuid};

/// What an office is put together from.
pub struct OfficeParts {
    /// Where it is kept.
    pub database: Database,
    /// Where its time comes from.
    pub clock: Arc<dyn Clock>,
    /// The keys that sign access tokens.
    pub token_keys: TokenKeys,
    /// The keys that sign checkpoints of the ledger.
    pub ledger_keys: LedgerKeys,
    /// The keys that seal secrets before the database sees them.
    pub key_ring: KeyRing,
    /// Whether those whose posts weigh must have a second factor.
    pub second_factor: FactorPolicy,
    /// The least that a signature rests on.
    pub least_proof: LeastProof,
    /// Who cosigns checkpoints of the ledger.
    pub witnesses: Witnesses,
    /// Where the bytes of papers are kept.
    pub blobs: BlobStore,
    /// Where papers are parsed and drawn.
    pub drawing: Drawing,
    /// The office's mail server; without one what goes outside goes by post.
    pub mailer: Option<Mailer>,
    /// Who stamps the time of signatures; without one it is the office's word.
    pub time_stamping: Option<TimeStamping>,
}

/// Pages drawn at the same time.
const DRAWN_AT_ONCE: usize = 2;

/// The running office. Cheap to clone; every use case takes it first.
#[derive(Clone)]
pub struct Office {
    inner: Arc<Inner>,
}

struct Inner {
    parts: OfficeParts,
    ids: Mutex<ContextV7>,
    previews: Previews,
    passwords: Passwords,
    recorded: Notify,
    verified: Verified,
    press: Press,
    relying_party: Result<RelyingParty, PasskeysImpossible>,
}

impl Office {
    /// Opens the office.
    pub fn new(parts: OfficeParts) -> Self {
        let previews = Previews::new(parts.blobs.clone(), DRAWN_AT_ONCE, parts.drawing.clone());
        Self {
            inner: Arc::new(Inner {
                press: Press::new(parts.drawing.clone()),
                previews,
                relying_party: relying_party(parts.token_keys.issuer()),
                parts,
                ids: Mutex::new(ContextV7::new()),
                passwords: Passwords::default(),
                recorded: Notify::new(),
                verified: Verified::default(),
            }),
        }
    }

    /// The database; for reads.
    pub fn database(&self) -> &Database {
        &self.inner.parts.database
    }

    /// Signatures that this process has verified.
    pub(crate) fn verified(&self) -> &Verified {
        &self.inner.verified
    }

    /// The office's mail server, if it has one.
    pub(crate) fn mailer(&self) -> Option<&Mailer> {
        self.inner.parts.mailer.as_ref()
    }

    /// Who stamps the time of signatures, if anybody does.
    pub(crate) fn time_stamping(&self) -> Option<&TimeStamping> {
        self.inner.parts.time_stamping.as_ref()
    }

    /// Where communications are printed.
    pub(crate) fn press(&self) -> &Press {
        &self.inner.press
    }

    /// The public address under which anybody can ask about an issued document.
    pub(crate) fn verification_address(&self, token: &str) -> String {
        let office = self.token_keys().issuer().trim_end_matches('/');
        format!("{office}/verify/{token}")
    }

    /// The moment.
    pub fn now(&self) -> Timestamp {
        self.inner.parts.clock.now()
    }

    /// The keys that sign access tokens.
    pub fn token_keys(&self) -> &TokenKeys {
        &self.inner.parts.token_keys
    }

    /// The keys that sign checkpoints of the ledger.
    pub fn ledger_keys(&self) -> &LedgerKeys {
        &self.inner.parts.ledger_keys
    }

    /// Who cosigns checkpoints of the ledger.
    pub fn witnesses(&self) -> &Witnesses {
        &self.inner.parts.witnesses
    }

    /// Tells whoever waits in [`Office::recorded`] that there may be new entries of the ledger.
    pub(crate) fn something_recorded(&self) {
        self.inner.recorded.notify_one();
    }

    /// Waits until this process has written to the ledger.
    pub async fn recorded(&self) {
        self.inner.recorded.notified().await;
    }

    /// An event with what makes an entry of it: an id, and a salt for its words.
    pub(crate) fn prepared<'e>(&self, event: &'e Event) -> (Uuid, Salt, &'e Event) {
        let mut salt = Salt::default();
        rand::rng().fill_bytes(&mut salt);
        (self.new_id(), salt, event)
    }

    /// The least that a signature rests on here; a unit may ask for more.
    pub(crate) fn least_proof(&self) -> LeastProof {
        self.inner.parts.least_proof
    }

    /// The keys that seal secrets.
    pub fn key_ring(&self) -> &KeyRing {
        &self.inner.parts.key_ring
    }

    /// Why somebody who holds these posts must have a second factor here; `None` where he need not.
    pub(crate) fn factor_required<'a>(
        &self,
        posts: impl IntoIterator<Item = (&'a Roles, i16)>,
    ) -> Option<FactorReason> {
        factor_required(self.inner.parts.second_factor, posts)
    }

    /// The office as passkeys know it, or why there can be none.
    pub(crate) fn relying_party(&self) -> Result<&RelyingParty, PasskeysImpossible> {
        self.inner.relying_party.as_ref().map_err(|why| *why)
    }

    /// The bytes of papers.
    pub(crate) fn blobs(&self) -> &BlobStore {
        &self.inner.parts.blobs
    }

    /// The pictures of pages.
    pub(crate) fn previews(&self) -> &Previews {
        &self.inner.previews
    }

    /// Hashing and measuring of passwords.
    pub fn passwords(&self) -> &Passwords {
        &self.inner.passwords
    }

    /// A new id, later in order than every earlier one of this process.
    pub fn new_id<T: From<Uuid>>(&self) -> T {
        let now = self.now();
        let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
        let context = self.inner.ids.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        Uuid::new_v7(uuid::Timestamp::from_unix(
            &*context,
            seconds,
            now.timestamp_subsec_nanos(),
        ))
        .into()
    }
}

//! Signing what was shown, or, with the office's key, what is done at once.

use crate::identity::{AssertionAnswer, sign_with_passkey};
use crate::keys::{sign, signing_key};
use crate::office::{Error, FieldError, Office, Work};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use daftar_domain::access::Officer;
use daftar_domain::filing::NoteStamp;
use daftar_domain::identity::{Factors, IdentityRefusal, PasskeyState, Proof};
use daftar_domain::ledger::Event;
use daftar_domain::office::{FileId, PreparationId, Timestamp};
use daftar_domain::signing::{
    Evidence, LeastProof, PasskeyEvidence, Preparation, ServerKeyEvidence, SigningRefusal, Statement, may_unlock,
};
use daftar_persistence::signing::{NewSignature, SignatureOf};

/// What an officer brings along to sign with.
#[derive(Debug, Clone)]
pub struct Signature {
    /// What he was shown.
    pub preparation: PreparationId,
    /// The answer of his passkey; none where the office's key signs.
    pub assertion: Option<AssertionAnswer>,
}

/// A signature that is ready to be put under an act.
#[derive(Debug, Clone)]
pub struct Ready {
    preparation: Option<Preparation>,
    passkey: Option<PasskeyEvidence>,
    /// Whether the preparation had been used up before: then only the answer to an earlier request can be repeated.
    spent: bool,
}

/// How an officer may sign.
pub(super) struct Rules {
    pub(super) least: LeastProof,
    pub(super) factors: Factors,
    pub(super) proof: Option<(Proof, Timestamp)>,
}

/// What decides how an officer may sign, now.
pub(super) async fn rules(work: &Work<'_>, officer: &Officer) -> Result<Rules, Error> {
    let signer = work.tx.signing().signer(officer).await?.ok_or(Error::Unauthenticated)?;
    let least = work.office().least_proof();
    Ok(Rules {
        least: if signer.passkeys_only {
            LeastProof::Passkey
        } else {
            least
        },
        factors: work.tx.identity().factors(officer.person).await?,
        proof: signer.proof,
    })
}

/// A new stamp for an entry of the note portion.
pub(crate) fn note_stamp(work: &Work<'_>) -> NoteStamp {
    NoteStamp {
        at: work.now,
        ..new_stamp(work.office())
    }
}

/// A new stamp, before its act.
pub(crate) fn new_stamp(office: &Office) -> NoteStamp {
    NoteStamp {
        id: office.new_id(),
        nonce: hex::encode(rand::random::<[u8; 16]>()),
        at: office.now(),
    }
}

/// The stamp of what was shown to an officer and still waits for his signature.
///
/// # Errors
/// `signing-preparation-unknown`.
pub(crate) async fn shown(
    office: &Office,
    officer: &Officer,
    file: FileId,
    id: PreparationId,
) -> Result<NoteStamp, Error> {
    let preparation = office.database().signing().preparation(id).await?;
    let preparation = preparation.ok_or_else(|| Error::refused(SigningRefusal::PreparationUnknown))?;
    preparation.must_be_of_session(officer, file).map_err(Error::refused)?;
    preparation
        .must_not_have_expired(office.now())
        .map_err(Error::refused)?;
    Ok(preparation.stamp())
}

/// Takes what an officer brings, before the act: a passkey's answer is verified against what he was shown, and the
/// preparation is used up whatever comes of the act.
///
/// # Errors
/// `signing-preparation-unknown`; what is wrong with the passkey's answer.
pub async fn bring(
    office: &Office,
    officer: &Officer,
    file: FileId,
    signature: Option<&Signature>,
) -> Result<Ready, Error> {
    let Some(signature) = signature else {
        return Ok(Ready {
            preparation: None,
            passkey: None,
            spent: false,
        });
    };
    let preparation = office.database().signing().preparation(signature.preparation).await?;
    let preparation = preparation.ok_or_else(|| Error::refused(SigningRefusal::PreparationUnknown))?;
    preparation.must_be_of_session(officer, file).map_err(Error::refused)?;
    // What was signed before can only be asked for again: the act answers as it did, however late.
    let spent = preparation.used_at.is_some() || !use_up(office, officer, &preparation).await?;
    if spent {
        return Ok(Ready {
            preparation: Some(preparation),
            passkey: None,
            spent,
        });
    }
    let passkey = match &signature.assertion {
        None => None,
        Some(answer) => Some(
            sign_with_passkey(office, officer.person, &preparation.challenge, answer)
                .await
                .map_err(within_signature)?,
        ),
    };
    Ok(Ready {
        preparation: Some(preparation),
        passkey,
        spent: false,
    })
}

/// Uses a preparation up; `false` where another request was faster.
async fn use_up(office: &Office, officer: &Officer, preparation: &Preparation) -> Result<bool, Error> {
    office
        .act_as(officer.actor(), None, async |work| {
            preparation.must_not_have_expired(work.now).map_err(Error::refused)?;
            Ok(work.tx.signing().use_preparation(preparation.id, work.now).await?)
        })
        .await
}

/// An answer stands in the signature of an act's body.
fn within_signature(error: Error) -> Error {
    match error {
        Error::Fields(errors) => {
            let moved = errors.into_iter().map(|error| FieldError {
                pointer: format!("/signature{}", error.pointer),
                ..error
            });
            Error::Fields(moved.collect())
        }
        other => other,
    }
}

impl Ready {
    /// The stamp of the statement: the one that was shown, or a new one.
    ///
    /// # Errors
    /// `signing-preparation-unknown` where it was signed before.
    pub(crate) fn stamp(&self, work: &Work<'_>) -> Result<NoteStamp, Error> {
        self.stamp_at(work.office())
    }

    /// As [`Ready::stamp`], before the act.
    pub(crate) fn stamp_at(&self, office: &Office) -> Result<NoteStamp, Error> {
        match &self.preparation {
            None => Ok(new_stamp(office)),
            Some(_) if self.spent => Err(Error::refused(SigningRefusal::PreparationUnknown)),
            Some(preparation) => Ok(preparation.stamp()),
        }
    }
}

/// The answer was verified before this transaction: the passkey may have been revoked since, and from here on it is not
/// before this transaction ends. So the ledger never has a signature after the end of its key.
async fn must_still_count(work: &Work<'_>, evidence: &PasskeyEvidence) -> Result<(), Error> {
    let kept = work.tx.identity().lock_passkey(evidence.passkey).await?;
    let kept = kept.filter(|kept| kept.passkey.state == PasskeyState::Approved);
    kept.map_or_else(|| Err(Error::refused(IdentityRefusal::PasskeyUnknown)), |_| Ok(()))
}

/// Puts the signature under an act, within its transaction.
pub(crate) struct Signer<'s> {
    pub(crate) officer: &'s Officer,
    pub(crate) ready: &'s Ready,
}

impl Signer<'_> {
    /// Whether the officer may sign a statement, now, with what he brought: what [`Signer::sign`] would refuse.
    pub(crate) async fn may_sign(&self, work: &Work<'_>, statement: &Statement) -> Result<(), Error> {
        self.must_have_seen(statement)?;
        if let Some(evidence) = &self.ready.passkey {
            return must_still_count(work, evidence).await;
        }
        let rules = rules(work, self.officer).await?;
        let unlocked = may_unlock(rules.least, rules.factors, rules.proof, work.now);
        unlocked.map(|_| ()).map_err(Error::refused)
    }

    fn must_have_seen(&self, statement: &Statement) -> Result<(), Error> {
        let shown = self.ready.preparation.as_ref();
        shown.map_or(Ok(()), |shown| shown.must_be_of(statement).map_err(Error::refused))
    }

    /// Signs a statement, keeps the evidence, and answers the event as the ledger takes it. `text` says whether the
    /// statement itself must be kept, because no row holds what it says.
    pub(crate) async fn sign(
        &self,
        work: &Work<'_>,
        file: FileId,
        of: SignatureOf,
        statement: &Statement,
        event: Event,
    ) -> Result<Event, Error> {
        self.must_have_seen(statement)?;
        let evidence = match &self.ready.passkey {
            Some(evidence) => {
                must_still_count(work, evidence).await?;
                Evidence::Passkey(evidence.clone())
            }
            None => Evidence::ServerKey(self.with_server_key(work, statement).await?),
        };
        let new = NewSignature {
            id: work.new_id(),
            file,
            of,
            person: self.officer.person,
            evidence: &evidence,
            statement: (!matches!(of, SignatureOf::Note(_))).then_some(statement.text.as_str()),
            at: work.now,
        };
        work.tx.signing().add_signature(&new).await?;
        Ok(event.signed(evidence.facts()))
    }

    async fn with_server_key(&self, work: &Work<'_>, statement: &Statement) -> Result<ServerKeyEvidence, Error> {
        let rules = rules(work, self.officer).await?;
        let unlocked = may_unlock(rules.least, rules.factors, rules.proof, work.now);
        let (proof, proved_at) = unlocked.map_err(Error::refused)?;
        let key = signing_key(work, self.officer.person).await?;
        let signature = sign(work, key.id, &statement.message()).await?;
        Ok(ServerKeyEvidence {
            key: key.id,
            public_key: key.public_key,
            proof,
            proved_at,
            signature: URL_SAFE_NO_PAD.encode(signature),
        })
    }
}

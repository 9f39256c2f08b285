//! Showing an officer what he is about to sign.

use super::sign::{Rules, new_stamp, rules};
use crate::identity::{PasskeyChoice, passkey_choices};
use crate::office::{Error, Office, Work};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use daftar_domain::access::Officer;
use daftar_domain::filing::NoteStamp;
use daftar_domain::office::{FileId, PreparationId, Timestamp};
use daftar_domain::signing::{LeastProof, Method, Preparation, SigningRefusal, Statement, may_unlock, methods};

/// A statement as it is shown.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// Names it when it is signed.
    pub id: PreparationId,
    /// What will be signed, to the byte.
    pub statement: Statement,
    /// When it ends unsigned.
    pub expires_at: Timestamp,
    /// How the officer can sign, the best way first.
    pub methods: Vec<Method>,
    /// The passkeys that can; none at an address where browsers make none.
    pub passkeys: Option<PasskeyChoice>,
    /// Whether the office's key for him waits for a fresh proof.
    pub proof_needed: bool,
}

impl Prepared {
    /// The challenge that a passkey answers, base64url.
    pub fn challenge(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.statement.challenge())
    }
}

/// Writes down what an officer would sign on a file, and remembers it for five minutes. `write` runs the act's own rules
/// and keeps nothing.
///
/// # Errors
/// Whatever the act itself would refuse; `signing-factor-needed` or `signing-passkey-needed` where he cannot sign at all.
pub async fn prepared(
    office: &Office,
    officer: &Officer,
    file: FileId,
    write: impl AsyncFn(&Work<'_>, NoteStamp) -> Result<Statement, Error>,
) -> Result<Prepared, Error> {
    prepared_with(office, officer, file, &new_stamp(office), write).await
}

/// As [`prepared`], with a stamp that was made before.
///
/// # Errors
/// As [`prepared`].
pub(crate) async fn prepared_with(
    office: &Office,
    officer: &Officer,
    file: FileId,
    stamp: &NoteStamp,
    write: impl AsyncFn(&Work<'_>, NoteStamp) -> Result<Statement, Error>,
) -> Result<Prepared, Error> {
    let remembered = office
        .act(officer, None, async |work| {
            // Whether he may at all comes before what he would sign with.
            let statement = write(work, stamp.clone()).await?;
            let rules = rules(work, officer).await?;
            let ways = methods(rules.least, rules.factors);
            if ways.is_empty() {
                return Err(Error::refused(nothing_to_sign_with(&rules)));
            }
            let preparation = Preparation {
                id: work.new_id(),
                session: officer.session,
                file,
                note: stamp.id,
                nonce: stamp.nonce.clone(),
                at: stamp.at,
                challenge: statement.challenge(),
                used_at: None,
            };
            work.tx.signing().prepare(&preparation).await?;
            let unlocked = may_unlock(rules.least, rules.factors, rules.proof, work.now);
            Ok((
                preparation.id,
                statement.purpose,
                statement.text,
                preparation.expires_at(),
                ways,
                unlocked.is_err(),
            ))
        })
        .await?;
    let (id, purpose, text, expires_at, methods, proof_needed) = remembered;
    Ok(Prepared {
        id,
        statement: Statement { purpose, text },
        expires_at,
        passkeys: if methods.contains(&Method::Passkey) {
            passkey_choices(office, officer.person).await?
        } else {
            None
        },
        methods,
        proof_needed,
    })
}

fn nothing_to_sign_with(rules: &Rules) -> SigningRefusal {
    match rules.least {
        LeastProof::Passkey => SigningRefusal::PasskeyNeeded,
        _ => SigningRefusal::FactorNeeded,
    }
}

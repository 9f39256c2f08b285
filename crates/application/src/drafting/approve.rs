//! Approving a draft; its officer signs that.

use super::check::{field_error, printable};
use super::taken::{OnDraft, Taken, act, file_seen};
use crate::office::{Error, Office, Work};
use crate::signing::{Prepared, Signature, Signer, bring, prepared};
use daftar_domain::access::{Action, Officer};
use daftar_domain::drafting::{Communication, DraftingRefusal};
use daftar_domain::ledger::Event;
use daftar_domain::office::{Act, Timestamp};
use daftar_domain::signing::Statement;
use daftar_persistence::signing::SignatureOf;

/// What an officer approves.
#[derive(Debug, Clone, Copy)]
pub struct Approve {
    /// The number of the text that he read.
    pub text: i32,
}

struct Approved {
    taken: Taken,
    communication: Communication,
    event: Event,
    statement: Statement,
}

/// Approves the text of a draft on the officer's desk.
pub async fn approve_communication(
    office: &Office,
    officer: &Officer,
    on: OnDraft<'_>,
    command: Approve,
    signature: Option<&Signature>,
) -> Result<Act, Error> {
    let file = file_seen(office, officer, on.id).await?;
    let ready = bring(office, officer, file, signature).await?;
    let pen = Signer { officer, ready: &ready };
    office
        .act(officer, on.once, async |work| {
            let stamp = ready.stamp(work)?;
            let approved = approve(work, officer, on, command, &stamp.nonce, stamp.at).await?;
            approved.taken.keep(work, &approved.communication).await?;
            let of = SignatureOf::Communication(on.id, approved.communication.acts);
            let event = pen.sign(work, file, of, &approved.statement, approved.event).await?;
            let entry = work.record(&event).await?;
            Ok(act(&approved.communication, entry))
        })
        .await
}

/// Shows what [`approve_communication`] would sign, and changes nothing.
pub async fn prepare_approval(
    office: &Office,
    officer: &Officer,
    on: OnDraft<'_>,
    command: Approve,
) -> Result<Prepared, Error> {
    let file = file_seen(office, officer, on.id).await?;
    prepared(office, officer, file, async |work, stamp| {
        let approved = approve(work, officer, on, command, &stamp.nonce, stamp.at).await?;
        Ok(approved.statement)
    })
    .await
}

async fn approve(
    work: &Work<'_>,
    officer: &Officer,
    on: OnDraft<'_>,
    command: Approve,
    nonce: &str,
    at: Timestamp,
) -> Result<Approved, Error> {
    let taken = Taken::take(work, officer, on.id, on.version, Action::ApproveCommunication).await?;
    let before = taken.communication.clone();
    let content = &before.wording.content;
    let drafting = work.tx.drafting();
    printable(work.office(), content)?;
    let parties = drafting.parties(content, before.file, before.unit).await?;
    let obstacles = content.obstacles(&parties);
    let hands = drafting.hands(on.id).await?;
    let drafted = match before.approve(command.text, &obstacles, &hands, officer, work.now) {
        Err(DraftingRefusal::NotReady) => return Err(Error::Fields(obstacles.iter().map(field_error).collect())),
        other => other.map_err(Error::refused)?,
    };
    let statement = drafted.communication.approval_statement(officer, nonce, at);
    match (statement, drafted.event) {
        (Some(statement), Some(event)) => Ok(Approved {
            taken,
            communication: drafted.communication,
            event,
            statement,
        }),
        _ => Err(Error::Internal("an approval says nothing".to_owned())),
    }
}

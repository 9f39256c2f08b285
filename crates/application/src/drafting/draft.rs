//! Writing a draft.

use super::check::checked;
use super::taken::{OnDraft, Taken, act, nonce, workable};
use crate::office::{Error, Idempotency, Office};
use daftar_domain::access::{Action, Officer};
use daftar_domain::drafting::{Communication, Content, Drafted, Opening};
use daftar_domain::office::{Act, FileId, Timestamp, Version};
use serde::{Deserialize, Serialize};

/// What came of writing on.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Saved {
    /// The version of the communication.
    pub version: Version,
    /// The number of the text that it went into.
    pub text: i32,
    /// When it was saved.
    pub saved_at: Timestamp,
    /// Whether an approval is void with this.
    pub voided: bool,
}

/// Opens a draft on a file on the officer's desk.
pub async fn draft_communication(
    office: &Office,
    officer: &Officer,
    file: FileId,
    content: &Content,
    once: Option<&Idempotency>,
) -> Result<Act, Error> {
    office
        .act(officer, once, async |work| {
            work.tx.filing().hold(file, false).await?;
            let file = workable(work, officer, file, Action::DraftCommunication, |_| false).await?;
            let content = checked(work, officer, &file, content.clone()).await?;
            let opening = Opening {
                id: work.new_id(),
                nonce: nonce(),
                file: file.id,
                unit: file.unit,
            };
            let Drafted { communication, event } = Communication::open(opening, content, officer, work.now);
            work.tx.drafting().insert(&communication).await?;
            let entry = match &event {
                Some(event) => work.record(event).await?,
                None => String::new(),
            };
            Ok(act(&communication, entry))
        })
        .await
}

/// Writes on in a draft: in the officer's own text, or in the next one. An approval is void from then on.
pub async fn revise_communication(
    office: &Office,
    officer: &Officer,
    on: OnDraft<'_>,
    content: &Content,
) -> Result<Saved, Error> {
    office
        .act(officer, on.once, async |work| {
            let taken = Taken::take(work, officer, on.id, on.version, Action::DraftCommunication).await?;
            let content = checked(work, officer, &taken.file, content.clone()).await?;
            let before = taken.communication.stage.state();
            let revised = taken.communication.clone().revise(content, nonce(), officer, work.now);
            let Drafted { communication, event } = revised.map_err(Error::refused)?;
            if communication.version != taken.communication.version {
                taken.keep(work, &communication).await?;
            }
            if let Some(event) = &event {
                work.record(event).await?;
            }
            Ok(Saved {
                version: communication.version,
                text: communication.wording.number,
                saved_at: communication.wording.written_at,
                voided: before != communication.stage.state(),
            })
        })
        .await
}

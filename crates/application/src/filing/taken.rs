//! A file taken in hand for one act: found, permitted, at the version that the officer saw; and put back.

use crate::office::{Error, Idempotency, Office, Work};
use crate::signing::{Prepared, Signature, Signer, bring, prepared};
use daftar_domain::access::{Action, Officer};
use daftar_domain::filing::{Custody, File, Holding, Moved, Movement, MovementKind, SightCause};
use daftar_domain::office::{Act, FileId, PostId, Timestamp, Version, Warning};
use daftar_persistence::desk::{DeskKind, NewDeskItem};
use daftar_persistence::filing::Grant;
use daftar_persistence::signing::SignatureOf;

/// What an act is done on.
#[derive(Debug, Clone, Copy)]
pub struct On<'a> {
    /// The file.
    pub file: FileId,
    /// The version that the officer saw.
    pub version: Version,
    /// The key under which the act is done once.
    pub once: Option<&'a Idempotency>,
}

/// A file in hand.
pub(super) struct Taken {
    /// The file as it is now: brought forward, if its date has come.
    pub file: File,
    /// As it was read.
    before: File,
    /// The step that the date took.
    resumed: Option<Movement>,
}

impl Taken {
    /// Takes a file in hand. What the officer may not see does not exist; what has changed since he looked is told
    /// before anything else about it.
    pub(super) async fn take(
        work: &Work<'_>,
        officer: &Officer,
        id: FileId,
        version: Version,
        action: Action,
    ) -> Result<Self, Error> {
        let taken = Self::look(work, officer, id, action, Some(version)).await?;
        Ok(taken)
    }

    /// As [`Taken::take`], for the second file of an act, whose version the officer has not named.
    pub(super) async fn take_along(
        work: &Work<'_>,
        officer: &Officer,
        id: FileId,
        action: Action,
    ) -> Result<Self, Error> {
        Self::look(work, officer, id, action, None).await
    }

    async fn look(
        work: &Work<'_>,
        officer: &Officer,
        id: FileId,
        action: Action,
        version: Option<Version>,
    ) -> Result<Self, Error> {
        let found = work.tx.filing().file(id, officer).await?.ok_or(Error::NotFound)?;
        let standing = found.file.standing(officer, found.granted);
        if standing.visible && version.is_some_and(|version| version != found.file.version) {
            return Err(Error::Stale);
        }
        work.permit(officer, action, standing, Some(id.0))?;
        let before = found.file;
        Ok(match before.bring_forward(work.now) {
            Some((file, resumed)) => Self {
                file,
                before,
                resumed: Some(resumed),
            },
            None => Self {
                file: before.clone(),
                before,
                resumed: None,
            },
        })
    }

    /// Puts the file back as it is after the act: row, history, grants, desks.
    pub(super) async fn keep(&self, work: &Work<'_>, after: &File, step: Option<&Movement>) -> Result<(), Error> {
        // The row first: it is what two officers at once meet at, and one of them is told that he is late.
        work.tx.filing().save(after, self.before.version).await?;
        for step in self.resumed.iter().chain(step) {
            work.tx.filing().add_movement(work.new_id(), step).await?;
        }
        if let Some(step) = step {
            grants(work, &self.before, step).await?;
        }
        desks(work, Some(&self.before), after).await
    }

    /// Keeps a step and writes its act into the ledger.
    pub(super) async fn keep_moved(&self, work: &Work<'_>, moved: &Moved) -> Result<String, Error> {
        self.keep(work, &moved.file, Some(&moved.movement)).await?;
        work.record(&moved.event).await
    }
}

/// Writes a new file: row, first step, grant, desk; answers its ledger entry.
pub(super) async fn keep_new(work: &Work<'_>, opened: &Moved) -> Result<String, Error> {
    let file = &opened.file;
    work.tx.filing().insert(file).await?;
    work.tx.filing().add_movement(work.new_id(), &opened.movement).await?;
    let grant = Grant {
        file: file.id,
        post: file.custody.post(),
        cause: SightCause::Opened,
        at: work.now,
    };
    work.tx.filing().grant(grant).await?;
    desks(work, None, file).await?;
    work.record(&opened.event).await
}

/// One act on one file that is one step of its history.
pub(super) async fn move_file(
    office: &Office,
    officer: &Officer,
    on: On<'_>,
    action: Action,
    step: impl AsyncFn(&Work<'_>, File) -> Result<Moved, Error>,
) -> Result<Act, Error> {
    office
        .act(officer, on.once, async |work| {
            let taken = Taken::take(work, officer, on.file, on.version, action).await?;
            let moved = step(work, taken.file.clone()).await?;
            let entry = taken.keep_moved(work, &moved).await?;
            Ok(act(&moved.file, entry, moved.warnings))
        })
        .await
}

/// As [`move_file`], for a step that its officer signs.
pub(super) async fn move_file_signed(
    office: &Office,
    officer: &Officer,
    on: On<'_>,
    signature: Option<&Signature>,
    step: impl AsyncFn(&Work<'_>, File) -> Result<Moved, Error>,
) -> Result<Act, Error> {
    let ready = bring(office, officer, on.file, signature).await?;
    let signer = Signer { officer, ready: &ready };
    office
        .act(officer, on.once, async |work| {
            let stamp = ready.stamp(work)?;
            let taken = Taken::take(work, officer, on.file, on.version, Action::MoveFile).await?;
            let moved = step(work, taken.file.clone()).await?;
            taken.keep(work, &moved.file, Some(&moved.movement)).await?;
            let statement = moved.statement(officer, &stamp.nonce, stamp.at);
            let of = SignatureOf::Step(moved.movement.ordinal);
            let event = signer.sign(work, on.file, of, &statement, moved.event).await?;
            let entry = work.record(&event).await?;
            Ok(act(&moved.file, entry, moved.warnings))
        })
        .await
}

/// Shows what [`move_file_signed`] would sign, and changes nothing.
pub(super) async fn prepare_move(
    office: &Office,
    officer: &Officer,
    on: On<'_>,
    step: impl AsyncFn(&Work<'_>, File) -> Result<Moved, Error>,
) -> Result<Prepared, Error> {
    prepared(office, officer, on.file, async |work, stamp| {
        let taken = Taken::take(work, officer, on.file, on.version, Action::MoveFile).await?;
        let moved = step(work, taken.file).await?;
        Ok(moved.statement(officer, &stamp.nonce, stamp.at))
    })
    .await
}

/// The outcome of an act on a file.
pub(super) fn act(file: &File, entry: String, warnings: Vec<Warning>) -> Act {
    Act {
        id: file.id.0,
        version: file.version,
        number: None,
        paragraphs: None,
        entry,
        warnings,
    }
}

/// Who may see the file after a step.
async fn grants(work: &Work<'_>, before: &File, step: &Movement) -> Result<(), Error> {
    let filing = work.tx.filing();
    let grant = |post: PostId, cause: SightCause| Grant {
        file: step.file,
        post,
        cause,
        at: step.at,
    };
    match (step.kind, step.from, step.to) {
        (MovementKind::Forwarded | MovementKind::Returned, Some(from), Some(to)) => {
            filing.grant(grant(to, SightCause::Movement)).await?;
            filing.mark_sent(step.file, from, Some(step.at)).await?;
        }
        (MovementKind::PulledBack, Some(receiver), Some(sender)) => {
            filing.withdraw(step.file, receiver, before.custody.since()).await?;
            filing.mark_sent(step.file, sender, None).await?;
        }
        (MovementKind::Reopened, _, Some(to)) => filing.grant(grant(to, SightCause::Reopened)).await?,
        _ => {}
    }
    Ok(())
}

/// Keeps the desks in step with the file: off the one that it left, onto the one that has it.
async fn desks(work: &Work<'_>, before: Option<&File>, after: &File) -> Result<(), Error> {
    let desk = work.tx.desk();
    let left = before
        .filter(|before| before.custody.holding().is_some())
        .map(|before| before.custody.post());
    let item = item(work, after);
    if let Some(left) = left.filter(|left| item.as_ref().is_none_or(|item| item.post != *left)) {
        desk.take(left, DeskKind::File, after.id.0).await?;
    }
    match item {
        Some(item) if before.is_none_or(|before| looks_different(before, after)) => Ok(desk.put(&item).await?),
        _ => Ok(()),
    }
}

/// Whether anything that the desk shows has changed.
fn looks_different(before: &File, after: &File) -> bool {
    let shown = |file: &File| {
        let holding = file.custody.holding().copied();
        (
            holding,
            file.subject.clone(),
            file.priority,
            file.classification,
            file.concerns,
            file.custody.state(),
        )
    };
    shown(before) != shown(after)
        || matches!(before.custody, Custody::Parked { .. }) != matches!(after.custody, Custody::Parked { .. })
}

/// The file as its holder's desk shows it. A parked file is shown from its date on, as if it had come then; that it
/// comes from the desk itself marks it as brought forward.
fn item<'a>(work: &Work<'_>, file: &'a File) -> Option<NewDeskItem<'a>> {
    let (holding, from, visible_from, read): (Holding, Option<PostId>, Timestamp, bool) = match &file.custody {
        Custody::WithPost { holding, .. } => (*holding, holding.sender, holding.since, holding.opened_at.is_some()),
        Custody::Parked { holding, until } => {
            let back = file.custody.clone().at(*until, file.priority);
            let back = back.holding().copied().unwrap_or(*holding);
            (back, Some(holding.post), *until, false)
        }
        Custody::Closed { .. } | Custody::Merged { .. } => return None,
    };
    Some(NewDeskItem {
        id: work.new_id(),
        post: holding.post,
        kind: DeskKind::File,
        subject: file.id.0,
        number: &file.number,
        title: &file.subject,
        from,
        action: holding.action.map(daftar_domain::filing::ForwardAction::as_str),
        priority: file.priority,
        classification: file.classification,
        concerns: file.concerns,
        since: holding.since,
        due_at: holding.due_at,
        visible_from,
        read,
    })
}

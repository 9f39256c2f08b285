//! A receipt and what may happen to it. A transition consumes the receipt and gives the new one
//! with its event, or says why not.

use super::entry::{Correction, DiaryEntry, check_due};
use super::number::DiaryNumber;
use super::refusal::ReceiptRefusal as R;
use super::state::{Mark, Origin, ReceiptState, Remark, Target};
use super::vocabulary::{DisposalReason, Mode, ReceiptAction, ReturnReason, StateWord};
use crate::desk::office_day;
use crate::ledger::{Event, EventKind, Module, SubjectKind};
use crate::office::{
    Classification, DocumentId, FileId, PersonId, PostId, PrintedCode, ReceiptId, Refusal, Timestamp, UnitId, Version,
};
use serde_json::{Value, json};

/// The most papers that one receipt carries.
const DOCUMENTS: usize = 50;
/// The most posts that get a copy in one marking.
const COPIES: usize = 50;

/// What the registry needs to know to diarise a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReceipt {
    /// The receipt's id.
    pub id: ReceiptId,
    /// The unit in whose diary it goes.
    pub registry: UnitId,
    /// The registry post that diarises it, and holds it until it is marked.
    pub by: PostId,
    /// Who does it for that post; nobody where the office itself delivers what it has issued.
    pub by_person: Option<PersonId>,
    /// The diary entry.
    pub entry: DiaryEntry,
    /// Its scans.
    pub documents: Vec<DocumentId>,
    /// The person whose own service the case is about.
    pub concerns: Option<PersonId>,
    /// With what the sender asks after it.
    pub tracking: PrintedCode,
}

/// An incoming paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// Its id.
    pub id: ReceiptId,
    /// Its number; never changes.
    pub number: DiaryNumber,
    /// The unit in whose diary it is.
    pub registry: UnitId,
    /// The registry post that diarised it.
    pub diarised_by: PostId,
    /// When.
    pub diarised_at: Timestamp,
    /// What the diary says about it.
    pub entry: DiaryEntry,
    /// Its scans, in order.
    pub documents: Vec<DocumentId>,
    /// The person whose own service the case is about.
    pub concerns: Option<PersonId>,
    /// With what its sender asks after it; none for what was diarised before there were such codes. The ledger does not
    /// have it: it is for the sender.
    pub tracking: Option<PrintedCode>,
    /// Where it is.
    pub state: ReceiptState,
    /// How often it has changed.
    pub version: Version,
}

impl Receipt {
    /// Checks what can be known to be wrong before a number is allotted: a refused entry must not cost one.
    pub fn check_new(new: &NewReceipt) -> Result<(), R> {
        if new.concerns.is_some() && new.concerns == new.by_person {
            return Err(R::DiaristOwnCase);
        }
        // What comes through the system only the system enters, and nobody has to open it for that.
        match (new.entry.mode, new.by_person) {
            (Mode::Office, None) => Ok(()),
            (Mode::Office, Some(_)) => Err(R::ModeBySystem),
            (_, _) => check_documents(&new.documents, new.entry.classification),
        }
    }

    /// Enters a paper in the diary under `number`.
    pub fn diarise(new: NewReceipt, number: DiaryNumber, now: Timestamp) -> Result<(Self, Event), R> {
        Self::check_new(&new)?;
        let content = json!({
            "diary_number": number.to_string(),
            "numbered": number.numbered(),
            "registry": new.registry,
            "classification": new.entry.classification,
            "documents": new.documents,
        });
        let receipt = Self {
            id: new.id,
            number,
            registry: new.registry,
            diarised_by: new.by,
            diarised_at: now,
            entry: new.entry,
            documents: new.documents,
            concerns: new.concerns,
            tracking: Some(new.tracking),
            state: ReceiptState::InRegistry { since: now },
            version: Version::FIRST,
        };
        let event = receipt
            .event(EventKind::ReceiptDiarised, content)
            .saying(receipt.entry.canonical());
        Ok((receipt, event))
    }

    /// Sends it to a post, with copies to others.
    pub fn mark(mut self, mark: &Mark, remark: Option<&Remark>, now: Timestamp) -> Result<(Self, Event), R> {
        let (holder, origin) = match self.state {
            ReceiptState::InRegistry { .. } => (self.diarised_by, Origin::Registry),
            ReceiptState::Accepted { by, action, .. } => (by, Origin::Desk { post: by, action }),
            _ => return Err(self.not_on_a_desk()),
        };
        check_receivers(mark, holder, self.concerns)?;
        if let Some(due) = mark.due_on {
            check_due(due, office_day(now))?;
            self.entry.due_on = Some(due);
        }
        self.state = ReceiptState::Marked {
            to: mark.to.post,
            origin,
            action: mark.action,
            since: now,
        };
        let copies: Vec<Value> = mark
            .copies
            .iter()
            .map(|copy| json!({ "post": copy.to.post, "action": copy.action }))
            .collect();
        let content = json!({
            "from": holder,
            "to": mark.to.post,
            "action": mark.action,
            "copies": copies,
            "due_on": self.entry.due_on,
        });
        Ok(self.remarked(EventKind::ReceiptMarked, content, said(remark)))
    }

    /// Takes it on one's desk.
    pub fn accept(mut self, now: Timestamp) -> Result<(Self, Event), R> {
        let ReceiptState::Marked { to, action, .. } = self.state else {
            return Err(R::NotMarked);
        };
        self.state = ReceiptState::Accepted {
            by: to,
            action,
            since: now,
        };
        Ok(self.step(EventKind::ReceiptAccepted, json!({ "by": to })))
    }

    /// The post that a misdirected receipt would go back to.
    pub fn sender(&self) -> Option<PostId> {
        match self.state {
            ReceiptState::Marked { origin, .. } => Some(match origin {
                Origin::Registry => self.diarised_by,
                Origin::Desk { post, .. } => post,
            }),
            _ => None,
        }
    }

    /// Sends a misdirected receipt back to the post that marked it, which `sender` holds now.
    pub fn give_back(
        mut self,
        reason: ReturnReason,
        remark: Option<&Remark>,
        sender: Option<PersonId>,
        now: Timestamp,
    ) -> Result<(Self, Event), R> {
        let ReceiptState::Marked { to, origin, .. } = self.state else {
            return Err(R::NotMarked);
        };
        if self.concerns.is_some() && self.concerns == sender {
            return Err(R::ConcernsSender);
        }
        if !self.returnable() {
            return Err(R::SealedReturn);
        }
        if reason == ReturnReason::Other && remark.is_none() {
            return Err(R::RemarkNeeded);
        }
        self.state = match origin {
            Origin::Registry => ReceiptState::InRegistry { since: now },
            Origin::Desk { post, action } => ReceiptState::Accepted {
                by: post,
                action,
                since: now,
            },
        };
        let content = json!({ "from": to, "to": self.holder(), "reason": reason });
        Ok(self.remarked(EventKind::ReceiptReturned, content, said(remark)))
    }

    /// Puts it on a file, where it got a paragraph and pages.
    pub fn put_on_file(mut self, file: FileId, paragraph: i32, pages: Option<(i32, i32)>) -> Result<(Self, Event), R> {
        let by = match self.state {
            ReceiptState::Accepted { by, .. } => by,
            ReceiptState::InRegistry { .. } => return Err(R::InRegistry),
            _ => return Err(self.not_on_a_desk()),
        };
        self.state = ReceiptState::OnFile { file, paragraph, pages };
        let content = json!({ "by": by, "file": file, "paragraph": paragraph, "pages": pages });
        Ok(self.step(EventKind::ReceiptFiled, content))
    }

    /// Disposes of it without a file.
    pub fn dispose(mut self, reason: DisposalReason, remark: Option<Remark>) -> Result<(Self, Event), R> {
        let (by, action) = match self.state {
            ReceiptState::InRegistry { .. } => (self.diarised_by, None),
            ReceiptState::Accepted { by, action, .. } => (by, Some(action)),
            _ => return Err(self.not_on_a_desk()),
        };
        if reason == DisposalReason::Other && remark.is_none() {
            return Err(R::RemarkNeeded);
        }
        let words = said(remark.as_ref());
        self.state = ReceiptState::Disposed {
            by,
            action,
            reason,
            remark,
        };
        let content = json!({ "by": by, "reason": reason });
        Ok(self.remarked(EventKind::ReceiptDisposed, content, words))
    }

    /// Puts a disposed receipt back on the desk that disposed of it.
    pub fn reopen(mut self, reason: Option<&Remark>, now: Timestamp) -> Result<(Self, Event), R> {
        let ReceiptState::Disposed { by, action, .. } = self.state else {
            return Err(R::NotDisposed);
        };
        if reason.is_none() {
            return Err(R::ReasonNeeded);
        }
        self.state = match action {
            None => ReceiptState::InRegistry { since: now },
            Some(action) => ReceiptState::Accepted { by, action, since: now },
        };
        Ok(self.remarked(EventKind::ReceiptReopened, json!({ "by": by }), said(reason)))
    }

    /// Corrects the diary entry, adding scans that came later; only until an officer has accepted it.
    pub fn correct(
        mut self,
        correction: Correction,
        added: Vec<DocumentId>,
        now: Timestamp,
    ) -> Result<(Self, Event), Vec<Refusal>> {
        if !self.correctable() {
            return Err(vec![R::AlreadyAccepted.into()]);
        }
        let before = self.entry.clone();
        let held = self.entry.classification;
        let known = self.documents.len();
        self.entry = correction.apply(self.entry, office_day(now))?;
        for document in added {
            if !self.documents.contains(&document) {
                self.documents.push(document);
            }
        }
        // Rule 17, once it has left the registry: until then it may have been a slip of the hand.
        if self.entry.classification < held && !matches!(self.state, ReceiptState::InRegistry { .. }) {
            return Err(vec![R::ClassificationLowered.into()]);
        }
        if (before.mode == Mode::Office) != (self.entry.mode == Mode::Office) {
            return Err(vec![R::ModeBySystem.into()]);
        }
        let added = self.documents[known..].to_vec();
        if before == self.entry && added.is_empty() {
            return Err(vec![R::NothingToCorrect.into()]);
        }
        if !added.is_empty() {
            check_documents(&self.documents, self.entry.classification).map_err(|refusal| vec![refusal.into()])?;
        }
        let words = self.entry.canonical();
        let content = json!({ "classification": self.entry.classification, "documents": added });
        let (receipt, event) = self.step(EventKind::ReceiptCorrected, content);
        Ok((receipt, event.saying(words)))
    }

    /// The post that has it; none once it is on a file or disposed of.
    pub fn holder(&self) -> Option<PostId> {
        match self.state {
            ReceiptState::InRegistry { .. } => Some(self.diarised_by),
            ReceiptState::Marked { to, .. } => Some(to),
            ReceiptState::Accepted { by, .. } => Some(by),
            ReceiptState::OnFile { .. } | ReceiptState::Disposed { .. } => None,
        }
    }

    /// Since when the holder has it.
    pub fn holder_since(&self) -> Option<Timestamp> {
        match self.state {
            ReceiptState::InRegistry { since }
            | ReceiptState::Marked { since, .. }
            | ReceiptState::Accepted { since, .. } => Some(since),
            ReceiptState::OnFile { .. } | ReceiptState::Disposed { .. } => None,
        }
    }

    /// What the holder is asked to do, or was before it was disposed of.
    pub fn action(&self) -> Option<ReceiptAction> {
        match self.state {
            ReceiptState::Marked { action, .. } | ReceiptState::Accepted { action, .. } => Some(action),
            ReceiptState::Disposed { action, .. } => action,
            ReceiptState::InRegistry { .. } | ReceiptState::OnFile { .. } => None,
        }
    }

    /// The state as one word.
    pub fn state_word(&self) -> StateWord {
        match self.state {
            ReceiptState::InRegistry { .. } => StateWord::InRegistry,
            ReceiptState::Marked { .. } => StateWord::Marked,
            ReceiptState::Accepted { .. } => StateWord::Accepted,
            ReceiptState::OnFile { .. } => StateWord::OnFile,
            ReceiptState::Disposed { .. } => StateWord::Disposed,
        }
    }

    /// Whether the registry may still correct its entry: no officer has accepted it.
    pub fn correctable(&self) -> bool {
        matches!(
            self.state,
            ReceiptState::InRegistry { .. }
                | ReceiptState::Marked {
                    origin: Origin::Registry,
                    ..
                }
        )
    }

    /// Whether it could go back to whoever marked it: what is closely held and came through the system was never opened in
    /// a registry, and is not opened there because it went to the wrong desk.
    pub fn returnable(&self) -> bool {
        let sealed = self.entry.mode == Mode::Office && self.entry.classification >= Classification::Confidential;
        let from_registry = matches!(
            self.state,
            ReceiptState::Marked {
                origin: Origin::Registry,
                ..
            }
        );
        !(sealed && from_registry)
    }

    /// Why it cannot be dealt with as if it lay open on a desk.
    fn not_on_a_desk(&self) -> R {
        match self.state {
            ReceiptState::OnFile { .. } => R::OnFile,
            ReceiptState::Disposed { .. } => R::Disposed,
            _ => R::NotAccepted,
        }
    }

    /// A post was done with its copy of a receipt; the receipt itself stays as it is.
    pub fn copy_seen(receipt: ReceiptId, post: PostId) -> Event {
        event(EventKind::CopySeen, receipt, json!({ "post": post }))
    }

    /// A step with a remark beside it.
    fn remarked(self, kind: EventKind, content: Value, words: Option<Value>) -> (Self, Event) {
        let (receipt, event) = self.step(kind, content);
        (receipt, Event { words, ..event })
    }

    fn step(mut self, kind: EventKind, content: Value) -> (Self, Event) {
        self.version = self.version.next();
        let event = self.event(kind, content);
        (self, event)
    }

    fn event(&self, kind: EventKind, content: Value) -> Event {
        event(kind, self.id, content)
    }
}

/// A remark as the words of an act.
fn said(remark: Option<&Remark>) -> Option<Value> {
    remark.map(|remark| json!({ "remark": remark.as_str() }))
}

/// An act of correspondence on a receipt.
fn event(kind: EventKind, receipt: ReceiptId, content: Value) -> Event {
    Event::new(
        Module::Correspondence,
        kind,
        SubjectKind::Receipt,
        receipt.into(),
        content,
    )
}

fn check_documents(documents: &[DocumentId], classification: Classification) -> Result<(), R> {
    if documents.len() > DOCUMENTS {
        Err(R::TooManyDocuments)
    } else if !documents.is_empty() && classification >= Classification::Confidential {
        Err(R::SealedMail)
    } else {
        Ok(())
    }
}

/// Rule 6, and that nobody is named twice.
fn check_receivers(mark: &Mark, holder: PostId, concerns: Option<PersonId>) -> Result<(), R> {
    let about = |target: Target| concerns.is_some() && target.holder == concerns;
    if mark.to.post == holder {
        return Err(R::MarkedToSelf);
    }
    if about(mark.to) {
        return Err(R::ConcernsReceiver);
    }
    if !mark.to.handles_papers {
        return Err(R::ReceiverHandlesNoPapers);
    }
    if mark.copies.len() > COPIES {
        return Err(R::TooManyCopies);
    }
    for (i, copy) in mark.copies.iter().enumerate() {
        if about(copy.to) {
            return Err(R::ConcernsCopyReceiver);
        }
        if !copy.to.handles_papers {
            return Err(R::CopyReceiverHandlesNoPapers);
        }
        if copy.to.post == mark.to.post || mark.copies[..i].iter().any(|earlier| earlier.to.post == copy.to.post) {
            return Err(R::CopiedTwice);
        }
    }
    Ok(())
}

//! Signing and issuing an approved communication.
//!
//! The print is made first, with the number that comes next and the date of today, and its digest is what the officer
//! signs. The number is given in the transaction that issues: if another communication took it meanwhile, nothing is
//! issued and no number is lost. So a number is never burnt, and what was signed is what goes out.

use super::check::printable;
use super::compose::{Marks, addresses, compose};
use super::taken::{OnDraft, Taken, act, file_seen};
use crate::certificates::{Stamping, for_signing, sign_and_stamp, sign_document};
use crate::dispatch::{Going, send_out};
use crate::filing::{NewCopy, office_copy};
use crate::office::{Error, Office, Work, permit};
use crate::signing::{Prepared, Signature, Signer, bring, new_stamp, prepared_with, shown};
use daftar_documents::typeset::Typeset;
use daftar_domain::access::{Action, Officer};
use daftar_domain::desk::office_day;
use daftar_domain::dispatch::Address;
use daftar_domain::drafting::{Communication, DraftingRefusal, IssueNumber, Printed, VerificationMarks};
use daftar_domain::filing::NoteStamp;
use daftar_domain::office::{Act, CommunicationId, FileId, PreparationId, Warning};
use daftar_persistence::drafting::NewIssue;
use daftar_persistence::signing::SignatureOf;
use daftar_persistence::templates::InForce;
use sha2::{Digest as _, Sha256};
use std::sync::{Arc, Mutex, PoisonError};

/// How often an issue that is signed at once is printed anew because its number was taken.
const TRIES: usize = 8;

/// A print, what its statement is stamped with, and what an authority of others says of its time.
struct Ready {
    proof: Proof,
    stamp: NoteStamp,
    stamping: Stamping,
}

/// A print with everything that stands on it.
struct Proof {
    printed: Printed,
    typeset: Arc<Typeset>,
    /// The template of the office's own that it was set by.
    template: Option<InForce>,
    addresses: Vec<Address>,
}

/// Shows what [`issue_communication`] would sign, and changes nothing.
pub async fn prepare_issue(office: &Office, officer: &Officer, on: OnDraft<'_>) -> Result<Prepared, Error> {
    let stamp = new_stamp(office);
    let proof = proof(office, officer, on, &stamp).await;
    let (file, proof) = office.logged(officer, proof).await?;
    prepared_with(office, officer, file, &stamp, async |work, stamp| {
        let taken = Taken::take_alone(work, officer, on.id, on.version, Action::IssueCommunication).await?;
        let issuable = taken.communication.must_be_issuable(officer);
        issuable.map_err(Error::refused)?;
        let (nonce, at) = (&stamp.nonce, stamp.at);
        Ok(taken.communication.issue_statement(&proof.printed, officer, nonce, at))
    })
    .await
}

/// The print that [`prepare_issue`] showed the digest of, byte for byte: what an officer signs he can read first.
///
/// # Errors
/// `signing-preparation-unknown` for what was prepared for somebody else or has expired; what [`issue_communication`]
/// would refuse.
pub async fn issue_proof(
    office: &Office,
    officer: &Officer,
    id: CommunicationId,
    preparation: PreparationId,
) -> Result<Arc<Typeset>, Error> {
    let found = office.database().drafting().communication(id).await?;
    let communication = found.ok_or(Error::NotFound)?;
    let on = OnDraft {
        id,
        version: communication.version,
        once: None,
    };
    // Whoever may not see it learns nothing of what was prepared.
    let stamp = match shown(office, officer, communication.file, preparation).await {
        Ok(stamp) => stamp,
        Err(error) => {
            let proof = proof(office, officer, on, &new_stamp(office)).await;
            office.logged(officer, proof).await?;
            return Err(error);
        }
    };
    let proof = proof(office, officer, on, &stamp).await;
    let (_, proof) = office.logged(officer, proof).await?;
    Ok(proof.typeset)
}

/// Signs an approved communication on the officer's desk, gives it its number, and files the office copy.
///
/// # Errors
/// What [`Communication::must_be_issuable`](daftar_domain::drafting::Communication::must_be_issuable) refuses;
/// `issue-number-taken` where another communication took the number that was shown; `draft-unprintable`.
pub async fn issue_communication(
    office: &Office,
    officer: &Officer,
    on: OnDraft<'_>,
    signature: Option<&Signature>,
) -> Result<Act, Error> {
    let file = file_seen(office, officer, on.id).await?;
    let ready = bring(office, officer, file, signature).await?;
    let pen = Signer { officer, ready: &ready };
    for _ in 1..TRIES {
        match once(office, &pen, on).await {
            // Nobody was shown the number: the next one will do as well.
            Err(Error::Refused(refusal)) if refusal == DraftingRefusal::NumberTaken.into() && signature.is_none() => {}
            done => return done,
        }
    }
    once(office, &pen, on).await
}

/// Prints, and issues what was printed.
async fn once(office: &Office, pen: &Signer<'_>, on: OnDraft<'_>) -> Result<Act, Error> {
    let ready = made_ready(office, pen, on).await;
    // What stands in the way of printing is told within the act: a request that is repeated gets its first answer.
    let (ready, failed) = match ready {
        Ok(ready) => (Some(ready), Mutex::new(None)),
        Err(error) => (None, Mutex::new(Some(error))),
    };
    office
        .act(pen.officer, on.once, async |work| {
            if let Some(ready) = &ready {
                return issue(work, pen, on, ready).await;
            }
            let mut failed = failed.lock().unwrap_or_else(PoisonError::into_inner);
            Err(failed
                .take()
                .unwrap_or_else(|| Error::Internal("it failed before".to_owned())))
        })
        .await
}

/// Prints, and has the signature stamped where the office has an authority for that: both take their time, and nobody waits
/// for them but the officer.
async fn made_ready(office: &Office, pen: &Signer<'_>, on: OnDraft<'_>) -> Result<Ready, Error> {
    let stamp = pen.ready.stamp_at(office)?;
    let (_, proof) = proof(office, pen.officer, on, &stamp).await?;
    let officer = pen.officer;
    // His key is used only for what he may issue, and has confirmed.
    let stamping = sign_and_stamp(office, officer, &proof.typeset.pdf, async |work| {
        let taken = Taken::take_alone(work, officer, on.id, on.version, Action::IssueCommunication).await?;
        let before = &taken.communication;
        before.must_be_issuable(officer).map_err(Error::refused)?;
        let statement = before.issue_statement(&proof.printed, officer, &stamp.nonce, stamp.at);
        pen.may_sign(work, &statement).await
    });
    let stamping = stamping.await?;
    Ok(Ready { proof, stamp, stamping })
}

/// The signed document, and whether it lacks a stamp that it should have had.
async fn signed(work: &Work<'_>, officer: &Officer, ready: &Ready) -> Result<(Vec<u8>, bool), Error> {
    let print = &ready.proof.typeset.pdf;
    let Stamping::Stamped(stamped) = &ready.stamping else {
        let pdf = sign_document(work, officer.person, officer.post, print).await?;
        return Ok((pdf, matches!(ready.stamping, Stamping::Without)));
    };
    // His key was retired, or his name or post changed, while the authority was asked.
    if for_signing(work, officer.person, officer.post).await?.id != stamped.certificate {
        return Err(Error::Stale);
    }
    Ok((stamped.pdf.clone(), false))
}

/// Gives the number, signs, files the copy, and keeps it all.
async fn issue(work: &Work<'_>, pen: &Signer<'_>, on: OnDraft<'_>, ready: &Ready) -> Result<Act, Error> {
    let officer = pen.officer;
    let Proof {
        printed,
        typeset,
        template,
        addresses,
    } = &ready.proof;
    let taken = Taken::take_alone(work, officer, on.id, on.version, Action::IssueCommunication).await?;
    let before = &taken.communication;
    before.must_be_issuable(officer).map_err(Error::refused)?;
    amendable(work, before).await?;
    let serial = work.tx.next_number(&IssueNumber::series(before.file)).await?;
    if serial != printed.number.serial {
        return Err(Error::refused(DraftingRefusal::NumberTaken));
    }
    let statement = before.issue_statement(printed, officer, &ready.stamp.nonce, ready.stamp.at);
    let (pdf, lacks_stamp) = signed(work, officer, ready).await?;
    let content = &before.wording.content;
    let copy = NewCopy {
        title: content.title(),
        number: &printed.number.to_string(),
        pages: typeset.pages,
        pdf,
    };
    let copy = office_copy(work, officer, before.file, copy).await?;
    let issued = before.clone().issue(
        work.new_id(),
        printed.clone(),
        (copy.document, copy.sha256),
        officer,
        work.now,
    );
    let (drafted, issue) = issued.map_err(Error::refused)?;
    taken.keep(work, &drafted.communication).await?;
    let new = NewIssue {
        issue: &issue,
        unit: before.unit,
        classification: content.classification,
        subject: content.title(),
        reply_due_on: content.reply_due_on,
        answers: content.in_reply_to,
    };
    work.tx.drafting().add_issue(&new).await?;
    if let Some(own) = template {
        work.tx
            .templates()
            .add_issue(issue.id, own.version, &own.sha256)
            .await?;
    }
    if let Some(amends) = issue.amends
        && !work.tx.drafting().amend(issue.id, amends).await?
    {
        return Err(Error::refused(DraftingRefusal::AmendedEnded));
    }
    let event = drafted.event;
    let event = event.ok_or_else(|| Error::Internal("an issue says nothing".to_owned()))?;
    let of = SignatureOf::Communication(on.id, drafted.communication.acts);
    let event = pen.sign(work, before.file, of, &statement, event).await?;
    let entry = work.record(&event).await?;
    work.record(&copy.event).await?;
    let going = Going {
        issue: &issue,
        unit: before.unit,
        content,
        addresses,
    };
    send_out(work, &going).await?;
    let mut warnings = copy.warnings;
    if lacks_stamp {
        warnings.push(Warning::NoTimeStamp);
    }
    Ok(Act {
        number: Some(issue.printed.number.to_string()),
        paragraphs: Some(copy.paragraphs),
        warnings,
        ..act(&drafted.communication, entry)
    })
}

/// Refuses to amend what another issue has ended since the approval. Nobody ends it until this transaction does.
async fn amendable(work: &Work<'_>, communication: &Communication) -> Result<(), Error> {
    let Some(amends) = communication.wording.content.amends else {
        return Ok(());
    };
    let drafting = work.tx.drafting();
    drafting.hold_issue(amends.issue).await?;
    let amended = drafting.amended(amends.issue).await?;
    match amends.obstacle(amended.as_ref(), communication.unit) {
        Some(refusal) => Err(Error::refused(refusal)),
        None => Ok(()),
    }
}

/// Prints what would be issued now. Whoever may not issue it is told before anything is printed.
async fn proof(
    office: &Office,
    officer: &Officer,
    on: OnDraft<'_>,
    stamp: &NoteStamp,
) -> Result<(FileId, Proof), Error> {
    let found = office.database().drafting().communication(on.id).await?;
    let communication = found.ok_or(Error::NotFound)?;
    let found = office.database().filing().file(communication.file, officer).await?;
    let found = found.ok_or(Error::NotFound)?;
    let standing = found.file.standing(officer, found.granted);
    permit(
        officer,
        Action::IssueCommunication,
        standing,
        Some(communication.file.0),
    )?;
    if communication.version != on.version {
        return Err(Error::Stale);
    }
    communication.must_be_issuable(officer).map_err(Error::refused)?;
    printable(office, &communication.wording.content)?;
    let series = IssueNumber::series(communication.file);
    let mut printed = Printed {
        number: IssueNumber {
            file: found.file.number,
            serial: office.database().coming_number(&series).await?,
        },
        date: office_day(stamp.at),
        rendered: String::new(),
        pages: 0,
        marks: VerificationMarks::of(&stamp.nonce),
    };
    let marks = Marks {
        url: office.verification_address(&printed.marks.token),
        printed: &printed,
    };
    let content = &communication.wording.content;
    let sheet = compose(office, content, communication.unit, Some(&marks)).await?;
    let template = office
        .database()
        .templates()
        .in_force(content.form, communication.unit)
        .await?;
    let typeset = office.press().print(sheet, template.as_ref()).await?;
    printed.rendered = hex::encode(Sha256::digest(&typeset.pdf));
    printed.pages = typeset.pages;
    let proof = Proof {
        addresses: addresses(office, content, communication.unit).await?,
        printed,
        template,
        typeset,
    };
    Ok((communication.file, proof))
}

//! To whom an issue goes: written down with the issue itself, in its transaction.

use super::answers::answered;
use super::deliver::enqueue;
use super::mail_out::enqueue_mail;
use crate::office::{Error, Work};
use daftar_domain::dispatch::{Address, Channel, DispatchRole, Mailing, NewDispatch, addressed, may_be_mailed};
use daftar_domain::drafting::{Content, Issue};
use daftar_domain::office::UnitId;
use daftar_persistence::dispatch::NewDispatches;

/// An issue that is about to go out.
pub(crate) struct Going<'g> {
    /// The issue.
    pub(crate) issue: &'g Issue,
    /// The unit that issued it.
    pub(crate) unit: UnitId,
    /// What it says.
    pub(crate) content: &'g Content,
    /// The addresses as printed: of the addressees, then of those who get copies.
    pub(crate) addresses: &'g [Address],
}

/// Writes down to whom an issue goes, and what it answers; those inside, and those who get
/// it by mail, get it after this transaction.
pub(crate) async fn send_out(work: &Work<'_>, going: &Going<'_>) -> Result<(), Error> {
    let content = going.content;
    if let Some(receipt) = content.in_reply_to {
        answered(work, receipt, going.issue.id).await?;
    }
    let new = new_dispatches(work, going);
    if new.is_empty() {
        return Ok(());
    }
    let all = NewDispatches {
        issue: going.issue,
        unit: going.unit,
        classification: content.classification,
        reply_due_on: content.reply_due_on,
        new: &new,
    };
    work.tx.dispatches().add(&all).await?;
    let issue = going.issue;
    work.record(&addressed(issue.id, issue.communication, issue.file, &new))
        .await?;
    if new.iter().any(|dispatch| dispatch.channel == Channel::Inside) {
        enqueue(work, issue.id).await?;
    }
    for dispatch in new.iter().filter(|dispatch| dispatch.mail.is_some()) {
        enqueue_mail(work, dispatch.id).await?;
    }
    Ok(())
}

fn new_dispatches(work: &Work<'_>, going: &Going<'_>) -> Vec<NewDispatch> {
    let content = going.content;
    let to = content.addressees.iter().map(|addressee| (DispatchRole::To, addressee));
    let copies = content.copies.iter().map(|addressee| (DispatchRole::Copy, addressee));
    let addresses = going
        .addresses
        .iter()
        .cloned()
        .chain(std::iter::repeat(Address::default()));
    let mailer = work.office().mailer();
    let mailer = mailer.filter(|_| may_be_mailed(content.classification));
    to.chain(copies)
        .zip(addresses)
        .map(|((role, addressee), address)| {
            let id = work.new_id();
            let channel = Channel::to(addressee, mailer.is_some());
            let mailer = mailer.filter(|_| channel == Channel::Email);
            NewDispatch {
                id,
                role,
                to: addressee.clone(),
                address,
                channel,
                mail: mailer.map(|mailer| Mailing::new(id, mailer.host(), work.now)),
            }
        })
        .collect()
}

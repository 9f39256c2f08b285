//! Dispatches and issues as readers get them.

use crate::office::{examples, words};
use crate::organisation::{PostRef, UnitRef};
use chrono::{DateTime, NaiveDate, Utc};
use daftar_application::dispatch::{self as letters, DispatchView, IssueView, ReplyLine, ReplyTo};
use daftar_domain::dispatch::{
    Acknowledgement, Address, Channel, Dispatch as Domain, DispatchAbility, DispatchRole, DispatchState, Failure,
    GivenBack, MailState, Mailing, NoMail, Progress, Proof, Reached, ReplyState, Sending,
};
use daftar_domain::drafting::Form;
use daftar_domain::office::Classification;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// An address as it was printed: what a label shows.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DispatchAddress {
    /// The lines in English.
    en: Vec<String>,
    /// The lines in Urdu.
    ur: Vec<String>,
}

impl From<Address> for DispatchAddress {
    fn from(address: Address) -> Self {
        Self {
            en: address.en,
            ur: address.ur,
        }
    }
}

/// Something that belongs into the envelope.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EnvelopeDocument {
    /// Its place, for `getDispatchDocument`: 1 is the letter.
    number: usize,
    /// What it is called.
    title: String,
}

/// The mail that carries it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DispatchMail {
    #[schema(value_type = words::DispatchMailState)]
    state: MailState,
    /// How often the office tried to hand it to its mail server.
    attempts: i32,
    /// When it tries next; null when it does not.
    #[schema(required = true)]
    next_at: Option<DateTime<Utc>>,
    /// Until when it tries.
    until: DateTime<Utc>,
    /// What the mail server said last, in its own words.
    #[schema(required = true)]
    said: Option<String>,
    /// When the mail server took it.
    #[schema(required = true)]
    accepted_at: Option<DateTime<Utc>>,
}

impl From<Mailing> for DispatchMail {
    fn from(mail: Mailing) -> Self {
        Self {
            state: mail.state,
            attempts: mail.attempts,
            next_at: mail.next_at,
            until: mail.until,
            said: mail.said,
            accepted_at: mail.accepted_at,
        }
    }
}

/// An issued communication on its way to one of those who are to have it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!(examples::dispatch()))]
pub(crate) struct Dispatch {
    id: Uuid,
    /// The number of the issue.
    #[schema(example = "F.8-2/2026-BUD/14")]
    number: String,
    /// The day that stands on it.
    issued_on: NaiveDate,
    #[schema(value_type = words::CommunicationForm)]
    form: Form,
    #[schema(value_type = words::Classification)]
    classification: Classification,
    /// Its subject; null where it is closely held and not the reader's to know.
    #[schema(required = true)]
    subject: Option<String>,
    /// Its place among those to whom it goes, from 1.
    ordinal: i32,
    #[schema(value_type = words::DispatchRole)]
    role: DispatchRole,
    /// The address as it was printed.
    address: DispatchAddress,
    /// Where e-mail would reach the addressee.
    #[schema(required = true)]
    email: Option<String>,
    /// The mail that carries it, or was to carry it; null where none does.
    #[schema(required = true)]
    mail: Option<DispatchMail>,
    /// Why it does not go by e-mail although the addressee has an address for that.
    #[schema(required = true, value_type = Option<words::NoMail>)]
    no_mail: Option<NoMail>,
    #[schema(value_type = words::DispatchChannel)]
    channel: Channel,
    #[schema(value_type = words::DispatchState)]
    state: DispatchState,
    /// Why it could not be delivered inside.
    #[schema(required = true, value_type = Option<words::DeliveryFailure>)]
    failure: Option<Failure>,
    /// Since when it lies with an addressee inside.
    #[schema(required = true)]
    delivered_at: Option<DateTime<Utc>>,
    /// Its number in the diary of the addressee's registry.
    #[schema(required = true)]
    diary_number: Option<String>,
    /// Who carries it.
    #[schema(required = true)]
    carrier: Option<String>,
    /// The consignment number, or that in the peon book.
    #[schema(required = true)]
    reference: Option<String>,
    /// The day on which it left.
    #[schema(required = true)]
    dispatched_on: Option<NaiveDate>,
    /// The day on which the addressee had it.
    #[schema(required = true)]
    acknowledged_on: Option<NaiveDate>,
    /// Who signed for it outside.
    #[schema(required = true)]
    acknowledged_by: Option<String>,
    /// Why it came back.
    #[schema(required = true)]
    return_reason: Option<String>,
    /// The day on which it came back.
    #[schema(required = true)]
    returned_on: Option<NaiveDate>,
    /// By when an answer is asked for.
    #[schema(required = true)]
    reply_due_on: Option<NaiveDate>,
    /// Since when an addressee inside has answered.
    #[schema(required = true)]
    answered_at: Option<DateTime<Utc>>,
    /// How often an addressee inside was reminded.
    reminders: i32,
    /// The letter and what goes along, where the reader is to put them into an envelope; only `getDispatch` tells them.
    documents: Vec<EnvelopeDocument>,
    /// Also the `ETag` of `getDispatch`.
    version: i64,
    /// What the acting post may do with it now.
    #[schema(value_type = Vec<words::DispatchPermission>)]
    can: Vec<DispatchAbility>,
}

/// What its state tells.
#[derive(Default)]
struct Told<'d> {
    failure: Option<Failure>,
    delivered_at: Option<DateTime<Utc>>,
    sending: Option<&'d Sending>,
    back: Option<&'d GivenBack>,
    acknowledgement: Option<&'d Acknowledgement>,
}

impl<'d> Told<'d> {
    fn of(dispatch: &'d Domain) -> Self {
        let mut told = Self::default();
        match &dispatch.progress {
            Progress::Waiting => {}
            Progress::Failed { reason, .. } => told.failure = Some(*reason),
            Progress::Delivered(delivery) => told.delivered_at = Some(delivery.at),
            Progress::Dispatched(sending) => told.sending = Some(sending),
            Progress::Returned { sending, back } => {
                told.sending = Some(sending);
                told.back = Some(back);
            }
            Progress::Acknowledged {
                reached,
                acknowledgement,
            } => {
                told.acknowledgement = Some(acknowledgement);
                match reached {
                    Reached::Delivered(delivery) => told.delivered_at = Some(delivery.at),
                    Reached::Sent(sending) => told.sending = Some(sending),
                }
            }
        }
        // A mail that its server never took has not left.
        if dispatch.channel == Channel::Email && dispatch.mail.as_ref().is_some_and(|mail| mail.accepted_at.is_none()) {
            told.sending = None;
        }
        told
    }
}

impl From<DispatchView> for Dispatch {
    fn from(view: DispatchView) -> Self {
        let line = view.line;
        let dispatch = &line.dispatch;
        let told = Told::of(dispatch);
        Self {
            id: dispatch.id.0,
            number: dispatch.number.clone(),
            issued_on: dispatch.issued_on,
            form: line.form,
            classification: line.classification,
            subject: view.subject,
            ordinal: dispatch.ordinal,
            role: dispatch.role,
            address: line.address.into(),
            email: line.email,
            mail: dispatch.mail.clone().map(Into::into),
            no_mail: view.no_mail,
            channel: dispatch.channel,
            state: dispatch.progress.state(),
            failure: told.failure,
            delivered_at: told.delivered_at,
            diary_number: view.diary_number,
            carrier: told.sending.and_then(|sending| sending.carrier.clone()),
            reference: told.sending.and_then(|sending| sending.reference.clone()),
            dispatched_on: told.sending.map(|sending| sending.on),
            acknowledged_on: told.acknowledgement.map(|known| known.on),
            acknowledged_by: told.acknowledgement.and_then(|known| known.by_whom.clone()),
            return_reason: told.back.map(|back| back.reason.clone()),
            returned_on: told.back.map(|back| back.on),
            reply_due_on: dispatch.reply_due_on,
            answered_at: dispatch.answered_at,
            reminders: dispatch.reminders,
            documents: view.documents.into_iter().map(Into::into).collect(),
            version: dispatch.version.0,
            can: view.can,
        }
    }
}

impl From<letters::DispatchDocument> for EnvelopeDocument {
    fn from(document: letters::DispatchDocument) -> Self {
        Self {
            number: document.number,
            title: document.title,
        }
    }
}

/// A page of dispatches.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DispatchPage {
    pub(super) items: Vec<Dispatch>,
    /// Where the next page starts, if there is one.
    #[schema(required = true)]
    pub(super) next_cursor: Option<String>,
}

/// An addressee in the issue register.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct IssueAddressee {
    #[schema(value_type = words::DispatchRole)]
    role: DispatchRole,
    address: DispatchAddress,
    #[schema(value_type = words::DispatchChannel)]
    channel: Channel,
    #[schema(value_type = words::DispatchState)]
    state: DispatchState,
    /// Since when an addressee inside has answered.
    #[schema(required = true)]
    answered_at: Option<DateTime<Utc>>,
}

/// A line of the issue register.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!(examples::issue_line()))]
pub(crate) struct IssueLine {
    id: Uuid,
    /// The communication; null where the reader may not see its file.
    #[schema(required = true)]
    communication_id: Option<Uuid>,
    #[schema(example = "F.8-2/2026-BUD/14")]
    number: String,
    /// The day that stands on it.
    issued_on: NaiveDate,
    #[schema(value_type = words::CommunicationForm)]
    form: Form,
    #[schema(value_type = words::Classification)]
    classification: Classification,
    /// Its subject; null where it is closely held and the reader may not see its file.
    #[schema(required = true)]
    subject: Option<String>,
    #[schema(required = true)]
    unit: Option<UnitRef>,
    /// The post that signed it.
    #[schema(required = true)]
    signed_by: Option<PostRef>,
    addressees: Vec<IssueAddressee>,
    /// By when an answer is asked for.
    #[schema(required = true)]
    reply_due_on: Option<NaiveDate>,
    /// How it stands with the answer; null where none is asked for.
    #[schema(required = true, value_type = Option<words::ReplyState>)]
    reply: Option<ReplyState>,
}

impl From<IssueView> for IssueLine {
    fn from(view: IssueView) -> Self {
        let line = view.line;
        let addressee = |(dispatch, address): (Domain, Address)| IssueAddressee {
            role: dispatch.role,
            address: address.into(),
            channel: dispatch.channel,
            state: dispatch.progress.state(),
            answered_at: dispatch.answered_at,
        };
        Self {
            id: line.id.0,
            communication_id: line.communication.map(|communication| communication.0),
            number: line.number,
            issued_on: line.issued_on,
            form: line.form,
            classification: line.classification,
            subject: line.subject,
            unit: view.unit.map(Into::into),
            signed_by: view.signed_by.map(Into::into),
            addressees: view.states.into_iter().map(addressee).collect(),
            reply_due_on: line.reply_due_on,
            reply: line.reply,
        }
    }
}

/// A page of the issue register, the latest line first.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct IssueLinePage {
    pub(super) items: Vec<IssueLine>,
    /// Where the next page starts, if there is one.
    #[schema(required = true)]
    pub(super) next_cursor: Option<String>,
}

/// An answer to an issue.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct IssueReply {
    /// The receipt; null where the reader may not see it.
    #[schema(required = true)]
    receipt_id: Option<Uuid>,
    /// Its number in the diary.
    diary_number: String,
    /// The day that it arrived.
    received_on: NaiveDate,
}

impl From<ReplyLine> for IssueReply {
    fn from(line: ReplyLine) -> Self {
        Self {
            receipt_id: line.receipt.map(|receipt| receipt.0),
            diary_number: line.diary_number,
            received_on: line.received_on,
        }
    }
}

/// What a receipt answers.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct InReplyTo {
    /// The number, as the paper says it.
    number: String,
    /// The communication; null where it is none of this office, or its file is not the reader's to see.
    #[schema(required = true)]
    communication_id: Option<Uuid>,
}

impl From<ReplyTo> for InReplyTo {
    fn from(to: ReplyTo) -> Self {
        Self {
            number: to.number,
            communication_id: to.communication.map(|communication| communication.0),
        }
    }
}

/// The issue of this office that a receipt was made of, and what its signature was found to be worth when it was delivered.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CameBy {
    /// The number of the issue.
    issue_number: String,
    /// SHA-256 of the signed document, hex.
    sha256: String,
    #[schema(value_type = words::DocumentProof)]
    verification: Proof,
    /// The post that signed, as it is called now.
    #[schema(required = true)]
    signed_by: Option<PostRef>,
    /// Who signed, by the certificate in the document.
    signer: String,
    /// When, as the signature says.
    signed_at: DateTime<Utc>,
    /// When the signature was looked at.
    verified_at: DateTime<Utc>,
}

impl From<letters::CameBy> for CameBy {
    fn from(came: letters::CameBy) -> Self {
        let arrival = came.arrival;
        Self {
            issue_number: arrival.number,
            sha256: arrival.sha256,
            verification: arrival.proof.proof,
            signed_by: came.signed_by.map(Into::into),
            signer: arrival.proof.signer,
            signed_at: arrival.proof.signed_at,
            verified_at: arrival.at,
        }
    }
}

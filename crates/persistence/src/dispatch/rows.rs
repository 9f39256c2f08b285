//! A dispatch as a row, and back. A row that matches no state of the domain is an inconsistency.

use crate::database::{Error, parse};
use chrono::NaiveDate;
use daftar_domain::dispatch::{
    Acknowledgement, Channel, Delivery, Dispatch, DispatchState, GivenBack, Mailing, Progress, Reached, Sending,
};
use daftar_domain::office::{
    CommunicationId, DispatchId, FileId, IssueId, PostId, ReceiptId, Timestamp, UnitId, Version,
};
use sea_orm::sea_query::{Asterisk, Expr, Query, SelectStatement};
use sea_orm::{FromQueryResult, QueryResult};
use uuid::Uuid;

pub(super) const TABLE: &str = "dispatches";

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    issue_id: Uuid,
    communication_id: Uuid,
    file_id: Uuid,
    unit_id: Uuid,
    number: String,
    issued_on: NaiveDate,
    ordinal: i32,
    role: String,
    addressee_post_id: Option<Uuid>,
    addressee_unit_id: Option<Uuid>,
    channel: String,
    reply_due_on: Option<NaiveDate>,
    state: String,
    failure: Option<String>,
    failed_at: Option<Timestamp>,
    receipt_id: Option<Uuid>,
    delivered_at: Option<Timestamp>,
    carrier: Option<String>,
    reference: Option<String>,
    dispatched_on: Option<NaiveDate>,
    dispatched_by: Option<Uuid>,
    acknowledged_on: Option<NaiveDate>,
    acknowledged_by: Option<String>,
    return_reason: Option<String>,
    returned_on: Option<NaiveDate>,
    answered_at: Option<Timestamp>,
    reminders: i32,
    reminded_at: Option<Timestamp>,
    mail_id: Option<String>,
    mail_state: Option<String>,
    mail_attempts: Option<i32>,
    mail_next_at: Option<Timestamp>,
    mail_until: Option<Timestamp>,
    mail_said: Option<String>,
    mail_accepted_at: Option<Timestamp>,
    version: i64,
}

/// All columns of dispatches.
pub(super) fn select() -> SelectStatement {
    Query::select().column((TABLE, Asterisk)).from(TABLE).to_owned()
}

pub(super) fn read(row: &QueryResult) -> Result<Dispatch, Error> {
    Row::from_query_result(row, "")?.into_dispatch()
}

/// A column that the row's state needs.
fn need<T>(value: Option<T>, column: &str) -> Result<T, Error> {
    value.ok_or_else(|| Error::Inconsistent {
        table: TABLE,
        problem: format!("{column} is missing"),
    })
}

impl Row {
    fn into_dispatch(self) -> Result<Dispatch, Error> {
        Ok(Dispatch {
            progress: self.progress()?,
            mail: self.mailing()?,
            id: DispatchId(self.id),
            issue: IssueId(self.issue_id),
            communication: CommunicationId(self.communication_id),
            file: FileId(self.file_id),
            unit: UnitId(self.unit_id),
            number: self.number,
            issued_on: self.issued_on,
            ordinal: self.ordinal,
            role: parse(TABLE, &self.role)?,
            post: self.addressee_post_id.map(PostId),
            to_unit: self.addressee_unit_id.map(UnitId),
            channel: parse(TABLE, &self.channel)?,
            reply_due_on: self.reply_due_on,
            answered_at: self.answered_at,
            reminders: self.reminders,
            reminded_at: self.reminded_at,
            version: Version(self.version),
        })
    }

    fn progress(&self) -> Result<Progress, Error> {
        Ok(match parse(TABLE, &self.state)? {
            DispatchState::Waiting => Progress::Waiting,
            DispatchState::Failed => Progress::Failed {
                reason: parse(TABLE, need(self.failure.as_deref(), "failure")?)?,
                at: need(self.failed_at, "failed_at")?,
            },
            DispatchState::Delivered => Progress::Delivered(self.delivery()?),
            DispatchState::Dispatched => Progress::Dispatched(self.sending()?),
            DispatchState::Returned => Progress::Returned {
                sending: self.sending()?,
                back: GivenBack {
                    reason: need(self.return_reason.clone(), "return_reason")?,
                    on: need(self.returned_on, "returned_on")?,
                },
            },
            DispatchState::Acknowledged => Progress::Acknowledged {
                reached: if self.receipt_id.is_some() {
                    Reached::Delivered(self.delivery()?)
                } else {
                    Reached::Sent(self.sending()?)
                },
                acknowledgement: Acknowledgement {
                    on: need(self.acknowledged_on, "acknowledged_on")?,
                    by_whom: self.acknowledged_by.clone(),
                },
            },
        })
    }

    fn delivery(&self) -> Result<Delivery, Error> {
        Ok(Delivery {
            receipt: ReceiptId(need(self.receipt_id, "receipt_id")?),
            at: need(self.delivered_at, "delivered_at")?,
        })
    }

    fn sending(&self) -> Result<Sending, Error> {
        Ok(Sending {
            channel: parse::<Channel>(TABLE, &self.channel)?,
            carrier: self.carrier.clone(),
            reference: self.reference.clone(),
            on: need(self.dispatched_on, "dispatched_on")?,
            by: self.dispatched_by.map(PostId),
        })
    }

    fn mailing(&self) -> Result<Option<Mailing>, Error> {
        let Some(message_id) = self.mail_id.clone() else {
            return Ok(None);
        };
        Ok(Some(Mailing {
            message_id,
            state: parse(TABLE, need(self.mail_state.as_deref(), "mail_state")?)?,
            attempts: need(self.mail_attempts, "mail_attempts")?,
            next_at: self.mail_next_at,
            until: need(self.mail_until, "mail_until")?,
            said: self.mail_said.clone(),
            accepted_at: self.mail_accepted_at,
        }))
    }
}

/// What the row of a dispatch says that may change. What happened stays written down when it goes on: a letter that goes
/// out again overwrites how it went out before, which the ledger keeps.
pub(super) fn changing(dispatch: &Dispatch) -> Vec<(&'static str, Expr)> {
    let mut columns: Vec<(&'static str, Expr)> = vec![
        ("channel", dispatch.channel.as_str().into()),
        ("state", dispatch.progress.state().as_str().into()),
        ("answered_at", dispatch.answered_at.into()),
        ("reminders", dispatch.reminders.into()),
        ("reminded_at", dispatch.reminded_at.into()),
        ("version", dispatch.version.0.into()),
    ];
    if let Some(mail) = &dispatch.mail {
        mailed(&mut columns, mail);
    }
    match &dispatch.progress {
        Progress::Waiting => {
            columns.push(("failure", None::<String>.into()));
            columns.push(("failed_at", None::<Timestamp>.into()));
        }
        Progress::Failed { reason, at } => {
            columns.push(("failure", reason.as_str().into()));
            columns.push(("failed_at", (*at).into()));
        }
        Progress::Delivered(delivery) => delivered(&mut columns, *delivery),
        Progress::Dispatched(sending) => {
            sent(&mut columns, sending);
            columns.push(("return_reason", None::<String>.into()));
            columns.push(("returned_on", None::<NaiveDate>.into()));
        }
        Progress::Returned { sending, back } => {
            sent(&mut columns, sending);
            columns.push(("return_reason", back.reason.as_str().into()));
            columns.push(("returned_on", back.on.into()));
        }
        Progress::Acknowledged {
            reached,
            acknowledgement,
        } => {
            match reached {
                Reached::Delivered(delivery) => delivered(&mut columns, *delivery),
                Reached::Sent(sending) => sent(&mut columns, sending),
            }
            columns.push(("acknowledged_on", acknowledgement.on.into()));
            columns.push(("acknowledged_by", acknowledgement.by_whom.as_deref().into()));
        }
    }
    columns
}

fn delivered(columns: &mut Vec<(&'static str, Expr)>, delivery: Delivery) {
    columns.push(("receipt_id", delivery.receipt.0.into()));
    columns.push(("delivered_at", delivery.at.into()));
}

fn sent(columns: &mut Vec<(&'static str, Expr)>, sending: &Sending) {
    columns.push(("carrier", sending.carrier.as_deref().into()));
    columns.push(("reference", sending.reference.as_deref().into()));
    columns.push(("dispatched_on", sending.on.into()));
    columns.push(("dispatched_by", sending.by.map(|post| post.0).into()));
}

/// How it stands with the mail; its id and until when it is tried never change.
fn mailed(columns: &mut Vec<(&'static str, Expr)>, mail: &Mailing) {
    columns.push(("mail_state", mail.state.as_str().into()));
    columns.push(("mail_attempts", mail.attempts.into()));
    columns.push(("mail_next_at", mail.next_at.into()));
    columns.push(("mail_said", mail.said.as_deref().into()));
    columns.push(("mail_accepted_at", mail.accepted_at.into()));
}

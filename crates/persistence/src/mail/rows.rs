//! A mail as a row.

use crate::database::{Error, parse};
use daftar_domain::correspondence::Remark;
use daftar_domain::mail::{Mail, MailState, MailStateWord, SetAside};
use daftar_domain::office::{MailId, PersonId, ReceiptId, Timestamp, UnitId, Version};
use sea_orm::FromQueryResult;
use uuid::Uuid;

pub(super) const TABLE: &str = "mails";

#[derive(FromQueryResult)]
pub(super) struct Row {
    id: Uuid,
    registry_id: Uuid,
    sha256: String,
    state: String,
    receipt_id: Option<Uuid>,
    reason: Option<String>,
    remark: Option<String>,
    set_aside_by: Option<Uuid>,
    set_aside_at: Option<Timestamp>,
    version: i64,
}

impl Row {
    pub(super) fn read(self) -> Result<Mail, Error> {
        Ok(Mail {
            state: self.state()?,
            id: MailId(self.id),
            registry: UnitId(self.registry_id),
            sha256: self.sha256,
            version: Version(self.version),
        })
    }

    fn state(&self) -> Result<MailState, Error> {
        let missing = |column: &str| Error::Inconsistent {
            table: TABLE,
            problem: format!("{} has no {column}", self.id),
        };
        Ok(match parse(TABLE, &self.state)? {
            MailStateWord::Waiting => MailState::Waiting,
            MailStateWord::Report => MailState::Report,
            MailStateWord::Diarised => {
                MailState::Diarised(ReceiptId(self.receipt_id.ok_or_else(|| missing("receipt_id"))?))
            }
            MailStateWord::SetAside => MailState::SetAside(SetAside {
                reason: parse(TABLE, self.reason.as_deref().ok_or_else(|| missing("reason"))?)?,
                remark: self.remark.clone().map(Remark::stored),
                by: PersonId(self.set_aside_by.ok_or_else(|| missing("set_aside_by"))?),
                at: self.set_aside_at.ok_or_else(|| missing("set_aside_at"))?,
            }),
        })
    }
}

/// The columns that say where a mail stands.
#[derive(Default)]
pub(super) struct Stands<'s> {
    pub(super) receipt: Option<Uuid>,
    pub(super) reason: Option<&'static str>,
    pub(super) remark: Option<&'s str>,
    pub(super) by: Option<Uuid>,
    pub(super) at: Option<Timestamp>,
}

impl<'s> Stands<'s> {
    pub(super) fn of(state: &'s MailState) -> Self {
        match state {
            MailState::Waiting | MailState::Report => Self::default(),
            MailState::Diarised(receipt) => Self {
                receipt: Some(receipt.0),
                ..Self::default()
            },
            MailState::SetAside(aside) => Self {
                receipt: None,
                reason: Some(aside.reason.as_str()),
                remark: aside.remark.as_ref().map(Remark::as_str),
                by: Some(aside.by.0),
                at: Some(aside.at),
            },
        }
    }
}

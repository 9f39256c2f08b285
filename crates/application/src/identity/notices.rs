//! What happened to one's account, from the ledger, until one has acknowledged it.

use super::session::himself;
use crate::office::{Error, Office};
use crate::organisation::PersonRef;
use daftar_domain::identity::NOTICE_KINDS;
use daftar_domain::ledger::{EventKind, Module};
use daftar_domain::office::{EntryId, PersonId, Timestamp};
use daftar_persistence::ledger::{LedgerFilter, LedgerRow};
use daftar_persistence::{Cursor, Page};
use serde_json::Value;
use std::collections::HashMap;

/// Something that happened to one's account.
#[derive(Debug, Clone)]
pub struct Notice {
    /// The entry of the ledger.
    pub id: EntryId,
    /// When.
    pub at: Timestamp,
    /// What.
    pub kind: EventKind,
    /// Who did it; nobody for the system itself.
    pub by: Option<PersonRef>,
    /// What the passkey is called that it is about.
    pub passkey: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

/// What has happened to one's account since one last acknowledged, the latest first.
pub async fn my_notices(
    office: &Office,
    person: PersonId,
    after: Option<&Cursor>,
    limit: u64,
) -> Result<Page<Notice>, Error> {
    let identity = office.database().identity();
    let filter = LedgerFilter {
        since: identity.notices_read_up_to(person).await?,
        after: after.map(Cursor::unpack).transpose()?,
        limit,
        ..about(person)
    };
    let page = office.database().ledger().page(&filter).await?;
    let kept = identity.passkeys_of(person).await?.into_iter();
    let names: HashMap<String, String> = kept
        .map(|kept| (kept.passkey.id.to_string(), kept.passkey.name))
        .collect();
    let next = page.next;
    let notices = page.items.into_iter().map(|row| notice(row, &names));
    Ok(Page {
        items: notices.collect::<Result<_, _>>()?,
        next,
    })
}

fn about(person: PersonId) -> LedgerFilter {
    LedgerFilter {
        module: Some(Module::Identity),
        subject: Some(person.0),
        kinds: NOTICE_KINDS,
        ..LedgerFilter::default()
    }
}

fn notice(row: LedgerRow, names: &HashMap<String, String>) -> Result<Notice, Error> {
    let body: Value = serde_json::from_str(&row.body).map_err(|error| Error::Internal(error.to_string()))?;
    let content = |name: &str| body["content"][name].as_str().map(str::to_owned);
    Ok(Notice {
        id: row.id,
        at: row.at,
        kind: row.kind.parse().map_err(|error| Error::Internal(format!("{error}")))?,
        by: row
            .person
            .map(|(id, name_en, name_ur)| PersonRef { id, name_en, name_ur }),
        passkey: content("passkey").and_then(|id| names.get(&id).cloned()),
        reason: content("reason"),
    })
}

/// Acknowledges what one was told, up to and with a notice.
///
/// # Errors
/// `notice-unknown` where it is none of one's own.
pub async fn acknowledge_notices(office: &Office, person: PersonId, up_to: EntryId) -> Result<(), Error> {
    let filter = LedgerFilter {
        entry: Some(up_to),
        limit: 1,
        ..about(person)
    };
    if office.database().ledger().page(&filter).await?.items.is_empty() {
        return Err(Error::field("/up_to", "notice-unknown"));
    }
    office
        .act_as(himself(person), None, async |work| {
            let identity = work.tx.identity();
            Ok(identity.acknowledge_notices(person, up_to, work.now).await?)
        })
        .await
}

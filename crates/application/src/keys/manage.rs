//! Replacing the keys that seal the secrets of the database, while the office is open.

use super::BATCH;
use super::error::KeyError;
use super::ring::KeyRing;
use crate::office::{Error, Office};
use daftar_domain::keys::{self as rules, KeyKind, KeyRefusal};
use daftar_domain::ledger::{Actor, EventKind};
use daftar_domain::office::EncryptionKeyId;
use daftar_persistence::keys::{SEALED, SealedColumn, SealedRow};
use daftar_persistence::ledger::LedgerFilter;
use secrecy::ExposeSecret as _;
use std::collections::BTreeMap;
use uuid::Uuid;

/// A key, and what depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyLine {
    /// Its id.
    pub id: EncryptionKeyId,
    /// Where it lies; `None` where secrets name it and it is nowhere.
    pub lies_in: Option<KeyKind>,
    /// Whether new secrets are sealed with it.
    pub current: bool,
    /// How many secrets of the database need it.
    pub seals: u64,
}

/// All keys, the current one first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyList {
    /// The keys.
    pub keys: Vec<KeyLine>,
    /// Texts in the place of secrets that name no key.
    pub nameless: u64,
}

/// What came of sealing the secrets anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resealed {
    /// The key that seals them now.
    pub key: EncryptionKeyId,
    /// How many were sealed anew.
    pub sealed: u64,
    /// How many do not open with any key, and were left as they are.
    pub unopened: u64,
}

/// The keys that seal secrets, and how many each.
pub async fn list_keys(office: &Office) -> Result<KeyList, Error> {
    let held = office.key_ring().held().await?;
    let (current, _) = office.key_ring().current().await?;
    let mut seals: BTreeMap<EncryptionKeyId, u64> = BTreeMap::new();
    let mut nameless = 0;
    for column in SEALED {
        for count in office.database().keys().sealed_counts(column).await? {
            match count.key {
                Some(key) => *seals.entry(key).or_default() += count.secrets,
                None => nameless += count.secrets,
            }
        }
    }
    let here = held.iter().map(|(id, lies_in)| KeyLine {
        id: *id,
        lies_in: Some(*lies_in),
        current: *id == current,
        seals: seals.remove(id).unwrap_or_default(),
    });
    let mut keys: Vec<KeyLine> = here.collect();
    keys.extend(seals.into_iter().map(|(id, seals)| KeyLine {
        id,
        lies_in: None,
        current: false,
        seals,
    }));
    Ok(KeyList { keys, nameless })
}

/// Makes a new key and seals every secret anew with it. Cut short, [`reseal_secrets`] goes on where it was.
pub async fn rotate_keys(office: &Office) -> Result<Resealed, Error> {
    let key = office.key_ring().add().await?;
    tracing::info!(%key, "there is a new key");
    announce(office).await?;
    reseal_secrets(office).await
}

/// Seals every secret with the current key that another one seals: after a rotation that was cut short, or when the
/// current key lies in another place than before. Those of the server that come meanwhile are found too.
pub async fn reseal_secrets(office: &Office) -> Result<Resealed, Error> {
    let key = office.key_ring().current().await?.0;
    let mut done = Resealed {
        key,
        sealed: 0,
        unopened: 0,
    };
    loop {
        let before = done.sealed;
        done.unopened = 0;
        for column in SEALED {
            reseal_column(office, column, &mut done).await?;
        }
        if done.sealed == before {
            return Ok(done);
        }
    }
}

async fn reseal_column(office: &Office, column: &SealedColumn, done: &mut Resealed) -> Result<(), Error> {
    let mut after: Option<Uuid> = None;
    loop {
        let keys = office.database().keys();
        let rows = keys.sealed_otherwise(column, done.key, after, BATCH).await?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = Some(last.row);
        announce(office).await?;
        let mut anew = Vec::with_capacity(rows.len());
        for row in rows {
            match seal_anew(office.key_ring(), &row).await? {
                Some(sealed) => anew.push((row, sealed)),
                None => done.unopened += 1,
            }
        }
        done.sealed += replace(office, column, &anew).await?;
        tracing::info!(table = column.table, sealed = done.sealed, "sealed anew");
    }
}

/// The same secret under the current key; `None` where it does not open.
async fn seal_anew(ring: &KeyRing, row: &SealedRow) -> Result<Option<String>, Error> {
    match ring.try_open(&row.aad, &row.sealed).await {
        Ok(secret) => Ok(Some(ring.seal(&row.aad, secret.expose_secret()).await?)),
        Err(error @ (KeyError::Unopened(_) | KeyError::Unknown(_))) => {
            tracing::error!(secret = row.aad, %error, "a secret was left as it is");
            Ok(None)
        }
        Err(error) => Err(error.into()),
    }
}

/// Puts secrets in the place of what the database had; one that has changed meanwhile is left alone.
async fn replace(office: &Office, column: &SealedColumn, anew: &[(SealedRow, String)]) -> Result<u64, Error> {
    office
        .act_as(Actor::SYSTEM, None, async |work| {
            let mut replaced = 0;
            for (row, sealed) in anew {
                replaced += u64::from(work.tx.keys().replace_sealed(column, row, sealed).await?);
            }
            Ok(replaced)
        })
        .await
}

/// Writes into the ledger that the current key took the place of the others, if that is not yet there.
async fn announce(office: &Office) -> Result<(), Error> {
    let (key, lies_in) = office.key_ring().current().await?;
    let entry = LedgerFilter {
        subject: Some(key.0),
        kind: Some(EventKind::KeyEncryptionKeyRotated),
        limit: 1,
        ..LedgerFilter::default()
    };
    if !office.database().ledger().page(&entry).await?.items.is_empty() {
        return Ok(());
    }
    let list = list_keys(office).await?;
    let previous: Vec<EncryptionKeyId> = list
        .keys
        .iter()
        .filter(|line| !line.current)
        .map(|line| line.id)
        .collect();
    office
        .act_as(Actor::SYSTEM, None, async |work| {
            work.record(&rules::key_rotated(key, lies_in, &previous)).await?;
            Ok(())
        })
        .await
}

/// Destroys a key that no secret needs any more.
pub async fn retire_key(office: &Office, id: EncryptionKeyId) -> Result<(), Error> {
    let ring = office.key_ring();
    let (current, _) = ring.current().await?;
    let held = ring.held().await?;
    let key = held.iter().find(|(held, _)| *held == id);
    let (_, lies_in) = *key.ok_or_else(|| Error::refused(KeyRefusal::KeyUnknown))?;
    office
        .act_as(Actor::SYSTEM, None, async |work| {
            let keys = work.tx.keys();
            let mut seals = 0;
            for column in SEALED {
                keys.hold_still(column).await?;
                let counts = keys.sealed_counts(column).await?;
                seals += counts
                    .iter()
                    .filter(|count| count.key == Some(id))
                    .map(|count| count.secrets)
                    .sum::<u64>();
            }
            let event = rules::retire_key(id, current, seals).map_err(Error::refused)?;
            work.record(&event).await?;
            // Last, so that nothing is destroyed when the rest fails. Done twice, it is no matter.
            ring.remove(id, lies_in).await?;
            Ok(())
        })
        .await
}

//! What administrators do about other people's factors: they approve, revoke, and reset; never their own.

use crate::office::{Error, Idempotency, Office, Work, permit};
use crate::organisation::{PersonRef, done};
use daftar_domain::access::{Action, Officer, Standing};
use daftar_domain::identity::{IdentityRefusal, Passkey, PasskeyState, RevocationReason, factors_reset};
use daftar_domain::office::{Act, PasskeyId, PersonId, Version};
use daftar_persistence::identity::KeptPasskey;
use daftar_persistence::{Cursor, Page};

/// A passkey in the list of administrators.
#[derive(Debug, Clone)]
pub struct PasskeyLine {
    /// The passkey.
    pub kept: KeptPasskey,
    /// Its owner.
    pub owner: PersonRef,
}

/// Passkeys of everybody, the oldest first.
pub async fn list_passkeys(
    office: &Office,
    officer: &Officer,
    state: Option<PasskeyState>,
    after: Option<&Cursor>,
    limit: u64,
) -> Result<Page<PasskeyLine>, Error> {
    permit(officer, Action::ManageOrganisation, Standing::GENERAL, None)?;
    let after = after.map(Cursor::unpack::<PasskeyId>).transpose()?;
    let database = office.database();
    let page = database.identity().passkey_page(state, after, limit).await?;
    let owners = page.items.iter().map(|kept| kept.passkey.person);
    let owners = database.organisation().person_refs(owners).await?;
    let lines = page.items.into_iter().filter_map(|kept| {
        let owner = owners.get(&kept.passkey.person)?.clone();
        Some(PasskeyLine { kept, owner })
    });
    Ok(Page {
        items: lines.collect(),
        next: page.next,
    })
}

/// Approves a passkey of somebody else: from now on it signs him in, and signs.
///
/// # Errors
/// `own-passkey`; `passkey-approved`; `passkey-revoked`.
pub async fn approve_passkey(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    id: PasskeyId,
    seen: Version,
) -> Result<Act, Error> {
    office
        .act(officer, once, async |work| {
            let passkey = somebodys(work, officer, id, seen).await?;
            let (passkey, event) = passkey.approve(officer.person, work.now).map_err(Error::refused)?;
            work.tx.identity().save_passkey(&passkey, seen).await?;
            done(work, id.0, passkey.version, &event).await
        })
        .await
}

/// Revokes a passkey, for ever.
///
/// # Errors
/// `passkey-revoked`.
pub async fn revoke_passkey(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    id: PasskeyId,
    seen: Version,
    reason: RevocationReason,
) -> Result<Act, Error> {
    office
        .act(officer, once, async |work| {
            let passkey = somebodys(work, officer, id, seen).await?;
            let (passkey, event) = passkey
                .revoke(Some(officer.person), reason, work.now)
                .map_err(Error::refused)?;
            work.tx.identity().save_passkey(&passkey, seen).await?;
            done(work, id.0, passkey.version, &event).await
        })
        .await
}

async fn somebodys(work: &Work<'_>, officer: &Officer, id: PasskeyId, seen: Version) -> Result<Passkey, Error> {
    work.permit(officer, Action::ManageOrganisation, Standing::GENERAL, Some(id.0))?;
    let kept = work.tx.identity().lock_passkey(id).await?.ok_or(Error::NotFound)?;
    if kept.passkey.version == seen {
        Ok(kept.passkey)
    } else {
        Err(Error::Stale)
    }
}

/// Takes all second factors from somebody who lost them, and ends his sessions. He comes in with his password, and must
/// enrol anew where he must have a factor.
///
/// # Errors
/// `own-factors`.
pub async fn reset_factors(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    person: PersonId,
    reason: RevocationReason,
) -> Result<Act, Error> {
    office
        .act(officer, once, async |work| {
            work.permit(officer, Action::ManageOrganisation, Standing::GENERAL, Some(person.0))?;
            let somebody = work.tx.organisation().person(person).await?.ok_or(Error::NotFound)?;
            if person == officer.person {
                return Err(Error::refused(IdentityRefusal::OwnFactors));
            }
            let identity = work.tx.identity();
            identity.remove_totp(person).await?;
            identity.replace_recovery_codes(person, &[], work.now).await?;
            for kept in identity.passkeys_of(person).await? {
                revoke_with_all(work, officer, kept.passkey, reason).await?;
            }
            identity.revoke_sessions_of(person, work.now).await?;
            done(work, person.0, somebody.version, &factors_reset(person, reason)).await
        })
        .await
}

async fn revoke_with_all(
    work: &Work<'_>,
    officer: &Officer,
    passkey: Passkey,
    reason: RevocationReason,
) -> Result<(), Error> {
    if passkey.state == PasskeyState::Revoked {
        return Ok(());
    }
    let seen = passkey.version;
    let (passkey, event) = passkey
        .revoke(Some(officer.person), reason, work.now)
        .map_err(Error::refused)?;
    work.tx.identity().save_passkey(&passkey, seen).await?;
    work.record(&event).await?;
    Ok(())
}

//! Lists of revoked certificates: made anew when something was revoked, and before they expire.

use super::authority::list_url;
use super::{internal, opened, read_certificate, signs};
use crate::office::{Error, Office, Work};
use daftar_documents::pki::{Certificate, Crl, Issuer, Revoked, RevokedFor, Serial, Term};
use daftar_domain::certificates::{
    AuthorityKind, LIST_DAYS, OfficerCertificate, ROOT_LIST_DAYS, RevocationReason, is_list_due,
};
use daftar_domain::ledger::Actor;
use daftar_persistence::certificates::{KeptAuthority, KeptList};
use p256::ecdsa::SigningKey;

/// The job that makes the next list of the issuing authority.
pub const LIST_JOB: &str = "certificate_list";

/// Makes the next list of the issuing authority: something was revoked.
pub async fn make_list(office: &Office) -> Result<(), Error> {
    office
        .act_as(Actor::SYSTEM, None, async |work| {
            let issuing = work.tx.certificates().current_authority(AuthorityKind::Issuing).await?;
            let made = match issuing {
                Some(issuing) => next_list(work, &issuing).await?.is_some(),
                None => true,
            };
            // What was revoked may not be on the other's list: the job is tried again.
            if made { Ok(()) } else { Err(Error::Stale) }
        })
        .await
}

/// Renews the lists that would expire. Run now and then; running it twice does no harm.
pub async fn renew_lists(office: &Office) -> Result<(), Error> {
    for kind in [AuthorityKind::Root, AuthorityKind::Issuing] {
        let kept = office.database().certificates().current_authority(kind).await?;
        let due = kept.filter(|kept| kept.sealed_secret.is_some() && is_due(kept, office));
        if due.is_some() {
            office
                .act_as(Actor::SYSTEM, None, async |work| renew(work, kind).await)
                .await?;
        }
    }
    Ok(())
}

fn is_due(kept: &KeptAuthority, office: &Office) -> bool {
    let list = kept.list.as_ref();
    list.is_none_or(|list| is_list_due(list.from, list.until, office.now()))
}

async fn renew(work: &Work<'_>, kind: AuthorityKind) -> Result<(), Error> {
    let kept = work.tx.certificates().current_authority(kind).await?;
    if let Some(kept) = kept.filter(|kept| is_due(kept, work.office())) {
        next_list(work, &kept).await?;
    }
    Ok(())
}

/// The next list of an authority; nothing, when another process was faster and has made it.
pub(super) async fn next_list(work: &Work<'_>, kept: &KeptAuthority) -> Result<Option<KeptList>, Error> {
    let certificates = work.tx.certificates();
    let revoked = certificates.revoked_certificates(kept.authority.id, work.now).await?;
    let revoked = revoked.iter().filter_map(on_list).collect::<Vec<_>>();
    let number = kept.list.as_ref().map_or(0, |list| list.number) + 1;
    let certificate = read_certificate(&kept.authority.certificate)?;
    let days = match kept.authority.kind {
        AuthorityKind::Root => ROOT_LIST_DAYS,
        AuthorityKind::Issuing => LIST_DAYS,
    };
    let list = signed(work, &certificate, (number, days), &revoked, &opened(work, kept).await?)?;
    let first = certificates.save_list(kept.authority.id, &list).await?;
    Ok(first.then_some(list))
}

/// The first list of a new authority, with nothing on it.
pub(super) fn first_list(
    work: &Work<'_>,
    certificate: &Certificate,
    days: i64,
    secret: &SigningKey,
) -> Result<KeptList, Error> {
    signed(work, certificate, (1, days), &[], secret)
}

fn signed(
    work: &Work<'_>,
    certificate: &Certificate,
    (number, days): (i64, i64),
    revoked: &[Revoked],
    secret: &SigningKey,
) -> Result<KeptList, Error> {
    let url = list_url(work.office(), AuthorityKind::Issuing);
    let issuer = Issuer::new(certificate, &url).map_err(internal)?;
    let counted = u64::try_from(number).unwrap_or_default();
    let term = Term::days(work.now, days);
    let list = issuer.crl(counted, term, revoked, signs(secret)).map_err(internal)?;
    kept(number, &list)
}

fn kept(number: i64, list: &Crl) -> Result<KeptList, Error> {
    let untimed = || Error::Internal("a list without its times".to_owned());
    Ok(KeptList {
        number,
        der: list.der().to_vec(),
        from: list.this_update().ok_or_else(untimed)?,
        until: list.next_update().ok_or_else(untimed)?,
    })
}

fn on_list(certificate: &OfficerCertificate) -> Option<Revoked> {
    Some(Revoked {
        serial: Serial::from_hex(&certificate.serial)?,
        at: certificate.revoked_at?,
        reason: match certificate.reason? {
            RevocationReason::KeyRetired => RevokedFor::KeyCompromise,
            RevocationReason::ChargeEnded => RevokedFor::AffiliationChanged,
            RevocationReason::AccountClosed => RevokedFor::CessationOfOperation,
        },
    })
}

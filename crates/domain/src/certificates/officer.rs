//! Officers' certificates: who gets a new one, and when one is revoked.

use super::CertificateRefusal;
use crate::ledger::{Event, EventKind, Module, SubjectKind};
use crate::office::{AuthorityId, CertificateId, PersonId, PostId, SigningKeyId, Timestamp, vocabulary};
use chrono::TimeDelta;
use serde_json::{Value, json};

/// How long an officer's certificate is good for: two years.
pub const OFFICER_DAYS: i64 = 730;

/// A certificate that is good for less than this is renewed when it is needed next.
const RENEWED: TimeDelta = TimeDelta::days(30);

vocabulary! {
    /// Why a certificate was revoked.
    RevocationReason {
        /// The key signs no more.
        KeyRetired = "key_retired",
        /// The officer does not hold the post any more.
        ChargeEnded = "charge_ended",
        /// The officer's account was closed.
        AccountClosed = "account_closed",
    }
}

/// Who asks for a certificate: an officer in a post, with the key that he signs with now, by their names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The officer.
    pub person: PersonId,
    /// The post.
    pub post: PostId,
    /// His key.
    pub key: SigningKeyId,
    /// His name, as a certificate shows it.
    pub name: String,
    /// The post's title.
    pub title: String,
    /// The unit's name.
    pub unit: String,
}

/// A certificate that the office issued to an officer in a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficerCertificate {
    /// Its id.
    pub id: CertificateId,
    /// Who issued it.
    pub authority: AuthorityId,
    /// Its number, hex.
    pub serial: String,
    /// Whose it is.
    pub holder: Holder,
    /// DER.
    pub certificate: Vec<u8>,
    /// From when it is good.
    pub not_before: Timestamp,
    /// Until when.
    pub not_after: Timestamp,
    /// Since when it is revoked.
    pub revoked_at: Option<Timestamp>,
    /// Why.
    pub reason: Option<RevocationReason>,
}

/// Why an officer needs a new certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// He has none in this post, or it was revoked.
    None,
    /// He signs with another key now.
    KeyChanged,
    /// He, his post or its unit has another name now.
    NameChanged,
    /// Another authority certifies now.
    AuthorityChanged,
    /// It ends soon.
    EndsSoon,
}

/// Why the officer needs a new certificate; `None` while the latest one of this post will do.
pub fn need(
    latest: Option<&OfficerCertificate>,
    holder: &Holder,
    authority: AuthorityId,
    authority_ends: Timestamp,
    now: Timestamp,
) -> Option<Need> {
    let Some(latest) = latest.filter(|latest| latest.revoked_at.is_none()) else {
        return Some(Need::None);
    };
    if latest.holder.person != holder.person || latest.holder.post != holder.post {
        return Some(Need::None);
    }
    if latest.holder.key != holder.key {
        return Some(Need::KeyChanged);
    }
    if latest.holder != *holder {
        return Some(Need::NameChanged);
    }
    if latest.authority != authority {
        return Some(Need::AuthorityChanged);
    }
    // One that ends with its authority is not renewed by the same one: the next would end no later.
    let ends_soon = latest.not_after - now < RENEWED && latest.not_after < authority_ends;
    (ends_soon || latest.not_after <= now).then_some(Need::EndsSoon)
}

impl OfficerCertificate {
    /// What the ledger keeps of it: `digest` is SHA-256 of the certificate, hex.
    pub fn issued(&self, digest: &str) -> Event {
        self.event(
            EventKind::CertificateIssued,
            json!({
                "id": self.id,
                "serial": self.serial,
                "post": self.holder.post,
                "key": self.holder.key,
                "certificate": digest,
                "not_before": self.not_before,
                "not_after": self.not_after,
            }),
        )
    }

    /// It counts no more from now on; what was signed before stays signed.
    pub fn revoke(self, reason: RevocationReason, now: Timestamp) -> Result<(Self, Event), CertificateRefusal> {
        if self.revoked_at.is_some() {
            return Err(CertificateRefusal::CertificateRevoked);
        }
        let content = json!({ "id": self.id, "serial": self.serial, "post": self.holder.post, "reason": reason });
        let event = self.event(EventKind::CertificateRevoked, content);
        let revoked = Self {
            revoked_at: Some(now),
            reason: Some(reason),
            ..self
        };
        Ok((revoked, event))
    }

    fn event(&self, kind: EventKind, content: Value) -> Event {
        let person = self.holder.person.0;
        Event::new(Module::Certificates, kind, SubjectKind::Person, person, content)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;
    use uuid::Uuid;

    const AUTHORITY: AuthorityId = AuthorityId(Uuid::from_u128(9));

    fn now() -> Timestamp {
        DateTime::from_timestamp(1_790_000_000, 0).unwrap()
    }

    fn ends() -> Timestamp {
        now() + TimeDelta::days(1800)
    }

    fn holder() -> Holder {
        Holder {
            person: PersonId(Uuid::from_u128(1)),
            post: PostId(Uuid::from_u128(2)),
            key: SigningKeyId(Uuid::from_u128(3)),
            name: "Ayesha Khan".to_owned(),
            title: "Section Officer".to_owned(),
            unit: "Irrigation".to_owned(),
        }
    }

    fn certificate() -> OfficerCertificate {
        OfficerCertificate {
            id: CertificateId(Uuid::from_u128(4)),
            authority: AUTHORITY,
            serial: "40".repeat(16),
            holder: holder(),
            certificate: vec![0x30],
            not_before: now(),
            not_after: now() + TimeDelta::days(OFFICER_DAYS),
            revoked_at: None,
            reason: None,
        }
    }

    fn asked(latest: Option<&OfficerCertificate>, holder: &Holder, days: i64) -> Option<Need> {
        need(latest, holder, AUTHORITY, ends(), now() + TimeDelta::days(days))
    }

    #[test]
    fn a_good_certificate_is_used_again() {
        assert_eq!(asked(Some(&certificate()), &holder(), 0), None);
        assert_eq!(asked(Some(&certificate()), &holder(), OFFICER_DAYS - 31), None);
    }

    #[test]
    fn a_new_one_is_needed_for_another_key_or_name_or_authority_and_before_it_ends() {
        assert_eq!(asked(None, &holder(), 0), Some(Need::None));
        let (revoked, _) = certificate().revoke(RevocationReason::ChargeEnded, now()).unwrap();
        assert_eq!(asked(Some(&revoked), &holder(), 0), Some(Need::None));
        let key = SigningKeyId(Uuid::from_u128(5));
        assert_eq!(
            asked(Some(&certificate()), &Holder { key, ..holder() }, 0),
            Some(Need::KeyChanged)
        );
        for renamed in [
            Holder {
                name: "Ayesha Ali".to_owned(),
                ..holder()
            },
            Holder {
                title: "Deputy Secretary".to_owned(),
                ..holder()
            },
            Holder {
                unit: "Energy".to_owned(),
                ..holder()
            },
        ] {
            assert_eq!(asked(Some(&certificate()), &renamed, 0), Some(Need::NameChanged));
        }
        let other = need(Some(&certificate()), &holder(), AuthorityId(Uuid::nil()), ends(), now());
        assert_eq!(other, Some(Need::AuthorityChanged));
        assert_eq!(
            asked(Some(&certificate()), &holder(), OFFICER_DAYS - 29),
            Some(Need::EndsSoon)
        );
    }

    #[test]
    fn one_that_ends_with_its_authority_is_not_renewed_by_it() {
        let soon = certificate().not_after - TimeDelta::days(3);
        assert_eq!(
            need(
                Some(&certificate()),
                &holder(),
                AUTHORITY,
                certificate().not_after,
                soon
            ),
            None
        );
    }

    #[test]
    fn it_is_revoked_once_and_the_ledger_has_its_number_and_no_name() {
        let (revoked, event) = certificate().revoke(RevocationReason::KeyRetired, now()).unwrap();
        assert_eq!(revoked.reason, Some(RevocationReason::KeyRetired));
        assert_eq!(event.content["serial"], certificate().serial);
        assert_eq!(
            revoked.revoke(RevocationReason::ChargeEnded, now()).unwrap_err(),
            CertificateRefusal::CertificateRevoked
        );
        let issued = certificate().issued("00");
        assert!(!issued.content.to_string().contains("Ayesha") && issued.words.is_none());
    }
}

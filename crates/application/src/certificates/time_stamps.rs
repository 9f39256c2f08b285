//! Time stamps of an authority of others (RFC 3161): when a signature was there, said by somebody else than the office.
//!
//! The authority is asked over the network, so before the transaction that issues. What it stamps is the finished signature;
//! what the stamp will be checked with is covered by that signature, and so must be known earlier. An authority is
//! therefore learnt from a stamp of a random number first, and anew each hour.

use super::issue::begin_document;
use crate::office::{Error, Office, Work};
use daftar_documents::pades::{Begun, SealError, StampError, StampQuery, Stamper, TimeStamp};
use daftar_documents::pki::{Certificate, Crl};
use daftar_domain::access::Officer;
use daftar_domain::office::{CertificateId, Timestamp};
use futures_util::future::BoxFuture;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::time::{Instant, timeout, timeout_at};

/// The longest list of revoked certificates that a document takes in, in bytes: every letter carries it.
pub const LONGEST_LIST: usize = 128 * 1024;
/// How long such a list is waited for: a stamp is worth something without it.
const LIST_PATIENCE: Duration = Duration::from_secs(1);
/// For how long an authority is taken to be as it was.
const LEARNT_FOR: chrono::Duration = chrono::Duration::hours(1);
/// For how long one that failed is not asked again, where letters may go without.
const REST: chrono::Duration = chrono::Duration::minutes(1);
/// How far the authority's clock may be from the office's.
const APART: chrono::Duration = chrono::Duration::minutes(5);
/// How far two clocks are apart that are both right.
const MOMENT: chrono::Duration = chrono::Duration::seconds(3);
/// How often a document is signed anew because the authority changed its certificate.
const TRIES: usize = 2;

/// The way to an authority that stamps the time.
pub trait StampCarrier: Send + Sync {
    /// Brings a query, and answers the reply: of [`LONGEST_REPLY`](daftar_documents::pades::LONGEST_REPLY) bytes at most,
    /// or why there is none.
    fn ask(&self, query: Vec<u8>) -> BoxFuture<'_, Result<Vec<u8>, String>>;
    /// Fetches a list of revoked certificates, of [`LONGEST_LIST`] bytes at most, or says why there is none.
    fn list(&self, address: String) -> BoxFuture<'_, Result<Vec<u8>, String>>;
}

/// The office's time stamping authority.
pub struct TimeStamping {
    carrier: Box<dyn StampCarrier>,
    roots: Vec<Certificate>,
    required: bool,
    patience: Duration,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    known: Option<(Arc<Stamper>, Timestamp)>,
    rests_until: Option<Timestamp>,
}

/// What comes of asking for a stamp.
pub(crate) enum Stamping {
    /// The office has no authority to ask.
    NotAsked,
    /// There is none to be had, and none is required.
    Without,
    /// The document is signed and stamped.
    Stamped(Stamped),
}

/// A document that is signed and stamped, and not issued.
pub(crate) struct Stamped {
    pub(crate) pdf: Vec<u8>,
    /// The certificate that it is signed with.
    pub(crate) certificate: CertificateId,
}

/// Why there is no stamp. For the log: nobody but the administrator can do anything about it.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("the authority cannot be reached: {0}")]
    Unreachable(String),
    #[error("no answer in time")]
    TooSlow,
    #[error(transparent)]
    Wrong(#[from] StampError),
    #[error("its certificate does not lead to a root that is trusted, or is not for stamping")]
    Untrusted,
    #[error("its certificate is revoked or not valid")]
    NotValid,
    #[error("its clock is not the office's: it says {0}")]
    OtherTime(chrono::DateTime<chrono::Utc>),
    #[error("its stamps are larger than the place for them")]
    TooLarge,
    #[error("its certificate changed again and again")]
    Changing,
}

/// Why a document is not stamped: the authority, or the office.
enum Obstacle {
    Failure(Failure),
    Error(Error),
}

impl<F: Into<Failure>> From<F> for Obstacle {
    fn from(failure: F) -> Self {
        Self::Failure(failure.into())
    }
}

/// Signs a document for an officer and has the signature stamped, where the office has an authority for that. `may` runs in
/// the transaction that uses his key, and says whether he may sign: nothing is issued by it.
///
/// # Errors
/// `time-stamp-unavailable` where a stamp is required; what `may` refuses; as
/// [`sign_document`](super::sign_document).
pub(crate) async fn sign_and_stamp(
    office: &Office,
    officer: &Officer,
    pdf: &[u8],
    may: impl AsyncFn(&Work<'_>) -> Result<(), Error>,
) -> Result<Stamping, Error> {
    let Some(stamping) = office.time_stamping() else {
        return Ok(Stamping::NotAsked);
    };
    if stamping.rests(office.now()) {
        return Ok(Stamping::Without);
    }
    match stamping.sign(office, officer, pdf, may).await {
        Ok(stamped) => Ok(Stamping::Stamped(stamped)),
        Err(Obstacle::Error(error)) => Err(error),
        Err(Obstacle::Failure(failure)) => {
            tracing::warn!(%failure, required = stamping.required, "no time stamp");
            if stamping.required {
                return Err(Error::Code("time-stamp-unavailable"));
            }
            stamping.state().rests_until = Some(office.now() + REST);
            Ok(Stamping::Without)
        }
    }
}

impl TimeStamping {
    /// An authority that is believed where its certificate leads to one of the roots. Where `required`, nothing is issued
    /// without its stamp; `patience` is how long an officer waits for it.
    pub fn new(
        carrier: impl StampCarrier + 'static,
        roots: Vec<Certificate>,
        required: bool,
        patience: Duration,
    ) -> Self {
        Self {
            carrier: Box::new(carrier),
            roots,
            required,
            patience,
            state: Mutex::default(),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn rests(&self, now: Timestamp) -> bool {
        !self.required && self.state().rests_until.is_some_and(|until| now < until)
    }

    async fn sign(
        &self,
        office: &Office,
        officer: &Officer,
        pdf: &[u8],
        may: impl AsyncFn(&Work<'_>) -> Result<(), Error>,
    ) -> Result<Stamped, Obstacle> {
        let patience = Instant::now() + self.patience;
        for _ in 0..TRIES {
            let learning = timeout_at(patience, self.stamper(office.now())).await;
            let stamper = learning.map_err(|_| Failure::TooSlow)??;
            let begun: Mutex<Option<(CertificateId, Certificate, Begun)>> = Mutex::new(None);
            let signing = office.act(officer, None, async |work| {
                may(work).await?;
                let signed = begin_document(work, officer.person, officer.post, pdf, Some(&stamper)).await?;
                *begun.lock().unwrap_or_else(PoisonError::into_inner) = Some(signed);
                Ok(())
            });
            signing.await.map_err(Obstacle::Error)?;
            let begun = begun.into_inner().unwrap_or_else(PoisonError::into_inner);
            let unsigned = || Obstacle::Error(Error::Internal("a document was not signed".to_owned()));
            let (id, certificate, begun) = begun.ok_or_else(unsigned)?;
            let asking = timeout_at(patience, self.stamped_within(begun.imprint(), &certificate)).await;
            let stamp = asking.map_err(|_| Failure::TooSlow)??;
            believed(&stamp, &stamper, &certificate, office.now())?;
            match begun.finish(Some(&stamp)) {
                Ok(pdf) => return Ok(Stamped { pdf, certificate: id }),
                // It has another certificate since it was learnt.
                Err(SealError::StampedOtherwise) => self.state().known = None,
                Err(SealError::TooLarge) => return Err(Failure::TooLarge.into()),
                Err(error) => return Err(Obstacle::Error(Error::Internal(format!("a document's stamp: {error}")))),
            }
        }
        Err(Failure::Changing.into())
    }

    /// Has a signature stamped. A certificate that was issued for it begins now, which may be a moment later by another
    /// clock.
    async fn stamped_within(&self, imprint: [u8; 32], certificate: &Certificate) -> Result<TimeStamp, Failure> {
        loop {
            let stamp = self.stamped(imprint).await?;
            let early = certificate.not_before().map(|begins| begins - stamp.at);
            if !early.is_some_and(|early| early > chrono::Duration::zero() && early <= MOMENT) {
                return Ok(stamp);
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    }

    /// Has a digest stamped.
    async fn stamped(&self, imprint: [u8; 32]) -> Result<TimeStamp, Failure> {
        let query = StampQuery::new(imprint, rand::random())?;
        let reply = self.carrier.ask(query.to_der()?).await.map_err(Failure::Unreachable)?;
        Ok(TimeStamp::from_reply(&reply, &query)?)
    }

    /// What the authority's stamps are checked with.
    async fn stamper(&self, now: Timestamp) -> Result<Arc<Stamper>, Failure> {
        let known = self.state().known.clone();
        let fresh = |(stamper, learnt): &(Arc<Stamper>, Timestamp)| {
            let current = |list: &Crl| list.next_update().is_some_and(|next| now < next);
            now < *learnt + LEARNT_FOR && stamper.crls.iter().all(current)
        };
        if let Some((stamper, _)) = known.filter(fresh) {
            return Ok(stamper);
        }
        let stamp = self.stamped(rand::random()).await?;
        let path = stamp.path_to(&self.roots).ok_or(Failure::Untrusted)?;
        let mut crls = Vec::new();
        for pair in path.windows(2) {
            crls.extend(self.list(&pair[0], &pair[1], now).await);
        }
        let others = stamp.certificates.iter().filter(|found| !path.contains(found));
        let stamper = Arc::new(Stamper {
            beside: others.cloned().collect(),
            path,
            crls,
        });
        if !stamper.is_good_at(now) {
            return Err(Failure::NotValid);
        }
        self.state().known = Some((Arc::clone(&stamper), now));
        Ok(stamper)
    }

    /// The current list that says whether a certificate was revoked, where its issuer says that there is one. Without it
    /// stamps are worth less to strict readers, and still more than none.
    async fn list(&self, certificate: &Certificate, issuer: &Certificate, now: Timestamp) -> Option<Crl> {
        for address in certificate.list_addresses() {
            let fetching = timeout(LIST_PATIENCE, self.carrier.list(address.clone())).await;
            let problem = match fetching.unwrap_or_else(|_| Err("no answer in time".to_owned())) {
                Ok(der) => match Crl::from_der(&der) {
                    Ok(list) if list.is_of(issuer) && list.next_update().is_some_and(|next| now < next) => {
                        return Some(list);
                    }
                    _ => "it is no current list of that issuer".to_owned(),
                },
                Err(problem) => problem,
            };
            tracing::warn!(%address, %problem, "the time stamping authority's list of revoked certificates");
        }
        None
    }
}

/// Refuses a stamp that would be worth nothing to who reads the document.
fn believed(stamp: &TimeStamp, stamper: &Stamper, signer: &Certificate, now: Timestamp) -> Result<(), Failure> {
    if stamp.distance(now) > APART || !signer.is_valid_at(stamp.at) {
        return Err(Failure::OtherTime(stamp.at));
    }
    if !stamper.is_good_at(stamp.at) {
        return Err(Failure::NotValid);
    }
    Ok(())
}

//! One's phone and one's codes on paper.

use super::acting::holder_of;
use super::proving::{attempt_of, totp_aad};
use super::secrets::hash_token;
use super::session::{Origin, Proved, SessionStart, begin, hand_out, himself, owner};
use super::tokens::TokenKind;
use crate::office::{Error, Office, Work};
use daftar_domain::identity::{
    Factors, IdentityRefusal, Proof, RECOVERY_BYTES, RECOVERY_CODES, TOTP_OFFER, TOTP_SECRET_BYTES, base32, check_totp,
    otpauth_uri, proved_lately, recovery_code, recovery_codes_renewed, totp_enrolled, totp_removed,
    typed_recovery_code,
};
use daftar_domain::office::PersonId;
use daftar_persistence::identity::SessionHolder;
use qrcode::QrCode;
use qrcode::render::svg;
use secrecy::{ExposeSecret as _, SecretString};

/// The side of the picture, in pixels at least.
const PICTURE: u32 = 240;

/// A secret for a phone; it is shown once.
pub struct TotpOffer {
    /// The secret in base32, for typing.
    pub secret: SecretString,
    /// The address that phones understand.
    pub uri: SecretString,
    /// The address as a picture, SVG.
    pub picture: SecretString,
}

/// A phone that was confirmed.
pub struct TotpConfirmed {
    /// The codes on paper; they are shown once.
    pub recovery_codes: Vec<String>,
    /// The session that begins where somebody could not come in before he had a factor.
    pub session: Option<SessionStart>,
}

/// Who manages his factors: with a full session, or with a token for enrolling a first one.
///
/// # Errors
/// [`Error::Unauthenticated`] when the token is no good for this; `password-change-required` while a first password is in
/// use.
pub async fn factor_owner(office: &Office, token: &str) -> Result<SessionHolder, Error> {
    let holder = holder_of(office, token, &[TokenKind::Session, TokenKind::Enrolment]).await?;
    if holder.must_change_password {
        return Err(Error::Code("password-change-required"));
    }
    Ok(holder)
}

/// Refuses to touch the factors of somebody who has not proved one of them just now.
pub(super) async fn must_have_proved_lately(work: &Work<'_>, holder: &SessionHolder) -> Result<Factors, Error> {
    let factors = work.tx.identity().factors(holder.person).await?;
    if proved_lately(factors, holder.factor, work.now) {
        Ok(factors)
    } else {
        Err(Error::refused(IdentityRefusal::ProofStale))
    }
}

/// Offers a secret for a phone. It counts when a code of it was given; until then an earlier phone stays good.
///
/// # Errors
/// `factor-proof-required`.
pub async fn offer_totp(office: &Office, holder: &SessionHolder) -> Result<TotpOffer, Error> {
    let person = holder.person;
    let account = office.database().identity().account(person).await?;
    let account = account.ok_or(Error::Unauthenticated)?;
    let secret: [u8; TOTP_SECRET_BYTES] = rand::random();
    let sealed = office.key_ring().seal(&totp_aad(person), &secret).await?;
    office
        .act_as(himself(person), None, async |work| {
            must_have_proved_lately(work, holder).await?;
            Ok(work.tx.identity().offer_totp(person, &sealed, work.now).await?)
        })
        .await?;
    let host = office.token_keys().issuer().split("://").last().unwrap_or("daftar");
    let uri = otpauth_uri(host, &account.user_name, &secret);
    let picture = QrCode::new(&uri).map_err(|error| Error::Internal(error.to_string()))?;
    let picture = picture.render::<svg::Color>().min_dimensions(PICTURE, PICTURE).build();
    Ok(TotpOffer {
        secret: SecretString::from(base32(&secret)),
        uri: SecretString::from(uri),
        picture: SecretString::from(picture),
    })
}

/// Confirms an offered secret with a code of it, and gives new codes on paper.
///
/// # Errors
/// `code-wrong`; `totp-not-offered`; [`Error::Throttled`] after too many wrong codes.
pub async fn confirm_totp(
    office: &Office,
    holder: &SessionHolder,
    code: &str,
    origin: &Origin,
) -> Result<TotpConfirmed, Error> {
    let person = holder.person;
    let attempt = attempt_of(office, person, origin).await?;
    let identity = office.database().identity();
    let totp = identity.totp(person).await?.unwrap_or_default();
    let timely = totp.offered_at.is_some_and(|at| office.now() - at < TOTP_OFFER);
    let offered = totp.offered_secret.filter(|_| timely);
    let offered = offered.ok_or_else(|| Error::refused(IdentityRefusal::TotpNotOffered))?;
    let secret = office.key_ring().open(&totp_aad(person), &offered).await?;
    let step = check_totp(secret.expose_secret(), code, None, office.now());
    let step = step.ok_or_else(|| Error::refused(IdentityRefusal::CodeWrong))?;
    let (codes, hashes) = new_codes();
    let begun = office
        .act_as(himself(person), None, async |work| {
            let identity = work.tx.identity();
            if !identity.confirm_totp(person, &offered, step, work.now).await? {
                return Err(Error::refused(IdentityRefusal::TotpNotOffered));
            }
            identity.replace_recovery_codes(person, &hashes, work.now).await?;
            identity.attempt_succeeded(attempt.0).await?;
            work.record(&totp_enrolled(person)).await?;
            if holder.purpose == TokenKind::Session {
                identity.prove_session(holder.session, Proof::Totp, work.now).await?;
                return Ok(None);
            }
            if !identity.revoke_session(person, holder.session, work.now).await? {
                return Err(Error::Unauthenticated);
            }
            let proved = Proved::now(Proof::Totp, work.now);
            begin(work, person, TokenKind::Session, proved, origin).await.map(Some)
        })
        .await?;
    let account = identity.account(person).await?.ok_or(Error::Unauthenticated)?;
    let session = begun
        .map(|begun| hand_out(office, begun, owner(&account)))
        .transpose()?;
    Ok(TotpConfirmed {
        recovery_codes: codes,
        session,
    })
}

/// Removes one's phone and one's codes on paper.
///
/// # Errors
/// `totp-none`; `factor-proof-required`; `last-factor` for somebody who must have one.
pub async fn remove_totp(office: &Office, holder: &SessionHolder) -> Result<(), Error> {
    let person = holder.person;
    office
        .act_as(himself(person), None, async |work| {
            let factors = must_have_proved_lately(work, holder).await?;
            if !factors.totp {
                return Err(Error::refused(IdentityRefusal::NoTotp));
            }
            if !factors.passkey {
                may_be_without(office, work, person).await?;
            }
            let identity = work.tx.identity();
            identity.remove_totp(person).await?;
            identity.replace_recovery_codes(person, &[], work.now).await?;
            work.record(&totp_removed(person)).await?;
            Ok(())
        })
        .await
}

/// Refuses to leave somebody without a factor who must have one.
pub(super) async fn may_be_without(office: &Office, work: &Work<'_>, person: PersonId) -> Result<(), Error> {
    let weights = work.tx.identity().weights(person, work.now).await?;
    let weights = weights.iter().map(|(roles, grade)| (roles, *grade));
    match office.factor_required(weights) {
        Some(_) => Err(Error::refused(IdentityRefusal::LastFactor)),
        None => Ok(()),
    }
}

/// Gives new codes on paper; the old ones end.
///
/// # Errors
/// `factor-none`; `factor-proof-required`.
pub async fn renew_recovery_codes(office: &Office, holder: &SessionHolder) -> Result<Vec<String>, Error> {
    let person = holder.person;
    let (codes, hashes) = new_codes();
    office
        .act_as(himself(person), None, async |work| {
            let factors = must_have_proved_lately(work, holder).await?;
            if !factors.any() {
                return Err(Error::refused(IdentityRefusal::NoFactor));
            }
            let identity = work.tx.identity();
            identity.replace_recovery_codes(person, &hashes, work.now).await?;
            work.record(&recovery_codes_renewed(person)).await?;
            Ok(())
        })
        .await?;
    Ok(codes)
}

/// New codes, and the hashes under which they are kept.
fn new_codes() -> (Vec<String>, Vec<String>) {
    let codes: Vec<String> = (0..RECOVERY_CODES)
        .map(|_| recovery_code(rand::random::<[u8; RECOVERY_BYTES]>()))
        .collect();
    let hashes = codes
        .iter()
        .map(|code| hash_token(&typed_recovery_code(code)))
        .collect();
    (codes, hashes)
}

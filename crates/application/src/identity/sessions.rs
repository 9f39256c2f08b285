//! Looking after one's sessions.

use super::session::himself;
use crate::office::{Error, Office};
use daftar_domain::identity::sessions_ended;
use daftar_domain::office::{PersonId, SessionId};

pub use daftar_persistence::identity::SessionLine;

/// The sessions of a person that run.
pub async fn list_sessions(office: &Office, person: PersonId) -> Result<Vec<SessionLine>, Error> {
    Ok(office.database().identity().sessions_of(person, office.now()).await?)
}

/// Ends the session that the request came with.
pub async fn sign_out(office: &Office, person: PersonId, session: SessionId) -> Result<(), Error> {
    office
        .act_as(himself(person), None, async |work| {
            work.tx.identity().revoke_session(person, session, work.now).await?;
            Ok(())
        })
        .await
}

/// Ends one of one's own sessions.
///
/// # Errors
/// [`Error::NotFound`] where it does not run, or is somebody else's.
pub async fn revoke_session(office: &Office, person: PersonId, session: SessionId) -> Result<(), Error> {
    let ran = office
        .act_as(himself(person), None, async |work| {
            Ok(work.tx.identity().revoke_session(person, session, work.now).await?)
        })
        .await?;
    if ran { Ok(()) } else { Err(Error::NotFound) }
}

/// Ends all of one's sessions, this one too.
pub async fn sign_out_everywhere(office: &Office, person: PersonId) -> Result<(), Error> {
    office
        .act_as(himself(person), None, async |work| {
            work.tx.identity().revoke_sessions_of(person, work.now).await?;
            work.record(&sessions_ended(person)).await?;
            Ok(())
        })
        .await
}

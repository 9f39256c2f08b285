//! Where a letter goes inside the office: which diary, and which desk.

use super::letter::Letter;
use crate::office::{Error, Work};
use daftar_domain::dispatch::{Dispatch, Failure};
use daftar_domain::office::{Classification, PersonId, PostId, UnitId};
use daftar_persistence::dispatch::SeniorPost;

/// A place where it can go.
pub(super) struct Place {
    /// The registry in whose diary it goes.
    pub(super) registry: UnitId,
    /// The post there that it is diarised by.
    pub(super) by: PostId,
    /// Whether that post may read it.
    pub(super) open: bool,
    /// The desk that it goes to at once; nothing where it lies in the registry.
    pub(super) to: Option<PostId>,
}

/// Finds the place for an addressee, or why there is none. No person may get the case about himself (rule 6), and what is
/// closely held is not opened in a registry.
pub(super) async fn place(work: &Work<'_>, letter: &Letter, of: &Dispatch) -> Result<Result<Place, Failure>, Error> {
    let dispatches = work.tx.dispatches();
    let standing = match (of.post, of.to_unit) {
        (Some(post), _) => dispatches.standing_of_post(post).await?,
        (None, Some(unit)) => dispatches.standing_of_unit(unit).await?,
        (None, None) => None,
    };
    let Some(standing) = standing.filter(|standing| !standing.gone) else {
        return Ok(Err(Failure::AddresseeGone));
    };
    let Some(registry) = dispatches.registries().await?.serving(standing.unit) else {
        return Ok(Err(Failure::NoRegistry));
    };
    let concerns = letter.issued.concerns;
    let clerks = apart(dispatches.diarising_posts(registry).await?, concerns);
    let Some(clerk) = clerks.first() else {
        return Ok(Err(Failure::OwnCase));
    };
    let place = Place {
        registry,
        by: clerk.post,
        open: letter.issued.classification < Classification::Confidential,
        to: None,
    };
    match of.post {
        Some(post) => at_post(work, place, post, &clerks, concerns).await,
        None if place.open => Ok(Ok(place)),
        None => {
            let seniors = apart(dispatches.senior_posts(standing.unit).await?, concerns);
            let senior = seniors.first().ok_or(Failure::NoSeniorPost);
            Ok(senior.map(|senior| Place {
                to: Some(senior.post),
                ..place
            }))
        }
    }
}

/// To a post by its name. A letter to the registry's own post lies there already, and is opened there.
async fn at_post(
    work: &Work<'_>,
    place: Place,
    post: PostId,
    clerks: &[SeniorPost],
    concerns: Option<PersonId>,
) -> Result<Result<Place, Failure>, Error> {
    if clerks.iter().any(|clerk| clerk.post == post) {
        return Ok(Ok(Place {
            by: post,
            open: true,
            ..place
        }));
    }
    let found = work.tx.receipts().receivers([post]).await?;
    Ok(match found.get(&post) {
        None => Err(Failure::AddresseeGone),
        Some(target) if !target.handles_papers => Err(Failure::NoPapersThere),
        Some(target) if concerns.is_some() && target.holder == concerns => Err(Failure::OwnCase),
        Some(_) => Ok(Place {
            to: Some(post),
            ..place
        }),
    })
}

/// The posts that are not held by the person whom the case is about.
fn apart(posts: Vec<SeniorPost>, concerns: Option<PersonId>) -> Vec<SeniorPost> {
    let about = |post: &SeniorPost| concerns.is_some() && post.holder == concerns;
    posts.into_iter().filter(|post| !about(post)).collect()
}

//! Posts that receipts go to, looked up by the ids that a request names.

use crate::office::{Error, FieldError, Work};
use chrono::NaiveDate;
use daftar_domain::correspondence::{CopyTo, Mark, ReceiptAction, Target};
use daftar_domain::office::PostId;
use std::collections::HashMap;

/// A post that a request names, with what it is asked to do.
pub(super) type Named = (PostId, ReceiptAction);

/// Looks up the receiver and whoever gets a copy. `at` is where they stand in the request's body.
pub(super) async fn receivers(
    work: &Work<'_>,
    to: Named,
    copies: &[Named],
    due_on: Option<NaiveDate>,
    at: &str,
) -> Result<Mark, Error> {
    let posts = std::iter::once(to.0).chain(copies.iter().map(|(post, _)| *post));
    let found = work.tx.receipts().receivers(posts).await?;
    let mut wrong = Vec::new();
    let receiver = look_up(&found, to.0, format!("{at}/to_post_id"), &mut wrong);
    let mut sent = Vec::new();
    for (i, (post, action)) in copies.iter().enumerate() {
        let target = look_up(&found, *post, format!("{at}/copies/{i}/post_id"), &mut wrong);
        sent.extend(target.map(|to| CopyTo { to, action: *action }));
    }
    match receiver {
        Some(receiver) if wrong.is_empty() => Ok(Mark {
            to: receiver,
            action: to.1,
            copies: sent,
            due_on,
        }),
        _ => Err(Error::Fields(wrong)),
    }
}

fn look_up(
    found: &HashMap<PostId, Target>,
    post: PostId,
    pointer: String,
    wrong: &mut Vec<FieldError>,
) -> Option<Target> {
    let target = found.get(&post).copied();
    if target.is_none() {
        wrong.push(FieldError::new(pointer, "unknown-post"));
    }
    target
}

//! The history of a file, step by step, and how long each desk held it.

use super::MovementKind;
use crate::office::{FileId, PersonId, PostId, Timestamp};
use serde_json::{Value, json};

/// One step. Steps are only ever added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Movement {
    /// The file.
    pub file: FileId,
    /// Its place in the history, from 1 without gaps.
    pub ordinal: i32,
    /// What happened.
    pub kind: MovementKind,
    /// The post that had the file before.
    pub from: Option<PostId>,
    /// The post that has it after.
    pub to: Option<PostId>,
    /// The person who did it; `None` where the date did.
    pub by: Option<PersonId>,
    /// What the receiver is asked for.
    pub action: Option<&'static str>,
    /// The reason code of a return.
    pub reason: Option<&'static str>,
    /// What was written beside it.
    pub remark: Option<String>,
    /// When the receiver should be done.
    pub due_at: Option<Timestamp>,
    /// When it happened.
    pub at: Timestamp,
}

impl Movement {
    /// The step as the ledger keeps it; the remark is words.
    pub(super) fn facts(&self) -> Value {
        json!({
            "ordinal": self.ordinal,
            "from": self.from,
            "to": self.to,
            "action": self.action,
            "reason": self.reason,
            "due_at": self.due_at,
        })
    }
}

/// How long each step's receiver held the file: until the next step, `None` while it still does or
/// where nobody received it.
pub fn held_seconds(steps: &[(Option<PostId>, Timestamp)]) -> Vec<Option<i64>> {
    let ends = steps.iter().skip(1).map(|(_, at)| Some(*at)).chain([None]);
    steps
        .iter()
        .zip(ends)
        .map(|((to, at), end)| to.and(end).map(|end| (end - *at).num_seconds()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Duration, TimeZone, Utc};
    use uuid::Uuid;

    #[test]
    fn a_desk_holds_until_the_next_step() {
        let start = Utc.with_ymd_and_hms(2026, 11, 2, 4, 0, 0).unwrap();
        let post = Some(PostId(Uuid::nil()));
        let steps = [
            (post, start),
            (post, start + Duration::hours(2)),
            (None, start + Duration::hours(5)),
            (post, start + Duration::hours(9)),
        ];
        assert_eq!(held_seconds(&steps), [Some(7200), Some(10800), None, None]);
        assert!(held_seconds(&[]).is_empty());
    }
}

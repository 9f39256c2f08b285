//! Who may see a file, and why.

use super::{Custody, File};
use crate::office::{Classification, FileId, PersonId, PostId, Timestamp, UnitId, vocabulary};

vocabulary! {
    /// Why a post may see a file.
    SightCause {
        /// The file, part or volume was opened on its desk.
        Opened = "opened",
        /// The file was sent there.
        Movement = "movement",
        /// The file was reopened there.
        Reopened = "reopened",
        /// The file is a part, and the post may see the main file that it was merged into.
        MainFile = "main_file",
        /// The file belongs to the post's own section, and is restricted at most.
        OwnSection = "own_section",
    }
}

/// A post that may come into question, as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Onlooker {
    /// The post.
    pub post: PostId,
    /// Its unit.
    pub unit: UnitId,
    /// Who holds it.
    pub holder: Option<PersonId>,
    /// Whether it is an officer's post.
    pub handles_files: bool,
    /// When it was abolished.
    pub abolished_at: Option<Timestamp>,
    /// What it was granted.
    pub grants: Vec<Granted>,
}

/// Sight that a post was granted, of this file or of the main file that it was merged into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Granted {
    /// Which of the two.
    pub file: FileId,
    /// Why.
    pub cause: SightCause,
    /// When.
    pub at: Timestamp,
}

/// A post that may see a file, with every reason why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sight {
    /// The post.
    pub post: PostId,
    /// The reasons, the earliest first and its section last; never none.
    pub reasons: Vec<Reason>,
}

/// One reason why a post may see a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reason {
    /// The reason.
    pub cause: SightCause,
    /// Since when it holds.
    pub since: Timestamp,
    /// Until when it held; `None` while it does.
    pub until: Option<Timestamp>,
}

impl File {
    /// Who may see the file, and why: first whom it passed, in the order in which it did, then the rest of its section.
    pub fn seen_by(&self, posts: &[Onlooker]) -> Vec<Sight> {
        let mut seen: Vec<Sight> = posts.iter().filter_map(|post| self.sight(post)).collect();
        let section_only = |sight: &Sight| sight.reasons[0].cause == SightCause::OwnSection;
        seen.sort_by_key(|sight| (section_only(sight), sight.reasons[0].since));
        seen
    }

    fn sight(&self, post: &Onlooker) -> Option<Sight> {
        let about_him = self.concerns.is_some() && self.concerns == post.holder;
        if !post.handles_files || about_him || !self.visible_to(post.unit, !post.grants.is_empty()) {
            return None;
        }
        // The readers of the main file see the part from the merger on, or since they came to the main file later.
        let granted = post.grants.iter().map(|grant| {
            if grant.file == self.id {
                (grant.cause, grant.at)
            } else {
                (SightCause::MainFile, self.custody.since().max(grant.at))
            }
        });
        let mut causes: Vec<_> = granted.collect();
        causes.sort_by_key(|(_, since)| *since);
        if self.open_to_unit(post.unit) {
            causes.push((SightCause::OwnSection, self.opened_at));
        }
        let reasons = causes.into_iter().map(|(cause, since)| Reason {
            cause,
            since,
            until: post.abolished_at,
        });
        Some(Sight {
            post: post.post,
            reasons: reasons.collect(),
        })
    }

    /// The file whose grants count as this one's: the main file that it was merged into.
    pub fn seen_through(&self) -> Option<FileId> {
        match self.custody {
            Custody::Merged { into, .. } => Some(into),
            _ => None,
        }
    }

    /// Whether a post may see the file, whoever acts for it. `granted` says whether it is on the movement chain, of this
    /// file or of the main file that it was merged into. A file of the own unit is visible up to restricted.
    ///
    /// Whether the officer may is more: his own case is never visible to him (rule 6).
    pub(super) fn visible_to(&self, unit: UnitId, granted: bool) -> bool {
        granted || self.open_to_unit(unit)
    }

    fn open_to_unit(&self, unit: UnitId) -> bool {
        self.unit == unit && self.classification <= Classification::Restricted
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{command, morning, officer};
    use super::*;
    use crate::filing::OpenFile;
    use chrono::TimeDelta;
    use uuid::Uuid;

    fn file(classification: Classification, concerns: Option<u128>) -> File {
        let opening = OpenFile {
            classification,
            concerns: concerns.map(|person| PersonId(Uuid::from_u128(person))),
            ..command()
        };
        File::open(opening, &officer(1), morning()).unwrap().file
    }

    /// The post of officer `n`, with a grant of `file` from each cause.
    fn post(n: u128, file: &File, causes: &[SightCause]) -> Onlooker {
        let officer = officer(n);
        let grants = causes.iter().map(|cause| Granted {
            file: file.id,
            cause: *cause,
            at: morning() + TimeDelta::hours(i64::try_from(n).unwrap()),
        });
        Onlooker {
            post: officer.post,
            unit: officer.unit,
            holder: Some(officer.person),
            handles_files: true,
            abolished_at: None,
            grants: grants.collect(),
        }
    }

    fn causes(sight: &Sight) -> Vec<SightCause> {
        sight.reasons.iter().map(|reason| reason.cause).collect()
    }

    #[test]
    fn whom_it_passed_comes_before_the_section() {
        let file = file(Classification::Restricted, None);
        let stranger = Onlooker {
            unit: UnitId(Uuid::max()),
            ..post(3, &file, &[SightCause::Movement])
        };
        let posts = [
            post(2, &file, &[]),
            stranger,
            post(1, &file, &[SightCause::Opened]),
            Onlooker {
                unit: UnitId(Uuid::max()),
                ..post(4, &file, &[])
            },
        ];
        let seen = file.seen_by(&posts);
        let order: Vec<_> = seen.iter().map(|sight| sight.post).collect();
        assert_eq!(order, [officer(1).post, officer(3).post, officer(2).post]);
        assert_eq!(causes(&seen[0]), [SightCause::Opened, SightCause::OwnSection]);
        assert_eq!(causes(&seen[1]), [SightCause::Movement]);
        assert_eq!(causes(&seen[2]), [SightCause::OwnSection]);
        assert_eq!(seen[2].reasons[0].since, file.opened_at);
    }

    #[test]
    fn the_answer_is_the_one_that_the_access_decision_gives() {
        for classification in Classification::ALL {
            for concerns in [None, Some(1), Some(2)] {
                // Nobody opens his own case, but the case may become his afterwards.
                let mut file = file(*classification, None);
                file.concerns = concerns.map(|person| PersonId(Uuid::from_u128(person)));
                for n in [1, 2] {
                    for cause in [&[][..], &[SightCause::Movement]] {
                        let seen = !file.seen_by(&[post(n, &file, cause)]).is_empty();
                        let standing = file.standing(&officer(n), !cause.is_empty());
                        assert_eq!(seen, standing.visible, "{classification} {concerns:?} {n} {cause:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_post_that_handles_no_files_sees_none_and_an_abolished_one_saw_it_until_then() {
        let file = file(Classification::Secret, None);
        let mut clerk = post(2, &file, &[SightCause::Movement]);
        clerk.handles_files = false;
        let mut gone = post(3, &file, &[SightCause::Movement]);
        gone.abolished_at = Some(morning() + TimeDelta::days(9));
        let seen = file.seen_by(&[clerk, gone.clone()]);
        assert_eq!(seen.len(), 1);
        assert_eq!((seen[0].post, seen[0].reasons[0].until), (gone.post, gone.abolished_at));
    }

    #[test]
    fn a_merged_part_is_seen_through_its_main_file() {
        let main = FileId(Uuid::from_u128(77));
        let mut part = file(Classification::Secret, None);
        let merged = morning() + TimeDelta::days(2);
        part.custody = Custody::Merged {
            into: main,
            post: officer(1).post,
            at: merged,
        };
        assert_eq!(part.seen_through(), Some(main));
        let mut reader = post(2, &part, &[SightCause::Movement]);
        reader.grants[0].file = main;
        // The main file was his before the part was opened; the part itself is his only since the merger.
        let mut opener = post(1, &part, &[SightCause::Movement, SightCause::Opened]);
        (opener.grants[0].file, opener.grants[0].at) = (main, morning() - TimeDelta::days(9));
        let seen = part.seen_by(&[reader, opener]);
        assert_eq!(causes(&seen[0]), [SightCause::Opened, SightCause::MainFile]);
        assert_eq!(causes(&seen[1]), [SightCause::MainFile]);
        assert_eq!(seen[1].reasons[0].since, merged);
    }
}

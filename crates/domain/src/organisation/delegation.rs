//! Delegations: an officer lets somebody assist at his post for a time.
//!
//! An assistant reads what the officer reads and drafts for him; he signs, sends and closes nothing. There is no
//! delegation that signs: whoever is to sign gets a charge (look-after, acting).

use super::event::event;
use super::{OrganisationRefusal, Person};
use crate::access::{Officer, Side};
use crate::ledger::{Event, EventKind, SubjectKind};
use crate::office::{ChargeId, DelegationId, PersonId, PostId, Timestamp, vocabulary};
use chrono::Months;
use serde_json::json;

/// How far ahead a delegation may end: whoever needs an assistant for longer says so again.
pub const LONGEST_DELEGATION: Months = Months::new(12);

vocabulary! {
    /// Where a delegation stands in time.
    DelegationState {
        /// It begins later.
        Coming = "coming",
        /// It runs.
        Running = "running",
        /// Its time is over, somebody ended it, or the officer who gave it holds the post no more.
        Ended = "ended",
    }
}

/// A person assisting at a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Delegation {
    /// Its id.
    pub id: DelegationId,
    /// The post.
    pub post: PostId,
    /// The charge of the officer who gave it. It ends with this charge: a successor chooses his own assistants.
    pub charge: ChargeId,
    /// When that charge ended; `None` while it runs.
    pub charge_ended_at: Option<Timestamp>,
    /// The assistant.
    pub assistant: PersonId,
    /// Since when.
    pub from: Timestamp,
    /// Until when.
    pub until: Timestamp,
    /// When it was given.
    pub given_at: Timestamp,
    /// When somebody ended it before its time, and who.
    pub ended: Option<(Timestamp, PersonId)>,
}

/// An officer choosing an assistant.
#[derive(Debug, Clone, Copy)]
pub struct Giving<'a> {
    /// The id of the new delegation.
    pub id: DelegationId,
    /// Who is to assist.
    pub assistant: &'a Person,
    /// The sides of the office on which that person stands.
    pub sides: &'a [Side],
    /// Whether he assists at the post already, or will.
    pub already: bool,
    /// From when on; at once where it is left out or has passed.
    pub from: Option<Timestamp>,
    /// Until when.
    pub until: Timestamp,
}

/// Lets a person assist at the officer's post. The officer's right to say so was asked before.
pub fn give_delegation(
    giving: Giving<'_>,
    by: &Officer,
    now: Timestamp,
) -> Result<(Delegation, Event), OrganisationRefusal> {
    giving.assistant.must_be_active()?;
    if giving.assistant.id == by.person {
        return Err(OrganisationRefusal::AssistantIsGiver);
    }
    if giving.sides.iter().any(|side| *side != by.roles.side()) {
        return Err(OrganisationRefusal::SidesConflict);
    }
    let from = giving.from.map_or(now, |from| from.max(now));
    if giving.until <= from {
        return Err(OrganisationRefusal::DelegationUntilPast);
    }
    if now
        .checked_add_months(LONGEST_DELEGATION)
        .is_none_or(|last| giving.until > last)
    {
        return Err(OrganisationRefusal::DelegationTooLong);
    }
    if giving.already {
        return Err(OrganisationRefusal::AlreadyAssisting);
    }
    let delegation = Delegation {
        id: giving.id,
        post: by.post,
        charge: by.charge,
        charge_ended_at: None,
        assistant: giving.assistant.id,
        from,
        until: giving.until,
        given_at: now,
        ended: None,
    };
    let content = json!({
        "delegation": delegation.id,
        "charge": delegation.charge,
        "person": delegation.assistant,
        "from": delegation.from,
        "until": delegation.until,
    });
    let event = event(
        EventKind::DelegationGiven,
        SubjectKind::Post,
        delegation.post.0,
        content,
    );
    Ok((delegation, event))
}

impl Delegation {
    /// When it ended or ends, whichever comes first.
    pub fn ends_at(&self) -> Timestamp {
        [self.ended.map(|(at, _)| at), self.charge_ended_at]
            .into_iter()
            .flatten()
            .fold(self.until, Timestamp::min)
    }

    /// Where it stands now.
    pub fn state(&self, now: Timestamp) -> DelegationState {
        if self.ends_at() <= now {
            DelegationState::Ended
        } else if now < self.from {
            DelegationState::Coming
        } else {
            DelegationState::Running
        }
    }

    /// Ends it before its time.
    pub fn end(self, by: PersonId, now: Timestamp) -> Result<(Self, Event), OrganisationRefusal> {
        if self.state(now) == DelegationState::Ended {
            return Err(OrganisationRefusal::DelegationEnded);
        }
        let content = json!({ "delegation": self.id, "person": self.assistant });
        let event = event(EventKind::DelegationEnded, SubjectKind::Post, self.post.0, content);
        let ended = Some((now, by));
        Ok((Self { ended, ..self }, event))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::Role;
    use crate::office::{Language, SessionId, UnitId, Version};
    use chrono::{DateTime, TimeDelta};
    use proptest::prelude::*;
    use uuid::Uuid;

    fn now() -> Timestamp {
        DateTime::from_timestamp(1_800_000_000, 0).unwrap()
    }

    fn officer() -> Officer {
        Officer {
            person: PersonId(Uuid::from_u128(1)),
            post: PostId(Uuid::from_u128(1)),
            charge: ChargeId(Uuid::from_u128(1)),
            assisting: None,
            unit: UnitId(Uuid::nil()),
            grade: 17,
            roles: [Role::Officer].into_iter().collect(),
            session: SessionId(Uuid::nil()),
        }
    }

    fn person(n: u128) -> Person {
        Person {
            id: PersonId(Uuid::from_u128(n)),
            user_name: format!("person{n}"),
            name_en: "A".to_owned(),
            name_ur: "ا".to_owned(),
            email: None,
            language: Language::Urdu,
            deactivated_at: None,
            version: Version::FIRST,
        }
    }

    fn giving(assistant: &Person) -> Giving<'_> {
        Giving {
            id: DelegationId(Uuid::from_u128(7)),
            assistant,
            sides: &[],
            already: false,
            from: None,
            until: now() + TimeDelta::days(30),
        }
    }

    #[test]
    fn it_begins_at_once_or_later_and_ends_by_itself() {
        let sara = person(2);
        let (given, event) = give_delegation(giving(&sara), &officer(), now()).unwrap();
        assert_eq!((given.from, given.state(now())), (now(), DelegationState::Running));
        assert_eq!(
            (event.kind, event.subject),
            (EventKind::DelegationGiven, officer().post.0)
        );
        let last = given.until - TimeDelta::microseconds(1);
        assert_eq!(given.state(last), DelegationState::Running);
        assert_eq!(given.state(given.until), DelegationState::Ended);
        let from = Some(now() + TimeDelta::days(1));
        let (later, _) = give_delegation(Giving { from, ..giving(&sara) }, &officer(), now()).unwrap();
        assert_eq!(later.state(now()), DelegationState::Coming);
        let from = Some(now() - TimeDelta::days(1));
        let (at_once, _) = give_delegation(Giving { from, ..giving(&sara) }, &officer(), now()).unwrap();
        assert_eq!(at_once.from, now(), "nobody assisted before he was let");
    }

    #[test]
    fn who_and_how_long_has_its_bounds() {
        let (bilal, sara) = (person(1), person(2));
        let retired = Person {
            deactivated_at: Some(now()),
            ..person(3)
        };
        let ok = giving(&sara);
        let year = now().checked_add_months(LONGEST_DELEGATION).unwrap();
        for (wrong, refusal) in [
            (giving(&bilal), OrganisationRefusal::AssistantIsGiver),
            (giving(&retired), OrganisationRefusal::PersonDeactivated),
            (
                Giving {
                    sides: &[Side::Business, Side::Audit],
                    ..ok
                },
                OrganisationRefusal::SidesConflict,
            ),
            (
                Giving {
                    sides: &[Side::Administration],
                    ..ok
                },
                OrganisationRefusal::SidesConflict,
            ),
            (Giving { already: true, ..ok }, OrganisationRefusal::AlreadyAssisting),
            (Giving { until: now(), ..ok }, OrganisationRefusal::DelegationUntilPast),
            (
                Giving {
                    from: Some(ok.until),
                    ..ok
                },
                OrganisationRefusal::DelegationUntilPast,
            ),
            (
                Giving {
                    until: year + TimeDelta::microseconds(1),
                    ..ok
                },
                OrganisationRefusal::DelegationTooLong,
            ),
            (
                Giving {
                    until: Timestamp::MAX_UTC,
                    ..ok
                },
                OrganisationRefusal::DelegationTooLong,
            ),
        ] {
            assert_eq!(give_delegation(wrong, &officer(), now()), Err(refusal));
        }
        let longest = Giving {
            until: year,
            sides: &[Side::Business],
            ..ok
        };
        assert!(give_delegation(longest, &officer(), now()).is_ok());
    }

    #[test]
    fn it_ends_once_and_with_the_charge_of_its_giver() {
        let sara = person(2);
        let (given, _) = give_delegation(giving(&sara), &officer(), now()).unwrap();
        let (ended, event) = given.end(officer().person, now()).unwrap();
        assert_eq!(
            (ended.state(now()), event.kind),
            (DelegationState::Ended, EventKind::DelegationEnded)
        );
        assert_eq!(
            ended.end(officer().person, now()),
            Err(OrganisationRefusal::DelegationEnded)
        );
        let handed_over = Delegation {
            charge_ended_at: Some(now()),
            ..given
        };
        assert_eq!(handed_over.state(now()), DelegationState::Ended);
        assert_eq!(
            handed_over.end(sara.id, now()),
            Err(OrganisationRefusal::DelegationEnded)
        );
    }

    proptest! {
        /// Whatever was given, nobody assists before it begins, nor after the first of its ends.
        #[test]
        fn it_runs_between_its_bounds_only(
            from in 0..400_i64, until in 0..800_i64, revoked in prop::option::of(0..800_i64),
            handed_over in prop::option::of(0..800_i64), at in 0..1000_i64,
        ) {
            let hour = |hours: i64| now() + TimeDelta::hours(hours);
            let sara = person(2);
            let asked = Giving { from: Some(hour(from)), until: hour(until), ..giving(&sara) };
            let Ok((given, _)) = give_delegation(asked, &officer(), now()) else {
                prop_assert!(until <= from);
                return Ok(());
            };
            let mut delegation = Delegation { charge_ended_at: handed_over.map(hour), ..given };
            if let Some(revoked) = revoked && let Ok((ended, _)) = delegation.end(sara.id, hour(revoked)) {
                delegation = ended;
            }
            let over = [Some(until), handed_over, delegation.ended.and(revoked)];
            let over = over.into_iter().flatten().min().unwrap();
            let running = delegation.state(hour(at)) == DelegationState::Running;
            prop_assert_eq!(running, from <= at && at < over);
        }
    }
}

//! Charges: who holds which post from when. Handing over charge moves nothing: the post keeps its work.

use super::event::event;
use super::{OrganisationRefusal, Person, Post};
use crate::access::Side;
use crate::ledger::{Event, EventKind, SubjectKind};
use crate::office::{ChargeId, PersonId, PostId, Timestamp, vocabulary};
use serde_json::json;

vocabulary! {
    /// Under what title somebody holds a post.
    ChargeKind {
        /// It is his own post.
        Substantive = "substantive",
        /// Beside his own post.
        Additional = "additional",
        /// He looks after it until somebody is appointed.
        LookAfter = "look_after",
        /// He acts above his grade.
        Acting = "acting",
    }
}

/// A person holding a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Charge {
    /// Its id.
    pub id: ChargeId,
    /// The post.
    pub post: PostId,
    /// The person.
    pub person: PersonId,
    /// Under what title.
    pub kind: ChargeKind,
    /// Since when.
    pub from: Timestamp,
    /// Until when; `None` while it runs.
    pub to: Option<Timestamp>,
}

/// One holder gone, another in his place, at the same moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Handover {
    /// The charge that ended.
    pub ended: Charge,
    /// The charge that began.
    pub begun: Charge,
}

/// A person taking a post.
#[derive(Debug, Clone, Copy)]
pub struct Taking<'a> {
    /// The id of the new charge.
    pub id: ChargeId,
    /// Who takes it.
    pub person: &'a Person,
    /// Under what title.
    pub kind: ChargeKind,
    /// From when.
    pub from: Timestamp,
    /// Who orders it; nobody where an office is founded.
    pub by: Option<PersonId>,
    /// The sides on which he stands by his other charges.
    pub elsewhere: &'a [Side],
    /// Whether a case about him lies on the desk.
    pub own_case: bool,
    /// What is written beside it, such as the number of the order.
    pub remark: Option<&'a str>,
}

impl Taking<'_> {
    fn of(self, post: &Post) -> Result<Charge, OrganisationRefusal> {
        post.must_stand()?;
        self.person.must_be_active()?;
        if self.by == Some(self.person.id) {
            return Err(OrganisationRefusal::SelfAppointed);
        }
        if self.elsewhere.iter().any(|side| *side != post.roles.side()) {
            return Err(OrganisationRefusal::SidesConflict);
        }
        if self.own_case {
            return Err(OrganisationRefusal::OwnCaseOnDesk);
        }
        Ok(Charge {
            id: self.id,
            post: post.id,
            person: self.person.id,
            kind: self.kind,
            from: self.from,
            to: None,
        })
    }
}

/// Puts a person in charge of a vacant post.
pub fn appoint(
    post: Post,
    holder: Option<&Charge>,
    taking: Taking<'_>,
) -> Result<(Post, Charge, Event), OrganisationRefusal> {
    let charge = taking.of(&post)?;
    if holder.is_some() {
        return Err(OrganisationRefusal::PostHeld);
    }
    let content = json!({
        "charge": charge.id,
        "person": charge.person,
        "kind": charge.kind,
        "from": charge.from,
    });
    let event = event(EventKind::ChargeAssumed, SubjectKind::Post, post.id.0, content);
    Ok((post.handed_over(), charge, event))
}

/// Hands a post over from its holder to somebody else, or to himself under another title.
pub fn transfer_charge(
    post: Post,
    holder: Option<Charge>,
    taking: Taking<'_>,
) -> Result<(Post, Handover, Event), OrganisationRefusal> {
    let begun = taking.of(&post)?;
    let Some(holder) = holder else {
        return Err(OrganisationRefusal::PostVacant);
    };
    if holder.person == begun.person && holder.kind == begun.kind {
        return Err(OrganisationRefusal::AlreadyHolder);
    }
    // A clock that was set back must not make two holders of one moment.
    let begun = Charge {
        from: begun.from.max(holder.from),
        ..begun
    };
    let content = json!({
        "from_charge": holder.id,
        "from_person": holder.person,
        "charge": begun.id,
        "person": begun.person,
        "kind": begun.kind,
        "from": begun.from,
    });
    let event = event(EventKind::ChargeTransferred, SubjectKind::Post, post.id.0, content);
    let event = match taking.remark {
        Some(remark) => event.saying(json!({ "remark": remark })),
        None => event,
    };
    let ended = Charge {
        to: Some(begun.from),
        ..holder
    };
    Ok((post.handed_over(), Handover { ended, begun }, event))
}

/// Ends a charge; the post is vacant until somebody is appointed.
pub fn end_charge(charge: Charge, now: Timestamp) -> Result<(Charge, Event), OrganisationRefusal> {
    if charge.to.is_some() {
        return Err(OrganisationRefusal::ChargeEnded);
    }
    let content = json!({ "charge": charge.id, "person": charge.person });
    let event = event(EventKind::ChargeEnded, SubjectKind::Post, charge.post.0, content);
    let charge = Charge {
        to: Some(now.max(charge.from)),
        ..charge
    };
    Ok((charge, event))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::{Role, Roles};
    use crate::office::{Language, UnitId, Version};
    use chrono::{DateTime, TimeDelta};
    use proptest::prelude::*;
    use uuid::Uuid;

    fn now() -> Timestamp {
        DateTime::from_timestamp(1_800_000_000, 0).unwrap()
    }

    fn post() -> Post {
        Post {
            id: PostId(Uuid::from_u128(1)),
            unit: UnitId(Uuid::from_u128(1)),
            code: "SO-1".to_owned(),
            title_en: "Section Officer".to_owned(),
            title_ur: "سیکشن آفیسر".to_owned(),
            grade: 17,
            reports_to: None,
            roles: [Role::Officer].into_iter().collect::<Roles>(),
            abolished_at: None,
            version: Version::FIRST,
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

    fn taking(person: &Person, id: u128, from: Timestamp) -> Taking<'_> {
        Taking {
            id: ChargeId(Uuid::from_u128(id)),
            person,
            kind: ChargeKind::Substantive,
            from,
            by: None,
            elsewhere: &[],
            own_case: false,
            remark: None,
        }
    }

    #[test]
    fn nobody_appoints_himself_stands_on_two_sides_or_takes_up_his_own_case() {
        let ali = person(1);
        let refused = |taking| appoint(post(), None, taking).unwrap_err();
        let by = Some(ali.id);
        let taking = taking(&ali, 1, now());
        assert_eq!(refused(Taking { by, ..taking }), OrganisationRefusal::SelfAppointed);
        for elsewhere in [&[Side::Business, Side::Administration], &[Side::Business, Side::Audit]] {
            assert_eq!(
                refused(Taking { elsewhere, ..taking }),
                OrganisationRefusal::SidesConflict
            );
        }
        let own_case = true;
        assert_eq!(
            refused(Taking { own_case, ..taking }),
            OrganisationRefusal::OwnCaseOnDesk
        );
        let elsewhere = &[Side::Business];
        assert!(appoint(post(), None, Taking { elsewhere, ..taking }).is_ok());
    }

    #[test]
    fn nobody_is_appointed_to_a_held_or_abolished_post_nor_when_deactivated() {
        let (ali, sara) = (person(1), person(2));
        let (held, charge, _) = appoint(post(), None, taking(&ali, 1, now())).unwrap();
        assert_eq!(held.version, Version(2));
        let refused = appoint(held.clone(), Some(&charge), taking(&sara, 2, now())).unwrap_err();
        assert_eq!(refused, OrganisationRefusal::PostHeld);
        let gone = Post {
            abolished_at: Some(now()),
            ..post()
        };
        let refused = appoint(gone, None, taking(&sara, 2, now())).unwrap_err();
        assert_eq!(refused, OrganisationRefusal::PostAbolished);
        let retired = Person {
            deactivated_at: Some(now()),
            ..sara
        };
        let refused = transfer_charge(held.clone(), Some(charge), taking(&retired, 2, now())).unwrap_err();
        assert_eq!(refused, OrganisationRefusal::PersonDeactivated);
        let refused = transfer_charge(held, Some(charge), taking(&ali, 2, now())).unwrap_err();
        assert_eq!(refused, OrganisationRefusal::AlreadyHolder);
    }

    #[test]
    fn a_charge_ends_once() {
        let ali = person(1);
        let (_, charge, _) = appoint(post(), None, taking(&ali, 1, now())).unwrap();
        let (ended, event) = end_charge(charge, now()).unwrap();
        assert_eq!(event.kind, EventKind::ChargeEnded);
        assert_eq!(end_charge(ended, now()).unwrap_err(), OrganisationRefusal::ChargeEnded);
    }

    #[derive(Debug, Clone)]
    enum Command {
        Appoint(usize),
        Transfer(usize),
        End,
    }

    fn command() -> impl Strategy<Value = Command> {
        prop_oneof![
            (0..3_usize).prop_map(Command::Appoint),
            (0..3_usize).prop_map(Command::Transfer),
            Just(Command::End),
        ]
    }

    proptest! {
        /// Whatever is commanded, and even if the clock jumps back, no moment of a post has two holders.
        #[test]
        fn a_post_never_has_two_holders(commands in prop::collection::vec((command(), -50..100_i64), 0..60)) {
            let people = [person(1), person(2), person(3)];
            let mut post = post();
            let mut history: Vec<Charge> = Vec::new();
            let mut clock = now();
            for (n, (command, step)) in commands.into_iter().enumerate() {
                clock += TimeDelta::seconds(step);
                let id = 100 + n as u128;
                let running = history.iter().position(|charge| charge.to.is_none());
                match (command, running) {
                    (Command::Appoint(who), _) => {
                        let holder = running.map(|at| &history[at]);
                        let free = history.iter().filter_map(|charge| charge.to).max();
                        let from = free.map_or(clock, |free| clock.max(free));
                        if let Ok((next, charge, _)) = appoint(post.clone(), holder, taking(&people[who], id, from)) {
                            post = next;
                            history.push(charge);
                        }
                    }
                    (Command::Transfer(who), _) => {
                        let holder = running.map(|at| history[at]);
                        let result = transfer_charge(post.clone(), holder, taking(&people[who], id, clock));
                        if let (Ok((next, handover, _)), Some(at)) = (result, running) {
                            post = next;
                            history[at] = handover.ended;
                            history.push(handover.begun);
                        }
                    }
                    (Command::End, Some(at)) => history[at] = end_charge(history[at], clock).unwrap().0,
                    (Command::End, None) => {}
                }
                prop_assert!(history.iter().filter(|charge| charge.to.is_none()).count() <= 1);
                for pair in history.windows(2) {
                    prop_assert!(pair[0].to.is_some_and(|to| to <= pair[1].from && pair[0].from <= to));
                }
            }
        }
    }
}

//! What the ledger says of communications and their texts, and whether they are still what it says.
//!
//! Acts of one second may stand in another order than they were done in: nothing here depends on the order of entries.

use super::draft_facts::{Facts, KINDS};
use super::issues::{IssueClaim, KeptIssue, agree};
use super::{Body, Finding, canonical};
use crate::drafting::{Approval, CommunicationState, Stage, Wording};
use crate::filing::Author;
use crate::ledger::{EventKind, sha256_hex};
use crate::office::{CommunicationId, Timestamp};
use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

/// A communication, as the office keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptCommunication {
    /// Its id.
    pub id: Uuid,
    /// The file that it travels on.
    pub file: Uuid,
    /// Where it stands.
    pub stage: Stage,
    /// The number of its latest text.
    pub text: i32,
    /// How many signed acts there are on it.
    pub acts: i32,
    /// Who opened it.
    pub opened_by: Author,
    /// When.
    pub opened_at: Timestamp,
}

/// By whom, when and where in the ledger something was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Act {
    pub(super) at: u64,
    time: Timestamp,
    person: Option<Uuid>,
    post: Option<Uuid>,
    charge: Option<Uuid>,
}

impl Act {
    fn of(body: &Body, at: u64) -> Self {
        Self {
            at,
            time: body.at,
            person: body.person,
            post: body.post,
            charge: body.charge,
        }
    }

    /// Whether somebody did it. An assistant acts under no charge: the office keeps that of the officer whom he helps.
    fn was_by(&self, author: Author) -> bool {
        let same = self.person == Some(author.person.0) && self.post == Some(author.post.0);
        same && self.charge.is_none_or(|charge| charge == author.charge.0)
    }

    pub(super) fn is_by(&self, author: Author, time: Timestamp) -> bool {
        self.was_by(author) && self.time == time
    }
}

/// The digest of a text, and the entry that says so.
struct DigestClaim {
    at: u64,
    digest: String,
    seen: bool,
}

/// A text that an entry began.
struct Begun {
    act: Act,
    seen: bool,
}

/// An approval: by which act, and of what.
struct Approved {
    act: Act,
    digest: String,
}

/// What the ledger says of one communication.
struct Said {
    /// The first entry that speaks of it.
    at: u64,
    file: Uuid,
    begun: BTreeMap<u32, Begun>,
    digests: BTreeMap<u32, DigestClaim>,
    approvals: BTreeMap<u32, Approved>,
    /// The texts whose approval was voided, with the entries that say so.
    voided: BTreeMap<u32, u64>,
    issued: Option<IssueClaim>,
    withdrawn: Option<Act>,
    seen: bool,
}

/// What the ledger says.
#[derive(Default)]
pub(super) struct Drafts {
    all: HashMap<Uuid, Said>,
}

impl Drafts {
    /// Takes what an entry says.
    pub(super) fn take(&mut self, body: &Body, at: u64) -> Result<(), Finding> {
        let kind = KINDS.iter().copied().find(|kind| kind.as_str() == body.kind);
        let Some(kind) = kind else { return Ok(()) };
        let wrong = |problem: String| Finding::new(format!("entry {at}"), problem);
        let form = || wrong("what it says of a draft has not the form of that".to_owned());
        let facts = Facts::deserialize(&body.content).map_err(|_| form())?;
        let id: Uuid = facts.communication.parse().map_err(|_| form())?;
        if id.to_string() != facts.communication || !facts.is_of(kind) {
            return Err(form());
        }
        let said = self.all.entry(id).or_insert_with(|| Said::new(at, body.subject));
        if said.file != body.subject {
            return Err(wrong(format!("communication {id} was on another file")));
        }
        said.take(kind, facts, Act::of(body, at))
            .map_err(|problem| wrong(format!("{problem} of communication {id}")))
    }

    /// Compares a text in the form that its digest is made of with what the ledger says of it.
    pub(super) fn text(&mut self, id: Uuid, number: u32, text: &str) -> Result<(), Finding> {
        let wrong = |problem: &str| Finding::new(text_place(id, number), problem);
        let said = self.all.get_mut(&id);
        let claim = said.and_then(|said| said.digests.get_mut(&number));
        let claim = claim.ok_or_else(|| wrong("the ledger does not know it"))?;
        if std::mem::replace(&mut claim.seen, true) {
            return Err(wrong("it stands here twice"));
        }
        if sha256_hex(text) != claim.digest {
            let problem = format!("it is not what entry {} says: it was changed", claim.at);
            return Err(wrong(&problem));
        }
        let value = canonical(text).map_err(wrong)?;
        let of = value.get("communication").and_then(Value::as_str);
        let numbered = value.get("text").and_then(Value::as_u64);
        if of == Some(id.to_string().as_str()) && numbered == Some(u64::from(number)) {
            Ok(())
        } else {
            Err(wrong("it is not the text of its entry"))
        }
    }

    /// Compares a text of the office with what the ledger says of it; answers whether the ledger has its digest.
    pub(super) fn wording(&mut self, id: Uuid, wording: &Wording) -> Result<bool, Finding> {
        let place = format!("text {} of communication {id}", wording.number);
        let wrong = |problem: &str| Finding::new(place.clone(), problem);
        let unknown = || wrong("the ledger does not know it");
        let number = u32::try_from(wording.number).map_err(|_| unknown())?;
        let said = self.all.get_mut(&id).ok_or_else(unknown)?;
        let begun = said.begun.get_mut(&number).ok_or_else(unknown)?;
        if !begun.act.was_by(wording.author) {
            let problem = format!("its author is not who acted by entry {}", begun.act.at);
            return Err(wrong(&problem));
        }
        begun.seen = true;
        let Some(claim) = said.digests.get(&number) else {
            return Ok(false);
        };
        if !wording.sealed {
            let problem = format!("it is open to changes, and entry {} speaks of it", claim.at);
            return Err(wrong(&problem));
        }
        self.text(id, number, &wording.canonical(CommunicationId(id)))?;
        Ok(true)
    }

    /// Compares a communication of the office with what the ledger says of it.
    pub(super) fn communication(&mut self, kept: &KeptCommunication) -> Result<(), Finding> {
        let wrong = |problem: String| Finding::new(place(kept.id), problem);
        let said = self.all.get_mut(&kept.id);
        let said = said.ok_or_else(|| wrong("the ledger does not know it".to_owned()))?;
        said.seen = true;
        said.compare(kept).map_err(wrong)
    }

    /// Compares an issue of the office with what the ledger says of it.
    pub(super) fn issue(&mut self, kept: &KeptIssue) -> Result<(), Finding> {
        let said = self.all.get_mut(&kept.communication);
        let claim = said.and_then(|said| said.issued.as_mut());
        let unknown = || Finding::new(kept.place(), "the ledger does not know it");
        claim.ok_or_else(unknown)?.compare(kept)
    }

    /// Whether what the ledger says agrees with itself. With `texts` every text whose digest it has must have been read,
    /// with `rows` every communication and text.
    pub(super) fn finish(self, texts: bool, rows: bool) -> Result<(), Finding> {
        let mut all: Vec<(Uuid, Said)> = self.all.into_iter().collect();
        all.sort_unstable_by_key(|(_, said)| said.at);
        for (id, said) in &all {
            said.agree(*id)?;
        }
        agree(all.iter().filter_map(|(_, said)| said.issued.as_ref()))?;
        for (id, said) in &all {
            if rows && !said.seen {
                return Err(Finding::new(place(*id), missing(said.at)));
            }
            if let Some(issued) = said.issued.as_ref().filter(|issued| rows && !issued.seen) {
                return Err(Finding::new(issued.place(), missing(issued.act.at)));
            }
            let of_rows = said.begun.iter().filter(|(_, begun)| rows && !begun.seen);
            let of_texts = said.digests.iter().filter(|(_, claim)| texts && !claim.seen);
            let lacking = of_rows.map(|(number, begun)| (*number, begun.act.at));
            let lacking = lacking.chain(of_texts.map(|(number, claim)| (*number, claim.at)));
            if let Some((number, at)) = lacking.min() {
                return Err(Finding::new(text_place(*id, number), missing(at)));
            }
        }
        Ok(())
    }
}

impl Said {
    fn new(at: u64, file: Uuid) -> Self {
        Self {
            at,
            file,
            begun: BTreeMap::new(),
            digests: BTreeMap::new(),
            approvals: BTreeMap::new(),
            voided: BTreeMap::new(),
            issued: None,
            withdrawn: None,
            seen: false,
        }
    }

    fn take(&mut self, kind: EventKind, facts: Facts, act: Act) -> Result<(), String> {
        let text = facts.text.unwrap_or_default();
        match kind {
            EventKind::CommunicationOpened => return self.begin(1, act),
            EventKind::CommunicationRevised | EventKind::SuggestionDecided => {
                if let Some(before) = facts.before {
                    self.begin(text, act)?;
                    self.learn(before.text, before.digest, act.at)?;
                }
                return match facts.voids {
                    Some(voids) if self.voided.insert(voids, act.at).is_some() => {
                        Err(format!("the approval was void before: text {voids}"))
                    }
                    _ => Ok(()),
                };
            }
            _ => {}
        }
        let digest = facts.digest.clone().unwrap_or_default();
        if kind == EventKind::CommunicationApproved {
            let digest = digest.clone();
            if self.approvals.insert(text, Approved { act, digest }).is_some() {
                return Err(format!("somebody has approved it before: text {text}"));
            }
        }
        if kind == EventKind::CommunicationIssued {
            let issued = IssueClaim::of(&facts, act).ok_or_else(|| format!("the issue is none: text {text}"))?;
            if self.issued.replace(issued).is_some() {
                return Err(format!("it was issued before: text {text}"));
            }
        }
        if kind == EventKind::CommunicationWithdrawn && self.withdrawn.replace(act).is_some() {
            return Err(format!("it was withdrawn before: text {text}"));
        }
        self.learn(text, digest, act.at)
    }

    fn begin(&mut self, number: u32, act: Act) -> Result<(), String> {
        match self.begun.insert(number, Begun { act, seen: false }) {
            None => Ok(()),
            Some(before) => Err(format!("entry {} has begun it too: text {number}", before.act.at)),
        }
    }

    /// One text has one digest, whoever speaks of it.
    fn learn(&mut self, number: u32, digest: String, at: u64) -> Result<(), String> {
        let claim = DigestClaim {
            at,
            digest,
            seen: false,
        };
        match self.digests.get(&number) {
            Some(known) if known.digest == claim.digest => Ok(()),
            Some(known) => Err(format!("entry {} has another digest for it: text {number}", known.at)),
            None => {
                self.digests.insert(number, claim);
                Ok(())
            }
        }
    }

    /// Every text was begun, every approval that is void was one, and one at most is not.
    fn agree(&self, id: Uuid) -> Result<(), Finding> {
        let wrong = |at: u64, problem: String| Err(Finding::new(format!("entry {at}"), problem));
        let begun = self.begun.iter().map(|(number, begun)| (number, begun.act.at));
        let spoken = self.digests.iter().map(|(number, claim)| (number, claim.at));
        for (number, at) in begun.chain(spoken) {
            if !self.begun.contains_key(number) || (*number > 1 && !self.begun.contains_key(&(number - 1))) {
                return wrong(
                    at,
                    format!("a text before text {number} of communication {id}, or that one, was never begun"),
                );
            }
        }
        let mut voided = self.voided.iter();
        if let Some((text, at)) = voided.find(|(text, _)| !self.approvals.contains_key(text)) {
            return wrong(
                *at,
                format!("nobody has approved text {text} of communication {id}, which it voids"),
            );
        }
        if let Some(issued) = &self.issued {
            let at = issued.act.at;
            if self.in_force().all(|(text, _)| *text != issued.text) {
                return wrong(
                    at,
                    format!(
                        "nobody has approved text {} of communication {id}, which it issues",
                        issued.text
                    ),
                );
            }
            if self.withdrawn.is_some() {
                return wrong(at, format!("communication {id} was withdrawn"));
            }
        }
        match self.in_force().nth(1) {
            Some((text, approved)) => wrong(
                approved.act.at,
                format!("text {text} of communication {id} is approved while another one is"),
            ),
            None => Ok(()),
        }
    }

    fn in_force(&self) -> impl Iterator<Item = (&u32, &Approved)> {
        let approvals = self.approvals.iter();
        approvals.filter(|(text, _)| !self.voided.contains_key(text))
    }

    fn compare(&self, kept: &KeptCommunication) -> Result<(), String> {
        if self.file != kept.file {
            return Err("it is on another file by the ledger".to_owned());
        }
        if let Some(begun) = self.begun.get(&1)
            && !begun.act.is_by(kept.opened_by, kept.opened_at)
        {
            return Err(format!(
                "who opened it, or when, is not what entry {} says",
                begun.act.at
            ));
        }
        let state = match (self.withdrawn, &self.issued, self.in_force().next()) {
            (Some(_), ..) => CommunicationState::Withdrawn,
            (None, Some(_), _) => CommunicationState::Issued,
            (None, None, Some(_)) => CommunicationState::Approved,
            (None, None, None) => CommunicationState::Draft,
        };
        let row = kept.stage.state();
        if row != state {
            return Err(format!("its row says {}, the ledger {}", row.as_str(), state.as_str()));
        }
        let latest = self.begun.keys().next_back().copied().unwrap_or_default();
        if u32::try_from(kept.text) != Ok(latest) {
            return Err(format!(
                "its latest text is {} by its row, {latest} by the ledger",
                kept.text
            ));
        }
        let acts = self.approvals.len() + usize::from(self.issued.is_some());
        if usize::try_from(kept.acts) != Ok(acts) {
            return Err(format!(
                "it has {} signed acts by its row, {acts} by the ledger",
                kept.acts
            ));
        }
        let last = self.approvals.iter().next_back();
        match (&kept.stage, self.withdrawn) {
            (Stage::Draft { voided }, _) => compare_approval(voided.as_ref(), last),
            (Stage::Approved(approval), _) => compare_approval(Some(approval), last),
            (Stage::Issued(kept), _) => {
                let same = self.issued.as_ref().is_none_or(|issued| issued.is(kept));
                if same {
                    Ok(())
                } else {
                    Err("its issue is not what the ledger says".to_owned())
                }
            }
            (Stage::Withdrawn { by, at }, Some(act)) if !act.is_by(*by, *at) => {
                Err(format!("who withdrew it, or when, is not what entry {} says", act.at))
            }
            (Stage::Withdrawn { .. }, _) => Ok(()),
        }
    }
}

/// A row keeps the last approval, also when it is void.
fn compare_approval(kept: Option<&Approval>, last: Option<(&u32, &Approved)>) -> Result<(), String> {
    match (kept, last) {
        (None, None) => Ok(()),
        (Some(_), None) => Err("its row has an approval, the ledger none".to_owned()),
        (kept, Some((text, approved))) => {
            let same = kept.is_some_and(|kept| {
                u32::try_from(kept.text) == Ok(*text)
                    && kept.digest == approved.digest
                    && approved.act.is_by(kept.by, kept.at)
            });
            if same {
                Ok(())
            } else {
                Err(format!("its approval is not what entry {} says", approved.act.at))
            }
        }
    }
}

fn place(id: Uuid) -> String {
    format!("communication {id}")
}

fn text_place(id: Uuid, number: u32) -> String {
    format!("text {number} of communication {id}")
}

fn missing(at: u64) -> String {
    format!("it is missing; entry {at} speaks of it")
}

//! A mail and what may happen to it.

use super::MailRefusal as R;
use crate::access::Officer;
use crate::access::Standing;
use crate::correspondence::Remark;
use crate::ledger::{Event, EventKind, Module, SubjectKind};
use crate::office::{MailId, PersonId, ReceiptId, Timestamp, UnitId, Version, vocabulary};
use serde_json::{Value, json};

vocabulary! {
    /// Where a mail stands.
    MailStateWord {
        /// Nobody has dealt with it.
        Waiting = "waiting",
        /// It is in the diary.
        Diarised = "diarised",
        /// It is not for the diary.
        SetAside = "set_aside",
        /// A mail server's report about a letter of ours.
        Report = "report",
    }
}

vocabulary! {
    /// Why a mail is not diarised.
    SetAsideReason {
        /// Nobody asked for it: advertising, fraud.
        Unsolicited = "unsolicited",
        /// The same came in before.
        Duplicate = "duplicate",
        /// Written by a machine: a notice of absence.
        Automatic = "automatic",
        /// Meant for somebody else.
        NotForUs = "not_for_us",
        /// Something else, said in the remark.
        Other = "other",
    }
}

vocabulary! {
    /// What the signature in a paper that came along is worth.
    PaperMark {
        /// It has none of the sort that the office makes.
        Unsigned = "unsigned",
        /// In every byte what this office issued.
        Issued = "issued",
        /// Signed, whole, and trusted by the office's root; but nothing that is on record here.
        Signed = "signed",
        /// It was signed, and is not any more what was signed, or the signer is not to be trusted.
        Broken = "broken",
    }
}

/// What a paper's signature is worth: whether the office has issued these bytes, and of each signature in it whether it is
/// good. Of several a single bad one decides.
pub fn paper_mark(issued: bool, good: &[bool]) -> PaperMark {
    if issued {
        PaperMark::Issued
    } else if good.is_empty() {
        PaperMark::Unsigned
    } else if good.iter().all(|good| *good) {
        PaperMark::Signed
    } else {
        PaperMark::Broken
    }
}

/// That a mail was set aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// Why.
    pub reason: SetAsideReason,
    /// In words.
    pub remark: Option<Remark>,
    /// By whom.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

/// Where a mail stands, with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MailState {
    /// Nobody has dealt with it.
    Waiting,
    /// It is in the diary.
    Diarised(ReceiptId),
    /// It is not for the diary.
    SetAside(SetAside),
    /// A mail server's report.
    Report,
}

/// A mail that came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// Its id.
    pub id: MailId,
    /// The registry that it came in for.
    pub registry: UnitId,
    /// SHA-256 of its bytes, hex.
    pub sha256: String,
    /// Where it stands.
    pub state: MailState,
    /// How often it has changed.
    pub version: Version,
}

/// Something that came along with a mail, as far as the ledger tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailPaper {
    /// SHA-256 of its bytes, hex; `None` where the office does not take it.
    pub sha256: Option<String>,
}

/// What is known of a mail when it arrives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMail {
    /// Its id.
    pub id: MailId,
    /// The registry that it came in for.
    pub registry: UnitId,
    /// SHA-256 of its bytes, hex.
    pub sha256: String,
    /// The address that it says it comes from.
    pub from: String,
    /// Its subject.
    pub subject: String,
    /// What came along.
    pub papers: Vec<MailPaper>,
    /// Whether a mail server reports with it about letters of ours.
    pub is_report: bool,
}

impl Mail {
    /// Takes a mail in.
    pub fn arrive(new: NewMail) -> (Self, Event) {
        let mail = Self {
            id: new.id,
            registry: new.registry,
            sha256: new.sha256,
            state: if new.is_report {
                MailState::Report
            } else {
                MailState::Waiting
            },
            version: Version::FIRST,
        };
        let papers: Vec<Option<String>> = new.papers.into_iter().map(|paper| paper.sha256).collect();
        let content = json!({ "registry": mail.registry, "sha256": mail.sha256, "papers": papers });
        let words = json!({ "from": new.from, "subject": new.subject });
        let event = mail.event(EventKind::MailArrived, content).saying(words);
        (mail, event)
    }

    /// Where it stands, as one word.
    pub fn state_word(&self) -> MailStateWord {
        match self.state {
            MailState::Waiting => MailStateWord::Waiting,
            MailState::Diarised(_) => MailStateWord::Diarised,
            MailState::SetAside(_) => MailStateWord::SetAside,
            MailState::Report => MailStateWord::Report,
        }
    }

    /// How an officer stands to it: it is there for the registry that it came in for.
    pub fn standing(&self, officer: &Officer) -> Standing {
        let own = self.registry == officer.unit;
        Standing {
            visible: own,
            holder: own,
            own_unit: own,
            ..Standing::default()
        }
    }

    /// Enters it in the diary.
    ///
    /// # Errors
    /// It does not wait any more.
    pub fn diarise(self, receipt: ReceiptId) -> Result<(Self, Event), R> {
        self.must_wait()?;
        Ok(self.step(
            MailState::Diarised(receipt),
            EventKind::MailDiarised,
            json!({ "receipt": receipt }),
            None,
        ))
    }

    /// Sets it aside.
    ///
    /// # Errors
    /// It does not wait any more; `remark-needed` for another reason without words.
    pub fn set_aside(self, aside: SetAside) -> Result<(Self, Event), R> {
        self.must_wait()?;
        if aside.reason == SetAsideReason::Other && aside.remark.is_none() {
            return Err(R::RemarkNeeded);
        }
        let words = aside.remark.as_ref().map(|remark| json!({ "remark": remark.as_str() }));
        let content = json!({ "reason": aside.reason });
        Ok(self.step(MailState::SetAside(aside), EventKind::MailSetAside, content, words))
    }

    /// Lets it wait again.
    ///
    /// # Errors
    /// It was not set aside.
    pub fn bring_back(self) -> Result<(Self, Event), R> {
        match self.state {
            MailState::SetAside(_) => Ok(self.step(MailState::Waiting, EventKind::MailBroughtBack, json!({}), None)),
            MailState::Diarised(_) => Err(R::Diarised),
            MailState::Report => Err(R::IsReport),
            MailState::Waiting => Err(R::NotSetAside),
        }
    }

    fn must_wait(&self) -> Result<(), R> {
        match self.state {
            MailState::Waiting => Ok(()),
            MailState::Diarised(_) => Err(R::Diarised),
            MailState::SetAside(_) => Err(R::SetAside),
            MailState::Report => Err(R::IsReport),
        }
    }

    fn step(mut self, state: MailState, kind: EventKind, content: Value, words: Option<Value>) -> (Self, Event) {
        self.state = state;
        self.version = self.version.next();
        let event = self.event(kind, content);
        let event = Event { words, ..event };
        (self, event)
    }

    fn event(&self, kind: EventKind, content: Value) -> Event {
        Event::new(Module::Mail, kind, SubjectKind::Mail, self.id.into(), content)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::office::Timestamp;
    use proptest::prelude::{Just, Strategy, prop_oneof, proptest};
    use uuid::Uuid;

    #[derive(Debug, Clone, Copy)]
    enum Step {
        Diarise,
        SetAside(SetAsideReason, bool),
        BringBack,
    }

    fn steps() -> impl Strategy<Value = Step> {
        let reason = prop_oneof![Just(SetAsideReason::Duplicate), Just(SetAsideReason::Other)];
        prop_oneof![
            Just(Step::Diarise),
            (reason, proptest::bool::ANY).prop_map(|(reason, said)| Step::SetAside(reason, said)),
            Just(Step::BringBack),
        ]
    }

    fn arrived(is_report: bool) -> Mail {
        let new = NewMail {
            id: MailId(Uuid::nil()),
            registry: UnitId(Uuid::nil()),
            sha256: "00".repeat(32),
            from: "a@example.org".to_owned(),
            subject: "درخواست".to_owned(),
            papers: vec![MailPaper { sha256: None }],
            is_report,
        };
        let (mail, event) = Mail::arrive(new);
        assert!(
            !event.content.to_string().contains("example.org"),
            "the ledger shows no addresses"
        );
        mail
    }

    fn take(mail: Mail, step: Step) -> Result<(Mail, Event), R> {
        match step {
            Step::Diarise => mail.diarise(ReceiptId(Uuid::nil())),
            Step::BringBack => mail.bring_back(),
            Step::SetAside(reason, said) => mail.set_aside(SetAside {
                reason,
                remark: said.then(|| Remark::stored("so".to_owned())),
                by: PersonId(Uuid::nil()),
                at: Timestamp::UNIX_EPOCH,
            }),
        }
    }

    proptest! {
        #[test]
        fn it_is_diarised_once_and_a_report_never(report: bool, steps in proptest::collection::vec(steps(), 0..12)) {
            let mut mail = arrived(report);
            let mut diarised = 0;
            for step in steps {
                let (before, word) = (mail.clone(), mail.state_word());
                match take(mail, step) {
                    Ok((after, event)) => {
                        assert_eq!(after.version, before.version.next());
                        assert_eq!(event.subject, Uuid::nil());
                        diarised += i32::from(matches!(step, Step::Diarise));
                        let fits = match step {
                            Step::BringBack => word == MailStateWord::SetAside,
                            _ => word == MailStateWord::Waiting,
                        };
                        assert!(fits, "{step:?} from {word}");
                        mail = after;
                    }
                    Err(_) => mail = before,
                }
            }
            assert!(diarised <= 1 && (!report || mail.state == MailState::Report));
            assert_eq!(diarised == 1, mail.state_word() == MailStateWord::Diarised);
        }
    }

    #[test]
    fn setting_aside_for_another_reason_needs_words() {
        assert_eq!(
            take(arrived(false), Step::SetAside(SetAsideReason::Other, false)).unwrap_err(),
            R::RemarkNeeded
        );
        assert!(take(arrived(false), Step::SetAside(SetAsideReason::Other, true)).is_ok());
    }

    #[test]
    fn one_bad_signature_decides_unless_the_office_knows_the_bytes() {
        assert_eq!(paper_mark(true, &[]), PaperMark::Issued);
        assert_eq!(paper_mark(false, &[]), PaperMark::Unsigned);
        assert_eq!(paper_mark(false, &[true]), PaperMark::Signed);
        assert_eq!(paper_mark(false, &[true, false]), PaperMark::Broken);
    }
}

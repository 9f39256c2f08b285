//! Letters: drafted on their file, approved, issued, sent out by the registry, and taken in by the next one.

use super::Runner;
use crate::demo::plan::{LetterPlan, Recipient};
use crate::demo::staff::Desk;
use chrono::Days;
use daftar_application::correspondence::{MarkOrder, accept_receipt, dispose_receipt, mark_receipt, receipt};
use daftar_application::dispatch::{
    DispatchView, OnDispatch, acknowledge_dispatch, communication_dispatches, dispatch_letter,
};
use daftar_application::drafting::{Approve, OnDraft, approve_communication, draft_communication, issue_communication};
use daftar_application::{Error, jobs};
use daftar_domain::correspondence::{DisposalReason, ReceiptAction};
use daftar_domain::desk::office_day;
use daftar_domain::dispatch::{Channel, Dispatch, DispatchState, SendingDraft};
use daftar_domain::drafting::{Addressee, Align, Bilingual, Block, Content, Form, Languages, Run, Text};
use daftar_domain::office::{Act, CommunicationId, Language, Version};

/// A draft as it is now.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letter {
    id: CommunicationId,
    version: Version,
}

impl Runner<'_> {
    fn letter(&self, file: usize) -> Result<Letter, Error> {
        self.letters.get(&file).copied().ok_or(Error::NotFound)
    }

    fn letter_is(&mut self, file: usize, act: &Act) {
        let letter = Letter {
            id: CommunicationId(act.id),
            version: act.version,
        };
        self.letters.insert(file, letter);
    }

    fn on_letter(&self, file: usize) -> Result<OnDraft<'static>, Error> {
        let Letter { id, version } = self.letter(file)?;
        Ok(OnDraft {
            id,
            version,
            once: None,
        })
    }

    /// The section drafts the answer to a paper of the file; its own officer is to sign it.
    pub(super) async fn draft_letter(
        &mut self,
        (file, paper): (usize, usize),
        by: Desk,
        letter: &LetterPlan,
    ) -> Result<(), Error> {
        let officer = self.directory.officer(by)?;
        let plan = &self.plan.files[file];
        let (form, addressee) = match &letter.to {
            Recipient::Department(code) => (
                Form::OfficeMemorandum,
                Addressee::Unit {
                    unit: self.directory.unit(code)?,
                },
            ),
            Recipient::Outside(outside) => (Form::Letter, Addressee::Outside(outside.clone())),
        };
        let today = office_day(self.office.now());
        let content = Content {
            form,
            languages: match plan.language {
                Language::English => Languages::English,
                Language::Urdu => Languages::Urdu,
            },
            classification: plan.classification,
            priority: plan.priority,
            addressees: vec![addressee],
            copies: Vec::new(),
            subject: in_language(plan.language, plan.subject.clone()),
            text: in_language(plan.language, text(&letter.paragraphs)),
            in_reply_to: self.papers.get(&paper).map(|paper| paper.id),
            amends: None,
            enclosures: Vec::new(),
            signatory: Some(officer.post),
            reply_due_on: letter.reply_in_days.map(|days| today + Days::new(days)),
        };
        let id = self.on(file)?.file;
        let act = draft_communication(self.office, officer, id, &content, None).await?;
        self.letter_is(file, &act);
        Ok(())
    }

    pub(super) async fn approve_letter(&mut self, file: usize, by: Desk) -> Result<(), Error> {
        let on = self.on_letter(file)?;
        let act =
            approve_communication(self.office, self.directory.officer(by)?, on, Approve { text: 1 }, None).await?;
        self.letter_is(file, &act);
        Ok(())
    }

    /// Signs and issues it; what goes inside is delivered at once.
    pub(super) async fn issue_letter(&mut self, file: usize, by: Desk) -> Result<(), Error> {
        let on = self.on_letter(file)?;
        let act = issue_communication(self.office, self.directory.officer(by)?, on, None).await?;
        self.letter_is(file, &act);
        self.read_again(file, by).await?;
        while jobs::run_next(self.office).await? {}
        Ok(())
    }

    /// What has become of a letter, as its section sees it.
    async fn sent(&self, file: usize, section: Desk) -> Result<Vec<Dispatch>, Error> {
        let officer = self.directory.officer(section)?;
        let views: Vec<DispatchView> = communication_dispatches(self.office, officer, self.letter(file)?.id).await?;
        Ok(views.into_iter().map(|view| view.line.dispatch).collect())
    }

    /// The registry sends it by post, with a number of its book.
    pub(super) async fn send_letter(&mut self, file: usize, section: Desk, by: Desk) -> Result<(), Error> {
        let officer = self.directory.officer(by)?;
        for dispatch in self.sent(file, section).await? {
            if dispatch.progress.state() == DispatchState::Waiting && !dispatch.is_inside() {
                let sending = SendingDraft {
                    channel: Channel::Post,
                    carrier: Some("Pakistan Post".to_owned()),
                    reference: Some(format!("RGL-{}", 48_210 + file)),
                    on: office_day(self.office.now()),
                };
                dispatch_letter(self.office, officer, on(&dispatch), &sending).await?;
            }
        }
        Ok(())
    }

    /// The registry hears that the addressee has it.
    pub(super) async fn acknowledge_letter(&mut self, file: usize, section: Desk, by: Desk) -> Result<(), Error> {
        let officer = self.directory.officer(by)?;
        let today = office_day(self.office.now());
        for dispatch in self.sent(file, section).await? {
            if dispatch.progress.state() == DispatchState::Dispatched {
                acknowledge_dispatch(self.office, officer, on(&dispatch), today, None).await?;
            }
        }
        Ok(())
    }

    /// The department that it went to takes it in: its clerk marks it, its officer accepts it and takes note.
    pub(super) async fn take_in(&mut self, file: usize, (section, clerk): (Desk, Desk), to: Desk) -> Result<(), Error> {
        let (clerk, officer) = (self.directory.officer(clerk)?, self.directory.officer(to)?);
        for dispatch in self.sent(file, section).await? {
            let Some(id) = dispatch.progress.receipt() else {
                continue;
            };
            let version = receipt(self.office, clerk, id).await?.receipt.version;
            let order = MarkOrder {
                to: officer.post,
                action: ReceiptAction::NecessaryAction,
                copies: Vec::new(),
                due_on: None,
                remark: None,
            };
            let act = mark_receipt(self.office, clerk, None, (id, version), &order).await?;
            let act = accept_receipt(self.office, officer, None, (id, act.version)).await?;
            let of = (id, act.version);
            dispose_receipt(self.office, officer, None, of, DisposalReason::Informed, None).await?;
        }
        Ok(())
    }
}

fn on(dispatch: &Dispatch) -> OnDispatch<'static> {
    OnDispatch {
        id: dispatch.id,
        version: dispatch.version,
        once: None,
    }
}

fn in_language<T: Default>(language: Language, said: T) -> Bilingual<T> {
    match language {
        Language::English => Bilingual {
            en: said,
            ur: T::default(),
        },
        Language::Urdu => Bilingual {
            en: T::default(),
            ur: said,
        },
    }
}

fn text(paragraphs: &[String]) -> Text {
    let blocks = paragraphs.iter().map(|words| Block::Paragraph {
        numbered: true,
        align: Align::Start,
        content: vec![Run {
            text: words.clone(),
            ..Run::default()
        }],
    });
    Text {
        blocks: blocks.collect(),
    }
}

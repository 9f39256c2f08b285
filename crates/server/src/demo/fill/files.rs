//! Files: opened, noted upon, moved, closed.

use super::Runner;
use super::notes::{Pointers, body};
use crate::demo::papers::Asset;
use crate::demo::plan::{Sending, Text, Weight};
use crate::demo::staff::Desk;
use chrono::{Days, NaiveDate};
use daftar_application::Error;
use daftar_application::filing::{
    ForwardFile, NewFile, NewPaper, On, PutOnFile, ReturnFile, SubmitNote, add_paper, close_file, forward_file,
    link_file, merge_part, open_file, open_part, open_volume, park_file, pull_back_file, put_receipt_on_file,
    record_opening, reopen_file, return_file, save_draft, submit_note,
};
use daftar_domain::desk::office_day;
use daftar_domain::filing::{Forward, NoteKind, ReturnReason};
use daftar_domain::office::{Act, FileId, Language, Version};

/// A file as it is now.
#[derive(Debug, Clone, Copy)]
pub(super) struct File {
    pub(super) id: FileId,
    version: Version,
    language: Language,
    last_page: i32,
    puc: Option<i32>,
    paragraph: Option<i32>,
}

impl Runner<'_> {
    fn file(&self, file: usize) -> Result<File, Error> {
        self.files.get(&file).copied().ok_or(Error::NotFound)
    }

    pub(super) fn on(&self, file: usize) -> Result<On<'static>, Error> {
        let File { id, version, .. } = self.file(file)?;
        Ok(On {
            file: id,
            version,
            once: None,
        })
    }

    /// Remembers the version that an act made.
    fn moved(&mut self, file: usize, act: &Act) {
        if let Some(file) = self.files.get_mut(&file) {
            file.version = act.version;
        }
    }

    /// Reads a file again after an act that told about something else.
    pub(super) async fn read_again(&mut self, file: usize, by: Desk) -> Result<(), Error> {
        let officer = self.directory.officer(by)?;
        let id = self.file(file)?.id;
        let found = self
            .office
            .database()
            .filing()
            .file(id, officer)
            .await?
            .ok_or(Error::NotFound)?;
        if let Some(file) = self.files.get_mut(&file) {
            file.version = found.file.version;
            file.last_page = found.file.last_page;
        }
        Ok(())
    }

    fn new_file(&mut self, file: usize, act: &Act) {
        let opened = File {
            id: FileId(act.id),
            version: act.version,
            language: self.plan.files[file].language,
            last_page: 0,
            puc: None,
            paragraph: None,
        };
        self.files.insert(file, opened);
    }

    pub(super) async fn open(&mut self, file: usize, by: Desk) -> Result<(), Error> {
        let plan = &self.plan.files[file];
        let new = NewFile {
            unit: Some(self.directory.unit(plan.unit)?),
            head: self.directory.head(plan.unit, plan.head)?,
            sub_head: None,
            subject: plan.subject.clone(),
            classification: plan.classification,
            priority: plan.priority,
            due_on: None,
            concerns: None,
            receipt: None,
        };
        let act = open_file(self.office, self.directory.officer(by)?, None, &new).await?;
        self.new_file(file, &act);
        self.opened.push(file);
        Ok(())
    }

    pub(super) async fn docket(&mut self, paper: usize, file: usize, by: Desk) -> Result<(), Error> {
        let receipt = self.papers.get(&paper).copied().ok_or(Error::NotFound)?;
        let before = self.file(file)?;
        let command = PutOnFile {
            receipt: receipt.id,
            version: receipt.version,
            file: before.id,
            remark: None,
        };
        put_receipt_on_file(self.office, self.directory.officer(by)?, None, &command).await?;
        self.read_again(file, by).await?;
        if let Some(file) = self.files.get_mut(&file) {
            file.puc = Some(before.last_page + 1);
        }
        Ok(())
    }

    pub(super) async fn look(&mut self, file: usize, by: Desk) -> Result<(), Error> {
        let act = record_opening(self.office, self.directory.officer(by)?, self.on(file)?).await?;
        self.moved(file, &act);
        Ok(())
    }

    fn text(&self, file: usize, text: &Text) -> Result<daftar_domain::filing::NoteBody, Error> {
        let File {
            language,
            puc,
            paragraph,
            ..
        } = self.file(file)?;
        Ok(body(
            text,
            Pointers {
                language,
                puc,
                paragraph,
            },
        ))
    }

    pub(super) async fn note(
        &mut self,
        (file, by): (usize, Desk),
        (text, weight): (&Text, Weight),
        then: Option<&Sending>,
    ) -> Result<(), Error> {
        let command = SubmitNote {
            kind: match weight {
                Weight::Order => NoteKind::Order,
                Weight::Light | Weight::Proposal => NoteKind::Note,
            },
            body: Some(self.text(file, text)?),
            draft: None,
            then: then.map(|sending| self.sending(sending)).transpose()?,
        };
        let act = submit_note(self.office, self.directory.officer(by)?, self.on(file)?, &command, None).await?;
        self.moved(file, &act);
        if let (Some(file), Some((first, last))) = (self.files.get_mut(&file), act.paragraphs) {
            match weight {
                Weight::Light => {}
                Weight::Proposal => file.paragraph = Some((last - 1).max(first)),
                Weight::Order => file.paragraph = Some(last),
            }
        }
        Ok(())
    }

    pub(super) async fn agree(&mut self, file: usize, by: Desk, then: Option<&Sending>) -> Result<(), Error> {
        let command = SubmitNote {
            kind: NoteKind::Agreement,
            body: None,
            draft: None,
            then: then.map(|sending| self.sending(sending)).transpose()?,
        };
        let act = submit_note(self.office, self.directory.officer(by)?, self.on(file)?, &command, None).await?;
        self.moved(file, &act);
        Ok(())
    }

    pub(super) async fn draft(&mut self, file: usize, by: Desk, text: &Text) -> Result<(), Error> {
        let body = self.text(file, text)?;
        let id = self.file(file)?.id;
        save_draft(self.office, self.directory.officer(by)?, id, Version(0), &body).await?;
        Ok(())
    }

    fn sending(&self, sending: &Sending) -> Result<ForwardFile, Error> {
        let today = office_day(self.office.now());
        Ok(ForwardFile {
            to: self.directory.officer(sending.to)?.post,
            forward: Forward {
                action: sending.action,
                due_on: sending.due_in_days.map(|days| today + Days::new(days)),
                remark: sending.remark.clone(),
            },
        })
    }

    pub(super) async fn forward(&mut self, file: usize, by: Desk, sending: &Sending) -> Result<(), Error> {
        let command = self.sending(sending)?;
        let act = forward_file(self.office, self.directory.officer(by)?, self.on(file)?, &command).await?;
        self.moved(file, &act);
        Ok(())
    }

    pub(super) async fn send_back(
        &mut self,
        file: usize,
        by: Desk,
        reason: ReturnReason,
        remark: Option<&str>,
    ) -> Result<(), Error> {
        let command = ReturnFile {
            reason,
            remark: remark.map(str::to_owned),
        };
        let act = return_file(self.office, self.directory.officer(by)?, self.on(file)?, &command, None).await?;
        self.moved(file, &act);
        Ok(())
    }

    pub(super) async fn pull_back(&mut self, file: usize, by: Desk) -> Result<(), Error> {
        let act = pull_back_file(self.office, self.directory.officer(by)?, self.on(file)?).await?;
        self.moved(file, &act);
        Ok(())
    }

    pub(super) async fn park(&mut self, file: usize, by: Desk, until: NaiveDate, remark: &str) -> Result<(), Error> {
        let act = park_file(
            self.office,
            self.directory.officer(by)?,
            self.on(file)?,
            until,
            Some(remark),
        )
        .await?;
        self.moved(file, &act);
        Ok(())
    }

    pub(super) async fn close(&mut self, file: usize, by: Desk) -> Result<(), Error> {
        let act = close_file(self.office, self.directory.officer(by)?, self.on(file)?, None, None).await?;
        self.moved(file, &act);
        Ok(())
    }

    pub(super) async fn reopen(&mut self, file: usize, by: Desk, reason: &str) -> Result<(), Error> {
        let act = reopen_file(self.office, self.directory.officer(by)?, self.on(file)?, reason).await?;
        self.moved(file, &act);
        Ok(())
    }

    pub(super) async fn annex(&mut self, file: usize, by: Desk, title: &str, asset: Asset) -> Result<(), Error> {
        let document = self.upload_asset(by, asset).await?;
        let new = NewPaper {
            title: title.to_owned(),
            document,
        };
        add_paper(self.office, self.directory.officer(by)?, self.on(file)?, &new).await?;
        self.read_again(file, by).await
    }

    pub(super) async fn part(&mut self, main: usize, part: usize, by: Desk) -> Result<(), Error> {
        let act = open_part(self.office, self.directory.officer(by)?, self.on(main)?, None).await?;
        self.new_file(part, &act);
        self.read_again(main, by).await
    }

    pub(super) async fn merge(&mut self, part: usize, main: usize, by: Desk) -> Result<(), Error> {
        let act = merge_part(self.office, self.directory.officer(by)?, self.on(part)?).await?;
        self.moved(part, &act);
        self.read_again(main, by).await
    }

    pub(super) async fn volume(&mut self, earlier: usize, volume: usize, by: Desk) -> Result<(), Error> {
        let act = open_volume(self.office, self.directory.officer(by)?, self.on(earlier)?).await?;
        self.new_file(volume, &act);
        Ok(())
    }

    /// Links a file to the latest earlier one of its section.
    pub(super) async fn link(&mut self, file: usize, by: Desk) -> Result<(), Error> {
        let unit = self.plan.files[file].unit;
        let earlier = self
            .opened
            .iter()
            .rev()
            .find(|other| **other != file && self.plan.files[**other].unit == unit);
        let Some(earlier) = earlier.and_then(|other| self.files.get(other)) else {
            return Ok(());
        };
        let act = link_file(self.office, self.directory.officer(by)?, self.on(file)?, earlier.id).await?;
        self.moved(file, &act);
        Ok(())
    }
}

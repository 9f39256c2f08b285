//! Papers: uploaded, diarised, marked, accepted, returned, disposed of.

use super::Runner;
use crate::demo::papers::Asset;
use crate::demo::plan::{Marking, Scan};
use crate::demo::staff::Desk;
use bytes::Bytes;
use chrono::Days;
use daftar_application::Error;
use daftar_application::correspondence::{
    CopyOrder, Diarise, MarkOrder, Upload, accept_receipt, diarise_receipt, dispose_receipt, mark_receipt,
    reopen_receipt, return_receipt, upload_document,
};
use daftar_documents::letter::scan;
use daftar_domain::correspondence::{DiaryDraft, DisposalReason, ReceiptAction, ReturnReason};
use daftar_domain::desk::office_day;
use daftar_domain::office::{Act, DocumentId, ReceiptId, Version};
use futures_util::stream;
use std::convert::Infallible;

/// The dots per inch of the office's scanner.
const DPI: u16 = 90;

/// A receipt as it is now.
#[derive(Debug, Clone, Copy)]
pub(super) struct Receipt {
    pub(super) id: ReceiptId,
    pub(super) version: Version,
}

impl Runner<'_> {
    fn receipt(&self, paper: usize) -> Result<(ReceiptId, Version), Error> {
        let receipt = self.papers.get(&paper).ok_or(Error::NotFound)?;
        Ok((receipt.id, receipt.version))
    }

    fn receipt_is(&mut self, paper: usize, act: &Act) {
        let receipt = Receipt {
            id: ReceiptId(act.id),
            version: act.version,
        };
        self.papers.insert(paper, receipt);
    }

    /// Enters a paper in the diary, with its scan.
    pub(super) async fn diarise(&mut self, paper: usize, mark: Option<&Marking>) -> Result<(), Error> {
        let plan = &self.plan.papers[paper];
        let clerk = self.directory.officer(plan.clerk)?;
        let name = format!("letter-{:03}.pdf", paper + 1);
        let scanned = match &plan.scan {
            Scan::None => None,
            Scan::Typed(letter) => Some(self.upload(plan.clerk, &name, letter.to_pdf()).await?),
            Scan::Scanned(letter) => {
                let pages = scan(letter.to_pdf(), DPI).map_err(|error| Error::Internal(error.to_string()))?;
                Some(self.upload(plan.clerk, &name.replace("letter", "scan"), pages).await?)
            }
            Scan::Made(asset) => Some(self.upload_asset(plan.clerk, *asset).await?),
        };
        let today = office_day(self.office.now());
        let draft = DiaryDraft {
            received_on: today,
            mode: plan.mode,
            sender_name: plan.sender_name.clone(),
            sender_office: plan.sender_office.clone(),
            sender_address: plan.sender_address.clone(),
            reference_number: plan.reference_number.clone(),
            reference_date: plan.reference_date,
            subject: plan.subject.clone(),
            language: plan.language,
            classification: plan.classification,
            priority: plan.priority,
            due_on: plan.due_in_days.map(|days| today + Days::new(days)),
            enclosures: plan.enclosures.clone(),
            in_reply_to_number: None,
        };
        let command = Diarise {
            draft,
            documents: scanned.into_iter().collect(),
            concerns: None,
            mark: mark.map(|mark| self.order(mark)).transpose()?,
            mail: None,
        };
        let act = diarise_receipt(self.office, clerk, None, &command).await?;
        self.receipt_is(paper, &act);
        Ok(())
    }

    /// Uploads what was made beforehand.
    pub(super) async fn upload_asset(&self, by: Desk, asset: Asset) -> Result<DocumentId, Error> {
        self.upload(by, asset.file_name, asset.bytes.to_vec()).await
    }

    async fn upload(&self, by: Desk, file_name: &str, bytes: Vec<u8>) -> Result<DocumentId, Error> {
        let upload = Upload {
            file_name: file_name.to_owned(),
            key: None,
        };
        let bytes = stream::iter([Ok::<_, Infallible>(Bytes::from(bytes))]);
        let view = upload_document(self.office, self.directory.officer(by)?, &upload, bytes).await?;
        Ok(view.document.id.into())
    }

    fn order(&self, marking: &Marking) -> Result<MarkOrder, Error> {
        let copies = marking.copies.iter().map(|desk| {
            let post = self.directory.officer(*desk)?.post;
            Ok(CopyOrder {
                post,
                action: ReceiptAction::Information,
            })
        });
        Ok(MarkOrder {
            to: self.directory.officer(marking.to)?.post,
            action: marking.action,
            copies: copies.collect::<Result<_, Error>>()?,
            due_on: None,
            remark: marking.remark.clone(),
        })
    }

    pub(super) async fn mark(&mut self, paper: usize, by: Desk, marking: &Marking) -> Result<(), Error> {
        let order = self.order(marking)?;
        let officer = self.directory.officer(by)?;
        let act = mark_receipt(self.office, officer, None, self.receipt(paper)?, &order).await?;
        self.receipt_is(paper, &act);
        Ok(())
    }

    pub(super) async fn accept(&mut self, paper: usize, by: Desk) -> Result<(), Error> {
        let officer = self.directory.officer(by)?;
        let act = accept_receipt(self.office, officer, None, self.receipt(paper)?).await?;
        self.receipt_is(paper, &act);
        Ok(())
    }

    pub(super) async fn give_back(&mut self, paper: usize, by: Desk, remark: &str) -> Result<(), Error> {
        let officer = self.directory.officer(by)?;
        let reason = ReturnReason::NotOurSubject;
        let act = return_receipt(self.office, officer, None, self.receipt(paper)?, reason, Some(remark)).await?;
        self.receipt_is(paper, &act);
        Ok(())
    }

    pub(super) async fn dispose(
        &mut self,
        paper: usize,
        by: Desk,
        reason: DisposalReason,
        remark: Option<&str>,
    ) -> Result<(), Error> {
        let officer = self.directory.officer(by)?;
        let act = dispose_receipt(self.office, officer, None, self.receipt(paper)?, reason, remark).await?;
        self.receipt_is(paper, &act);
        Ok(())
    }

    pub(super) async fn take_up(&mut self, paper: usize, by: Desk, reason: &str) -> Result<(), Error> {
        let officer = self.directory.officer(by)?;
        let act = reopen_receipt(self.office, officer, None, self.receipt(paper)?, reason).await?;
        self.receipt_is(paper, &act);
        Ok(())
    }
}

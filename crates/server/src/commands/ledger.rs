//! `daftar verify` and `daftar export-ledger`.

use super::print;
use super::witnesses::tell;
use crate::failure::Failure;
use crate::settings::Settings;
use crate::witnesses::Post;
use crate::{office, secrets};
use clap::Args;
use daftar_application::ledger::{
    CheckError, ExportSettings, FileReport, ask_witness, check_archive, check_export, check_office, export_ledger,
    integrate, keys_in_archive, read_keys,
};
use daftar_documents::BlobStore;
use daftar_domain::ledger::audit::{Counts, Kept, Known};
use daftar_domain::ledger::{TrustedKeys, VerifierKey};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// How it is said that nobody gave a key.
const OWN_KEY: &str = "with the key in the export itself, which proves nothing about who made it: give one with --key";

#[derive(Debug, Args)]
pub(crate) struct Verify {
    /// Check an export in this folder instead of the database
    #[arg(long, value_name = "FOLDER")]
    export: Option<PathBuf>,
    /// Check the archive of one file, as an officer exported it, instead of the database
    #[arg(long, value_name = "ZIP", conflicts_with_all = ["export", "database", "papers", "checkpoint"])]
    file: Option<PathBuf>,
    /// Check this database instead of the one in the configuration
    #[arg(long, value_name = "URL", conflicts_with = "export")]
    database: Option<String>,
    /// Trust this key of the office, a verifier key that you have from elsewhere
    #[arg(long, value_name = "KEY")]
    key: Vec<VerifierKey>,
    /// The latest checkpoint must be cosigned by this witness: a key that you have from elsewhere
    #[arg(long, value_name = "KEY")]
    witness: Vec<VerifierKey>,
    /// A checkpoint that was kept from before: the ledger must go on from it
    #[arg(long, value_name = "FILE")]
    checkpoint: Option<PathBuf>,
    /// Read every paper on disk too
    #[arg(long, conflicts_with = "export")]
    papers: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ExportLedger {
    /// The folder to write; it must not exist yet
    folder: PathBuf,
    /// Include what officers wrote in their notes
    #[arg(long)]
    notes: bool,
}

impl Verify {
    /// Checks, and says what was checked or what is wrong.
    pub(crate) async fn run(self, settings: &Settings) -> Result<(), Failure> {
        if let Some(archive) = &self.file {
            return self.archive(archive);
        }
        let (keys, whose) = self.keys(settings)?;
        let known = Known {
            keys: TrustedKeys::given(keys),
            witnesses: self.witnesses(settings)?,
            demanded: self.witness.clone(),
            kept: self.checkpoint.as_deref().map(kept).transpose()?,
        };
        let mut shown = 101;
        let mut progress = |done: u64, all: u64| {
            let percent = done * 100 / all.max(1);
            if percent != shown {
                shown = percent;
                // Progress is for whoever watches; that nobody does is no failure.
                let _ = write!(std::io::stderr(), "\rChecking the ledger: {percent} %");
            }
        };
        let checked = if let Some(folder) = &self.export {
            fs::read_dir(folder).map_err(Failure::file(folder))?;
            check_export(folder, known, &mut progress)
        } else {
            let papers = self.papers(settings).await?;
            let database = office::existing_database(settings, self.database.as_deref()).await?;
            check_office(&database, papers.as_ref(), known, &mut progress).await
        };
        let _ = writeln!(std::io::stderr());
        print(&report(&checked?, whose))
    }

    /// Checks one file, which needs neither a database nor this office.
    fn archive(&self, path: &Path) -> Result<(), Failure> {
        let (keys, whose) = if self.key.is_empty() {
            let keys = keys_in_archive(path)?.into_iter().take(1).collect();
            (keys, OWN_KEY)
        } else {
            (self.key.clone(), "with the key that was given")
        };
        let report = check_archive(path, &TrustedKeys::given(keys), &self.witness)?;
        print(&file_report(&report, whose))
    }

    /// The papers on disk, if they are to be read.
    async fn papers(&self, settings: &Settings) -> Result<Option<BlobStore>, Failure> {
        if !self.papers {
            return Ok(None);
        }
        let papers = settings.storage.folder.join("papers");
        Ok(Some(BlobStore::open(&papers).await.map_err(Failure::file(&papers))?))
    }

    /// The witnesses whom the office asks: where they have cosigned, it must be good. An act is often younger than their
    /// last line, so that nobody demands one of them who does not say so.
    fn witnesses(&self, settings: &Settings) -> Result<Vec<VerifierKey>, Failure> {
        if self.export.is_some() {
            return Ok(Vec::new());
        }
        let configured = settings.ledger.witnesses()?.all.into_iter();
        Ok(configured.map(|witness| witness.key).collect())
    }

    /// The keys to trust, and where they are from.
    fn keys(&self, settings: &Settings) -> Result<(Vec<VerifierKey>, &'static str), Failure> {
        if !self.key.is_empty() {
            return Ok((self.key.clone(), "with the key that was given"));
        }
        if let Some(folder) = &self.export {
            let path = folder.join("keys.txt");
            let text = fs::read_to_string(&path).map_err(Failure::file(&path))?;
            let keys = read_keys(&text).map_err(|error| Failure::file(&path)(std::io::Error::other(error)))?;
            return Ok((keys.into_iter().take(1).collect(), OWN_KEY));
        }
        let keys = secrets::existing_ledger_keys(&settings.storage.folder)?;
        let first = keys.all().iter().take(1).map(|key| key.verifier().clone());
        Ok((first.collect(), "with the office's own key on this machine"))
    }
}

fn kept(path: &Path) -> Result<Kept, Failure> {
    let text = fs::read_to_string(path).map_err(Failure::file(path))?;
    Kept::read(&text).map_err(|finding| Failure::file(path)(std::io::Error::other(finding)))
}

fn report(counts: &Counts, whose: &str) -> String {
    let Counts {
        entries,
        waiting,
        checkpoints,
        cosignatures,
        notes,
        texts,
        documents,
        signatures,
        unverified,
    } = counts;
    let waiting = match waiting {
        0 => String::new(),
        waiting => format!(" and {waiting} that wait for their places"),
    };
    // What was signed is the notes: without them only the evidence could be looked at.
    let unread = match unverified {
        0 => "",
        _ => " What was signed is not in it: the signatures could not be verified.",
    };
    format!(
        "The ledger is whole: {entries} entries{waiting}, {checkpoints} checkpoints, {cosignatures} cosignatures, \
         {notes} notes, {texts} texts of drafts, {signatures} signatures and {documents} papers, {whose}.{unread}"
    )
}

/// What was proved of a file, and what was not.
fn file_report(report: &FileReport, whose: &str) -> String {
    let FileReport {
        number,
        origin,
        size,
        counts,
        members,
    } = report;
    let left_out = match counts.left_out {
        0 => String::new(),
        papers => format!("\nNot in it: {papers} papers that the exporter could not see."),
    };
    format!(
        "The file {number} is as {origin} has it at {size} entries: {members} members, {} entries with their proofs, {} \
         notes, {} texts of drafts, {} signatures and {} papers, {whose}.{left_out}\nNot proved: that nothing was done on \
         the file since; that no signing key was revoked in between; the words of file.json, movements.jsonl and book.pdf, \
         which follow from the rest.",
        counts.entries, counts.notes, counts.texts, counts.signatures, counts.documents
    )
}

impl From<CheckError> for Failure {
    fn from(error: CheckError) -> Self {
        match error {
            CheckError::Found(finding) => Self::Refused(finding),
            CheckError::Unread(error) => Self::Office(error),
        }
    }
}

impl ExportLedger {
    /// Gives what waits its place, asks the witnesses to cosign it, and writes the export.
    pub(crate) async fn run(self, settings: &Settings) -> Result<(), Failure> {
        let post = Post::new(&settings.ledger.witness_roots)?;
        let office = office::open(settings).await?;
        office.database().migrate().await?;
        while integrate(&office).await? > 0 {}
        for witness in &office.witnesses().all {
            tell(witness, &ask_witness(&office, witness, &post, true).await?);
        }
        fs::create_dir(&self.folder).map_err(Failure::file(&self.folder))?;
        let keys = office.ledger_keys().all().iter();
        let export = ExportSettings {
            keys: keys.map(|key| key.verifier().clone()).collect(),
            witnesses: office
                .witnesses()
                .all
                .iter()
                .map(|witness| witness.key.clone())
                .collect(),
            with_notes: self.notes,
        };
        let entries = export_ledger(office.database(), &self.folder, &export).await?;
        print(&format!("{entries} entries are in {}", self.folder.display()))
    }
}

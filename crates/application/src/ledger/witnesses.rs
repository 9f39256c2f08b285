//! Asking witnesses to cosign the latest checkpoint (docs/verification.md, "Witnesses").

use super::proofs::hashes;
use crate::office::{Error, Office};
use chrono::Duration;
use daftar_domain::ledger::audit::read_checkpoint;
use daftar_domain::ledger::tree::ProofPlan;
use daftar_domain::ledger::witness::{Submission, after_conflict, cosignature, patience, seen_size};
use daftar_domain::ledger::{VerifierKey, WitnessProblem};
use daftar_domain::office::Timestamp;
use daftar_persistence::ledger::{CheckpointRow, Cosignature, WitnessRow};
use std::future::Future;

/// How long whoever asks a witness has the turn; longer than its answers may take. Should the process end before the
/// witness has answered, another one asks after that time.
const TURN: Duration = Duration::minutes(1);

/// How often a checkpoint is sent in one turn: again, when the witness has said from where it wants the proof.
const TRIES: usize = 2;

/// Somebody outside the office who cosigns its checkpoints.
#[derive(Debug, Clone)]
pub struct Witness {
    /// Where it takes checkpoints: `/add-checkpoint` follows.
    pub url: String,
    /// The key that it cosigns with.
    pub key: VerifierKey,
}

/// The office's witnesses.
#[derive(Debug, Clone, Default)]
pub struct Witnesses {
    /// All of them; no two keys have the same name.
    pub all: Vec<Witness>,
    /// How often each is asked at most.
    pub every: std::time::Duration,
}

/// What a witness said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// It cosigned: its lines.
    Cosigned(String),
    /// It expects a proof from elsewhere: the size, as it wrote it, if it named one.
    Conflict(Option<String>),
    /// The proof does not lead from what it has seen to this checkpoint.
    Inconsistent,
    /// It answered something else: what, for the log.
    Refused(String),
    /// It did not answer in time, or not at all: why, for the log.
    Unreachable(String),
}

/// The way to a witness.
pub trait Messenger {
    /// Hands a submission to the witness at `url`, and waits for its reply, but not for ever.
    fn add_checkpoint(&self, url: &str, submission: String) -> impl Future<Output = Reply>;
}

/// How it went with a witness.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// There is nothing new for it, or it is not yet its turn.
    NotNow,
    /// It cosigned the checkpoint of this size.
    Cosigned(u64),
    /// It did not cosign; and why, for the log.
    Failed(WitnessProblem, String),
}

/// How it goes with a witness, for auditors.
#[derive(Debug, Clone)]
pub struct WitnessStatus {
    /// Its key.
    pub key: VerifierKey,
    /// The largest size that it cosigned; 0 before the first.
    pub size: u64,
    /// When its line came.
    pub at: Option<Timestamp>,
    /// Why it did not cosign the last time that it was asked.
    pub problem: Option<WitnessProblem>,
}

/// Asks a witness to cosign the latest checkpoint, if that is larger than what it has cosigned and nobody asked it lately.
/// `hurry` asks it in any case. The office waits for no witness: no transaction is open while one is asked.
///
/// # Errors
/// When the database fails. That the witness does not cosign is no error.
pub async fn ask_witness(
    office: &Office,
    witness: &Witness,
    messenger: &impl Messenger,
    hurry: bool,
) -> Result<Asked, Error> {
    let Some((seen, row)) = take_turn(office, witness.key.name(), hurry).await? else {
        return Ok(Asked::NotNow);
    };
    match converse(office, witness, messenger, seen, &row).await? {
        Outcome::Cosigned(line) => {
            keep(office, witness, row.size, line).await?;
            Ok(Asked::Cosigned(row.size))
        }
        Outcome::Overtaken => Ok(Asked::NotNow),
        Outcome::Failed(problem, why) => {
            put_off(office, witness, problem).await?;
            Ok(Asked::Failed(problem, why))
        }
    }
}

/// How it goes with all witnesses, in the order of the configuration.
pub(super) async fn witness_statuses(office: &Office) -> Result<Vec<WitnessStatus>, Error> {
    let mut statuses = Vec::new();
    for witness in &office.witnesses().all {
        let ledger = office.database().ledger();
        let last = ledger.last_cosignature(witness.key.name()).await?;
        let row = ledger.witness(witness.key.name()).await?;
        statuses.push(WitnessStatus {
            key: witness.key.clone(),
            size: last.as_ref().map_or(0, |(size, _)| *size),
            at: last.map(|(_, cosignature)| cosignature.at),
            problem: row.and_then(|row| row.problem),
        });
    }
    Ok(statuses)
}

/// The size that the witness has cosigned and the checkpoint to send, if it is its turn. The checkpoint is kept from now
/// on: the sequencer would put the next one in its place before a slow witness has answered.
async fn take_turn(office: &Office, name: &str, hurry: bool) -> Result<Option<(u64, CheckpointRow)>, Error> {
    let now = office.now();
    // Mostly there is nothing to do: a look without the writer.
    let ledger = office.database().ledger();
    let due_at = ledger.witness(name).await?.map_or(now, |row| row.due_at);
    // A turn that nobody can have given was given by a clock that went wrong.
    let longest = after(now, patience(office.witnesses().every, u32::MAX)) + TURN;
    let hurry = hurry || due_at > longest;
    if due_at > now && !hurry {
        return Ok(None);
    }
    let seen = ledger.cosigned_by(name).await?;
    if ledger.latest_checkpoint().await?.is_none_or(|row| row.size <= seen) {
        return Ok(None);
    }
    let tx = office.database().begin().await?;
    let Some(row) = tx.ledger().latest_checkpoint().await? else {
        return Ok(None);
    };
    let mine = tx.ledger().take_turn(name, now, now + TURN, hurry).await?;
    // Read once the turn is taken: whoever had it before may have got a cosignature.
    let seen = tx.ledger().cosigned_by(name).await?;
    if !mine || row.size <= seen || !tx.ledger().keep_checkpoint(row.size).await? {
        return Ok(None);
    }
    tx.commit().await?;
    Ok(Some((seen, row)))
}

enum Outcome {
    Cosigned(String),
    /// Another process has shown it a newer checkpoint meanwhile.
    Overtaken,
    Failed(WitnessProblem, String),
}

/// Sends the checkpoint; once more, if the witness expects a proof from elsewhere.
async fn converse(
    office: &Office,
    witness: &Witness,
    messenger: &impl Messenger,
    seen: u64,
    row: &CheckpointRow,
) -> Result<Outcome, Error> {
    let mut old = seen;
    for _ in 0..TRIES {
        let answer = match submit(office, witness, messenger, old, row).await? {
            Reply::Conflict(answer) => answer,
            Reply::Cosigned(lines) => return Ok(cosigned(witness, row, &lines)),
            Reply::Inconsistent => return Ok(inconsistent(old)),
            Reply::Refused(why) => return Ok(Outcome::Failed(WitnessProblem::Refused, why)),
            Reply::Unreachable(why) => return Ok(Outcome::Failed(WitnessProblem::Unreachable, why)),
        };
        let named = answer.as_deref().and_then(seen_size);
        match after_conflict(old, row.size, named) {
            Ok(from) => old = from,
            Err(WitnessProblem::Ahead) if named <= latest_size(office).await? => return Ok(Outcome::Overtaken),
            Err(problem) => {
                let named = named.map_or_else(|| "none".to_owned(), |size| size.to_string());
                let why = format!("it was shown size {}, and names what it has seen: {named}", row.size);
                return Ok(Outcome::Failed(problem, why));
            }
        }
    }
    let why = "it names another size each time".to_owned();
    Ok(Outcome::Failed(WitnessProblem::Refused, why))
}

async fn latest_size(office: &Office) -> Result<Option<u64>, Error> {
    let latest = office.database().ledger().latest_checkpoint().await?;
    Ok(latest.map(|row| row.size))
}

async fn submit(
    office: &Office,
    witness: &Witness,
    messenger: &impl Messenger,
    old: u64,
    row: &CheckpointRow,
) -> Result<Reply, Error> {
    let plan = ProofPlan::consistency(old, row.size);
    let plan = plan.ok_or_else(|| Error::Internal("a witness cannot have cosigned more than there is".to_owned()))?;
    let submission = Submission {
        old,
        proof: &hashes(office, &plan).await?,
        note: &row.note,
    };
    Ok(messenger.add_checkpoint(&witness.url, submission.to_string()).await)
}

/// What the lines of a witness are worth.
fn cosigned(witness: &Witness, row: &CheckpointRow, lines: &str) -> Outcome {
    let note = read_checkpoint(&row.note).ok();
    match note.and_then(|(note, _)| cosignature(&note.text, &witness.key, lines)) {
        Some(line) => Outcome::Cosigned(line),
        None => Outcome::Failed(
            WitnessProblem::Refused,
            "its answer has no good line by its key".to_owned(),
        ),
    }
}

/// What it means that a witness does not believe a proof. From nothing everything follows.
fn inconsistent(old: u64) -> Outcome {
    let problem = if old == 0 {
        WitnessProblem::Refused
    } else {
        WitnessProblem::Forked
    };
    Outcome::Failed(
        problem,
        format!("this ledger does not go on from what it saw at size {old}"),
    )
}

async fn keep(office: &Office, witness: &Witness, size: u64, line: String) -> Result<(), Error> {
    let now = office.now();
    let name = witness.key.name();
    let cosignature = Cosignature {
        witness: name.to_owned(),
        line,
        at: now,
    };
    let row = WitnessRow {
        due_at: after(now, office.witnesses().every),
        failures: 0,
        problem: None,
    };
    let tx = office.database().begin().await?;
    if !tx.ledger().cosign(size, &cosignature).await? {
        return Err(Error::Internal(format!("the checkpoint of size {size} is gone")));
    }
    tx.ledger().end_turn(name, &row).await?;
    Ok(tx.commit().await?)
}

async fn put_off(office: &Office, witness: &Witness, problem: WitnessProblem) -> Result<(), Error> {
    let name = witness.key.name();
    let tx = office.database().begin().await?;
    let before = tx.ledger().witness(name).await?.map_or(0, |row| row.failures);
    let failures = before.saturating_add(1);
    let row = WitnessRow {
        due_at: after(office.now(), patience(office.witnesses().every, failures)),
        failures,
        problem: Some(problem),
    };
    tx.ledger().end_turn(name, &row).await?;
    Ok(tx.commit().await?)
}

fn after(now: Timestamp, wait: std::time::Duration) -> Timestamp {
    let wait = Duration::from_std(wait).ok();
    wait.and_then(|wait| now.checked_add_signed(wait)).unwrap_or(now + TURN)
}

//! The server's side of the child that reads one paper.

use crate::confine::Costs;
use crate::media_type::MediaType;
use crate::reply::{self, LARGEST_REPLY};
use crate::task::{Answer, Task};
use std::ffi::OsString;
use std::io;
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;
use tokio::fs::File;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::process::{Child, Command};

/// The task of setting a communication with an own template, as the child's argument.
pub(crate) const SET: &str = "set";

/// What one communication may cost that is set with an own template. Built in, the longest takes a quarter of it.
const SETTING: Costs = Costs {
    memory: 1024 * 1024 * 1024,
    seconds: 10,
};

/// How a child ended that gave no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ended {
    /// It computed, or let us wait, for too long.
    TooSlow,
    /// It wanted more memory than there is for it, or failed otherwise.
    TooLarge,
}

/// The program whose process reads one paper, and what it may cost. The program hands its arguments to
/// [`crate::draw_one`].
#[derive(Debug, Clone)]
pub struct Program {
    /// Where it is.
    pub path: PathBuf,
    /// Its first arguments: what makes it the reader of papers.
    pub arguments: Vec<OsString>,
    /// What one paper may cost.
    pub costs: Costs,
    /// How long one paper may take by the clock on the wall. Longer than it may compute, so that a paper is not called
    /// unreadable because the machine was busy.
    pub patience: Duration,
}

impl Program {
    /// The program at `path`, with the usual limits.
    pub fn new(path: impl Into<PathBuf>, arguments: impl IntoIterator<Item = impl Into<OsString>>) -> Self {
        let costs = Costs::default();
        Self {
            path: path.into(),
            arguments: arguments.into_iter().map(Into::into).collect(),
            costs,
            patience: Duration::from_secs(3 * costs.seconds),
        }
    }

    /// Has the paper at `path` read. None when the child died, took too long or spoke nonsense: that is the paper's
    /// fault. That it cannot be started, or that there is no paper, is ours.
    pub(crate) async fn run(&self, path: &Path, media_type: MediaType, task: Task) -> io::Result<Option<Answer>> {
        let paper = File::open(path).await?.into_std().await;
        let mut child = self.start(paper, media_type, task)?;
        let reply = tokio::time::timeout(self.patience, finish(&mut child)).await;
        // One that did not end by itself is ended now, and waited for: nothing stays behind.
        if child.id().is_some() {
            child.kill().await?;
        }
        match reply {
            Ok(Ok(reply)) => Ok(reply::read(&reply)),
            Ok(Err(why)) => {
                tracing::warn!(%why, "the reader of a paper failed");
                Ok(None)
            }
            Err(_) => {
                tracing::warn!("a paper took too long");
                Ok(None)
            }
        }
    }

    /// Has a template set a communication: both are written to the child. `Ok(Err(_))` is the child's end without an
    /// answer.
    pub(crate) async fn set(&self, request: &[u8]) -> io::Result<Result<Vec<u8>, Ended>> {
        let mut child = self.spawn(Stdio::piped(), SETTING, &[SET.to_owned()])?;
        let input = child.stdin.take();
        let written = async {
            // A child that ended early has not read everything; how it ended says why.
            if let Some(mut input) = input {
                let _ = input.write_all(request).await;
            }
        };
        let work = async {
            let (reply, ()) = tokio::join!(finish(&mut child), written);
            reply
        };
        let reply = tokio::time::timeout(self.patience, work).await;
        let late = reply.is_err();
        if late {
            child.kill().await?;
        }
        let status = child.wait().await?;
        Ok(match reply {
            Ok(Ok(reply)) => Ok(reply),
            _ if late || matches!(status.signal(), Some(9 | 24)) => Err(Ended::TooSlow),
            Ok(Err(why)) => {
                tracing::warn!(%why, "the setting of an own template failed");
                Err(Ended::TooLarge)
            }
            Err(_) => Err(Ended::TooSlow),
        })
    }

    fn start(&self, paper: std::fs::File, media_type: MediaType, task: Task) -> io::Result<Child> {
        self.spawn(Stdio::from(paper), self.costs, &task.arguments(media_type))
    }

    fn spawn(&self, input: Stdio, costs: Costs, task: &[String]) -> io::Result<Child> {
        Command::new(&self.path)
            .args(&self.arguments)
            .args([costs.memory.to_string(), costs.seconds.to_string()])
            .args(task)
            // No secret, no setting and no search path goes along.
            .env_clear()
            .current_dir("/")
            .stdin(input)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
    }
}

/// The child's whole reply, once it ended well.
async fn finish(child: &mut Child) -> Result<Vec<u8>, String> {
    let mut reply = Vec::new();
    if let Some(output) = child.stdout.take() {
        let read = output.take(LARGEST_REPLY + 1).read_to_end(&mut reply).await;
        read.map_err(|error| error.to_string())?;
    }
    if reply.len() as u64 > LARGEST_REPLY {
        return Err("its reply is too long".to_owned());
    }
    match child.wait().await {
        Ok(status) if status.success() => Ok(reply),
        Ok(status) => Err(status.to_string()),
        Err(error) => Err(error.to_string()),
    }
}

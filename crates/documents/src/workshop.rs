//! Where untrusted papers are parsed and drawn: few at a time, each in a process of its own.

use crate::child::STACK;
use crate::media_type::MediaType;
use crate::program::Program;
use crate::task::{Answer, Task};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};

/// Where papers are parsed and drawn.
#[derive(Debug, Clone)]
pub enum Drawing {
    /// In a process of its own for each, which can reach nothing: the papers of strangers.
    Apart(Program),
    /// On a thread of this process, without limits: only papers that the program made itself.
    Here,
}

/// A bounded place for work that may be slow, or may fail in ways of its own.
#[derive(Debug, Clone)]
pub(crate) struct Workshop {
    places: Arc<Semaphore>,
    drawing: Arc<Drawing>,
}

impl Workshop {
    pub(crate) fn new(places: usize, drawing: Drawing) -> Self {
        Self {
            places: Arc::new(Semaphore::new(places.max(1))),
            drawing: Arc::new(drawing),
        }
    }

    /// Does a task with the paper at `path`; none when the paper made that impossible. Whoever asked may go away: the
    /// work keeps its place until it ends, so that asking again does not multiply it.
    pub(crate) async fn run(&self, path: PathBuf, media_type: MediaType, task: Task) -> io::Result<Option<Answer>> {
        let place = self.places.clone().acquire_owned().await.map_err(io::Error::other)?;
        let drawing = self.drawing.clone();
        let work = tokio::spawn(async move {
            let done = match &*drawing {
                Drawing::Apart(program) => program.run(&path, media_type, task).await,
                Drawing::Here => here(path, media_type, task).await,
            };
            release(place);
            done
        });
        work.await.map_err(io::Error::other)?
    }
}

/// The place is free when the work is done, not when somebody looks at the result.
fn release(place: OwnedSemaphorePermit) {
    drop(place);
}

async fn here(path: PathBuf, media_type: MediaType, task: Task) -> io::Result<Option<Answer>> {
    let (done, result) = oneshot::channel();
    thread::Builder::new()
        .name("papers".into())
        .stack_size(STACK)
        .spawn(move || {
            let _ = done.send(read(&path, media_type, task));
        })?;
    result.await.map_err(io::Error::other)?
}

fn read(path: &Path, media_type: MediaType, task: Task) -> io::Result<Option<Answer>> {
    let paper = std::fs::read(path)?;
    Ok(catch_unwind(AssertUnwindSafe(|| task.perform(paper, media_type))).ok())
}

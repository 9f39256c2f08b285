//! The child that reads one paper. It is born with an empty environment, the paper as its input and a pipe as its
//! output; it confines itself, answers, and ends.

use crate::LARGEST;
use crate::confine::{Costs, confine, stay_alone};
use crate::reply;
use crate::task::Task;
use std::io::{self, Read as _};
use std::process::ExitCode;
use std::thread;

/// Parsers of nested formats recurse; a thread of their own has room for it.
pub(crate) const STACK: usize = 64 * 1024 * 1024;

/// Reads one paper, as [`crate::Program`] asks for it. Whatever goes wrong is a failure without words: the server
/// knows what that means, and nobody reads what a hostile paper could have made us print.
pub fn draw_one(arguments: &[String]) -> ExitCode {
    match answer(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn answer(arguments: &[String]) -> io::Result<()> {
    let (costs, task) = parse(arguments).ok_or(io::ErrorKind::InvalidInput)?;
    confine(costs)?;
    let (task, media_type) = task;
    let reader = thread::Builder::new().stack_size(STACK).spawn(move || {
        stay_alone()?;
        let mut paper = Vec::new();
        io::stdin().lock().take(LARGEST + 1).read_to_end(&mut paper)?;
        reply::write(&task.perform(paper, media_type), &mut io::stdout().lock())
    })?;
    reader.join().map_err(|_| io::ErrorKind::Other)?
}

fn parse(arguments: &[String]) -> Option<(Costs, (Task, crate::MediaType))> {
    let (costs, task) = arguments.split_at_checked(2)?;
    let costs = Costs {
        memory: costs[0].parse().ok()?,
        seconds: costs[1].parse().ok()?,
    };
    Some((costs, Task::parse(task)?))
}

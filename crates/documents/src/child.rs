//! The child that reads one paper. It is born with an empty environment, the paper as its input and a pipe as its
//! output; it confines itself, answers, and ends.

use crate::LARGEST;
use crate::confine::{Costs, confine, stay_alone};
use crate::program::SET;
use crate::reply;
use crate::task::Task;
use crate::typeset::set_one;
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
    if let Some(costs) = setting(arguments) {
        return set(costs);
    }
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

/// The costs, where a communication is to be set.
fn setting(arguments: &[String]) -> Option<Costs> {
    match arguments {
        [memory, seconds, task] if task == SET => Some(Costs {
            memory: memory.parse().ok()?,
            seconds: seconds.parse().ok()?,
        }),
        _ => None,
    }
}

/// Sets a communication with a template of an office's own: both are the input.
fn set(costs: Costs) -> io::Result<()> {
    confine(costs)?;
    let setter = thread::Builder::new().stack_size(STACK).spawn(move || {
        // Typst shares its work among threads; there will be none but this one.
        let alone = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread();
        alone.build_global().map_err(io::Error::other)?;
        stay_alone()?;
        let mut request = Vec::new();
        io::stdin().lock().take(LARGEST + 1).read_to_end(&mut request)?;
        set_one(&request, &mut io::stdout().lock())
    })?;
    setter.join().map_err(|_| io::ErrorKind::Other)?
}

fn parse(arguments: &[String]) -> Option<(Costs, (Task, crate::MediaType))> {
    let (costs, task) = arguments.split_at_checked(2)?;
    let costs = Costs {
        memory: costs[0].parse().ok()?,
        seconds: costs[1].parse().ok()?,
    };
    Some((costs, Task::parse(task)?))
}

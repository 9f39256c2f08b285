//! What a process gives up before it touches the paper of a stranger.

use rustix::process::{Resource, Rlimit, setrlimit};
use std::io;

/// What one paper may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Costs {
    /// Bytes of address space, the program itself included.
    pub memory: u64,
    /// Seconds of computing.
    pub seconds: u64,
}

impl Default for Costs {
    /// The largest picture that is drawn at all (80 million pixels) beside its file needs two thirds of the memory.
    fn default() -> Self {
        Self {
            memory: 1536 * 1024 * 1024,
            seconds: 20,
        }
    }
}

/// Lowers the limits of this process for good: memory, computing, no core dump, no byte written into a file, and **no
/// further descriptor**. Without one there is no file, no socket, no pipe: whatever a paper makes of its parser, it
/// reaches no disk and no network. What is open already stays: the paper, and the pipe for the answer.
pub fn confine(costs: Costs) -> io::Result<()> {
    for (resource, most) in [
        (Resource::As, costs.memory),
        (Resource::Cpu, costs.seconds),
        (Resource::Core, 0),
        (Resource::Fsize, 0),
        (Resource::Nofile, 0),
    ] {
        lower(resource, most)?;
    }
    Ok(())
}

/// Gives up starting threads and processes; for when the last thread that is needed runs.
pub(crate) fn stay_alone() -> io::Result<()> {
    lower(Resource::Nproc, 0)
}

/// The hard limit goes with the soft one, so that nothing later can raise it.
fn lower(resource: Resource, most: u64) -> io::Result<()> {
    let limit = Rlimit {
        current: Some(most),
        maximum: Some(most),
    };
    Ok(setrlimit(resource, limit)?)
}

//! The reader of one paper as a program of its own, for the tests of this crate; the office's program has the same
//! inside, as `daftar draw`. With a first word it behaves as hostile papers would like the reader to.
#![allow(
    clippy::print_stdout,
    reason = "what a confined process could reach is told on its output"
)]

use daftar_documents::{Costs, confine, draw_one};
use std::net::{TcpListener, UdpSocket};
use std::os::unix::net::UnixDatagram;
use std::process::{Command, ExitCode};
use std::{env, fs, process, thread};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.first().map(String::as_str) {
        Some("stuck") => loop {
            thread::park();
        },
        Some("spinning") => {
            // A failure would end it; the test expects that it is ended.
            let _ = confine(Costs {
                seconds: 1,
                ..Costs::default()
            });
            loop {
                std::hint::spin_loop();
            }
        }
        Some("greedy") => greedy(),
        Some("talkative") => loop {
            println!("{}", "x".repeat(1 << 16));
        },
        Some("reaching") => reach(),
        // A second word marks the process for whoever looks for it.
        Some("marked") => draw_one(arguments.get(2..).unwrap_or_default()),
        _ => draw_one(&arguments),
    }
}

fn greedy() -> ExitCode {
    let _ = confine(Costs {
        memory: 256 << 20,
        ..Costs::default()
    });
    let mut hoard: Vec<Vec<u8>> = Vec::new();
    loop {
        hoard.push(vec![1; 1 << 24]);
    }
}

/// Tries everything that would lead out, before and after confining itself, and tells what was possible.
fn reach() -> ExitCode {
    let before = reached();
    if confine(Costs::default()).is_err() {
        return ExitCode::FAILURE;
    }
    println!("before: {}", before.join(" "));
    println!("after: {}", reached().join(" "));
    ExitCode::SUCCESS
}

fn reached() -> Vec<&'static str> {
    let scratch = env::temp_dir().join(format!("daftar-reach-{}", process::id()));
    let tries = [
        ("read", fs::read("/etc/passwd").is_ok()),
        ("list", fs::read_dir("/").is_ok()),
        ("write", fs::write(&scratch, "x").is_ok()),
        ("tcp", TcpListener::bind(("127.0.0.1", 0)).is_ok()),
        ("udp", UdpSocket::bind(("127.0.0.1", 0)).is_ok()),
        ("unix", UnixDatagram::unbound().is_ok()),
        ("pipe", std::io::pipe().is_ok()),
        ("start", Command::new("/bin/true").output().is_ok()),
    ];
    // Left behind only where writing was possible.
    let _ = fs::remove_file(&scratch);
    tries
        .into_iter()
        .filter_map(|(name, done)| done.then_some(name))
        .collect()
}

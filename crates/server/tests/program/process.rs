//! Starting the program, listening to what it says, and telling it to stop.

use daftar_testing::Client;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use tempfile::TempDir;

/// A machine for one office: a working folder, in which its data folder will lie.
pub(crate) struct Place(TempDir);

/// A command that has ended.
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// A process that runs; it does not outlive its test.
pub(crate) struct Running {
    child: Child,
    lines: Receiver<String>,
    /// The log so far, as far as it was looked at.
    log: Vec<String>,
}

/// A server that answers.
pub(crate) struct Server {
    pub(crate) process: Running,
    /// Where it listens.
    pub(crate) address: String,
}

impl Place {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// The working folder.
    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// The data folder.
    pub(crate) fn data(&self) -> PathBuf {
        self.path().join("data")
    }

    /// The program with these arguments, in an environment that has nothing of the developer's settings.
    fn command(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_daftar"));
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("DAFTAR_")) {
            command.env_remove(name);
        }
        command
            .args(arguments)
            .current_dir(self.path())
            .stdin(Stdio::null())
            .env("DAFTAR__STORAGE__FOLDER", self.data())
            .envs(variables.iter().copied());
        command
    }

    /// Runs a command to its end.
    pub(crate) fn run(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Ended {
        let done = self.command(arguments, variables).output().unwrap();
        Ended {
            code: done.status.code(),
            out: String::from_utf8(done.stdout).unwrap(),
            err: String::from_utf8(done.stderr).unwrap(),
        }
    }

    /// Starts a command that goes on until it is told to stop. Any free port is good: the log says which it is.
    pub(crate) fn start(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Running {
        let usual = [
            ("DAFTAR__SERVER__ADDRESS", "127.0.0.1:0"),
            ("DAFTAR__SERVER__WORKERS", "1"),
            ("DAFTAR__LOG__FORMAT", "json"),
            ("DAFTAR__IDENTITY__SECOND_FACTOR", "offered"),
            ("DAFTAR__IDENTITY__LEAST_PROOF", "password"),
        ];
        let mut command = self.command(arguments, &[&usual, variables].concat());
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let said = BufReader::new(child.stderr.take().unwrap());
        let (heard, lines) = channel();
        // A pipe that nobody empties would stop the program. The thread ends with the process, or with the test.
        thread::spawn(move || said.lines().map_while(Result::ok).try_for_each(|line| heard.send(line)));
        Running {
            child,
            lines,
            log: Vec::new(),
        }
    }

    /// Starts a server and waits until it is open.
    pub(crate) fn serve(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Server {
        let mut process = self.start(&[&["serve"], arguments].concat(), variables);
        let open: Value = serde_json::from_str(&process.until("the office is open")).unwrap();
        let address = open["address"].as_str().unwrap().to_owned();
        Server { process, address }
    }
}

impl Running {
    /// Waits for a line of the log with these words.
    pub(crate) fn until(&mut self, words: &str) -> String {
        loop {
            let Ok(line) = self.lines.recv() else {
                panic!("ended without saying '{words}':\n{}", self.log.join("\n"));
            };
            self.log.push(line.clone());
            if line.contains(words) {
                return line;
            }
        }
    }

    /// Sends SIGTERM.
    pub(crate) fn tell_to_stop(&self) {
        kill_process(Pid::from_child(&self.child), Signal::TERM).unwrap();
    }

    /// Kills it outright.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Waits for the end; answers how it ended, and the whole log.
    pub(crate) fn end(mut self) -> (ExitStatus, Vec<String>) {
        let status = self.child.wait().unwrap();
        self.log.extend(self.lines.iter());
        (status, std::mem::take(&mut self.log))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    /// A client that nobody is signed in with.
    pub(crate) fn client(&self) -> Client {
        Client::new(format!("http://{}", self.address), None)
    }

    /// Tells it to stop, and looks that it does so in good order; answers its log.
    pub(crate) fn close(self) -> Vec<String> {
        self.process.tell_to_stop();
        let (status, log) = self.process.end();
        assert_eq!(status.code(), Some(0), "{}", log.join("\n"));
        log
    }
}

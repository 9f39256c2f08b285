//! Logs: for people or for machines, with request ids, never with secrets.

use crate::failure::Failure;
use crate::settings::{LogFormat, LogSettings};
use std::backtrace::{Backtrace, BacktraceStatus};
use std::io::IsTerminal;
use std::panic::PanicHookInfo;

/// Starts logging to standard error.
pub(crate) fn start(settings: &LogSettings) -> Result<(), Failure> {
    let builder = tracing_subscriber::fmt()
        .with_env_filter(settings.filter()?)
        // Colours are for a person at a terminal: in a file or a journal they are noise.
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr);
    let started = match settings.format {
        LogFormat::Human => builder.with_target(false).try_init(),
        LogFormat::Json => {
            std::panic::set_hook(Box::new(panicked));
            builder.json().flatten_event(true).try_init()
        }
    };
    started.map_err(|e| Failure::Setting {
        key: "log",
        problem: e.to_string(),
    })
}

/// Logs a panic like everything else: what Rust itself writes to standard error is no JSON, and more than one line.
fn panicked(panic: &PanicHookInfo<'_>) {
    let place = panic.location().map(ToString::to_string);
    let words = panic.payload_as_str();
    let backtrace = Backtrace::capture();
    let backtrace = (backtrace.status() == BacktraceStatus::Captured).then(|| backtrace.to_string());
    tracing::error!(place, words, backtrace, "panicked");
}

#[cfg(test)]
mod tests {
    use super::panicked;
    use serde_json::Value;
    use std::fs::{self, File};
    use std::panic;

    #[test]
    fn a_panic_is_one_line_of_json() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("log");
        let subscriber = tracing_subscriber::fmt()
            .json()
            .flatten_event(true)
            .with_writer(File::create(&path).unwrap())
            .finish();
        let usual = panic::take_hook();
        panic::set_hook(Box::new(panicked));
        let caught = tracing::subscriber::with_default(subscriber, || panic::catch_unwind(|| panic!("no\nsuch desk")));
        panic::set_hook(usual);
        assert!(caught.is_err());
        let log = fs::read_to_string(&path).unwrap();
        let line: Value = serde_json::from_str(&log).unwrap();
        assert_eq!(
            (&line["level"], &line["words"]),
            (&"ERROR".into(), &"no\nsuch desk".into())
        );
        assert!(line["place"].as_str().unwrap().contains("log.rs"), "{log}");
        assert_eq!(log.lines().count(), 1);
    }
}

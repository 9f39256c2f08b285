//! A committed table of rights: one line for each operation, one column for everybody who asks.
//!
//! An operation that is not in the table, or answers somebody otherwise than the table says, fails.
//! `DAFTAR_WRITE_MATRIX=1` writes the tables anew, to be read and committed.

use super::requests::Operation;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A table on disk.
pub(super) struct Table {
    pub(super) path: &'static str,
    /// What stands above it.
    pub(super) about: &'static str,
    pub(super) columns: &'static [&'static str],
}

impl Table {
    /// Checks the operations whose position is `part` modulo `parts`: nextest runs the parts side by side.
    pub(super) async fn check(
        &self,
        operations: Vec<Operation>,
        (part, parts): (usize, usize),
        answers: impl AsyncFn(&Operation) -> Vec<u16>,
    ) {
        let declared = self.declared();
        let mut wrong = Vec::new();
        for operation in operations.iter().skip(part).step_by(parts) {
            let found = self.line(operation, &answers(operation).await);
            match declared.get(&operation.id) {
                Some(line) if line.split_whitespace().eq(found.split_whitespace()) => {}
                Some(line) => wrong.push(format!("declared {line}\nfound    {found}")),
                None => wrong.push(format!("an operation that nobody declared:\n{found}")),
            }
        }
        assert!(wrong.is_empty(), "{}\n{}", self.header(), wrong.join("\n"));
    }

    /// Operations of the table that the application no longer has.
    pub(super) fn gone(&self, operations: &[Operation]) -> Vec<String> {
        let known = |id: &String| operations.iter().any(|operation| operation.id == *id);
        self.declared().into_keys().filter(|id| !known(id)).collect()
    }

    /// Writes the table; only when asked to.
    pub(super) async fn write(&self, operations: Vec<Operation>, answers: impl AsyncFn(&Operation) -> Vec<u16>) {
        if std::env::var_os("DAFTAR_WRITE_MATRIX").is_none() {
            return;
        }
        let mut text = format!("# {}\n{}\n", self.about, self.header());
        for operation in operations {
            writeln!(text, "{}", self.line(&operation, &answers(&operation).await)).unwrap();
        }
        std::fs::write(self.path, text).unwrap();
    }

    fn declared(&self) -> BTreeMap<String, String> {
        let text = std::fs::read_to_string(self.path).unwrap_or_default();
        let lines = text
            .lines()
            .filter(|line| !line.starts_with('#') && !line.trim().is_empty());
        lines
            .map(|line| (line.split_whitespace().next().unwrap().to_owned(), line.to_owned()))
            .collect()
    }

    fn header(&self) -> String {
        row("# operation", self.columns)
    }

    fn line(&self, operation: &Operation, answers: &[u16]) -> String {
        assert_eq!(answers.len(), self.columns.len());
        row(&operation.id, answers)
    }
}

fn row<T: std::fmt::Display>(name: &str, cells: &[T]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| format!("{cell:>6}")).collect();
    format!("{name:<24} {}", cells.join(" "))
}

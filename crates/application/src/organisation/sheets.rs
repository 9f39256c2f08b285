//! CSV as it comes out of a spreadsheet.

use csv::{ReaderBuilder, Trim};
use daftar_domain::organisation::{ImportRefusal, Record, RowError, Sheet, Table};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The most rows of a sheet.
const MOST_ROWS: usize = 20_000;

/// The sheets of an import, as CSV; those that are missing stay as they are.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Sheets {
    /// Units.
    pub units: Option<String>,
    /// Posts.
    pub posts: Option<String>,
    /// Persons.
    pub persons: Option<String>,
    /// Charges.
    pub charges: Option<String>,
}

impl Sheets {
    /// Whether there is nothing to import.
    pub(super) fn is_empty(&self) -> bool {
        self.all().all(|(_, csv)| csv.is_none())
    }

    /// Reads all sheets into cells; what cannot be read is added to `errors`.
    pub(super) fn tables(&self, errors: &mut Vec<RowError>) -> BTreeMap<Sheet, Table> {
        let mut tables = BTreeMap::new();
        for (sheet, csv) in self.all() {
            let Some(csv) = csv else { continue };
            match table(csv) {
                Ok(table) => {
                    tables.insert(sheet, table);
                }
                Err(refusal) => errors.push(RowError::row(sheet, 1, refusal)),
            }
        }
        tables
    }

    fn all(&self) -> impl Iterator<Item = (Sheet, Option<&str>)> {
        [
            (Sheet::Units, self.units.as_deref()),
            (Sheet::Posts, self.posts.as_deref()),
            (Sheet::Persons, self.persons.as_deref()),
            (Sheet::Charges, self.charges.as_deref()),
        ]
        .into_iter()
    }
}

/// Rows are numbered as a spreadsheet numbers them; blank ones are passed over.
fn table(csv: &str) -> Result<Table, ImportRefusal> {
    let csv = csv.trim_start_matches('\u{FEFF}');
    let mut reader = ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .trim(Trim::All)
        .from_reader(csv.as_bytes());
    let mut table = Table::default();
    for (record, row) in reader.records().zip(1..) {
        let record = record.map_err(|_| ImportRefusal::NotCsv)?;
        let cells: Vec<String> = record.iter().map(str::to_owned).collect();
        if row == 1 {
            table.header = cells;
        } else if cells.iter().any(|cell| !cell.is_empty()) {
            table.records.push(Record { row, cells });
        }
        if table.records.len() > MOST_ROWS {
            return Err(ImportRefusal::TooManyRows);
        }
    }
    Ok(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_blank_rows_and_a_byte_order_mark_are_as_spreadsheets_write_them() {
        let table = table("\u{FEFF}a,b\r\n\"x, y\",\"دو\nسطر\"\r\n,\r\nz\r\n").unwrap();
        assert_eq!(table.header, ["a", "b"]);
        let rows: Vec<(u32, usize)> = table
            .records
            .iter()
            .map(|record| (record.row, record.cells.len()))
            .collect();
        assert_eq!(rows, [(2, 2), (4, 1)]);
        assert_eq!(table.records[0].cells, ["x, y", "دو\nسطر"]);
    }
}

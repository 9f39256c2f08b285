//! Sheets, their columns, and how a wrong cell is named.

use crate::office::{Refusal, refusals, vocabulary};
use serde::{Deserialize, Serialize};

vocabulary! {
    /// A sheet of the import.
    Sheet {
        /// Units.
        Units = "units",
        /// Posts.
        Posts = "posts",
        /// Persons.
        Persons = "persons",
        /// Who holds which post.
        Charges = "charges",
    }
}

impl Sheet {
    /// The columns that the sheet must have, in the order of its template.
    pub const fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Units => &[
                "code",
                "parent_code",
                "kind",
                "name_en",
                "name_ur",
                "file_number_template",
            ],
            Self::Posts => &[
                "code",
                "unit_code",
                "title_en",
                "title_ur",
                "grade",
                "reports_to_code",
                "roles",
            ],
            Self::Persons => &["user_name", "name_en", "name_ur", "email", "language"],
            Self::Charges => &["post_code", "user_name", "kind", "from"],
        }
    }

    /// An example to fill in, as CSV.
    pub const fn template(self) -> &'static str {
        match self {
            Self::Units => {
                "code,parent_code,kind,name_en,name_ur,file_number_template\r\n\
                 FD,,department,Finance Department,محکمہ خزانہ,\r\n\
                 FD-BUDGET-1,FD,section,Budget Section I,بجٹ سیکشن اوّل,\r\n"
            }
            Self::Posts => {
                "code,unit_code,title_en,title_ur,grade,reports_to_code,roles\r\n\
                 SEC-FD,FD,Secretary Finance,سیکرٹری خزانہ,20,,officer authenticator\r\n\
                 SO-BUDGET-1,FD-BUDGET-1,Section Officer (Budget-I),سیکشن آفیسر (بجٹ اوّل),17,SEC-FD,officer\r\n"
            }
            Self::Persons => {
                "user_name,name_en,name_ur,email,language\r\n\
                 ayesha.khan,Ayesha Khan,عائشہ خان,ayesha.khan@example.gov.pk,ur\r\n"
            }
            Self::Charges => "post_code,user_name,kind,from\r\nSO-BUDGET-1,ayesha.khan,substantive,2026-07-01\r\n",
        }
    }
}

refusals! {
    /// What can be wrong with a sheet, beside what can be wrong with a form.
    ImportRefusal {
        /// It is no CSV: a quote that is never closed, or bytes that are no text.
        NotCsv => "not-csv", Invalid;
        /// More rows than one import takes.
        TooManyRows => "too-many-rows", Invalid;
        /// The heading of a column is missing.
        ColumnMissing => "column-missing", Invalid;
        /// A column that the sheet does not have.
        ColumnUnknown => "column-unknown", Invalid;
        /// The same heading twice.
        ColumnTwice => "column-twice", Invalid;
        /// More or fewer cells than the heading.
        CellCount => "cell-count", Invalid;
        /// A word that is not in its list.
        WordUnknown => "word-unknown", Invalid;
        /// Not a whole number.
        NumberShape => "number-shape", Invalid;
        /// Not a date like 2026-07-01.
        DateShape => "date-shape", Invalid;
        /// A date that has not come yet.
        DateInFuture => "date-in-future", Invalid;
        /// Two rows of a sheet mean the same thing.
        RowTwice => "row-twice", Invalid;
        /// No unit has this code, here or in the office.
        UnitCodeUnknown => "unit-code-unknown", Invalid;
        /// No post has this code, here or in the office.
        PostCodeUnknown => "post-code-unknown", Invalid;
        /// Nobody has this user name, here or in the office.
        UserNameUnknown => "user-name-unknown", Invalid;
    }
}

/// One row of a sheet, as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its number as a spreadsheet counts: 1 is the heading.
    pub row: u32,
    /// Its cells.
    pub cells: Vec<String>,
}

/// A sheet, as read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// The headings.
    pub header: Vec<String>,
    /// The rows below.
    pub records: Vec<Record>,
}

/// Something wrong in a sheet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RowError {
    /// The sheet.
    pub sheet: Sheet,
    /// The row; 1 is the heading.
    pub row: u32,
    /// The column, where it is one.
    pub column: Option<String>,
    /// What is wrong.
    pub code: String,
}

impl RowError {
    /// A refusal at a cell.
    pub fn at(sheet: Sheet, row: u32, column: &str, refusal: impl Into<Refusal>) -> Self {
        Self {
            sheet,
            row,
            column: Some(column.to_owned()),
            code: refusal.into().code.to_owned(),
        }
    }

    /// A refusal of a whole row.
    pub fn row(sheet: Sheet, row: u32, refusal: impl Into<Refusal>) -> Self {
        Self {
            sheet,
            row,
            column: None,
            code: refusal.into().code.to_owned(),
        }
    }

    /// A refusal of a form's field, at the column of that name.
    pub(super) fn field(sheet: Sheet, row: u32, refusal: Refusal) -> Self {
        let column = refusal.field.map(|pointer| column_of(sheet, pointer));
        Self {
            sheet,
            row,
            column: column.map(str::to_owned),
            code: refusal.code.to_owned(),
        }
    }
}

/// The column that stands for a field of the form.
fn column_of(sheet: Sheet, pointer: &'static str) -> &'static str {
    match (sheet, pointer) {
        (Sheet::Units, "/parent_id") => "parent_code",
        (Sheet::Posts, "/reports_to") => "reports_to_code",
        (Sheet::Posts, "/unit_id") => "unit_code",
        (_, pointer) => pointer.trim_start_matches('/'),
    }
}

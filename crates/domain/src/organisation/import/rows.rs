//! From cells to typed rows; each row is checked by the same rules as the form on the screen.

use super::sheet::{ImportRefusal, Record, RowError, Sheet, Table};
use crate::access::Roles;
use crate::identity::fold_user_name;
use crate::office::{Language, Refusal};
use crate::organisation::{ChargeKind, PersonFields, PostFields, UnitFields, UnitKind};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

/// A row of the units sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitRow {
    /// Its number.
    pub row: u32,
    /// The code of the unit above.
    pub parent: Option<String>,
    /// What sort of unit it is.
    pub kind: UnitKind,
    /// The rest.
    pub fields: UnitFields,
}

/// A row of the posts sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostRow {
    /// Its number.
    pub row: u32,
    /// The code of its unit.
    pub unit: String,
    /// The code of the post that it reports to.
    pub reports_to: Option<String>,
    /// The rest.
    pub fields: PostFields,
}

/// A row of the persons sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRow {
    /// Its number.
    pub row: u32,
    /// All of it.
    pub fields: PersonFields,
}

/// A row of the charges sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChargeRow {
    /// Its number.
    pub row: u32,
    /// The code of the post.
    pub post: String,
    /// The user name of the person.
    pub user_name: String,
    /// Under what title.
    pub kind: ChargeKind,
    /// Since which day.
    pub from: NaiveDate,
}

/// The rows of all sheets.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rows {
    /// Units.
    pub units: Vec<UnitRow>,
    /// Posts.
    pub posts: Vec<PostRow>,
    /// Persons.
    pub persons: Vec<PersonRow>,
    /// Charges.
    pub charges: Vec<ChargeRow>,
    /// The keys of rows that were refused: what refers to them is not wrong because of that.
    pub refused: BTreeSet<(Sheet, String)>,
}

/// Reads all sheets; what is wrong is added to `errors`, and its row left out.
pub fn read_rows(tables: &BTreeMap<Sheet, Table>, errors: &mut Vec<RowError>) -> Rows {
    let mut rows = Rows::default();
    let refused = &mut rows.refused;
    rows.units = Reader::open(Sheet::Units, tables, errors).rows(unit_row, |row| row.fields.code.clone(), refused);
    rows.posts = Reader::open(Sheet::Posts, tables, errors).rows(post_row, |row| row.fields.code.clone(), refused);
    rows.persons =
        Reader::open(Sheet::Persons, tables, errors).rows(person_row, |row| row.fields.user_name.clone(), refused);
    rows.charges = Reader::open(Sheet::Charges, tables, errors).rows(charge_row, |row| row.post.clone(), refused);
    rows
}

fn unit_row(row: &mut Row<'_>) -> Option<UnitRow> {
    let kind: Option<UnitKind> = row.word("kind");
    let fields = UnitFields::check(
        row.cell("code"),
        row.cell("name_en"),
        row.cell("name_ur"),
        row.optional("file_number_template"),
    );
    let fields = row.checked(fields)?;
    Some(UnitRow {
        row: row.record.row,
        parent: row.optional("parent_code").map(str::to_owned),
        kind: kind?,
        fields,
    })
}

fn post_row(row: &mut Row<'_>) -> Option<PostRow> {
    let grade = row.cell("grade").parse::<i64>().ok();
    if grade.is_none() {
        row.refuse("grade", ImportRefusal::NumberShape);
    }
    let roles = row
        .cell("roles")
        .split_whitespace()
        .map(str::parse)
        .collect::<Result<_, _>>();
    let Ok(roles) = roles else {
        row.refuse("roles", ImportRefusal::WordUnknown);
        return None;
    };
    let fields = PostFields::check(
        row.cell("code"),
        row.cell("title_en"),
        row.cell("title_ur"),
        grade.unwrap_or(1),
        Roles(roles),
    );
    let unit = row.optional("unit_code").map(str::to_owned);
    if unit.is_none() {
        row.refuse("unit_code", ImportRefusal::UnitCodeUnknown);
    }
    let fields = row.checked(fields);
    grade?;
    Some(PostRow {
        row: row.record.row,
        reports_to: row.optional("reports_to_code").map(str::to_owned),
        unit: unit?,
        fields: fields?,
    })
}

fn person_row(row: &mut Row<'_>) -> Option<PersonRow> {
    let language: Option<Language> = row.word("language");
    let fields = PersonFields::check(
        row.cell("user_name"),
        row.cell("name_en"),
        row.cell("name_ur"),
        row.optional("email"),
        language.unwrap_or(Language::Urdu),
    );
    let fields = row.checked(fields)?;
    language?;
    Some(PersonRow {
        row: row.record.row,
        fields,
    })
}

fn charge_row(row: &mut Row<'_>) -> Option<ChargeRow> {
    let kind = row.word("kind");
    let from = NaiveDate::parse_from_str(row.cell("from"), "%Y-%m-%d").ok();
    if from.is_none() {
        row.refuse("from", ImportRefusal::DateShape);
    }
    let post = row.optional("post_code").map(str::to_owned);
    if post.is_none() {
        row.refuse("post_code", ImportRefusal::PostCodeUnknown);
    }
    let user_name = row.optional("user_name").map(fold_user_name);
    if user_name.is_none() {
        row.refuse("user_name", ImportRefusal::UserNameUnknown);
    }
    Some(ChargeRow {
        row: row.record.row,
        post: post?,
        user_name: user_name?,
        kind: kind?,
        from: from?,
    })
}

/// A sheet whose headings were checked.
struct Reader<'a> {
    sheet: Sheet,
    columns: BTreeMap<&'static str, usize>,
    width: usize,
    records: &'a [Record],
    errors: &'a mut Vec<RowError>,
}

impl<'a> Reader<'a> {
    /// Checks the headings; with wrong ones there are no rows to read.
    fn open(sheet: Sheet, tables: &'a BTreeMap<Sheet, Table>, errors: &'a mut Vec<RowError>) -> Self {
        let table = tables.get(&sheet);
        let mut columns = BTreeMap::new();
        let header = table.map_or(&[][..], |table| &table.header);
        let before = errors.len();
        if table.is_some() {
            check_header(sheet, header, &mut columns, errors);
        }
        let readable = errors.len() == before;
        Self {
            sheet,
            columns,
            width: header.len(),
            records: table.filter(|_| readable).map_or(&[][..], |table| &table.records),
            errors,
        }
    }

    /// Reads every row, and refuses the second one with the same key.
    fn rows<R>(
        self,
        read: impl Fn(&mut Row<'_>) -> Option<R>,
        key: impl Fn(&R) -> String,
        refused: &mut BTreeSet<(Sheet, String)>,
    ) -> Vec<R> {
        let mut seen = BTreeSet::new();
        let mut rows = Vec::with_capacity(self.records.len());
        for record in self.records {
            if record.cells.len() != self.width {
                self.errors
                    .push(RowError::row(self.sheet, record.row, ImportRefusal::CellCount));
                continue;
            }
            let mut row = Row {
                sheet: self.sheet,
                columns: &self.columns,
                record,
                errors: self.errors,
            };
            let Some(read) = read(&mut row) else {
                let key = row.cell(self.sheet.columns()[0]);
                let key = if self.sheet == Sheet::Persons {
                    fold_user_name(key)
                } else {
                    key.to_owned()
                };
                refused.insert((self.sheet, key));
                continue;
            };
            if seen.insert(key(&read)) {
                rows.push(read);
            } else {
                let column = self.sheet.columns()[0];
                self.errors
                    .push(RowError::at(self.sheet, record.row, column, ImportRefusal::RowTwice));
            }
        }
        rows
    }
}

fn check_header(
    sheet: Sheet,
    header: &[String],
    columns: &mut BTreeMap<&'static str, usize>,
    errors: &mut Vec<RowError>,
) {
    for (at, heading) in header.iter().enumerate() {
        let heading = heading.trim();
        match sheet.columns().iter().find(|column| **column == heading) {
            None => errors.push(RowError::at(sheet, 1, heading, ImportRefusal::ColumnUnknown)),
            Some(column) => {
                if columns.insert(column, at).is_some() {
                    errors.push(RowError::at(sheet, 1, heading, ImportRefusal::ColumnTwice));
                }
            }
        }
    }
    for column in sheet.columns() {
        if !columns.contains_key(column) {
            errors.push(RowError::at(sheet, 1, column, ImportRefusal::ColumnMissing));
        }
    }
}

/// One row, by the names of its columns.
struct Row<'a> {
    sheet: Sheet,
    columns: &'a BTreeMap<&'static str, usize>,
    record: &'a Record,
    errors: &'a mut Vec<RowError>,
}

impl<'a> Row<'a> {
    fn cell(&self, column: &str) -> &'a str {
        let at = self.columns.get(column).copied();
        at.and_then(|at| self.record.cells.get(at))
            .map_or("", |cell| cell.trim())
    }

    fn optional(&self, column: &str) -> Option<&'a str> {
        Some(self.cell(column)).filter(|cell| !cell.is_empty())
    }

    fn refuse(&mut self, column: &str, refusal: ImportRefusal) {
        self.errors
            .push(RowError::at(self.sheet, self.record.row, column, refusal));
    }

    fn word<T: FromStr>(&mut self, column: &str) -> Option<T> {
        let word = self.cell(column).parse().ok();
        if word.is_none() {
            self.refuse(column, ImportRefusal::WordUnknown);
        }
        word
    }

    fn checked<T>(&mut self, fields: Result<T, Vec<Refusal>>) -> Option<T> {
        match fields {
            Ok(fields) => Some(fields),
            Err(refusals) => {
                let (sheet, row) = (self.sheet, self.record.row);
                self.errors
                    .extend(refusals.into_iter().map(|refusal| RowError::field(sheet, row, refusal)));
                None
            }
        }
    }
}

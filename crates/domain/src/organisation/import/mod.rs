//! The organisation from spreadsheets: read every row, say everything that is wrong, or plan every change.
//!
//! Nothing here writes anything. A plan is made only when no row of any sheet is wrong.

mod existing;
mod order;
mod plan;
mod rows;
mod sheet;
mod steps;
#[cfg(test)]
mod tests;

pub use existing::Existing;
pub use plan::plan_import;
pub use rows::{Rows, read_rows};
pub use sheet::{ImportRefusal, Record, RowError, Sheet, Table};
pub use steps::{Plan, Step};

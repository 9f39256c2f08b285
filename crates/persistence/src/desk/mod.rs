//! The desk: one row for everything that waits for a post, kept by whoever moves it there.

mod items;
mod list;

pub use items::{DeskKind, NewDeskItem};
pub use list::{DeskCounts, DeskFilter, DeskRow, DeskShow, DeskSort};

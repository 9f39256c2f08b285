//! The desk: one row for everything that waits for a post, kept by whoever moves it there.

mod items;

pub use items::{DeskKind, NewDeskItem};

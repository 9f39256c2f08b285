//! What the demonstration office deals with: cases, senders, phrases, and the words that vary them.

mod fill;
mod finance;
mod health;
mod irrigation;
mod law;
mod matter;
pub(super) mod phrases;
mod secretariat;
mod senders;
mod words;

pub(super) use fill::{Facts, Piece};
pub(super) use matter::{Matter, Sender};

/// Every kind of case.
pub(super) fn matters() -> impl Iterator<Item = &'static Matter> {
    [
        finance::CASES,
        health::CASES,
        irrigation::CASES,
        law::CASES,
        secretariat::CASES,
    ]
    .into_iter()
    .flatten()
}

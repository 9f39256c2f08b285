//! What anybody may ask the office without an account: whether a letter is genuine, and what became of a paper that he
//! sent. Everything here decides what is told, and to whom a question is too many.

mod disclosure;
mod progress;
mod throttle;

pub use disclosure::{Disclosure, disclosure};
pub use progress::{Progress, ProgressWord, Whereabouts, progress, tells_unit};
pub use throttle::{ENQUIRIES, neighbourhood};

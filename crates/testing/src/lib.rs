//! An office for tests: its own database, its own server on a free port, a clock that stands still, and people in it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::missing_panics_doc,
    clippy::disallowed_methods,
    reason = "a test that cannot set itself up should fail loudly"
)]

mod app;
mod authenticator;
mod client;
mod clock;
mod database;
mod people;
mod relay;
mod time_stamps;
mod witness;

pub use app::{Strictness, TestApp};
pub use authenticator::{Answer, Authenticator, Lie};
pub use client::{Client, Reply};
pub use clock::FixedClock;
pub use database::{Backend, TestDatabase};
pub use people::{Persona, PostOf, TestOffice};
pub use relay::{RelayMood, Relayed, TestRelay};
pub use time_stamps::{StampFault, StampMood, TestStamper};
pub use witness::{Mood, TestWitness, WitnessServer, witness_key};

/// Declares a test that runs on both databases, each time with an office of its own. The crate that uses it builds the
/// program `daftar-test-papers`, which reads papers as `daftar draw` does.
///
/// ```ignore
/// on_both! {
///     async fn a_clerk_diarises(app: TestApp) {
///         let reply = app.acting(Persona::Clerk).get("/api/v1/desk").await;
///         assert_eq!(reply.status, 200);
///     }
/// }
/// ```
#[macro_export]
macro_rules! on_both {
    ($($(#[$doc:meta])* async fn $name:ident($app:ident: TestApp) $body:block)+) => {$(
        $(#[$doc])*
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            async fn scenario($app: $crate::TestApp) $body

            #[tokio::test]
            async fn sqlite() {
                scenario($crate::TestApp::start($crate::Backend::Sqlite, env!("CARGO_BIN_EXE_daftar-test-papers")).await).await;
            }

            #[tokio::test]
            async fn postgres() {
                scenario($crate::TestApp::start($crate::Backend::Postgres, env!("CARGO_BIN_EXE_daftar-test-papers")).await).await;
            }
        }
    )+};
}

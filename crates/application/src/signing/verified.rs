//! Signatures that were verified, so that a note portion that is read again does not verify each anew.
//!
//! Whether evidence holds for a statement depends on the two and on nothing else; what is remembered is the digest of
//! both. What was changed has another digest, and is verified like everything new.

use daftar_domain::signing::{Evidence, SignatureState, Statement, holds, signature_state};
use sha2::{Digest as _, Sha256};
use std::collections::HashSet;
use std::mem;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How many are remembered at least; twice as many at most, some ten megabytes.
const REMEMBERED: usize = 50_000;

#[derive(Debug, Default)]
struct Generations {
    young: HashSet<[u8; 32]>,
    old: HashSet<[u8; 32]>,
}

impl Generations {
    fn knows(&mut self, pair: [u8; 32]) -> bool {
        if self.young.contains(&pair) {
            return true;
        }
        let known = self.old.contains(&pair);
        if known {
            self.remember(pair);
        }
        known
    }

    fn remember(&mut self, pair: [u8; 32]) {
        if self.young.len() >= REMEMBERED {
            self.old = mem::take(&mut self.young);
        }
        self.young.insert(pair);
    }
}

/// What was verified and holds.
#[derive(Debug, Default)]
pub(crate) struct Verified(Mutex<Generations>);

impl Verified {
    /// What the signature under a statement is worth; whether it holds is looked at once for each pair. `evidence` is the
    /// text that is kept.
    pub(crate) fn state(&self, intact: bool, evidence: &str, statement: &Statement) -> SignatureState {
        let pair = pair(evidence, statement);
        let read = || serde_json::from_str::<Evidence>(evidence).ok();
        let known = self.lock().knows(pair);
        // The lock is not held while a signature is verified.
        let holds = known || holds(read().as_ref(), statement);
        if holds && !known {
            self.lock().remember(pair);
        }
        signature_state(intact, holds)
    }

    fn lock(&self) -> MutexGuard<'_, Generations> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn pair(evidence: &str, statement: &Statement) -> [u8; 32] {
    let evidence: [u8; 32] = Sha256::digest(evidence).into();
    Sha256::digest([statement.challenge(), evidence].concat()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbered(number: usize) -> [u8; 32] {
        Sha256::digest(number.to_be_bytes()).into()
    }

    #[test]
    fn what_is_read_again_stays_and_the_rest_goes() {
        let mut kept = Generations::default();
        kept.remember(numbered(0));
        for number in 1..=3 * REMEMBERED {
            assert!(kept.knows(numbered(0)), "{number}");
            kept.remember(numbered(number));
            assert!(kept.young.len() + kept.old.len() <= 2 * REMEMBERED);
        }
        assert!(!kept.knows(numbered(1)));
        assert!(kept.knows(numbered(3 * REMEMBERED)));
        assert!(!kept.knows(numbered(3 * REMEMBERED + 1)));
    }
}

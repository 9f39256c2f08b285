//! What a signature must rest on.

use crate::identity::{FRESH_PROOF, Factors, Proof};
use crate::ledger::EventKind;
use crate::office::{Timestamp, refusals, vocabulary};

vocabulary! {
    /// What an officer signs with.
    Method {
        /// A key that nobody but he can use.
        Passkey = "passkey",
        /// A key that the office keeps for him.
        ServerKey = "server_key",
    }
}

vocabulary! {
    /// The least that a signature rests on, the weakest first.
    LeastProof {
        /// A password: for demonstrations and exercises.
        Password = "password",
        /// A second factor.
        SecondFactor = "second_factor",
        /// A passkey, and nothing else.
        Passkey = "passkey",
    }
}

refusals! {
    /// Why an officer cannot sign like this.
    SigningRefusal {
        /// He has to prove anew who he is: the last proof is too old, or too weak.
        ProofNeeded => "signing-proof-needed", Forbidden;
        /// He has nothing to sign with: he has to enrol a second factor first.
        FactorNeeded => "signing-factor-needed", Forbidden;
        /// Here only passkeys sign.
        PasskeyNeeded => "signing-passkey-needed", Forbidden;
        /// It was not prepared, was prepared for somebody else or another file, has expired, or was signed before.
        PreparationUnknown => "signing-preparation-unknown", Conflict;
        /// What would be signed now is not what was shown.
        PreparedOtherwise => "signing-prepared-otherwise", Conflict;
    }
}

/// The acts that an officer signs, always; no others are signed.
pub const SIGNED_KINDS: &[EventKind] = &[
    EventKind::NoteSubmitted,
    EventKind::FileReturned,
    EventKind::FileClosed,
    EventKind::CommunicationApproved,
    EventKind::CommunicationIssued,
];

/// The methods that an officer can sign with, the best first.
pub fn methods(least: LeastProof, factors: Factors) -> Vec<Method> {
    let server = match least {
        LeastProof::Password => true,
        LeastProof::SecondFactor => factors.any(),
        LeastProof::Passkey => false,
    };
    let ways = [(factors.passkey, Method::Passkey), (server, Method::ServerKey)];
    ways.into_iter().filter_map(|(has, way)| has.then_some(way)).collect()
}

/// Whether what was proved last in a session, and when, unlocks the key that the office keeps for its person.
///
/// Somebody who has a second factor unlocks with it and never with his password, whatever the office asks of others.
///
/// # Errors
/// What is missing.
pub fn may_unlock(
    least: LeastProof,
    factors: Factors,
    proof: Option<(Proof, Timestamp)>,
    now: Timestamp,
) -> Result<(Proof, Timestamp), SigningRefusal> {
    if least == LeastProof::Passkey {
        return Err(SigningRefusal::PasskeyNeeded);
    }
    if least == LeastProof::SecondFactor && !factors.any() {
        return Err(SigningRefusal::FactorNeeded);
    }
    // Where passwords are enough the session is: whoever signed in may sign.
    let session_is_enough = least == LeastProof::Password && !factors.any();
    proof
        .filter(|(proof, at)| session_is_enough || (now - *at < FRESH_PROOF && proof.is_factor()))
        .ok_or(SigningRefusal::ProofNeeded)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{DateTime, TimeDelta};

    const NONE: Factors = Factors {
        totp: false,
        recovery_codes: 0,
        passkey: false,
    };
    const PHONE: Factors = Factors { totp: true, ..NONE };
    const KEY: Factors = Factors { passkey: true, ..NONE };

    #[test]
    fn who_signs_with_what() {
        use LeastProof as L;
        for (least, factors, expected) in [
            (L::Password, NONE, vec![Method::ServerKey]),
            (L::Password, KEY, vec![Method::Passkey, Method::ServerKey]),
            (L::SecondFactor, NONE, vec![]),
            (L::SecondFactor, PHONE, vec![Method::ServerKey]),
            (L::SecondFactor, KEY, vec![Method::Passkey, Method::ServerKey]),
            (L::Passkey, PHONE, vec![]),
            (L::Passkey, KEY, vec![Method::Passkey]),
        ] {
            assert_eq!(methods(least, factors), expected, "{least:?} {factors:?}");
        }
    }

    #[test]
    fn a_key_of_the_office_is_unlocked_by_a_fresh_proof_that_is_strong_enough() {
        use SigningRefusal as R;
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let ago = |minutes| now - TimeDelta::minutes(minutes);
        let unlock = |least, factors, proof| may_unlock(least, factors, proof, now).map(|(proof, _)| proof);
        let (weak, strong) = (Proof::Password, Proof::Totp);
        for (least, factors, proof, expected) in [
            (LeastProof::Password, NONE, Some((weak, ago(4))), Ok(weak)),
            (LeastProof::Password, NONE, Some((weak, ago(500))), Ok(weak)),
            (LeastProof::Password, NONE, None, Err(R::ProofNeeded)),
            (LeastProof::Password, PHONE, Some((weak, ago(1))), Err(R::ProofNeeded)),
            (LeastProof::Password, PHONE, Some((strong, ago(1))), Ok(strong)),
            (
                LeastProof::SecondFactor,
                NONE,
                Some((weak, ago(1))),
                Err(R::FactorNeeded),
            ),
            (
                LeastProof::SecondFactor,
                PHONE,
                Some((weak, ago(1))),
                Err(R::ProofNeeded),
            ),
            (
                LeastProof::SecondFactor,
                PHONE,
                Some((strong, ago(6))),
                Err(R::ProofNeeded),
            ),
            (LeastProof::SecondFactor, PHONE, Some((strong, ago(1))), Ok(strong)),
            (
                LeastProof::SecondFactor,
                KEY,
                Some((Proof::Passkey, ago(1))),
                Ok(Proof::Passkey),
            ),
            (LeastProof::SecondFactor, PHONE, None, Err(R::ProofNeeded)),
            (
                LeastProof::Passkey,
                KEY,
                Some((Proof::Passkey, ago(1))),
                Err(R::PasskeyNeeded),
            ),
        ] {
            assert_eq!(
                unlock(least, factors, proof),
                expected,
                "{least:?} {factors:?} {proof:?}"
            );
        }
    }
}

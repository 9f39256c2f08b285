//! Hashing passwords: Argon2id, off the event loop, a bounded number at a time.

use crate::office::Error;
use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher as _, PasswordVerifier as _, Version};
use secrecy::{ExposeSecret as _, SecretString};
use std::sync::{Arc, OnceLock};
use tokio::sync::Semaphore;
use zxcvbn::zxcvbn;

/// OWASP's least: 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// The strength of what comes after these characters does not matter any more, and costs time to measure.
const MEASURED_CHARACTERS: usize = 64;

/// What verifies as no password at all, at the same cost as a real one.
static NOBODY: OnceLock<String> = OnceLock::new();

/// Hashing and measuring of passwords. Every hash takes 19 MiB and tens of milliseconds: so many at once as there are
/// cores, and the others wait.
#[derive(Debug)]
pub struct Passwords {
    places: Arc<Semaphore>,
}

impl Default for Passwords {
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self {
            places: Arc::new(Semaphore::new(cores)),
        }
    }
}

impl Passwords {
    /// The hash of a password, with its salt and parameters.
    pub async fn hash(&self, password: &SecretString) -> Result<String, Error> {
        let password = password.clone();
        self.apart(move || hash(&password)).await?
    }

    /// Whether a password is the one with this hash. Without a hash the answer is no, and takes as long.
    pub async fn verify(&self, password: &SecretString, against: Option<&str>) -> Result<bool, Error> {
        let (password, against) = (password.clone(), against.map(str::to_owned));
        self.apart(move || verify(&password, against.as_deref())).await?
    }

    /// The strength of a password from 0 to 4, for somebody with these names.
    pub async fn strength(&self, password: &SecretString, names: &[&str]) -> Result<u8, Error> {
        let start: String = password.expose_secret().chars().take(MEASURED_CHARACTERS).collect();
        let start = SecretString::from(start);
        let names: Vec<String> = names.iter().flat_map(|name| parts(name)).collect();
        self.apart(move || {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            u8::from(zxcvbn(start.expose_secret(), &names).score())
        })
        .await
    }

    /// Does work that keeps a core busy, away from the event loop, when there is a place.
    async fn apart<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Error> {
        let places = Arc::clone(&self.places);
        let place = places
            .acquire_owned()
            .await
            .map_err(|e| Error::Internal(e.to_string()))?;
        let done = tokio::task::spawn_blocking(move || {
            let _place = place;
            work()
        });
        done.await.map_err(|e| Error::Internal(e.to_string()))
    }
}

/// A name as a whole and in its words: neither makes a good password.
fn parts(name: &str) -> Vec<String> {
    let words = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 2);
    words.map(str::to_lowercase).chain([name.to_lowercase()]).collect()
}

fn argon2() -> Result<Argon2<'static>, Error> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(|e| Error::Internal(e.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn hash(password: &SecretString) -> Result<String, Error> {
    let hash = argon2()?.hash_password(password.expose_secret().as_bytes());
    Ok(hash.map_err(|e| Error::Internal(e.to_string()))?.to_string())
}

fn verify(password: &SecretString, against: Option<&str>) -> Result<bool, Error> {
    let nobody = match against {
        Some(_) => None,
        None => Some(nobody()?),
    };
    let text = against.or(nobody).unwrap_or_default();
    let parsed = PasswordHash::new(text).map_err(|e| Error::Internal(e.to_string()))?;
    let matches = argon2()?
        .verify_password(password.expose_secret().as_bytes(), &parsed)
        .is_ok();
    Ok(matches && against.is_some())
}

fn nobody() -> Result<&'static str, Error> {
    if let Some(hash) = NOBODY.get() {
        return Ok(hash);
    }
    let made = hash(&SecretString::from(super::secrets::new_token()))?;
    Ok(NOBODY.get_or_init(|| made))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_hash_is_argon2id_of_the_stated_cost_and_verifies_its_password_only() {
        let passwords = Passwords::default();
        let (right, wrong) = (SecretString::from("correct horse"), SecretString::from("correct house"));
        let hash = passwords.hash(&right).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(passwords.verify(&right, Some(&hash)).await.unwrap());
        assert!(!passwords.verify(&wrong, Some(&hash)).await.unwrap());
        assert!(!passwords.verify(&right, None).await.unwrap());
    }

    #[tokio::test]
    async fn ones_own_name_makes_a_password_weak() {
        let passwords = Passwords::default();
        let password = SecretString::from("ayesha.khan.2026");
        let named = passwords
            .strength(&password, &["ayesha.khan", "Ayesha Khan"])
            .await
            .unwrap();
        let strong = SecretString::from("mango-river-lantern-84");
        assert!(named < 3, "{named}");
        assert!(passwords.strength(&strong, &["ayesha.khan"]).await.unwrap() >= 3);
    }
}

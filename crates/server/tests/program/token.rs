//! Keys in a token, with `SoftHSM`: a PKCS#11 module like any other, whose tokens are folders.

use super::keys::{Key, ended_well, list, refused};
use super::people::add_administrator;
use super::process::{Place, Server};
use super::sealed::{entries, expect_hidden, hide, put, sealed};
use std::fs;
use std::io::Write as _;
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

const PIN: &str = "8264-canal";

/// Where systems put it.
const MODULES: [&str; 4] = [
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib64/softhsm/libsofthsm2.so",
    "/usr/local/lib/softhsm/libsofthsm2.so",
    "/usr/lib64/pkcs11/libsofthsm2.so",
];

/// A token beside an office.
struct SoftToken {
    folder: PathBuf,
    configuration: String,
    pin_file: String,
    module: &'static str,
}

impl SoftToken {
    /// Makes one. Without `SoftHSM` the test fails: it would prove nothing.
    fn make(place: &Place) -> Self {
        let module = MODULES.into_iter().find(|path| Path::new(path).exists());
        let module = module.expect("SoftHSM is missing; on Debian or Ubuntu: apt-get install softhsm2");
        let folder = place.path().join("tokens");
        fs::create_dir(&folder).unwrap();
        let configuration = place.path().join("softhsm2.conf");
        let text = format!(
            "directories.tokendir = {}\nobjectstore.backend = file\n",
            folder.display()
        );
        fs::write(&configuration, text).unwrap();
        let made = Command::new("softhsm2-util")
            .env("SOFTHSM2_CONF", &configuration)
            .args([
                "--init-token",
                "--free",
                "--label",
                "office",
                "--so-pin",
                "0000-canal",
                "--pin",
                PIN,
            ])
            .output()
            .unwrap();
        assert!(made.status.success(), "{made:?}");
        let pin_file = place.path().join("pin");
        let mut pin = fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&pin_file)
            .unwrap();
        writeln!(pin, "{PIN}").unwrap();
        Self {
            folder,
            configuration: configuration.display().to_string(),
            pin_file: pin_file.display().to_string(),
            module,
        }
    }

    /// The settings of an office whose current key lies there.
    fn variables(&self) -> Vec<(&str, &str)> {
        let mut variables = self.beside_the_file();
        variables.push(("DAFTAR__KEYS__KIND", "pkcs11"));
        variables
    }

    /// The settings of an office that has the token, and its current key in the file.
    fn beside_the_file(&self) -> Vec<(&str, &str)> {
        vec![
            ("SOFTHSM2_CONF", &self.configuration),
            ("DAFTAR__KEYS__MODULE", self.module),
            ("DAFTAR__KEYS__TOKEN_LABEL", "office"),
            ("DAFTAR__KEYS__PIN_FILE", &self.pin_file),
        ]
    }

    /// Pulls it out of the machine.
    fn pull(&self) {
        fs::rename(&self.folder, self.folder.with_extension("away")).unwrap();
    }

    /// Puts it back.
    fn put_back(&self) {
        fs::rename(self.folder.with_extension("away"), &self.folder).unwrap();
    }
}

/// Where the keys lie, and how many secrets each seals; the current one first.
fn places(keys: &[Key]) -> Vec<(&str, usize)> {
    assert!(keys[0].current, "{keys:?}");
    keys.iter().map(|key| (key.place.as_str(), key.secrets)).collect()
}

#[tokio::test]
async fn secrets_move_into_a_token_and_out_again() {
    let place = Place::new();
    add_administrator(&place);
    hide(&place, 120).await;
    let token = SoftToken::make(&place);
    let inside = token.variables();

    let keys = list(&place, &inside);
    assert_eq!(
        places(&keys),
        [("pkcs11", 0), ("file", 120)],
        "both stand beside each other"
    );
    ended_well(place.run(&["keys", "reseal"], &inside));
    ended_well(place.run(&["keys", "retire", &keys[1].id], &inside));
    assert!(!place.data().join("secrets/key-encryption-keys").exists());
    assert_eq!(entries(&place, "key_encryption_key_rotated").await, 1);

    ended_well(place.run(&["keys", "rotate"], &inside));
    let keys = list(&place, &inside);
    assert_eq!(places(&keys), [("pkcs11", 120), ("pkcs11", 0)]);
    ended_well(place.run(&["keys", "retire", &keys[1].id], &inside));
    assert_eq!(places(&list(&place, &inside)), [("pkcs11", 120)]);
    let texts = sealed(&place).await;
    assert!(
        texts
            .iter()
            .all(|text| text.starts_with(&format!("v1.{}.", keys[0].id)))
    );

    let outside = token.beside_the_file();
    ended_well(place.run(&["keys", "reseal"], &outside));
    assert_eq!(places(&list(&place, &outside)), [("file", 120), ("pkcs11", 0)]);
    expect_hidden(&place, 120).await;
    assert_eq!(entries(&place, "key_encryption_key_rotated").await, 3);
}

#[tokio::test]
async fn a_token_opens_nothing_that_was_changed_or_belongs_elsewhere() {
    let place = Place::new();
    add_administrator(&place);
    hide(&place, 4).await;
    let token = SoftToken::make(&place);
    ended_well(place.run(&["keys", "reseal"], &token.variables()));
    let texts = sealed(&place).await;
    let flipped = if texts[1].ends_with('A') { "B" } else { "A" };
    put(&place, 0, &texts[3]).await;
    // Not the last sign, of which not every bit counts.
    let (head, tail) = texts[1].split_at(texts[1].len() - 4);
    put(&place, 1, &format!("{head}{flipped}{}", &tail[1..])).await;
    put(&place, 2, &texts[2][..texts[2].len() - 8]).await;
    refused(
        &place.run(&["keys", "rotate"], &token.variables()),
        "3 secrets do not open",
    );

    for (at, text) in texts.iter().enumerate() {
        put(&place, at, text).await;
    }
    ended_well(place.run(&["keys", "reseal"], &token.beside_the_file()));
    expect_hidden(&place, 4).await;
}

/// Whether the server says that it can use its keys. It tries them once a second.
async fn usable(server: &Server) -> bool {
    tokio::time::sleep(Duration::from_millis(1100)).await;
    let figures = server.client().get("/metrics").await.expect(200);
    let text = String::from_utf8(figures.bytes).unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix("daftar_keys_usable "));
    line.unwrap() == "1"
}

#[tokio::test]
async fn a_token_that_vanishes_is_told_and_found_again() {
    let place = Place::new();
    add_administrator(&place);
    hide(&place, 1).await;
    let token = SoftToken::make(&place);
    let server = place.serve(&[], &token.variables());
    assert!(usable(&server).await);
    for _ in 0..2 {
        token.pull();
        assert!(!usable(&server).await);
        assert!(!usable(&server).await);
        refused(
            &place.run(&["keys", "reseal"], &token.variables()),
            "the token 'office' cannot be used",
        );
        server.client().get("/readyz").await.expect(200);
        token.put_back();
        assert!(usable(&server).await);
    }
    let log = server.close();
    let told = |line: &&String| line.contains("the token 'office' cannot be used");
    assert_eq!(log.iter().filter(told).count(), 4, "{}", log.join("\n"));
    assert!(!log.iter().any(|line| line.contains("panic")), "{}", log.join("\n"));
}

#[test]
fn a_token_that_cannot_be_used_is_told_at_the_start() {
    let place = Place::new();
    let token = SoftToken::make(&place);
    let with = |name, value| {
        let mut variables = token.variables();
        variables.push((name, value));
        place.run(&["keys", "list"], &variables)
    };
    refused(
        &with("DAFTAR__KEYS__TOKEN_LABEL", "another"),
        "there is none with this label",
    );
    refused(&with("DAFTAR__KEYS__MODULE", "/nowhere.so"), "/nowhere.so");
    refused(&with("DAFTAR__KEYS__PIN_FILE", "/nowhere/pin"), "/nowhere/pin");
    refused(&with("DAFTAR__KEYS__PIN_FILE", ""), "keys.pin_file");
    fs::set_permissions(&token.pin_file, fs::Permissions::from_mode(0o644)).unwrap();
    refused(&place.run(&["keys", "list"], &token.variables()), "0600");
    fs::set_permissions(&token.pin_file, fs::Permissions::from_mode(0o600)).unwrap();
    fs::write(&token.pin_file, "1111-canal").unwrap();
    let done = place.run(&["keys", "list"], &token.variables());
    refused(&done, "the token refused this PIN");
    assert!(!done.err.contains("1111-canal"), "{}", done.err);
}

#[tokio::test]
async fn a_token_that_vanishes_in_the_middle_of_the_work_leaves_nothing_half_done() {
    let place = Place::new();
    add_administrator(&place);
    hide(&place, 2000).await;
    let token = SoftToken::make(&place);
    let mut moving = place.start(&["keys", "reseal"], &token.variables());
    moving.until("sealed anew");
    token.pull();
    let (status, log) = moving.end();
    assert_eq!(status.code(), Some(1), "{}", log.join("\n"));
    assert!(
        log.iter()
            .any(|line| line.contains("the token 'office' cannot be used")),
        "{}",
        log.join("\n")
    );

    token.put_back();
    let keys = list(&place, &token.variables());
    assert_eq!(
        (places(&keys).len(), keys[0].secrets + keys[1].secrets),
        (2, 2000),
        "{keys:?}"
    );
    assert!(keys.iter().all(|key| key.secrets > 0), "{keys:?}");
    assert_eq!(entries(&place, "key_encryption_key_rotated").await, 1);
    ended_well(place.run(&["keys", "reseal"], &token.variables()));
    ended_well(place.run(&["keys", "reseal"], &token.beside_the_file()));
    expect_hidden(&place, 2000).await;
}

#[tokio::test]
async fn a_pin_that_was_refused_is_not_tried_again() {
    let place = Place::new();
    add_administrator(&place);
    let token = SoftToken::make(&place);
    let server = place.serve(&[], &token.variables());
    fs::write(&token.pin_file, "1111-canal").unwrap();
    assert!(usable(&server).await, "who is logged in needs none");
    token.pull();
    assert!(!usable(&server).await);
    token.put_back();
    assert!(!usable(&server).await);
    assert!(!usable(&server).await);
    fs::write(&token.pin_file, PIN).unwrap();
    assert!(usable(&server).await);

    let log = server.close();
    let told = |words: &str| log.iter().filter(|line| line.contains(words)).count();
    assert_eq!(
        (told("refused this PIN\""), told("it is not tried again")),
        (1, 1),
        "{}",
        log.join("\n")
    );
}

//! A time stamping authority: OpenSSL's, which knows nothing of the office, and answers as a test wants it to.

use daftar_application::certificates::{StampCarrier, TimeStamping};
use daftar_documents::pki::{Certificate, chain_from_pem};
use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tempfile::TempDir;

/// How an authority behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum StampMood {
    /// By the standard.
    #[default]
    Honest,
    /// It cannot be reached.
    Down,
    /// It never answers.
    Silent,
    /// It answers the question before.
    Late,
    /// It answers a page.
    Babbling,
    /// It refuses to stamp.
    Refusing,
    /// One bit of its signature is wrong.
    Damaged,
}

/// What is wrong with an authority from the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum StampFault {
    /// Nothing.
    #[default]
    None,
    /// None; but it signs its stamps as any other message.
    Handmade,
    /// It signs them with a certificate for e-mail.
    NotForStamping,
    /// Its certificate was revoked.
    Revoked,
    /// Its list of revoked certificates is nowhere.
    Unlisted,
    /// Whoever asks for that list waits for ever.
    SilentList,
}

#[derive(Default)]
struct State {
    mood: StampMood,
    asked: usize,
    earlier: Option<Vec<u8>>,
}

/// An authority of its own, with keys that nobody else has. Cheap to clone; all clones are the same one.
#[derive(Clone)]
pub struct TestStamper {
    folder: Arc<TempDir>,
    roots: Vec<Certificate>,
    /// Who signs the stamps as a message, if OpenSSL's own authority does not.
    by_hand: Option<&'static str>,
    hands_out_list: bool,
    state: Arc<Mutex<State>>,
}

const CONFIGURATION: &str = include_str!("time-stamps.cnf");
/// Where its certificate says that its list of revoked ones is.
const LIST: &str = "http://stamps.test/root.crl";

impl TestStamper {
    /// A new one.
    pub fn new(fault: StampFault) -> Self {
        let made = tempfile::tempdir().unwrap();
        let folder = made.path();
        let configuration = match fault {
            StampFault::Unlisted => CONFIGURATION.replace("crlDistributionPoints = URI:ADDRESS\n", ""),
            _ => CONFIGURATION.replace("ADDRESS", LIST),
        };
        fs::write(folder.join("openssl.cnf"), configuration).unwrap();
        fs::write(folder.join("index.txt"), "").unwrap();
        for number in ["serial", "crlnumber", "stamps-serial"] {
            fs::write(folder.join(number), "1001\n").unwrap();
        }
        let run = |line: &str| openssl(folder, line);
        run(
            "req -x509 -newkey rsa:2048 -nodes -keyout root.key -out root.pem -days 3650 -subj /CN=Stamps -config \
             openssl.cnf -extensions root",
        );
        run("req -newkey rsa:2048 -nodes -keyout stamper.key -out stamper.csr -subj /CN=Stamper -config openssl.cnf");
        run(
            "ca -batch -notext -config openssl.cnf -cert root.pem -keyfile root.key -in stamper.csr -out stamper.pem \
             -days 365 -extensions stamper",
        );
        if fault == StampFault::NotForStamping {
            run("req -newkey rsa:2048 -nodes -keyout mailer.key -out mailer.csr -subj /CN=Mailer -config openssl.cnf");
            run(
                "ca -batch -notext -config openssl.cnf -cert root.pem -keyfile root.key -in mailer.csr -out mailer.pem \
                 -days 365 -extensions mailer",
            );
        }
        if fault == StampFault::Revoked {
            run("ca -config openssl.cnf -cert root.pem -keyfile root.key -revoke stamper.pem");
        }
        run("ca -gencrl -config openssl.cnf -cert root.pem -keyfile root.key -out crl.pem");
        run("crl -in crl.pem -outform DER -out crl.der");
        let roots = chain_from_pem(&fs::read(folder.join("root.pem")).unwrap()).unwrap();
        Self {
            folder: Arc::new(made),
            roots,
            by_hand: match fault {
                StampFault::Handmade => Some("stamper"),
                StampFault::NotForStamping => Some("mailer"),
                _ => None,
            },
            hands_out_list: fault != StampFault::SilentList,
            state: Arc::default(),
        }
    }

    /// Its root, alone.
    pub fn roots(&self) -> Vec<Certificate> {
        self.roots.clone()
    }

    /// How it behaves from now on.
    pub fn is(&self, mood: StampMood) {
        self.state.lock().unwrap().mood = mood;
    }

    /// How often it was asked to stamp.
    pub fn asked(&self) -> usize {
        self.state.lock().unwrap().asked
    }

    /// It, as an office knows it.
    pub fn known(&self, required: bool) -> TimeStamping {
        TimeStamping::new(self.clone(), self.roots(), required, Duration::from_secs(20))
    }

    /// It, as an office knows it that waits for a moment only.
    pub fn known_to_the_hasty(&self, required: bool) -> TimeStamping {
        TimeStamping::new(self.clone(), self.roots(), required, Duration::from_millis(300))
    }

    /// The authority has another certificate from now on.
    pub fn renew(&self) {
        let folder = self.folder.path();
        let run = |line: &str| openssl(folder, line);
        run("req -newkey rsa:2048 -nodes -keyout stamper.key -out stamper.csr -subj /CN=Another -config openssl.cnf");
        run(
            "ca -batch -notext -config openssl.cnf -cert root.pem -keyfile root.key -in stamper.csr -out stamper.pem \
             -days 365 -extensions stamper",
        );
    }

    fn reply(&self, query: &[u8]) -> Vec<u8> {
        let work = tempfile::tempdir_in(self.folder.path()).unwrap();
        let place = |name: &str| work.path().join(name).display().to_string();
        fs::write(place("query"), query).unwrap();
        // The serial number is a file that only one may hold at a time.
        let _alone = self.state.lock().unwrap();
        let run = |line: String| openssl(self.folder.path(), &line);
        let asked = format!("ts -reply -config openssl.cnf -queryfile {}", place("query"));
        let Some(by) = self.by_hand else {
            run(format!("{asked} -out {}", place("reply")));
            return fs::read(place("reply")).unwrap();
        };
        // The words of an honest stamp, signed again.
        run(format!("{asked} -token_out -out {}", place("token")));
        let (token, words, signed) = (place("token"), place("words"), place("signed"));
        run(format!(
            "cms -verify -noverify -inform DER -in {token} -out {words} -binary"
        ));
        run(format!(
            "cms -sign -binary -nodetach -cades -econtent_type 1.2.840.113549.1.9.16.1.4 -signer {by}.pem -inkey {by}.key \
             -md sha256 -certfile root.pem -in {words} -outform DER -out {signed}"
        ));
        granted(&fs::read(signed).unwrap())
    }

    fn answer(&self, mood: StampMood, query: &[u8]) -> Result<Vec<u8>, String> {
        match mood {
            StampMood::Down => return Err("connection refused".to_owned()),
            StampMood::Babbling => return Ok(b"<!doctype html><title>It works!</title>".to_vec()),
            // PKIStatusInfo with the status 2, rejection.
            StampMood::Refusing => return Ok(vec![0x30, 5, 0x30, 3, 2, 1, 2]),
            _ => {}
        }
        let mut reply = self.reply(query);
        let earlier = self.state.lock().unwrap().earlier.replace(reply.clone());
        match mood {
            StampMood::Late => reply = earlier.unwrap_or(reply),
            StampMood::Damaged => {
                let last = reply.len() - 1;
                reply[last] ^= 1;
            }
            _ => {}
        }
        Ok(reply)
    }
}

impl StampCarrier for TestStamper {
    fn ask(&self, query: Vec<u8>) -> BoxFuture<'_, Result<Vec<u8>, String>> {
        async move {
            let mood = {
                let mut state = self.state.lock().unwrap();
                state.asked += 1;
                state.mood
            };
            if mood == StampMood::Silent {
                std::future::pending::<()>().await;
            }
            let stamper = self.clone();
            let answering = tokio::task::spawn_blocking(move || stamper.answer(mood, &query));
            answering.await.unwrap()
        }
        .boxed()
    }

    fn list(&self, address: String) -> BoxFuture<'_, Result<Vec<u8>, String>> {
        assert_eq!(address, LIST);
        async move {
            if !self.hands_out_list {
                std::future::pending::<()>().await;
            }
            Ok(fs::read(self.folder.path().join("crl.der")).unwrap())
        }
        .boxed()
    }
}

/// An answer that grants a stamp, which is longer than 255 bytes.
fn granted(stamp: &[u8]) -> Vec<u8> {
    let status = [0x30, 3, 2, 1, 0];
    let length = u16::try_from(status.len() + stamp.len()).unwrap().to_be_bytes();
    [&[0x30, 0x82], &length[..], &status, stamp].concat()
}

/// Runs OpenSSL in a folder; its arguments have no blanks in them.
fn openssl(folder: &Path, line: &str) {
    let mut command = Command::new("openssl");
    let done = command.args(line.split_whitespace()).current_dir(folder).output();
    let done = done.expect("OpenSSL is needed; tools/prerequisites says what to install");
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "openssl {line}: {said}");
}

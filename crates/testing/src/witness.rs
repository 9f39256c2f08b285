//! A witness that keeps the protocol (C2SP tlog-witness), or breaks it where a test wants that.

use daftar_application::ledger::{Messenger, Reply};
use daftar_domain::ledger::audit::read_checkpoint;
use daftar_domain::ledger::tree::{Hash, empty_root, is_consistent};
use daftar_domain::ledger::{KeyUse, Signed, SignerKey, VerifierKey};
use std::io::{self, BufRead as _, BufReader, Read, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// What a witness signs with.
pub fn witness_key(name: &str) -> SignerKey {
    let mut seed = [5; 32];
    seed.iter_mut().zip(name.bytes()).for_each(|(seed, byte)| *seed ^= byte);
    SignerKey::from_seed(name, KeyUse::Cosignature, &seed).unwrap()
}

/// How a witness behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mood {
    /// By the protocol.
    #[default]
    Honest,
    /// Cosigns, but its answer is lost on the way.
    Lossy,
    /// Does not answer for a long time.
    Silent,
    /// Signs something else than it was shown.
    False,
    /// Cosigns with a key that nobody knows.
    Stranger,
    /// Answers 200 with nonsense.
    Babbling,
    /// Says that it has seen more, whatever it is shown.
    Contrary,
    /// Refuses with this status, without a word.
    Status(u16),
    /// Sends whoever asks somewhere else.
    Elsewhere,
    /// Answers without end.
    Endless,
}

/// An answer over HTTP.
struct Answer {
    status: u16,
    headers: String,
    body: String,
}

impl Answer {
    fn new(status: u16, body: impl Into<String>) -> Self {
        let (headers, body) = (String::new(), body.into());
        Self { status, headers, body }
    }

    fn size(size: u64) -> Self {
        let headers = "Content-Type: text/x.tlog.size\r\n".to_owned();
        let body = format!("{size}\n");
        Self {
            status: 409,
            headers,
            body,
        }
    }
}

struct State {
    key: SignerKey,
    log: Option<VerifierKey>,
    seen: (u64, Hash),
    mood: Mood,
    submissions: Vec<String>,
}

/// A witness. Cheap to clone; all clones are the same.
#[derive(Clone)]
pub struct TestWitness(Arc<Mutex<State>>);

impl TestWitness {
    /// One that has seen nothing, and believes the checkpoints of one key, or of the first one that it is shown.
    pub fn new(name: &str, log: Option<VerifierKey>) -> Self {
        Self(Arc::new(Mutex::new(State {
            key: witness_key(name),
            log,
            seen: (0, empty_root()),
            mood: Mood::Honest,
            submissions: Vec::new(),
        })))
    }

    /// Makes it behave so from now on.
    pub fn becomes(&self, mood: Mood) {
        self.0.lock().unwrap().mood = mood;
    }

    /// The size of what it has cosigned last.
    pub fn seen(&self) -> u64 {
        self.0.lock().unwrap().seen.0
    }

    /// Makes it believe that it has seen this.
    pub fn remembers(&self, size: u64, root: Hash) {
        self.0.lock().unwrap().seen = (size, root);
    }

    /// What it was sent so far.
    pub fn submissions(&self) -> Vec<String> {
        self.0.lock().unwrap().submissions.clone()
    }

    fn answer(&self, submission: &str) -> Answer {
        let mut state = self.0.lock().unwrap();
        state.submissions.push(submission.to_owned());
        match state.mood {
            Mood::Honest | Mood::Silent | Mood::Lossy | Mood::Endless => state.judge(submission),
            Mood::False => {
                let (_, note) = submission.split_once("\n\n").unwrap();
                let line = state.key.sign(&note.replace('1', "2"), 7);
                Answer::new(200, format!("{line}\n"))
            }
            Mood::Stranger => {
                let (note, _) = read_checkpoint(submission.split_once("\n\n").unwrap().1).unwrap();
                let line = witness_key("stranger.test").sign(&note.text, 7);
                Answer::new(200, format!("{line}\n"))
            }
            Mood::Babbling => Answer::new(200, "<html>It works!</html>\n"),
            Mood::Contrary => Answer::size(u64::from(u32::MAX)),
            Mood::Status(status) => Answer::new(status, ""),
            Mood::Elsewhere => Answer {
                headers: "Location: /elsewhere\r\n".to_owned(),
                ..Answer::new(307, "")
            },
        }
    }
}

impl State {
    /// The protocol, check by check.
    fn judge(&mut self, submission: &str) -> Answer {
        let Some((head, note)) = submission.split_once("\n\n") else {
            return Answer::new(400, "no empty line");
        };
        let mut head = head.lines();
        let old = head.next().and_then(|line| line.strip_prefix("old "));
        let Some(old) = old.and_then(|size| size.parse::<u64>().ok()) else {
            return Answer::new(400, "no old size");
        };
        let proof: Option<Vec<Hash>> = head.map(hash).collect();
        let (Some(proof), Ok((note, checkpoint))) = (proof, read_checkpoint(note)) else {
            return Answer::new(400, "no proof or no checkpoint");
        };
        if let Some(log) = &self.log {
            if checkpoint.origin != log.name() {
                return Answer::new(404, "");
            }
            if !matches!(note.signed_by(log), Signed::At(_)) {
                return Answer::new(403, "");
            }
        }
        if old > checkpoint.size {
            return Answer::new(400, "");
        }
        if old != self.seen.0 {
            return Answer::size(self.seen.0);
        }
        if old == checkpoint.size && checkpoint.root != self.seen.1 {
            return Answer::new(409, "");
        }
        if !is_consistent(old, &self.seen.1, checkpoint.size, &checkpoint.root, &proof) {
            return Answer::new(422, "");
        }
        self.seen = (checkpoint.size, checkpoint.root);
        let stranger = witness_key("stranger.test").sign(&note.text, 7);
        let line = self.key.sign(&note.text, 1_772_424_000);
        Answer::new(200, format!("{stranger}\n{line}\n"))
    }
}

/// A hash in the base64 of a proof, which is 44 letters with one sign of padding.
fn hash(line: &str) -> Option<Hash> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let letters = line.strip_suffix('=').filter(|letters| letters.len() == 43)?;
    let (mut bits, mut held, mut bytes) = (0_u32, 0, Vec::new());
    for letter in letters.bytes() {
        let value = LETTERS.iter().position(|known| *known == letter)?;
        bits = bits << 6 | u32::try_from(value).unwrap();
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from(bits >> held & 0xff).unwrap());
        }
    }
    bytes.try_into().ok()
}

/// A witness that is asked without HTTP.
impl Messenger for TestWitness {
    async fn add_checkpoint(&self, _: &str, submission: String) -> Reply {
        let answer = self.answer(&submission);
        if matches!(self.0.lock().unwrap().mood, Mood::Silent | Mood::Lossy) {
            return Reply::Unreachable("silence".to_owned());
        }
        match answer.status {
            200 => Reply::Cosigned(answer.body),
            409 => Reply::Conflict((!answer.headers.is_empty()).then_some(answer.body)),
            422 => Reply::Inconsistent,
            other => Reply::Refused(other.to_string()),
        }
    }
}

/// A witness that is asked over HTTP.
pub struct WitnessServer {
    /// The witness.
    pub witness: TestWitness,
    /// Where it listens.
    pub url: String,
}

impl WitnessServer {
    /// Opens one on a free port. It ends with the test's process.
    pub fn start(witness: TestWitness) -> Self {
        let socket = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let url = format!("http://{}", socket.local_addr().unwrap());
        let server = witness.clone();
        thread::spawn(move || {
            for stream in socket.incoming().map_while(Result::ok) {
                let witness = server.clone();
                // Whoever asks may hang up when it likes.
                thread::spawn(move || drop(witness.serve(stream)));
            }
        });
        Self { witness, url }
    }
}

impl TestWitness {
    /// Takes one request from a connection and answers it, as its mood is.
    pub fn serve(&self, mut stream: impl Read + Write) -> io::Result<()> {
        let mut reader = BufReader::new(&mut stream);
        let (mut line, mut length) = (String::new(), 0);
        reader.read_line(&mut line)?;
        let known = line.starts_with("POST /add-checkpoint HTTP/1.1");
        while !line.trim().is_empty() {
            line.clear();
            reader.read_line(&mut line)?;
            if let Some(("content-length", value)) = line.to_lowercase().split_once(':') {
                length = value.trim().parse().unwrap();
            }
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body)?;
        let answer = if known {
            self.answer(&String::from_utf8(body).unwrap())
        } else {
            Answer::new(404, "")
        };
        let mood = self.0.lock().unwrap().mood;
        match mood {
            Mood::Silent => thread::sleep(Duration::from_mins(10)),
            Mood::Lossy => return Ok(()),
            Mood::Endless => return without_end(stream),
            _ => {}
        }
        let Answer { status, headers, body } = answer;
        let length = body.len();
        let head = format!("HTTP/1.1 {status} X\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n");
        stream.write_all(head.as_bytes())?;
        stream.write_all(body.as_bytes())?;
        stream.flush()
    }
}

fn without_end(mut stream: impl Write) -> io::Result<()> {
    stream.write_all(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")?;
    loop {
        stream.write_all(&[b'-'; 4096])?;
    }
}

//! A mail server that takes what it is given, or does what a test tells it to do.

use daftar_application::mail::{Encryption, Mailer, Relay, Sender};
use std::collections::HashMap;
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// How a mail server behaves towards a mail.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum RelayMood {
    /// It takes everything.
    #[default]
    Open,
    /// It answers each recipient so: `451 4.3.0 try later`, `550 5.1.1 no such user`.
    Says(&'static str),
    /// It hangs up on whoever connects.
    Down,
    /// It takes the mail, and hangs up before it says so.
    Mute,
}

/// A mail that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relayed {
    /// From whom, by the envelope.
    pub from: String,
    /// To whom, by the envelope.
    pub to: String,
    /// The mail.
    pub content: Vec<u8>,
}

#[derive(Default)]
struct State {
    mood: RelayMood,
    /// What single recipients are answered, whatever the mood.
    told: HashMap<String, &'static str>,
    taken: Vec<Relayed>,
    asked: usize,
}

/// A mail server on a free port of this machine. Cheap to clone; it ends with the test's process.
#[derive(Clone)]
pub struct TestRelay {
    port: u16,
    state: Arc<Mutex<State>>,
}

impl TestRelay {
    /// Opens one.
    pub fn start() -> Self {
        let socket = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let relay = Self {
            port: socket.local_addr().unwrap().port(),
            state: Arc::default(),
        };
        let server = relay.clone();
        thread::spawn(move || {
            for stream in socket.incoming().map_while(Result::ok) {
                let relay = server.clone();
                // Whoever sends may hang up when it likes.
                thread::spawn(move || drop(relay.serve(&stream)));
            }
        });
        relay
    }

    /// The office's way to it.
    pub fn mailer(&self) -> Mailer {
        let relay = Relay {
            host: "127.0.0.1".to_owned(),
            port: self.port,
            encryption: Encryption::None,
            login: None,
            roots: Vec::new(),
            hello: "office.example.org".to_owned(),
        };
        let sender = Sender {
            address: "office@finance.example.org".to_owned(),
            name: "Finance Department".to_owned(),
            registries: HashMap::from([("FD-RI".to_owned(), "registry@finance.example.org".to_owned())]),
        };
        Mailer::new(&relay, sender).unwrap()
    }

    /// Makes it behave so from now on.
    pub fn becomes(&self, mood: RelayMood) {
        self.state.lock().unwrap().mood = mood;
    }

    /// Makes it answer one recipient so.
    pub fn tells(&self, recipient: &str, answer: &'static str) {
        self.state.lock().unwrap().told.insert(recipient.to_owned(), answer);
    }

    /// The mails that it took, in order.
    pub fn taken(&self) -> Vec<Relayed> {
        self.state.lock().unwrap().taken.clone()
    }

    /// How often somebody connected.
    pub fn asked(&self) -> usize {
        self.state.lock().unwrap().asked
    }

    fn serve(&self, stream: &TcpStream) -> io::Result<()> {
        let mood = {
            let mut state = self.state.lock().unwrap();
            state.asked += 1;
            state.mood.clone()
        };
        if mood == RelayMood::Down {
            return Ok(());
        }
        let (mut reader, mut writer) = (BufReader::new(stream), stream);
        writer.write_all(b"220 ready\r\n")?;
        let (mut from, mut to) = (String::new(), String::new());
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line)? == 0 {
                return Ok(());
            }
            let line = line.trim_end();
            let answer = match line.split([' ', ':']).next().unwrap_or_default() {
                "EHLO" => "250-here\r\n250 8BITMIME",
                "MAIL" => {
                    from = angled(line);
                    "250 ok"
                }
                "RCPT" => {
                    to = angled(line);
                    self.answer(&to, &mood)
                }
                "DATA" => {
                    writer.write_all(b"354 go on\r\n")?;
                    let content = text(&mut reader)?;
                    let (from, to) = (from.clone(), to.clone());
                    self.state.lock().unwrap().taken.push(Relayed { from, to, content });
                    if mood == RelayMood::Mute {
                        return Ok(());
                    }
                    "250 taken"
                }
                "QUIT" => {
                    writer.write_all(b"221 bye\r\n")?;
                    return Ok(());
                }
                _ => "250 ok",
            };
            writer.write_all(format!("{answer}\r\n").as_bytes())?;
        }
    }

    fn answer(&self, to: &str, mood: &RelayMood) -> &'static str {
        let state = self.state.lock().unwrap();
        match (state.told.get(to), mood) {
            (Some(answer), _) | (None, RelayMood::Says(answer)) => answer,
            _ => "250 ok",
        }
    }
}

/// What stands between `<` and `>`.
fn angled(line: &str) -> String {
    let (_, rest) = line.split_once('<').unwrap_or_default();
    rest.split('>').next().unwrap_or_default().to_owned()
}

/// The text after `DATA`, without the dots that guard its lines.
fn text(reader: &mut impl io::BufRead) -> io::Result<Vec<u8>> {
    let mut content = Vec::new();
    loop {
        let mut line = Vec::new();
        if reader.read_until(b'\n', &mut line)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        match line.as_slice() {
            b".\r\n" => return Ok(content),
            [b'.', rest @ ..] => content.extend_from_slice(rest),
            line => content.extend_from_slice(line),
        }
    }
}

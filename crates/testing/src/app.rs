use crate::client::Client;
use crate::clock::FixedClock;
use crate::database::{Backend, TestDatabase};
use crate::people::{Persona, TestOffice};
use crate::relay::TestRelay;
use crate::witness::witness_key;
use chrono::Duration;
use daftar_api::{ApiSettings, Draining, run};
use daftar_application::certificates::TimeStamping;
use daftar_application::identity::{TokenKeys, TokenKind};
use daftar_application::keys::{KeyRing, RingSettings};
use daftar_application::ledger::{LedgerKeys, Witness, Witnesses};
use daftar_application::{Clock, Office, OfficeParts};
use daftar_documents::{BlobStore, Drawing, Program};
use daftar_domain::identity::FactorPolicy;
use daftar_domain::keys::KeyKind;
use daftar_domain::office::{PersonId, SessionId, Timestamp};
use daftar_domain::signing::LeastProof;
use daftar_persistence::Database;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::Query;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;
use uuid::Uuid;

/// A running office that belongs to one test.
pub struct TestApp {
    /// `http://127.0.0.1:port`.
    pub base: String,
    /// The office behind it, for what has no route.
    pub office: Office,
    /// The people in it.
    pub people: TestOffice,
    /// Its clock.
    pub clock: FixedClock,
    /// Its database.
    pub database: TestDatabase,
    sessions: Vec<(Persona, SessionId)>,
    server: actix_web::dev::ServerHandle,
    reader: String,
    folder: TempDir,
    strictness: Strictness,
    relay: Option<TestRelay>,
}

/// How much an office asks of those who sign in and sign.
#[derive(Debug, Clone, Copy)]
pub struct Strictness {
    /// Whether those whose posts weigh must have a second factor.
    pub second_factor: FactorPolicy,
    /// The least that a signature rests on.
    pub least_proof: LeastProof,
}

impl Strictness {
    /// Asks for nothing.
    pub const LENIENT: Self = Self {
        second_factor: FactorPolicy::Offered,
        least_proof: LeastProof::Password,
    };
}

impl From<FactorPolicy> for Strictness {
    fn from(second_factor: FactorPolicy) -> Self {
        Self {
            second_factor,
            ..Self::LENIENT
        }
    }
}

impl From<LeastProof> for Strictness {
    fn from(least_proof: LeastProof) -> Self {
        Self {
            least_proof,
            ..Self::LENIENT
        }
    }
}

/// What an office has around it.
struct Around {
    strictness: Strictness,
    relay: Option<TestRelay>,
    time_stamping: Option<TimeStamping>,
    clock: FixedClock,
}

impl Default for Around {
    fn default() -> Self {
        Self {
            strictness: Strictness::LENIENT,
            relay: None,
            time_stamping: None,
            clock: FixedClock::default(),
        }
    }
}

impl TestApp {
    /// Starts one: an own database, an own port, everybody signed in. Papers are read by processes of the program at
    /// `reader`, as in a real office.
    pub async fn start(backend: Backend, reader: &str) -> Self {
        Self::start_with(backend, reader, Strictness::LENIENT).await
    }

    /// As [`TestApp::start`], in an office that asks for more.
    pub async fn start_with(backend: Backend, reader: &str, strictness: impl Into<Strictness>) -> Self {
        let office = Around {
            strictness: strictness.into(),
            ..Around::default()
        };
        Self::open(backend, reader, office).await
    }

    /// As [`TestApp::start`], in an office that sends mail through a server.
    pub async fn start_mailing(backend: Backend, reader: &str, relay: &TestRelay) -> Self {
        let office = Around {
            relay: Some(relay.clone()),
            ..Around::default()
        };
        Self::open(backend, reader, office).await
    }

    /// As [`TestApp::start`], in an office that has the time of signatures stamped. The authority's clock is the machine's,
    /// and so the office's stands at today's time.
    pub async fn start_stamping(backend: Backend, reader: &str, time_stamping: TimeStamping) -> Self {
        let office = Around {
            time_stamping: Some(time_stamping),
            clock: FixedClock::of_today(),
            ..Around::default()
        };
        Self::open(backend, reader, office).await
    }

    async fn open(backend: Backend, reader: &str, around: Around) -> Self {
        let Around {
            strictness,
            relay,
            time_stamping,
            clock,
        } = around;
        let database = TestDatabase::create(backend).await;
        let people = TestOffice::found(&database.raw, clock.now() - Duration::days(30)).await;
        let sessions = sign_everybody_in(&database, &people, &clock).await;
        let folder = tempfile::tempdir().unwrap();
        let parts = parts(&database.database, &clock, folder.path(), reader, strictness).await;
        let office = Office::new(OfficeParts {
            mailer: relay.as_ref().map(TestRelay::mailer),
            time_stamping,
            ..parts
        });
        let socket = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let base = format!("http://{}", socket.local_addr().unwrap());
        let settings = ApiSettings {
            web_root: None,
            secure_cookies: false,
            behind_proxy: true,
            workers: 1,
            head: std::time::Duration::from_secs(15),
            drain: std::time::Duration::from_secs(1),
        };
        let server = run(office.clone(), settings, socket, Draining::default()).unwrap();
        let handle = server.handle();
        tokio::spawn(server);
        Self {
            base,
            office,
            people,
            clock,
            database,
            sessions,
            server: handle,
            reader: reader.to_owned(),
            folder,
            strictness,
            relay,
        }
    }

    /// The same office as another process has it, with the same database and files.
    pub async fn beside(&self) -> Office {
        Office::new(self.parts().await)
    }

    /// The same office after a start with other keys of the ledger.
    pub async fn beside_with(&self, ledger_keys: LedgerKeys) -> Office {
        Office::new(OfficeParts {
            ledger_keys,
            ..self.parts().await
        })
    }

    async fn parts(&self) -> OfficeParts {
        let (database, folder) = (&self.database.database, self.folder.path());
        OfficeParts {
            mailer: self.relay.as_ref().map(TestRelay::mailer),
            ..parts(database, &self.clock, folder, &self.reader, self.strictness).await
        }
    }

    /// Where its papers lie.
    pub fn papers(&self) -> PathBuf {
        self.folder.path().join("papers")
    }

    /// A client that nobody is signed in with.
    pub fn anonymous(&self) -> Client {
        Client::new(self.base.clone(), None)
    }

    /// A client of somebody, with an access token that was issued now.
    pub fn acting(&self, persona: Persona) -> Client {
        let (_, session) = self.sessions.iter().find(|(who, _)| *who == persona).unwrap();
        self.client(self.people.of(persona).person, *session)
    }

    /// A client of a person who is no persona, in a session of its own.
    pub async fn acting_as(&self, person: PersonId) -> Client {
        let session = begin_session(&self.database, person, self.clock.now()).await;
        self.client(person, session)
    }

    fn client(&self, person: PersonId, session: SessionId) -> Client {
        let keys = self.office.token_keys();
        let token = keys
            .issue(TokenKind::Session, person, session, Uuid::now_v7(), self.clock.now())
            .unwrap();
        Client::new(self.base.clone(), Some(token))
    }
}

async fn parts(
    database: &Database,
    clock: &FixedClock,
    folder: &Path,
    reader: &str,
    strictness: Strictness,
) -> OfficeParts {
    let keys = RingSettings {
        kind: KeyKind::File,
        file: folder.join("secrets/key-encryption-keys"),
        token: None,
    };
    OfficeParts {
        blobs: BlobStore::open(folder.join("papers")).await.unwrap(),
        database: database.clone(),
        clock: Arc::new(clock.clone()),
        token_keys: TokenKeys::from_seeds("https://daftar.test", &[[7; 32]]).unwrap(),
        ledger_keys: LedgerKeys::from_seeds("daftar.test/ledger", &[([9; 32], false)]).unwrap(),
        key_ring: KeyRing::open_at(&keys).await.unwrap(),
        witnesses: witnesses(),
        second_factor: strictness.second_factor,
        least_proof: strictness.least_proof,
        drawing: Drawing::Apart(Program::new(reader, [""; 0])),
        mailer: None,
        time_stamping: None,
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        // The future only waits for the stop; asking for it is enough here.
        drop(self.server.stop(false));
    }
}

/// Two witnesses, whom nobody asks but the test.
fn witnesses() -> Witnesses {
    let witness = |name: &str| Witness {
        url: format!("http://{name}"),
        key: witness_key(name).verifier().clone(),
    };
    Witnesses {
        all: ["first.witness.test", "second.witness.test"].map(witness).into(),
        every: std::time::Duration::from_mins(1),
    }
}

async fn sign_everybody_in(
    database: &TestDatabase,
    people: &TestOffice,
    clock: &FixedClock,
) -> Vec<(Persona, SessionId)> {
    let now = clock.now();
    let mut sessions = Vec::new();
    for persona in Persona::ALL {
        let session = begin_session(database, people.of(*persona).person, now).await;
        sessions.push((*persona, session));
    }
    sessions
}

async fn begin_session(database: &TestDatabase, person: PersonId, now: Timestamp) -> SessionId {
    let id = Uuid::now_v7();
    let insert = Query::insert()
        .into_table("sessions")
        .columns([
            "id",
            "person_id",
            "started_at",
            "last_seen_at",
            "expires_at",
            "address",
            "user_agent",
        ])
        .values_panic([
            id.into(),
            person.0.into(),
            now.into(),
            now.into(),
            (now + Duration::days(365)).into(),
            "127.0.0.1".into(),
            "test".into(),
        ])
        .to_owned();
    database.raw.execute(&insert).await.unwrap();
    SessionId(id)
}

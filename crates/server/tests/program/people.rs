//! The first account of an office.

use super::process::{Ended, Place};
use daftar_testing::{Client, Reply};
use serde_json::json;

/// A password that passes the rules.
pub(crate) const PASSWORD: &str = "mango-river-lantern-84";
/// The name of the first account.
pub(crate) const ADMINISTRATOR: &str = "root.admin";

/// What keeps somebody signed in.
pub(crate) struct Session {
    pub(crate) access: String,
    pub(crate) refresh: String,
}

impl Session {
    /// The session that an answer begins or goes on with.
    fn of(reply: &Reply) -> Self {
        let cookie = reply.headers["set-cookie"].to_str().unwrap();
        let pair = cookie.split(';').next().unwrap();
        Self {
            access: reply.json["access_token"].as_str().unwrap().to_owned(),
            refresh: pair.strip_prefix("daftar_refresh=").unwrap().to_owned(),
        }
    }
}

/// Adds an account from the machine itself.
pub(crate) fn add_account(place: &Place, user_name: &str) -> Ended {
    let names = ["--name-en", "Root", "--name-ur", "منتظم", "--administrator"];
    place.run(&[&["user", "add", user_name], names.as_slice()].concat(), &[])
}

/// Adds the first administrator; answers his first password.
pub(crate) fn add_administrator(place: &Place) -> String {
    let done = add_account(place, ADMINISTRATOR);
    assert_eq!(done.code, Some(0), "{}", done.err);
    done.out.split_whitespace().last().unwrap().to_owned()
}

/// Tries to sign in.
pub(crate) async fn sign_in(client: &Client, password: &str) -> Reply {
    let body = json!({ "user_name": ADMINISTRATOR, "password": password });
    client.post("/api/v1/session", &body).await
}

/// Signs in with the first password and chooses another.
pub(crate) async fn begin(client: &Client, first_password: &str) -> Session {
    let first = sign_in(client, first_password).await.expect(200);
    let changing = client.with_token(first.json["access_token"].as_str().unwrap());
    let change = json!({ "current_password": first_password, "new_password": PASSWORD });
    Session::of(&changing.put("/api/v1/me/password", &change).await.expect(200))
}

/// Goes on with a session by its cookie.
pub(crate) async fn go_on(client: &Client, session: &Session) -> Session {
    let cookie = format!("daftar_refresh={}", session.refresh);
    let client = client.with("X-Daftar", "1").with("Cookie", &cookie);
    let reply = client.send(client.request("POST", "/api/v1/session/refresh")).await;
    Session::of(&reply.expect(200))
}

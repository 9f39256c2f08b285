//! `daftar worker` beside a server that leaves the jobs to it.

use super::people::{PASSWORD, add_administrator, begin, sign_in};
use super::process::Place;
use daftar_testing::Client;
use serde_json::{Value, json};
use std::fmt::Write as _;

/// A server that does no jobs.
const NO_JOBS: &[(&str, &str)] = &[("DAFTAR__JOBS__IN_SERVER", "false")];
/// So many that the worker can be told to stop while it is at it.
const PERSONS: usize = 400;

/// Sheets with many persons.
fn sheets() -> Value {
    let mut persons = "user_name,name_en,name_ur,email,language\n".to_owned();
    for number in 0..PERSONS {
        writeln!(persons, "clerk.{number:03},Clerk {number},محرر,,ur").unwrap();
    }
    json!({ "dry_run": false, "persons_csv": persons })
}

async fn state(client: &Client, import: &str) -> String {
    let reply = client.get(&format!("/api/v1/organisation/imports/{import}")).await;
    reply.expect(200).json["state"].as_str().unwrap().to_owned()
}

/// The figure of jobs that wait.
async fn open_jobs(client: &Client) -> String {
    let figures = client.get("/metrics").await.expect(200);
    let text = String::from_utf8(figures.bytes).unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix("daftar_jobs_open "));
    line.unwrap().to_owned()
}

#[tokio::test]
async fn jobs_are_done_by_a_worker_beside_the_server() {
    let place = Place::new();
    let first_password = add_administrator(&place);
    let before = place.serve(&[], NO_JOBS);
    let session = begin(&before.client(), &first_password).await;
    let accepted = before.client().with_token(&session.access);
    let import = accepted
        .post("/api/v1/organisation/imports", &sheets())
        .await
        .expect(202)
        .id();
    drop(before);

    // A server that did jobs would begin with the one that waits, and be done with it before it ends.
    let idle = place.serve(&[], NO_JOBS);
    sign_in(&idle.client(), PASSWORD).await.expect(200);
    idle.close();
    let server = place.serve(&[], NO_JOBS);
    let client = server.client().with_token(&session.access);
    assert_eq!(state(&client, &import).await, "queued");
    assert_eq!(open_jobs(&client).await, "1");

    let mut worker = place.start(&["worker"], &[]);
    worker.until("working on jobs");
    while state(&client, &import).await == "queued" {}
    // It is told to stop in the middle of the job, and finishes it first.
    worker.tell_to_stop();
    let (status, log) = worker.end();
    assert_eq!(status.code(), Some(0), "{}", log.join("\n"));
    assert!(log.last().unwrap().contains("no more jobs"), "{}", log.join("\n"));
    assert_eq!(state(&client, &import).await, "done");
    assert_eq!(open_jobs(&client).await, "0");
}

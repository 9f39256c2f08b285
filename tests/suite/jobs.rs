//! Jobs that fail, and what is swept away.

use crate::correspondence::{pdf, upload};
use chrono::Duration;
use daftar_application::jobs;
use daftar_domain::ledger::Actor;
use daftar_testing::{Persona, TestApp, on_both};

/// Writes a job that no worker knows.
async fn enqueue_nonsense(app: &TestApp) {
    let done = app.office.act_as(Actor::SYSTEM, None, async |work| {
        work.enqueue("nonsense", &()).await?;
        Ok(())
    });
    done.await.unwrap();
}

/// One figure of the machine room.
async fn figure(app: &TestApp, name: &str) -> String {
    let reply = app.anonymous().get("/metrics").await.expect(200);
    let text = String::from_utf8(reply.bytes).unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix(&format!("{name} ")));
    line.unwrap_or_else(|| panic!("{name} is not in {text}")).to_owned()
}

async fn run(app: &TestApp) -> bool {
    jobs::run_next(&app.office).await.unwrap()
}

on_both! {
    async fn a_job_that_fails_is_tried_again_later_and_given_up_in_the_end(app: TestApp) {
        enqueue_nonsense(&app).await;
        assert_eq!(figure(&app, "daftar_jobs_open").await, "1");
        for tries in 1..=8_i64 {
            assert!(run(&app).await, "{tries}");
            assert!(!run(&app).await, "not again at once: {tries}");
            app.clock.advance(Duration::seconds(2_i64.pow(u32::try_from(tries).unwrap()) - 1));
            assert!(!run(&app).await, "not before its time: {tries}");
            app.clock.advance(Duration::seconds(1));
        }
        assert!(!run(&app).await);
        assert_eq!((figure(&app, "daftar_jobs_open").await, figure(&app, "daftar_jobs_given_up").await), ("0".to_owned(), "1".to_owned()));
    }

    async fn a_job_whose_worker_died_comes_back_and_does_not_kill_for_ever(app: TestApp) {
        enqueue_nonsense(&app).await;
        for tries in 0..8 {
            let now = app.office.now();
            let job = app.office.database().claim_job(None, now, now + Duration::minutes(10)).await.unwrap().unwrap();
            assert_eq!(job.attempts, tries);
            assert!(!run(&app).await, "it is held by the worker that died");
            app.clock.advance(Duration::minutes(11));
        }
        assert!(run(&app).await);
        app.clock.advance(Duration::days(1));
        assert!(!run(&app).await);
        assert_eq!(figure(&app, "daftar_jobs_given_up").await, "1");
    }

    async fn bytes_without_a_row_are_swept_away_and_no_others(app: TestApp) {
        let made = upload(&app, Persona::Clerk, "kept.pdf", pdf("kept")).await.expect(201);
        let client = app.acting(Persona::Clerk).with("Idempotency-Key", "sweep");
        for (text, status) in [("first", 201), ("refused", 422)] {
            let request = client
                .request("POST", "/api/v1/documents?file_name=a.pdf")
                .header("content-type", "application/octet-stream")
                .body(pdf(text));
            client.send(request).await.expect(status);
        }
        assert_eq!(jobs::sweep_papers(&app.office).await.unwrap().set_aside, 0, "all of them are young");
        // The office's clock stands still in the past, the disk's does not: far beyond both everything is old.
        app.clock.advance(Duration::days(40_000));
        assert_eq!(jobs::sweep_papers(&app.office).await.unwrap().set_aside, 1);
        app.clock.advance(Duration::days(-40_000));
        let kept = app.acting(Persona::Clerk).get(&format!("/api/v1/documents/{}/content", made.id())).await.expect(200);
        assert_eq!(kept.bytes, pdf("kept"));
    }
}

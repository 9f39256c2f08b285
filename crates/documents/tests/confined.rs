//! What the reader of a paper may not do, and that a reader which goes wrong leaves nothing behind.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::{letter, program, put, store};
use daftar_documents::{Costs, Drawing, Inspection, LARGEST, PreviewError, Previews, Program, Readability, Stored};
use image::{DynamicImage, ImageFormat};
use std::fs;
use std::io::Cursor;
use std::process::Command;
use std::time::Duration;
use uuid::Uuid;

const UNREADABLE: Inspection = Inspection {
    pages: None,
    readability: Readability::Unreadable,
};

#[test]
fn a_confined_process_reaches_no_file_no_socket_and_no_other_process() {
    let told = Command::new(env!("CARGO_BIN_EXE_daftar-papers"))
        .arg("reaching")
        .output()
        .unwrap();
    assert_eq!(
        String::from_utf8(told.stdout).unwrap(),
        "before: read list write tcp udp unix pipe start\nafter: \n"
    );
    assert!(told.status.success());
}

/// A letter, and pictures that are made by `program`, one at a time.
async fn read_by(program: Program) -> (tempfile::TempDir, Stored, Previews) {
    let (folder, store) = store().await;
    let stored = put(&store, &letter(), LARGEST).await.unwrap();
    (folder, stored, Previews::new(store, 1, Drawing::Apart(program)))
}

/// The processes that have `mark` on their command line.
fn marked(mark: &str) -> usize {
    let processes = fs::read_dir("/proc").expect("this test looks for processes in /proc");
    processes
        .filter_map(|entry| fs::read(entry.ok()?.path().join("cmdline")).ok())
        .filter(|line| String::from_utf8_lossy(line).contains(mark))
        .count()
}

#[tokio::test]
async fn a_reader_that_goes_wrong_is_ended_and_its_paper_is_unreadable() {
    for (habit, patience) in [
        ("stuck", Duration::from_millis(300)),
        ("talkative", Duration::from_mins(1)),
        ("spinning", Duration::from_mins(1)),
        ("greedy", Duration::from_mins(1)),
    ] {
        let mark = Uuid::new_v4().to_string();
        let (_folder, stored, previews) = read_by(Program {
            patience,
            ..program(&[habit, &mark])
        })
        .await;
        let found = previews.inspect(stored.digest, stored.media_type).await.unwrap();
        assert_eq!(found, UNREADABLE, "{habit}");
        assert_eq!(marked(&mark), 0, "{habit}");
        // There is one place, so a second answer says that the first gave it back.
        let found = previews.inspect(stored.digest, stored.media_type).await.unwrap();
        assert_eq!(found, UNREADABLE, "{habit}");
        let drawn = previews.page(stored.digest, stored.media_type, 1, 160).await;
        assert!(matches!(drawn, Err(PreviewError::Unreadable)), "{habit}");
        assert_eq!(marked(&mark), 0, "{habit}");
    }
}

#[tokio::test]
async fn whoever_asked_may_go_away_and_the_reader_is_ended_all_the_same() {
    let mark = Uuid::new_v4().to_string();
    let (_folder, stored, previews) = read_by(Program {
        patience: Duration::from_millis(500),
        ..program(&["stuck", &mark])
    })
    .await;
    let asking = previews.inspect(stored.digest, stored.media_type);
    assert!(tokio::time::timeout(Duration::from_millis(100), asking).await.is_err());
    assert_eq!(marked(&mark), 1);
    // The next one waits for the place.
    let found = previews.inspect(stored.digest, stored.media_type).await.unwrap();
    assert_eq!(found, UNREADABLE);
    assert_eq!(marked(&mark), 0);
}

#[tokio::test]
async fn a_page_that_cannot_be_drawn_is_tried_once_and_keeps_nobody_from_handing_papers_in() {
    let mark = Uuid::new_v4().to_string();
    let (_folder, stored, previews) = read_by(Program {
        patience: Duration::from_millis(500),
        ..program(&["stuck", &mark])
    })
    .await;
    let draw = |width| previews.page(stored.digest, stored.media_type, 1, width);
    let (one, other, third) = tokio::join!(draw(160), draw(320), async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        let drawing = marked(&mark);
        // The one place for drawing is taken; arriving papers have theirs.
        let inspecting = previews.inspect(stored.digest, stored.media_type);
        assert!(
            tokio::time::timeout(Duration::from_millis(100), inspecting)
                .await
                .is_err()
        );
        (drawing, marked(&mark))
    });
    assert!(matches!(
        (one, other),
        (Err(PreviewError::Unreadable), Err(PreviewError::Unreadable))
    ));
    assert_eq!(third, (1, 2));
    // Remembered: no reader is started for it again.
    let again = tokio::time::timeout(Duration::from_millis(100), draw(800)).await;
    assert!(matches!(again, Ok(Err(PreviewError::Unreadable))));
}

#[tokio::test]
async fn a_paper_that_needs_more_than_it_may_have_is_unreadable() {
    let costs = Costs {
        memory: 8 << 20,
        ..Costs::default()
    };
    let (_folder, stored, previews) = read_by(Program { costs, ..program(&[]) }).await;
    let found = previews.inspect(stored.digest, stored.media_type).await.unwrap();
    assert_eq!(found, UNREADABLE);
}

#[tokio::test]
async fn a_reader_that_cannot_be_started_is_no_fault_of_the_paper() {
    let (_folder, stored, previews) = read_by(Program::new("/nonexistent/daftar", ["draw"])).await;
    assert!(previews.inspect(stored.digest, stored.media_type).await.is_err());
}

#[tokio::test]
async fn a_quarter_of_the_largest_picture_fits_into_a_third_of_the_memory() {
    let mut png = Cursor::new(Vec::new());
    DynamicImage::new_rgba8(4_000, 5_000)
        .write_to(&mut png, ImageFormat::Png)
        .unwrap();
    let (_folder, store) = store().await;
    let stored = put(&store, &png.into_inner(), LARGEST).await.unwrap();
    let third = Program {
        costs: Costs {
            memory: Costs::default().memory / 3,
            seconds: 60,
        },
        // Nothing is optimised in a test.
        patience: Duration::from_mins(1),
        ..program(&[])
    };
    let previews = Previews::new(store, 1, Drawing::Apart(third));
    let drawn = previews.page(stored.digest, stored.media_type, 1, 1600).await.unwrap();
    assert!(drawn.starts_with(b"\x89PNG"));
}

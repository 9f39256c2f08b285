//! Blobs without a row leave, and no other.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use bytes::Bytes;
use chrono::{Days, NaiveDate};
use common::{apart, letter, put, store};
use daftar_documents::{BlobStore, Digest, LARGEST, Swept, Times};
use futures_util::{StreamExt as _, stream};
use std::collections::HashSet;
use std::path::Path;
use std::time::{Duration, SystemTime};

const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();

/// A sweep in which everything there is counts as old, on a day so many days from today.
fn times(folder: &Path, days: u64) -> Times {
    let today = TODAY.checked_add_days(Days::new(days)).unwrap();
    Times {
        idle_since: modified(folder) + Duration::from_mins(1),
        today,
        forget_before: today.checked_sub_days(Days::new(30)).unwrap(),
    }
}

fn modified(path: &Path) -> SystemTime {
    std::fs::metadata(path).unwrap().modified().unwrap()
}

fn paper(text: &str) -> Vec<u8> {
    [b"%PDF-1.7 ", text.as_bytes()].concat()
}

async fn sweep(store: &BlobStore, times: Times, known: &[Digest]) -> Swept {
    let known: HashSet<Digest> = known.iter().copied().collect();
    let asked = async |some: &[Digest]| Ok(some.iter().copied().filter(|digest| known.contains(digest)).collect());
    store.sweep(times, asked).await.unwrap()
}

#[tokio::test]
async fn what_has_a_row_stays_and_what_has_none_is_set_aside_and_removed_weeks_later() {
    let (folder, store) = store().await;
    let kept = put(&store, &letter(), LARGEST).await.unwrap().digest;
    let lost = put(&store, &paper("lost"), LARGEST).await.unwrap().digest;
    let set_aside = Swept {
        set_aside: 1,
        ..Swept::default()
    };
    assert_eq!(sweep(&store, times(folder.path(), 0), &[kept]).await, set_aside);
    assert!(store.size(kept).await.unwrap().is_some());
    assert_eq!(store.size(lost).await.unwrap(), None);
    assert_eq!(sweep(&store, times(folder.path(), 30), &[kept]).await, Swept::default());
    let removed = Swept {
        removed: 1,
        ..Swept::default()
    };
    assert_eq!(sweep(&store, times(folder.path(), 31), &[kept]).await, removed);
    assert_eq!(std::fs::read_dir(folder.path().join("unclaimed")).unwrap().count(), 0);
}

#[tokio::test]
async fn what_was_set_aside_by_mistake_comes_back() {
    let (folder, store) = store().await;
    let bytes = letter();
    let digest = put(&store, &bytes, LARGEST).await.unwrap().digest;
    assert_eq!(sweep(&store, times(folder.path(), 0), &[]).await.set_aside, 1);
    let found = sweep(&store, times(folder.path(), 9), &[digest]).await;
    assert_eq!((found.returned, found.removed), (1, 0));
    assert_eq!(store.size(digest).await.unwrap(), Some(bytes.len() as u64));
}

#[tokio::test]
async fn the_young_stay_and_the_same_bytes_again_are_young() {
    let (folder, store) = store().await;
    let digest = put(&store, &letter(), LARGEST).await.unwrap().digest;
    let mut now = times(folder.path(), 0);
    now.idle_since = modified(folder.path()) - Duration::from_mins(1);
    assert_eq!(sweep(&store, now, &[]).await, Swept::default());

    // An upload of the same bytes arrives after the sweep has asked and before it acts.
    let blob = folder
        .path()
        .join("blobs")
        .join(&digest.to_string()[..2])
        .join(&digest.to_string()[2..4]);
    let blob = blob.join(digest.to_string());
    let old = modified(&blob) - Duration::from_hours(48);
    std::fs::File::open(&blob).unwrap().set_modified(old).unwrap();
    let asked = async |some: &[Digest]| {
        assert_eq!(some, [digest]);
        put(&store, &letter(), LARGEST).await.unwrap();
        Ok(HashSet::new())
    };
    assert_eq!(store.sweep(now, asked).await.unwrap(), Swept::default());
    assert!(store.size(digest).await.unwrap().is_some());
}

#[tokio::test]
async fn uploads_and_sweeps_at_once_lose_nothing() {
    let (folder, store) = store().await;
    let bytes = letter();
    let mut now = times(folder.path(), 0);
    now.idle_since = modified(folder.path()) - Duration::from_hours(1);
    for _ in 0..30 {
        let stored = put(&store, &bytes, LARGEST).await.unwrap();
        let name = stored.digest.to_string();
        let blob = folder
            .path()
            .join("blobs")
            .join(&name[..2])
            .join(&name[2..4])
            .join(&name);
        std::fs::File::open(&blob)
            .unwrap()
            .set_modified(now.idle_since - Duration::from_secs(1))
            .unwrap();
        let (_, again) = tokio::join!(sweep(&store, now, &[]), put(&store, &bytes, LARGEST));
        assert_eq!(
            store.size(again.unwrap().digest).await.unwrap(),
            Some(bytes.len() as u64)
        );
    }
}

#[tokio::test]
async fn another_process_that_opens_the_store_leaves_an_upload_alone() {
    let (folder, store) = store().await;
    let bytes = letter();
    let (begin, end) = bytes.split_at(bytes.len() / 2);
    let (root, begin, end) = (folder.path(), begin.to_vec(), end.to_vec());
    let chunks = stream::iter([begin, end]).then(async |chunk| {
        BlobStore::open(root).await.unwrap();
        Ok::<_, String>(Bytes::from(chunk))
    });
    let stored = store.put(chunks, LARGEST).await.unwrap();
    assert_eq!(store.size(stored.digest).await.unwrap(), Some(bytes.len() as u64));
}

#[tokio::test]
async fn pictures_and_unfinished_uploads_go_too() {
    let (folder, store) = store().await;
    let stored = put(&store, &letter(), LARGEST).await.unwrap();
    apart(&store)
        .page(stored.digest, stored.media_type, 1, 160)
        .await
        .unwrap();
    let leftover = folder.path().join("incoming/leftover");
    std::fs::write(&leftover, b"%PDF-1.7 ...").unwrap();
    let name = stored.digest.to_string();
    let pictures = folder
        .path()
        .join("previews")
        .join(&name[..2])
        .join(&name[2..4])
        .join(&name);
    assert!(pictures.exists());

    let found = sweep(&store, times(folder.path(), 0), &[]).await;
    assert_eq!((found.set_aside, found.unfinished), (1, 1));
    assert!(!pictures.exists() && !leftover.exists());
}

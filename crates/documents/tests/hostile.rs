//! What people send, by mistake or not, read by a process of its own as in the office.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use bytes::Bytes;
use common::{apart, letter, put, store};
use daftar_documents::{Digest, LARGEST, MediaType, PreviewError, PutError, Readability};
use futures_util::{StreamExt, stream};
use image::{DynamicImage, ImageFormat};
use std::io::Cursor;

async fn inspected(bytes: &[u8]) -> (Option<u32>, Readability) {
    let (_folder, store) = store().await;
    let stored = put(&store, bytes, LARGEST).await.unwrap();
    let found = apart(&store).inspect(stored.digest, stored.media_type).await.unwrap();
    (found.pages, found.readability)
}

fn picture(format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::new_rgb8(40, 60).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

#[tokio::test]
async fn what_is_put_is_read_back_whole_and_in_part() {
    let (_folder, store) = store().await;
    let pdf = letter();
    let stored = put(&store, &pdf, LARGEST).await.unwrap();
    assert_eq!(stored.digest, Digest::of(&pdf));
    assert_eq!(stored.digest.to_string().parse(), Ok(stored.digest));
    assert_eq!(put(&store, &pdf, LARGEST).await.unwrap(), stored);
    assert_eq!(store.size(stored.digest).await.unwrap(), Some(pdf.len() as u64));
    for range in [0..pdf.len(), 5..17, pdf.len() - 1..pdf.len(), 3..3] {
        let (from, to) = (range.start as u64, range.end as u64);
        let read: Vec<Bytes> = store
            .read(stored.digest, from..to)
            .await
            .unwrap()
            .map(Result::unwrap)
            .collect()
            .await;
        assert_eq!(read.concat(), pdf[range]);
    }
    assert_eq!(store.size(Digest::of(b"other")).await.unwrap(), None);
}

#[tokio::test]
async fn nothing_too_much_and_the_wrong_sort_are_refused_and_leave_nothing() {
    let (folder, store) = store().await;
    assert!(matches!(put(&store, b"", LARGEST).await, Err(PutError::Empty)));
    assert!(matches!(put(&store, &letter(), 300).await, Err(PutError::TooLarge)));
    let mut exe = b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0".to_vec();
    exe.resize(2000, 0);
    for wrong in [
        exe.as_slice(),
        b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0",
        b"<html><script>alert(1)</script></html>",
        b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        b"PK\x03\x04\x14\0\0\0",
        b"#!/bin/sh\nrm -rf /\n",
        b"   %PDF-1.7",
        b"x",
    ] {
        assert!(
            matches!(put(&store, wrong, LARGEST).await, Err(PutError::TypeRefused)),
            "{wrong:?}"
        );
    }
    let broken = stream::iter([Ok(Bytes::from(letter())), Err("connection reset")]);
    assert!(matches!(
        store.put(broken, LARGEST).await,
        Err(PutError::Interrupted(_))
    ));
    assert_eq!(std::fs::read_dir(folder.path().join("incoming")).unwrap().count(), 0);
    assert_eq!(std::fs::read_dir(folder.path().join("blobs")).unwrap().count(), 0);
}

#[tokio::test]
async fn the_sort_is_known_by_the_bytes() {
    for (bytes, sort) in [
        (letter(), MediaType::Pdf),
        (picture(ImageFormat::Png), MediaType::Png),
        (picture(ImageFormat::Jpeg), MediaType::Jpeg),
        (picture(ImageFormat::Tiff), MediaType::Tiff),
    ] {
        let (_folder, store) = store().await;
        let stored = put(&store, &bytes, LARGEST).await.unwrap();
        assert_eq!(stored.media_type, sort);
        let previews = apart(&store);
        let found = previews.inspect(stored.digest, sort).await.unwrap();
        assert_eq!((found.pages, found.readability), (Some(1), Readability::Ok), "{sort:?}");
        let drawn = previews.page(stored.digest, sort, 1, 160).await.unwrap();
        let again = previews.page(stored.digest, sort, 1, 150).await.unwrap();
        assert_eq!(drawn, again);
        assert_eq!(MediaType::of(&drawn), Some(MediaType::Png));
        for absent in [0, 2, u32::MAX] {
            let no = previews.page(stored.digest, sort, absent, 160).await;
            assert!(matches!(no, Err(PreviewError::NoSuchPage)), "{sort:?} {absent}");
        }
    }
}

#[tokio::test]
async fn a_pdf_that_was_cut_off_or_garbled_is_unreadable() {
    let pdf = letter();
    for cut in [20, pdf.len() / 3, pdf.len() / 2, pdf.len() - 12] {
        assert_eq!(inspected(&pdf[..cut]).await, (None, Readability::Unreadable), "{cut}");
    }
    let mut garbled = b"%PDF-1.7\n".to_vec();
    garbled.extend((0..5000_u32).map(|i| i.wrapping_mul(2_654_435_761).to_le_bytes()[2]));
    garbled.extend_from_slice(b"%%EOF");
    assert_eq!(inspected(&garbled).await, (None, Readability::Unreadable));
}

#[tokio::test]
async fn a_pdf_with_a_password_is_taken_and_known_as_encrypted() {
    let mut pdf = letter();
    let trailer = pdf.windows(7).rposition(|w| w == b"trailer").unwrap();
    let dict = pdf[trailer..].windows(2).position(|w| w == b"<<").unwrap() + trailer + 2;
    let encrypt = format!(
        "\n/ID [<{id}><{id}>] /Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <{o}> /U <{o}> >>\n",
        id = "00".repeat(16),
        o = "ab".repeat(32)
    );
    pdf.splice(dict..dict, encrypt.into_bytes());
    assert_eq!(inspected(&pdf).await, (None, Readability::Encrypted));
}

#[tokio::test]
async fn a_picture_that_claims_to_be_huge_costs_nothing() {
    let mut png = picture(ImageFormat::Png);
    png[16..24].copy_from_slice(&[0, 0, 0xC3, 0x50, 0, 0, 0xC3, 0x50]);
    let checksum = crc32(&png[12..29]);
    png[29..33].copy_from_slice(&checksum.to_be_bytes());
    assert_eq!(inspected(&png).await, (None, Readability::Unreadable));
    let (_folder, store) = store().await;
    let stored = put(&store, &png, LARGEST).await.unwrap();
    let drawn = apart(&store).page(stored.digest, stored.media_type, 1, 160).await;
    assert!(matches!(drawn, Err(PreviewError::Unreadable)));
}

#[tokio::test]
async fn a_tiff_of_pages_in_a_circle_is_unreadable() {
    let mut tiff = b"II*\0\x08\0\0\0".to_vec();
    tiff.extend_from_slice(&[0, 0, 8, 0, 0, 0]);
    assert_eq!(inspected(&tiff).await, (None, Readability::Unreadable));
    assert_eq!(
        inspected(b"II*\0\xff\xff\xff\x7f").await,
        (None, Readability::Unreadable)
    );
}

#[tokio::test]
async fn every_page_of_a_tiff_is_drawn() {
    let tiff = two_page_tiff();
    assert_eq!(inspected(&tiff).await, (Some(2), Readability::Ok));
    let (_folder, store) = store().await;
    let stored = put(&store, &tiff, LARGEST).await.unwrap();
    let previews = apart(&store);
    let mut shades = Vec::new();
    for page in [1, 2] {
        let png = previews
            .page(stored.digest, stored.media_type, page, 160)
            .await
            .unwrap();
        shades.push(image::load_from_memory(&png).unwrap().into_luma8().get_pixel(0, 0).0[0]);
    }
    assert_eq!(shades, [10, 200]);
}

/// Two grey pages of one pixel each: shade 10, then shade 200.
fn two_page_tiff() -> Vec<u8> {
    let mut tiff = b"II*\0\x0a\0\0\0".to_vec();
    tiff.extend_from_slice(&[10, 200]);
    for shade_at in [8_u32, 9] {
        let last = shade_at == 9;
        let entries: [(u16, u16, u32); 8] = [
            (256, 3, 1),
            (257, 3, 1),
            (258, 3, 8),
            (259, 3, 1),
            (262, 3, 1),
            (273, 4, shade_at),
            (278, 3, 1),
            (279, 4, 1),
        ];
        tiff.extend_from_slice(&8_u16.to_le_bytes());
        for (tag, kind, value) in entries {
            tiff.extend_from_slice(&tag.to_le_bytes());
            tiff.extend_from_slice(&kind.to_le_bytes());
            tiff.extend_from_slice(&1_u32.to_le_bytes());
            tiff.extend_from_slice(&value.to_le_bytes());
        }
        let next = if last {
            0
        } else {
            u32::try_from(tiff.len()).unwrap() + 4
        };
        tiff.extend_from_slice(&next.to_le_bytes());
    }
    tiff
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 1 {
                (crc >> 1) ^ 0xEDB8_8320
            } else {
                crc >> 1
            }
        })
    })
}

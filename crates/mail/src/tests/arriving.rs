use crate::{Fate, Report, Unreadable, read};
use proptest::prelude::{any, proptest};

/// A mail with the line ends that mail has.
fn mail(text: &str) -> Vec<u8> {
    text.replace('\n', "\r\n").into_bytes()
}

#[test]
fn of_a_page_only_the_words_are_read() {
    let arrived = read(&mail(
        "From: =?UTF-8?B?2KfYs9mE2YU=?= <aslam@example.org>\n\
         Subject: =?windows-1256?Q?=CF=D1=CE=E6=C7=D3=CA?=\n\
         In-Reply-To: <0199-1@finance.example.org>\n\
         References: <old@example.org> <0199-1@finance.example.org>\n\
         Content-Type: text/html; charset=utf-8\n\n\
         <p>Please <b>help</b>.</p><script>alert(1)</script><img src=x onerror=alert(2)>\n",
    ))
    .unwrap();
    assert_eq!(arrived.from_name.as_deref(), Some("اسلم"));
    assert_eq!(arrived.subject, "درخواست");
    assert_eq!(arrived.answers, ["0199-1@finance.example.org", "old@example.org"]);
    assert!(arrived.text.contains("Please help."), "{}", arrived.text);
    assert!(
        !arrived.text.contains("alert") && !arrived.text.contains('<'),
        "{}",
        arrived.text
    );
    assert!(!arrived.automatic && arrived.reports.is_empty());
}

#[test]
fn papers_and_forwarded_mails_come_along() {
    let arrived = read(&mail(
        "From: a@example.org\nDate: Tue, 24 Nov 2026 10:00:00 +0500\n\
         Content-Type: multipart/mixed; boundary=b\n\n\
         --b\nContent-Type: text/plain\n\nSee below.\n\
         --b\nContent-Type: application/pdf; name=\"../../etc/passwd\"\nContent-Transfer-Encoding: base64\n\
         Content-Disposition: attachment\n\nJVBERi0xLjc=\n\
         --b\nContent-Type: message/rfc822\n\nFrom: b@example.org\nSubject: Earlier\n\nIn full.\n\
         --b--\n",
    ))
    .unwrap();
    assert_eq!(arrived.written_at.unwrap().to_rfc3339(), "2026-11-24T05:00:00+00:00");
    assert_eq!(arrived.text, "See below.");
    let [pdf, earlier] = &arrived.attached[..] else {
        panic!("{:?}", arrived.attached)
    };
    assert_eq!(pdf.content, b"%PDF-1.7");
    assert_eq!(earlier.name.as_deref(), Some("Earlier.eml"));
    assert!(earlier.content.starts_with(b"From: b@example.org"));
}

const BOUNCE: &str = "Return-Path: <>\nFrom: MAILER-DAEMON@mx.example.org\nTo: registry@finance.example.org\n\
    Subject: Undelivered Mail Returned to Sender\nAuto-Submitted: auto-replied\n\
    Content-Type: multipart/report; report-type=delivery-status; boundary=r\n\n\
    --r\nContent-Type: text/plain\n\nI am sorry.\n\
    --r\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.org\n\n\
    Final-Recipient: rfc822; ag@audit.example.org\nAction: ACTION\nStatus: 5.1.1\n\
    Diagnostic-Code: smtp; 550 5.1.1 <ag@audit.example.org>:\n    Recipient address rejected\n\n\
    --r\nBACK--r--\n";

#[test]
fn a_bounce_names_its_letter_whole_or_by_its_head() {
    let whole = "Content-Type: message/rfc822\n\nMessage-ID: <0199-1@finance.example.org>\nSubject: x\n\nText\n";
    let head = "Content-Type: text/rfc822-headers\n\nMessage-ID: <0199-1@finance.example.org>\nSubject: x\n\n";
    for back in [whole, head] {
        let arrived = read(&mail(&BOUNCE.replace("ACTION", "failed").replace("BACK", back))).unwrap();
        let report = Report {
            letter: Some("0199-1@finance.example.org".to_owned()),
            recipient: "ag@audit.example.org".to_owned(),
            fate: Fate::Failed,
            said: "5.1.1 550 5.1.1 <ag@audit.example.org>: Recipient address rejected".to_owned(),
        };
        assert_eq!(arrived.reports, [report], "{back}");
        assert!(arrived.automatic);
    }
    let delayed = read(&mail(&BOUNCE.replace("ACTION", "delayed").replace("BACK", whole))).unwrap();
    assert_eq!(delayed.reports[0].fate, Fate::Delayed);
    let unknown = read(&mail(&BOUNCE.replace("ACTION", "lost").replace("BACK", whole))).unwrap();
    assert!(unknown.reports.is_empty());
}

#[test]
fn what_is_no_mail_is_told() {
    for content in [&b""[..], b"\0\0\0", b"PK\x03\x04 a zip", b"Hello, no head here"] {
        assert_eq!(read(content), Err(Unreadable::NoMail), "{content:?}");
    }
    let mut many = String::from("From: a@example.org\nContent-Type: multipart/mixed; boundary=b\n\n");
    for _ in 0..300 {
        many.push_str("--b\nContent-Type: application/octet-stream\n\nx\n");
    }
    assert_eq!(read(&mail(&many)), Err(Unreadable::TooManyParts));
}

proptest! {
    #[test]
    fn nothing_that_anybody_sends_takes_the_reader_down(content in any::<Vec<u8>>(), at in 0_usize..2000, with in any::<u8>()) {
        let _ = read(&content);
        let mut bounce = mail(&BOUNCE.replace("BACK", "Content-Type: message/rfc822\n\nMessage-ID: <x@y>\n\nText\n"));
        let at = at % bounce.len();
        bounce[at] = with;
        let _ = read(&bounce);
    }
}

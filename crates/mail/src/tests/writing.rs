use super::letter;
use crate::{Letter, Unwritable, read};

#[test]
fn a_letter_arrives_as_it_was_written() {
    let letter = letter();
    let arrived = read(&letter.write().unwrap().content).unwrap();
    assert_eq!(arrived.id.as_deref(), Some("0199-1@finance.example.org"));
    assert_eq!(arrived.subject, letter.subject);
    assert_eq!(arrived.from_name.as_deref(), Some(letter.from_name));
    assert_eq!(arrived.from.as_deref(), Some(letter.from));
    assert_eq!(arrived.written_at, Some(letter.at));
    assert_eq!(arrived.text.replace("\r\n", "\n"), letter.text.trim());
    assert!(arrived.automatic, "nobody's holiday notice answers it");
    let [attached] = &arrived.attached[..] else {
        panic!("{:?}", arrived.attached)
    };
    assert_eq!(attached.name.as_deref(), Some("مراسلہ F.8-2.pdf"));
    assert_eq!(attached.content, letter.attachments[0].content);
}

#[test]
fn a_reminder_names_the_letter_that_it_reminds_of() {
    let reminder = Letter {
        id: "0199-2@finance.example.org",
        reminds_of: Some("0199-1@finance.example.org"),
        ..letter()
    };
    let arrived = read(&reminder.write().unwrap().content).unwrap();
    assert_eq!(arrived.answers, ["0199-1@finance.example.org"]);
}

#[test]
fn a_line_end_in_a_name_or_subject_begins_no_header() {
    let sly = Letter {
        subject: "Grant\r\nBcc: press@example.org",
        to_name: "AG\r\nX-Sly: yes",
        ..letter()
    };
    let content = String::from_utf8(sly.write().unwrap().content).unwrap();
    let (head, _) = content.split_once("\r\n\r\n").unwrap();
    let begins = |name: &str| head.lines().any(|line| line.starts_with(name));
    assert!(!begins("Bcc:") && !begins("X-Sly:"), "{head}");
}

#[test]
fn what_is_no_address_is_told() {
    let wrong = Letter {
        to: "ag at audit",
        ..letter()
    };
    assert!(matches!(wrong.write(), Err(Unwritable::Address(address)) if address == "ag at audit"));
}

//! Against a server that says what it is told to say.

use super::letter;
use crate::{Carrier, Encryption, Failure, Relay};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpListener;

fn relay(port: u16, encryption: Encryption) -> Relay {
    Relay {
        host: "127.0.0.1".to_owned(),
        port,
        encryption,
        login: None,
        roots: Vec::new(),
        hello: "office.example.org".to_owned(),
    }
}

/// Serves one conversation, answering `RCPT` with `to`; answers the text that it was given, if it came to that.
async fn serve(listener: TcpListener, to: &'static str) -> Option<String> {
    let (stream, _) = listener.accept().await.unwrap();
    let (reader, mut writer) = stream.into_split();
    let mut lines = BufReader::new(reader).lines();
    writer.write_all(b"220 ready\r\n").await.unwrap();
    while let Some(line) = lines.next_line().await.unwrap() {
        let answer = match line.split([' ', ':']).next().unwrap_or_default() {
            "EHLO" => "250-here\r\n250 8BITMIME",
            "RCPT" => to,
            "DATA" => {
                writer.write_all(b"354 go on\r\n").await.unwrap();
                let mut text = Vec::new();
                while let Some(line) = lines.next_line().await.unwrap() {
                    if line == "." {
                        break;
                    }
                    text.push(line);
                }
                writer.write_all(b"250 taken\r\n").await.unwrap();
                return Some(text.join("\n"));
            }
            _ => "250 ok",
        };
        if writer.write_all(format!("{answer}\r\n").as_bytes()).await.is_err() {
            break;
        }
    }
    None
}

async fn carry_to(to: &'static str) -> (Result<(), Failure>, Option<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let carrier = Carrier::new(&relay(listener.local_addr().unwrap().port(), Encryption::None)).unwrap();
    let written = letter().write().unwrap();
    tokio::join!(carrier.carry(&written), serve(listener, to))
}

#[tokio::test]
async fn a_letter_that_is_taken_has_gone() {
    let (carried, text) = carry_to("250 ok").await;
    assert_eq!(carried, Ok(()));
    assert!(text.unwrap().contains("Message-ID: <0199-1@finance.example.org>"));
}

#[tokio::test]
async fn an_address_that_nobody_has_fails_for_good_and_a_busy_server_does_not() {
    let (carried, _) = carry_to("550 5.1.1 no such user here").await;
    assert!(
        matches!(&carried, Err(Failure::Lasting(said)) if said.contains("no such user")),
        "{carried:?}"
    );
    for passing in ["451 4.3.0 try later", "530 5.7.0 must issue STARTTLS first"] {
        let (carried, _) = carry_to(passing).await;
        assert!(matches!(&carried, Err(Failure::Passing(_))), "{carried:?}");
    }
}

#[tokio::test]
async fn a_server_that_is_down_or_speaks_in_the_open_may_be_tried_again() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let guarded = Carrier::new(&relay(port, Encryption::StartTls)).unwrap();
    let written = letter().write().unwrap();
    let (carried, text) = tokio::join!(guarded.carry(&written), serve(listener, "250 ok"));
    assert!(matches!(carried, Err(Failure::Passing(_))), "{carried:?}");
    assert_eq!(text, None, "nothing of the letter went over an open way");

    let open = Carrier::new(&relay(port, Encryption::None)).unwrap();
    let carried = open.carry(&written).await;
    assert!(
        matches!(carried, Err(Failure::Passing(_))),
        "nobody listens any more: {carried:?}"
    );
}

#[test]
fn a_password_needs_a_guarded_way() {
    let relay = Relay {
        login: Some(("office".to_owned(), "secret".into())),
        ..relay(25, Encryption::None)
    };
    assert!(Carrier::new(&relay).is_err());
    let guarded = Relay {
        encryption: Encryption::StartTls,
        ..relay.clone()
    };
    assert!(Carrier::new(&guarded).is_ok());
    let rootless = Relay {
        roots: vec![b"no certificate".to_vec()],
        ..guarded
    };
    assert!(Carrier::new(&rootless).is_err());
}

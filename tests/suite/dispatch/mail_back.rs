//! What comes back by e-mail: reports that a letter could not be delivered, and answers.

use super::mail::{ADDRESS, CLERK, by_post, letter_to, mailing_on_both, only};
use super::{on_dispatch, told, work_off};
use crate::mail::taken;
use bytes::Bytes;
use daftar_application::mail::{Taken, take_mail};
use daftar_testing::{TestApp, TestRelay};
use serde_json::{Value, json};

/// A report about a mail, as a server writes it (RFC 3464).
fn report(message_id: &str, action: &str, said: &str) -> Bytes {
    Bytes::from(format!(
        "From: MAILER-DAEMON@mx.example.org\r\nTo: office@finance.example.org\r\nAuto-Submitted: auto-replied\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=r\r\n\r\n\
         --r\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n\
         --r\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.org\r\n\r\n\
         Final-Recipient: rfc822; {ADDRESS}\r\nAction: {action}\r\nStatus: 5.2.2\r\nDiagnostic-Code: smtp; {said}\r\n\r\n\
         --r\r\nContent-Type: text/rfc822-headers\r\n\r\nFrom: office@finance.example.org\r\n\
         Message-ID: <{message_id}>\r\n\r\n--r--\r\n"
    ))
}

/// The id of the mail that carried a dispatch.
fn message_id(dispatch: &Value) -> String {
    format!("{}@finance.example.org", dispatch["id"].as_str().unwrap())
}

mailing_on_both! {
    async fn a_bounce_brings_the_letter_back_with_the_words_of_the_server(app: TestApp, relay: TestRelay) {
        let (file, id) = letter_to(&app, ADDRESS).await;
        work_off(&app).await;
        assert_eq!(relay.taken().len(), 1);
        let gone = only(&app, &id).await;
        for mail in [
            report("somebody-elses@example.org", "failed", "552 mailbox full"),
            report(&message_id(&gone), "delayed", "451 greylisted"),
        ] {
            let _ = taken(&app, mail).await;
            assert_eq!(only(&app, &id).await, gone);
        }
        let bounce = report(&message_id(&gone), "failed", "552 mailbox full");
        let _ = taken(&app, bounce.clone()).await;
        let back = only(&app, &id).await;
        assert_eq!((&back["state"], &back["mail"]["state"], &back["can"]), (&json!("returned"), &json!("bounced"), &json!(["dispatch"])));
        assert_eq!((&back["return_reason"], &back["returned_on"]), (&json!("5.2.2 552 mailbox full"), &json!("2026-03-02")));
        assert_eq!(told(&app, &file).await, ["letter_addressed", "letter_mailed", "letter_returned"]);

        // The same again changes nothing, and neither does one that comes when it went by post.
        assert_eq!(take_mail(&app.office, "FD-RI", bounce).await.unwrap(), Taken::Known);
        let _ = on_dispatch(&app, CLERK, &back, "dispatching", by_post()).await.expect(200);
        let _ = taken(&app, report(&message_id(&gone), "failed", "552 still full")).await;
        let sent = only(&app, &id).await;
        assert_eq!((&sent["state"], &sent["channel"], &sent["mail"]["state"]), (&json!("dispatched"), &json!("post"), &json!("bounced")));
        assert_eq!(app.acting(CLERK).get("/api/v1/mails").await.expect(200).json["waiting"], 0, "reports are nothing for the diary");
    }

    async fn an_answer_names_the_letter_that_it_answers(app: TestApp, relay: TestRelay) {
        let (_, id) = letter_to(&app, ADDRESS).await;
        work_off(&app).await;
        assert_eq!(relay.taken().len(), 1);
        let gone = only(&app, &id).await;
        let mail = |references: String| Bytes::from(format!(
            "From: ag@example.org\r\nSubject: Re: Release of funds\r\nMessage-ID: <9@example.org>\r\n{references}\r\n\r\nSir, noted.\r\n",
        ));
        let clerk = app.acting(CLERK);
        let of_ours = format!("In-Reply-To: <8@example.org>\r\nReferences: <{}> <8@example.org>", message_id(&gone));
        for (references, number) in [(of_ours, gone["number"].clone()), ("In-Reply-To: <8@example.org>".to_owned(), Value::Null)] {
            let answer = taken(&app, mail(references)).await;
            let shown = clerk.get(&format!("/api/v1/mails/{answer}")).await.expect(200).json;
            assert_eq!(shown["answers_number"], number);
        }
    }
}

"""For each operation that needs something in a certain state: makes that, and says how the request names it.

Whatever is acted upon here was made for that one request, so that it succeeds in whatever order the cases come.
"""

import dataclasses
import datetime
import functools
import itertools
import time

import addresses
import factors
import templates
from basics import (
    NUMBERS, Ready, document, file, forward, head, new_head, on, post, soon, step, unit, with_paper,
)
from letters import (
    approved, communication, envelope, issued, letter, on_its_way, passed, proof, suggested, text_of_a_draft, undelivered,
)
from mails import a_mail, a_paper, set_aside
from people import (
    ADMINISTRATOR, COLLEAGUE, OFFICER, PASSWORD, REGISTRY, STAFF, address, call, send, sign_in,
)


def draft(subject):
    """The draft that the officer writes on a file."""
    body = {"body": {"paragraphs": [{"dir": "auto", "spans": [{"text": "Submitted."}]}]}}
    return STAFF.act(OFFICER, "PUT", f"/files/{subject}/draft-note", body, 0)


def with_draft():
    """A file on which the officer writes a note, and the version of the note."""
    subject = file()["id"]
    return on(OFFICER, subject, draft(subject)["version"])


def ready_to_sign():
    """A file with a page of correspondence and a draft."""
    subject = with_paper()
    version = draft(subject["id"])["version"]
    return on(OFFICER, subject, draft_version=version, then=forward(COLLEAGUE))


def linked():
    """Two files that are linked."""
    one, other = file(), file()
    ready = on(OFFICER, step(one, "links", {"file_id": other["id"]}))
    ready.path["other_id"] = other["id"]
    return ready


def tracked():
    """A new receipt, as whoever sent it asks after it."""
    made = call(f"/receipts/{receipt()['id']}", STAFF.headers(REGISTRY))
    return Ready(body={"number": made["diary_number"], "code": made["tracking_code"]})


def receipt(marked=False, accepted=False, copied=False):
    """A new receipt: with the registry, or marked to the officer, or accepted by him, or on his desk as a copy."""
    body = {"received_on": "2026-01-05", "mode": "post", "sender_name": "Contract", "subject": "Contract",
            "language": "en", "classification": "unclassified", "priority": "routine", "document_ids": []}
    if marked or accepted:
        body["mark"] = {"to_post_id": post(OFFICER), "action": "report", "copies": []}
    if copied:
        copy = {"post_id": post(OFFICER), "action": "information"}
        body["mark"] = {"to_post_id": post(COLLEAGUE), "action": "report", "copies": [copy]}
    made = STAFF.act(REGISTRY, "POST", "/receipts", body)
    return handled(made, "acceptance", {}, OFFICER) if accepted else made


def handled(made, what, body, user):
    """A receipt after one more act."""
    return STAFF.act(user, "POST", f"/receipts/{made['id']}/{what}", body, made["version"])


def copies():
    """The copies that the examples of marking name."""
    return [{"post_id": post(COLLEAGUE), "action": "information"}]


def new_unit():
    """A new section of the officer's department."""
    above = call(f"/units/{unit(OFFICER)}", STAFF.headers(ADMINISTRATOR))["parent_id"]
    body = {"parent_id": above, "kind": "section", "code": code(), "name_en": "Contract", "name_ur": "معاہدہ"}
    return STAFF.act(ADMINISTRATOR, "POST", "/units", body)


def code():
    """A code that nothing has."""
    return f"CONTRACT-{next(NUMBERS)}"


def new_post():
    """A new vacant post in the officer's section."""
    body = {"unit_id": unit(OFFICER), "code": code(), "title_en": "Contract", "title_ur": "معاہدہ", "grade": 16,
            "roles": ["officer"]}
    return STAFF.act(ADMINISTRATOR, "POST", "/posts", body)


def held_post():
    """A post that a new person holds, as everybody reads it."""
    made = new_post()
    body = {"person_id": person()["id"], "kind": "additional"}
    STAFF.act(ADMINISTRATOR, "POST", f"/posts/{made['id']}/charges", body, made["version"])
    return call(f"/posts/{made['id']}", STAFF.headers(ADMINISTRATOR))


def charge():
    """A charge, and the version of its post."""
    made = held_post()
    return on(ADMINISTRATOR, made["holder"]["charge_id"], made["version"])


def user_name():
    """A name that nobody has."""
    return f"contract.{next(NUMBERS)}"


def person():
    """A new person without a post."""
    body = {"user_name": user_name(), "name_en": "Contract", "name_ur": "معاہدہ", "language": "en"}
    return STAFF.act(ADMINISTRATOR, "POST", "/persons", body)


def deactivated():
    """A person whose account is closed."""
    made = person()
    return STAFF.act(ADMINISTRATOR, "POST", f"/persons/{made['id']}/deactivation", {}, made["version"])


def token():
    """The token of a new person's set-up link."""
    link = STAFF.act(ADMINISTRATOR, "POST", f"/persons/{person()['id']}/set-up-link")
    return link["url_path"].partition("#")[2]


def newcomer():
    """A person who has just chosen the password, signed in."""
    session, _ = send("POST", "/set-up", address(), {"token": token(), "new_password": PASSWORD})
    return Ready(headers={"Authorization": f"Bearer {session['access_token']}", **address()},
                 body={"current_password": PASSWORD})


def refresh_cookie():
    """A session that can be refreshed."""
    _, headers = send("POST", "/session", address(), {"user_name": COLLEAGUE, "password": PASSWORD})
    name, _, value = headers["Set-Cookie"].partition(";")[0].partition("=")
    return Ready(headers={"X-Daftar": "1"}, cookies={name: value})


def other_session():
    """A second session of somebody, which he may end."""
    sessions = call("/sessions", sign_in(COLLEAGUE))["items"]
    return on(COLLEAGUE, next(session["id"] for session in sessions if session["current"]))


def by(somebody, subject=None, version=None, **body):
    """A request of somebody who is new, from an address of his own."""
    ready = on(None, subject, version, **body) if subject else Ready(body=body)
    ready.headers = somebody.headers | address()
    return ready


def with_phone(paper=False):
    """Somebody who has just enrolled a phone."""
    somebody = factors.newcomer()
    codes = somebody.phone()
    return by(somebody, code=None, recovery_code=codes[0]) if paper else by(somebody)


def offered():
    """Somebody who has still to show a code of his phone."""
    somebody = factors.newcomer()
    offer = somebody.do("POST", "/me/totp", {})
    return by(somebody, code=factors.code(offer["secret"]))


def half_signed_in():
    """Somebody who has still to prove his second factor."""
    somebody = factors.newcomer()
    codes = somebody.phone()
    return Ready(headers=somebody.half() | address(), body={"code": None, "recovery_code": codes[0]})


def new_passkey():
    """Somebody whose authenticator has made a credential."""
    somebody = factors.newcomer()
    return by(somebody, credential=somebody.credential()[1])


def own_passkey():
    """Somebody's passkey."""
    somebody = factors.newcomer()
    return by(somebody, somebody.passkey()[1])


def others_passkey():
    """A passkey that waits for the administrator."""
    return on(ADMINISTRATOR, factors.newcomer().passkey()[1])


def passkey_sign_in():
    """An approved passkey that has answered the challenge of whoever comes."""
    name, made = factors.newcomer().passkey()
    STAFF.act(ADMINISTRATOR, "POST", f"/passkeys/{made['id']}/approval", {}, made["version"])
    options, _ = send("POST", "/session/passkey/options", address(), {})
    return Ready(headers=address(), body={"assertion": factors.assertion(name, options)})


def told():
    """Somebody who has something to acknowledge."""
    somebody = factors.newcomer()
    return by(somebody, up_to=somebody.do("GET", "/me/notices")["items"][0]["id"])


def an_import():
    """An import that was asked for."""
    body = {"dry_run": True, "units_csv": "code,parent_code,kind,name_en,name_ur,file_number_template\n"}
    return on(ADMINISTRATOR, STAFF.act(ADMINISTRATOR, "POST", "/organisation/imports", body)["id"])


def an_export():
    """A file of the officer's as a document and an archive, once a worker has made them."""
    subject = file()["id"]
    id = STAFF.act(OFFICER, "POST", f"/files/{subject}/exports", {"language": "en"})["id"]
    while call(f"/files/{subject}/exports", STAFF.headers(OFFICER))["items"][0]["state"] in ("waiting", "making"):
        time.sleep(0.2)
    return on(OFFICER, id)


def later(days=90):
    """A moment that is not yet past."""
    return (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=days)).isoformat()


def delegation(to=None):
    """Somebody new who assists the officer."""
    body = {"person_id": to or person()["id"], "until": later()}
    return STAFF.act(OFFICER, "POST", "/delegations", body)["id"]


def drafting():
    """Somebody who assists the officer, and has begun a draft on a file on his desk."""
    somebody, subject = factors.newcomer(), file()["id"]
    delegation(somebody.id)
    body = {"body": {"paragraphs": [{"dir": "auto", "spans": [{"text": "Submitted."}]}]}}
    saved = somebody.do("PUT", f"/files/{subject}/draft-note", body, 0)
    return by(somebody, subject, saved["version"])


# What each operation needs; those that are not here succeed with their example as it is, or with what the office has.
PREPARED = {
    "openFile": lambda: Ready(OFFICER, body={
        "head_id": head(OFFICER), "receipt_id": receipt(accepted=True)["id"], "due_on": soon()}),
    "updateFile": lambda: on(OFFICER, file(), due_on=soon()),
    "recordOpening": lambda: on(OFFICER, step(file(COLLEAGUE), "movements", forward(OFFICER), COLLEAGUE)),
    "listFileAccess": lambda: on(OFFICER, file()),
    "submitNote": ready_to_sign,
    "getDraftNote": with_draft,
    "saveDraftNote": lambda: on(OFFICER, file(), 0),
    "discardDraftNote": with_draft,
    "putUpDraftNote": drafting,
    "listPutUpDraftNotes": lambda: on(OFFICER, file()["id"]),
    "listCommunications": lambda: on(OFFICER, file()["id"]),
    "draftCommunication": lambda: on(OFFICER, file()["id"], content=letter()),
    "getCommunication": lambda: on(OFFICER, communication()["id"]),
    "reviseCommunication": lambda: on(OFFICER, communication(), content=letter("Nothing is released.")),
    "withdrawCommunication": lambda: on(OFFICER, communication()),
    "listCommunicationTexts": lambda: on(OFFICER, communication()["id"]),
    "getCommunicationText": text_of_a_draft,
    "listRemarks": lambda: on(OFFICER, communication()["id"]),
    "remarkOnCommunication": lambda: on(OFFICER, communication()),
    "decideSuggestion": suggested,
    "approveCommunication": lambda: on(OFFICER, passed(), text_number=1),
    "prepareApproval": lambda: on(OFFICER, passed(), text_number=1),
    "previewCommunication": lambda: on(OFFICER, communication()["id"]),
    "issueCommunication": lambda: on(OFFICER, approved(), signature=None),
    "prepareIssue": lambda: on(OFFICER, approved()),
    "getIssueProof": proof,
    "exportFile": lambda: on(OFFICER, file()["id"]),
    "listFileExports": lambda: on(OFFICER, file()["id"]),
    "downloadExportBook": an_export,
    "downloadExportArchive": an_export,
    "listCommunicationDispatches": lambda: on(OFFICER, issued()["id"]),
    "listDispatches": lambda: Ready(REGISTRY),
    "getDispatch": on_its_way,
    "getDispatchDocument": envelope,
    "dispatchLetter": on_its_way,
    "acknowledgeDispatch": lambda: on_its_way(left=True),
    "returnDispatch": lambda: on_its_way(left=True),
    "retryDispatch": undelivered,
    "listIssues": lambda: Ready(OFFICER),
    "exportIssues": lambda: Ready(OFFICER),
    "addPaper": lambda: on(OFFICER, file(), document_id=document()),
    "forwardFile": lambda: on(OFFICER, file(), to_post_id=post(COLLEAGUE), due_on=soon(7)),
    "returnFile": lambda: on(OFFICER, step(file(COLLEAGUE), "movements", forward(OFFICER), COLLEAGUE)),
    "pullBackFile": lambda: on(OFFICER, step(file(), "movements", forward(COLLEAGUE))),
    "parkFile": lambda: on(OFFICER, file(), until=soon()),
    "resumeFile": lambda: on(OFFICER, step(file(), "parking", {"until": soon()})),
    "closeFile": lambda: on(OFFICER, file()),
    "reopenFile": lambda: on(OFFICER, step(file(), "closure")),
    "openPart": lambda: on(OFFICER, file()),
    "mergePart": lambda: on(OFFICER, step(file(), "parts")),
    "openVolume": lambda: on(OFFICER, file()),
    "linkFile": lambda: on(OFFICER, file(), file_id=file()["id"]),
    "unlinkFile": linked,
    "diariseReceipt": lambda: Ready(REGISTRY, body={
        "received_on": "2026-01-05", "reference_date": "2026-01-02", "due_on": soon(),
        "document_ids": [document(REGISTRY)],
        "mark": {"to_post_id": post(OFFICER), "action": "necessary_action", "copies": copies()}}),
    "listMails": lambda: Ready(REGISTRY),
    "getMail": a_mail,
    "downloadMail": a_mail,
    "downloadMailPaper": a_paper,
    "setMailAside": a_mail,
    "bringMailBack": set_aside,
    "trackReceipt": tracked,
    "correctReceipt": lambda: on(REGISTRY, receipt()),
    "markReceipt": lambda: on(REGISTRY, receipt(), to_post_id=post(OFFICER), copies=copies(), due_on=soon()),
    "acceptReceipt": lambda: on(OFFICER, receipt(marked=True)),
    "returnReceipt": lambda: on(OFFICER, receipt(marked=True)),
    "disposeReceipt": lambda: on(OFFICER, receipt(accepted=True)),
    "reopenReceipt": lambda: on(REGISTRY, handled(receipt(), "disposal", {"reason": "duplicate"}, REGISTRY)),
    "putCopiesAway": lambda: Ready(OFFICER, body={"receipt_ids": [receipt(copied=True)["id"]]}),
    "putReceiptOnFile": lambda: on(OFFICER, receipt(accepted=True), file_id=file()["id"]),
    "createHead": lambda: on(ADMINISTRATOR, unit(OFFICER), code=f"c{next(NUMBERS)}"),
    "updateHead": lambda: on(ADMINISTRATOR, new_head(unit(OFFICER))),
    "closeHead": lambda: on(ADMINISTRATOR, new_head(unit(OFFICER))),
    "createUnit": lambda: Ready(ADMINISTRATOR, body={"parent_id": unit(OFFICER), "code": code()}),
    "updateUnit": lambda: on(ADMINISTRATOR, new_unit()),
    "closeUnit": lambda: on(ADMINISTRATOR, new_unit()),
    "createPost": lambda: Ready(ADMINISTRATOR, body={
        "unit_id": unit(OFFICER), "code": code(), "reports_to": post(OFFICER)}),
    "updatePost": lambda: on(ADMINISTRATOR, new_post()),
    "abolishPost": lambda: on(ADMINISTRATOR, new_post()),
    "appoint": lambda: on(ADMINISTRATOR, new_post(), person_id=person()["id"]),
    "transferCharge": lambda: on(ADMINISTRATOR, held_post(), to_person_id=person()["id"]),
    "endCharge": charge,
    "giveDelegation": lambda: Ready(OFFICER, body={"person_id": person()["id"], "until": later()}),
    "listDelegations": lambda: Ready(OFFICER),
    "getDelegation": lambda: on(OFFICER, delegation()),
    "endDelegation": lambda: on(OFFICER, delegation()),
    "createContact": lambda: Ready(OFFICER),
    "getContact": lambda: on(OFFICER, addresses.contact()["id"]),
    "updateContact": lambda: on(OFFICER, addresses.contact()),
    "deactivateContact": lambda: on(OFFICER, addresses.contact()),
    "reactivateContact": lambda: on(OFFICER, addresses.put_away("contacts", addresses.contact())),
    "createAddressGroup": lambda: Ready(OFFICER, body={"members": [addresses.member()]}),
    "getAddressGroup": lambda: on(OFFICER, addresses.group()["id"]),
    "listAddressGroupMembers": lambda: on(OFFICER, addresses.group()["id"]),
    "updateAddressGroup": lambda: on(OFFICER, addresses.group()),
    "deactivateAddressGroup": lambda: on(OFFICER, addresses.group()),
    "reactivateAddressGroup": lambda: on(OFFICER, addresses.put_away("address-groups", addresses.group())),
    "listTemplates": lambda: Ready(ADMINISTRATOR),
    "createTemplate": lambda: Ready(ADMINISTRATOR, body={"unit": new_unit()["id"]}),
    "getTemplate": lambda: on(ADMINISTRATOR, templates.template(new_unit()["id"])["id"]),
    "listTemplateVersions": lambda: on(ADMINISTRATOR, templates.template(new_unit()["id"])["id"]),
    "getTemplateVersion": lambda: templates.version_of(new_unit()["id"]),
    "saveTemplateVersion": lambda: on(ADMINISTRATOR, templates.template(new_unit()["id"])),
    "putTemplateInForce": lambda: on(ADMINISTRATOR, templates.template(new_unit()["id"])),
    "withdrawTemplate": lambda: on(ADMINISTRATOR, templates.in_force(templates.template(new_unit()["id"]))),
    "getBuiltInTemplate": templates.built_in,
    "previewTemplate": lambda: Ready(ADMINISTRATOR),
    "createPerson": lambda: Ready(ADMINISTRATOR, body={"user_name": user_name()}),
    "updatePerson": lambda: on(ADMINISTRATOR, person()),
    "deactivatePerson": lambda: on(ADMINISTRATOR, person()),
    "reactivatePerson": lambda: on(ADMINISTRATOR, deactivated()),
    "issueSetUpLink": lambda: on(ADMINISTRATOR, person()),
    "getImport": an_import,
    "signIn": lambda: Ready(headers=address(), body={"user_name": COLLEAGUE, "password": PASSWORD}),
    "refreshSession": refresh_cookie,
    "revokeSession": other_session,
    "changePassword": newcomer,
    "offerTotp": lambda: by(factors.newcomer()),
    "confirmTotp": offered,
    "removeTotp": with_phone,
    "renewRecoveryCodes": with_phone,
    "proveFactor": lambda: with_phone(paper=True),
    "getSecondFactorChallenge": lambda: dataclasses.replace(half_signed_in(), body={}),
    "finishSignIn": half_signed_in,
    "signInWithPasskey": passkey_sign_in,
    "enrolPasskey": new_passkey,
    "renamePasskey": own_passkey,
    "revokeMyPasskey": own_passkey,
    "approvePasskey": others_passkey,
    "revokePasskey": others_passkey,
    "resetFactors": lambda: on(ADMINISTRATOR, person()["id"]),
    "acknowledgeNotices": told,
    "checkSetUpLink": lambda: Ready(body={"token": token()}),
    "acceptSetUpLink": lambda: Ready(headers=address(), body={"token": token()}),
}

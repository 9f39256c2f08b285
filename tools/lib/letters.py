"""Drafting, approving and issuing, for tools that play an office."""


def letter(signatory, words):
    """What a letter to somebody outside says."""
    paragraph = {"type": "paragraph", "align": "start", "content": [{"text": words}]}
    return {
        "form": "letter", "languages": "en", "classification": "restricted", "priority": "routine",
        "addressees": [outside()], "copies": [], "subject": {"en": "Release of funds", "ur": ""},
        "enclosures": [], "text": {"en": {"blocks": [paragraph]}, "ur": {"blocks": []}}, "signatory": signatory,
    }  # fmt: skip


def outside():
    """An addressee outside the office."""
    return {"kind": "outside", "sort": "body", "name": "The Accountant General", "lines": ["Lahore"]}


def post_of(client):
    """The post that somebody acts for."""
    return client.call("GET", "/me")["charges"][0]["post"]["id"]


def hand_on(sender, receiver, file):
    """Sends a file on, and opens it there."""
    version = sender.call("GET", f"/files/{file}")["version"]
    to = {"to_post_id": post_of(receiver), "action": "for_orders"}
    sent = sender.call("POST", f"/files/{file}/movements", to, {"If-Match": f'"{version}"'})
    receiver.call("POST", f"/files/{file}/opening", {}, {"If-Match": f'"{sent["version"]}"'})


def act(client, method, draft, what, body):
    """An act on a draft at its present version."""
    version = client.call("GET", f"/communications/{draft}")["version"]
    return client.call(method, f"/communications/{draft}/{what}", body, {"If-Match": f'"{version}"'})

"""A demonstration office, the program as it is, whose signatures an authority stamps; and what others say of its letters."""

from lib.client import Client
from lib.letters import act, hand_on, letter, post_of
from lib.processes import ToolError
from lib.server import PASSWORD, PERSONAS, server
from lib.time_stamps import authority, settings

WRITER, SIGNER = PERSONAS["officer"], "ds.budget"
# id-aa-timeStampToken: the attribute beside a signature that holds its stamp.
ATTRIBUTE = bytes.fromhex("060b2a864886f70d010910020e")


def issue(url):
    """Issues a letter; answers its document, and what the officer is warned of."""
    writer, signer = (Client(url).signed_in(name, PASSWORD) for name in (WRITER, SIGNER))
    unit = writer.call("GET", "/me")["charges"][0]["post"]["unit"]["id"]
    head = writer.call("GET", f"/units/{unit}/heads")["items"][0]["id"]
    words = {"subject": "Stamped letters", "classification": "restricted", "priority": "routine", "head_id": head}
    file = writer.call("POST", "/files", words)["id"]
    content = letter(post_of(signer), "Funds are released.")
    draft = writer.call("POST", f"/files/{file}/communications", {"content": content})["id"]
    hand_on(writer, signer, file)
    act(signer, "POST", draft, "approval", {"text_number": 1})
    issued = act(signer, "POST", draft, "issue", {})
    papers = signer.call("GET", f"/files/{file}/papers")["items"]
    copy = next(paper for paper in papers if paper["direction"] == "outgoing")
    return signer.bytes(f"/documents/{copy['documents'][0]['id']}/content"), issued["warnings"]


def stamp_of(cms):
    """The stamp of a signature and the signature that it stamps, as RFC 5652 writes them."""
    at = cms.find(ATTRIBUTE)
    if at < 0:
        raise ToolError("the signature has no stamp")
    start = at + len(ATTRIBUTE) + 4
    stamp = cms[start : start + 4 + int.from_bytes(cms[start + 2 : start + 4], "big")]
    # Before the attribute stand its own head and that of the list; before them the signature, which ECDSA makes this long.
    end = at - 8
    lengths = [length for length in range(66, 73) if cms[end - length - 2 : end - length] == bytes([4, length])]
    if len(lengths) != 1:
        raise ToolError("the signature is not where it should be")
    return stamp, cms[end - lengths[0] : end]


def letters(work):
    """A stamped letter, and one that was issued after the authority had gone, with the roots of office and authority; answers
    what the officers were warned of."""
    with authority() as stamps:
        with server(variables=settings(stamps)) as running:
            stamped, warned = issue(running.url)
            root = Client(running.url).bytes("/certificates/root")
            stamps.stop()
            without, warned_later = issue(running.url)
        (work / "stamped.pdf").write_bytes(stamped)
        (work / "without.pdf").write_bytes(without)
        (work / "foreign.pem").write_bytes(stamps.root.read_bytes())
        (work / "root.pem").write_bytes(root)
        return warned, warned_later

"""Founds an office as an administrator would: an account from the command line, the organisation from CSV sheets."""

import subprocess
import time

from lib.client import Client
from lib.processes import ROOT, ToolError

ADMINISTRATOR = "administrator"


def add_administrator(program, environment):
    """Adds the first account from the machine itself; answers its first password."""
    names = ["--name-en", "Administrator", "--name-ur", "منتظم", "--administrator"]
    command = [program, "user", "add", ADMINISTRATOR, *names]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise ToolError(f"daftar user add: {done.stderr}")
    return done.stdout.split()[-1]


def found(base, first_password, password, sheets, users):
    """Imports the sheets and gives each of the users the password; answers the administrator's client."""
    changing = Client(base).signed_in(ADMINISTRATOR, first_password)
    changed = {"current_password": first_password, "new_password": password}
    administrator = Client(base, changing.call("PUT", "/me/password", changed)["access_token"])
    job = administrator.call("POST", "/organisation/imports", {"dry_run": False, **sheets})["id"]
    state = finished(administrator, job)
    if state["state"] != "done":
        raise ToolError(f"the organisation was not imported: {state}")
    for user in users:
        found_persons = administrator.call("GET", f"/persons?query={user}")["items"]
        person = next(person for person in found_persons if person["user_name"] == user)
        link = administrator.call("POST", f"/persons/{person['id']}/set-up-link", {})
        token = link["url_path"].partition("#")[2]
        Client(base).call("POST", "/set-up", {"token": token, "new_password": password})
    return administrator


def finished(client, job):
    """The state of an import when it has ended."""
    for _ in range(600):
        state = client.call("GET", f"/organisation/imports/{job}")
        if state["state"] in ("done", "refused"):
            return state
        time.sleep(0.1)
    raise ToolError("the import did not end within a minute")

"""A small client of the API, for tools that play an office."""

import json
import urllib.error
import urllib.parse
import urllib.request


class Refused(Exception):
    """An answer that is an error."""

    def __init__(self, status, body):
        super().__init__(f"{status}: {body}")
        self.status = status


class Client:
    """One person's requests to one server."""

    def __init__(self, base, token=None):
        self.base = base
        self.token = token

    def call(self, method, path, body=None, headers=None):
        """Sends a JSON request; answers the JSON, or raises Refused."""
        data = None if body is None else json.dumps(body).encode()
        text = self._send(method, path, data, {"Content-Type": "application/json", **(headers or {})})
        return json.loads(text) if text else None

    def upload(self, file_name, content):
        """Uploads the bytes of a paper; answers the document."""
        path = f"/documents?{urllib.parse.urlencode({'file_name': file_name})}"
        return json.loads(self._send("POST", path, content, {"Content-Type": "application/octet-stream"}))

    def bytes(self, path):
        """What is downloaded, as it is."""
        return self._send("GET", path, None, {})

    def _send(self, method, path, data, headers):
        if self.token:
            headers = {**headers, "Authorization": f"Bearer {self.token}"}
        request = urllib.request.Request(f"{self.base}/api/v1{path}", data=data, headers=headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                return response.read()
        except urllib.error.HTTPError as error:
            raise Refused(error.code, error.read().decode(errors="replace")) from error

    def signed_in(self, user_name, password):
        """The client of somebody who signs in."""
        session = self.call("POST", "/session", {"user_name": user_name, "password": password})
        return Client(self.base, session["access_token"])

    def all(self, path):
        """Every item of a list, page by page."""
        join = "&" if "?" in path else "?"
        cursor = None
        while True:
            page = self.call("GET", path + (f"{join}cursor={cursor}" if cursor else ""))
            yield from page["items"]
            cursor = page["next_cursor"]
            if cursor is None:
                return

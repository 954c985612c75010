# SPDX-License-Identifier: MIT
"""A real browser without a window, spoken to through its debugging pipe. No other module is needed."""
import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

PATIENCE = int(os.environ.get("HIPFLOW_TEST_PATIENCE", "60"))


def browser_program():
    """The first of Debian's that is there; None without any."""
    for name in ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"):
        if shutil.which(name):
            return shutil.which(name)
    return None


class Browser:
    """One page. What it complained of is in `complaints`, what it asked for in `requests`."""

    def __init__(self):
        self.profile = tempfile.mkdtemp(prefix="hipflow-browser-")
        to_browser, self.commands = os.pipe()
        self.answers, from_browser = os.pipe()
        arguments = [browser_program(), "--headless", "--no-sandbox", "--disable-gpu",
                     "--disable-dev-shm-usage", "--hide-scrollbars", "--no-first-run",
                     "--force-color-profile=srgb", f"--user-data-dir={self.profile}",
                     "--remote-debugging-pipe", "about:blank"]
        keep = os.dup(to_browser), os.dup(from_browser)  # above 4, to be moved in the child

        def place_pipe():
            os.dup2(keep[0], 3)
            os.dup2(keep[1], 4)

        self.process = subprocess.Popen(arguments, stdin=subprocess.DEVNULL, close_fds=False,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                        env={**os.environ, "HOME": self.profile,
                                             "TMPDIR": self.profile},
                                        preexec_fn=place_pipe)
        for descriptor in (to_browser, from_browser, *keep):
            os.close(descriptor)
        self.unread = b""
        self.number = 0
        self.session = None
        self.complaints = []
        self.requests = []
        self.loaded = False
        page, = [target for target in self.ask("Target.getTargets")["targetInfos"]
                 if target["type"] == "page"]
        self.session = self.ask("Target.attachToTarget", targetId=page["targetId"],
                                flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.ask(f"{domain}.enable")

    def read_message(self):
        until = time.monotonic() + PATIENCE
        while b"\0" not in self.unread:
            if not select.select([self.answers], [], [], max(until - time.monotonic(), 0))[0]:
                raise AssertionError("the browser does not answer")
            data = os.read(self.answers, 1 << 20)
            if not data:
                raise AssertionError("the browser is gone")
            self.unread += data
        message, self.unread = self.unread.split(b"\0", 1)
        return json.loads(message)

    def take_note(self, message):
        kind, what = message.get("method"), message.get("params", {})
        if kind == "Log.entryAdded":
            self.complaints.append(what["entry"]["text"])
        elif kind in ("Runtime.exceptionThrown", "Runtime.consoleAPICalled"):
            self.complaints.append(json.dumps(what)[:500])
        elif kind == "Network.requestWillBeSent":
            self.requests.append(what["request"]["url"])
        elif kind == "Page.loadEventFired":
            self.loaded = True

    def ask(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.commands, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.read_message()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise AssertionError(f"{method}: {answer['error']}")
                return answer["result"]
            self.take_note(answer)

    def open(self, path):
        self.loaded = False
        self.ask("Page.navigate", url="file://" + os.path.abspath(path))
        while not self.loaded:
            self.take_note(self.read_message())

    def show(self, columns, rows=900, scheme="light", media=""):
        """The size of the window in CSS pixels, and whether the user likes it dark."""
        self.ask("Emulation.setDeviceMetricsOverride", width=columns, height=rows,
                 deviceScaleFactor=1, mobile=False)
        self.ask("Emulation.setEmulatedMedia", media=media,
                 features=[{"name": "prefers-color-scheme", "value": scheme}])

    def value(self, expression):
        result = self.ask("Runtime.evaluate", expression=expression, returnByValue=True)
        if "exceptionDetails" in result:
            raise AssertionError(result["exceptionDetails"])
        return result["result"].get("value")

    def picture(self, path):
        """The whole page, as PNG."""
        data = self.ask("Page.captureScreenshot", format="png", captureBeyondViewport=True)["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))

    def print_to(self, path, wide, high):
        """As PDF on paper of that size in inches."""
        data = self.ask("Page.printToPDF", paperWidth=wide, paperHeight=high,
                        marginTop=0.4, marginBottom=0.4, marginLeft=0.4, marginRight=0.4,
                        printBackground=False)["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))

    def close(self):
        try:
            self.session = None
            self.ask("Browser.close")
            self.process.wait(PATIENCE)
        except (AssertionError, OSError, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()
        os.close(self.commands)
        os.close(self.answers)
        # Its children end a moment after it, and may write until then.
        until = time.monotonic() + PATIENCE
        while os.path.exists(self.profile) and time.monotonic() < until:
            shutil.rmtree(self.profile, ignore_errors=True)

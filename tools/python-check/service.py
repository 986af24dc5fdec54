"""A holdfastd of its own: its data, its certificates, its port."""

import pathlib
import re
import shutil
import subprocess
import tempfile
import time

from certificates import Authority

IDENTITY = "spiffe://check/"
ROLES = ["reader", "seller", "operator", "admin"]


class Service:
    def __init__(self, program):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="holdfast-python-check-"))
        self.authority = Authority(self.folder / "ours", "check")
        server, key = self.authority.issue("server", "DNS:localhost,IP:127.0.0.1", "serverAuth")
        for role in ROLES:
            self.authority.issue(role, f"URI:{IDENTITY}{role}")
        self.log = self.folder / "log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [program, "--listen-port", "0", "--data-directory", self.folder / "data",
                 "--certificate-file", server, "--key-file", key, "--client-authority-file", self.authority.certificate,
                 "--roles", ";".join(f"{IDENTITY}{role}={role}" for role in ROLES), "--resident-size", "16MiB"],
                stderr=log, stdout=subprocess.DEVNULL, cwd=self.folder)
        self.port = self._port()

    def _port(self):
        end = time.monotonic() + 20
        while time.monotonic() < end and self.process.poll() is None:
            found = re.search(r'address="?127\.0\.0\.1:(\d+)', self.log.read_text())
            if found:
                return int(found[1])
            time.sleep(0.02)
        raise RuntimeError(f"holdfastd did not start:\n{self.log.read_text()}")

    def pair(self, name):
        """Files of the certificate and the key of that name."""
        return self.authority.folder / f"{name}.pem", self.authority.folder / f"{name}.key"

    def stop(self):
        """Stops it politely; its exit code."""
        self.process.terminate()
        try:
            code = self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            code = "killed after 20 s"
        shutil.rmtree(self.folder)
        return code

"""The Debian packages of the peers."""

import os
import shutil
import subprocess

from .workshop import say

PEERS = [
    "redis-server", "postgresql", "libpq-dev", "libgrpc++-dev", "protobuf-compiler-grpc", "protobuf-compiler",
    "libprotobuf-dev"]


def _is_installed(package):
    answer = subprocess.run(
        ["dpkg-query", "-W", "-f", "${db:Status-Status}", package], capture_output=True, text=True, check=False)
    return answer.stdout == "installed"


def install_peers():
    """Installs what is missing of the peers. Where that fails, they are missing, and it is said where they would run."""
    if not shutil.which("dpkg-query"):
        return
    missing = [package for package in PEERS if not _is_installed(package)]
    if not missing:
        return
    command = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    if os.geteuid() != 0:
        command = ["sudo", "-n", *command]
    say(f"These Debian packages are missing, and are installed now: {' '.join(missing)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}

    def install():
        try:
            return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        except OSError as error:
            return subprocess.CompletedProcess(command, 1, "", str(error))

    result = install()
    if result.returncode != 0:
        # A fresh machine has no list of packages, or an old one.
        update = command[: command.index("apt-get") + 1] + ["update"]
        try:
            subprocess.run(update, env=environment, capture_output=True, check=False)
        except OSError:
            pass
        result = install()
    if result.returncode != 0:
        say(f"They could not be installed: {result.stderr.strip()[-300:]}")

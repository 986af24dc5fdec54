"""The place where everything runs: a directory, the programs that were started in it, and the processors they have."""

import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[3]
BENCHMARKS = ROOT / "tools" / "benchmarks"


class Failure(Exception):
    """Something did not go as it must; the text is for people."""


def say(text):
    """Tells what is going on."""
    print(text, flush=True)


class Workshop:
    """Starts programs and ends each of them when it is left, however it is left."""

    def __init__(self, options):
        self.options = options
        self.running = []
        self.directory = None

    def __enter__(self):
        # On a disk: /tmp may be memory, where a sync costs nothing.
        parent = self.options.directory or "/var/tmp"
        self.directory = pathlib.Path(tempfile.mkdtemp(prefix="holdfast-bench-", dir=parent))
        # PostgreSQL runs as another user and must get to its own directory.
        self.directory.chmod(0o711)
        return self

    def __exit__(self, *_):
        # A second Ctrl-C must not leave anything behind.
        previous = signal.signal(signal.SIGINT, signal.SIG_IGN)
        for process in reversed(self.running):
            self._end(process)
        if self.options.keep:
            say(f"What was made is kept in {self.directory}")
        else:
            shutil.rmtree(self.directory, ignore_errors=True)
        signal.signal(signal.SIGINT, previous)

    def pinned(self, words, processor):
        """The command that runs `words` on one processor."""
        return ["taskset", "-c", str(processor), *map(str, words)]

    def start(self, name, words, stop_signal=signal.SIGTERM):
        """Starts a server on the servers' processor; its output goes to a file of its name."""
        with open(self.directory / f"{name}.log", "wb") as log:
            return self._spawn(name, self.pinned(words, self.options.server_cpu), log, stop_signal)

    def stop(self, process):
        """Ends a program that `start` has started."""
        self._end(process)
        self.running.remove(process)

    def log(self, name):
        """The end of what a server has said."""
        try:
            return (self.directory / f"{name}.log").read_text(errors="replace")[-2000:]
        except OSError:
            return ""

    def _spawn(self, name, command, output, stop_signal):
        try:
            # In a session of its own: Ctrl-C is for this tool, which then stops the others in their order.
            process = subprocess.Popen(
                command, stdout=output, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, start_new_session=True,
                cwd=self.directory)
        except OSError as error:
            raise Failure(f"{command[0]} cannot be run: {error.strerror}") from None
        process.name, process.stop_signal = name, stop_signal
        self.running.append(process)
        return process

    def _end(self, process):
        if process.poll() is not None:
            return
        process.send_signal(process.stop_signal)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def begin(self, words, processor=None):
        """Starts a program that ends by itself; `finish` waits for it."""
        command = list(map(str, words)) if processor is None else self.pinned(words, processor)
        return self._spawn(str(words[0]), command, subprocess.PIPE, signal.SIGTERM)

    def finish(self, process, seconds=600):
        """Waits for a program of `begin` and returns what it said; fails where it failed."""
        try:
            output = process.communicate(timeout=seconds)[0].decode(errors="replace")
        except subprocess.TimeoutExpired:
            raise Failure(f"{pathlib.Path(process.name).name} took more than {seconds} s") from None
        finally:
            self._end(process)
            self.running.remove(process)
        if process.returncode != 0:
            raise Failure(f"{pathlib.Path(process.name).name} failed: {output.strip()[-1500:]}")
        return output

    def run(self, words, processor=None, seconds=600):
        """Runs a program to its end."""
        return self.finish(self.begin(words, processor), seconds)

    def load(self, words, seconds):
        """Runs a load client on the clients' processor."""
        return self.run(words, self.options.client_cpu, seconds)

    def wait_for(self, process, port, seconds=60):
        """Waits until a server listens."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if process.poll() is not None:
                raise Failure(f"{process.name} has stopped: {self.log(process.name).strip()}")
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                return
            except OSError:
                time.sleep(0.05)
        raise Failure(f"{process.name} does not listen: {self.log(process.name).strip()}")


def free_port():
    """A port of loopback that nobody has."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def build(workshop, name, sources, libraries, includes=()):
    """Compiles a program in C or C++ and returns where it is. What several programs share is compiled once."""
    compiler = os.environ.get("CC") or shutil.which("cc") or shutil.which("clang")
    if not compiler:
        raise Failure("there is no C compiler: cc or clang")
    compiled = workshop.run(["pkg-config", "--cflags", *libraries]).split()
    linked = workshop.run(["pkg-config", "--libs", *libraries]).split()
    objects = []
    for source in map(pathlib.Path, sources):
        target = workshop.directory / f"{source.parent.name}-{source.name}.o"
        if not target.exists():
            workshop.run([compiler, "-O2", "-c", *(f"-I{path}" for path in includes), source, "-o", target, *compiled])
        objects.append(target)
    if any(source.suffix == ".cc" for source in map(pathlib.Path, sources)):
        linked.append("-lstdc++")
    program = workshop.directory / name
    workshop.run([compiler, *objects, "-o", program, *linked])
    return program

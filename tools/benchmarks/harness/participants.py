"""Whoever is measured: each is started once and then put under load again and again, all by turns."""

import glob
import json
import os
import pathlib
import shutil
import signal
import time

from .workshop import BENCHMARKS, ROOT, Failure, build, free_port


class Load:
    """One run: what is called, over how many connections, with how many calls in flight on each."""

    def __init__(self, scenario, connections, in_flight, rate=None):
        self.scenario, self.connections, self.in_flight, self.rate = scenario, connections, in_flight, rate


class Participant:
    """A server, and the client that puts load on it."""

    def __init__(self, workshop):
        self.workshop = workshop
        self.options = workshop.options
        self.process = None
        self.port = 0

    def levels(self):
        return ["--products", self.options.products, "--warehouses", self.options.warehouses]

    def serve(self, name, program):
        """Starts one of our own servers in C or C++, which make the levels themselves."""
        database, certificates = self.workshop.directory / f"{name}-data", self.workshop.directory / "certs"
        database.mkdir()
        self.port = free_port()
        self.process = self.workshop.start(name, [
            program, "--certificate", certificates / "server.pem", "--key", certificates / "server.key", "--authority",
            certificates / "ca.pem", "--port", self.port, "--database", database, *self.levels()])
        self.workshop.wait_for(self.process, self.port)

    def client_files(self):
        certificates = self.workshop.directory / "certs"
        return ["--certificate", certificates / "client-reader.pem", "--key", certificates / "client-reader.key",
                "--authority", certificates / "ca.pem"]

    def measure(self, words):
        """Runs a load client that writes its result where --json says, and reads the result."""
        file = self.workshop.directory / "result.json"
        file.unlink(missing_ok=True)
        self.workshop.load([*words, "--json", file], seconds=self.options.seconds * 3 + 60)
        result = json.loads(file.read_text())
        result.pop("series", None)
        for operation in result.get("operations", []):
            operation.pop("histogram", None)
        return result

    def peer_load(self, program, load, *words):
        return self.measure([
            program, load.scenario, "--port", self.port, "--connections", load.connections, "--in-flight",
            load.in_flight, "--duration", self.options.seconds, "--warm-up", self.options.warm_up, "--server-pid",
            self.process.pid, "--seed", self.options.seed, *self.levels(), *words])


class Framed(Participant):
    """Whoever speaks the wire protocol, and is driven by `holdfast load`."""

    def words(self, load, seconds):
        span = [f"{round(value * 1000)}ms" for value in (seconds, self.options.warm_up)]
        pace = ["--rate", load.rate] if load.rate else ["--in-flight", load.in_flight]
        return [
            self.options.bin / "holdfast", "load", load.scenario, "--server", f"127.0.0.1:{self.port}", "--certs",
            self.workshop.directory / "certs", "--connections", load.connections, *pace, "--duration", span[0],
            "--warm-up", span[1], "--seed", self.options.seed, "--quiet", *self.levels()]

    def run(self, load):
        return self.measure([*self.words(load, self.options.seconds), "--server-pid", self.process.pid])


class Holdfast(Framed):
    """holdfastd itself, as it is started anywhere, but for the number of its network threads."""

    def start(self):
        self.port = free_port()
        self.process = self.workshop.start("holdfastd", [
            self.options.bin / "holdfastd", "--config", self.workshop.directory / "certs" / "holdfast.json",
            "--listen-port", self.port, "--data-directory", self.workshop.directory / "holdfast-data",
            "--network-threads", 1])
        self.workshop.wait_for(self.process, self.port)
        self.workshop.run([
            self.options.bin / "holdfast", "load", "--prepare", "--quiet", "--server", f"127.0.0.1:{self.port}",
            "--certs", self.workshop.directory / "certs", *self.levels()])

    def run_with_writes(self, load, writes_per_second):
        """Runs a load while Reserves come in at a rate of their own."""
        # They begin before the reads and end after them.
        seconds = self.options.seconds + 2 * self.options.warm_up + 1
        writes = self.workshop.begin(
            self.words(Load("reserve", 16, 0, writes_per_second), seconds), self.options.client_cpu)
        time.sleep(self.options.warm_up)
        try:
            return self.run(load)
        finally:
            self.workshop.finish(writes, seconds * 3 + 60)


class Limit(Framed):
    """A program in C that does as much less as holdfastd as its name says."""

    def __init__(self, workshop, name):
        super().__init__(workshop)
        self.name = name

    def start(self):
        folder, messages = BENCHMARKS / "limits", ROOT / "Sources" / "CMessages"
        sources = [folder / f"{self.name}.c", folder / "framed_server.c", folder / "options.c"]
        libraries = ["openssl"]
        if self.name == "limit2":
            sources += [folder / "levels.c", *sorted((messages / "holdfast" / "v1").glob("*.c"))]
            libraries += ["lmdb", "libprotobuf-c"]
        self.serve(self.name, build(self.workshop, self.name, sources, libraries, [messages / "include"]))


class Redis(Participant):
    """Redis: over TLS and in memory for reads, or without TLS and with every command synced for reserves."""

    def __init__(self, workshop, is_durable):
        super().__init__(workshop)
        self.is_durable = is_durable

    def start(self):
        server = shutil.which("redis-server")
        if not server:
            raise Failure("there is no redis-server")
        self.client = build(
            self.workshop, "redis_load", [BENCHMARKS / "peers" / "redis_load.c", BENCHMARKS / "peers" / "load.c"],
            ["openssl"])
        name = "redis-durable" if self.is_durable else "redis-reads"
        data, certificates = self.workshop.directory / f"{name}-data", self.workshop.directory / "certs"
        data.mkdir()
        self.port = free_port()
        words = [server, "--bind", "127.0.0.1", "--dir", data, "--save", "", "--daemonize", "no"]
        if self.is_durable:
            # Rewriting the file would only cost Redis time.
            words += ["--port", self.port, "--appendonly", "yes", "--appendfsync", "always",
                      "--auto-aof-rewrite-percentage", 0]
        else:
            words += ["--port", 0, "--tls-port", self.port, "--tls-cert-file", certificates / "server.pem",
                      "--tls-key-file", certificates / "server.key", "--tls-ca-cert-file", certificates / "ca.pem",
                      "--tls-auth-clients", "yes", "--tls-protocols", "TLSv1.3", "--appendonly", "no"]
        self.process = self.workshop.start(name, words)
        self.workshop.wait_for(self.process, self.port)
        self.workshop.run([self.client, "--prepare", "--port", self.port, *self.levels(), *self.tls()])

    def tls(self):
        return [] if self.is_durable else self.client_files()

    def run(self, load):
        return self.peer_load(self.client, load, *self.tls())


class Postgres(Participant):
    """PostgreSQL with a commit on disk before it answers, without TLS."""

    def start(self):
        folders = sorted(glob.glob("/usr/lib/postgresql/*/bin/postgres"))
        server = next((path for path in folders if "/15/" in path), folders[-1] if folders else None)
        if not server or not shutil.which("psql"):
            raise Failure("there is no PostgreSQL")
        programs = pathlib.Path(server).parent
        self.client = build(
            self.workshop, "postgres_load",
            [BENCHMARKS / "peers" / "postgres_load.c", BENCHMARKS / "peers" / "load.c"], ["libpq"])
        data = self.workshop.directory / "postgres-data"
        data.mkdir(mode=0o700)
        user = []
        if os.geteuid() == 0:
            # It refuses to run as root.
            shutil.chown(data, "postgres", "postgres")
            user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"]
        self.workshop.run([*user, programs / "initdb", "-D", data, "-U", "holdfast", "-A", "trust", "-E", "UTF8",
                           "--locale=C", "--no-sync"])
        self.port = free_port()
        settings = {
            "listen_addresses": "127.0.0.1", "unix_socket_directories": data, "synchronous_commit": "on",
            "fsync": "on", "max_connections": 100, "shared_buffers": "512MB", "max_wal_size": "8GB",
            "checkpoint_timeout": "30min"}
        self.process = self.workshop.start(
            "postgres", [*user, server, "-D", data, "-p", self.port,
                         *(word for name, value in settings.items() for word in ("-c", f"{name}={value}"))],
            signal.SIGINT)
        self.workshop.wait_for(self.process, self.port)
        self.workshop.run([
            "psql", "-q", "-h", "127.0.0.1", "-p", self.port, "-U", "holdfast", "-d", "postgres", "-v",
            "ON_ERROR_STOP=1", "-v", f"products={self.options.products}", "-v",
            f"warehouses={self.options.warehouses}", "-f", BENCHMARKS / "peers" / "postgres.sql"])

    def run(self, load):
        return self.peer_load(self.client, load)


class Grpc(Participant):
    """GetStock by gRPC in C++, over TLS."""

    def start(self):
        plugin = shutil.which("grpc_cpp_plugin")
        if not plugin or not shutil.which("protoc"):
            raise Failure("there is no protoc with grpc_cpp_plugin")
        made, names = self.workshop.directory / "grpc", ("stock", "types", "options")
        made.mkdir()
        schema = ROOT / "proto"
        self.workshop.run([
            "protoc", "-I", schema, f"--cpp_out={made}", f"--grpc_out={made}", f"--plugin=protoc-gen-grpc={plugin}",
            *(schema / "holdfast" / "v1" / f"{name}.proto" for name in names)])
        messages = [made / "holdfast" / "v1" / f"{name}.pb.cc" for name in names]
        messages.append(made / "holdfast" / "v1" / "stock.grpc.pb.cc")
        limits, peers = BENCHMARKS / "limits", BENCHMARKS / "peers"
        self.client = build(self.workshop, "grpc_load", [peers / "grpc_load.cc", peers / "load.c", *messages],
                            ["grpc++", "protobuf"], [made])
        self.serve("grpc", build(
            self.workshop, "grpc_server",
            [peers / "grpc_server.cc", limits / "options.c", limits / "levels.c", *messages],
            ["grpc++", "protobuf", "lmdb"], [made, limits]))

    def run(self, load):
        return self.peer_load(self.client, load, *self.client_files())


class SyncAndRoundTrip(Participant):
    """What an answer costs that is durable, and does nothing else: one sync of the disk, and one round trip of limit 1."""

    def __init__(self, workshop, limit):
        super().__init__(workshop)
        self.limit = limit

    def start(self):
        if not self.limit.process:
            raise Failure("there is no limit 1")
        self.program = build(self.workshop, "sync_cost", [BENCHMARKS / "sync_cost.c"], ["openssl"])
        self.process = self.limit.process

    def run(self, load):
        # Where the servers run: the load of one processor is what both must bear.
        sync = int(self.workshop.run(
            [self.program, self.workshop.directory / "sync", self.options.seconds], self.options.server_cpu))
        trip = self.limit.run(Load("read", load.connections, load.in_flight))
        time_of = sync + trip["latency"]["p50"]
        return {"answeredPerSecond": 1e9 / time_of, "errors": 0, "latency": {"p50": time_of}, "syncNanoseconds": sync,
                "roundTripNanoseconds": trip["latency"]["p50"]}

"""The command line of tools/bench."""

import argparse
import json
import os
import pathlib
import platform
import signal
import statistics
import sys
import time

from . import table
from .cases import CASES, NAMES, measure, server_of
from .packages import install_peers
from .participants import Grpc, Holdfast, Limit, Load, Postgres, Redis, SyncAndRoundTrip
from .workshop import ROOT, Failure, Workshop, say

DESCRIPTION = """\
Measures holdfastd beside its limits and its peers, all in one run on this machine: the servers have one processor, the
clients another, everybody is measured by turns, round after round. Prints one table of ratios with the goals beside them,
and writes all that was measured as JSON. Peers that are missing are installed with apt-get (which, as ever, may start
servers of its own on their usual ports; none of those is used); without them it goes on and says so."""

EPILOG = """\
How to read the table: the page Sources/Server/Server.docc/Measuring.md."""


def _positive(kind):
    def read(text):
        value = kind(text)
        if value <= 0:
            raise argparse.ArgumentTypeError("must be above 0")
        return value

    read.__name__ = "number"
    return read


def _options(arguments):
    parser = argparse.ArgumentParser(
        prog="tools/bench", description=DESCRIPTION, epilog=EPILOG, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rounds", type=_positive(int), metavar="N", help="rounds of each case (default: 5)")
    parser.add_argument("--seconds", type=_positive(float), metavar="S", help="how long each run measures (default: 5)")
    parser.add_argument("--quick", action="store_true", help="one short round with little data: whether all of it runs")
    parser.add_argument("--case", action="append", choices=[case.name for case in CASES], metavar="NAME",
                        help="only this case; may be given again: " + ",\n".join(case.name for case in CASES))
    parser.add_argument("--products", type=_positive(int), metavar="N", help="products (default: 100000)")
    parser.add_argument("--warehouses", type=_positive(int), default=10, metavar="N",
                        help="warehouses, each with every product (default: 10)")
    parser.add_argument("--bin", type=pathlib.Path, metavar="DIR",
                        help="where holdfastd and holdfast are (default: they are built, in release)")
    parser.add_argument("--server-cpu", type=int, metavar="N", help="the servers' processor (default: the first)")
    parser.add_argument("--client-cpu", type=int, metavar="N", help="the clients' processor (default: the last)")
    parser.add_argument("--directory", metavar="DIR", help="where data go for a while: a disk (default: /var/tmp)")
    parser.add_argument("--keep", action="store_true", help="keep those data and the logs of the servers")
    parser.add_argument("--no-install", action="store_true", help="install nothing")
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE",
                        help="where to write what was measured (default: run/bench-TIME.json)")
    options = parser.parse_args(arguments)
    options.rounds = options.rounds or (1 if options.quick else 5)
    options.seconds = options.seconds or (1 if options.quick else 5)
    options.products = options.products or (1000 if options.quick else 100000)
    options.warm_up = 0.3 if options.quick else 1.0
    options.seed = 1
    # The warehouse ids of `holdfast load` have three digits.
    if options.warehouses > 1000:
        parser.error("--warehouses takes a number from 1 to 1000")
    processors = sorted(os.sched_getaffinity(0))
    options.server_cpu = processors[0] if options.server_cpu is None else options.server_cpu
    options.client_cpu = processors[-1] if options.client_cpu is None else options.client_cpu
    for processor in (options.server_cpu, options.client_cpu):
        if processor not in processors:
            parser.error(f"there is no processor {processor} to use: {processors}")
    if options.server_cpu == options.client_cpu:
        say("There is one processor for servers and clients: the figures say little.")
    return options


def _machine():
    try:
        model = next(line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name"))
    except (OSError, StopIteration):
        model = platform.machine()
    return {"processor": model, "processors": os.cpu_count(), "system": platform.platform(),
            "loadAverage": os.getloadavg()}


def _programs(workshop):
    """Builds the server and the tool, unless it was said where they are."""
    options = workshop.options
    if options.bin is None:
        say("Building holdfastd and holdfast (release; the first time takes several minutes)")
        build = ["swift", "build", "--package-path", ROOT, "-c", "release"]
        for product in ("holdfastd", "holdfast"):
            workshop.run([*build, "--product", product], seconds=3600)
        options.bin = pathlib.Path(workshop.run([*build, "--show-bin-path"]).strip().splitlines()[-1])
    options.bin = options.bin.resolve()
    for program in ("holdfastd", "holdfast"):
        if not os.access(options.bin / program, os.X_OK):
            raise Failure(f"there is no {program} in {options.bin}")
    workshop.run([options.bin / "holdfast", "certs", "init", "--quiet", "--directory", workshop.directory / "certs"])


def _start(workshop, cases):
    """Starts whoever takes part in these cases: those that run, and why the others do not."""
    limit1 = Limit(workshop, "limit1")
    known = {
        "holdfast": Holdfast(workshop), "limit1": limit1, "limit2": Limit(workshop, "limit2"),
        "redis-reads": Redis(workshop, False), "redis-durable": Redis(workshop, True), "postgres": Postgres(workshop),
        "grpc": Grpc(workshop), "sync": SyncAndRoundTrip(workshop, limit1)}
    wanted = {server_of(name) for case in cases for name in case.participants}
    if "sync" in wanted:
        wanted.add("limit1")
    servers, missing = {}, {}
    for name in sorted(wanted, key=list(known).index):
        try:
            known[name].start()
            servers[name] = known[name]
            say(f"{name}: started, with its data")
        except Failure as failure:
            if name == "holdfast":
                raise
            missing[name] = str(failure)
            say(f"{name}: missing. {failure}")
    return servers, missing


def _measure(options, cases, servers):
    """All rounds of all cases: results by case and participant, and what failed."""
    results = {case.name: {} for case in cases}
    failures = []

    def half_load():
        rates = [result["answeredPerSecond"] for result in results.get("read-16x16", {}).get("holdfast", []) if result]
        if not rates:
            rates = [servers["holdfast"].run(Load("read", 16, 16))["answeredPerSecond"]]
            results.setdefault("read-16x16", {})["holdfast"] = [{"answeredPerSecond": rates[0]}]
        return round(statistics.median(rates) / 2)

    for case in cases:
        present = [name for name in case.participants if server_of(name) in servers]
        for number in range(options.rounds):
            say(f"{case.title}, round {number + 1} of {options.rounds}")
            # Whoever comes first in one round comes last in the next.
            turn = number % len(present)
            for name in present[turn:] + present[:turn]:
                try:
                    result = measure(case, name, servers, half_load)
                except Failure as failure:
                    result = None
                    failures.append(f"{case.name}, {NAMES[name]}, round {number + 1}: {failure}")
                    say(failures[-1])
                results[case.name].setdefault(name, []).append(result)
    return results, failures


def _write(options, started, machine, versions, cases, results, rows, missing, failures):
    file = options.json or ROOT / "run" / time.strftime("bench-%Y%m%d-%H%M%S.json", time.gmtime(started))
    file.parent.mkdir(parents=True, exist_ok=True)
    settings = {name: str(value) if isinstance(value, pathlib.Path) else value for name, value in vars(options).items()}
    file.write_text(json.dumps({
        "version": 1, "startedAt": round(started), "machine": machine, "versions": versions, "settings": settings,
        "missing": missing, "failures": failures, "rows": rows,
        "runs": {case.name: results[case.name] for case in cases}}, indent=1, ensure_ascii=False) + "\n")
    return file


def _versions(workshop):
    versions = {}
    for name, words in (("holdfastd", [workshop.options.bin / "holdfastd", "--version"]),
                        ("redis", ["redis-server", "--version"]), ("postgresql", ["psql", "--version"]),
                        ("openssl", ["openssl", "version"])):
        try:
            versions[name] = workshop.run(words).strip()
        except Failure:
            versions[name] = None
    return versions


def _bench(options):
    started, machine = time.time(), _machine()
    cases = [case for case in CASES if not options.case or case.name in options.case]
    if not options.no_install:
        install_peers()
    if machine["loadAverage"][0] > 0.5:
        say(f"Others are using this machine (load average {machine['loadAverage'][0]:.1f}): no figure will mean much.")
    with Workshop(options) as workshop:
        _programs(workshop)
        versions = _versions(workshop)
        servers, missing = _start(workshop, cases)
        results, failures = _measure(options, cases, servers)
    rows = []
    for case in cases:
        absent = {name: missing[server_of(name)] for name in case.participants if server_of(name) in missing}
        rows += table.summarise(case, results[case.name], absent)
    say("")
    for line in table.lines(cases, rows):
        say(line)
    say("")
    for line in table.notes(rows, options.rounds):
        say(line)
    for name, reason in missing.items():
        say(f"Missing: {NAMES.get(name, name)}: {reason}")
    say(f"All that was measured: {_write(options, started, machine, versions, cases, results, rows, missing, failures)}")
    return 1 if failures else 0


def _interrupted(*_):
    raise KeyboardInterrupt


def main():
    """Runs the tool; its exit status."""
    options = _options(sys.argv[1:])
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupted)
    try:
        return _bench(options)
    except Failure as failure:
        print(f"tools/bench: {failure}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("tools/bench: ended before its time; what it had started is stopped", file=sys.stderr)
        return 130

"""What is measured, and what is to come of it.

Every goal speaks of Holdfast divided by somebody else: calls a second where more is better, times where less is.
"""

from .participants import Load

RATE, P50, P99 = "calls a second", "p50", "p99"

NAMES = {
    "holdfast": "Holdfast",
    "limit1": "limit 1 (C, echo)",
    "limit2": "limit 2 (C, LMDB)",
    "redis-get": "Redis GET",
    "redis-hmget": "Redis HMGET",
    "redis-script": "Redis script, AOF always",
    "postgres-cte": "PostgreSQL, one CTE",
    "postgres-transaction": "PostgreSQL, transaction",
    "flash": "Holdfast, one product",
    "quiet": "Holdfast, no writes",
    "sync": "one sync + one round trip",
    "grpc": "gRPC C++",
}


class Case:
    """Participants that are measured by turns, the first of which is Holdfast, and the goals by participant."""

    def __init__(self, name, title, participants, goals, load=None, compared=RATE):
        self.name, self.title, self.participants, self.goals = name, title, participants, goals
        self.load, self.compared = load, compared


def _read(connections, in_flight, goals, participants=("limit1", "limit2", "redis-get", "redis-hmget"), compared=RATE):
    return Case(
        f"read-{connections}x{in_flight}", f"GetStock {connections} × {in_flight}",
        ["holdfast", *participants, *(name for name in goals if name not in participants)], goals,
        (connections, in_flight), compared)


def _reserve(connections, in_flight, goals, participants, compared=RATE):
    return Case(
        f"reserve-{connections}x{in_flight}", f"Reserve {connections} × {in_flight}", ["holdfast", *participants],
        goals, (connections, in_flight), compared)


CASES = [
    _read(16, 1, {"limit1": 0.95, "redis-get": 1.25, "redis-hmget": 1.5, "grpc": 3}),
    _read(16, 16, {"limit2": 1.7, "redis-get": 1.4, "redis-hmget": 2.5, "grpc": 10}),
    _read(16, 64, {"limit2": 2, "redis-get": 1.5, "redis-hmget": 2.5, "grpc": 10}),
    _read(1, 1, {"limit1": 1.1}, compared=P50),
    _reserve(16, 1, {"redis-script": 2, "postgres-cte": 2.5, "flash": 1},
             ["flash", "redis-script", "postgres-cte", "postgres-transaction"]),
    _reserve(16, 16, {"redis-script": 2.5, "flash": 1}, ["flash", "redis-script", "postgres-cte"]),
    _reserve(1, 1, {"sync": 1.5}, ["sync", "redis-script", "postgres-cte", "postgres-transaction"], P50),
    Case("reads-under-writes", "GetStock at half load, 5,000 Reserves a second", ["holdfast", "quiet"], {"quiet": 1.3},
         compared=P99),
]

WRITES_PER_SECOND = 5000

# Whose goal is a most and not a least: where times are compared, and where the other is to be as fast as Holdfast itself.
def is_most(case, participant):
    """Whether the goal is that the ratio is at most so much."""
    return case.compared != RATE or participant == "flash"


def measure(case, participant, servers, half_load):
    """Runs one participant of a case once. `servers` are those that run, by name."""
    if case.load is None:
        load = Load("read", 16, 0, rate=half_load())
        holdfast = servers["holdfast"]
        return holdfast.run(load) if participant == "quiet" else holdfast.run_with_writes(load, WRITES_PER_SECOND)
    connections, in_flight = case.load
    reads = case.name.startswith("read-")
    scenario = {
        "flash": "flash", "redis-get": "get", "redis-hmget": "hmget", "postgres-transaction": "transaction",
    }.get(participant, "read" if reads else "reserve")
    return servers[server_of(participant)].run(Load(scenario, connections, in_flight))


def server_of(participant):
    """The name of the server that a participant of a case puts its load on."""
    return {
        "flash": "holdfast", "quiet": "holdfast", "redis-get": "redis-reads", "redis-hmget": "redis-reads",
        "redis-script": "redis-durable", "postgres-cte": "postgres", "postgres-transaction": "postgres",
    }.get(participant, participant)

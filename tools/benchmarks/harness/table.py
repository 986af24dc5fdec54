"""From what every run has measured to one table of ratios."""

from statistics import median

from .cases import NAMES, P50, P99, RATE, is_most

BUSY = 0.9


def figure(result, compared):
    """What is compared of one run."""
    return {
        RATE: lambda: result["answeredPerSecond"],
        P50: lambda: result["latency"]["p50"],
        P99: lambda: result["latency"]["p99"],
    }[compared]()


def ratios(results, over, compared):
    """The ratio of each round, where both have a result: what the machine did in a round, it did to both."""
    pairs = zip(results, over)
    return [figure(a, compared) / figure(b, compared) for a, b in pairs if a and b and figure(b, compared)]


def _median(results, pick):
    values = []
    for result in results:
        try:
            values.append(pick(result))
        except (KeyError, TypeError, IndexError):
            pass
    return median(values) if values else None


def summarise(case, rounds, missing):
    """The rows of a case. `rounds` has the results of each participant by round, None where a run failed."""
    rows = []
    main, limit = rounds.get("holdfast", []), rounds.get("limit2", [])
    for name in case.participants:
        results = rounds.get(name, [])
        row = {
            "case": case.name, "participant": name, "compared": case.compared,
            "missing": missing.get(name) if not any(results) else None,
            "answeredPerSecond": _median(results, lambda r: r["answeredPerSecond"]),
            "p50": _median(results, lambda r: r["latency"]["p50"]),
            "p99": _median(results, lambda r: r["latency"]["p99"]),
            "serverNanosecondsPerCall": _median(results, lambda r: r["server"]["nanosecondsPerCall"]),
            "clientShare": _median(results, lambda r: max(r["client"]["shares"])),
            "errors": sum(result["errors"] for result in results if result),
        }
        of_limit = ratios(results, limit, RATE)
        row["ratioToLimit2"] = median(of_limit) if of_limit else None
        found = ratios(main, results, case.compared) if name != "holdfast" else []
        row["ratio"] = median(found) if found else None
        row["ratioRange"] = [min(found), max(found)] if found else None
        row["goal"] = case.goals.get(name)
        row["goalIsMost"] = is_most(case, name) if row["goal"] is not None else None
        row["isMet"] = None
        if row["goal"] is not None and row["ratio"] is not None:
            row["isMet"] = row["ratio"] <= row["goal"] if row["goalIsMost"] else row["ratio"] >= row["goal"]
        rows.append(row)
    return rows


def _time(nanoseconds):
    if nanoseconds is None:
        return "–"
    for unit, size in (("s", 1e9), ("ms", 1e6), ("µs", 1e3)):
        if nanoseconds >= size:
            return f"{nanoseconds / size:.3g} {unit}"
    return f"{nanoseconds:.0f} ns"


def _cells(row):
    def number(value):
        return "–" if value is None else f"{value:.2f}"

    goal = "" if row["goal"] is None else f"{'≤' if row['goalIsMost'] else '≥'} {row['goal']:g}"
    met = {True: "met", False: "NOT MET", None: "not measured" if goal else ""}[row["isMet"]]
    rate = "missing" if row["missing"] else "failed" if row["answeredPerSecond"] is None else \
        f"{row['answeredPerSecond']:,.0f}"
    server, share = row["serverNanosecondsPerCall"], row["clientShare"]
    return [
        "  " + NAMES[row["participant"]], rate, number(row["ratioToLimit2"]), number(row["ratio"]), goal, met,
        _time(row["p50"]), _time(row["p99"]), "–" if server is None else f"{server / 1000:.2f} µs",
        "–" if share is None else f"{share:.0%}{' !' if share > BUSY else ''}"]


HEADS = ["", "calls/s", "÷ limit 2", "Holdfast ÷", "goal", "", "p50", "p99", "server/call", "client busy"]


def lines(cases, rows):
    """The table as lines of text."""
    table = [HEADS]
    for case in cases:
        of_case = [row for row in rows if row["case"] == case.name]
        if of_case:
            compared = "" if case.compared == RATE else f" (goal compares {case.compared})"
            table.append([case.title + compared])
            table += [_cells(row) for row in of_case]
    widths = [max(len(cells[column]) for cells in table if len(cells) > 1) for column in range(len(HEADS))]
    for cells in table:
        if len(cells) == 1:
            yield ""
            yield cells[0]
            continue
        first, *others = cells
        words = [first.ljust(widths[0])]
        for column, cell in enumerate(others, 1):
            words.append(cell.ljust(widths[column]) if column == 5 else cell.rjust(widths[column]))
        yield "  ".join(words).rstrip()


def notes(rows, rounds):
    """What a reader of the table must know."""
    goals = [row for row in rows if row["goal"] is not None]
    met = sum(row["isMet"] is True for row in goals)
    missed = sum(row["isMet"] is False for row in goals)
    yield f"Goals: {met} met, {missed} not met, {len(goals) - met - missed} not measured."
    if rounds < 5:
        yield f"Of {rounds} round{'s' if rounds > 1 else ''} only: five at least for figures that mean something."
    busy = [row for row in rows if (row["clientShare"] or 0) > BUSY]
    if busy:
        yield "! The client was more than 90 % busy: that row says less about its server than about the client."
    failing = [row for row in rows if row["errors"]]
    for row in failing:
        yield f"{row['case']}, {NAMES[row['participant']]}: {row['errors']} calls ended in an error."

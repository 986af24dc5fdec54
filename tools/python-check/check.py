"""Checks a holdfastd as a stranger would: another language, the official protobuf library, nothing of ours but proto/.

    python3 check.py HOLDFASTD          (tools/check-python makes the environment and calls this)
"""

import math
import random
import socket
import ssl
import struct
import sys
import time

from certificates import Authority
from connection import METHODS, Connection, Refused, context
from service import IDENTITY, ROLES, Service

from holdfast.v1 import reservation_pb2 as r
from holdfast.v1 import stock_pb2 as s
from holdfast.v1 import types_pb2 as t
from holdfast.v1 import warehouse_pb2 as w
from holdfast.v1 import wire_pb2

CHECKS = []
PLACES = {"BER": (52.52, 13.405), "MAD": (40.4168, -3.7038), "OSL": (59.9139, 10.7522)}


def check(function):
    CHECKS.append(function)
    return function


def connect(service, name="operator"):
    return Connection(service.port, context(service.authority.certificate, service.pair(name)))


def key(product, warehouse=""):
    return s.GetStockRequest(product_id=product, warehouse_id=warehouse)


def reference(kind, name):
    return t.Reference(type=t.ReferenceType.Value("REFERENCE_TYPE_" + kind), id=name)


def set_stock(client, product, **on_hand):
    client.call("PutProduct", s.PutProductRequest(product=s.Product(product_id=product, name=product)))
    settings = [s.StockSetting(product_id=product, warehouse_id=place, on_hand=units) for place, units in on_hand.items()]
    client.call("SetStock", s.SetStockRequest(settings=settings, reason="check"))


@check
def warehouses_are_made_and_read_back(service):
    """Warehouses are made and read back, by id, by code and in a list"""
    with connect(service) as client:
        for priority, (name, (latitude, longitude)) in enumerate(PLACES.items()):
            made, _ = client.call("CreateWarehouse", w.CreateWarehouseRequest(warehouse=w.Warehouse(
                warehouse_id=name, code=f"DC-{name}", name=f"Haus Ä {name}", timezone="Europe/Berlin", priority=priority,
                address=t.Address(city=name, country="DE", latitude=latitude, longitude=longitude),
                capabilities=[w.CAPABILITY_SHIPPING, w.CAPABILITY_PICKUP], daily_capacity=1000,
                shipping_rate=w.ShippingRate(base_micros=5_000_000, per_unit_micros=250_000, per_unit_km_micros=7, currency="EUR"))))
            by_id, _ = client.call("GetWarehouse", w.GetWarehouseRequest(warehouse_id=name))
            by_code, _ = client.call("GetWarehouse", w.GetWarehouseRequest(code=f"DC-{name}"))
            assert made == by_id == by_code
            assert made.is_active and made.cut_off_minutes == 960 and made.handling_hours == 24, made
        listed, _ = client.call("ListWarehouses")
        assert [place.warehouse_id for place in listed.warehouses] == sorted(PLACES)


@check
def a_cart_becomes_an_order_and_leaves(service):
    """A cart is held, repeated, converted, fulfilled in part and released, and every step shows in the stock"""
    with connect(service) as client:
        set_stock(client, "shirt", BER=100)

        def level():
            read, _ = client.call("GetStock", key("shirt", "BER"))
            assert read.available == read.on_hand - read.reserved - read.quarantined
            return read.on_hand, read.reserved

        item = t.OrderItem(product_id="shirt", warehouse_id="BER", quantity=7)
        reserve = r.ReserveRequest(reference=reference("CART", "c1"), items=[item])
        first, reply = client.call("Reserve", reserve, command_id=b"\x00\xff once")
        again, repeated = client.call("Reserve", reserve, command_id=b"\x00\xff once")
        assert first == again and repeated.repeated and not reply.repeated and repeated.sequence == reply.sequence
        hold = first.reservations[0]
        assert 1790 < (hold.expires_at - hold.created_at) / 1e6 <= 1800, "a cart is held for 30 minutes"
        assert level() == (100, 7)
        other = r.ReserveRequest(reference=reference("CART", "c2"), items=[item])
        assert client.refusal("Reserve", other, command_id=b"\x00\xff once").code == "ALREADY_EXISTS"
        client.call("ConvertReservation", r.ConvertReservationRequest(cart_id="c1", order_id="o1"))
        order, _ = client.call("GetReservation", r.GetReservationRequest(reservation_id=hold.reservation_id))
        assert order.reference == reference("ORDER", "o1") and order.expires_at == 0
        line = r.FulfillLine(reservation_id=hold.reservation_id, quantity=3)
        left, _ = client.call("Fulfill", r.FulfillRequest(lines=[line]))
        assert (left.reservations[0].quantity, left.reservations[0].fulfilled_quantity) == (4, 3)
        assert level() == (97, 4)
        client.call("Release", r.ReleaseRequest(reference=reference("ORDER", "o1")))
        assert level() == (97, 0)
        gone = client.refusal("GetReservation", r.GetReservationRequest(reservation_id=hold.reservation_id))
        assert gone.code == "NOT_FOUND" and gone.status.refusals[0].reason == wire_pb2.REFUSAL_REASON_UNKNOWN_RESERVATION


@check
def refusals_name_every_item(service):
    """A refusal names every item that is short, and best effort holds the others"""
    with connect(service) as client:
        set_stock(client, "hat", BER=5, MAD=50)
        items = [t.OrderItem(product_id="hat", warehouse_id=place, quantity=20) for place in ("BER", "MAD")]
        items.append(t.OrderItem(product_id="shirt", quantity=10**12))
        refused = client.refusal("Reserve", r.ReserveRequest(reference=reference("ORDER", "short"), items=items))
        assert refused.code == "FAILED_PRECONDITION"
        assert [(short.product_id, short.requested, short.available) for short in refused.status.refusals] == [
            ("hat", 20, 5), ("shirt", 10**12, 97)], refused.status
        some, _ = client.call("Reserve", r.ReserveRequest(
            reference=reference("ORDER", "some"), items=items, mode=r.RESERVE_MODE_BEST_EFFORT))
        assert [(hold.warehouse_id, hold.quantity) for hold in some.reservations] == [("MAD", 20)]
        assert len(some.failures) == 2


@check
def the_score_is_that_of_the_page(service):
    """A warehouse's score, distance and cost are what the formulas give"""
    with connect(service) as client:
        set_stock(client, "lamp", BER=4, MAD=40, OSL=400)
        latitude, longitude = 48.8566, 2.3522
        answer, _ = client.call("SelectWarehouse", w.SelectWarehouseRequest(
            product_id="lamp", quantity=3, ship_to=t.Address(latitude=latitude, longitude=longitude)))
        assert len(answer.candidates) == 3
        reserved = {place: sum(level.reserved for level in client.call(
            "ListStock", s.ListStockRequest(warehouse_id=place))[0].levels) for place in PLACES}
        for candidate in answer.candidates:
            place = candidate.warehouse_id
            kilometres = distance(PLACES[place], (latitude, longitude))
            used = min(1, max(0, reserved[place] / 1000))
            available = {"BER": 4, "MAD": 40, "OSL": 400}[place]
            score = (100 - min(30, kilometres / 100) + min(30, 10 * available / 3)
                     + 2 * list(PLACES).index(place) + 20 * (1 - used))
            assert abs(candidate.score - score) < 0.01, (place, candidate.score, score)
            assert abs(candidate.distance_metres - 1000 * kilometres) < 2
            cost = 5_000_000 + 3 * 250_000 + math.ceil(7 * 3 * candidate.distance_metres / 1000)
            assert candidate.cost_micros == cost, (candidate.cost_micros, cost)
        scores = [candidate.score for candidate in answer.candidates]
        assert scores == sorted(scores, reverse=True)


def distance(one, other):
    """Great-circle distance in kilometres on a sphere of 6371 km."""
    (a, b), (c, d) = [map(math.radians, place) for place in (one, other)]
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(half))


@check
def a_split_order_adds_up(service):
    """A split order ships what is asked for and no more than there is, and holds nothing"""
    with connect(service) as client:
        for strategy in t.SplitStrategy.values():
            items = [t.OrderItem(product_id="lamp", quantity=420), t.OrderItem(product_id="hat", quantity=2)]
            plan, _ = client.call("SplitOrder", w.SplitOrderRequest(items=items, strategy=strategy))
            for number, item in enumerate(items):
                shipped = [part.quantity for shipment in plan.shipments for part in shipment.items if part.item_index == number]
                assert sum(shipped) == item.quantity and min(shipped) > 0
            assert plan.total_cost_micros == sum(shipment.cost_micros for shipment in plan.shipments)
            assert not plan.unmet
        assert client.call("GetStock", key("lamp"))[0].reserved == 0


@check
def random_commands_agree_with_a_ledger(service):
    """Five hundred random commands, many in flight, leave what a ledger in Python says"""
    seed = random.randrange(2**32)
    choose = random.Random(seed)
    ledger = {place: [1000, 0] for place in PLACES}
    holds = {}
    with connect(service) as client:
        set_stock(client, "ledger", **{place: 1000 for place in PLACES})
        for step in range(500):
            place, units = choose.choice(list(PLACES)), choose.randint(1, 400)
            on_hand, reserved = ledger[place]
            kind = choose.choice(["adjust", "reserve", "release", "fulfill"])
            try:
                if kind == "adjust":
                    change = choose.choice([-1, 1]) * units
                    expected = on_hand + change >= reserved
                    line = s.AdjustmentLine(
                        product_id="ledger", warehouse_id=place, type=s.ADJUSTMENT_TYPE_ADJUSTMENT, quantity=change)
                    client.call("AdjustStock", s.AdjustStockRequest(lines=[line]))
                    ledger[place][0] += change
                elif kind == "reserve":
                    expected = on_hand - reserved >= units
                    item = t.OrderItem(product_id="ledger", warehouse_id=place, quantity=units)
                    held, _ = client.call("Reserve", r.ReserveRequest(reference=reference("ORDER", f"l{step}"), items=[item]))
                    holds[held.reservations[0].reservation_id] = (place, units)
                    ledger[place][1] += units
                elif holds:
                    expected = True
                    chosen = choose.choice(sorted(holds))
                    place, units = holds.pop(chosen)
                    if kind == "release":
                        client.call("Release", r.ReleaseRequest(reservation_ids=[chosen]))
                    else:
                        client.call("Fulfill", r.FulfillRequest(lines=[r.FulfillLine(reservation_id=chosen)]))
                        ledger[place][0] -= units
                    ledger[place][1] -= units
                else:
                    continue
                assert expected, f"seed {seed}, step {step}: {kind} should have been refused"
            except Refused as refused:
                assert not expected and refused.code == "FAILED_PRECONDITION", f"seed {seed}, step {step}, {kind}: {refused}"
        calls = {place: client.send("GetStock", key("ledger", place)) for place in PLACES}
        for place, call_id in calls.items():
            level = t.StockLevel.FromString(client.receive(call_id).response)
            assert [level.on_hand, level.reserved] == ledger[place], f"seed {seed}: {level} is not {ledger[place]}"
        total, _ = client.call("GetStock", key("ledger"))
        assert [total.on_hand, total.reserved] == [sum(column) for column in zip(*ledger.values())]


@check
def any_text_comes_back_as_it_went(service):
    """Names of any language and length come back byte for byte, and text that is none is refused by name"""
    with connect(service) as client:
        for name in ["日本語の製品", "🧦" * 32, "a" * 128, "naïve/..%00;'\"<>", "é", "\u200d"]:
            client.call("PutProduct", s.PutProductRequest(product=s.Product(product_id=name, name=name)))
            assert client.call("GetProduct", s.GetProductRequest(product_id=name))[0].product_id == name
            total, _ = client.call("GetStock", key(name))
            assert total.product_id == name and total.on_hand == 0
        good = key("shirt", "BER").SerializeToString()
        for bad in [b"\xff", b"\xc0\x80", b"a\x00b", b"\xed\xa0\x80"]:
            refused = client.refusal("GetStock", good + b"\x0a" + bytes([len(bad)]) + bad)
            assert refused.code == "INVALID_ARGUMENT" and refused.fields == ["product_id"], refused
        for bad in ["a\nb", "\x7f", "x" * 129, ""]:
            refused = client.refusal("PutProduct", s.PutProductRequest(product=s.Product(product_id=bad, name="x")))
            assert refused.fields == ["product.product_id"], refused


@check
def roles_are_those_of_the_schema(service):
    """Each role may call what the schema lets it, and nothing else"""
    ranks = {"reader": 1, "seller": 2, "operator": 3, "admin": 4}
    for name in ROLES:
        with connect(service, name) as client:
            for method, (_, request, _, _, role) in METHODS.items():
                try:
                    client.call(method, request())
                    code = "OK"
                except Refused as refused:
                    code = refused.code
                assert (code == "PERMISSION_DENIED") == (ranks[name] < role), (name, method, code)
                assert code in ("OK", "INVALID_ARGUMENT", "PERMISSION_DENIED"), (name, method, code)


@check
def a_thousand_in_flight(service):
    """A thousand calls in flight on one connection are each answered once, whatever the order"""
    with connect(service) as client:
        calls = [client.send(*(("GetStock", key("shirt", "BER")) if number % 3 else ("Reserve", r.ReserveRequest(
            reference=reference("ORDER", f"f{number}"), items=[t.OrderItem(product_id="lamp", quantity=1, warehouse_id="OSL")]))))
            for number in range(999)]
        assert all(client.receive(call_id).status.code == 0 for call_id in calls)
        assert client.call("GetStock", key("lamp", "OSL"))[0].reserved == 333


@check
def certificates_that_open_nothing(service):
    """Without a good certificate nothing is served"""
    ours, folder = service.authority, service.folder
    stranger, namesake = Authority(folder / "other", "other"), Authority(folder / "namesake", "check")
    uri = f"URI:{IDENTITY}operator"
    pairs = {
        "none": None,
        "of another authority": stranger.issue("operator", uri),
        "of an authority of the same name": namesake.issue("operator", uri),
        "expired": ours.issue("expired", uri, days=-1),
        "for servers": ours.issue("for-servers", uri, purposes="serverAuth"),
        "for nothing in particular": ours.issue("for-nothing", uri, purposes=""),
        "with two URIs": ours.issue("two-uris", f"{uri},URI:{IDENTITY}reader"),
        "with two DNS names": ours.issue("two-names", "DNS:a.check,DNS:b.check"),
        "of nobody": ours.issue("nobody", f"URI:{IDENTITY}nobody"),
        "with the name as common name only": ours.issue("operator-cn"),
        "in other letters": ours.issue("letters", f"URI:{IDENTITY}Operator"),
    }
    for name, pair in pairs.items():
        assert not is_served(service.port, context(ours.certificate, pair)), f"a certificate {name} opens the door"
    good = service.pair("operator")
    assert is_served(service.port, context(ours.certificate, good))
    for name, tls in {
        "TLS 1.2": context(ours.certificate, good, newest=ssl.TLSVersion.TLSv1_2),
        "no protocol": context(ours.certificate, good, protocols=()),
        "another protocol": context(ours.certificate, good, protocols=("http/1.1", "h2")),
    }.items():
        assert not is_served(service.port, tls), f"{name} opens the door"


def is_served(port, tls):
    try:
        with Connection(port, tls) as client:
            client.call("GetStock", key("shirt", "BER"))
            return True
    except Refused as refused:
        assert refused.code == "UNAUTHENTICATED", refused
        return False
    except (ssl.SSLError, ConnectionError):
        return False


@check
def bytes_that_are_no_calls(service):
    """What is no TLS, no frame or no call ends its own connection, with a word where there can be one"""
    with connect(service) as witness:
        for garbage in [b"GET / HTTP/1.1\r\n\r\n", bytes(3000), b"\x16\x03\x01\xff\xff" + bytes(70000)]:
            with socket.create_connection(("127.0.0.1", service.port), timeout=20) as plain:
                plain.sendall(garbage)
                received = read_to_end(plain)
                assert len(received) < 64, received
        good = wire_pb2.Call(call_id=1, method=METHODS["GetStock"][0]).SerializeToString()
        for body, code in {
            struct.pack(">I", 0): "INVALID_ARGUMENT",
            struct.pack(">I", 0xFFFFFFFF): "RESOURCE_EXHAUSTED",
            struct.pack(">I", (4 << 20) + 1) + bytes(100): "RESOURCE_EXHAUSTED",
            struct.pack(">I", len(good) + 1) + good + b"\x03": "INVALID_ARGUMENT",
            struct.pack(">I", len(good) + 2) + good + b"\x4b\x4c": "INVALID_ARGUMENT",
            struct.pack(">I", 11) + b"\x08" + b"\xff" * 10: "INVALID_ARGUMENT",
        }.items():
            with connect(service) as client:
                client.socket.sendall(body)
                assert wire_pb2.StatusCode.Name(client.frame().status.code) == "STATUS_CODE_" + code
                assert read_to_end(client.socket) == b""
        with connect(service) as client:
            for byte in struct.pack(">I", len(good)) + good:
                client.socket.sendall(bytes([byte]))
            assert client.frame().status.code == wire_pb2.STATUS_CODE_INVALID_ARGUMENT
            unknown = client.receive(client.send("holdfast.v1.StockService/Nothing", b""))
            assert unknown.status.code == wire_pb2.STATUS_CODE_UNIMPLEMENTED
        assert witness.call("GetStock", key("shirt", "BER"))[0].on_hand == 97


def read_to_end(stream):
    received = b""
    try:
        while part := stream.recv(65536):
            received += part
    except ConnectionError:
        pass
    return received


def main(program):
    start = time.monotonic()
    service = Service(program)
    failures = 0
    try:
        for function in CHECKS:
            begun = time.monotonic()
            try:
                function(service)
                verdict = "ok"
            except Exception as error:  # each check is told, whatever befell the one before it
                verdict, failures = f"FAILED\n    {type(error).__name__}: {error}", failures + 1
            print(f"{function.__doc__}: {verdict} ({time.monotonic() - begun:.2f} s)", flush=True)
        if failures:
            print(service.log.read_text(), file=sys.stderr)
    finally:
        code = service.stop()
    if code != 0:
        print(f"holdfastd ended with {code}", file=sys.stderr)
        failures += 1
    print(f"{len(CHECKS)} checks, {failures} failures, {time.monotonic() - start:.1f} s")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

"""Reads a level, holds one unit of it for a cart, repeats the command, and gives the hold back.

    python3 hold_stock.py HOST PORT CA CERTIFICATE KEY PRODUCT WAREHOUSE
"""

import sys
import uuid

from client import CallError, Client

from holdfast.v1 import reservation_pb2, stock_pb2, types_pb2

STOCK = "holdfast.v1.StockService/"
RESERVATIONS = "holdfast.v1.ReservationService/"

host, port, ca, certificate, key, product, warehouse = sys.argv[1:]
client = Client(host, int(port), ca, certificate, key)


def available():
    request = stock_pb2.GetStockRequest(product_id=product, warehouse_id=warehouse)
    level, reply = client.call(STOCK + "GetStock", request, types_pb2.StockLevel, timeout_ms=1000)
    print(f"{product} at {warehouse}: {level.available} available, {level.reserved} reserved, sequence {reply.sequence}")
    return level.available


before = available()
cart = types_pb2.Reference(type=types_pb2.REFERENCE_TYPE_CART, id=f"cart-{uuid.uuid4()}")
item = types_pb2.OrderItem(product_id=product, warehouse_id=warehouse, quantity=1)
reserve = reservation_pb2.ReserveRequest(reference=cart, items=[item])

# One id a command, the same one for every try: it takes effect once, however often it is sent.
command_id = uuid.uuid4().bytes
for _ in range(2):
    held, reply = client.call(
        RESERVATIONS + "Reserve", reserve, reservation_pb2.ReserveResponse, command_id=command_id)
    print(f"held {held.reservations[0].reservation_id}, sequence {reply.sequence}, repeated {reply.repeated}")
assert available() == before - 1

# Many calls in flight on one connection.
request = stock_pb2.GetStockRequest(product_id=product, warehouse_id=warehouse)
calls = [client.send(STOCK + "GetStock", request) for _ in range(100)]
for call_id in calls:
    client.receive(call_id, types_pb2.StockLevel)

# A refusal that a program can act on.
item.quantity = 10**9
too_much = reservation_pb2.ReserveRequest(reference=cart, items=[item])
try:
    client.call(RESERVATIONS + "Reserve", too_much, reservation_pb2.ReserveResponse, command_id=uuid.uuid4().bytes)
except CallError as error:
    for refusal in error.status.refusals:
        print(f"refused: {refusal.requested} asked for, {refusal.available} available")

release = reservation_pb2.ReleaseRequest(reference=cart)
client.call(RESERVATIONS + "Release", release, reservation_pb2.ReleaseResponse, command_id=uuid.uuid4().bytes)
assert available() == before
client.close()

"""One connection, by the ssl module, the official protobuf library and proto/ alone."""

import socket
import ssl
import struct

from holdfast.v1 import options_pb2, reservation_pb2, stock_pb2, types_pb2, warehouse_pb2, admin_pb2, wire_pb2

# (name on the wire, request type, response type, kind, role) of every rpc, by the schema.
METHODS = {}
for _file in (admin_pb2, reservation_pb2, stock_pb2, warehouse_pb2):
    for _service in _file.DESCRIPTOR.services_by_name.values():
        for _method in _service.methods:
            _options = _method.GetOptions().Extensions
            METHODS[_method.name] = (
                f"{_service.full_name}/{_method.name}", _method.input_type._concrete_class, _method.output_type._concrete_class,
                _options[options_pb2.kind], _options[options_pb2.role])


class Refused(Exception):
    """The call was answered with a status that is not OK."""

    def __init__(self, status):
        self.status = status
        self.code = wire_pb2.StatusCode.Name(status.code).removeprefix("STATUS_CODE_")
        super().__init__(f"{self.code}: {status.message}")

    @property
    def fields(self):
        return [violation.field for violation in self.status.violations]


def context(authority, pair=None, protocols=("holdfast/1",), newest=ssl.TLSVersion.TLSv1_3):
    made = ssl.create_default_context(ssl.Purpose.SERVER_AUTH, cafile=authority)
    made.minimum_version = ssl.TLSVersion.TLSv1_2
    made.maximum_version = newest
    if pair:
        made.load_cert_chain(*pair)
    if protocols:
        made.set_alpn_protocols(list(protocols))
    return made


class Connection:
    def __init__(self, port, tls):
        plain = socket.create_connection(("127.0.0.1", port), timeout=20)
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket = tls.wrap_socket(plain, server_hostname="localhost")
        self.last_id = 0
        self.replies = {}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def send(self, name, request, **header):
        """Sends a call; its id."""
        self.last_id += 1
        body = request if isinstance(request, bytes) else request.SerializeToString()
        method = METHODS[name][0] if name in METHODS else name
        call = wire_pb2.Call(call_id=self.last_id, method=method, request=body, **header).SerializeToString()
        self.socket.sendall(struct.pack(">I", len(call)) + call)
        return self.last_id

    def receive(self, call_id):
        """The Reply to a call, whatever comes before it."""
        while call_id not in self.replies:
            reply = self.frame()
            assert reply.call_id not in self.replies, "answered twice"
            self.replies[reply.call_id] = reply
        return self.replies.pop(call_id)

    def frame(self):
        """The next Reply. What protobuf's own library makes of it again must be the very same bytes."""
        (length,) = struct.unpack(">I", self._read(4))
        frame = self._read(length)
        reply = wire_pb2.Reply.FromString(frame)
        assert reply.SerializeToString(deterministic=True) == frame, f"not as protobuf writes it: {frame.hex()}"
        return reply

    def call(self, name, request=None, **header):
        """(response, Reply); raises Refused."""
        request = METHODS[name][1]() if request is None else request
        reply = self.receive(self.send(name, request, **header))
        if reply.status.code:
            assert not reply.response
            assert reply.status.message, "a refusal says why"
            raise Refused(reply.status)
        response = METHODS[name][2].FromString(reply.response)
        assert response.SerializeToString(deterministic=True) == reply.response
        return response, reply

    def refusal(self, name, request=None, **header):
        """How a call is refused; fails where it is not."""
        try:
            response, _ = self.call(name, request, **header)
        except Refused as refused:
            return refused
        raise AssertionError(f"{name} was not refused: {response}")

    def _read(self, count):
        parts = bytearray()
        while len(parts) < count:
            part = self.socket.recv(count - len(parts))
            if not part:
                raise ConnectionError("the server closed the connection")
            parts += part
        return bytes(parts)

"""A Holdfast client in Python: the official protobuf library, the ssl module, and nothing of Holdfast but proto/.

Make the message code first:
    protoc -I proto --python_out=DIRECTORY proto/holdfast/v1/*.proto
and put DIRECTORY on PYTHONPATH.
"""

import socket
import ssl
import struct

from holdfast.v1 import wire_pb2


class CallError(Exception):
    """A call that did not end with OK."""

    def __init__(self, status, sequence):
        names = wire_pb2.StatusCode.DESCRIPTOR.values_by_number
        name = names[status.code].name.removeprefix("STATUS_CODE_") if status.code in names else str(status.code)
        super().__init__(f"{name}: {status.message}")
        self.status, self.sequence = status, sequence


class GoingAway(Exception):
    """The server closes this connection: open another one for what comes next."""


class Client:
    """One connection. Any number of calls may be in flight on it; this class is for one thread."""

    def __init__(self, host, port, ca, certificate, key):
        context = ssl.create_default_context(ssl.Purpose.SERVER_AUTH, cafile=ca)
        context.minimum_version = ssl.TLSVersion.TLSv1_3
        context.load_cert_chain(certificate, key)
        context.set_alpn_protocols(["holdfast/1"])
        plain = socket.create_connection((host, port))
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket = context.wrap_socket(plain, server_hostname=host)
        self.last_call_id = 0
        self.is_going_away = False
        self.answers = {}

    def close(self):
        self.socket.close()

    def send(self, method, request, timeout_ms=0, command_id=b"", actor="", trace_id=""):
        """Sends a call and returns its id. Does not wait."""
        if self.is_going_away:
            raise GoingAway()
        self.last_call_id += 1
        call = wire_pb2.Call(
            call_id=self.last_call_id, method=method, timeout_ms=timeout_ms, command_id=command_id, actor=actor,
            trace_id=trace_id, request=request.SerializeToString())
        frame = call.SerializeToString()
        self.socket.sendall(struct.pack(">I", len(frame)) + frame)
        return call.call_id

    def receive(self, call_id, response_type):
        """Waits for the answer to a call: (response, Reply). Answers come in any order; others are kept."""
        while call_id not in self.answers:
            reply = wire_pb2.Reply.FromString(self._read_frame())
            if reply.call_id != 0:
                self.answers[reply.call_id] = reply
            elif reply.status.code != 0:
                # About the connection and not about one call; it is closed next.
                raise CallError(reply.status, reply.sequence)
            else:
                notice = wire_pb2.Notice.FromString(reply.response)
                self.is_going_away |= notice.kind == wire_pb2.Notice.KIND_GOING_AWAY
        reply = self.answers.pop(call_id)
        if reply.status.code != 0:
            raise CallError(reply.status, reply.sequence)
        return response_type.FromString(reply.response), reply

    def call(self, method, request, response_type, **options):
        """Calls and waits."""
        return self.receive(self.send(method, request, **options), response_type)

    def _read_frame(self):
        (length,) = struct.unpack(">I", self._read(4))
        return self._read(length)

    def _read(self, count):
        parts = bytearray()
        while len(parts) < count:
            part = self.socket.recv(count - len(parts))
            if not part:
                raise ConnectionError("the server closed the connection")
            parts += part
        return bytes(parts)

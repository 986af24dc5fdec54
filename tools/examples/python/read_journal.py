"""Prints a journal, entry by entry, from the page about its format alone, and checks checksums and the running hash.

    python3 read_journal.py DATA/journal
"""

import glob
import hashlib
import struct
import sys

from holdfast.v1 import journal_pb2

TABLE = []
for byte in range(256):
    for _ in range(8):
        byte = byte >> 1 ^ (0x82F63B78 if byte & 1 else 0)
    TABLE.append(byte)


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = crc >> 8 ^ TABLE[(crc ^ byte) & 0xFF]
    return crc ^ 0xFFFFFFFF


def entries(body, count):
    """The framed entries: (frame, whether it ends its command, message)."""
    place = 0
    for _ in range(count):
        (word,) = struct.unpack_from("<I", body, place)
        end = place + 4 + (word & 0x7FFFFFFF)
        yield body[place:end], bool(word >> 31), journal_pb2.Entry.FromString(body[place + 4 : end])
        place = end
    assert place == len(body), "entries and their length"


def read(segment, running):
    magic, crc, version, history, first, _, _, length, salt, before = struct.unpack_from("<8sII16sQQqqQ32s", segment)
    assert magic == b"HFJOURNL" and version == 1 and length == len(segment) and crc == crc32c(segment[12:4096])
    assert running is None or running == before, "the running hash goes on from the segment before"
    running, sequence, offset = before, first, 4096
    print(f"segment {first}, history {history.hex()}")
    while segment[offset : offset + 4] == b"HFR1":
        crc, body_crc, size, record_first, count, commands, time, after = struct.unpack_from(
            "<IIIQIIq32s", segment, offset + 4)
        assert crc == crc32c(struct.pack("<QQ", salt, offset) + segment[offset + 8 : offset + 80])
        index = (80 + size + 3) // 4 * 4
        end = offset + (index + (count - 1) // 32 * 4 + 511) // 512 * 512
        assert body_crc == crc32c(segment[offset + 80 : end]) and record_first == sequence
        print(f"  record at {offset}: {count} entries of {commands} commands, time {time}")
        command = b""
        for frame, is_last, entry in entries(segment[offset + 80 : offset + 80 + size], count):
            level = entry.level
            name = f" {level.product_id} {level.variant_id or '-'} {level.warehouse_id}" if entry.HasField("level") else ""
            print(f"    {sequence} {journal_pb2.EntryType.Name(entry.type)[11:]} {entry.quantity}{name}")
            sequence += 1
            command += frame
            if is_last:
                running = hashlib.sha256(running + struct.pack(">q", time) + command).digest()
                command = b""
        assert running == after and command == b"", "running hash"
        offset = end
    assert not any(segment[offset:]), "zeros after the last record"
    return running


hash_so_far = None
for path in sorted(glob.glob(sys.argv[1] + "/*.journal")):
    with open(path, "rb") as file:
        hash_so_far = read(file.read(), hash_so_far)
print(f"hash {hash_so_far.hex()}" if hash_so_far else "no segment")

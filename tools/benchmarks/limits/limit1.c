// Limit 1: what TLS, the system and framing alone cost. Each call is answered with the bytes of its own request, which name
// the level, and with numbers that are always the same: the reply has the size of a true one.
#include <string.h>

#include "framed_server.h"

// on_hand 1,000,000,000, available the same, version 1, updated_at of 2026, as protobuf.
static const uint8_t numbers[] = {0x20, 0x80, 0x94, 0xeb, 0xdc, 0x03, 0x38, 0x80, 0x94, 0xeb, 0xdc, 0x03,
                                  0x60, 0x01, 0x68, 0x80, 0xb8, 0xa1, 0x9f, 0xa2, 0xa2, 0x98, 0x03};

// Reads a varint and moves on; 0 = there is none.
static int read_varint(const uint8_t **at, const uint8_t *end, uint64_t *value) {
  *value = 0;
  for (int shift = 0; shift < 64 && *at < end; shift += 7) {
    uint8_t byte = *(*at)++;
    *value |= (uint64_t)(byte & 0x7f) << shift;
    if (byte < 0x80) return 1;
  }
  return 0;
}

static uint8_t *write_varint(uint8_t *at, uint64_t value) {
  for (; value >= 0x80; value >>= 7) *at++ = (uint8_t)value | 0x80;
  *at++ = (uint8_t)value;
  return at;
}

static int echo(void *context, const uint8_t *frame, size_t count, struct output *output) {
  (void)context;
  const uint8_t *at = frame, *end = frame + count, *request = frame;
  uint64_t key, value, call = 0, request_count = 0;
  while (at < end) {
    if (!read_varint(&at, end, &key) || !read_varint(&at, end, &value)) return 0;
    if (key == 0x08) call = value;
    if ((key & 7) == 2) {
      if (value > (uint64_t)(end - at)) return 0;
      if (key == 0x3a) request = at, request_count = value;
      at += value;
    } else if ((key & 7) != 0) {
      return 0;
    }
  }
  if (!call) return 0;
  uint8_t *start = output_room(output, 4 + 32 + request_count + sizeof numbers), *to = start + 4;
  *to++ = 0x08;
  to = write_varint(to, call);
  *to++ = 0x18;
  to = write_varint(to, 5038);
  *to++ = 0x22;
  to = write_varint(to, request_count + sizeof numbers);
  memcpy(to, request, request_count);
  memcpy(to + request_count, numbers, sizeof numbers);
  to += request_count + sizeof numbers;
  uint32_t length = (uint32_t)(to - start - 4);
  for (int byte = 0; byte < 4; byte++) start[byte] = (uint8_t)(length >> (24 - 8 * byte));
  output->count += 4 + length;
  return 1;
}

int main(int argc, char **argv) {
  struct limit_options options = limit_options_read(argc, argv);
  serve(&options, echo, 0, 0, 0);
}

// Limit 2: limit 1 with the messages unpacked and packed by protobuf-c, and the level looked up in LMDB.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "CMessages.h"
#include "framed_server.h"
#include "levels.h"

enum { arena_bytes = 256 * 1024, longest_level = 1024 };

struct server {
  struct levels *levels;
  // Messages are unpacked into it, and all freed at once.
  uint8_t *arena;
  size_t used;
  ProtobufCAllocator allocator;
};

static void *bump(void *context, size_t count) {
  struct server *server = context;
  size_t start = (server->used + 15) & ~(size_t)15;
  if (count > arena_bytes || start > arena_bytes - count) return 0;
  server->used = start + count;
  return server->arena + start;
}

static void keep(void *context, void *pointer) { (void)context, (void)pointer; }

static void begin(void *context) { levels_begin(((struct server *)context)->levels); }

static void end(void *context) { levels_end(((struct server *)context)->levels); }

static int reply(const Holdfast__V1__Reply *message, struct output *output) {
  size_t count = holdfast__v1__reply__get_packed_size(message);
  uint8_t *start = output_room(output, 4 + count);
  for (int byte = 0; byte < 4; byte++) start[byte] = (uint8_t)(count >> (24 - 8 * byte));
  holdfast__v1__reply__pack(message, start + 4);
  output->count += 4 + count;
  return 1;
}

static int refuse(Holdfast__V1__Reply *message, Holdfast__V1__StatusCode code, struct output *output) {
  Holdfast__V1__Status status = HOLDFAST__V1__STATUS__INIT;
  status.code = code;
  message->status = &status;
  return reply(message, output);
}

static int look_up(void *context, const uint8_t *frame, size_t count, struct output *output) {
  struct server *server = context;
  server->used = 0;
  Holdfast__V1__Call *call = holdfast__v1__call__unpack(&server->allocator, count, frame);
  if (!call || !call->call_id) return 0;
  Holdfast__V1__Reply answer = HOLDFAST__V1__REPLY__INIT;
  answer.call_id = call->call_id;
  answer.sequence = 5038;
  if (strcmp(call->method, "holdfast.v1.StockService/GetStock") != 0) {
    return refuse(&answer, HOLDFAST__V1__STATUS_CODE__STATUS_CODE_UNIMPLEMENTED, output);
  }
  Holdfast__V1__GetStockRequest *request =
      holdfast__v1__get_stock_request__unpack(&server->allocator, call->request.len, call->request.data);
  if (!request) return refuse(&answer, HOLDFAST__V1__STATUS_CODE__STATUS_CODE_INVALID_ARGUMENT, output);
  int64_t row[row_words];
  if (!levels_find(server->levels, request->product_id, request->variant_id, request->warehouse_id, row)) {
    return refuse(&answer, HOLDFAST__V1__STATUS_CODE__STATUS_CODE_NOT_FOUND, output);
  }
  Holdfast__V1__StockLevel level = HOLDFAST__V1__STOCK_LEVEL__INIT;
  level.product_id = request->product_id;
  level.variant_id = request->variant_id;
  level.warehouse_id = request->warehouse_id;
  level.on_hand = row[0];
  level.reserved = row[1];
  level.quarantined = row[2];
  level.available = row[0] - row[1] - row[2];
  level.incoming = row[3];
  level.safety_stock = row[4];
  level.reorder_point = row[5];
  level.reorder_quantity = row[6];
  level.version = (uint64_t)row[7];
  level.updated_at = row[8];
  // The names of a level that is there fit a key of 511 bytes.
  uint8_t response[longest_level];
  answer.response.len = holdfast__v1__stock_level__pack(&level, response);
  answer.response.data = response;
  return reply(&answer, output);
}

int main(int argc, char **argv) {
  struct limit_options options = limit_options_read(argc, argv);
  if (!options.database) {
    fprintf(stderr, "%s needs --database, a directory that is empty\n", argv[0]);
    return 2;
  }
  static struct server server;
  server.arena = malloc(arena_bytes);
  server.allocator = (ProtobufCAllocator){.alloc = bump, .free = keep, .allocator_data = &server};
  if (!server.arena) return 1;
  server.levels = levels_make(options.database, options.products, options.warehouses);
  serve(&options, look_up, begin, end, &server);
}

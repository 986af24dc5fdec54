// Limit 2: limit 1 with the messages unpacked and packed by protobuf-c, and the level looked up in an LMDB table whose keys
// and rows are those of holdfastd's levels (Sources/Engine/State).
#include <errno.h>
#include <lmdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "CMessages.h"
#include "framed_server.h"

enum { row_words = 13, arena_bytes = 256 * 1024 };

struct store {
  MDB_env *environment;
  MDB_txn *snapshot;
  MDB_dbi levels;
  // Messages are unpacked into it, and all freed at once.
  uint8_t *arena;
  size_t used;
  ProtobufCAllocator allocator;
};

static void check(int code, const char *what) {
  if (code == MDB_SUCCESS) return;
  fprintf(stderr, "%s: %s\n", what, mdb_strerror(code));
  exit(1);
}

static void *bump(void *context, size_t count) {
  struct store *store = context;
  size_t start = (store->used + 15) & ~(size_t)15;
  if (count > arena_bytes || start > arena_bytes - count) return 0;
  store->used = start + count;
  return store->arena + start;
}

static void keep(void *context, void *pointer) { (void)context, (void)pointer; }

// product ␀ variant ␀ warehouse
static size_t make_key(char *key, size_t capacity, const char *product, const char *variant, const char *warehouse) {
  int count = snprintf(key, capacity, "%s%c%s%c%s", product, 0, variant, 0, warehouse);
  return count < 0 || (size_t)count >= capacity ? 0 : (size_t)count;
}

static void load(struct store *store, uint64_t products, uint64_t warehouses) {
  MDB_txn *transaction;
  check(mdb_txn_begin(store->environment, 0, 0, &transaction), "a transaction");
  check(mdb_dbi_open(transaction, "levels", MDB_CREATE, &store->levels), "the table");
  for (uint64_t level = 0; level < products * warehouses; level++) {
    char product[32], warehouse[32], bytes[128];
    snprintf(product, sizeof product, "LP%010llu", (unsigned long long)(level / warehouses));
    snprintf(warehouse, sizeof warehouse, "L%03llu", (unsigned long long)(level % warehouses));
    int64_t row[row_words] = {1000000000, 0, 0, 0, 0, 0, 0, 1, 1795580400000000, (int64_t)level + 1, 0, 0, INT64_MAX};
    MDB_val key = {make_key(bytes, sizeof bytes, product, "", warehouse), bytes}, value = {sizeof row, row};
    check(mdb_put(transaction, store->levels, &key, &value, MDB_APPEND), "a row");
  }
  check(mdb_txn_commit(transaction), "a commit");
  check(mdb_txn_begin(store->environment, 0, MDB_RDONLY, &store->snapshot), "a snapshot");
  mdb_txn_reset(store->snapshot);
}

static void begin(void *context) {
  struct store *store = context;
  check(mdb_txn_renew(store->snapshot), "a snapshot");
}

static void end(void *context) {
  struct store *store = context;
  mdb_txn_reset(store->snapshot);
}

static int reply(const Holdfast__V1__Reply *message, struct output *output) {
  size_t count = holdfast__v1__reply__get_packed_size(message);
  uint8_t *start = output_room(output, 4 + count);
  for (int byte = 0; byte < 4; byte++) start[byte] = (uint8_t)(count >> (24 - 8 * byte));
  holdfast__v1__reply__pack(message, start + 4);
  output->count += 4 + count;
  return 1;
}

static int look_up(void *context, const uint8_t *frame, size_t count, struct output *output) {
  struct store *store = context;
  store->used = 0;
  Holdfast__V1__Call *call = holdfast__v1__call__unpack(&store->allocator, count, frame);
  if (!call || !call->call_id) return 0;
  Holdfast__V1__Reply answer = HOLDFAST__V1__REPLY__INIT;
  Holdfast__V1__Status status = HOLDFAST__V1__STATUS__INIT;
  answer.call_id = call->call_id;
  answer.sequence = 5038;
  Holdfast__V1__GetStockRequest *request = 0;
  if (strcmp(call->method, "holdfast.v1.StockService/GetStock") == 0) {
    request = holdfast__v1__get_stock_request__unpack(&store->allocator, call->request.len, call->request.data);
  }
  char bytes[512];
  MDB_val key = {0, bytes}, value;
  if (request) {
    key.mv_size = make_key(bytes, sizeof bytes, request->product_id, request->variant_id, request->warehouse_id);
  }
  if (!request || !key.mv_size) {
    status.code = 12;
    answer.status = &status;
    return reply(&answer, output);
  }
  if (mdb_get(store->snapshot, store->levels, &key, &value) || value.mv_size != row_words * 8) {
    status.code = 5;
    answer.status = &status;
    return reply(&answer, output);
  }
  int64_t row[row_words];
  memcpy(row, value.mv_data, sizeof row);
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
  uint8_t response[1024];
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
  static struct store store;
  store.arena = malloc(arena_bytes);
  store.allocator = (ProtobufCAllocator){.alloc = bump, .free = keep, .allocator_data = &store};
  if (!store.arena) fail("memory");
  check(mdb_env_create(&store.environment), "the store");
  check(mdb_env_set_maxdbs(store.environment, 4), "the store");
  check(mdb_env_set_mapsize(store.environment, (size_t)64 << 30), "the store");
  check(mdb_env_open(store.environment, options.database, MDB_NOTLS | MDB_NOSYNC | MDB_NORDAHEAD, 0600), "the store");
  load(&store, options.products, options.warehouses);
  serve(&options, look_up, begin, end, &store);
}

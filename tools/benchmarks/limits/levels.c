#include "levels.h"

#include <errno.h>
#include <lmdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct levels {
  MDB_env *environment;
  MDB_txn *snapshot;
  MDB_dbi table;
};

static void check(int code, const char *what) {
  if (code == MDB_SUCCESS) return;
  fprintf(stderr, "%s: %s\n", what, mdb_strerror(code));
  exit(1);
}

// product ␀ variant ␀ warehouse; 0 = too long for a key.
static size_t make_key(char *key, size_t capacity, const char *product, const char *variant, const char *warehouse) {
  int count = snprintf(key, capacity, "%s%c%s%c%s", product, 0, variant, 0, warehouse);
  return count < 0 || (size_t)count >= capacity ? 0 : (size_t)count;
}

struct levels *levels_make(const char *directory, uint64_t products, uint64_t warehouses) {
  struct levels *levels = calloc(1, sizeof *levels);
  MDB_txn *transaction;
  check(levels ? mdb_env_create(&levels->environment) : ENOMEM, "the store");
  check(mdb_env_set_maxdbs(levels->environment, 4), "the store");
  check(mdb_env_set_mapsize(levels->environment, (size_t)64 << 30), "the store");
  check(mdb_env_open(levels->environment, directory, MDB_NOTLS | MDB_NOSYNC | MDB_NORDAHEAD, 0600), "the store");
  check(mdb_txn_begin(levels->environment, 0, 0, &transaction), "a transaction");
  check(mdb_dbi_open(transaction, "levels", MDB_CREATE, &levels->table), "the table");
  for (uint64_t level = 0; level < products * warehouses; level++) {
    char product[32], warehouse[32], bytes[128];
    snprintf(product, sizeof product, "LP%010llu", (unsigned long long)(level / warehouses));
    snprintf(warehouse, sizeof warehouse, "L%03llu", (unsigned long long)(level % warehouses));
    int64_t row[row_words] = {1000000000, 0, 0, 0, 0, 0, 0, 1, 1795580400000000, (int64_t)level + 1, 0, 0, INT64_MAX};
    MDB_val key = {make_key(bytes, sizeof bytes, product, "", warehouse), bytes}, value = {sizeof row, row};
    check(mdb_put(transaction, levels->table, &key, &value, MDB_APPEND), "a row");
  }
  check(mdb_txn_commit(transaction), "a commit");
  check(mdb_txn_begin(levels->environment, 0, MDB_RDONLY, &levels->snapshot), "a snapshot");
  mdb_txn_reset(levels->snapshot);
  return levels;
}

void levels_begin(struct levels *levels) { check(mdb_txn_renew(levels->snapshot), "a snapshot"); }

void levels_end(struct levels *levels) { mdb_txn_reset(levels->snapshot); }

int levels_find(struct levels *levels, const char *product, const char *variant, const char *warehouse,
                int64_t row[row_words]) {
  char bytes[512];
  MDB_val key = {make_key(bytes, sizeof bytes, product, variant, warehouse), bytes}, value;
  if (!key.mv_size || mdb_get(levels->snapshot, levels->table, &key, &value)) return 0;
  if (value.mv_size != row_words * sizeof *row) return 0;
  memcpy(row, value.mv_data, value.mv_size);
  return 1;
}

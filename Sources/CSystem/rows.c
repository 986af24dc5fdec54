#define _GNU_SOURCE
#include "include/rows.h"

#include <sched.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/random.h>

enum { smallest_bits = 9, largest_bits = 31 };
enum { huge_page = 2 * 1024 * 1024 };

/// How many rows fit into `limit` bytes next to an index of 2^bits slots that they fill at most by half.
static uint64_t capacity_with(uint32_t bits, size_t limit) {
  uint64_t index = 8ull << bits;
  if (limit <= index) return 0;
  uint64_t rows = (limit - index) / sizeof(rows_row);
  return rows < (1ull << (bits - 1)) ? rows : 1ull << (bits - 1);
}

static size_t rounded(size_t bytes) { return (bytes + huge_page - 1) & ~(size_t)(huge_page - 1); }

rows_table *rows_create(size_t limit_bytes) {
  if (limit_bytes > (size_t)1 << 46) limit_bytes = (size_t)1 << 46;
  uint32_t bits = smallest_bits;
  for (uint32_t more = bits + 1; more <= largest_bits; more += 1)
    if (capacity_with(more, limit_bytes) > capacity_with(bits, limit_bytes)) bits = more;
  uint64_t capacity = capacity_with(bits, limit_bytes);
  if (capacity == 0) return NULL;

  rows_table *table = aligned_alloc(64, sizeof *table);
  if (table == NULL) return NULL;
  memset(table, 0, sizeof *table);
  if (getrandom(table->seeds, sizeof table->seeds, 0) != sizeof table->seeds) {
    free(table);
    return NULL;
  }
  // All generations of the index together take less than twice the last one.
  size_t index_bytes = rounded(16ull << bits), rows_bytes = rounded(capacity * sizeof(rows_row));
  table->mapping_bytes = index_bytes + rows_bytes + huge_page;
  table->mapping = mmap(NULL, table->mapping_bytes, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (table->mapping == MAP_FAILED) {
    free(table);
    return NULL;
  }
  char *start = (char *)rounded((size_t)table->mapping);
  // A random read then misses the TLB once less. Where huge pages are switched off this changes nothing.
  madvise(start, index_bytes + rows_bytes, MADV_HUGEPAGE);
  table->slots = (uint64_t *)start;
  table->rows = (rows_row *)(start + index_bytes);
  table->bits = smallest_bits;
  table->capacity = capacity;
  return table;
}

void rows_destroy(rows_table *table) {
  if (table == NULL) return;
  munmap(table->mapping, table->mapping_bytes);
  free(table);
}

static void fill_slot(rows_table *table, uint32_t bits, uint64_t slot) {
  uint64_t first = 1ull << bits;
  uint64_t at = (1ull << 32 | slot >> 32) >> (32 - bits);
  while (__atomic_load_n(&table->slots[at], __ATOMIC_RELAXED) != 0) at = ((at + 1) & (first - 1)) | first;
  __atomic_store_n(&table->slots[at], slot, __ATOMIC_RELEASE);
}

/// Moves the index to twice as many slots. A slot's place is the upper bits of what it holds, so both are walked in
/// order, and no key is hashed again.
static void grow_index(rows_table *table) {
  uint64_t old = 1ull << table->bits;
  for (uint64_t at = old; at < 2 * old; at += 1) {
    uint64_t slot = __atomic_load_n(&table->slots[at], __ATOMIC_RELAXED);
    if (slot != 0) fill_slot(table, table->bits + 1, slot);
  }
  __atomic_store_n(&table->bits, table->bits + 1, __ATOMIC_RELEASE);
  // Readers may still be in the old slots: they stay mapped and read as empty, upon which a reader looks again.
  madvise(&table->slots[old], 8 * old, MADV_DONTNEED);
}

static void store_values(rows_row *row, const rows_values *values) {
  __atomic_store_n(&row->updated_at, values->updated_at, __ATOMIC_RELAXED);
  __atomic_store_n(&row->values[0], values->on_hand, __ATOMIC_RELAXED);
  __atomic_store_n(&row->values[1], values->reserved, __ATOMIC_RELAXED);
  __atomic_store_n(&row->values[2], values->quarantined, __ATOMIC_RELAXED);
  __atomic_store_n(&row->values[3], values->incoming, __ATOMIC_RELAXED);
  __atomic_store_n(&row->values[4], values->safety_stock, __ATOMIC_RELAXED);
  __atomic_store_n(&row->values[5], values->reorder_point, __ATOMIC_RELAXED);
  __atomic_store_n(&row->values[6], values->reorder_quantity, __ATOMIC_RELAXED);
  __atomic_store_n(&row->values[7], values->version, __ATOMIC_RELAXED);
}

bool rows_put(rows_table *table, const void *key, size_t length, const rows_values *values) {
  if (length == 0 || length > rows_key_capacity) return false;
  rows_row *row = rows_find(table, key, length);
  if (row != NULL) {
    uint32_t lock = __atomic_load_n(&row->lock, __ATOMIC_RELAXED);
    __atomic_store_n(&row->lock, lock + 1, __ATOMIC_RELAXED);
    // Keeps the stores of the values from moving before the lock turned odd.
    __atomic_thread_fence(__ATOMIC_RELEASE);
    store_values(row, values);
    __atomic_store_n(&row->lock, lock + 2, __ATOMIC_RELEASE);
    return true;
  }
  if (table->count == table->capacity) return false;
  if (table->count == 1ull << (table->bits - 1)) grow_index(table);
  row = &table->rows[table->count];
  row->key_length = (uint16_t)length;
  memcpy(row->key_start, key, length < 48 ? length : 48);
  if (length > 48) memcpy(row->key_end, (const char *)key + 48, length - 48);
  store_values(row, values);
  uint64_t tag = rows_hash(table, key, length) >> 32;
  fill_slot(table, table->bits, tag << 32 | (table->count + 1));
  __atomic_store_n(&table->count, table->count + 1, __ATOMIC_RELEASE);
  return true;
}

uint64_t rows_count(const rows_table *table) { return __atomic_load_n(&table->count, __ATOMIC_ACQUIRE); }

uint64_t rows_capacity(const rows_table *table) { return table->capacity; }

uint64_t rows_bytes(const rows_table *table) {
  return rows_count(table) * sizeof(rows_row) + (8ull << __atomic_load_n(&table->bits, __ATOMIC_ACQUIRE));
}

void rows_pause(unsigned tries) {
  if (tries >= 64) {
    // The writer was stopped within an update: let it run.
    sched_yield();
    return;
  }
#if defined(__x86_64__)
  __builtin_ia32_pause();
#endif
}

#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "rows.h reads words of a key as little-endian numbers"
#endif

/// A table of fixed rows in memory that one thread, the writer, updates, and that any thread reads without a lock.
///
/// Rows lie densely in an array, 192 bytes each, and are never removed; their keys never change. An index of 8-byte
/// slots, open-addressed and at most half full, finds them by a keyed hash. Each row has a sequence lock: the writer
/// makes it odd, changes the values and makes it even again; a reader that met an odd or changed number reads again.

/// The longest key, in bytes, that a row can hold. Longer and empty keys are never in the table.
enum { rows_key_capacity = 112 };

/// What a row holds next to its key.
typedef struct rows_values {
  int64_t updated_at;
  int64_t on_hand;
  int64_t reserved;
  int64_t quarantined;
  int64_t incoming;
  int64_t safety_stock;
  int64_t reorder_point;
  int64_t reorder_quantity;
  int64_t version;
} rows_values;

/// One row: three cache lines, of which a read of a key of up to 48 bytes touches two.
typedef struct rows_row {
  /// Odd while the writer changes the values.
  uint32_t lock;
  uint16_t key_length;
  uint16_t unused;
  int64_t updated_at;
  /// Key bytes 0 to 47, then zeros.
  uint64_t key_start[6];
  /// on_hand to version, in the order of `rows_values`.
  int64_t values[8];
  /// Key bytes 48 to 111, then zeros.
  uint64_t key_end[8];
} rows_row;

_Static_assert(sizeof(rows_row) == 192, "a row is three cache lines");

/// A table. Its fields belong to the functions of this file.
///
/// Padded by hand to cache lines, because Swift does not see over-aligned types: `rows_create` aligns it.
typedef struct rows_table {
  /// 64-byte aligned.
  rows_row *rows;
  /// Every generation of the index: the one of 2^b slots lies at 2^b ..< 2^(b+1). A slot is 0, or the upper half of
  /// the key's hash and the row's number + 1.
  uint64_t *slots;
  uint64_t seeds[3];
  uint64_t capacity;
  /// The generation in use: log2 of its slots.
  uint32_t bits;
  uint32_t unused;
  void *mapping;
  /// Changes with every new row, and so has a line that no lookup reads.
  uint64_t count;
  size_t mapping_bytes;
  uint64_t padding[6];
  /// Alone in its line: it is written with every batch and read with every call.
  uint64_t published;
  uint64_t padding_after[7];
} rows_table;

_Static_assert(offsetof(rows_table, count) == 64, "the writer's line follows the readers'");
_Static_assert(offsetof(rows_table, published) == 128 && sizeof(rows_table) == 192, "a line of its own");

/// Makes an empty table for as many rows as fit, with their index, into `limit_bytes`; memory is taken as rows come.
/// Returns NULL where not a single row fits, or the system has no address space or no random seed to give.
rows_table *rows_create(size_t limit_bytes);

/// Gives the table back. No other thread may still use it.
void rows_destroy(rows_table *table);

/// Inserts or updates the row of `key`. Only the writer may call this.
/// Returns false, and changes nothing, where the key is new and the table is full, or the key does not fit.
bool rows_put(rows_table *table, const void *key, size_t length, const rows_values *values);

/// How many rows the table holds.
uint64_t rows_count(const rows_table *table);

/// How many rows the table can hold.
uint64_t rows_capacity(const rows_table *table);

/// How many bytes of memory the rows and their index take up by now.
uint64_t rows_bytes(const rows_table *table);

/// Waits a little for the writer, the longer the more often a reader has tried.
void rows_pause(unsigned tries);

/// Says that everything up to `sequence` can be read: all earlier `rows_put`s are seen by who reads this number.
static inline void rows_publish(rows_table *table, uint64_t sequence) {
  __atomic_store_n(&table->published, sequence, __ATOMIC_RELEASE);
}

/// The number that was published last, 0 before the first.
static inline uint64_t rows_published(const rows_table *table) {
  return __atomic_load_n(&table->published, __ATOMIC_ACQUIRE);
}

static inline uint64_t rows_word(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, sizeof word);
  return word;
}

/// The last `length % 8` bytes of a key as a number, padded with zeros. Reads nothing outside of the key.
static inline uint64_t rows_tail(const uint8_t *key, size_t length) {
  size_t rest = length % 8;
  if (rest == 0) return 0;
  if (length >= 8) return rows_word(key + length - 8) >> (8 * (8 - rest));
  if (rest >= 4) {
    uint32_t low, high;
    memcpy(&low, key, 4);
    memcpy(&high, key + rest - 4, 4);
    return low | ((uint64_t)high >> (8 * (8 - rest))) << 32;
  }
  return key[0] | (uint64_t)key[rest / 2] << (8 * (rest / 2)) | (uint64_t)key[rest - 1] << (8 * (rest - 1));
}

static inline uint64_t rows_fold(uint64_t a, uint64_t b) {
  unsigned __int128 product = (unsigned __int128)a * b;
  return (uint64_t)product ^ (uint64_t)(product >> 64);
}

/// The keyed hash of a key: multiply and fold, 16 bytes a step. Who does not know the seeds cannot make keys collide.
static inline uint64_t rows_hash(const rows_table *table, const uint8_t *key, size_t length) {
  uint64_t state = table->seeds[0] ^ length;
  size_t at = 0;
  for (; at + 16 <= length; at += 16)
    state = rows_fold(rows_word(key + at) ^ table->seeds[1], rows_word(key + at + 8) ^ state);
  uint64_t first = rows_tail(key, length), second = 0;
  if (at + 8 <= length) {
    second = first;
    first = rows_word(key + at);
  }
  return rows_fold(rows_fold(first ^ table->seeds[1], second ^ state), table->seeds[2]);
}

static inline bool rows_key_is(const rows_row *row, const uint8_t *key, size_t length) {
  if (row->key_length != length) return false;
  size_t words = length / 8;
  uint64_t different = 0;
  for (size_t word = 0; word < words; word += 1)
    different |= rows_word(key + 8 * word) ^ (word < 6 ? row->key_start[word] : row->key_end[word - 6]);
  if (length % 8 != 0)
    different |= rows_tail(key, length) ^ (words < 6 ? row->key_start[words] : row->key_end[words - 6]);
  return different == 0;
}

/// The row of `key`, or NULL. `length` is 1 to `rows_key_capacity`.
static inline rows_row *rows_find(const rows_table *table, const uint8_t *key, size_t length) {
  uint64_t tag = rows_hash(table, key, length) >> 32;
  for (;;) {
    uint32_t bits = __atomic_load_n(&table->bits, __ATOMIC_ACQUIRE);
    uint64_t first = 1ull << bits;
    uint64_t at = (1ull << 32 | tag) >> (32 - bits);
    for (;;) {
      // Acquires what the writer wrote before it filled the slot: the row's key, which never changes again.
      uint64_t slot = __atomic_load_n(&table->slots[at], __ATOMIC_ACQUIRE);
      if (slot == 0) break;
      if (slot >> 32 == tag) {
        rows_row *row = &table->rows[(uint32_t)slot - 1];
        __builtin_prefetch(row->values);
        if (rows_key_is(row, key, length)) return row;
      }
      at = ((at + 1) & (first - 1)) | first;
    }
    // An index that is no longer in use is emptied: what it lacks may be in its successor.
    if (__atomic_load_n(&table->bits, __ATOMIC_ACQUIRE) == bits) return NULL;
  }
}

/// Reads the row of `key` into `values`, whole as one `rows_put` left it. Any thread may call this at any time.
/// Returns false, and leaves `values` alone, where the table has no such row.
static inline bool rows_get(const rows_table *table, const void *key, size_t length, rows_values *values) {
  if (length == 0 || length > rows_key_capacity) return false;
  const rows_row *row = rows_find(table, (const uint8_t *)key, length);
  if (row == NULL) return false;
  for (unsigned tries = 0;; tries += 1) {
    uint32_t before = __atomic_load_n(&row->lock, __ATOMIC_ACQUIRE);
    if ((before & 1) == 0) {
      values->updated_at = __atomic_load_n(&row->updated_at, __ATOMIC_RELAXED);
      values->on_hand = __atomic_load_n(&row->values[0], __ATOMIC_RELAXED);
      values->reserved = __atomic_load_n(&row->values[1], __ATOMIC_RELAXED);
      values->quarantined = __atomic_load_n(&row->values[2], __ATOMIC_RELAXED);
      values->incoming = __atomic_load_n(&row->values[3], __ATOMIC_RELAXED);
      values->safety_stock = __atomic_load_n(&row->values[4], __ATOMIC_RELAXED);
      values->reorder_point = __atomic_load_n(&row->values[5], __ATOMIC_RELAXED);
      values->reorder_quantity = __atomic_load_n(&row->values[6], __ATOMIC_RELAXED);
      values->version = __atomic_load_n(&row->values[7], __ATOMIC_RELAXED);
      // Keeps the loads above from moving past the second look at the lock.
      __atomic_thread_fence(__ATOMIC_ACQUIRE);
      if (__atomic_load_n(&row->lock, __ATOMIC_RELAXED) == before) return true;
    }
    rows_pause(tries);
  }
}

/// Whether the table has a row for `key`. Any thread may call this at any time.
static inline bool rows_contains(const rows_table *table, const void *key, size_t length) {
  return length != 0 && length <= rows_key_capacity && rows_find(table, (const uint8_t *)key, length) != NULL;
}

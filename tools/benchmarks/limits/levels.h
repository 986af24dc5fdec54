// Levels in an LMDB table whose keys and rows are those of holdfastd (Sources/Engine/State).
#pragma once
#include <stdint.h>

enum { row_words = 13 };

struct levels;

// Makes a store in a directory that is empty, with the levels that `holdfast load --prepare` makes.
struct levels *levels_make(const char *directory, uint64_t products, uint64_t warehouses);

// Takes a snapshot to look levels up in, and gives it up again.
void levels_begin(struct levels *levels);
void levels_end(struct levels *levels);

// Copies the row of a level; 0 = there is none.
int levels_find(struct levels *levels, const char *product, const char *variant, const char *warehouse,
                int64_t row[row_words]);

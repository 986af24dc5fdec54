// What it costs to make a little durable: writes a block after the last one into a file that has its size already, as the
// journal does, and syncs it, over and over. Prints the median in nanoseconds.
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { block_bytes = 512, most = 4096 };

static int by_size(const void *left, const void *right) {
  long long a = *(const long long *)left, b = *(const long long *)right;
  return (a > b) - (a < b);
}

static long long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

int main(int argc, char **argv) {
  if (argc != 3) {
    fprintf(stderr, "sync_cost FILE SECONDS\n");
    return 2;
  }
  static char zeros[block_bytes * most], block[block_bytes];
  static long long costs[most];
  int file = open(argv[1], O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600), count = 0;
  if (file < 0 || write(file, zeros, sizeof zeros) != sizeof zeros || fsync(file)) {
    perror(argv[1]);
    return 1;
  }
  memset(block, 'x', sizeof block);
  for (long long end = now() + (long long)(atof(argv[2]) * 1e9); count < most && (now() < end || count < 16); count++) {
    long long start = now();
    if (pwrite(file, block, sizeof block, (off_t)count * block_bytes) != sizeof block || fdatasync(file)) {
      perror(argv[1]);
      return 1;
    }
    costs[count] = now() - start;
  }
  qsort(costs, (size_t)count, sizeof *costs, by_size);
  printf("%lld\n", costs[count / 2]);
  return unlink(argv[1]) != 0;
}

#define _GNU_SOURCE
#include "include/files.h"

#include <sys/syscall.h>
#include <sys/resource.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>
#if defined(__x86_64__)
#include <nmmintrin.h>
#endif

static int open_with(const char *path, int flags, int direct) {
  int descriptor = open(path, O_RDWR | O_CLOEXEC | flags | (direct ? O_DIRECT | O_DSYNC : 0), 0600);
  return descriptor < 0 ? -errno : descriptor;
}

int holdfast_open_file(const char *path, int direct) { return open_with(path, 0, direct); }

int holdfast_create_file(const char *path, int direct) { return open_with(path, O_CREAT | O_EXCL, direct); }

int holdfast_lock_file(const char *path) {
  int descriptor = open_with(path, O_CREAT, 0);
  if (descriptor < 0) return descriptor;
  // A holder that is going, or a child between fork and exec that has the descriptor too, is gone in a moment.
  for (int tries = 0; tries < 50; tries += 1) {
    if (flock(descriptor, LOCK_EX | LOCK_NB) == 0) return descriptor;
    if (errno != EWOULDBLOCK && errno != EINTR) break;
    usleep(10000);
  }
  int code = errno;
  close(descriptor);
  return -code;
}

int holdfast_allocate_file(int descriptor, off_t byte_count) { return -posix_fallocate(descriptor, 0, byte_count); }

ssize_t holdfast_write_at(int descriptor, const void *bytes, size_t count, off_t offset) {
  for (;;) {
    ssize_t written = pwrite(descriptor, bytes, count, offset);
    if (written >= 0) return written;
    if (errno != EINTR) return -errno;
  }
}

ssize_t holdfast_read_at(int descriptor, void *bytes, size_t count, off_t offset) {
  size_t done = 0;
  while (done < count) {
    ssize_t got = pread(descriptor, (char *)bytes + done, count - done, offset + (off_t)done);
    if (got == 0) break;
    if (got < 0) {
      if (errno == EINTR) continue;
      return -errno;
    }
    done += (size_t)got;
  }
  return (ssize_t)done;
}

int holdfast_sync_data(int descriptor) { return fdatasync(descriptor) == 0 ? 0 : -errno; }

int holdfast_sync_folder(const char *path) {
  int descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return -errno;
  int code = fsync(descriptor) == 0 ? 0 : -errno;
  close(descriptor);
  return code;
}

int64_t holdfast_file_length(int descriptor) {
  struct stat facts;
  return fstat(descriptor, &facts) == 0 ? (int64_t)facts.st_size : -errno;
}

int64_t holdfast_available_bytes(const char *path) {
  struct statvfs facts;
  if (statvfs(path, &facts) != 0) return -errno;
  return (int64_t)(facts.f_bavail * facts.f_frsize);
}

void *holdfast_allocate_pages(size_t byte_count) {
  void *pages = mmap(NULL, byte_count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return pages == MAP_FAILED ? NULL : pages;
}

const void *holdfast_map_file(int descriptor, size_t byte_count) {
  void *pages = mmap(NULL, byte_count, PROT_READ, MAP_SHARED, descriptor, 0);
  return pages == MAP_FAILED ? NULL : pages;
}

void holdfast_free_pages(const void *pages, size_t byte_count) {
  if (pages != NULL) munmap((void *)pages, byte_count);
}

static uint32_t crc_table[8][256];
static pthread_once_t crc_table_made = PTHREAD_ONCE_INIT;

static void make_crc_table(void) {
  for (uint32_t value = 0; value < 256; value++) {
    uint32_t crc = value;
    for (int bit = 0; bit < 8; bit++) crc = crc & 1 ? crc >> 1 ^ 0x82F63B78u : crc >> 1;
    crc_table[0][value] = crc;
  }
  for (int slice = 1; slice < 8; slice++)
    for (uint32_t value = 0; value < 256; value++) {
      uint32_t before = crc_table[slice - 1][value];
      crc_table[slice][value] = before >> 8 ^ crc_table[0][before & 0xFF];
    }
}

uint32_t holdfast_crc32c_portable(uint32_t crc, const void *bytes, size_t count) {
  pthread_once(&crc_table_made, make_crc_table);
  const uint8_t *next = bytes;
  crc = ~crc;
  while (count >= 8) {
    crc ^= (uint32_t)next[0] | (uint32_t)next[1] << 8 | (uint32_t)next[2] << 16 | (uint32_t)next[3] << 24;
    crc = crc_table[7][crc & 0xFF] ^ crc_table[6][crc >> 8 & 0xFF] ^ crc_table[5][crc >> 16 & 0xFF] ^
          crc_table[4][crc >> 24] ^ crc_table[3][next[4]] ^ crc_table[2][next[5]] ^ crc_table[1][next[6]] ^
          crc_table[0][next[7]];
    next += 8;
    count -= 8;
  }
  while (count-- > 0) crc = crc >> 8 ^ crc_table[0][(crc ^ *next++) & 0xFF];
  return ~crc;
}

#if defined(__x86_64__)
__attribute__((target("sse4.2"))) static uint32_t crc32c_sse42(uint32_t crc, const void *bytes, size_t count) {
  const uint8_t *next = bytes;
  uint64_t wide = ~crc;
  while (count >= 8) {
    uint64_t word;
    memcpy(&word, next, 8);
    wide = _mm_crc32_u64(wide, word);
    next += 8;
    count -= 8;
  }
  uint32_t narrow = (uint32_t)wide;
  while (count-- > 0) narrow = _mm_crc32_u8(narrow, *next++);
  return ~narrow;
}
#endif

uint32_t holdfast_crc32c(uint32_t crc, const void *bytes, size_t count) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("sse4.2")) return crc32c_sse42(crc, bytes, count);
#endif
  return holdfast_crc32c_portable(crc, bytes, count);
}

int holdfast_make_pipe(int *reading, int *writing) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return -errno;
  *reading = ends[0];
  *writing = ends[1];
  return 0;
}

void holdfast_lower_priority(void) {
  // On Linux both are those of a thread. The class "idle" of the disk's scheduler is 3, in the upper bits.
  setpriority(PRIO_PROCESS, 0, 10);
  syscall(SYS_ioprio_set, 1, 0, 3 << 13);
}

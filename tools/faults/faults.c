// A library for LD_PRELOAD that stands between a process and its files: it records every write below a folder in order,
// and kills the process or lets a call fail where it is told to. For tests.
//
//   HOLDFAST_FAULT_FOLDER  the folder; files elsewhere are left alone
//   HOLDFAST_FAULT_RECORD  file that the record is appended to (struct event); none: nothing is recorded
//   HOLDFAST_FAULT_NOTES   file whose writes are recorded as notes: what the process told the world, in its place
//   HOLDFAST_FAULT_NOSYNC  set: syncs return at once; for checks that end with their process
//   HOLDFAST_FAULT         rules, separated by commas: ACTION:CALL:FILE:N
//     ACTION  kill (before the call), killafter, torn (half of the write, then kill), short (half of the write, as if
//             that were all), EIO, ENOSPC, EMFILE (the call is not made), late-EIO (it is made, and is said to have failed)
//     CALL    write, sync, open, rename, unlink, truncate (and allocate), any
//     FILE    journal, prepared, state (of which meta: LMDB's first two pages; pages: the others), checkpoint, marker,
//             journal-folder, folder (any other), other, any
//     N       the n-th such call, counted from 1; "N+" from the n-th on
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind { START = 1, OPEN, CLOSE, WRITE, WRITTEN, SYNC, SYNCED, RENAME, UNLINK, MKDIR, RMDIR, TRUNCATE, ALLOCATE, NOTE };
enum call { CALL_WRITE, CALL_SYNC, CALL_OPEN, CALL_RENAME, CALL_UNLINK, CALL_TRUNCATE, CALL_ANY };
enum action { KILL, KILL_AFTER, TORN, SHORT, FAIL, FAIL_LATE };
static const char *const call_names[] = {"write", "sync", "open", "rename", "unlink", "truncate", "any"};

/// One thing that happened, followed by `path_length` bytes of path (two with a zero between for a rename) and
/// `data_length` bytes that were written. Flags of OPEN: 1 made, 2 emptied, 4 synced with each write, 8 a folder.
struct event {
  uint32_t magic;
  uint8_t kind, flags;
  uint16_t path_length;
  int32_t descriptor;
  uint32_t data_length;
  uint64_t offset;
  int64_t value;
  uint64_t number;
};

struct rule {
  enum action action;
  enum call call;
  char file[16];
  long at, seen;
  int goes_on, code;
};

#define DESCRIPTORS 65536
static char *paths[DESCRIPTORS];
static uint8_t synced_writes[DESCRIPTORS], is_notes[DESCRIPTORS];
static struct rule rules[16];
static int rule_count, log_descriptor = -1, skips_syncs;
static const char *folder, *notes;
static size_t folder_length;
static uint64_t next_number;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void die(void) {
  syscall(SYS_kill, getpid(), SIGKILL);
  for (;;) pause();
}

static void put(const void *bytes, size_t count) {
  while (count > 0) {
    long done = syscall(SYS_write, log_descriptor, bytes, count);
    if (done <= 0) abort();
    bytes = (const char *)bytes + done;
    count -= (size_t)done;
  }
}

static void record(
    enum kind kind, int flags, int descriptor, uint64_t offset, int64_t value, uint64_t number, const char *path,
    size_t path_length, const void *data, size_t data_length) {
  if (log_descriptor < 0) return;
  struct event event = {
      0x54464148, (uint8_t)kind, (uint8_t)flags, (uint16_t)path_length, descriptor, (uint32_t)data_length, offset, value, number,
  };
  put(&event, sizeof event);
  put(path, path_length);
  put(data, data_length);
}

static int is_ours(const char *path) {
  return folder != NULL && path != NULL && strncmp(path, folder, folder_length) == 0 &&
         (path[folder_length] == '/' || path[folder_length] == 0);
}

static int ends_with(const char *text, const char *end) {
  size_t length = strlen(text), wanted = strlen(end);
  return length >= wanted && strcmp(text + length - wanted, end) == 0;
}

static const char *class_of(const char *path, int is_folder) {
  if (is_folder) return ends_with(path, "/journal") ? "journal-folder" : "folder";
  if (ends_with(path, ".journal")) return "journal";
  if (ends_with(path, "/prepared")) return "prepared";
  if (strstr(path, "/checkpoints/") != NULL) return "checkpoint";
  if (ends_with(path, "/state/data.mdb")) return "state";
  if (strstr(path, "/marker") != NULL) return "marker";
  return "other";
}

/// The rule that this call is the one for; NULL where there is none. A call kills or fails by one rule at most.
static struct rule *match(enum call call, const char *path, int is_folder, int64_t offset) {
  const char *class = class_of(path, is_folder);
  const char *part = call != CALL_WRITE || strcmp(class, "state") != 0 ? class : offset < 8192 ? "meta" : "pages";
  for (int index = 0; index < rule_count; index++) {
    struct rule *rule = &rules[index];
    if (rule->call != CALL_ANY && rule->call != call) continue;
    if (strcmp(rule->file, "any") != 0 && strcmp(rule->file, class) != 0 && strcmp(rule->file, part) != 0) continue;
    rule->seen++;
    if (rule->seen == rule->at || (rule->goes_on && rule->seen > rule->at)) return rule;
  }
  return NULL;
}

/// Looks whether the call is to be killed or to fail; returns what is to happen after it, or NULL. Locks if it goes on.
static struct rule *begin(enum call call, const char *path, int is_folder, int64_t offset, int *code) {
  *code = 0;
  pthread_mutex_lock(&lock);
  struct rule *rule = match(call, path, is_folder, offset);
  if (rule != NULL && rule->action == KILL) die();
  if (rule != NULL && rule->action == FAIL) *code = rule->code;
  return rule;
}

static void end(struct rule *rule) {
  if (rule != NULL && rule->action == KILL_AFTER) die();
  pthread_mutex_unlock(&lock);
}

__attribute__((constructor)) static void prepare(void) {
  folder = getenv("HOLDFAST_FAULT_FOLDER");
  folder_length = folder == NULL ? 0 : strlen(folder);
  notes = getenv("HOLDFAST_FAULT_NOTES");
  skips_syncs = getenv("HOLDFAST_FAULT_NOSYNC") != NULL;
  const char *file = getenv("HOLDFAST_FAULT_RECORD");
  if (file != NULL) {
    log_descriptor = (int)syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (log_descriptor < 0) abort();
    record(START, 0, getpid(), 0, 0, 0, "", 0, "", 0);
  }
  const char *text = getenv("HOLDFAST_FAULT");
  while (text != NULL && *text != 0 && rule_count < 16) {
    char action[16], call[16], plus = 0;
    struct rule *rule = &rules[rule_count];
    if (sscanf(text, "%15[^:]:%15[^:]:%15[^:]:%ld%c", action, call, rule->file, &rule->at, &plus) < 4) {
      fprintf(stderr, "HOLDFAST_FAULT: not a rule: %s\n", text);
      abort();
    }
    rule->goes_on = plus == '+';
    rule->action = strcmp(action, "kill") == 0        ? KILL
                   : strcmp(action, "killafter") == 0 ? KILL_AFTER
                   : strcmp(action, "torn") == 0      ? TORN
                   : strcmp(action, "short") == 0     ? SHORT
                   : strncmp(action, "late-", 5) == 0 ? FAIL_LATE
                                                      : FAIL;
    rule->code = strstr(action, "ENOSPC") != NULL ? ENOSPC : strstr(action, "EMFILE") != NULL ? EMFILE : EIO;
    rule->call = CALL_ANY;
    for (int name = 0; name < CALL_ANY; name++)
      if (strcmp(call, call_names[name]) == 0) rule->call = (enum call)name;
    rule_count++;
    text = strchr(text, ',');
    if (text != NULL) text++;
  }
}

static int is_known(int descriptor) { return descriptor >= 0 && descriptor < DESCRIPTORS && paths[descriptor] != NULL; }

static int do_open(const char *path, int flags, mode_t mode) {
  if (notes != NULL && path != NULL && strcmp(path, notes) == 0) {
    int descriptor = (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
    if (descriptor >= 0 && descriptor < DESCRIPTORS) is_notes[descriptor] = 1;
    return descriptor;
  }
  if (!is_ours(path)) return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
  int code;
  struct rule *rule = begin(CALL_OPEN, path, (flags & O_DIRECTORY) != 0, 0, &code);
  struct stat facts;
  int existed = stat(path, &facts) == 0;
  int descriptor = code != 0 ? -1 : (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
  if (code != 0) errno = code;
  int kept = errno;
  if (descriptor >= 0 && descriptor < DESCRIPTORS && fstat(descriptor, &facts) == 0) {
    int is_folder = S_ISDIR(facts.st_mode);
    free(paths[descriptor]);
    paths[descriptor] = strdup(path);
    synced_writes[descriptor] = (flags & O_DSYNC) != 0;
    record(
        OPEN, (existed ? 0 : 1) | ((flags & O_TRUNC) ? 2 : 0) | ((flags & O_DSYNC) ? 4 : 0) | (is_folder ? 8 : 0), descriptor,
        0, (int64_t)facts.st_ino, 0, path, strlen(path), "", 0);
  }
  end(rule);
  errno = kept;
  return descriptor;
}

#define OPEN_LIKE(name)                              \
  int name(const char *path, int flags, ...) {       \
    mode_t mode = 0;                                 \
    if (flags & (O_CREAT | __O_TMPFILE)) {           \
      va_list list;                                  \
      va_start(list, flags);                         \
      mode = va_arg(list, mode_t);                   \
      va_end(list);                                  \
    }                                                \
    return do_open(path, flags, mode);               \
  }
OPEN_LIKE(open)
OPEN_LIKE(open64)
int __open_2(const char *path, int flags) { return do_open(path, flags, 0); }
int __open64_2(const char *path, int flags) { return do_open(path, flags, 0); }

int close(int descriptor) {
  if (is_known(descriptor)) {
    pthread_mutex_lock(&lock);
    record(CLOSE, 0, descriptor, 0, 0, 0, "", 0, "", 0);
    free(paths[descriptor]);
    paths[descriptor] = NULL;
    pthread_mutex_unlock(&lock);
  }
  if (descriptor >= 0 && descriptor < DESCRIPTORS) is_notes[descriptor] = 0;
  return (int)syscall(SYS_close, descriptor);
}

static ssize_t do_write(int descriptor, const void *bytes, size_t count, off_t offset) {
  int code;
  struct rule *rule = begin(CALL_WRITE, paths[descriptor], 0, offset, &code);
  uint64_t number = next_number++;
  if (rule != NULL && (rule->action == TORN || rule->action == SHORT)) count = count / 2 / 512 * 512;
  if (code != 0) {
    end(rule);
    errno = code;
    return -1;
  }
  // Others may go on meanwhile, but not where this one is the last that the process does.
  int is_last = rule != NULL && (rule->action == TORN || rule->action == KILL_AFTER);
  record(WRITE, synced_writes[descriptor], descriptor, (uint64_t)offset, 0, number, "", 0, bytes, count);
  if (!is_last) pthread_mutex_unlock(&lock);
  ssize_t done = syscall(SYS_pwrite64, descriptor, bytes, count, offset);
  int kept = errno;
  if (!is_last) pthread_mutex_lock(&lock);
  if (rule != NULL && rule->action == FAIL_LATE && done >= 0) {
    done = -1;
    kept = rule->code;
  }
  record(WRITTEN, 0, descriptor, 0, done, number, "", 0, "", 0);
  if (is_last) die();
  end(rule);
  errno = kept;
  return done;
}

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset) {
  if (!is_known(descriptor)) return syscall(SYS_pwrite64, descriptor, bytes, count, offset);
  return do_write(descriptor, bytes, count, offset);
}
ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t offset) {
  return pwrite(descriptor, bytes, count, offset);
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
  if (descriptor >= 0 && descriptor < DESCRIPTORS && is_notes[descriptor]) {
    pthread_mutex_lock(&lock);
    record(NOTE, 0, descriptor, 0, 0, 0, "", 0, bytes, count);
    ssize_t done = syscall(SYS_write, descriptor, bytes, count);
    pthread_mutex_unlock(&lock);
    return done;
  }
  if (!is_known(descriptor)) return syscall(SYS_write, descriptor, bytes, count);
  off_t offset = lseek(descriptor, 0, SEEK_CUR);
  ssize_t done = do_write(descriptor, bytes, count, offset);
  if (done > 0) lseek(descriptor, offset + done, SEEK_SET);
  return done;
}

static ssize_t write_parts(int descriptor, const struct iovec *parts, int count, off_t offset) {
  size_t total = 0;
  for (int part = 0; part < count; part++) total += parts[part].iov_len;
  char *bytes = malloc(total + 1);
  if (bytes == NULL) abort();
  size_t end = 0;
  for (int part = 0; part < count; end += parts[part].iov_len, part++)
    memcpy(bytes + end, parts[part].iov_base, parts[part].iov_len);
  ssize_t done = do_write(descriptor, bytes, total, offset);
  free(bytes);
  return done;
}

ssize_t pwritev(int descriptor, const struct iovec *parts, int count, off_t offset) {
  if (!is_known(descriptor)) return syscall(SYS_pwritev, descriptor, parts, count, offset, 0);
  return write_parts(descriptor, parts, count, offset);
}
ssize_t pwritev64(int descriptor, const struct iovec *parts, int count, off64_t offset) {
  return pwritev(descriptor, parts, count, offset);
}

ssize_t writev(int descriptor, const struct iovec *parts, int count) {
  if (!is_known(descriptor)) return syscall(SYS_writev, descriptor, parts, count);
  off_t offset = lseek(descriptor, 0, SEEK_CUR);
  ssize_t done = write_parts(descriptor, parts, count, offset);
  if (done > 0) lseek(descriptor, offset + done, SEEK_SET);
  return done;
}

static int do_sync(int descriptor, long call) {
  if (skips_syncs) return 0;
  if (!is_known(descriptor)) return (int)syscall(call, descriptor);
  struct stat facts;
  int is_folder = fstat(descriptor, &facts) == 0 && S_ISDIR(facts.st_mode);
  int code;
  struct rule *rule = begin(CALL_SYNC, paths[descriptor], is_folder, 0, &code);
  if (code != 0) {
    end(rule);
    errno = code;
    return -1;
  }
  uint64_t number = next_number++;
  record(SYNC, 0, descriptor, 0, 0, number, "", 0, "", 0);
  pthread_mutex_unlock(&lock);
  int answer = (int)syscall(call, descriptor);
  int kept = errno;
  pthread_mutex_lock(&lock);
  if (rule != NULL && rule->action == FAIL_LATE) {
    answer = -1;
    kept = rule->code;
  }
  record(SYNCED, 0, descriptor, 0, answer, number, "", 0, "", 0);
  end(rule);
  errno = kept;
  return answer;
}
int fsync(int descriptor) { return do_sync(descriptor, SYS_fsync); }
int fdatasync(int descriptor) { return do_sync(descriptor, SYS_fdatasync); }

int rename(const char *from, const char *to) {
  if (!is_ours(from) && !is_ours(to)) return (int)syscall(SYS_rename, from, to);
  int code;
  struct rule *rule = begin(CALL_RENAME, to, 0, 0, &code);
  int answer = code != 0 ? -1 : (int)syscall(SYS_rename, from, to);
  int kept = code != 0 ? code : errno;
  if (answer == 0) {
    size_t first = strlen(from), second = strlen(to);
    char both[first + second + 1];
    memcpy(both, from, first + 1);
    memcpy(both + first + 1, to, second);
    record(RENAME, 0, -1, 0, 0, 0, both, first + second + 1, "", 0);
    for (int descriptor = 0; descriptor < DESCRIPTORS; descriptor++)
      if (paths[descriptor] != NULL && strcmp(paths[descriptor], from) == 0) {
        free(paths[descriptor]);
        paths[descriptor] = strdup(to);
      }
  }
  end(rule);
  errno = kept;
  return answer;
}

static int do_name(enum call call, enum kind kind, long number, const char *path, mode_t mode) {
  if (!is_ours(path)) return (int)syscall(number, path, mode);
  int code;
  struct rule *rule = begin(call, path, kind == MKDIR || kind == RMDIR, 0, &code);
  int answer = code != 0 ? -1 : (int)syscall(number, path, mode);
  int kept = code != 0 ? code : errno;
  if (answer == 0) record(kind, 0, -1, 0, 0, 0, path, strlen(path), "", 0);
  end(rule);
  errno = kept;
  return answer;
}
int unlink(const char *path) { return do_name(CALL_UNLINK, UNLINK, SYS_unlink, path, 0); }
int rmdir(const char *path) { return do_name(CALL_UNLINK, RMDIR, SYS_rmdir, path, 0); }
int mkdir(const char *path, mode_t mode) { return do_name(CALL_OPEN, MKDIR, SYS_mkdir, path, mode); }

static int do_length(enum kind kind, int descriptor, off_t offset, off_t length, int mode) {
  int code = 0;
  struct rule *rule = NULL;
  int known = is_known(descriptor);
  if (known) rule = begin(CALL_TRUNCATE, paths[descriptor], 0, 0, &code);
  int answer = code != 0 ? -1
               : kind == TRUNCATE ? (int)syscall(SYS_ftruncate, descriptor, length)
                                  : (int)syscall(SYS_fallocate, descriptor, mode, offset, length);
  int kept = code != 0 ? code : errno;
  if (known && answer == 0) record(kind, 0, descriptor, (uint64_t)offset, (int64_t)length, 0, "", 0, "", 0);
  if (known) end(rule);
  errno = kept;
  return answer;
}
int ftruncate(int descriptor, off_t length) { return do_length(TRUNCATE, descriptor, 0, length, 0); }
int ftruncate64(int descriptor, off64_t length) { return do_length(TRUNCATE, descriptor, 0, length, 0); }
int fallocate(int descriptor, int mode, off_t offset, off_t length) {
  return do_length(ALLOCATE, descriptor, offset, length, mode);
}
int posix_fallocate(int descriptor, off_t offset, off_t length) {
  return do_length(ALLOCATE, descriptor, offset, length, 0) == 0 ? 0 : errno;
}
int posix_fallocate64(int descriptor, off64_t offset, off64_t length) {
  return posix_fallocate(descriptor, offset, length);
}

#pragma once
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// Opens an existing file for reading and writing, close-on-exec, or a negative errno.
/// `direct` asks for O_DIRECT and O_DSYNC: every write bypasses the page cache and is durable when it returns.
int holdfast_open_file(const char *path, int direct);

/// Makes a new file (-EEXIST when there is one), otherwise like `holdfast_open_file`.
int holdfast_create_file(const char *path, int direct);

/// Opens, or makes, the file and takes the exclusive advisory lock that lives as long as the descriptor;
/// a negative errno, -EWOULDBLOCK when another holder has it and does not let go within half a second.
int holdfast_lock_file(const char *path);

/// Reserves the blocks of a file up to `byte_count` and sets its length; 0, or a negative errno.
int holdfast_allocate_file(int descriptor, off_t byte_count);

/// Writes at `offset` with one call (more only where a signal cut it short before its first byte);
/// the bytes written, which may be fewer, or a negative errno.
ssize_t holdfast_write_at(int descriptor, const void *bytes, size_t count, off_t offset);

/// Reads at `offset` until `count` bytes are there or the file ends; the bytes read, or a negative errno.
ssize_t holdfast_read_at(int descriptor, void *bytes, size_t count, off_t offset);

/// Waits until the data of the file is on disk; 0, or a negative errno.
int holdfast_sync_data(int descriptor);

/// Waits until the names in a folder are on disk; 0, or a negative errno.
int holdfast_sync_folder(const char *path);

/// The length of the file, or a negative errno.
int64_t holdfast_file_length(int descriptor);

/// The bytes of the file's file system that this process may still use, or a negative errno.
int64_t holdfast_available_bytes(const char *path);

/// Zero-filled memory in whole pages, or null. Given back by `holdfast_free_pages`.
void *holdfast_allocate_pages(size_t byte_count);

/// The file, shared and read-only, or null.
const void *holdfast_map_file(int descriptor, size_t byte_count);

/// Gives back what `holdfast_allocate_pages` or `holdfast_map_file` gave.
void holdfast_free_pages(const void *pages, size_t byte_count);

/// Continues the CRC-32C (Castagnoli) `crc` over more bytes; starts with 0. Uses SSE4.2 where the processor has it.
uint32_t holdfast_crc32c(uint32_t crc, const void *bytes, size_t count);

/// The same by tables, on any processor.
uint32_t holdfast_crc32c_portable(uint32_t crc, const void *bytes, size_t count);

/// Makes a pipe whose ends are closed on exec: where to read, where to write; 0, or a negative errno.
int holdfast_make_pipe(int *reading, int *writing);

/// Lets the calling thread yield the processor and the disk to all others.
void holdfast_lower_priority(void);

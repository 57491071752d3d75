/* Journal: preloaded into a core process, it writes down every change that the process makes to files under one folder,
 * in the order in which they happen, and can play a disk that is full from the n-th change on. Linux only; compiled by
 * preload.ts when a campaign starts.
 *
 * SEANCES_JOURNAL_ROOT  the folder, absolute, without a slash at its end
 * SEANCES_JOURNAL_LOG   where the records go (outside of that folder); their form is read by journal.ts
 * SEANCES_JOURNAL_GATE  a file of two 64-bit numbers, shared with whoever steers: changes until the disk is full
 *                       (negative: never), and changes made so far
 *
 * One lock around each call and its record, shared with the job processes: what the log says happened in that order. A sync is written down and not
 * done: the disk of a campaign is the replayed one. What could go past the log (copies made by the kernel, clones) is
 * refused, so that the caller falls back to writes.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/fs.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { CREATE = 1, WRITE, TRUNCATE, SYNC, RENAME, UNLINK, MKDIR, RMDIR, LINK, UNKNOWN };

struct record {
  uint32_t kind, first, second, unused;
  uint64_t node, offset;
};

#define MAX_FD 4096
static unsigned char followed[MAX_FD];
static ino_t nodes[MAX_FD];
static char root[PATH_MAX];
static size_t root_length;
static int log_fd = -1;
static int64_t *gate;
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

#define REAL(type, name, ...)                                                                                          \
  static type (*real)(__VA_ARGS__);                                                                                    \
  if (!real) real = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

/* The kernel itself: the function of that name is ours below. */
static long kernel(long number, long a, long b, long c, long d, long e, long f) {
  REAL(long, syscall, long, ...);
  return real(number, a, b, c, d, e, f);
}
#define ARG(value) ((long)(value))
#define KERNEL_6(number, a, b, c, d, e, f, ...) kernel(number, ARG(a), ARG(b), ARG(c), ARG(d), ARG(e), ARG(f))
#define KERNEL(...) KERNEL_6(__VA_ARGS__, 0, 0, 0, 0, 0, 0)

static void take_turn(void) {
  pthread_mutex_lock(&turn);
  while (flock(log_fd, LOCK_EX) != 0 && errno == EINTR)
    ;
}
static void give_turn(void) {
  int kept = errno;
  flock(log_fd, LOCK_UN);
  pthread_mutex_unlock(&turn);
  errno = kept;
}

static ssize_t raw_writev(int fd, const struct iovec *parts, int count) {
  REAL(ssize_t, writev, int, const struct iovec *, int);
  return real(fd, parts, count);
}

__attribute__((constructor)) static void begin(void) {
  const char *from = getenv("SEANCES_JOURNAL_ROOT"), *to = getenv("SEANCES_JOURNAL_LOG");
  const char *shared = getenv("SEANCES_JOURNAL_GATE");
  if (!from || !to) return;
  root_length = strlen(from);
  if (root_length >= sizeof root) abort();
  memcpy(root, from, root_length + 1);
  log_fd = (int)KERNEL(SYS_openat, AT_FDCWD, to, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (log_fd < 0) abort();
  if (!shared) return;
  int fd = (int)KERNEL(SYS_openat, AT_FDCWD, shared, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0) abort();
  gate = mmap(NULL, 16, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (gate == MAP_FAILED) abort();
  close(fd);
}

/* The absolute path without "." and ".."; empty when it is not under the folder. */
static int under(int dir, const char *path, char *out) {
  char whole[PATH_MAX * 2];
  if (log_fd < 0 || !path) return 0;
  if (path[0] == '/') {
    if (strlen(path) >= sizeof whole) return 0;
    strcpy(whole, path);
  } else {
    char base[PATH_MAX], link[64];
    ssize_t length;
    if (dir == AT_FDCWD) strcpy(link, "/proc/self/cwd");
    else snprintf(link, sizeof link, "/proc/self/fd/%d", dir);
    length = readlink(link, base, sizeof base - 1);
    if (length < 0) return 0;
    base[length] = 0;
    snprintf(whole, sizeof whole, "%s/%s", base, path);
  }
  size_t at = 0;
  char *saved, *part;
  for (part = strtok_r(whole, "/", &saved); part; part = strtok_r(NULL, "/", &saved)) {
    if (strcmp(part, ".") == 0) continue;
    if (strcmp(part, "..") == 0) {
      while (at > 0 && out[--at] != '/')
        ;
      continue;
    }
    size_t length = strlen(part);
    if (at + length + 2 > PATH_MAX) return 0;
    out[at++] = '/';
    memcpy(out + at, part, length);
    at += length;
  }
  out[at] = 0;
  return strncmp(out, root, root_length) == 0 && (out[root_length] == '/' || out[root_length] == 0);
}

static void record(int kind, uint64_t node, uint64_t offset, const void *first, size_t first_length,
                   const void *second, size_t second_length) {
  struct record head = {(uint32_t)kind, (uint32_t)first_length, (uint32_t)second_length, 0x4c4e524a, node, offset};
  struct iovec parts[3] = {
      {&head, sizeof head}, {(void *)first, first_length}, {(void *)second, second_length}};
  int kept = errno;
  if (raw_writev(log_fd, parts, 3) != (ssize_t)(sizeof head + first_length + second_length)) abort();
  errno = kept;
}

static void record_path(int kind, uint64_t node, const char *path) {
  record(kind, node, 0, path, strlen(path), NULL, 0);
}

/* Counts a change that needs room; whether there is none left. */
static int is_full(void) {
  if (!gate) return 0;
  __atomic_add_fetch(&gate[1], 1, __ATOMIC_SEQ_CST);
  int64_t left = __atomic_load_n(&gate[0], __ATOMIC_SEQ_CST);
  if (left < 0) return 0;
  if (left == 0) return 1;
  __atomic_store_n(&gate[0], left - 1, __ATOMIC_SEQ_CST);
  return 0;
}

static int is_followed(int fd) {
  if (log_fd < 0 || fd < 0 || fd >= MAX_FD || !followed[fd]) return 0;
  struct stat now;
  if (fstat(fd, &now) == 0 && now.st_ino == nodes[fd]) return 1;
  followed[fd] = 0;
  return 0;
}

static int opened(int dir, const char *path, int flags, mode_t mode, int (*really)(int, const char *, int, mode_t)) {
  char full[PATH_MAX];
  if (!under(dir, path, full)) return really(dir, path, flags, mode);
  take_turn();
  struct stat before, after;
  int was = stat(full, &before) == 0;
  int fd = -1;
  if ((flags & O_CREAT) && !was && is_full()) errno = ENOSPC;
  else fd = really(dir, path, flags, mode);
  if (fd >= 0 && fstat(fd, &after) == 0) {
    if (fd >= MAX_FD) abort();
    followed[fd] = 1;
    nodes[fd] = after.st_ino;
    if (!was && (flags & O_CREAT)) record_path(CREATE, after.st_ino, full);
    else if (S_ISREG(after.st_mode) && (flags & O_TRUNC) && (flags & O_ACCMODE) != O_RDONLY)
      record(TRUNCATE, after.st_ino, 0, NULL, 0, NULL, 0);
  }
  give_turn();
  return fd;
}

static int real_openat(int dir, const char *path, int flags, mode_t mode) {
  return (int)KERNEL(SYS_openat, dir, path, flags, mode);
}

#define MODE_OF(flags)                                                                                                 \
  mode_t mode = 0;                                                                                                     \
  if ((flags) & (O_CREAT | __O_TMPFILE)) {                                                                             \
    va_list rest;                                                                                                      \
    va_start(rest, flags);                                                                                             \
    mode = va_arg(rest, mode_t);                                                                                       \
    va_end(rest);                                                                                                      \
  }

int open(const char *path, int flags, ...) {
  MODE_OF(flags)
  return opened(AT_FDCWD, path, flags, mode, real_openat);
}
int open64(const char *path, int flags, ...) {
  MODE_OF(flags)
  return opened(AT_FDCWD, path, flags, mode, real_openat);
}
int openat(int dir, const char *path, int flags, ...) {
  MODE_OF(flags)
  return opened(dir, path, flags, mode, real_openat);
}
int openat64(int dir, const char *path, int flags, ...) {
  MODE_OF(flags)
  return opened(dir, path, flags, mode, real_openat);
}
int creat(const char *path, mode_t mode) {
  return opened(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode, real_openat);
}
int creat64(const char *path, mode_t mode) {
  return opened(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode, real_openat);
}

int close(int fd) {
  REAL(int, close, int);
  if (fd >= 0 && fd < MAX_FD) followed[fd] = 0;
  return real(fd);
}

/* Writes parts at an offset, or where the descriptor stands when it is negative. */
static ssize_t written(int fd, const struct iovec *parts, int count, off_t offset) {
  take_turn();
  ssize_t done = -1;
  off_t at = offset;
  if (is_full()) errno = ENOSPC;
  else {
    if (at < 0) {
      struct stat now;
      int appends = fcntl(fd, F_GETFL) & O_APPEND;
      at = appends && fstat(fd, &now) == 0 ? now.st_size : lseek(fd, 0, SEEK_CUR);
    }
    done = offset < 0 ? raw_writev(fd, parts, count) : (ssize_t)KERNEL(SYS_pwritev, fd, parts, count, offset, 0);
  }
  off_t from = at;
  ssize_t left = done;
  for (int part = 0; part < count && left > 0; part++) {
    size_t length = parts[part].iov_len < (size_t)left ? parts[part].iov_len : (size_t)left;
    if (length > 0) record(WRITE, nodes[fd], (uint64_t)from, parts[part].iov_base, length, NULL, 0);
    from += (off_t)length;
    left -= (ssize_t)length;
  }
  give_turn();
  return done;
}

ssize_t write(int fd, const void *bytes, size_t length) {
  REAL(ssize_t, write, int, const void *, size_t);
  if (!is_followed(fd)) return real(fd, bytes, length);
  struct iovec part = {(void *)bytes, length};
  return written(fd, &part, 1, -1);
}
ssize_t writev(int fd, const struct iovec *parts, int count) {
  return is_followed(fd) ? written(fd, parts, count, -1) : raw_writev(fd, parts, count);
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) {
  struct iovec part = {(void *)bytes, length};
  if (is_followed(fd)) return written(fd, &part, 1, offset);
  return (ssize_t)KERNEL(SYS_pwrite64, fd, bytes, length, offset);
}
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) {
  return pwrite(fd, bytes, length, offset);
}
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t offset) {
  if (is_followed(fd)) return written(fd, parts, count, offset);
  return (ssize_t)KERNEL(SYS_pwritev, fd, parts, count, offset, 0);
}
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t offset) {
  return pwritev(fd, parts, count, offset);
}

int ftruncate(int fd, off_t size) {
  REAL(int, ftruncate, int, off_t);
  if (!is_followed(fd)) return real(fd, size);
  take_turn();
  struct stat now;
  int grows = fstat(fd, &now) == 0 && size > now.st_size;
  int answer = -1;
  if (grows && is_full()) errno = ENOSPC;
  else answer = real(fd, size);
  if (answer == 0) record(TRUNCATE, nodes[fd], (uint64_t)size, NULL, 0, NULL, 0);
  give_turn();
  return answer;
}
int ftruncate64(int fd, off64_t size) { return ftruncate(fd, size); }

int truncate(const char *path, off_t size) {
  REAL(int, truncate, const char *, off_t);
  char full[PATH_MAX];
  if (!under(AT_FDCWD, path, full)) return real(path, size);
  take_turn();
  struct stat now;
  int answer = real(path, size);
  if (answer == 0 && stat(full, &now) == 0) record(TRUNCATE, now.st_ino, (uint64_t)size, NULL, 0, NULL, 0);
  give_turn();
  return answer;
}
int truncate64(const char *path, off64_t size) { return truncate(path, size); }

static int synced(int fd) {
  take_turn();
  record(SYNC, nodes[fd], 0, NULL, 0, NULL, 0);
  give_turn();
  return 0;
}
int fsync(int fd) {
  REAL(int, fsync, int);
  return is_followed(fd) ? synced(fd) : real(fd);
}
int fdatasync(int fd) {
  REAL(int, fdatasync, int);
  return is_followed(fd) ? synced(fd) : real(fd);
}

/* A file shared with memory is written behind the journal: only SQLite's index of its log may be, which it makes anew. */
static int is_index(int fd) {
  char link[64], name[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, name, sizeof name);
  return length > 4 && memcmp(name + length - 4, "-shm", 4) == 0;
}
void *mmap64(void *at, size_t length, int protection, int flags, int fd, off64_t offset) {
  REAL(void *, mmap64, void *, size_t, int, int, int, off64_t);
  if ((flags & MAP_SHARED) && (protection & PROT_WRITE) && is_followed(fd) && !is_index(fd)) {
    take_turn();
    record_path(UNKNOWN, nodes[fd], "mmap");
    give_turn();
  }
  return real(at, length, protection, flags, fd, offset);
}

static int renamed(int from_dir, const char *from, int to_dir, const char *to) {
  char source[PATH_MAX], target[PATH_MAX];
  int is_source = under(from_dir, from, source), is_target = under(to_dir, to, target);
  if (!is_source && !is_target) return (int)KERNEL(SYS_renameat, from_dir, from, to_dir, to);
  take_turn();
  int answer = (int)KERNEL(SYS_renameat, from_dir, from, to_dir, to);
  if (answer == 0) {
    if (is_source && is_target) record(RENAME, 0, 0, source, strlen(source), target, strlen(target));
    else record_path(UNKNOWN, 0, "rename over the border");
  }
  give_turn();
  return answer;
}
int rename(const char *from, const char *to) { return renamed(AT_FDCWD, from, AT_FDCWD, to); }
int renameat(int from_dir, const char *from, int to_dir, const char *to) {
  return renamed(from_dir, from, to_dir, to);
}

static int gone(int dir, const char *path, int flags) {
  char full[PATH_MAX];
  if (!under(dir, path, full)) return (int)KERNEL(SYS_unlinkat, dir, path, flags);
  take_turn();
  int answer = (int)KERNEL(SYS_unlinkat, dir, path, flags);
  if (answer == 0) record_path((flags & AT_REMOVEDIR) ? RMDIR : UNLINK, 0, full);
  give_turn();
  return answer;
}
int unlink(const char *path) { return gone(AT_FDCWD, path, 0); }
int unlinkat(int dir, const char *path, int flags) { return gone(dir, path, flags); }
int rmdir(const char *path) { return gone(AT_FDCWD, path, AT_REMOVEDIR); }
int remove(const char *path) {
  int answer = gone(AT_FDCWD, path, 0);
  return answer != 0 && errno == EISDIR ? gone(AT_FDCWD, path, AT_REMOVEDIR) : answer;
}

int mkdirat(int dir, const char *path, mode_t mode) {
  char full[PATH_MAX];
  if (!under(dir, path, full)) return (int)KERNEL(SYS_mkdirat, dir, path, mode);
  take_turn();
  struct stat made;
  int answer = -1;
  if (stat(full, &made) != 0 && is_full()) errno = ENOSPC;
  else answer = (int)KERNEL(SYS_mkdirat, dir, path, mode);
  if (answer == 0 && stat(full, &made) == 0) record_path(MKDIR, made.st_ino, full);
  give_turn();
  return answer;
}
int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }

int linkat(int from_dir, const char *from, int to_dir, const char *to, int flags) {
  char source[PATH_MAX], target[PATH_MAX];
  int is_source = under(from_dir, from, source), is_target = under(to_dir, to, target);
  take_turn();
  int answer = (int)KERNEL(SYS_linkat, from_dir, from, to_dir, to, flags);
  if (answer == 0 && is_target) {
    if (is_source) record(LINK, 0, 0, source, strlen(source), target, strlen(target));
    else record_path(UNKNOWN, 0, "link over the border");
  }
  give_turn();
  return answer;
}
int link(const char *from, const char *to) { return linkat(AT_FDCWD, from, AT_FDCWD, to, 0); }

/* Copies by the kernel would go past the journal: refused, the caller then reads and writes. */
ssize_t sendfile64(int to, int from, off64_t *offset, size_t length) {
  REAL(ssize_t, sendfile64, int, int, off64_t *, size_t);
  if (!is_followed(to)) return real(to, from, offset, length);
  errno = EINVAL;
  return -1;
}
ssize_t sendfile(int to, int from, off_t *offset, size_t length) { return sendfile64(to, from, offset, length); }
ssize_t copy_file_range(int from, off64_t *at, int to, off64_t *there, size_t length, unsigned flags) {
  REAL(ssize_t, copy_file_range, int, off64_t *, int, off64_t *, size_t, unsigned);
  if (!is_followed(to)) return real(from, at, to, there, length, flags);
  errno = ENOSYS;
  return -1;
}
int ioctl(int fd, unsigned long request, ...) {
  REAL(int, ioctl, int, unsigned long, ...);
  va_list rest;
  va_start(rest, request);
  void *argument = va_arg(rest, void *);
  va_end(rest);
  if ((request == FICLONE || request == FICLONERANGE) && is_followed(fd)) {
    errno = EOPNOTSUPP;
    return -1;
  }
  return real(fd, request, argument);
}
int fallocate(int fd, int mode, off_t offset, off_t length) {
  REAL(int, fallocate, int, int, off_t, off_t);
  if (!is_followed(fd)) return real(fd, mode, offset, length);
  errno = EOPNOTSUPP;
  return -1;
}
int fallocate64(int fd, int mode, off64_t offset, off64_t length) { return fallocate(fd, mode, offset, length); }
int posix_fallocate(int fd, off_t offset, off_t length) {
  REAL(int, posix_fallocate, int, off_t, off_t);
  return is_followed(fd) ? EOPNOTSUPP : real(fd, offset, length);
}
int posix_fallocate64(int fd, off64_t offset, off64_t length) { return posix_fallocate(fd, offset, length); }

/* What libuv asks of the kernel without a function of the C library. */
long syscall(long number, ...) {
  long given[6];
  va_list rest;
  va_start(rest, number);
  for (int at = 0; at < 6; at++) given[at] = va_arg(rest, long);
  va_end(rest);
  if (number == SYS_copy_file_range && is_followed((int)given[2])) {
    errno = ENOSYS;
    return -1;
  }
  return kernel(number, given[0], given[1], given[2], given[3], given[4], given[5]);
}

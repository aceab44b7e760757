/*
 * A disk that fails, for one program: loaded before the C library, it counts
 * the calls that write to files under a folder, and lets some of them fail.
 *
 *   FAULT_UNDER    the folder
 *   FAULT_AT       which call fails, from 1; 0 for none
 *   FAULT_ERRNO    how it fails, as a number
 *   FAULT_ON       if set, all calls after it fail too
 *   FAULT_SHORT    if set, a write that fails first writes half of what it should
 *   FAULT_READS    if set, calls that read count too
 *   FAULT_SYNCS    if set, only calls that bring files to the disk count
 *   FAULT_FOLDERS  if set, only calls that bring folders to the disk count
 *   FAULT_CONTROL  instead of all that but the folder: writing fails for as
 *                  long as this file is there, with the number that is in it
 *   FAULT_TOLD     a file to which each failure is told, a line each
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_long calls;

static const char *set(const char *name) {
    const char *value = getenv(name);
    return value && *value ? value : NULL;
}

static long number(const char *name) {
    const char *value = set(name);
    return value ? atol(value) : 0;
}

static int is_under(const char *path) {
    const char *folder = set("FAULT_UNDER");
    size_t length = folder ? strlen(folder) : 0;
    return length && !strncmp(path, folder, length) && (path[length] == '/' || !path[length]);
}

/* Not by the functions below. */
static void tell(const char *call, const char *path) {
    const char *file = set("FAULT_TOLD");
    if (!file) return;
    char line[PATH_MAX + 64];
    int length = snprintf(line, sizeof line, "%s %s\n", call, path);
    int fd = syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (fd < 0) return;
    syscall(SYS_write, fd, line, length);
    syscall(SYS_close, fd);
}

/* The error of the control file, 0 without one. */
static int control(const char *file) {
    char text[16] = {0};
    int fd = syscall(SYS_openat, AT_FDCWD, file, O_RDONLY, 0);
    if (fd < 0) return 0;
    long length = syscall(SYS_read, fd, text, sizeof text - 1);
    syscall(SYS_close, fd);
    return length > 0 ? atoi(text) : EIO;
}

/* The error with which this call fails, 0 if it does not. */
static int fault(const char *call, const char *path, int reads) {
    if (!is_under(path)) return 0;
    if (set("FAULT_SYNCS") && !strstr(call, "sync")) return 0;
    if (set("FAULT_FOLDERS") && strcmp(call, "fsync")) return 0;
    int error = 0;
    const char *file = set("FAULT_CONTROL");
    if (file) {
        error = reads ? 0 : control(file);
    } else if (!reads || set("FAULT_READS")) {
        long at = number("FAULT_AT"), now = atomic_fetch_add(&calls, 1) + 1;
        if (at > 0 && (now == at || (now > at && set("FAULT_ON")))) error = number("FAULT_ERRNO");
    }
    if (error) tell(call, path);
    return error;
}

static int fault_of(const char *call, int fd, int reads) {
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    long length = fd < 0 ? -1 : syscall(SYS_readlinkat, AT_FDCWD, link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return fault(call, path, reads);
}

/* The path of a name, as far as it is under the folder. */
static int fault_at(const char *call, int folder, const char *name, int reads) {
    char link[64], path[PATH_MAX];
    if (name[0] == '/') return fault(call, name, reads);
    if (folder == AT_FDCWD) {
        if (syscall(SYS_getcwd, path, sizeof path) < 0) return 0;
    } else {
        snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
        long length = syscall(SYS_readlinkat, AT_FDCWD, link, path, sizeof path - 1);
        if (length < 0) return 0;
        path[length] = 0;
    }
    size_t length = strlen(path);
    snprintf(path + length, sizeof path - length, "/%s", name);
    return fault(call, path, reads);
}

#define REAL(name) ((typeof(&name))dlsym(RTLD_NEXT, #name))
#define REFUSE(error)         \
    do {                      \
        int why = (error);    \
        if (why) {            \
            errno = why;      \
            return -1;        \
        }                     \
    } while (0)

static int is_read(int flags) {
    return (flags & O_ACCMODE) == O_RDONLY && !(flags & (O_CREAT | O_TRUNC));
}

#define OPEN(name)                                                        \
    int name(const char *path, int flags, ...) {                          \
        va_list rest;                                                     \
        va_start(rest, flags);                                            \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
        va_end(rest);                                                     \
        REFUSE(fault_at("open", AT_FDCWD, path, is_read(flags)));         \
        return REAL(name)(path, flags, mode);                             \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                      \
    int name(int folder, const char *path, int flags, ...) {              \
        va_list rest;                                                     \
        va_start(rest, flags);                                            \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
        va_end(rest);                                                     \
        REFUSE(fault_at("open", folder, path, is_read(flags)));           \
        return REAL(name)(folder, path, flags, mode);                     \
    }
OPENAT(openat)
OPENAT(openat64)

ssize_t write(int fd, const void *bytes, size_t count) {
    int error = fault_of("write", fd, 0);
    if (error && set("FAULT_SHORT") && count > 1) return REAL(write)(fd, bytes, count / 2);
    REFUSE(error);
    return REAL(write)(fd, bytes, count);
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
    REFUSE(fault_of("write", fd, 0));
    return REAL(writev)(fd, parts, count);
}

#define PWRITE(name, offset_t)                                            \
    ssize_t name(int fd, const void *bytes, size_t count, offset_t at) {  \
        int error = fault_of("pwrite", fd, 0);                            \
        if (error && set("FAULT_SHORT") && count > 1)                     \
            return REAL(name)(fd, bytes, count / 2, at);                  \
        REFUSE(error);                                                    \
        return REAL(name)(fd, bytes, count, at);                          \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

ssize_t read(int fd, void *bytes, size_t count) {
    REFUSE(fault_of("read", fd, 1));
    return REAL(read)(fd, bytes, count);
}

#define PREAD(name, offset_t)                                             \
    ssize_t name(int fd, void *bytes, size_t count, offset_t at) {        \
        REFUSE(fault_of("pread", fd, 1));                                 \
        return REAL(name)(fd, bytes, count, at);                          \
    }
PREAD(pread, off_t)
PREAD(pread64, off64_t)

static int is_folder(int fd) {
    struct stat data;
    return !fstat(fd, &data) && S_ISDIR(data.st_mode);
}

int fsync(int fd) {
    if (set("FAULT_FOLDERS") && !is_folder(fd)) return REAL(fsync)(fd);
    REFUSE(fault_of("fsync", fd, 0));
    return REAL(fsync)(fd);
}

int fdatasync(int fd) {
    REFUSE(fault_of("fdatasync", fd, 0));
    return REAL(fdatasync)(fd);
}

int ftruncate(int fd, off_t length) {
    REFUSE(fault_of("ftruncate", fd, 0));
    return REAL(ftruncate)(fd, length);
}

int ftruncate64(int fd, off64_t length) {
    REFUSE(fault_of("ftruncate", fd, 0));
    return REAL(ftruncate64)(fd, length);
}

int rename(const char *from, const char *to) {
    REFUSE(fault_at("rename", AT_FDCWD, to, 0));
    return REAL(rename)(from, to);
}

int link(const char *from, const char *to) {
    REFUSE(fault_at("link", AT_FDCWD, to, 0));
    return REAL(link)(from, to);
}

int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags) {
    REFUSE(fault_at("link", to_folder, to, 0));
    return REAL(linkat)(from_folder, from, to_folder, to, flags);
}

int unlink(const char *path) {
    REFUSE(fault_at("unlink", AT_FDCWD, path, 0));
    return REAL(unlink)(path);
}

int unlinkat(int folder, const char *path, int flags) {
    REFUSE(fault_at("unlink", folder, path, 0));
    return REAL(unlinkat)(folder, path, flags);
}

int mkdir(const char *path, mode_t mode) {
    REFUSE(fault_at("mkdir", AT_FDCWD, path, 0));
    return REAL(mkdir)(path, mode);
}

#define MMAP(name, offset_t)                                              \
    void *name(void *where, size_t length, int rights, int flags, int fd, offset_t at) { \
        int error = fd < 0 ? 0 : fault_of("mmap", fd, !(rights & PROT_WRITE)); \
        if (error) {                                                      \
            errno = error;                                                \
            return MAP_FAILED;                                            \
        }                                                                 \
        return REAL(name)(where, length, rights, flags, fd, at);          \
    }
MMAP(mmap, off_t)
MMAP(mmap64, off64_t)

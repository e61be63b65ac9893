/* Makes the n-th write, sync, truncation or rename below a folder fail, or the process die there.
 *
 * RUNG_FAULT_DIR  the folder (a path prefix)
 * RUNG_FAULT_AT   which call fails, from 1; 0 only counts
 * RUNG_FAULT_HOW  an errno, or "die"
 * RUNG_FAULT_LOG  where the number of calls is written on every call
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static long calls = 0;

static int below(const char *path) {
    const char *folder = getenv("RUNG_FAULT_DIR");
    return folder && path && strncmp(path, folder, strlen(folder)) == 0;
}

static int below_fd(int fd) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, sizeof path - 1);
    if (n < 0) return 0;
    path[n] = 0;
    return below(path);
}

static int hit(void) {
    const char *at = getenv("RUNG_FAULT_AT"), *how = getenv("RUNG_FAULT_HOW");
    const char *log = getenv("RUNG_FAULT_LOG");
    calls++;
    if (log) {
        FILE *file = fopen(log, "w");
        if (file) { fprintf(file, "%ld", calls); fclose(file); }
    }
    if (!at || atol(at) != calls) return 0;
    if (how && strcmp(how, "die") == 0) _exit(9);
    errno = how ? atoi(how) : EIO;
    return 1;
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = dlsym(RTLD_NEXT, #name)

ssize_t write(int fd, const void *b, size_t n) { REAL(write); return below_fd(fd) && hit() ? -1 : real(fd, b, n); }
ssize_t pwrite(int fd, const void *b, size_t n, off_t o) { REAL(pwrite); return below_fd(fd) && hit() ? -1 : real(fd, b, n, o); }
ssize_t pwrite64(int fd, const void *b, size_t n, off64_t o) { REAL(pwrite64); return below_fd(fd) && hit() ? -1 : real(fd, b, n, o); }
int fsync(int fd) { REAL(fsync); return below_fd(fd) && hit() ? -1 : real(fd); }
int fdatasync(int fd) { REAL(fdatasync); return below_fd(fd) && hit() ? -1 : real(fd); }
int ftruncate(int fd, off_t n) { REAL(ftruncate); return below_fd(fd) && hit() ? -1 : real(fd, n); }
int ftruncate64(int fd, off64_t n) { REAL(ftruncate64); return below_fd(fd) && hit() ? -1 : real(fd, n); }
int rename(const char *a, const char *b) { REAL(rename); return below(b) && hit() ? -1 : real(a, b); }

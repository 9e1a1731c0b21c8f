#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static isnad_status io_error(isnad_err *err, const char *path, const char *what) {
  return isnad_err_set(err, ISNAD_IO, "file", (isnad_span){0, 0}, "%s: %s: %s", path, what, strerror(errno));
}

static bool write_all(int fd, isnad_slice bytes) {
  for (size_t done = 0; done < bytes.length;) {
    ssize_t wrote = write(fd, bytes.bytes + done, bytes.length - done);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) return false;
    done += (size_t)wrote;
  }
  return true;
}

static bool sync_folder_of(const char *path) {
  char folder[4096];
  const char *slash = strrchr(path, '/');
  size_t length = slash != NULL ? (size_t)(slash - path) : 0;
  if (length >= sizeof folder) return false;
  memcpy(folder, path, length);
  folder[length] = '\0';
  int fd = open(slash == NULL ? "." : length == 0 ? "/" : folder, O_RDONLY);
  if (fd < 0) return false;
  bool good = fsync(fd) == 0;
  close(fd);
  return good;
}

isnad_status file_write_atomic(const char *path, isnad_slice bytes, isnad_err *err) {
  char temporary[4096];
  int length = snprintf(temporary, sizeof temporary, "%s.XXXXXX", path);
  if (length < 0 || (size_t)length >= sizeof temporary) return isnad_err_set(err, ISNAD_BAD_ARGUMENT, "file", (isnad_span){0, 0}, "path too long");
  int fd = mkstemp(temporary);
  if (fd < 0) return io_error(err, path, "cannot create");
  bool good = write_all(fd, bytes) && fsync(fd) == 0;
  int saved = errno;
  if (close(fd) != 0 && good) {
    good = false;
    saved = errno;
  }
  if (good && rename(temporary, path) == 0) {
    if (sync_folder_of(path)) return ISNAD_OK;
    return io_error(err, path, "cannot sync its folder");
  }
  if (good) saved = errno;
  unlink(temporary);
  errno = saved;
  return io_error(err, path, "cannot write");
}

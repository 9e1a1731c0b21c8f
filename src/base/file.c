#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
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

/* Makes a new file beside `path`: as readable to others as the file that it will replace, or as any new file of this user. */
static int create_beside(const char *path, char *temporary, size_t room) {
  struct stat old;
  int fd = -1;
  errno = EEXIST;
  for (unsigned attempt = 0; fd < 0 && errno == EEXIST && attempt < 1000; attempt++) {
    int length = snprintf(temporary, room, "%s.%ld-%u.tmp", path, (long)getpid(), attempt);
    if (length < 0 || (size_t)length >= room) {
      errno = ENAMETOOLONG;
      return -1;
    }
    fd = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  }
  if (fd >= 0 && stat(path, &old) == 0) (void)fchmod(fd, old.st_mode & 0777);
  return fd;
}

isnad_status file_write_atomic(const char *path, isnad_slice bytes, isnad_err *err) {
  char temporary[4096];
  int fd = create_beside(path, temporary, sizeof temporary);
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

#include "capture/warc_header.h"
#include "capture/warc_inside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const isnad_span nowhere = {0, 0};

enum { LARGEST_DEFAULT = 64 * 1024 * 1024, DICTIONARY_MOST = 16 * 1024 * 1024 };

static isnad_status no_memory(isnad_err *err) { return isnad_err_set(err, ISNAD_NO_MEMORY, "capture", nowhere, "out of memory"); }

static isnad_status io_error(isnad_err *err, const char *what) {
  return isnad_err_set(err, ISNAD_IO, "capture", nowhere, "%s: %s", what, strerror(errno));
}

static isnad_status read_file(void *context, char *bytes, size_t room, size_t *got, isnad_err *err) {
  const int *fd = context;
  ssize_t length;
  do length = read(*fd, bytes, room);
  while (length < 0 && errno == EINTR);
  *got = length > 0 ? (size_t)length : 0;
  return length < 0 ? io_error(err, "cannot read") : ISNAD_OK;
}

static isnad_status new_reader(isnad_warc_reader **out, const isnad_warc_options *options, isnad_err *err) {
  isnad_warc_reader *r = calloc(1, sizeof *r);
  if (r == NULL) return no_memory(err);
  if (options != NULL) r->options = *options;
  if (r->options.largest == 0) r->options.largest = LARGEST_DEFAULT;
  r->size = UINT64_MAX;
  r->fd = -1;
  r->head = malloc(WARC_HEADER_MOST);
  *out = r;
  return r->head != NULL && isnad_arena_new(&r->scratch, 0) == ISNAD_OK ? ISNAD_OK : no_memory(err);
}

isnad_status isnad_warc_open_input(isnad_warc_reader **out, isnad_warc_input input, void *context, const isnad_warc_options *options,
                                   isnad_err *err) {
  isnad_warc_reader *r = NULL;
  isnad_status status = new_reader(&r, options, err);
  if (status == ISNAD_OK) status = members_open(&r->members, (raw_input){input, context}, 0, (isnad_slice){NULL, 0}, err);
  if (status == ISNAD_OK)
    *out = r;
  else
    isnad_warc_close(r);
  return status;
}

/* The size of a plain file is known beforehand: a length that goes beyond it is wrong, and nothing needs to be read to see that. */
static void find_size(isnad_warc_reader *r) {
  struct stat info;
  if (!members_are_packed(r->members) && fstat(r->fd, &info) == 0 && S_ISREG(info.st_mode)) r->size = (uint64_t)info.st_size;
}

static isnad_status open_fd(isnad_warc_reader *r, const char *path, isnad_err *err) {
  r->owns_fd = strcmp(path, "-") != 0;
  r->fd = r->owns_fd ? open(path, O_RDONLY | O_CLOEXEC) : STDIN_FILENO;
  return r->fd < 0 ? io_error(err, "cannot open") : ISNAD_OK;
}

isnad_status isnad_warc_open(isnad_warc_reader **out, const char *path, const isnad_warc_options *options, isnad_err *err) {
  isnad_warc_reader *r = NULL;
  isnad_status status = new_reader(&r, options, err);
  if (status == ISNAD_OK) status = open_fd(r, path, err);
  if (status == ISNAD_OK) status = members_open(&r->members, (raw_input){read_file, &r->fd}, 0, (isnad_slice){NULL, 0}, err);
  if (status != ISNAD_OK) {
    isnad_warc_close(r);
    return status;
  }
  if (r->owns_fd) find_size(r);
  *out = r;
  return ISNAD_OK;
}

/* --- at a place --- */

/* The dictionary that opens a .warc.zst, as it stands there; empty for other files. */
static isnad_status read_dictionary(isnad_slice *out, int fd, isnad_err *err) {
  unsigned char head[8];
  *out = (isnad_slice){NULL, 0};
  if (pread(fd, head, sizeof head, 0) != (ssize_t)sizeof head || memcmp(head, "\x5D\x2A\x4D\x18", 4) != 0) return ISNAD_OK;
  size_t length = (size_t)head[4] + ((size_t)head[5] << 8) + ((size_t)head[6] << 16) + ((size_t)head[7] << 24);
  char *bytes = length > 0 && length <= DICTIONARY_MOST ? malloc(length) : NULL;
  if (bytes == NULL) return isnad_err_set(err, ISNAD_BAD_INPUT, "capture", nowhere, "the dictionary of the zstd file is empty or larger than 16 MiB");
  if (pread(fd, bytes, length, sizeof head) != (ssize_t)length) {
    free(bytes);
    return isnad_err_set(err, ISNAD_BAD_INPUT, "capture", nowhere, "the dictionary of the zstd file ends too early");
  }
  *out = (isnad_slice){bytes, length};
  return ISNAD_OK;
}

/* Goes past what precedes the record in its member. */
static isnad_status skip_inner(isnad_warc_reader *r, uint64_t inner, isnad_err *err) {
  isnad_status status = members_next(r->members, err);
  bool ended = false;
  while (status == ISNAD_OK && inner > 0) {
    isnad_slice window = members_window(r->members);
    size_t step = window.length < inner ? window.length : (size_t)inner;
    members_take(r->members, step);
    inner -= step;
    if (inner > 0 && ended) break;
    if (inner > 0) status = members_more(r->members, &ended, err);
  }
  if (status == ISNAD_END || (status == ISNAD_OK && inner > 0))
    return isnad_err_set(err, ISNAD_BAD_INPUT, "capture", nowhere, "no record lies there");
  return status;
}

static isnad_status open_place(isnad_warc_reader *r, const char *path, isnad_warc_place place, isnad_err *err) {
  isnad_slice dictionary = {NULL, 0};
  isnad_status status = open_fd(r, path, err);
  if (status == ISNAD_OK && place.offset > INT64_MAX) status = isnad_err_set(err, ISNAD_BAD_INPUT, "capture", nowhere, "no record lies there");
  if (status == ISNAD_OK) status = read_dictionary(&dictionary, r->fd, err);
  if (status == ISNAD_OK && lseek(r->fd, (off_t)place.offset, SEEK_SET) < 0) status = io_error(err, "cannot go there");
  if (status == ISNAD_OK) status = members_open(&r->members, (raw_input){read_file, &r->fd}, place.offset, dictionary, err);
  free((char *)(uintptr_t)dictionary.bytes);
  return status == ISNAD_OK ? skip_inner(r, place.inner, err) : status;
}

isnad_status isnad_warc_open_at(isnad_warc_reader **out, const char *path, isnad_warc_place place, const isnad_warc_options *options,
                                isnad_err *err) {
  isnad_warc_reader *r = NULL;
  isnad_status status = new_reader(&r, options, err);
  if (status == ISNAD_OK) status = open_place(r, path, place, err);
  if (status == ISNAD_OK) {
    find_size(r);
    *out = r;
  } else {
    isnad_warc_close(r);
  }
  return status;
}

uint64_t isnad_warc_consumed(const isnad_warc_reader *reader) { return members_consumed(reader->members); }

void isnad_warc_close(isnad_warc_reader *r) {
  if (r == NULL) return;
  members_close(r->members);
  digest_free(&r->block);
  digest_free(&r->payload);
  isnad_arena_free(r->scratch);
  free(r->head);
  if (r->owns_fd && r->fd >= 0) close(r->fd);
  free(r);
}

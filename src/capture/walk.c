#include "capture/lines.h"
#include "capture/warc_pages.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { LARGEST_DEFAULT = 64 * 1024 * 1024, DEEPEST_FOLDER = 128 };

/* Paths still to visit, the next one last, so that a folder's entries take the place of the folder. */
typedef struct pending {
  char *path;
  bool named_by_caller; /* a link to a folder is followed only when the caller named it */
  bool standard_input;  /* the caller said "-"; a file may bear that name too */
  unsigned depth;
} pending;

struct isnad_captures {
  isnad_capture_options options;
  isnad_arena *buffers; /* the line buffer of the open file */
  pending *stack;
  size_t count, room;
  char *path; /* of the open file, or of what was refused last */
  stream *stream;
  lines lines;
  isnad_warc_reader *archive; /* the open file, when it is a web archive */
  bool as_lines, standard_input;
  size_t line;
  uint64_t done, total;
};

/* Takes over `what.path`, which may be NULL when memory has run out. */
static isnad_status push(isnad_captures *c, pending what) {
  if (what.path != NULL && c->count == c->room) {
    size_t room = c->room == 0 ? 64 : c->room * 2;
    pending *stack = realloc(c->stack, room * sizeof *stack);
    if (stack == NULL) {
      free(what.path);
      what.path = NULL;
    } else {
      c->stack = stack;
      c->room = room;
    }
  }
  if (what.path == NULL) return ISNAD_NO_MEMORY;
  c->stack[c->count++] = what;
  return ISNAD_OK;
}

/* "./a//b/" and "a/b" are one capture. "" stays "", which no file is called. */
static char *tidy_path(const char *path) {
  char *out = malloc(strlen(path) + 2);
  size_t length = 0;
  if (out == NULL) return NULL;
  if (path[0] == '/') out[length++] = '/';
  for (const char *at = path; *at != '\0';) {
    size_t name = strcspn(at, "/");
    if (name > 0 && !(name == 1 && at[0] == '.')) {
      if (length > 0 && out[length - 1] != '/') out[length++] = '/';
      memcpy(out + length, at, name);
      length += name;
    }
    at += name;
    at += strspn(at, "/");
  }
  if (length == 0 && path[0] != '\0') out[length++] = '.';
  out[length] = '\0';
  return out;
}

static void add_size(isnad_captures *c, const pending *what) {
  struct stat info;
  if (!what->standard_input && stat(what->path, &info) == 0 && S_ISREG(info.st_mode)) c->total += (uint64_t)info.st_size;
}

isnad_status isnad_captures_open(isnad_captures **out, const char *const *paths, size_t count, const isnad_capture_options *options, isnad_err *err) {
  isnad_captures *c = calloc(1, sizeof *c);
  if (c == NULL) return isnad_err_set(err, ISNAD_NO_MEMORY, "capture", (isnad_span){0, 0}, "out of memory");
  if (options != NULL) c->options = *options;
  if (c->options.largest == 0) c->options.largest = LARGEST_DEFAULT;
  isnad_status status = isnad_arena_new(&c->buffers, 0);
  for (size_t i = count; status == ISNAD_OK && i > 0; i--) {
    pending what = {tidy_path(paths[i - 1]), true, strcmp(paths[i - 1], "-") == 0, 0};
    status = push(c, what);
    if (status == ISNAD_OK) add_size(c, &what);
  }
  if (status != ISNAD_OK) {
    isnad_captures_close(c);
    return isnad_err_set(err, status, "capture", (isnad_span){0, 0}, "out of memory");
  }
  *out = c;
  return ISNAD_OK;
}

static void close_file(isnad_captures *c) {
  if (c->stream != NULL) c->done += stream_consumed(c->stream);
  isnad_warc_close(c->archive);
  stream_close(c->stream);
  c->archive = NULL;
  c->stream = NULL;
  isnad_arena_reset(c->buffers);
}

static int by_name(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

static isnad_status add_name(char ***names, size_t *count, size_t *room, const char *name) {
  if (*count == *room) {
    *room = *room == 0 ? 64 : *room * 2;
    char **grown = realloc(*names, *room * sizeof **names);
    if (grown == NULL) return ISNAD_NO_MEMORY;
    *names = grown;
  }
  (*names)[*count] = strdup(name);
  return (*names)[*count] != NULL ? (++*count, ISNAD_OK) : ISNAD_NO_MEMORY;
}

static isnad_status list_folder(const char *path, char ***names, size_t *count, isnad_err *err) {
  DIR *folder = opendir(path);
  isnad_status status = folder != NULL ? ISNAD_OK : ISNAD_IO;
  size_t room = 0;
  while (status == ISNAD_OK) {
    errno = 0;
    const struct dirent *entry = readdir(folder);
    if (entry == NULL) {
      if (errno != 0) status = ISNAD_IO;
      break;
    }
    if (entry->d_name[0] != '.') status = add_name(names, count, &room, entry->d_name);
  }
  if (status == ISNAD_IO) isnad_err_set(err, ISNAD_IO, "capture", (isnad_span){0, 0}, "cannot list the folder: %s", strerror(errno));
  if (folder != NULL) closedir(folder);
  return status;
}

static isnad_status push_child(isnad_captures *c, const pending *folder, const char *name) {
  size_t room = strlen(folder->path) + strlen(name) + 2;
  char *path = malloc(room);
  bool bare = strcmp(folder->path, ".") == 0, root = strcmp(folder->path, "/") == 0;
  if (path != NULL) snprintf(path, room, "%s%s%s", bare ? "" : folder->path, bare || root ? "" : "/", name);
  pending what = {path, false, false, folder->depth + 1};
  isnad_status status = push(c, what);
  if (status == ISNAD_OK) add_size(c, &what);
  return status;
}

static isnad_status enter_folder(isnad_captures *c, const pending *folder, isnad_err *err) {
  if (folder->depth >= DEEPEST_FOLDER)
    return isnad_err_set(err, ISNAD_LIMIT, "capture", (isnad_span){0, 0}, "more than %d folders deep", DEEPEST_FOLDER);
  char **names = NULL;
  size_t count = 0;
  isnad_status status = list_folder(folder->path, &names, &count, err);
  if (count > 0) qsort(names, count, sizeof *names, by_name);
  for (size_t i = count; i > 0; i--) {
    if (status != ISNAD_NO_MEMORY) {
      isnad_status pushed = push_child(c, folder, names[i - 1]);
      if (pushed != ISNAD_OK) status = pushed;
    }
    free(names[i - 1]);
  }
  free(names);
  return status == ISNAD_NO_MEMORY ? isnad_err_set(err, status, "capture", (isnad_span){0, 0}, "out of memory") : status;
}

/* JSONL is told by its first line with something on it: an object that opens with a key. */
static bool looks_like_jsonl(isnad_slice first) {
  size_t at = 0;
  if (at == first.length || first.bytes[at++] != '{') return false;
  while (at < first.length && (first.bytes[at] == ' ' || first.bytes[at] == '\t')) at++;
  return at < first.length && (first.bytes[at] == '"' || first.bytes[at] == '}');
}

static isnad_status open_lines(isnad_captures *c, isnad_err *err) {
  isnad_slice first = {NULL, 0};
  isnad_status status = lines_open(&c->lines, c->buffers, c->stream, c->options.largest, err);
  if (status == ISNAD_OK) status = lines_peek(&c->lines, &first, err);
  c->as_lines = looks_like_jsonl(first);
  return status;
}

static isnad_status open_file(isnad_captures *c, bool standard_input, isnad_err *err) {
  bool archive = false;
  isnad_warc_options how = {.largest = c->options.largest, .one_digest = true};
  isnad_status status = stream_open(&c->stream, standard_input ? NULL : c->path, err);
  if (status == ISNAD_OK) status = stream_is_warc(c->stream, &archive, err);
  if (status == ISNAD_OK && archive) status = isnad_warc_open_input(&c->archive, stream_read_raw, c->stream, &how, err);
  if (status == ISNAD_OK && !archive) status = open_lines(c, err);
  c->line = 0;
  c->standard_input = standard_input;
  if (status != ISNAD_OK) close_file(c);
  return status;
}

static isnad_status visit(isnad_captures *c, const pending *next, isnad_err *err) {
  struct stat info, link;
  if (next->standard_input) return open_file(c, true, err);
  if (lstat(next->path, &link) != 0 || stat(next->path, &info) != 0)
    return isnad_err_set(err, ISNAD_IO, "capture", (isnad_span){0, 0}, "%s", strerror(errno));
  if (S_ISDIR(info.st_mode)) return next->named_by_caller || !S_ISLNK(link.st_mode) ? enter_folder(c, next, err) : ISNAD_OK;
  if (!S_ISREG(info.st_mode) && !next->named_by_caller) return ISNAD_OK; /* sockets and devices inside a folder */
  return open_file(c, false, err);
}

/* Opens the next file on the stack, or replaces a folder by its entries. */
static isnad_status advance(isnad_captures *c, isnad_err *err) {
  if (c->count == 0) return ISNAD_END;
  pending next = c->stack[--c->count];
  free(c->path);
  c->path = next.path;
  return visit(c, &next, err);
}

static bool blank(isnad_slice s) {
  for (size_t i = 0; i < s.length; i++)
    if (memchr(" \t\r", s.bytes[i], 3) == NULL) return false;
  return true;
}

/* A broken place of an archive is a refused unit, and the next record is another. */
static isnad_status from_archive(isnad_captures *c, isnad_input *out, isnad_err *err) {
  isnad_status status = warc_next_page(out, c->archive, err);
  out->path = isnad_slice_of(c->path);
  out->record.largest = c->options.largest;
  if (status != ISNAD_OK && status != ISNAD_BAD_INPUT && status != ISNAD_LIMIT) close_file(c);
  return status;
}

/* The next unit of the open file; ISNAD_END when it has no more; another status when the unit, or the rest of the file, cannot be read. */
static isnad_status from_file(isnad_captures *c, isnad_input *out, isnad_err *err) {
  isnad_slice bytes = {NULL, 0};
  isnad_status status = ISNAD_END;
  if (c->archive != NULL) return from_archive(c, out, err);
  do {
    c->line++;
    if (c->as_lines)
      status = lines_next(&c->lines, &bytes, err);
    else
      status = c->line == 1 ? lines_rest(&c->lines, &bytes, err) : ISNAD_END;
  } while (status == ISNAD_OK && c->as_lines && blank(bytes));
  *out = (isnad_input){.path = isnad_slice_of(c->path), .line = c->as_lines ? c->line : 0, .bytes = bytes};
  bool next_line_is_readable = status == ISNAD_LIMIT && c->as_lines;
  if (status != ISNAD_OK && !next_line_is_readable) close_file(c);
  return status;
}

isnad_status isnad_captures_next(isnad_captures *c, isnad_input *out, isnad_err *err) {
  for (;;) {
    isnad_status status = c->stream != NULL ? from_file(c, out, err) : ISNAD_END;
    out->standard_input = c->standard_input;
    if (status != ISNAD_END) return status;
    status = advance(c, err);
    if (status == ISNAD_OK) continue;
    *out = (isnad_input){.path = isnad_slice_of(c->path)};
    return status;
  }
}

void isnad_captures_progress(const isnad_captures *c, uint64_t *done, uint64_t *total) {
  *done = c->done + (c->stream != NULL ? stream_consumed(c->stream) : 0);
  *total = c->total;
}

void isnad_captures_close(isnad_captures *c) {
  if (c == NULL) return;
  if (c->buffers != NULL) close_file(c);
  free(c->path);
  for (size_t i = 0; i < c->count; i++) free(c->stack[i].path);
  free(c->stack);
  isnad_arena_free(c->buffers);
  free(c);
}

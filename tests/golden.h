/* What the golden tests share: their files, and the cases of a folder by name. */
#ifndef ISNAD_TESTS_GOLDEN_H
#define ISNAD_TESTS_GOLDEN_H

#include "isnad/isnad.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The file in the arena; nothing when it cannot be opened. */
static inline isnad_slice golden_file(isnad_arena *arena, const char *path) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) return (isnad_slice){NULL, 0};
  fseek(file, 0, SEEK_END);
  size_t size = (size_t)ftell(file);
  rewind(file);
  char *bytes = isnad_arena_alloc(arena, size + 1);
  size = fread(bytes, 1, size, file);
  fclose(file);
  return (isnad_slice){bytes, size};
}

/* What stands before the mark, which is passed, or all that is left. */
static inline isnad_slice golden_cut(isnad_slice *rest, char mark) {
  const char *at = rest->length > 0 ? memchr(rest->bytes, mark, rest->length) : NULL;
  size_t length = at != NULL ? (size_t)(at - rest->bytes) : rest->length;
  isnad_slice head = {rest->bytes, length};
  length += at != NULL;
  *rest = (isnad_slice){rest->bytes + length, rest->length - length};
  return head;
}

static inline int golden_by_name(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

/* The cases of a folder, whose names begin with a figure, in their order; each name is the caller's to free. */
static inline size_t golden_cases(const char *folder, char **names, size_t room) {
  DIR *all = opendir(folder);
  size_t count = 0;
  for (struct dirent *entry; all != NULL && (entry = readdir(all)) != NULL && count < room;)
    if (entry->d_name[0] >= '0' && entry->d_name[0] <= '9') names[count++] = strdup(entry->d_name);
  if (all != NULL) closedir(all);
  qsort(names, count, sizeof names[0], golden_by_name);
  return count;
}

/* --- what is marked in a text by hand --- */

enum { GOLDEN_MARKS = 256, GOLDEN_DEPTH = 8 };

typedef struct golden_mark {
  isnad_span span;   /* in the text without the marks */
  char opened;       /* by which character */
  bool optional;     /* may be read or left */
  bool taken;        /* for who compares: something that was read is held against it */
  isnad_slice label; /* what stands in the mark before its text */
} golden_mark;

typedef struct golden_text {
  isnad_slice text; /* without the marks */
  golden_mark marks[GOLDEN_MARKS];
  size_t count;
} golden_text;

/* Reads what stands between the opening mark at `at` and its text, and returns where that begins. */
typedef size_t golden_open(golden_mark *m, isnad_slice raw, size_t at);

static inline char golden_closing(char open) { return open == '{' ? '}' : open == '[' ? ']' : '>'; }

/* Takes the marks that `opening` begin out of the text, which nest. False when they do not pair, or are too many. */
static inline bool golden_marked(golden_text *out, isnad_arena *arena, isnad_slice raw, const char *opening, golden_open *open_mark) {
  char *text = isnad_arena_alloc(arena, raw.length + 1);
  size_t length = 0, open[GOLDEN_DEPTH], depth = 0;
  for (size_t at = 0; at < raw.length;) {
    char c = raw.bytes[at];
    if (strchr(opening, c) != NULL) {
      if (out->count == GOLDEN_MARKS || depth == GOLDEN_DEPTH) return false;
      golden_mark *m = &out->marks[out->count];
      m->opened = c;
      m->span.begin = (uint32_t)length;
      open[depth++] = out->count++;
      at = open_mark(m, raw, at + 1);
    } else if (c == golden_closing(opening[0]) || c == golden_closing(opening[1])) {
      if (depth == 0 || golden_closing(out->marks[open[depth - 1]].opened) != c) return false;
      out->marks[open[--depth]].span.end = (uint32_t)length;
      at++;
    } else {
      text[length++] = raw.bytes[at++];
    }
  }
  out->text = (isnad_slice){text, length};
  return depth == 0;
}

#endif

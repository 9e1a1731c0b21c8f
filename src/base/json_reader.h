/* Reads JSON (RFC 8259) by pulling: no tree, strings point into the input when they hold no escape, depth is capped.
 * Made for dirty captures: raw control characters, NUL and invalid UTF-8 inside strings pass through, a lone surrogate becomes U+FFFD.
 * Numbers keep their text. */
#ifndef ISNAD_BASE_JSON_READER_H
#define ISNAD_BASE_JSON_READER_H

#include "isnad/base.h"

typedef enum json_kind { JSON_NULL, JSON_FALSE, JSON_TRUE, JSON_NUMBER, JSON_STRING, JSON_ARRAY, JSON_OBJECT } json_kind;

enum { JSON_DEPTH = 256 };

typedef struct json_reader {
  isnad_slice text;
  size_t at;
  size_t depth;
  isnad_arena *arena;
  const char *problem; /* constant; NULL while all is well */
} json_reader;

json_reader json_reader_new(isnad_arena *arena, isnad_slice text);

/* The kind of the value that comes next. False at a problem or at the end of the text. */
bool json_peek(json_reader *r, json_kind *kind);

/* Enters an object or array. */
bool json_enter(json_reader *r, json_kind kind);

/* Inside an object: the next key, its value comes next. Inside an array: whether another value comes. False when it ended (it is left then) or at a
 * problem. */
bool json_next_key(json_reader *r, isnad_slice *key, bool *first);
bool json_next_item(json_reader *r, bool *first);

bool json_read_string(json_reader *r, isnad_slice *out);
bool json_read_number(json_reader *r, isnad_slice *out);

/* Passes over the next value, whatever it is. */
bool json_skip(json_reader *r);

/* Only white space is left. */
bool json_at_end(json_reader *r);

#endif

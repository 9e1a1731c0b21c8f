/* What a client asks for, read from the outside bytes of a request: its target (RFC 3986), its Accept line (RFC 9110). Pure, and bounded by the
 * length of what came. */
#ifndef ISNAD_SERVE_REQUEST_H
#define ISNAD_SERVE_REQUEST_H

#include "isnad/base.h"

typedef enum format { FORMAT_JSON, FORMAT_HTML, FORMAT_ATOM, FORMAT_RSS, FORMAT_FEED, FORMAT_COUNT } format;

enum { TARGET_MOST = 4096, PATH_PARTS = 4, FIELDS_MOST = 24 };

typedef struct field {
  isnad_slice name, value;
} field;

typedef struct request {
  isnad_slice target; /* as it came */
  isnad_slice path;   /* as it came, without the query */
  isnad_slice parts[PATH_PARTS];
  size_t part_count;
  field fields[FIELDS_MOST];
  size_t field_count;
} request;

/* Reads a target. Names and values are percent-decoded into the arena, "+" of a query is a space; they are valid UTF-8 without control characters.
 * Returns NULL, or what is wrong with it: a constant for people. */
const char *request_read(request *out, isnad_arena *arena, isnad_slice target);

/* The fields of a form (application/x-www-form-urlencoded), by the same rules but that values may hold lines; added to those that are there. */
const char *request_read_form(request *out, isnad_arena *arena, isnad_slice form);

/* The first field of that name; empty when there is none. */
isnad_slice request_field(const request *r, const char *name);
bool request_has(const request *r, const char *name);

/* A whole number in a field, `fallback` when it is not there; false when it is no number or is over `most`. */
bool request_number(size_t *out, const request *r, const char *name, size_t fallback, size_t most);

/* The format that an Accept line likes best among `offered` (bit 1 << format); ties go to the order of the enumeration. FORMAT_COUNT: none.
 * No line: anything will do. */
format request_negotiate(isnad_slice accept, unsigned offered);

/* The format of a "format" field ("json", "html", "atom", "rss", "feed"); FORMAT_COUNT: no such. */
format format_named(isnad_slice name);
const char *format_type(format f);

/* Whether the bytes are UTF-8 without surrogates and overlong forms (RFC 3629). */
bool utf8_is_valid(isnad_slice bytes);

#endif

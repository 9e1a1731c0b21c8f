/* The lines at the head of a WARC record: "WARC/1.0", then named fields. */
#ifndef ISNAD_CAPTURE_WARC_HEADER_H
#define ISNAD_CAPTURE_WARC_HEADER_H

#include "isnad/warc.h"

enum { WARC_HEADER_MOST = 64 * 1024 };

/* Whether a record opens with these bytes: "WARC/", digit, ".", digit. False also when they are too few. */
bool warc_opens(isnad_slice bytes);

/* The length of the head with the empty line that ends it; 0 when it does not end in these bytes. `from`: what was looked at before. */
size_t warc_header_end(isnad_slice bytes, size_t from);

/* Reads a whole head, joining continued lines in place. Returns NULL, or what is wrong with it. Duplicate fields: the first counts. */
const char *warc_header_read(isnad_warc_record *out, char *bytes, size_t length);

/* A field of lines "Name: value", by name in any case; empty when there is none. Shared with HTTP heads. */
isnad_slice header_field(isnad_slice lines, const char *name);

/* The next line of a head from *at on, split at its colon; false behind the last. Lines without a colon are passed over. */
bool header_next(isnad_slice lines, size_t *at, isnad_slice *name, isnad_slice *value);

/* Joins continued lines (RFC 9110, 5.2: obsolete line folding) in place, with spaces. */
void header_unfold(char *bytes, size_t length);

bool header_same(isnad_slice a, const char *word); /* in any case of ASCII letters */

#endif

/* Text and values while a document is mended. */
#ifndef ISNAD_FEED_MEND_TEXT_H
#define ISNAD_FEED_MEND_TEXT_H

#include "base/buf.h"
#include "feed/source.h"

enum { MEND_DECLARED = 64 };

typedef struct mender {
  isnad_slice in;
  size_t at;
  feed_source *source;
  buf out;
  isnad_slice *stack; /* names of open elements */
  size_t depth;
  isnad_slice declared[MEND_DECLARED]; /* names of entities that the document declares */
  size_t declared_count;
  size_t counted; /* bytes whose line breaks are in `line` */
  uint32_t line;
} mender;

/* The line of the byte at `at`; places are asked for in order. */
uint32_t mend_line(mender *m, size_t at);

/* Leaves out what stands before `end`, but not its line breaks, so that lines keep their numbers. */
void mend_drop(mender *m, size_t end);

/* The document ends inside something: nothing more is read. */
void mend_cut(mender *m, const char *what);

/* Writes [begin, end) of the input as text of an element, or as the value of an attribute in double quotes: references made good, controls dropped.
 */
void mend_text(mender *m, size_t begin, size_t end, bool value);

/* Writes the bytes of a CDATA section: controls dropped. */
void mend_raw(mender *m, size_t begin, size_t end);

/* Notes the entities that a document type declares. */
void mend_declared(mender *m, isnad_slice subset);

#endif

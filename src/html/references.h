/* Raw bytes of text and of attribute values as the text they stand for: character references, CR and NUL (WHATWG HTML 13.2.3.5, 13.2.5.72-80). */
#ifndef ISNAD_HTML_REFERENCES_H
#define ISNAD_HTML_REFERENCES_H

#include "isnad/base.h"

enum {
  HTML_READ_REFERENCES = 1,
  HTML_READ_ATTRIBUTE = 2, /* references that end without a semicolon before = or a letter or digit stay as they are */
  HTML_NUL_DROP = 4,       /* as in the body */
  HTML_NUL_REPLACE = 8     /* by U+FFFD, as in raw text and attributes; with neither a NUL stays */
};

/* A piece of raw text: a run that stands for itself, or one reference, line break or NUL with what it stands for. */
typedef struct html_piece {
  isnad_slice text; /* valid until the next call */
  uint32_t begin, finish;
  bool literal; /* text is the raw bytes themselves */
} html_piece;

typedef struct html_pieces {
  const char *input;
  uint32_t at, end;
  uint8_t rules;
  char held[8];
} html_pieces;

/* Reads the bytes [begin, end) of `input` piece by piece. */
html_pieces html_pieces_of(const char *input, uint32_t begin, uint32_t end, uint8_t rules);

/* The next piece; false at the end. A NUL that is dropped gives a piece with empty text. */
bool html_pieces_next(html_pieces *pieces, html_piece *out);

/* At most how many bytes the text of raw bytes takes. */
size_t html_decoded_room(const char *input, uint32_t begin, uint32_t end);

/* Writes the text of raw bytes to `to`, which has html_decoded_room; returns its length. */
size_t html_decode(char *to, const char *input, uint32_t begin, uint32_t end, uint8_t rules);

#endif

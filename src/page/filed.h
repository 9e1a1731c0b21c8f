/* The line of origin: who wrote, where, for which medium, when, in any order and with any marks between. */
#ifndef ISNAD_PAGE_FILED_H
#define ISNAD_PAGE_FILED_H

#include "page/person.h"

#include "tables.h"

enum { FILED_MOST = 10 };

typedef enum filed_kind {
  FILED_UNKNOWN,
  FILED_PLACE,
  FILED_MEDIUM,
  FILED_CREDIT, /* a row of credits.tsv: an agency, a desk, «special» */
  FILED_NAME,
  FILED_LABEL, /* what stands before a writer: "written by" */
  FILED_DAY,   /* a date, a time */
  FILED_ISSUE, /* the issue of a paper, its page */
  FILED_SITE,  /* what a medium calls its page, beside its name */
  FILED_DOMAIN
} filed_kind;

typedef struct filed_piece {
  uint32_t first, last; /* tokens */
  uint8_t kind;         /* filed_kind */
  uint8_t trust;        /* person_trust of a name */
  bool place;           /* of a medium: a place's name, too */
  bool headed;          /* of a medium: its noun stands before it, and the table may not know it */
  uint32_t row;         /* of outlets.tsv or credits.tsv */
} filed_piece;

typedef struct filed {
  filed_piece pieces[FILED_MOST];
  size_t count;
  size_t end; /* before a text: behind the line of origin and its last mark */
  bool known; /* every piece is of a kind */
} filed;

/* Reads tokens [first, last): a line of its own (`whole`), or the first words of a text, which end at the first piece that is none or that no mark
 * closes. False when it has no piece. O(last - first), 48 tokens at most; longer
 * lines, and texts without a mark near their begin, are not read. */
bool page_filed(filed *out, const isnad_tokens *tokens, size_t first, size_t last, bool whole);

/* Does the line hold a word for pictures: "archive", "during"? Then it stands under one. */
bool page_speaks_of_picture(const isnad_tokens *tokens, size_t first, size_t last);

/* The first piece of this kind; NULL when there is none. */
const filed_piece *page_filed_piece(const filed *line, filed_kind kind);

/* The medium that the line is for. A name that a place has, too, is the place unless another place stands in the line. NULL: none, or an agency. */
const filed_piece *page_filed_medium(const filed *line);

/* The medium of a head line that holds nothing else but days, issues and what a medium calls its page: "X, [08.07.2026 09:15]". An agency, too: the
 * page is its own. NULL: none. */
const filed_piece *page_filed_masthead(const filed *line);

/* How many tokens of the longest row of bylines.tsv with this role begin at `at`; 0: none. */
size_t page_byline_words(const isnad_tokens *tokens, size_t at, size_t last, isnad_bylines_role role);

#endif

/* What the record of an edition says of its words, as values that can be held against those of another edition. */
#ifndef ISNAD_VIEW_EDITION_NOTES_H
#define ISNAD_VIEW_EDITION_NOTES_H

#include "reuse/text.h"
#include "view/drawing/tree.h"

typedef enum edition_matter {
  EDITION_NOTHING, /* other words */
  EDITION_QUOTE,   /* words between quotation marks: they have no value but themselves */
  EDITION_SOURCE,  /* who is cited, or speaks */
  EDITION_NAME,
  EDITION_PLACE,
  EDITION_TIME,
  EDITION_FIGURE,
  EDITION_DENIAL, /* a word of negation or denial on one side: no note */
  EDITION_MATTERS
} edition_matter;

typedef struct edition_note {
  edition_matter matter;
  uint32_t first, last; /* words */
  uint64_t key;         /* equal values have equal keys */
  uint64_t bound;       /* of a figure: "about", "more than" */
  isnad_slice name;     /* of a name or source: spellings of one name are equal, too */
} edition_note;

typedef struct edition_notes {
  edition_note *items;
  size_t count, room;
} edition_notes;

/* The notes of one article (an item of "articles" in a record); `offset`: what is added to the spans of `text` to count in the page. A figure's value
 * is its number, bound and unit, whatever way it is written; a name's its entity; a time's its interval.
 * Returns ISNAD_OK, ISNAD_NO_MEMORY, ISNAD_LIMIT. */
isnad_status edition_notes_read(edition_notes *out, isnad_arena *arena, const tree *said, isnad_slice page, const reuse_text *text, uint32_t offset,
                                isnad_err *err);

/* Whether two notes of one matter have one value. */
bool edition_notes_agree(isnad_arena *arena, const edition_note *a, const edition_note *b);

/* "figure", "time", ... NULL: nothing. */
const char *edition_matter_name(edition_matter matter);

#endif

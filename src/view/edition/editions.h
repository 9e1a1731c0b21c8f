/* What one edition of a page changed of another: words put in, taken out and moved, with what of it matters and whether the page says so. */
#ifndef ISNAD_VIEW_EDITIONS_H
#define ISNAD_VIEW_EDITIONS_H

#include "view/edition/edition_judge.h"
#include "view/pairing.h"
#include "view/sheet.h"

typedef struct edition {
  pairing pair; /* the earlier edition is a */
  edition_words words;
  edition_verdict *verdicts; /* by run of words */
  edition_notice notice;
  bool ordered;     /* which is the earlier one is known */
  bool other_first; /* the other is */
} edition;

/* The other editions of an article: what stood at its place on other captures of its page and shares half of the words of the shorter one, by the
 * time of capture. Read and compared one at a time: `take` is handed each. Stops when it fails. Returns ISNAD_OK, ISNAD_STORE, ISNAD_NO_MEMORY, ...,
 * or what `take` returned. */
isnad_status editions_each(sheet *s, isnad_store *store, const store_article *of, isnad_status (*take)(void *context, const edition *e),
                           void *context);

/* The same for one other article, whatever they share. */
isnad_status edition_read(edition *out, isnad_arena *arena, isnad_store *store, const store_article *of, const store_article *other, isnad_err *err);

/* A line for each change, the earlier edition's words behind "-", the later one's behind "+", what matters behind an arrow. */
isnad_status edition_lines(sheet *s, const edition *e);

/* How many changes there are and of what, how many are silent, and the notice. On the open line. */
void edition_summary(sheet *s, const edition *e);

/* Members of the open JSON object: "earlier", "silent", "notice", and "changes" with their spans and what matters. */
void edition_members(sheet *s, const edition *e);

#endif

/* What one edition of a page changed of another: words put in and taken out, with the figures and names among them. */
#ifndef ISNAD_VIEW_EDITIONS_H
#define ISNAD_VIEW_EDITIONS_H

#include "store/articles.h"
#include "view/sheet.h"

/* A line for each change, the earlier edition's words behind "-", the later one's behind "+", what matters behind an arrow. */
isnad_status edition_lines(sheet *s, isnad_store *store, const store_article *one, const store_article *other);

/* Members of the open JSON object: "earlier", and "changes" with their spans and what matters. */
isnad_status edition_members(sheet *s, isnad_store *store, const store_article *one, const store_article *other);

typedef struct edition_counts {
  size_t changes, figures, names;
  bool other_first; /* the other is the earlier edition */
} edition_counts;

/* How many changes there are. A figure or a name that changed without a word of it is what a reader should see first. */
isnad_status edition_count(edition_counts *out, isnad_arena *arena, isnad_store *store, const store_article *one, const store_article *other,
                           isnad_err *err);

#endif

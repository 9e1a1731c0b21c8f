/* Articles as rows, for the stages across articles and the view. */
#ifndef ISNAD_STORE_ARTICLES_H
#define ISNAD_STORE_ARTICLES_H

#include "isnad/store.h"

/* One article. Strings are in the arena that was passed in; empty when unknown. */
typedef struct store_article {
  int64_t id, capture; /* of this file only */
  uint32_t place, words;
  isnad_slice name, label, role, headline;
  isnad_slice opening; /* the first words of the body, when there is no headline */
  isnad_slice outlet, outlet_name, origin, origin_name, byline;
  isnad_interval published; /* {0,0}: unknown; what the story taught, when the page does not say */
  isnad_slice basis;
  uint8_t weekday;
  uint64_t body_hash;
  isnad_slice story; /* its id, when it is in one */
  isnad_slice uri;
} store_article;

/* The article whose name or label this is, or whose name begins so when only one does (at least three characters); a capture that holds several
 * articles may be named without the place, and gives its first. Returns ISNAD_OK, ISNAD_NOT_FOUND (none, or several: err says which). */
isnad_status store_article_find(store_article *out, isnad_arena *arena, isnad_store *store, isnad_slice what, isnad_err *err);

/* By its key in this file. Returns ISNAD_OK or ISNAD_NOT_FOUND. */
isnad_status store_article_get(store_article *out, isnad_arena *arena, isnad_store *store, int64_t id, isnad_err *err);

/* The record without its text, and the text that all spans point into, of the page an article stands on. Returns ISNAD_OK or ISNAD_NOT_FOUND. */
isnad_status store_article_page(isnad_slice *record, isnad_slice *text, isnad_arena *arena, isnad_store *store, int64_t capture, isnad_err *err);

/* The text alone. Returns ISNAD_OK or ISNAD_NOT_FOUND. */
isnad_status store_article_text(isnad_slice *text, isnad_arena *arena, isnad_store *store, int64_t capture, isnad_err *err);

/* Hands over every article in the order of names; `article` and what it points to live until the call returns.
 * Returns ISNAD_OK, ISNAD_CANCELLED when `take` returned false. */
isnad_status store_articles_each(isnad_store *store, bool (*take)(void *context, const store_article *article), void *context, isnad_err *err);

/* The same in the order of pages, and on each in the order of the page. */
isnad_status store_articles_by_page(isnad_store *store, bool (*take)(void *context, const store_article *article), void *context, isnad_err *err);

/* The keys of the articles that the stages across articles have not taken in yet, in the order in which they lie in the file. */
isnad_status store_articles_unwoven(int64_t **ids, size_t *count, isnad_arena *arena, isnad_store *store, isnad_err *err);

/* Whether there is any. */
isnad_status store_articles_any_unwoven(bool *any, isnad_store *store, isnad_err *err);

/* Marks every article as taken in. In a batch. */
isnad_status store_articles_mark_woven(isnad_store *store, isnad_err *err);

#endif

/* Articles as the store holds them, for the stages across articles. An article is named by the number in its name ("a" + 16 hexadecimal digits):
 * unlike its row's id it does not depend on the order of adding. */
#ifndef ISNAD_REUSE_HELD_H
#define ISNAD_REUSE_HELD_H

#include "isnad/store.h"
#include "reuse/prints.h"
#include "reuse/text.h"

typedef struct held_article {
  int64_t id;
  uint64_t name;
  reuse_prints prints;
} held_article;

/* The fingerprints of an article by its id or by its name. Returns ISNAD_OK, ISNAD_NOT_FOUND, ISNAD_STORE, ISNAD_NO_MEMORY ... */
isnad_status held_by_id(held_article *out, isnad_arena *arena, isnad_store *store, int64_t id, isnad_err *err);
isnad_status held_by_name(held_article *out, isnad_arena *arena, isnad_store *store, uint64_t name, isnad_err *err);

/* The stretch of page text that an article takes up, copied, and where its headline and body stand in that copy; add `offset` for the page. */
typedef struct held_text {
  isnad_slice text;
  reuse_place place;
  uint32_t offset;
  int64_t id;             /* of the article */
  uint64_t outlet;        /* hash of the outlet's id or name; 0: unknown */
  uint64_t page;          /* hash of the address and the article's place on the page: equal for two captures of one page */
  isnad_span *statements; /* somebody's own words, in that copy, by place */
  size_t statement_count;
} held_text;

/* Marks the rare words of a text that held_words read; once. */
isnad_status held_rare(reuse_text *text, isnad_arena *arena, const held_text *held, isnad_err *err);

/* The words of the copy, folded for matching. */
isnad_status held_words(reuse_text *out, isnad_arena *arena, const held_text *held, isnad_err *err);

/* The text of an article by its id or by its name. The same statuses as held_by_id. */
isnad_status held_text_of(held_text *out, isnad_arena *arena, isnad_store *store, int64_t id, isnad_err *err);
isnad_status held_text_by_name(held_text *out, isnad_arena *arena, isnad_store *store, uint64_t name, isnad_err *err);

/* "a0123456789abcdef" and its number. */
enum { HELD_NAME = 17 };
void held_name(char out[HELD_NAME + 1], uint64_t name);
uint64_t held_name_number(isnad_slice name);

#endif

/* A chain of the parts of a person's name: shared by its reader and by what decides whether it is believed. */
#ifndef ISNAD_NOTE_NAME_CHAIN_H
#define ISNAD_NOTE_NAME_CHAIN_H

#include "note/names/name_part.h"

/* Scores of name_shape, and counts of the frequency table. */
enum {
  SHAPE_POOR = -20,
  SHAPE_FOREIGN = 0,
  SHAPE_LIKELY = 40,
  OFTEN = 1500,
  NAME_NOUN = 12000 /* so often is a word, and seldom a given name */,
  FEW = 500
};

typedef struct name_chain {
  const name_finder *f;
  const note_unit *u;
  size_t at, last;
  unsigned parts, given, common, family, tied, unknown;
  part_kind first, latest;
  bool surname_first;
  bool titled; /* an office or honorific stands before it */
  isnad_rule rule;
} name_chain;

/* A title or a reporting verb stands before it, the sign of a hashtag passed over. */
bool name_chain_is_announced(const name_chain *c);
void name_chain_add(name_chain *c, const part *p);
/* Adds the parts that belong to the chain behind the last one. */
void name_chain_extend(name_chain *c);
/* Its first word, behind a proclitic. */
isnad_slice name_chain_first_word(const name_chain *c);
/* Whether the full name of a row of people has the first word, or a spelling of it, beside the word by which the row was met. */
bool name_chain_row_has_first(const name_chain *c, const isnad_phrase *row);
/* "and" written on a name that nobody knows: the letters look more like a name without it. */
bool name_begins_and(const name_finder *f, size_t at);

/* The feminine of a man's name, seldom seen as a word: "Amina", which is also a secretary. */
bool name_is_womans(const name_finder *f, const note_unit *u, size_t at);

/* --- name_surname.c: whether the word at `at` is the surname behind the given name that the chain has --- */

bool name_is_enclosed(const name_chain *c, size_t at);
bool name_is_rare_surname(const name_chain *c, size_t at);
bool name_is_town_surname(const name_chain *c, size_t at);
bool name_is_glued_given(const name_chain *c, size_t at);
bool name_is_others_surname(const name_chain *c, size_t at);

/* A word of the language or a verb behind a name (name_behind.c). */
bool name_is_none_of_it(const name_chain *c, size_t at, const part *p);

/* An indefinite word behind a name: a noun with a preposition written on it, or what is said of the bearer (name_behind.c). */
bool name_is_noun_behind(const name_chain *c, size_t at, const part *p);

#endif

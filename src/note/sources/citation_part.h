/* What the readers of a source's complement share: the phrase as far as it was read. Each takes one part and returns its end; `at` when there is
 * none. */
#ifndef ISNAD_NOTE_CITATION_PART_H
#define ISNAD_NOTE_CITATION_PART_H

#include "note/sources/citation.h"

typedef enum cited_class { CITED_OTHER, CITED_PEOPLE, CITED_OFFICE, CITED_BODY, CITED_DOCUMENT, CITED_PAGE } cited_class;

typedef struct cited_phrase {
  const note_scan *s;
  const note_unit *unit;
  size_t first, at, limit;
  cited_class class;
  bool placed; /* a place has been read: nothing belongs to it but its adjectives */
} cited_phrase;

/* --- citation_adjectives.c --- */

/* The definite adjectives from `at` on. */
size_t cited_adjectives_behind(const cited_phrase *p, size_t at);
/* "The bank of trade | and investment, the Swiss one": the second half of what a body is of, with the adjectives of the whole. */
size_t cited_half_end(cited_phrase *p);
/* "Experts of | the Afghan matter": unnamed people in a construct. A plural that keeps its nun governs nothing. */
size_t cited_trade_end(cited_phrase *p);
/* "Experts | of security", "diplomats": an adjective of relation in the plural behind an indefinite noun of people. */
size_t cited_several_end(cited_phrase *p);
/* "The ministry of foreign affairs and cooperation | the international": the adjectives of a double name. */
size_t cited_doubled_end(cited_phrase *p);
/* "Planners | of the strategy": what a trade that no table knows is for. */
size_t cited_served_end(cited_phrase *p);
/* Li that swallowed the article: both lams are in the name. */
static inline bool cited_swallows(const cited_phrase *p) { return word_begins(cited_form(p->s, p->at), LETTER_LAM, LETTER_LAM); }
/* "The foundation "X" | the international": behind a name in marks the adjectives of the whole. */
size_t cited_adjectives_end(cited_phrase *p);

#endif

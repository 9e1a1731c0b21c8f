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

/* --- citation_complement.c --- */

/* Behind the tokens of a name, from token `at` on. */
size_t cited_behind_name(const cited_phrase *p, const isnad_name_note *name, size_t at);
/* The end of a body or a place at a token, whose name the names told, or whose head noun the sources know; `at` when there is none. */
size_t cited_member_end(cited_phrase *p, size_t at);

/* --- citation_behind.c --- */

/* "Analysts | and military sources": behind unnamed people others who are unnamed too. */
size_t cited_others_end(cited_phrase *p);
/* "Figures | issued by the bank", "a group | that split from the movement": from whom the source comes. */
size_t cited_issued_end(cited_phrase *p);
/* "The envoy of | "the channel"": a name in marks closes an open construct. */
size_t cited_marked_name_end(cited_phrase *p);

/* --- citation_adjectives.c --- */

/* The definite adjectives from `at` on. */
size_t cited_adjectives_behind(const cited_phrase *p, size_t at);
/* "The two armies, the Russian | and the Syrian": a second adjective of relation. */
size_t cited_coupled_end(cited_phrase *p);
/* "The bank of trade | and investment, the Swiss one": the second half of what a body is of, with the adjectives of the whole. */
size_t cited_half_end(cited_phrase *p);
/* "Experts of | the Afghan matter": unnamed people in a construct. A plural that keeps its nun governs nothing. */
size_t cited_trade_end(cited_phrase *p);
/* An indefinite adjective of relation in the sound plural. */
bool cited_is_relation(const cited_phrase *p, size_t at);
/* "Experts | of security", "diplomats": an adjective of relation in the plural behind an indefinite noun of people. */
size_t cited_several_end(cited_phrase *p);
/* "The ministry of foreign affairs and cooperation | the international": the adjectives of a double name. */
size_t cited_doubled_end(cited_phrase *p);
/* "Planners | of the strategy": what a trade that no table knows is for. */
size_t cited_served_end(cited_phrase *p);

/* --- citation_paper.c --- */

/* "A Canadian study | new", "the statement of | the public prosecutor", "a report of | experts", "a statement | of the bank". */
size_t cited_paper_end(cited_phrase *p);
/* "A letter", "a call": what goes to whom li names, and is not his. */
bool cited_is_addressed(const note_unit *unit, size_t first);

/* --- citation_people.c --- */

/* "An organisation concerned | with the rights of man": the complement without which an adjective says nothing. */
size_t cited_engaged_end(cited_phrase *p);
/* People whom nobody names, as their head noun tells; "scientists" are a trade besides. */
bool cited_is_unnamed(const cited_phrase *p);
/* "The government of the town of | X": a name that no table knows behind the noun of a town. */
size_t cited_town_end(cited_phrase *p);
/* "Scientists | in space", "experts | of weather": the field of unnamed people. */
size_t cited_field_end(cited_phrase *p);
/* "The officials | the political and the military ones, the Israeli ones": adjectives in the sound plural. */
size_t cited_plurals_end(cited_phrase *p);

/* Li that swallowed the article: both lams are in the name. */
static inline bool cited_swallows(const cited_phrase *p) { return word_begins(cited_form(p->s, p->at), LETTER_LAM, LETTER_LAM); }
/* "The foundation "X" | the international": behind a name in marks the adjectives of the whole. */
size_t cited_adjectives_end(cited_phrase *p);

#endif

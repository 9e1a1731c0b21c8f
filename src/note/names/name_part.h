/* One part of a person's name, as name_person.c chains them. */
#ifndef ISNAD_NOTE_NAME_PART_H
#define ISNAD_NOTE_NAME_PART_H

#include "note/names/names.h"

typedef enum part_kind { PART_NONE, PART_GIVEN, PART_COMMON_GIVEN, PART_FAMILY, PART_COMMON_FAMILY, PART_TIED, PART_UNKNOWN, PART_BEHIND } part_kind;

typedef struct part {
  part_kind kind;
  uint32_t last; /* token behind it */
  isnad_rule rule;
  bool surname_first; /* a Korean or Chinese family name, which given names follow */
} part;

/* The part at token `at`; `first`: a chain begins there. `depth`: ties that it stands behind. */
part name_part_at(const name_finder *f, const note_unit *u, size_t at, bool first, unsigned depth);

/* What a tie ties (name_tied.c). */
part name_tied(const name_finder *f, const note_unit *u, const isnad_phrase *tie, unsigned depth);

/* A verb, told by the other of its two persons (name_tied.c). */
bool name_is_verb_of_two(const name_finder *f, const note_unit *u, size_t at);

/* The given name that folds to the preposition, by its spelling. */
bool name_is_ali(const name_finder *f, size_t at);

/* Words that a sentence needs are no part of a name, whatever else they are; an office in construct ends the name before it. */
bool name_ends_chain(const name_finder *f, const note_unit *u, size_t at, bool first);

/* An office that is a given name too ("Sultan", "Amir"), before a surname. */
bool name_is_office_given(const name_finder *f, const note_unit *u, size_t at);

/* A given name, whatever word it is too, between a verb that reports and a comma behind which stands what its bearer is. */
bool name_is_who_speaks(const name_finder *f, const note_unit *u, size_t at);

#endif

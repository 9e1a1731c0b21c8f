/* An office on its way through the words behind its title. Internal to the names.
 *   name_title.c   where the office ends and the name of its bearer begins
 *   name_office.c  of what it is an office: adjectives, fields, bodies, places, whom it serves */
#ifndef ISNAD_NOTE_NAME_OFFICE_H
#define ISNAD_NOTE_NAME_OFFICE_H

#include "note/names/names.h"

typedef struct office {
  const name_finder *f;
  const note_unit *u;
  size_t first;   /* of the title */
  size_t last;    /* its last token */
  size_t at;      /* the next token */
  bool marked;    /* a body in quotation marks has been read */
  bool closed;    /* what has been read could end here: a definite noun or a name was the last */
  bool any;       /* something stands behind the title */
  bool construct; /* the title is itself a construct: head of the delegation */
  bool body;      /* a body told by its head noun has been read */
  bool named;     /* a name of the tables, or such a body, was the last */
  bool noun;      /* a noun behind li was the last: adjectives are its own */
  uint32_t place;
  const isnad_titles_row *row;
} office;

/* An uncut title that begins at the token; NULL: none. */
const isnad_phrase *office_title_at(const note_unit *u, size_t at);

/* A person whose first word is known to be a name. */
bool office_known_person(person_reading *out, const office *o, size_t at);

/* A name follows within a few words that may belong to the office. */
bool office_person_within(const office *o, size_t at);

/* Takes the next words that belong to the office; false: it goes on no further. */
bool office_goes_on(office *o);

#endif

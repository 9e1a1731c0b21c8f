/* An office on its way through the words behind its title. Internal to the names.
 *   name_title.c   where the office ends and the name of its bearer begins
 *   name_office.c  of what it is an office: adjectives, fields, bodies, places
 *   name_office_tied.c  what li, ba, in and at tie to it
 *   name_office_body.c  in which body or for whom: behind li, ba, in, at */
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
  bool placed;    /* a place was the last */
  bool served;    /* li and a name have closed it: no second one does */
  bool named;     /* a name of the tables, or such a body, was the last */
  bool noun;      /* a noun behind li was the last: adjectives are its own */
  bool housed;    /* the body in which one serves has been read */
  uint32_t place;
  const isnad_titles_row *row;
} office;

/* An uncut title that begins at the token; NULL: none. */
const isnad_phrase *office_title_at(const note_unit *u, size_t at);

/* A person whose first word is known to be a name. */
bool office_known_person(person_reading *out, const office *o, size_t at);

/* A name follows within a few words that may belong to the office. */
bool office_person_within(const office *o, size_t at);

/* The words up to token `at` belong to it, and it could end there. */
void office_close(office *o, size_t at);
/* A word of more than two letters begins with this one. */
bool office_joins_with(const office *o, size_t at, unsigned letter);
/* The place or body at the next token. */
bool office_take_name(office *o);

/* --- name_office_body.c: each takes the next words when they are of its kind --- */
/* Another office stands here behind ba, so that this one is over. */
bool office_is_met(const office *o);
bool office_take_seat(office *o);
bool office_take_master(office *o);
bool office_take_owner(office *o);
bool office_take_house(office *o);
bool office_take_purpose(office *o);
bool office_take_post(office *o);
bool office_take_service(office *o);
bool office_take_employer(office *o);
bool office_take_described(office *o);
bool office_take_party(office *o);
bool office_take_marked(office *o);

/* Where an office that ends at token `last` ends in apposition, between its bearer and a comma (name_office_reach.c). */
size_t office_reach(const name_finder *f, const note_unit *u, size_t first, size_t last);

/* A noun with a pronoun: "the director of | his office". */
bool office_take_owned(office *o);
/* What a preposition, written on the next word or apart, ties to it (name_office_tied.c). */
bool office_take_tied(office *o);

/* Takes the next words that belong to the office; false: it goes on no further. */
bool office_goes_on(office *o);

#endif

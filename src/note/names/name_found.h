/* The names found so far in one article. Internal to the names. */
#ifndef ISNAD_NOTE_NAME_FOUND_H
#define ISNAD_NOTE_NAME_FOUND_H

#include "note/scan.h"

#include "tables.h"

#define NO_ENTITY UINT32_MAX

typedef struct found_name {
  isnad_span span;
  isnad_span whole;     /* with the noun and the marks that name_class.c left out; {0,0}: the same */
  uint32_t first, last; /* tokens */
  isnad_name_type type;
  isnad_name_form form;
  isnad_span role;
  isnad_rule rule;
  isnad_slice id;        /* of the table's row; empty: the article alone knows it */
  isnad_slice canonical; /* of the row */
  uint32_t entity;       /* index into name_finder.entities */
  uint32_t title;        /* row of titles + 1 when a title stands before it or is it; 0: none */
  uint32_t place;        /* row of places + 1 of the country or place in its role or phrase; 0: none */
  uint8_t cut;           /* folded bytes of proclitics that its first token carries */
  uint8_t words;         /* name words, ties not counted */
  bool trade;            /* `role` holds the words of a trade: they tell who is meant and are no office */
  uint32_t order;        /* its index before the last sorting */
  bool doubtful;         /* an ambiguous word: waits for evidence elsewhere in the article */
} found_name;

typedef struct name_entity {
  isnad_name_type type;
  isnad_slice id, canonical;
  uint32_t longest; /* index of its fullest mention */
  uint32_t last_seen;
  uint32_t merged; /* index of the entity that it turned out to be; itself else */
  uint32_t person; /* row of people + 1; 0: none */
  bool row;        /* canonical comes from a table */
} name_entity;

/* Who goes by the word of a row of people on the day of the article, as it was found last. */
typedef struct name_known_heir {
  uint32_t asked; /* the row + 1; 0: none */
  uint32_t heir;
} name_known_heir;

enum { NAME_HEIRS = 32 };

typedef struct name_finder {
  note_scan *s;
  const isnad_token *tokens;
  uint8_t **taken;        /* per unit and token: name_taken */
  uint8_t **likely;       /* per unit and token: name_answer (name_likely.h) */
  name_known_heir *heirs; /* NAME_HEIRS, by row */
  found_name *found;
  size_t count, room;
  name_entity *entities;
  size_t entity_count, entity_room;
  char home[3];      /* ISO 3166-1 of the state of which the article tells most by far; "": none */
  bool home_counted; /* it was looked for */
  bool sport;        /* the article tells of matches: clubs go by the names of towns */
} name_finder;

typedef enum name_taken { NAME_FREE, NAME_ROLE, NAME_TAKEN } name_taken;

#endif

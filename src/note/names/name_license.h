/* Words that may stand alone for an entity: surnames of whom the article names in full, places without their heads. */
#ifndef ISNAD_NOTE_NAME_LICENSE_H
#define ISNAD_NOTE_NAME_LICENSE_H

#include "note/names/names.h"

enum { ENDING_CELLS = 16, ENDING_BITS = ENDING_CELLS * 64 };

/* A word that may stand alone for an entity; words of one skeleton are chained. */
typedef struct name_license_item {
  isnad_slice word;
  uint32_t entity;
  uint32_t next; /* index + 1 */
  bool exact;    /* no spelling of it: a given name */
} name_license_item;

typedef struct name_licenses {
  map by_skeleton;
  name_license_item *items;
  size_t count, room;
  uint64_t endings[ENDING_CELLS]; /* a bit for the last two consonants of each word: nearly every token of the article is turned away by it */
  uint64_t lasts;                 /* the same for the last consonant alone */
  bool any_ending;                /* one of the words has no two consonants: no token is turned away */
} name_licenses;

/* Lets a word stand alone for the entity; `exact`: no other spelling of it does. */
void name_license(name_finder *f, name_licenses *l, isnad_slice word, uint32_t entity, bool exact);
/* Whether any of the words can end as this one does: most tokens are turned away here. */
bool name_license_may_end(const name_licenses *l, isnad_slice word);
/* Of several bearers of one word the one named last is meant; NO_ENTITY: nobody bears it. `variants`: other spellings count too. */
uint32_t name_license_bearer(const name_finder *f, const name_licenses *l, isnad_slice word, bool variants);

#endif

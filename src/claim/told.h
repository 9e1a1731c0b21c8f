/* What an article tells of names and events, gathered while it is prepared. */
#ifndef ISNAD_CLAIM_TOLD_H
#define ISNAD_CLAIM_TOLD_H

#include "claim/scan.h"

typedef struct claim_telling {
  claim_scan *s;
  isnad_prepared_told *items;
  size_t count, room;
} claim_telling;

/* What no table knows is known by its name behind this. */
#define TOLD_BY_NAME "="

/* Room for one more; NULL when the arena refuses. */
isnad_prepared_told *telling_add(claim_telling *t);

/* Whether a word begins with the letter. */
bool telling_begins(isnad_slice word, unsigned letter);

/* "In", or a word that a preposition is joined to, at the token before the place or where it begins. */
bool telling_leads(const claim_scan *s, size_t at, const isnad_name_note *place);

/* The content of [first, last) without the tokens [left, right), packed; without bytes when the arena refuses. */
isnad_slice telling_terms(claim_scan *s, size_t first, size_t last, size_t left, size_t right);

/* Where and when the events of each sentence happened. False when the arena refuses. */
bool telling_events(claim_telling *t);

/* That nobody was hurt (told_none.c). False when the arena refuses. */
bool telling_none(claim_telling *t);

/* In which minute somebody scored (told_minutes.c). False when the arena refuses. */
bool telling_minutes(claim_telling *t);

#endif

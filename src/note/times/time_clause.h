/* The state of reading the times of an article, and what its clauses say of when they speak. */
#ifndef ISNAD_NOTE_TIME_CLAUSE_H
#define ISNAD_NOTE_TIME_CLAUSE_H

#include "arabic/letters.h"
#include "arabic/time.h"
#include "note/scan.h"
#include "note/word.h"

enum { LETTER_BYTES = 2 };

/* Where one unit is read, and what the text told before. */
typedef struct time_scan {
  note_scan *s;
  const note_unit *unit;
  stamp_hits known;
  uint64_t *roles;
  size_t roles_room;
  isnad_interval reference; /* {0, 0}: not known */
  isnad_slice zone;
  bool floating;
  bool anchored;
  isnad_interval anchor;
  size_t words_first, words_last; /* tokens from the first word or number of the unit to behind its last */
  size_t sentence;                /* first token of the sentence that is read */
  size_t cue;                     /* token behind the last cue of the future; `sentence` or before: none */
  size_t present;                 /* token behind the last verb of the present; the same */
} time_scan;

static inline const isnad_token *time_token(const time_scan *t, size_t at) { return &t->s->page->tokens.items[at]; }

static inline isnad_slice time_form(const time_scan *t, size_t at) { return isnad_token_form(&t->s->page->tokens, at); }

static inline uint64_t time_roles(const time_scan *t, size_t at) { return t->known.roles[at - t->unit->first]; }

static inline bool time_has_role(const time_scan *t, size_t at, isnad_time_words_role role) { return (time_roles(t, at) & STAMP_BIT(role)) != 0; }

/* Whether the letter at a byte of a folded word is this one. */
bool time_letter_at(isnad_slice form, size_t at, unsigned letter);

/* Takes in a token on the way through the unit: ends of sentences and clauses, verbs and cues of the future. */
void time_clause_take(time_scan *t, size_t at);

/* A cue of the future shortly before the time from `at` to before `past`, or right behind it. */
bool time_looks_ahead(const time_scan *t, size_t at, size_t past);

/* A verb of the present stands shortly before it. */
bool time_is_present(const time_scan *t, size_t at);

#endif

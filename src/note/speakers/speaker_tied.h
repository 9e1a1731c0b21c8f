/* Whom a description means that no words of the article tie to a name: those who may be meant and what is read of each (speaker_tied.c). */
#ifndef ISNAD_NOTE_SPEAKER_TIED_H
#define ISNAD_NOTE_SPEAKER_TIED_H

#include "note/speakers/speaker_bearing.h"

enum { SPEAKER_TIES = 24, SPEAKER_TIE_ADDENDS = ISNAD_TIED_WEIGHTS_FEATURE_COUNT };

/* A description: tokens [first, last) of a unit, and the statement of whoever it means. */
typedef struct speaker_described {
  const note_unit *unit;
  size_t first, last;
  bool definite, construct;
  size_t quote;
} speaker_described;

/* Somebody named in the article. */
typedef struct speaker_tie {
  const isnad_name_note *name;      /* his mention nearest before the description, else the first behind it; NULL: nobody who is named */
  size_t before, behind, first;     /* tokens of his mentions nearest before and behind it, and of his first; SIZE_MAX: none */
  unsigned mentions, spoke, speaks; /* mentions; statements before it and behind */
  bool barred;
  float x[SPEAKER_TIE_ADDENDS];
} speaker_tie;

/* The first is nobody. */
typedef struct speaker_tie_case {
  speaker_described told;
  speaker_tie items[SPEAKER_TIES];
  size_t count;
  bool again; /* an indefinite description, of which the noun speaks again without a name */
} speaker_tie_case;

void speaker_read_ties(quote_scan *q, const speaker_described *told, speaker_tie_case *out);

/* The one who is meant, or NULL. */
const isnad_name_note *speaker_tied(quote_scan *q, const speaker_described *told);

#endif

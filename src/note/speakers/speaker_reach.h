/* How far the phrase of a speaker goes on behind the words that the rules read: where it may end, what is read of each end, how likely each is
 * (speaker_reach.c). */
#ifndef ISNAD_NOTE_SPEAKER_REACH_H
#define ISNAD_NOTE_SPEAKER_REACH_H

#include "note/speakers/speaker.h"

enum { REACH_ENDS = 16, REACH_ADDENDS = ISNAD_REACH_WEIGHTS_FEATURE_COUNT };

/* An end that the phrase may have. */
typedef struct speaker_reach_end {
  size_t at; /* the token behind the phrase */
  float x[REACH_ADDENDS];
} speaker_reach_end;

/* Tokens [first, at) are read; the phrase may go on before `limit`, at which what is said or its verb begins. */
typedef struct speaker_reach_case {
  size_t first, at, limit;
  speaker_reach_end ends[REACH_ENDS]; /* the first: it goes no further, of which nothing is read */
  size_t count;
} speaker_reach_case;

/* The token behind the phrase [first, at), which stands before `limit`. */
size_t speaker_reach(const quote_scan *q, size_t first, size_t at, size_t limit);

#endif

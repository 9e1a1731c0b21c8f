/* Whom a verb without a subject of its own means: those who may be meant, what is read of each, and how likely each is (speaker_likely.c). */
#ifndef ISNAD_NOTE_SPEAKER_LIKELY_H
#define ISNAD_NOTE_SPEAKER_LIKELY_H

#include "note/speakers/speaker.h"

enum { SPEAKER_MEANT = 32, SPEAKER_ADDENDS = ISNAD_SPEAKER_WEIGHTS_FEATURE_COUNT };

/* How somebody came to be one of those who may be meant. */
typedef enum meant_as {
  MEANT_RULE = 1,
  MEANT_LAST = 2,
  MEANT_EARLIER = 4,
  MEANT_TOPIC = 8,
  MEANT_HEADLINED = 16,
  MEANT_NAMED = 32, /* by a name */
  MEANT_TOLD = 64   /* by a noun phrase */
} meant_as;

typedef struct speaker_meant {
  quote_speaker who;
  unsigned as;       /* meant_as */
  size_t from, to;   /* tokens of the mention nearest before the verb; equal: none in the text before it */
  unsigned mentions; /* up to the verb */
  unsigned spoke;    /* statements before */
  bool barred;       /* may not take the place of the rules' answer */
  float x[SPEAKER_ADDENDS];
} speaker_meant;

typedef struct speaker_case {
  speaker_meant items[SPEAKER_MEANT];
  size_t count;
} speaker_case;

/* Those who may be meant (speaker_meant.c); the first is whom the rules found, or nobody. */
void speaker_find_meant(const quote_scan *q, const quote_verb *verb, const quote_speaker *rule, speaker_case *out);

#endif

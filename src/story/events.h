/* Kinds of event words (data/ar/event_words.tsv): two desks write "killed" and "met their death". The tables are made by tools/emit_events.c. */
#ifndef ISNAD_STORY_EVENTS_H
#define ISNAD_STORY_EVENTS_H

#include <stdint.h>

/* A stem and the kind that it is of, in an open-addressing table; hash 0: free. */
typedef struct event_stem {
  uint64_t hash;
  uint16_t kind;
} event_stem;

typedef struct event_kind {
  uint64_t hash;  /* of its name */
  uint32_t count; /* how often all its words together are seen in 100 million */
} event_kind;

extern const event_stem event_stems[];
extern const uint32_t event_stem_mask;
extern const event_kind event_kinds[];

/* The kind that a stem is of; NULL: of none. */
static inline const event_kind *event_kind_of(uint64_t stem_hash) {
  uint32_t at = (uint32_t)stem_hash & event_stem_mask;
  while (event_stems[at].hash != 0 && event_stems[at].hash != stem_hash) at = (at + 1) & event_stem_mask;
  return event_stems[at].hash == 0 ? (const event_kind *)0 : &event_kinds[event_stems[at].kind];
}

#endif

/* An open-addressing map from 64-bit keys to 64-bit values, in an arena. Keys are hashes or ids; key 0 is allowed. */
#ifndef ISNAD_BASE_MAP_H
#define ISNAD_BASE_MAP_H

#include "isnad/base.h"

typedef struct map_entry {
  uint64_t key, value;
} map_entry;

typedef struct map {
  isnad_arena *arena;
  map_entry *entries; /* room of them; used[] tells which */
  uint8_t *used;
  size_t room, count;
} map;

/* An empty map with room for about `expected` keys. False when the arena refuses. */
bool map_new(map *out, isnad_arena *arena, size_t expected);

static inline size_t map_slot(const map *m, uint64_t key) {
  uint64_t mixed = (key ^ (key >> 32)) * 0x9E3779B97F4A7C15u;
  size_t at = (size_t)(mixed >> 20) & (m->room - 1);
  while (m->used[at] && m->entries[at].key != key) at = (at + 1) & (m->room - 1);
  return at;
}

/* The place of the value of `key`, or NULL. Valid until the next map_put. */
static inline uint64_t *map_get(const map *m, uint64_t key) {
  size_t at = map_slot(m, key);
  return m->used[at] ? &m->entries[at].value : NULL;
}

/* Makes a key that is not there yet, with value 0, at the slot that was found free. */
uint64_t *map_make(map *m, uint64_t key, size_t at);

/* The place of the value of `key`, made with value 0 when it is new. NULL when the arena refuses. */
static inline uint64_t *map_put(map *m, uint64_t key) {
  size_t at = map_slot(m, key);
  return m->used[at] ? &m->entries[at].value : map_make(m, key, at);
}

#endif

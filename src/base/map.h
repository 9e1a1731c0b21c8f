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

/* The place of the value of `key`, or NULL. Valid until the next map_put. */
uint64_t *map_get(const map *m, uint64_t key);

/* The place of the value of `key`, made with value 0 when it is new. NULL when the arena refuses. */
uint64_t *map_put(map *m, uint64_t key);

#endif

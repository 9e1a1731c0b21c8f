#include "story/weaving.h"

bool id_set_new(id_set *out, isnad_arena *arena, size_t expected) {
  *out = (id_set){.arena = arena};
  return map_new(&out->places, arena, expected);
}

bool id_set_add(id_set *set, int64_t id) {
  uint64_t *place = map_put(&set->places, (uint64_t)id);
  if (place == NULL) return false;
  if (*place != 0) return true;
  if (set->count == set->room) {
    size_t room = set->room * 2 + 64;
    int64_t *grown = isnad_arena_grow(set->arena, set->items, set->room, room, sizeof *grown);
    if (grown == NULL) return false;
    set->items = grown;
    set->room = room;
  }
  set->items[set->count++] = id;
  *place = set->count;
  return true;
}

#include "base/map.h"

#include "base/room.h"

static bool allocate(map *m, size_t room) {
  m->entries = arena_room(m->arena, room, sizeof *m->entries);
  m->used = isnad_arena_array(m->arena, room, 1);
  m->room = room;
  return m->entries != NULL && m->used != NULL;
}

bool map_new(map *out, isnad_arena *arena, size_t expected) {
  size_t room = 16;
  *out = (map){arena, NULL, NULL, 0, 0};
  while (room / 4 * 3 < expected && room <= SIZE_MAX / sizeof(map_entry)) room *= 2; /* beyond that the arena refuses */
  return allocate(out, room);
}

static bool rehash(map *m) {
  map old = *m;
  if (!allocate(m, old.room * 2)) {
    *m = old;
    return false;
  }
  for (size_t i = 0; i < old.room; i++) {
    if (!old.used[i]) continue;
    size_t at = map_slot(m, old.entries[i].key);
    m->entries[at] = old.entries[i];
    m->used[at] = 1;
  }
  return true;
}

uint64_t *map_make(map *m, uint64_t key, size_t at) {
  if (m->count + 1 > m->room / 4 * 3) {
    if (!rehash(m)) return NULL;
    at = map_slot(m, key);
  }
  m->used[at] = 1;
  m->entries[at] = (map_entry){key, 0};
  m->count++;
  return &m->entries[at].value;
}

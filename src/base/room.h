/* Memory of an arena that is not zeroed first. */
#ifndef ISNAD_BASE_ROOM_H
#define ISNAD_BASE_ROOM_H

#include "isnad/base.h"

/* Like isnad_arena_array, but the bytes hold anything: for what is written before it is read. */
void *arena_room(isnad_arena *arena, size_t count, size_t size);

/* Like isnad_arena_grow, but the new items hold anything. */
void *arena_grow_room(isnad_arena *arena, void *items, size_t old_count, size_t new_count, size_t size);

#endif

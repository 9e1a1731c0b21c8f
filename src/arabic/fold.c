#include "arabic/chars.h"

/* Room for one more character is kept; a character folds to at most FOLDED_ROOM code points of at most 4 bytes. */
enum { MOST_BYTES = FOLDED_ROOM * 4 };

typedef struct folding {
  isnad_arena *arena;
  char *bytes;
  uint32_t *map; /* NULL: not wanted */
  size_t length, room;
} folding;

static bool make_room(folding *f) {
  if (f->room - f->length >= MOST_BYTES) return true;
  size_t room = f->room * 2 + MOST_BYTES;
  char *bytes = isnad_arena_grow(f->arena, f->bytes, f->room, room, 1);
  if (bytes == NULL) return false;
  f->bytes = bytes;
  if (f->map != NULL) {
    uint32_t *map = isnad_arena_grow(f->arena, f->map, f->room + 1, room + 1, sizeof *map);
    if (map == NULL) return false;
    f->map = map;
  }
  f->room = room;
  return true;
}

static void append(folding *f, const char_fold *folded, size_t source) {
  for (size_t i = 0; i < folded->count; i++) {
    size_t length = chars_encode(f->bytes + f->length, folded->points[i]);
    for (size_t k = 0; f->map != NULL && k < length; k++) f->map[f->length + k] = (uint32_t)source;
    f->length += length;
  }
}

isnad_status isnad_arabic_fold(isnad_slice *folded, const uint32_t **map, isnad_arena *arena, isnad_slice text, isnad_fold strength, isnad_err *err) {
  if (text.length >= UINT32_MAX) return isnad_err_set(err, ISNAD_LIMIT, "arabic", (isnad_span){0, 0}, "texts of 4 GiB and more are not folded");
  folding f = {.arena = arena, .room = text.length + MOST_BYTES};
  f.bytes = isnad_arena_alloc(arena, f.room);
  if (map != NULL) f.map = isnad_arena_array(arena, f.room + 1, sizeof *f.map);
  if (f.bytes == NULL || (map != NULL && f.map == NULL)) return isnad_arena_fail(err, arena, "arabic");
  for (size_t at = 0, length = 0; at < text.length; at += length) {
    char_fold one;
    chars_fold(&one, chars_decode(text, at, &length), strength);
    if (!make_room(&f)) return isnad_arena_fail(err, arena, "arabic");
    append(&f, &one, at);
  }
  if (f.map != NULL) f.map[f.length] = (uint32_t)text.length;
  *folded = (isnad_slice){f.bytes, f.length};
  if (map != NULL) *map = f.map;
  return ISNAD_OK;
}

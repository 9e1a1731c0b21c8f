#include "arabic/chars.h"

typedef struct folding {
  isnad_slice text;
  isnad_fold strength;
  const uint32_t *table;
  char *out;
  uint32_t *map; /* NULL: not wanted */
} folding;

/* Names keep their hamza even where it was typed as a mark of its own behind its letter. */
static void compose(char *out, size_t used, const unsigned char *mark) {
  enum { FIRST_MARK = 0x0653, LEAD = 0xC0 | FIRST_MARK >> 6, LOW = 0x80 | (FIRST_MARK & 0x3F) };
  if (mark[0] != LEAD || mark[1] < LOW || mark[1] > LOW + 2 || used < 2) return;
  const unsigned char *last = (const unsigned char *)out + used - 2;
  if ((last[0] & 0xFC) != 0xD8) return; /* no letter of the Arabic block */
  uint32_t whole = chars_composed((last[0] & 0x1Fu) << 6 | (last[1] & 0x3Fu), FIRST_MARK + (mark[1] - (uint32_t)LOW));
  if (whole != 0) chars_encode(out + used - 2, whole);
}

/* `with_map` is a constant wherever this is called, so that the loop without a map carries none. */
static inline size_t fold_loop(const folding *f, bool with_map) {
  const unsigned char *bytes = (const unsigned char *)f->text.bytes;
  size_t used = 0, length = 0;
  for (size_t at = 0; at < f->text.length; at += length) {
    size_t run = chars_arabic_run(f->out + used, f->table, bytes + at, f->text.length - at);
    for (size_t i = 0; with_map && i < run; i++) f->map[used + i] = (uint32_t)(at + (i & ~(size_t)1));
    at += run;
    used += run;
    if (at == f->text.length) break;
    uint32_t entry = chars_entry(f->table, bytes + at, f->text.length - at, &length);
    size_t folded = chars_entry_length(entry);
    if (chars_entry_class(entry) == CHAR_RARE)
      chars_rare(f->out + used, &folded, f->text, at, &length, f->strength);
    else
      chars_entry_put(f->out + used, entry);
    if (f->strength == ISNAD_FOLD_NAME && chars_entry_class(entry) == CHAR_MARK && length == 2) compose(f->out, used, bytes + at);
    for (size_t i = 0; with_map && i < folded; i++) f->map[used + i] = (uint32_t)at;
    used += folded;
  }
  return used;
}

isnad_status isnad_arabic_fold(isnad_slice *folded, const uint32_t **map, isnad_arena *arena, isnad_slice text, isnad_fold strength, isnad_err *err) {
  if (text.length >= UINT32_MAX) return isnad_err_set(err, ISNAD_LIMIT, "arabic", (isnad_span){0, 0}, "texts of 4 GiB and more are not folded");
  size_t room = chars_folded_room(text);
  folding f = {.text = text, .strength = strength, .table = strength == ISNAD_FOLD_MATCH ? chars_match : chars_name};
  f.out = isnad_arena_alloc(arena, room);
  if (map != NULL) f.map = isnad_arena_array(arena, room, sizeof *f.map);
  if (f.out == NULL || (map != NULL && f.map == NULL)) return isnad_arena_fail(err, arena, "arabic");
  size_t used = map != NULL ? fold_loop(&f, true) : fold_loop(&f, false);
  if (map != NULL) {
    f.map[used] = (uint32_t)text.length;
    *map = f.map;
  }
  *folded = (isnad_slice){f.out, used};
  return ISNAD_OK;
}

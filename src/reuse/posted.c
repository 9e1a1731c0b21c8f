/* What goes into the index when new articles are woven. */
#include "reuse/weaving.h"

/* The text keys of classes that no old article represents, under the row id of their representative, and every member's class keys. */
isnad_status reuse_list_posted(reuse_weaving *w, const segment_entry *entries, size_t count, isnad_err *err) {
  w->posted = isnad_arena_array(w->arena, count + 2 * w->count + w->class_count, sizeof *w->posted);
  uint8_t *fresh = isnad_arena_array(w->arena, 2 * w->count, 1); /* by unit; looking the class up for each entry would cost more than all else here */
  if (w->posted == NULL || fresh == NULL) return isnad_arena_fail(err, w->arena, "reuse");
  for (size_t i = 0; i < w->class_count; i++)
    fresh[2 * w->classes[i].representative + (print_space_of(w->classes[i].key) == PRINT_TITLE)] = w->classes[i].fresh;
  for (size_t i = 0; i < count; i++) {
    uint64_t unit = entries[i].value;
    if (fresh[unit]) w->posted[w->posted_count++] = (segment_entry){entries[i].key, (uint64_t)w->articles[unit / 2].id * 2 + unit % 2};
  }
  for (size_t i = 0; i < w->count; i++) {
    const held_article *a = &w->articles[i];
    if (a->prints.body != 0) w->posted[w->posted_count++] = (segment_entry){a->prints.body, a->name};
    if (a->prints.title != 0) w->posted[w->posted_count++] = (segment_entry){a->prints.title, a->name};
  }
  for (size_t i = 0; i < w->class_count; i++) {
    const reuse_class *c = &w->classes[i];
    uint64_t unit = (uint64_t)w->articles[c->representative].id * 2 + (print_space_of(c->key) == PRINT_TITLE);
    if (c->fresh) w->posted[w->posted_count++] = (segment_entry){print_stand_key(c->key), unit};
  }
  segments_sort(w->posted, w->posted_count);
  return ISNAD_OK;
}

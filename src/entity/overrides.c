/* What the tables know before any article is read. */
#include "entity/weaving.h"

#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

#include "tables.h"

typedef struct people_list {
  known_person *items;
  size_t count, room;
} people_list;

static isnad_status add_spelling(people_list *list, weaving *w, uint32_t row, isnad_slice text) {
  if (list->count == list->room) {
    size_t room = list->room == 0 ? 1024 : list->room * 2;
    list->items = isnad_arena_grow(w->arena, list->items, list->room, room, sizeof *list->items);
    if (list->items == NULL) return isnad_arena_fail(w->err, w->arena, "entity");
    list->room = room;
  }
  known_person *p = &list->items[list->count];
  isnad_status status = entity_name_read(&p->name, w->arena, text, w->err);
  if (status != ISNAD_OK || p->name.count < 2) return status;
  p->row = row;
  p->block = p->name.block;
  list->count++;
  return ISNAD_OK;
}

/* Phrases of a cell stand between bars. */
static isnad_status add_spellings(people_list *list, weaving *w, uint32_t row, const char *cell) {
  isnad_status status = ISNAD_OK;
  while (status == ISNAD_OK && cell != NULL && *cell != '\0') {
    size_t length = strcspn(cell, "|");
    status = add_spelling(list, w, row, (isnad_slice){cell, length});
    cell += length + (cell[length] == '|');
  }
  return status;
}

static int by_block(const void *a, const void *b) {
  const known_person *x = a, *y = b;
  if (x->block != y->block) return x->block < y->block ? -1 : 1;
  return x->row != y->row ? (x->row < y->row ? -1 : 1) : isnad_slice_compare(x->name.letters, y->name.letters);
}

static isnad_status read_people(weaving *w) {
  people_list list = {NULL, 0, 0};
  isnad_status status = map_new(&w->rows, w->arena, isnad_people_count) ? ISNAD_OK : isnad_arena_fail(w->err, w->arena, "entity");
  for (uint32_t i = 0; status == ISNAD_OK && i < isnad_people_count; i++) {
    const isnad_people_row *row = &isnad_people_rows[i];
    uint64_t *place = map_put(&w->rows, hash64(isnad_slice_of(row->id)));
    if (place == NULL) return isnad_arena_fail(w->err, w->arena, "entity");
    *place = i + 1;
    status = add_spellings(&list, w, i, row->name);
    if (status == ISNAD_OK) status = add_spellings(&list, w, i, row->spellings);
  }
  if (list.count > 1) qsort(list.items, list.count, sizeof *list.items, by_block);
  w->people = list.items;
  w->people_count = list.count;
  return status;
}

static isnad_status read_overrides(weaving *w) {
  override *items = isnad_arena_array(w->arena, isnad_overrides_count + 1, sizeof *items);
  isnad_status status = items != NULL ? ISNAD_OK : isnad_arena_fail(w->err, w->arena, "entity");
  for (size_t i = 0; status == ISNAD_OK && i < isnad_overrides_count; i++) {
    const isnad_overrides_row *row = &isnad_overrides_rows[i];
    entity_name name, other;
    status = entity_name_read(&name, w->arena, isnad_slice_of(row->name), w->err);
    if (status == ISNAD_OK) status = entity_name_read(&other, w->arena, isnad_slice_of(row->other), w->err);
    bool id = memchr(row->other, '.', strlen(row->other)) != NULL;
    items[i] = (override){name.letters, id ? isnad_slice_of(row->other) : other.letters, row->act == ISNAD_OVERRIDES_ACT_SAME};
  }
  w->overrides = items;
  w->override_count = isnad_overrides_count;
  return status;
}

isnad_status weaving_read_tables(weaving *w) {
  isnad_status status = read_people(w);
  return status == ISNAD_OK ? read_overrides(w) : status;
}

isnad_slice weaving_forced(const weaving *w, isnad_slice letters) {
  for (size_t i = 0; i < w->override_count; i++)
    if (w->overrides[i].same && isnad_slice_equal(w->overrides[i].letters, letters)) return w->overrides[i].other;
  return (isnad_slice){NULL, 0};
}

static bool means(isnad_slice what, isnad_slice id, isnad_slice letters) {
  return what.length > 0 && (isnad_slice_equal(what, id) || isnad_slice_equal(what, letters));
}

bool weaving_parted(const weaving *w, isnad_slice a_id, isnad_slice a_letters, isnad_slice b_id, isnad_slice b_letters) {
  for (size_t i = 0; i < w->override_count; i++) {
    const override *o = &w->overrides[i];
    if (o->same) continue;
    if (means(o->letters, a_id, a_letters) && means(o->other, b_id, b_letters)) return true;
    if (means(o->letters, b_id, b_letters) && means(o->other, a_id, a_letters)) return true;
  }
  return false;
}

const known_person *weaving_people(const weaving *w, uint64_t block, size_t *count) {
  size_t low = 0, high = w->people_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (w->people[middle].block < block)
      low = middle + 1;
    else
      high = middle;
  }
  for (*count = 0; low + *count < w->people_count && w->people[low + *count].block == block;) ++*count;
  return w->people + low;
}

uint32_t weaving_person_row(const weaving *w, isnad_slice id) {
  const uint64_t *row = map_get(&w->rows, hash64(id));
  return row != NULL ? (uint32_t)*row : 0;
}

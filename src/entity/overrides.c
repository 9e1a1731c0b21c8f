/* What the tables know before any article is read. */
#include "entity/weaving.h"

#include "base/hash.h"
#include "base/room.h"

#include <stdlib.h>
#include <string.h>

#include "tables.h"

/* Phrases of a cell stand between bars. Gives the next one, and whether there is one. */
static bool next_phrase(isnad_slice *out, const char **cell) {
  if (*cell == NULL || **cell == '\0') return false;
  *out = (isnad_slice){*cell, strcspn(*cell, "|")};
  *cell += out->length + ((*cell)[out->length] == '|');
  return true;
}

static size_t count_phrases(const char *cell) {
  size_t count = 0;
  for (isnad_slice phrase; next_phrase(&phrase, &cell);) count++;
  return count;
}

/* Of one word nothing is known. */
static isnad_status add_spellings(known_person *items, size_t *count, weaving *w, uint32_t row, const char *cell) {
  entity_name name;
  isnad_status status = ISNAD_OK;
  for (isnad_slice text; status == ISNAD_OK && next_phrase(&text, &cell);) {
    isnad_arena_reset(w->scratch);
    status = entity_name_read(&name, w->scratch, text, w->err);
    if (status == ISNAD_OK && name.count >= 2) {
      items[*count] = (known_person){name.block, row, (uint32_t)*count, text};
      ++*count;
    }
  }
  return status;
}

/* Those of one block as they stand in the table. */
static int by_block(const void *a, const void *b) {
  const known_person *x = a, *y = b;
  if (x->block != y->block) return x->block < y->block ? -1 : 1;
  return (x->place > y->place) - (x->place < y->place);
}

static isnad_status read_people(weaving *w) {
  size_t room = 0, count = 0;
  for (size_t i = 0; i < isnad_people_count; i++) room += count_phrases(isnad_people_rows[i].name) + count_phrases(isnad_people_rows[i].spellings);
  known_person *items = arena_room(w->arena, room + 1, sizeof *items);
  isnad_status status = items != NULL && map_new(&w->rows, w->arena, isnad_people_count) ? ISNAD_OK : isnad_arena_fail(w->err, w->arena, "entity");
  for (uint32_t i = 0; status == ISNAD_OK && i < isnad_people_count; i++) {
    const isnad_people_row *row = &isnad_people_rows[i];
    uint64_t *place = map_put(&w->rows, hash64(isnad_slice_of(row->id)));
    if (place == NULL) return isnad_arena_fail(w->err, w->arena, "entity");
    *place = i + 1;
    status = add_spellings(items, &count, w, i, row->name);
    if (status == ISNAD_OK) status = add_spellings(items, &count, w, i, row->spellings);
  }
  if (status == ISNAD_OK && count > 1) qsort(items, count, sizeof *items, by_block);
  w->people = items;
  w->people_count = count;
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

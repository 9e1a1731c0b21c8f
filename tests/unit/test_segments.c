/* The inverted index against a plain list: whatever was added in whatever batches is found, by keys and by ranges. */
#include "../store_support.h"

#include "store/segments.h"
#include "store/sql.h"

enum { BATCHES = 30, MOST_IN_BATCH = 3000, KEYS = 4000 };

typedef struct model {
  segment_entry *items;
  size_t count;
} model;

static void add_batch(isnad_store *store, model *m, segment_entry *room, size_t count, uint64_t *seed) {
  for (size_t i = 0; i < count; i++) {
    uint64_t key = random_below(seed, 8) == 0 ? 77 : random_next(seed) % KEYS << (random_below(seed, 2) * 40);
    room[i] = (segment_entry){key, random_next(seed) >> random_below(seed, 50)};
    m->items[m->count++] = room[i];
  }
  segments_sort(room, count);
  assert_int_equal(segments_add(store, "test", room, count, NULL), ISNAD_OK);
}

static size_t in_model(const model *m, segment_range range, segment_entry *out) {
  size_t count = 0;
  for (size_t i = 0; i < m->count; i++)
    if (m->items[i].key >= range.first && m->items[i].key <= range.last) out[count++] = m->items[i];
  segments_sort(out, count);
  return count;
}

static void compare(isnad_store *store, const model *m, isnad_arena *arena, segment_range range) {
  segment_hits hits = {.arena = arena};
  segment_entry *wanted = isnad_arena_array(arena, m->count + 1, sizeof *wanted);
  size_t count = in_model(m, range, wanted);
  assert_int_equal(segments_find(&hits, store, "test", &range, 1, 0, NULL), ISNAD_OK);
  segments_sort(hits.items, hits.count);
  assert_int_equal(hits.count, count);
  if (count > 0) assert_memory_equal(hits.items, wanted, count * sizeof *wanted);
}

static void finds_what_was_added(void **state) {
  (void)state;
  uint64_t seed = 11;
  isnad_arena *arena = new_arena(0), *scratch = new_arena(0);
  model m = {isnad_arena_array(arena, (size_t)BATCHES * MOST_IN_BATCH, sizeof(segment_entry)), 0};
  segment_entry *room = isnad_arena_array(arena, MOST_IN_BATCH, sizeof *room);
  isnad_store *store = open_store("segments.db", ISNAD_STORE_WRITE);
  assert_int_equal(isnad_store_begin(store, NULL), ISNAD_OK);
  for (unsigned batch = 0; batch < BATCHES; batch++) {
    add_batch(store, &m, room, 1 + random_below(&seed, batch % 3 == 0 ? MOST_IN_BATCH : 20), &seed);
    for (unsigned probe = 0; probe < 8; probe++) {
      uint64_t first = random_next(&seed) % KEYS << (random_below(&seed, 2) * 40);
      compare(store, &m, scratch, (segment_range){first, first + random_below(&seed, 2) * 50});
    }
    compare(store, &m, scratch, (segment_range){77, 77});
    compare(store, &m, scratch, (segment_range){0, INT64_MAX});
    isnad_arena_reset(scratch);
  }
  int64_t runs = 0;
  assert_int_equal(store_number(&runs, store, "SELECT count(*) FROM segment_run", NULL), ISNAD_OK);
  assert_in_range(runs, 1, 12);
  isnad_store_close(store);
  isnad_arena_free(scratch);
  isnad_arena_free(arena);
}

/* Many ranges in one call give what one call for each gives, and the limit holds for each key of each run. */
static void finds_many_at_once(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_store *store = open_store("many.db", ISNAD_STORE_WRITE);
  segment_entry *entries = isnad_arena_array(arena, 10000, sizeof *entries);
  segment_range *ranges = isnad_arena_array(arena, 5000, sizeof *ranges);
  for (size_t i = 0; i < 10000; i++) entries[i] = (segment_entry){i / 5 * 3, i};
  for (size_t i = 0; i < 5000; i++) ranges[i] = (segment_range){i, i};
  assert_int_equal(isnad_store_begin(store, NULL), ISNAD_OK);
  assert_int_equal(segments_add(store, "many", entries, 10000, NULL), ISNAD_OK);
  segment_hits all = {.arena = arena}, some = {.arena = arena}, none = {.arena = arena};
  assert_int_equal(segments_find(&all, store, "many", ranges, 5000, 0, NULL), ISNAD_OK);
  assert_int_equal(all.count, 5 * 1667);
  assert_int_equal(segments_find(&some, store, "many", ranges, 5000, 2, NULL), ISNAD_OK);
  assert_int_equal(some.count, 2 * 1667);
  assert_int_equal(some.items[1].value, 1);
  assert_int_equal(some.items[2].value, 5);
  assert_int_equal(segments_find(&none, store, "other", ranges, 5000, 0, NULL), ISNAD_OK);
  assert_int_equal(none.count, 0);
  isnad_store_close(store);
  isnad_arena_free(arena);
}

static void tells_of_damage(void **state) {
  (void)state;
  isnad_store *store = open_store("damage.db", ISNAD_STORE_WRITE);
  isnad_arena *arena = new_arena(0);
  segment_entry entries[] = {{5, 1}, {5, 2}, {9, 3}};
  segment_range all = {0, 100};
  segment_hits hits = {.arena = arena};
  isnad_err err = {0};
  assert_int_equal(isnad_store_begin(store, NULL), ISNAD_OK);
  assert_int_equal(segments_add(store, "d", entries, 3, NULL), ISNAD_OK);
  assert_int_equal(store_execute(store, "UPDATE segment SET bytes = x'80'", NULL), ISNAD_OK);
  assert_int_equal(segments_find(&hits, store, "d", &all, 1, 0, &err), ISNAD_STORE);
  assert_non_null(strstr(err.message, "damaged"));
  isnad_store_close(store);
  isnad_arena_free(arena);
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {cmocka_unit_test(finds_what_was_added), cmocka_unit_test(finds_many_at_once), cmocka_unit_test(tells_of_damage)};
  return cmocka_run_group_tests(tests, enter_folder_of_its_own, leave_folder);
}

/* The same captures give the same export, in whatever order and in whatever batches they were added. */
#include "../store_support.h"

enum { CAPTURES = 60, ROUNDS = 12 };

static void shuffle(unsigned *items, size_t count, uint64_t *seed) {
  for (size_t i = count; i > 1; i--) {
    size_t k = random_below(seed, i);
    unsigned kept = items[i - 1];
    items[i - 1] = items[k];
    items[k] = kept;
  }
}

static void add_in_order(const char *path, const unsigned *items, uint64_t *seed) {
  isnad_store *store = open_store(path, ISNAD_STORE_WRITE);
  assert_int_equal(isnad_store_begin(store, NULL), ISNAD_OK);
  for (size_t i = 0; i < CAPTURES; i++) {
    put_made(store, items[i]);
    if (random_below(seed, 5) == 0) put_made(store, items[random_below(seed, CAPTURES)]);
    if (random_below(seed, 9) != 0) continue;
    assert_int_equal(isnad_store_commit(store, NULL), ISNAD_OK);
    assert_int_equal(isnad_store_begin(store, NULL), ISNAD_OK);
  }
  assert_int_equal(isnad_store_commit(store, NULL), ISNAD_OK);
  isnad_store_close(store);
}

static void the_order_of_adding_does_not_show(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  unsigned items[CAPTURES];
  isnad_slice first = {NULL, 0};
  for (unsigned i = 0; i < CAPTURES; i++) items[i] = i;
  for (uint64_t round = 1; round <= ROUNDS; round++) {
    uint64_t seed = round;
    shuffle(items, CAPTURES, &seed);
    add_in_order("order.db", items, &seed);
    isnad_slice lines = export_file(arena, "order.db");
    if (round == 1) first = lines;
    assert_slice(lines, first);
    remove("order.db");
  }
  isnad_arena_free(arena);
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {cmocka_unit_test(the_order_of_adding_does_not_show)};
  return cmocka_run_group_tests(tests, enter_folder_of_its_own, leave_folder);
}

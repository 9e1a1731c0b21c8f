/* The claims of stories depend on the set of captures alone: not on the order of adding, the batches or the threads. The set is that of the golden
 * stories, whose reports agree, differ, revise and copy one another. argv[1]: the folder of the tests. */
#include "../store_support.h"

#include "isnad/view.h"
#include "store/stories.h"

enum { MOST_LINES = 200, ROUNDS = 4 };

static const char *tests_folder;

typedef struct lines {
  isnad_slice items[MOST_LINES];
  size_t count;
} lines;

static void read_set(lines *all, isnad_arena *arena, const char *set) {
  char path[4096];
  snprintf(path, sizeof path, "%s/golden_stories/%s/reports.jsonl", tests_folder, set);
  isnad_slice text = read_file(arena, path);
  for (size_t i = 0, begin = 0; i < text.length; i++) {
    if (text.bytes[i] != '\n') continue;
    if (all->count < MOST_LINES) all->items[all->count++] = (isnad_slice){text.bytes + begin, i + 1 - begin};
    begin = i + 1;
  }
}

static bool ignore_result(void *context, const isnad_result *result) {
  (void)context;
  (void)result;
  return true;
}

static void add_batch(isnad_store *store, isnad_arena *arena, const lines *all, const size_t *order, size_t first, size_t last, unsigned threads) {
  const char *paths[] = {"claims.jsonl"};
  isnad_run run = {.threads = threads, .take = ignore_result};
  isnad_added added;
  isnad_err err = {0};
  buf b = buf_new(arena, 0);
  for (size_t i = first; i < last; i++) buf_add_slice(&b, all->items[order[i]]);
  write_file("claims.jsonl", buf_slice(&b));
  if (isnad_add(&added, store, paths, 1, &run, NULL, &err) != ISNAD_OK) fail_msg("%s", err.message);
}

/* The claims of all stories, in the order of the stories' keys: the ids tell of how the store was filled. */
static isnad_slice everything(isnad_arena *arena, isnad_store *store) {
  store_story *stories;
  size_t count;
  buf b = buf_new(arena, 0);
  isnad_view claims = {.json = true, .line = add_line, .context = &b};
  assert_int_equal(store_stories(&stories, &count, arena, store, STORE_BY_KEY, NULL), ISNAD_OK);
  for (size_t i = 0; i < count; i++) {
    isnad_status status = isnad_view_claims(store, stories[i].id, &claims, NULL);
    assert_true(status == ISNAD_OK || status == ISNAD_NOT_FOUND);
  }
  return buf_slice(&b);
}

static isnad_slice claims_in(isnad_arena *arena, const lines *all, size_t batches, unsigned threads, uint64_t seed) {
  size_t order[MOST_LINES];
  for (size_t i = 0; i < all->count; i++) order[i] = i;
  for (size_t i = all->count; seed > 0 && i > 1; i--) {
    size_t k = random_below(&seed, i), kept = order[i - 1];
    order[i - 1] = order[k];
    order[k] = kept;
  }
  remove("claims.db");
  isnad_store *store = open_store("claims.db", ISNAD_STORE_WRITE);
  for (size_t b = 0; b < batches; b++) add_batch(store, arena, all, order, b * all->count / batches, (b + 1) * all->count / batches, threads);
  isnad_slice text = everything(arena, store);
  isnad_store_close(store);
  return text;
}

static void order_batches_and_threads_do_not_show(void **state) {
  (void)state;
  static const char *const sets[] = {"01-warehouse-fire", "03-two-claimants", "05-budget",   "07-quote-altered",
                                     "09-denial",         "10-floods",        "12-laundered"};
  static const size_t batches[ROUNDS] = {1, 5, 11, 2};
  isnad_arena *arena = new_arena(0);
  lines *all = isnad_arena_alloc(arena, sizeof *all);
  for (size_t i = 0; i < sizeof sets / sizeof sets[0]; i++) read_set(all, arena, sets[i]);
  isnad_slice first = claims_in(arena, all, 1, 1, 0);
  assert_true(first.length > 10000);
  for (unsigned round = 0; round < ROUNDS; round++) assert_slice(claims_in(arena, all, batches[round], 1 + round % 2, round + 1), first);
  isnad_arena_free(arena);
}

int main(int argc, char **argv) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(order_batches_and_threads_do_not_show)};
  if (argc < 2) return 2;
  tests_folder = argv[1];
  return cmocka_run_group_tests(tests, enter_folder_of_its_own, leave_folder);
}

/* Passages, stories and edges depend on the set of captures alone: not on the order of adding, the batches or the threads. The set holds what makes
 * that hard: more equal texts than a class has hubs, near copies of them, a footer that more texts come to share than a key may have holders. */
#include "../store_support.h"

#include "isnad/view.h"

enum { CAPTURES = 110, BODY_WORDS = 90, VOCABULARY = 3000, ROUNDS = 5 };

static void add_word(buf *b, uint64_t n) {
  static const char *const heads[] = {"مد", "قا", "سر", "بل", "تم", "نو", "عك", "فج", "حص", "رد"}, *const tails[] = {"ين", "ار", "وم", "اب",
                                                                                                                     "ان", "يل", "ود", "اس"};
  n %= VOCABULARY;
  buf_printf(b, "%s%s%s ", heads[n % 10], heads[n / 10 % 10], tails[n / 100 % 8]);
  if (n >= 800) buf_printf(b, "%s ", heads[n / 800]);
}

static void add_words(buf *b, uint64_t seed, unsigned count) {
  for (unsigned i = 0; i < count; i++) add_word(b, random_next(&seed));
}

/* One man in four spellings, his namesakes under two offices, and a deputy who makes the company. */
static void add_people(buf *b, unsigned n) {
  static const char *const spellings[] = {"غوستافو زيبيريني", "جوستافو زيبيريني", "غوستافو زيبريني", "جوستافو زيبرينى"};
  static const char *const offices[] = {"وزير الدفاع الروسي", "الرئيس الفرنسي", "وزير الزراعة المصري"};
  if (n % 3 == 0) {
    buf_printf(b, ". وقال وزير الخارجية البرازيلي %s إن ", spellings[n / 3 % 4]);
    add_words(b, n + 3000, 6);
    buf_printf(b, ". وحضر وزير المالية فلاديسلاف كوزمينكو. ");
    add_words(b, n + 4000, 6);
  }
  if (n % 5 != 1) return;
  buf_printf(b, ". وقال %s أحمد صالح إن ", offices[n / 5 % 3]);
  add_words(b, n + 5000, 6);
}

/* Captures 0-29 are twelve-fold copies of two texts and near copies of them; all have the footer of one agency's feed. Some name that agency, which
 * has reports of its own among them, and some one that has none. */
static isnad_slice line_of(isnad_arena *arena, unsigned n) {
  buf b = buf_new(arena, 4096);
  uint64_t text = n < 24 ? n % 2 : n < 30 ? 0 : n;
  buf_printf(&b, "{\"id\":\"w-%03u\",\"outlet\":\"", n);
  if (n % 17 == 3)
    buf_add_text(&b, "reuters");
  else
    buf_printf(&b, "outlet%u", n % 17);
  buf_add_text(&b, "\",\"title\":\"");
  add_words(&b, n % 3 == 0 ? text + 500 : n + 500, 9);
  if (n % 5 != 0) buf_printf(&b, "\",\"published\":\"2021-03-%02u", 1 + n % 9);
  buf_add_text(&b, "\",\"text\":\"");
  add_words(&b, text + 9000, BODY_WORDS);
  add_people(&b, n);
  if (n >= 24 && n < 30) add_words(&b, n + 7000, 10);
  if (n >= 24 && n % 4 == 1) buf_add_text(&b, "\\nبحسب وكالة رويترز.");
  if (n >= 24 && n % 7 == 2) buf_add_text(&b, "\\nوذكرت وكالة الأناضول ذلك.");
  buf_add_text(&b, "\\n");
  if (n >= 30) add_words(&b, 4242, 20);
  buf_add_text(&b, "\"}\n");
  return buf_slice(&b);
}

static isnad_slice everything(isnad_arena *arena, isnad_store *store) {
  static const isnad_export kinds[] = {ISNAD_EXPORT_PASSAGES, ISNAD_EXPORT_STORIES, ISNAD_EXPORT_EDGES, ISNAD_EXPORT_ENTITIES};
  buf b = buf_new(arena, 0);
  isnad_view view = {.json = true, .line = add_line, .context = &b};
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
    isnad_status status = isnad_view_export(store, kinds[i], &view, NULL);
    assert_true(status == ISNAD_OK || status == ISNAD_NOT_FOUND);
  }
  return buf_slice(&b);
}

static bool ignore_result(void *context, const isnad_result *result) {
  (void)context;
  (void)result;
  return true;
}

static void add_file(isnad_store *store, unsigned threads) {
  const char *paths[] = {"lines.jsonl"};
  isnad_run run = {.threads = threads, .take = ignore_result};
  isnad_added added;
  isnad_err err = {0};
  if (isnad_add(&added, store, paths, 1, &run, NULL, &err) != ISNAD_OK) fail_msg("%s", err.message);
}

static void shuffle(unsigned *items, size_t count, uint64_t *seed) {
  for (size_t i = count; i > 1; i--) {
    size_t k = random_below(seed, i);
    unsigned kept = items[i - 1];
    items[i - 1] = items[k];
    items[k] = kept;
  }
}

static isnad_slice weave_in(isnad_arena *arena, unsigned batches, unsigned threads, uint64_t seed) {
  unsigned order[CAPTURES];
  for (unsigned i = 0; i < CAPTURES; i++) order[i] = i;
  if (seed > 0) shuffle(order, CAPTURES, &seed);
  remove("weave.db");
  isnad_store *store = open_store("weave.db", ISNAD_STORE_WRITE);
  for (unsigned batch = 0; batch < batches; batch++) {
    buf b = buf_new(arena, 0);
    for (unsigned i = batch * CAPTURES / batches; i < (batch + 1) * CAPTURES / batches; i++) buf_add_slice(&b, line_of(arena, order[i]));
    write_file("lines.jsonl", buf_slice(&b));
    add_file(store, threads);
  }
  isnad_slice all = everything(arena, store);
  isnad_store_close(store);
  return all;
}

static size_t lines_with(isnad_slice text, const char *word) {
  size_t count = 0, length = strlen(word);
  for (size_t i = 0; i + length <= text.length; i++) count += memcmp(text.bytes + i, word, length) == 0;
  return count;
}

static void order_batches_and_threads_do_not_show(void **state) {
  (void)state;
  static const unsigned batches[ROUNDS] = {1, 40, 3, 110, 7};
  isnad_arena *arena = new_arena(0);
  isnad_slice first = weave_in(arena, 1, 1, 0);
  /* in each class of 12 the pairs with one of 8 hubs, 12 * 11 / 2 - 4 * 3 / 2 = 60, and near copies and equal titles besides */
  assert_in_range(lines_with(first, "\"a\":\"w-"), 2 * 60, 800);
  assert_true(lines_with(first, "\"child\":\"w-") > 20);
  assert_true(lines_with(first, "\"kind\":\"both\"") > 0 && lines_with(first, "\"id\":\"anadolu\"") > 5);
  /* one of four spellings; a namesake under three offices is three */
  assert_int_equal(lines_with(first, "\"canonical\":\"غوستافو زيبيريني\"") + lines_with(first, "\"canonical\":\"غوستافو زيبريني\"") +
                       lines_with(first, "\"canonical\":\"جوستافو زيبيريني\"") + lines_with(first, "\"canonical\":\"جوستافو زيبرينى\""),
                   1);
  assert_int_equal(lines_with(first, "\"canonical\":\"أحمد صالح\""), 3);
  for (unsigned round = 0; round < ROUNDS; round++) assert_slice(weave_in(arena, batches[round], 1 + round % 2, round + 1), first);
  isnad_arena_free(arena);
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {cmocka_unit_test(order_batches_and_threads_do_not_show)};
  return cmocka_run_group_tests(tests, enter_folder_of_its_own, leave_folder);
}

/* What must hold for the names of any text: spans inside the article, on character borders and in page order, a type and a rule for each, no two
 * mentions of one bearer that overlap, equal ids only with equal canonical names. The texts are the words of the case table, shuffled with a seed. */
#include "../case_table.h"

#include "isnad/isnad.h"

enum { ROUNDS = 200, MOST_WORDS = 8192, WORDS = 120 };

static const char *tests_folder;

static uint64_t next_random(uint64_t *state) {
  *state = *state * 6364136223846793005u + 1442695040888963407u;
  return *state >> 33;
}

static bool on_border(isnad_slice text, uint32_t at) { return at == text.length || ((unsigned char)text.bytes[at] & 0xC0) != 0x80; }

static void check_name(const isnad_page *page, const isnad_name_note *n) {
  assert_true(n->span.begin < n->span.end && n->span.end <= page->text.length);
  assert_true(on_border(page->text, n->span.begin) && on_border(page->text, n->span.end));
  assert_true(n->role.begin <= n->role.end && n->role.end <= page->text.length);
  assert_true(on_border(page->text, n->role.begin) && on_border(page->text, n->role.end));
  assert_true(n->type <= ISNAD_NAME_EVENT);
  assert_true(n->rule.name != NULL || n->rule.table < ISNAD_TABLE_COUNT);
  if (n->form == ISNAD_FORM_NAME) assert_true(n->entity.length > 0 && n->canonical.length > 0);
}

static void check(const isnad_page *page, const isnad_article *a) {
  for (size_t i = 0; i < a->name_count; i++) {
    const isnad_name_note *n = &a->names[i];
    check_name(page, n);
    if (i > 0) assert_true(a->names[i - 1].span.begin <= n->span.begin);
    for (size_t j = 0; j < i; j++) {
      const isnad_name_note *before = &a->names[j];
      if (n->entity.length == 0 || !isnad_slice_equal(n->entity, before->entity)) continue;
      assert_true(isnad_slice_equal(n->canonical, before->canonical));
      if (before->span.end <= n->span.begin) continue;
      print_message("overlap: %.*s and %.*s\n", (int)(before->span.end - before->span.begin), page->text.bytes + before->span.begin,
                    (int)(n->span.end - n->span.begin), page->text.bytes + n->span.begin);
      fail();
    }
  }
}

static size_t words_of_cases(isnad_slice *words, isnad_arena *arena) {
  case_table t = read_cases(arena, tests_folder, "names.tsv", 3);
  size_t count = 0;
  for (size_t i = 0; i < t.count; i++) {
    isnad_slice s = t.cases[i].cells[0];
    for (size_t begin = 0, at = 0; at <= s.length && count < MOST_WORDS; at++) {
      if (at < s.length && s.bytes[at] != ' ') continue;
      if (at > begin) words[count++] = (isnad_slice){s.bytes + begin, at - begin};
      begin = at + 1;
    }
  }
  return count;
}

static void read_text(isnad_arena *arena, isnad_slice text) {
  isnad_page page = {.text = text};
  assert_int_equal(isnad_arabic_tokens(&page.tokens, arena, text, NULL), ISNAD_OK);
  isnad_span body = {0, (uint32_t)text.length};
  isnad_article article = {.body = &body, .body_count = 1, .published.when = {1717200000, 1717286400}};
  assert_int_equal(isnad_note_article(&article, arena, &page, NULL), ISNAD_OK);
  check(&page, &article);
}

static void test_any_order_of_words(void **state) {
  (void)state;
  static isnad_slice words[MOST_WORDS];
  static char text[WORDS * 64];
  isnad_arena *kept = new_arena(0), *arena = new_arena(0);
  size_t count = words_of_cases(words, kept);
  uint64_t seed = 20261125;
  print_message("seed %llu\n", (unsigned long long)seed);
  for (size_t round = 0; round < ROUNDS; round++) {
    size_t used = 0;
    for (size_t i = 0; i < WORDS; i++) {
      isnad_slice w = words[next_random(&seed) % count];
      if (used + w.length + 1 > sizeof text) break;
      memcpy(text + used, w.bytes, w.length);
      used += w.length;
      text[used++] = next_random(&seed) % 15 == 0 ? '\n' : ' ';
    }
    isnad_arena_reset(arena);
    read_text(arena, (isnad_slice){text, used});
  }
  isnad_arena_free(arena);
  isnad_arena_free(kept);
}

int main(int argc, char **argv) {
  tests_folder = argc > 1 ? argv[1] : "tests";
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_any_order_of_words)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

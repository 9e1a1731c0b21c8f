/* Folding, tokens, sentences and phrases over made-up texts: what arabic_checks.h says must hold for all of them. */
#include "../arabic_checks.h"
#include "../support.h"

#include "isnad/arabic.h"

enum { RUNS = 3000, MOST_PIECES = 60 };

static void fail_with(const char *what) { fail_msg("%s", what); }

static const char *const pieces[] = {
    "وقال",    "الرئيس", "لـ",      "بـ",        "الـ",      "ـ",       "ـــ",    "100",     "١٢٫٥", "۷",      ".",     ",",     "،",
    "؟",       "!",      "\"",      "«",         "»",        "“",       "”",      "'",       " ",    "\u00A0", "\n",    "\r\n",  "\u2028",
    "\u200F",  "\u200C", "\u00AD",  "\uFEFF",    "\u064E",   "\u0651",  "\u0654", "\u0670",  "أ",    "إ",      "ى",     "ة",     "ی",
    "گ",       "\uFEFB", "\uFDF2",  "\uFDFA",    "\uFC5E",   "Reuters", "É",      "e\u0301", "МИР",  "北京",   "🔴",     "²",     "#",
    "_",       "-",      "–",       "(",         ")",        "د",       "م",      "…",       "/",    "روسيا",  "اليوم", "وكالة", "القاهرة",
    "المصدر:", "وفقا",   "للوزارة", "وللسعودية", "بالقاهرة", "فرانس",   "برس",    "أ.ف.ب",
};

static isnad_slice random_text(isnad_arena *arena, uint64_t *seed) {
  isnad_slice text = {"", 0};
  for (size_t i = random_below(seed, MOST_PIECES); i > 0; i--) {
    const char *piece = pieces[random_below(seed, sizeof pieces / sizeof pieces[0])];
    text = isnad_arena_printf(arena, "%.*s%s%s", (int)text.length, text.bytes, random_below(seed, 2) == 0 ? " " : "", piece);
  }
  return text;
}

static void test_texts_of_pieces(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  uint64_t seed = 20181124;
  for (int run = 0; run < RUNS; run++) {
    isnad_arena_reset(arena);
    check_arabic(arena, random_text(arena, &seed), true, fail_with);
  }
  isnad_arena_free(arena);
}

/* The lead bytes of Arabic and of the presentation forms come often, so that characters are cut short in every way. */
static void test_random_bytes(void **state) {
  static const unsigned char often[] = {0xD8, 0xD9, 0xDA, 0xDB, 0xEF, 0xE2, 0x80, 0xB7, 0x94, 0xC2, 0xF0, ' ', '\n', '.', '"', '1'};
  (void)state;
  isnad_arena *arena = new_arena(0);
  uint64_t seed = 7;
  for (int run = 0; run < RUNS; run++) {
    char bytes[200];
    size_t length = random_below(&seed, sizeof bytes);
    for (size_t i = 0; i < length; i++)
      bytes[i] = (char)(random_below(&seed, 3) == 0 ? random_below(&seed, 256) : often[random_below(&seed, sizeof often)]);
    isnad_arena_reset(arena);
    check_arabic(arena, (isnad_slice){bytes, length}, false, fail_with);
  }
  isnad_arena_free(arena);
}

/* Folded text is read as the text was: the same words, numbers and marks, with the same forms. */
static void test_tokens_survive_folding(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  uint64_t seed = 99;
  for (int run = 0; run < RUNS; run++) {
    isnad_arena_reset(arena);
    isnad_slice text = random_text(arena, &seed), folded = {NULL, 0};
    isnad_tokens before, after;
    if (text.length > 0 && strstr(text.bytes, "ـ") != NULL) continue; /* tatweel is a mark where no letter stands before it, and folds away */
    assert_int_equal(isnad_arabic_fold(&folded, NULL, arena, text, ISNAD_FOLD_MATCH, NULL), ISNAD_OK);
    assert_int_equal(isnad_arabic_tokens(&before, arena, text, NULL), ISNAD_OK);
    assert_int_equal(isnad_arabic_tokens(&after, arena, folded, NULL), ISNAD_OK);
    assert_int_equal(before.count, after.count);
    for (size_t i = 0; i < before.count; i++) {
      assert_int_equal(before.items[i].kind, after.items[i].kind);
      assert_slice(isnad_token_form(&after, i), isnad_token_form(&before, i));
    }
  }
  isnad_arena_free(arena);
}

static isnad_slice repeated(isnad_arena *arena, const char *first, const char *piece, size_t count) {
  size_t head = strlen(first), each = strlen(piece);
  char *bytes = isnad_arena_alloc(arena, head + each * count);
  memcpy(bytes, first, head);
  for (size_t i = 0; i < count; i++) memcpy(bytes + head + i * each, piece, each);
  return (isnad_slice){bytes, head + each * count};
}

/* Linear in every direction: with a quadratic step one of these would run for hours. */
static void test_long_runs(void **state) {
  static const char *const runs[][2] = {{"", "ب"},      {"ب", "\u064E"}, {"", "ـ"},      {"ب", "ـ"},     {"", "1"},  {"1", ".1"},
                                        {"", "."},      {"", "\""},      {"", "\u200F"}, {"", "\uFDF2"}, {"", "\n"}, {"", "روسيا "},
                                        {"", "روسيا-"}, {"", "وكالة "},  {"", "\"ب. "},  {"", "a."}};
  enum { COUNT = 200000 };
  (void)state;
  for (size_t i = 0; i < sizeof runs / sizeof runs[0]; i++) {
    isnad_arena *arena = new_arena(0);
    isnad_slice text = repeated(arena, runs[i][0], runs[i][1], COUNT);
    isnad_tokens tokens;
    const isnad_span *spans = NULL;
    size_t count = 0;
    isnad_phrase hits[4];
    assert_int_equal(isnad_arabic_tokens(&tokens, arena, text, NULL), ISNAD_OK);
    assert_int_equal(isnad_arabic_sentences(&spans, &count, arena, &tokens, 0, tokens.count, NULL), ISNAD_OK);
    for (size_t at = 0; at < tokens.count; at++) isnad_phrases_at(hits, 4, &tokens, at, UINT32_MAX, ISNAD_PHRASE_CUT);
    isnad_arena_free(arena);
  }
}

static void test_long_words_are_split(void **state) {
  enum { LETTERS = 100000 };
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_tokens tokens;
  assert_int_equal(isnad_arabic_tokens(&tokens, arena, repeated(arena, "", "ب", LETTERS), NULL), ISNAD_OK);
  assert_int_equal(tokens.count, 4);
  size_t letters = 0;
  for (size_t i = 0; i < tokens.count; i++) {
    letters += tokens.items[i].length / 2;
    assert_int_equal((tokens.items[i].flags & ISNAD_TOKEN_GLUED) != 0, i > 0);
  }
  assert_int_equal(letters, LETTERS);
  isnad_arena_free(arena);
}

/* Every limit on memory either suffices or gives ISNAD_LIMIT. */
static void test_small_arenas(void **state) {
  (void)state;
  isnad_arena *plenty = new_arena(0);
  isnad_slice text = repeated(plenty, "", "أ. \uFDF2\"\n", 200);
  bool refused = false, sufficed = false;
  for (size_t limit = 16; limit < 200000; limit += limit / 4 + 16) {
    isnad_arena *arena = new_arena(limit);
    isnad_tokens tokens;
    const isnad_span *spans = NULL;
    const uint32_t *map = NULL;
    isnad_slice folded;
    size_t count = 0;
    isnad_status status = isnad_arabic_fold(&folded, &map, arena, text, ISNAD_FOLD_NAME, NULL);
    if (status == ISNAD_OK) status = isnad_arabic_tokens(&tokens, arena, text, NULL);
    if (status == ISNAD_OK) status = isnad_arabic_sentences(&spans, &count, arena, &tokens, 0, tokens.count, NULL);
    assert_true(status == ISNAD_OK || status == ISNAD_LIMIT);
    refused = refused || status == ISNAD_LIMIT;
    sufficed = sufficed || status == ISNAD_OK;
    isnad_arena_free(arena);
  }
  assert_true(refused && sufficed);
  isnad_arena_free(plenty);
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_texts_of_pieces), cmocka_unit_test(test_random_bytes),         cmocka_unit_test(test_tokens_survive_folding),
      cmocka_unit_test(test_long_runs),       cmocka_unit_test(test_long_words_are_split), cmocka_unit_test(test_small_arenas),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

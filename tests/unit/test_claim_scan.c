/* What a list of thousands of numbers costs: no sentence is asked beyond its length, and where the numbers stand is found without walking over them.
 */
#include "../support.h"

#include "base/buf.h"
#include "claim/scan.h"

enum { NUMBERS = 2000, ROUNDS = 4000, REACH = 60 };

/* "12 13 14 ..." as one paragraph without an end, each number a figure. */
static void read_list(claim_scan *s, isnad_arena *arena, isnad_page *page, isnad_article *article) {
  buf b = buf_new(arena, 0);
  isnad_figure_note *figures = isnad_arena_array(arena, NUMBERS, sizeof *figures);
  isnad_span *body = isnad_arena_array(arena, 1, sizeof *body);
  for (size_t i = 0; i < NUMBERS; i++) {
    size_t begin = buf_slice(&b).length;
    buf_add(&b, "12 ", 2);
    figures[NUMBERS - 1 - i].number = (isnad_span){(uint32_t)begin, (uint32_t)begin + 2}; /* in any order */
    buf_add(&b, "\xD8\xB9 ", 3);
  }
  page->text = buf_slice(&b);
  assert_int_equal(isnad_arabic_tokens(&page->tokens, arena, page->text, NULL), ISNAD_OK);
  body[0] = (isnad_span){0, (uint32_t)page->text.length};
  *article = (isnad_article){.figures = figures, .figure_count = NUMBERS, .body = body, .body_count = 1};
  *s = (claim_scan){.arena = arena, .page = page, .article = article, .tokens = &page->tokens};
}

static void no_sentence_is_longer_than_asked(void **state) {
  (void)state;
  claim_scan s;
  isnad_page page = {.text = {NULL, 0}};
  isnad_article article;
  isnad_arena *arena = new_arena(0);
  read_list(&s, arena, &page, &article);
  assert_int_equal(claim_sentences(&s), ISNAD_OK);
  assert_true(s.sentence_count > 1);
  size_t next = 0;
  for (size_t i = 0; i < s.sentence_count; i++) {
    assert_int_equal(s.sentences[i].first, next); /* nothing is lost between */
    assert_true(s.sentences[i].last - s.sentences[i].first <= CLAIM_SENTENCE_MOST);
    next = s.sentences[i].last;
    const claim_sentence *found = claim_sentence_at(&s, s.sentences[i].span.begin);
    assert_ptr_equal(found, &s.sentences[i]);
  }
  assert_int_equal(next, page.tokens.count);
  isnad_arena_free(arena);
}

static void numbers_are_found_as_by_walking(void **state) {
  (void)state;
  claim_scan s;
  isnad_page page = {.text = {NULL, 0}};
  isnad_article article;
  isnad_arena *arena = new_arena(0);
  uint64_t seed = 7;
  read_list(&s, arena, &page, &article);
  for (size_t i = 0; i < NUMBERS; i += 3) ((isnad_figure_note *)article.figures)[i].number.end += 3; /* some lie over the next */
  assert_true(claim_numbers(&s));
  for (size_t round = 0; round < ROUNDS; round++) {
    uint32_t begin = (uint32_t)random_below(&seed, page.text.length);
    isnad_span span = {begin, begin + (uint32_t)random_below(&seed, REACH)};
    bool touches = false, inside = false;
    for (size_t i = 0; i < NUMBERS; i++) {
      isnad_span n = article.figures[i].number;
      touches = touches || (n.begin < span.end && span.begin < n.end);
      inside = inside || (n.begin >= span.begin && n.end <= span.end);
    }
    assert_int_equal(claim_number_touches(&s, span), touches);
    assert_int_equal(claim_number_inside(&s, span), inside);
  }
  isnad_arena_free(arena);
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {cmocka_unit_test(no_sentence_is_longer_than_asked), cmocka_unit_test(numbers_are_found_as_by_walking)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* How likely a word that nobody knows is a name: what is told of it, and what must raise or lower the odds. */
#include "../support.h"

#include "note/names/name_likely.h"

#include <string.h>

enum { ROOM = 4096 };

typedef struct told {
  char text[ROOM]; /* signs, each between blanks */
  size_t length;
} told;

static void keep(void *into, isnad_slice sign) {
  told *t = into;
  assert_true(t->length + sign.length + 2 < ROOM);
  memcpy(t->text + t->length, sign.bytes, sign.length);
  t->length += sign.length;
  t->text[t->length++] = ' ';
  t->text[t->length] = '\0';
}

/* One word of one article, asked about. */
typedef struct question {
  isnad_arena *arena;
  isnad_page page;
  isnad_article article;
  isnad_span body;
  note_scan scan;
  name_finder finder;
  name_asked asked;
  bool may_ask;
} question;

static void ask(question *q, const char *sentence, const char *word) {
  *q = (question){.arena = new_arena(0), .page = {.text = isnad_slice_of(sentence)}, .body = {0, (uint32_t)strlen(sentence)}};
  q->article = (isnad_article){.body = &q->body, .body_count = 1};
  q->scan = (note_scan){.arena = q->arena, .page = &q->page, .article = &q->article};
  assert_int_equal(isnad_arabic_tokens(&q->page.tokens, q->arena, q->page.text, NULL), ISNAD_OK);
  note_units(&q->scan);
  assert_false(q->scan.failed);
  q->finder = (name_finder){.s = &q->scan, .tokens = q->page.tokens.items};
  for (size_t i = 0; i < q->scan.unit_count; i++)
    for (size_t at = q->scan.units[i].first; at < q->scan.units[i].last; at++)
      if (isnad_slice_equal(name_form(&q->finder, at), isnad_slice_of(word))) q->may_ask = name_may_ask(&q->asked, &q->finder, &q->scan.units[i], at);
}

static int person_odds(const char *sentence, const char *word) {
  question q;
  ask(&q, sentence, word);
  assert_true(q.may_ask);
  int odds = name_weigh(&q.asked).of[NAME_KIND_PERSON];
  isnad_arena_free(q.arena);
  return odds;
}

static void letters_and_neighbours_are_told(void **state) {
  (void)state;
  question q;
  told t = {.length = 0};
  ask(&q, "وقال كرومباخر في لندن", "كرومباخر");
  assert_true(q.may_ask);
  name_read_signs(&q.asked, keep, &t);
  assert_non_null(strstr(t.text, "beginك "));
  assert_non_null(strstr(t.text, "endخر "));
  assert_non_null(strstr(t.text, "-2:edge -1:says 1:where 2:"));
  assert_non_null(strstr(t.text, "-1=وقال 1=في "));
  isnad_arena_free(q.arena);
}

static void and_is_no_part_of_it(void **state) {
  (void)state;
  question q;
  ask(&q, "حضر سالم وكرومباخر", "وكرومباخر");
  assert_true(q.may_ask);
  assert_true(isnad_slice_equal(q.asked.word, isnad_slice_of("كرومباخر")));
  isnad_arena_free(q.arena);
}

static void words_of_every_day_are_not_asked_about(void **state) {
  (void)state;
  question q;
  ask(&q, "وقال الرئيس في لندن", "الرئيس");
  assert_false(q.may_ask);
  isnad_arena_free(q.arena);
}

static void a_verb_of_saying_raises_the_odds(void **state) {
  (void)state;
  assert_true(person_odds("وقال كرومباخر في لندن", "كرومباخر") > person_odds("مدينة كرومباخر في لندن", "كرومباخر"));
  assert_true(person_odds("وقال كرومباخر في لندن", "كرومباخر") > person_odds("كانت كرومباخر في لندن", "كرومباخر"));
}

static void letters_raise_the_odds(void **state) {
  (void)state;
  assert_true(person_odds("وقال كرومباخر في لندن", "كرومباخر") > person_odds("وقال شارونكما في لندن", "شارونكما"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(letters_and_neighbours_are_told),
      cmocka_unit_test(and_is_no_part_of_it),
      cmocka_unit_test(words_of_every_day_are_not_asked_about),
      cmocka_unit_test(a_verb_of_saying_raises_the_odds),
      cmocka_unit_test(letters_raise_the_odds),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

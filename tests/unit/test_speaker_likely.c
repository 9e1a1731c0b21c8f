/* Who may be meant by a verb without a subject of its own, and what is read of each: a text is the body of an article, a paragraph a line. */
#include "../note_support.h"

#include "note/speakers/speaker_likely.h"

#include <string.h>

#define F(name) ISNAD_SPEAKER_WEIGHTS_FEATURE_##name

/* The last case of a text. */
typedef struct seen {
  speaker_case last;
  size_t count;
} seen;

static void see(void *watcher, isnad_span verb, const struct speaker_case *c) {
  seen *s = watcher;
  assert_true(verb.begin < verb.end && c->count > 0 && c->count <= SPEAKER_MEANT);
  s->last = *c;
  s->count++;
}

static void read_text(isnad_arena *arena, const char *text, seen *out) {
  note_text t;
  note_scan s = {.watch = see, .watcher = out};
  *out = (seen){.count = 0};
  read_notes(&t, &s, arena, text);
}

static const speaker_meant *find(const seen *s, const char *name) {
  for (size_t i = 0; i < s->last.count; i++)
    if (isnad_slice_equal(s->last.items[i].who.canonical, isnad_slice_of(name))) return &s->last.items[i];
  return NULL;
}

static bool is(const speaker_meant *m, size_t feature) { return m->x[feature] > 0; }

static void test_subject_of_the_sentence(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  seen s;
  read_text(arena, "وقالت الشرطة إن الحريق أخمد.\nولم تكشف النيابة العامة هويات المعتقلين، لكنها أشارت إلى أن التحقيق مستمر.", &s);
  assert_int_equal(s.count, 1);
  const speaker_meant *rule = &s.last.items[0], *other = find(&s, "النيابة العامة");
  assert_true(is(rule, F(RULE)) && is(rule, F(LAST)) && is(rule, F(THING_SAME)) && !is(rule, F(HERE)));
  assert_non_null(other);
  assert_true(is(other, F(HERE)) && is(other, F(OPENS)) && is(other, F(BEHIND_SPEECH)) && is(other, F(COMMAS)) && is(other, F(THING_SAME)));
  assert_false(is(other, F(LAST)) || is(other, F(BEHIND_OTHER)) || other->barred);
  isnad_arena_free(arena);
}

static void test_gender_bars(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  seen s;
  read_text(arena, "وقالت الوزيرة سعاد فتحي إن الجسر آمن.\nوخاض المهاجم خالد الحداد المباراة كاملة، معتبرا أن الفوز مستحق.", &s);
  assert_int_equal(s.count, 1);
  const speaker_meant *she = find(&s, "سعاد فتحي"), *he = find(&s, "خالد الحداد");
  assert_non_null(he);
  assert_true(is(he, F(PERSON)) && is(he, F(PERSON_SAME)) && is(he, F(HERE)) && !he->barred);
  assert_true(she == NULL || she == &s.last.items[0] || she->barred);
  isnad_arena_free(arena);
}

/* Who spoke last goes on with a verb that begins its sentence, and with a participle behind his own words: nobody else is asked for. */
static void test_nobody_asked(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  seen s;
  read_text(arena, "وقال خالد الحداد إن سمير كامل بخير، مضيفا أن الطريق سالك.\nوأضاف أن الجسر آمن.", &s);
  assert_int_equal(s.count, 0);
  isnad_arena_free(arena);
}

int main(int argc, char **argv) {
  (void)argc;
  (void)argv;
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_subject_of_the_sentence), cmocka_unit_test(test_gender_bars),
                                     cmocka_unit_test(test_nobody_asked)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

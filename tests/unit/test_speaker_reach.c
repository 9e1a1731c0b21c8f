/* Where the phrase of a speaker may end, what is read of each end, and which one is chosen: a text is the body of an article. */
#include "../note_support.h"

#include "note/speakers/speaker_reach.h"

#include <string.h>

#define F(name) ISNAD_REACH_WEIGHTS_FEATURE_##name

/* The case of the text, and the speaker of its first statement. */
typedef struct seen {
  speaker_reach_case last;
  size_t count;
  isnad_slice speaker;
} seen;

static void see(void *watcher, const struct speaker_reach_case *c) {
  seen *s = watcher;
  assert_true(c->count > 1 && c->count <= REACH_ENDS && c->first < c->at && c->at < c->limit);
  s->last = *c;
  s->count++;
}

static void read_text(isnad_arena *arena, const char *text, seen *out) {
  note_text t;
  note_scan s = {.watch_reach = see, .watcher = out};
  *out = (seen){.count = 0};
  read_notes(&t, &s, arena, text);
  assert_true(s.quote_count > 0);
  out->speaker = s.quotes[0].canonical;
}

static bool is(const speaker_reach_end *end, size_t feature) { return end->x[feature] > 0; }

static void test_survivors_of_a_crash(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  seen s;
  read_text(arena, "وقال ناجون من حريق المصنع إن الأبواب كانت مغلقة.", &s);
  assert_int_equal(s.count, 1);
  const speaker_reach_end *whole = &s.last.ends[s.last.count - 1];
  assert_true(is(whole, F(OPEN_OF)) && is(whole, F(SAID)) && is(whole, F(TO_LIMIT)) && !is(whole, F(SIGN_BA)));
  assert_true(is(&s.last.ends[1], F(SPLITS_CONSTRUCT)) && !is(&s.last.ends[1], F(TO_LIMIT)));
  assert_true(isnad_slice_equal(s.speaker, isnad_slice_of("ناجون من حريق المصنع")));
  isnad_arena_free(arena);
}

static void test_what_tells_of_a_report(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  seen s;
  read_text(arena, "وأظهر استطلاع شمل ألفي موظف في الشركات أن أغلبهم راضون.", &s);
  assert_int_equal(s.count, 1);
  assert_true(is(&s.last.ends[1], F(DEFINITE_DOCUMENT)));
  assert_true(isnad_slice_equal(s.speaker, isnad_slice_of("استطلاع شمل ألفي موظف في الشركات")));
  isnad_arena_free(arena);
}

static void test_what_goes_on_nothing(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  seen s;
  read_text(arena, "وقال مسؤولون لوكالة رويترز إن الجسر آمن.", &s); /* who hears it */
  assert_int_equal(s.count, 0);
  read_text(arena, "وقال مسؤولون في بيان إن الجسر آمن.", &s); /* where they say it */
  assert_int_equal(s.count, 0);
  read_text(arena, "وأبلغ مسؤول محلي الصحيفة أن الجسر آمن.", &s); /* an object */
  assert_int_equal(s.count, 0);
  assert_true(isnad_slice_equal(s.speaker, isnad_slice_of("مسؤول محلي")));
  isnad_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_survivors_of_a_crash), cmocka_unit_test(test_what_tells_of_a_report),
                                     cmocka_unit_test(test_what_goes_on_nothing)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

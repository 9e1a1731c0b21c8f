/* Whom a description may mean, what is read of each, and who is taken: a text is the body of an article, a paragraph a line. */
#include "../note_support.h"

#include "note/speakers/speaker_tied.h"

#include <string.h>

#define F(name) ISNAD_TIED_WEIGHTS_FEATURE_##name

/* The last case of a text. */
typedef struct seen {
  speaker_tie_case last;
  size_t count;
  char speaker[128]; /* of the last statement */
} seen;

static void see(void *watcher, const struct speaker_tie_case *c) {
  seen *s = watcher;
  assert_true(c->count > 0 && c->count <= SPEAKER_TIES);
  s->last = *c;
  s->count++;
}

static void read_text(isnad_arena *arena, const char *text, seen *out) {
  note_text t;
  note_scan s = {.watch_tied = see, .watcher = out};
  *out = (seen){.count = 0};
  read_notes(&t, &s, arena, text);
  if (s.quote_count == 0) return;
  isnad_slice who = s.quotes[s.quote_count - 1].canonical;
  memcpy(out->speaker, who.bytes, who.length < sizeof out->speaker ? who.length : 0);
}

static const speaker_tie *find(const seen *s, const char *name) {
  for (size_t i = 1; i < s->last.count; i++)
    if (isnad_slice_equal(s->last.items[i].name->canonical, isnad_slice_of(name))) return &s->last.items[i];
  return NULL;
}

static bool is(const speaker_tie *tie, size_t feature) { return tie->x[feature] > 0; }

static void test_coach_who_spoke_last(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  seen s;
  read_text(arena,
            "وقال يورغن كلوب إن الفريق جاهز للمباراة.\nوأصيب محمد صلاح في ركبته.\nوأكد كلوب أن الإصابة خفيفة.\n"
            "وحول موعد العودة، رأى المدرب الألماني أن أسبوعين يكفيان.",
            &s);
  if (s.count == 0) { /* the rules have taken him already */
    assert_string_equal(s.speaker, "يورغن كلوب");
    isnad_arena_free(arena);
    return;
  }
  const speaker_tie *coach = find(&s, "يورغن كلوب"), *player = find(&s, "محمد صلاح");
  assert_non_null(coach);
  assert_true(is(coach, F(LAST)) && is(coach, F(LAST_NEAR)) && is(coach, F(ONLY_SPEAKER)) && !coach->barred);
  assert_true(player == NULL || player->barred || !is(player, F(LAST)));
  assert_string_equal(s.speaker, "يورغن كلوب");
  isnad_arena_free(arena);
}

/* Of a description with the article nobody is meant who is named only behind it and told with another noun. */
static void test_nobody_named(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  seen s;
  read_text(arena, "وأعلنت الشركة توقف الأشغال.\nوقال المقاول إن الجسر آمن.\nوزار سمير الحداد، محامي البلدية، الموقع.", &s);
  assert_int_equal(s.count, 1);
  const speaker_tie *lawyer = find(&s, "سمير الحداد");
  assert_true(is(&s.last.items[0], F(NOBODY)));
  assert_true(lawyer == NULL || lawyer->barred);
  assert_string_equal(s.speaker, "المقاول");
  isnad_arena_free(arena);
}

static void test_woman_is_no_man(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  seen s;
  read_text(arena, "وقال الوزير سامي الحداد إن الطريق سالك.\nوذكرت الطبيبة أن الجرحى بخير.", &s);
  assert_int_equal(s.count, 1);
  const speaker_tie *he = find(&s, "سامي الحداد");
  assert_non_null(he);
  assert_true(he->barred);
  assert_string_equal(s.speaker, "الطبيبة");
  isnad_arena_free(arena);
}

int main(int argc, char **argv) {
  (void)argc;
  (void)argv;
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_coach_who_spoke_last), cmocka_unit_test(test_nobody_named),
                                     cmocka_unit_test(test_woman_is_no_man)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

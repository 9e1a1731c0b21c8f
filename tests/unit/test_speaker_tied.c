/* Whom a description may mean, what is read of each, and who is taken: a text is the body of an article, a paragraph a line. */
#include "../case_table.h"

#include "isnad/isnad.h"

#include "note/speakers/speaker_tied.h"

#include <string.h>

#define F(name) ISNAD_TIED_WEIGHTS_FEATURE_##name

enum { MOST_LINES = 4 };

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
  isnad_page page = {.text = isnad_slice_of(text)};
  isnad_span lines[MOST_LINES];
  size_t count = 0;
  for (size_t i = 0, begin = 0; i <= page.text.length && count < MOST_LINES; i++) {
    if (i < page.text.length && text[i] != '\n') continue;
    lines[count++] = (isnad_span){(uint32_t)begin, (uint32_t)i};
    begin = i + 1;
  }
  isnad_article article = {.body = lines, .body_count = count};
  assert_int_equal(isnad_arabic_tokens(&page.tokens, arena, page.text, NULL), ISNAD_OK);
  note_scan s = {.arena = arena, .page = &page, .article = &article, .watch_tied = see, .watcher = out};
  *out = (seen){.count = 0};
  note_units(&s);
  note_times(&s);
  note_figures(&s);
  note_citations(&s);
  note_names(&s);
  note_quotes(&s);
  assert_false(s.failed);
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

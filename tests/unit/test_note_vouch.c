/* Who vouches for a fact and who merely speaks: what is read of one, and the judgement. Every sentence is the one paragraph of an article. */
#include "../case_table.h"

#include "isnad/isnad.h"
#include "note/sources/vouch.h"

#include <stdlib.h>

typedef struct told {
  isnad_page page;
  isnad_span body;
  isnad_article article;
  note_scan scan;
  isnad_source_note source;
  vouch_case c;
  double x[VOUCH_FEATURES];
} told;

#define F(name) ISNAD_VOUCH_WEIGHTS_FEATURE_##name

/* The first statement of a sentence and its speaker. */
static void tell(told *t, isnad_arena *arena, const char *sentence) {
  isnad_slice text = isnad_slice_of(sentence);
  *t = (told){.page = {.text = text}, .body = {0, (uint32_t)text.length}};
  assert_int_equal(isnad_arabic_tokens(&t->page.tokens, arena, text, NULL), ISNAD_OK);
  t->article = (isnad_article){.body = &t->body, .body_count = 1};
  t->scan = (note_scan){.arena = arena, .page = &t->page, .article = &t->article};
  note_read(&t->scan);
  note_quotes_read(&t->scan);
  source_gather(&t->scan);
  assert_false(t->scan.failed);
  assert_true(t->scan.quote_count > 0);
  assert_true(vouch_of_quote(&t->c, &t->scan, &t->scan.quotes[0], &t->source));
  vouch_features(t->x, &t->c);
}

static void test_rows_stand_in_order(void **state) {
  (void)state;
  assert_int_equal(isnad_vouch_weights_count, VOUCH_FEATURES);
  for (size_t i = 0; i < isnad_vouch_weights_count; i++) assert_int_equal(isnad_vouch_weights_rows[i].feature, i);
}

static void test_features(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  told t;
  tell(&t, arena, "قالت الشرطة إن 12 شخصا قتلوا في بغداد.");
  assert_true(t.x[F(NUMBERS)] == 1);
  assert_true(t.x[F(PLACES)] == 1);
  assert_true(t.x[F(FORCE_SAYS)] == 1);
  assert_true(t.x[F(NAMED)] == 0);
  assert_true(t.x[F(SAID_WORDS)] > 0);
  assert_true(t.x[F(WHO_WORDS)] > 0);
  tell(&t, arena, "أعلنت الحكومة أنها سترفض الاقتراح.");
  assert_true(t.x[F(THAT_HE)] == 1);
  assert_true(t.x[F(THAT_WILL)] == 1);
  assert_true(t.x[F(FUTURE)] == 1);
  assert_true(t.x[F(FORCE_ANNOUNCES)] == 1);
  tell(&t, arena, "رحب وزير الزراعة كريم العزاوي بالقرار.");
  assert_true(t.x[F(NAMED)] == 1);
  assert_true(t.x[F(ATTITUDE_VERB)] == 1);
  assert_true(t.x[F(OFFICE)] == 1);
  isnad_arena_free(arena);
}

static void test_decides(void **state) {
  (void)state;
  static const char *const vouch[] = {"قالت الشرطة إن 12 شخصا قتلوا في بغداد.", "أعلنت وزارة الصحة إصابة 30 شخصا في انفجار قرب المطار.",
                                      "أعلنت شركة النقل إلغاء 200 رحلة يوم السبت."};
  static const char *const speak[] = {"قال اللاعب سامي الدويسي إن الفريق يجب أن يقاتل حتى النهاية.",
                                      "أكدت الحكومة السورية أنها ترفض الاقتراح رفضا قاطعا ولن تقبل بأي شروط على بلادها.",
                                      "قال رئيس الحزب كريم العزاوي: نحن نريد السلام لشعبنا ويجب على الجميع دعم الاستقرار."};
  isnad_arena *arena = new_arena(0);
  told t;
  for (size_t i = 0; i < sizeof vouch / sizeof vouch[0]; i++) {
    tell(&t, arena, vouch[i]);
    assert_true(vouch_decide(&t.c));
  }
  for (size_t i = 0; i < sizeof speak / sizeof speak[0]; i++) {
    tell(&t, arena, speak[i]);
    assert_false(vouch_decide(&t.c));
  }
  isnad_arena_free(arena);
}

/* An authority is asked for less than others; what anybody denies of himself tells nothing. */
static void test_authority(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  told t;
  tell(&t, arena, "قالت المتحدثة باسم وزارة الزراعة إن اللقاء ألغي.");
  assert_true(vouch_decide(&t.c));
  tell(&t, arena, "وتنفي الحكومة الكندية قيامها بأي ممارسات تجارية غير عادلة.");
  assert_false(vouch_decide(&t.c));
  tell(&t, arena, "نفى اللاعب سامي الدويسي أن يكون قد طلب الرحيل عن فريقه.");
  assert_false(vouch_decide(&t.c));
  isnad_arena_free(arena);
}

/* Among several statements one has to be likelier to be cited than alone. */
static void test_several(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  told t;
  tell(&t, arena, "قال وزير الزراعة كريم العزاوي إن الجراد وصل إلى الحقول.");
  assert_true(vouch_decide(&t.c));
  tell(&t, arena,
       "قال وزير الزراعة كريم العزاوي إن الجراد وصل إلى الحقول. وقال المزارع سليم الحاج إن الموسم ضاع. وقال الخبير سامي الخطيب إن الحل قريب.");
  assert_int_equal(t.scan.quote_count, 3);
  assert_false(vouch_decide(&t.c));
  isnad_arena_free(arena);
}

/* A statement whose speaker stands in another paragraph is read without his words. */
static void test_other_paragraph(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  told t = {0};
  isnad_slice text = isnad_slice_of("قال الوزير كريم العزاوي إن الجسر انهار.\nوأضاف أن ثلاثة قتلوا.");
  isnad_span body[2] = {{0, 0}, {0, (uint32_t)text.length}};
  while (text.bytes[body[0].end] != '\n') body[0].end++;
  body[1].begin = body[0].end + 1;
  t.page = (isnad_page){.text = text};
  assert_int_equal(isnad_arabic_tokens(&t.page.tokens, arena, text, NULL), ISNAD_OK);
  t.article = (isnad_article){.body = body, .body_count = 2};
  t.scan = (note_scan){.arena = arena, .page = &t.page, .article = &t.article};
  note_read(&t.scan);
  note_quotes_read(&t.scan);
  source_gather(&t.scan);
  assert_int_equal(t.scan.quote_count, 2);
  assert_true(t.scan.quotes[1].implicit);
  assert_true(vouch_of_quote(&t.c, &t.scan, &t.scan.quotes[1], &t.source));
  assert_int_equal(t.c.who[0], t.c.who[1]);
  assert_true(t.c.said[0] < t.c.said[1]);
  isnad_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_rows_stand_in_order), cmocka_unit_test(test_features), cmocka_unit_test(test_decides),
      cmocka_unit_test(test_authority),           cmocka_unit_test(test_several),  cmocka_unit_test(test_other_paragraph),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Whether another article begins between two paragraphs of a text page: what is read of the lines between, and what is decided; and texts that a
 * printer broke into lines. */
#include "../support.h"

#include "page/blocks.h"
#include "page/items.h"

#define F(name) ISNAD_ITEM_WEIGHTS_FEATURE_##name

#define HEAD "بلدية الميناء تفتتح سوقا جديدا للخضار\n"
#define FIRST "افتتحت بلدية الميناء صباح اليوم سوقا جديدا للخضار يضم ستين بسطة في وسط المدينة القديمة.\n"
#define MORE "وقال رئيس البلدية إن السوق يعمل طوال أيام الأسبوع.\n"
#define TITLE "نادي الكتاب يدعو القراء إلى أمسية شعرية\n"
#define TEXT "دعا نادي الكتاب القراء في المدينة إلى أمسية شعرية تقام مساء الخميس المقبل في المكتبة العامة.\n"
#define LAST "ويشارك في الأمسية خمسة شعراء من المدينة.\n"

typedef struct seen {
  item_gap last;
  size_t count;
} seen;

static void see(void *context, const isnad_page *page, const struct item_gap *gap) {
  seen *s = context;
  (void)page;
  assert_true(gap->from < gap->to && gap->head <= gap->title && gap->title <= gap->to);
  s->last = *gap;
  s->count++;
}

/* Cuts a page; the articles under another that open on it. */
static size_t cut_text(isnad_arena *arena, const char *text, seen *out) {
  isnad_page page = {.media = ISNAD_MEDIA_TEXT, .text = isnad_slice_of(text), .language = S("ar")};
  cut_watch watch = {see, out};
  size_t opened = 0;
  *out = (seen){.count = 0};
  assert_int_equal(isnad_arabic_tokens(&page.tokens, arena, page.text, NULL), ISNAD_OK);
  assert_int_equal(page_blocks(&page, arena, NULL), ISNAD_OK);
  assert_int_equal(page_cut_watched(&page, arena, &watch, NULL), ISNAD_OK);
  for (size_t i = 0; i < page.part_count; i++) opened += page.parts[i].opens;
  return opened;
}

static void test_what_heads_an_article(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  seen s;
  assert_int_equal(cut_text(arena, HEAD "3 مارس 2024\n" FIRST MORE TITLE "2 مارس 2024\n" TEXT LAST, &s), 1);
  assert_int_equal(s.count, 1);
  const double *x = s.last.x;
  assert_true(x[F(TITLE)] > 0 && x[F(STAMP)] > 0 && x[F(PATTERN)] > 0 && x[F(SHARES)] >= 3);
  assert_true(x[F(STAMP_OVER)] == 0 && x[F(GOES_ON)] == 0 && x[F(STRANGE)] == 0 && x[F(RULE)] == 0);
  assert_true(page_item_score(&s.last) > 0);
  isnad_arena_free(arena);
}

static void test_what_closes_one(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  seen s;
  assert_int_equal(cut_text(arena, HEAD FIRST MORE "س.م / ر.ن\n=====\n" TITLE TEXT LAST, &s), 1);
  assert_true(s.last.x[F(CREDIT)] > 0 && s.last.x[F(RULE)] > 0 && s.last.x[F(STAMP)] == 0);
  assert_int_equal(cut_text(arena, HEAD FIRST MORE "احفظ النص\n" TITLE TEXT LAST "احفظ النص\n", &s), 1);
  assert_true(s.last.x[F(REPEATS)] > 0 && s.last.x[F(CREDIT)] == 0);
  isnad_arena_free(arena);
}

static void test_the_stamp_over_a_headline_is_its_own(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  seen s;
  assert_int_equal(cut_text(arena, "صوت الميناء, [3/3/2024]\n" HEAD FIRST MORE "صوت الميناء, [4/3/2024]\n" TITLE TEXT LAST, &s), 1);
  assert_true(s.last.x[F(STAMP_OVER)] > 0 && s.last.head + 1 == s.last.title);
  isnad_arena_free(arena);
}

static void test_what_opens_nothing(void **state) {
  (void)state;
  static const char *const texts[] = {
      HEAD FIRST "كلفة السوق وموعد افتتاحه\n" MORE,        /* a sub-heading */
      HEAD FIRST "3 مارس 2024\n" MORE,                     /* a day of a chronicle */
      HEAD FIRST "* * *\nسوق الخضار القديم\n" MORE,        /* a section */
      HEAD FIRST "اقرأ أيضا\n" TITLE "2 مارس 2024\n" MORE, /* a headline of others */
      HEAD FIRST TITLE "2 مارس 2024\nدعا نادي الكتاب القراء في المدينة إلى أمسية شعرية تقام مساء الخميس المقبل في المكتبة العامة وسط المدينة، ويقرأ فيها خمسة شعراء من دواوينهم الجديدة...\n",
  };
  isnad_arena *arena = new_arena(0);
  seen s;
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
    assert_int_equal(cut_text(arena, texts[i], &s), 0);
    assert_true(s.count > 0 && page_item_score(&s.last) <= 0);
  }
  isnad_arena_free(arena);
}

static void test_lines_of_one_width_are_joined(void **state) {
  (void)state;
  static const char *const text = "أهالي الوادي يطالبون بجسر جديد\n"
                                  "طالب أهالي الوادي مديرية الطرق ببناء جسر جديد\n"
                                  "فوق المجرى بعد أن جرفت السيول الجسر القديم في\n"
                                  "مطلع الشتاء الماضي.\n"
                                  "وقال مدير الطرق إن الدراسة أنجزت وإن العمل في\n"
                                  "الجسر الجديد يبدأ بعد انتهاء موسم الأمطار وإن\n"
                                  "الكلفة مرصودة.\n";
  isnad_arena *arena = new_arena(0);
  isnad_capture capture = {.uri = S("test"), .bytes = isnad_slice_of(text)};
  isnad_page page;
  assert_int_equal(isnad_page_read(&page, arena, &capture, NULL), ISNAD_OK);
  assert_int_equal(page.part_count, 3);
  assert_int_equal(page.parts[0].kind, ISNAD_PART_HEADLINE);
  assert_int_equal(page.parts[2].kind, ISNAD_PART_BODY);
  for (uint32_t i = page.parts[1].first_token; i < page.parts[1].last_token; i++) assert_int_not_equal(page.tokens.items[i].kind, ISNAD_TOKEN_LINE);
  capture.title = S("أهالي الوادي يطالبون بجسر جديد");
  assert_int_equal(isnad_page_read(&page, arena, &capture, NULL), ISNAD_OK);
  assert_int_equal(page.part_count, 7);
  isnad_arena_free(arena);
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_what_heads_an_article), cmocka_unit_test(test_what_closes_one),
                                     cmocka_unit_test(test_the_stamp_over_a_headline_is_its_own), cmocka_unit_test(test_what_opens_nothing),
                                     cmocka_unit_test(test_lines_of_one_width_are_joined)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

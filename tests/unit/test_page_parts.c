/* Small pages of every make, all sentences invented: each line stands after the kind it is to get; "*" after a kind marks a sub-heading. */
#include "../support.h"

#include "isnad/page.h"

typedef struct small_page {
  const char *name;
  const char *lines; /* kind TAB text LF ... */
} small_page;

/* Paragraphs to build pages from. */
#define P1 "body\tافتتح محافظ الإقليم صباح اليوم جسرا جديدا يربط بين ضفتي النهر بعد عامين من العمل.\n"
#define P2 "body\tوقال المحافظ في كلمة قصيرة إن الجسر سيخدم أكثر من ثلاثين قرية على الجانبين.\n"
#define P3 "body\tوأضاف أن الكلفة بلغت أربعة ملايين دولار تحملت البلدية نصفها.\n"
#define E1 "embedded_body\tأطلقت جمعية خيرية حملة لزراعة عشرة آلاف شجرة في ضواحي العاصمة خلال الشتاء.\n"
#define E2 "embedded_body\tوأوضحت الجمعية أن المتطوعين سيبدأون العمل مطلع الأسبوع المقبل.\n"
#define H1 "بلدية الساحل تمدد ساعات عمل الحدائق العامة\n"
#define H2 "تراجع أسعار الخضار في أسواق الجملة\n"
#define H3 "فريق الشاطئ يتأهل إلى الدور المقبل\n"
#define H4 "افتتاح معرض الكتاب وسط إقبال كبير\n"
#define H5 "إغلاق طريق جبلي بسبب الضباب الكثيف\n"

static const small_page pages[] = {
    {"headline and text", "headline\tجسر جديد على النهر يقصر الطريق إلى القرى\n" P1 P2 P3},
    {"lost headline", P1 P2 P3},
    {"exclaiming headline", "headline\tأخيرا جسر جديد على النهر!\n" P1 P2},
    {"section over the headline", "breadcrumb\tمحليات\nheadline\tجسر جديد على النهر يقصر الطريق إلى القرى\n" P1 P2},
    {"trail that ends in the headline",
     "breadcrumb\tالرئيسية / أخبار / جسر جديد على النهر يقصر الطريق\nheadline\tجسر جديد على النهر يقصر الطريق\n" P1 P2},
    {"slug with a slash", "outlet\tأصداء نت/\n" P1 P2},
    {"slug with a desk", "outlet\tأصداء الوادي _ متابعات\n" P1 P2},
    {"place and agencies", "headline\tجسر جديد على النهر يقصر الطريق\ndateline\tالقاهرة - وكالات\n" P1 P2},
    {"place and writer", "headline\tجسر جديد على النهر يقصر الطريق\nbyline\tعمان - سامر الجبالي\n" P1 P2},
    {"date line", "headline\tجسر جديد على النهر يقصر الطريق\ndateline\tالأربعاء 13 سبتمبر 2023 - 10:30 صباحا\n" P1 P2},
    {"relative date line", "headline\tجسر جديد على النهر يقصر الطريق\ndateline\tمنذ 3 ساعات\n" P1 P2},
    {"picture's line", "headline\tجسر جديد على النهر يقصر الطريق\ncaption\tسيارات تعبر الجسر في يومه الأول (أصداء الوادي)\n" P1 P2},
    {"buttons", "headline\tجسر جديد على النهر يقصر الطريق\nsocial\tفيسبوك\nsocial\tتويتر\n" P1 P2 "social\tشارك: فيسبوك تويتر واتساب\n"},
    {"sub-heading", "headline\tجسر جديد على النهر يقصر الطريق\n" P1 "body*\tكلفة وتمويل\n" P2 P3},
    {"table in the text", "headline\tجسر جديد على النهر يقصر الطريق\n" P1 "body*\tأرقام الجسر\nbody\tالطول: 420 مترا\nbody\tالعرض: 12 مترا\n" P2},
    {"chronicle", P1 "body*\t13 سبتمبر 2023\n" P2 "body*\t14 سبتمبر 2023\n" P3},
    {"interview", P1 "body\tس: متى يفتح الجسر؟\nbody\tج: غدا إن شاء الله\nbody\tس: ومن يدفع الكلفة؟\n" P3},
    {"promo on the marker's line", P1 "promo\tاقرأ أيضا: " H1 P2 P3},
    {"promo under the marker", P1 "read_also_marker\tاقرأ أيضا\npromo\t" H1 P2 P3},
    {"two promos under the marker", P1 "read_also_marker\tاقرأ أيضا\npromo\t" H1 "promo\t" H2 P2 P3},
    {"headlines and stamps without a marker",
     P1 "promo\tبلدية الساحل تمدد ساعات العمل 4 فبراير 2024 - 9:15 مساء تراجع أسعار الخضار في الأسواق 2 فبراير 2024 - 1:40 مساء\n" P2},
    {"a paragraph may end in a date", P1 "body\tوكان العمل في الجسر قد بدأ بعد توقيع العقد مع الشركة في 4 فبراير 2021\n" P3},
    {"second article after the source line",
     P1 P2 "source_line\tالمصدر: أصداء الوادي\nread_also_marker\tإقرأ أيضا:\nembedded_headline\tجمعية خيرية تزرع آلاف الأشجار\n" E1 E2
           "similar_marker\tمقالات مشابهة\nsimilar_headline\t" H1 "similar_headline\t" H2},
    {"second article without a source line",
     P1 P2 "read_also_marker\tإقرأ أيضا:\nembedded_headline\tجمعية خيرية تزرع عشرة آلاف شجرة في ضواحي العاصمة\n" E1 E2},
    {"second article without a marker", P1 P2 "source_line\tالمصدر: أصداء الوادي\nembedded_headline\tجمعية خيرية تزرع آلاف الأشجار\n" E1 E2},
    {"source and its name on two lines", P1 P2 "source_line\tالمصدر:\nsource_line\tأصداء الوادي\n"},
    {"text goes on after a source line", P1 "source_line\tالمصدر: أصداء الوادي\n" P2 P3},
    {"list without a heading",
     P1 P2 "similar_headline\t" H1 "similar_headline\t" H2 "similar_headline\t" H3 "similar_headline\t" H4 "similar_headline\t" H5},
    {"list under an unknown heading", P1 P2 "related_heading\tمن جعبتنا\nsimilar_headline\t" H1 "similar_headline\t" H2 "similar_headline\t" H3},
    {"announced points are text", P1 "body\tوشملت القرارات التي أعلنتها البلدية في ختام اجتماعها ما يلي من الخطوات العملية:\nbody\t" H1 "body\t" H2
                                     "body\t" H3 "body\t" H4 "body\t" H5},
    {"list with dates", P1 P2 "similar_headline\t" H1 "dateline\t3 مايو 2022\nsimilar_headline\t" H2 "dateline\t2 مايو 2022\n"},
    {"teasers", P1 P2 "related_heading\tمواضيع ذات صلة\nsimilar_headline\t" H1
                      "other\tمددت بلدية الساحل ساعات عمل الحدائق العامة حتى منتصف الليل طوال الصيف.\nsimilar_headline\t" H2
                      "other\tسجلت أسعار الخضار في أسواق الجملة تراجعا للأسبوع الثالث على التوالي.\n"},
    {"list in the middle of the text", P1 "related_heading\tمواضيع ذات صلة\nsimilar_headline\t" H1 "similar_headline\t" H2 P2 P3},
    {"related heading and furniture", P1 P2 "related_heading\tمقالات ذات صلة\ncomment_form\tاترك تعليقا\nfooter\tزر الذهاب إلى الأعلى\n"},
    {"comments",
     P1 P2 "comment_form\tالتعليقات\ncomment_form\tأبو محمد\ncomment_form\tمبروك للجميع هذا الإنجاز الكبير الذي طال انتظاره من أهل القرى.\n"},
    {"agency at the end", P1 P2 "source_line\t(رويترز)\n"},
    {"hashtags", P1 P2 "keywords\t#الجسر #النهر\n"},
    {"left-overs", P1 "other\t</div><div class=\"x\">\n" P2 "other\twindow.ads = window.ads || [];\n"},
    {"bare headline", "headline\tجسر جديد على النهر يقصر الطريق إلى القرى\n"},
    {"front", "similar_headline\t" H1 "similar_headline\t" H2 "similar_headline\t" H3 "similar_headline\t" H4},
    {"title again under a ticker", "other\tجسر جديد على النهر يقصر الطريق | أصداء الوادي\nother\t" H1 "other\t" H2
                                   "other\tأصداء الوادي موقع إخباري مستقل يتابع شؤون القرى والبلدات، ويصدر منذ عشر سنوات.\n"
                                   "headline\tجسر جديد على النهر يقصر الطريق\n" P1 P2 P3},
};

static isnad_slice cut_at(isnad_slice *rest, char mark) {
  const char *at = memchr(rest->bytes, mark, rest->length);
  size_t length = at != NULL ? (size_t)(at - rest->bytes) : rest->length;
  isnad_slice head = {rest->bytes, length};
  length += at != NULL;
  *rest = (isnad_slice){rest->bytes + length, rest->length - length};
  return head;
}

/* The page's text: the lines without their kinds, `blank` between them. */
static isnad_slice text_of(isnad_arena *arena, const char *lines, const char *blank) {
  isnad_slice rest = isnad_slice_of(lines), text = {NULL, 0};
  char *bytes = isnad_arena_alloc(arena, 2 * rest.length + 16);
  while (rest.length > 0) {
    cut_at(&rest, '\t');
    isnad_slice line = cut_at(&rest, '\n');
    memcpy(bytes + text.length, line.bytes, line.length);
    text.length += line.length;
    memcpy(bytes + text.length, blank, strlen(blank));
    text.length += strlen(blank);
  }
  text.bytes = bytes;
  return text;
}

static size_t compare(const small_page *small, const isnad_page *page) {
  isnad_slice rest = isnad_slice_of(small->lines);
  size_t i = 0, failed = 0;
  for (; rest.length > 0; i++) {
    isnad_slice kind = cut_at(&rest, '\t'), line = cut_at(&rest, '\n');
    char got[40] = "nothing";
    if (i < page->part_count) snprintf(got, sizeof got, "%s%s", isnad_part_kind_name(page->parts[i].kind), page->parts[i].crosshead ? "*" : "");
    if (isnad_slice_equal(kind, isnad_slice_of(got)) && isnad_slice_equal(isnad_slice_at(page->text, page->parts[i].span), line)) continue;
    printf("%s: wanted %.*s, got %s: %.*s\n", small->name, (int)kind.length, kind.bytes, got, (int)line.length, line.bytes);
    failed++;
  }
  return failed + (i != page->part_count);
}

static size_t read_all(const char *blank) {
  size_t failed = 0;
  for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
    isnad_arena *arena = new_arena(0);
    isnad_capture capture = {.uri = S("test"), .bytes = text_of(arena, pages[i].lines, blank)};
    isnad_page page;
    assert_int_equal(isnad_page_read(&page, arena, &capture, NULL), ISNAD_OK);
    failed += compare(&pages[i], &page);
    isnad_arena_free(arena);
  }
  return failed;
}

static void parts_of_small_pages(void **state) {
  (void)state;
  assert_int_equal(read_all("\n\n"), 0);
}

static void blank_lines_do_not_matter(void **state) {
  (void)state;
  assert_int_equal(read_all("\n"), 0);
  assert_int_equal(read_all("\r\n \xC2\xA0\r\n"), 0);
}

/* What the capture calls the title is the headline, however it looks, and short lines under it are text. */
static void a_stated_title_is_the_headline(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_capture capture = {.uri = S("test"), .title = S("بقلم."), .bytes = S("بقلم.\nسطر قصير\nسطر آخر قصير\nالمصدر: رويترز")};
  isnad_page page;
  assert_int_equal(isnad_page_read(&page, arena, &capture, NULL), ISNAD_OK);
  assert_true(page.titled);
  assert_int_equal(page.part_count, 4);
  assert_int_equal(page.parts[0].kind, ISNAD_PART_HEADLINE);
  assert_int_equal(page.parts[1].kind, ISNAD_PART_BODY);
  assert_int_equal(page.parts[2].kind, ISNAD_PART_BODY);
  assert_int_equal(page.parts[3].kind, ISNAD_PART_SOURCE_LINE);
  assert_slice(isnad_slice_at(page.text, page.parts[3].value), S("رويترز"));
  isnad_arena_free(arena);
}

static void bullets_and_blanks_are_trimmed(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_capture capture = {.uri = S("test"), .bytes = S("\xC2\xA0 \n  \xE2\x80\xA2 أول سطر\t\n- ثان\n\xE2\x80\xA2\n-ثالث\n\n\n* رابع")};
  isnad_page page;
  assert_int_equal(isnad_page_read(&page, arena, &capture, NULL), ISNAD_OK);
  assert_int_equal(page.block_count, 4);
  static const char *const wanted[] = {"أول سطر", "ثان", "-ثالث", "رابع"};
  static const uint8_t bullets[] = {1, 1, 0, 1}, blanks[] = {1, 0, 1, 2};
  for (size_t i = 0; i < 4; i++) {
    assert_slice(isnad_slice_at(page.text, page.blocks[i].span), isnad_slice_of(wanted[i]));
    assert_int_equal(page.blocks[i].bullet, bullets[i]);
    assert_int_equal(page.blocks[i].blank_before, blanks[i]);
  }
  isnad_arena_free(arena);
}

static void pages_without_anything(void **state) {
  (void)state;
  static const char *const empty[] = {"", "\n\n", " \t\r\n", "\xE2\x80\x8F\n"};
  for (size_t i = 0; i < sizeof empty / sizeof empty[0]; i++) {
    isnad_arena *arena = new_arena(0);
    isnad_capture capture = {.uri = S("test"), .bytes = isnad_slice_of(empty[i])};
    isnad_page page;
    assert_int_equal(isnad_page_read(&page, arena, &capture, NULL), ISNAD_OK);
    assert_int_equal(page.part_count, 0);
    isnad_arena_free(arena);
  }
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {cmocka_unit_test(parts_of_small_pages), cmocka_unit_test(blank_lines_do_not_matter),
                                     cmocka_unit_test(a_stated_title_is_the_headline), cmocka_unit_test(bullets_and_blanks_are_trimmed),
                                     cmocka_unit_test(pages_without_anything)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

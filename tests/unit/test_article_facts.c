/* What a page states about its articles; all names and sentences are invented but those of agencies. */
#include "../support.h"

#include "base/clock.h"
#include "isnad/article.h"

#define TEXT "\n\nافتتح محافظ الإقليم جسرا جديدا يربط بين ضفتي النهر بعد عامين من العمل.\n\nوقال المحافظ إن الجسر سيخدم أكثر من ثلاثين قرية.\n"

typedef struct read_page {
  isnad_arena *arena;
  isnad_page page;
  isnad_article *articles;
  size_t count;
} read_page;

static read_page read_capture(isnad_capture capture) {
  read_page r = {.arena = new_arena(0)};
  if (capture.uri.length == 0) capture.uri = S("test");
  assert_int_equal(isnad_page_read(&r.page, r.arena, &capture, NULL), ISNAD_OK);
  assert_int_equal(isnad_articles_find(&r.articles, &r.count, r.arena, &r.page, &capture, NULL), ISNAD_OK);
  return r;
}

static read_page read_text(isnad_slice text) { return read_capture((isnad_capture){.bytes = text}); }

static void done(read_page *r) { isnad_arena_free(r->arena); }

static int64_t day(int year, unsigned month, unsigned d) { return clock_days(year, month, d) * DAY_SECONDS; }

static void assert_day(const isnad_published *p, int64_t from, isnad_basis basis) {
  assert_int_equal(p->when.from, from);
  assert_int_equal(p->when.to, from + DAY_SECONDS);
  assert_int_equal(p->basis, basis);
}

static void source_lines(void **state) {
  (void)state;
  read_page r = read_text(S("عنوان الخبر عن الجسر الجديد" TEXT "\nالمصدر: أصداء الوادي"));
  assert_slice(r.articles[0].origin.name, S("أصداء الوادي"));
  assert_int_equal(r.articles[0].origin.id.length, 0);
  assert_int_equal(r.articles[0].outlet.name.length, 0); /* a source line never names the outlet */
  done(&r);
  r = read_text(S("عنوان الخبر عن الجسر الجديد" TEXT "\nالمصدر: وكالة رويترز"));
  assert_slice(r.articles[0].origin.id, S("reuters"));
  assert_slice(isnad_slice_at(r.page.text, r.articles[0].origin.span), S("وكالة رويترز"));
  done(&r);
}

/* Title, lines under it, text: what the line tells of the outlet (by id) and of the writer. */
static void lines_of_origin(void **state) {
  (void)state;
  static const struct {
    const char *lines, *outlet, *writer;
  } cases[] = {
      {"الغد - طارق الدعجة", "alghad-jo", "طارق الدعجة"},
      {"بيروت- «القدس العربي»: سعد الياس", "alquds-alarabi", "سعد الياس"},
      {"وهران: نادية بوعلام", "", "نادية بوعلام"},
      {"حسين الشبيلي (جازان)", "", "حسين الشبيلي"},
      {"عدن الغد / تعز / خاص:", "aden-alghad", ""},
      {"موزاييك أف أم • 3 مايو 2026 • سناء الماجري", "mosaique-fm", "سناء الماجري"},
      {"سوق السمك - أرشيفية\n\nكتبت - هند العطار", "", "هند العطار"},
      {"حجم الخط\n\nأنس الهاشمي", "", "أنس الهاشمي"},
      {"جانب من الجسر (الأناضول)", "", ""},
      {"محكمة الاستئناف العليا", "", ""},
      {"بورتسودان – صوت الساحل: آدم مهدي", "", "آدم مهدي"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    isnad_arena *arena = new_arena(0);
    read_page r = read_text(isnad_arena_printf(arena, "عنوان الخبر عن الجسر الجديد\n\n%s%s", cases[i].lines, TEXT));
    assert_slice(r.articles[0].outlet.id, isnad_slice_of(cases[i].outlet));
    assert_slice(r.articles[0].byline.name, isnad_slice_of(cases[i].writer));
    done(&r);
    isnad_arena_free(arena);
  }
}

/* The day of the issue stands in the paper's head line, and items of the issue have both from there. */
static void issues(void **state) {
  (void)state;
  read_page r = read_text(S("الدستور الثلاثاء 3 شباط 2026 - العدد 21045 - صفحة 7\n\nعنوان الخبر عن الجسر الجديد" TEXT));
  assert_slice(r.articles[0].outlet.id, S("addustour-jo"));
  assert_day(&r.articles[0].published, day(2026, 2, 3), ISNAD_BASIS_DATELINE);
  done(&r);
}

static read_page read_html(isnad_slice html) { return read_capture((isnad_capture){.bytes = html, .media = ISNAD_MEDIA_HTML}); }

#define HTML_TEXT                                                                                                                                    \
  "<p>افتتح محافظ الإقليم جسرا جديدا يربط بين ضفتي النهر بعد عامين من العمل.</p><p>وقال المحافظ إن الجسر سيخدم أكثر من ثلاثين قرية.</p>"

/* What is stated of another article, and by systems that know no day, is not this article's. */
static void statements_of_others(void **state) {
  (void)state;
  read_page r =
      read_html(S("<html><head><title>جسر جديد على النهر</title><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":"
                  "\"بطل السباحة يعتزل\",\"datePublished\":\"2021-07-01T10:00:00Z\",\"author\":{\"name\":\"سمير عطا\"}}</script></head><body>"
                  "<h1>جسر جديد على النهر يقصر الطريق</h1><div>15-04-2026 14:44</div>" HTML_TEXT "</body></html>"));
  assert_int_equal(r.articles[0].published.when.from, day(2026, 4, 15));
  assert_int_equal(r.articles[0].author_count, 0);
  done(&r);
  r = read_html(
      S("<html><head><title>جسر جديد على النهر</title><meta property=\"article:published_time\" content=\"2019-01-01T00:00:00Z\"></head><body>"
        "<h1>جسر جديد على النهر يقصر الطريق</h1><div>19 ماي 2025</div>" HTML_TEXT "</body></html>"));
  assert_int_equal(r.articles[0].published.when.from, day(2025, 5, 19));
  done(&r);
  r = read_html(S("<html><head><title>موقع قناة المنار – جسر جديد على النهر</title></head><body><h1>جسر جديد على النهر يقصر الطريق</h1>" HTML_TEXT
                  "</body></html>"));
  assert_slice(r.articles[0].outlet.id, S("almanar"));
  done(&r);
}

static void agencies_in_the_text(void **state) {
  (void)state;
  read_page r = read_text(S("عنوان الخبر عن الجسر الجديد\n\nالقاهرة (رويترز) - افتتح محافظ الإقليم جسرا جديدا بعد عامين من العمل."));
  assert_slice(r.articles[0].origin.id, S("reuters"));
  done(&r);
  r = read_text(S("عنوان الخبر عن الجسر الجديد" TEXT "\nوينتظر افتتاح الجسر الثاني في الربيع المقبل (أ ف ب)."));
  assert_slice(r.articles[0].origin.id, S("afp"));
  done(&r);
  r = read_text(S("عنوان الخبر عن الجسر الجديد" TEXT "\n(رويترز)"));
  assert_slice(r.articles[0].origin.id, S("reuters"));
  done(&r);
  r = read_text(S("عنوان الخبر عن الجسر الجديد" TEXT "\nالجزيرة نت/ رويترز"));
  assert_slice(r.articles[0].origin.id, S("reuters"));
  done(&r);
  r = read_capture(
      (isnad_capture){.bytes = S("عنوان الخبر عن الجسر الجديد" TEXT "\nفرانس24/ أ ف ب / رويترز"), .url = S("https://www.france24.com/ar/1")});
  assert_slice(r.articles[0].origin.id, S("afp"));
  done(&r);
  r = read_capture((isnad_capture){.bytes = S("القاهرة (رويترز) - افتتح محافظ الإقليم جسرا جديدا بعد عامين من العمل."), .outlet = S("reuters")});
  assert_int_equal(r.articles[0].origin.name.length, 0); /* an outlet's own date line cites nobody */
  done(&r);
  r = read_text(S("عنوان الخبر عن الجسر الجديد" TEXT "\nوعبر الجسر وفد من المهندسين (خمسة رجال)."));
  assert_int_equal(r.articles[0].origin.name.length, 0);
  done(&r);
}

static void outlets(void **state) {
  (void)state;
  read_page r = read_text(S("أصداء نت/" TEXT));
  assert_slice(r.articles[0].outlet.name, S("أصداء نت"));
  assert_int_equal(r.articles[0].headline.end, 0);
  done(&r);
  r = read_text(S("عنوان الخبر عن الجسر الجديد\n\nصحيفة أصداء الوادي" TEXT));
  assert_slice(r.articles[0].outlet.name, S("صحيفة أصداء الوادي"));
  done(&r);
  r = read_text(S("عنوان الخبر عن الجسر الجديد\n\nموقع أصداء الوادي - 13 أيار 2025" TEXT));
  assert_slice(r.articles[0].outlet.name, S("موقع أصداء الوادي"));
  done(&r);
  r = read_text(S("عنوان الخبر عن الجسر الجديد\n\nالقاهرة - 13 أيار 2025" TEXT));
  assert_int_equal(r.articles[0].outlet.name.length, 0); /* a place is no medium */
  done(&r);
  r = read_text(S("عنوان الخبر عن الجسر الجديد" TEXT "\nجميع الحقوق محفوظة © أصداء الوادي 2020"));
  assert_slice(r.articles[0].outlet.name, S("أصداء الوادي"));
  done(&r);
  r = read_capture((isnad_capture){.bytes = S("عنوان الخبر عن الجسر الجديد" TEXT), .url = S("https://www.aljazeera.net/news/1")});
  assert_true(r.articles[0].outlet.id.length > 0);
  assert_int_equal(r.articles[0].outlet.span.end, 0);
  done(&r);
  r = read_capture((isnad_capture){.bytes = S("عنوان الخبر عن الجسر الجديد" TEXT), .outlet = S("reuters"), .url = S("https://x.example/")});
  assert_slice(r.articles[0].outlet.id, S("reuters"));
  done(&r);
  r = read_capture((isnad_capture){.bytes = S("عنوان الخبر عن الجسر الجديد" TEXT), .outlet = S("أصداء الوادي")});
  assert_slice(r.articles[0].outlet.name, S("أصداء الوادي"));
  done(&r);
}

/* An agency in the writer's place is where the text is from; a person, a desk and the site itself are not. */
/* Date lines that stand alone, hold a date or a writer, or close the text: who brought it. */
static void agencies_of_lines(void **state) {
  (void)state;
  static const struct {
    const char *head, *foot, *id;
  } rows[] = {{"بيروت - أ ف ب\n\n", "", "afp"},
              {"بيروت/رويترز\n\n", "", "reuters"},
              {"بيروت: «أ ف ب»\n\n", "", "afp"},
              {"بيروت - (د ب أ):\n\n", "", "dpa"},
              {"بيروت/ كريم الأسمر/ الأناضول\n\n", "", "anadolu"},
              {"بغداد/ واع\n\n", "", "ina-iq"},
              {"بيروت 10 رجب 1446 هـ الموافق 10 يناير 2025 م واس\n\n", "", "spa"},
              {"مسقط في 5 نوفمبر /العمانية/ ", "", "ona"},
              {"رام الله 5-11-2025 وفا- ", "", "wafa"},
              {"الرباط 5 نونبر 2025 (ومع) - ", "", "map-ma"},
              {"NNA - ", "", "nna-lb"},
              {"وطنية - بيروت - ", "", "nna-lb"},
              {"", "\n\nس.ع/ ك.أ (د ب أ، رويترز)", "dpa"},
              {"", "\n\n// انتهى //", ""},
              {"بيروت - خاص\n\n", "", ""}};
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    char page[1024];
    int length = snprintf(page, sizeof page, "عنوان الخبر عن الجسر الجديد\n\n%sافتتح محافظ الإقليم جسرا جديدا بعد عامين من العمل.%s\n", rows[i].head,
                          rows[i].foot);
    read_page r = read_text((isnad_slice){page, (size_t)length});
    assert_slice(r.articles[0].origin.id, isnad_slice_of(rows[i].id));
    if (rows[i].id[0] == '\0') assert_int_equal(r.articles[0].origin.name.length, 0);
    done(&r);
  }
  read_page r = read_text(S("عنوان الخبر عن الجسر الجديد\n\nبيروت - وكالات" TEXT));
  assert_slice(r.articles[0].origin.name, S("وكالات"));
  assert_int_equal(r.articles[0].byline.name.length, 0);
  done(&r);
}

static void agencies_as_authors(void **state) {
  (void)state;
#define PAGE(site, author, line)                                                                                                                             \
  "<html><head><meta property=og:site_name content='" site "'><meta name=author content='" author "'></head><body><article>"                                 \
  "<h1>عنوان الخبر عن الجسر الجديد</h1><div><span>" line "</span> <time>5 مايو 2021</time></div>"                                                        \
  "<p>افتتح محافظ الإقليم جسرا جديدا يربط بين ضفتي النهر بعد عامين من العمل في الموقع.</p>" \
  "<p>وقال المحافظ في كلمة قصيرة إن الجسر سيخدم أكثر من ثلاثين قرية على الجانبين.</p></article></body></html>"
  read_page r = read_capture((isnad_capture){.bytes = S(PAGE("صحيفة التلال", "رويترز", "رويترز")), .media = ISNAD_MEDIA_HTML});
  assert_slice(r.articles[0].origin.id, S("reuters"));
  assert_slice(isnad_slice_at(r.page.text, r.articles[0].origin.span), S("رويترز"));
  done(&r);
  r = read_capture((isnad_capture){.bytes = S(PAGE("صحيفة التلال", "وكالة الوادي للأنباء", "وكالة الوادي للأنباء")), .media = ISNAD_MEDIA_HTML});
  assert_slice(r.articles[0].origin.name, S("وكالة الوادي للأنباء"));
  done(&r);
  r = read_capture(
      (isnad_capture){.bytes = S(PAGE("وكالة الوادي للأنباء", "وكالة الوادي للأنباء", "وكالة الوادي للأنباء")), .media = ISNAD_MEDIA_HTML});
  assert_int_equal(r.articles[0].origin.name.length, 0);
  done(&r);
  r = read_capture((isnad_capture){.bytes = S(PAGE("صحيفة التلال", "هالة الصواف", "هالة الصواف")), .media = ISNAD_MEDIA_HTML});
  assert_int_equal(r.articles[0].origin.name.length, 0);
  done(&r);
  r = read_capture((isnad_capture){.bytes = S(PAGE("صحيفة التلال", "وكالة الوادي للأنباء", "محليات")), .media = ISNAD_MEDIA_HTML});
  assert_int_equal(r.articles[0].origin.name.length, 0); /* the page does not show it */
  done(&r);
#undef PAGE
}

static void dates(void **state) {
  (void)state;
  read_page r = read_text(S("عنوان الخبر عن الجسر الجديد\n\nتاريخ النشر: 5 مايو 2021\n\nآخر تحديث: 7 مايو 2021" TEXT));
  assert_day(&r.articles[0].published, day(2021, 5, 5), ISNAD_BASIS_DATELINE);
  done(&r);
  r = read_capture((isnad_capture){.bytes = S("عنوان الخبر\n\n5 مايو 2021" TEXT), .published = S("2021-05-06T10:00:00+03:00")});
  assert_int_equal(r.articles[0].published.when.from, day(2021, 5, 6) + 7 * 3600);
  assert_int_equal(r.articles[0].published.basis, ISNAD_BASIS_META);
  done(&r);
  r = read_capture((isnad_capture){.bytes = S("عنوان الخبر عن الجسر" TEXT), .published = S("الأربعاء، 07 أكتوبر 2020 - 12:09 م")});
  assert_day(&r.articles[0].published, day(2020, 10, 7), ISNAD_BASIS_META);
  done(&r);
  r = read_capture((isnad_capture){.bytes = S("عنوان الخبر عن الجسر" TEXT), .url = S("http://x.example/ar/2018/02/18/bridge.html")});
  assert_day(&r.articles[0].published, day(2018, 2, 18), ISNAD_BASIS_URL);
  done(&r);
  r = read_capture((isnad_capture){.bytes = S("عنوان الخبر عن الجسر" TEXT), .url = S("http://x.example/ar/2018/13/18/1234567")});
  assert_int_equal(r.articles[0].published.when.to, 0);
  done(&r);
  r = read_capture((isnad_capture){.bytes = S("عنوان الخبر عن الجسر\n\nمنذ 3 ساعات" TEXT), .captured_at = S("2021-05-06T10:00:00Z")});
  assert_int_equal(r.articles[0].published.basis, ISNAD_BASIS_RELATIVE);
  assert_true(r.articles[0].published.when.from <= day(2021, 5, 6) + 7 * 3600 && r.articles[0].published.when.to > day(2021, 5, 6) + 7 * 3600);
  done(&r);
}

static void told_days(void **state) {
  (void)state;
  isnad_slice text = S("عنوان الخبر عن الجسر\n\nافتتح المحافظ اليوم الأربعاء جسرا جديدا بعد عامين من العمل المتواصل.");
  read_page r = read_text(text);
  assert_int_equal(r.articles[0].published.weekday, 3);
  assert_int_equal(r.articles[0].published.when.to, 0);
  done(&r);
  r = read_capture((isnad_capture){.bytes = text, .captured_at = S("2023-09-15T08:00:00Z")});
  assert_day(&r.articles[0].published, day(2023, 9, 13), ISNAD_BASIS_RELATIVE);
  assert_int_equal(r.articles[0].published.weekday, 0);
  done(&r);
  r = read_text(S("عنوان الخبر عن الجسر\n\nافتتح المحافظ، اليوم الثلاثاء (7 مايو 2024)، جسرا جديدا بعد عامين من العمل."));
  assert_day(&r.articles[0].published, day(2024, 5, 7), ISNAD_BASIS_RELATIVE);
  done(&r);
  r = read_text(S("عنوان الخبر عن الجسر\n\nافتتح المحافظ أمس الثلاثاء 7 مايو 2024 جسرا جديدا بعد عامين من العمل."));
  assert_day(&r.articles[0].published, day(2024, 5, 8), ISNAD_BASIS_RELATIVE);
  done(&r);
}

/* An article under another one keeps its own particulars and inherits none. */
static void embedded_articles_inherit_nothing(void **state) {
  (void)state;
  read_page r = read_capture((isnad_capture){.bytes = S("عنوان الخبر عن الجسر الجديد\n\n5 مايو 2021" TEXT
                                                        "\nالمصدر: أصداء الوادي\n\nإقرأ أيضا:\n\nجمعية تزرع آلاف الأشجار\n\n"
                                                        "أطلقت جمعية خيرية حملة لزراعة آلاف الأشجار في ضواحي العاصمة خلال الشتاء.\n\nمقالات "
                                                        "مشابهة\n\n  \xE2\x80\xA2 افتتاح معرض الكتاب وسط إقبال كبير\n"),
                                             .published = S("2021-05-06"),
                                             .outlet = S("reuters"),
                                             .captured_at = S("2021-05-07")});
  assert_int_equal(r.count, 3);
  const isnad_article *lead = &r.articles[0], *embedded = &r.articles[1], *bare = &r.articles[2];
  assert_int_equal(lead->role, ISNAD_ROLE_LEAD);
  assert_int_equal(embedded->role, ISNAD_ROLE_EMBEDDED);
  assert_int_equal(bare->role, ISNAD_ROLE_HEADLINE);
  assert_slice(isnad_slice_at(r.page.text, embedded->headline), S("جمعية تزرع آلاف الأشجار"));
  assert_slice(isnad_slice_at(r.page.text, bare->headline), S("افتتاح معرض الكتاب وسط إقبال كبير"));
  assert_int_equal(lead->body_count, 2);
  assert_int_equal(embedded->body_count, 1);
  assert_int_equal(embedded->published.when.to, 0);
  assert_int_equal(embedded->outlet.name.length, 0);
  assert_int_equal(embedded->origin.name.length, 0);
  for (size_t i = 0; i < r.page.part_count; i++) {
    isnad_part_kind kind = r.page.parts[i].kind;
    int32_t wanted = kind == ISNAD_PART_SIMILAR_HEADLINE ? 2 : kind >= ISNAD_PART_READ_ALSO_MARKER && kind <= ISNAD_PART_SIMILAR_MARKER ? 1 : 0;
    assert_int_equal(r.page.parts[i].article, wanted);
  }
  done(&r);
}

/* Two headlines and two stamps in one line are two articles, each with its own date, and the lead has none of them. */
static void promos_keep_their_dates(void **state) {
  (void)state;
  read_page r =
      read_text(S("عنوان الخبر عن الجسر الجديد" TEXT "\nأخبار قد تهمك «المحافظ» يتفقد السد الجديد 4 فبراير 2024 - 9:15 مساء تراجع أسعار الخضار في "
                  "الأسواق 2 فبراير 2024 - 1:40 مساء\n\nوأضاف أن العمل سيستمر طوال العام المقبل."));
  assert_int_equal(r.count, 3);
  assert_int_equal(r.articles[0].published.when.to, 0);
  assert_slice(isnad_slice_at(r.page.text, r.articles[1].headline), S("«المحافظ» يتفقد السد الجديد"));
  assert_slice(isnad_slice_at(r.page.text, r.articles[2].headline), S("تراجع أسعار الخضار في الأسواق"));
  assert_day(&r.articles[1].published, day(2024, 2, 4), ISNAD_BASIS_DATELINE);
  assert_day(&r.articles[2].published, day(2024, 2, 2), ISNAD_BASIS_DATELINE);
  done(&r);
}

static void assert_keywords(const read_page *r, const char *const *wanted, size_t count) {
  const isnad_article *a = &r->articles[0];
  for (size_t i = 0; i < a->keyword_count && i < count; i++) assert_slice(isnad_slice_at(r->page.text, a->keywords[i]), isnad_slice_of(wanted[i]));
  assert_int_equal(a->keyword_count, count);
}

static void keywords(void **state) {
  (void)state;
  static const char *const commas[] = {"الجسر", "النهر الكبير", "القرى"};
  read_page r = read_text(S("عنوان الخبر عن الجسر الجديد" TEXT "\nالوسوم: الجسر، النهر الكبير، القرى، الجسر"));
  assert_keywords(&r, commas, 3);
  done(&r);
  static const char *const runs[] = {"الجسر", "كوريا الشمالية", "باريس"};
  r = read_text(S("عنوان الخبر عن الجسر الجديد" TEXT "\nكلمات دلالية: الجسر كوريا الشمالية کوریا الشمالیة باريس"));
  assert_keywords(&r, runs, 3);
  done(&r);
  static const char *const tags[] = {"الجسر", "النهر"};
  r = read_text(S("عنوان الخبر عن الجسر الجديد" TEXT "\n#الجسر #النهر"));
  assert_keywords(&r, tags, 2);
  done(&r);
}

static void ids_and_hashes(void **state) {
  (void)state;
  isnad_slice text = S("عنوان الخبر عن الجسر الجديد" TEXT);
  read_page a = read_capture((isnad_capture){.uri = S("a"), .bytes = text}), b = read_capture((isnad_capture){.uri = S("b"), .bytes = text});
  read_page c =
      read_capture((isnad_capture){.uri = S("a"),
                                   .bytes = S("عنوان آخر تماما لهذا الخبر\n\nافتتح محافظ الاقليم جسراً جديداً يربط بين ضفتي النهر بعد عامين من "
                                              "العمل.\n\nوقال المحافظ ان الجسر سيخدم اكثر من ثلاثين قرية.\n")});
  assert_int_equal(strlen(a.articles[0].id), 17);
  assert_string_not_equal(a.articles[0].id, b.articles[0].id);
  assert_true(a.articles[0].body_hash == b.articles[0].body_hash);
  assert_true(a.articles[0].body_hash == c.articles[0].body_hash); /* spellings that fold together, another headline */
  done(&a);
  done(&b);
  done(&c);
}

static void a_bare_headline_is_an_article(void **state) {
  (void)state;
  read_page r = read_capture((isnad_capture){.bytes = S("جسر جديد"), .title = S("جسر جديد")});
  assert_int_equal(r.count, 1);
  assert_int_equal(r.articles[0].role, ISNAD_ROLE_LEAD);
  assert_int_equal(r.articles[0].body_count, 0);
  assert_true(r.articles[0].body_hash != 0);
  done(&r);
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {cmocka_unit_test(source_lines),
                                     cmocka_unit_test(lines_of_origin),
                                     cmocka_unit_test(issues),
                                     cmocka_unit_test(statements_of_others),
                                     cmocka_unit_test(agencies_in_the_text),
                                     cmocka_unit_test(agencies_of_lines),
                                     cmocka_unit_test(agencies_as_authors),
                                     cmocka_unit_test(outlets),
                                     cmocka_unit_test(dates),
                                     cmocka_unit_test(told_days),
                                     cmocka_unit_test(embedded_articles_inherit_nothing),
                                     cmocka_unit_test(promos_keep_their_dates),
                                     cmocka_unit_test(keywords),
                                     cmocka_unit_test(ids_and_hashes),
                                     cmocka_unit_test(a_bare_headline_is_an_article)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

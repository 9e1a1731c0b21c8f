/* References, lists of feeds, the feeds of pages, limits, and feeds as captures. */
#include "../case_table.h"

#include "isnad/isnad.h"

static const char *tests_folder;

static void references_resolve(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  case_table t = read_cases(arena, tests_folder, "references.tsv", 4);
  int wrong = 0;
  for (size_t i = 0; i < t.count; i++) {
    isnad_slice base = isnad_slice_equal(t.cases[i].cells[0], S("-")) ? S("") : t.cases[i].cells[0];
    isnad_slice once = isnad_url_resolve(arena, base, t.cases[i].cells[1]);
    wrong += case_differs("references.tsv", &t.cases[i], "resolved", once, t.cases[i].cells[2]);
    assert_slice(isnad_url_resolve(arena, base, once), once);
  }
  print_message("%zu rows of references.tsv\n", t.count);
  assert_int_equal(wrong, 0);
  isnad_arena_free(arena);
}

/* --- lists --- */

static void same_outlines(const isnad_outlines *a, const isnad_outlines *b) {
  assert_slice(a->title, b->title);
  assert_int_equal(a->count, b->count);
  for (size_t i = 0; i < a->count; i++) {
    assert_slice(a->items[i].text, b->items[i].text);
    assert_slice(a->items[i].feed_url, b->items[i].feed_url);
    assert_slice(a->items[i].site_url, b->items[i].site_url);
    assert_slice(a->items[i].type, b->items[i].type);
    assert_slice(a->items[i].language, b->items[i].language);
    assert_slice(a->items[i].category, b->items[i].category);
    assert_int_equal(a->items[i].parent, b->items[i].parent);
    assert_int_equal(a->items[i].depth, b->items[i].depth);
  }
}

/* The list that comes with the program is sound, and what is written is what was read. */
static void our_list_is_read_and_written(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  char path[512];
  isnad_outlines ours, again;
  isnad_slice written, twice;
  snprintf(path, sizeof path, "%s/../data/feeds.opml", tests_folder);
  assert_int_equal(isnad_outlines_read(&ours, arena, read_file(arena, path), NULL, NULL), ISNAD_OK);
  assert_int_equal(isnad_feed_fault_count(&ours.faults), 0);
  size_t feeds = 0;
  for (size_t i = 0; i < ours.count; i++) {
    assert_true(ours.items[i].text.length > 0);
    feeds += ours.items[i].feed_url.length > 0;
    assert_int_equal(ours.items[i].depth, ours.items[i].feed_url.length > 0 ? 1 : 0);
  }
  assert_true(feeds >= 150);
  assert_int_equal(isnad_outlines_write(&written, arena, &ours, NULL), ISNAD_OK);
  assert_int_equal(isnad_outlines_read(&again, arena, written, NULL, NULL), ISNAD_OK);
  same_outlines(&ours, &again);
  assert_int_equal(isnad_outlines_write(&twice, arena, &again, NULL), ISNAD_OK);
  assert_slice(twice, written);
  isnad_arena_free(arena);
}

static void what_is_written_is_escaped(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_outline items[] = {{.text = S("أ & \"ب\" <ج>\n"), .parent = UINT32_MAX},
                           {.text = S("د"), .feed_url = S("https://a.example/?x=1&y=2"), .type = S("rss"), .parent = 0, .depth = 1},
                           {.text = S("هـ\x01"), .site_url = S("https://b.example/"), .type = S("link"), .parent = UINT32_MAX}};
  isnad_outlines all = {.title = S("ع & غ"), .items = items, .count = 3}, again;
  isnad_slice written;
  assert_int_equal(isnad_outlines_write(&written, arena, &all, NULL), ISNAD_OK);
  assert_int_equal(isnad_outlines_read(&again, arena, written, NULL, NULL), ISNAD_OK);
  assert_int_equal(isnad_feed_fault_count(&again.faults), 0);
  assert_slice(again.title, S("ع & غ"));
  assert_slice(again.items[0].text, S("أ & \"ب\" <ج>"));
  assert_slice(again.items[1].feed_url, items[1].feed_url);
  assert_int_equal(again.items[1].parent, 0);
  assert_slice(again.items[2].text, S("هـ"));
  assert_slice(again.items[2].site_url, items[2].site_url);
  items[0].parent = 1;
  assert_int_equal(isnad_outlines_write(&written, arena, &all, NULL), ISNAD_BAD_ARGUMENT);
  isnad_arena_free(arena);
}

/* --- pages --- */

static void pages_name_their_feeds(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  const isnad_feed_link *links = NULL;
  size_t count = 0;
  isnad_feed_options options = {.url = S("https://marfa.example/news/1")};
  isnad_slice page = S("<html><head><base href='/ar/'><link rel='ALTERNATE stylesheet' type='application/rss+xml' title='كل  الأخبار' href='feed'>"
                       "<link rel=alternate type=text/css href=a.css><link rel=alternate hreflang=en href=/en/><link rel=feed href=/f2>"
                       "<link rel=alternate type='application/json' href='/wp-json/1'><link rel=alternate type=application/atom+xml href=/atom.xml>"
                       "</head><body><a href='feed'>مكرر</a><a href='/rss/sport.rss'><img src=x> رياضة</a><a href='/feeding'>لا</a>"
                       "<a href='/x/comments/feed/'>لا</a><a href='https://other.example/?feed=rss2'>آخر</a></body></html>");
  assert_int_equal(isnad_feed_links(&links, &count, arena, page, false, &options, NULL), ISNAD_OK);
  static const char *const wanted[] = {"https://marfa.example/ar/feed", "https://marfa.example/f2", "https://marfa.example/atom.xml",
                                       "https://marfa.example/rss/sport.rss", "https://other.example/?feed=rss2"};
  assert_int_equal(count, 5);
  for (size_t i = 0; i < count; i++) assert_slice(links[i].url, isnad_slice_of(wanted[i]));
  assert_slice(links[0].title, S("كل الأخبار"));
  assert_slice(links[3].title, S("رياضة"));
  assert_int_equal(isnad_feed_links(&links, &count, arena, page, true, &options, NULL), ISNAD_OK);
  assert_true(count > 10 && links[5].guessed && !links[4].guessed);
  for (size_t i = 5; i < count; i++) assert_true(isnad_slice_starts(links[i].url, S("https://marfa.example/")));
  assert_int_equal(isnad_feed_links(&links, &count, arena, S("<p>لا شيء"), true, NULL, NULL), ISNAD_OK);
  assert_int_equal(count, 0);
  isnad_arena_free(arena);
}

/* --- limits --- */

static isnad_slice many_items(isnad_arena *arena, size_t count) {
  isnad_slice out = {isnad_arena_alloc(arena, count * 96 + 256), 0};
  char *at = (char *)out.bytes;
  at += sprintf(at, "<rss version=\"2.0\"><channel><title>ش</title>");
  for (size_t i = 0; i < count; i++) at += sprintf(at, "<item><title>خبر %zu</title><link>https://a.example/%zu</link></item>\n", i, i);
  at += sprintf(at, "</channel></rss>");
  out.length = (size_t)(at - out.bytes);
  return out;
}

static void limits_hold(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0), *small = new_arena(0);
  isnad_feed feed;
  isnad_err err = {0};
  isnad_slice bytes = many_items(arena, 300);
  isnad_feed_options options = {.most_items = 200};
  assert_int_equal(isnad_feed_read(&feed, arena, bytes, &options, &err), ISNAD_OK);
  assert_int_equal(feed.item_count, 200);
  assert_int_equal(feed.faults.count[ISNAD_FAULT_LIMIT], 100);
  assert_int_equal(feed.faults.kept, 1);
  options = (isnad_feed_options){.deepest = 3};
  assert_int_equal(isnad_feed_read(&feed, arena, bytes, &options, &err), ISNAD_LIMIT);
  assert_non_null(strstr(err.message, "more than 3 deep"));
  size_t wanted = isnad_arena_used(arena);
  assert_true(wanted > 0);
  for (size_t limit = 0; limit < 60000; limit += 1777) { /* wherever memory runs out, it is told */
    isnad_arena_reset(small);
    isnad_arena_limit(small, limit + 1);
    assert_int_equal(isnad_feed_read(&feed, small, bytes, NULL, &err), ISNAD_LIMIT);
  }
  isnad_arena_free(small);
  isnad_arena_free(arena);
}

/* Faults without end are counted, and few are kept. */
static void many_faults_are_bounded(void **state) {
  (void)state;
  enum { FAULTS = 200000 };
  isnad_arena *arena = new_arena(0);
  isnad_feed feed;
  char *bytes = isnad_arena_alloc(arena, 2 * FAULTS + 256), *at = bytes;
  at += sprintf(at, "<rss version=\"2.0\"><channel><title>");
  for (size_t i = 0; i < FAULTS; i++) at += sprintf(at, i % 2 == 0 ? "& " : "< ");
  at += sprintf(at, "</title></channel></rss>");
  size_t before = isnad_arena_used(arena);
  assert_int_equal(isnad_feed_read(&feed, arena, (isnad_slice){bytes, (size_t)(at - bytes)}, NULL, NULL), ISNAD_OK);
  assert_int_equal(feed.faults.count[ISNAD_FAULT_AMPERSAND], FAULTS / 2);
  assert_int_equal(feed.faults.count[ISNAD_FAULT_MARKUP], FAULTS / 2);
  assert_int_equal(feed.faults.kept, ISNAD_FEED_FAULTS_KEPT);
  assert_true(isnad_arena_used(arena) - before < 32 * 2 * (size_t)FAULTS);
  isnad_arena_free(arena);
}

/* --- feeds as captures --- */

typedef struct taken {
  size_t good, refused;
  char first_uri[128], headline[128], message[240], last_text[256];
  int64_t published;
} taken;

static bool take(void *context, const isnad_result *result) {
  taken *t = context;
  if (result->status != ISNAD_OK) {
    t->refused++;
    snprintf(t->message, sizeof t->message, "%s", result->err.message);
    return true;
  }
  const isnad_record *r = &result->record;
  snprintf(t->last_text, sizeof t->last_text, "%.*s", (int)r->page.text.length, r->page.text.bytes);
  if (t->good++ > 0 || r->article_count == 0) return true;
  isnad_slice headline = isnad_slice_at(r->page.text, r->articles[0].headline);
  snprintf(t->first_uri, sizeof t->first_uri, "%.*s", (int)r->capture.uri.length, r->capture.uri.bytes);
  snprintf(t->headline, sizeof t->headline, "%.*s", (int)headline.length, headline.bytes);
  t->published = r->articles[0].published.when.from;
  return true;
}

static taken read_path(const char *path) {
  taken t = {0};
  isnad_run run = {.threads = 2, .take = take, .context = &t};
  assert_int_equal(isnad_read_all(&path, 1, &run, NULL), ISNAD_OK);
  return t;
}

static void items_become_captures(void **state) {
  (void)state;
  write_file(
      "feed.xml",
      S("<rss version=\"2.0\"><channel><title>ش</title><link>https://shati.example/</link>"
        "<item><title>حريق في مخزن للأخشاب &amp; المواد</title><link>/n/1</link><pubDate>Mon, 03 Feb 2025 08:00:00 +0200</pubDate>"
        "<description><![CDATA[<p>التهم حريق مخزنا للأخشاب في المدينة صباح اليوم، وقال متحدث باسم الإطفاء إن أحدا لم يصب.</p>]]></description></item>"
        "<item><guid isPermaLink=\"false\">7</guid><title>عنوان بلا متن</title></item>"
        "<item><link>https://shati.example/empty</link></item>"
        "<item><title>لم يكتمل"));
  taken t = read_path("feed.xml");
  assert_int_equal(t.good, 2);
  assert_int_equal(t.refused, 1);
  assert_string_equal(t.first_uri, "https://shati.example/n/1");
  assert_string_equal(t.headline, "حريق في مخزن للأخشاب & المواد");
  assert_int_equal(t.published, 1738562400);
  assert_string_equal(t.last_text, "عنوان بلا متن");
  assert_non_null(strstr(t.message, "3 items were read"));
}

static void one_line_of_json_is_a_feed(void **state) {
  (void)state;
  write_file("feed.json",
             S("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"title\":\"أول\"},{\"id\":\"2\",\"title\":\"ثان\"}]}\n"));
  taken t = read_path("feed.json");
  assert_int_equal(t.good, 2);
  assert_int_equal(t.refused, 0);
  write_file("records.jsonl", S("{\"id\":\"1\",\"title\":\"أول\",\"version\":\"2\"}\n{\"id\":\"2\",\"title\":\"ثان\"}\n"));
  t = read_path("records.jsonl");
  assert_int_equal(t.good, 2);
}

static void lists_are_no_reports(void **state) {
  (void)state;
  write_file("feeds.opml", S("<opml version=\"2.0\"><body><outline text=\"أ\" xmlUrl=\"https://a.example/rss\"/></body></opml>"));
  taken t = read_path("feeds.opml");
  assert_int_equal(t.good, 0);
  assert_int_equal(t.refused, 1);
  assert_non_null(strstr(t.message, "a list of addresses (opml)"));
}

int main(int argc, char **argv) {
  tests_folder = argc > 1 ? argv[1] : "tests"; /* may be relative: tests in a folder of their own come last */
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(references_resolve),
      cmocka_unit_test(our_list_is_read_and_written),
      cmocka_unit_test(what_is_written_is_escaped),
      cmocka_unit_test(pages_name_their_feeds),
      cmocka_unit_test(limits_hold),
      cmocka_unit_test(many_faults_are_bounded),
      cmocka_unit_test_setup_teardown(items_become_captures, enter_folder_of_its_own, leave_folder),
      cmocka_unit_test_setup_teardown(one_line_of_json_is_a_feed, enter_folder_of_its_own, leave_folder),
      cmocka_unit_test_setup_teardown(lists_are_no_reports, enter_folder_of_its_own, leave_folder),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

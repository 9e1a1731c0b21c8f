/* The search by its parts: what a query means, what is refused, distances, marks, pages, copies, suggestions. */
#include "search_support.h"

#include "search/latin.h"
#include "search/spelling.h"

static const char *folder;
static isnad_store *store;
static isnad_search *search;

static int open_all(void **state) {
  char path[4096];
  if (enter_folder_of_its_own(state) != 0) return -1;
  snprintf(path, sizeof path, "%s/search/documents.jsonl", folder);
  store = search_store("s.db", path);
  search = open_search(store);
  return 0;
}

static int close_all(void **state) {
  isnad_search_close(search);
  isnad_store_close(store);
  return leave_folder(state);
}

/* --- queries --- */

static void a_query_is_read_into_clauses(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_search_query q;
  isnad_slice text = S("قمح title:\"سوق الحبوب\" OR source:تاس -مصر صوا* since:2024-02");
  assert_int_equal(isnad_search_parse(&q, arena, text, SEARCH_NOW, NULL), ISNAD_OK);
  assert_int_equal(q.count, 5);
  assert_slice(q.clauses[0].words, S("قمح"));
  assert_slice(q.clauses[1].words, S("سوق الحبوب"));
  assert_int_equal(q.clauses[1].field, ISNAD_FIELD_TITLE);
  assert_true(q.clauses[1].exact && !q.clauses[0].exact);
  assert_int_equal(q.clauses[2].field, ISNAD_FIELD_SOURCE);
  assert_int_equal(q.clauses[2].group, q.clauses[1].group);
  assert_int_not_equal(q.clauses[0].group, q.clauses[1].group);
  assert_true(q.clauses[3].excluded && q.clauses[4].prefix);
  assert_true(q.dated && q.within.from == 1706745600 && q.within.to == INT64_MAX);
  for (size_t i = 0; i < q.count; i++) assert_slice(isnad_slice_at(text, q.clauses[i].span), q.clauses[i].words);
  isnad_arena_free(arena);
}

static void a_bad_query_is_told_in_one_line(void **state) {
  (void)state;
  static const struct {
    isnad_slice query;
    const char *words;
  } bad[] = {{{"", 0}, "no word"},
             {{"   ...  ", 8}, "no word"},
             {{"-x", 2}, "must be there"},
             {{"title:", 6}, "nothing to look for"},
             {{"title:\"\"", 8}, "nothing to look for"},
             {{"a OR", 4}, "OR with nothing behind"},
             {{"OR a", 4}, "OR with nothing before"},
             {{"a OR OR b", 9}, "OR with nothing before"},
             {{"a OR -b", 7}, "OR beside an excluded"},
             {{"since:", 6}, "a time must follow"},
             {{"a since:soonish", 15}, "no time"},
             {{"a since:2024-13", 15}, "no time"},
             {{"a since:2024-03 until:2024-01", 29}, "ends before"},
             {{"a -since:2024-03", 16}, "neither excluded"}};
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
    isnad_arena *arena = new_arena(0);
    isnad_search_query q;
    isnad_err err = {0};
    assert_int_equal(isnad_search_parse(&q, arena, bad[i].query, SEARCH_NOW, &err), ISNAD_BAD_INPUT);
    if (strstr(err.message, bad[i].words) == NULL) fail_msg("%s: %s", bad[i].query.bytes, err.message);
    assert_null(strchr(err.message, '\n'));
    assert_true(err.span.begin <= err.span.end && err.span.end <= bad[i].query.length);
    isnad_arena_free(arena);
  }
}

static void a_query_that_is_too_long_is_refused(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_search_query q;
  isnad_err err = {0};
  buf b = buf_new(arena, 4096);
  for (size_t i = 0; i <= ISNAD_SEARCH_MOST_WORDS; i++) buf_printf(&b, "w%zu ", i);
  assert_int_equal(isnad_search_parse(&q, arena, buf_slice(&b), 0, &err), ISNAD_BAD_INPUT);
  while (b.length <= ISNAD_SEARCH_LONGEST) buf_add_text(&b, "more ");
  assert_int_equal(isnad_search_parse(&q, arena, buf_slice(&b), 0, &err), ISNAD_BAD_INPUT);
  isnad_arena_free(arena);
}

/* --- distances --- */

static void distances_count_edits(void **state) {
  (void)state;
  assert_int_equal(spelling_distance(S("صاروخ"), S("صاروخ"), 2), 0);
  assert_int_equal(spelling_distance(S("صاورخ"), S("صاروخ"), 2), 1);
  assert_int_equal(spelling_distance(S("صارخ"), S("صاروخ"), 2), 1);
  assert_int_equal(spelling_distance(S("صاروخي"), S("صاروخ"), 2), 1);
  assert_int_equal(spelling_distance(S("سارو"), S("صاروخ"), 2), 2);
  assert_int_equal(spelling_distance(S("قمر"), S("صاروخ"), 2), 3);
}

static void a_latin_word_sounds_like_its_arabic_one(void **state) {
  (void)state;
  static const char *const pairs[][2] = {{"putin", "بوتين"},     {"erdogan", "اردوغان"},   {"trump", "ترامب"}, {"shoigu", "شويغو"},
                                         {"khamenei", "خامنيي"}, {"zelensky", "زيلينسكي"}, {"assad", "اسد"},   {"merkel", "ميركل"},
                                         {"macron", "ماكرون"},   {"lavrov", "لافروف"}};
  for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
    isnad_slice latin = isnad_slice_of(pairs[i][0]), own = isnad_slice_of(pairs[i][1]);
    for (size_t k = 0; k < sizeof pairs / sizeof pairs[0]; k++)
      if (k != i && latin_distance(latin, isnad_slice_of(pairs[k][1])) <= latin_distance(latin, own))
        fail_msg("%s sounds like %s", pairs[i][0], pairs[k][1]);
  }
}

/* --- answers --- */

static void marks_hold_whole_words(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_search_page page;
  assert_int_equal(ask(&page, arena, search, S("كوريا محرك"), NULL), ISNAD_OK);
  assert_int_equal(page.count, 1);
  const isnad_search_hit *hit = &page.hits[0];
  assert_slice(hit->report.label, S("korea"));
  assert_int_equal(hit->headline.mark_count, 1);
  isnad_span in = {hit->headline.marks[0].begin - hit->headline.span.begin, hit->headline.marks[0].end - hit->headline.span.begin};
  assert_slice(isnad_slice_at(hit->headline.text, in), S("کوریا"));
  assert_true(hit->excerpt_count >= 1 && hit->excerpts[0].mark_count == 2);
  isnad_span second = {hit->excerpts[0].marks[1].begin - hit->excerpts[0].span.begin, hit->excerpts[0].marks[1].end - hit->excerpts[0].span.begin};
  assert_slice(isnad_slice_at(hit->excerpts[0].text, second), S("لمحرك"));
  isnad_arena_free(arena);
}

static void check_excerpt(const isnad_search_excerpt *e) {
  uint32_t before = e->span.begin;
  assert_int_equal(e->span.end - e->span.begin, e->text.length);
  for (size_t i = 0; i < e->mark_count; i++) {
    assert_true(e->marks[i].begin >= before && e->marks[i].begin < e->marks[i].end && e->marks[i].end <= e->span.end);
    assert_true(((unsigned char)e->text.bytes[e->marks[i].begin - e->span.begin] & 0xC0) != 0x80);
    if (e->marks[i].end < e->span.end) assert_true(((unsigned char)e->text.bytes[e->marks[i].end - e->span.begin] & 0xC0) != 0x80);
    before = e->marks[i].end;
  }
}

static void every_mark_lies_in_its_excerpt(void **state) {
  (void)state;
  static const char *const queries[] = {"في", "القمح OR زلزال", "\"كتاب جديد\"", "صوا*", "who:بوتين", "putin"};
  for (size_t i = 0; i < sizeof queries / sizeof queries[0]; i++) {
    isnad_arena *arena = new_arena(0);
    isnad_search_page page;
    isnad_search_options options = {.now = SEARCH_NOW, .limit = 200, .excerpt = 60 + 40 * i};
    assert_int_equal(isnad_search_run(&page, arena, search, isnad_slice_of(queries[i]), &options, NULL), ISNAD_OK);
    assert_true(page.count > 0);
    for (size_t h = 0; h < page.count; h++) {
      check_excerpt(&page.hits[h].headline);
      for (size_t e = 0; e < page.hits[h].excerpt_count; e++) check_excerpt(&page.hits[h].excerpts[e]);
    }
    isnad_arena_free(arena);
  }
}

static void copies_stand_under_the_earliest(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_search_page page;
  assert_int_equal(ask(&page, arena, search, S("غرق عبارة جزيرة"), NULL), ISNAD_OK);
  assert_int_equal(page.total, 2);
  assert_int_equal(page.count, 1);
  assert_slice(page.hits[0].report.label, S("copy-a"));
  assert_int_equal(page.hits[0].copy_count, 1);
  assert_slice(page.hits[0].copies[0].label, S("copy-b"));
  assert_true(page.hits[0].copies[0].outlet.length > 0);
  isnad_arena_free(arena);
}

static void pages_follow_one_another(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_search_page whole, page;
  isnad_search_options options = {.now = SEARCH_NOW, .limit = 200};
  assert_int_equal(isnad_search_run(&whole, arena, search, S("قال"), &options, NULL), ISNAD_OK);
  assert_true(whole.count > 9 && whole.next.length == 0);
  options.limit = 4;
  size_t seen = 0;
  do {
    assert_int_equal(isnad_search_run(&page, arena, search, S("قال"), &options, NULL), ISNAD_OK);
    assert_int_equal(page.total, whole.total);
    for (size_t i = 0; i < page.count; i++) assert_slice(page.hits[i].report.id, whole.hits[seen++].report.id);
    options.cursor = page.next;
  } while (page.next.length > 0);
  assert_int_equal(seen, whole.count);
  options.cursor = S("4-00000000");
  assert_int_equal(isnad_search_run(&page, arena, search, S("قال"), &options, NULL), ISNAD_BAD_ARGUMENT);
  options.cursor = S("x");
  assert_int_equal(isnad_search_run(&page, arena, search, S("قال"), &options, NULL), ISNAD_BAD_ARGUMENT);
  isnad_arena_free(arena);
}

static void the_newest_may_go_first(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_search_page page;
  isnad_search_options options = {.now = SEARCH_NOW, .limit = 200, .order = ISNAD_SEARCH_NEWEST};
  assert_int_equal(isnad_search_run(&page, arena, search, S("زلزال OR قمح OR ميناء"), &options, NULL), ISNAD_OK);
  assert_true(page.count > 4);
  assert_slice(page.hits[0].report.label, S("ports"));
  for (size_t i = 1; i < page.count; i++)
    if (page.hits[i].copy_count + page.hits[i - 1].copy_count == 0)
      assert_true(page.hits[i - 1].report.published.from >= page.hits[i].report.published.from);
  isnad_arena_free(arena);
}

static void a_headline_weighs_more(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_search_page page;
  assert_int_equal(ask(&page, arena, search, S("مستشفى"), NULL), ISNAD_OK);
  assert_slice(page.hits[0].report.label, S("hospital"));
  isnad_arena_free(arena);
}

static void suggestion_is(const char *query, const char *other, bool taken) {
  isnad_arena *arena = new_arena(0);
  isnad_search_page page;
  assert_int_equal(ask(&page, arena, search, isnad_slice_of(query), NULL), ISNAD_OK);
  if (other == NULL) {
    assert_int_equal(page.suggestion_count, 0);
  } else {
    if (page.suggestion_count == 0) fail_msg("%s: no suggestion", query);
    assert_slice(page.suggestions[0].query, isnad_slice_of(other));
    assert_int_equal(page.suggestions[0].taken, taken);
    assert_true(page.suggestions[0].reports > 0);
  }
  isnad_arena_free(arena);
}

static void slips_and_transliterations_are_told(void **state) {
  (void)state;
  suggestion_is("المسشتفى", "المستشفي", false);
  suggestion_is("قمح السفيمة", "قمح السفينه", false);
  suggestion_is("مدرصة", "مدرسه", false);
  suggestion_is("putin", "بوتين", true);
  suggestion_is("قمح", NULL, false);
  suggestion_is("ذظضغق", NULL, false);
}

/* The answer is a function of the set: the documents in the other order give the same hits with the same scores. */
static void the_order_of_adding_does_not_matter(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_slice all = read_file(arena, isnad_arena_printf(arena, "%s/search/documents.jsonl", folder).bytes), lines[256];
  size_t count = 0;
  while (all.length > 0 && count < 256) lines[count++] = case_cut(&all, '\n');
  buf b = buf_new(arena, 1 << 16);
  for (size_t i = count; i-- > 0;) buf_printf(&b, "%.*s\n", (int)lines[i].length, lines[i].bytes);
  write_file("reversed.jsonl", buf_slice(&b));
  isnad_store *other = search_store("reversed.db", "reversed.jsonl");
  isnad_search *again = open_search(other);
  static const char *const queries[] = {"قال", "عبارة", "قمح OR زلزال", "أين:مصر", "2024-02"};
  for (size_t i = 0; i < sizeof queries / sizeof queries[0]; i++) {
    isnad_search_page x, y;
    assert_int_equal(ask(&x, arena, search, isnad_slice_of(queries[i]), NULL), ISNAD_OK);
    assert_int_equal(ask(&y, arena, again, isnad_slice_of(queries[i]), NULL), ISNAD_OK);
    assert_int_equal(x.count, y.count);
    for (size_t h = 0; h < x.count; h++) {
      assert_slice(x.hits[h].report.id, y.hits[h].report.id);
      assert_true(x.hits[h].score == y.hits[h].score);
    }
  }
  isnad_search_close(again);
  isnad_store_close(other);
  isnad_arena_free(arena);
}

/* What is added while a search is open is found by the next question. */
static void what_is_added_later_is_found(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_store *own = open_store("later.db", ISNAD_STORE_WRITE);
  isnad_search *later = open_search(own);
  isnad_search_page page;
  assert_int_equal(ask(&page, arena, later, S("صاروخ"), NULL), ISNAD_OK);
  assert_int_equal(page.count, 0);
  isnad_search_close(later);
  isnad_store_close(own);
  own = search_store("later.db", isnad_arena_printf(arena, "%s/search/documents.jsonl", folder).bytes);
  later = open_search(own);
  assert_int_equal(ask(&page, arena, later, S("صاروخ"), NULL), ISNAD_OK);
  assert_int_equal(page.count, 2);
  isnad_search_close(later);
  isnad_store_close(own);
  isnad_arena_free(arena);
}

int main(int argc, char **argv) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_query_is_read_into_clauses),
      cmocka_unit_test(a_bad_query_is_told_in_one_line),
      cmocka_unit_test(a_query_that_is_too_long_is_refused),
      cmocka_unit_test(distances_count_edits),
      cmocka_unit_test(a_latin_word_sounds_like_its_arabic_one),
      cmocka_unit_test(marks_hold_whole_words),
      cmocka_unit_test(every_mark_lies_in_its_excerpt),
      cmocka_unit_test(copies_stand_under_the_earliest),
      cmocka_unit_test(pages_follow_one_another),
      cmocka_unit_test(the_newest_may_go_first),
      cmocka_unit_test(a_headline_weighs_more),
      cmocka_unit_test(slips_and_transliterations_are_told),
      cmocka_unit_test(the_order_of_adding_does_not_matter),
      cmocka_unit_test(what_is_added_later_is_found),
  };
  if (argc < 2) return 2;
  folder = argv[1];
  return cmocka_run_group_tests(tests, open_all, close_all);
}

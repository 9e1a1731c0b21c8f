/* What must hold of the places of any HTML page: runs lie inside the captured bytes, in page order in text and raw bytes alike, and a run as long as
 * its raw bytes is those bytes; spans lie on characters inside the text. The pages are those of tests/golden and examples, whole and spoilt by a
 * seed. */
#include "../support.h"

#include "isnad/isnad.h"

#include <glob.h>

static const char *tests_folder;
static size_t runs_seen, equal_runs_seen;

enum { SPOILT = 40, MOST_CHANGES = 12 };

static bool on_character(isnad_slice text, uint32_t at) { return at == text.length || ((unsigned char)text.bytes[at] & 0xC0) != 0x80; }

static void check_span(isnad_slice text, isnad_span span) {
  if (span.begin > span.end || span.end > text.length) fail_msg("span %u-%u of %zu bytes", span.begin, span.end, text.length);
  if (!on_character(text, span.begin) || !on_character(text, span.end)) fail_msg("span %u-%u cuts a character", span.begin, span.end);
}

static void check_raw_span(isnad_slice capture, isnad_span raw) {
  if (raw.begin > raw.end || raw.end > capture.length) fail_msg("raw span %u-%u of %zu bytes", raw.begin, raw.end, capture.length);
}

/* White space of markup, and what is read as a space. */
static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\0'; }

static void check_same_bytes(isnad_slice text, isnad_slice raw) {
  for (size_t i = 0; i < text.length; i++) {
    if (text.bytes[i] == raw.bytes[i] || (is_blank(text.bytes[i]) && is_blank(raw.bytes[i]))) continue;
    fail_msg("byte %zu of \"%.*s\" was captured as \"%.*s\"", i, (int)text.length, text.bytes, (int)raw.length, raw.bytes);
  }
  equal_runs_seen++;
}

static void check_runs(const isnad_page *page, isnad_slice capture) {
  bool same = isnad_slice_equal(page->charset, S("utf-8")) && isnad_slice_equal(page->charset_basis, S("valid"));
  for (size_t i = 0; i < page->raw_count; i++) {
    const isnad_run_map *run = &page->raw[i];
    check_span(page->text, run->text);
    check_raw_span(capture, run->raw);
    assert_true(run->text.begin < run->text.end && run->raw.begin < run->raw.end);
    if (i > 0) assert_true(run->text.begin >= run[-1].text.end && run->raw.begin >= run[-1].raw.end);
    if (same && run->text.end - run->text.begin == run->raw.end - run->raw.begin)
      check_same_bytes(isnad_slice_at(page->text, run->text), isnad_slice_at(capture, run->raw));
  }
  runs_seen += page->raw_count;
}

/* Every letter of the text was read from somewhere: what lies between runs is white space. */
static void check_nothing_between(const isnad_page *page) {
  size_t at = 0;
  for (size_t i = 0; i <= page->raw_count; i++) {
    size_t end = i < page->raw_count ? page->raw[i].text.begin : page->text.length;
    for (; at < end; at++)
      if (!is_blank(page->text.bytes[at])) fail_msg("byte %zu of the text comes from no captured byte", at);
    if (i < page->raw_count) at = page->raw[i].text.end;
  }
}

static void check_parts(const isnad_record *record) {
  const isnad_page *page = &record->page;
  for (size_t i = 0; i < page->part_count; i++) {
    check_span(page->text, page->parts[i].span);
    check_span(page->text, page->parts[i].value);
    if (i > 0) assert_true(page->parts[i].span.begin >= page->parts[i - 1].span.end);
    assert_true(page->parts[i].article < (int32_t)record->article_count);
  }
}

static void check_stated(isnad_slice text, isnad_slice capture, const isnad_stated *stated) {
  check_span(text, stated->span);
  check_raw_span(capture, stated->raw);
}

static void check_article(isnad_slice text, isnad_slice capture, const isnad_article *a) {
  check_span(text, a->headline);
  check_span(text, a->outlet.span);
  check_span(text, a->byline.span);
  check_span(text, a->origin.span);
  check_span(text, a->published.span);
  check_raw_span(capture, a->published.raw);
  check_span(text, a->updated.span);
  check_raw_span(capture, a->updated.raw);
  check_stated(text, capture, &a->title);
  check_stated(text, capture, &a->section);
  for (size_t i = 0; i < a->author_count; i++) check_stated(text, capture, &a->authors[i]);
  for (size_t i = 0; i < a->body_count; i++) check_span(text, a->body[i]);
  for (size_t i = 0; i < a->keyword_count; i++) check_span(text, a->keywords[i]);
}

static void check_notes(isnad_slice text, const isnad_article *a) {
  for (size_t i = 0; i < a->source_count; i++) check_span(text, a->sources[i].span);
  for (size_t i = 0; i < a->name_count; i++) {
    check_span(text, a->names[i].span);
    check_span(text, a->names[i].role);
  }
  for (size_t i = 0; i < a->time_count; i++) check_span(text, a->times[i].span);
  for (size_t i = 0; i < a->figure_count; i++) {
    check_span(text, a->figures[i].span);
    check_span(text, a->figures[i].number);
  }
  for (size_t i = 0; i < a->quote_count; i++) {
    check_span(text, a->quotes[i].span);
    check_span(text, a->quotes[i].verb);
    check_span(text, a->quotes[i].speaker);
    check_span(text, a->quotes[i].addressee);
  }
}

static bool check_page(isnad_slice bytes) {
  isnad_arena *arena = new_arena(0);
  isnad_input input = {isnad_slice_of("page.html"), 0, bytes};
  isnad_record record;
  isnad_err err = {0};
  isnad_status status = isnad_read(&record, arena, &input, &err);
  if (status == ISNAD_OK) {
    check_runs(&record.page, bytes);
    if (record.page.media == ISNAD_MEDIA_HTML) check_nothing_between(&record.page);
    check_parts(&record);
    for (size_t i = 0; i < record.article_count; i++) {
      check_article(record.page.text, bytes, &record.articles[i]);
      check_notes(record.page.text, &record.articles[i]);
    }
    for (size_t i = 0; i < record.page.meta_count; i++) check_raw_span(bytes, record.page.meta[i].raw);
  } else {
    assert_true(status == ISNAD_BAD_INPUT && err.stage != NULL && err.message[0] != '\0');
  }
  isnad_arena_free(arena);
  return status == ISNAD_OK;
}

/* Pieces that break markup or characters, or move text away from where it was captured. */
static const isnad_slice pieces[] = {
    {"<", 1},           {">", 1},           {"\"", 1},    {"&nbsp;", 6},       {"&#1593;", 7},  {"&amp", 4},      {"\xD8", 1},
    {"\xA7", 1},        {"\0", 1},          {"\r\n", 2},  {"<b>", 3},          {"</div>", 6},   {"</p>", 4},      {"<table>", 7},
    {"<tr><td>", 8},    {"</table>", 8},    {"<!--", 4},  {"-->", 3},          {"<script>", 8}, {"</script>", 9}, {"<br>", 4},
    {"<article>", 9},   {"<a href=x>", 10}, {"</a>", 4},  {"<form>", 6},       {"<select>", 8}, {"<svg>", 5},     {"<textarea>", 10},
    {"<template>", 10}, {"<title>", 7},     {"  \t ", 4}, {"\xEF\xBB\xBF", 3},
};

enum { PIECES = sizeof pieces / sizeof *pieces };

/* The page with some stretches cut out, doubled, or overwritten by a piece. */
static isnad_slice spoilt(isnad_arena *arena, isnad_slice page, uint64_t *random) {
  for (size_t left = 1 + random_below(random, MOST_CHANGES); left > 0; left--) {
    size_t at = random_below(random, page.length + 1), gone = random_below(random, page.length - at < 40 ? page.length - at + 1 : 40);
    isnad_slice put = pieces[random_below(random, PIECES)];
    if (random_below(random, 6) == 0) put = (isnad_slice){page.bytes + at, page.length - at < 200 ? page.length - at : 200};
    if (random_below(random, 2) == 0) gone = 0;
    char *bytes = isnad_arena_alloc(arena, page.length + put.length + 1);
    assert_non_null(bytes);
    memcpy(bytes, page.bytes, at);
    if (put.length > 0) memcpy(bytes + at, put.bytes, put.length);
    memcpy(bytes + at + put.length, page.bytes + at + gone, page.length - at - gone);
    page = (isnad_slice){bytes, page.length - gone + put.length};
  }
  return page;
}

static void check_pages(const char *pattern, size_t at_least) {
  isnad_arena *arena = new_arena(0);
  glob_t pages;
  uint64_t random = 20250518;
  size_t read = 0;
  assert_int_equal(glob(isnad_arena_printf(arena, "%s/%s", tests_folder, pattern).bytes, 0, NULL, &pages), 0);
  assert_true(pages.gl_pathc >= at_least);
  for (size_t i = 0; i < pages.gl_pathc; i++) {
    isnad_arena *own = new_arena(0);
    isnad_slice bytes = read_file(own, pages.gl_pathv[i]);
    assert_true(check_page(bytes));
    for (size_t k = 0; k < SPOILT; k++) read += check_page(spoilt(own, bytes, &random));
    isnad_arena_free(own);
  }
  assert_true(read > pages.gl_pathc * SPOILT / 2); /* most of them are still pages */
  globfree(&pages);
  isnad_arena_free(arena);
}

static void test_golden_pages(void **state) {
  (void)state;
  check_pages("golden/*/page.html", 12);
}

static void test_examples(void **state) {
  (void)state;
  check_pages("../examples/captures/*.html", 4);
}

static void test_something_was_compared(void **state) {
  (void)state;
  assert_true(runs_seen > 10000 && equal_runs_seen > runs_seen / 4);
}

int main(int argc, char **argv) {
  tests_folder = argc > 1 ? argv[1] : "tests";
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_golden_pages), cmocka_unit_test(test_examples),
                                     cmocka_unit_test(test_something_was_compared)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

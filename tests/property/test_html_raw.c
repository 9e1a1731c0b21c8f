/* What must hold of the places of any HTML page: runs lie inside the captured bytes, in page order in text and raw bytes alike, and a run as long as
 * its raw bytes is those bytes; spans lie on characters inside the text. The pages are those of tests/golden and examples, whole and spoilt by a
 * seed. */
#include "../support.h"

#include "isnad/isnad.h"

#include <glob.h>
#include <strings.h>

static const char *tests_folder;
static size_t runs_seen, equal_runs_seen, one_byte_runs_seen;

enum { SPOILT = 300, MOST_CHANGES = 12 };

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

/* Windows-1256 has a byte for each character: a run of as many bytes as characters has its ASCII at the same places. */
static void check_one_byte(isnad_slice text, isnad_slice raw) {
  size_t characters = 0, at = 0;
  for (size_t i = 0; i < text.length; i++) characters += ((unsigned char)text.bytes[i] & 0xC0) != 0x80;
  if (characters != raw.length) return;
  for (size_t i = 0; i < text.length; i++) {
    unsigned char c = (unsigned char)text.bytes[i], captured = (unsigned char)raw.bytes[at];
    if ((c & 0xC0) == 0x80) continue;
    bool same = c < 0x80 && captured < 0x80 ? c == captured || (is_blank((char)c) && is_blank((char)captured)) : (c >= 0x80) == (captured >= 0x80);
    if (!same) fail_msg("character %zu of \"%.*s\" was captured as byte %02X", at, (int)text.length, text.bytes, captured);
    at++;
  }
  one_byte_runs_seen++;
}

static void check_runs(const isnad_page *page, isnad_slice capture) {
  bool same = isnad_slice_equal(page->charset, S("utf-8")) && isnad_slice_equal(page->charset_basis, S("valid"));
  bool one_byte = isnad_slice_equal(page->charset, S("windows-1256")) && !isnad_slice_equal(page->charset_basis, S("undone"));
  for (size_t i = 0; i < page->raw_count; i++) {
    const isnad_run_map *run = &page->raw[i];
    check_span(page->text, run->text);
    check_raw_span(capture, run->raw);
    assert_true(run->text.begin < run->text.end && run->raw.begin < run->raw.end);
    if (i > 0 && run->text.begin < run[-1].text.end) fail_msg("run %zu of the text overlaps", i);
    if (same && run->text.end - run->text.begin == run->raw.end - run->raw.begin)
      check_same_bytes(isnad_slice_at(page->text, run->text), isnad_slice_at(capture, run->raw));
    if (one_byte) check_one_byte(isnad_slice_at(page->text, run->text), isnad_slice_at(capture, run->raw));
  }
  runs_seen += page->raw_count;
}

static int by_raw(const void *a, const void *b) {
  const isnad_run_map *x = a, *y = b;
  return (x->raw.begin > y->raw.begin) - (x->raw.begin < y->raw.begin);
}

static bool has_table(isnad_slice bytes) {
  for (size_t i = 0; i + 6 <= bytes.length; i++)
    if (strncasecmp(bytes.bytes + i, "<table", 6) == 0) return true;
  return false;
}

/* No captured byte is read twice. Text that stands in a table but in no cell is moved before the table, as the standard has it; else the captured
 * order is the text's. */
static void check_raw_order(isnad_arena *arena, const isnad_page *page, isnad_slice capture) {
  isnad_run_map *runs = isnad_arena_array(arena, page->raw_count + 1, sizeof *runs);
  assert_non_null(runs);
  if (page->raw_count > 0) memcpy(runs, page->raw, page->raw_count * sizeof *runs);
  if (has_table(capture) && page->raw_count > 0) qsort(runs, page->raw_count, sizeof *runs, by_raw);
  for (size_t i = 1; i < page->raw_count; i++)
    if (runs[i].raw.begin < runs[i - 1].raw.end)
      fail_msg("raw %u-%u comes after %u-%u", runs[i].raw.begin, runs[i].raw.end, runs[i - 1].raw.begin, runs[i - 1].raw.end);
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
  isnad_input input = {.path = isnad_slice_of("page.html"), .bytes = bytes};
  isnad_record record;
  isnad_err err = {0};
  isnad_status status = isnad_read(&record, arena, &input, &err);
  if (status == ISNAD_OK) {
    check_runs(&record.page, bytes);
    check_raw_order(arena, &record.page, bytes);
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

/* The next begin of a character. */
static size_t border(isnad_slice page, size_t at) {
  while (at < page.length && ((unsigned char)page.bytes[at] & 0xC0) == 0x80) at++;
  return at;
}

/* The page with some stretches cut out, doubled, or overwritten by a piece; `whole` spares the characters. */
static isnad_slice spoilt(isnad_arena *arena, isnad_slice page, bool whole, uint64_t *random) {
  for (size_t left = 1 + random_below(random, MOST_CHANGES); left > 0; left--) {
    size_t at = random_below(random, page.length + 1), end = at + random_below(random, 40), copied = at + 200;
    isnad_slice put = pieces[random_below(random, PIECES)];
    if (random_below(random, 2) == 0) end = at;
    if (end > page.length) end = page.length;
    if (copied > page.length) copied = page.length;
    if (whole) at = border(page, at), end = border(page, end), copied = border(page, copied);
    if (random_below(random, 6) == 0 || (whole && put.length == 1 && (unsigned char)put.bytes[0] >= 0x80))
      put = (isnad_slice){page.bytes + at, copied - at};
    char *bytes = isnad_arena_alloc(arena, page.length + put.length + 1);
    assert_non_null(bytes);
    memcpy(bytes, page.bytes, at);
    memcpy(bytes + at, put.bytes, put.length);
    memcpy(bytes + at + put.length, page.bytes + end, page.length - end);
    page = (isnad_slice){bytes, at + put.length + page.length - end};
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
    for (size_t k = 0; k < SPOILT; k++) read += check_page(spoilt(own, bytes, k % 2 == 0, &random));
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
  printf("%zu runs, %zu the same byte for byte, %zu of one byte a character\n", runs_seen, equal_runs_seen, one_byte_runs_seen);
  assert_true(equal_runs_seen > 10000 && one_byte_runs_seen > 1000);
}

int main(int argc, char **argv) {
  tests_folder = argc > 1 ? argv[1] : "tests";
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_golden_pages), cmocka_unit_test(test_examples),
                                     cmocka_unit_test(test_something_was_compared)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

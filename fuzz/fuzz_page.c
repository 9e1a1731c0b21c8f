/* Reads the bytes as a text page, with and without a title that the capture states, and finds its articles. */
#include "fuzz.h"

#include <string.h>

#include "isnad/article.h"
#include "page/repair.h"

enum { MEMORY_PER_BYTE = 600, MEMORY = 1 << 16 };

static bool on_border(isnad_slice text, uint32_t at) { return at == text.length || ((uint8_t)text.bytes[at] & 0xC0) != 0x80; }

static void check_span(isnad_slice text, isnad_span span) {
  REQUIRE(span.begin <= span.end && span.end <= text.length);
  REQUIRE(on_border(text, span.begin) && on_border(text, span.end));
}

/* Parts stand in order, do not overlap, and their values lie in them. */
static void check_page(const isnad_page *page) {
  uint32_t end = 0;
  REQUIRE(page_valid_length(page->text) == page->text.length);
  REQUIRE(page->part_count == page->block_count);
  for (size_t i = 0; i < page->part_count; i++) {
    const isnad_part *p = &page->parts[i];
    check_span(page->text, p->span);
    REQUIRE(p->span.begin >= end && p->span.begin < p->span.end);
    end = p->span.end;
    REQUIRE(p->first_token <= p->last_token && p->last_token <= page->tokens.count);
    if (p->value.end > 0) REQUIRE(p->value.begin >= p->span.begin && p->value.end <= p->span.end && p->value.begin <= p->value.end);
    REQUIRE(isnad_part_kind_name(p->kind)[0] != '\0');
  }
}

/* Nothing that shows is left out: between parts stand only white space, bullets and what shows nothing. */
static void check_gaps(const isnad_page *page) {
  for (size_t i = 0; i < page->tokens.count; i++) {
    const isnad_token *t = &page->tokens.items[i];
    if (t->kind != ISNAD_TOKEN_WORD && t->kind != ISNAD_TOKEN_NUMBER) continue;
    size_t low = 0, high = page->part_count;
    while (low < high) {
      size_t middle = (low + high) / 2;
      if (page->parts[middle].span.end <= t->span.begin)
        low = middle + 1;
      else
        high = middle;
    }
    REQUIRE(low < page->part_count && page->parts[low].span.begin <= t->span.begin && page->parts[low].span.end >= t->span.end);
  }
}

static void check_article(const isnad_article *a, const isnad_page *page, size_t count) {
  REQUIRE(strlen(a->id) == 17 && a->id[0] == 'a');
  REQUIRE(a->place < count);
  check_span(page->text, a->headline);
  for (size_t i = 0; i < a->body_count; i++) check_span(page->text, a->body[i]);
  for (size_t i = 0; i < a->keyword_count; i++) check_span(page->text, a->keywords[i]);
  check_span(page->text, a->outlet.span);
  check_span(page->text, a->origin.span);
  check_span(page->text, a->byline.span);
  check_span(page->text, a->published.span);
  REQUIRE(a->published.when.from <= a->published.when.to);
  REQUIRE(a->published.weekday <= 7);
}

static void read_as(isnad_arena *arena, const isnad_capture *capture) {
  isnad_page page;
  isnad_article *articles = NULL;
  size_t count = 0;
  isnad_err err = {0};
  isnad_arena_reset(arena);
  isnad_status status = isnad_page_read(&page, arena, capture, &err);
  if (status != ISNAD_OK) {
    REQUIRE(status == ISNAD_BAD_INPUT && err.message[0] != '\0' && err.status == status);
    return;
  }
  check_page(&page);
  check_gaps(&page);
  REQUIRE(isnad_articles_find(&articles, &count, arena, &page, capture, &err) == ISNAD_OK);
  for (size_t i = 0; i < count; i++) check_article(&articles[i], &page, count);
  for (size_t i = 0; i < page.part_count; i++) REQUIRE(page.parts[i].article >= -1 && page.parts[i].article < (int64_t)count);
  REQUIRE(isnad_arena_used(arena) <= MEMORY_PER_BYTE * capture->bytes.length + MEMORY);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  isnad_arena *arena = NULL;
  isnad_capture capture = {.uri = isnad_slice_of("fuzz"), .bytes = {(const char *)data, size}};
  REQUIRE(isnad_arena_new(&arena, 0) == ISNAD_OK);
  read_as(arena, &capture);
  const char *line = size > 0 ? memchr(data, '\n', size) : NULL;
  capture.title = (isnad_slice){(const char *)data, line != NULL ? (size_t)(line - (const char *)data) : size};
  capture.published = capture.outlet = capture.captured_at = capture.title;
  capture.url = (isnad_slice){(const char *)data, size < 200 ? size : 200};
  read_as(arena, &capture);
  isnad_arena_limit(arena, 4 * size + 100);
  isnad_arena_reset(arena);
  isnad_page page;
  isnad_status limited = isnad_page_read(&page, arena, &capture, NULL);
  REQUIRE(limited == ISNAD_OK || limited == ISNAD_LIMIT || limited == ISNAD_BAD_INPUT);
  isnad_arena_free(arena);
  return 0;
}

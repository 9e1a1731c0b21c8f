/* Reads the bytes as an HTML page, and again as the JSON-LD of a page with a text: parts in order and inside the text, runs and statements inside
 * the captured bytes. */
#include "fuzz.h"

#include "isnad/article.h"
#include "page/repair.h"

#include <string.h>

static void check_runs(const isnad_page *page, size_t bytes) {
  uint32_t end = 0;
  for (size_t i = 0; i < page->raw_count; i++) {
    const isnad_run_map *run = &page->raw[i];
    REQUIRE(run->text.begin >= end && run->text.begin < run->text.end && run->text.end <= page->text.length);
    REQUIRE(run->raw.begin <= run->raw.end && run->raw.end <= bytes);
    end = run->text.end;
  }
  for (size_t i = 0; i < page->meta_count; i++) REQUIRE(page->meta[i].raw.begin <= page->meta[i].raw.end && page->meta[i].raw.end <= bytes);
}

static void check_parts(const isnad_page *page) {
  uint32_t end = 0;
  REQUIRE(page_valid_length(page->text) == page->text.length);
  for (size_t i = 0; i < page->part_count; i++) {
    const isnad_part *p = &page->parts[i];
    REQUIRE(p->span.begin >= end && p->span.begin < p->span.end && p->span.end <= page->text.length);
    REQUIRE(p->first_token <= p->last_token && p->last_token <= page->tokens.count);
    end = p->span.end;
  }
}

static void read_page(isnad_arena *arena, isnad_slice bytes) {
  isnad_capture capture = {.uri = isnad_slice_of("fuzz"), .bytes = bytes, .media = ISNAD_MEDIA_HTML};
  isnad_page page;
  isnad_article *articles = NULL;
  size_t count = 0;
  isnad_status status = isnad_page_read(&page, arena, &capture, NULL);
  REQUIRE(status == ISNAD_OK || status == ISNAD_BAD_INPUT);
  if (status != ISNAD_OK) return;
  check_runs(&page, bytes.length);
  check_parts(&page);
  REQUIRE(isnad_articles_find(&articles, &count, arena, &page, &capture, NULL) == ISNAD_OK);
  for (size_t i = 0; i < count; i++) {
    REQUIRE(articles[i].headline.end <= page.text.length && articles[i].published.when.from <= articles[i].published.when.to);
    for (size_t k = 0; k < articles[i].author_count; k++) REQUIRE(articles[i].authors[k].text.length > 0);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  isnad_arena *arena = NULL;
  REQUIRE(isnad_arena_new(&arena, 0) == ISNAD_OK);
  read_page(arena, (isnad_slice){(const char *)data, size});
  isnad_slice wrapped =
      isnad_arena_printf(arena, "<script type=\"application/ld+json\">%.*s</script><h1>a b c d</h1><p>A sentence of some words, to be the text.</p>",
                         (int)size, (const char *)data);
  read_page(arena, wrapped);
  isnad_arena_free(arena);
  return 0;
}

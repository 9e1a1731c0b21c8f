/* Reads any bytes as the one paragraph of an article: numbers stay inside their bounds, figures inside the text, values in order. */
#include "fuzz.h"

#include "arabic/number.h"
#include "isnad/note.h"

static void check_numbers(const isnad_tokens *tokens) {
  for (size_t at = 0; at < tokens->count; at++) {
    number n;
    bool found = number_at(&n, tokens, at, tokens->count);
    REQUIRE(n.last > at);
    if (!found) continue;
    REQUIRE(n.first >= at && n.last > n.first && n.last <= tokens->count);
    REQUIRE(n.span.begin < n.span.end && n.span.end <= tokens->text.length);
    REQUIRE(n.min <= n.max);
  }
}

static void check_figure(const isnad_figure_note *f, isnad_slice text) {
  REQUIRE(f->span.begin <= f->number.begin && f->number.begin < f->number.end && f->number.end <= f->span.end);
  REQUIRE(f->span.end <= text.length);
  REQUIRE(f->has_min || f->has_max);
  REQUIRE(!(f->has_min && f->has_max) || f->min <= f->max);
  REQUIRE(f->times >= 1);
  touch(f->unit);
  touch(f->thing);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  isnad_page page = {.text = {(const char *)data, size}};
  isnad_span body = {0, (uint32_t)size};
  isnad_article article = {.body = &body, .body_count = 1};
  isnad_arena *arena = NULL;
  REQUIRE(isnad_arena_new(&arena, 0) == ISNAD_OK);
  REQUIRE(isnad_arabic_tokens(&page.tokens, arena, page.text, NULL) == ISNAD_OK);
  check_numbers(&page.tokens);
  REQUIRE(isnad_note_article(&article, arena, &page, NULL) == ISNAD_OK);
  for (size_t i = 0; i < article.figure_count; i++) check_figure(&article.figures[i], page.text);
  isnad_arena_free(arena);
  return 0;
}

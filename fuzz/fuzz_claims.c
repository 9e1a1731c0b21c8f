/* Reads any bytes as a headline and the paragraphs of an article written on a known day, and what it claims: every span stays on the page, every
 * packed term list is whole. */
#include "fuzz.h"

#include "isnad/claim.h"
#include "isnad/note.h"

#include <string.h>

enum { DAY = 86400, MOST_PARAGRAPHS = 64 };

static void check_terms(isnad_slice terms) {
  REQUIRE(terms.length % 4 == 0);
  touch(terms);
}

static void check_figure(const isnad_prepared_figure *f, isnad_slice text) {
  REQUIRE(f->clause.begin < f->clause.end && f->clause.end <= text.length);
  REQUIRE(f->measure.length > 0 && f->factor > 0);
  touch(f->thing);
  touch(f->state);
  touch(f->scope);
  touch(f->place);
  touch(f->claimant);
  touch(f->name);
  check_terms(f->terms);
}

static void check_told(const isnad_prepared_told *t, isnad_slice text) {
  REQUIRE(t->span.begin < t->span.end && t->span.end <= text.length);
  REQUIRE(t->kind != NULL && t->subject_name.length > 0);
  touch(t->subject);
  touch(t->subject_name);
  touch(t->value);
  touch(t->value_name);
  check_terms(t->terms);
}

/* The first line is the headline, the others are the body. */
static void cut(isnad_article *article, isnad_span *body, isnad_slice text) {
  size_t begin = 0;
  for (size_t at = 0; at <= text.length && article->body_count < MOST_PARAGRAPHS; at++) {
    if (at < text.length && text.bytes[at] != '\n') continue;
    isnad_span line = {(uint32_t)begin, (uint32_t)at};
    begin = at + 1;
    if (line.begin == line.end) continue;
    if (article->headline.begin == article->headline.end && at < text.length)
      article->headline = line;
    else
      body[article->body_count++] = line;
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  isnad_capture capture = {.bytes = {(const char *)data, size}, .media = ISNAD_MEDIA_TEXT};
  isnad_page page;
  isnad_span body[MOST_PARAGRAPHS];
  isnad_arena *arena = NULL;
  REQUIRE(isnad_arena_new(&arena, 0) == ISNAD_OK);
  if (isnad_page_read(&page, arena, &capture, NULL) == ISNAD_OK) {
    isnad_article article = {.role = ISNAD_ROLE_LEAD, .body = body, .published = {.when = {20000 * (int64_t)DAY, 20001 * (int64_t)DAY}}};
    isnad_prepared_article prepared = {.figures = NULL};
    cut(&article, body, page.text);
    REQUIRE(isnad_note_article(&article, arena, &page, NULL) == ISNAD_OK);
    REQUIRE(isnad_claim_prepare(&prepared, arena, &page, &article, NULL) == ISNAD_OK);
    bool any = article.figure_count + article.quote_count + article.name_count > 0;
    for (size_t i = 0; any && i < article.figure_count; i++) check_figure(&prepared.figures[i], page.text);
    for (size_t i = 0; any && i < article.quote_count; i++) check_terms(prepared.quotes[i].terms);
    for (size_t i = 0; i < prepared.told_count; i++) check_told(&prepared.told[i], page.text);
  }
  isnad_arena_free(arena);
  return 0;
}

#include "isnad/arabic.h"

#include <string.h>

enum { LONGEST_QUOTE = 400 }; /* tokens within which an opened quotation must close to hold its sentences together */

typedef struct cutter {
  const isnad_tokens *tokens;
  size_t last;
  isnad_arena *arena;
  isnad_span *spans;
  size_t count, room;
  bool failed;
} cutter;

static bool is_mark(const isnad_tokens *t, size_t at, const char *utf8) {
  const isnad_token *token = &t->items[at];
  return token->length == strlen(utf8) && memcmp(t->folded + token->folded, utf8, token->length) == 0;
}

static bool single_letter(const isnad_tokens *t, size_t at) {
  const isnad_token *token = &t->items[at];
  return token->kind == ISNAD_TOKEN_WORD && token->length <= 2;
}

/* A full stop ends no sentence behind a single letter (an abbreviation), nor when a letter or digit follows without a space. */
static bool stop_ends(const cutter *c, size_t first, size_t at) {
  const isnad_tokens *t = c->tokens;
  bool next_glued = at + 1 < c->last && (t->items[at + 1].flags & ISNAD_TOKEN_GLUED) != 0;
  bool next_word = at + 1 < c->last && (t->items[at + 1].kind == ISNAD_TOKEN_WORD || t->items[at + 1].kind == ISNAD_TOKEN_NUMBER);
  if (next_glued && next_word) return false;
  return !(at > first && single_letter(t, at - 1) && at + 1 < c->last && single_letter(t, at + 1));
}

static bool ends_sentence(const cutter *c, size_t first, size_t at) {
  const isnad_tokens *t = c->tokens;
  if (t->items[at].kind != ISNAD_TOKEN_PUNCT) return false;
  if (is_mark(t, at, ".")) return stop_ends(c, first, at);
  return is_mark(t, at, "!") || is_mark(t, at, "?") || is_mark(t, at, "\xD8\x9F") || is_mark(t, at, "\xE2\x80\xA6");
}

static void add(cutter *c, size_t first, size_t end) {
  if (first >= end) return;
  if (c->count == c->room) {
    size_t room = c->room == 0 ? 16 : c->room * 2;
    isnad_span *spans = isnad_arena_grow(c->arena, c->spans, c->room, room, sizeof *spans);
    c->failed = spans == NULL;
    if (c->failed) return;
    c->spans = spans;
    c->room = room;
  }
  c->spans[c->count++] = (isnad_span){c->tokens->items[first].span.begin, c->tokens->items[end - 1].span.end};
}

/* A quotation that opens at `at` as a sentence of its own (after a colon) and closes on the line: the index of its closing mark, else `at`. */
static size_t quotation_end(const cutter *c, size_t at) {
  const isnad_tokens *t = c->tokens;
  size_t limit = c->last - at > LONGEST_QUOTE ? at + LONGEST_QUOTE : c->last;
  for (size_t i = at + 1; i < limit && t->items[i].kind != ISNAD_TOKEN_LINE; i++)
    if (t->items[i].kind == ISNAD_TOKEN_QUOTE) return i;
  return at;
}

/* The end of the sentence that begins at `first`: marks that follow its stop without a space belong to it. */
static size_t sentence_end(const cutter *c, size_t first) {
  const isnad_tokens *t = c->tokens;
  for (size_t at = first; at < c->last; at++) {
    if (t->items[at].kind == ISNAD_TOKEN_LINE) return at;
    if (t->items[at].kind == ISNAD_TOKEN_QUOTE) {
      size_t close = quotation_end(c, at);
      /* Only the inside is passed over; a stop just before the closing mark ends the sentence with it. */
      if (close > at && ends_sentence(c, first, close - 1) && !is_mark(t, close - 1, "\xE2\x80\xA6")) {
        bool goes_on = close + 1 < c->last && t->items[close + 1].kind == ISNAD_TOKEN_PUNCT && !ends_sentence(c, first, close + 1);
        if (!goes_on) return close + 1;
      }
      at = close;
      continue;
    }
    if (!ends_sentence(c, first, at)) continue;
    size_t end = at + 1;
    while (end < c->last && (t->items[end].kind == ISNAD_TOKEN_QUOTE || ends_sentence(c, first, end)) &&
           (t->items[end].flags & ISNAD_TOKEN_GLUED) != 0)
      end++;
    return end;
  }
  return c->last;
}

isnad_status isnad_arabic_sentences(const isnad_span **out, size_t *count, isnad_arena *arena, const isnad_tokens *tokens, size_t first, size_t last,
                                    isnad_err *err) {
  cutter c = {.tokens = tokens, .last = last < tokens->count ? last : tokens->count, .arena = arena};
  while (first < c.last && !c.failed) {
    if (tokens->items[first].kind == ISNAD_TOKEN_LINE) {
      first++;
      continue;
    }
    size_t end = sentence_end(&c, first);
    add(&c, first, end);
    first = end;
  }
  if (c.failed) return isnad_arena_fail(err, arena, "arabic");
  *out = c.spans;
  *count = c.count;
  return ISNAD_OK;
}

#include "arabic/forms.h"
#include "isnad/arabic.h"

#include <string.h>

#define ELLIPSIS "\xE2\x80\xA6" /* U+2026 */

enum { ARABIC_QUESTION = 0x061F, ARABIC_STOP = 0x06D4 };
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

static bool glued(const cutter *c, size_t at) { return at < c->last && (c->tokens->items[at].flags & ISNAD_TOKEN_GLUED) != 0; }

static bool is_kind(const cutter *c, size_t at, isnad_token_kind kind) { return at < c->last && c->tokens->items[at].kind == kind; }

/* A letter by itself: an initial, a title, a part of an abbreviation; not the unit or era behind a number. */
static bool is_initial(const cutter *c, size_t first, size_t at) {
  const isnad_token *token = &c->tokens->items[at];
  return token->kind == ISNAD_TOKEN_WORD && token->length <= 2 && !(at > first && is_kind(c, at - 1, ISNAD_TOKEN_NUMBER));
}

/* A full stop ends no sentence when a letter or digit follows without a space, nor behind the number of a list item, nor behind an initial when
 * anything but the end of the line follows. */
static bool stop_ends(const cutter *c, size_t first, size_t at) {
  bool text_follows = is_kind(c, at + 1, ISNAD_TOKEN_WORD) || is_kind(c, at + 1, ISNAD_TOKEN_NUMBER);
  if (at > first && is_initial(c, first, at - 1)) return !text_follows && !(is_kind(c, at + 1, ISNAD_TOKEN_PUNCT) && glued(c, at + 1));
  if (!text_follows) return true;
  return !glued(c, at + 1) && !(at == first + 1 && is_kind(c, first, ISNAD_TOKEN_NUMBER));
}

static bool ends_sentence(const cutter *c, size_t first, size_t at) {
  const isnad_tokens *t = c->tokens;
  isnad_slice form = isnad_token_form(t, at);
  if (t->items[at].kind != ISNAD_TOKEN_PUNCT) return false;
  if (is_mark(t, at, ".")) return stop_ends(c, first, at);
  return is_mark(t, at, "!") || is_mark(t, at, "?") || letter_is(form, 0, ARABIC_QUESTION) || letter_is(form, 0, ARABIC_STOP) ||
         is_mark(t, at, ELLIPSIS);
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

typedef enum quote_side { QUOTE_OPENS, QUOTE_CLOSES, QUOTE_EITHER } quote_side;

static quote_side shape_side(const isnad_tokens *t, size_t at) {
  static const char *const opening[] = {"\xC2\xAB", "\xE2\x80\x9C", "\xE2\x80\x9E", "\xE2\x80\x98", "\xE2\x80\xB9"};
  static const char *const closing[] = {"\xC2\xBB", "\xE2\x80\x9D", "\xE2\x80\x99", "\xE2\x80\xBA"};
  for (size_t i = 0; i < sizeof opening / sizeof opening[0]; i++)
    if (is_mark(t, at, opening[i])) return QUOTE_OPENS;
  for (size_t i = 0; i < sizeof closing / sizeof closing[0]; i++)
    if (is_mark(t, at, closing[i])) return QUOTE_CLOSES;
  return QUOTE_EITHER;
}

/* The press mixes the shapes up, so the space on one side says more than the shape; the shape decides where there is space on both sides or none. */
static quote_side side_of(const cutter *c, size_t first, size_t at) {
  const isnad_tokens *t = c->tokens;
  bool behind_text = at > first && glued(c, at) && t->items[at - 1].kind != ISNAD_TOKEN_SYMBOL && (t->items[at - 1].flags & ISNAD_TOKEN_TATWEEL) == 0;
  bool before_text = glued(c, at + 1) && (is_kind(c, at + 1, ISNAD_TOKEN_WORD) || is_kind(c, at + 1, ISNAD_TOKEN_NUMBER));
  if (before_text && !behind_text) return QUOTE_OPENS;
  if (behind_text && !before_text) return QUOTE_CLOSES;
  return shape_side(t, at);
}

/* The mark that closes the quotation opened at `at` on the same line; `at` itself when it opens none or is never closed. */
static size_t quotation_end(const cutter *c, size_t first, size_t at) {
  if (side_of(c, first, at) == QUOTE_CLOSES) return at;
  size_t limit = c->last - at > LONGEST_QUOTE ? at + LONGEST_QUOTE : c->last;
  for (size_t i = at + 1; i < limit && !is_kind(c, i, ISNAD_TOKEN_LINE); i++)
    if (is_kind(c, i, ISNAD_TOKEN_QUOTE) && side_of(c, first, i) != QUOTE_OPENS) return i;
  return at;
}

/* Whether the sentence ends with the quotation that closes at `close`: when a stop stands before the mark and the line does not go on with a comma.
 */
static bool ends_with_quotation(const cutter *c, size_t first, size_t close) {
  if (!ends_sentence(c, first, close - 1) || is_mark(c->tokens, close - 1, ELLIPSIS)) return false;
  return !is_kind(c, close + 1, ISNAD_TOKEN_PUNCT) || ends_sentence(c, first, close + 1);
}

static bool closes(const cutter *c, size_t first, size_t at) {
  if (is_kind(c, at, ISNAD_TOKEN_QUOTE)) return side_of(c, first, at) != QUOTE_OPENS;
  return is_mark(c->tokens, at, ")") || is_mark(c->tokens, at, "]");
}

/* Marks that follow a stop without a space belong to its sentence. */
static size_t past_marks(const cutter *c, size_t first, size_t at) {
  while (glued(c, at) && (closes(c, first, at) || ends_sentence(c, first, at))) at++;
  return at;
}

static size_t sentence_end(const cutter *c, size_t first) {
  for (size_t at = first; at < c->last; at++) {
    if (is_kind(c, at, ISNAD_TOKEN_LINE)) return at;
    if (is_kind(c, at, ISNAD_TOKEN_QUOTE)) {
      size_t close = quotation_end(c, first, at);
      if (close > at + 1 && ends_with_quotation(c, first, close)) return past_marks(c, first, close + 1);
      at = close;
    } else if (ends_sentence(c, first, at)) {
      return past_marks(c, first, at + 1);
    }
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

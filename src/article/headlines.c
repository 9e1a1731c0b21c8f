#include "article/words.h"

#include "isnad/stamp.h"

enum { LEAST_WORDS = 2 };

static bool is_edge(uint32_t c) {
  return c == '|' || c == ':' || c == ',' || c == '.' || c == '/' || c == CHAR_ARABIC_COMMA || char_is_dash(c) || char_is_bullet(c);
}

static void give(const isnad_tokens *t, size_t first, size_t last, const isnad_published *when, article_take_headline take, void *context) {
  size_t words = 0;
  while (first < last && is_edge(mark_of(t, first))) first++;
  while (last > first && is_edge(mark_of(t, last - 1)) && mark_of(t, last - 1) != '.') last--;
  for (size_t at = first; at < last; at++) words += t->items[at].kind == ISNAD_TOKEN_WORD;
  if (words >= LEAST_WORDS) take(context, (isnad_span){t->items[first].span.begin, t->items[last - 1].span.end}, when);
}

static bool opens_stamp(const isnad_tokens *t, size_t at) {
  isnad_phrase hit;
  if (!isnad_token_is_word(t, at)) return false;
  return t->items[at].kind == ISNAD_TOKEN_NUMBER || isnad_phrases_at(&hit, 1, t, at, 1u << ISNAD_TABLE_WEEKDAYS | 1u << ISNAD_TABLE_MONTHS, 0) > 0;
}

static isnad_published published_at(const isnad_stamp *s) {
  return (isnad_published){.when = s->when, .basis = ISNAD_BASIS_DATELINE, .span = s->span, .rule = {.name = "stamp"}};
}

void article_split_headlines(const isnad_tokens *tokens, size_t first, size_t last, article_take_headline take, void *context) {
  size_t from = first;
  for (size_t at = first; at < last;) {
    isnad_stamp s;
    bool bar = mark_of(tokens, at) == '|' || char_is_bullet(mark_of(tokens, at));
    if (opens_stamp(tokens, at) && isnad_stamp_at(&s, tokens, at, last, (isnad_slice){NULL, 0})) {
      isnad_published when = published_at(&s);
      give(tokens, from, at, &when, take, context);
      from = at = s.last;
      continue;
    }
    at++;
    if (!bar) continue;
    give(tokens, from, at, NULL, take, context);
    from = at;
  }
  give(tokens, from, last, NULL, take, context);
}

bool article_stamp_in(isnad_published *out, const isnad_tokens *tokens, size_t first, size_t last) {
  isnad_stamp s;
  for (size_t at = first; at < last; at++) {
    if (!opens_stamp(tokens, at) || !isnad_stamp_at(&s, tokens, at, last, (isnad_slice){NULL, 0})) continue;
    *out = published_at(&s);
    return true;
  }
  return false;
}

/* What must hold of folding, tokens, sentences and phrases for any bytes at all. Used by the property test and by the fuzz target: each check calls
 * `broken` with what does not hold. */
#ifndef ISNAD_TESTS_ARABIC_CHECKS_H
#define ISNAD_TESTS_ARABIC_CHECKS_H

#include "isnad/arabic.h"

#include <string.h>

typedef void (*broken_fn)(const char *what);

static inline bool on_border(isnad_slice text, size_t at) { return at == text.length || ((unsigned char)text.bytes[at] & 0xC0) != 0x80; }

static inline void check_fold(isnad_arena *arena, isnad_slice text, bool valid, isnad_fold strength, broken_fn broken) {
  isnad_slice folded = {NULL, 0}, plain = {NULL, 0}, again = {NULL, 0};
  const uint32_t *map = NULL;
  if (isnad_arabic_fold(&folded, &map, arena, text, strength, NULL) != ISNAD_OK) {
    broken("folding fails");
    return;
  }
  if (isnad_arabic_fold(&plain, NULL, arena, text, strength, NULL) != ISNAD_OK || !isnad_slice_equal(plain, folded))
    broken("a map changes the folded text");
  if (isnad_arabic_fold(&again, NULL, arena, folded, strength, NULL) != ISNAD_OK || !isnad_slice_equal(again, folded))
    broken("folding is not idempotent");
  if (map[folded.length] != text.length) broken("the map does not end at the end of the text");
  for (size_t i = 0; i < folded.length; i++) {
    if (map[i] > map[i + 1]) broken("the map goes back");
    if (map[i] >= text.length || (valid && !on_border(text, map[i]))) broken("the map points beside a character");
  }
}

static inline void check_token(const isnad_tokens *tokens, size_t at, bool valid, broken_fn broken) {
  const isnad_token *t = &tokens->items[at];
  isnad_slice form = isnad_token_form(tokens, at);
  if (t->span.begin >= t->span.end || t->span.end > tokens->text.length) broken("a token's span is empty or beyond the text");
  if (at > 0 && t->span.begin < tokens->items[at - 1].span.end) broken("tokens overlap");
  if (valid && (!on_border(tokens->text, t->span.begin) || !on_border(tokens->text, t->span.end)))
    broken("a token begins or ends inside a character");
  if (form.length == 0) broken("a token has no form");
  if (t->hash != isnad_token_hash(form)) broken("a token's hash is not that of its form");
  if (isnad_tokens_seek(tokens, t->span.begin) != at) broken("seek misses a token");
  uint32_t last = t->span.begin;
  for (size_t i = 0; i <= form.length && i < 64; i++) {
    uint32_t source = isnad_token_source(tokens, at, i);
    if (source < last || source > t->span.end) broken("a token's source offsets are not in order");
    last = source;
  }
  if ((t->flags & ISNAD_TOKEN_GLUED) != 0 && (at == 0 || tokens->items[at - 1].kind == ISNAD_TOKEN_LINE)) broken("a token is glued to a line break");
}

static inline void check_cuts(isnad_slice form, broken_fn broken) {
  isnad_cut cuts[ISNAD_MOST_CUTS];
  size_t count = isnad_arabic_cuts(cuts, form), best = isnad_arabic_proclitics(form);
  bool known = false;
  if (count == 0 || count > ISNAD_MOST_CUTS || cuts[0].bytes != 0) broken("the first cut is not none");
  for (size_t i = 0; i < count; i++) {
    if (cuts[i].bytes > form.length) broken("a cut is longer than the word");
    known = known || cuts[i].bytes == best;
  }
  if (!known) broken("the cut by frequency is none of the cuts");
}

static inline void check_phrases(const isnad_tokens *tokens, size_t at, broken_fn broken) {
  isnad_phrase hits[8];
  size_t count = isnad_phrases_at(hits, 8, tokens, at, UINT32_MAX, ISNAD_PHRASE_CUT);
  if (count > 8) broken("more hits than there is room for");
  for (size_t i = 0; i < count; i++) {
    const isnad_phrase *h = &hits[i];
    if (h->table >= ISNAD_TABLE_COUNT || h->count == 0 || h->first != at || h->first + h->count > tokens->count) broken("a hit is out of range");
    if (h->span.begin < tokens->items[at].span.begin || h->span.begin >= h->span.end) broken("a hit's span is wrong");
    if (h->span.end != tokens->items[at + h->count - 1].span.end) broken("a hit does not end with its last token");
    if (isnad_table_line((isnad_table)h->table, h->row) == 0) broken("a hit has no line");
    if (i > 0 && h->count > hits[i - 1].count) broken("hits are not longest first");
  }
}

static inline void check_sentences(isnad_arena *arena, const isnad_tokens *tokens, broken_fn broken) {
  const isnad_span *spans = NULL;
  size_t count = 0, covered = 0;
  if (isnad_arabic_sentences(&spans, &count, arena, tokens, 0, tokens->count, NULL) != ISNAD_OK) {
    broken("cutting sentences fails");
    return;
  }
  for (size_t i = 0; i < count; i++) {
    if (spans[i].begin >= spans[i].end || (i > 0 && spans[i].begin < spans[i - 1].end)) broken("sentences are empty or overlap");
    size_t first = isnad_tokens_seek(tokens, spans[i].begin), last = isnad_tokens_seek(tokens, spans[i].end);
    for (size_t k = first; k < last; k++) {
      if (tokens->items[k].kind == ISNAD_TOKEN_LINE) broken("a sentence crosses a line break");
      if (tokens->items[k].span.end > spans[i].end) broken("a sentence ends inside a token");
    }
    covered += last - first;
  }
  for (size_t k = 0; k < tokens->count; k++) covered += tokens->items[k].kind == ISNAD_TOKEN_LINE;
  if (covered != tokens->count) broken("a token is in no sentence");
}

/* All of it. `valid`: the text is known to be UTF-8. */
static inline void check_arabic(isnad_arena *arena, isnad_slice text, bool valid, broken_fn broken) {
  isnad_tokens tokens;
  check_fold(arena, text, valid, ISNAD_FOLD_MATCH, broken);
  check_fold(arena, text, valid, ISNAD_FOLD_NAME, broken);
  if (isnad_arabic_tokens(&tokens, arena, text, NULL) != ISNAD_OK) {
    broken("cutting into tokens fails");
    return;
  }
  for (size_t at = 0; at < tokens.count; at++) {
    check_token(&tokens, at, valid, broken);
    check_cuts(isnad_token_form(&tokens, at), broken);
    check_phrases(&tokens, at, broken);
  }
  check_sentences(arena, &tokens, broken);
}

#endif

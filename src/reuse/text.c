#include "reuse/text.h"

#include "base/hash.h"
#include "base/room.h"

#include <string.h>

typedef struct token_range {
  size_t first, last;
} token_range;

static token_range range_of(const isnad_tokens *tokens, isnad_span span) {
  return (token_range){isnad_tokens_seek(tokens, span.begin), isnad_tokens_seek(tokens, span.end)};
}

/* Of the letters as they are written; where folding changed none the hash is known. */
static uint64_t spelled(const isnad_tokens *tokens, const isnad_token *token) {
  isnad_slice written = isnad_slice_at(tokens->text, token->span);
  bool same = written.length == token->length && memcmp(written.bytes, tokens->folded + token->folded, token->length) == 0;
  return same ? token->hash : hash64(written);
}

/* Quotation marks come mixed and unbalanced, so a mark opens or closes by turns, and a line break forgets an open one. */
static void add_range(reuse_text *text, const isnad_tokens *tokens, token_range range, uint32_t part) {
  uint8_t quoted = 0;
  for (size_t i = range.first; i < range.last; i++) {
    const isnad_token *token = &tokens->items[i];
    if (token->kind == ISNAD_TOKEN_QUOTE) quoted = !quoted;
    if (token->kind == ISNAD_TOKEN_LINE) quoted = 0;
    if (token->kind != ISNAD_TOKEN_WORD && token->kind != ISNAD_TOKEN_NUMBER) continue;
    text->words[text->count] = (uint32_t)token->hash;
    text->spelled[text->count] = (uint32_t)spelled(tokens, token);
    text->spans[text->count] = token->span;
    text->quoted[text->count] = quoted;
    text->part[text->count++] = part;
  }
}

isnad_status reuse_text_read(reuse_text *out, isnad_arena *arena, const isnad_tokens *tokens, const reuse_place *place, isnad_err *err) {
  *out = (reuse_text){0};
  token_range head = range_of(tokens, place->headline);
  size_t room = head.last - head.first;
  for (size_t i = 0; i < place->body_count; i++) {
    token_range range = range_of(tokens, place->body[i]);
    room += range.last - range.first;
  }
  out->words = arena_room(arena, room, sizeof *out->words);
  out->spelled = arena_room(arena, room, sizeof *out->spelled);
  out->spans = arena_room(arena, room, sizeof *out->spans);
  out->quoted = arena_room(arena, room, 1);
  out->part = arena_room(arena, room, sizeof *out->part);
  if (out->words == NULL || out->spelled == NULL || out->spans == NULL || out->quoted == NULL || out->part == NULL)
    return isnad_arena_fail(err, arena, "reuse");
  if (place->headline.end > place->headline.begin) add_range(out, tokens, head, 0);
  out->headline = out->count;
  for (size_t i = 0; i < place->body_count; i++) add_range(out, tokens, range_of(tokens, place->body[i]), (uint32_t)i + 1);
  return ISNAD_OK;
}

isnad_status reuse_text_rare(reuse_text *text, isnad_arena *arena, const isnad_tokens *tokens, isnad_err *err) {
  enum { SHORTEST = 6, FREQUENT = 5000 }; /* bytes of a folded form; times in 100 million words */
  text->rare = isnad_arena_array(arena, text->count, 1);
  if (text->rare == NULL) return isnad_arena_fail(err, arena, "reuse");
  for (uint32_t w = 0; w < text->count; w++) {
    const isnad_token *token = &tokens->items[isnad_tokens_seek(tokens, text->spans[w].begin)];
    text->rare[w] = token->kind == ISNAD_TOKEN_WORD && token->length >= SHORTEST && isnad_arabic_frequency(token->hash) < FREQUENT;
  }
  return ISNAD_OK;
}

/* Statements come in order of place, words in order of the article's parts: each is sought by halves. */
isnad_status reuse_text_say(reuse_text *text, isnad_arena *arena, const isnad_span *statements, size_t count, isnad_err *err) {
  if (count == 0) return ISNAD_OK;
  text->said = isnad_arena_array(arena, text->count, 1);
  if (text->said == NULL) return isnad_arena_fail(err, arena, "reuse");
  for (uint32_t w = 0; w < text->count; w++) {
    size_t low = 0, high = count;
    while (low < high) {
      size_t middle = low + (high - low) / 2;
      if (statements[middle].end <= text->spans[w].begin)
        low = middle + 1;
      else
        high = middle;
    }
    text->said[w] = text->quoted[w] || (low < count && statements[low].begin <= text->spans[w].begin);
  }
  return ISNAD_OK;
}

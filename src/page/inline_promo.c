/* «... of the day. Read also: a headline»: what a copied page ran into the end of a paragraph becomes a block of its own. */
#include "page/blocks.h"

#include "page/chars.h"
#include "tables.h"

enum { BACK = 24 /* tokens of the end that are looked at */, MOST_WORDS = 16, LEAST_WORDS = 3, LEAST_BEFORE = 6 };

static uint32_t mark_at(const isnad_tokens *t, uint32_t at) {
  size_t ignored = 0;
  return isnad_token_is_word(t, at) ? 0 : char_at(t->text, t->items[at].span.begin, &ignored);
}

static bool is_stop(uint32_t c) { return c == '.' || c == '!' || c == '?' || c == CHAR_ARABIC_QUESTION || c == CHAR_ARABIC_STOP; }

/* A row that takes headlines, and its colon. */
static bool is_marker(const isnad_tokens *t, uint32_t at, uint32_t last) {
  isnad_phrase hits[4];
  size_t count = isnad_phrases_at(hits, 4, t, at, 1u << ISNAD_TABLE_MARKERS, 0);
  for (size_t i = 0; i < count && i < 4; i++) {
    isnad_markers_kind kind = isnad_markers_rows[hits[i].row].kind;
    uint32_t end = hits[i].first + hits[i].count;
    if ((kind == ISNAD_MARKERS_KIND_READ_ALSO || kind == ISNAD_MARKERS_KIND_CAPTION) && end < last && mark_at(t, end) == ':') return true;
  }
  return false;
}

/* The first token of the marker; last_token when there is none. A headline ends without a stop. */
static uint32_t promo_in(const isnad_tokens *t, const isnad_block *b) {
  uint32_t words = 0, from = b->last_token - b->first_token > BACK ? b->last_token - BACK : b->first_token + 1;
  bool colon = false;
  for (uint32_t at = b->last_token; at > from; at--) {
    uint32_t c = mark_at(t, at - 1);
    if (is_stop(c)) {
      bool fits = colon && words >= LEAST_WORDS && words <= MOST_WORDS && at - b->first_token >= LEAST_BEFORE && at < b->last_token;
      return fits && is_marker(t, at, b->last_token) ? at : b->last_token;
    }
    colon |= c == ':';
    words += isnad_token_is_word(t, at - 1);
  }
  return b->last_token;
}

isnad_status page_part_promos(isnad_page *page, isnad_arena *arena, isnad_err *err) {
  size_t count = 0, out = 0;
  for (size_t i = 0; i < page->block_count; i++) count += promo_in(&page->tokens, &page->blocks[i]) < page->blocks[i].last_token;
  if (count == 0) return ISNAD_OK;
  isnad_block *blocks = isnad_arena_array(arena, page->block_count + count, sizeof *blocks);
  if (blocks == NULL) return isnad_arena_fail(err, arena, "page");
  for (size_t i = 0; i < page->block_count; i++) {
    const isnad_block *b = &page->blocks[i];
    uint32_t at = promo_in(&page->tokens, b);
    blocks[out++] = *b;
    if (at == b->last_token) continue;
    blocks[out - 1].last_token = at;
    blocks[out - 1].span.end = page->tokens.items[at - 1].span.end;
    blocks[out++] = (isnad_block){.span = {page->tokens.items[at].span.begin, b->span.end}, .first_token = at, .last_token = b->last_token};
  }
  page->blocks = blocks;
  page->block_count = out;
  return ISNAD_OK;
}

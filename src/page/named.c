#include "page/sign.h"

#include "tables.h"

enum { ROOM = 16, HEADED_WORDS = 4 };

static size_t end_of(const isnad_phrase *hit, size_t last) {
  size_t end = hit->first + hit->count;
  return end <= last ? end : 0;
}

/* A name runs on to the next mark; a handful of words at most. */
static size_t name_after(const isnad_tokens *t, size_t at, size_t last) {
  size_t end = at;
  while (end < last && isnad_token_is_word(t, end) && end - at < HEADED_WORDS) end++;
  return end;
}

static bool is_medium(const isnad_heads_row *row) {
  return (row->kind == ISNAD_HEADS_KIND_AGENCY || row->kind == ISNAD_HEADS_KIND_OUTLET) && row->takes == ISNAD_HEADS_TAKES_NAME;
}

size_t page_outlet_at(const isnad_tokens *tokens, size_t at, size_t last, bool sure, isnad_table *table, uint32_t *row) {
  isnad_phrase hits[ROOM];
  size_t count = isnad_phrases_at(hits, ROOM, tokens, at, 1u << ISNAD_TABLE_OUTLETS | 1u << ISNAD_TABLE_HEADS, 0);
  for (size_t i = 0; i < count && i < ROOM; i++) {
    size_t end = end_of(&hits[i], last);
    if (end == 0) continue;
    *table = (isnad_table)hits[i].table;
    *row = hits[i].row;
    if (hits[i].table == ISNAD_TABLE_OUTLETS) {
      const isnad_outlets_row *outlet = &isnad_outlets_rows[hits[i].row];
      if (outlet->kind != ISNAD_OUTLETS_KIND_PLATFORM && (sure || outlet->common != ISNAD_OUTLETS_COMMON_YES)) return end;
    } else if (is_medium(&isnad_heads_rows[hits[i].row])) {
      size_t name = name_after(tokens, end, last);
      if (name > end) return name;
    }
  }
  return at;
}

size_t page_credit_at(const isnad_tokens *tokens, size_t at, size_t last, uint32_t *row) {
  isnad_phrase hit;
  if (isnad_phrases_at(&hit, 1, tokens, at, 1u << ISNAD_TABLE_CREDITS, 0) == 0) return at;
  if (isnad_credits_rows[hit.row].kind == ISNAD_CREDITS_KIND_PLACE) return at;
  *row = hit.row;
  size_t end = end_of(&hit, last);
  return end > 0 ? end : at;
}

/* Cells of a row's table in the order of its columns: id, name, kind, country, lat, lon, spellings, adjectives. */
enum { PLACE_ADJECTIVES = 7 };

size_t page_place_at(const isnad_tokens *tokens, size_t at, size_t last) {
  isnad_phrase hits[ROOM];
  size_t count = isnad_phrases_at(hits, ROOM, tokens, at, 1u << ISNAD_TABLE_PLACES | 1u << ISNAD_TABLE_CREDITS, 0);
  for (size_t i = 0; i < count && i < ROOM; i++) {
    bool stands_for_one = hits[i].table == ISNAD_TABLE_CREDITS && isnad_credits_rows[hits[i].row].kind == ISNAD_CREDITS_KIND_PLACE;
    bool place = hits[i].table == ISNAD_TABLE_PLACES && hits[i].cell != PLACE_ADJECTIVES;
    if ((place || stands_for_one) && end_of(&hits[i], last) > 0) return end_of(&hits[i], last);
  }
  return at;
}

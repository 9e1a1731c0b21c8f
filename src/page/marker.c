#include "page/marker.h"

#include "page/chars.h"
#include "tables.h"

#include <string.h>

enum {
  ROOM = 12,
  LONGEST_MARKED = 40, /* words of a line that a marker may speak for */
  END_WORDS = 8,       /* how far from the end a marker is looked for */
  INSIDE_WORDS = 30,
  INSIDE_PROSE = 20,                   /* notices are short; in paragraphs the search would cost more than it finds */
  KINDS = ISNAD_MARKERS_KIND_OTHER + 1 /* the last one of the table */
};

static bool wants_separator(const isnad_markers_row *row) {
  size_t length = strlen(row->marker);
  return length > 0 && row->marker[length - 1] == ':';
}

static uint32_t mark_at(const isnad_tokens *t, const isnad_block *b, size_t at) {
  size_t ignored = 0;
  if (at >= b->last_token || t->items[at].kind == ISNAD_TOKEN_WORD || t->items[at].kind == ISNAD_TOKEN_NUMBER) return 0;
  return char_at(t->text, t->items[at].span.begin, &ignored);
}

static bool is_separator(uint32_t c) { return c == ':' || c == '/' || c == '|' || char_is_dash(c); }

static bool nothing_after(const isnad_tokens *t, const isnad_block *b, size_t at) {
  while (at < b->last_token && t->items[at].kind != ISNAD_TOKEN_WORD) at++;
  return at >= b->last_token;
}

/* May this row speak for the block from where its phrase was found? */
static bool fits(const isnad_tokens *t, const isnad_block *b, const look *l, const isnad_phrase *hit) {
  const isnad_markers_row *row = &isnad_markers_rows[hit->row];
  size_t after = hit->first + hit->count;
  if (after > b->last_token) return false;
  bool begins = hit->first == l->first_word, ends = nothing_after(t, b, after), whole = begins && ends;
  if (wants_separator(row) && after < b->last_token && !is_separator(mark_at(t, b, after))) return false;
  switch (row->where) {
  case ISNAD_MARKERS_WHERE_LINE:
    return whole;
  case ISNAD_MARKERS_WHERE_START:
    return begins && !whole;
  case ISNAD_MARKERS_WHERE_EITHER:
    return begins;
  case ISNAD_MARKERS_WHERE_END:
    return ends;
  default:
    return row->where == ISNAD_MARKERS_WHERE_INSIDE;
  }
}

static bool find_at(marker *out, const isnad_tokens *t, const isnad_block *b, const look *l, size_t at) {
  isnad_phrase hits[ROOM];
  size_t count = isnad_phrases_at(hits, ROOM, t, at, 1u << ISNAD_TABLE_MARKERS, 0);
  for (size_t i = 0; i < count && i < ROOM; i++) {
    if (!fits(t, b, l, &hits[i])) continue;
    const isnad_markers_row *row = &isnad_markers_rows[hits[i].row];
    size_t after = hits[i].first + hits[i].count;
    *out = (marker){.found = true,
                    .kind = (uint8_t)row->kind,
                    .where = (uint8_t)row->where,
                    .takes = (uint8_t)row->takes,
                    .row = hits[i].row,
                    .first = (uint32_t)at,
                    .last = (uint32_t)after};
    out->whole = at == l->first_word && nothing_after(t, b, after);
    return true;
  }
  return false;
}

static bool is_letters(const isnad_tokens *t, size_t at) { return t->items[at].kind == ISNAD_TOKEN_WORD; }

static bool find_at_end(marker *out, const isnad_tokens *t, const isnad_block *b, const look *l) {
  uint32_t words = 0;
  for (size_t at = b->last_token; at-- > l->first_word && words < END_WORDS;)
    if (is_letters(t, at) && ++words > 0 && find_at(out, t, b, l, at)) return true;
  return false;
}

static bool find_inside(marker *out, const isnad_tokens *t, const isnad_block *b, const look *l) {
  for (size_t at = l->first_word + 1; at < b->last_token; at++)
    if (is_letters(t, at) && find_at(out, t, b, l, at)) return true;
  return false;
}

/* "This report was first published by ...": what a site says of the report, at any length. */
static bool is_notice(const marker *m) { return m->kind == ISNAD_MARKERS_KIND_FOOTER && m->where == ISNAD_MARKERS_WHERE_START; }

/* Numbers may stand before a marker: "3 comments", "5 minutes to read". */
marker page_marker(const isnad_tokens *tokens, const isnad_block *block, const look *l) {
  marker m = {0};
  if (l->words == 0) return m;
  if (l->words > LONGEST_MARKED) return find_at(&m, tokens, block, l, l->first_word) && is_notice(&m) ? m : (marker){0};
  if (find_at(&m, tokens, block, l, l->first_word)) return m;
  if (look_is_prose(l) && l->words > INSIDE_PROSE) return m;
  if (l->words <= INSIDE_WORDS && !look_is_prose(l) && find_at_end(&m, tokens, block, l)) return m;
  find_inside(&m, tokens, block, l);
  return m;
}

/* Kinds that come as rows of buttons and links; the words of the others also begin headlines. */
static bool is_tile(uint8_t kind) {
  return kind == ISNAD_MARKERS_KIND_SHARE || kind == ISNAD_MARKERS_KIND_SOCIAL || kind == ISNAD_MARKERS_KIND_FOOTER ||
         kind == ISNAD_MARKERS_KIND_COMMENT_FORM || kind == ISNAD_MARKERS_KIND_SECTION || kind == ISNAD_MARKERS_KIND_BREADCRUMB ||
         kind == ISNAD_MARKERS_KIND_OTHER;
}

bool page_tiles(marker *out, const isnad_tokens *tokens, const isnad_block *block, const look *l) {
  uint32_t covered = 0, tiles = 0, weight[KINDS] = {0}, rows[KINDS] = {0};
  if (l->words < 2 || l->words > LONGEST_MARKED || l->end == END_STOP) return false;
  for (size_t at = l->first_word; at < block->last_token;) {
    isnad_phrase hit;
    size_t step = 1;
    if (is_letters(tokens, at) && isnad_phrases_at(&hit, 1, tokens, at, 1u << ISNAD_TABLE_MARKERS, ISNAD_PHRASE_CUT) > 0 &&
        hit.first + hit.count <= block->last_token && is_tile((uint8_t)isnad_markers_rows[hit.row].kind)) {
      step = hit.count;
      tiles++;
      covered += hit.count;
      weight[isnad_markers_rows[hit.row].kind] += hit.count;
      rows[isnad_markers_rows[hit.row].kind] = hit.row;
    }
    at += step;
  }
  uint32_t shared = weight[ISNAD_MARKERS_KIND_SHARE] + weight[ISNAD_MARKERS_KIND_SOCIAL];
  bool buttons = tiles >= 3 && shared * 5 >= l->words * 2 && l->commas == 0; /* networks have names that no table keeps up with */
  if (tiles < 2 || (covered * 5 < l->words * 4 && !buttons)) return false;
  uint8_t best = 0;
  for (uint8_t kind = 1; kind < KINDS; kind++)
    if (weight[kind] > weight[best]) best = kind;
  *out = (marker){.found = true, .whole = true, .kind = best, .row = rows[best], .first = l->first_word, .last = block->last_token};
  return true;
}

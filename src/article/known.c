/* Names that the tables know, and the runs of words that may be one. */
#include "article/words.h"

#include <string.h>

enum { ROOM = 16 };

/* Cells of the columns in which phrases stand: a place's adjectives, an outlet's own name. */
enum { PLACE_ADJECTIVES = 7, OUTLET_NAME = 1 };

/* «X the Saudi»: an adjective of the outlet's country closes the name. */
static bool is_country(const isnad_tokens *t, size_t at, size_t last, const char *country) {
  isnad_phrase hits[ROOM];
  size_t count = at < last && country != NULL ? isnad_phrases_at(hits, ROOM, t, at, 1u << ISNAD_TABLE_PLACES, 0) : 0;
  for (size_t i = 0; i < count && i < ROOM; i++) {
    const char *of = isnad_places_rows[hits[i].row].country;
    if (hits[i].cell == PLACE_ADJECTIVES && of != NULL && strcmp(of, country) == 0 && next_word(t, hits[i].first + hits[i].count, last) == last)
      return true;
  }
  return false;
}

/* The row whose spelling [first, last) is, to the last word; outlets share spellings, and the one whose own name it is goes first. */
static const isnad_phrase *outlet_hit(isnad_phrase hits[ROOM], const isnad_tokens *t, size_t first, size_t last) {
  size_t count = isnad_phrases_at(hits, ROOM, t, first, 1u << ISNAD_TABLE_OUTLETS, 0);
  const isnad_phrase *best = NULL;
  for (size_t i = 0; i < count && i < ROOM; i++) {
    size_t end = hits[i].first + hits[i].count, after = next_word(t, end, last);
    if (end > last) continue;
    if (after < last && is_country(t, after, last, isnad_outlets_rows[hits[i].row].country)) return &hits[i];
    if (after == last && (best == NULL || (best->cell != OUTLET_NAME && hits[i].cell == OUTLET_NAME))) best = &hits[i];
  }
  return best;
}

static size_t after_noun(const isnad_tokens *t, size_t first, size_t last) {
  isnad_phrase hit;
  if (isnad_phrases_at(&hit, 1, t, first, 1u << ISNAD_TABLE_HEADS, 0) == 0) return last;
  return next_word(t, hit.first + hit.count, last);
}

bool article_known_outlet(isnad_named *out, const isnad_tokens *t, token_range r) {
  isnad_phrase hits[ROOM];
  const isnad_phrase *hit = outlet_hit(hits, t, r.first, r.last);
  size_t name = hit == NULL ? after_noun(t, r.first, r.last) : r.last;
  if (hit == NULL && name < r.last) hit = outlet_hit(hits, t, name, r.last);
  if (hit == NULL) return false;
  const isnad_outlets_row *row = &isnad_outlets_rows[hit->row];
  *out = (isnad_named){isnad_slice_of(row->id), isnad_slice_of(row->name), span_of(t, r), {NULL, ISNAD_TABLE_OUTLETS, hit->row}};
  return true;
}

/* An agency by a form that stands in credits alone ("the French (f.)"). */
static bool credited_agency(isnad_named *out, const isnad_tokens *t, token_range r) {
  const isnad_credits_row *credit = article_credit(t, r.first, r.last);
  for (uint32_t row = 0; credit != NULL && credit->id != NULL && row < isnad_outlets_count; row++) {
    if (strcmp(isnad_outlets_rows[row].id, credit->id) != 0) continue;
    *out = (isnad_named){isnad_slice_of(credit->id), isnad_slice_of(isnad_outlets_rows[row].name), span_of(t, r), {NULL, ISNAD_TABLE_OUTLETS, row}};
    return true;
  }
  return false;
}

bool article_named(isnad_named *out, const isnad_page *page, size_t first, size_t last, const char *rule) {
  const isnad_tokens *t = &page->tokens;
  token_range r = trimmed(t, first, last);
  if (r.first >= r.last) return false;
  if (article_known_outlet(out, t, r) || credited_agency(out, t, r)) return true;
  isnad_span span = span_of(t, r);
  *out = (isnad_named){{NULL, 0}, isnad_slice_at(t->text, span), span, {.name = rule}};
  return true;
}

uint32_t article_part(const article_reader *r, isnad_part_kind kind, uint32_t from) {
  uint32_t at = from > r->first ? from : r->first;
  while (at < r->last && (r->page->parts[at].kind != kind || r->page->parts[at].article != (int32_t)r->article->place)) at++;
  return at < r->last ? at : r->last;
}

token_range article_value(const article_reader *r, const isnad_part *p) {
  const isnad_tokens *t = &r->page->tokens;
  if (p->value.end == 0) return (token_range){p->first_token, p->last_token};
  size_t first = isnad_tokens_seek(t, p->value.begin), last = first;
  while (last < p->last_token && t->items[last].span.begin < p->value.end) last++;
  return (token_range){first, last};
}

bool article_dashed(const isnad_tokens *t, token_range line, token_range *a, token_range *b) {
  for (size_t at = line.first + 1; at + 1 < line.last; at++) {
    uint32_t c = mark_of(t, at);
    if (!char_is_dash(c) && c != '/' && c != '_' && c != '|') continue;
    if (char_is_dash(c) && (t->items[at].flags & ISNAD_TOKEN_GLUED) != 0) continue; /* a hyphen */
    *a = trimmed(t, line.first, at);
    *b = trimmed(t, at + 1, line.last);
    return a->first < a->last && b->first < b->last;
  }
  return false;
}

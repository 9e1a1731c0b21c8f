/* Outlets by their names: bare, behind their head noun, between marks. */
#include "note/sources/citation.h"

#include <string.h>

enum { NAME_WITHIN = 4, ARABIC_COMMA = 0x60C };

static isnad_source_kind kind_of_outlet(const isnad_outlets_row *row) {
  if (row->kind == ISNAD_OUTLETS_KIND_AGENCY) return ISNAD_SOURCE_AGENCY;
  return row->kind == ISNAD_OUTLETS_KIND_PLATFORM ? ISNAD_SOURCE_SOCIAL : ISNAD_SOURCE_OUTLET;
}

isnad_source_kind cited_kind_of_head(const isnad_heads_row *row) {
  switch (row->kind) {
  case ISNAD_HEADS_KIND_AGENCY:
    return ISNAD_SOURCE_AGENCY;
  case ISNAD_HEADS_KIND_OUTLET:
    return ISNAD_SOURCE_OUTLET;
  case ISNAD_HEADS_KIND_OFFICIAL:
  case ISNAD_HEADS_KIND_UNNAMED: /* until nobody has named him */
    return ISNAD_SOURCE_OFFICIAL;
  case ISNAD_HEADS_KIND_DOCUMENT:
    return ISNAD_SOURCE_DOCUMENT;
  case ISNAD_HEADS_KIND_SOCIAL:
    return ISNAD_SOURCE_SOCIAL;
  case ISNAD_HEADS_KIND_FOOTAGE:
    return ISNAD_SOURCE_FOOTAGE;
  default:
    return ISNAD_SOURCE_ANONYMOUS;
  }
}

void cited_take_outlet(cited *out, const isnad_phrase *hit) {
  const isnad_outlets_row *row = &isnad_outlets_rows[hit->row];
  isnad_rule rule = {NULL, ISNAD_TABLE_OUTLETS, hit->row};
  out->named = (isnad_named){isnad_slice_of(row->id), isnad_slice_of(row->name), hit->span, rule};
  out->kind = kind_of_outlet(row);
  out->last = hit->first + hit->count;
}

/* "The paper Yedioth | Ahronoth": of the same row's forms the one that reaches furthest. */
const isnad_phrase *cited_furthest(const note_unit *unit, const isnad_phrase *outlet) {
  if (outlet == NULL || outlet->count < 2) return outlet;
  for (size_t at = outlet->first + 1; at < outlet->first + outlet->count; at++) {
    const isnad_phrase *inner = note_hit_at(unit, at, ISNAD_TABLE_OUTLETS);
    if (inner != NULL && inner->cut == 0 && inner->row == outlet->row && inner->first + inner->count > outlet->first + outlet->count) return inner;
  }
  return outlet;
}

/* "The site of the union, the local one": an adjective in the masculine that is of no place describes a body, not a medium. */
static bool is_described(const note_scan *s, const note_unit *unit, const isnad_phrase *outlet) {
  size_t next = outlet->first + outlet->count;
  if (outlet->count > 1 || !cited_is_word(s, unit, next) || !note_is_definite(s, unit, next)) return false;
  return word_ends(cited_form(s, next), LETTER_YEH) && !note_has_hit(unit, next, ISNAD_TABLE_PLACES);
}

/* "The site of the union, the French one": a word of every day with the adjective of another country than the outlet's. */
static bool is_foreign(const note_unit *unit, const isnad_phrase *outlet) {
  const isnad_phrase *place = note_hit_at(unit, outlet->first + outlet->count, ISNAD_TABLE_PLACES);
  if (place == NULL || place->cell != ISNAD_PLACES_CELL_ADJECTIVES) return false;
  const char *of = isnad_places_rows[place->row].country, *seat = isnad_outlets_rows[outlet->row].country;
  return note_has_word(unit, outlet->first, ISNAD_QUOTE_WORDS_ROLE_EVERYDAY) && seat != NULL && (of == NULL || strcmp(of, seat) != 0);
}

/* An agency's head noun names an agency: "the Syrian news agency" is no site of that adjective. */
static bool suits_head(const note_scan *s, const note_unit *unit, const isnad_phrase *head, const isnad_phrase *outlet, size_t words) {
  const isnad_outlets_row *row = &isnad_outlets_rows[outlet->row];
  bool common = row->common == ISNAD_OUTLETS_COMMON_YES;
  if (common && (is_described(s, unit, outlet) || is_foreign(unit, outlet) || isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_SOCIAL))
    return false;
  if (isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_AGENCY && common) return row->kind == ISNAD_OUTLETS_KIND_AGENCY && words == 0;
  return words == 0 || !common;
}

/* A verb that reports: what stands behind it is another phrase. */
static bool ends_statement(const note_unit *unit, size_t at) {
  const isnad_phrase *verb = note_hit_at(unit, at, ISNAD_TABLE_VERBS);
  return verb != NULL && verb->cell <= ISNAD_VERBS_CELL_PASSIVE;
}

void cited_take_phrase(const note_scan *s, cited *out, const isnad_phrase *head, size_t last) {
  isnad_span span = {head->span.begin, cited_token(s, last - 1)->span.end};
  isnad_rule rule = {NULL, ISNAD_TABLE_HEADS, head->row};
  out->named = (isnad_named){{NULL, 0}, note_name_text(s, span), span, rule};
  out->kind = cited_kind_of_head(&isnad_heads_rows[head->row]);
  out->last = last;
}

/* "«Globo | Esporte»": the end of the words between marks that open in front of the outlet's name or inside its row, from token `from` on; the end of
 * that name where none do. */
size_t cited_marked_end(const note_scan *s, const note_unit *unit, const isnad_phrase *outlet, size_t from) {
  size_t last = outlet->first + outlet->count, end = last, marks = 0;
  for (size_t at = from; at < last; at++) marks += cited_is_quote(s, unit, at);
  if (marks % 2 == 0) return last;
  while (end < unit->last && end < last + NAME_WITHIN && cited_is_word(s, unit, end) && !cited_ends_name(unit, end)) end++;
  return cited_is_quote(s, unit, end) ? end : last;
}

/* What stands behind the outlet's name between its marks says of where it is, and makes no other outlet of it. */
bool cited_is_same_outlet(const note_scan *s, const note_unit *unit, size_t at, size_t end) {
  for (; at < end; at++)
    if (!note_is_definite(s, unit, at) && !note_has_hit(unit, at, ISNAD_TABLE_PLACES)) return false;
  return true;
}

/* The outlet's name within a few words behind its head noun ("the Russian agency Sputnik"), before any mark. A bare common word counts only at once.
 */
bool cited_outlet_behind(const note_scan *s, const note_unit *unit, const isnad_phrase *head, cited *out) {
  size_t words = 0;
  for (size_t at = head->first + head->count; at < unit->last && words < NAME_WITHIN; at++) {
    if (cited_is_quote(s, unit, at) || (words == 0 && cited_is_mark(s, at, "("))) continue;
    if (!cited_is_word(s, unit, at)) return false;
    const isnad_phrase *outlet = cited_furthest(unit, note_hit_at(unit, at, ISNAD_TABLE_OUTLETS));
    if (outlet != NULL && outlet->cut > 0 && words > 0) return false; /* "the agency "Sid", | tied to AFP" */
    if (outlet != NULL && suits_head(s, unit, head, outlet, words)) {
      size_t end = cited_marked_end(s, unit, outlet, outlet->first - 1), last = outlet->first + outlet->count;
      cited_take_outlet(out, outlet);
      if (end > last && !cited_is_same_outlet(s, unit, last, end)) cited_take_phrase(s, out, head, end); /* a longer name is another outlet's */
      return true;
    }
    if (note_has_hit(unit, at, ISNAD_TABLE_STOPS)) return false;
    words++;
  }
  return false;
}

static bool is_comma(const note_scan *s, size_t at) { return cited_is_mark(s, at, ",") || word_is_letter(cited_form(s, at), ARABIC_COMMA); }

/* Somebody whose account it may be. */
static bool is_owner(const note_unit *unit, size_t at) {
  static const isnad_table owners[] = {ISNAD_TABLE_ORGANIZATIONS, ISNAD_TABLE_ORG_HEADS, ISNAD_TABLE_PEOPLE};
  if (note_has_hit(unit, at, ISNAD_TABLE_OUTLETS)) return false;
  for (size_t i = 0; i < sizeof owners / sizeof owners[0]; i++) {
    const isnad_phrase *hit = note_hit_at(unit, at, owners[i]);
    if (hit != NULL && hit->cut == 0) return true;
  }
  return false;
}

/* "On his account | on Facebook", "the application | Telegram": the platform is named in the head's own words or within a few behind them. */
bool cited_platform_behind(const note_scan *s, const note_unit *unit, const isnad_phrase *head, cited *out) {
  size_t last = head->first + head->count + NAME_WITHIN;
  if (isnad_heads_rows[head->row].kind != ISNAD_HEADS_KIND_SOCIAL) return false;
  for (size_t at = head->first; at < unit->last && at < last; at++) {
    if (cited_token(s, at)->kind != ISNAD_TOKEN_WORD) {
      if (cited_is_quote(s, unit, at) || cited_is_mark(s, at, "(") || cited_is_mark(s, at, "#") || is_comma(s, at)) continue;
      return false;
    }
    const isnad_phrase *outlet = note_hit_at(unit, at, ISNAD_TABLE_OUTLETS);
    if (at == head->first + head->count && is_owner(unit, at)) return false; /* "the account of | the federation on Twitter": it speaks itself */
    if (outlet != NULL && isnad_outlets_rows[outlet->row].kind == ISNAD_OUTLETS_KIND_PLATFORM) {
      cited_take_outlet(out, outlet);
      return true;
    }
    bool opens = note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION);
    if (at >= head->first + head->count && !opens && (ends_statement(unit, at) || note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_THAT))) return false;
  }
  return false;
}

/* "The website | of the paper X": a medium with li behind a definite head that says what of it is meant. */
bool cited_medium_behind(const note_scan *s, const note_unit *unit, const isnad_phrase *head, cited *out) {
  size_t at = head->first + head->count;
  const isnad_phrase *inner = note_hit_at(unit, at, ISNAD_TABLE_HEADS);
  bool owned = isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_OUTLET && head->count > 1 && note_is_definite(s, unit, head->first) &&
               inner != NULL && inner->cut == WORD_LETTER && word_letter_at(cited_form(s, at), 0, LETTER_LAM) &&
               isnad_heads_rows[inner->row].takes == ISNAD_HEADS_TAKES_NAME && isnad_heads_rows[inner->row].kind <= ISNAD_HEADS_KIND_OUTLET;
  cited medium = *out;
  if (!owned || !cited_outlet_behind(s, unit, inner, &medium)) return false;
  medium.first = out->first;
  *out = medium;
  return true;
}

size_t cited_inner_end(const note_scan *s, const note_unit *unit, const isnad_phrase *head, const isnad_phrase *inner) {
  const isnad_heads_row *row = &isnad_heads_rows[inner->row];
  size_t end = inner->first + inner->count;
  bool medium = row->kind <= ISNAD_HEADS_KIND_OUTLET && row->takes == ISNAD_HEADS_TAKES_NAME;
  if (!medium || isnad_heads_rows[head->row].kind != ISNAD_HEADS_KIND_DOCUMENT) return end;
  cited named;
  return cited_outlet_behind(s, unit, inner, &named) ? named.last : cited_unknown_end(s, unit, inner);
}

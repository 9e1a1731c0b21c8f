/* Names in Latin letters: a run of words that begin with capitals ("Chrome Music Lab", "iPhone X Plus"). What stands before tells of what kind it is:
 * the firm X, the journal X, a name and X between brackets. */
#include "note/names/names.h"

enum { MOST_WORDS = 6, SHORTEST = 3 };

static isnad_slice text_of(const name_finder *f, size_t at) { return isnad_slice_at(f->s->page->text, f->tokens[at].span); }

static bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

static bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

static bool is_latin(const name_finder *f, const note_unit *u, size_t at) {
  if (!name_word_at(f, u, at)) return false;
  isnad_slice text = text_of(f, at);
  return text.length > 0 && (is_upper(text.bytes[0]) || is_lower(text.bytes[0]));
}

/* A capital stands in it: "Opta", "theScore", "iPhone". */
static bool has_capital(const name_finder *f, size_t at) {
  isnad_slice text = text_of(f, at);
  for (size_t i = 0; i < text.length; i++)
    if (is_upper(text.bytes[i])) return true;
  return false;
}

static bool is_all_capitals(const name_finder *f, size_t at) {
  isnad_slice text = text_of(f, at);
  for (size_t i = 0; i < text.length; i++)
    if (!is_upper(text.bytes[i])) return false;
  return true;
}

static bool is_mark(const name_finder *f, const note_unit *u, size_t at, char mark) {
  if (at < u->first || at >= u->last) return false;
  isnad_slice text = text_of(f, at);
  return text.length == 1 && text.bytes[0] == mark;
}

/* A mark that joins the words of one name, with no space around it: "AT&T", "X-Men". */
static bool joins(const name_finder *f, const note_unit *u, size_t at) {
  bool mark = is_mark(f, u, at, '&') || is_mark(f, u, at, '-') || is_mark(f, u, at, '\'');
  return mark && (f->tokens[at].flags & ISNAD_TOKEN_GLUED) != 0 && at + 1 < u->last && (f->tokens[at + 1].flags & ISNAD_TOKEN_GLUED) != 0;
}

/* The number of a model: "BMW 7", not "Brexit 2019-03". */
static bool is_model(const name_finder *f, const note_unit *u, size_t at) {
  enum { LONGEST = 4 };
  return at < u->last && f->tokens[at].kind == ISNAD_TOKEN_NUMBER && (f->tokens[at].flags & ISNAD_TOKEN_ARABIC) == 0 &&
         text_of(f, at).length <= LONGEST;
}

/* Where the run of capitalised words ends; `at` when it is part of a sentence in another language, or of an address. */
static size_t run_end(const name_finder *f, const note_unit *u, size_t at) {
  size_t end = at, words = 0;
  while (end < u->last && words < MOST_WORDS) {
    size_t next = end > at && joins(f, u, end) ? end + 1 : end;
    if (is_latin(f, u, next) && has_capital(f, next))
      end = next + 1;
    else if (end > at && is_model(f, u, next))
      return next + 1;
    else
      break;
    words++;
  }
  bool address = is_mark(f, u, end, '.') && is_latin(f, u, end + 1) && (f->tokens[end + 1].flags & ISNAD_TOKEN_GLUED) != 0;
  return is_latin(f, u, end) || address || is_mark(f, u, end, '@') ? at : end;
}

/* "128 GB", "II": a unit or a numeral, no name. */
static bool is_too_little(const name_finder *f, const note_unit *u, size_t at, size_t end) {
  if (end > at + 1) return false;
  isnad_slice text = text_of(f, at);
  bool counted = at > u->first && f->tokens[at - 1].kind == ISNAD_TOKEN_NUMBER && is_all_capitals(f, at);
  bool numeral = true;
  for (size_t i = 0; i < text.length; i++) numeral = numeral && (text.bytes[i] == 'I' || text.bytes[i] == 'V' || text.bytes[i] == 'X');
  return text.length < SHORTEST || counted || numeral;
}

static isnad_name_type type_of_head(const isnad_org_heads_row *row) {
  switch (row->type) {
  case ISNAD_ORG_HEADS_TYPE_FACILITY:
    return ISNAD_NAME_FACILITY;
  case ISNAD_ORG_HEADS_TYPE_ORGANIZATION:
    return ISNAD_NAME_ORGANIZATION;
  case ISNAD_ORG_HEADS_TYPE_EVENT:
    return ISNAD_NAME_EVENT;
  default:
    return ISNAD_NAME_PRODUCT;
  }
}

/* Of what kind it is, as the word before tells, behind a mark or not. */
static isnad_name_type told_type(const name_finder *f, const note_unit *u, size_t at) {
  size_t before = at;
  while (before > u->first && f->tokens[before - 1].kind != ISNAD_TOKEN_WORD && at - before < 2) before--;
  const found_name *last = f->count > 0 ? &f->found[f->count - 1] : NULL;
  if (last != NULL && before < at && last->last == before && last->form == ISNAD_FORM_NAME && last->type != ISNAD_NAME_PERSON) return last->type;
  if (before == u->first) return ISNAD_NAME_PRODUCT;
  const isnad_phrase *head = note_hit_at(u, before - 1, ISNAD_TABLE_ORG_HEADS), *medium = note_hit_at(u, before - 1, ISNAD_TABLE_HEADS);
  if (medium != NULL && medium->first + medium->count == before && isnad_heads_rows[medium->row].kind <= ISNAD_HEADS_KIND_OUTLET)
    return ISNAD_NAME_OUTLET;
  return head != NULL && head->first + head->count == before ? type_of_head(&isnad_org_heads_rows[head->row]) : ISNAD_NAME_PRODUCT;
}

bool name_latin(found_name *out, const name_finder *f, const note_unit *u, size_t at) {
  if (!is_latin(f, u, at) || !has_capital(f, at) || (at > u->first && is_latin(f, u, at - 1))) return false;
  if (at > u->first && (is_mark(f, u, at - 1, '#') || is_mark(f, u, at - 1, '@') || is_mark(f, u, at - 1, '/') || is_mark(f, u, at - 1, '_')))
    return false;
  size_t end = run_end(f, u, at);
  if (end == at || is_too_little(f, u, at, end)) return false;
  *out = (found_name){.first = (uint32_t)at, .last = (uint32_t)end, .type = told_type(f, u, at), .entity = NO_ENTITY};
  out->span = (isnad_span){f->tokens[at].span.begin, f->tokens[end - 1].span.end};
  out->words = (uint8_t)(end - at);
  out->rule = (isnad_rule){"latin-letters", ISNAD_TABLE_OUTLETS, 0};
  return true;
}

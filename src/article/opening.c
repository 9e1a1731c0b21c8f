/* The date line that opens a text and names its agency. */
#include "article/words.h"

enum { DATELINE_TOKENS = 24, SHORT_WORD = 4 /* bytes: "in" */ };

const isnad_part *article_first_paragraph(const article_reader *r) {
  isnad_part_kind kind = r->article->role == ISNAD_ROLE_LEAD ? ISNAD_PART_BODY : ISNAD_PART_EMBEDDED_BODY;
  uint32_t at = article_part(r, kind, r->first);
  return at < r->last ? &r->page->parts[at] : NULL;
}

const isnad_credits_row *article_credit(const isnad_tokens *t, size_t first, size_t last) {
  uint32_t row = 0;
  size_t at = next_word(t, first, last), end = at < last ? page_credit_at(t, at, last, &row) : at;
  return end > at && next_word(t, end, last) == last ? &isnad_credits_rows[row] : NULL;
}

/* Is it the name of an agency or another medium, and not of a desk or of agencies without a name? */
bool article_names_medium(const article_reader *r, token_range range, isnad_named *out, const char *rule) {
  const isnad_tokens *t = &r->page->tokens;
  isnad_table table = ISNAD_TABLE_OUTLETS;
  uint32_t row = 0;
  const isnad_credits_row *credit = article_credit(t, range.first, range.last);
  size_t at = next_word(t, range.first, range.last);
  bool medium = at < range.last && page_outlet_at(t, at, range.last, true, &table, &row) > at;
  if (credit != NULL ? credit->kind != ISNAD_CREDITS_KIND_AGENCY : !medium) return false;
  return article_named(out, r->page, range.first, range.last, rule);
}

/* The next bracket from `at` on: its inside in *out; false when none opens and closes before `end` or a full stop. */
static bool next_bracket(const isnad_tokens *t, size_t at, size_t end, token_range *out) {
  while (at < end && mark_of(t, at) != '(' && mark_of(t, at) != '.') at++;
  size_t close = at;
  while (close < end && mark_of(t, close) != ')') close++;
  *out = (token_range){at + 1, close};
  return close < end && mark_of(t, at) == '(';
}

/* "Place - date (agency) - text", "Place (agency)", "Place (country) date (agency)": a bracket within the first words, after a place or at the very
 * begin. */
bool article_inline_agency(const article_reader *r, isnad_named *out) {
  const isnad_part *p = article_first_paragraph(r);
  const isnad_tokens *t = &r->page->tokens;
  if (p == NULL) return false;
  size_t at = p->first_token, end = p->last_token < at + DATELINE_TOKENS ? p->last_token : at + DATELINE_TOKENS;
  token_range inside;
  if (mark_of(t, at) != '(' && !is_place(t, at)) return false;
  while (next_bracket(t, at, end, &inside)) {
    if (article_names_medium(r, inside, out, "dateline")) return true;
    at = inside.last + 1;
  }
  return false;
}

/* «Place - agency - text» */
bool article_dashed_agency(const article_reader *r, isnad_named *out) {
  const isnad_part *p = article_first_paragraph(r);
  const isnad_tokens *t = &r->page->tokens;
  uint32_t row = 0;
  size_t at = p != NULL ? page_place_at(t, p->first_token, p->last_token) : 0;
  if (p == NULL || at == p->first_token) return false;
  if (at + 1 >= p->last_token || (!char_is_dash(mark_of(t, at)) && mark_of(t, at) != '/' && mark_of(t, at) != CHAR_ARABIC_COMMA)) return false;
  at = next_word(t, at, p->last_token);
  size_t end = at < p->last_token ? page_credit_at(t, at, p->last_token, &row) : at;
  if (end == at || end >= p->last_token || isnad_token_is_word(t, end)) return false;
  return article_names_medium(r, (token_range){at, end}, out, "dateline");
}

/* Words, numbers and marks of a date, and "corresponding to" between two of them. */
static bool is_of_date(const isnad_tokens *t, size_t at) {
  isnad_phrase hit;
  if (t->items[at].kind != ISNAD_TOKEN_WORD) return true;
  return isnad_phrases_at(&hit, 1, t, at, 1u << ISNAD_TABLE_MONTHS | 1u << ISNAD_TABLE_WEEKDAYS | 1u << ISNAD_TABLE_TIME_WORDS, 0) > 0;
}

/* The agency, or agencies without a name, at a token: marks or a date before it, a mark or the end behind it. Its end; `at` when there is none. */
static size_t lined_credit(const isnad_tokens *t, size_t first, size_t at, size_t last) {
  uint32_t row = 0;
  if (!isnad_token_is_word(t, at) || t->items[at].kind != ISNAD_TOKEN_WORD || (at > first && !is_of_date(t, at - 1))) return at;
  size_t end = page_credit_at(t, at, last, &row);
  if (end == at || (end < last && isnad_token_is_word(t, end))) return at;
  isnad_credits_kind kind = isnad_credits_rows[row].kind;
  return kind == ISNAD_CREDITS_KIND_AGENCY || kind == ISNAD_CREDITS_KIND_AGENCIES_UNNAMED ? end : at;
}

bool article_credit_in(const article_reader *r, token_range line, isnad_named *out, const char *rule) {
  const isnad_tokens *t = &r->page->tokens;
  size_t last = line.last < line.first + DATELINE_TOKENS ? line.last : line.first + DATELINE_TOKENS;
  for (size_t at = line.first; at < last; at++) {
    size_t end = lined_credit(t, line.first, at, last);
    if (end > at && article_named(out, r->page, at, end, rule)) return true;
  }
  return false;
}

/* «Place - agency», «Place / writer / agency», «Place: "agency"», «Place, date agency» on a line of its own. */
bool article_lined_agency(const article_reader *r, isnad_named *out) {
  const isnad_part *parts = r->page->parts;
  for (uint32_t i = article_part(r, ISNAD_PART_DATELINE, r->first); i < r->last; i = article_part(r, ISNAD_PART_DATELINE, i + 1))
    if (article_credit_in(r, (token_range){parts[i].first_token, parts[i].last_token}, out, "dateline")) return true;
  return false;
}

/* «Place in the 5th of May /agency/ text», «Place 5-5-2025 agency - text»: behind the place nothing but the date; «agency - text». */
bool article_dated_agency(const article_reader *r, isnad_named *out) {
  const isnad_part *p = article_first_paragraph(r);
  const isnad_tokens *t = &r->page->tokens;
  size_t at = p != NULL ? page_place_at(t, p->first_token, p->last_token) : 0;
  if (p == NULL) return false;
  if (at == p->first_token) { /* «agency - text» */
    size_t end = lined_credit(t, at, at, p->last_token);
    return end > at && end + 1 < p->last_token && char_is_dash(mark_of(t, end)) && article_names_medium(r, (token_range){at, end}, out, "dateline");
  }
  size_t last = p->last_token < at + DATELINE_TOKENS ? p->last_token : at + DATELINE_TOKENS;
  for (bool dated = false; at < last; dated |= t->items[at].kind == ISNAD_TOKEN_NUMBER, at++) {
    size_t end = dated ? lined_credit(t, p->first_token, at, last) : at;
    if (end > at) return end < last && article_names_medium(r, (token_range){at, end}, out, "dateline");
    bool in = t->items[at].kind == ISNAD_TOKEN_WORD && t->items[at].span.end - t->items[at].span.begin <= SHORT_WORD;
    if (!in && !is_of_date(t, at)) return false;
  }
  return false;
}

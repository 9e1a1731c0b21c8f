/* The date line that opens a text and names its agency. */
#include "article/words.h"

enum { DATELINE_TOKENS = 24 };

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

/* Lines that name a medium, an agency or a desk: slugs, outlets, credits. */
#include "page/sign_read.h"

#include "tables.h"

enum { SLUG_WORDS = 7 };

/* The mark that parts a slug: «X _ desk», «X - desk», «X / desk», «X (agency)». */
static bool is_slug_mark(uint32_t c) { return c == '_' || c == '/' || c == '|' || c == ':' || c == '(' || char_is_dash(c); }

static size_t slug_mark(const signer *s) {
  for (size_t at = s->l->first_word + 1; at < s->b->last_token; at++)
    if (is_slug_mark(mark_at(s, at))) return at;
  return s->b->last_token;
}

static size_t next_word(const signer *s, size_t at) {
  while (at < s->b->last_token && !isnad_token_is_word(s->t, at)) at++;
  return at;
}

static bool ends_at(const signer *s, size_t at) { return next_word(s, at) == s->b->last_token; }

/* Credits one after another to the end of the line, as in «desk - agencies». */
static bool credits_to_end(const signer *s, size_t at, sign *out) {
  size_t begin = at = next_word(s, at);
  isnad_table table = ISNAD_TABLE_CREDITS;
  while (at < s->b->last_token) {
    uint32_t row = 0;
    size_t end = page_credit_at(s->t, at, s->b->last_token, &row);
    if (end > at)
      table = ISNAD_TABLE_CREDITS;
    else
      end = page_outlet_at(s->t, at, s->b->last_token, true, &table, &row);
    if (end == at || table == ISNAD_TABLE_HEADS) return false;
    if (at == begin) *out = (sign){.row = row, .table = (uint16_t)table, .value = {s->t->items[at].span.begin, s->t->items[end - 1].span.end}};
    at = next_word(s, end);
  }
  return at > begin;
}

static bool is_place(const signer *s, size_t at, size_t end) {
  size_t after = page_place_at(s->t, at, end);
  return after > at && next_word(s, after) >= end;
}

bool sign_slug_line(const signer *s, sign *out) {
  if (s->l->words == 0 || s->l->words > SLUG_WORDS || s->l->end == END_STOP || s->l->end == END_QUESTION) return false;
  size_t first = s->l->first_word, mark = slug_mark(s);
  if (mark == s->b->last_token) return false;
  if (s->l->end == END_SLASH && ends_at(s, mark)) {
    *out = plain(SIGN_OUTLET);
    out->value = (isnad_span){s->t->items[first].span.begin, s->t->items[mark - 1].span.end};
    return true;
  }
  if (!credits_to_end(s, mark, out)) return false;
  out->kind = is_place(s, first, mark) ? SIGN_STAMP : SIGN_OUTLET;
  if (out->kind == SIGN_OUTLET) out->value = (isnad_span){s->t->items[first].span.begin, s->t->items[mark - 1].span.end};
  return true;
}

bool sign_outlet_line(const signer *s, sign *out) {
  isnad_table table = ISNAD_TABLE_OUTLETS;
  uint32_t row = 0;
  if (s->l->words == 0 || s->l->words > SLUG_WORDS || s->l->numbers > 0 || s->l->end == END_STOP || s->l->end == END_QUESTION || s->l->commas > 0)
    return false;
  size_t first = s->l->first_word, end = page_outlet_at(s->t, first, s->b->last_token, true, &table, &row);
  if (end == first) return false;
  size_t foreign = next_word(s, end); /* the name once more, in Latin letters */
  while (foreign < s->b->last_token && (s->t->items[foreign].flags & ISNAD_TOKEN_ARABIC) == 0) foreign++;
  if (next_word(s, foreign) != s->b->last_token) return false;
  *out = (sign){.kind = SIGN_OUTLET, .table = (uint16_t)table, .row = row, .value = {s->t->items[first].span.begin, s->t->items[end - 1].span.end}};
  while (table == ISNAD_TABLE_HEADS && end > first + 1 && (s->t->items[end - 1].flags & ISNAD_TOKEN_ARABIC) == 0)
    out->value.end = s->t->items[--end - 1].span.end;
  return true;
}

/* "SPA / So-and-so": an agency, a stroke, and who wrote or took the picture for it. */
static bool signed_for(const signer *s, sign *out) {
  size_t first = s->l->first_word, end = 0;
  uint32_t row = 0;
  if (s->l->end != END_OPEN || s->l->numbers > 0 || s->l->commas > 0 || s->l->colons > 0) return false;
  end = page_credit_at(s->t, first, s->b->last_token, &row);
  if (end == first || mark_at(s, end) != '/' || isnad_credits_rows[row].kind != ISNAD_CREDITS_KIND_AGENCY) return false;
  *out = (sign){.row = row, .table = ISNAD_TABLE_CREDITS, .value = {s->t->items[first].span.begin, s->t->items[end - 1].span.end}};
  return true;
}

bool sign_credit_line(const signer *s, sign *out) {
  if (s->l->words == 0 || s->l->words > SLUG_WORDS || s->l->end == END_QUESTION) return false;
  if (signed_for(s, out)) {
    out->kind = SIGN_CREDIT;
    return true;
  }
  if (credits_to_end(s, s->b->first_token, out) && (out->table == ISNAD_TABLE_CREDITS || s->l->bracketed)) {
    out->kind = SIGN_CREDIT;
    return true;
  }
  if (mark_at(s, s->b->first_token) != '(' || mark_at(s, s->b->first_token + 2) != ')') return false;
  size_t at = next_word(s, s->b->first_token + 3);
  isnad_table table = ISNAD_TABLE_OUTLETS;
  uint32_t row = 0;
  size_t end = at < s->b->last_token ? page_outlet_at(s->t, at, s->b->last_token, true, &table, &row) : at;
  if (end == at || !ends_at(s, end)) return false;
  *out = (sign){.kind = SIGN_CREDIT, .table = (uint16_t)table, .row = row, .value = {s->t->items[at].span.begin, s->t->items[end - 1].span.end}};
  return true;
}

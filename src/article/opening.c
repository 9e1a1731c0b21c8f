/* The date line that opens a text and names its agency. */
#include "article/words.h"

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

/* The page's own paper, unless nothing but this line says that it is. */
static bool is_own(const article_reader *r, const dateline_credit *credit) {
  const isnad_named *own = &r->article->outlet;
  isnad_named medium;
  if (own->id.length == 0 || !article_known_outlet(&medium, &r->page->tokens, (token_range){credit->first, credit->last})) return false;
  return isnad_slice_equal(medium.id, own->id) && (own->span.end == 0 || own->span.begin != medium.span.begin);
}

/* An agency before a paper, and that before «agencies». A paper counts behind a place only, and where it is not the page's own. */
static const dateline_credit *best_of(const article_reader *r, const dateline *line, bool named) {
  static const uint8_t rank[] = {[DATELINE_AGENCY] = 3, [DATELINE_MEDIUM] = 2, [DATELINE_UNNAMED] = 1, [DATELINE_DESK] = 0};
  const dateline_credit *best = NULL;
  for (size_t i = 0; i < line->count; i++) {
    const dateline_credit *credit = &line->credits[i];
    if (credit->kind == DATELINE_UNNAMED ? named : is_own(r, credit)) continue;
    if (credit->kind == DATELINE_MEDIUM && !credit->placed) continue;
    if (best == NULL || rank[credit->kind] > rank[best->kind]) best = credit;
  }
  return best;
}

bool article_take_credit(const article_reader *r, const dateline *line, bool named, const char *rule, isnad_named *out) {
  const dateline_credit *best = best_of(r, line, named);
  return best != NULL && article_named(out, r->page, best->first, best->last, rule);
}

/* A line of its own above the text. */
static bool is_head_line(const article_reader *r, const isnad_part *p) {
  bool kind = p->kind == ISNAD_PART_DATELINE || p->kind == ISNAD_PART_BYLINE || p->kind == ISNAD_PART_OUTLET;
  return kind && p->article == (int32_t)r->article->place;
}

static const filed *line_of(const article_reader *r, const isnad_part *p) {
  for (size_t i = 0; i < r->lines->count; i++)
    if (r->lines->items[i].part == p) return &r->lines->items[i].filed;
  return NULL;
}

/* "The mine of X (agency)": the text under a picture and who took it. */
static bool is_credited_picture(const article_reader *r, const isnad_part *p) {
  const isnad_tokens *t = &r->page->tokens;
  const filed *line = line_of(r, p);
  bool bracket = p->last_token > p->first_token && mark_of(t, p->last_token - 1) == ')';
  return line != NULL && ((bracket && line->pieces[0].kind == FILED_UNKNOWN) || page_speaks_of_picture(t, p->first_token, p->last_token));
}

/* A line that the page does not tell as one, but whose pieces are all known, with a place or a name among them. */
static bool is_filed(const origin_line *line) {
  const filed *f = &line->filed;
  bool told_by = page_filed_piece(f, FILED_PLACE) != NULL || page_filed_piece(f, FILED_NAME) != NULL;
  return line->part->kind == ISNAD_PART_OTHER && f->known && f->count > 1 && told_by;
}

bool article_dateline(const article_reader *r, bool named, isnad_named *out) {
  const isnad_part *text = article_first_paragraph(r);
  const isnad_tokens *t = &r->page->tokens;
  dateline line;
  for (uint32_t i = r->first; i < r->last && text != NULL; i++) {
    const isnad_part *p = &r->page->parts[i];
    if (p >= text) break;
    if (is_head_line(r, p) && page_dateline(&line, t, p->first_token, p->last_token, true) && !is_credited_picture(r, p) &&
        article_take_credit(r, &line, named, "dateline", out))
      return true;
  }
  for (size_t i = 0; i < r->lines->count; i++) {
    const isnad_part *p = r->lines->items[i].part;
    if (is_filed(&r->lines->items[i]) && page_dateline(&line, t, p->first_token, p->last_token, true) &&
        article_take_credit(r, &line, named, "dateline", out))
      return true;
  }
  return text != NULL && page_dateline(&line, t, text->first_token, text->last_token, false) && article_take_credit(r, &line, named, "dateline", out);
}

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
  filed line;
  bool told = p->kind == ISNAD_PART_OTHER && page_filed(&line, &r->page->tokens, p->first_token, p->last_token, true) && line.known && !line.picture;
  bool kind = (told && line.count > 1 && (page_filed_piece(&line, FILED_PLACE) != NULL || page_filed_piece(&line, FILED_NAME) != NULL)) ||
              p->kind == ISNAD_PART_DATELINE || p->kind == ISNAD_PART_BYLINE || p->kind == ISNAD_PART_OUTLET;
  return kind && p->article == (int32_t)r->article->place;
}

/* "The mine of X (agency)": the text under a picture and who took it. */
static bool is_credited_picture(const isnad_tokens *t, const isnad_part *p) {
  filed line;
  bool bracket = p->last_token > p->first_token && mark_of(t, p->last_token - 1) == ')';
  return page_filed(&line, t, p->first_token, p->last_token, true) && (line.picture || (bracket && line.pieces[0].kind == FILED_UNKNOWN));
}

bool article_dateline(const article_reader *r, bool named, isnad_named *out) {
  const isnad_part *text = article_first_paragraph(r);
  const isnad_tokens *t = &r->page->tokens;
  dateline line;
  for (uint32_t i = r->first; i < r->last && text != NULL; i++) {
    const isnad_part *p = &r->page->parts[i];
    if (p >= text) break;
    if (is_head_line(r, p) && !is_credited_picture(t, p) && page_dateline(&line, t, p->first_token, p->last_token, true) &&
        article_take_credit(r, &line, named, "dateline", out))
      return true;
  }
  return text != NULL && page_dateline(&line, t, text->first_token, text->last_token, false) && article_take_credit(r, &line, named, "dateline", out);
}

/* Who wrote the article and where it came from. */
#include "article/words.h"

enum { NAME_WORDS = 8 };

/* --- by-line --- */

/* A medium or an office alone writes nothing: the one brings the article, the other is the text under a picture. */
static bool is_nobody(const article_reader *r, token_range value) {
  const isnad_tokens *t = &r->page->tokens;
  isnad_named medium;
  isnad_phrase hit;
  const isnad_credits_row *credit = article_credit(t, value.first, value.last);
  if (credit != NULL && credit->kind == ISNAD_CREDITS_KIND_AGENCIES_UNNAMED) return true;
  if (article_known_outlet(&medium, t, value) || isnad_slice_equal(isnad_slice_at(t->text, span_of(t, value)), r->article->outlet.name)) return true;
  if (isnad_phrases_at(&hit, 1, t, value.first, 1u << ISNAD_TABLE_TITLES, 0) == 0) return false;
  return isnad_titles_rows[hit.row].kind == ISNAD_TITLES_KIND_OFFICE && hit.first + hit.count + 1 >= value.last;
}

/* The line's words without date, place, medium, desk. */
static token_range bare_value(const article_reader *r, token_range value) {
  const isnad_tokens *t = &r->page->tokens;
  isnad_published stamp;
  token_range a, b;
  if (article_stamp_in(&stamp, t, value.first, value.last))
    while (value.last > value.first && t->items[value.last - 1].span.begin >= stamp.span.begin) value.last--;
  while (article_dashed(t, value, &a, &b)) value = is_place(t, a.first) ? b : a;
  return trimmed(t, value.first, value.last);
}

/* A line that the page tells as the writer's, by its label or its markup: a name, or in other letters whatever stands there. */
static writer_rank told_writer(const article_reader *r, const isnad_part *p, token_range *out) {
  const isnad_tokens *t = &r->page->tokens;
  token_range value = article_value(r, p), name = bare_value(r, value);
  filed line;
  bool labelled = p->table == ISNAD_TABLE_MARKERS && p->row != UINT32_MAX;
  if (labelled && isnad_markers_rows[p->row].where == ISNAD_MARKERS_WHERE_INSIDE) return WRITER_NONE; /* who put it into Arabic */
  bool read = page_filed(&line, t, value.first, value.last, true);
  const filed_piece *piece = read ? page_filed_piece(&line, FILED_NAME) : NULL;
  *out = piece != NULL ? (token_range){piece->first, piece->last} : name;
  if (name.first >= name.last || words_in(t, out->first, out->last) > NAME_WORDS) return WRITER_NONE;
  if (labelled) return WRITER_LABELLED;
  bool other_letters = t->items[name.first].kind == ISNAD_TOKEN_WORD && (t->items[name.first].flags & ISNAD_TOKEN_ARABIC) == 0;
  return piece != NULL || other_letters ? WRITER_DOUBTFUL : WRITER_NONE;
}

/* The surest of the lines around the headline, the first words of the text, and the lines that the page tells as the writer's, which may stand below.
 */
static bool find_writer(const article_reader *r, token_range *out) {
  token_range name;
  writer_rank best = WRITER_NONE, rank;
  for (size_t i = 0; i < r->lines->count; i++) {
    if ((rank = article_writer_in(r, &r->lines->items[i], &name)) <= best || is_nobody(r, name)) continue;
    best = rank;
    *out = name;
  }
  if (best < WRITER_FILED && article_opening_writer(r, &name)) {
    best = WRITER_FILED;
    *out = name;
  }
  for (uint32_t i = article_part(r, ISNAD_PART_BYLINE, r->first); i < r->last; i = article_part(r, ISNAD_PART_BYLINE, i + 1)) {
    if ((rank = told_writer(r, &r->page->parts[i], &name)) <= best || is_nobody(r, name)) continue;
    best = rank;
    *out = name;
  }
  return best > WRITER_NONE;
}

static void read_byline(article_reader *r) {
  token_range name;
  if (!find_writer(r, &name)) return;
  isnad_span span = span_of(&r->page->tokens, name);
  r->article->byline = (isnad_named){{NULL, 0}, isnad_slice_at(r->page->tokens.text, span), span, {.name = "byline"}};
}

/* --- origin --- */

static bool is_agency(const isnad_tokens *t, token_range r) {
  const isnad_credits_row *credit = article_credit(t, r.first, r.last);
  return credit != NULL && credit->kind == ISNAD_CREDITS_KIND_AGENCY;
}

/* «own name / agency», «place - agency»: the second is meant; of two agencies the first. */
static token_range cited(const article_reader *r, const isnad_part *p) {
  const isnad_tokens *t = &r->page->tokens;
  token_range a, b, value = p->table == ISNAD_TABLE_CREDITS ? trimmed(t, p->first_token, p->last_token) : article_value(r, p);
  isnad_named first;
  while (article_dashed(t, value, &a, &b)) {
    if (is_agency(t, a)) return a;
    bool own = r->article->outlet.id.length > 0 && article_known_outlet(&first, t, a) && isnad_slice_equal(first.id, r->article->outlet.id);
    token_range c, d, head = article_dashed(t, b, &c, &d) ? c : b;
    if (!own && page_place_at(t, a.first, a.last) != a.last && !is_agency(t, head)) break;
    value = b;
  }
  return value;
}

static bool source_line(const article_reader *r, isnad_named *out) {
  for (uint32_t i = article_part(r, ISNAD_PART_SOURCE_LINE, r->first); i < r->last; i = article_part(r, ISNAD_PART_SOURCE_LINE, i + 1)) {
    const isnad_part *p = &r->page->parts[i];
    if (p->value.end == 0) continue;
    token_range name = cited(r, p);
    if (article_named(out, r->page, name.first, name.last, "source-line")) return true;
  }
  return false;
}

/* The bracket that closes the text: "... (DPA, Reuters)". Its inside; empty when there is none. */
static token_range closing_bracket(const isnad_tokens *t, size_t first, size_t end) {
  size_t last = end;
  while (last > first && mark_of(t, last - 1) == '.') last--;
  if (last == first || mark_of(t, last - 1) != ')') return (token_range){end, end};
  size_t open = last - 1;
  while (open > first && last - open < 2 * NAME_WORDS && mark_of(t, open) != '(') open--;
  return mark_of(t, open) == '(' ? (token_range){open + 1, last - 1} : (token_range){end, end};
}

/* The last paragraph is a signature, or ends in «(agency)» or in an agency's name between dashes. */
static bool tail_credit(const article_reader *r, isnad_named *out) {
  const isnad_tokens *t = &r->page->tokens;
  dateline signature;
  if (r->article->body_count == 0) return false;
  isnad_span last = r->article->body[r->article->body_count - 1];
  size_t first = isnad_tokens_seek(t, last.begin), end = first;
  while (end < t->count && t->items[end].span.begin < last.end) end++;
  if (page_signature(&signature, t, first, end)) return article_take_credit(r, &signature, false, "tail-credit", out);
  token_range bracket = closing_bracket(t, first, end), whole = trimmed(t, first, end);
  if (page_signature(&signature, t, bracket.first, bracket.last) && article_take_credit(r, &signature, false, "tail-credit", out)) return true;
  size_t at = whole.last;
  while (at > whole.first && whole.last - at < NAME_WORDS && isnad_token_is_word(t, at - 1)) at--;
  if (at <= whole.first || at == whole.last) return false;
  uint32_t before = mark_of(t, at - 1);
  if ((before != '(' || end == whole.last) && !char_is_dash(before)) return false;
  return article_names_medium(r, (token_range){at, whole.last}, out, "tail-credit");
}

/* The label of writers names an agency; a line for the writer holds nothing but an agency. */
static bool writing_agency(const article_reader *r, isnad_named *out) {
  const isnad_tokens *t = &r->page->tokens;
  uint32_t at = article_part(r, ISNAD_PART_BYLINE, r->first);
  if (at < r->last) {
    token_range writer = article_value(r, &r->page->parts[at]);
    return is_agency(t, writer) && article_names_medium(r, writer, out, "byline");
  }
  for (size_t i = 0; i < r->lines->count; i++) {
    const origin_line *line = &r->lines->items[i];
    const filed_piece *label = page_filed_piece(&line->filed, FILED_LABEL), *end = line->filed.pieces + line->filed.count;
    if (label == NULL || label + 1 == end) continue;
    uint32_t row = 0;
    size_t behind = page_credit_at(t, label[1].first, line->part->last_token, &row);
    if (behind > label[1].first && article_names_medium(r, (token_range){label[1].first, behind}, out, "byline")) return true;
  }
  return false;
}

static void read_origin(article_reader *r) {
  isnad_named *out = &r->article->origin;
  if (source_line(r, out) || tail_credit(r, out) || writing_agency(r, out)) return;
  article_dateline(r, false, out); /* an outlet's own date line cites nobody */
}

void article_read_names(article_reader *r) {
  article_read_outlet(r);
  read_byline(r);
  read_origin(r);
}

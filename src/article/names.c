/* Who wrote the article and where it came from. */
#include "article/words.h"

enum { NAME_WORDS = 8, WRITER_WORDS = 4 };

/* --- by-line --- */

/* "Thursday 29-12-2016 14:48 | written by: A |": the words behind a label of writers, up to the next bar. */
static bool labelled_writer(const article_reader *r, token_range *out) {
  const isnad_tokens *t = &r->page->tokens;
  for (uint32_t i = article_part(r, ISNAD_PART_DATELINE, r->first); i < r->last; i = article_part(r, ISNAD_PART_DATELINE, i + 1)) {
    const isnad_part *p = &r->page->parts[i];
    for (size_t at = p->first_token; at < p->last_token; at++) {
      isnad_phrase hit;
      if (!isnad_token_is_word(t, at) || isnad_phrases_at(&hit, 1, t, at, 1u << ISNAD_TABLE_MARKERS, 0) == 0) continue;
      size_t first = hit.first + hit.count, last = first;
      if (isnad_markers_rows[hit.row].kind != ISNAD_MARKERS_KIND_BYLINE || first >= p->last_token || mark_of(t, first) != ':') continue;
      while (last < p->last_token && mark_of(t, last) != '|') last++;
      *out = trimmed(t, first, last);
      return out->first < out->last;
    }
  }
  return false;
}

/* «Place - name - text» at the head of the text, the dashes between blanks. */
static bool opening_writer(const article_reader *r, token_range *out) {
  const isnad_part *p = article_first_paragraph(r);
  const isnad_tokens *t = &r->page->tokens;
  size_t at = p != NULL ? page_place_at(t, p->first_token, p->last_token) : 0;
  if (p == NULL || at == p->first_token || at >= p->last_token || !char_is_dash(mark_of(t, at))) return false;
  size_t first = at + 1, last = first;
  while (last < p->last_token && last - first <= WRITER_WORDS && t->items[last].kind == ISNAD_TOKEN_WORD) last++;
  if (last - first < 2 || last - first > WRITER_WORDS || last + 1 >= p->last_token || !char_is_dash(mark_of(t, last))) return false;
  if (((t->items[first].flags | t->items[last].flags | t->items[last + 1].flags) & ISNAD_TOKEN_GLUED) != 0) return false;
  *out = (token_range){first, last};
  return article_credit(t, first, last) == NULL && page_place_at(t, first, last) != last;
}

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

/* The writer's name: without date, place, medium, desk. */
static void read_byline(article_reader *r) {
  const isnad_tokens *t = &r->page->tokens;
  uint32_t at = article_part(r, ISNAD_PART_BYLINE, r->first);
  token_range a, b, value;
  if (at < r->last)
    value = article_value(r, &r->page->parts[at]);
  else if (!labelled_writer(r, &value) && !opening_writer(r, &value))
    return;
  isnad_published stamp;
  if (article_stamp_in(&stamp, t, value.first, value.last))
    while (value.last > value.first && t->items[value.last - 1].span.begin >= stamp.span.begin) value.last--;
  while (article_dashed(t, value, &a, &b)) value = is_place(t, a.first) ? b : a;
  value = trimmed(t, value.first, value.last);
  if (value.first >= value.last || words_in(t, value.first, value.last) > NAME_WORDS) return;
  if (is_nobody(r, value)) return;
  isnad_span span = span_of(t, value);
  r->article->byline = (isnad_named){{NULL, 0}, isnad_slice_at(t->text, span), span, {.name = "byline"}};
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
  token_range writer;
  uint32_t row = 0, line = article_part(r, ISNAD_PART_BYLINE, r->first);
  if (line < r->last) {
    writer = article_value(r, &r->page->parts[line]);
    return is_agency(&r->page->tokens, writer) && article_names_medium(r, writer, out, "byline");
  }
  if (!labelled_writer(r, &writer)) return false;
  size_t end = page_credit_at(&r->page->tokens, writer.first, writer.last, &row);
  return end > writer.first && article_names_medium(r, (token_range){writer.first, end}, out, "byline");
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

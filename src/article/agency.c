/* An agency that stands where a page names the writer: its text is the agency's. */
#include "article/words.h"

/* Is all of the name an agency's, known or with a noun for agencies before it? */
static bool is_agency(const isnad_tokens *name, token_range whole, isnad_named *out) {
  isnad_table table = ISNAD_TABLE_OUTLETS;
  uint32_t row = 0;
  if (whole.first == whole.last || page_outlet_at(name, whole.first, whole.last, true, &table, &row) < whole.last) return false;
  if (article_known_outlet(out, name, whole)) return isnad_outlets_rows[out->rule.row].kind == ISNAD_OUTLETS_KIND_AGENCY;
  *out = (isnad_named){0};
  return table == ISNAD_TABLE_HEADS && isnad_heads_rows[row].kind == ISNAD_HEADS_KIND_AGENCY;
}

static bool same_words(const isnad_tokens *t, size_t at, const isnad_tokens *name, token_range whole) {
  for (size_t i = whole.first; i < whole.last; i++)
    if (t->items[at + i - whole.first].hash != name->items[i].hash) return false;
  return true;
}

/* Where the name stands above the text or in its first paragraph; the line may hold a date and the like beside it. */
static bool shown_at_head(const article_reader *r, const isnad_tokens *name, token_range whole, token_range *out) {
  uint32_t body = article_part(r, ISNAD_PART_BODY, r->first);
  size_t length = whole.last - whole.first;
  for (uint32_t i = r->first; i <= body && body < r->last; i++) {
    const isnad_part *p = &r->page->parts[i];
    if (p->article != (int32_t)r->article->place || p->kind == ISNAD_PART_HEADLINE) continue;
    for (size_t at = p->first_token; at + length <= p->last_token; at++) {
      if (!same_words(&r->page->tokens, at, name, whole)) continue;
      *out = (token_range){at, at + length};
      return true;
    }
  }
  return false;
}

void article_read_agency(article_reader *r) {
  isnad_article *a = r->article;
  for (size_t i = 0; i < a->author_count && a->origin.name.length == 0; i++) {
    isnad_tokens name;
    isnad_named agency;
    token_range shown;
    if (isnad_arabic_tokens(&name, r->arena, a->authors[i].text, NULL) != ISNAD_OK) return;
    token_range whole = trimmed(&name, 0, name.count);
    if (!is_agency(&name, whole, &agency) || (agency.id.length > 0 && isnad_slice_equal(agency.id, a->outlet.id))) continue;
    if (shown_at_head(r, &name, whole, &shown)) article_named(&a->origin, r->page, shown.first, shown.last, "author");
  }
}

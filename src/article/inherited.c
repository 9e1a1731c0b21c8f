/* What an article has from its page: where one medium prints several, its name stands once, and so does the day of the issue. What stands under «read
 * also» is another medium's as often as not and has nothing from the page. */
#include "article/words.h"

#include "base/clock.h"
#include "isnad/stamp.h"

static bool is_of_page(const article_reader *r) {
  const isnad_article *lead = r->lead;
  if (lead == NULL || r->article->role != ISNAD_ROLE_EMBEDDED || r->page->parts[r->first].kind == ISNAD_PART_READ_ALSO_MARKER) return false;
  return lead->origin.name.length == 0 || isnad_slice_equal(lead->origin.name, lead->outlet.name); /* not a page of copies */
}

/* Over the headline of the lead, where its text has one. */
static bool is_over_lead(const isnad_article *lead, isnad_span span) {
  uint32_t begin = lead->headline.end > 0 ? lead->headline.begin : lead->body_count > 0 ? lead->body[0].begin : 0;
  return span.end > 0 && span.end <= begin;
}

bool article_page_outlet(const article_reader *r, isnad_named *out) {
  if (!is_of_page(r) || r->lead->outlet.name.length == 0) return false;
  bool stated = r->lead->outlet.span.end == 0;
  bool row = article_part(r, ISNAD_PART_DATELINE, r->first) < r->last || article_part(r, ISNAD_PART_BYLINE, r->first) < r->last;
  if (stated && !row) return false; /* a card under the article */
  if (!stated && !is_over_lead(r->lead, r->lead->outlet.span)) return false;
  *out = r->lead->outlet;
  return true;
}

/* The head line of an issue or bulletin names its weekday; a bare date over a headline may be the clock of a crawl. */
bool article_page_day(const article_reader *r, isnad_published *out) {
  const isnad_tokens *t = &r->page->tokens;
  isnad_stamp s;
  if (!is_of_page(r) || !is_over_lead(r->lead, r->lead->published.span)) return false;
  size_t at = isnad_tokens_seek(t, r->lead->published.span.begin);
  if (at >= t->count || !isnad_stamp_at(&s, t, at, t->count, (isnad_slice){NULL, 0}) || s.weekday == 0) return false;
  *out = r->lead->published;
  return true;
}

/* New reports that a saved search finds. */
#include "alert/inside.h"

#include "isnad/search.h"

enum { PER_PAGE = 200, MOST_PAGES = 25 };

static isnad_status consider(alert_run *r, const isnad_search_report *report, const isnad_search_hit *hit, bool best) {
  store_article article;
  isnad_status status = store_article_find(&article, r->arena, r->store, report->id, r->err);
  if (status != ISNAD_OK || article.id <= r->after) return status;
  alert_found found = {.key = article.name, .article = &article, .story = article.story, .about = r->self.what};
  if (best && hit->headline.mark_count > 0) alert_show(&found, article.name, hit->headline.span, hit->headline.text, isnad_slice_of("search"));
  for (size_t i = 0; best && i < hit->excerpt_count; i++)
    alert_show(&found, article.name, hit->excerpts[i].span, hit->excerpts[i].text, isnad_slice_of("search"));
  if (!best) /* it holds the same text as the best of its copies, whose excerpts stand on another page */
    alert_show(&found, article.name, (isnad_span){0, 0}, article.headline,
               isnad_arena_printf(r->arena, "copy of %.*s", (int)hit->report.id.length, hit->report.id.bytes));
  return alert_fire(r, &found);
}

static isnad_status consider_hit(alert_run *r, const isnad_search_hit *hit) {
  isnad_status status = consider(r, &hit->report, hit, true);
  for (size_t i = 0; status == ISNAD_OK && i < hit->copy_count; i++) status = consider(r, &hit->copies[i], hit, false);
  return status;
}

/* Of a query that finds more than 5,000 reports the newest are looked through. */
isnad_status alert_look_query(alert_run *r, isnad_slice query) {
  isnad_search *search = NULL;
  isnad_search_page page = {0};
  isnad_search_options how = {.now = r->now, .order = ISNAD_SEARCH_NEWEST, .limit = PER_PAGE};
  isnad_status status = isnad_search_open(&search, r->store, r->err);
  for (int turn = 0; status == ISNAD_OK && turn < MOST_PAGES; turn++) {
    how.cursor = page.next;
    status = isnad_search_run(&page, r->arena, search, query, &how, r->err);
    for (size_t i = 0; status == ISNAD_OK && i < page.count; i++) status = consider_hit(r, &page.hits[i]);
    if (page.next.length == 0) break;
  }
  isnad_search_close(search);
  return status;
}

/* An alert that is being made only shows that its query can be read. */
isnad_status alert_look_search(alert_run *r) {
  isnad_search_query query;
  return r->learning ? isnad_search_parse(&query, r->arena, r->self.what, r->now, r->err) : alert_look_query(r, r->self.what);
}

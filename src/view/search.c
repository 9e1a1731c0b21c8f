/* What a query finds, as lines. */
#include "view/sheet.h"

#include "base/clock.h"

enum { OUTLET_WIDTH = 18, ID_WIDTH = 17, LONGEST_HEADLINE = 200, MOST_NAMED = 8 };

/* --- JSON --- */

static void excerpt_object(sheet *s, const isnad_search_excerpt *e) {
  json_writer *w = &s->json;
  json_open_object(w);
  json_key_string(w, "text", e->text);
  json_key_span(w, "span", e->span);
  json_key(w, "marks");
  json_open_array(w);
  for (size_t i = 0; i < e->mark_count; i++) json_span(w, e->marks[i]);
  json_close_array(w);
  json_close_object(w);
}

/* The keys of a report; those of a hit follow. */
static void report_keys(sheet *s, const isnad_search_report *r) {
  json_writer *w = &s->json;
  json_key_string(w, "id", r->id);
  json_key_string(w, "article", r->label);
  json_key_string(w, "role", r->role);
  json_key_string(w, "outlet", r->outlet);
  json_key_string(w, "origin", r->origin);
  sheet_json_when(s, "published", r->published, r->basis);
  json_key_string(w, "uri", r->uri);
}

static void copies_array(sheet *s, const isnad_search_hit *hit) {
  json_writer *w = &s->json;
  json_key(w, "copies");
  json_open_array(w);
  for (size_t i = 0; i < hit->copy_count; i++) {
    json_open_object(w);
    report_keys(s, &hit->copies[i]);
    json_key_string(w, "headline", hit->copies[i].headline);
    json_close_object(w);
  }
  json_close_array(w);
}

static void story_object(sheet *s, const isnad_search_hit *hit) {
  json_writer *w = &s->json;
  if (hit->story.length == 0) return;
  json_key(w, "story");
  json_open_object(w);
  json_key_string(w, "id", hit->story);
  json_key_string(w, "title", hit->story_title);
  json_key_u64(w, "reports", hit->story_reports);
  json_key(w, "origins");
  json_open_array(w);
  json_u64(w, hit->certain);
  json_u64(w, hit->possible);
  json_close_array(w);
  json_close_object(w);
}

static void hit_object(sheet *s, const isnad_search_hit *hit) {
  json_writer *w = &s->json;
  json_open_object(w);
  json_key_fixed(w, "score", hit->score, 4);
  report_keys(s, &hit->report);
  if (hit->headline.text.length > 0) {
    json_key(w, "headline");
    excerpt_object(s, &hit->headline);
  }
  json_key(w, "excerpts");
  json_open_array(w);
  for (size_t i = 0; i < hit->excerpt_count; i++) excerpt_object(s, &hit->excerpts[i]);
  json_close_array(w);
  story_object(s, hit);
  if (hit->copy_count > 0) copies_array(s, hit);
  json_close_object(w);
}

/* An open side is left out. */
static void within_object(sheet *s, const isnad_search_query *q) {
  char iso[CLOCK_ISO_ROOM];
  json_writer *w = &s->json;
  if (!q->dated) return;
  json_key(w, "within");
  json_open_object(w);
  if (q->within.from != INT64_MIN) json_key_string(w, "from", (isnad_slice){iso, clock_iso(iso, q->within.from)});
  if (q->within.to != INT64_MAX) json_key_string(w, "to", (isnad_slice){iso, clock_iso(iso, q->within.to)});
  json_close_object(w);
}

static void suggestion_object(sheet *s, const isnad_search_suggestion *suggestion) {
  json_writer *w = &s->json;
  json_open_object(w);
  json_key_string(w, "word", suggestion->word);
  json_key_string(w, "other", suggestion->other);
  json_key_string(w, "query", suggestion->query);
  json_key_u64(w, "reports", suggestion->reports);
  if (suggestion->taken) json_key_bool(w, "taken", true);
  json_close_object(w);
}

static void bearers_array(sheet *s, const isnad_search_page *page) {
  json_writer *w = &s->json;
  if (page->bearer_count == 0) return;
  json_key(w, "bearers");
  json_open_array(w);
  for (size_t i = 0; i < page->bearer_count; i++) {
    json_open_object(w);
    json_key_string(w, "word", page->bearers[i].words);
    json_key_string(w, "entity", page->bearers[i].id);
    json_key_string(w, "canonical", page->bearers[i].name);
    json_key_string(w, "type", page->bearers[i].type);
    json_key_u64(w, "articles", page->bearers[i].reports);
    json_close_object(w);
  }
  json_close_array(w);
}

static isnad_status page_object(sheet *s, const isnad_search_page *page) {
  json_writer *w = &s->json;
  json_open_object(w);
  json_key_u64(w, "total", page->total);
  within_object(s, &page->query);
  json_key_string(w, "next", page->next);
  bearers_array(s, page);
  if (page->suggestion_count > 0) {
    json_key(w, "suggestions");
    json_open_array(w);
    for (size_t i = 0; i < page->suggestion_count; i++) suggestion_object(s, &page->suggestions[i]);
    json_close_array(w);
  }
  json_close_object(w);
  return sheet_end(s);
}

/* --- lines --- */

static void day_words(sheet *s, int64_t time) {
  char iso[CLOCK_ISO_ROOM];
  clock_iso(iso, time);
  sheet_printf(s, "%.10s", iso);
}

/* Days, the last one named as its own. */
static void within_words(sheet *s, const isnad_search_query *q) {
  if (!q->dated) return;
  sheet_printf(s, "  ");
  if (q->within.from != INT64_MIN) day_words(s, q->within.from);
  sheet_printf(s, "..");
  if (q->within.to != INT64_MAX) day_words(s, q->within.to - 1);
}

static isnad_status first_line(sheet *s, const isnad_search_page *page) {
  sheet_style_on(s, SHEET_BOLD);
  sheet_printf(s, "%llu report%s", (unsigned long long)page->total, page->total == 1 ? "" : "s");
  sheet_style_off(s);
  within_words(s, &page->query);
  return sheet_end(s);
}

static isnad_status bearer_line(sheet *s, const isnad_search_bearer *b) {
  sheet_printf(s, "named    %6llu reports  ", (unsigned long long)b->reports);
  sheet_latin(s, b->id);
  sheet_printf(s, "  ");
  sheet_words(s, b->name);
  sheet_printf(s, " <- ");
  sheet_words(s, b->words);
  return sheet_end(s);
}

static isnad_status suggestion_line(sheet *s, const isnad_search_suggestion *suggestion) {
  sheet_printf(s, suggestion->taken ? "read as  %6llu reports  " : "or is it %6llu reports  ", (unsigned long long)suggestion->reports);
  sheet_words(s, suggestion->other);
  sheet_printf(s, " <- ");
  sheet_words(s, suggestion->word);
  return sheet_end(s);
}

static void report_cells(sheet *s, const isnad_search_report *r) {
  sheet_when(s, r->published);
  sheet_style_on(s, SHEET_DIM);
  sheet_cell(s, r->id, ID_WIDTH);
  sheet_style_off(s);
  sheet_cell(s, r->outlet.length > 0 ? r->outlet : (isnad_slice){"-", 1}, OUTLET_WIDTH);
}

static isnad_status copy_line(sheet *s, const isnad_search_report *copy) {
  sheet_printf(s, "    = ");
  report_cells(s, copy);
  sheet_excerpt(s, copy->headline, LONGEST_HEADLINE);
  return sheet_end(s);
}

static isnad_status story_line(sheet *s, const isnad_search_hit *hit) {
  sheet_printf(s, "    story ");
  sheet_latin(s, hit->story);
  sheet_printf(s, "  ");
  sheet_counted(s, hit->story_reports, "report");
  sheet_printf(s, "  %u", hit->certain);
  if (hit->possible != hit->certain) sheet_printf(s, "-%u", hit->possible);
  sheet_printf(s, " independent  ");
  sheet_excerpt(s, hit->story_title, LONGEST_HEADLINE);
  return sheet_end(s);
}

static isnad_status hit_lines(sheet *s, const isnad_search_hit *hit) {
  report_cells(s, &hit->report);
  if (hit->headline.text.length > 0)
    sheet_marked(s, hit->headline.text, hit->headline.span.begin, hit->headline.marks, hit->headline.mark_count);
  else
    sheet_excerpt(s, hit->report.headline, LONGEST_HEADLINE);
  isnad_status status = sheet_end(s);
  for (size_t i = 0; status == ISNAD_OK && i < hit->excerpt_count; i++) {
    const isnad_search_excerpt *e = &hit->excerpts[i];
    sheet_printf(s, "    ");
    sheet_marked(s, e->text, e->span.begin, e->marks, e->mark_count);
    status = sheet_end(s);
  }
  if (status == ISNAD_OK && hit->story_reports > 1) status = story_line(s, hit);
  for (size_t i = 0; status == ISNAD_OK && i < hit->copy_count; i++) status = copy_line(s, &hit->copies[i]);
  return status;
}

static isnad_status page_lines(sheet *s, const isnad_search_page *page) {
  isnad_status status = first_line(s, page);
  for (size_t i = 0; status == ISNAD_OK && i < page->bearer_count && i < MOST_NAMED; i++) status = bearer_line(s, &page->bearers[i]);
  for (size_t i = 0; status == ISNAD_OK && i < page->suggestion_count; i++) status = suggestion_line(s, &page->suggestions[i]);
  for (size_t i = 0; status == ISNAD_OK && i < page->count; i++) status = hit_lines(s, &page->hits[i]);
  if (status != ISNAD_OK || page->next.length == 0) return status;
  sheet_printf(s, "more with --cursor=");
  sheet_latin(s, page->next);
  return sheet_end(s);
}

/* --- the whole --- */

static isnad_status page_json(sheet *s, const isnad_search_page *page) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < page->count; i++) {
    hit_object(s, &page->hits[i]);
    status = sheet_end(s);
  }
  return status == ISNAD_OK ? page_object(s, page) : status;
}

static isnad_status tell_nothing(sheet *s, const isnad_search_page *page) {
  const isnad_span nowhere = {0, 0};
  for (size_t i = 0; i < page->suggestion_count; i++) {
    isnad_slice other = page->suggestions[i].query;
    if (!page->suggestions[i].taken)
      return isnad_err_set(s->err, ISNAD_NOT_FOUND, "search", nowhere, "nothing matches; perhaps: %.*s",
                           (int)(other.length < 160 ? other.length : 160), other.bytes);
  }
  return isnad_err_set(s->err, ISNAD_NOT_FOUND, "search", nowhere, "nothing matches");
}

isnad_status isnad_view_search(isnad_search *search, isnad_slice query, const isnad_search_options *options, const isnad_view *view, isnad_err *err) {
  sheet s;
  isnad_search_page page;
  isnad_search_options how = options != NULL ? *options : (isnad_search_options){0};
  if (how.limit == 0) how.limit = view->limit;
  isnad_status status = sheet_open(&s, view, err);
  if (status == ISNAD_OK) status = isnad_search_run(&page, s.arena, search, query, &how, err);
  bool found = status == ISNAD_OK && page.count > 0;
  if (status == ISNAD_OK && (found || view->json)) status = view->json ? page_json(&s, &page) : page_lines(&s, &page);
  if (status == ISNAD_OK && !found) status = tell_nothing(&s, &page);
  return sheet_close(&s, status, "nothing matches");
}

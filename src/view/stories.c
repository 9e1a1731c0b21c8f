/* Stories: the list, and one of them. */
#include "store/stories.h"

#include "view/drawing/graph.h"
#include "view/keywords.h"
#include "view/lists.h"
#include "view/report/report_line.h"
#include "view/sheet.h"
#include "view/story_filter.h"
#include "view/story_read.h"
#include "view/summary.h"

#include <stdio.h>
#include <string.h>

enum { STORY_WIDTH = 17 };

/* --- the list --- */

static void counted(sheet *s, size_t count, const char *what) { sheet_printf(s, "%4zu %s%-2s", count, what, count == 1 ? "" : "s"); }

/* "2 origins", or "1-3 origins" when the texts do not tell. */
static void origins_count(sheet *s, const store_story *story) {
  char range[32];
  if (story->certain == story->possible)
    snprintf(range, sizeof range, "%u", story->certain);
  else
    snprintf(range, sizeof range, "%u-%u", story->certain, story->possible);
  sheet_printf(s, "%6s origin%s  ", range, story->possible == 1 ? " " : "s");
}

static void story_line(sheet *s, const store_story *story) {
  sheet_when(s, story->published);
  counted(s, story->reports, "report");
  counted(s, story->outlets, "outlet");
  origins_count(s, story);
  sheet_style_on(s, SHEET_DIM);
  sheet_cell(s, story->id, STORY_WIDTH);
  sheet_style_off(s);
  sheet_style_on(s, SHEET_BOLD);
  sheet_words(s, story->title);
}

/* A bare headline on the page of a capture that brought an id bears that id too, and must not put the whole capture into its story. */
static bool names_its_capture(const store_article *a) {
  bool numbered = a->label.length > 0 && memchr(a->label.bytes, '#', a->label.length) != NULL;
  return a->place == 0 || numbered || !graph_is_bare(a);
}

static void keyword_array(json_writer *w, const keyword *keywords, size_t count) {
  json_key(w, "keywords");
  json_open_array(w);
  for (size_t i = 0; i < count; i++) json_string(w, keywords[i].words);
  json_close_array(w);
}

static void story_head(sheet *s, const store_story *story, isnad_slice id) {
  json_open_object(&s->json);
  json_key_string(&s->json, "id", id);
  json_key_string(&s->json, "title", story->title);
  sheet_json_when(s, "published", story->published, (isnad_slice){NULL, 0});
  json_key_u64(&s->json, "reports", story->reports);
  json_key_u64(&s->json, "outlets", story->outlets);
}

static void origins_array(json_writer *w, const store_story *story) {
  json_key(w, "origins");
  json_open_array(w);
  json_u64(w, story->certain);
  json_u64(w, story->possible);
  json_close_array(w);
}

static void brief_object(sheet *s, const store_story *story) {
  story_head(s, story, story->id);
  origins_array(&s->json, story);
  json_close_object(&s->json);
}

static void story_object(sheet *s, const store_story *story, isnad_slice id, const graph *g, const keyword *keywords, size_t keyword_count) {
  story_head(s, story, id);
  json_key_u64(&s->json, "texts", graph_independent(g));
  origins_array(&s->json, story);
  if (keyword_count > 0) keyword_array(&s->json, keywords, keyword_count);
  json_key(&s->json, "captures");
  json_open_array(&s->json);
  for (size_t i = 0; i < g->count; i++)
    if (names_its_capture(&g->nodes[i].article)) json_string(&s->json, g->nodes[i].article.label);
  json_close_array(&s->json);
  json_close_object(&s->json);
}

static isnad_status keywords_of(keyword **out, size_t *count, isnad_arena *arena, isnad_store *store, const graph *g, size_t most, isnad_err *err) {
  int64_t *ids = isnad_arena_array(arena, g->count + 1, sizeof *ids);
  if (ids == NULL) return isnad_arena_fail(err, arena, "view");
  for (size_t i = 0; i < g->count; i++) ids[i] = g->nodes[i].article.id;
  return view_keywords(out, count, arena, store, ids, g->count < most ? g->count : most, err);
}

/* A story that stands in a list of several. */
static isnad_status listed_story(sheet *s, isnad_store *store, const store_story *story, bool by_key) {
  graph g;
  keyword *keywords = NULL;
  size_t keyword_count = 0;
  isnad_arena_reset(s->scratch);
  isnad_status status = graph_of_story(&g, s->scratch, store, story->id, s->err);
  if (status == ISNAD_OK && !by_key) status = keywords_of(&keywords, &keyword_count, s->scratch, store, &g, LISTED_READ, s->err);
  if (status != ISNAD_OK) return status;
  story_object(s, story, by_key ? story->key : story->id, &g, keywords, keyword_count);
  return sheet_end(s);
}

static isnad_status story_alone(sheet *s, isnad_store *store, const store_story *story) {
  story_read *read = NULL;
  isnad_status status = story_read_open(&read, s, store, story->id);
  if (status == ISNAD_OK) status = story_read_keywords(read, s->err);
  if (status != ISNAD_OK) return status;
  story_object(s, story, story->id, &read->g, read->keywords, read->keyword_count);
  return sheet_end(s);
}

/* With its reports as `isnad story` tells them, set in. */
static isnad_status story_with_reports(sheet *s, isnad_store *store, const store_story *story) {
  graph g;
  isnad_arena_reset(s->scratch);
  isnad_status status = graph_of_story(&g, s->scratch, store, story->id, s->err);
  story_line(s, story);
  if (status == ISNAD_OK) status = sheet_end(s);
  for (size_t i = 0; status == ISNAD_OK && i < g.count; i++) {
    sheet_printf(s, "    ");
    report_line(s, &g, &g.nodes[i]);
    status = sheet_end(s);
  }
  return status;
}

static isnad_status one_story(sheet *s, isnad_store *store, const store_story *story, bool by_key) {
  if (s->view->json && s->view->brief)
    brief_object(s, story);
  else if (s->view->json)
    return s->view->only.length > 0 ? story_alone(s, store, story) : listed_story(s, store, story, by_key);
  else if (s->view->reports)
    return story_with_reports(s, store, story);
  else
    story_line(s, story);
  return sheet_end(s);
}

static isnad_status one_of(store_story **out, size_t *count, isnad_arena *arena, isnad_store *store, isnad_slice id, isnad_err *err) {
  *out = isnad_arena_alloc(arena, sizeof **out);
  *count = 1;
  return *out == NULL ? isnad_arena_fail(err, arena, "view") : store_story_find(*out, arena, store, id, err);
}

/* The part of the list that the view asks for; where stories are filtered the whole list is read, and what does not pass is left out. */
static isnad_status listed(store_story **out, size_t *count, isnad_arena *arena, isnad_store *store, store_story_order order, const isnad_view *view,
                           isnad_err *err) {
  story_filter filter;
  if (view->only.length > 0) return one_of(out, count, arena, store, view->only, err);
  isnad_status status = story_filter_new(&filter, arena, store, view, err);
  if (status == ISNAD_OK && story_filter_is_open(&filter)) return store_stories_part(out, count, arena, store, order, view->skip, view->limit, err);
  if (status == ISNAD_OK) status = store_stories(out, count, arena, store, order, err);
  if (status != ISNAD_OK) return status;
  size_t passed = 0, kept = 0;
  for (size_t i = 0; i < *count && (view->limit == 0 || kept < view->limit); i++)
    if (story_filter_keeps(&filter, &(*out)[i]) && passed++ >= view->skip) (*out)[kept++] = (*out)[i];
  *count = kept;
  return ISNAD_OK;
}

isnad_status view_story_list(isnad_store *store, store_story_order order, const isnad_view *view, isnad_err *err) {
  sheet s;
  store_story *stories = NULL;
  size_t count = 0;
  isnad_status status = sheet_open(&s, view, err);
  if (status == ISNAD_OK) status = listed(&stories, &count, s.arena, store, order, view, err);
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) status = one_story(&s, store, &stories[i], order == STORE_BY_KEY);
  return sheet_close(&s, status, "no story to show");
}

isnad_status isnad_view_stories(isnad_store *store, const isnad_view *view, isnad_err *err) {
  return view_story_list(store, view->trending ? STORE_TRENDING : view->largest ? STORE_LARGEST : STORE_NEWEST, view, err);
}

/* --- one story --- */

static isnad_status story_reports(sheet *s, const store_story *story, const graph *g) {
  isnad_status status = ISNAD_OK;
  if (!s->view->json) {
    story_line(s, story);
    status = sheet_end(s);
  }
  for (size_t i = 0; status == ISNAD_OK && i < g->count; i++) {
    if (s->view->json)
      report_object(s, &g->nodes[i].article, g, &g->nodes[i]);
    else
      report_line(s, g, &g->nodes[i]);
    status = sheet_end(s);
  }
  return status;
}

/* Whom and what it is about, in one line. */
static isnad_status keyword_lines(sheet *s, story_read *story) {
  isnad_status status = story_read_keywords(story, s->err);
  if (status != ISNAD_OK || story->keyword_count == 0) return status;
  if (s->view->json) {
    json_open_object(&s->json);
    json_key_text(&s->json, "is", "keywords");
    json_key_string(&s->json, "story", story->row.id);
    keyword_array(&s->json, story->keywords, story->keyword_count);
    json_close_object(&s->json);
    return sheet_end(s);
  }
  sheet_style_on(s, SHEET_DIM);
  sheet_printf(s, "keys  ");
  sheet_style_off(s);
  for (size_t i = 0; i < story->keyword_count; i++) {
    if (i > 0) sheet_printf(s, " | ");
    sheet_words(s, story->keywords[i].words);
  }
  return sheet_end(s);
}

isnad_status isnad_view_story(isnad_store *store, isnad_slice id, const isnad_view *view, isnad_err *err) {
  sheet s;
  story_read *story = NULL;
  isnad_status status = sheet_open(&s, view, err);
  if (status == ISNAD_OK) status = story_read_open(&story, &s, store, id);
  if (status == ISNAD_OK) status = summary_lines(&s, story);
  if (status == ISNAD_OK) status = keyword_lines(&s, story);
  if (status == ISNAD_OK) status = story_reports(&s, &story->row, &story->g);
  return sheet_close(&s, status, "the story has no reports");
}

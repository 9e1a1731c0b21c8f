#include "view/story_read.h"

#include "view/desk.h"
#include "view/keywords.h"

static story_read *on_desk(const sheet *s, isnad_store *store, isnad_slice id) {
  story_read *kept = s->view->desk != NULL ? s->view->desk->story : NULL;
  return kept != NULL && kept->store == store && isnad_slice_equal(kept->row.id, id) ? kept : NULL;
}

isnad_status story_read_open(story_read **out, sheet *s, isnad_store *store, isnad_slice id) {
  isnad_view_desk *desk = s->view->desk;
  isnad_arena *arena = desk != NULL ? desk->kept : s->arena;
  story_read *r = isnad_arena_alloc(arena, sizeof *r);
  if (r == NULL) return isnad_arena_fail(s->err, arena, "view");
  r->arena = arena;
  r->store = store;
  isnad_status status = store_story_find(&r->row, arena, store, id, s->err);
  *out = status == ISNAD_OK ? on_desk(s, store, r->row.id) : NULL;
  if (*out != NULL) return ISNAD_OK;
  if (status == ISNAD_OK) status = graph_of_story(&r->g, arena, store, r->row.id, s->err);
  if (status != ISNAD_OK) return status;
  if (desk != NULL) desk->story = r;
  *out = r;
  return ISNAD_OK;
}

static isnad_status load_reports(story_read *r, isnad_err *err) {
  if (r->loaded) return ISNAD_OK;
  isnad_status status = view_reports_of(&r->reports, r->arena, r->store, &r->g, err);
  r->loaded = status == ISNAD_OK;
  return status;
}

isnad_status story_read_summary(story_read *r, isnad_err *err) {
  if (r->summed) return ISNAD_OK;
  isnad_status status = load_reports(r, err);
  if (status == ISNAD_OK) status = summary_read(&r->sentences, r->arena, r->reports.items, r->reports.count, err);
  if (status == ISNAD_OK) status = summary_choose(&r->sum, r->arena, &r->sentences, err);
  r->summed = status == ISNAD_OK;
  return status;
}

isnad_status story_read_keywords(story_read *r, isnad_err *err) {
  if (r->keyed) return ISNAD_OK;
  isnad_status status = load_reports(r, err);
  if (status == ISNAD_OK) status = view_keywords_of(&r->keywords, &r->keyword_count, r->arena, r->store, &r->g, &r->reports, err);
  r->keyed = status == ISNAD_OK;
  return status;
}

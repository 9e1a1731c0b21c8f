/* The dated reports of stories, in the order of their days. */
#include "store/stories.h"

#include "view/drawing/graph.h"
#include "view/report/report_line.h"
#include "view/sheet.h"
#include "view/title.h"

#include <stdlib.h>

enum { STORY_WIDTH = 17 };

typedef struct entries {
  store_article *items;
  size_t count, room;
} entries;

static isnad_status add_dated(entries *e, isnad_arena *arena, isnad_store *store, isnad_slice story, isnad_err *err) {
  store_article *members = NULL;
  size_t count = 0;
  isnad_status status = store_story_members(&members, &count, arena, store, story, err);
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) {
    if (members[i].published.from >= members[i].published.to || graph_is_bare(&members[i])) continue;
    if (e->count == e->room) {
      store_article *more = isnad_arena_grow(arena, e->items, e->room, e->room * 2 + 64, sizeof *more);
      if (more == NULL) return isnad_arena_fail(err, arena, "view");
      e->items = more;
      e->room = e->room * 2 + 64;
    }
    e->items[e->count++] = members[i];
  }
  return status;
}

static int by_time(const void *left, const void *right) {
  const store_article *a = left, *b = right;
  if (a->published.from != b->published.from) return a->published.from < b->published.from ? -1 : 1;
  if (a->published.to != b->published.to) return a->published.to < b->published.to ? -1 : 1;
  return isnad_slice_compare(a->name, b->name);
}

static isnad_status add_all(entries *e, isnad_arena *arena, isnad_store *store, isnad_err *err) {
  store_story *all = NULL;
  size_t count = 0;
  isnad_status status = store_stories(&all, &count, arena, store, STORE_BY_KEY, err);
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) status = add_dated(e, arena, store, all[i].id, err);
  return status;
}

static void entry_line(sheet *s, const store_article *a) {
  sheet_when(s, a->published);
  sheet_style_on(s, SHEET_DIM);
  sheet_cell(s, a->basis, 8);
  sheet_cell(s, a->story, STORY_WIDTH);
  sheet_cell(s, a->name, NAME_WIDTH);
  sheet_style_off(s);
  sheet_cell(s, article_outlet(a), OUTLET_WIDTH);
  article_title(s, a);
}

isnad_status isnad_view_timeline(isnad_store *store, const isnad_slice *stories, size_t count, const isnad_view *view, isnad_err *err) {
  sheet s;
  entries e = {NULL, 0, 0};
  isnad_status status = sheet_open(&s, view, err);
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) {
    store_story story;
    status = store_story_find(&story, s.arena, store, stories[i], err);
    if (status == ISNAD_OK) status = add_dated(&e, s.arena, store, story.id, err);
  }
  if (status == ISNAD_OK && count == 0) status = add_all(&e, s.arena, store, err);
  if (e.count > 0) qsort(e.items, e.count, sizeof *e.items, by_time);
  size_t shown = view->limit > 0 && e.count > view->limit ? view->limit : e.count;
  for (size_t i = 0; status == ISNAD_OK && i < shown; i++) {
    if (view->json)
      report_object(&s, &e.items[i], NULL, NULL);
    else
      entry_line(&s, &e.items[i]);
    status = sheet_end(&s);
  }
  return sheet_close(&s, status, "no story has a dated report");
}

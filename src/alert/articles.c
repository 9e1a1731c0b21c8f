/* New reports of an outlet, new reports that name somebody. */
#include "alert/inside.h"

#include "entity/entity.h"

#include <string.h>

/* The words of a span of an article's page, with the rule that read them. */
static isnad_status show_row(alert_found *found, alert_run *r, sqlite3_stmt *s, const store_article *a, isnad_slice text) {
  isnad_status status;
  while ((status = store_step(r->store, s, r->err)) == ISNAD_OK) {
    isnad_span span = {(uint32_t)sqlite3_column_int64(s, 0), (uint32_t)sqlite3_column_int64(s, 1)};
    alert_show(found, a->name, span, isnad_slice_at(text, span), store_column_copy(r->arena, s, 2));
    if (found->evidence_count < ALERT_MOST_EVIDENCE / 2) continue;
    sqlite3_reset(s);
    return ISNAD_OK;
  }
  return status == ISNAD_END ? ISNAD_OK : status;
}

/* --- an outlet --- */

typedef struct ids {
  int64_t *items;
  size_t count, room;
} ids;

static isnad_status add_id(ids *list, alert_run *r, int64_t id) {
  if (list->count == list->room) {
    size_t room = list->room * 2 + 16;
    int64_t *more = isnad_arena_grow(r->arena, list->items, list->room, room, sizeof *more);
    if (more == NULL) return isnad_arena_fail(r->err, r->arena, "alert");
    list->items = more;
    list->room = room;
  }
  list->items[list->count++] = id;
  return ISNAD_OK;
}

static isnad_status fire_for_outlet(alert_run *r, int64_t id) {
  alert_found found = {0};
  store_article article;
  isnad_slice record, text;
  isnad_status status = store_article_get(&article, r->arena, r->store, id, r->err);
  if (status == ISNAD_OK) status = store_article_page(&record, &text, r->arena, r->store, article.capture, r->err);
  if (status != ISNAD_OK) return status;
  found.key = article.name;
  found.article = &article;
  found.story = article.story;
  alert_show(&found, article.name, (isnad_span){0, 0}, article.outlet_name.length > 0 ? article.outlet_name : article.outlet,
             isnad_slice_of("outlet"));
  return alert_fire(r, &found);
}

isnad_status alert_look_outlet(alert_run *r) {
  static const char sql[] = "SELECT id FROM article WHERE id > ?1 AND role = 'lead' AND (outlet = ?2 OR outlet = ?3 OR outlet_name = ?3) ORDER BY id";
  ids list = {0};
  isnad_slice outlet;
  isnad_status status = alert_outlet(&outlet, r);
  sqlite3_stmt *s = status == ISNAD_OK ? store_statement(r->store, sql, r->err) : NULL;
  if (s == NULL) return status == ISNAD_OK ? ISNAD_STORE : status;
  sqlite3_bind_int64(s, 1, r->after);
  store_bind_words(s, 2, outlet);
  store_bind_words(s, 3, r->self.what);
  while ((status = store_step(r->store, s, r->err)) == ISNAD_OK)
    if ((status = add_id(&list, r, sqlite3_column_int64(s, 0))) != ISNAD_OK) break;
  sqlite3_reset(s);
  if (status == ISNAD_END) status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < list.count; i++) status = fire_for_outlet(r, list.items[i]);
  return status;
}

/* --- a person, a place, a body --- */

static isnad_status fire_for_entity(alert_run *r, const entity_card *card, const entity_naming *naming) {
  static const char sql[] = "SELECT begin, end, rule FROM name WHERE article = ?1 AND entity = ?2 ORDER BY begin";
  alert_found found = {0};
  store_article article;
  isnad_slice record, text;
  isnad_status status = store_article_get(&article, r->arena, r->store, naming->article, r->err);
  if (status == ISNAD_OK) status = store_article_page(&record, &text, r->arena, r->store, article.capture, r->err);
  sqlite3_stmt *s = status == ISNAD_OK ? store_statement(r->store, sql, r->err) : NULL;
  if (s == NULL) return status == ISNAD_OK ? ISNAD_STORE : status;
  found.key = isnad_arena_printf(r->arena, "%.*s %.*s", (int)card->id.length, card->id.bytes, (int)article.name.length, article.name.bytes);
  found.article = &article;
  found.story = article.story;
  found.about = card->canonical;
  sqlite3_bind_int64(s, 1, naming->article);
  store_bind_words(s, 2, naming->local);
  status = show_row(&found, r, s, &article, text);
  return status == ISNAD_OK ? alert_fire(r, &found) : status;
}

/* A name by which nobody is known yet may stand in a report all the same: as the words that it is. */
static isnad_status look_for_words(alert_run *r) {
  isnad_slice what = r->self.what;
  if (r->learning || memchr(what.bytes, '"', what.length) != NULL) return ISNAD_OK;
  isnad_slice query = isnad_arena_printf(r->arena, "\"%.*s\"", (int)what.length, what.bytes);
  return query.bytes != NULL ? alert_look_query(r, query) : isnad_arena_fail(r->err, r->arena, "alert");
}

isnad_status alert_look_entity(alert_run *r) {
  entity_card *cards = NULL;
  entity_naming *namings = NULL;
  size_t count = 0, naming_count = 0;
  isnad_status status = entity_find(&cards, &count, r->arena, r->store, r->self.what, r->err);
  if (status != ISNAD_OK) return status;
  if (count == 0) return look_for_words(r);
  status = entity_articles(&namings, &naming_count, r->arena, r->store, &cards[0], r->err);
  for (size_t i = naming_count; status == ISNAD_OK && i > 0; i--)
    if (namings[i - 1].article > r->after) status = fire_for_entity(r, &cards[0], &namings[i - 1]);
  return status;
}

/* What is new in a story: reports, origins. */
#include "alert/inside.h"

#include "chain/owners.h"
#include "isnad/chain.h"

#include <stdio.h>

isnad_status alert_story(store_story *out, alert_run *r) {
  isnad_err why = {0};
  isnad_status status = store_story_find(out, r->arena, r->store, r->self.what, &why);
  if (status != ISNAD_OK) isnad_err_set(r->err, status, why.stage, why.span, "%s", why.message);
  return status;
}

/* A story that is not there any more has no news. */
static isnad_status members_of(store_article **out, size_t *count, store_story *story, alert_run *r) {
  *count = 0;
  isnad_status status = alert_story(story, r);
  if (status == ISNAD_NOT_FOUND && !r->learning) return ISNAD_OK;
  return status == ISNAD_OK ? store_story_members(out, count, r->arena, r->store, story->id, r->err) : status;
}

/* --- reports --- */

/* From whom it has its words, as the chain tells: the phrase that cites, or the amount that is copied. */
static isnad_status show_edges(alert_found *found, alert_run *r, const store_article *a) {
  static const char sql[] = "SELECT kind, coalesce(source_name, (SELECT coalesce(outlet_name, outlet, label) FROM article WHERE id = parent), '') "
                            "FROM edge WHERE child = ?1"
                            " ORDER BY weight DESC LIMIT 3";
  sqlite3_stmt *s = store_statement(r->store, sql, r->err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, a->id);
  isnad_status status;
  while ((status = store_step(r->store, s, r->err)) == ISNAD_OK) {
    isnad_slice kind = store_column_copy(r->arena, s, 0), from = store_column_copy(r->arena, s, 1);
    char label[64];
    snprintf(label, sizeof label, "report.%.*s", (int)kind.length, kind.bytes);
    kind = alert_label(label, false);
    isnad_slice words = isnad_arena_printf(r->arena, "%.*s: %.*s", (int)kind.length, kind.bytes, (int)from.length, from.bytes);
    if (found->about.length == 0) found->about = from;
    alert_show(found, a->name, (isnad_span){0, 0}, words, isnad_slice_of("chain"));
  }
  return status == ISNAD_END ? ISNAD_OK : status;
}

/* The phrases by which it names its sources, as they stand on its page. */
static isnad_status show_phrases(alert_found *found, alert_run *r, const store_article *a) {
  static const char sql[] = "SELECT x.begin, x.end, x.rule, CAST(substr(CAST(c.text AS BLOB), x.begin + 1, x.end - x.begin) AS TEXT)"
                            " FROM citation x JOIN article a ON a.id = x.article JOIN capture c ON c.id = a.capture WHERE x.article = ?1"
                            " ORDER BY x.scope <> 'article', x.place LIMIT 3";
  sqlite3_stmt *s = store_statement(r->store, sql, r->err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, a->id);
  isnad_status status;
  while ((status = store_step(r->store, s, r->err)) == ISNAD_OK) {
    isnad_span span = {(uint32_t)sqlite3_column_int64(s, 0), (uint32_t)sqlite3_column_int64(s, 1)};
    alert_show(found, a->name, span, store_column_copy(r->arena, s, 3), store_column_copy(r->arena, s, 2));
  }
  return status == ISNAD_END ? ISNAD_OK : status;
}

isnad_status alert_look_story(alert_run *r) {
  store_article *members = NULL;
  store_story story;
  size_t count = 0;
  isnad_status status = members_of(&members, &count, &story, r);
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) {
    alert_found found = {.key = members[i].name, .article = &members[i], .story = story.id};
    status = show_edges(&found, r, &members[i]);
    if (status == ISNAD_OK) status = show_phrases(&found, r, &members[i]);
    if (status == ISNAD_OK) status = alert_fire(r, &found);
  }
  return status;
}

/* --- origins --- */

/* Where the story's reports cite it: the latest that does, and the words. */
static isnad_status show_citation(alert_found *found, alert_run *r, const isnad_slice story, const isnad_origin *o) {
  static const char sql[] = "SELECT a.name, x.begin, x.end, x.rule,"
                            " CAST(substr(CAST(c.text AS BLOB), x.begin + 1, x.end - x.begin) AS TEXT), a.id FROM story_member m"
                            " JOIN article a ON a.id = m.article JOIN citation x ON x.article = a.id JOIN capture c ON c.id = a.capture"
                            " WHERE m.story = ?1 AND (x.source = ?2 OR x.source_name = ?3) ORDER BY a.id DESC, x.place LIMIT 1";
  static const char quotes[] = "SELECT a.name, q.begin, q.end, q.rule,"
                               " CAST(substr(CAST(c.text AS BLOB), q.begin + 1, q.end - q.begin) AS TEXT), a.id FROM story_member m"
                               " JOIN article a ON a.id = m.article JOIN quote q ON q.article = a.id JOIN capture c ON c.id = a.capture"
                               " WHERE m.story = ?1 AND (q.entity = ?2 OR q.speaker = ?3) ORDER BY a.id DESC, q.place LIMIT 1";
  sqlite3_stmt *s = store_statement(r->store, o->kind == ISNAD_ORIGIN_SPEAKER ? quotes : sql, r->err);
  int64_t id = 0;
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, story);
  store_bind_text(s, 2, o->id);
  store_bind_text(s, 3, o->name);
  isnad_status status = store_step(r->store, s, r->err);
  if (status == ISNAD_OK) {
    isnad_span span = {(uint32_t)sqlite3_column_int64(s, 1), (uint32_t)sqlite3_column_int64(s, 2)};
    alert_show(found, store_column_copy(r->arena, s, 0), span, store_column_copy(r->arena, s, 4), store_column_copy(r->arena, s, 3));
    id = sqlite3_column_int64(s, 5);
  }
  sqlite3_reset(s);
  store_article *article = id > 0 ? isnad_arena_alloc(r->arena, sizeof *article) : NULL;
  if (article == NULL) return status == ISNAD_END || id == 0 ? ISNAD_OK : isnad_arena_fail(r->err, r->arena, "alert");
  found->article = article;
  return store_article_get(article, r->arena, r->store, id, r->err);
}

/* What makes an origin the same one at the next look. All that one owner publishes is one, whichever of its reports is the first of the story by now,
 * and whether its report is held or only cited. An id that an article made for itself ("@3") says nothing outside of it: the name does. */
static isnad_slice key_of(alert_run *r, const chain_owners *owners, const isnad_origin *o, const store_article *article) {
  bool published = o->kind == ISNAD_ORIGIN_REPORT || o->kind == ISNAD_ORIGIN_MEDIUM;
  uint64_t owner = published ? chain_owner_of(owners, o->id, o->name) : 0;
  isnad_slice who = o->id.length > 0 && o->id.bytes[0] != '@' ? o->id : o->name;
  if (owner != 0) return isnad_arena_printf(r->arena, "owner %016llx", (unsigned long long)owner);
  if (article != NULL) who = article->name;
  return isnad_arena_printf(r->arena, "%s %.*s", isnad_origin_kind_name(o->kind), (int)who.length, who.bytes);
}

static isnad_status fire_for_origin(alert_run *r, const chain_owners *owners, isnad_slice story, const isnad_origin *o, const store_article *members,
                                    size_t count) {
  alert_found found = {
      .story = story, .origin = o->name.length > 0 ? o->name : o->id, .origin_kind = isnad_slice_of(isnad_origin_kind_name(o->kind))};
  for (size_t i = 0; i < count; i++)
    if (members[i].id == o->article) found.article = &members[i];
  if (found.article == NULL) found.about = found.origin;
  found.key = key_of(r, owners, o, found.article);
  if (found.article != NULL)
    alert_show(&found, found.article->name, (isnad_span){0, 0}, (isnad_slice){NULL, 0},
               isnad_slice_of("took it from none of the others, as far as is seen"));
  isnad_status status = found.article == NULL ? show_citation(&found, r, story, o) : show_phrases(&found, r, found.article);
  return status == ISNAD_OK ? alert_fire(r, &found) : status;
}

isnad_status alert_look_origins(alert_run *r) {
  store_article *members = NULL;
  store_story story;
  isnad_origins origins = {0};
  chain_owners owners;
  size_t count = 0;
  isnad_status status = members_of(&members, &count, &story, r);
  if (status != ISNAD_OK || count == 0) return status;
  isnad_carrier *carriers = isnad_arena_array(r->arena, count, sizeof *carriers);
  if (carriers == NULL || !chain_owners_new(&owners, r->arena)) return isnad_arena_fail(r->err, r->arena, "alert");
  for (size_t i = 0; i < count; i++) carriers[i].article = members[i].id;
  status = isnad_chain_origins(&origins, r->arena, r->store, carriers, count, r->err);
  for (size_t i = 0; status == ISNAD_OK && i < origins.count; i++)
    if (origins.roots[i].kind != ISNAD_ORIGIN_UNNAMED) status = fire_for_origin(r, &owners, story.id, &origins.roots[i], members, count);
  return status;
}

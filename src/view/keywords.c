/* Keywords of a story or an article: the command, and what the other views show of them. */
#include "view/keywords.h"

#include "base/hash.h"
#include "store/sql.h"
#include "store/stories.h"
#include "view/sheet.h"

enum { MOST_KEYWORDS = 10, MOST_NAMES = 400 };

static isnad_span *unpack_spans(size_t *count, isnad_arena *arena, isnad_slice packed) {
  isnad_span *spans = isnad_arena_array(arena, packed.length / 8 + 1, sizeof *spans);
  *count = spans != NULL ? packed.length / 8 : 0;
  for (size_t i = 0; i < *count; i++) {
    uint32_t ends[2] = {0, 0};
    for (size_t k = 0; k < 8; k++) ends[k / 4] |= (uint32_t)(unsigned char)packed.bytes[8 * i + k] << 8 * (k % 4);
    spans[i] = (isnad_span){ends[0], ends[1]};
  }
  return spans;
}

static isnad_status read_text(keyword_text *out, isnad_arena *arena, isnad_store *store, int64_t article, isnad_err *err) {
  static const char sql[] = "SELECT c.text, a.headline, a.body FROM article a JOIN capture c ON c.id = a.capture WHERE a.id = ?1";
  sqlite3_stmt *row = store_statement(store, sql, err);
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, article);
  isnad_status status = store_step(store, row, err);
  if (status != ISNAD_OK) return status;
  out->text = store_column_copy(arena, row, 0);
  out->headline = store_column_copy(arena, row, 1);
  out->body = unpack_spans(&out->body_count, arena, store_column(row, 2));
  sqlite3_reset(row);
  for (size_t i = 0; i < out->body_count; i++)
    if (out->body[i].end > out->text.length || out->body[i].begin > out->body[i].end) out->body_count = i;
  return isnad_arena_status(arena) == ISNAD_OK ? ISNAD_OK : isnad_arena_fail(err, arena, "view");
}

/* One whom the tables know is one by his id; another by the letters of his name. */
static isnad_status read_names(keyword_text *out, isnad_arena *arena, isnad_store *store, int64_t article, isnad_err *err) {
  static const char sql[] = "SELECT entity, canonical, begin, end FROM name WHERE article = ?1 AND form = 'name' AND entity <> ''"
                            " AND type IN ('person', 'place', 'organization', 'event', 'product', 'facility') ORDER BY place LIMIT ?2";
  sqlite3_stmt *row = store_statement(store, sql, err);
  keyword_name *names = isnad_arena_array(arena, MOST_NAMES, sizeof *names);
  if (row == NULL || names == NULL) return row == NULL ? ISNAD_STORE : isnad_arena_fail(err, arena, "view");
  sqlite3_bind_int64(row, 1, article);
  sqlite3_bind_int64(row, 2, MOST_NAMES);
  isnad_status status;
  while ((status = store_step(store, row, err)) == ISNAD_OK && out->name_count < MOST_NAMES) {
    isnad_slice id = store_column(row, 0), words = store_column_copy(arena, row, 1);
    names[out->name_count++] = (keyword_name){
        {(uint32_t)sqlite3_column_int64(row, 2), (uint32_t)sqlite3_column_int64(row, 3)}, hash64(id.bytes[0] == '@' ? words : id), words};
  }
  sqlite3_reset(row);
  out->names = names;
  return status == ISNAD_END ? ISNAD_OK : status;
}

static isnad_status add_article(keyword_bag *bag, isnad_store *store, int64_t article, keyword_text *text, isnad_err *err) {
  isnad_status status = text->tokens != NULL ? ISNAD_OK : read_text(text, bag->arena, store, article, err);
  if (status == ISNAD_OK) status = read_names(text, bag->arena, store, article, err);
  return status == ISNAD_OK ? keywords_add(bag, text, err) : status;
}

/* Both lists are in one order. */
isnad_status view_keywords_of(keyword **out, size_t *count, isnad_arena *arena, isnad_store *store, const graph *story, const report_list *read,
                              isnad_err *err) {
  keyword_bag bag;
  size_t next = 0;
  isnad_status status = keywords_new(&bag, arena, err);
  for (size_t i = 0; status == ISNAD_OK && i < story->count && i < KEYWORD_READ; i++) {
    const store_article *a = &story->nodes[i].article;
    keyword_text text = {.name_count = 0};
    if (next < read->count && read->articles[next].id == a->id) {
      const summary_report *r = &read->items[next++];
      text = (keyword_text){.text = r->text, .headline = a->headline, .body = r->body, .body_count = r->body_count, .tokens = r->tokens};
    }
    status = add_article(&bag, store, a->id, &text, err);
  }
  *count = 0;
  return status == ISNAD_OK ? keywords_choose(out, count, &bag, MOST_KEYWORDS, err) : status;
}

isnad_status view_keywords(keyword **out, size_t *count, isnad_arena *arena, isnad_store *store, const int64_t *articles, size_t article_count,
                           isnad_err *err) {
  keyword_bag bag;
  isnad_status status = keywords_new(&bag, arena, err);
  for (size_t i = 0; status == ISNAD_OK && i < article_count && i < KEYWORD_READ; i++) {
    keyword_text text = {.name_count = 0};
    status = add_article(&bag, store, articles[i], &text, err);
  }
  *count = 0;
  return status == ISNAD_OK ? keywords_choose(out, count, &bag, MOST_KEYWORDS, err) : status;
}

/* --- the command --- */

static isnad_status ids_of(int64_t **out, size_t *count, sheet *s, isnad_store *store, isnad_slice what) {
  store_story story;
  store_article *members = NULL, one;
  isnad_status status = store_story_find(&story, s->arena, store, what, s->err);
  if (status == ISNAD_OK) {
    status = store_story_members(&members, count, s->arena, store, story.id, s->err);
  } else if (status == ISNAD_NOT_FOUND) {
    status = store_article_find(&one, s->arena, store, what, s->err);
    members = &one;
    *count = status == ISNAD_OK;
  }
  *out = isnad_arena_array(s->arena, *count + 1, sizeof **out);
  if (status == ISNAD_OK && *out == NULL) return isnad_arena_fail(s->err, s->arena, "view");
  for (size_t i = 0; status == ISNAD_OK && i < *count; i++) (*out)[i] = members[i].id;
  return status;
}

static isnad_status keyword_line(sheet *s, isnad_slice of, const keyword *k) {
  if (s->view->json) {
    json_open_object(&s->json);
    json_key_string(&s->json, "of", of);
    json_key_string(&s->json, "keyword", k->words);
    json_key_fixed(&s->json, "weight", k->weight, 2);
    json_key_u64(&s->json, "articles", k->articles);
    json_close_object(&s->json);
    return sheet_end(s);
  }
  sheet_printf(s, "%6.1f  %3u article%-2s", k->weight, k->articles, k->articles == 1 ? "" : "s");
  sheet_words(s, k->words);
  return sheet_end(s);
}

isnad_status isnad_view_keywords(isnad_store *store, isnad_slice what, const isnad_view *view, isnad_err *err) {
  sheet s;
  int64_t *ids = NULL;
  keyword *keywords = NULL;
  size_t id_count = 0, count = 0;
  isnad_status status = sheet_open(&s, view, err);
  if (status == ISNAD_OK) status = ids_of(&ids, &id_count, &s, store, what);
  if (status == ISNAD_OK) status = view_keywords(&keywords, &count, s.arena, store, ids, id_count, err);
  for (size_t i = 0; status == ISNAD_OK && i < count && (view->limit == 0 || i < view->limit); i++) status = keyword_line(&s, what, &keywords[i]);
  return sheet_close(&s, status, "it says nothing twice");
}

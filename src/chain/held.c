#include "chain/held.h"

#include "isnad/arabic.h"
#include "store/sql.h"

#include <string.h>

bool chain_held_new(chain_held *out, isnad_arena *arena, isnad_store *store) {
  *out = (chain_held){.arena = arena, .store = store};
  return map_new(&out->places, arena, 64);
}

static isnad_status refused(chain_held *held, sqlite3_stmt *row, isnad_err *err) {
  if (row != NULL) sqlite3_reset(row);
  return isnad_arena_fail(err, held->arena, "chain");
}

/* Room for one more item in an array that doubles; false when the arena refuses. */
static bool make_room(chain_held *held, void **items, size_t count, size_t *room, size_t size) {
  if (count < *room) return true;
  size_t grown = *room * 2 + 8;
  void *more = isnad_arena_grow(held->arena, *items, *room, grown, size);
  if (more == NULL) return false;
  *items = more;
  *room = grown;
  return true;
}

static isnad_status read_report(chain_held_report *out, chain_held *held, int64_t article, isnad_err *err) {
  sqlite3_stmt *row = store_statement(held->store, "SELECT outlet, outlet_name, role = 'headline' FROM article WHERE id = ?1", err);
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, article);
  isnad_status status = store_step(held->store, row, err);
  if (status == ISNAD_END) return isnad_err_set(err, ISNAD_NOT_FOUND, "chain", (isnad_span){0, 0}, "no such article is in the store");
  if (status != ISNAD_OK) return status;
  *out = (chain_held_report){.id = article, .listed = sqlite3_column_int(row, 2) != 0};
  out->outlet = store_column_copy(held->arena, row, 0);
  out->outlet_name = store_column_copy(held->arena, row, 1);
  sqlite3_reset(row);
  return ISNAD_OK;
}

isnad_status chain_held_find(chain_held_report **out, chain_held *held, int64_t article, isnad_err *err) {
  const uint64_t *known = map_get(&held->places, (uint64_t)article);
  if (known != NULL) {
    *out = held->reports[*known - 1];
    return ISNAD_OK;
  }
  chain_held_report *r = isnad_arena_array(held->arena, 1, sizeof *r);
  if (r == NULL || !make_room(held, (void **)&held->reports, held->count, &held->room, sizeof *held->reports)) return refused(held, NULL, err);
  isnad_status status = read_report(r, held, article, err);
  if (status != ISNAD_OK) return status;
  uint64_t *place = map_put(&held->places, (uint64_t)article);
  if (place == NULL) return refused(held, NULL, err);
  held->reports[held->count++] = r;
  *place = held->count;
  *out = r;
  return ISNAD_OK;
}

/* --- edges --- */

#define EDGE_COLUMNS                                                                                                                                 \
  "SELECT e.parent, e.kind = 'declared', e.directed OR e.weight > 0.01, e.source, e.source_name, e.scope = 'article' AND coalesce(e.sign, 'relay') " \
  "= 'relay',"                                                                                                                                       \
  " e.share, e.role = 'speaker', coalesce(e.sign IN ('statement', 'told') OR (e.sign = 'credited' AND e.scope = 'article'), 0),"                     \
  " coalesce(e.sign = 'doubted', 0), coalesce(e.sign = 'relay' AND e.parent IS NULL, 0)"
#define EDGE_ORDER " WHERE e.child = ?1 ORDER BY e.weight DESC, x.name IS NULL, x.name, e.source, e.source_name"

static const char edges_of[] = EDGE_COLUMNS ", NULL, 0 FROM edge e LEFT JOIN article x ON x.id = e.parent" EDGE_ORDER;
static const char edges_with_spans[] =
    EDGE_COLUMNS ", coalesce(p.spans, q.spans), p.spans IS NOT NULL FROM edge e LEFT JOIN article x ON x.id = e.parent"
                 " LEFT JOIN passage p ON p.a = e.child AND p.b = e.parent LEFT JOIN passage q ON q.a = e.parent AND q.b = e.child" EDGE_ORDER;

static chain_held_edge edge_of(isnad_arena *arena, sqlite3_stmt *row) {
  return (chain_held_edge){.parent = sqlite3_column_int64(row, 0),
                           .declared = sqlite3_column_int(row, 1) != 0,
                           .followed = sqlite3_column_int(row, 2) != 0,
                           .id = store_column_copy(arena, row, 3),
                           .name = store_column_copy(arena, row, 4),
                           .whole = sqlite3_column_int(row, 5) != 0,
                           .share = sqlite3_column_double(row, 6),
                           .speaker = sqlite3_column_int(row, 7) != 0,
                           .named = sqlite3_column_int(row, 8) != 0,
                           .doubted = sqlite3_column_int(row, 9) != 0,
                           .carries = sqlite3_column_int(row, 10) != 0,
                           .spans = store_column_copy(arena, row, 11),
                           .child_is_a = sqlite3_column_int(row, 12) != 0};
}

isnad_status chain_held_edges(chain_held *held, chain_held_report *r, bool spans, isnad_err *err) {
  size_t room = 0;
  isnad_status status;
  if (r->spans_read || (r->edges_read && !spans)) return ISNAD_OK;
  sqlite3_stmt *row = store_statement(held->store, spans ? edges_with_spans : edges_of, err);
  if (row == NULL) return ISNAD_STORE;
  r->edges = NULL;
  r->edge_count = 0;
  sqlite3_bind_int64(row, 1, r->id);
  while ((status = store_step(held->store, row, err)) == ISNAD_OK) {
    if (!make_room(held, (void **)&r->edges, r->edge_count, &room, sizeof *r->edges)) return refused(held, row, err);
    r->edges[r->edge_count++] = edge_of(held->arena, row);
  }
  r->edges_read = status == ISNAD_END;
  r->spans_read = r->edges_read && spans;
  return status == ISNAD_END ? ISNAD_OK : status;
}

/* --- statements and citations --- */

static isnad_span span_of(sqlite3_stmt *row) { return (isnad_span){(uint32_t)sqlite3_column_int64(row, 0), (uint32_t)sqlite3_column_int64(row, 1)}; }

/* A person is called by his office as well: the spokesman of the army speaks for the army, and "the minister" may be he. */
static isnad_slice with_office(isnad_arena *arena, isnad_slice office, isnad_slice name) {
  if (office.length == 0 || name.length == 0) return isnad_arena_copy(arena, name);
  return isnad_arena_printf(arena, "%.*s %.*s", (int)office.length, office.bytes, (int)name.length, name.bytes);
}

static isnad_status read_quotes(chain_held *held, chain_held_report *r, isnad_err *err) {
  static const char sql[] = "SELECT q.begin, q.end, q.entity, q.speaker, q.anonymous,"
                            " (SELECT t.value_name FROM told t WHERE t.article = ?1 AND t.kind = 'office' AND t.subject_name = q.speaker)"
                            " FROM quote q WHERE q.article = ?1 AND (q.speaker IS NOT NULL OR q.anonymous) ORDER BY q.place";
  sqlite3_stmt *row = store_statement(held->store, sql, err);
  size_t room = 0;
  isnad_status status;
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, r->id);
  while ((status = store_step(held->store, row, err)) == ISNAD_OK) {
    if (!make_room(held, (void **)&r->quotes, r->quote_count, &room, sizeof *r->quotes)) return refused(held, row, err);
    r->quotes[r->quote_count++] =
        (chain_held_quote){span_of(row), store_column_copy(held->arena, row, 2), with_office(held->arena, store_column(row, 5), store_column(row, 3)),
                           sqlite3_column_int(row, 4) != 0};
  }
  return status == ISNAD_END ? ISNAD_OK : status;
}

static isnad_status read_citations(chain_held *held, chain_held_report *r, isnad_err *err) {
  static const char sql[] =
      "SELECT c.begin, c.end, c.kind, c.scope, c.source, c.source_name, (SELECT e.parent FROM edge e WHERE e.child = c.article"
      " AND e.kind = 'declared' AND e.parent IS NOT NULL AND e.source IS c.source AND e.source_name IS c.source_name),"
      " CASE WHEN c.kind = 'official' THEN (SELECT t.value_name FROM told t"
      " WHERE t.article = ?1 AND t.kind = 'office' AND t.subject_name = c.source_name) END FROM citation c WHERE c.article = ?1 AND NOT EXISTS"
      " (SELECT 1 FROM edge e WHERE e.child = c.article AND e.sign = 'doubted' AND e.source IS c.source AND e.source_name IS c.source_name)"
      " ORDER BY c.place";
  sqlite3_stmt *row = store_statement(held->store, sql, err);
  isnad_arena *arena = held->arena;
  size_t room = 0;
  isnad_status status;
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, r->id);
  while ((status = store_step(held->store, row, err)) == ISNAD_OK) {
    if (!make_room(held, (void **)&r->citations, r->citation_count, &room, sizeof *r->citations)) return refused(held, row, err);
    r->citations[r->citation_count++] = (chain_held_citation){span_of(row),
                                                              store_column_copy(arena, row, 2),
                                                              store_column_copy(arena, row, 3),
                                                              store_column_copy(arena, row, 4),
                                                              with_office(arena, store_column(row, 7), store_column(row, 5)),
                                                              sqlite3_column_int64(row, 6)};
  }
  return status == ISNAD_END ? ISNAD_OK : status;
}

static isnad_status read_text(chain_held *held, chain_held_report *r, isnad_err *err) {
  static const char sql[] = "SELECT c.text FROM article a JOIN capture c ON c.id = a.capture WHERE a.id = ?1";
  sqlite3_stmt *row = store_statement(held->store, sql, err);
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, r->id);
  isnad_status status = store_step(held->store, row, err);
  if (status == ISNAD_OK) r->text = store_column_copy(held->arena, row, 0);
  sqlite3_reset(row);
  return status;
}

isnad_status chain_held_sources(chain_held *held, chain_held_report *r, isnad_err *err) {
  if (r->sources_read) return ISNAD_OK;
  isnad_status status = read_quotes(held, r, err);
  if (status == ISNAD_OK) status = read_citations(held, r, err);
  if (status == ISNAD_OK) status = read_text(held, r, err);
  r->sources_read = status == ISNAD_OK;
  return status;
}

/* --- sentences --- */

static isnad_status cut_paragraph(chain_held_paragraph *out, chain_held *held, isnad_slice text, isnad_span span, isnad_err *err) {
  isnad_tokens tokens;
  const isnad_span *found = NULL;
  size_t count = 0;
  isnad_status status = isnad_arabic_tokens(&tokens, held->arena, isnad_slice_at(text, span), err);
  if (status == ISNAD_OK) status = isnad_arabic_sentences(&found, &count, held->arena, &tokens, 0, tokens.count, err);
  isnad_span *sentences = isnad_arena_array(held->arena, count + 1, sizeof *sentences);
  if (status != ISNAD_OK) return status;
  if (sentences == NULL) return refused(held, NULL, err);
  for (size_t i = 0; i < count; i++) sentences[i] = (isnad_span){found[i].begin + span.begin, found[i].end + span.begin};
  bool one = span.begin < span.end && memchr(text.bytes + span.begin, '\n', span.end - span.begin) == NULL;
  *out = (chain_held_paragraph){span, sentences, count, one};
  return ISNAD_OK;
}

isnad_status chain_held_lines(const chain_held_paragraph **out, chain_held *held, chain_held_report *r, isnad_span words, isnad_err *err) {
  isnad_span span = words;
  if (span.end > r->text.length) return isnad_err_set(err, ISNAD_BAD_ARGUMENT, "chain", words, "the words are not on the page");
  for (size_t i = 0; i < r->paragraph_count; i++) {
    *out = &r->paragraphs[i];
    if ((*out)->one && (*out)->span.begin <= words.begin && words.end <= (*out)->span.end) return ISNAD_OK;
  }
  while (span.begin > 0 && r->text.bytes[span.begin - 1] != '\n') span.begin--;
  while (span.end < r->text.length && r->text.bytes[span.end] != '\n') span.end++;
  for (size_t i = 0; i < r->paragraph_count; i++) {
    *out = &r->paragraphs[i];
    if ((*out)->span.begin == span.begin && (*out)->span.end == span.end) return ISNAD_OK;
  }
  if (!make_room(held, (void **)&r->paragraphs, r->paragraph_count, &r->paragraph_room, sizeof *r->paragraphs)) return refused(held, NULL, err);
  isnad_status status = cut_paragraph(&r->paragraphs[r->paragraph_count], held, r->text, span, err);
  if (status == ISNAD_OK) *out = &r->paragraphs[r->paragraph_count++];
  return status;
}

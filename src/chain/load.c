#include "chain/chain.h"

#include "base/clock.h"
#include "chain/relay.h"
#include "store/packed.h"
#include "store/sql.h"
#include "tables.h"

static isnad_status done(isnad_status status, sqlite3_stmt *row, isnad_arena *arena, isnad_err *err) {
  sqlite3_reset(row);
  if (status == ISNAD_END) return ISNAD_OK;
  return status == ISNAD_OK ? isnad_arena_fail(err, arena, "chain") : status;
}

/* Makes room for one more item in an array that doubles; false when the arena refuses. */
static bool more(isnad_arena *arena, void **items, size_t count, size_t *room, size_t size) {
  if (count < *room) return true;
  size_t grown = *room == 0 ? 1024 : *room * 2;
  void *fresh = isnad_arena_grow(arena, *items, *room, grown, size);
  if (fresh == NULL) return false;
  *items = fresh;
  *room = grown;
  return true;
}

static chain_outlet outlet_of(const chain_owners *owners, isnad_slice id) {
  switch (chain_outlet_kind(owners, id)) {
  case ISNAD_OUTLETS_KIND_AGENCY:
    return CHAIN_OUTLET_AGENCY;
  case ISNAD_OUTLETS_KIND_NEWSPAPER:
  case ISNAD_OUTLETS_KIND_TV:
  case ISNAD_OUTLETS_KIND_RADIO:
  case ISNAD_OUTLETS_KIND_MAGAZINE:
  case ISNAD_OUTLETS_KIND_BROADCASTER:
    return CHAIN_OUTLET_NEWSROOM;
  default:
    return CHAIN_OUTLET_OTHER;
  }
}

static void read_article(chain_article *a, isnad_arena *arena, const chain_owners *owners, sqlite3_stmt *row) {
  *a = (chain_article){.id = sqlite3_column_int64(row, 0), .capture = sqlite3_column_int64(row, 1)};
  a->outlet = isnad_arena_copy(arena, store_column(row, 2));
  a->outlet_name = isnad_arena_copy(arena, store_column(row, 3));
  a->story = isnad_arena_copy(arena, store_column(row, 4));
  if (sqlite3_column_type(row, 5) != SQLITE_NULL) a->when = (isnad_interval){sqlite3_column_int64(row, 5), sqlite3_column_int64(row, 6)};
  a->listed = sqlite3_column_int(row, 7) != 0;
  a->now = sqlite3_column_int(row, 8) != 0;
  a->name = isnad_arena_copy(arena, store_column(row, 9));
  a->linked = a->listed && sqlite3_column_int(row, 10) != 0;
  a->lead_end = (uint32_t)sqlite3_column_int64(row, 11);
  a->kind = outlet_of(owners, a->outlet);
}

static isnad_status load_articles(chain_input *out, isnad_arena *arena, isnad_store *store, const chain_owners *owners, isnad_err *err) {
  static const char sql[] = "SELECT a.id, a.capture, a.outlet, a.outlet_name, m.story, coalesce(a.published_from, m.published_from),"
                            " coalesce(a.published_to, m.published_to), a.role = 'headline', EXISTS (SELECT 1 FROM chain_now n WHERE n.id = a.id), "
                            "a.name, a.place > 0, a.lead_end"
                            " FROM chain_context x CROSS JOIN article a ON a.id = x.id LEFT JOIN story_member m ON m.article = a.id ORDER BY a.name";
  sqlite3_stmt *row = store_statement(store, sql, err);
  if (row == NULL) return ISNAD_STORE;
  size_t room = 0;
  isnad_status status;
  while ((status = store_step(store, row, err)) == ISNAD_OK) {
    if (!more(arena, (void **)&out->articles, out->count, &room, sizeof *out->articles)) break;
    chain_article *a = &out->articles[out->count++];
    read_article(a, arena, owners, row);
    uint64_t *place = map_put(&out->by_id, (uint64_t)a->id);
    if (place == NULL) break;
    *place = out->count;
  }
  return done(status, row, arena, err);
}

static uint32_t index_of(const chain_input *in, int64_t id) {
  const uint64_t *place = map_get(&in->by_id, (uint64_t)id);
  return place != NULL ? (uint32_t)(*place - 1) : CHAIN_NO_ARTICLE;
}

/* A medium that is cited in the headline or in the lead is credited for the news, and so for the report. Where somebody wrote on a platform is not;
 * nor one behind the first line of the body. */
static bool opens(const chain_citation *c, isnad_slice body, uint32_t first_line_end) {
  enum { LEAD_BYTES = 450 };
  if (body.length < 8 || c->platform || c->nameless || isnad_slice_is(c->role, "social")) return false;
  isnad_span first = packed_span(body, 0);
  return c->span.end <= first.end && c->span.begin < first.begin + LEAD_BYTES && c->span.begin <= first_line_end;
}

/* A report that has something from its own people, too, owes it not all to the medium of its lead. */
static void keep_own(chain_input *in) {
  for (size_t i = 0; i < in->citation_count; i++) {
    const chain_citation *own = &in->citations[i];
    size_t first = 0, last = 0;
    if (own->article == CHAIN_NO_ARTICLE || !(own->own || chain_names_outlet(own, &in->articles[own->article]))) continue;
    chain_rows_of(&first, &last, in->citations, in->citation_count, own->article);
    for (size_t k = first; k < last; k++)
      if (in->citations[k].opens) in->citations[k].opens = in->citations[k].article_wide = false;
  }
}

static isnad_status load_citations(chain_input *out, isnad_arena *arena, isnad_store *store, const chain_owners *owners, isnad_err *err) {
  static const char sql[] =
      "SELECT c.article, c.begin, c.end, c.source, c.source_name, c.rule, c.scope = 'article', c.scope, c.kind, a.body, a.lead_end"
      " FROM chain_context x CROSS JOIN article a ON a.id = x.id CROSS JOIN citation c ON c.article = x.id"
      " WHERE c.kind IN ('agency', 'outlet', 'credit', 'social') ORDER BY a.name, c.place";
  sqlite3_stmt *row = store_statement(store, sql, err);
  if (row == NULL) return ISNAD_STORE;
  size_t room = 0;
  isnad_status status;
  while ((status = store_step(store, row, err)) == ISNAD_OK) {
    if (!more(arena, (void **)&out->citations, out->citation_count, &room, sizeof *out->citations)) break;
    chain_citation *c = &out->citations[out->citation_count++];
    *c = (chain_citation){.article = index_of(out, sqlite3_column_int64(row, 0))};
    c->span = (isnad_span){(uint32_t)sqlite3_column_int64(row, 1), (uint32_t)sqlite3_column_int64(row, 2)};
    c->source = isnad_arena_copy(arena, store_column(row, 3));
    c->name = isnad_arena_copy(arena, store_column(row, 4));
    c->rule = isnad_arena_copy(arena, store_column(row, 5));
    c->article_wide = sqlite3_column_int(row, 6) != 0;
    c->scope = isnad_arena_copy(arena, store_column(row, 7));
    c->role = isnad_arena_copy(arena, store_column(row, 8));
    c->platform = chain_is_platform(owners, arena, c->source, c->name);
    c->nameless = c->source.length == 0 && chain_is_nameless(arena, c->name);
    c->own = c->source.length == 0 && chain_is_own(arena, c->name);
    isnad_slice body = store_column(row, 9);
    c->opens = !c->article_wide && opens(c, body, (uint32_t)sqlite3_column_int64(row, 10));
    c->article_wide = c->article_wide || c->opens;
    c->generic = c->source.length == 0 && chain_is_generic(arena, c->name);
    c->agency = isnad_slice_is(c->role, "agency") || outlet_of(owners, c->source) == CHAIN_OUTLET_AGENCY;
  }
  return done(status, row, arena, err);
}

/* Whose words are those that an article in hand shares with others and that are only a speaker's? */
static isnad_status load_statements(chain_input *out, isnad_arena *arena, isnad_store *store, isnad_err *err) {
  static const char sql[] =
      "SELECT q.article, q.begin, q.end, q.entity, q.speaker, q.rule FROM (SELECT n.id FROM chain_now n CROSS JOIN passage p ON p.a = n.id"
      " WHERE p.kind = 'quote' UNION SELECT n.id FROM chain_now n CROSS JOIN passage p ON p.b = n.id WHERE p.kind = 'quote') x"
      " CROSS JOIN article a ON a.id = x.id CROSS JOIN quote q ON q.article = x.id"
      " WHERE q.mode <> 'indirect' AND q.speaker IS NOT NULL ORDER BY a.name, q.place";
  sqlite3_stmt *row = store_statement(store, sql, err);
  if (row == NULL) return ISNAD_STORE;
  size_t room = 0;
  isnad_status status;
  while ((status = store_step(store, row, err)) == ISNAD_OK) {
    if (!more(arena, (void **)&out->statements, out->statement_count, &room, sizeof *out->statements)) break;
    chain_citation *c = &out->statements[out->statement_count++];
    isnad_slice entity = store_column(row, 3);
    *c = (chain_citation){.article = index_of(out, sqlite3_column_int64(row, 0)), .role = isnad_slice_of("speaker")};
    c->span = (isnad_span){(uint32_t)sqlite3_column_int64(row, 1), (uint32_t)sqlite3_column_int64(row, 2)};
    if (entity.length > 0 && entity.bytes[0] != '@') c->source = isnad_arena_copy(arena, entity);
    c->name = isnad_arena_copy(arena, store_column(row, 4));
    c->rule = isnad_arena_copy(arena, store_column(row, 5));
  }
  return done(status, row, arena, err);
}

/* When the page of an article was captured, which only editions of one page ask. */
static isnad_status read_captured(chain_input *in, uint32_t article, isnad_store *store, isnad_err *err) {
  if (article == CHAIN_NO_ARTICLE) return ISNAD_OK;
  chain_article *a = &in->articles[article];
  sqlite3_stmt *row = store_statement(store, "SELECT captured_at FROM capture WHERE id = ?1", err);
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, a->capture);
  isnad_status status = store_step(store, row, err);
  if (status == ISNAD_OK && !clock_read_iso(&a->captured, store_column(row, 0), true, 0)) a->captured = (isnad_interval){0, 0};
  sqlite3_reset(row);
  return status == ISNAD_END ? ISNAD_OK : status;
}

static isnad_status date_editions(chain_input *in, isnad_store *store, isnad_err *err) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < in->passage_count; i++) {
    if (!in->passages[i].edition) continue;
    status = read_captured(in, in->passages[i].a, store, err);
    if (status == ISNAD_OK) status = read_captured(in, in->passages[i].b, store, err);
  }
  return status;
}

/* A passage between two articles in hand is found from its first. */
static const char passages_from[] = "SELECT p.a, p.b, p.spans, p.matched, p.alike, p.identity, p.a_in_b, p.b_in_a, p.kind"
                                    " FROM chain_now n CROSS JOIN passage p ON p.a = n.id",
                  passages_to[] = "SELECT p.a, p.b, p.spans, p.matched, p.alike, p.identity, p.a_in_b, p.b_in_a, p.kind FROM chain_now n"
                                  " CROSS JOIN passage p ON p.b = n.id WHERE NOT EXISTS (SELECT 1 FROM chain_now x WHERE x.id = p.a)";

static isnad_status load_passages(chain_input *out, size_t *room, const char *sql, isnad_arena *arena, isnad_store *store, isnad_err *err) {
  sqlite3_stmt *row = store_statement(store, sql, err);
  if (row == NULL) return ISNAD_STORE;
  isnad_status status;
  while ((status = store_step(store, row, err)) == ISNAD_OK) {
    if (!more(arena, (void **)&out->passages, out->passage_count, room, sizeof *out->passages)) break;
    chain_passage *p = &out->passages[out->passage_count++];
    *p = (chain_passage){.a = index_of(out, sqlite3_column_int64(row, 0)), .b = index_of(out, sqlite3_column_int64(row, 1))};
    p->spans = isnad_arena_copy(arena, store_column(row, 2));
    p->matched = (uint32_t)sqlite3_column_int64(row, 3);
    p->alike = (uint32_t)sqlite3_column_int64(row, 4);
    p->identity = sqlite3_column_double(row, 5);
    p->a_in_b = sqlite3_column_double(row, 6);
    p->b_in_a = sqlite3_column_double(row, 7);
    p->headline = isnad_slice_is(store_column(row, 8), "headline");
    p->said = isnad_slice_is(store_column(row, 8), "quote");
    p->edition = isnad_slice_is(store_column(row, 8), "edition");
  }
  return done(status, row, arena, err);
}

isnad_status chain_load(chain_input *out, isnad_arena *arena, isnad_store *store, const chain_owners *owners, isnad_err *err) {
  *out = (chain_input){0};
  if (!map_new(&out->by_id, arena, 4096)) return isnad_arena_fail(err, arena, "chain");
  size_t room = 0;
  isnad_status status = load_articles(out, arena, store, owners, err);
  if (status == ISNAD_OK) status = load_citations(out, arena, store, owners, err);
  if (status == ISNAD_OK) status = chain_read_relays(out, arena, store, err);
  if (status == ISNAD_OK) keep_own(out);
  if (status == ISNAD_OK) chain_mark_told(out);
  if (status == ISNAD_OK) status = load_statements(out, arena, store, err);
  if (status == ISNAD_OK) status = load_passages(out, &room, passages_from, arena, store, err);
  if (status == ISNAD_OK) status = load_passages(out, &room, passages_to, arena, store, err);
  if (status == ISNAD_OK) status = chain_read_told(out, arena, store, err);
  if (status == ISNAD_OK) status = date_editions(out, store, err);
  return status == ISNAD_OK ? chain_find_corrections(out, arena, store, err) : status;
}

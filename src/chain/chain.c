#include "chain/chain.h"

#include "base/json_writer.h"
#include "isnad/chain.h"
#include "store/sql.h"

#include <math.h>

static const char *const thirds[] = {
    [CHAIN_THIRD_NAMED] = "credited", [CHAIN_THIRD_SPEAKER] = "statement", [CHAIN_THIRD_NEWSROOMS] = "newsrooms", [CHAIN_THIRD_TOLD] = "told"};

/* Why a third is thought of. Only spans of the child's own page are spans here; another page is named, and its bytes are "at". */
static void third_json(json_writer *w, const chain_input *in, const chain_candidate *c) {
  json_key(w, "third");
  json_open_object(w);
  json_key_text(w, "sign", thirds[c->third]);
  if (c->citation != NULL && c->citation->article == c->child) json_key_span(w, "span", c->citation->span);
  if (c->citation != NULL && c->citation->article != c->child) {
    json_key_string(w, "article", in->articles[c->citation->article].name);
    json_key_span(w, "at", c->citation->span);
  }
  if (c->citation != NULL) json_key_string(w, "rule", c->citation->rule);
  json_close_object(w);
}

static isnad_status evidence_json(isnad_slice *out, isnad_arena *arena, const chain_input *in, const chain_candidate *c, isnad_err *err) {
  buf b = buf_new(arena, 128);
  json_writer w = json_writer_new(&b);
  json_open_object(&w);
  if (c->is_third) third_json(&w, in, c);
  if (c->citation != NULL && !c->is_third) {
    json_key(&w, "citation");
    json_open_object(&w);
    json_key_span(&w, "span", c->citation->span);
    json_key_string(&w, "rule", c->citation->rule);
    json_close_object(&w);
    if (c->doubted) json_key_text(&w, "doubt", "told");
  }
  if (c->passage != NULL) {
    json_key(&w, "passage");
    json_open_object(&w);
    json_key_u64(&w, "matched", c->passage->matched);
    json_key_fixed(&w, "identity", c->passage->identity, 4);
    json_key_fixed(&w, "containment", c->share, 4);
    if (c->passage->edition) json_key_bool(&w, "edition", true);
    json_close_object(&w);
  }
  if (c->passage != NULL && c->third != CHAIN_THIRD_NONE) json_key_text(&w, "open", thirds[c->third]);
  if (c->credit == CHAIN_CREDIT_OTHER && c->instead != NULL) {
    json_key(&w, "instead");
    json_open_object(&w);
    json_key_span(&w, "span", c->instead->span);
    json_key_string(&w, "rule", c->instead->rule);
    json_key_string(&w, "name", c->instead->name);
    json_close_object(&w);
  }
  if (c->credit == CHAIN_CREDIT_OTHER) json_key_text(&w, "credit", "other");
  if (c->credit == CHAIN_CREDIT_NONE) json_key_text(&w, "credit", "none");
  json_close_object(&w);
  *out = buf_slice(&b);
  return buf_status(&b, "chain", err);
}

static const char *kind_of(const chain_candidate *c, const chain_article *child) {
  if (c->passage != NULL && child->linked) return "link";
  if (c->is_third) return "copied";
  if (c->passage != NULL && c->parent + 1 == child->corrects) return "corrects";
  if (c->passage == NULL) return "declared";
  if (c->citation != NULL) return "both";
  return c->directed && c->credit != CHAIN_CREDIT_GIVEN ? "laundered" : "copied";
}

/* How much of the child a citation speaks for; what opens a report speaks for all of it. Of a copy whose words may be a third's, and of that third,
 * whether its credit is for the whole of a report. */
static isnad_slice scope_of(const chain_candidate *c) {
  const chain_citation *credit = c->passage != NULL && c->third != CHAIN_THIRD_NONE ? c->common : c->citation;
  if (credit == NULL) return (isnad_slice){NULL, 0};
  if (c->doubted || c->signed_own) return (isnad_slice){NULL, 0};
  if (credit->article_wide) return isnad_slice_of("article");
  return c->third != CHAIN_THIRD_NONE ? (isnad_slice){NULL, 0} : credit->scope;
}

static isnad_slice sign_of(const chain_candidate *c) {
  if (c->doubted) return isnad_slice_of("doubted");
  if (c->passage == NULL && c->citation != NULL && !c->is_third && c->citation->carries) return isnad_slice_of("relay");
  return c->third != CHAIN_THIRD_NONE ? isnad_slice_of(thirds[c->third]) : (isnad_slice){NULL, 0};
}

static isnad_status write_edge(isnad_store *store, isnad_arena *arena, const chain_input *in, const chain_candidate *c, isnad_err *err) {
  static const char sql[] = "INSERT INTO edge (child, parent, source, source_name, kind, directed, weight, evidence, scope, share, role, sign)"
                            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
  sqlite3_stmt *row = store_statement(store, sql, err);
  isnad_slice evidence = {NULL, 0};
  if (row == NULL) return ISNAD_STORE;
  isnad_status status = evidence_json(&evidence, arena, in, c, err);
  if (status != ISNAD_OK) return status;
  bool held = c->parent != CHAIN_NO_ARTICLE;
  sqlite3_bind_int64(row, 1, in->articles[c->child].id);
  if (held)
    sqlite3_bind_int64(row, 2, in->articles[c->parent].id);
  else
    sqlite3_bind_null(row, 2);
  store_bind_text(row, 3, c->citation != NULL ? c->citation->source : (isnad_slice){NULL, 0});
  store_bind_text(row, 4, c->citation != NULL ? c->citation->name : (isnad_slice){NULL, 0});
  store_bind_text(row, 5, isnad_slice_of(kind_of(c, &in->articles[c->child])));
  sqlite3_bind_int(row, 6, c->directed);
  sqlite3_bind_double(row, 7, round(c->strength * 10000) / 10000);
  store_bind_text(row, 8, evidence);
  store_bind_text(row, 9, scope_of(c));
  sqlite3_bind_double(row, 10, round(c->share * 10000) / 10000);
  store_bind_text(row, 11, c->citation != NULL ? c->citation->role : (isnad_slice){NULL, 0});
  store_bind_text(row, 12, sign_of(c));
  return store_run(store, row, err);
}

static isnad_status write_edges(isnad_store *store, isnad_arena *arena, const chain_input *in, chain_candidates *found, isnad_err *err) {
  isnad_status status = store_execute(store, "DELETE FROM edge WHERE child IN (SELECT id FROM chain_now)", err);
  for (size_t first = 0, last = 0; status == ISNAD_OK && first < found->count; first = last) {
    for (last = first; last < found->count && found->items[last].child == found->items[first].child; last++) continue;
    chain_doubt_credits(found->items + first, last - first, in);
    chain_weigh(found->items + first, last - first, in);
    for (size_t i = first; status == ISNAD_OK && i < last; i++)
      if (found->items[i].strength > 0.0001) status = write_edge(store, arena, in, &found->items[i], err);
  }
  return status;
}

static isnad_status weave_part(isnad_store *store, isnad_arena *arena, isnad_err *err) {
  chain_owners owners;
  chain_input in;
  chain_candidates found;
  if (!chain_owners_new(&owners, arena)) return isnad_arena_fail(err, arena, "chain");
  isnad_status status = chain_load(&in, arena, store, &owners, err);
  if (status == ISNAD_OK) status = chain_index_stories(&in, arena, err);
  if (status == ISNAD_OK) status = chain_find(&found, arena, &in, err);
  return status == ISNAD_OK ? write_edges(store, arena, &in, &found, err) : status;
}

/* So many articles are in hand at once: what bounds the memory. */
enum { AT_ONCE = 8192 };

isnad_status isnad_chain_weave(isnad_store *store, const isnad_ids *touched, isnad_err *err) {
  isnad_arena *arena = NULL;
  int64_t last = 0;
  if (isnad_arena_new(&arena, 0) != ISNAD_OK) return isnad_err_set(err, ISNAD_NO_MEMORY, "chain", (isnad_span){0, 0}, "out of memory");
  isnad_status status = chain_todo_begin(store, touched, err);
  while (status == ISNAD_OK && (status = chain_todo_next(store, &last, AT_ONCE, err)) == ISNAD_OK) {
    isnad_arena_reset(arena);
    status = weave_part(store, arena, err);
  }
  if (status == ISNAD_END) status = chain_count_stories(store, err);
  if (status == ISNAD_OK) status = chain_todo_end(store, err);
  isnad_arena_free(arena);
  return status;
}

#include "store/edges.h"

#include "store/sql.h"

#define EDGE_COLUMNS                                                                                                                                 \
  "SELECT e.child, coalesce(e.parent, 0), c.label, p.label, e.source, e.source_name, e.kind, e.directed, e.weight, e.evidence, e.role, e.scope, "    \
  "e.share"                                                                                                                                          \
  " FROM edge e JOIN article c ON c.id = e.child LEFT JOIN article p ON p.id = e.parent"

static store_edge edge_of(sqlite3_stmt *s) {
  return (store_edge){.child = sqlite3_column_int64(s, 0),
                      .parent = sqlite3_column_int64(s, 1),
                      .child_label = store_column(s, 2),
                      .parent_label = store_column(s, 3),
                      .source = store_column(s, 4),
                      .source_name = store_column(s, 5),
                      .kind = store_column(s, 6),
                      .directed = sqlite3_column_int(s, 7) != 0,
                      .weight = sqlite3_column_double(s, 8),
                      .evidence = store_column(s, 9),
                      .role = store_column(s, 10),
                      .scope = store_column(s, 11),
                      .share = sqlite3_column_double(s, 12)};
}

static void keep_texts(store_edge *edge, isnad_arena *arena) {
  isnad_slice *const texts[] = {&edge->child_label, &edge->parent_label, &edge->source, &edge->source_name,
                                &edge->kind,        &edge->evidence,     &edge->role,   &edge->scope};
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) *texts[i] = isnad_arena_copy(arena, *texts[i]);
}

isnad_status store_edges_into(store_edge **out, size_t *count, isnad_arena *arena, isnad_store *store, int64_t child, isnad_err *err) {
  static const char sql[] = EDGE_COLUMNS " WHERE e.child = ?1 ORDER BY e.weight DESC, p.name IS NULL, p.name, e.source, e.kind, e.evidence";
  sqlite3_stmt *s = store_statement(store, sql, err);
  size_t room = 0;
  isnad_status status;
  *out = NULL;
  *count = 0;
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, child);
  while ((status = store_step(store, s, err)) == ISNAD_OK) {
    if (*count == room) {
      store_edge *more = isnad_arena_grow(arena, *out, room, room * 2 + 8, sizeof **out);
      if (more == NULL) {
        sqlite3_reset(s);
        return isnad_arena_fail(err, arena, "store");
      }
      *out = more;
      room = room * 2 + 8;
    }
    (*out)[*count] = edge_of(s);
    keep_texts(&(*out)[(*count)++], arena);
  }
  return status == ISNAD_END ? ISNAD_OK : status;
}

isnad_status store_edges_each(isnad_store *store, bool (*take)(void *context, const store_edge *edge), void *context, isnad_err *err) {
  static const char sql[] = EDGE_COLUMNS " WHERE NOT (c.role = 'headline' AND c.place > 0) ORDER BY c.name, p.name IS NULL, p.name, e.source, "
                                         "e.source_name, e.kind, e.weight, e.evidence";
  sqlite3_stmt *s = store_statement(store, sql, err);
  isnad_status status;
  if (s == NULL) return ISNAD_STORE;
  while ((status = store_step(store, s, err)) == ISNAD_OK) {
    store_edge edge = edge_of(s);
    if (take(context, &edge)) continue;
    sqlite3_reset(s);
    return ISNAD_CANCELLED;
  }
  return status == ISNAD_END ? ISNAD_OK : status;
}

isnad_status store_passages_each(isnad_store *store, bool (*take)(void *context, const store_passage *passage), void *context, isnad_err *err) {
  static const char sql[] = "SELECT a.label, b.label, p.spans, p.matched, p.identity, p.a_in_b, p.b_in_a, p.kind FROM passage p"
                            " JOIN article a ON a.id = p.a JOIN article b ON b.id = p.b ORDER BY a.name, b.name";
  sqlite3_stmt *s = store_statement(store, sql, err);
  isnad_status status;
  if (s == NULL) return ISNAD_STORE;
  while ((status = store_step(store, s, err)) == ISNAD_OK) {
    store_passage passage = {.a = store_column(s, 0), .b = store_column(s, 1), .spans = store_column(s, 2)};
    passage.matched = (uint32_t)sqlite3_column_int64(s, 3);
    passage.identity = sqlite3_column_double(s, 4);
    passage.a_in_b = sqlite3_column_double(s, 5);
    passage.b_in_a = sqlite3_column_double(s, 6);
    passage.kind = store_column(s, 7);
    if (take(context, &passage)) continue;
    sqlite3_reset(s);
    return ISNAD_CANCELLED;
  }
  return status == ISNAD_END ? ISNAD_OK : status;
}

isnad_status store_pairs_each(isnad_store *store, bool (*take)(void *context, const store_pair *pair), void *context, isnad_err *err) {
  sqlite3_stmt *s = store_statement(store, "SELECT a, b, a_in_b, b_in_a FROM passage", err);
  isnad_status status;
  if (s == NULL) return ISNAD_STORE;
  while ((status = store_step(store, s, err)) == ISNAD_OK) {
    store_pair pair = {sqlite3_column_int64(s, 0), sqlite3_column_int64(s, 1), sqlite3_column_double(s, 2), sqlite3_column_double(s, 3)};
    if (take(context, &pair)) continue;
    sqlite3_reset(s);
    return ISNAD_CANCELLED;
  }
  return status == ISNAD_END ? ISNAD_OK : status;
}

isnad_status store_copies_of(store_copy **out, size_t *count, isnad_arena *arena, isnad_store *store, int64_t article, isnad_err *err) {
  static const char sql[] = "SELECT o.id, x.matched, x.alike, x.own, x.others, x.kind, x.spans, x.first FROM"
                            " (SELECT b AS other, matched, alike, a_in_b AS own, b_in_a AS others, kind, spans, 1 AS first FROM passage WHERE a = ?1"
                            " UNION ALL SELECT a, matched, alike, b_in_a, a_in_b, kind, spans, 0 FROM passage WHERE b = ?1) x"
                            " JOIN article o ON o.id = x.other ORDER BY x.matched DESC, o.name";
  sqlite3_stmt *s = store_statement(store, sql, err);
  size_t room = 0;
  isnad_status status;
  *out = NULL;
  *count = 0;
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, article);
  while ((status = store_step(store, s, err)) == ISNAD_OK) {
    if (*count == room) {
      store_copy *more = isnad_arena_grow(arena, *out, room, room * 2 + 8, sizeof **out);
      if (more == NULL) {
        sqlite3_reset(s);
        return isnad_arena_fail(err, arena, "store");
      }
      *out = more;
      room = room * 2 + 8;
    }
    (*out)[(*count)++] = (store_copy){sqlite3_column_int64(s, 0),     (uint32_t)sqlite3_column_int64(s, 1), (uint32_t)sqlite3_column_int64(s, 2),
                                      sqlite3_column_double(s, 3),    sqlite3_column_double(s, 4),          store_column_copy(arena, s, 5),
                                      store_column_copy(arena, s, 6), sqlite3_column_int(s, 7) != 0};
  }
  return status == ISNAD_END ? ISNAD_OK : status;
}

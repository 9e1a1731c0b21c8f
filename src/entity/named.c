/* Where a bearer is named and what it says, by keys alone: what is shown of it is read where it is shown. */
#include "entity/entity.h"

#include "store/sql.h"

#include <stdlib.h>

static int by_day(const void *a, const void *b) {
  const entity_naming *x = a, *y = b;
  if (x->when != y->when) return x->when > y->when ? -1 : 1;
  if (x->rank != y->rank) return x->rank < y->rank ? -1 : 1;
  return isnad_slice_compare(x->local, y->local);
}

/* Most articles of a bearer know it by one id. */
static isnad_slice same_or_copy(isnad_arena *arena, isnad_slice last, isnad_slice words) {
  return last.bytes != NULL && isnad_slice_equal(last, words) ? last : isnad_arena_copy(arena, words);
}

/* A member of a story bears its day there, the one of its page or the one that it was taught. */
isnad_status entity_articles(entity_naming **out, size_t *count, isnad_arena *arena, isnad_store *store, const entity_card *card, isnad_err *err) {
  static const char sql[] =
      "SELECT b.article, b.local, b.mentions, b.rank, m.story,"
      " CASE WHEN m.article IS NULL THEN (SELECT published_from FROM article WHERE id = b.article) ELSE m.published_from END"
      " FROM entity_cell c JOIN bearer b ON b.cell = c.id LEFT JOIN story_member m ON m.article = b.article WHERE c.entity = ?1";
  sqlite3_stmt *s = store_statement(store, sql, err);
  size_t room = (size_t)card->articles + 1;
  isnad_slice local = {NULL, 0};
  *count = 0;
  *out = isnad_arena_array(arena, room, sizeof **out);
  if (s == NULL || *out == NULL) return s == NULL ? ISNAD_STORE : isnad_arena_fail(err, arena, "entity");
  store_bind_words(s, 1, card->id);
  isnad_status status;
  while ((status = store_step(store, s, err)) == ISNAD_OK) {
    if (*count == room) {
      entity_naming *more = isnad_arena_grow(arena, *out, room, room * 2, sizeof *more);
      if (more == NULL) break;
      *out = more;
      room *= 2;
    }
    entity_naming *n = &(*out)[(*count)++];
    local = same_or_copy(arena, local, store_column(s, 1));
    *n = (entity_naming){.article = sqlite3_column_int64(s, 0), .local = local, .story = store_column_copy(arena, s, 4)};
    n->mentions = (uint64_t)sqlite3_column_int64(s, 2);
    n->rank = sqlite3_column_int64(s, 3);
    n->when = sqlite3_column_type(s, 5) == SQLITE_NULL ? ENTITY_UNKNOWN : sqlite3_column_int64(s, 5);
  }
  sqlite3_reset(s);
  if (isnad_arena_status(arena) != ISNAD_OK) return isnad_arena_fail(err, arena, "entity");
  if (*count > 1) qsort(*out, *count, sizeof **out, by_day);
  return status == ISNAD_END ? ISNAD_OK : status;
}

isnad_status entity_statements(entity_statement **out, size_t *count, isnad_arena *arena, isnad_store *store, isnad_slice id, isnad_err *err) {
  static const char sql[] = "SELECT q.article, q.place FROM entity_cell c JOIN bearer b ON b.cell = c.id"
                            " JOIN quote q ON q.entity = b.local AND q.article = b.article WHERE c.entity = ?1";
  sqlite3_stmt *s = store_statement(store, sql, err);
  size_t room = 0;
  *out = NULL;
  *count = 0;
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, id);
  isnad_status status;
  while ((status = store_step(store, s, err)) == ISNAD_OK) {
    if (*count == room) {
      entity_statement *more = isnad_arena_grow(arena, *out, room, room * 2 + 64, sizeof *more);
      if (more == NULL) break;
      *out = more;
      room = room * 2 + 64;
    }
    (*out)[(*count)++] = (entity_statement){sqlite3_column_int64(s, 0), sqlite3_column_int64(s, 1)};
  }
  sqlite3_reset(s);
  if (isnad_arena_status(arena) != ISNAD_OK) return isnad_arena_fail(err, arena, "entity");
  return status == ISNAD_END ? ISNAD_OK : status;
}

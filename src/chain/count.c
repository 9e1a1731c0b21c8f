/* The independent origins of stories, kept in their rows. */
#include "chain/chain.h"
#include "chain/origins.h"
#include "store/sql.h"

typedef struct story_count {
  chain_origins how;
  isnad_arena *arena; /* of one story */
  isnad_store *store;
  isnad_err *err;
} story_count;

static isnad_status list_stories(isnad_slice **out, size_t *count, isnad_arena *arena, isnad_store *store, isnad_err *err) {
  static const char sql[] = "WITH RECURSIVE reached(id) AS (SELECT id FROM chain_todo UNION"
                            " SELECT e.child FROM reached r JOIN edge e ON e.parent = r.id)"
                            " SELECT DISTINCT m.story FROM reached r JOIN story_member m ON m.article = r.id";
  sqlite3_stmt *row = store_statement(store, sql, err);
  size_t room = 0;
  isnad_status status;
  if (row == NULL) return ISNAD_STORE;
  while ((status = store_step(store, row, err)) == ISNAD_OK) {
    if (*count == room) {
      isnad_slice *more = isnad_arena_grow(arena, *out, room, room * 2 + 64, sizeof *more);
      if (more == NULL) {
        sqlite3_reset(row);
        return isnad_arena_fail(err, arena, "chain");
      }
      *out = more;
      room = room * 2 + 64;
    }
    (*out)[(*count)++] = store_column_copy(arena, row, 0);
  }
  return status == ISNAD_END ? ISNAD_OK : status;
}

static isnad_status list_members(isnad_carrier **out, size_t *count, story_count *s, isnad_slice story) {
  static const char sql[] = "SELECT m.article FROM story_member m JOIN article a ON a.id = m.article WHERE m.story = ?1 ORDER BY a.name";
  sqlite3_stmt *row = store_statement(s->store, sql, s->err);
  size_t room = 0;
  isnad_status status;
  if (row == NULL) return ISNAD_STORE;
  store_bind_text(row, 1, story);
  while ((status = store_step(s->store, row, s->err)) == ISNAD_OK) {
    if (*count == room) {
      isnad_carrier *more = isnad_arena_grow(s->arena, *out, room, room * 2 + 8, sizeof *more);
      if (more == NULL) {
        sqlite3_reset(row);
        return isnad_arena_fail(s->err, s->arena, "chain");
      }
      *out = more;
      room = room * 2 + 8;
    }
    (*out)[(*count)++] = (isnad_carrier){sqlite3_column_int64(row, 0), {0, 0}};
  }
  return status == ISNAD_END ? ISNAD_OK : status;
}

static isnad_status write_count(story_count *s, isnad_slice story, const isnad_origins *origins) {
  sqlite3_stmt *row = store_statement(s->store, "UPDATE story SET origins_certain = ?2, origins_possible = ?3 WHERE id = ?1", s->err);
  if (row == NULL) return ISNAD_STORE;
  store_bind_text(row, 1, story);
  sqlite3_bind_int64(row, 2, origins->certain);
  sqlite3_bind_int64(row, 3, origins->possible);
  return store_run(s->store, row, s->err);
}

static isnad_status count_story(story_count *s, isnad_slice story) {
  isnad_carrier *members = NULL;
  size_t count = 0;
  isnad_origins origins;
  isnad_arena_reset(s->arena);
  if (!chain_held_new(&s->how.held, s->arena, s->store)) return isnad_arena_fail(s->err, s->arena, "chain");
  isnad_status status = list_members(&members, &count, s, story);
  if (status == ISNAD_OK) status = chain_origins_of(&origins, &s->how, s->arena, members, count, s->err);
  return status == ISNAD_OK ? write_count(s, story, &origins) : status;
}

isnad_status chain_count_stories(isnad_store *store, isnad_err *err) {
  isnad_arena *arena = NULL;
  isnad_slice *stories = NULL;
  size_t count = 0;
  story_count s = {.store = store, .err = err};
  if (isnad_arena_new(&arena, 0) != ISNAD_OK || isnad_arena_new(&s.arena, 0) != ISNAD_OK) {
    isnad_arena_free(arena);
    return isnad_err_set(err, ISNAD_NO_MEMORY, "chain", (isnad_span){0, 0}, "out of memory");
  }
  isnad_status status = chain_origins_open(&s.how, arena, store, err);
  if (status == ISNAD_OK) status = list_stories(&stories, &count, arena, store, err);
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) status = count_story(&s, stories[i]);
  chain_origins_close(&s.how);
  isnad_arena_free(s.arena);
  isnad_arena_free(arena);
  return status;
}

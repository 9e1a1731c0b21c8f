/* Threads as rows. They are found anew after each add; the stories of a thread, by far the most rows, are written only where they changed. */
#include "story/threads.h"

#include "base/buf.h"
#include "base/hash.h"
#include "base/map.h"
#include "store/sql.h"

static isnad_slice join_actors(isnad_arena *arena, const threads *t, const thread *one) {
  buf b = buf_new(arena, 96);
  for (uint32_t i = 0; i < one->actor_count; i++) {
    if (i > 0) buf_add_char(&b, '|');
    buf_add_slice(&b, t->actors[one->actors[i]].entity);
  }
  return buf_slice(&b);
}

/* What a thread holds, in one number: its stories are written anew only when it changes. */
static int64_t hash_of_stories(const threads *t, const thread *one) {
  uint64_t hash = one->story_count;
  for (uint32_t i = 0; i < one->story_count; i++) hash = hash64_seeded(t->stories[one->stories[i]].id, hash);
  return (int64_t)hash;
}

static isnad_status put_thread(isnad_store *store, isnad_arena *arena, const threads *t, size_t place, isnad_err *err) {
  const thread *one = &t->items[place];
  sqlite3_stmt *row = store_statement(store, "INSERT INTO thread VALUES(?1,?2,?3,?4,?5,?6,?7,?8)", err);
  if (row == NULL) return ISNAD_STORE;
  store_bind_words(row, 1, isnad_slice_of(one->id));
  sqlite3_bind_int64(row, 2, (sqlite3_int64)place);
  store_bind_words(row, 3, t->stories[one->title].id);
  sqlite3_bind_int64(row, 4, one->story_count);
  sqlite3_bind_null(row, 5);
  sqlite3_bind_null(row, 6);
  if (one->span.from < one->span.to) {
    sqlite3_bind_int64(row, 5, one->span.from);
    sqlite3_bind_int64(row, 6, one->span.to);
  }
  store_bind_words(row, 7, join_actors(arena, t, one));
  sqlite3_bind_int64(row, 8, hash_of_stories(t, one));
  return store_run(store, row, err);
}

static isnad_status drop_stories(isnad_store *store, const thread *one, isnad_err *err) {
  sqlite3_stmt *row = store_statement(store, "DELETE FROM thread_story WHERE thread = ?1", err);
  if (row == NULL) return ISNAD_STORE;
  store_bind_words(row, 1, isnad_slice_of(one->id));
  return store_run(store, row, err);
}

static isnad_status put_stories(isnad_store *store, const threads *t, const thread *one, isnad_err *err) {
  isnad_status status = drop_stories(store, one, err);
  for (uint32_t i = 0; status == ISNAD_OK && i < one->story_count; i++) {
    sqlite3_stmt *row = store_statement(store, "INSERT INTO thread_story VALUES(?1,?2,?3)", err);
    if (row == NULL) return ISNAD_STORE;
    store_bind_words(row, 1, isnad_slice_of(one->id));
    sqlite3_bind_int64(row, 2, i);
    store_bind_words(row, 3, t->stories[one->stories[i]].id);
    status = store_run(store, row, err);
  }
  return status;
}

/* What the threads held that are written: the hash of an id -> that of its stories. */
static isnad_status read_held(map *out, isnad_arena *arena, isnad_store *store, isnad_err *err) {
  sqlite3_stmt *row = store_statement(store, "SELECT id, held FROM thread", err);
  if (row == NULL) return ISNAD_STORE;
  isnad_status status = map_new(out, arena, 1024) ? ISNAD_OK : ISNAD_NO_MEMORY;
  while (status == ISNAD_OK && (status = store_step(store, row, err)) == ISNAD_OK) {
    uint64_t *held = map_put(out, hash64(store_column(row, 0)));
    if (held == NULL) status = ISNAD_NO_MEMORY;
    if (held != NULL) *held = (uint64_t)sqlite3_column_int64(row, 1);
  }
  sqlite3_reset(row);
  return status == ISNAD_NO_MEMORY ? isnad_arena_fail(err, arena, "story") : status == ISNAD_END ? ISNAD_OK : status;
}

isnad_status threads_write(isnad_store *store, isnad_err *err) {
  static const char drop_gone[] = "DELETE FROM thread_story WHERE thread NOT IN (SELECT id FROM thread)";
  isnad_arena *arena = NULL;
  threads t;
  map was;
  if (isnad_arena_new(&arena, 0) != ISNAD_OK) return isnad_err_set(err, ISNAD_NO_MEMORY, "story", (isnad_span){0, 0}, "out of memory");
  isnad_status status = threads_find(&t, arena, store, err);
  if (status == ISNAD_OK) status = read_held(&was, arena, store, err);
  if (status == ISNAD_OK) status = store_execute(store, "DELETE FROM thread", err);
  for (size_t i = 0; status == ISNAD_OK && i < t.count; i++) {
    status = put_thread(store, arena, &t, i, err);
    const uint64_t *held = status == ISNAD_OK ? map_get(&was, hash64(isnad_slice_of(t.items[i].id))) : NULL;
    bool same = held != NULL && *held == (uint64_t)hash_of_stories(&t, &t.items[i]);
    if (status == ISNAD_OK && !same) status = put_stories(store, &t, &t.items[i], err);
  }
  if (status == ISNAD_OK && was.count > 0) status = store_execute(store, drop_gone, err);
  isnad_arena_free(arena);
  return status;
}

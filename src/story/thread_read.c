#include "story/thread_find.h"

#include "store/sql.h"

#include <string.h>

/* Columns: id, actors, title, from, to, stories. */
static bool take_thread(finding *f, sqlite3_stmt *row) {
  thread_story head = {.actor_count = 0}; /* a thread has no more actors than a story may have */
  threads *t = f->out;
  if (!thread_more(f->arena, (void **)&t->items, t->count, &f->thread_room, sizeof *t->items)) return false;
  if (!thread_take_actors(f, &head, store_column(row, 1))) return false;
  thread *one = &t->items[t->count++];
  isnad_slice id = store_column(row, 0);
  *one = (thread){.actor_count = head.actor_count < THREAD_ACTORS ? head.actor_count : THREAD_ACTORS};
  memcpy(one->id, id.bytes, id.length < THREAD_ID ? id.length : THREAD_ID);
  memcpy(one->actors, head.actors, one->actor_count * sizeof *one->actors);
  one->span = (isnad_interval){sqlite3_column_int64(row, 3), sqlite3_column_int64(row, 4)};
  one->title_id = store_column_copy(f->arena, row, 2);
  one->story_count = (uint32_t)sqlite3_column_int64(row, 5);
  return one->title_id.bytes != NULL;
}

static isnad_status take_stories(finding *f, thread *one, isnad_store *store, isnad_err *err) {
  static const char sql[] = "SELECT s.id, s.title, s.published_from, s.published_to, s.reports, s.actors, s.key FROM thread_story t"
                            " JOIN story s ON s.id = t.story WHERE t.thread = ?1 ORDER BY t.place";
  sqlite3_stmt *row = store_statement(store, sql, err);
  uint32_t *stories = isnad_arena_array(f->arena, (size_t)one->story_count + 1, sizeof *stories), count = 0;
  if (row == NULL) return ISNAD_STORE;
  store_bind_words(row, 1, isnad_slice_of(one->id));
  isnad_status status = stories != NULL ? ISNAD_OK : ISNAD_NO_MEMORY;
  while (status == ISNAD_OK && (status = store_step(store, row, err)) == ISNAD_OK && count < one->story_count) {
    stories[count++] = (uint32_t)f->out->story_count;
    if (!thread_take_story(f, row) || !thread_words(&f->out->stories[stories[count - 1]], f->arena)) status = ISNAD_NO_MEMORY;
    if (status == ISNAD_OK && isnad_slice_equal(f->out->stories[stories[count - 1]].id, one->title_id)) one->title = stories[count - 1];
  }
  sqlite3_reset(row);
  one->stories = stories;
  one->story_count = count;
  return status == ISNAD_NO_MEMORY ? isnad_arena_fail(err, f->arena, "story") : status == ISNAD_END ? ISNAD_OK : status;
}

isnad_status threads_read(threads *out, isnad_arena *arena, isnad_store *store, isnad_slice id, size_t skip, size_t limit, isnad_err *err) {
  static const char sql[] = "SELECT id, actors, title, published_from, published_to, stories FROM thread"
                            " WHERE ?1 = '' OR (id >= ?1 AND id < ?1 || char(1114111)) ORDER BY place LIMIT ?2 OFFSET ?3";
  finding f = {.out = out, .arena = arena};
  *out = (threads){0};
  if (!map_new(&f.actor_places, arena, 64) || !actors_index_new(&f.index, arena)) return isnad_arena_fail(err, arena, "story");
  sqlite3_stmt *row = store_statement(store, sql, err);
  if (row == NULL) return ISNAD_STORE;
  store_bind_words(row, 1, id);
  sqlite3_bind_int64(row, 2, limit > 0 ? (sqlite3_int64)limit : -1);
  sqlite3_bind_int64(row, 3, (sqlite3_int64)skip);
  isnad_status status;
  while ((status = store_step(store, row, err)) == ISNAD_OK)
    if (!take_thread(&f, row)) break;
  sqlite3_reset(row);
  if (status == ISNAD_OK) return isnad_arena_fail(err, arena, "story");
  status = status == ISNAD_END ? ISNAD_OK : status;
  for (size_t i = 0; status == ISNAD_OK && i < out->count; i++) status = take_stories(&f, &out->items[i], store, err);
  return status;
}

/* Which stories are written anew, and in what order old ones are taken apart and new ones made. */
#include "store/sql.h"
#include "story/members.h"

typedef struct writing {
  isnad_store *store;
  isnad_arena *arena;
  id_set *touched;
  id_set roots; /* old and new ones of what was decided */
  story_names names;
  actor_index actors;
  members members;
  bool first; /* no story is there yet: nothing is looked for that cannot be */
} writing;

static isnad_status run_on(isnad_store *store, const char *sql, int64_t a, int64_t b, isnad_err *err) {
  sqlite3_stmt *row = store_statement(store, sql, err);
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, a);
  if (sqlite3_bind_parameter_count(row) > 1) sqlite3_bind_int64(row, 2, b);
  return store_run(store, row, err);
}

static isnad_status old_root(int64_t *out, isnad_store *store, int64_t id, isnad_err *err) {
  sqlite3_stmt *row = store_statement(store, "SELECT root FROM story_root WHERE article = ?1", err);
  *out = 0;
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, id);
  isnad_status status = store_step(store, row, err);
  if (status == ISNAD_OK) *out = sqlite3_column_int64(row, 0);
  sqlite3_reset(row);
  return status == ISNAD_END ? ISNAD_OK : status;
}

/* Notes the new roots; only stories that one joined or left are written anew. */
static isnad_status move(writing *w, const int64_t *decided, const int64_t *root_of, size_t count, isnad_err *err) {
  static const char put[] = "INSERT OR REPLACE INTO story_root (article, root) VALUES (?1, ?2)";
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) {
    int64_t before = 0;
    if (!w->first) status = old_root(&before, w->store, decided[i], err);
    if (status != ISNAD_OK || before == root_of[i]) continue;
    status = run_on(w->store, put, decided[i], root_of[i], err);
    if ((before != 0 && !id_set_add(&w->roots, before)) || !id_set_add(&w->roots, root_of[i])) return isnad_arena_fail(err, w->arena, "story");
  }
  return status;
}

static isnad_status write_root(writing *w, int64_t root, isnad_err *err) {
  telling t = {.store = w->store, .actors = &w->actors};
  isnad_status status = isnad_arena_new(&t.arena, 0);
  if (status != ISNAD_OK) return isnad_err_set(err, status, "story", (isnad_span){0, 0}, "out of memory");
  status = members_load(&t, &w->members, root, err);
  for (size_t i = 0; status == ISNAD_OK && i < t.count; i++)
    if (!id_set_add(w->touched, t.members[i].id)) status = isnad_arena_fail(err, w->arena, "story");
  if (status == ISNAD_OK && t.count > 0) status = telling_write(&t, &w->names, root, err);
  isnad_arena_free(t.arena);
  return status;
}

/* Old names: of the stories that are written anew, with what they held. */
static const char make_old[] = "CREATE TEMP TABLE IF NOT EXISTS story_was (story TEXT, article INTEGER, began INTEGER, PRIMARY KEY (story, article))";
static const char note_old[] = "INSERT OR IGNORE INTO story_was SELECT m.story, m.article, s.published_from FROM story s"
                               " JOIN story_member m ON m.story = s.id WHERE s.root = ?1";
static const char drop_members[] = "DELETE FROM story_member WHERE story IN (SELECT id FROM story WHERE root = ?1)";
static const char loosen[] = "UPDATE story SET root = -root WHERE root = ?1";

/* Most roots are new, and to look costs less than three writes that find nothing. */
static isnad_status has_story(bool *out, isnad_store *store, int64_t root, isnad_err *err) {
  sqlite3_stmt *row = store_statement(store, "SELECT 1 FROM story WHERE root = ?1", err);
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, root);
  isnad_status status = store_step(store, row, err);
  *out = status == ISNAD_OK;
  sqlite3_reset(row);
  return status == ISNAD_END ? ISNAD_OK : status;
}

static isnad_status take_apart(writing *w, isnad_err *err) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && !w->first && i < w->roots.count; i++) {
    int64_t root = w->roots.items[i];
    bool told = false;
    status = has_story(&told, w->store, root, err);
    if (!told) continue;
    if (status == ISNAD_OK) status = run_on(w->store, note_old, root, 0, err);
    if (status == ISNAD_OK) status = run_on(w->store, drop_members, root, 0, err);
    if (status == ISNAD_OK) status = run_on(w->store, loosen, root, 0, err);
  }
  return status;
}

static isnad_status prepare(writing *w, const region *around, size_t count, isnad_err *err) {
  int64_t any = 0;
  if (!id_set_new(&w->roots, w->arena, count) || !actors_index_new(&w->actors, w->arena)) return isnad_arena_fail(err, w->arena, "story");
  isnad_status status = members_new(&w->members, w->arena, w->store, around, err);
  if (status == ISNAD_OK) status = store_number(&any, w->store, "SELECT EXISTS (SELECT 1 FROM story_root)", err);
  w->first = any == 0;
  if (status == ISNAD_OK) status = names_new(&w->names, w->arena, w->first, err);
  return status == ISNAD_OK ? store_execute(w->store, make_old, err) : status;
}

isnad_status stories_write(id_set *touched, isnad_store *store, const region *around, const int64_t *decided, const int64_t *root_of, size_t count,
                           isnad_err *err) {
  writing w = {.store = store, .touched = touched};
  isnad_status status = isnad_arena_new(&w.arena, 0);
  if (status != ISNAD_OK) return isnad_err_set(err, status, "story", (isnad_span){0, 0}, "out of memory");
  status = prepare(&w, around, count, err);
  if (status == ISNAD_OK) status = move(&w, decided, root_of, count, err);
  if (status == ISNAD_OK) status = take_apart(&w, err);
  if (status == ISNAD_OK) status = names_inherit(&w.names, store, err);
  for (size_t i = 0; status == ISNAD_OK && i < w.roots.count; i++) status = write_root(&w, w.roots.items[i], err);
  if (status == ISNAD_OK) status = store_execute(store, "DELETE FROM story WHERE root < 0", err);
  if (status == ISNAD_OK) status = names_retire(&w.names, store, err);
  isnad_arena_free(w.arena);
  return status;
}

/* The names of stories: those by which people know them, which depend on what was there before (table story.id), beside the one that depends on the
 * set of reports alone (story.key, after the oldest report; exports bear it).
 *
 * A story that is written anew is heir to the old stories most of whose reports it holds. It keeps the name of the oldest of these; the others' names
 * lead to it (table story_alias). So growth keeps a name, a merge the older one, a split leaves it to the larger part. */
#include "story/names.h"

#include "base/hash.h"
#include "store/sql.h"

static isnad_status no_memory(const story_names *n, isnad_err *err) { return isnad_arena_fail(err, n->arena, "story"); }

static story_heir *heir_of(story_names *n, int64_t root) {
  uint64_t *place = map_put(&n->roots, (uint64_t)root);
  if (place == NULL) return NULL;
  if (*place != 0) return &n->heirs[*place - 1];
  if (n->count == n->room) {
    size_t room = n->room * 2 + 64;
    story_heir *grown = isnad_arena_grow(n->arena, n->heirs, n->room, room, sizeof *grown);
    if (grown == NULL) return NULL;
    n->heirs = grown;
    n->room = room;
  }
  n->heirs[n->count] = (story_heir){.root = root};
  *place = ++n->count;
  return &n->heirs[n->count - 1];
}

/* Of the rows of one old story the first holds most of it, of equals what holds its oldest report. Old stories come with the oldest first, so that
 * the first name that a root is heir to is the one it keeps. */
isnad_status names_inherit(story_names *n, isnad_store *store, isnad_err *err) {
  static const char sql[] = "SELECT w.story, r.root FROM story_was w JOIN story_root r ON r.article = w.article JOIN article a ON a.id = w.article"
                            " JOIN article f ON f.id = r.root GROUP BY w.story, r.root"
                            " ORDER BY w.began IS NULL, w.began, w.story, count(*) DESC,"
                            " min(coalesce(a.published_from, 253402300800)), f.name";
  sqlite3_stmt *row = store_statement(store, sql, err);
  isnad_slice last = {NULL, 0};
  isnad_status status = row != NULL ? ISNAD_OK : ISNAD_STORE;
  while (status == ISNAD_OK && (status = store_step(store, row, err)) == ISNAD_OK) {
    isnad_slice was = store_column(row, 0);
    if (isnad_slice_equal(was, last)) continue;
    last = isnad_arena_copy(n->arena, was);
    story_heir *heir = heir_of(n, sqlite3_column_int64(row, 1));
    uint64_t *taken = heir != NULL && heir->name.length == 0 ? map_put(&n->taken, hash64(last)) : NULL;
    if (last.bytes == NULL || heir == NULL || (heir->name.length == 0 && taken == NULL)) status = no_memory(n, err);
    if (status != ISNAD_OK) break;
    if (heir->name.length == 0) heir->name = last;
    if (taken != NULL) *taken = 1;
  }
  if (row != NULL) sqlite3_reset(row);
  return status == ISNAD_END ? ISNAD_OK : status;
}

isnad_status names_new(story_names *out, isnad_arena *arena, bool first, isnad_err *err) {
  *out = (story_names){.arena = arena, .first = first};
  return map_new(&out->roots, arena, 64) && map_new(&out->taken, arena, 64) ? ISNAD_OK : no_memory(out, err);
}

/* Whether a story that is not written anew bears the name. */
static isnad_status is_borne(bool *out, isnad_store *store, isnad_slice name, isnad_err *err) {
  sqlite3_stmt *row = store_statement(store, "SELECT 1 FROM story WHERE id = ?1 AND root > 0", err);
  if (row == NULL) return ISNAD_STORE;
  store_bind_words(row, 1, name);
  isnad_status status = store_step(store, row, err);
  *out = status == ISNAD_OK;
  sqlite3_reset(row);
  return status == ISNAD_END ? ISNAD_OK : status;
}

isnad_status names_choose(isnad_slice *out, story_names *n, isnad_store *store, isnad_slice key, int64_t root, isnad_err *err) {
  const uint64_t *place = map_get(&n->roots, (uint64_t)root);
  bool borne = true;
  if (place != NULL) {
    *out = n->heirs[*place - 1].name;
    return ISNAD_OK;
  }
  *out = isnad_arena_copy(n->arena, key);
  if (n->first) return out->length > 0 ? ISNAD_OK : no_memory(n, err); /* no two stories have one oldest report */
  for (uint64_t trial = 1;; trial++) {
    isnad_status status = is_borne(&borne, store, *out, err);
    if (status != ISNAD_OK) return status;
    borne = borne || map_get(&n->taken, hash64(*out)) != NULL;
    if (!borne || out->length == 0) break;
    *out = isnad_arena_printf(n->arena, "s%016llx", (unsigned long long)hash64_seeded(key, trial)); /* a part that its old name left */
  }
  return out->length > 0 ? ISNAD_OK : no_memory(n, err);
}

/* Names that no story bears any longer lead to the heir of what they named, through later changes too. */
isnad_status names_retire(story_names *n, isnad_store *store, isnad_err *err) {
  static const char retire[] =
      "INSERT OR REPLACE INTO story_alias (id, story) SELECT was, story FROM (SELECT w.story AS was, m.story AS story,"
      " row_number() OVER (PARTITION BY w.story ORDER BY count(*) DESC, min(coalesce(a.published_from, 253402300800)), f.name) AS place"
      " FROM story_was w JOIN story_member m ON m.article = w.article JOIN article a ON a.id = w.article JOIN story s ON s.id = m.story"
      " JOIN article f ON f.id = s.root WHERE w.story NOT IN (SELECT id FROM story) GROUP BY w.story, m.story) WHERE place = 1;"
      "UPDATE story_alias SET story = (SELECT n.story FROM story_alias n WHERE n.id = story_alias.story)"
      " WHERE story IN (SELECT story FROM story_was) AND story NOT IN (SELECT id FROM story);"
      "DELETE FROM story_alias WHERE id IN (SELECT id FROM story);"
      "DELETE FROM story_was";
  (void)n;
  return store_execute(store, retire, err);
}

#include "store/stories.h"

#include "store/sql.h"

static const isnad_span nowhere = {0, 0};

#define STORY_COLUMNS "SELECT id, title, published_from, published_to, reports, outlets, origins_certain, origins_possible, key FROM story"

/* Texts, not copies: equal bodies count once, and no more than there are independent origins. */
#define TRENDING                                                                                                                                     \
  " JOIN (SELECT m.story AS told, count(DISTINCT CASE WHEN m.published_from > n.last - 86400 THEN a.body_hash END) AS fresh,"                        \
  " count(DISTINCT CASE WHEN m.published_from <= n.last - 86400 THEN a.body_hash END) AS before"                                                     \
  " FROM (SELECT max(published_from) AS last FROM story_member) n JOIN story_member m ON m.published_from > n.last - 172800"                         \
  " JOIN article a ON a.id = m.article GROUP BY m.story) ON told = id WHERE fresh > 0"                                                               \
  " ORDER BY min(fresh, max(origins_certain, 1)) * (fresh + 1.0) / (before + 1) DESC, origins_certain DESC, reports DESC, id"

static void read_story(store_story *out, isnad_arena *arena, sqlite3_stmt *s) {
  out->id = store_column_copy(arena, s, 0);
  out->title = store_column_copy(arena, s, 1);
  out->published = (isnad_interval){sqlite3_column_int64(s, 2), sqlite3_column_int64(s, 3)};
  out->reports = (uint32_t)sqlite3_column_int64(s, 4);
  out->outlets = (uint32_t)sqlite3_column_int64(s, 5);
  out->certain = (uint32_t)sqlite3_column_int64(s, 6);
  out->possible = (uint32_t)sqlite3_column_int64(s, 7);
  out->key = store_column_copy(arena, s, 8);
}

#define PART " LIMIT ?1 OFFSET ?2"

isnad_status store_stories_part(store_story **out, size_t *count, isnad_arena *arena, isnad_store *store, store_story_order order, size_t skip,
                                size_t most, isnad_err *err) {
  static const char *const orders[] = {STORY_COLUMNS " ORDER BY published_from IS NULL, published_from DESC, reports DESC, id" PART,
                                       STORY_COLUMNS " ORDER BY reports DESC, published_from IS NULL, published_from DESC, id" PART,
                                       STORY_COLUMNS " ORDER BY key" PART, STORY_COLUMNS TRENDING PART};
  sqlite3_stmt *s = store_statement(store, orders[order], err);
  size_t room = 0;
  isnad_status status;
  *out = NULL;
  *count = 0;
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, most > 0 ? (sqlite3_int64)most : -1);
  sqlite3_bind_int64(s, 2, (sqlite3_int64)skip);
  while ((status = store_step(store, s, err)) == ISNAD_OK) {
    if (*count == room) {
      store_story *more = isnad_arena_grow(arena, *out, room, room * 2 + 64, sizeof **out);
      if (more == NULL) {
        sqlite3_reset(s);
        return isnad_arena_fail(err, arena, "store");
      }
      *out = more;
      room = room * 2 + 64;
    }
    read_story(&(*out)[(*count)++], arena, s);
  }
  return status == ISNAD_END ? ISNAD_OK : status;
}

isnad_status store_stories(store_story **out, size_t *count, isnad_arena *arena, isnad_store *store, store_story_order order, isnad_err *err) {
  return store_stories_part(out, count, arena, store, order, 0, 0, err);
}

isnad_status store_story_keys(store_story_key **out, size_t *count, isnad_arena *arena, isnad_store *store, isnad_err *err) {
  sqlite3_stmt *s = store_statement(store, "SELECT id, key FROM story WHERE id <> key ORDER BY id", err);
  size_t room = 0;
  isnad_status status = s != NULL ? ISNAD_OK : ISNAD_STORE;
  *out = NULL;
  *count = 0;
  while (status == ISNAD_OK && (status = store_step(store, s, err)) == ISNAD_OK) {
    store_story_key *more = *count < room ? *out : isnad_arena_grow(arena, *out, room, room * 2 + 16, sizeof *more);
    if (more == NULL) status = isnad_arena_fail(err, arena, "store");
    if (more == NULL) break;
    if (*count == room) room = room * 2 + 16;
    *out = more;
    more[(*count)++] = (store_story_key){store_column_copy(arena, s, 0), store_column_copy(arena, s, 1)};
  }
  if (s != NULL) sqlite3_reset(s);
  return status == ISNAD_END ? ISNAD_OK : status;
}

isnad_slice store_key_of(const store_story_key *keys, size_t count, isnad_slice id) {
  size_t low = 0, high = count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    int order = isnad_slice_compare(keys[middle].id, id);
    if (order == 0) return keys[middle].key;
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return id;
}

enum { SHORTEST_PREFIX = 3 };

/* The story of an id that it bore before. */
static isnad_status find_renamed(store_story *out, isnad_arena *arena, isnad_store *store, isnad_slice what, isnad_err *err) {
  static const char sql[] = STORY_COLUMNS " WHERE id = (SELECT story FROM story_alias WHERE id = ?1)";
  sqlite3_stmt *s = store_statement(store, sql, err);
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, what);
  isnad_status status = store_step(store, s, err);
  if (status == ISNAD_OK) read_story(out, arena, s);
  sqlite3_reset(s);
  return status;
}

isnad_status store_story_find(store_story *out, isnad_arena *arena, isnad_store *store, isnad_slice what, isnad_err *err) {
  /* The id itself comes before all that it begins. U+10FFFF sorts behind whatever may follow in an id. */
  static const char sql[] = STORY_COLUMNS " WHERE id >= ?1 AND id < ?1 || char(1114111) ORDER BY id LIMIT 2";
  sqlite3_stmt *s = store_statement(store, sql, err);
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, what);
  int shown = what.length < 160 ? (int)what.length : 160;
  isnad_status status = store_step(store, s, err);
  if (status == ISNAD_OK) {
    read_story(out, arena, s);
    bool exact = isnad_slice_equal(out->id, what);
    if (!exact && store_step(store, s, err) == ISNAD_OK)
      status = isnad_err_set(err, ISNAD_NOT_FOUND, "store", nowhere, "%.*s may be several stories: give more of the id", shown, what.bytes);
    else if (!exact && what.length < SHORTEST_PREFIX)
      status = ISNAD_END;
  }
  sqlite3_reset(s);
  if (status == ISNAD_END) status = find_renamed(out, arena, store, what, err);
  if (status == ISNAD_END) return isnad_err_set(err, ISNAD_NOT_FOUND, "store", nowhere, "no story is called %.*s", shown, what.bytes);
  return status;
}

static isnad_status member_ids(int64_t **out, size_t *count, isnad_arena *arena, isnad_store *store, isnad_slice story, isnad_err *err) {
  static const char sql[] = "SELECT m.article FROM story_member m JOIN article a ON a.id = m.article WHERE m.story = ?1"
                            " ORDER BY coalesce(m.published_from, a.published_from) IS NULL, coalesce(m.published_from, a.published_from),"
                            " coalesce(m.published_to, a.published_to), a.name";
  sqlite3_stmt *s = store_statement(store, sql, err);
  isnad_status status;
  *out = NULL;
  *count = 0;
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, story);
  while ((status = store_step(store, s, err)) == ISNAD_OK) {
    int64_t *more = isnad_arena_grow(arena, *out, *count, *count + 1, sizeof **out);
    if (more == NULL) {
      sqlite3_reset(s);
      return isnad_arena_fail(err, arena, "store");
    }
    *out = more;
    more[(*count)++] = sqlite3_column_int64(s, 0);
  }
  return status == ISNAD_END ? ISNAD_OK : status;
}

isnad_status store_story_members(store_article **out, size_t *count, isnad_arena *arena, isnad_store *store, isnad_slice story, isnad_err *err) {
  int64_t *ids = NULL;
  isnad_status status = member_ids(&ids, count, arena, store, story, err);
  if (status != ISNAD_OK) return status;
  *out = isnad_arena_array(arena, *count, sizeof **out);
  if (*out == NULL) return isnad_arena_fail(err, arena, "store");
  for (size_t i = 0; status == ISNAD_OK && i < *count; i++) status = store_article_get(&(*out)[i], arena, store, ids[i], err);
  return status;
}


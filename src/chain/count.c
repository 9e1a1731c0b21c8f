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

/* The stories to count, and their members in the order of names, one story behind another. */
typedef struct listed_story {
  isnad_slice id;
  size_t first, count; /* in `members` */
} listed_story;

typedef struct story_list {
  isnad_arena *arena;
  listed_story *stories;
  isnad_carrier *members;
  size_t count, room, member_count, member_room;
} story_list;

/* Room for one more item in an array that doubles; false when the arena refuses. */
static bool make_room(isnad_arena *arena, void **items, size_t count, size_t *room, size_t size) {
  if (count < *room) return true;
  size_t grown = *room * 2 + 1024;
  void *more = isnad_arena_grow(arena, *items, *room, grown, size);
  if (more == NULL) return false;
  *items = more;
  *room = grown;
  return true;
}

static bool list_member(story_list *l, isnad_slice story, int64_t article) {
  if (l->count == 0 || !isnad_slice_equal(l->stories[l->count - 1].id, story)) {
    if (!make_room(l->arena, (void **)&l->stories, l->count, &l->room, sizeof *l->stories)) return false;
    l->stories[l->count++] = (listed_story){isnad_arena_copy(l->arena, story), l->member_count, 0};
  }
  if (!make_room(l->arena, (void **)&l->members, l->member_count, &l->member_room, sizeof *l->members)) return false;
  l->members[l->member_count++] = (isnad_carrier){.article = article};
  l->stories[l->count - 1].count++;
  return true;
}

/* One question for all of them: most stories have one member, and a question for each would cost more than its count. */
static isnad_status list_stories(story_list *l, isnad_store *store, isnad_err *err) {
  static const char sql[] = "WITH RECURSIVE reached(id) AS (SELECT id FROM chain_todo UNION"
                            " SELECT e.child FROM reached r JOIN edge e ON e.parent = r.id),"
                            " retold(story) AS (SELECT DISTINCT m.story FROM reached r CROSS JOIN story_member m ON m.article = r.id)"
                            " SELECT t.story, m.article FROM retold t CROSS JOIN story_member m ON m.story = t.story"
                            " CROSS JOIN article a ON a.id = m.article ORDER BY t.story, a.name";
  sqlite3_stmt *row = store_statement(store, sql, err);
  isnad_status status;
  if (row == NULL) return ISNAD_STORE;
  while ((status = store_step(store, row, err)) == ISNAD_OK)
    if (!list_member(l, store_column(row, 0), sqlite3_column_int64(row, 1))) break;
  sqlite3_reset(row);
  return status == ISNAD_OK ? isnad_arena_fail(err, l->arena, "chain") : status == ISNAD_END ? ISNAD_OK : status;
}

static isnad_status write_count(story_count *s, isnad_slice story, const isnad_origins *origins) {
  sqlite3_stmt *row = store_statement(s->store, "UPDATE story SET origins_certain = ?2, origins_possible = ?3 WHERE id = ?1", s->err);
  if (row == NULL) return ISNAD_STORE;
  store_bind_text(row, 1, story);
  sqlite3_bind_int64(row, 2, origins->certain);
  sqlite3_bind_int64(row, 3, origins->possible);
  return store_run(s->store, row, s->err);
}

static isnad_status count_story(story_count *s, const story_list *l, const listed_story *story) {
  isnad_origins origins;
  isnad_arena_reset(s->arena);
  if (!chain_held_new(&s->how.held, s->arena, s->store)) return isnad_arena_fail(s->err, s->arena, "chain");
  isnad_status status = chain_origins_of(&origins, &s->how, s->arena, l->members + story->first, story->count, s->err);
  return status == ISNAD_OK ? write_count(s, story->id, &origins) : status;
}

isnad_status chain_count_stories(isnad_store *store, isnad_err *err) {
  story_list all = {0};
  story_count s = {.store = store, .err = err};
  if (isnad_arena_new(&all.arena, 0) != ISNAD_OK || isnad_arena_new(&s.arena, 0) != ISNAD_OK) {
    isnad_arena_free(all.arena);
    return isnad_err_set(err, ISNAD_NO_MEMORY, "chain", (isnad_span){0, 0}, "out of memory");
  }
  isnad_status status = chain_origins_open(&s.how, all.arena, store, err);
  if (status == ISNAD_OK) status = list_stories(&all, store, err);
  for (size_t i = 0; status == ISNAD_OK && i < all.count; i++) status = count_story(&s, &all, &all.stories[i]);
  chain_origins_close(&s.how);
  isnad_arena_free(s.arena);
  isnad_arena_free(all.arena);
  return status;
}

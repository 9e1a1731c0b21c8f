/* The names of stories as reports arrive: growth keeps a name, a merge the older one, a split leaves it to the larger part, and no name is lost.
 * Groups are planted by their roots, so that each case is exactly what it says. */
#include "../store_support.h"

#include "store/sql.h"
#include "store/stories.h"
#include "story/weaving.h"

enum { REPORTS = 8 };

typedef struct planted {
  isnad_store *store;
  isnad_arena *arena;
  int64_t ids[REPORTS]; /* of the reports of the 1st, 2nd ... of May, the first being the oldest */
} planted;

static bool ignore_result(void *context, const isnad_result *result) {
  (void)context;
  (void)result;
  return true;
}

static planted plant(void) {
  planted p = {.arena = new_arena(0)};
  buf b = buf_new(p.arena, 0);
  for (unsigned i = 0; i < REPORTS; i++)
    buf_printf(&b, "{\"id\":\"r%u\",\"title\":\"خبر السوق %u\",\"published\":\"2021-05-%02u\",\"text\":\"افتتح السوق رقم %u أبوابه في المدينة.\"}\n",
               i, i, i + 1, i);
  write_file("names.jsonl", buf_slice(&b));
  remove("names.db");
  p.store = open_store("names.db", ISNAD_STORE_WRITE);
  const char *paths[] = {"names.jsonl"};
  isnad_run run = {.threads = 1, .take = ignore_result, .without = ISNAD_MADE_ENTITIES | ISNAD_MADE_STORIES};
  isnad_added added;
  assert_int_equal(isnad_add(&added, p.store, paths, 1, &run, NULL, NULL), ISNAD_OK);
  assert_int_equal(added.fresh, REPORTS);
  sqlite3_stmt *row = store_statement(p.store, "SELECT id FROM article ORDER BY label", NULL);
  for (unsigned i = 0; i < REPORTS; i++) {
    assert_int_equal(store_step(p.store, row, NULL), ISNAD_OK);
    p.ids[i] = sqlite3_column_int64(row, 0);
  }
  sqlite3_reset(row);
  return p;
}

static void uproot(planted *p) {
  isnad_store_close(p->store);
  isnad_arena_free(p->arena);
}

/* Groups like "aab.": report i belongs to the group of its letter, whose root is the first of it; a dot: not there yet. */
static void group(planted *p, const char *letters) {
  int64_t decided[REPORTS], roots[REPORTS];
  size_t count = 0;
  id_set touched;
  assert_true(id_set_new(&touched, p->arena, REPORTS));
  for (size_t i = 0; letters[i] != '\0'; i++) {
    if (letters[i] == '.') continue;
    decided[count] = p->ids[i];
    roots[count++] = p->ids[strchr(letters, letters[i]) - letters];
  }
  isnad_err err = {0};
  assert_int_equal(isnad_store_begin(p->store, NULL), ISNAD_OK);
  region nobody = {0}; /* members are read from the store */
  if (stories_write(&touched, p->store, &nobody, decided, roots, count, &err) != ISNAD_OK) fail_msg("%s", err.message);
  assert_int_equal(isnad_store_commit(p->store, NULL), ISNAD_OK);
}

/* The name of the story of a report. */
static isnad_slice name_at(planted *p, unsigned at) {
  sqlite3_stmt *row = store_statement(p->store, "SELECT story FROM story_member WHERE article = ?1", NULL);
  sqlite3_bind_int64(row, 1, p->ids[at]);
  assert_int_equal(store_step(p->store, row, NULL), ISNAD_OK);
  isnad_slice name = store_column_copy(p->arena, row, 0);
  sqlite3_reset(row);
  return name;
}

/* The story to which a name leads is that of a report. */
static void assert_leads(planted *p, isnad_slice name, unsigned at) {
  store_story story;
  isnad_err err = {0};
  if (store_story_find(&story, p->arena, p->store, name, &err) != ISNAD_OK) fail_msg("%s", err.message);
  assert_slice(story.id, name_at(p, at));
}

static void growth_keeps_the_name(void **state) {
  (void)state;
  planted p = plant();
  group(&p, "..aa....");
  isnad_slice name = name_at(&p, 2);
  group(&p, "..aaa...");
  assert_slice(name_at(&p, 4), name);
  group(&p, "aaaaa..."); /* older reports come in, and the root moves */
  assert_slice(name_at(&p, 2), name);
  assert_slice(name_at(&p, 0), name);
  uproot(&p);
}

static void a_merge_keeps_the_older(void **state) {
  (void)state;
  planted p = plant();
  group(&p, "aabbbb..");
  isnad_slice older = name_at(&p, 0), younger = name_at(&p, 2);
  assert_false(isnad_slice_equal(older, younger));
  group(&p, "aaaaaa..");
  assert_slice(name_at(&p, 5), older);
  assert_leads(&p, younger, 0);
  group(&p, "aaaaaac."); /* and through later changes */
  assert_leads(&p, younger, 0);
  uproot(&p);
}

static void a_split_leaves_it_to_the_larger_part(void **state) {
  (void)state;
  planted p = plant();
  group(&p, "aaaaa...");
  isnad_slice name = name_at(&p, 0);
  group(&p, "abbbb..."); /* the oldest report goes */
  assert_slice(name_at(&p, 4), name);
  assert_false(isnad_slice_equal(name_at(&p, 0), name));
  isnad_slice alone = name_at(&p, 0);
  assert_leads(&p, alone, 0);
  group(&p, "aabbb..."); /* the small part grows and keeps the name that it was given */
  assert_slice(name_at(&p, 1), alone);
  assert_slice(name_at(&p, 4), name);
  uproot(&p);
}

static void equal_parts_leave_it_to_the_one_with_the_oldest(void **state) {
  (void)state;
  planted p = plant();
  group(&p, "aaaa....");
  isnad_slice name = name_at(&p, 0);
  group(&p, "abab....");
  assert_slice(name_at(&p, 2), name);
  assert_false(isnad_slice_equal(name_at(&p, 1), name));
  uproot(&p);
}

static void old_names_stay_findable(void **state) {
  (void)state;
  planted p = plant();
  group(&p, "aabbbb..");
  isnad_slice older = name_at(&p, 0), younger = name_at(&p, 2);
  group(&p, "aaaaaa..");
  group(&p, "aabbbb.."); /* they part again: the larger part keeps the name of both */
  assert_slice(name_at(&p, 5), older);
  assert_leads(&p, younger, 5);
  assert_leads(&p, name_at(&p, 0), 0);
  group(&p, "aabbbbaa");
  group(&p, "bbbbbbbb");
  assert_leads(&p, older, 7);
  assert_leads(&p, younger, 7);
  uproot(&p);
}

/* The key is a function of the set: after any history that of the oldest report. */
static void the_key_knows_no_history(void **state) {
  (void)state;
  static const char *const ways[][2] = {{"abbbb...", "abbbb..."}, {"aaaaa...", "abbbb..."}, {".bbbb...", "abbbb..."}};
  isnad_arena *kept = new_arena(0);
  isnad_slice keys[2];
  for (size_t way = 0; way < 3; way++) {
    planted p = plant();
    for (size_t i = 0; i < 2; i++) group(&p, ways[way][i]);
    for (unsigned at = 0; at < 2; at++) {
      store_story story;
      assert_int_equal(store_story_find(&story, p.arena, p.store, name_at(&p, at), NULL), ISNAD_OK);
      if (way == 0) keys[at] = isnad_arena_copy(kept, story.key);
      assert_slice(story.key, keys[at]);
    }
    uproot(&p);
  }
  isnad_arena_free(kept);
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {cmocka_unit_test(growth_keeps_the_name),    cmocka_unit_test(a_merge_keeps_the_older),
                                     cmocka_unit_test(old_names_stay_findable),  cmocka_unit_test(a_split_leaves_it_to_the_larger_part),
                                     cmocka_unit_test(the_key_knows_no_history), cmocka_unit_test(equal_parts_leave_it_to_the_one_with_the_oldest)};
  return cmocka_run_group_tests(tests, enter_folder_of_its_own, leave_folder);
}

#include "../store_support.h"

#include "store/articles.h"
#include "store/sql.h"

static void what_is_written_is_read_again(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_store *store = open_store("same.db", ISNAD_STORE_WRITE);
  buf wanted = buf_new(arena, 0);
  assert_int_equal(isnad_store_begin(store, NULL), ISNAD_OK);
  for (unsigned n = 0; n < 50; n++) {
    isnad_slice full;
    bool fresh = false;
    isnad_prepared prepared = prepare_made(arena, n, &full);
    assert_int_equal(isnad_store_put(store, &fresh, &prepared, NULL), ISNAD_OK);
    assert_true(fresh);
    add_line(&wanted, full);
  }
  assert_int_equal(isnad_store_commit(store, NULL), ISNAD_OK);
  assert_slice(export_of(arena, store), buf_slice(&wanted));
  isnad_store_close(store);
  assert_slice(export_file(arena, "same.db"), buf_slice(&wanted));
  isnad_arena_free(arena);
}

/* A text file's record does not carry the text, which is in the file; the store keeps it all the same. */
static void a_text_file_keeps_its_record_without_text(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_store *store = open_store("text.db", ISNAD_STORE_WRITE);
  isnad_input input = {.path = S("pages/one.txt"), .bytes = S("عنوان الخبر\n\nقال الوزير إن المدرسة فتحت أبوابها في بغداد يوم الأحد.\n")};
  isnad_slice full;
  isnad_prepared prepared = prepare_input(arena, &input, &full);
  bool fresh = false;
  assert_int_equal(isnad_store_begin(store, NULL), ISNAD_OK);
  assert_int_equal(isnad_store_put(store, &fresh, &prepared, NULL), ISNAD_OK);
  assert_int_equal(isnad_store_commit(store, NULL), ISNAD_OK);
  buf wanted = buf_new(arena, 0);
  add_line(&wanted, full);
  assert_slice(export_of(arena, store), buf_slice(&wanted));
  sqlite3_stmt *s = store_statement(store, "SELECT text, name FROM capture", NULL);
  assert_int_equal(store_step(store, s, NULL), ISNAD_OK);
  assert_slice(store_column(s, 0), input.bytes);
  assert_slice(store_column(s, 1), input.path);
  isnad_store_close(store);
  isnad_arena_free(arena);
}

static void adding_twice_changes_nothing(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_store *store = open_store("twice.db", ISNAD_STORE_WRITE);
  isnad_store_counts once, twice;
  add_made(store, 0, 40);
  isnad_slice before = export_of(arena, store);
  assert_int_equal(isnad_store_count(&once, store, NULL), ISNAD_OK);
  assert_int_equal(isnad_store_begin(store, NULL), ISNAD_OK);
  for (unsigned n = 0; n < 40; n++) assert_false(put_made(store, n));
  assert_int_equal(isnad_store_commit(store, NULL), ISNAD_OK);
  assert_int_equal(isnad_store_count(&twice, store, NULL), ISNAD_OK);
  assert_memory_equal(&once, &twice, sizeof once);
  assert_int_equal(once.captures, 40);
  assert_true(once.articles >= 40 && once.citations > 0 && once.names > 0);
  assert_slice(export_of(arena, store), before);
  isnad_store_close(store);
  isnad_arena_free(arena);
}

static void a_batch_that_is_dropped_leaves_nothing(void **state) {
  (void)state;
  isnad_store *store = open_store("dropped.db", ISNAD_STORE_WRITE);
  add_made(store, 0, 5);
  assert_int_equal(isnad_store_begin(store, NULL), ISNAD_OK);
  for (unsigned n = 5; n < 10; n++) put_made(store, n);
  isnad_store_rollback(store);
  isnad_store_rollback(store);
  assert_int_equal(captures_in("dropped.db"), 5);
  assert_int_equal(isnad_store_begin(store, NULL), ISNAD_OK);
  put_made(store, 5);
  isnad_store_close(store);
  assert_int_equal(captures_in("dropped.db"), 5);
}

static void a_put_needs_a_batch(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_err err = {0};
  bool fresh = true;
  isnad_prepared prepared = prepare_made(arena, 1, NULL);
  isnad_store *store = open_store("batch.db", ISNAD_STORE_WRITE);
  assert_int_equal(isnad_store_put(store, &fresh, &prepared, &err), ISNAD_BAD_ARGUMENT);
  assert_false(fresh);
  assert_int_equal(isnad_store_refuse(store, S("x"), 1, &err, NULL), ISNAD_BAD_ARGUMENT);
  assert_int_equal(isnad_store_commit(store, &err), ISNAD_BAD_ARGUMENT);
  assert_int_equal(isnad_store_begin(store, &err), ISNAD_OK);
  assert_int_equal(isnad_store_begin(store, &err), ISNAD_BAD_ARGUMENT);
  isnad_store_close(store);
  store = open_store("batch.db", ISNAD_STORE_READ);
  assert_int_equal(isnad_store_begin(store, &err), ISNAD_BAD_ARGUMENT);
  isnad_store_close(store);
  isnad_arena_free(arena);
}

/* Another capture whose article claims an id that is taken is left out whole; the batch goes on. */
static void a_taken_article_id_refuses_one_capture_only(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_err err = {0};
  bool fresh = true;
  isnad_store *store = open_store("taken.db", ISNAD_STORE_WRITE);
  isnad_prepared first = prepare_made(arena, 1, NULL), second = prepare_made(arena, 2, NULL);
  memcpy(second.record->articles[0].id, first.record->articles[0].id, sizeof second.record->articles[0].id);
  assert_int_equal(isnad_store_begin(store, NULL), ISNAD_OK);
  assert_int_equal(isnad_store_put(store, &fresh, &first, &err), ISNAD_OK);
  assert_int_equal(isnad_store_put(store, &fresh, &second, &err), ISNAD_BAD_INPUT);
  assert_false(fresh);
  assert_non_null(strstr(err.message, first.record->articles[0].id));
  assert_true(put_made(store, 3));
  assert_int_equal(isnad_store_commit(store, NULL), ISNAD_OK);
  isnad_store_close(store);
  assert_int_equal(captures_in("taken.db"), 2);
  isnad_arena_free(arena);
}

static void refusals_are_kept_once(void **state) {
  (void)state;
  isnad_store *store = open_store("refused.db", ISNAD_STORE_WRITE);
  isnad_err why = {ISNAD_BAD_INPUT, "capture", {3, 4}, "not JSON"};
  isnad_store_counts counts;
  assert_int_equal(isnad_store_begin(store, NULL), ISNAD_OK);
  for (int i = 0; i < 2; i++) assert_int_equal(isnad_store_refuse(store, S("bad.jsonl"), 7, &why, NULL), ISNAD_OK);
  assert_int_equal(isnad_store_refuse(store, S("bad.jsonl"), 8, &why, NULL), ISNAD_OK);
  assert_int_equal(isnad_store_commit(store, NULL), ISNAD_OK);
  assert_int_equal(isnad_store_count(&counts, store, NULL), ISNAD_OK);
  assert_int_equal(counts.refusals, 2);
  isnad_store_close(store);
}

static void articles_are_found_by_name_label_and_prefix(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_store *store = open_store("find.db", ISNAD_STORE_WRITE);
  add_made(store, 0, 20);
  store_article by_label, by_name, by_prefix;
  isnad_err err = {0};
  assert_int_equal(store_article_find(&by_label, arena, store, S("c-000007"), &err), ISNAD_OK);
  assert_slice(by_label.label, S("c-000007"));
  assert_slice(by_label.outlet_name, S("alarabia"));
  assert_int_equal(by_label.published.to - by_label.published.from, 86400);
  assert_int_equal(store_article_find(&by_name, arena, store, by_label.name, &err), ISNAD_OK);
  assert_int_equal(by_name.id, by_label.id);
  assert_int_equal(store_article_find(&by_prefix, arena, store, (isnad_slice){by_label.name.bytes, 10}, &err), ISNAD_OK);
  assert_int_equal(by_prefix.id, by_label.id);
  assert_int_equal(store_article_find(&by_name, arena, store, S("c-nothing"), &err), ISNAD_NOT_FOUND);
  assert_non_null(strstr(err.message, "c-nothing"));
  assert_int_equal(store_article_find(&by_name, arena, store, S("a"), &err), ISNAD_NOT_FOUND);
  assert_int_equal(store_article_find(&by_name, arena, store, S(""), &err), ISNAD_NOT_FOUND);
  isnad_store_close(store);
  isnad_arena_free(arena);
}

/* The page of one capture may hold several articles: each has its place in its label, and the bare name means the first. */
static void labels_tell_the_articles_of_one_capture_apart(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_store *store = open_store("label.db", ISNAD_STORE_WRITE);
  isnad_prepared prepared = prepare_made(arena, 1, NULL);
  isnad_record *record = isnad_arena_alloc(arena, sizeof *record);
  *record = *prepared.record;
  record->articles = isnad_arena_array(arena, 2, sizeof *record->articles);
  record->article_count = 2;
  for (uint32_t i = 0; i < 2; i++) {
    record->articles[i] = prepared.record->articles[0];
    record->articles[i].place = i;
    record->articles[i].id[1] = i == 0 ? '0' : '1';
  }
  prepared.record = record;
  prepared.articles = NULL;
  bool fresh = false;
  store_article article;
  assert_int_equal(isnad_store_begin(store, NULL), ISNAD_OK);
  assert_int_equal(isnad_store_put(store, &fresh, &prepared, NULL), ISNAD_OK);
  assert_int_equal(isnad_store_commit(store, NULL), ISNAD_OK);
  assert_int_equal(store_article_find(&article, arena, store, S("c-000001#1"), NULL), ISNAD_OK);
  assert_int_equal(article.place, 1);
  assert_int_equal(store_article_find(&article, arena, store, S("c-000001"), NULL), ISNAD_OK);
  assert_int_equal(article.place, 0);
  isnad_store_close(store);
  isnad_arena_free(arena);
}

typedef struct walk {
  char last[32];
  unsigned count;
} walk;

static bool in_order(void *context, const store_article *article) {
  walk *w = context;
  assert_true(isnad_slice_compare(article->name, isnad_slice_of(w->last)) > 0);
  memcpy(w->last, article->name.bytes, article->name.length);
  return ++w->count < 15;
}

static void articles_are_walked_by_name_and_woven_once(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_store *store = open_store("walk.db", ISNAD_STORE_WRITE);
  walk w = {"", 0};
  int64_t *ids = NULL;
  size_t count = 0;
  add_made(store, 0, 20);
  assert_int_equal(store_articles_each(store, in_order, &w, NULL), ISNAD_CANCELLED);
  assert_int_equal(w.count, 15);
  assert_int_equal(store_articles_unwoven(&ids, &count, arena, store, NULL), ISNAD_OK);
  assert_int_equal(count, 20);
  assert_int_equal(store_articles_mark_woven(store, NULL), ISNAD_OK);
  add_made(store, 20, 21);
  assert_int_equal(store_articles_unwoven(&ids, &count, arena, store, NULL), ISNAD_OK);
  assert_int_equal(count, 1);
  isnad_store_close(store);
  isnad_arena_free(arena);
}

static void the_views_answer(void **state) {
  (void)state;
  isnad_store *store = open_store("views.db", ISNAD_STORE_WRITE);
  int64_t n = 0;
  add_made(store, 0, 8);
  assert_int_equal(store_number(&n, store, "SELECT count(*) FROM articles WHERE outlet IS NOT NULL AND headline IS NOT NULL", NULL), ISNAD_OK);
  assert_int_equal(n, 8);
  assert_int_equal(store_number(&n, store, "SELECT count(*) FROM citations WHERE instr(words, source) > 0", NULL), ISNAD_OK);
  assert_true(n > 0);
  assert_int_equal(store_number(&n, store, "SELECT count(*) FROM story_timeline", NULL), ISNAD_OK);
  assert_int_equal(n, 0);
  isnad_store_close(store);
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_is_written_is_read_again),
      cmocka_unit_test(a_text_file_keeps_its_record_without_text),
      cmocka_unit_test(adding_twice_changes_nothing),
      cmocka_unit_test(a_batch_that_is_dropped_leaves_nothing),
      cmocka_unit_test(a_put_needs_a_batch),
      cmocka_unit_test(a_taken_article_id_refuses_one_capture_only),
      cmocka_unit_test(refusals_are_kept_once),
      cmocka_unit_test(articles_are_found_by_name_label_and_prefix),
      cmocka_unit_test(labels_tell_the_articles_of_one_capture_apart),
      cmocka_unit_test(articles_are_walked_by_name_and_woven_once),
      cmocka_unit_test(the_views_answer),
  };
  return cmocka_run_group_tests(tests, enter_folder_of_its_own, leave_folder);
}

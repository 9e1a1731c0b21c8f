#include "../case_table.h"
#include "../store_support.h"

#include "base/json_writer.h"
#include "isnad/view.h"
#include "view/drawing/tree.h"

static const char *tests_folder = "tests";

/* --- the pages --- */

static void put_page(FILE *file, isnad_arena *arena, size_t number, const char *which, unsigned hour, isnad_slice page) {
  size_t head = 0;
  buf b = buf_new(arena, 4096);
  json_writer w = json_writer_new(&b);
  while (head < page.length && page.bytes[head] != '\n') head++;
  json_open_object(&w);
  json_key_string(&w, "id", isnad_arena_printf(arena, "%s-%zu", which, number));
  json_key_string(&w, "url", isnad_arena_printf(arena, "https://almina-aljadid.example/news/%zu", number));
  json_key_text(&w, "outlet", "صحيفة الميناء الجديد");
  json_key_text(&w, "published", "2025-05-07T08:00:00Z");
  json_key_string(&w, "captured_at", isnad_arena_printf(arena, "2025-05-07T%02u:00:00Z", hour));
  json_key_string(&w, "title", (isnad_slice){page.bytes, head});
  json_key_string(&w, "text", (isnad_slice){page.bytes + head + 1, page.length - head - 1});
  json_close_object(&w);
  fprintf(file, "%.*s\n", (int)buf_slice(&b).length, buf_slice(&b).bytes);
}

static bool ignore_result(void *context, const isnad_result *result) {
  (void)context;
  (void)result;
  return true;
}

/* The later edition of a page is added first: nothing may hang on the order. */
static isnad_store *store_of(isnad_arena *arena, const case_table *t) {
  const char *paths[] = {"editions.jsonl"};
  isnad_run run = {.threads = 1, .take = ignore_result};
  isnad_added added;
  isnad_err err = {0};
  remove("editions.db");
  FILE *file = fopen(paths[0], "wb");
  assert_non_null(file);
  for (size_t i = 0; i < t->count; i++) {
    put_page(file, arena, i, "late", 12, t->cases[i].cells[1]);
    put_page(file, arena, i, "early", 9, t->cases[i].cells[0]);
  }
  fclose(file);
  isnad_store *store = open_store("editions.db", ISNAD_STORE_WRITE);
  if (isnad_add(&added, store, paths, 1, &run, NULL, &err) != ISNAD_OK) fail_msg("%s", err.message);
  return store;
}

/* --- what is told --- */

/* Words on a page; more than five by the first two and the last. */
static void add_words(buf *b, isnad_slice words) {
  size_t count = 1, seen = 0;
  for (size_t i = 0; i < words.length; i++) count += words.bytes[i] == ' ' || words.bytes[i] == '\n';
  for (size_t i = 0; i < words.length; i++) {
    bool space = words.bytes[i] == ' ' || words.bytes[i] == '\n';
    seen += space;
    if (count > 5 && seen == 2 && space) buf_add_text(b, " … ");
    if (count <= 5 || seen < 2 || (seen + 1 == count && !space)) buf_add_char(b, space ? ' ' : words.bytes[i]);
  }
}

static bool is_true(const tree *t, const char *key) {
  const tree *value = tree_get(t, key);
  return value != NULL && isnad_slice_equal(value->raw, S("true"));
}

static void add_change(buf *b, const tree *change, isnad_slice earlier, isnad_slice later) {
  isnad_span out, in;
  isnad_slice act = tree_text(change, "act"), matter = tree_text(change, "matter");
  if (matter.length == 0) matter = is_true(change, "spelling") ? S("spelling") : S("words");
  if (b->length > 0) buf_add_text(b, " | ");
  buf_printf(b, "%.*s %.*s%s%s: ", (int)act.length, act.bytes, (int)matter.length, matter.bytes, is_true(change, "silent") ? "!" : "",
             is_true(change, "headline") ? "^" : "");
  bool gone = tree_span(&out, change, "out"), come = tree_span(&in, change, "in");
  bool moved = isnad_slice_equal(act, S("moved"));
  if (gone && !moved) add_words(b, isnad_slice_at(earlier, out));
  if (gone && come && !moved) buf_add_text(b, " > ");
  if (come) add_words(b, isnad_slice_at(later, in));
}

/* The page of a JSONL capture is its title and its text. */
static isnad_slice told(isnad_arena *arena, isnad_store *store, size_t number, isnad_slice earlier, isnad_slice later) {
  buf json = buf_new(arena, 0), b = buf_new(arena, 256);
  isnad_err err = {0};
  isnad_view view = {.json = true, .line = add_line, .context = &json};
  isnad_status status = isnad_view_article(store, isnad_arena_printf(arena, "late-%zu", number), &view, &err);
  if (status != ISNAD_OK) fail_msg("%s", err.message);
  isnad_slice line = buf_slice(&json);
  const tree *edition = tree_item(tree_get(tree_read(arena, (isnad_slice){line.bytes, line.length - 1}), "editions"), 0);
  isnad_slice wanted = isnad_arena_printf(arena, "early-%zu", number);
  if (!isnad_slice_equal(tree_text(edition, "earlier"), wanted)) return S("no earlier edition");
  const tree *changes = tree_get(edition, "changes");
  for (const tree *t = changes->first; t != NULL; t = t->next) add_change(&b, t, earlier, later);
  if (changes->first == NULL) buf_add_text(&b, "nothing");
  isnad_span notice;
  if (tree_span(&notice, tree_get(edition, "notice"), "span")) {
    isnad_slice words = isnad_slice_at(later, notice);
    buf_printf(&b, " # %.*s", (int)words.length, words.bytes);
  }
  return buf_slice(&b);
}

static void editions_are_told(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  case_table t = read_cases(arena, tests_folder, "editions.tsv", 4);
  isnad_store *store = store_of(arena, &t);
  int wrong = 0;
  for (size_t i = 0; i < t.count; i++)
    wrong +=
        case_differs("editions.tsv", &t.cases[i], "changes", told(arena, store, i, t.cases[i].cells[0], t.cases[i].cells[1]), t.cases[i].cells[2]);
  isnad_store_close(store);
  isnad_arena_free(arena);
  remove("editions.db");
  remove("editions.jsonl");
  assert_int_equal(wrong, 0);
}

int main(int argc, char **argv) {
  tests_folder = argc > 1 ? argv[1] : "tests";
  const struct CMUnitTest tests[] = {cmocka_unit_test(editions_are_told)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

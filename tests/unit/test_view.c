#include "../store_support.h"

#include "isnad/view.h"
#include "store/articles.h"
#include "store/sql.h"
#include "view/drawing/tree.h"

static isnad_view view_into(buf *b, bool json) { return (isnad_view){.json = json, .line = add_line, .context = b}; }

/* A story of captures 0-3: 0 cites an agency, 1 copied 0, 2 copied 1 and cites 0, 3 shares text with 2 but nobody knows who was first. */
static void weave_by_hand(isnad_store *store) {
  static const char *const sql[] = {
      "UPDATE article SET published_from = 1614556800 + 86400 * CAST(substr(label, 3) AS INTEGER),"
      " published_to = 1614556800 + 86400 * (1 + CAST(substr(label, 3) AS INTEGER)), published_basis = 'meta' WHERE label < 'c-000003'",
      "UPDATE article SET published_from = NULL, published_to = NULL, published_basis = NULL WHERE label = 'c-000003'",
      "INSERT INTO story (id, key, title, published_from, published_to, reports, outlets, origins_certain, origins_possible) VALUES('s1111aaaa', "
      "'s1111aaaa', 'القافلة "
      "في بغداد', 1614556800, 1614902400, 4, 1, 1, 2), ('s1112bbbb', 's1112bbbb', 'خبر آخر', NULL, NULL, 1, 1, 1, "
      "1)",
      "INSERT INTO story_member (story, article, published_from, published_to, published_basis) SELECT 's1111aaaa', id, published_from, "
      "published_to, published_basis FROM article WHERE label < 'c-000003'",
      "INSERT INTO story_member (story, article, published_from, published_to, published_basis) SELECT 's1111aaaa', id, 1614816000, 1614902400, "
      "'story' FROM article WHERE label = 'c-000003'",
      "INSERT INTO story_member (story, article, published_from, published_to, published_basis) SELECT 's1112bbbb', id, NULL, NULL, NULL FROM "
      "article WHERE label = 'c-000004'",
      "INSERT INTO edge (child, parent, source, source_name, kind, directed, weight, evidence, scope) SELECT id, NULL, 'reuters', 'رويترز', "
      "'declared', 1, 0.75, '{\"cited\":[{\"span\":[41,47],\"rule\":\"t.tsv:3\"}]}', 'article' FROM "
      "article"
      " WHERE label = 'c-000000'",
      "INSERT INTO edge (child, parent, source, source_name, kind, directed, weight, evidence) SELECT c.id, p.id, NULL, NULL, 'copied', 1, 1, "
      "'{\"matched\":80,\"identity\":0.95}' FROM article c, article p"
      " WHERE c.label = 'c-000001' AND p.label = 'c-000000'",
      "INSERT INTO edge (child, parent, source, source_name, kind, directed, weight, evidence) SELECT c.id, p.id, NULL, NULL, 'both', 1, 0.6, "
      "'{\"matched\":70}' FROM article c, article p"
      " WHERE c.label = 'c-000002' AND p.label = 'c-000001'",
      "INSERT INTO edge (child, parent, source, source_name, kind, directed, weight, evidence) SELECT c.id, p.id, NULL, NULL, 'declared', 1, 0.4, "
      "'{}' FROM article c, article p"
      " WHERE c.label = 'c-000002' AND p.label = 'c-000000'",
      "INSERT INTO edge (child, parent, source, source_name, kind, directed, weight, evidence) SELECT c.id, p.id, NULL, NULL, 'declared', 0, 0.5, "
      "'{}' FROM article c, article p"
      " WHERE c.label = 'c-000003' AND p.label = 'c-000002'",
      "INSERT INTO passage SELECT min(a.id, b.id), max(a.id, b.id), x'0100000005000000020000000A000000', 80, 78, 0.95, 0.9, 0.5, 'shortened' FROM "
      "article a, article b"
      " WHERE a.label = 'c-000000' AND b.label = 'c-000001'"};
  for (size_t i = 0; i < sizeof sql / sizeof sql[0]; i++) {
    isnad_err err = {0};
    if (store_execute(store, sql[i], &err) != ISNAD_OK) fail_msg("%s", err.message);
  }
}

static isnad_store *woven_store(void) {
  remove("woven.db");
  isnad_store *store = open_store("woven.db", ISNAD_STORE_WRITE);
  add_made(store, 0, 6);
  weave_by_hand(store);
  return store;
}

static void has(isnad_slice text, const char *words) {
  for (size_t i = 0; i + strlen(words) <= text.length; i++)
    if (memcmp(text.bytes + i, words, strlen(words)) == 0) return;
  fail_msg("\"%s\" is not in:\n%.*s", words, (int)text.length, text.bytes);
}

static size_t line_count(isnad_slice text) {
  size_t count = 0;
  for (size_t i = 0; i < text.length; i++) count += text.bytes[i] == '\n';
  return count;
}

/* Every line is JSON, by a reader that is not the writer. */
static void is_json(isnad_arena *arena, isnad_slice text) {
  for (size_t begin = 0, i = 0; i < text.length; i++) {
    if (text.bytes[i] != '\n') continue;
    if (tree_read(arena, (isnad_slice){text.bytes + begin, i - begin}) == NULL) fail_msg("not JSON: %.*s", (int)(i - begin), text.bytes + begin);
    begin = i + 1;
  }
}

static void stories_are_listed(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_store *store = woven_store();
  buf b = buf_new(arena, 0), j = buf_new(arena, 0);
  isnad_view view = view_into(&b, false), json = view_into(&j, true);
  assert_int_equal(isnad_view_stories(store, &view, NULL), ISNAD_OK);
  assert_int_equal(line_count(buf_slice(&b)), 2);
  has(buf_slice(&b), "2021-03-01..04        4 reports    1 outlet     1-2 origins  s1111aaaa          القافلة في بغداد\n");
  assert_int_equal(isnad_view_stories(store, &json, NULL), ISNAD_OK);
  is_json(arena, buf_slice(&j));
  has(buf_slice(&j), "{\"id\":\"s1111aaaa\",\"title\":\"القافلة في "
                     "بغداد\",\"published\":{\"from\":\"2021-03-01\",\"to\":\"2021-03-05\"},\"reports\":4,\"outlets\":1,"
                     "\"texts\":2,\"origins\":[1,2],\"keywords\":[\"");
  has(buf_slice(&j), "],\"captures\":[\"c-000000\",\"c-000001\",\"c-000002\",\"c-000003\"]}\n");
  view.limit = 1;
  b.length = 0;
  assert_int_equal(isnad_view_stories(store, &view, NULL), ISNAD_OK);
  assert_int_equal(line_count(buf_slice(&b)), 1);
  isnad_store_close(store);
  isnad_arena_free(arena);
}

static void a_story_tells_who_took_from_whom(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_store *store = woven_store();
  isnad_err err = {0};
  buf b = buf_new(arena, 0);
  isnad_view view = view_into(&b, false);
  assert_int_equal(isnad_view_story(store, S("s1111"), &view, &err), ISNAD_OK);
  assert_int_equal(line_count(buf_slice(&b)), 8); /* a headline, a sentence, keywords, the story, its four reports */
  has(buf_slice(&b), "head  ");
  has(buf_slice(&b), "says  ");
  has(buf_slice(&b), "<- declared رويترز");
  has(buf_slice(&b), "2021-03-04         story");
  b.length = 0;
  view.json = true;
  assert_int_equal(isnad_view_story(store, S("s1111aaaa"), &view, &err), ISNAD_OK);
  is_json(arena, buf_slice(&b));
  has(buf_slice(&b), "\"from\":{\"parent\":\"c-000001\",\"kind\":\"both\",\"directed\":true,\"weight\":0.6}}");
  assert_int_equal(isnad_view_story(store, S("s111"), &view, &err), ISNAD_NOT_FOUND);
  has(isnad_slice_of(err.message), "several");
  assert_int_equal(isnad_view_story(store, S("s2"), &view, &err), ISNAD_NOT_FOUND);
  has(isnad_slice_of(err.message), "s2");
  assert_int_equal(isnad_view_story(store, S(""), &view, &err), ISNAD_NOT_FOUND);
  isnad_store_close(store);
  isnad_arena_free(arena);
}

static void the_timeline_is_in_order(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_store *store = woven_store();
  buf b = buf_new(arena, 0), one = buf_new(arena, 0);
  isnad_view view = view_into(&b, true), single = view_into(&one, true);
  isnad_slice ids[] = {S("s1111")};
  assert_int_equal(isnad_view_timeline(store, NULL, 0, &view, NULL), ISNAD_OK);
  assert_int_equal(line_count(buf_slice(&b)), 5);
  has(buf_slice(&b), "\"published\":{\"from\":\"2021-05-05\"");
  assert_int_equal(isnad_view_timeline(store, ids, 1, &single, NULL), ISNAD_OK);
  assert_int_equal(line_count(buf_slice(&one)), 4);
  assert_true(isnad_slice_starts(buf_slice(&one), S("{\"article\":\"c-000000\"")));
  assert_true(isnad_slice_starts(buf_slice(&b), buf_slice(&one)));
  is_json(arena, buf_slice(&b));
  isnad_store_close(store);
  isnad_arena_free(arena);
}

static void a_chain_begins_at_its_origin(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_store *store = woven_store();
  buf b = buf_new(arena, 0), j = buf_new(arena, 0);
  isnad_view view = view_into(&b, false), json = view_into(&j, true);
  isnad_err err = {0};
  assert_int_equal(isnad_view_chain(store, S("c-000002"), &view, &err), ISNAD_OK);
  has(buf_slice(&b), "source  رويترز  (cited, not in the store)\n  2021-03-01");
  has(buf_slice(&b), "\n    2021-03-02");
  has(buf_slice(&b), "\n      2021-03-03");
  has(buf_slice(&b), "<- declared 0.75 رويترز  [41,47) ");
  has(buf_slice(&b), " t.tsv:3\n");
  has(buf_slice(&b), "<- copied 1.00 c-000000  80 words the same, 95% alike\n");
  has(buf_slice(&b), "<- both 0.60 c-000001  70 words the same\n");
  assert_int_equal(isnad_view_chain(store, S("s1111"), &json, &err), ISNAD_OK);
  is_json(arena, buf_slice(&j));
  assert_int_equal(line_count(buf_slice(&j)), 5);
  has(buf_slice(&j), "{\"depth\":0,\"source\":{\"id\":\"reuters\",\"name\":\"رويترز\"}}\n{\"depth\":1,\"article\":\"c-000000\"");
  has(buf_slice(&j), "\"directed\":false");
  assert_int_equal(isnad_view_chain(store, S("nobody"), &view, &err), ISNAD_NOT_FOUND);
  isnad_store_close(store);
  isnad_arena_free(arena);
}

/* Edges that run in a ring, and a chain of thousands, are walked once and without a deep stack. */
static void rings_and_long_chains_end(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  remove("ring.db");
  isnad_store *store = open_store("ring.db", ISNAD_STORE_WRITE);
  add_made(store, 0, 400);
  assert_int_equal(
      store_execute(store,
                    "INSERT INTO story (id, key, title, published_from, published_to, reports, outlets, origins_certain, origins_possible) "
                    "VALUES('sring', 'sring', 'ring', NULL, NULL, 400, 1, 1, 1);"
                    "INSERT INTO story_member (story, article, published_from, published_to, published_basis) SELECT 'sring', id, NULL, "
                    "NULL, NULL FROM article;"
                    "INSERT INTO edge (child, parent, source, source_name, kind, directed, weight, evidence) SELECT id, CASE WHEN id = "
                    "1 THEN 400 ELSE id - 1 END, NULL, NULL, 'copied', 1, 1, '{' FROM article",
                    NULL),
      ISNAD_OK);
  buf b = buf_new(arena, 0), j = buf_new(arena, 0);
  isnad_view view = view_into(&b, false), json = view_into(&j, true);
  assert_int_equal(isnad_view_chain(store, S("sring"), &view, NULL), ISNAD_OK);
  assert_int_equal(line_count(buf_slice(&b)), 400 * 6); /* the report, its edge, its unnamed source by four ways */
  assert_int_equal(isnad_view_chain(store, S("c-000007"), &view, NULL), ISNAD_OK);
  assert_int_equal(isnad_view_stories(store, &json, NULL), ISNAD_OK);
  has(buf_slice(&j), "\"texts\":1,");
  isnad_store_close(store);
  isnad_arena_free(arena);
}

static void an_article_is_shown_with_its_places(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_store *store = woven_store();
  buf b = buf_new(arena, 0), j = buf_new(arena, 0);
  isnad_view view = view_into(&b, false), json = view_into(&j, true);
  isnad_err err = {0};
  assert_int_equal(isnad_view_article(store, S("c-000003"), &view, &err), ISNAD_OK);
  has(buf_slice(&b), "headline    [0,");
  has(buf_slice(&b), "2021-03-04         story");
  has(buf_slice(&b), "الخبر رقم 3 عن السوق");
  has(buf_slice(&b), "\nsource  ");
  has(buf_slice(&b), "\nname  ");
  has(buf_slice(&b), "\npart  ");
  assert_int_equal(isnad_view_article(store, S("c-000003"), &json, &err), ISNAD_OK);
  is_json(arena, buf_slice(&j));
  has(buf_slice(&j), "\"published\":{\"from\":\"2021-03-04\",\"to\":\"2021-03-05\",\"basis\":\"story\"},\"story\":\"s1111aaaa\"");
  assert_int_equal(isnad_view_article(store, S("c-9"), &json, &err), ISNAD_NOT_FOUND);
  isnad_store_close(store);
  isnad_arena_free(arena);
}

static void exports_have_the_formats_of_the_record(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_store *store = woven_store();
  buf b = buf_new(arena, 0);
  isnad_view view = view_into(&b, false);
  assert_int_equal(isnad_view_export(store, ISNAD_EXPORT_RECORDS, &view, NULL), ISNAD_OK);
  assert_slice(buf_slice(&b), export_of(arena, store));
  b.length = 0;
  assert_int_equal(isnad_view_export(store, ISNAD_EXPORT_ARTICLES, &view, NULL), ISNAD_OK);
  assert_int_equal(line_count(buf_slice(&b)), 6);
  assert_int_equal(isnad_view_export(store, ISNAD_EXPORT_EDGES, &view, NULL), ISNAD_OK);
  has(buf_slice(&b),
      "{\"child\":\"c-000000\",\"source\":{\"id\":\"reuters\",\"name\":\"رويترز\"},\"kind\":\"declared\",\"weight\":0.75,\"evidence\":{\"cited\":["
      "{\"span\":[41,47],\"rule\":\"t.tsv:3\"}]}}\n");
  has(buf_slice(&b),
      "{\"child\":\"c-000001\",\"parent\":\"c-000000\",\"kind\":\"copied\",\"weight\":1,\"evidence\":{\"matched\":80,\"identity\":0.95}}\n");
  assert_int_equal(isnad_view_export(store, ISNAD_EXPORT_PASSAGES, &view, NULL), ISNAD_OK);
  has(buf_slice(&b), "\"spans\":[[[1,5],[2,10]]],\"matched\":80,\"identity\":0.95,\"containment\":[0.9,0.5]}\n");
  assert_int_equal(isnad_view_export(store, ISNAD_EXPORT_STORIES, &view, NULL), ISNAD_OK);
  is_json(arena, buf_slice(&b));
  isnad_store_close(store);
  isnad_arena_free(arena);
}

static bool refuse_line(void *context, isnad_slice line) {
  (void)line;
  return ++*(int *)context < 2;
}

static void a_line_that_is_refused_stops_the_view(void **state) {
  (void)state;
  isnad_store *store = woven_store();
  int lines = 0;
  isnad_view view = {.line = refuse_line, .context = &lines};
  isnad_export kinds[] = {ISNAD_EXPORT_RECORDS, ISNAD_EXPORT_ARTICLES, ISNAD_EXPORT_EDGES, ISNAD_EXPORT_STORIES};
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
    lines = 0;
    assert_int_equal(isnad_view_export(store, kinds[i], &view, NULL), ISNAD_CANCELLED);
    assert_int_equal(lines, 2);
  }
  lines = 0;
  assert_int_equal(store_execute(store, "INSERT INTO refusal VALUES('x', 1, 'page', 'why')", NULL), ISNAD_OK);
  assert_int_equal(isnad_view_doctor(store, &view, NULL), ISNAD_CANCELLED);
  lines = 0;
  assert_int_equal(isnad_view_stats(store, &view, NULL), ISNAD_CANCELLED);
  isnad_store_close(store);
}

/* What stands on a page cannot steer the terminal: no escapes, no turned directions, no broken characters, one line. */
static void words_from_outside_are_cleaned(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_store *store = woven_store();
  assert_int_equal(store_execute(store,
                                 "UPDATE story SET title = 'a' || char(27) || '[31m' || char(10, 9, 8238, 155, 8297) || 'b' || CAST(x'FFC3' AS TEXT) "
                                 "WHERE id = 's1111aaaa'",
                                 NULL),
                   ISNAD_OK);
  buf b = buf_new(arena, 0), c = buf_new(arena, 0);
  isnad_view view = view_into(&b, false), terminal = view_into(&c, false);
  view.limit = terminal.limit = 1;
  assert_int_equal(isnad_view_stories(store, &view, NULL), ISNAD_OK);
  has(buf_slice(&b), "  a [31m b??\n");
  assert_int_equal(line_count(buf_slice(&b)), 1);
  terminal.isolate = terminal.color = true;
  assert_int_equal(isnad_view_stories(store, &terminal, NULL), ISNAD_OK);
  has(buf_slice(&c), "\033[1m\xE2\x81\xA8"
                     "a [31m b??\xE2\x81\xA9\033[0m\n");
  isnad_store_close(store);
  isnad_arena_free(arena);
}

static void the_doctor_and_the_counts(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_store *store = woven_store();
  isnad_err why = {ISNAD_BAD_INPUT, "capture", {0, 0}, "not JSON"};
  assert_int_equal(isnad_store_begin(store, NULL), ISNAD_OK);
  assert_int_equal(isnad_store_refuse(store, S("bad.jsonl"), 3, &why, NULL), ISNAD_OK);
  assert_int_equal(isnad_store_commit(store, NULL), ISNAD_OK);
  buf b = buf_new(arena, 0), j = buf_new(arena, 0);
  isnad_view view = view_into(&b, false), json = view_into(&j, true);
  assert_int_equal(isnad_view_doctor(store, &view, NULL), ISNAD_OK);
  has(buf_slice(&b), "inputs that could not be read\n  bad.jsonl  line 3  capture: not JSON\n");
  assert_int_equal(isnad_view_doctor(store, &json, NULL), ISNAD_OK);
  is_json(arena, buf_slice(&j));
  has(buf_slice(&j), "{\"trouble\":\"refused\",\"name\":\"bad.jsonl\",\"line\":3,\"words\":\"capture: not JSON\"}\n");
  j.length = 0;
  assert_int_equal(isnad_view_stats(store, &json, NULL), ISNAD_OK);
  has(buf_slice(&j), "{\"captures\":6,\"articles\":6,");
  has(buf_slice(&j), "\"passages\":1,\"stories\":2,\"edges\":5,\"refusals\":1,\"unwoven\":6}\n");
  isnad_store_close(store);
  isnad_arena_free(arena);
}

static void nothing_is_said_to_be_nothing(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_store *store = open_store("nothing.db", ISNAD_STORE_WRITE);
  buf b = buf_new(arena, 0);
  isnad_view view = view_into(&b, true);
  isnad_err err = {0};
  assert_int_equal(isnad_view_stories(store, &view, &err), ISNAD_NOT_FOUND);
  assert_int_equal(isnad_view_timeline(store, NULL, 0, &view, &err), ISNAD_NOT_FOUND);
  assert_int_equal(isnad_view_doctor(store, &view, &err), ISNAD_NOT_FOUND);
  assert_int_equal(isnad_view_export(store, ISNAD_EXPORT_RECORDS, &view, &err), ISNAD_NOT_FOUND);
  assert_int_equal(isnad_view_export(store, ISNAD_EXPORT_STORIES, &view, &err), ISNAD_NOT_FOUND);
  assert_true(err.message[0] != '\0');
  assert_int_equal(b.length, 0);
  isnad_store_close(store);
  isnad_arena_free(arena);
}

/* --- a desk that several views share --- */

enum { DESK_VIEWS = 9 };

static isnad_status view_number(unsigned which, isnad_store *store, isnad_view *view) {
  isnad_slice id = isnad_slice_of("s1111aaaa"), short_id = isnad_slice_of("s1111"), article = isnad_slice_of("c-000001");
  switch (which) {
  case 0:
    view->only = short_id;
    return isnad_view_stories(store, view, NULL);
  case 1:
    return isnad_view_chain(store, id, view, NULL);
  case 2:
    return isnad_view_story(store, id, view, NULL);
  case 3:
    return isnad_view_events(store, &short_id, 1, view, NULL);
  case 4:
    return isnad_view_claims(store, id, view, NULL);
  case 5:
    return isnad_view_story(store, isnad_slice_of("s1112"), view, NULL);
  case 6:
    return isnad_view_article(store, article, view, NULL);
  case 7:
    return isnad_view_copies(store, article, view, NULL);
  default:
    return isnad_view_stories(store, view, NULL);
  }
}

/* In every order of two, twice, and beside other stories: what one view read changes nothing that another says. */
static void a_desk_changes_no_word(void **state) {
  (void)state;
  isnad_store *store = woven_store();
  isnad_arena *arena = new_arena(0);
  isnad_view_desk *desk = NULL;
  isnad_slice alone[DESK_VIEWS];
  isnad_status status[DESK_VIEWS];
  assert_int_equal(isnad_view_desk_new(&desk), ISNAD_OK);
  for (unsigned i = 0; i < DESK_VIEWS; i++) {
    buf b = buf_new(arena, 1024);
    isnad_view view = view_into(&b, true);
    status[i] = view_number(i, store, &view);
    alone[i] = buf_slice(&b);
  }
  assert_true(alone[1].length > 0 && alone[2].length > 0 && alone[3].length > 0);
  for (unsigned i = 0; i < DESK_VIEWS * DESK_VIEWS * 2; i++) {
    unsigned which[2] = {i % DESK_VIEWS, i / DESK_VIEWS % DESK_VIEWS};
    for (unsigned k = 0; k < 2; k++) {
      buf b = buf_new(arena, 1024);
      isnad_view view = view_into(&b, true);
      view.desk = desk;
      assert_int_equal(view_number(which[k], store, &view), status[which[k]]);
      assert_true(isnad_slice_equal(buf_slice(&b), alone[which[k]]));
    }
    if (i % 3 == 0) isnad_view_desk_clear(desk);
  }
  isnad_view_desk_free(desk);
  isnad_view_desk_free(NULL);
  isnad_arena_free(arena);
  isnad_store_close(store);
}

static void only_what_is_wanted_is_read(void **state) {
  (void)state;
  static const char json[] = "{\"a\":{\"b\":1,\"c\":[{\"b\":2,\"d\":\"x\"}]},\"d\":{\"a\":[1,{\"q\":null}]},\"b\":\"end\"}";
  static const char *const keys[] = {"a", "b", "c", NULL};
  isnad_arena *arena = new_arena(0);
  const tree *all = tree_read(arena, isnad_slice_of(json)), *some = tree_read_only(arena, isnad_slice_of(json), keys);
  assert_non_null(tree_get(all, "d"));
  assert_null(tree_get(some, "d"));
  assert_true(isnad_slice_equal(tree_text(some, "b"), isnad_slice_of("end")));
  const tree *inner = tree_item(tree_get(tree_get(some, "a"), "c"), 0);
  assert_true(isnad_slice_equal(tree_text(inner, "b"), isnad_slice_of("2")));
  assert_null(tree_get(inner, "d"));
  assert_null(tree_read_only(arena, isnad_slice_of("{\"d\":[1,}"), keys)); /* what is left out must be JSON all the same */
  isnad_arena_free(arena);
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(stories_are_listed),
      cmocka_unit_test(a_story_tells_who_took_from_whom),
      cmocka_unit_test(the_timeline_is_in_order),
      cmocka_unit_test(a_chain_begins_at_its_origin),
      cmocka_unit_test(rings_and_long_chains_end),
      cmocka_unit_test(an_article_is_shown_with_its_places),
      cmocka_unit_test(exports_have_the_formats_of_the_record),
      cmocka_unit_test(a_line_that_is_refused_stops_the_view),
      cmocka_unit_test(words_from_outside_are_cleaned),
      cmocka_unit_test(the_doctor_and_the_counts),
      cmocka_unit_test(nothing_is_said_to_be_nothing),
      cmocka_unit_test(a_desk_changes_no_word),
      cmocka_unit_test(only_what_is_wanted_is_read),
  };
  return cmocka_run_group_tests(tests, enter_folder_of_its_own, leave_folder);
}

/* Hostile pages cost a stated bound: steps of the tree builder and bytes of the arena, never seconds. Each is built at one size and at twice that. */
#include "../support.h"

#include "html/html.h"

enum { STEPS_A_BYTE = 3, MEMORY_A_BYTE = 16, MEMORY = 16 * 1024 * 1024 };

typedef struct hostile {
  const char *name, *before, *repeated, *after;
  size_t times;
} hostile;

static const hostile pages[] = {
    {"nested div", "", "<div>", "x", 200000},
    {"nested b", "", "<b>", "x", 100000},
    {"nested b with text", "", "<b>x", "", 100000},
    {"attributes on one tag", "<p ", "id=1 ", ">x", 100000},
    {"unknown attributes on one tag", "<p ", "a ", ">x", 100000},
    {"nested tables", "", "<table><tr><td>", "x", 50000},
    {"tables in tables", "", "<table>", "x", 50000},
    {"a b i", "", "<a><b><i>", "x", 4000},
    {"closed links in open ones", "<b><i>", "<a><p></a>", "x", 100000},
    {"misnested formatting", "", "<b><p></b></p>", "x", 50000},
    {"end tags that close nothing", "<div><b><i><u><em>", "</span></b></a>", "x", 100000},
    {"unknown end tags under unknown elements", "", "<x1></x2>", "x", 100000},
    {"paragraph ends", "", "</p>", "", 200000},
    {"fostered text", "<table>", "x<tr>", "", 100000},
    {"fostered elements", "<table>", "<b>x", "", 100000},
    {"fostered paragraphs", "<table>", "<p>x<tr><td>y</td></tr>", "", 50000},
    {"nested templates", "", "<template><td>", "x", 50000},
    {"options", "<select>", "<option>x", "", 100000},
    {"lists", "", "<ul><li>", "x", 50000},
    {"headings", "", "<h1>x", "", 100000},
    {"nested svg", "", "<svg><g>", "x", 50000},
    {"svg broken out of", "", "<svg><p>x", "", 50000},
    {"svg ends", "<svg><g><g><g><g>", "</x>", "", 100000},
    {"bodies with attributes", "", "<body id=x class=y>", "", 50000},
    {"forms", "", "<form></div></form><form>", "", 50000},
    {"buttons", "", "<button>", "", 100000},
    {"references", "<p>", "&lt<b>", "", 100000},
    {"bare ampersands", "<p>", "&", "", 1000000},
    {"nearly references", "<p>", "&CounterClockwiseContourIntegra", "", 100000},
    {"less-than signs", "", "<", "", 1000000},
    {"tags that do not end", "", "<a", "", 500000},
    {"open comments", "", "<!--<!-", "", 200000},
    {"dashes", "<!--", "--!", "", 300000},
    {"doctypes", "", "<!doctype html>", "", 100000},
    {"script in script", "<script>", "<!--<script>", "", 100000},
    {"ends of other raw text", "<textarea>", "</title>", "", 100000},
    {"quotes", "<p ", "a=\"b' ", "", 100000},
    {"carriage returns", "<p>", "\r\r\n", "", 300000},
    {"equals signs", "<p ", "=", "", 500000},
    {"cdata in svg", "<svg>", "<![CDATA[x]]", "", 100000},
};

static isnad_slice repeated(const hostile *h, size_t times) {
  size_t before = strlen(h->before), unit = strlen(h->repeated), after = strlen(h->after), length = before + unit * times + after;
  char *bytes = malloc(length + 1);
  assert_non_null(bytes);
  memcpy(bytes, h->before, before);
  for (size_t i = 0; i < times; i++) memcpy(bytes + before + i * unit, h->repeated, unit);
  memcpy(bytes + before + unit * times, h->after, after);
  return (isnad_slice){bytes, length};
}

/* Parents before children, ranges nested, text inside the input. */
static void check_tree(const html_tree *tree, const char *name) {
  for (uint32_t i = 1; i < tree->count; i++) {
    const html_node *n = &tree->nodes[i], *parent = &tree->nodes[n->parent];
    if (n->parent >= i || n->end <= i || n->end > parent->end || n->begin > n->finish || n->finish > tree->input.length)
      fail_msg("%s: node %u is broken", name, i);
  }
}

static html_stats parsed(isnad_slice page, const char *name) {
  isnad_arena *arena = new_arena(0);
  html_tree tree;
  isnad_err err = {0};
  if (html_parse(&tree, arena, page, NULL, &err) != ISNAD_OK) fail_msg("%s: %s", name, err.message);
  size_t used = isnad_arena_used(arena);
  if (used > MEMORY_A_BYTE * page.length + MEMORY) fail_msg("%s: %zu bytes of memory for %zu", name, used, page.length);
  if (tree.stats.steps > STEPS_A_BYTE * page.length + 1000)
    fail_msg("%s: %llu steps for %zu bytes", name, (unsigned long long)tree.stats.steps, page.length);
  assert_true(tree.stats.depth <= HTML_DEPTH + 8);
  check_tree(&tree, name);
  isnad_arena_free(arena);
  return tree.stats;
}

static void costs_are_linear(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
    isnad_slice once = repeated(&pages[i], pages[i].times), twice = repeated(&pages[i], 2 * pages[i].times);
    uint64_t a = parsed(once, pages[i].name).steps, b = parsed(twice, pages[i].name).steps;
    if (b > 2 * a + a / 10 + 1000)
      fail_msg("%s: %llu steps, and %llu at twice the size", pages[i].name, (unsigned long long)a, (unsigned long long)b);
    free((void *)once.bytes);
    free((void *)twice.bytes);
  }
}

static void font_and_p(void **state) {
  (void)state;
  size_t room = 3000 * 20, length = 0;
  char *bytes = malloc(room + 3000 * 4 + 1);
  assert_non_null(bytes);
  for (int i = 0; i < 3000; i++) length += (size_t)sprintf(bytes + length, "<font size=%d>", i);
  for (int i = 0; i < 3000; i++) length += (size_t)sprintf(bytes + length, "<p>");
  html_stats stats = parsed((isnad_slice){bytes, length}, "font and p");
  assert_true(stats.steps < 30000);
  free(bytes);
}

static void large(const char *before, char fill, size_t length, const char *after) {
  size_t head = strlen(before), tail = strlen(after);
  char *bytes = malloc(head + length + tail + 1);
  assert_non_null(bytes);
  memcpy(bytes, before, head);
  memset(bytes + head, fill, length);
  memcpy(bytes + head + length, after, tail);
  html_stats stats = parsed((isnad_slice){bytes, head + length + tail}, before);
  assert_true(stats.steps < 100);
  free(bytes);
}

static void one_large_piece(void **state) {
  (void)state;
  large("<p>", 'x', 50 * 1024 * 1024, "</p>");
  large("<p title=\"", 'x', 1024 * 1024, "\">x");
  large("<p title=\"", 'x', 1024 * 1024, "");
  large("<", 'x', 1024 * 1024, ">");
  large("<!--", '-', 1024 * 1024, "");
}

/* What lies deeper than allowed is kept, and its end tags close nothing else. */
static void depth_is_capped(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  hostile h = {"", "<section>", "<div>", "", 600};
  isnad_slice open = repeated(&h, 600), page;
  char *bytes = isnad_arena_alloc(arena, open.length + 600 * 6 + 20);
  memcpy(bytes, open.bytes, open.length);
  size_t length = open.length;
  for (int i = 0; i < 600; i++) memcpy(bytes + length, "</div>", 6), length += 6;
  memcpy(bytes + length, "after", 5);
  page = (isnad_slice){bytes, length + 5};
  html_tree tree;
  assert_int_equal(html_parse(&tree, arena, page, NULL, NULL), ISNAD_OK);
  const html_node *last = &tree.nodes[tree.count - 1];
  assert_int_equal(last->kind, HTML_TEXT);
  assert_int_equal(tree.nodes[last->parent].tag, HTML_SECTION);
  assert_true(tree.stats.depth_capped > 50 && tree.stats.depth <= HTML_DEPTH);
  assert_int_equal(tree.count, 3 + 1 + 600 + 1);
  free((void *)open.bytes);
  isnad_arena_free(arena);
}

/* The arena's limit is an error, not a crash, wherever it strikes. */
static void limits_are_told(void **state) {
  (void)state;
  isnad_slice page = S("<!doctype html><title>a&amp;b</title><table>x<tr><td class='a&lt;b'>c&gt;<svg><path/></svg></table><p>y");
  size_t refused = 0;
  for (size_t limit = 100; limit < 120000; limit += limit / 40 + 16) {
    isnad_arena *arena = new_arena(limit);
    html_tree tree;
    isnad_err err = {0};
    isnad_status status = html_parse(&tree, arena, page, NULL, &err);
    assert_true(status == ISNAD_OK || (status == ISNAD_LIMIT && err.status == ISNAD_LIMIT && tree.count == 0));
    refused += status != ISNAD_OK;
    isnad_arena_free(arena);
  }
  assert_true(refused > 5);
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {cmocka_unit_test(costs_are_linear), cmocka_unit_test(font_and_p), cmocka_unit_test(one_large_piece),
                                     cmocka_unit_test(depth_is_capped), cmocka_unit_test(limits_are_told)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

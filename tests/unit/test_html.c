/* Trees of small pages against a table, and what the tree promises: slices of the input, places of raw bytes, kinds of tags. */
#include "../case_table.h"

#include "base/buf.h"
#include "html/html.h"

static const char *tests_folder;

static html_tree parsed(isnad_arena *arena, isnad_slice page) {
  html_tree tree;
  assert_int_equal(html_parse(&tree, arena, page, NULL, NULL), ISNAD_OK);
  return tree;
}

static void describe_attributes(buf *b, const html_tree *tree, uint32_t i) {
  static const char *const names[] = {
#define X(name, constant) name,
      HTML_ATTR_NAMES(X)
#undef X
  };
  const html_node *n = &tree->nodes[i];
  for (uint32_t k = 0; k < n->attr_count; k++) {
    html_attr_name name = (html_attr_name)tree->attrs[n->first + k].name;
    isnad_slice value = {NULL, 0};
    assert_true(html_attr(tree, i, name, &value));
    buf_add_text(b, k == 0 ? "[" : " ");
    buf_add_text(b, names[name]);
    buf_add_char(b, '=');
    buf_add_slice(b, value);
  }
  if (n->attr_count > 0) buf_add_char(b, ']');
}

static void describe(buf *b, const html_tree *tree, uint32_t i) {
  const html_node *n = &tree->nodes[i];
  if (n->kind == HTML_TEXT) {
    buf_add_char(b, '\'');
    buf_add_slice(b, html_node_text(tree, i));
    buf_add_char(b, '\'');
    if ((n->flags & HTML_NODE_LINK) != 0) buf_add_char(b, '^');
    if ((n->flags & HTML_NODE_DECODED) != 0) buf_add_char(b, '~');
    return;
  }
  if (n->kind == HTML_FOREIGN) buf_add_text(b, "svg:");
  buf_add_slice(b, html_node_name(tree, i));
  describe_attributes(b, tree, i);
  if (n->end == i + 1) return;
  buf_add_char(b, '(');
  for (uint32_t child = i + 1; child < n->end; child = tree->nodes[child].end) describe(b, tree, child);
  buf_add_char(b, ')');
}

/* What stands in html, without a head that holds nothing. */
static isnad_slice tree_text(isnad_arena *arena, isnad_slice page) {
  html_tree tree = parsed(arena, page);
  buf b = buf_new(arena, 256);
  assert_int_equal(tree.nodes[0].tag, HTML_HTML);
  for (uint32_t child = 1; child < tree.count; child = tree.nodes[child].end)
    if (tree.nodes[child].tag != HTML_HEAD || tree.nodes[child].end > child + 1) describe(&b, &tree, child);
  return buf_slice(&b);
}

static void test_trees(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  case_table t = read_cases(arena, tests_folder, "html_tree.tsv", 3);
  int wrong = 0;
  assert_true(t.count > 70);
  for (size_t i = 0; i < t.count; i++) {
    const test_case *c = &t.cases[i];
    wrong += case_differs("html_tree.tsv", c, "tree", tree_text(arena, c->cells[0]), c->cells[1]);
  }
  assert_int_equal(wrong, 0);
  isnad_arena_free(arena);
}

static void test_text_is_not_copied(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_slice page = S("<p title='سبب'>نص بلا مراجع");
  html_tree tree = parsed(arena, page);
  isnad_slice text = html_node_text(&tree, tree.count - 1), title;
  assert_ptr_equal(text.bytes, page.bytes + tree.nodes[tree.count - 1].begin);
  assert_true(html_attr(&tree, tree.count - 2, HTML_ATTR_TITLE, &title));
  assert_slice(title, S("سبب"));
  assert_true(title.bytes > page.bytes && title.bytes < page.bytes + page.length);
  assert_false(html_attr(&tree, tree.count - 2, HTML_ATTR_CLASS, NULL));
  assert_int_equal(tree.decoded_count, 0);
  isnad_arena_free(arena);
}

static void test_places_of_decoded_text(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  html_tree tree = parsed(arena, S("<p>ab&amp;c\r\nd&#1575;e"));
  uint32_t node = tree.count - 1;
  static const uint32_t wanted[] = {3, 4, 5, 10, 11, 13, 14, 14, 21, 22}; /* a b & c LF d and both bytes of an alef, e, the end */
  isnad_slice text = html_node_text(&tree, node);
  assert_slice(text, S("ab&c\nd\xD8\xA7"
                       "e"));
  for (size_t i = 0; i <= text.length; i++) assert_int_equal(html_text_raw(&tree, node, i), wanted[i]);
  isnad_arena_free(arena);
}

static void test_raw_ranges_of_tags(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_slice page = S("<div class=a><p>x</div>");
  html_tree tree = parsed(arena, page);
  const html_node *div = &tree.nodes[3];
  assert_slice(((isnad_slice){page.bytes + div->begin, div->finish - div->begin}), S("<div class=a>"));
  const html_attr_value *a = html_attr_find(&tree, 3, HTML_ATTR_CLASS);
  assert_non_null(a);
  assert_int_equal(a->begin, 11);
  assert_int_equal(a->finish, 12);
  assert_true((tree.nodes[0].flags & HTML_NODE_IMPLIED) != 0);
  assert_int_equal(tree.nodes[0].parent, UINT32_MAX);
  isnad_arena_free(arena);
}

static void test_scripting(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  html_tree tree;
  html_limits limits = {.scripting = true};
  assert_int_equal(html_parse(&tree, arena, S("<p><noscript><img></noscript>"), &limits, NULL), ISNAD_OK);
  assert_slice(html_node_text(&tree, tree.count - 1), S("<img>"));
  assert_true((tree.nodes[tree.count - 1].flags & HTML_NODE_RAW) != 0);
  isnad_arena_free(arena);
}

static void test_kinds_of_tags(void **state) {
  (void)state;
  assert_string_equal(html_tag_name(HTML_BLOCKQUOTE), "blockquote");
  assert_string_equal(html_tag_name(HTML_UNKNOWN), "");
  assert_true(html_tag_is_block(HTML_P) && html_tag_is_block(HTML_TD) && html_tag_is_block(HTML_H3) && !html_tag_is_block(HTML_SPAN));
  assert_true(html_tag_is_hidden(HTML_SCRIPT) && html_tag_is_hidden(HTML_TEMPLATE) && !html_tag_is_hidden(HTML_P));
}

static void test_nothing(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  html_tree tree = parsed(arena, (isnad_slice){NULL, 0});
  assert_int_equal(tree.count, 3);
  assert_int_equal(tree.nodes[2].tag, HTML_BODY);
  isnad_arena_free(arena);
}

int main(int argc, char **argv) {
  tests_folder = argc > 1 ? argv[1] : "tests";
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_trees),
                                     cmocka_unit_test(test_text_is_not_copied),
                                     cmocka_unit_test(test_places_of_decoded_text),
                                     cmocka_unit_test(test_raw_ranges_of_tags),
                                     cmocka_unit_test(test_scripting),
                                     cmocka_unit_test(test_kinds_of_tags),
                                     cmocka_unit_test(test_nothing)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

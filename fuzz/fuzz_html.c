/* Builds the tree of the bytes, with scripts and without, deep and shallow, and walks it. */
#include "fuzz.h"

#include <string.h>

#include "html/html.h"

enum { MEMORY_PER_BYTE = 16, MEMORY = 1 << 20, STEPS_PER_BYTE = 8, STEPS = 1000 };

static void check_attributes(const html_tree *tree, uint32_t i) {
  const html_node *n = &tree->nodes[i];
  REQUIRE(n->first + n->attr_count <= tree->attr_count || n->attr_count == 0);
  uint64_t seen = 0;
  for (uint32_t k = 0; k < n->attr_count; k++) {
    const html_attr_value *a = &tree->attrs[n->first + k];
    isnad_slice value;
    REQUIRE(a->name < HTML_ATTR_COUNT && (seen >> a->name & 1) == 0);
    REQUIRE(a->begin <= a->finish && a->finish <= tree->input.length);
    REQUIRE(html_attr(tree, i, (html_attr_name)a->name, &value));
    touch(value);
    seen |= (uint64_t)1 << a->name;
  }
}

/* Every place of a text leads to a place of its raw bytes, in order. */
static void check_text(const html_tree *tree, uint32_t i) {
  const html_node *n = &tree->nodes[i];
  isnad_slice text = html_node_text(tree, i);
  uint32_t last = n->begin;
  size_t step = text.length / 16 + 1;
  touch(text);
  REQUIRE(n->end == i + 1 && n->begin < n->finish);
  for (size_t at = 0; at <= text.length; at += step) {
    uint32_t raw = html_text_raw(tree, i, at);
    REQUIRE(raw >= last && raw <= n->finish);
    last = raw;
  }
  REQUIRE(html_text_raw(tree, i, text.length) == n->finish);
}

static void check_tree(const html_tree *tree) {
  REQUIRE(tree->count >= 2 && tree->nodes[0].tag == HTML_HTML && tree->nodes[0].end == tree->count);
  for (uint32_t i = 0; i < tree->count; i++) {
    const html_node *n = &tree->nodes[i];
    REQUIRE(n->begin <= n->finish && n->finish <= tree->input.length && n->end > i);
    if (i > 0) REQUIRE(n->parent < i && n->end <= tree->nodes[n->parent].end && tree->nodes[n->parent].kind != HTML_TEXT);
    if (n->kind == HTML_TEXT) {
      check_text(tree, i);
    } else {
      check_attributes(tree, i);
      touch(html_node_name(tree, i));
    }
  }
}

static void build(isnad_arena *arena, isnad_slice bytes, html_limits limits) {
  html_tree tree;
  isnad_arena_reset(arena);
  REQUIRE(html_parse(&tree, arena, bytes, &limits, NULL) == ISNAD_OK);
  check_tree(&tree);
  REQUIRE(isnad_arena_used(arena) <= MEMORY_PER_BYTE * bytes.length + MEMORY);
  REQUIRE(tree.stats.steps <= STEPS_PER_BYTE * bytes.length + STEPS);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  isnad_arena *arena = NULL;
  isnad_slice bytes = {(const char *)data, size};
  REQUIRE(isnad_arena_new(&arena, 0) == ISNAD_OK);
  build(arena, bytes, (html_limits){0});
  build(arena, bytes, (html_limits){.depth = 6, .scripting = true});
  html_tree tree;
  isnad_arena_limit(arena, 30000 + 4 * size);
  isnad_arena_reset(arena);
  isnad_status limited = html_parse(&tree, arena, bytes, NULL, NULL);
  REQUIRE(limited == ISNAD_OK || limited == ISNAD_LIMIT);
  isnad_arena_free(arena);
  return 0;
}

/* compare_gumbo [-v] PATH...: on how many pages our tree agrees with Gumbo's in text content, and in the order of text and elements, formatting
 * elements left out. -v shows the first difference of each page. Pages that are not valid UTF-8 are repaired first. */
#include <gumbo.h>
#include <string.h>

#include "base/buf.h"
#include "bench.h"
#include "html/html.h"
#include "isnad/capture.h"
#include "page/repair.h"

enum { VIEWS = 3, AROUND = 70 };

typedef struct views {
  buf view[VIEWS]; /* text; text and elements; text without white space, and with U+FFFD for control characters, as Gumbo has it */
} views;

static bool is_formatting(isnad_slice name) {
  static const char *const names[] = {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (isnad_slice_equal(name, isnad_slice_of(names[i]))) return true;
  return false;
}

static void start(views *v, isnad_slice name) {
  if (is_formatting(name)) return;
  buf_add_text(&v->view[1], "\x01<");
  for (size_t i = 0; i < name.length; i++)
    buf_add_char(&v->view[1], (char)(name.bytes[i] >= 'A' && name.bytes[i] <= 'Z' ? name.bytes[i] + 32 : name.bytes[i]));
  buf_add_text(&v->view[1], ">");
}

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static void text(views *v, isnad_slice s) {
  buf_add_slice(&v->view[0], s);
  buf_add_slice(&v->view[1], s);
  for (size_t i = 0; i < s.length; i++) {
    bool control = s.bytes[i] == '\xC2' && i + 1 < s.length && (unsigned char)s.bytes[i + 1] < 0xA0;
    bool low = ((unsigned char)s.bytes[i] < 0x20 || s.bytes[i] == 0x7F) && !is_space(s.bytes[i]);
    if (control || low)
      buf_add_text(&v->view[2], "\xEF\xBF\xBD");
    else if (!is_space(s.bytes[i]))
      buf_add_char(&v->view[2], s.bytes[i]);
    i += control;
  }
}

static void ours(views *v, const html_tree *tree) {
  for (uint32_t i = 0; i < tree->count; i++) {
    if (tree->nodes[i].kind == HTML_TEXT)
      text(v, html_node_text(tree, i));
    else
      start(v, html_node_name(tree, i));
  }
}

static void theirs(views *v, const GumboNode *node) {
  switch (node->type) {
  case GUMBO_NODE_TEXT:
  case GUMBO_NODE_WHITESPACE:
  case GUMBO_NODE_CDATA:
    text(v, isnad_slice_of(node->v.text.text));
    return;
  case GUMBO_NODE_ELEMENT:
  case GUMBO_NODE_TEMPLATE: {
    const char *name = gumbo_normalized_tagname(node->v.element.tag);
    GumboStringPiece piece = node->v.element.original_tag;
    gumbo_tag_from_original_text(&piece);
    start(v, *name != '\0' ? isnad_slice_of(name) : (isnad_slice){piece.data, piece.length});
    for (unsigned i = 0; i < node->v.element.children.length; i++) theirs(v, node->v.element.children.data[i]);
    return;
  }
  default:
    return;
  }
}

static void show(const char *what, isnad_slice path, const buf *a, const buf *b) {
  size_t at = 0;
  while (at < a->length && at < b->length && a->bytes[at] == b->bytes[at]) at++;
  size_t from = at > AROUND ? at - AROUND : 0;
  printf("--- %s differs at %zu: %.*s\n  ours   %.*s\n  theirs %.*s\n", what, at, (int)path.length, path.bytes,
         (int)(a->length - from < 2 * AROUND ? a->length - from : 2 * AROUND), a->bytes + from,
         (int)(b->length - from < 2 * AROUND ? b->length - from : 2 * AROUND), b->bytes + from);
}

static void compare(isnad_arena *arena, isnad_slice path, isnad_slice page, size_t agree[VIEWS], bool tell) {
  static const char *const names[VIEWS] = {"text", "order", "letters"};
  views a, b;
  html_tree tree;
  for (int i = 0; i < VIEWS; i++) a.view[i] = buf_new(arena, page.length), b.view[i] = buf_new(arena, page.length);
  if (html_parse(&tree, arena, page, NULL, NULL) != ISNAD_OK) return;
  ours(&a, &tree);
  GumboOutput *output = gumbo_parse_with_options(&kGumboDefaultOptions, page.bytes, page.length);
  theirs(&b, output->root);
  for (int i = VIEWS - 1; i >= 0; i--) {
    bool same = isnad_slice_equal(buf_slice(&a.view[i]), buf_slice(&b.view[i]));
    agree[i] += same;
    if (same || !tell) continue;
    show(names[i], path, &a.view[i], &b.view[i]);
    break;
  }
  gumbo_destroy_output(&kGumboDefaultOptions, output);
}

int main(int argc, char **argv) {
  bool tell = argc > 1 && strcmp(argv[1], "-v") == 0;
  isnad_arena *arena = NULL;
  isnad_captures *captures = NULL;
  isnad_input input;
  isnad_repairs repairs;
  size_t pages = 0, agree[VIEWS] = {0};
  if (isnad_arena_new(&arena, 0) != ISNAD_OK) return 2;
  if (isnad_captures_open(&captures, (const char *const *)argv + 1 + tell, (size_t)(argc - 1 - tell), NULL, NULL) != ISNAD_OK) return 2;
  for (isnad_status status; (status = isnad_captures_next(captures, &input, NULL)) != ISNAD_END;) {
    isnad_capture capture;
    isnad_slice page;
    if (status != ISNAD_OK) continue;
    isnad_arena_reset(arena);
    if (isnad_capture_read(&capture, arena, &input, NULL) != ISNAD_OK || capture.media != ISNAD_MEDIA_HTML) continue;
    if (page_repair(&page, &repairs, arena, input.bytes, NULL) != ISNAD_OK) continue;
    pages++;
    compare(arena, input.path, page, agree, tell);
  }
  printf("%zu pages: text agrees on %zu, order of text and elements on %zu, text besides white space and control characters on %zu\n", pages,
         agree[0], agree[1], agree[2]);
  isnad_captures_close(captures);
  isnad_arena_free(arena);
  return 0;
}

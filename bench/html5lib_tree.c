/* html5lib_tree [-v] FILE.dat...: runs the tree-construction tests of html5lib (MIT, not part of this tree) and tells how many agree, in four ways:
 *   text    the text content, in order, of everything but comments
 *   blocks  text and start of elements in order, formatting elements (a, b, i ...) left out
 *   nested  the same with ends of elements
 *   exact   the whole tree, attributes and comments left out
 * Fragments are left out: pages are whole documents. Told once for scripting off, and for on where a test asks for it. Never fails. */
#include <string.h>

#include "base/buf.h"
#include "bench.h"
#include "html/html.h"

enum { VIEWS = 4, DEPTH = 1200 };

typedef struct views {
  buf view[VIEWS];
} views;

static const char *const view_names[VIEWS] = {"text", "blocks", "nested", "exact"};

static bool is_formatting(isnad_slice name) {
  static const char *const names[] = {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (isnad_slice_equal(name, isnad_slice_of(names[i]))) return true;
  return false;
}

static void start(views *v, isnad_slice name) {
  for (int i = 1; i < VIEWS; i++) {
    if (i < 3 && is_formatting(name)) continue;
    buf_add_text(&v->view[i], "\x01<");
    buf_add_slice(&v->view[i], name);
    buf_add_text(&v->view[i], ">\x02");
  }
}

static void end(views *v, isnad_slice name) {
  for (int i = 2; i < VIEWS; i++) {
    if (i < 3 && is_formatting(name)) continue;
    buf_add_text(&v->view[i], "\x01</>\x02");
  }
}

static void text(views *v, isnad_slice s) {
  for (int i = 0; i < VIEWS; i++) buf_add_slice(&v->view[i], s);
}

/* --- wanted: the dump of a test --- */

typedef struct wanted_stack {
  isnad_slice names[DEPTH];
  int levels[DEPTH], depth;
} wanted_stack;

static void close_to(views *v, wanted_stack *s, int level) {
  while (s->depth > 0 && s->levels[s->depth - 1] >= level) end(v, s->names[--s->depth]);
}

static isnad_slice next_line(isnad_slice *rest) {
  const char *lf = rest->length > 0 ? memchr(rest->bytes, '\n', rest->length) : NULL;
  size_t length = lf != NULL ? (size_t)(lf - rest->bytes) : rest->length;
  isnad_slice line = {rest->bytes, length};
  rest->bytes += length + (lf != NULL);
  rest->length -= length + (lf != NULL);
  return line;
}

static isnad_slice from(isnad_slice s, size_t n) { return (isnad_slice){s.bytes + n, s.length - n}; }

/* The name in "<svg path>" or "<div>". */
static isnad_slice name_in(isnad_slice line) {
  isnad_slice name = {line.bytes + 1, line.length > 2 ? line.length - 2 : 0};
  if (isnad_slice_starts(name, isnad_slice_of("svg "))) return from(name, 4);
  return isnad_slice_starts(name, isnad_slice_of("math ")) ? from(name, 5) : name;
}

static void wanted(views *v, isnad_slice dump) {
  static wanted_stack s;
  s.depth = 0;
  while (dump.length > 0) {
    isnad_slice line = next_line(&dump);
    if (!isnad_slice_starts(line, isnad_slice_of("| "))) continue;
    int level = 0;
    for (line = from(line, 2); line.length > 1 && line.bytes[0] == ' '; line = from(line, 2)) level++;
    if (line.length == 0) continue;
    if (line.bytes[0] == '"') {
      close_to(v, &s, level);
      isnad_slice t = from(line, 1);
      for (const char *last = t.bytes + t.length; dump.length > 0 && (t.length == 0 || last[-1] != '"'); last = t.bytes + t.length) {
        isnad_slice more = next_line(&dump);
        t.length = (size_t)(more.bytes + more.length - t.bytes);
      }
      text(v, (isnad_slice){t.bytes, t.length > 0 ? t.length - 1 : 0});
    } else if (line.bytes[0] == '<' && line.length > 1 && line.bytes[1] != '!' && line.bytes[1] != '?') {
      close_to(v, &s, level);
      isnad_slice name = name_in(line);
      start(v, name);
      s.names[s.depth] = name;
      s.levels[s.depth++] = level;
    } else if (line.bytes[0] == '<') {
      close_to(v, &s, level); /* a comment may go on over lines, which then begin without a bar or are passed over as attributes */
    }
  }
  close_to(v, &s, 0);
}

/* --- got --- */

static isnad_slice lower(isnad_arena *arena, isnad_slice s) {
  char *to = isnad_arena_alloc(arena, s.length + 1);
  for (size_t i = 0; i < s.length; i++) to[i] = (char)(s.bytes[i] >= 'A' && s.bytes[i] <= 'Z' ? s.bytes[i] + 32 : s.bytes[i]);
  return (isnad_slice){to, s.length};
}

static void got(views *v, isnad_arena *arena, const html_tree *tree) {
  uint32_t open[DEPTH];
  size_t depth = 0;
  for (uint32_t i = 0; i <= tree->count; i++) {
    while (depth > 0 && tree->nodes[open[depth - 1]].end <= i) end(v, lower(arena, html_node_name(tree, open[--depth])));
    if (i == tree->count) break;
    if (tree->nodes[i].kind == HTML_TEXT) {
      text(v, html_node_text(tree, i));
    } else {
      start(v, lower(arena, html_node_name(tree, i)));
      open[depth++] = i;
    }
  }
}

/* Names of SVG that are written with capitals in dumps are compared in lower case. */
static void flatten(buf *b) {
  for (size_t i = 0; i < b->length; i++)
    if (b->bytes[i] >= 'A' && b->bytes[i] <= 'Z') b->bytes[i] = (char)(b->bytes[i] + 32);
}

typedef struct counts {
  size_t all, agree[VIEWS];
} counts;

static void run(counts *c, isnad_slice data, isnad_slice dump, bool scripting, bool tell, const char *path) {
  isnad_arena *arena = NULL;
  if (isnad_arena_new(&arena, 0) != ISNAD_OK) exit(2);
  views w, g;
  html_tree tree;
  html_limits limits = {.scripting = scripting};
  for (int i = 0; i < VIEWS; i++) w.view[i] = buf_new(arena, 64), g.view[i] = buf_new(arena, 64);
  if (html_parse(&tree, arena, data, &limits, NULL) != ISNAD_OK) exit(2);
  wanted(&w, dump);
  got(&g, arena, &tree);
  c->all++;
  for (int i = 0; i < VIEWS; i++) {
    flatten(&w.view[i]);
    flatten(&g.view[i]);
    bool same = isnad_slice_equal(buf_slice(&w.view[i]), buf_slice(&g.view[i]));
    c->agree[i] += same;
    if (same || !tell || i != 2) continue;
    printf("--- %s differs (%s)\n%.*s\n  wanted %.*s\n  got    %.*s\n", view_names[i], path, (int)data.length, data.bytes, (int)w.view[i].length,
           w.view[i].bytes, (int)g.view[i].length, g.view[i].bytes);
  }
  isnad_arena_free(arena);
}

static bool is(isnad_slice line, const char *word) { return isnad_slice_equal(line, isnad_slice_of(word)); }

static void run_file(counts *c, size_t *fragments, const char *path, bool tell) {
  size_t length = 0;
  char *bytes = bench_file(path, &length);
  isnad_slice rest = {bytes, length};
  while (rest.length > 0) {
    isnad_slice line = next_line(&rest);
    if (!is(line, "#data")) continue;
    isnad_slice data = {rest.bytes, 0}, dump;
    bool fragment = false, on = false, off = false;
    for (line = next_line(&rest); !is(line, "#errors") && rest.length > 0; line = next_line(&rest))
      data.length = (size_t)(rest.bytes - data.bytes) - 1;
    for (; !is(line, "#document") && rest.length > 0; line = next_line(&rest)) {
      fragment = fragment || is(line, "#document-fragment");
      on = on || is(line, "#script-on");
      off = off || is(line, "#script-off");
    }
    dump.bytes = rest.bytes;
    const char *last = rest.bytes;
    while (rest.length > 0 && !isnad_slice_starts(rest, isnad_slice_of("\n#data\n")) && !isnad_slice_starts(rest, isnad_slice_of("#data\n"))) {
      next_line(&rest);
      last = rest.bytes;
    }
    dump.length = (size_t)(last - dump.bytes);
    *fragments += fragment;
    if (fragment) continue;
    if (!on) run(c, data, dump, false, tell, path);
    if (!off) run(c, data, dump, true, tell, path);
  }
  free(bytes);
}

int main(int argc, char **argv) {
  bool tell = argc > 1 && strcmp(argv[1], "-v") == 0;
  size_t fragments = 0;
  counts c = {0};
  for (int i = 1 + tell; i < argc; i++) run_file(&c, &fragments, argv[i], tell);
  printf("%zu runs (%zu fragments left out):", c.all, fragments);
  for (int i = 0; i < VIEWS; i++) printf(" %s %zu", view_names[i], c.agree[i]);
  puts("");
  return 0;
}

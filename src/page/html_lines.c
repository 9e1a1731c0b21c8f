#include "page/html_lines.h"

#include "base/buf.h"
#include "page/html_hints.h"

#include <string.h>

/* A block element that is open, and its box once it has one. */
typedef struct open_block {
  uint32_t node;
  uint32_t box;
} open_block;

typedef struct layout {
  html_page *p;
  isnad_arena *arena;
  buf text;
  open_block *open; /* from the outermost in */
  size_t depth;
  uint32_t bold_end; /* nodes before it are bold */
  uint32_t box;      /* of the line that is being filled; NO_BOX: none is */
  uint32_t begin;    /* of that line in the text */
  uint32_t first_node, last_node;
  uint32_t links, bold;
  bool linked; /* the last piece of the line is a link */
  bool space;  /* white space is due before the next letter of the line */
  bool failed;
} layout;

static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

static void *grow(layout *l, void *items, size_t count, size_t *room, size_t size) {
  if (count < *room) return items;
  size_t more = *room > 0 ? *room * 2 : 64;
  void *grown = isnad_arena_grow(l->arena, items, *room, more, size);
  l->failed |= grown == NULL;
  if (grown != NULL) *room = more;
  return grown != NULL ? grown : items;
}

/* --- boxes --- */

static uint32_t add_box(layout *l, uint32_t node, uint32_t parent) {
  html_page *p = l->p;
  p->boxes = grow(l, p->boxes, p->box_count, &p->box_room, sizeof *p->boxes);
  if (l->failed) return NO_BOX;
  html_box *b = &p->boxes[p->box_count];
  *b = (html_box){.node = node, .parent = parent, .tag = p->tree->nodes[node].tag, .first_line = (uint32_t)p->line_count};
  if (b->tag != HTML_HTML && b->tag != HTML_BODY) page_html_hint(b, p->tree);
  page_html_inherit(b, p, parent != NO_BOX ? &p->boxes[parent] : NULL);
  return (uint32_t)p->box_count++;
}

/* The box of the innermost open block: blocks get their boxes with the first text in them. */
static uint32_t open_box(layout *l) {
  size_t from = l->depth;
  while (from > 0 && l->open[from - 1].box == NO_BOX) from--;
  for (; from < l->depth; from++) l->open[from].box = add_box(l, l->open[from].node, from > 0 ? l->open[from - 1].box : NO_BOX);
  return l->depth > 0 ? l->open[l->depth - 1].box : NO_BOX;
}

/* --- lines --- */

static void end_line(layout *l, uint8_t flags) {
  html_page *p = l->p;
  l->space = false;
  if (l->box == NO_BOX || l->failed) return;
  p->lines = grow(l, p->lines, p->line_count, &p->line_room, sizeof *p->lines);
  if (l->failed) return;
  html_line *line = &p->lines[p->line_count++];
  *line = (html_line){
      .span = {l->begin, (uint32_t)l->text.length}, .box = l->box, .flags = flags, .first_node = l->first_node, .last_node = l->last_node};
  page_html_measure(line, (isnad_slice){l->text.bytes + l->begin, l->text.length - l->begin});
  line->link_letters = l->links < line->letters ? l->links : line->letters;
  line->bold_letters = l->bold;
  if (page_html_is_prose(line, p->boxes[l->box].tag)) line->flags |= LINE_PROSE;
  buf_add_char(&l->text, '\n');
  l->box = NO_BOX;
  l->links = l->bold = 0;
}

static void begin_line(layout *l) {
  if (l->box != NO_BOX) {
    if (l->space) buf_add_char(&l->text, ' ');
    l->space = false;
    return;
  }
  l->box = open_box(l);
  l->begin = (uint32_t)l->text.length;
  l->space = false;
}

static void add_run(layout *l, uint32_t node, isnad_slice source, size_t from, size_t to, uint32_t begin) {
  html_page *p = l->p;
  const html_node *n = &p->tree->nodes[node];
  p->runs = grow(l, p->runs, p->run_count, &p->run_room, sizeof *p->runs);
  if (l->failed) return;
  uint32_t raw_begin = from == 0 ? n->begin : html_text_raw(p->tree, node, from);
  uint32_t raw_end = to == source.length ? n->finish : html_text_raw(p->tree, node, to);
  p->runs[p->run_count++] = (isnad_run_map){{begin, (uint32_t)l->text.length}, {raw_begin, raw_end}};
}

/* Copies [from, to), which begins and ends with something else than white space. */
static void copy_collapsed(layout *l, isnad_slice source, size_t from, size_t to) {
  while (from < to) {
    size_t end = from;
    while (end < to && (!is_space(source.bytes[end]) || (source.bytes[end] == ' ' && !is_space(source.bytes[end + 1])))) end++;
    buf_add(&l->text, source.bytes + from, end - from);
    if (end < to) buf_add_char(&l->text, ' ');
    while (end < to && is_space(source.bytes[end])) end++;
    from = end;
  }
}

/* What follows a link in an element of its own (a date, a count) is set apart by style where no white space does it. */
static bool stands_apart(const html_tree *tree, uint32_t node) {
  uint16_t tag = tree->nodes[tree->nodes[node].parent].tag;
  return tag == HTML_SPAN || tag == HTML_TIME || tag == HTML_SMALL;
}

/* One piece of a text node that stands on one line. */
static void add_piece(layout *l, uint32_t node, isnad_slice source, size_t from, size_t to) {
  size_t first = from, last = to;
  while (first < last && is_space(source.bytes[first])) first++;
  while (last > first && is_space(source.bytes[last - 1])) last--;
  if (first > from && l->box != NO_BOX) l->space = true;
  if (first == last) return;
  bool link = (l->p->tree->nodes[node].flags & HTML_NODE_LINK) != 0, bold = node < l->bold_end;
  if (l->box != NO_BOX && l->linked && !link && stands_apart(l->p->tree, node)) l->space = true;
  l->linked = link;
  if (l->box == NO_BOX) l->first_node = node;
  l->last_node = node;
  begin_line(l);
  uint32_t begin = (uint32_t)l->text.length;
  copy_collapsed(l, source, first, last);
  add_run(l, node, source, first, last, begin);
  if (l->text.failed) return;
  uint32_t letters = link || bold ? page_html_letters((isnad_slice){l->text.bytes + begin, l->text.length - begin}) : 0;
  l->links += link ? letters : 0;
  l->bold += bold ? letters : 0;
  l->space = last < to;
}

static bool keeps_breaks(const layout *l) {
  if (l->depth == 0) return false;
  html_tag tag = l->p->tree->nodes[l->open[l->depth - 1].node].tag;
  return tag == HTML_PRE || tag == HTML_LISTING || tag == HTML_XMP || tag == HTML_PLAINTEXT;
}

static void add_text(layout *l, uint32_t node) {
  isnad_slice source = html_node_text(l->p->tree, node);
  if (!keeps_breaks(l)) {
    add_piece(l, node, source, 0, source.length);
    return;
  }
  for (size_t from = 0; from <= source.length;) {
    const char *feed = from < source.length ? memchr(source.bytes + from, '\n', source.length - from) : NULL;
    size_t to = feed != NULL ? (size_t)(feed - source.bytes) : source.length;
    add_piece(l, node, source, from, to);
    if (feed != NULL) end_line(l, LINE_BROKEN);
    from = to + 1;
  }
}

/* --- the walk --- */

static void close_block(layout *l) {
  html_page *p = l->p;
  end_line(l, 0);
  uint32_t box = l->open[--l->depth].box;
  if (box == NO_BOX) return;
  p->boxes[box].end = (uint32_t)p->box_count;
  p->boxes[box].last_line = (uint32_t)p->line_count;
}

static void open_block_at(layout *l, uint32_t node) {
  end_line(l, 0);
  l->open[l->depth++] = (open_block){node, NO_BOX};
}

static bool shows_nothing(html_tag tag) {
  return html_tag_is_hidden(tag) || tag == HTML_SELECT || tag == HTML_BUTTON || tag == HTML_NOSCRIPT || tag == HTML_PROGRESS || tag == HTML_METER;
}

/* Returns the node to go on with. */
static uint32_t walk_element(layout *l, uint32_t at) {
  const html_node *n = &l->p->tree->nodes[at];
  if (n->kind == HTML_FOREIGN || shows_nothing(n->tag)) return n->end;
  if (html_tag_is_block(n->tag))
    open_block_at(l, at);
  else if (n->tag == HTML_BR)
    end_line(l, LINE_BROKEN);
  else if ((n->tag == HTML_B || n->tag == HTML_STRONG) && n->end > l->bold_end)
    l->bold_end = n->end;
  return at + 1;
}

static void walk(layout *l) {
  const html_tree *tree = l->p->tree;
  for (uint32_t at = 0; at < tree->count && !l->failed && !l->text.failed;) {
    while (l->depth > 0 && at >= tree->nodes[l->open[l->depth - 1].node].end) close_block(l);
    if (tree->nodes[at].kind != HTML_TEXT) {
      at = walk_element(l, at);
      continue;
    }
    if ((tree->nodes[at].flags & HTML_NODE_BLANK) == 0 || keeps_breaks(l))
      add_text(l, at);
    else
      l->space = l->box != NO_BOX;
    at++;
  }
  while (l->depth > 0) close_block(l);
}

isnad_status page_html_lines(html_page *out, isnad_arena *arena, const html_tree *tree, isnad_err *err) {
  *out = (html_page){.tree = tree};
  layout l = {.p = out, .arena = arena, .box = NO_BOX, .text = buf_new(arena, tree->input.length / 8 + 256)};
  l.open = isnad_arena_array(arena, tree->stats.depth + 2, sizeof *l.open);
  if (l.open == NULL) return isnad_arena_fail(err, arena, "page");
  walk(&l);
  if (l.failed || l.text.failed) return isnad_arena_fail(err, arena, "page");
  if (l.text.length > 0) l.text.length--; /* the last line feed joins nothing */
  out->text = buf_slice(&l.text);
  page_html_sum_up(out);
  return ISNAD_OK;
}

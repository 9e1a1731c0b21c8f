/* The stack of open elements. */
#include "html/build.h"

#include <string.h>

static bool list_stop(unsigned tag) {
  return (html_tag_rows[tag].flags & NAME_SPECIAL) != 0 && tag != HTML_ADDRESS && tag != HTML_DIV && tag != HTML_P;
}

static bool is_anchor(unsigned tag) {
  return part_of_table(tag) || tag == HTML_TD || tag == HTML_TH || tag == HTML_CAPTION || tag == HTML_COLGROUP || tag == HTML_TEMPLATE ||
         tag == HTML_HEAD || tag == HTML_BODY || tag == HTML_FRAMESET || tag == HTML_HTML;
}

static void set_borders(open_element *e, const open_element *outer, uint16_t index, bool foreign_border) {
  unsigned flags = e->space == SPACE_HTML ? html_tag_rows[e->tag].flags : 0;
  bool scope = (flags & NAME_SCOPE) != 0 || foreign_border;
  e->scope = scope ? index : outer->scope;
  e->list_scope = scope || (flags & NAME_LIST_SCOPE) != 0 ? index : outer->list_scope;
  e->button_scope = scope || (flags & NAME_BUTTON_SCOPE) != 0 ? index : outer->button_scope;
  e->table_scope = (flags & NAME_TABLE_SCOPE) != 0 ? index : outer->table_scope;
  e->special = (flags & NAME_SPECIAL) != 0 || foreign_border ? index : outer->special;
  e->list_stop = foreign_border || (e->space == SPACE_HTML && list_stop(e->tag)) ? index : outer->list_stop;
  e->anchor = e->space == SPACE_HTML && is_anchor(e->tag) ? index : outer->anchor;
}

static void push(builder *b, uint32_t node, unsigned tag, uint32_t hash, name_space space, uint8_t flags) {
  static const open_element ground = {0};
  uint16_t index = b->depth;
  open_element *e = &b->stack[index];
  *e = (open_element){.node = node, .hash = hash, .tag = (uint16_t)tag, .space = (uint8_t)space, .flags = flags, .same = NO_ENTRY};
  set_borders(e, index > 0 ? e - 1 : &ground, index, (flags & (OPEN_TEXT_BORDER | OPEN_HTML_BORDER)) != 0);
  if (space == SPACE_HTML) {
    e->same = b->top[tag];
    b->top[tag] = index;
  }
  b->depth++;
  b->in.cdata = space != SPACE_HTML;
  b->stats.steps++;
  if (b->depth > b->stats.depth) b->stats.depth = b->depth;
}

static void forget_beyond(builder *b) {
  memset(b->beyond, 0, sizeof b->beyond);
  b->beyond_count = 0;
}

void pop(builder *b) {
  open_element *e = current(b);
  if (b->beyond_count > 0) forget_beyond(b);
  b->nodes[e->node].end = b->count;
  if (e->space == SPACE_HTML && (e->flags & OPEN_CLOSED) == 0) b->top[e->tag] = e->same;
  if ((e->flags & OPEN_MARKER) != 0) b->link = (e->flags & OPEN_LINK_BEFORE) != 0;
  b->depth--;
  b->in.cdata = b->depth > 0 && current(b)->space != SPACE_HTML;
  b->stats.steps++;
}

void pop_through(builder *b, uint16_t index) {
  while (b->depth > index) pop(b);
}

void pop_above(builder *b, uint16_t index) {
  while (b->depth > index + 1) pop(b);
}

/* Parts of a table that is in, and what holds only text, go a little deeper than the rest: else a table at the border would fall apart. */
static bool may_open(const builder *b, unsigned tag) {
  if (b->depth < b->depth_cap) return true;
  bool reserved = (tag != HTML_TABLE && is_anchor(tag) && tag != HTML_TEMPLATE) || tag == HTML_SCRIPT || tag == HTML_STYLE || tag == HTML_TITLE ||
                  tag == HTML_TEXTAREA || tag == HTML_XMP || tag == HTML_IFRAME || tag == HTML_NOEMBED || tag == HTML_NOFRAMES ||
                  tag == HTML_NOSCRIPT || tag == HTML_PLAINTEXT;
  return reserved && b->depth < b->depth_cap + DEPTH_RESERVE;
}

bool open_node(builder *b, uint32_t node, unsigned tag, uint32_t hash, name_space space, uint8_t flags) {
  if (may_open(b, tag)) {
    push(b, node, tag, hash, space, flags);
    return true;
  }
  b->stats.depth_capped++;
  b->beyond[space == SPACE_HTML ? tag : HTML_UNKNOWN]++;
  b->beyond_count++;
  return false;
}

bool end_beyond(builder *b) {
  if (b->beyond_count == 0 || b->beyond[b->token.tag] == 0) return false;
  b->beyond[b->token.tag]--;
  b->beyond_count--;
  return true;
}

void push_marker(builder *b) {
  current(b)->flags |= OPEN_MARKER;
  if (b->link) current(b)->flags |= OPEN_LINK_BEFORE;
  b->link = false;
}

void close_implied(builder *b, unsigned except) {
  while ((html_tag_rows[current(b)->tag].flags & NAME_IMPLIED_END) != 0 && current(b)->space == SPACE_HTML && current(b)->tag != except) pop(b);
}

void close_thoroughly(builder *b) {
  while ((html_tag_rows[current(b)->tag].flags & (NAME_IMPLIED_END | NAME_THOROUGH_END)) != 0 && current(b)->space == SPACE_HTML) pop(b);
}

void close_p(builder *b) {
  if (in_button_scope(b, HTML_P)) pop_through(b, b->top[HTML_P]);
}

/* "Reset the insertion mode appropriately" (13.2.4.1). */
void reset_mode(builder *b) {
  const open_element *e = &b->stack[current(b)->anchor];
  switch (e->tag) {
  case HTML_TD:
  case HTML_TH:
    b->mode = MODE_IN_CELL;
    return;
  case HTML_TR:
    b->mode = MODE_IN_ROW;
    return;
  case HTML_TBODY:
  case HTML_THEAD:
  case HTML_TFOOT:
    b->mode = MODE_IN_TABLE_BODY;
    return;
  case HTML_CAPTION:
    b->mode = MODE_IN_CAPTION;
    return;
  case HTML_COLGROUP:
    b->mode = MODE_IN_COLUMN_GROUP;
    return;
  case HTML_TABLE:
    b->mode = MODE_IN_TABLE;
    return;
  case HTML_TEMPLATE:
    b->mode = b->template_modes[b->template_depth - 1];
    return;
  case HTML_HEAD:
    b->mode = MODE_IN_HEAD;
    return;
  case HTML_FRAMESET:
    b->mode = MODE_IN_FRAMESET;
    return;
  case HTML_HTML:
    b->mode = MODE_AFTER_HEAD;
    return;
  default:
    b->mode = MODE_IN_BODY;
    return;
  }
}

#include "page/meta.h"

#include "page/html_hints.h"
#include "page/html_words.h"
#include "page/meta_names.h"

/* --- the list --- */

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static isnad_slice trimmed(isnad_slice s, isnad_span *raw) {
  size_t begin = 0, end = s.length;
  bool same = raw->end - raw->begin == s.length;
  while (begin < end && is_space(s.bytes[begin])) begin++;
  while (end > begin && is_space(s.bytes[end - 1])) end--;
  if (same) *raw = (isnad_span){raw->begin + (uint32_t)begin, raw->begin + (uint32_t)end};
  return (isnad_slice){s.bytes + begin, end - begin};
}

void meta_add(meta_list *list, isnad_meta_kind kind, isnad_meta_source source, isnad_slice value, isnad_span raw) {
  value = trimmed(value, &raw);
  if (list->failed || value.length == 0 || list->count == META_MOST) return;
  if (list->count == list->room) {
    size_t room = list->room > 0 ? list->room * 2 : 32;
    isnad_meta *items = isnad_arena_grow(list->arena, list->items, list->room, room, sizeof *items);
    list->failed = items == NULL;
    if (list->failed) return;
    list->items = items;
    list->room = room;
  }
  list->items[list->count++] = (isnad_meta){.kind = kind, .source = source, .value = value, .raw = raw, .line = UINT32_MAX};
}

static const isnad_meta *first_from(const isnad_page *page, isnad_meta_kind kind, isnad_meta_source source) {
  for (size_t i = 0; i < page->meta_count; i++)
    if (page->meta[i].kind == kind && page->meta[i].source == source) return &page->meta[i];
  return NULL;
}

const isnad_meta *page_meta_first(const isnad_page *page, isnad_meta_kind kind) {
  const isnad_meta *found = NULL;
  for (int source = 0; found == NULL && source < ISNAD_META_SOURCE_COUNT; source++) found = first_from(page, kind, (isnad_meta_source)source);
  return found;
}

/* --- elements --- */

static isnad_slice attribute(const html_tree *tree, uint32_t node, html_attr_name name, isnad_span *raw) {
  isnad_slice value = {NULL, 0};
  const html_attr_value *a = html_attr_find(tree, node, name);
  if (a == NULL || !html_attr(tree, node, name, &value)) return (isnad_slice){NULL, 0};
  if (raw != NULL) *raw = (isnad_span){a->begin, a->finish};
  return value;
}

static void read_meta(meta_list *list, uint32_t node) {
  static const html_attr_name name_attributes[] = {HTML_ATTR_PROPERTY, HTML_ATTR_NAME, HTML_ATTR_ITEMPROP, HTML_ATTR_HTTP_EQUIV};
  const html_tree *tree = list->page->tree;
  isnad_span raw = {0, 0};
  isnad_slice value = attribute(tree, node, HTML_ATTR_CONTENT, &raw);
  if (value.length == 0) return;
  for (size_t i = 0; i < sizeof name_attributes / sizeof name_attributes[0]; i++) {
    isnad_slice name = attribute(tree, node, name_attributes[i], NULL);
    const meta_name *row = name.length > 0 ? meta_name_of(name) : NULL;
    if (row == NULL && name_attributes[i] == HTML_ATTR_ITEMPROP) row = meta_item_of(name);
    if (row != NULL) {
      meta_add(list, row->kind, row->source, value, raw);
      return;
    }
  }
}

static void read_link(meta_list *list, uint32_t node) {
  isnad_span raw = {0, 0};
  if (!meta_is_word(attribute(list->page->tree, node, HTML_ATTR_REL, NULL), "canonical")) return;
  isnad_slice href = attribute(list->page->tree, node, HTML_ATTR_HREF, &raw);
  meta_add(list, ISNAD_META_CANONICAL, ISNAD_META_ELEMENT, href, raw);
}

static bool is_json_ld(const html_tree *tree, uint32_t node) {
  isnad_slice type = attribute(tree, node, HTML_ATTR_TYPE, NULL);
  return type.length >= 19 && meta_is_word((isnad_slice){type.bytes, 19}, "application/ld+json");
}

static void read_script(meta_list *list, uint32_t node) {
  const html_tree *tree = list->page->tree;
  if (node + 1 >= tree->nodes[node].end || !is_json_ld(tree, node)) return;
  meta_json_ld(list, html_node_text(tree, node + 1), tree->nodes[node + 1].begin);
}

static void read_title(meta_list *list, uint32_t node) {
  const html_tree *tree = list->page->tree;
  if (node + 1 >= tree->nodes[node].end) return;
  const html_node *text = &tree->nodes[node + 1];
  meta_add(list, ISNAD_META_TITLE, ISNAD_META_ELEMENT, html_node_text(tree, node + 1), (isnad_span){text->begin, text->finish});
}

/* --- statements in the body --- */

/* The line in which the text of `node` stands, or the first one after it. */
static uint32_t line_of(const html_page *p, uint32_t node) {
  size_t low = 0, high = p->line_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (p->lines[middle].last_node < node)
      low = middle + 1;
    else
      high = middle;
  }
  return low < p->line_count ? (uint32_t)low : UINT32_MAX;
}

/* The text inside an element that stands on one line; empty when there is none or it is long. */
static isnad_slice shown_text(const html_page *p, uint32_t node, uint32_t line, isnad_span *raw) {
  enum { LONGEST = 200 };
  const html_tree *tree = p->tree;
  uint32_t first = 0, last = 0;
  for (uint32_t at = node + 1; at < tree->nodes[node].end; at++) {
    if (tree->nodes[at].kind != HTML_TEXT || (tree->nodes[at].flags & (HTML_NODE_BLANK | HTML_NODE_RAW)) != 0) continue;
    if (first == 0) first = at;
    last = at;
  }
  if (first == 0 || line == UINT32_MAX || p->lines[line].last_node < first) return (isnad_slice){NULL, 0};
  *raw = (isnad_span){tree->nodes[first].begin, tree->nodes[last].finish};
  if (first == last) return html_node_text(tree, first);
  isnad_span span = p->lines[line].span;
  bool whole = p->lines[line].first_node >= node && p->lines[line].last_node < tree->nodes[node].end && span.end - span.begin <= LONGEST;
  return whole ? isnad_slice_at(p->text, span) : html_node_text(tree, first);
}

static void add_placed(meta_list *list, isnad_meta_kind kind, isnad_meta_source source, isnad_slice value, isnad_span raw, uint32_t line) {
  size_t before = list->count;
  meta_add(list, kind, source, value, raw);
  if (list->count > before) list->items[before].line = line;
}

/* The value of an element: its machine-readable attribute, else its text. */
static void read_value(meta_list *list, uint32_t node, isnad_meta_kind kind, isnad_meta_source source) {
  static const html_attr_name values[] = {HTML_ATTR_DATETIME, HTML_ATTR_CONTENT};
  isnad_span raw = {0, 0};
  uint32_t line = line_of(list->page, node);
  bool dated = kind == ISNAD_META_PUBLISHED || kind == ISNAD_META_UPDATED;
  for (size_t i = 0; i < 2 && (dated || i == 1); i++) {
    isnad_slice value = attribute(list->page->tree, node, values[i], &raw);
    if (value.length == 0) continue;
    add_placed(list, kind, source, value, raw, line);
    return;
  }
  isnad_slice text = shown_text(list->page, node, line, &raw);
  add_placed(list, kind, source, text, raw, line);
}

/* A time element says when it, or something else on the page, was published. */
static void read_time(meta_list *list, uint32_t node) {
  uint32_t words = 0;
  static const html_attr_name named[] = {HTML_ATTR_CLASS, HTML_ATTR_ITEMPROP};
  for (size_t i = 0; i < 2; i++) {
    isnad_slice name = attribute(list->page->tree, node, named[i], NULL);
    for (size_t at = 0; at + 4 < name.length; at++) {
      isnad_slice rest = {name.bytes + at, name.length - at};
      words |= isnad_slice_starts(rest, isnad_slice_of("updat")) || isnad_slice_starts(rest, isnad_slice_of("odified"));
    }
  }
  read_value(list, node, words != 0 ? ISNAD_META_UPDATED : ISNAD_META_PUBLISHED, ISNAD_META_TIME);
}

static bool names_author(const html_tree *tree, uint32_t node) {
  isnad_slice rel = attribute(tree, node, HTML_ATTR_REL, NULL);
  if (meta_is_word(rel, "author")) return true;
  uint32_t hints =
      page_html_hints_of(attribute(tree, node, HTML_ATTR_CLASS, NULL)) | page_html_hints_of(attribute(tree, node, HTML_ATTR_ITEMPROP, NULL));
  return (hints & HINT(AUTHOR)) != 0 && (hints & (HINT(COMMENT) | HINT(MEDIA) | HINT(DATE) | HINT(RELATED))) == 0;
}

static void read_item(meta_list *list, uint32_t node) {
  isnad_slice name = attribute(list->page->tree, node, HTML_ATTR_ITEMPROP, NULL);
  const meta_name *row = name.length > 0 ? meta_item_of(name) : NULL;
  if (row != NULL) read_value(list, node, row->kind, row->source);
}

static bool is_inline(html_tag tag) { return tag == HTML_A || tag == HTML_SPAN || tag == HTML_STRONG || tag == HTML_B; }

static void read_element(meta_list *list, uint32_t at, html_tag tag) {
  const html_tree *tree = list->page->tree;
  switch (tag) {
  case HTML_META:
    read_meta(list, at);
    return;
  case HTML_LINK:
    read_link(list, at);
    return;
  case HTML_SCRIPT:
    read_script(list, at);
    return;
  case HTML_TITLE:
    read_title(list, at);
    return;
  case HTML_TIME:
    read_time(list, at);
    return;
  case HTML_HTML:
    break;
  default:
    if (tree->nodes[at].attr_count == 0) return;
    if (html_attr_find(tree, at, HTML_ATTR_ITEMPROP) != NULL) read_item(list, at);
    if (is_inline(tag) && names_author(tree, at)) read_value(list, at, ISNAD_META_AUTHOR, ISNAD_META_ELEMENT);
    return;
  }
  isnad_span raw = {0, 0};
  isnad_slice language = attribute(tree, at, HTML_ATTR_LANG, &raw);
  meta_add(list, ISNAD_META_LANGUAGE, ISNAD_META_ELEMENT, language, raw);
}

isnad_status page_meta(isnad_page *page, isnad_arena *arena, const html_page *html, isnad_err *err) {
  meta_list list = {.arena = arena, .page = html};
  const html_tree *tree = html->tree;
  for (uint32_t at = 0; at < tree->count && !list.failed; at++) {
    const html_node *n = &tree->nodes[at];
    if (n->kind == HTML_ELEMENT) read_element(&list, at, n->tag);
  }
  if (list.failed) return isnad_arena_fail(err, arena, "page");
  page->meta = list.items;
  page->meta_count = list.count;
  return ISNAD_OK;
}

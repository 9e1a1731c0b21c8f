#include "html/build.h"

isnad_slice html_node_text(const html_tree *tree, uint32_t index) {
  const html_node *node = &tree->nodes[index];
  if (node->kind != HTML_TEXT) return (isnad_slice){NULL, 0};
  if ((node->flags & HTML_NODE_DECODED) != 0) return tree->decoded[node->first];
  return (isnad_slice){tree->input.bytes + node->begin, node->finish - node->begin};
}

isnad_slice html_node_name(const html_tree *tree, uint32_t index) {
  const html_node *node = &tree->nodes[index];
  if (node->kind == HTML_TEXT) return (isnad_slice){NULL, 0};
  if (node->tag != HTML_UNKNOWN) return isnad_slice_of(html_tag_rows[node->tag].name);
  uint32_t begin = node->begin + 1, end = begin;
  while (end < node->finish && !html_is(HTML_NAME_END, tree->input.bytes[end])) end++;
  return (isnad_slice){tree->input.bytes + begin, end - begin};
}

const html_attr_value *html_attr_find(const html_tree *tree, uint32_t index, html_attr_name name) {
  const html_node *node = &tree->nodes[index];
  for (uint32_t i = 0; i < node->attr_count; i++)
    if (tree->attrs[node->first + i].name == name) return &tree->attrs[node->first + i];
  return NULL;
}

bool html_attr(const html_tree *tree, uint32_t index, html_attr_name name, isnad_slice *value) {
  const html_attr_value *a = html_attr_find(tree, index, name);
  if (a == NULL) return false;
  if (value == NULL) return true;
  *value = (a->flags & HTML_ATTR_DECODED) != 0 ? tree->decoded[a->decoded] : (isnad_slice){tree->input.bytes + a->begin, a->finish - a->begin};
  return true;
}

/* How the raw bytes of a text node were read. */
static uint8_t rules_of(const html_node *node) {
  return (uint8_t)(((node->flags & HTML_NODE_RAW) != 0 ? 0 : HTML_READ_REFERENCES) |
                   ((node->flags & HTML_NODE_NULS) != 0 ? HTML_NUL_REPLACE : HTML_NUL_DROP));
}

uint32_t html_text_raw(const html_tree *tree, uint32_t index, size_t offset) {
  const html_node *node = &tree->nodes[index];
  if ((node->flags & HTML_NODE_DECODED) == 0) return node->begin + (uint32_t)offset;
  html_pieces pieces = html_pieces_of(tree->input.bytes, node->begin, node->finish, rules_of(node));
  for (html_piece piece; html_pieces_next(&pieces, &piece); offset -= piece.text.length)
    if (offset < piece.text.length) return piece.begin + (piece.literal ? (uint32_t)offset : 0);
  return node->finish;
}

const char *html_tag_name(html_tag tag) { return (size_t)tag < HTML_TAG_COUNT ? html_tag_rows[tag].name : ""; }

bool html_tag_is_block(html_tag tag) {
  switch (tag) {
  case HTML_CAPTION:
  case HTML_COLGROUP:
  case HTML_COL:
  case HTML_TBODY:
  case HTML_TD:
  case HTML_TFOOT:
  case HTML_TH:
  case HTML_THEAD:
  case HTML_TR:
  case HTML_TABLE:
  case HTML_HTML:
  case HTML_BODY:
  case HTML_FORM:
  case HTML_HR:
  case HTML_LI:
  case HTML_DD:
  case HTML_DT:
  case HTML_PRE:
  case HTML_LISTING:
  case HTML_PLAINTEXT:
  case HTML_XMP:
  case HTML_OPTGROUP:
  case HTML_OPTION:
  case HTML_LEGEND:
  case HTML_FRAMESET:
  case HTML_HEAD:
  case HTML_TITLE:
  case HTML_NOSCRIPT:
    return true;
  default:
    return (size_t)tag < HTML_TAG_COUNT && (html_tag_rows[tag].start == START_BLOCK || html_tag_rows[tag].start == START_HEADING);
  }
}

bool html_tag_is_hidden(html_tag tag) {
  switch (tag) {
  case HTML_HEAD:
  case HTML_TITLE:
  case HTML_BASE:
  case HTML_LINK:
  case HTML_META:
  case HTML_SCRIPT:
  case HTML_STYLE:
  case HTML_TEMPLATE:
  case HTML_IFRAME:
  case HTML_NOFRAMES:
  case HTML_NOEMBED:
  case HTML_AREA:
  case HTML_PARAM:
  case HTML_SOURCE:
  case HTML_TRACK:
  case HTML_DATALIST:
  case HTML_SVG:
  case HTML_MATH:
  case HTML_CANVAS:
  case HTML_AUDIO:
  case HTML_VIDEO:
  case HTML_OBJECT:
  case HTML_APPLET:
  case HTML_TEXTAREA:
  case HTML_RP:
    return true;
  default:
    return false;
  }
}

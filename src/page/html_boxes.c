/* The boxes of an HTML page: what each has from those around it, and what the lines in it sum up to. */
#include "page/html_lines.h"

/* The elements around that tell what a line is. */
static uint32_t around(html_tag tag) {
  switch (tag) {
  case HTML_NAV:
    return AROUND_NAV;
  case HTML_ASIDE:
    return AROUND_ASIDE;
  case HTML_FOOTER:
    return AROUND_FOOTER;
  case HTML_HEADER:
    return AROUND_HEADER;
  case HTML_FORM:
    return AROUND_FORM;
  case HTML_FIGURE:
    return AROUND_FIGURE;
  case HTML_ARTICLE:
    return AROUND_ARTICLE;
  case HTML_MAIN:
    return AROUND_MAIN;
  case HTML_UL:
  case HTML_OL:
    return AROUND_LIST;
  case HTML_TABLE:
    return AROUND_TABLE;
  case HTML_BLOCKQUOTE:
    return AROUND_QUOTE;
  case HTML_SECTION:
    return AROUND_SECTION;
  case HTML_DL:
    return AROUND_DL;
  case HTML_TD:
    return AROUND_CELL;
  case HTML_LI:
    return AROUND_ITEM;
  case HTML_ADDRESS:
    return AROUND_ADDRESS;
  case HTML_P:
    return AROUND_P;
  case HTML_H1:
  case HTML_H2:
  case HTML_H3:
  case HTML_H4:
  case HTML_H5:
  case HTML_H6:
    return AROUND_HEADING;
  default:
    return 0;
  }
}

void page_html_inherit(html_box *b, const html_page *p, const html_box *parent) {
  b->within = around(b->tag);
  b->near = b->own;
  b->path = b->looks;
  if (parent == NULL) return;
  const html_box *outer = parent->parent != NO_BOX ? &p->boxes[parent->parent] : NULL;
  b->within |= parent->within;
  b->depth = (uint16_t)(parent->depth + 1);
  if (parent->hidden > b->hidden) b->hidden = parent->hidden;
  b->near |= parent->own | (outer != NULL ? outer->own : 0);
  b->far = outer != NULL ? outer->outer : 0;
  b->outer = parent->outer | parent->own;
  b->path = b->looks * 31 + parent->looks * 17 + (outer != NULL ? outer->looks : 0);
}

/* Boxes lie in document order, so a box comes before those inside it. */
void page_html_sum_up(html_page *p) {
  for (size_t i = 0; i < p->line_count; i++) {
    const html_line *line = &p->lines[i];
    html_box *b = &p->boxes[line->box];
    b->letters += line->letters;
    b->link_letters += line->link_letters;
    if ((line->flags & LINE_PROSE) != 0) b->prose += line->letters - line->link_letters;
  }
  for (size_t i = p->box_count; i-- > 1;) {
    const html_box *b = &p->boxes[i];
    if (b->parent == NO_BOX) continue;
    p->boxes[b->parent].letters += b->letters;
    p->boxes[b->parent].link_letters += b->link_letters;
    p->boxes[b->parent].prose += b->prose;
  }
}

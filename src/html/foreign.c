/* SVG and MathML (WHATWG HTML 13.2.6.5): kept as elements without meaning, so that what follows them is read right. */
#include "html/build.h"

/* Start tags of HTML that cannot stand in foreign content: they end it. */
static bool breaks_out(const builder *b) {
  switch (b->token.tag) {
  case HTML_B:
  case HTML_BIG:
  case HTML_BLOCKQUOTE:
  case HTML_BODY:
  case HTML_BR:
  case HTML_CENTER:
  case HTML_CODE:
  case HTML_DD:
  case HTML_DIV:
  case HTML_DL:
  case HTML_DT:
  case HTML_EM:
  case HTML_EMBED:
  case HTML_H1:
  case HTML_H2:
  case HTML_H3:
  case HTML_H4:
  case HTML_H5:
  case HTML_H6:
  case HTML_HEAD:
  case HTML_HR:
  case HTML_I:
  case HTML_IMG:
  case HTML_LI:
  case HTML_LISTING:
  case HTML_MENU:
  case HTML_META:
  case HTML_NOBR:
  case HTML_OL:
  case HTML_P:
  case HTML_PRE:
  case HTML_RUBY:
  case HTML_S:
  case HTML_SMALL:
  case HTML_SPAN:
  case HTML_STRONG:
  case HTML_STRIKE:
  case HTML_SUB:
  case HTML_SUP:
  case HTML_TABLE:
  case HTML_TT:
  case HTML_U:
  case HTML_UL:
  case HTML_VAR:
    return true;
  case HTML_FONT:
    for (uint32_t i = 0; i < b->token.attr_count; i++) {
      unsigned name = b->in.attrs[i].name;
      if (name == HTML_ATTR_COLOR || name == HTML_ATTR_FACE || name == HTML_ATTR_SIZE) return true;
    }
    return false;
  default:
    return false;
  }
}

static html_next break_out(builder *b) {
  do pop(b);
  while (current(b)->space != SPACE_HTML && (current(b)->flags & (OPEN_TEXT_BORDER | OPEN_HTML_BORDER)) == 0);
  return by_mode(b);
}

static bool same_element(const builder *b, const open_element *e) {
  return b->token.tag != HTML_UNKNOWN ? e->tag == b->token.tag : e->tag == HTML_UNKNOWN && e->hash == b->token.hash;
}

/* The nearest foreign element of that name ends; an HTML element in between hands the tag to the rules of HTML. */
static html_next foreign_end_tag(builder *b) {
  if (b->beyond_count > 0 && b->beyond[HTML_UNKNOWN] > 0) {
    b->beyond[HTML_UNKNOWN]--;
    b->beyond_count--;
    return TOKEN_DONE;
  }
  for (uint16_t i = b->depth; i-- > 0;) {
    b->stats.steps++;
    if (b->stack[i].space == SPACE_HTML) return by_mode(b);
    if (!same_element(b, &b->stack[i])) continue;
    pop_through(b, i);
    return TOKEN_DONE;
  }
  return TOKEN_DONE;
}

html_next in_foreign(builder *b) {
  switch (b->token.kind) {
  case HTML_TOKEN_TEXT:
    if (b->frameset_ok && shows(b)) b->frameset_ok = false;
    insert_text(b, b->token.data.begin, b->token.data.end);
    return TOKEN_DONE;
  case HTML_TOKEN_START:
    if (breaks_out(b)) return break_out(b);
    insert_foreign(b, current(b)->space);
    return TOKEN_DONE;
  case HTML_TOKEN_END:
    if (b->token.tag == HTML_BR || b->token.tag == HTML_P) return break_out(b);
    return foreign_end_tag(b);
  default:
    return TOKEN_DONE;
  }
}

/* Templates, framesets, and what follows the body (WHATWG HTML 13.2.6.4.16-22). */
#include "html/build.h"

/* The mode that the content of a template is in, by its first tag. */
static html_mode template_mode(unsigned tag) {
  switch (tag) {
  case HTML_CAPTION:
  case HTML_COLGROUP:
  case HTML_TBODY:
  case HTML_TFOOT:
  case HTML_THEAD:
    return MODE_IN_TABLE;
  case HTML_COL:
    return MODE_IN_COLUMN_GROUP;
  case HTML_TR:
    return MODE_IN_TABLE_BODY;
  case HTML_TD:
  case HTML_TH:
    return MODE_IN_ROW;
  default:
    return MODE_IN_BODY;
  }
}

static html_next template_ends_with_input(builder *b) {
  if (!on_stack(b, HTML_TEMPLATE)) return TOKEN_DONE;
  pop_through(b, b->top[HTML_TEMPLATE]);
  b->template_depth--;
  reset_mode(b);
  return TOKEN_AGAIN;
}

html_next in_template(builder *b) {
  unsigned tag = b->token.tag;
  if (b->token.kind == HTML_TOKEN_EOF) return template_ends_with_input(b);
  if (b->token.kind == HTML_TOKEN_TEXT) return in_body(b);
  if (b->token.kind == HTML_TOKEN_END) return tag == HTML_TEMPLATE ? in_head(b) : TOKEN_DONE;
  if (b->token.kind != HTML_TOKEN_START) return TOKEN_DONE;
  if (html_tag_rows[tag].start == START_HEAD) return in_head(b);
  b->mode = b->template_modes[b->template_depth - 1] = (uint8_t)template_mode(tag);
  return TOKEN_AGAIN;
}

static html_next after_body(builder *b, html_mode next) {
  if (b->token.kind == HTML_TOKEN_EOF || b->token.kind >= HTML_TOKEN_COMMENT) return TOKEN_DONE;
  if (b->token.kind == HTML_TOKEN_TEXT && space_end(b) == b->token.data.end) return in_body(b);
  if (is_start(b, HTML_HTML)) return in_body(b);
  if (is_end(b, HTML_HTML) && b->mode == MODE_AFTER_BODY) {
    b->mode = (uint8_t)next;
    return TOKEN_DONE;
  }
  b->mode = MODE_IN_BODY;
  return TOKEN_AGAIN;
}

static html_next frameset_text(builder *b) {
  insert_text(b, b->token.data.begin, space_end(b)); /* only white space stays */
  return TOKEN_DONE;
}

static html_next in_frameset(builder *b) {
  if (b->token.kind == HTML_TOKEN_TEXT) return frameset_text(b);
  if (is_start(b, HTML_HTML)) return in_body(b);
  if (is_start(b, HTML_FRAMESET)) insert_element(b);
  if (is_start(b, HTML_FRAME)) insert_void(b);
  if (is_start(b, HTML_NOFRAMES)) return in_head(b);
  if (is_end(b, HTML_FRAMESET) && current_is(b, HTML_FRAMESET)) {
    pop(b);
    if (!current_is(b, HTML_FRAMESET)) b->mode = MODE_AFTER_FRAMESET;
  }
  return TOKEN_DONE;
}

static html_next after_frameset(builder *b) {
  if (b->token.kind == HTML_TOKEN_TEXT) return frameset_text(b);
  if (is_start(b, HTML_HTML)) return in_body(b);
  if (is_start(b, HTML_NOFRAMES)) return in_head(b);
  if (is_end(b, HTML_HTML)) b->mode = MODE_AFTER_AFTER_FRAMESET;
  return TOKEN_DONE;
}

html_next after_modes(builder *b) {
  switch (b->mode) {
  case MODE_IN_TEMPLATE:
    return in_template(b);
  case MODE_AFTER_BODY:
    return after_body(b, MODE_AFTER_AFTER_BODY);
  case MODE_AFTER_AFTER_BODY:
    return after_body(b, MODE_AFTER_AFTER_BODY);
  case MODE_IN_FRAMESET:
    return in_frameset(b);
  default:
    return after_frameset(b);
  }
}

/* Up to the body: "initial" to "after head" (WHATWG HTML 13.2.6.4.1-6). */
#include "html/build.h"

static bool is_text(const builder *b) { return b->token.kind == HTML_TOKEN_TEXT; }

/* End tags that open what is missing; all others are dropped here. */
static bool dropped_end(const builder *b, bool head_counts) {
  if (b->token.kind != HTML_TOKEN_END) return false;
  unsigned tag = b->token.tag;
  return tag != HTML_BODY && tag != HTML_HTML && tag != HTML_BR && !(head_counts && tag == HTML_HEAD);
}

static html_next initial(builder *b) {
  if (is_text(b) && !rest_of_text(b, space_end(b))) return TOKEN_DONE;
  b->mode = MODE_BEFORE_HTML;
  if (b->token.kind == HTML_TOKEN_DOCTYPE) {
    b->quirks = html_is_quirky(&b->in, &b->token);
    return TOKEN_DONE;
  }
  b->quirks = true;
  return TOKEN_AGAIN;
}

static html_next before_html(builder *b) {
  if (is_text(b) && !rest_of_text(b, space_end(b))) return TOKEN_DONE;
  if (dropped_end(b, true)) return TOKEN_DONE;
  b->mode = MODE_BEFORE_HEAD;
  if (is_start(b, HTML_HTML)) {
    insert_element(b);
    return TOKEN_DONE;
  }
  insert_implied(b, HTML_HTML);
  return TOKEN_AGAIN;
}

static html_next before_head(builder *b) {
  if (is_text(b) && !rest_of_text(b, space_end(b))) return TOKEN_DONE;
  if (is_start(b, HTML_HTML)) return in_body(b);
  if (dropped_end(b, true)) return TOKEN_DONE;
  b->mode = MODE_IN_HEAD;
  if (is_start(b, HTML_HEAD)) {
    insert_element(b);
    return TOKEN_DONE;
  }
  insert_implied(b, HTML_HEAD);
  return TOKEN_AGAIN;
}

static void start_template(builder *b) {
  if (!insert_element(b)) return;
  push_marker(b);
  b->frameset_ok = false;
  b->template_modes[b->template_depth++] = MODE_IN_TEMPLATE;
  b->mode = MODE_IN_TEMPLATE;
}

static html_next head_start_tag(builder *b) {
  switch (b->token.tag) {
  case HTML_HTML:
    return in_body(b);
  case HTML_BASE:
  case HTML_BASEFONT:
  case HTML_BGSOUND:
  case HTML_LINK:
  case HTML_META:
    insert_void(b);
    return TOKEN_DONE;
  case HTML_TITLE:
    insert_raw(b, HTML_AS_RCDATA);
    return TOKEN_DONE;
  case HTML_STYLE:
  case HTML_NOFRAMES:
    insert_raw(b, HTML_AS_RAWTEXT);
    return TOKEN_DONE;
  case HTML_SCRIPT:
    insert_raw(b, HTML_AS_SCRIPT);
    return TOKEN_DONE;
  case HTML_NOSCRIPT:
    if (b->scripting)
      insert_raw(b, HTML_AS_RAWTEXT);
    else if (insert_element(b))
      b->mode = MODE_IN_HEAD_NOSCRIPT;
    return TOKEN_DONE;
  case HTML_TEMPLATE:
    start_template(b);
    return TOKEN_DONE;
  default:
    return TOKEN_DONE; /* a second head */
  }
}

static bool belongs_to_head(unsigned tag) {
  return html_tag_rows[tag].start == START_HEAD || tag == HTML_NOSCRIPT || tag == HTML_HEAD || tag == HTML_HTML;
}

/* White space at the begin of a text stands where it is; true when more follows. */
static bool insert_space(builder *b) {
  uint32_t end = space_end(b);
  insert_text(b, b->token.data.begin, end);
  return rest_of_text(b, end);
}

static html_next leave_head(builder *b) {
  pop(b);
  b->mode = MODE_AFTER_HEAD;
  return TOKEN_AGAIN;
}

html_next in_head(builder *b) {
  if (is_text(b) && !insert_space(b)) return TOKEN_DONE;
  if (b->token.kind == HTML_TOKEN_START && belongs_to_head(b->token.tag)) return head_start_tag(b);
  if (is_end(b, HTML_TEMPLATE)) return body_end_tag(b);
  if (is_end(b, HTML_HEAD)) {
    pop(b);
    b->mode = MODE_AFTER_HEAD;
    return TOKEN_DONE;
  }
  return dropped_end(b, false) ? TOKEN_DONE : leave_head(b);
}

static html_next in_head_noscript(builder *b) {
  if (is_text(b) && !insert_space(b)) return TOKEN_DONE;
  unsigned tag = b->token.tag;
  if (b->token.kind == HTML_TOKEN_START) {
    if (tag == HTML_HTML) return in_body(b);
    if (tag == HTML_BASEFONT || tag == HTML_BGSOUND || tag == HTML_LINK || tag == HTML_META || tag == HTML_NOFRAMES || tag == HTML_STYLE)
      return head_start_tag(b);
    if (tag == HTML_HEAD || tag == HTML_NOSCRIPT) return TOKEN_DONE;
  }
  bool done = is_end(b, HTML_NOSCRIPT);
  if (!done && b->token.kind == HTML_TOKEN_END && tag != HTML_BR) return TOKEN_DONE;
  pop(b);
  b->mode = MODE_IN_HEAD;
  return done ? TOKEN_DONE : TOKEN_AGAIN;
}

/* What belongs into the head stays behind it: the head cannot be opened again in a flat tree. */
static html_next after_head(builder *b) {
  if (is_text(b) && !insert_space(b)) return TOKEN_DONE;
  if (b->token.kind == HTML_TOKEN_START) {
    if (b->token.tag == HTML_HEAD) return TOKEN_DONE;
    if (b->token.tag == HTML_BODY) {
      insert_element(b);
      b->frameset_ok = false;
      b->mode = MODE_IN_BODY;
      return TOKEN_DONE;
    }
    if (b->token.tag == HTML_FRAMESET) {
      insert_element(b);
      b->mode = MODE_IN_FRAMESET;
      return TOKEN_DONE;
    }
    if (b->token.tag != HTML_NOSCRIPT && belongs_to_head(b->token.tag)) return head_start_tag(b);
  }
  if (is_end(b, HTML_TEMPLATE)) return body_end_tag(b);
  if (dropped_end(b, false)) return TOKEN_DONE;
  insert_implied(b, HTML_BODY);
  b->mode = MODE_IN_BODY;
  return TOKEN_AGAIN;
}

html_next head_modes(builder *b) {
  switch (b->mode) {
  case MODE_INITIAL:
    return initial(b);
  case MODE_BEFORE_HTML:
    return before_html(b);
  case MODE_BEFORE_HEAD:
    return before_head(b);
  case MODE_IN_HEAD:
    return in_head(b);
  case MODE_IN_HEAD_NOSCRIPT:
    return in_head_noscript(b);
  default:
    return after_head(b);
  }
}

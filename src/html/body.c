/* Start tags and text "in body" (WHATWG HTML 13.2.6.4.7). */
#include "html/build.h"

/* "If the second a is found while one is open": links do not nest. */
static void close_link(builder *b) {
  if (!b->link) return;
  html_token held = b->token;
  b->token = (html_token){.kind = HTML_TOKEN_END, .tag = HTML_A, .raw = held.raw};
  body_end_tag(b);
  b->token = held;
}

static void start_link(builder *b) {
  close_link(b);
  insert_element(b);
  b->link = true;
}

static void start_heading(builder *b) {
  close_p(b);
  if (current(b)->space == SPACE_HTML && html_tag_rows[current(b)->tag].start == START_HEADING) pop(b);
  insert_element(b);
}

/* li, or dd and dt: the one that is open ends, unless a special element stands between. */
static void start_item(builder *b) {
  const open_element *stop = &b->stack[current(b)->list_stop];
  bool same = b->token.tag == HTML_LI ? stop->tag == HTML_LI : stop->tag == HTML_DD || stop->tag == HTML_DT;
  if (same && stop->space == SPACE_HTML) {
    uint16_t index = current(b)->list_stop;
    close_implied(b, stop->tag);
    pop_through(b, index);
  }
  close_p(b);
  insert_element(b);
}

static void start_form(builder *b) {
  if (b->form != 0 && !on_stack(b, HTML_TEMPLATE)) return;
  close_p(b);
  uint32_t node = b->count;
  if (insert_element(b) && !on_stack(b, HTML_TEMPLATE)) b->form = node + 1;
}

static void start_button(builder *b) {
  if (in_scope(b, HTML_BUTTON)) {
    close_implied(b, HTML_UNKNOWN);
    pop_through(b, b->top[HTML_BUTTON]);
  }
  insert_element(b);
  b->frameset_ok = false;
}

static void start_nobr(builder *b) {
  if (in_scope(b, HTML_NOBR)) pop_through(b, b->top[HTML_NOBR] > current(b)->special ? b->top[HTML_NOBR] : b->depth);
  insert_element(b);
}

/* The content of a select is ordinary since 2025; a second select, or a field, ends the first. */
static bool close_select(builder *b) {
  if (!in_scope(b, HTML_SELECT)) return false;
  pop_through(b, b->top[HTML_SELECT]);
  return true;
}

static void start_select(builder *b) {
  if (close_select(b)) return;
  insert_element(b);
  b->frameset_ok = false;
}

static void start_option(builder *b) {
  bool group = b->token.tag == HTML_OPTGROUP;
  if (in_scope(b, HTML_SELECT))
    close_implied(b, group ? HTML_UNKNOWN : HTML_OPTGROUP);
  else if (current_is(b, HTML_OPTION))
    pop(b);
  insert_element(b);
}

static void start_ruby_part(builder *b, unsigned except) {
  if (in_scope(b, HTML_RUBY)) close_implied(b, except);
  insert_element(b);
}

static void start_body(builder *b) {
  if (b->depth < 2 || b->stack[1].tag != HTML_BODY || on_stack(b, HTML_TEMPLATE)) return;
  b->frameset_ok = false;
  merge_attributes(b, b->stack[1].node);
}

/* A frameset in the place of a body that shows nothing yet: the body was the last of the nodes, so that it can be forgotten. */
static void start_frameset(builder *b) {
  if (b->depth < 2 || b->stack[1].tag != HTML_BODY || !b->frameset_ok) return;
  uint32_t body = b->stack[1].node;
  pop_above(b, 0);
  b->count = body;
  if (insert_element(b)) b->mode = MODE_IN_FRAMESET;
}

static void start_table(builder *b) {
  if (!b->quirks) close_p(b);
  b->frameset_ok = false;
  if (insert_element(b)) b->mode = MODE_IN_TABLE;
}

static void start_input(builder *b) {
  close_select(b);
  if (!is_hidden_input(b)) b->frameset_ok = false;
  insert_void(b);
}

/* Start tags of text that ends only at its own end tag. */
static html_next start_raw(builder *b, start_rule rule) {
  if (rule == START_XMP) close_p(b);
  if (rule != START_TEXTAREA) {
    b->frameset_ok = b->frameset_ok && b->token.tag == HTML_NOEMBED;
    insert_raw(b, HTML_AS_RAWTEXT);
    return TOKEN_DONE;
  }
  b->frameset_ok = false;
  insert_raw(b, HTML_AS_RCDATA);
  b->skip_line = true;
  return TOKEN_DONE;
}

/* Parts of fields and of ruby. What is left is ignored in the body. */
static void start_choice(builder *b, start_rule rule) {
  switch (rule) {
  case START_OPTGROUP:
  case START_OPTION:
    start_option(b);
    break;
  case START_SELECT:
    start_select(b);
    break;
  case START_RB:
    start_ruby_part(b, HTML_UNKNOWN);
    break;
  case START_RT:
    start_ruby_part(b, HTML_RTC);
    break;
  default:
    break;
  }
}

static html_next start_rare(builder *b, start_rule rule) {
  switch (rule) {
  case START_BODY:
    start_body(b);
    break;
  case START_BUTTON:
    start_button(b);
    break;
  case START_FORM:
    start_form(b);
    break;
  case START_FRAMESET:
    start_frameset(b);
    break;
  case START_HTML:
    if (!on_stack(b, HTML_TEMPLATE)) merge_attributes(b, 0);
    break;
  case START_IMAGE:
    b->token.tag = HTML_IMG;
    insert_void(b);
    break;
  case START_MARKER:
    if (insert_element(b)) push_marker(b);
    b->frameset_ok = false;
    break;
  case START_MATH:
    insert_foreign(b, SPACE_MATHML);
    break;
  case START_SVG:
    insert_foreign(b, SPACE_SVG);
    break;
  case START_NOBR:
    start_nobr(b);
    break;
  case START_PARAM:
    insert_void(b);
    break;
  case START_PLAINTEXT:
    close_p(b);
    insert_element(b);
    b->in.mode = HTML_AS_PLAINTEXT;
    break;
  case START_PRE:
    close_p(b);
    insert_element(b);
    b->skip_line = true;
    b->frameset_ok = false;
    break;
  default:
    start_choice(b, rule);
  }
  return TOKEN_DONE;
}

static html_next start_tag(builder *b) {
  start_rule rule = html_tag_rows[b->token.tag].start;
  switch (rule) {
  case START_OTHER:
  case START_FORMATTING:
    insert_element(b);
    return TOKEN_DONE;
  case START_BLOCK:
    close_p(b);
    insert_element(b);
    return TOKEN_DONE;
  case START_A:
    start_link(b);
    return TOKEN_DONE;
  case START_LI:
  case START_DD:
    b->frameset_ok = false;
    start_item(b);
    return TOKEN_DONE;
  case START_HEADING:
    start_heading(b);
    return TOKEN_DONE;
  case START_VOID:
    b->frameset_ok = false;
    insert_void(b);
    return TOKEN_DONE;
  case START_HR:
    close_p(b);
    if (in_scope(b, HTML_SELECT)) close_implied(b, HTML_UNKNOWN);
    b->frameset_ok = false;
    insert_void(b);
    return TOKEN_DONE;
  case START_HEAD:
    return in_head(b);
  case START_TABLE:
    start_table(b);
    return TOKEN_DONE;
  case START_INPUT:
    start_input(b);
    return TOKEN_DONE;
  case START_RAW:
  case START_TEXTAREA:
  case START_XMP:
    return start_raw(b, rule);
  case START_NOSCRIPT:
    if (b->scripting)
      insert_raw(b, HTML_AS_RAWTEXT);
    else
      insert_element(b);
    return TOKEN_DONE;
  default:
    return start_rare(b, rule);
  }
}

static html_next body_text(builder *b) {
  html_range r = b->token.data;
  if (b->frameset_ok && shows(b)) b->frameset_ok = false;
  insert_text(b, r.begin, r.end);
  return TOKEN_DONE;
}

html_next in_body(builder *b) {
  switch (b->token.kind) {
  case HTML_TOKEN_TEXT:
    return body_text(b);
  case HTML_TOKEN_START:
    return start_tag(b);
  case HTML_TOKEN_END:
    return body_end_tag(b);
  case HTML_TOKEN_EOF:
    return b->template_depth > 0 ? in_template(b) : TOKEN_DONE;
  default:
    return TOKEN_DONE;
  }
}

/* End tags "in body" (WHATWG HTML 13.2.6.4.7). */
#include "html/build.h"

/* An end tag of a formatting element. Where the standard runs the adoption agency, which is quadratic and moves blocks about, this only stops the
 * element: the blocks that are open in it stay where they are, and order of text and blocks is the same. */
static void end_formatting(builder *b) {
  unsigned tag = b->token.tag;
  if (tag == HTML_A) b->link = false;
  if (!in_scope(b, tag)) return;
  uint16_t index = b->top[tag];
  if (current(b)->special < index) {
    pop_through(b, index);
    return;
  }
  b->stack[index].flags |= OPEN_CLOSED;
  b->top[tag] = b->stack[index].same;
  pop_above(b, current(b)->special);
}

/* "Any other end tag": the nearest element of that name ends, unless a special one stands between. */
static void end_other(builder *b) {
  unsigned tag = b->token.tag;
  uint16_t index = b->top[tag];
  while (tag == HTML_UNKNOWN && index != NO_ENTRY && index >= current(b)->special && b->stack[index].hash != b->token.hash) {
    index = b->stack[index].same;
    b->stats.steps++;
  }
  if (index == NO_ENTRY || index < current(b)->special) return;
  close_implied(b, tag);
  pop_through(b, index);
}

static void end_scoped(builder *b) {
  if (!in_scope(b, b->token.tag)) return;
  close_implied(b, HTML_UNKNOWN);
  pop_through(b, b->top[b->token.tag]);
}

/* A form that is not the current node cannot be taken out from between others: it stays around them. */
static void end_form(builder *b) {
  if (on_stack(b, HTML_TEMPLATE)) {
    end_scoped(b);
    return;
  }
  bool open = b->form != 0;
  b->form = 0;
  if (!open || !in_scope(b, HTML_FORM)) return;
  close_implied(b, HTML_UNKNOWN);
  if (current_is(b, HTML_FORM)) {
    pop(b);
    return;
  }
  open_element *form = &b->stack[b->top[HTML_FORM]];
  form->flags |= OPEN_CLOSED;
  b->top[HTML_FORM] = form->same;
}

static void end_p(builder *b) {
  if (!in_button_scope(b, HTML_P)) {
    insert_implied(b, HTML_P);
    if (!in_button_scope(b, HTML_P)) return; /* too deep */
  }
  pop_through(b, b->top[HTML_P]);
}

static void end_item(builder *b) {
  unsigned tag = b->token.tag;
  if (tag == HTML_LI ? !in_list_scope(b, tag) : !in_scope(b, tag)) return;
  close_implied(b, tag);
  pop_through(b, b->top[tag]);
}

/* Any open heading ends. */
static void end_heading(builder *b) {
  uint16_t index = NO_ENTRY;
  for (unsigned tag = HTML_H1; tag <= HTML_H6; tag++)
    if (in_scope(b, tag) && (index == NO_ENTRY || b->top[tag] > index)) index = b->top[tag];
  if (index == NO_ENTRY) return;
  close_implied(b, HTML_UNKNOWN);
  pop_through(b, index);
}

static void end_template(builder *b) {
  if (!on_stack(b, HTML_TEMPLATE)) return;
  close_thoroughly(b);
  pop_through(b, b->top[HTML_TEMPLATE]);
  b->template_depth--;
  reset_mode(b);
}

static html_next end_body(builder *b) {
  if (!in_scope(b, HTML_BODY)) return TOKEN_DONE;
  b->mode = MODE_AFTER_BODY;
  return b->token.tag == HTML_HTML ? TOKEN_AGAIN : TOKEN_DONE;
}

html_next body_end_tag(builder *b) {
  end_rule rule = html_tag_rows[b->token.tag].end;
  if (b->beyond_count > 0 && end_beyond(b)) return TOKEN_DONE;
  switch (rule) {
  case END_OTHER:
    end_other(b);
    break;
  case END_BLOCK:
  case END_MARKER:
    end_scoped(b);
    break;
  case END_FORMATTING:
    end_formatting(b);
    break;
  case END_P:
    end_p(b);
    break;
  case END_LI:
  case END_DD:
    end_item(b);
    break;
  case END_HEADING:
    end_heading(b);
    break;
  case END_FORM:
    end_form(b);
    break;
  case END_TEMPLATE:
    end_template(b);
    break;
  case END_BODY:
  case END_HTML:
    return end_body(b);
  case END_BR:
    insert_implied(b, HTML_BR);
    if (current_is(b, HTML_BR)) pop(b);
    break;
  case END_IGNORED:
    break;
  }
  return TOKEN_DONE;
}

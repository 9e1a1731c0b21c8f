/* Inside tables (WHATWG HTML 13.2.6.4.9-15). */
#include "html/build.h"

/* Content that may not stand in a table: it goes before the table, by the rules of the body. */
static html_next foster(builder *b) {
  b->foster = true;
  html_next next = in_body(b);
  b->foster = false;
  return next;
}

/* Pops down to the innermost of the given kind: what a table, a row group or a row may stand in. */
static void clear_to_table(builder *b) { pop_above(b, current(b)->table_scope); }

static bool is_row_group(unsigned tag) { return tag == HTML_TBODY || tag == HTML_TFOOT || tag == HTML_THEAD; }
static bool is_cell(unsigned tag) { return tag == HTML_TD || tag == HTML_TH; }

/* Start tags that end a caption, a cell or a column group. */
static bool starts_part(const builder *b) {
  unsigned tag = b->token.tag;
  return b->token.kind == HTML_TOKEN_START &&
         (tag == HTML_CAPTION || tag == HTML_COL || tag == HTML_COLGROUP || is_row_group(tag) || is_cell(tag) || tag == HTML_TR);
}

static bool is_structure(unsigned tag) {
  return tag == HTML_BODY || tag == HTML_CAPTION || tag == HTML_COL || tag == HTML_COLGROUP || tag == HTML_HTML || is_row_group(tag) ||
         is_cell(tag) || tag == HTML_TR;
}

static bool in_table_part(const builder *b) {
  unsigned tag = current(b)->tag;
  return current(b)->space == SPACE_HTML && (tag == HTML_TABLE || is_row_group(tag) || tag == HTML_TR || tag == HTML_TEMPLATE);
}

static html_next table_text(builder *b) {
  if (!in_table_part(b) || space_end(b) < b->token.data.end) return foster(b);
  insert_text(b, b->token.data.begin, b->token.data.end);
  return TOKEN_DONE;
}

static bool end_table(builder *b) {
  if (!in_table_scope(b, HTML_TABLE)) return false;
  pop_through(b, b->top[HTML_TABLE]);
  reset_mode(b);
  return true;
}

static html_next open_part(builder *b, html_mode mode) {
  clear_to_table(b);
  if (insert_element(b)) b->mode = (uint8_t)mode;
  return TOKEN_DONE;
}

/* Opens the part that was left out, and reads the token again inside it. */
static html_next imply_part(builder *b, unsigned tag, html_mode mode) {
  clear_to_table(b);
  if (!insert_implied(b, tag)) return TOKEN_DONE;
  b->mode = (uint8_t)mode;
  return TOKEN_AGAIN;
}

static html_next table_start_tag(builder *b) {
  switch (b->token.tag) {
  case HTML_CAPTION:
    clear_to_table(b);
    if (!insert_element(b)) return TOKEN_DONE;
    push_marker(b);
    b->mode = MODE_IN_CAPTION;
    return TOKEN_DONE;
  case HTML_COLGROUP:
    return open_part(b, MODE_IN_COLUMN_GROUP);
  case HTML_COL:
    return imply_part(b, HTML_COLGROUP, MODE_IN_COLUMN_GROUP);
  case HTML_TBODY:
  case HTML_TFOOT:
  case HTML_THEAD:
    return open_part(b, MODE_IN_TABLE_BODY);
  case HTML_TD:
  case HTML_TH:
  case HTML_TR:
    return imply_part(b, HTML_TBODY, MODE_IN_TABLE_BODY);
  case HTML_TABLE:
    return end_table(b) ? TOKEN_AGAIN : TOKEN_DONE;
  case HTML_STYLE:
  case HTML_SCRIPT:
  case HTML_TEMPLATE:
    return in_head(b);
  case HTML_INPUT:
    if (!is_hidden_input(b)) return foster(b);
    insert_void(b);
    return TOKEN_DONE;
  case HTML_FORM:
    if (b->form != 0 || on_stack(b, HTML_TEMPLATE)) return TOKEN_DONE;
    b->form = b->count + 1;
    insert_void(b);
    return TOKEN_DONE;
  default:
    return foster(b);
  }
}

static html_next in_table(builder *b) {
  if (b->token.kind == HTML_TOKEN_TEXT) return table_text(b);
  if (b->token.kind == HTML_TOKEN_START) return table_start_tag(b);
  if (b->token.kind == HTML_TOKEN_END) {
    if (b->token.tag == HTML_TABLE) {
      end_table(b);
      return TOKEN_DONE;
    }
    if (is_structure(b->token.tag)) return TOKEN_DONE;
    if (b->token.tag == HTML_TEMPLATE) return in_head(b);
    return foster(b);
  }
  return in_body(b);
}

static html_next in_caption(builder *b) {
  bool own = is_end(b, HTML_CAPTION);
  if (own || starts_part(b) || is_end(b, HTML_TABLE)) {
    if (!in_table_scope(b, HTML_CAPTION)) return TOKEN_DONE;
    close_implied(b, HTML_UNKNOWN);
    pop_through(b, b->top[HTML_CAPTION]);
    b->mode = MODE_IN_TABLE;
    return own ? TOKEN_DONE : TOKEN_AGAIN;
  }
  if (b->token.kind == HTML_TOKEN_END && is_structure(b->token.tag)) return TOKEN_DONE;
  return in_body(b);
}

static html_next in_column_group(builder *b) {
  if (b->token.kind == HTML_TOKEN_TEXT) {
    uint32_t end = space_end(b);
    insert_text(b, b->token.data.begin, end);
    if (!rest_of_text(b, end)) return TOKEN_DONE;
  }
  if (is_start(b, HTML_HTML) || b->token.kind == HTML_TOKEN_EOF) return in_body(b);
  if (is_start(b, HTML_COL)) {
    insert_void(b);
    return TOKEN_DONE;
  }
  if (is_start(b, HTML_TEMPLATE) || is_end(b, HTML_TEMPLATE)) return in_head(b);
  if (b->token.kind >= HTML_TOKEN_COMMENT || is_end(b, HTML_COL) || !current_is(b, HTML_COLGROUP)) return TOKEN_DONE;
  bool own = is_end(b, HTML_COLGROUP);
  pop(b);
  b->mode = MODE_IN_TABLE;
  return own ? TOKEN_DONE : TOKEN_AGAIN;
}

/* The innermost row group in table scope, or NO_ENTRY. */
static uint16_t open_row_group(const builder *b) {
  static const uint16_t groups[] = {HTML_TBODY, HTML_THEAD, HTML_TFOOT};
  for (size_t i = 0; i < 3; i++)
    if (in_table_scope(b, groups[i])) return b->top[groups[i]];
  return NO_ENTRY;
}

static html_next in_table_body(builder *b) {
  unsigned tag = b->token.tag;
  uint16_t group = open_row_group(b);
  if (b->token.kind == HTML_TOKEN_START && (tag == HTML_TR || is_cell(tag))) {
    if (group != NO_ENTRY)
      pop_above(b, group);
    else
      clear_to_table(b);
    if (tag != HTML_TR && !insert_implied(b, HTML_TR)) return TOKEN_DONE;
    if (tag == HTML_TR && !insert_element(b)) return TOKEN_DONE;
    b->mode = MODE_IN_ROW;
    return tag == HTML_TR ? TOKEN_DONE : TOKEN_AGAIN;
  }
  bool own = b->token.kind == HTML_TOKEN_END && is_row_group(tag);
  if (own && !in_table_scope(b, tag)) return TOKEN_DONE;
  if (own || starts_part(b) || is_end(b, HTML_TABLE)) {
    if (group == NO_ENTRY) return TOKEN_DONE;
    pop_through(b, group);
    b->mode = MODE_IN_TABLE;
    return own ? TOKEN_DONE : TOKEN_AGAIN;
  }
  if (b->token.kind == HTML_TOKEN_END && is_structure(tag)) return TOKEN_DONE;
  return in_table(b);
}

static html_next in_row(builder *b) {
  unsigned tag = b->token.tag;
  uint16_t row = in_table_scope(b, HTML_TR) ? b->top[HTML_TR] : NO_ENTRY;
  if (b->token.kind == HTML_TOKEN_START && is_cell(tag)) {
    pop_above(b, row != NO_ENTRY ? row : current(b)->table_scope);
    if (!insert_element(b)) return TOKEN_DONE;
    push_marker(b);
    b->mode = MODE_IN_CELL;
    return TOKEN_DONE;
  }
  bool own = is_end(b, HTML_TR), group = b->token.kind == HTML_TOKEN_END && is_row_group(tag);
  if (group && !in_table_scope(b, tag)) return TOKEN_DONE;
  if (own || group || starts_part(b) || is_end(b, HTML_TABLE)) {
    if (row == NO_ENTRY) return TOKEN_DONE;
    pop_through(b, row);
    b->mode = MODE_IN_TABLE_BODY;
    return own ? TOKEN_DONE : TOKEN_AGAIN;
  }
  if (b->token.kind == HTML_TOKEN_END && is_structure(tag)) return TOKEN_DONE;
  return in_table(b);
}

static uint16_t open_cell(const builder *b) {
  if (in_table_scope(b, HTML_TD)) return b->top[HTML_TD];
  return in_table_scope(b, HTML_TH) ? b->top[HTML_TH] : NO_ENTRY;
}

static html_next close_cell(builder *b, uint16_t cell, html_next next) {
  close_implied(b, HTML_UNKNOWN);
  pop_through(b, cell);
  b->mode = MODE_IN_ROW;
  return next;
}

static html_next in_cell(builder *b) {
  unsigned tag = b->token.tag;
  if (b->token.kind == HTML_TOKEN_END) {
    if (is_cell(tag)) return in_table_scope(b, tag) ? close_cell(b, b->top[tag], TOKEN_DONE) : TOKEN_DONE;
    bool outer = tag == HTML_TABLE || is_row_group(tag) || tag == HTML_TR;
    if (outer && (!in_table_scope(b, tag) || open_cell(b) == NO_ENTRY)) return TOKEN_DONE;
    if (outer) return close_cell(b, open_cell(b), TOKEN_AGAIN);
    if (is_structure(tag)) return TOKEN_DONE;
  } else if (starts_part(b) && open_cell(b) != NO_ENTRY) {
    return close_cell(b, open_cell(b), TOKEN_AGAIN);
  }
  return in_body(b);
}

html_next table_modes(builder *b) {
  if (b->beyond_count > 0 && b->token.kind == HTML_TOKEN_END && end_beyond(b)) return TOKEN_DONE;
  switch (b->mode) {
  case MODE_IN_TABLE:
    return in_table(b);
  case MODE_IN_CAPTION:
    return in_caption(b);
  case MODE_IN_COLUMN_GROUP:
    return in_column_group(b);
  case MODE_IN_TABLE_BODY:
    return in_table_body(b);
  case MODE_IN_ROW:
    return in_row(b);
  default:
    return in_cell(b);
  }
}

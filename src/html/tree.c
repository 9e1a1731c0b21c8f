#include "html/build.h"

enum { FIRST_NODES = 64, RUN = 255 };

_Static_assert(HTML_TAG_COUNT <= UINT8_MAX, "a node holds its tag in one byte");

static html_next in_text(builder *b) {
  if (b->token.kind == HTML_TOKEN_TEXT) {
    insert_text(b, b->token.data.begin, b->token.data.end);
    return TOKEN_DONE;
  }
  bool ends = b->token.kind == HTML_TOKEN_END;
  pop(b);
  b->mode = b->return_mode;
  return ends ? TOKEN_DONE : TOKEN_AGAIN;
}

html_next by_mode(builder *b) {
  switch (b->mode) {
  case MODE_IN_BODY:
    return in_body(b);
  case MODE_TEXT:
    return in_text(b);
  case MODE_IN_TABLE:
  case MODE_IN_CAPTION:
  case MODE_IN_COLUMN_GROUP:
  case MODE_IN_TABLE_BODY:
  case MODE_IN_ROW:
  case MODE_IN_CELL:
    return table_modes(b);
  case MODE_IN_TEMPLATE:
  case MODE_AFTER_BODY:
  case MODE_IN_FRAMESET:
  case MODE_AFTER_FRAMESET:
  case MODE_AFTER_AFTER_BODY:
  case MODE_AFTER_AFTER_FRAMESET:
    return after_modes(b);
  default:
    return head_modes(b);
  }
}

/* "Tree construction dispatcher" (13.2.6). */
static bool is_foreign_rule(const builder *b) {
  if (b->depth == 0 || current(b)->space == SPACE_HTML || b->token.kind == HTML_TOKEN_EOF) return false;
  bool start = b->token.kind == HTML_TOKEN_START, text = b->token.kind == HTML_TOKEN_TEXT;
  unsigned flags = current(b)->flags, tag = b->token.tag;
  if ((flags & OPEN_TEXT_BORDER) != 0 && (text || (start && tag != HTML_MGLYPH && tag != HTML_MALIGNMARK))) return false;
  if (current(b)->space == SPACE_MATHML && current(b)->tag == HTML_ANNOTATION_XML && start && tag == HTML_SVG) return false;
  return (flags & OPEN_HTML_BORDER) == 0 || !(start || text);
}

/* pre, listing and textarea do not show a line break that follows their start tag at once. */
static bool skip_line(builder *b) {
  b->skip_line = false;
  if (b->token.kind != HTML_TOKEN_TEXT) return true;
  html_pieces pieces = html_pieces_of(b->in.input, b->token.data.begin, b->token.data.end, b->token.rules);
  html_piece piece;
  if (!html_pieces_next(&pieces, &piece) || piece.text.bytes[0] != '\n') return true;
  return rest_of_text(b, piece.literal ? piece.begin + 1 : piece.finish);
}

static void build(builder *b) {
  do {
    html_token_next(&b->in, &b->token);
    b->stats.tokens++;
    b->stats.steps++;
    if (b->skip_line && !skip_line(b)) continue;
    if (b->token.kind == HTML_TOKEN_COMMENT || (b->token.kind == HTML_TOKEN_DOCTYPE && b->mode != MODE_INITIAL)) continue;
    html_next next = TOKEN_AGAIN;
    while (next == TOKEN_AGAIN && !b->failed) {
      next = is_foreign_rule(b) ? in_foreign(b) : by_mode(b);
      b->stats.steps++;
    }
  } while (b->token.kind != HTML_TOKEN_EOF && !b->failed);
}

/* About how many nodes and attributes there will be, so that the arrays need not grow: a node for each tag and for each text behind a tag, an
 * attribute for each equals sign. Counted in runs short enough for one byte, which compilers turn into vectors. */
static void count_ahead(isnad_slice input, uint32_t *nodes, uint32_t *attrs) {
  size_t tags = 0, equals = 0;
  for (size_t i = 0; i + 1 < input.length;) {
    size_t end = input.length - 1 - i < RUN ? input.length - 1 : i + RUN;
    uint8_t tags_here = 0, equals_here = 0;
    for (; i < end; i++) {
      uint8_t c = (uint8_t)input.bytes[i], next = (uint8_t)input.bytes[i + 1];
      uint8_t is_letter = (uint8_t)((next | 0x20) - 'a') < 26;
      tags_here = (uint8_t)(tags_here + ((c == '<') & (is_letter | (next == '/'))) + ((c == '>') & (next != '<')));
      equals_here = (uint8_t)(equals_here + (c == '='));
    }
    tags += tags_here;
    equals += equals_here;
  }
  *nodes = (uint32_t)tags + FIRST_NODES;
  *attrs = (uint32_t)(equals < input.length / 8 ? equals : input.length / 8) + HTML_ATTR_COUNT;
}

static bool prepare(builder *b, const html_limits *limits) {
  uint32_t cap = limits != NULL && limits->depth > 0 ? limits->depth : HTML_DEPTH;
  b->depth_cap = (uint16_t)(cap < DEPTH_MOST ? cap : DEPTH_MOST);
  if (b->depth_cap < 4) b->depth_cap = 4;
  b->scripting = limits != NULL && limits->scripting;
  b->frameset_ok = true;
  for (size_t i = 0; i < HTML_TAG_COUNT; i++) b->top[i] = NO_ENTRY;
  b->stack = isnad_arena_array(b->arena, (size_t)b->depth_cap + DEPTH_RESERVE, sizeof *b->stack);
  b->template_modes = isnad_arena_array(b->arena, (size_t)b->depth_cap + DEPTH_RESERVE, 1);
  count_ahead((isnad_slice){b->in.input, b->in.length}, &b->room, &b->attr_room);
  b->attrs = isnad_arena_array(b->arena, b->attr_room, sizeof *b->attrs);
  b->nodes = isnad_arena_array(b->arena, b->room, sizeof *b->nodes);
  b->in.attrs = b->attrs;
  b->in.room = HTML_ATTR_COUNT;
  return b->stack != NULL && b->template_modes != NULL && b->attrs != NULL && b->nodes != NULL;
}

isnad_status html_parse(html_tree *out, isnad_arena *arena, isnad_slice input, const html_limits *limits, isnad_err *err) {
  *out = (html_tree){.input = input};
  if (input.length > INT32_MAX)
    return isnad_err_set(err, ISNAD_LIMIT, "html", (isnad_span){0, 0}, "a page must be smaller than 2 GiB, this one has %zu bytes", input.length);
  builder *b = isnad_arena_alloc(arena, sizeof *b);
  if (b == NULL) return isnad_arena_fail(err, arena, "html");
  b->arena = arena;
  b->in = html_tokenizer_of(input);
  if (!prepare(b, limits)) return isnad_arena_fail(err, arena, "html");
  build(b);
  pop_through(b, 0);
  if (b->failed || !move_fostered(b)) return isnad_arena_fail(err, arena, "html");
  b->stats.attributes_dropped = b->in.dropped;
  *out = (html_tree){input, b->nodes, b->count, b->attrs, b->attr_count, b->decoded, b->decoded_count, b->quirks, b->stats};
  return ISNAD_OK;
}

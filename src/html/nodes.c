/* Nodes and their attributes, and the text of the current token. */
#include "html/build.h"

#include <string.h>

enum { CHUNK = 16 * 1024 };

const tag_row html_tag_rows[HTML_TAG_COUNT] = {{"", 0, START_OTHER, END_OTHER},
#define X(name, constant, start, end, flags) {name, flags, START_##start, END_##end},
                                               HTML_TAG_NAMES(X)
#undef X
};

/* --- memory --- */

static bool grow(builder *b, void *array, uint32_t *room, uint32_t used, uint32_t more, size_t size) {
  if (used + more <= *room) return true;
  uint32_t wanted = *room + *room / 2 + more;
  void **items = array;
  void *at = b->failed ? NULL : isnad_arena_grow(b->arena, *items, *room, wanted, size);
  if (at == NULL) return b->failed = true, false;
  *items = at;
  *room = wanted;
  return true;
}

/* Room for `length` bytes of decoded text. */
static char *decoded_room(builder *b, size_t length) {
  if (length <= b->chunk_left) return b->chunk;
  size_t size = length > CHUNK ? length : CHUNK;
  char *fresh = b->failed ? NULL : isnad_arena_alloc(b->arena, size);
  if (fresh == NULL) return b->failed = true, NULL;
  b->chunk = fresh;
  b->chunk_left = size;
  return fresh;
}

/* The text of raw bytes, and its place among the decoded ones. */
static uint32_t decode(builder *b, uint32_t begin, uint32_t end, uint8_t rules) {
  char *to = decoded_room(b, html_decoded_room(b->in.input, begin, end));
  void *decoded = b->decoded;
  if (to == NULL || !grow(b, &decoded, &b->decoded_room, b->decoded_count, 1, sizeof *b->decoded)) return 0;
  b->decoded = decoded;
  size_t length = html_decode(to, b->in.input, begin, end, rules);
  b->chunk += length;
  b->chunk_left -= length;
  b->decoded[b->decoded_count] = (isnad_slice){to, length};
  return b->decoded_count++;
}

/* A new node under the current one, closed for now. NULL without memory. */
static html_node *append(builder *b, html_kind kind, unsigned tag) {
  void *nodes = b->nodes;
  if (!grow(b, &nodes, &b->room, b->count, 1, sizeof *b->nodes)) return NULL;
  b->nodes = nodes;
  html_node *node = &b->nodes[b->count++];
  bool root = b->depth == 0;
  *node = (html_node){.tag = (uint8_t)tag, .kind = (uint8_t)kind, .parent = root ? UINT32_MAX : current(b)->node, .end = b->count};
  if (b->foster && !root && current(b)->space == SPACE_HTML && part_of_table(current(b)->tag)) {
    node->flags = HTML_NODE_FOSTERED;
    b->stats.fostered++;
  }
  return node;
}

/* Takes over the attributes that the tokenizer has written behind the others, and decodes the values that need it. */
static void take_attributes(builder *b, html_node *node) {
  node->first = b->attr_count;
  node->attr_count = (uint8_t)b->token.attr_count;
  for (uint32_t i = 0; i < b->token.attr_count; i++) {
    html_attr_value *a = &b->attrs[b->attr_count + i];
    if ((a->flags & HTML_ATTR_DECODED) != 0)
      a->decoded = decode(b, a->begin, a->finish, HTML_READ_REFERENCES | HTML_READ_ATTRIBUTE | HTML_NUL_REPLACE);
  }
  b->attr_count += b->token.attr_count;
  b->token.attr_count = 0;
  void *attrs = b->attrs;
  if (!grow(b, &attrs, &b->attr_room, b->attr_count, HTML_ATTR_COUNT, sizeof *b->attrs)) return;
  b->attrs = attrs;
  b->in.attrs = b->attrs + b->attr_count;
}

static html_node *append_tag(builder *b, html_kind kind) {
  html_node *node = append(b, kind, b->token.tag);
  if (node == NULL) return NULL;
  node->begin = b->token.raw.begin;
  node->finish = b->token.raw.end;
  take_attributes(b, node);
  return node;
}

/* --- insertion --- */

bool insert_element(builder *b) {
  uint32_t hash = b->token.hash, index = b->count;
  unsigned tag = b->token.tag;
  return append_tag(b, HTML_ELEMENT) != NULL && open_node(b, index, tag, hash, SPACE_HTML, 0);
}

bool insert_implied(builder *b, unsigned tag) {
  html_node *node = append(b, HTML_ELEMENT, tag);
  if (node == NULL) return false;
  node->flags |= HTML_NODE_IMPLIED;
  node->begin = node->finish = b->token.raw.begin;
  node->first = b->attr_count;
  return open_node(b, b->count - 1, tag, 0, SPACE_HTML, 0);
}

void insert_void(builder *b) { append_tag(b, HTML_ELEMENT); }

static bool is_html_encoding(const builder *b, const html_node *node) {
  for (uint32_t i = 0; i < node->attr_count; i++) {
    const html_attr_value *a = &b->attrs[node->first + i];
    if (a->name != HTML_ATTR_ENCODING) continue;
    html_tokenizer t = b->in;
    t.length = a->finish;
    isnad_slice text_html = isnad_slice_of("text/html"), xhtml = isnad_slice_of("application/xhtml+xml");
    uint32_t length = a->finish - a->begin;
    return (length == text_html.length && html_word_at(&t, a->begin, text_html)) || (length == xhtml.length && html_word_at(&t, a->begin, xhtml));
  }
  return false;
}

static uint8_t foreign_flags(const builder *b, const html_node *node, name_space space) {
  unsigned tag = node->tag;
  if (space == SPACE_SVG) return tag == HTML_FOREIGNOBJECT || tag == HTML_DESC || tag == HTML_TITLE ? OPEN_HTML_BORDER : 0;
  if (tag == HTML_MI || tag == HTML_MO || tag == HTML_MN || tag == HTML_MS || tag == HTML_MTEXT) return OPEN_TEXT_BORDER;
  return tag == HTML_ANNOTATION_XML && is_html_encoding(b, node) ? OPEN_HTML_BORDER : 0;
}

void insert_foreign(builder *b, name_space space) {
  bool closed = (b->token.flags & HTML_TOKEN_SELF_CLOSING) != 0;
  const html_node *node = append_tag(b, HTML_FOREIGN);
  if (node != NULL && !closed) open_node(b, b->count - 1, node->tag, b->token.hash, space, foreign_flags(b, node, space));
}

void insert_raw(builder *b, unsigned mode) {
  html_range name = b->token.data;
  if (!insert_element(b)) return;
  b->in.mode = (uint8_t)mode;
  b->in.raw_name = (isnad_slice){b->in.input + name.begin, name.end - name.begin};
  b->return_mode = b->mode;
  b->mode = MODE_TEXT;
}

static bool is_blank(const builder *b, uint32_t begin, uint32_t end) {
  while (begin < end && html_is(HTML_SPACE, b->in.input[begin])) begin++;
  return begin == end;
}

static uint8_t nul_rule(const builder *b) {
  bool foreign = current(b)->space != SPACE_HTML && (current(b)->flags & (OPEN_TEXT_BORDER | OPEN_HTML_BORDER)) == 0;
  return foreign || (b->token.rules & HTML_NUL_REPLACE) != 0 ? HTML_NUL_REPLACE : HTML_NUL_DROP;
}

void insert_text(builder *b, uint32_t begin, uint32_t end) {
  if (begin == end) return;
  html_node *node = append(b, HTML_TEXT, HTML_UNKNOWN);
  if (node == NULL) return;
  node->begin = begin;
  node->finish = end;
  if (is_blank(b, begin, end)) node->flags |= HTML_NODE_BLANK;
  if (b->link) node->flags |= HTML_NODE_LINK;
  if ((b->token.rules & HTML_READ_REFERENCES) == 0) node->flags |= HTML_NODE_RAW;
  if ((b->token.flags & HTML_TOKEN_CHANGED) == 0) return;
  uint8_t nuls = nul_rule(b);
  node->first = decode(b, begin, end, (uint8_t)((b->token.rules & HTML_READ_REFERENCES) | nuls));
  node->flags |= HTML_NODE_DECODED | (nuls == HTML_NUL_REPLACE ? HTML_NODE_NULS : 0);
}

void merge_attributes(builder *b, uint32_t index) {
  html_node *node = &b->nodes[index];
  uint64_t has = 0;
  uint32_t missing = 0;
  for (uint32_t i = 0; i < node->attr_count; i++) has |= (uint64_t)1 << b->attrs[node->first + i].name;
  for (uint32_t i = 0; i < b->token.attr_count; i++) missing += (has >> b->in.attrs[i].name & 1) == 0;
  if (missing == 0) return;
  html_attr_value old[HTML_ATTR_COUNT], fresh[HTML_ATTR_COUNT];
  uint32_t count = 0, old_count = node->attr_count;
  memcpy(old, b->attrs + node->first, old_count * sizeof *old);
  for (uint32_t i = 0; i < b->token.attr_count; i++)
    if ((has >> b->in.attrs[i].name & 1) == 0) fresh[count++] = b->in.attrs[i];
  memcpy(b->in.attrs, fresh, count * sizeof *fresh); /* behind the others, as take_attributes wants them */
  b->token.attr_count = count;
  take_attributes(b, node);
  if (b->failed) return;
  memcpy(b->in.attrs, old, old_count * sizeof *old);
  b->attr_count += old_count;
  node->attr_count = (uint8_t)(node->attr_count + old_count);
  void *attrs = b->attrs;
  if (!grow(b, &attrs, &b->attr_room, b->attr_count, HTML_ATTR_COUNT, sizeof *b->attrs)) return;
  b->attrs = attrs;
  b->in.attrs = b->attrs + b->attr_count;
}

/* --- the current token --- */

bool is_hidden_input(const builder *b) {
  for (uint32_t i = 0; i < b->token.attr_count; i++) {
    const html_attr_value *a = &b->in.attrs[i];
    if (a->name == HTML_ATTR_TYPE) return a->finish - a->begin == 6 && html_word_at(&b->in, a->begin, isnad_slice_of("hidden"));
  }
  return false;
}

uint32_t space_end(const builder *b) {
  uint32_t at = b->token.data.begin;
  while (at < b->token.data.end && html_is(HTML_SPACE, b->in.input[at])) at++;
  return at;
}

bool rest_of_text(builder *b, uint32_t from) {
  b->token.data.begin = b->token.raw.begin = from;
  return from < b->token.data.end;
}

bool shows(const builder *b) {
  uint32_t at = space_end(b);
  while (at < b->token.data.end && (b->in.input[at] == '\0' || html_is(HTML_SPACE, b->in.input[at]))) at++;
  return at < b->token.data.end;
}

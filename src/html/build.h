/* The tree builder's state, shared by the files of tree construction. The stack of open elements answers every question of scope in one step:
 * each entry knows the innermost border of each scope at or below it, and the next outer entry of its own tag. */
#ifndef ISNAD_HTML_BUILD_H
#define ISNAD_HTML_BUILD_H

#include "html/html.h"
#include "html/tokens.h"

enum {
  NO_ENTRY = UINT16_MAX,
  DEPTH_MOST = 4096,
  DEPTH_RESERVE = 8 /* raw text, and the parts of a table that is in, may stand so much deeper than the cap */
};

typedef enum name_space { SPACE_HTML, SPACE_SVG, SPACE_MATHML } name_space;

enum {
  OPEN_CLOSED = 1,      /* a formatting element whose end tag came while blocks in it were open: it only waits for them */
  OPEN_TEXT_BORDER = 2, /* MathML text integration point */
  OPEN_HTML_BORDER = 4, /* HTML integration point */
  OPEN_LINK_BEFORE = 8, /* a marker: whether a link was open outside it */
  OPEN_MARKER = 16
};

typedef struct open_element {
  uint32_t node, hash;
  uint16_t tag;
  uint8_t space; /* name_space */
  uint8_t flags;
  uint16_t same;                                         /* the next outer open element with this tag */
  uint16_t scope, list_scope, button_scope, table_scope; /* the innermost border at or below */
  uint16_t special;                                      /* the innermost special element */
  uint16_t list_stop;                                    /* ... that is not address, div or p */
  uint16_t anchor;                                       /* ... that an insertion mode belongs to */
} open_element;

/* Insertion modes (13.2.4.1). */
typedef enum html_mode {
  MODE_INITIAL,
  MODE_BEFORE_HTML,
  MODE_BEFORE_HEAD,
  MODE_IN_HEAD,
  MODE_IN_HEAD_NOSCRIPT,
  MODE_AFTER_HEAD,
  MODE_IN_BODY,
  MODE_TEXT,
  MODE_IN_TABLE,
  MODE_IN_CAPTION,
  MODE_IN_COLUMN_GROUP,
  MODE_IN_TABLE_BODY,
  MODE_IN_ROW,
  MODE_IN_CELL,
  MODE_IN_TEMPLATE,
  MODE_AFTER_BODY,
  MODE_IN_FRAMESET,
  MODE_AFTER_FRAMESET,
  MODE_AFTER_AFTER_BODY,
  MODE_AFTER_AFTER_FRAMESET
} html_mode;

/* What to do with the token next. */
typedef enum html_next { TOKEN_DONE, TOKEN_AGAIN } html_next;

typedef struct builder {
  isnad_arena *arena;
  html_tokenizer in;
  html_token token;
  html_node *nodes;
  uint32_t count, room;
  html_attr_value *attrs;
  uint32_t attr_count, attr_room;
  isnad_slice *decoded;
  uint32_t decoded_count, decoded_room;
  char *chunk; /* where decoded text goes */
  size_t chunk_left;
  open_element *stack;
  uint16_t depth, depth_cap;
  uint16_t top[HTML_TAG_COUNT];    /* the innermost open element of each tag */
  uint32_t beyond[HTML_TAG_COUNT]; /* open elements of each tag that were nested too deep to be pushed */
  uint32_t beyond_count;
  uint8_t *template_modes;
  uint16_t template_depth;
  uint8_t mode, return_mode; /* html_mode */
  bool scripting, quirks, frameset_ok, foster, link, skip_line;
  bool failed;   /* no memory: nothing more is written */
  uint32_t form; /* node + 1 of the open form; 0: none */
  html_stats stats;
} builder;

typedef enum start_rule {
  START_OTHER,
  START_A,
  START_BLOCK,
  START_BODY,
  START_BUTTON,
  START_DD,
  START_FORM,
  START_FORMATTING,
  START_FRAMESET,
  START_HEAD,
  START_HEADING,
  START_HR,
  START_HTML,
  START_IGNORED,
  START_IMAGE,
  START_INPUT,
  START_LI,
  START_MARKER,
  START_MATH,
  START_NOBR,
  START_NOSCRIPT,
  START_OPTGROUP,
  START_OPTION,
  START_PARAM,
  START_PLAINTEXT,
  START_PRE,
  START_RAW,
  START_RB,
  START_RT,
  START_SELECT,
  START_SVG,
  START_TABLE,
  START_TEXTAREA,
  START_VOID,
  START_XMP
} start_rule;

typedef enum end_rule {
  END_OTHER,
  END_BLOCK,
  END_BODY,
  END_BR,
  END_DD,
  END_FORM,
  END_FORMATTING,
  END_HEADING,
  END_HTML,
  END_IGNORED,
  END_LI,
  END_MARKER,
  END_P,
  END_TEMPLATE
} end_rule;

typedef struct tag_row {
  const char *name;
  uint16_t flags;
  uint8_t start, end;
} tag_row;

extern const tag_row html_tag_rows[HTML_TAG_COUNT];

static inline bool part_of_table(unsigned tag) {
  return tag == HTML_TABLE || tag == HTML_TBODY || tag == HTML_TFOOT || tag == HTML_THEAD || tag == HTML_TR;
}

/* --- nodes (nodes.c) and the stack (stack.c) --- */

static inline open_element *current(const builder *b) { return &b->stack[b->depth - 1]; }

/* Whether an HTML element of this tag is the current node. */
static inline bool current_is(const builder *b, unsigned tag) { return current(b)->tag == tag && current(b)->space == SPACE_HTML; }

static inline bool is_start(const builder *b, unsigned tag) { return b->token.kind == HTML_TOKEN_START && b->token.tag == tag; }
static inline bool is_end(const builder *b, unsigned tag) { return b->token.kind == HTML_TOKEN_END && b->token.tag == tag; }

static inline bool on_stack(const builder *b, unsigned tag) { return b->top[tag] != NO_ENTRY; }
static inline bool in_scope(const builder *b, unsigned tag) { return on_stack(b, tag) && b->top[tag] >= current(b)->scope; }
static inline bool in_list_scope(const builder *b, unsigned tag) { return on_stack(b, tag) && b->top[tag] >= current(b)->list_scope; }
static inline bool in_button_scope(const builder *b, unsigned tag) { return on_stack(b, tag) && b->top[tag] >= current(b)->button_scope; }
static inline bool in_table_scope(const builder *b, unsigned tag) { return on_stack(b, tag) && b->top[tag] >= current(b)->table_scope; }

/* Appends the element of the current start tag under the current node, and opens it. False when it is too deep to be opened. */
bool insert_element(builder *b);
/* The same for an element without a tag of its own. */
bool insert_implied(builder *b, unsigned tag);
/* Appends the element and closes it at once. */
void insert_void(builder *b);
/* Opens an SVG or MathML element, or appends a self-closing one. */
void insert_foreign(builder *b, name_space space);
/* An element whose content is text up to its end tag; `mode` is an html_text_mode. */
void insert_raw(builder *b, unsigned mode);
/* Appends [begin, end) of the current text token. */
void insert_text(builder *b, uint32_t begin, uint32_t end);
/* Gives an open element those attributes of the current start tag that it lacks. */
void merge_attributes(builder *b, uint32_t node);

/* Opens a node, unless it stands too deep: then its end tag is waited for, and what follows stands beside it. */
bool open_node(builder *b, uint32_t node, unsigned tag, uint32_t hash, name_space space, uint8_t flags);
void pop(builder *b);
/* Pops down to entry `index` and that too. */
void pop_through(builder *b, uint16_t index);
void pop_above(builder *b, uint16_t index);
void push_marker(builder *b);
/* Pops elements whose end tags may be left out, but not `except`. */
void close_implied(builder *b, unsigned except);
void close_thoroughly(builder *b);
void close_p(builder *b);
void reset_mode(builder *b);
/* An end tag of something nested too deep to be open: taken off the count, true. */
bool end_beyond(builder *b);

/* Whether the current text token holds more than white space and NULs. */
bool shows(const builder *b);
/* Whether the current start tag says type=hidden. */
bool is_hidden_input(const builder *b);
/* Where white space at the begin of the current text token ends. */
uint32_t space_end(const builder *b);
/* Cuts what was used off the current text token; true when something is left. */
bool rest_of_text(builder *b, uint32_t from);

/* --- the rules of each insertion mode --- */
html_next head_modes(builder *b); /* up to and including "after head" */
html_next in_head(builder *b);
html_next in_body(builder *b);
html_next body_end_tag(builder *b);
html_next table_modes(builder *b);
html_next in_template(builder *b);
html_next after_modes(builder *b); /* behind the body, framesets */
html_next in_foreign(builder *b);
html_next by_mode(builder *b);

/* Whether this doctype asks for quirks mode (quirks.c). */
bool html_is_quirky(const html_tokenizer *t, const html_token *token);

/* Moves what was fostered before its table; false without memory. */
bool move_fostered(builder *b);

#endif

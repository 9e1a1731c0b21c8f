/* HTML as a flat tree of bounded size: what the page stage reads an HTML page from. Knows HTML, knows no news and no Arabic.
 *
 * The input is valid UTF-8 (page_charset makes it so). One pass cuts it into tokens (WHATWG HTML, 13.2.5) and builds the tree (13.2.6), with the
 * changes that docs/HTML.md lists: no adoption agency, no reconstruction of formatting elements, and caps, so that time and memory are linear.
 * Nodes lie in document order (preorder). Text and attribute values are slices of the input wherever no character reference, CR or NUL changes
 * them; those that change are decoded once, into the arena. Nothing is NUL-terminated, nothing is freed one by one. */
#ifndef ISNAD_HTML_H
#define ISNAD_HTML_H

#include "html/names.h"
#include "isnad/base.h"

/* HTML_UNKNOWN is any name that names.h does not list: its name is read with html_node_name. */
typedef enum html_tag {
  HTML_UNKNOWN,
#define X(name, constant, start, end, flags) HTML_##constant,
  HTML_TAG_NAMES(X)
#undef X
      HTML_TAG_COUNT
} html_tag;

typedef enum html_attr_name {
#define X(name, constant) HTML_ATTR_##constant,
  HTML_ATTR_NAMES(X)
#undef X
      HTML_ATTR_COUNT,
  HTML_ATTR_OTHER = HTML_ATTR_COUNT /* only when the tokenizer is told to keep all of them */
} html_attr_name;

typedef enum html_kind {
  HTML_ELEMENT, /* an element of HTML */
  HTML_FOREIGN, /* an element of SVG or MathML (svg and math themselves too); `tag` is set when the name is one of names.h */
  HTML_TEXT     /* a run of text. Two may stand beside each other: runs are not joined across tags and comments that were dropped */
} html_kind;

enum {
  HTML_NODE_DECODED = 1, /* text: differs from its raw bytes, `first` is an index into `decoded` */
  HTML_NODE_IMPLIED = 2, /* element: no start tag in the input (html, head, body, tbody, tr, colgroup, p and br of stray end tags) */
  HTML_NODE_RAW = 4,     /* text inside script, style, xmp, iframe, noembed, noframes, plaintext: no references were read in it */
  HTML_NODE_LINK = 8,    /* text: inside a link (an `a` that is still open in the standard's sense; see docs/HTML.md). Ask this, not the ancestors */
  HTML_NODE_BLANK = 16,  /* text: nothing but space, tab, LF, FF and CR */
  HTML_NODE_FOSTERED = 32, /* it stood inside a table where it may not, and was moved before the table */
  HTML_NODE_NULS = 64      /* decoded text: a NUL stands as U+FFFD (raw text, title, textarea, SVG); elsewhere it was dropped */
};

/* One node. Nodes are numbered in document order: the children of node n are n + 1, then nodes[n + 1].end, and so on while below nodes[n].end. */
typedef struct html_node {
  uint8_t tag;        /* html_tag; HTML_UNKNOWN for text */
  uint8_t kind;       /* html_kind */
  uint8_t flags;      /* HTML_NODE_... */
  uint8_t attr_count; /* element: kept attributes, each name once, as written first; at most HTML_ATTR_COUNT */
  uint32_t parent;    /* index; of node 0 (html): UINT32_MAX */
  uint32_t end;       /* one past the last node of its subtree */
  uint32_t begin;     /* raw byte range in the input: of the start tag, or of the text; an implied element has an empty one */
  uint32_t finish;    /* its end, half-open */
  uint32_t first;     /* element: index of its first attribute; decoded text: index into `decoded` */
} html_node;

enum { HTML_ATTR_DECODED = 1 }; /* the value differs from its raw bytes: `decoded` is an index */

typedef struct html_attr_value {
  uint8_t name;   /* html_attr_name */
  uint8_t flags;  /* HTML_ATTR_DECODED */
  uint32_t begin; /* raw byte range of the value in the input, quotes left out; empty when there is none */
  uint32_t finish;
  uint32_t decoded;
} html_attr_value;

/* What one parse did, in counts: hostile input is judged by these, not by a clock. */
typedef struct html_stats {
  uint64_t tokens;             /* tags, texts, comments, doctypes */
  uint64_t steps;              /* tokens + entries of the stack of open elements that were pushed, popped or looked at */
  uint32_t depth;              /* deepest element */
  uint32_t depth_capped;       /* elements that were nested deeper than allowed: they are there, but without content of their own */
  uint32_t attributes_dropped; /* attributes of a kept name that a tag had already */
  uint32_t fostered;           /* nodes moved out of tables */
} html_stats;

typedef struct html_tree {
  isnad_slice input;
  const html_node *nodes; /* node 0 is html */
  uint32_t count;
  const html_attr_value *attrs;
  uint32_t attr_count;
  const isnad_slice *decoded;
  uint32_t decoded_count;
  bool quirks; /* the document type asks for quirks mode */
  html_stats stats;
} html_tree;

typedef struct html_limits {
  uint32_t depth; /* nested elements; 0: HTML_DEPTH. At most 4096 */
  bool scripting; /* true: noscript is raw text, as in a browser that runs scripts; false: its content is parsed */
} html_limits;

enum { HTML_DEPTH = 512 };

/* Builds the tree of `input`, valid UTF-8. Always gives at least html, head and body. Linear in the bytes: at most `depth` steps a tag in the worst
 * case, two or three on real pages; memory stays below 16 times the input + 16 MiB. `limits` may be NULL.
 * Returns ISNAD_OK, ISNAD_LIMIT (2 GiB and more, or the arena's limit), ISNAD_NO_MEMORY. */
isnad_status html_parse(html_tree *out, isnad_arena *arena, isnad_slice input, const html_limits *limits, isnad_err *err);

/* The text of a text node, references resolved; of any other node an empty slice. Points into the input or the arena. */
isnad_slice html_node_text(const html_tree *tree, uint32_t node);

/* An element's name as written in its start tag (any case); the standard name of an implied one. */
isnad_slice html_node_name(const html_tree *tree, uint32_t node);

/* The value of an attribute. Returns false when the element does not have it; a value that is there may be empty. `value` may be NULL. */
bool html_attr(const html_tree *tree, uint32_t node, html_attr_name name, isnad_slice *value);

/* The attribute itself, for its raw range; NULL when the element does not have it. */
const html_attr_value *html_attr_find(const html_tree *tree, uint32_t node, html_attr_name name);

/* The raw byte of the input at which byte `offset` of a text node's text begins: the offset itself moved along where the text is a slice of the
 * input, else found by reading the raw text again, in time linear in the offset. offset == length gives the end of the raw range. */
uint32_t html_text_raw(const html_tree *tree, uint32_t node, size_t offset);

/* The name of a tag ("div"), in lower case; "" for HTML_UNKNOWN. Never NULL. */
const char *html_tag_name(html_tag tag);

/* Whether an element of this tag makes a block of its own in the standard's style sheet (p, div, li, td, h1, table ...), as against one that
 * stands in a line (a, span, b ...). */
bool html_tag_is_block(html_tag tag);

/* Whether an element of this tag shows no text to a reader: head and its elements, script, style, template, iframe, noframes, noembed, svg title ...
 */
bool html_tag_is_hidden(html_tag tag);

#endif

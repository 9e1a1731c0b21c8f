/* An HTML page as its reader sees it: lines of text in boxes. A box is a block element that holds text; a line is what stands in one between two
 * borders of blocks or line breaks. The page's text is the lines, joined by line feeds. */
#ifndef ISNAD_PAGE_HTML_LINES_H
#define ISNAD_PAGE_HTML_LINES_H

#include "html/html.h"
#include "isnad/page.h"

#define NO_BOX UINT32_MAX

/* The elements around a line that tell what it is, as bits of html_box.within. */
typedef enum html_around {
  AROUND_NAV = 1 << 0,
  AROUND_ASIDE = 1 << 1,
  AROUND_FOOTER = 1 << 2,
  AROUND_HEADER = 1 << 3,
  AROUND_FORM = 1 << 4,
  AROUND_FIGURE = 1 << 5,
  AROUND_ARTICLE = 1 << 6,
  AROUND_MAIN = 1 << 7,
  AROUND_LIST = 1 << 8,
  AROUND_TABLE = 1 << 9,
  AROUND_QUOTE = 1 << 10,
  AROUND_SECTION = 1 << 11,
  AROUND_DL = 1 << 12,
  AROUND_CELL = 1 << 13,
  AROUND_ITEM = 1 << 14,
  AROUND_ADDRESS = 1 << 15,
  AROUND_P = 1 << 16,
  AROUND_HEADING = 1 << 17
} html_around;

typedef struct html_box {
  uint32_t node;   /* of the tree */
  uint32_t parent; /* a box; NO_BOX for the outermost */
  uint32_t end;    /* one past the last box inside it: boxes lie in document order */
  uint32_t first_line, last_line;
  uint32_t letters, link_letters, prose; /* of all lines inside; prose: letters outside links in paragraphs */
  uint32_t own, near, far;               /* bits of isnad_html_hints_kind: its own; with the two boxes around it; of all boxes further out */
  uint32_t outer;                        /* of all boxes around it */
  uint32_t within;                       /* html_around, its own element included */
  uint32_t path;                         /* hash of its element and class, and of those of the two boxes around it */
  uint32_t looks;                        /* hash of its element and class alone */
  uint16_t tag;                          /* html_tag */
  uint16_t depth;
  uint8_t hidden; /* 2: not shown, 1: hidden from assistive technology, 0 */
} html_box;

enum { LINE_BROKEN = 1, LINE_STOP = 2, LINE_COLON = 4, LINE_QUOTE = 8, LINE_PROSE = 16, LINE_CONTENT = 32, LINE_TITLE = 64, LINE_KEPT = 128 };

typedef struct html_line {
  isnad_span span;
  uint32_t box;
  uint32_t first_node, last_node; /* text nodes of the tree */
  uint32_t letters;               /* and digits; a character of Chinese, Japanese or Korean counts as two */
  uint32_t link_letters, bold_letters;
  uint32_t digits, words;
  uint16_t stops, commas; /* at most 65,535 */
  uint8_t flags; /* LINE_BROKEN: ended by a line break element; LINE_STOP, LINE_COLON: how its text ends; LINE_QUOTE: opens with a quotation; see
                    html.h */
  uint8_t kind;  /* isnad_part_kind, once it is decided */
  float score;
  uint64_t hash;
} html_line;

typedef struct html_page {
  const html_tree *tree;
  html_box *boxes;
  size_t box_count, box_room;
  html_line *lines;
  size_t line_count, line_room;
  isnad_run_map *runs;
  size_t run_count, run_room;
  isnad_slice text;
} html_page;

/* Lays the tree out. White space is collapsed as by CSS white-space: normal (and kept as line breaks in pre); a br breaks the line. Scripts, styles,
 * fields and buttons show no text. Linear in the nodes and the text. Returns ISNAD_OK, ISNAD_LIMIT, ISNAD_NO_MEMORY. */
isnad_status page_html_lines(html_page *out, isnad_arena *arena, const html_tree *tree, isnad_err *err);

/* What the box has from those around it: `parent` is NULL for the outermost (html_boxes.c). */
void page_html_inherit(html_box *b, const html_page *p, const html_box *parent);

/* Sums up what is in each box. */
void page_html_sum_up(html_page *p);

/* Counts letters, marks and words of the text of a line. */
void page_html_measure(html_line *line, isnad_slice text);

/* Letters in `text`, as html_line.letters counts them. */
uint32_t page_html_letters(isnad_slice text);

/* A paragraph of running text, by letters and marks, whatever its language. */
bool page_html_is_prose(const html_line *line, html_tag tag);

#endif

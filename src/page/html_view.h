/* A page of HTML as a whole, which the weight of each line is read against: where the most text stands, where the title, what repeats. */
#ifndef ISNAD_PAGE_HTML_VIEW_H
#define ISNAD_PAGE_HTML_VIEW_H

#include "page/html_lines.h"

#define NO_LINE UINT32_MAX

/* How a box lies to the box of the most text, `top`. */
typedef struct html_place {
  uint32_t common; /* the innermost box around both */
  uint16_t up;     /* steps out to it */
  uint16_t down;   /* and from it to `top`; 0: inside `top` */
} html_place;

/* Lines that look alike: their elements and classes are the same, up to two boxes out. */
typedef struct html_pattern {
  uint32_t lines, letters, link_letters;
} html_pattern;

/* What the words of a line share with what the page states about itself, each 0 to 1. */
typedef struct html_shared {
  float title;     /* of its words, in the title */
  float title_all; /* of the title's words, in the line */
  float described; /* of its runs of four words, in the description */
  float stated;    /* of its runs of four words, in the articleBody of JSON-LD */
  bool doubled;    /* the same text stood before */
} html_shared;

typedef struct html_view {
  html_page *page;
  uint32_t top; /* NO_BOX: the page has no paragraph */
  html_place *places;
  uint32_t *pattern_of; /* per line, an index */
  html_pattern *patterns;
  html_shared *shared;
  uint8_t *next_prose, *last_prose;           /* per line: lines to the next paragraph and from the last, at most VIEW_FAR */
  uint32_t first_prose_line, last_prose_line; /* of the paragraphs in `top`; the whole page when there are none */
  uint32_t title_line;                        /* NO_LINE: not found */
  float letters, prose;                       /* of the page, at least 1 */
  bool has_stated;
} html_view;

enum { VIEW_FAR = 10 };

/* `page` gives the statements (meta). Linear. Returns ISNAD_OK, ISNAD_LIMIT, ISNAD_NO_MEMORY. */
isnad_status page_html_view(html_view *out, isnad_arena *arena, html_page *html, const isnad_page *page, isnad_err *err);

/* Fills line->score: the sum of the weights of html_weights.tsv. A line above 0 belongs to the article's text. */
void page_html_weigh(const html_view *view);

/* What is measured of one line, by the features of html_weights.tsv in their order. Returns how many there are. */
enum { HTML_FEATURE_ROOM = 256 };
size_t page_html_features(float out[HTML_FEATURE_ROOM], const html_view *view, size_t line);

/* --- html_shared.c --- */
bool page_html_share(html_view *view, isnad_arena *arena, const isnad_page *page);

#endif

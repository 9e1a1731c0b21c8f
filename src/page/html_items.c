/* Items of agencies in a row in one box: headings or bold lines, each over a paragraph that opens with an agency's date line. */
#include "page/dateline.h"
#include "page/html.h"

enum { LEAST_ITEMS = 2, HEADING_WORDS = 3, HEADING_LETTERS = 160 };

static bool is_bold(const html_line *l) { return l->bold_letters * 5 > l->letters * 4; }

static bool is_content(const html_page *p, uint32_t at) { return (p->lines[at].flags & LINE_CONTENT) != 0; }

static bool may_head(const isnad_page *page, const html_page *p, uint32_t at) {
  const html_line *l = &p->lines[at];
  bool heading = page->blocks[at].heading > 0 || is_bold(l);
  return heading && is_content(p, at) && l->words >= HEADING_WORDS && l->letters <= HEADING_LETTERS && (l->flags & LINE_STOP) == 0;
}

static bool is_filed(const isnad_page *page, uint32_t at) {
  dateline line;
  const isnad_block *b = &page->blocks[at];
  return page_dateline(&line, &page->tokens, b->first_token, b->last_token, false) && line.credits[0].kind == DATELINE_AGENCY;
}

/* The next line from `at` on that heads an item; the count of lines when none does. */
static uint32_t next_item(const isnad_page *page, const html_page *p, uint32_t at) {
  uint32_t count = (uint32_t)p->line_count;
  for (; at < count; at++) {
    if (!may_head(page, p, at)) continue;
    uint32_t under = at + 1;
    while (under < count && !is_content(p, under)) under++;
    if (under < count && is_filed(page, under)) return at;
  }
  return count;
}

/* A line of the text that heads an item is read as a headline, what stands under it as another article's. */
static void mark_item(isnad_page *page, html_page *p, uint32_t from, uint32_t to) {
  for (uint32_t i = from; i < to; i++) {
    if (!is_content(p, i)) continue;
    p->lines[i].flags &= (uint8_t)~LINE_CONTENT;
    page->parts[i].kind = i == from ? ISNAD_PART_EMBEDDED_HEADLINE : ISNAD_PART_EMBEDDED_BODY;
    page->parts[i].crosshead = 0;
  }
}

void page_html_items(isnad_page *page, html_page *p) {
  uint32_t count = (uint32_t)p->line_count, first = next_item(page, p, 0), items = 0;
  for (uint32_t i = first; i < count; i = next_item(page, p, i + 1)) items++;
  if (items < LEAST_ITEMS) return;
  for (uint32_t i = 0; i < first; i++) /* text above the first item makes it a report of its own */
    if (is_content(p, i) && (p->lines[i].flags & LINE_PROSE) != 0) return;
  for (uint32_t i = 0; i < count; i++) {
    if ((p->lines[i].flags & LINE_TITLE) != 0) page->parts[i].kind = ISNAD_PART_OTHER;
    p->lines[i].flags &= (uint8_t)~LINE_TITLE;
  }
  uint32_t second = next_item(page, p, first + 1);
  for (uint32_t i = second; i < count;) {
    uint32_t next = next_item(page, p, i + 1);
    mark_item(page, p, i, next);
    i = next;
  }
  p->lines[first].flags = (uint8_t)((p->lines[first].flags & ~LINE_CONTENT) | LINE_TITLE);
  page->parts[first].kind = ISNAD_PART_HEADLINE;
  page->parts[first].crosshead = 0;
}

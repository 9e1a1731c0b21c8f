/* Other articles that stand whole under the lead: paragraphs in a row outside the lead's text, with a heading over them. */
#include "page/html.h"
#include "page/html_hints.h"

enum { LEAST_LETTERS = 400, LEAST_PARAGRAPHS = 2, GAP = 2, HEADING_BACK = 8, HEADLINE_LETTERS = 15 };

static const uint32_t never =
    HINT(COMMENT) | HINT(FOOTER) | HINT(CONSENT) | HINT(AUTHOR) | HINT(AD) | HINT(FORM) | HINT(NEWSLETTER) | HINT(PAYWALL) | HINT(POPUP);

static bool may_be_text(const html_page *p, size_t at) {
  const html_line *l = &p->lines[at];
  const html_box *b = &p->boxes[l->box];
  return (l->flags & (LINE_PROSE | LINE_CONTENT)) == LINE_PROSE && l->kind == ISNAD_PART_OTHER && b->hidden == 0 &&
         ((b->near | b->far) & never) == 0 && (b->within & (AROUND_NAV | AROUND_FOOTER | AROUND_FORM | AROUND_FIGURE)) == 0;
}

/* The end of a run of paragraphs of one box, short lines between them allowed. */
static size_t run_end(const html_page *p, size_t from, uint32_t *letters, uint32_t *paragraphs) {
  size_t end = from + 1;
  uint32_t box = p->boxes[p->lines[from].box].parent;
  *letters = p->lines[from].letters;
  *paragraphs = 1;
  for (size_t at = from + 1; at < p->line_count && at - end <= GAP; at++) {
    if ((p->lines[at].flags & LINE_CONTENT) != 0) break;
    if (!may_be_text(p, at) || p->boxes[p->lines[at].box].parent != box) continue;
    *letters += p->lines[at].letters;
    ++*paragraphs;
    end = at + 1;
  }
  return end;
}

static size_t heading_before(const html_page *p, size_t at) {
  for (size_t back = 1; back <= HEADING_BACK && back <= at; back++) {
    const html_line *l = &p->lines[at - back];
    const html_box *b = &p->boxes[l->box];
    if ((l->flags & (LINE_CONTENT | LINE_TITLE | LINE_PROSE)) != 0) break;
    bool heading = (b->within & AROUND_HEADING) != 0 || (b->own & HINT(HEADLINE)) != 0;
    if (heading && l->letters >= HEADLINE_LETTERS) return at - back;
  }
  return at;
}

static size_t first_content(const html_page *p) {
  size_t i = 0;
  while (i < p->line_count && (p->lines[i].flags & LINE_CONTENT) == 0) i++;
  return i;
}

static void mark(html_line *line, isnad_part_kind kind) {
  line->kind = (uint8_t)kind;
  line->flags |= LINE_KEPT;
}

/* Text after the lead's box, under a heading that is a link to its own page, is another article's, however much it looks like text. */
static void give_back(html_view *v) {
  html_page *p = v->page;
  bool other = false;
  for (size_t i = v->last_prose_line + 1; v->top != NO_BOX && i < p->line_count; i++) {
    html_line *l = &p->lines[i];
    const html_box *b = &p->boxes[l->box];
    bool heading = (b->within & AROUND_HEADING) != 0, linked = l->link_letters * 5 > l->letters * 4 && l->letters >= HEADLINE_LETTERS;
    if (heading) other = linked && (l->flags & LINE_CONTENT) == 0 && v->places[l->box].down > 0;
    if (!other || (l->flags & LINE_CONTENT) == 0 || v->places[l->box].down == 0) continue;
    l->flags &= (uint8_t)~LINE_CONTENT;
    l->kind = ISNAD_PART_OTHER;
  }
}

void page_html_embed(html_view *view) {
  html_page *p = view->page;
  give_back(view);
  for (size_t at = first_content(p); at < p->line_count;) {
    uint32_t letters = 0, paragraphs = 0;
    if (!may_be_text(p, at)) {
      at++;
      continue;
    }
    size_t end = run_end(p, at, &letters, &paragraphs), heading = heading_before(p, at);
    if (letters >= LEAST_LETTERS && paragraphs >= LEAST_PARAGRAPHS && heading < at) {
      mark(&p->lines[heading], ISNAD_PART_EMBEDDED_HEADLINE);
      for (size_t i = at; i < end; i++)
        if (may_be_text(p, i)) mark(&p->lines[i], ISNAD_PART_EMBEDDED_BODY);
    }
    at = end;
  }
}

/* What a line of HTML is by its markup and place. Words are read afterwards (html_signs.c). */
#include "page/html.h"
#include "page/html_hints.h"

enum {
  HEAD_LINES = 12, /* around the title: by-line, date, kicker */
  NAME_LETTERS = 120,
  DATE_LETTERS = 80,
  LISTED_LETTERS = 18, /* a headline in a list */
  LISTED_WORDS = 3,
  HEADING_LETTERS = 60,
  TAIL_LINES = 12,
  NEAR_LETTERS = 200 /* of furniture that may say something */
};

static bool is_mostly_link(const html_line *l) { return l->link_letters * 5 > l->letters * 4; }

/* --- text --- */

/* A page on which no line weighs enough still has its paragraphs. */
static void choose_fallback(html_view *v) {
  html_page *p = v->page;
  for (size_t i = 0; v->top != NO_BOX && i < p->line_count; i++) {
    html_line *l = &p->lines[i];
    if ((l->flags & LINE_PROSE) != 0 && v->places[l->box].down == 0 && l->box >= v->top) l->flags |= LINE_CONTENT;
  }
}

static void choose_content(html_view *v) {
  html_page *p = v->page;
  size_t chosen = 0;
  for (size_t i = 0; i < p->line_count; i++) {
    html_line *l = &p->lines[i];
    if (i == v->title_line) l->flags |= LINE_TITLE;
    bool repeats = v->shared[i].title > 0.95F && v->shared[i].title_all > 0.95F;
    if (l->score <= 0 || i == v->title_line || repeats) continue;
    l->flags |= LINE_CONTENT;
    chosen += (l->flags & LINE_PROSE) != 0;
  }
  if (chosen == 0) choose_fallback(v);
}

/* --- the rest --- */

typedef struct place {
  uint32_t first, last; /* lines of the text; first > last: none */
  uint32_t title;
} place;

static place place_of(const html_view *v) {
  place at = {NO_LINE, 0, v->title_line};
  for (uint32_t i = 0; i < v->page->line_count; i++) {
    if ((v->page->lines[i].flags & LINE_CONTENT) == 0) continue;
    if (at.first == NO_LINE) at.first = i;
    at.last = i;
  }
  return at;
}

/* Near the title and the first paragraph, where a page says who and when. */
static bool is_in_head(const place *at, uint32_t line) {
  uint32_t from = at->title != NO_LINE && at->title < at->first ? at->title : at->first;
  return at->first != NO_LINE && line + HEAD_LINES >= from && line <= at->first + 1;
}

static bool is_in_foot(const html_box *b) { return (b->within & AROUND_FOOTER) != 0 || ((b->near | b->far) & HINT(FOOTER)) != 0; }

static bool is_menu(const html_box *b) { return (b->within & AROUND_NAV) != 0 || (b->near & HINT(NAV)) != 0; }

static bool is_listed(const html_box *b, const html_line *l) {
  bool linked = l->link_letters * 5 > l->letters * 3; /* a date may stand beside it */
  return linked && l->letters >= LISTED_LETTERS && l->words >= LISTED_WORDS && !is_menu(b) &&
         (b->near & (HINT(SHARE) | HINT(TAGS) | HINT(CRUMB))) == 0;
}

static isnad_part_kind head_kind(const html_box *b, const html_line *l) {
  if ((b->near & HINT(CRUMB)) != 0) return ISNAD_PART_BREADCRUMB;
  if ((b->within & AROUND_FIGURE) != 0 || (b->near & HINT(CAPTION)) != 0) return ISNAD_PART_CAPTION;
  if ((b->own & HINT(AUTHOR)) != 0 && l->letters <= NAME_LETTERS) return ISNAD_PART_BYLINE;
  if ((b->own & HINT(DATE)) != 0 && l->letters <= DATE_LETTERS && l->digits > 0) return ISNAD_PART_DATELINE;
  if ((b->near & HINT(AUTHOR)) != 0 && l->letters <= NAME_LETTERS && l->digits == 0) return ISNAD_PART_BYLINE;
  if ((b->near & HINT(DATE)) != 0 && l->letters <= DATE_LETTERS && l->digits > 0) return ISNAD_PART_DATELINE;
  return ISNAD_PART_OTHER;
}

/* Boxes of comments, shares and the like are named; the nearest name that says something counts. */
static isnad_part_kind named_kind(const html_box *b, const html_line *l, bool behind) {
  if ((b->near & HINT(COMMENT)) != 0) return ISNAD_PART_COMMENT_FORM;
  if ((b->near & HINT(CAPTION)) != 0 || b->tag == HTML_FIGCAPTION) return ISNAD_PART_CAPTION;
  if ((b->near & HINT(SHARE)) != 0) return ISNAD_PART_SOCIAL;
  if ((b->near & HINT(CRUMB)) != 0) return ISNAD_PART_BREADCRUMB;
  if ((b->near & HINT(AD)) != 0 && l->letters < HEADING_LETTERS) return ISNAD_PART_AD_LABEL;
  if ((b->near & HINT(TAGS)) != 0 && (b->near & HINT(RELATED)) == 0 && behind && is_mostly_link(l)) return ISNAD_PART_KEYWORDS;
  return is_in_foot(b) ? ISNAD_PART_FOOTER : ISNAD_PART_OTHER;
}

static isnad_part_kind kind_of(const html_view *v, const place *at, uint32_t line) {
  const html_line *l = &v->page->lines[line];
  const html_box *b = &v->page->boxes[l->box];
  if ((l->flags & LINE_TITLE) != 0) return ISNAD_PART_HEADLINE;
  if ((l->flags & LINE_CONTENT) != 0) return ISNAD_PART_BODY;
  if (is_menu(b)) return (b->near & HINT(CRUMB)) != 0 ? ISNAD_PART_BREADCRUMB : ISNAD_PART_OTHER;
  bool behind = at->first != NO_LINE && line > at->first, within = behind && line < at->last;
  isnad_part_kind kind = is_in_head(at, line) ? head_kind(b, l) : ISNAD_PART_OTHER;
  if (kind == ISNAD_PART_OTHER) kind = named_kind(b, l, behind);
  if (kind != ISNAD_PART_OTHER || !behind) return kind;
  if (is_listed(b, l)) return within && (b->within & AROUND_ASIDE) == 0 ? ISNAD_PART_PROMO : ISNAD_PART_SIMILAR_HEADLINE;
  bool heading = (b->within & AROUND_HEADING) != 0 || (b->own & HINT(HEADLINE)) != 0;
  return heading && l->letters <= HEADING_LETTERS && (b->near & HINT(RELATED)) != 0 ? ISNAD_PART_RELATED_HEADING : ISNAD_PART_OTHER;
}

/* --- what is read on --- */

static bool is_near(const place *at, uint32_t line) {
  uint32_t from = at->title < at->first ? at->title : at->first;
  return at->first != NO_LINE && line + HEAD_LINES >= from && line <= at->last + TAIL_LINES;
}

static bool is_kept(const html_view *v, const place *at, uint32_t line) {
  const html_line *l = &v->page->lines[line];
  switch (l->kind) {
  case ISNAD_PART_OTHER:
    return is_near(at, line) && l->letters <= NEAR_LETTERS && !is_menu(&v->page->boxes[l->box]);
  case ISNAD_PART_FOOTER:
  case ISNAD_PART_SOCIAL:
    return l->letters <= NEAR_LETTERS;
  case ISNAD_PART_COMMENT_FORM:
    return false;
  default:
    return true;
  }
}

void page_html_kinds(html_view *view) {
  html_page *p = view->page;
  choose_content(view);
  place at = place_of(view);
  for (uint32_t i = 0; i < p->line_count; i++) {
    p->lines[i].kind = (uint8_t)kind_of(view, &at, i);
    if (is_kept(view, &at, i)) p->lines[i].flags |= LINE_KEPT;
  }
}

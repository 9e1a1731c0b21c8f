/* What is measured of a line of HTML, and what it weighs: a linear model whose weights are rows of data/html_weights.tsv, fitted by logistic
 * regression (docs/EXTRACTION.md tells how). Nothing here depends on a language or a site. */
#include "page/html_hints.h"
#include "page/html_view.h"

#include <math.h>
#include <string.h>

enum { FEATURES = ISNAD_HTML_WEIGHTS_FEATURE_COUNT, HINTS = ISNAD_HTML_HINTS_KIND_COUNT, SHORT = 25, LONG = 120, LINK_LINE = 60, LINES_MOST = 20 };

#define F(name) ISNAD_HTML_WEIGHTS_FEATURE_##name

static float ratio(uint32_t part, uint32_t whole) { return whole > 0 ? (float)part / (float)whole : 0; }

static float log_of(uint32_t count) { return log1pf((float)count); }

static float at_most(float value, float most) { return value < most ? value : most; }

static float link_of(const html_line *l) { return ratio(l->link_letters, l->letters); }

static bool is_prose(const html_line *l) { return (l->flags & LINE_PROSE) != 0; }

static void own_features(float *f, const html_line *l) {
  float link = link_of(l);
  f[F(BIAS)] = 1;
  f[F(LEN)] = log_of(l->letters);
  f[F(LONG)] = l->letters >= LONG;
  f[F(SHORT)] = l->letters < SHORT;
  f[F(LINK)] = link;
  f[F(ALL_LINK)] = link > 0.9F;
  f[F(LONG_LINK)] = link > 0.9F && l->letters > LINK_LINE;
  f[F(STOPS)] = at_most(l->stops, 4);
  f[F(COMMAS)] = at_most(l->commas, 5);
  f[F(END_STOP)] = (l->flags & LINE_STOP) != 0;
  f[F(END_COLON)] = (l->flags & LINE_COLON) != 0;
  f[F(DIGITS)] = at_most(ratio(l->digits, l->letters), 1);
  f[F(BOLD)] = l->bold_letters * 5 > l->letters * 4;
  f[F(BROKEN)] = (l->flags & LINE_BROKEN) != 0;
  f[F(PROSE)] = is_prose(l);
  f[F(QUOTE)] = (l->flags & LINE_QUOTE) != 0;
}

static int tag_feature(html_tag tag) {
  switch (tag) {
  case HTML_P:
    return F(TAG_P);
  case HTML_LI:
    return F(TAG_LI);
  case HTML_TD:
    return F(TAG_TD);
  case HTML_DIV:
    return F(TAG_DIV);
  case HTML_FIGCAPTION:
    return F(TAG_FIGCAPTION);
  case HTML_BLOCKQUOTE:
    return F(TAG_BLOCKQUOTE);
  case HTML_H1:
    return F(TAG_H1);
  case HTML_H2:
    return F(TAG_H2);
  case HTML_H3:
    return F(TAG_H3);
  case HTML_H4:
  case HTML_H5:
  case HTML_H6:
    return F(TAG_H46);
  case HTML_DD:
    return F(TAG_DD);
  case HTML_DT:
    return F(TAG_DT);
  case HTML_PRE:
    return F(TAG_PRE);
  case HTML_SECTION:
    return F(TAG_SECTION);
  case HTML_ARTICLE:
    return F(TAG_ARTICLE);
  case HTML_BODY:
    return F(TAG_BODY);
  case HTML_MAIN:
    return F(TAG_MAIN);
  default:
    return F(TAG_OTHER);
  }
}

/* The features of elements around a line stand in the order of html_around. */
static void around_features(float *f, const html_box *b) {
  f[tag_feature(b->tag)] = 1;
  for (int i = 0; i <= F(IN_P) - F(IN_NAV); i++) f[F(IN_NAV) + i] = (float)(b->within >> i & 1);
  f[F(HIDDEN)] = (float)b->hidden / 2;
  for (int i = 0; i < HINTS; i++) f[F(NEAR_BODY) + i] = (float)(b->near >> i & 1);
  for (int i = 0; i < HINTS; i++) f[F(FAR_BODY) + i] = (float)(b->far >> i & 1);
  f[F(OWN_ANY)] = b->own != 0;
}

/* The box of the line and three around it: how much of the page's text each holds, how much of that is links, how long it is. */
static void box_features(float *f, const html_view *v, const html_box *b) {
  const html_box *outer = b;
  for (int i = 0; i < 4; i++) {
    f[F(BOX0_PROSE) + i] = (float)b->prose / v->prose;
    f[F(BOX0_LINK) + i] = ratio(b->link_letters, b->letters);
    f[F(BOX0_LEN) + i] = log_of(b->letters);
    if (i == 1) outer = b;
    if (b->parent != NO_BOX) b = &v->page->boxes[b->parent];
  }
  f[F(OUTER_PROSE)] = log_of(outer->prose);
  f[F(SIBLING_LEN)] = log_of(outer->letters / (outer->last_line > outer->first_line ? outer->last_line - outer->first_line : 1));
}

static void place_features(float *f, const html_view *v, size_t at) {
  const html_line *l = &v->page->lines[at];
  const html_place *place = &v->places[l->box];
  bool in_top = place->down == 0 && v->top != NO_BOX;
  float up = at_most(place->up, 8);
  f[F(IN_TOP)] = in_top;
  f[F(TOP_DISTANCE)] = at_most(place->down, 8);
  f[F(TOP_UP)] = up;
  f[F(OUT_UP)] = in_top ? 0 : up;
  f[F(COMMON_PROSE)] = place->common != NO_BOX ? (float)v->page->boxes[place->common].prose / v->prose : 0;
  f[F(BEFORE)] = at < v->first_prose_line;
  f[F(AFTER)] = at > v->last_prose_line;
  if (at < v->first_prose_line) f[F(LINES_BEFORE)] = at_most((float)(v->first_prose_line - at), LINES_MOST);
  if (at > v->last_prose_line) f[F(LINES_AFTER)] = at_most((float)(at - v->last_prose_line), LINES_MOST);
  f[F(TOP_SHARE)] = v->top != NO_BOX ? (float)v->page->boxes[v->top].prose / v->prose : 0;
  f[F(PAGE_PROSE)] = log1pf(v->prose);
  if (in_top) {
    f[F(TOP_SHORT)] = l->letters < SHORT;
    f[F(TOP_ALL_LINK)] = link_of(l) > 0.9F;
    f[F(TOP_ITEM)] = (v->page->boxes[l->box].within & AROUND_ITEM) != 0;
    f[F(TOP_HEADING)] = (v->page->boxes[l->box].within & AROUND_HEADING) != 0;
    f[F(TOP_PROSE)] = is_prose(l);
  }
  f[F(PROSE_OUT)] = !in_top && is_prose(l);
  f[F(PROSE_AFTER)] = at > v->last_prose_line && is_prose(l);
}

static void title_features(float *f, const html_view *v, size_t at) {
  const html_shared *s = &v->shared[at];
  if (v->title_line != NO_LINE) {
    float lines = (float)at - (float)v->title_line;
    f[F(TITLE_SIDE)] = lines < 0 ? -1 : lines > 0 ? 1 : 0.5F;
    f[F(TITLE_LINES)] = lines < -30 ? -30 : at_most(lines, 30);
    f[F(IS_TITLE)] = at == v->title_line;
  }
  f[F(TITLE_SHARE)] = s->title;
  f[F(TITLE_COVER)] = s->title_all;
  f[F(DESCRIBED)] = s->described;
  f[F(STATED)] = s->stated;
  f[F(STATED_KNOWN)] = v->has_stated;
  f[F(DOUBLED)] = s->doubled;
}

/* One of the lines beside: four features from `first` on. */
static void neighbour_features(float *f, const html_view *v, size_t at, size_t other, int first) {
  const html_page *p = v->page;
  if (other >= p->line_count) { /* also before the first line: the index wraps */
    f[first + 1] = 1;
    return;
  }
  const html_line *l = &p->lines[other];
  f[first] = log_of(l->letters);
  f[first + 1] = link_of(l);
  f[first + 2] = is_prose(l);
  f[first + 3] = v->pattern_of[other] == v->pattern_of[at];
}

static void repeat_features(float *f, const html_view *v, size_t at) {
  const html_pattern *pattern = &v->patterns[v->pattern_of[at]];
  f[F(REPEAT_COUNT)] = logf((float)pattern->lines);
  f[F(REPEAT_LEN)] = log_of(pattern->letters / pattern->lines);
  f[F(REPEAT_LINK)] = ratio(pattern->link_letters, pattern->letters);
  f[F(NEXT_PROSE)] = v->next_prose[at];
  f[F(PREV_PROSE)] = v->last_prose[at];
}

static void read_features(float *f, const html_view *v, size_t at, float letters_before) {
  const html_line *l = &v->page->lines[at];
  memset(f, 0, FEATURES * sizeof *f);
  own_features(f, l);
  around_features(f, &v->page->boxes[l->box]);
  box_features(f, v, &v->page->boxes[l->box]);
  place_features(f, v, at);
  title_features(f, v, at);
  neighbour_features(f, v, at, at - 2, F(BACK2_LEN));
  neighbour_features(f, v, at, at - 1, F(BACK1_LEN));
  neighbour_features(f, v, at, at + 1, F(ON1_LEN));
  neighbour_features(f, v, at, at + 2, F(ON2_LEN));
  repeat_features(f, v, at);
  f[F(POSITION)] = letters_before / v->letters;
}

_Static_assert((int)FEATURES <= (int)HTML_FEATURE_ROOM, "room for all features");

size_t page_html_features(float out[HTML_FEATURE_ROOM], const html_view *view, size_t line) {
  float before = 0;
  for (size_t i = 0; i < line; i++) before += (float)view->page->lines[i].letters;
  read_features(out, view, line, before);
  return FEATURES;
}

void page_html_weigh(const html_view *view) {
  float weights[FEATURES] = {0}, f[FEATURES], before = 0;
  for (size_t i = 0; i < isnad_html_weights_count; i++) weights[isnad_html_weights_rows[i].feature] = (float)isnad_html_weights_rows[i].weight;
  for (size_t at = 0; at < view->page->line_count; at++) {
    html_line *l = &view->page->lines[at];
    float sum = 0;
    read_features(f, view, at, before);
    for (size_t i = 0; i < FEATURES; i++) sum += weights[i] * f[i];
    l->score = sum;
    before += (float)l->letters;
  }
}

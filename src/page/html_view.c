#include "page/html_view.h"

#include "base/map.h"
#include "page/html_hints.h"
#include "page/meta.h"

enum { WEIGHED_LETTERS = 600, WEIGHED_BOXES = 4, SUSPECTED_BOXES = 6 };

/* --- the box of the most text --- */

static const uint32_t doubtful =
    HINT(COMMENT) | HINT(RELATED) | HINT(SIDEBAR) | HINT(FOOTER) | HINT(NAV) | HINT(CONSENT) | HINT(FORM) | HINT(NEWSLETTER);

static bool is_doubtful(const html_box *b) {
  bool named = (b->own & doubtful) != 0 && (b->own & (HINT(BODY) | HINT(ARTICLE))) == 0;
  return named || b->tag == HTML_ASIDE || b->tag == HTML_FOOTER || b->tag == HTML_NAV || b->tag == HTML_FORM;
}

static bool holds_text(html_tag tag) {
  return tag == HTML_DIV || tag == HTML_TD || tag == HTML_SECTION || tag == HTML_ARTICLE || tag == HTML_MAIN || tag == HTML_BLOCKQUOTE ||
         tag == HTML_LI || tag == HTML_BODY || tag == HTML_FORM;
}

/* A paragraph speaks for the box it stands in, less for those around it (the idea of Readability: Arc90, 2009). */
static void add_paragraph(float *scores, const html_page *p, const html_line *line) {
  float weight = (float)(line->letters < WEIGHED_LETTERS ? line->letters : WEIGHED_LETTERS), share = 1;
  uint32_t box = line->box;
  bool suspected = false;
  for (uint32_t at = box, i = 0; at != NO_BOX && i < SUSPECTED_BOXES; at = p->boxes[at].parent, i++) suspected |= is_doubtful(&p->boxes[at]);
  if (suspected) weight /= 4;
  if (!holds_text(p->boxes[box].tag)) box = p->boxes[box].parent;
  for (unsigned i = 0; i < WEIGHED_BOXES && box != NO_BOX; i++, box = p->boxes[box].parent) {
    scores[box] += weight * share;
    share *= i == 0 ? 0.5F : 0.6F;
  }
}

static uint32_t find_top(const float *scores, const html_page *p) {
  uint32_t best = NO_BOX;
  float most = 0;
  for (uint32_t i = 0; i < p->box_count; i++) {
    const html_box *b = &p->boxes[i];
    float score = b->letters > 0 ? scores[i] * (1 - (float)b->link_letters / (float)b->letters) : 0;
    if ((b->own & HINT(BODY)) != 0) score *= 1.3F;
    if (score > most) {
      most = score;
      best = i;
    }
  }
  return best;
}

/* Boxes around `top` are marked with their distance from it; every other box lies to them as the box around it does, one step further. */
static void place_boxes(html_view *v) {
  const html_page *p = v->page;
  uint16_t down = 1;
  for (uint32_t i = 0; i < p->box_count; i++) v->places[i] = (html_place){NO_BOX, 0, UINT16_MAX};
  for (uint32_t at = v->top; at != NO_BOX; at = p->boxes[at].parent) v->places[at] = (html_place){at, 0, down++};
  for (uint32_t i = 0; i < p->box_count; i++) {
    html_place *here = &v->places[i];
    if (here->common == i) continue;
    uint32_t parent = p->boxes[i].parent;
    *here = parent != NO_BOX ? v->places[parent] : (html_place){NO_BOX, 0, UINT16_MAX};
    here->up++;
  }
  for (uint32_t i = 0; i < p->box_count; i++) v->places[i].down--; /* 1 stood for 0, so that the outermost could be told from none */
}

/* --- lines --- */

static bool group_patterns(html_view *v, isnad_arena *arena) {
  const html_page *p = v->page;
  map known;
  size_t count = 0;
  if (!map_new(&known, arena, 64)) return false;
  for (size_t i = 0; i < p->line_count; i++) {
    const html_line *line = &p->lines[i];
    uint64_t *index = map_put(&known, p->boxes[line->box].path);
    if (index == NULL) return false;
    if (*index == 0) *index = ++count;
    html_pattern *pattern = &v->patterns[*index - 1];
    v->pattern_of[i] = (uint32_t)(*index - 1);
    pattern->lines++;
    pattern->letters += line->letters;
    pattern->link_letters += line->link_letters;
  }
  return true;
}

static void measure_distances(html_view *v) {
  const html_page *p = v->page;
  uint8_t away = VIEW_FAR;
  for (size_t i = p->line_count; i-- > 0;) {
    v->next_prose[i] = away;
    away = (p->lines[i].flags & LINE_PROSE) != 0 ? 0 : (uint8_t)(away < VIEW_FAR ? away + 1 : VIEW_FAR);
  }
  away = VIEW_FAR;
  for (size_t i = 0; i < p->line_count; i++) {
    v->last_prose[i] = away;
    away = (p->lines[i].flags & LINE_PROSE) != 0 ? 0 : (uint8_t)(away < VIEW_FAR ? away + 1 : VIEW_FAR);
  }
}

static void bound_text(html_view *v) {
  const html_page *p = v->page;
  bool found = false;
  v->last_prose_line = p->line_count > 0 ? (uint32_t)p->line_count - 1 : 0;
  for (uint32_t i = 0; v->top != NO_BOX && i < p->line_count; i++) {
    const html_line *line = &p->lines[i];
    if ((line->flags & LINE_PROSE) == 0 || line->box < v->top || line->box >= p->boxes[v->top].end) continue;
    if (!found) v->first_prose_line = i;
    found = true;
    v->last_prose_line = i;
  }
}

/* A first heading of one to three words that is a link is the site's name, with or without the site stated. */
static bool names_site(const html_view *v, const html_line *l, isnad_slice site) {
  enum { NAME_WORDS = 3 };
  isnad_slice text = isnad_slice_at(v->page->text, l->span);
  if (site.length > 0 && isnad_slice_equal(text, site)) return true;
  return l->words <= NAME_WORDS && l->link_letters == l->letters && v->places[l->box].down > 0;
}

/* The last heading above the first paragraph. */
static uint32_t heading_over(const html_view *v, uint32_t from) {
  const html_page *p = v->page;
  uint32_t found = NO_LINE;
  for (uint32_t i = from; i < v->first_prose_line && i < p->line_count; i++) {
    const html_box *b = &p->boxes[p->lines[i].box];
    if ((b->tag == HTML_H2 || b->tag == HTML_H3) && p->lines[i].words >= 3 && b->hidden == 0) found = i;
  }
  return found;
}

/* The title: a first heading that shares its words with the stated title, else another line that does, else the first heading; a heading that names
 * the site gives way to the one over the text. */
static uint32_t find_title(const html_view *v, isnad_slice site) {
  const html_page *p = v->page;
  uint32_t line = NO_LINE, heading = NO_LINE, name = NO_LINE;
  for (uint32_t i = 0; i < p->line_count; i++) {
    const html_line *l = &p->lines[i];
    bool first = p->boxes[l->box].tag == HTML_H1;
    if (first && name == NO_LINE && names_site(v, l, site)) {
      name = i;
      continue;
    }
    if (first && v->shared[i].title > 0.6F) return i;
    if (first && heading == NO_LINE) heading = i;
    if (line == NO_LINE && l->words >= 3 && v->shared[i].title > 0.75F && v->shared[i].title_all > 0.4F && l->link_letters * 2 < l->letters) line = i;
  }
  if (line != NO_LINE || heading != NO_LINE || name == NO_LINE) return line != NO_LINE ? line : heading;
  uint32_t over = heading_over(v, name + 1);
  return over != NO_LINE ? over : name;
}

static bool take_room(html_view *v, isnad_arena *arena) {
  size_t lines = v->page->line_count, boxes = v->page->box_count;
  v->places = isnad_arena_array(arena, boxes + 1, sizeof *v->places);
  v->pattern_of = isnad_arena_array(arena, lines + 1, sizeof *v->pattern_of);
  v->patterns = isnad_arena_array(arena, lines + 1, sizeof *v->patterns);
  v->shared = isnad_arena_array(arena, lines + 1, sizeof *v->shared);
  v->next_prose = isnad_arena_alloc(arena, lines + 1);
  v->last_prose = isnad_arena_alloc(arena, lines + 1);
  return v->places != NULL && v->pattern_of != NULL && v->patterns != NULL && v->shared != NULL && v->next_prose != NULL && v->last_prose != NULL;
}

isnad_status page_html_view(html_view *out, isnad_arena *arena, html_page *html, const isnad_page *page, isnad_err *err) {
  *out = (html_view){.page = html, .top = NO_BOX, .title_line = NO_LINE, .letters = 1, .prose = 1};
  float *scores = isnad_arena_array(arena, html->box_count + 1, sizeof *scores);
  if (scores == NULL || !take_room(out, arena)) return isnad_arena_fail(err, arena, "page");
  for (size_t i = 0; i < html->line_count; i++) {
    const html_line *line = &html->lines[i];
    out->letters += (float)line->letters;
    if ((line->flags & LINE_PROSE) == 0) continue;
    out->prose += (float)line->letters;
    add_paragraph(scores, html, line);
  }
  out->top = find_top(scores, html);
  place_boxes(out);
  if (!group_patterns(out, arena) || !page_html_share(out, arena, page)) return isnad_arena_fail(err, arena, "page");
  measure_distances(out);
  bound_text(out);
  const isnad_meta *site = page_meta_first(page, ISNAD_META_SITE);
  out->title_line = find_title(out, site != NULL ? site->value : (isnad_slice){NULL, 0});
  return ISNAD_OK;
}

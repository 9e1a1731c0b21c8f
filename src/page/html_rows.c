/* Articles in a row: boxes of one make, side by side, each with a heading, a day and paragraphs of its own, that hold most of the page's text. */
#include "page/html.h"
#include "page/html_hints.h"

#include "base/map.h"

enum {
  LEAST_LETTERS = 120, /* of paragraphs in a row */
  LEAST_PARAGRAPHS = 2,
  HEADING_WORDS = 3,
  HEAD_LETTERS = 160, /* of a line that tells who and when */
  OTHERS = 5,         /* all rows but the longest hold a fifth of it at least */
  SHARE = 60          /* of the page's paragraphs, in percent, that the rows hold */
};

/* What speaks for articles of their own, and against: sections of one article, entries of a live page, teasers. */
enum { DATED = 2, SIGNED = 1, MADE_SO = 1, LINKED = 1, FIRST_HEADINGS = 2, TITLED_INSIDE = 1, TITLED_OUTSIDE = -1, INTRODUCED = -2, LIVE = -3 };

static const uint32_t never = HINT(COMMENT) | HINT(FOOTER) | HINT(SIDEBAR) | HINT(CONSENT) | HINT(FORM) | HINT(POPUP);

typedef struct rows {
  html_view *v;
  html_page *p;
  uint32_t *heading;   /* per line: the next heading from it on */
  uint32_t *paragraph; /* per line: the next paragraph from it on */
  uint32_t first;      /* box of the first row; its like follow under the same parent */
  size_t count;
} rows;

/* --- lines --- */

static bool is_heading(const html_page *p, const html_line *l) {
  const html_box *b = &p->boxes[l->box];
  return (b->within & AROUND_HEADING) != 0 && l->words >= HEADING_WORDS && b->hidden == 0 && (l->flags & LINE_PROSE) == 0;
}

static bool is_paragraph(const html_page *p, const html_line *l) {
  const html_box *b = &p->boxes[l->box];
  return (l->flags & LINE_PROSE) != 0 && b->hidden == 0 && ((b->near | b->far) & never) == 0 &&
         (b->within & (AROUND_NAV | AROUND_FOOTER | AROUND_FORM | AROUND_ASIDE | AROUND_FIGURE)) == 0;
}

/* A digit's value; -1. Arabic-Indic ones take two bytes. */
static int digit_at(isnad_slice text, size_t *at) {
  uint8_t b = (uint8_t)text.bytes[*at], next = *at + 1 < text.length ? (uint8_t)text.bytes[*at + 1] : 0;
  bool arabic = b == 0xD9 && next >= 0xA0 && next <= 0xA9;
  *at += arabic ? 2 : 1;
  return arabic ? next - 0xA0 : b >= '0' && b <= '9' ? b - '0' : -1;
}

/* Four digits that may be a year: a clock alone dates an entry of a live page. */
static bool has_year(isnad_slice text) {
  int year = 0, count = 0;
  for (size_t at = 0; at < text.length;) {
    int digit = digit_at(text, &at);
    if (digit >= 0 && ++count <= 4) year = year * 10 + digit;
    if (digit >= 0 && at < text.length) continue;
    if (count == 4 && year >= 1900 && year < 2100) return true;
    count = year = 0;
  }
  return false;
}

static bool is_dated(const html_page *p, uint32_t line) {
  const html_line *l = &p->lines[line];
  return l->letters <= HEAD_LETTERS && l->digits >= 4 && has_year(isnad_slice_at(p->text, l->span));
}

/* --- rows --- */

static bool look_ahead(rows *r, isnad_arena *arena) {
  uint32_t heading = NO_LINE, paragraph = NO_LINE;
  r->heading = isnad_arena_array(arena, r->p->line_count + 1, sizeof *r->heading);
  r->paragraph = isnad_arena_array(arena, r->p->line_count + 1, sizeof *r->paragraph);
  if (r->heading == NULL || r->paragraph == NULL) return false;
  r->heading[r->p->line_count] = r->paragraph[r->p->line_count] = NO_LINE;
  for (size_t i = r->p->line_count; i-- > 0;) {
    if (is_heading(r->p, &r->p->lines[i])) heading = (uint32_t)i;
    if (is_paragraph(r->p, &r->p->lines[i])) paragraph = (uint32_t)i;
    r->heading[i] = heading;
    r->paragraph[i] = paragraph;
  }
  return true;
}

/* A box with a heading and at least two paragraphs under it. */
static bool is_row(const rows *r, uint32_t box) {
  const html_box *b = &r->p->boxes[box];
  if (b->prose < LEAST_LETTERS || b->parent == NO_BOX || b->first_line >= b->last_line) return false;
  uint32_t heading = r->heading[b->first_line], first = heading < b->last_line ? r->paragraph[heading] : NO_LINE;
  if (first >= b->last_line || (b->within & (AROUND_NAV | AROUND_ASIDE | AROUND_FOOTER)) != 0) return false;
  return r->paragraph[first + 1] < b->last_line;
}

typedef struct group {
  uint32_t first;              /* box */
  uint32_t prose, most, count; /* most: of one row */
} group;

/* Rows of one make under one box, those that hold most text. */
static bool find_rows(rows *r, isnad_arena *arena) {
  map known;
  size_t used = 0, room = 0;
  group *groups = NULL, best = {NO_BOX, 0, 0, 0};
  if (!map_new(&known, arena, 16)) return false;
  for (uint32_t i = 0; i < r->p->box_count; i++) {
    const html_box *b = &r->p->boxes[i];
    if (!is_row(r, i)) continue;
    uint64_t *at = map_put(&known, ((uint64_t)b->parent << 32 | b->looks) * 0x9E3779B97F4A7C15u | 1);
    if (at == NULL) return false;
    if (*at == 0) {
      if (used == room) {
        groups = isnad_arena_grow(arena, groups, room, room > 0 ? 2 * room : 16, sizeof *groups);
        room = room > 0 ? 2 * room : 16;
      }
      if (groups == NULL) return false;
      groups[used++] = (group){i, 0, 0, 0};
      *at = used;
    }
    group *g = &groups[*at - 1];
    g->prose += b->prose;
    if (b->prose > g->most) g->most = b->prose;
    g->count++;
    if (g->count >= 2 && g->prose > best.prose) best = *g;
  }
  bool others = (uint64_t)(best.prose - best.most) * OTHERS >= best.most;
  bool most = best.count >= 2 && others && (float)best.prose * 100 >= r->v->prose * SHARE;
  r->first = most ? best.first : NO_BOX;
  r->count = most ? best.count : 0;
  return true;
}

static bool alike(const rows *r, uint32_t box) {
  const html_box *b = &r->p->boxes[box], *first = &r->p->boxes[r->first];
  return b->parent == first->parent && b->looks == first->looks && is_row(r, box);
}

static uint32_t heading_in(const rows *r, uint32_t box) { return r->heading[r->p->boxes[box].first_line]; }

/* --- are they articles? --- */

typedef struct evidence {
  size_t dated, written, linked, first_headings, made, live;
} evidence;

static void read_row(evidence *e, const rows *r, uint32_t box) {
  const html_box *b = &r->p->boxes[box];
  uint32_t heading = heading_in(r, box), text = r->paragraph[heading];
  const html_line *title = &r->p->lines[heading];
  bool dated = false, written = false;
  for (uint32_t i = b->first_line; i < text; i++) {
    const html_box *at = &r->p->boxes[r->p->lines[i].box];
    dated |= i != heading && is_dated(r->p, i);
    written |= ((at->own | at->near) & HINT(AUTHOR)) != 0 && i != heading;
  }
  e->dated += dated;
  e->written += written;
  e->linked += title->link_letters * 5 > title->letters * 4;
  e->first_headings += r->p->boxes[title->box].tag == HTML_H1;
  e->made += b->tag == HTML_ARTICLE || (b->own & HINT(ARTICLE)) != 0;
  e->live += ((b->own | b->near | b->far) & HINT(LIVE)) != 0;
}

static int weigh(const rows *r) {
  evidence e = {0};
  const html_box *first = &r->p->boxes[r->first];
  uint32_t title = r->v->title_line, text = r->paragraph[0], end = r->p->boxes[first->parent].end;
  for (uint32_t i = r->first; i < end; i++)
    if (alike(r, i)) read_row(&e, r, i);
  if (e.dated < r->count && (e.first_headings < r->count || e.written < r->count)) return 0;
  int sum = (e.dated == r->count ? DATED : 0) + (e.written == r->count ? SIGNED : 0) + (e.linked == r->count ? LINKED : 0) +
            (e.made == r->count ? MADE_SO : 0) + (e.first_headings == r->count ? FIRST_HEADINGS : 0) + (e.live > 0 ? LIVE : 0);
  if (title == heading_in(r, r->first)) sum += TITLED_INSIDE;
  if (title != NO_LINE && title < first->first_line && r->v->shared[title].title > 0.6F) sum += TITLED_OUTSIDE;
  if (text < first->first_line) sum += INTRODUCED;
  return sum;
}

/* --- marking them --- */

static void mark(html_line *l, isnad_part_kind kind, uint8_t flags) {
  l->flags = (uint8_t)((l->flags & ~(LINE_CONTENT | LINE_TITLE)) | LINE_KEPT | flags);
  l->kind = (uint8_t)kind;
}

/* Who and when, above the text. */
static void mark_head(rows *r, uint32_t from, uint32_t to, uint32_t heading) {
  for (uint32_t i = from; i < to; i++) {
    const html_box *b = &r->p->boxes[r->p->lines[i].box];
    if (i == heading || r->p->lines[i].letters > HEAD_LETTERS) continue;
    isnad_part_kind kind = ISNAD_PART_OTHER;
    if (is_dated(r->p, i))
      kind = ISNAD_PART_DATELINE;
    else if ((b->near & HINT(AUTHOR)) != 0)
      kind = ISNAD_PART_BYLINE;
    mark(&r->p->lines[i], kind, 0);
  }
}

static void mark_row(rows *r, uint32_t box, bool lead) {
  const html_box *b = &r->p->boxes[box];
  uint32_t heading = heading_in(r, box), text = r->paragraph[heading];
  isnad_part_kind body = lead ? ISNAD_PART_BODY : ISNAD_PART_EMBEDDED_BODY;
  mark_head(r, b->first_line, text, heading);
  mark(&r->p->lines[heading], lead ? ISNAD_PART_HEADLINE : ISNAD_PART_EMBEDDED_HEADLINE, lead ? LINE_TITLE : 0);
  for (uint32_t i = text; i < b->last_line; i++) {
    html_line *l = &r->p->lines[i];
    if (is_paragraph(r->p, l) || (l->flags & LINE_CONTENT) != 0) mark(l, body, lead ? LINE_CONTENT : 0);
  }
}

bool page_html_rows(html_view *view, isnad_arena *arena) {
  rows r = {.v = view, .p = view->page, .first = NO_BOX};
  if (r.p->line_count == 0) return true;
  if (!look_ahead(&r, arena) || !find_rows(&r, arena)) return false;
  if (r.first == NO_BOX || weigh(&r) <= 0) return true;
  for (uint32_t i = 0; i < r.p->line_count; i++)
    if ((r.p->lines[i].flags & (LINE_CONTENT | LINE_TITLE)) != 0) mark(&r.p->lines[i], ISNAD_PART_OTHER, 0);
  uint32_t end = r.p->boxes[r.p->boxes[r.first].parent].end;
  for (uint32_t i = r.first; i < end; i++)
    if (alike(&r, i)) mark_row(&r, i, i == r.first);
  view->title_line = heading_in(&r, r.first);
  return true;
}

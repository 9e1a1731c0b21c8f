/* The chain of transmission as a drawing: time runs with the script, from the right in Arabic; each outlet has a lane; a line leads from each report
 * to those who took from it. The table behind it says the same. */
#include "base/clock.h"
#include "serve/chain_plan.h"

enum { TOP = 34, LANE = 36, MOST_TICKS = 8, LABEL_BYTES = 46, RADIUS = CHAIN_RADIUS, WIDTH = CHAIN_WIDTH, LABELS = CHAIN_LABELS };

typedef struct drawing {
  web *h;
  chain_plan plan;
} drawing;

static int turned(const drawing *d, int x) { return d->h->x->english ? x : WIDTH - x; }
static int lane_y(size_t lane) { return TOP + (int)lane * LANE + LANE / 2; }

/* --- drawing --- */

static isnad_slice cut_words(isnad_slice words, size_t most) {
  if (words.length <= most) return words;
  while (most > 0 && ((unsigned char)words.bytes[most] & 0xC0) == 0x80) most--;
  return (isnad_slice){words.bytes, most};
}

static void draw_words(web *h, const char *class, int x, int y, const char *anchor, isnad_slice words) {
  web_open_class(h, "text", class);
  web_attr_number(h, "x", x);
  web_attr_number(h, "y", y);
  web_attr_text(h, "text-anchor", anchor);
  web_attr_text(h, "direction", h->x->english ? "ltr" : "rtl");
  web_text(h, cut_words(words, LABEL_BYTES));
  if (words.length > LABEL_BYTES) web_text(h, isnad_slice_of("\xE2\x80\xA6"));
  web_close(h);
}

static void draw_line(web *h, const char *class, int x1, int y1, int x2, int y2) {
  web_open_class(h, "line", class);
  web_attr_number(h, "x1", x1);
  web_attr_number(h, "y1", y1);
  web_attr_number(h, "x2", x2);
  web_attr_number(h, "y2", y2);
  web_close(h);
}

static void draw_lanes(drawing *d) {
  for (size_t i = 0; i < d->plan.lanes; i++) {
    int y = lane_y(i);
    isnad_slice name = d->plan.lane_names[i].length > 0 ? d->plan.lane_names[i] : word_of(d->h->x, "chain.unknown");
    draw_line(d->h, "lane", turned(d, LABELS), y, turned(d, WIDTH - 4), y);
    draw_words(d->h, "label", turned(d, LABELS - 12), y + 4, "end", name);
  }
}

/* Days along the top: each, or as many as have room. The year stands where it begins. */
static void draw_ticks(drawing *d) {
  const chain_plan *p = &d->plan;
  if (p->last == 0) return;
  int64_t first = p->first / DAY_SECONDS, last = p->last / DAY_SECONDS, days = last - first + 1, step = (days + MOST_TICKS - 1) / MOST_TICKS,
          shown = 0;
  for (int64_t day = first; day <= last; day += step) {
    int x = turned(d, chain_plan_at(p, day * DAY_SECONDS));
    int64_t year = 0;
    unsigned month = 0, number = 0;
    clock_date(day, &year, &month, &number);
    draw_line(d->h, "tick", x, TOP - 8, x, TOP + (int)p->lanes * LANE);
    draw_words(d->h, "date", x, TOP - 14, day == first ? "start" : "middle", day_words(d->h->x, day, year != shown));
    shown = year;
  }
}

/* Where no time is known, the drawing says so. */
static void draw_undated(drawing *d) {
  const chain_plan *p = &d->plan;
  if (p->undated == 0) return;
  int from = turned(d, p->undated), to = turned(d, WIDTH - 4);
  web_open_class(d->h, "rect", "undated");
  web_attr_number(d->h, "x", from < to ? from : to);
  web_attr_number(d->h, "y", TOP - 8);
  web_attr_number(d->h, "width", from < to ? to - from : from - to);
  web_attr_number(d->h, "height", (int)p->lanes * LANE + 8);
  web_close(d->h);
  draw_words(d->h, "undated-label", (from + to) / 2, TOP - 14, "middle", word_of(d->h->x, "date.none"));
}

static void draw_step(drawing *d, const chain_node *n) {
  if (n->parent == NULL) return;
  int x1 = turned(d, n->parent->x), y1 = lane_y(n->parent->lane), x2 = turned(d, n->x), y2 = lane_y(n->lane), middle = (x1 + x2) / 2;
  isnad_slice kind = tree_text(n->from, "kind");
  bool declared = isnad_slice_is(kind, "declared"), hidden = isnad_slice_is(kind, "laundered");
  web_open_class(d->h, "path", declared ? "step declared" : hidden ? "step laundered" : "step copied");
  web_attr_printf(d->h, "d", "M%d %dC%d %d %d %d %d %d", x1, y1, middle, y1, middle, y2, x2, y2);
  web_close(d->h);
}

/* "outlet: headline, date". */
static isnad_slice node_words(exchange *x, const chain_node *n) {
  buf b = buf_new(x->arena, 128);
  isnad_slice headline = tree_text(n->line, "headline");
  buf_add_slice(&b, n->name.length > 0 ? n->name : word_of(x, "chain.report"));
  if (!n->held) {
    buf_add_text(&b, ": ");
    buf_add_slice(&b, word_of(x, "chain.outside"));
    return buf_slice(&b);
  }
  if (headline.length > 0) buf_add_text(&b, ": ");
  buf_add_slice(&b, headline);
  buf_add_slice(&b, word_of(x, "date.comma"));
  buf_add_char(&b, ' ');
  buf_add_slice(&b, when_words(x, tree_get(n->line, "published")));
  return buf_slice(&b);
}

static void draw_outside(drawing *d, const chain_node *n, isnad_slice words) {
  web *h = d->h;
  web_open_class(h, "rect", "outside");
  web_attr_number(h, "x", turned(d, n->x) - RADIUS);
  web_attr_number(h, "y", lane_y(n->lane) - RADIUS);
  web_attr_number(h, "width", RADIUS * 2);
  web_attr_number(h, "height", RADIUS * 2);
  web_element(h, "title", NULL, words);
  web_close(h);
}

static void draw_node(drawing *d, const chain_node *n) {
  web *h = d->h;
  isnad_slice words = node_words(h->x, n);
  if (!n->held) {
    draw_outside(d, n, words);
    return;
  }
  web_link(h, NULL, url_of(h->x, "/articles/*", tree_text(n->line, "id")));
  web_attr(h, "aria-label", words);
  web_open_class(h, "circle", n->parent == NULL ? "node first" : "node");
  web_attr_number(h, "cx", turned(d, n->x));
  web_attr_number(h, "cy", lane_y(n->lane));
  web_attr_number(h, "r", RADIUS);
  web_element(h, "title", NULL, words);
  web_close(h);
  web_close(h);
}

static void draw_key(web *h) {
  web_open_class(h, "figcaption", "key");
  web_element(h, "span", "k-copied", word_of(h->x, "chain.copied"));
  web_element(h, "span", "k-laundered", word_of(h->x, "chain.laundered"));
  web_element(h, "span", "k-declared", word_of(h->x, "chain.declared"));
  web_element(h, "span", "k-outside", word_of(h->x, "chain.outside"));
  web_close(h);
}

void draw_chain(web *h, const tree_list *chain) {
  drawing *d = isnad_arena_alloc(h->x->arena, sizeof *d);
  if (d == NULL) return;
  d->h = h;
  chain_plan_make(&d->plan, chain);
  if (d->plan.count == 0) return;
  int height = TOP + (int)d->plan.lanes * LANE + 10;
  web_open_class(h, "figure", "chain");
  web_attr(h, "data-larger", word_of(h->x, "chain.larger"));
  web_attr(h, "data-smaller", word_of(h->x, "chain.smaller"));
  web_attr(h, "data-whole", word_of(h->x, "chain.whole"));
  draw_key(h);
  web_open_class(h, "div", "wide");
  web_attr_text(h, "tabindex", "0");
  web_attr_text(h, "role", "region");
  web_attr(h, "aria-label", word_of(h->x, "chain.drawing"));
  web_open(h, "svg");
  web_attr_printf(h, "viewBox", "0 0 %d %d", WIDTH, height);
  web_attr_number(h, "width", WIDTH);
  web_attr_number(h, "height", height);
  draw_undated(d);
  draw_ticks(d);
  draw_lanes(d);
  for (size_t i = 0; i < d->plan.count; i++) draw_step(d, &d->plan.nodes[i]);
  for (size_t i = 0; i < d->plan.count; i++) draw_node(d, &d->plan.nodes[i]);
  web_close(h);
  web_close(h);
  if (d->plan.left_out > 0) {
    web_open_class(h, "p", "help");
    web_number(h, d->plan.left_out);
    web_space(h);
    web_words(h, "chain.more");
    web_close(h);
  }
  web_close(h);
}

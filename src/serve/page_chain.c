/* The chain of transmission as a drawing: time runs with the script, from the right in Arabic; each outlet has a lane; a line leads from each report
 * to those who took from it. The table behind it says the same. */
#include "base/clock.h"
#include "serve/page.h"

#include <stdio.h>
#include <string.h>

enum {
  WIDTH = 960,
  LABELS = 196,
  MARGIN = 22,
  TOP = 34,
  LANE = 36,
  STEP = 16,
  MOST_LANES = 28,
  MOST_NODES = 90,
  MOST_TICKS = 8,
  LABEL_BYTES = 46,
  RADIUS = 6
};

typedef struct node {
  const tree *line;
  isnad_slice name; /* of the outlet or the source */
  isnad_interval when;
  bool held, dated;
  size_t lane;
  int x;
  const struct node *parent;
  const tree *from; /* the step from the parent */
} node;

typedef struct drawing {
  web *h;
  node nodes[MOST_NODES];
  size_t count, left_out, lanes;
  isnad_slice lane_names[MOST_LANES];
  int64_t first, last;
} drawing;

/* --- what is drawn --- */

static bool is_directed(const tree *from) {
  const tree *directed = tree_get(from, "directed");
  return directed != NULL && directed->kind == JSON_TRUE;
}

/* The step that is believed most. */
static const tree *main_step(const tree *line) {
  for (const tree *from = tree_item(tree_get(line, "from"), 0); from != NULL; from = from->next)
    if (is_directed(from) && !isnad_slice_equal(tree_text(from, "kind"), isnad_slice_of("link"))) return from;
  return NULL;
}

static isnad_slice name_of(const tree *line) {
  isnad_slice name = tree_text(tree_get(line, "source"), "name");
  if (tree_text(line, "id").length == 0) return name;
  return tree_text(line, "outlet");
}

static bool find_lane(drawing *d, size_t *out, isnad_slice name) {
  for (size_t i = 0; i < d->lanes; i++) {
    *out = i;
    if (isnad_slice_equal(d->lane_names[i], name)) return true;
  }
  if (d->lanes == MOST_LANES) return false;
  *out = d->lanes;
  d->lane_names[d->lanes++] = name;
  return true;
}

static void add_node(drawing *d, const tree *line) {
  node n = {.line = line, .name = name_of(line), .held = tree_text(line, "id").length > 0, .from = main_step(line)};
  if (d->count == MOST_NODES || !find_lane(d, &n.lane, n.name)) {
    d->left_out++;
    return;
  }
  n.dated = when_interval(&n.when, tree_get(line, "published"));
  if (n.dated && (d->last == 0 || n.when.from < d->first)) d->first = n.when.from;
  if (n.dated && (d->last == 0 || n.when.from > d->last)) d->last = n.when.from;
  d->nodes[d->count++] = n;
}

static const node *node_of(const drawing *d, const tree *from) {
  isnad_slice parent = tree_text(from, "parent"), source = tree_text(tree_get(from, "source"), "name");
  for (size_t i = 0; i < d->count; i++) {
    const node *n = &d->nodes[i];
    if (parent.length > 0 && n->held && isnad_slice_equal(tree_text(n->line, "article"), parent)) return n;
    if (parent.length == 0 && !n->held && source.length > 0 && isnad_slice_equal(n->name, source)) return n;
  }
  return NULL;
}

/* --- places: x grows with time before it is turned round for Arabic --- */

/* A day alone does not tell the hour: who took from another stands behind him all the same. Parents come before their children. */
static void place_nodes(drawing *d) {
  int begin = LABELS + MARGIN, end = WIDTH - MARGIN - 4 * STEP, most = WIDTH - RADIUS - 4;
  double span = (double)(d->last - d->first);
  for (size_t i = 0; i < d->count; i++) {
    node *n = &d->nodes[i];
    double at = !n->dated ? (n->held ? 1 : 0) : span > 0 ? (double)(n->when.from - d->first) / span : 0;
    n->x = begin + (int)(at * (end - begin));
    n->parent = n->from != NULL ? node_of(d, n->from) : NULL;
    if (n->parent == n) n->parent = NULL;
    if (n->parent != NULL && n->x < n->parent->x + STEP) n->x = n->parent->x + STEP;
    for (size_t k = 0; k < i; k++)
      if (d->nodes[k].lane == n->lane && d->nodes[k].x == n->x) n->x += RADIUS * 2 + 2;
    if (n->x > most) n->x = most;
  }
}

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
  for (size_t i = 0; i < d->lanes; i++) {
    int y = lane_y(i);
    isnad_slice name = d->lane_names[i].length > 0 ? d->lane_names[i] : word_of(d->h->x, "chain.unknown");
    draw_line(d->h, "lane", turned(d, LABELS), y, turned(d, WIDTH - 4), y);
    draw_words(d->h, "label", turned(d, LABELS - 12), y + 4, "end", name);
  }
}

static isnad_slice day_words(exchange *x, int64_t day) {
  char from[CLOCK_ISO_ROOM], to[CLOCK_ISO_ROOM];
  isnad_slice begin = {from, clock_iso(from, day * DAY_SECONDS)}, end = {to, clock_iso(to, (day + 1) * DAY_SECONDS)};
  isnad_slice json = isnad_arena_printf(x->arena, "{\"from\":\"%.*s\",\"to\":\"%.*s\"}", (int)begin.length, begin.bytes, (int)end.length, end.bytes);
  return when_words(x, tree_read(x->arena, json));
}

/* Days along the top: each, or as many as have room. */
static void draw_ticks(drawing *d) {
  if (d->last == 0) return;
  int64_t first = d->first / DAY_SECONDS, last = d->last / DAY_SECONDS, days = last - first + 1, step = (days + MOST_TICKS - 1) / MOST_TICKS;
  int begin = LABELS + MARGIN, end = WIDTH - MARGIN - 4 * STEP;
  double span = (double)(d->last - d->first);
  for (int64_t day = first; day <= last; day += step) {
    double at = span > 0 ? (double)(day * DAY_SECONDS - d->first) / span : 0;
    int x = turned(d, begin + (int)((at > 0 ? at : 0) * (end - begin)));
    draw_line(d->h, "tick", x, TOP - 8, x, TOP + (int)d->lanes * LANE);
    draw_words(d->h, "date", x, TOP - 14, day == first ? "start" : "middle", day_words(d->h->x, day));
  }
}

static void draw_step(drawing *d, const node *n) {
  if (n->parent == NULL) return;
  int x1 = turned(d, n->parent->x), y1 = lane_y(n->parent->lane), x2 = turned(d, n->x), y2 = lane_y(n->lane), middle = (x1 + x2) / 2;
  isnad_slice kind = tree_text(n->from, "kind");
  bool declared = isnad_slice_equal(kind, isnad_slice_of("declared")), hidden = isnad_slice_equal(kind, isnad_slice_of("laundered"));
  web_open_class(d->h, "path", declared ? "step declared" : hidden ? "step laundered" : "step copied");
  web_attr_printf(d->h, "d", "M%d %dC%d %d %d %d %d %d", x1, y1, middle, y1, middle, y2, x2, y2);
  web_close(d->h);
}

/* "outlet: headline, date". */
static isnad_slice node_words(exchange *x, const node *n) {
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

static void draw_outside(drawing *d, const node *n, isnad_slice words) {
  web *h = d->h;
  web_open_class(h, "rect", "outside");
  web_attr_number(h, "x", turned(d, n->x) - RADIUS);
  web_attr_number(h, "y", lane_y(n->lane) - RADIUS);
  web_attr_number(h, "width", RADIUS * 2);
  web_attr_number(h, "height", RADIUS * 2);
  web_element(h, "title", NULL, words);
  web_close(h);
}

static void draw_node(drawing *d, const node *n) {
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
  for (size_t i = 0; i < chain->count; i++) add_node(d, chain->items[i]);
  if (d->count == 0) return;
  place_nodes(d);
  int height = TOP + (int)d->lanes * LANE + 10;
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
  draw_ticks(d);
  draw_lanes(d);
  for (size_t i = 0; i < d->count; i++) draw_step(d, &d->nodes[i]);
  for (size_t i = 0; i < d->count; i++) draw_node(d, &d->nodes[i]);
  web_close(h);
  web_close(h);
  if (d->left_out > 0) {
    web_open_class(h, "p", "help");
    web_number(h, d->left_out);
    web_space(h);
    web_words(h, "chain.more");
    web_close(h);
  }
  web_close(h);
}

/* --- the table --- */

static const tree *line_of(const tree_list *chain, isnad_slice label) {
  for (size_t i = 0; i < chain->count; i++)
    if (isnad_slice_equal(tree_text(chain->items[i], "article"), label)) return chain->items[i];
  return NULL;
}

static void from_cell(web *h, const tree_list *chain, const tree *from) {
  isnad_slice parent = tree_text(from, "parent"), source = tree_text(tree_get(from, "source"), "name");
  const tree *line = parent.length > 0 ? line_of(chain, parent) : NULL;
  web_open(h, "td");
  if (line != NULL) {
    web_link(h, NULL, url_of(h->x, "/articles/*", tree_text(line, "id")));
    web_foreign(h, name_of(line).length > 0 ? name_of(line) : word_of(h->x, "chain.report"));
    web_close(h);
  } else {
    web_foreign(h, source);
  }
  web_close(h);
}

static void how_cell(web *h, const tree *from) {
  const tree *evidence = tree_get(from, "evidence");
  double matched = tree_double(tree_get(evidence, "passage"), "matched");
  isnad_slice credit = tree_text(evidence, "credit");
  web_open(h, "td");
  if (from != NULL) web_text(h, word_behind(h->x, "kind.", tree_text(from, "kind")));
  if (matched > 0) {
    web_text(h, word_of(h->x, "date.comma"));
    web_space(h);
    web_number(h, (uint64_t)matched);
    web_space(h);
    web_words(h, "chain.same");
  }
  if (credit.length > 0) {
    web_space(h);
    web_element_words(h, "span", "tag warn", isnad_slice_equal(credit, isnad_slice_of("none")) ? "chain.no_credit" : "chain.credits_other");
  }
  web_close(h);
}

void draw_chain_table(web *h, const tree_list *chain) {
  static const char *const columns[] = {"article.published", "article.outlet", "chain.report", "chain.from", "chain.how"};
  web_open_class(h, "details", "twin");
  web_element_words(h, "summary", NULL, "chain.table");
  web_open_class(h, "div", "wide");
  web_attr_text(h, "tabindex", "0");
  web_attr_text(h, "role", "region");
  web_attr(h, "aria-label", word_of(h->x, "chain.table"));
  web_open(h, "table");
  web_open(h, "thead");
  web_open(h, "tr");
  for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++) {
    web_open(h, "th");
    web_attr_text(h, "scope", "col");
    web_words(h, columns[i]);
    web_close(h);
  }
  web_close(h);
  web_close(h);
  web_open(h, "tbody");
  for (size_t i = 0; i < chain->count; i++) {
    const tree *line = chain->items[i], *from = main_step(line);
    if (tree_text(line, "id").length == 0) continue;
    web_open(h, "tr");
    web_open(h, "td");
    web_when(h, line, "published");
    web_close(h);
    web_open(h, "td");
    draw_outlet(h, tree_text(line, "outlet"));
    web_close(h);
    web_open(h, "td");
    draw_report_link(h, line);
    web_close(h);
    from_cell(h, chain, from);
    how_cell(h, from);
    web_close(h);
  }
  while (h->depth > 0 && strcmp(h->open[h->depth - 1], "details") != 0) web_close(h);
  web_close(h);
}

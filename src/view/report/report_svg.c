/* Two drawings of a story: when which outlet reported, and from whom each report came. Text runs from the right for Arabic; nothing is measured, so
 * that long names are cut. */
#include "view/html_words.h"
#include "view/labels.h"
#include "view/report/report_blocks.h"
#include "view/report/report_doc.h"
#include "view/title.h"

enum { WIDTH = 760, ROW = 26, LEFT = 24, NAMES = 190, TOP = 30, STEP = 26, MOST_DRAWN = 60, NAME_BYTES = 48, LETTER_WIDTH = 7, LETTER_BYTES = 2 };

/* Cut at a blank, else at a letter. */
static isnad_slice shortened(isnad_slice words, size_t most) {
  if (words.length <= most) return words;
  size_t blank = most;
  while (blank > most / 2 && words.bytes[blank] != ' ') blank--;
  if (words.bytes[blank] == ' ') return (isnad_slice){words.bytes, blank};
  while (most > 0 && ((unsigned char)words.bytes[most] & 0xC0) == 0x80) most--;
  return (isnad_slice){words.bytes, most};
}

static isnad_slice outlet_of(const store_article *a) { return article_outlet(a).length > 0 ? article_outlet(a) : a->label; }

/* Words of a page that end at x on the right, where Arabic begins. */
static void words_at(buf *out, int x, int y, const char *fill, isnad_slice words, size_t most) {
  buf_printf(out, "<text x=\"%d\" y=\"%d\" direction=\"rtl\" text-anchor=\"start\" fill=\"%s\">", x, y, fill);
  html_escape(out, shortened(words, most));
  if (words.length > most) buf_add_text(out, "\xE2\x80\xA6");
  buf_add_text(out, "</text>");
}

/* Dates. */
static void text_at(buf *out, int x, int y, const char *anchor, const char *fill, isnad_slice words, size_t most) {
  buf_printf(out, "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" fill=\"%s\">", x, y, anchor, fill);
  html_escape(out, shortened(words, most));
  if (words.length > most) buf_add_text(out, "\xE2\x80\xA6");
  buf_add_text(out, "</text>");
}

/* Places are counted from the left whatever the page around it says of direction. */
static void open_svg(buf *out, int height, isnad_slice title) {
  buf_printf(out,
             "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" direction=\"ltr\" "
             "font-family=\"sans-serif\" "
             "font-size=\"12\">",
             WIDTH, height, WIDTH, height);
  buf_add_text(out, "<title>");
  html_escape(out, title);
  buf_add_text(out, "</title>");
}

/* --- the timeline: a row an outlet's report, the place along the line is the time --- */

static bool is_drawn(const report *r, size_t at) {
  const store_article *a = &r->g.nodes[at].article;
  return a->published.from < a->published.to && !graph_is_bare(a) && !report_is_told_above(r, at);
}

/* Time runs as the language does. */
static int place_of(const report *r, int64_t time, isnad_interval all) {
  double span = (double)(all.to - all.from);
  double at = span > 0 ? (double)(time - all.from) / span : 0;
  return LEFT + (int)((r->s->view->english ? at : 1 - at) * (WIDTH - LEFT - NAMES - 20));
}

void report_svg_timeline(buf *out, report *r) {
  isnad_interval all = {0, 0};
  size_t rows = 0;
  for (size_t i = 0; i < r->g.count; i++) {
    const store_article *a = &r->g.nodes[i].article;
    if (!is_drawn(r, i)) continue;
    if (rows == 0 || a->published.from < all.from) all.from = a->published.from;
    if (rows == 0 || a->published.to > all.to) all.to = a->published.to;
    rows++;
  }
  if (rows == 0) return;
  if (rows > MOST_DRAWN) rows = MOST_DRAWN;
  open_svg(out, TOP + (int)rows * ROW + 10, label_word(r->s->view, "report.timeline"));
  isnad_slice first = report_when(r, (isnad_interval){all.from, all.from + 1}), last = report_when(r, (isnad_interval){all.to - 1, all.to});
  bool english = r->s->view->english;
  text_at(out, LEFT, 16, "start", "#666", english ? first : last, NAME_BYTES);
  text_at(out, WIDTH - NAMES - 20, 16, "end", "#666", english ? last : first, NAME_BYTES);
  size_t drawn = 0;
  for (size_t i = 0; i < r->g.count && drawn < rows; i++) {
    const store_article *a = &r->g.nodes[i].article;
    if (!is_drawn(r, i)) continue;
    int y = TOP + (int)drawn++ * ROW + 12, begin = place_of(r, a->published.from, all), end = place_of(r, a->published.to, all),
        left = begin < end ? begin : end, width = begin < end ? end - begin : begin - end;
    buf_printf(out, "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#ddd\"/>", LEFT, y, WIDTH - NAMES - 20, y);
    buf_printf(out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"8\" rx=\"4\" fill=\"#0b5c5c\"/>", left, y - 4, width > 8 ? width : 8);
    words_at(out, WIDTH - 8, y + 4, "#1c1c1c", outlet_of(a), NAME_BYTES);
  }
  buf_add_text(out, "</svg>\n");
}

/* --- the chain: a line a report, under the one it came from --- */

static int edge_of(uint32_t depth) { return WIDTH - 16 - (int)(depth < 16 ? depth : 16) * STEP; }

/* The row of the last item above that is one step less deep. */
static size_t parent_row(const report *r, size_t at) {
  for (size_t i = at; i-- > 0;)
    if (r->chain[i].depth < r->chain[at].depth) return i;
  return at;
}

void report_svg_chain(buf *out, report *r) {
  size_t rows = r->chain_count < MOST_DRAWN ? r->chain_count : MOST_DRAWN;
  if (rows == 0) return;
  open_svg(out, (int)rows * ROW + 16, label_word(r->s->view, "report.chain"));
  for (size_t i = 0; i < rows; i++) {
    const forest_item *item = &r->chain[i];
    int x = edge_of(item->depth), y = (int)i * ROW + 18;
    size_t parent = parent_row(r, i);
    if (parent != i) {
      int px = edge_of(r->chain[parent].depth), py = (int)parent * ROW + 18;
      buf_printf(out, "<path d=\"M%d %dV%dH%d\" fill=\"none\" stroke=\"#999\"/>", px, py + 5, y, x + 5);
    }
    bool held = item->node != NULL;
    buf_printf(out, "<circle cx=\"%d\" cy=\"%d\" r=\"5\" fill=\"%s\" stroke=\"#0b5c5c\"/>", x, y, held ? "#0b5c5c" : "#fff");
    words_at(out, x - 12, y + 4, "#1c1c1c", held ? outlet_of(&item->node->article) : item->source->source_name, NAME_BYTES);
    if (held)
      words_at(out, x - NAMES, y + 4, "#666", report_title_of(r, &item->node->article), (size_t)(x - NAMES - LEFT) / LETTER_WIDTH * LETTER_BYTES);
  }
  buf_add_text(out, "</svg>\n");
}

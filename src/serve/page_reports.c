/* The reports of a story: who took it from whom, and each under the one whose words it took. */
#include "serve/page.h"

static const isnad_slice nothing = {NULL, 0};

const tree *report_of(const tree_list *reports, isnad_slice id) {
  for (size_t i = 0; i < reports->count; i++)
    if (isnad_slice_equal(tree_text(reports->items[i], "id"), id)) return reports->items[i];
  return NULL;
}

static bool is_bare(const tree *report) { return isnad_slice_is(tree_text(report, "role"), "headline"); }

/* Whether a line of the chain took its text from the line above it that is one step less deep. */
static bool took_text(const tree *line) {
  const tree *from = tree_item(tree_get(line, "from"), 0);
  isnad_slice kind = tree_text(from, "kind");
  return isnad_slice_is(kind, "copied") || isnad_slice_is(kind, "both") || isnad_slice_is(kind, "laundered") || isnad_slice_is(kind, "corrects");
}

static void report_line(web *h, const tree *line) {
  web_open_class(h, "p", "report");
  web_when(h, line, "published");
  web_space(h);
  draw_outlet(h, tree_text(line, "outlet"));
  web_space(h);
  draw_report_link(h, line);
  web_close(h);
}

static void compare_link(web *h, const tree *a, const tree *b) {
  isnad_slice url = url_field(h->x, url_of(h->x, "/compare", nothing), "a", tree_text(a, "id"));
  web_space(h);
  web_link(h, "quiet", url_field(h->x, url, "b", tree_text(b, "id")));
  web_words(h, "article.compare");
  web_close(h);
}

static void copy_line(web *h, const tree *origin, const tree *line) {
  const tree *from = tree_item(tree_get(line, "from"), 0), *evidence = tree_get(from, "evidence");
  web_open(h, "li");
  report_line(h, line);
  web_open_class(h, "p", "source");
  double matched = tree_double(tree_get(evidence, "passage"), "matched");
  if (matched > 0) {
    web_number(h, (uint64_t)matched);
    web_space(h);
    web_words(h, "chain.same");
  }
  if (isnad_slice_is(tree_text(evidence, "credit"), "none")) {
    web_space(h);
    web_element_words(h, "span", "tag warn", "chain.no_credit");
  }
  compare_link(h, origin, line);
  web_close(h);
  web_close(h);
}

/* A line begins a group when it took its text from nobody here; what follows deeper and took its text belongs to it. */
static void groups(web *h, const tree_list *chain) {
  const tree *origin = NULL;
  bool listing = false;
  web_open_class(h, "div", "groups");
  for (size_t i = 0; i < chain->count; i++) {
    const tree *line = chain->items[i];
    if (tree_text(line, "id").length == 0 || is_bare(line)) continue;
    if (origin != NULL && tree_double(line, "depth") > 0 && took_text(line)) {
      if (!listing) web_open_class(h, "ol", "copies");
      listing = true;
      copy_line(h, origin, line);
      continue;
    }
    if (listing) web_close(h);
    if (origin != NULL) web_close(h);
    listing = false;
    origin = line;
    web_open_class(h, "div", "group");
    report_line(h, line);
  }
  if (listing) web_close(h);
  if (origin != NULL) web_close(h);
  web_close(h);
}

static void bare_headlines(web *h, const tree_list *reports) {
  size_t count = 0;
  for (size_t i = 0; i < reports->count; i++) count += is_bare(reports->items[i]);
  if (count == 0) return;
  web_open(h, "details");
  web_open(h, "summary");
  web_words(h, "story.bare");
  web_space(h);
  web_number(h, count);
  web_close(h);
  web_open_class(h, "ul", "plain");
  for (size_t i = 0; i < reports->count; i++) {
    if (!is_bare(reports->items[i])) continue;
    web_open(h, "li");
    draw_report_link(h, reports->items[i]);
    web_close(h);
  }
  web_close(h);
  web_close(h);
}

/* The lines of the chain without headlines that only stand in a list. */
static void leave_out_bare(tree_list *chain, const tree_list *reports) {
  size_t kept = 0;
  for (size_t i = 0; i < chain->count; i++) {
    const tree *report = report_of(reports, tree_text(chain->items[i], "id"));
    if (report == NULL || !is_bare(report)) chain->items[kept++] = chain->items[i];
  }
  chain->count = kept;
}

void draw_chain_and_reports(web *h, const tree_list *reports) {
  tree_list chain;
  if (gather_trees(&chain, h->x, call_chain, (isnad_view){.limit = 0}, 0, 0) == ISNAD_OK && chain.count > 0) {
    leave_out_bare(&chain, reports);
    page_section(h, "chain", "story.chain");
    draw_chain(h, &chain);
    draw_chain_table(h, &chain);
    web_close(h);
    page_section(h, "reports", "story.reports");
    groups(h, &chain);
    bare_headlines(h, reports);
    web_close(h);
  }
}

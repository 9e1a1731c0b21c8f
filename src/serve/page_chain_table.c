/* The chain as a table, which says what the drawing shows: who was reached, from whom, how. */
#include "serve/chain_plan.h"

#include <string.h>

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
    web_foreign(h, chain_name_of(line).length > 0 ? chain_name_of(line) : word_of(h->x, "chain.report"));
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
    web_element_words(h, "span", "tag warn", isnad_slice_is(credit, "none") ? "chain.no_credit" : "chain.credits_other");
  }
  web_close(h);
}

static bool is_medium(isnad_slice kind) {
  static const char *const media[] = {"agency", "outlet", "credit", "social"};
  for (size_t i = 0; i < sizeof media / sizeof media[0]; i++)
    if (isnad_slice_is(kind, media[i])) return true;
  return false;
}

/* Who told the report, each once: speakers, officials, documents, and those who are not named. */
static void voices_cell(web *h, const tree *line) {
  enum { MOST_VOICES = 6 };
  const tree *voices = tree_get(line, "voices"), *shown[MOST_VOICES];
  size_t count = 0;
  web_open(h, "td");
  for (const tree *t = voices != NULL ? voices->first : NULL; t != NULL && count < MOST_VOICES; t = t->next) {
    const tree *source = tree_get(t, "source");
    isnad_slice name = tree_text(source, "name");
    size_t before = 0;
    while (before < count && !isnad_slice_equal(tree_text(shown[before], "name"), name)) before++;
    if (before < count || name.length == 0 || is_medium(tree_text(source, "kind"))) continue;
    if (count > 0) {
      web_text(h, word_of(h->x, "date.comma"));
      web_space(h);
    }
    shown[count++] = source;
    web_foreign(h, name);
  }
  web_close(h);
}

void draw_chain_table(web *h, const tree_list *chain) {
  static const char *const columns[] = {"article.published", "article.outlet", "chain.report", "chain.voices", "chain.from", "chain.how"};
  web_open_class(h, "details", "twin");
  web_element_words(h, "summary", NULL, "chain.table");
  page_table(h, NULL, "chain.table", columns, sizeof columns / sizeof columns[0]);
  web_open(h, "tbody");
  for (size_t i = 0; i < chain->count; i++) {
    const tree *line = chain->items[i], *from = chain_main_step(line);
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
    voices_cell(h, line);
    from_cell(h, chain, from);
    how_cell(h, from);
    web_close(h);
  }
  while (h->depth > 0 && strcmp(h->open[h->depth - 1], "details") != 0) web_close(h);
  web_close(h);
}

/* Outlets: how much of their words is their own, from whom they take, who takes from them. */
#include "serve/page.h"

enum { LIST = 100 };

static const isnad_slice nothing = {NULL, 0};

/* A share as a bar and as words. */
static void share_bar(web *h, double share) {
  web_open_class(h, "span", "share");
  web_open(h, "meter");
  web_attr_text(h, "min", "0");
  web_attr_text(h, "max", "100");
  web_attr_number(h, "value", (long)(share * 100 + 0.5));
  web_attr(h, "aria-label", word_of(h->x, "outlet.own"));
  web_close(h);
  web_space(h);
  web_latin(h, isnad_arena_printf(h->x->arena, "%.0f%%", share * 100));
  web_close(h);
}

static void number_cell(web *h, double n) {
  web_open_class(h, "td", "n");
  web_number(h, (uint64_t)n);
  web_close(h);
}

void page_outlets(exchange *x) {
  static const char *const columns[] = {"outlet.name", "outlet.reports", "outlet.words", "outlet.own"};
  tree_list list;
  isnad_slice next;
  if (!page_list(&list, &next, x, call_outlets, true, LIST)) return;
  frame f = {.title = word_of(x, "outlet.title"), .section = "outlets", .data = true};
  web made = page_begin(x, &f), *h = &made;
  web_element_words(h, "h1", NULL, "outlet.title");
  web_element_words(h, "p", "lead", "outlet.lead");
  page_table(h, "outlets", "outlet.title", columns, sizeof columns / sizeof columns[0]);
  web_open(h, "tbody");
  for (size_t i = 0; i < list.count; i++) {
    web_open(h, "tr");
    web_open(h, "td");
    draw_outlet(h, tree_text(list.items[i], "name"));
    web_close(h);
    number_cell(h, tree_double(list.items[i], "reports"));
    number_cell(h, tree_double(list.items[i], "words"));
    web_open(h, "td");
    share_bar(h, tree_double(list.items[i], "own"));
    web_close(h);
    web_close(h);
  }
  web_close(h);
  web_close(h);
  web_close(h);
  draw_next(h, "/outlets", nothing, next);
  page_end(h, &f);
}

/* --- one outlet --- */

static bool is(const tree *line, const char *what) { return isnad_slice_is(tree_text(line, "is"), what); }

static void others(web *h, const tree_list *lines, const char *what, const char *id, const char *words) {
  size_t shown = 0;
  for (size_t i = 0; i < lines->count; i++) {
    const tree *line = lines->items[i];
    if (!is(line, what)) continue;
    if (shown++ == 0) {
      page_section(h, id, words);
      web_open_class(h, "ul", "tally");
    }
    web_open(h, "li");
    draw_outlet(h, tree_text(line, "name"));
    web_space(h);
    web_number(h, (uint64_t)tree_double(line, "reports"));
    web_close(h);
  }
  if (shown == 0) return;
  web_close(h);
  web_close(h);
}

static void latest(web *h, const tree_list *lines) {
  size_t shown = 0;
  for (size_t i = 0; i < lines->count; i++) {
    if (!is(lines->items[i], "report")) continue;
    if (shown++ == 0) {
      page_section(h, "latest", "outlet.latest");
      web_open_class(h, "ul", "plain");
    }
    web_open(h, "li");
    web_open_class(h, "p", "report");
    web_when(h, lines->items[i], "published");
    web_space(h);
    draw_report_link(h, lines->items[i]);
    web_close(h);
    web_close(h);
  }
  if (shown == 0) return;
  web_close(h);
  web_close(h);
}

void page_outlet(exchange *x) {
  tree_list lines;
  isnad_status status = gather_trees(&lines, x, call_outlet, (isnad_view){.limit = 0}, 0, 0);
  if (status != ISNAD_OK || lines.count == 0) {
    reply_failure(x, status != ISNAD_OK ? status : ISNAD_NOT_FOUND);
    return;
  }
  const tree *line = lines.items[0];
  frame f = {.title = tree_text(line, "name"), .section = "outlets", .data = true};
  web made = page_begin(x, &f), *h = &made;
  web_open_class(h, "header", "head");
  web_open(h, "h1");
  web_attr_text(h, "dir", "auto");
  web_text(h, f.title);
  web_close(h);
  web_open_class(h, "p", "counts");
  web_count(h, "n.report", (uint64_t)tree_double(line, "reports"));
  web_element(h, "span", "sep", nothing);
  share_bar(h, tree_double(line, "own"));
  web_space(h);
  web_words(h, "outlet.own_text");
  web_close(h);
  web_close(h);
  web_open_class(h, "div", "thirds");
  others(h, &lines, "takes_from", "takes", "outlet.takes");
  others(h, &lines, "gives_to", "gives", "outlet.gives");
  others(h, &lines, "cites", "cites", "outlet.cites");
  web_close(h);
  latest(h, &lines);
  page_end(h, &f);
}

/* Names: who is named most, and one person, place or body. */
#include "serve/page.h"
#include "tables.h"

#include <stdio.h>
#include <string.h>

enum { LIST = 100, SPELLINGS = 24, STORIES = 20, STATEMENTS = 15, ARTICLES = 40, OTHERS = 10 };

static const isnad_slice nothing = {NULL, 0};

static bool is(const tree *line, const char *what) { return isnad_slice_equal(tree_text(line, "is"), isnad_slice_of(what)); }

/* --- the list --- */

static void type_tabs(web *h) {
  static const char *const types[] = {"all", "person", "place", "organization", "outlet", "event", "product"};
  isnad_slice now = request_field(&h->x->ask, "type");
  web_open_class(h, "ul", "tabs");
  for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
    isnad_slice url = url_of(h->x, "/entities", nothing);
    bool here = i == 0 ? now.length == 0 : isnad_slice_equal(now, isnad_slice_of(types[i]));
    web_open(h, "li");
    web_link(h, NULL, i == 0 ? url : url_field(h->x, url, "type", isnad_slice_of(types[i])));
    if (here) web_attr_text(h, "aria-current", "true");
    web_text(h, word_behind(h->x, "types.", isnad_slice_of(types[i])));
    web_close(h);
    web_close(h);
  }
  web_close(h);
}

void page_entities(exchange *x) {
  tree_list list;
  isnad_slice next;
  if (!page_list(&list, &next, x, call_named, true, LIST)) return;
  frame f = {.title = word_of(x, "entity.title"), .section = "entities", .data = true};
  web made = page_begin(x, &f), *h = &made;
  web_element_words(h, "h1", NULL, "entity.title");
  web_element_words(h, "p", "lead", "entity.lead");
  type_tabs(h);
  web_open_class(h, "ul", "names");
  for (size_t i = 0; i < list.count; i++) {
    web_open(h, "li");
    web_link(h, NULL, url_of(x, "/entities/*", tree_text(list.items[i], "entity")));
    web_foreign(h, tree_text(list.items[i], "canonical"));
    web_close(h);
    web_space(h);
    web_element(h, "span", "dim", word_behind(x, "type.", tree_text(list.items[i], "type")));
    web_space(h);
    web_number(h, (uint64_t)tree_double(list.items[i], "articles"));
    web_close(h);
  }
  web_close(h);
  draw_next(h, "/entities", nothing, next);
  page_end(h, &f);
}

/* --- one name --- */

/* The lines of one kind, each drawn by `draw`, in a section. */
static void section_of(web *h, const tree_list *lines, const char *what, const char *id, const char *words, const char *class, size_t most,
                       void (*draw)(web *, const tree *)) {
  size_t shown = 0;
  for (size_t i = 0; i < lines->count && shown < most; i++) {
    if (!is(lines->items[i], what)) continue;
    if (shown++ == 0) {
      page_section(h, id, words);
      web_open_class(h, "ul", class);
    }
    web_open(h, "li");
    draw(h, lines->items[i]);
    web_close(h);
  }
  if (shown == 0) return;
  web_close(h);
  web_close(h);
}

static void spelling(web *h, const tree *line) {
  web_foreign(h, tree_text(line, "words"));
  web_space(h);
  web_number(h, (uint64_t)tree_double(line, "times"));
}

/* From the table of offices: days of ISO 8601 as they stand there. */
static void office(web *h, const tree *line) {
  web_foreign(h, tree_text(line, "office"));
  web_space(h);
  web_latin(h, isnad_arena_printf(h->x->arena, "%.*s .. %.*s", (int)tree_text(line, "from").length, tree_text(line, "from").bytes,
                                  (int)tree_text(line, "to").length, tree_text(line, "to").bytes));
  web_space(h);
  web_element(h, "span", "dim", tree_text(line, "rule"));
}

static void role(web *h, const tree *line) {
  web_foreign(h, tree_text(line, "words"));
  web_space(h);
  web_when(h, line, "said");
  web_space(h);
  web_number(h, (uint64_t)tree_double(line, "times"));
}

static void story(web *h, const tree *line) {
  web_link(h, NULL, url_of(h->x, "/stories/*", tree_text(line, "story")));
  web_attr_text(h, "dir", "auto");
  web_text(h, tree_text(line, "title"));
  web_close(h);
  web_open_class(h, "p", "source");
  web_when(h, line, "published");
  web_element(h, "span", "sep", nothing);
  web_count(h, "n.report", (uint64_t)tree_double(line, "reports"));
  web_close(h);
}

static void statement(web *h, const tree *line) {
  bool direct = isnad_slice_equal(tree_text(tree_get(line, "quote"), "mode"), isnad_slice_of("direct"));
  web_open_class(h, direct ? "blockquote" : "p", direct ? "direct" : "indirect");
  web_attr_text(h, "dir", "auto");
  web_text(h, tree_text(line, "words"));
  web_close(h);
  web_open_class(h, "p", "source");
  web_link(h, NULL, url_of(h->x, "/articles/*", tree_text(line, "article")));
  web_words(h, "chain.report");
  web_close(h);
  web_space(h);
  web_when(h, line, "published");
  web_close(h);
}

static void article(web *h, const tree *line) {
  web_open_class(h, "p", "report");
  web_when(h, line, "published");
  web_space(h);
  draw_report_link(h, line);
  web_close(h);
}

static void other(web *h, const tree *line) {
  web_link(h, NULL, url_of(h->x, "/entities/*", tree_text(line, "entity")));
  web_foreign(h, tree_text(line, "canonical"));
  web_close(h);
  web_space(h);
  web_element(h, "span", "dim", word_behind(h->x, "type.", tree_text(line, "type")));
}

/* The name of a country by its code; the code itself where the table has none. */
static isnad_slice country_of(const exchange *x, isnad_slice code) {
  for (size_t i = 0; !x->english && i < isnad_places_count; i++)
    if (isnad_places_rows[i].kind == ISNAD_PLACES_KIND_COUNTRY && isnad_slice_equal(isnad_slice_of(isnad_places_rows[i].country), code))
      return isnad_slice_of(isnad_places_rows[i].name);
  return code;
}

static void entity_head(web *h, const tree *line, isnad_slice name) {
  web_open_class(h, "header", "head");
  web_open(h, "h1");
  web_attr_text(h, "dir", "auto");
  web_text(h, name);
  web_close(h);
  if (line != NULL) {
    web_open_class(h, "p", "counts");
    web_text(h, word_behind(h->x, "type.", tree_text(line, "type")));
    if (tree_text(line, "country").length > 0) {
      web_element(h, "span", "sep", nothing);
      web_foreign(h, country_of(h->x, tree_text(line, "country")));
    }
    web_element(h, "span", "sep", nothing);
    web_count(h, "n.report", (uint64_t)tree_double(line, "articles"));
    web_element(h, "span", "sep", nothing);
    web_count(h, "n.mention", (uint64_t)tree_double(line, "mentions"));
    web_close(h);
  }
  web_close(h);
}

void page_entity(exchange *x) {
  tree_list lines;
  isnad_status status = gather_trees(&lines, x, call_who, (isnad_view){.limit = 0}, 0, 0);
  if (status != ISNAD_OK) {
    reply_failure(x, status);
    return;
  }
  const tree *first = lines.count > 0 && is(lines.items[0], "entity") ? lines.items[0] : NULL;
  isnad_slice name = first != NULL ? tree_text(first, "canonical") : x->args[0];
  frame f = {.title = name, .section = "entities", .feeds = true, .data = true};
  web made = page_begin(x, &f), *h = &made;
  web_open_class(h, "div", "entity beside");
  entity_head(h, first, name);
  web_open_class(h, "div", "column margin");
  section_of(h, &lines, "spelling", "spellings", "entity.spellings", "tally", SPELLINGS, spelling);
  section_of(h, &lines, "office", "offices", "entity.offices", "plain", OTHERS, office);
  section_of(h, &lines, "role", "roles", "entity.offices", "plain", OTHERS, role);
  section_of(h, &lines, "other", "others", "entity.others", "plain", OTHERS, other);
  web_close(h);
  web_open_class(h, "div", "column");
  section_of(h, &lines, "story", "stories", "entity.stories", "plain stories", STORIES, story);
  section_of(h, &lines, "statement", "statements", "entity.statements", "plain", STATEMENTS, statement);
  section_of(h, &lines, "article", "articles", "entity.articles", "plain", ARTICLES, article);
  web_close(h);
  web_close(h);
  page_end(h, &f);
}

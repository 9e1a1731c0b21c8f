/* Names: who is named most, and one person, place or body. */
#include "base/hash.h"
#include "base/map.h"
#include "isnad/arabic.h"
#include "serve/page.h"
#include "tables.h"

#include <string.h>

enum { LIST = 100, SPELLINGS = 24, STORIES = 20, STATEMENTS = 15, ARTICLES = 40, OTHERS = 10, MOST_LINES = ARTICLES };

static const isnad_slice nothing = {NULL, 0};

static bool is(const tree *line, const char *what) { return isnad_slice_is(tree_text(line, "is"), what); }

/* --- the list --- */

static void type_tabs(web *h) {
  static const char *const types[] = {"all", "person", "place", "organization", "outlet", "event", "product"};
  isnad_slice now = request_field(&h->x->ask, "type");
  web_open_class(h, "ul", "tabs");
  for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
    isnad_slice url = url_of(h->x, "/entities", nothing);
    bool here = i == 0 ? now.length == 0 : isnad_slice_is(now, types[i]);
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

/* One kind of lines about a name. */
typedef struct part {
  const char *is, *id, *words, *class; /* id and words: of its section */
  size_t most;                         /* on the page of the name; the others have a page of their own */
  void (*draw)(web *, const tree *);
  const char *count; /* how many there are, in the first line; NULL: never more than are shown */
} part;

static void draw_line(web *h, const part *p, const tree *line) {
  web_open(h, "li");
  p->draw(h, line);
  web_close(h);
}

/* A link to all of them, when the page shows less. */
static void more_of(web *h, const part *p, size_t shown, uint64_t all) {
  if (all <= shown) return;
  web_open_class(h, "p", "next");
  web_link(h, NULL, url_field(h->x, url_of(h->x, "/entities/*", h->x->args[0]), "part", isnad_slice_of(p->is)));
  web_words(h, "entity.all");
  web_space(h);
  web_number(h, all);
  web_close(h);
  web_close(h);
}

static void section_of(web *h, const tree_list *lines, const part *p) {
  size_t shown = 0;
  for (size_t i = 0; i < lines->count && shown < p->most; i++) {
    if (!is(lines->items[i], p->is)) continue;
    if (shown++ == 0) {
      page_section(h, p->id, p->words);
      web_open_class(h, "ul", p->class);
    }
    draw_line(h, p, lines->items[i]);
  }
  if (shown == 0) return;
  web_close(h);
  if (p->count != NULL) more_of(h, p, shown, (uint64_t)tree_double(lines->items[0], p->count));
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
  web_open_class(h, "p", "source");
  web_when(h, line, "said");
  web_element(h, "span", "sep", nothing);
  web_count(h, "n.mention", (uint64_t)tree_double(line, "times"));
  web_close(h);
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
  bool direct = isnad_slice_is(tree_text(line, "mode"), "direct");
  web_open_class(h, direct ? "blockquote" : "p", direct ? "direct" : "indirect");
  web_attr_text(h, "dir", "auto");
  web_said(h, tree_text(line, "verb"), tree_text(line, "rule"), tree_text(line, "words"));
  web_close(h);
  web_open_class(h, "p", "source");
  web_link(h, NULL, url_of(h->x, "/articles/*", tree_text(line, "id")));
  if (tree_text(line, "outlet").length > 0)
    web_foreign(h, tree_text(line, "outlet"));
  else
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
  if (tree_text(line, "outlet").length > 0) {
    draw_outlet(h, tree_text(line, "outlet"));
    web_space(h);
  }
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

static const part margin_parts[] = {
    {"spelling", "spellings", "entity.spellings", "tally", SPELLINGS, spelling, "spellings"},
    {"office", "offices", "entity.offices", "plain", OTHERS, office, NULL},
    {"role", "roles", "entity.roles", "plain", OTHERS, role, "roles"},
    {"other", "others", "entity.others", "plain", OTHERS, other, NULL},
};
static const part main_parts[] = {
    {"story", "stories", "entity.stories", "plain stories", STORIES, story, "stories"},
    {"statement", "statements", "entity.statements", "plain", STATEMENTS, statement, "statements"},
    {"article", "articles", "entity.articles", "plain", ARTICLES, article, "articles"},
};
enum { MARGIN_PARTS = sizeof margin_parts / sizeof margin_parts[0], MAIN_PARTS = sizeof main_parts / sizeof main_parts[0] };

static const part *part_named(isnad_slice name) {
  for (size_t i = 0; i < MARGIN_PARTS; i++)
    if (isnad_slice_equal(isnad_slice_of(margin_parts[i].is), name)) return &margin_parts[i];
  for (size_t i = 0; i < MAIN_PARTS; i++)
    if (isnad_slice_equal(isnad_slice_of(main_parts[i].is), name)) return &main_parts[i];
  return NULL;
}

/* All lines of one kind, page by page. */
static void page_part(exchange *x, const part *p) {
  tree_list list;
  isnad_slice next;
  const tree *first = gather_one(x, call_who, (isnad_view){.only = isnad_slice_of("entity")});
  if (!page_list(&list, &next, x, call_who, true, LIST)) return;
  isnad_slice name = first != NULL ? tree_text(first, "canonical") : x->args[0];
  frame f = {.title = name, .section = "entities", .data = true};
  web made = page_begin(x, &f), *h = &made;
  web_open_class(h, "header", "head");
  web_open(h, "h1");
  web_link(h, NULL, url_of(x, "/entities/*", x->args[0]));
  web_foreign(h, name);
  web_close(h);
  web_close(h);
  web_close(h);
  page_section(h, p->id, p->words);
  web_open_class(h, "ul", p->class);
  for (size_t i = 0; i < list.count; i++) draw_line(h, p, list.items[i]);
  web_close(h);
  web_close(h);
  draw_next(h, "/entities/*", x->args[0], next);
  page_end(h, &f);
}

/* What several reports have in the same words is shown once, from the newest of them. */
static void leave_out_repeated(tree_list *lines, isnad_arena *arena) {
  map seen;
  size_t kept = 0;
  if (!map_new(&seen, arena, lines->count)) return;
  for (size_t i = 0; i < lines->count; i++) {
    isnad_slice words = tree_text(lines->items[i], "words"), folded = words;
    bool said = is(lines->items[i], "statement");
    if (said && isnad_arabic_fold(&folded, NULL, arena, words, ISNAD_FOLD_MATCH, NULL) != ISNAD_OK) return;
    uint64_t *times = said ? map_put(&seen, hash64(folded)) : NULL;
    if (times == NULL || (*times)++ == 0) lines->items[kept++] = lines->items[i];
  }
  lines->count = kept;
}

static void page_whole(exchange *x) {
  tree_list lines;
  isnad_status status = gather_trees(&lines, x, call_who, (isnad_view){.each = MOST_LINES}, 0, 0);
  if (status != ISNAD_OK) {
    reply_failure(x, status);
    return;
  }
  leave_out_repeated(&lines, x->arena);
  const tree *first = lines.count > 0 && is(lines.items[0], "entity") ? lines.items[0] : NULL;
  isnad_slice name = first != NULL ? tree_text(first, "canonical") : x->args[0];
  frame f = {.title = name, .section = "entities", .feeds = true, .data = true};
  web made = page_begin(x, &f), *h = &made;
  web_open_class(h, "div", "entity beside");
  entity_head(h, first, name);
  web_open_class(h, "div", "column margin");
  for (size_t i = 0; i < MARGIN_PARTS; i++) section_of(h, &lines, &margin_parts[i]);
  web_close(h);
  web_open_class(h, "div", "column");
  for (size_t i = 0; i < MAIN_PARTS; i++) section_of(h, &lines, &main_parts[i]);
  web_close(h);
  web_close(h);
  page_end(h, &f);
}

void page_entity(exchange *x) {
  const part *asked = part_named(request_field(&x->ask, "part"));
  if (asked != NULL)
    page_part(x, asked);
  else
    page_whole(x);
}

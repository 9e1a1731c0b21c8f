/* An article: what is known of it, its text with what was read in it, and who shares its words; and a text that somebody pasted. */
#include "isnad/record.h"
#include "serve/page.h"

static const isnad_slice nothing = {NULL, 0};

enum { COPIES = 20, RELATED = 8 };

static void fact(web *h, const char *words) {
  web_open(h, "div");
  web_element_words(h, "dt", NULL, words);
  web_open(h, "dd");
}

static void end_fact(web *h) {
  web_close(h);
  web_close(h);
}

static void named_fact(web *h, const tree *said, const char *key, const char *words, bool outlet) {
  isnad_slice name = tree_text(tree_get(said, key), "name");
  if (name.length == 0) return;
  fact(h, words);
  if (outlet)
    draw_outlet(h, name);
  else
    web_foreign(h, name);
  end_fact(h);
}

static void facts(web *h, const tree *line, const tree *said) {
  const tree *capture = tree_get(line, "capture");
  web_open_class(h, "dl", "facts");
  named_fact(h, said, "outlet", "article.outlet", true);
  named_fact(h, said, "byline", "article.byline", false);
  named_fact(h, said, "origin", "article.origin", true);
  fact(h, "article.published");
  web_when(h, line, "published");
  isnad_slice basis = tree_text(tree_get(line, "published"), "basis");
  if (basis.length > 0) {
    web_space(h);
    web_element(h, "span", "tag", word_behind(h->x, "basis.", basis));
  }
  end_fact(h);
  if (tree_text(capture, "uri").length > 0) {
    fact(h, "article.page");
    web_latin(h, tree_text(capture, "uri"));
    end_fact(h);
  }
  if (tree_text(capture, "sha256").length > 0) {
    fact(h, "article.digest");
    web_open_class(h, "span", "hash");
    web_latin(h, tree_text(capture, "sha256"));
    web_close(h);
    end_fact(h);
  }
  web_close(h);
}

/* --- those that share its text, and related ones --- */

static void copy_row(web *h, const tree *copy, isnad_slice own) {
  isnad_slice url = url_field(h->x, url_of(h->x, "/compare", nothing), "a", own);
  web_open(h, "li");
  web_open_class(h, "p", "report");
  web_when(h, copy, "published");
  web_space(h);
  draw_outlet(h, tree_text(copy, "outlet"));
  web_space(h);
  draw_report_link(h, copy);
  web_close(h);
  web_open_class(h, "p", "source");
  web_text(h, word_behind(h->x, "copy.", tree_text(copy, "kind")));
  web_element(h, "span", "sep", nothing);
  web_number(h, (uint64_t)tree_double(copy, "matched"));
  web_space(h);
  web_words(h, "compare.shared");
  web_space(h);
  web_link(h, "quiet", url_field(h->x, url, "b", tree_text(copy, "id")));
  web_words(h, "article.compare");
  web_close(h);
  web_close(h);
  web_close(h);
}

static void copies(web *h, isnad_slice own) {
  tree_list list;
  if (gather_trees(&list, h->x, call_copies, (isnad_view){.limit = 0}, 0, COPIES) != ISNAD_OK || list.count == 0) return;
  page_section(h, "copies", "article.copies");
  web_open_class(h, "ul", "plain");
  for (size_t i = 0; i < list.count; i++)
    if (tree_text(list.items[i], "id").length > 0) copy_row(h, list.items[i], own);
  web_close(h);
  web_close(h);
}

static void related(web *h) {
  tree_list list;
  if (gather_trees(&list, h->x, call_related, (isnad_view){.limit = RELATED}, 0, RELATED) != ISNAD_OK || list.count == 0) return;
  page_section(h, "related", "article.related");
  web_open_class(h, "ul", "plain");
  for (size_t i = 0; i < list.count; i++) {
    web_open(h, "li");
    web_open_class(h, "p", "report");
    web_when(h, list.items[i], "published");
    web_space(h);
    draw_outlet(h, tree_text(list.items[i], "outlet"));
    web_space(h);
    draw_report_link(h, list.items[i]);
    web_close(h);
    web_close(h);
  }
  web_close(h);
  web_close(h);
}

static void story_line(web *h, isnad_slice id) {
  const tree *story = id.length > 0 ? gather_one(h->x, call_stories, (isnad_view){.only = id, .brief = true}) : NULL;
  if (story == NULL) return;
  web_open_class(h, "p", "instory");
  web_words(h, "article.story");
  web_text(h, isnad_slice_of(": "));
  web_link(h, NULL, url_of(h->x, "/stories/*", id));
  web_foreign(h, tree_text(story, "title"));
  web_close(h);
  web_space(h);
  web_origins(h, tree_get(story, "origins"));
  web_close(h);
}

void page_article(exchange *x) {
  tree_list list;
  isnad_status status = gather_trees(&list, x, call_article, (isnad_view){.limit = 0}, 0, 1);
  const tree *line = status == ISNAD_OK && list.count > 0 ? list.items[0] : NULL, *said = tree_get(line, "read");
  if (line == NULL) {
    reply_failure(x, status != ISNAD_OK ? status : ISNAD_NOT_FOUND);
    return;
  }
  isnad_slice headline = tree_text(tree_get(said, "headline"), "text");
  frame f = {.title = headline.length > 0 ? headline : word_of(x, "article.untitled"), .section = "stories", .data = true};
  web made = page_begin(x, &f), *h = &made;
  marked_text m = {.text = tree_text(line, "text"), .said = said, .parts = tree_get(line, "parts"), .article = -1};
  web_open_class(h, "article", "report-page beside");
  web_open_class(h, "header", "head");
  story_line(h, tree_text(line, "story"));
  web_open(h, "h1");
  web_attr_text(h, "dir", "auto");
  web_text(h, f.title);
  web_close(h);
  facts(h, line, said);
  web_close(h);
  web_open_class(h, "div", "column");
  draw_legend(h);
  draw_marked(h, &m);
  draw_evidence(h, &m);
  web_close(h);
  web_open_class(h, "div", "column");
  copies(h, tree_text(said, "id"));
  related(h);
  web_close(h);
  web_close(h);
  page_end(h, &f);
}

/* --- a text that was pasted --- */

static void paste_form(web *h, isnad_slice text) {
  web_open_class(h, "form", "paste");
  web_attr_text(h, "method", "post");
  web_attr(h, "action", url_of(h->x, "/read", nothing));
  web_open(h, "label");
  web_attr_text(h, "for", "text");
  web_words(h, "read.label");
  web_close(h);
  web_open(h, "textarea");
  web_attr_text(h, "id", "text");
  web_attr_text(h, "name", "text");
  web_attr_text(h, "rows", "12");
  web_attr_text(h, "dir", "auto");
  web_flag(h, "required");
  web_closed(h);
  buf_add_char(h->out, '\n'); /* a first line feed is not part of the value */
  web_lines(h, text);
  web_close(h);
  web_open(h, "button");
  web_words(h, "read.button");
  web_close(h);
  web_close(h);
}

static frame paste_frame(exchange *x) { return (frame){.title = word_of(x, "read.title"), .section = "read"}; }

void page_paste(exchange *x) {
  frame f = paste_frame(x);
  web made = page_begin(x, &f), *h = &made;
  web_element_words(h, "h1", NULL, "read.title");
  web_element_words(h, "p", "lead", "read.lead");
  paste_form(h, word_of(x, "read.example"));
  page_end(h, &f);
}

static void draw_article_read(web *h, const tree *page, const tree *article, isnad_slice text, double place) {
  marked_text m = {.text = text, .said = article, .parts = tree_get(page, "parts"), .article = place};
  isnad_slice headline = tree_text(tree_get(article, "headline"), "text");
  web_open_class(h, "article", "report-page");
  web_open(h, "h2");
  web_attr_text(h, "dir", "auto");
  if (headline.length > 0)
    web_text(h, headline);
  else
    web_words(h, "read.article");
  web_close(h);
  facts(h, article, article);
  draw_marked(h, &m);
  draw_evidence(h, &m);
  web_close(h);
}

static isnad_status read_posted(const tree **out, exchange *x, isnad_slice body) {
  isnad_record *record = isnad_arena_alloc(x->arena, sizeof *record);
  isnad_input input = {.path = isnad_slice_of("posted"), .bytes = body, .standard_input = true};
  isnad_slice json = nothing;
  isnad_status status = record == NULL ? isnad_arena_fail(&x->err, x->arena, "serve") : isnad_read(record, x->arena, &input, &x->err);
  if (status == ISNAD_OK) status = isnad_record_json(&json, NULL, x->arena, record, &x->err);
  if (status == ISNAD_OK && (*out = tree_read(x->arena, json)) == NULL) status = isnad_arena_fail(&x->err, x->arena, "serve");
  return status;
}

/* The text of a form, or the body as it is. */
static bool posted_text(isnad_slice *out, exchange *x) {
  *out = x->body;
  if (!isnad_slice_starts(x->body_type, isnad_slice_of("application/x-www-form-urlencoded"))) return x->body.length > 0;
  const char *wrong = request_read_form(&x->ask, x->arena, x->body);
  *out = request_field(&x->ask, "text");
  return wrong == NULL && out->length > 0;
}

void page_read_posted(exchange *x) {
  const tree *record = NULL;
  isnad_slice body;
  if (!posted_text(&body, x)) {
    reply_problem(x, 400, "the text is empty, or is not UTF-8");
    return;
  }
  isnad_status status = read_posted(&record, x, body);
  if (status != ISNAD_OK) {
    reply_failure(x, status);
    return;
  }
  const tree *page = tree_get(record, "page");
  isnad_slice text = tree_text(page, "text");
  frame f = paste_frame(x);
  web made = page_begin(x, &f), *h = &made;
  web_element_words(h, "h1", NULL, "read.result");
  draw_legend(h);
  double place = 0;
  for (const tree *article = tree_item(tree_get(record, "articles"), 0); article != NULL; article = article->next, place += 1)
    draw_article_read(h, page, article, text.length > 0 ? text : body, place);
  web_element_words(h, "h2", NULL, "read.again");
  paste_form(h, nothing);
  page_end(h, &f);
}

/* A text with what was read in it marked: statements around names, figures, times and sources, each with its evidence. */
#include "serve/page.h"

#include <stdlib.h>
#include <string.h>

typedef enum mark_kind { MARK_SOURCE, MARK_TIME, MARK_FIGURE, MARK_NAME, MARK_QUOTE } mark_kind;

static const struct {
  const char *list, *class, *word;
} kinds[] = {[MARK_SOURCE] = {"sources", "m source", "source"},
             [MARK_TIME] = {"times", "m time", "time"},
             [MARK_FIGURE] = {"figures", "m figure", "figure"},
             [MARK_NAME] = {"names", "m name", "name"},
             [MARK_QUOTE] = {"quotes", "m quote", "quote"}};

typedef struct mark {
  mark_kind kind;
  isnad_span span;
  const tree *t;
} mark;

typedef struct mark_list {
  mark *items;
  size_t count;
} mark_list;

/* Outer ones first. */
static int by_place(const void *left, const void *right) {
  const mark *a = left, *b = right;
  if (a->span.begin != b->span.begin) return a->span.begin < b->span.begin ? -1 : 1;
  if (a->span.end != b->span.end) return a->span.end > b->span.end ? -1 : 1;
  return a->kind > b->kind ? -1 : a->kind < b->kind;
}

static void add_kind(mark_list *out, size_t room, const tree *said, mark_kind kind, size_t text_length) {
  for (const tree *t = tree_item(tree_get(said, kinds[kind].list), 0); t != NULL && out->count < room; t = t->next) {
    isnad_span span;
    if (tree_span(&span, t, "span") && span.begin < span.end && span.end <= text_length) out->items[out->count++] = (mark){kind, span, t};
  }
}

static bool read_marks(mark_list *out, isnad_arena *arena, const marked_text *m) {
  size_t room = 0;
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) room += tree_count(tree_get(m->said, kinds[i].list));
  *out = (mark_list){isnad_arena_array(arena, room + 1, sizeof *out->items), 0};
  if (out->items == NULL) return false;
  for (mark_kind kind = MARK_SOURCE; kind <= MARK_QUOTE; kind++) add_kind(out, room, m->said, kind, m->text.length);
  if (out->count > 1) qsort(out->items, out->count, sizeof *out->items, by_place);
  return true;
}

/* --- evidence in a line --- */

static void value_of(buf *out, web *h, const mark *m) {
  exchange *x = h->x;
  const tree *t = m->t;
  isnad_slice least = tree_text(t, "min"), most = tree_text(t, "max");
  switch (m->kind) {
  case MARK_NAME:
    buf_add_slice(out, word_behind(x, "type.", tree_text(t, "type")));
    buf_add_text(out, ": ");
    buf_add_slice(out, tree_text(t, "canonical"));
    break;
  case MARK_FIGURE:
    buf_add_slice(out, word_behind(x, "qualifier.", tree_text(t, "qualifier")));
    buf_add_char(out, ' ');
    buf_add_slice(out, least);
    if (!isnad_slice_equal(least, most)) {
      buf_add_char(out, ' ');
      buf_add_slice(out, word_of(x, "date.to"));
      buf_add_char(out, ' ');
      buf_add_slice(out, most);
    }
    buf_add_char(out, ' ');
    buf_add_slice(out, tree_text(t, "unit").length > 0 ? tree_text(t, "unit") : tree_text(t, "thing"));
    break;
  case MARK_TIME:
    buf_add_slice(out, when_words(x, t));
    break;
  case MARK_QUOTE:
    buf_add_slice(out, word_behind(x, "mode.", tree_text(t, "mode")));
    if (tree_text(tree_get(t, "speaker"), "canonical").length == 0) break;
    buf_add_text(out, ": ");
    buf_add_slice(out, tree_text(tree_get(t, "speaker"), "canonical"));
    break;
  case MARK_SOURCE:
    buf_add_slice(out, word_behind(x, "source.", tree_text(t, "kind")));
    if (tree_text(tree_get(t, "source"), "canonical").length == 0) break;
    buf_add_text(out, ": ");
    buf_add_slice(out, tree_text(tree_get(t, "source"), "canonical"));
    break;
  }
}

/* "name: person: X  [12,30) people.tsv:4". */
static isnad_slice evidence_of(web *h, const mark *m) {
  buf out = buf_new(h->x->arena, 128);
  buf_add_slice(&out, word_behind(h->x, "mark.", isnad_slice_of(kinds[m->kind].word)));
  buf_add_text(&out, " \xC2\xB7 ");
  value_of(&out, h, m);
  buf_printf(&out, " \xC2\xB7 [%u,%u) ", m->span.begin, m->span.end);
  buf_add_slice(&out, tree_text(m->t, "rule"));
  return buf_slice(&out);
}

/* --- drawing: marks nest; one that crosses the end of another is closed and opened anew --- */

enum { OPEN_MOST = 12 };

typedef struct marking {
  web *h;
  isnad_slice text;
  const mark_list *marks;
  size_t next; /* mark that opens next */
  const mark *open[OPEN_MOST];
  size_t depth;
} marking;

static void open_mark(marking *k, const mark *m, bool first) {
  web_open_class(k->h, "span", kinds[m->kind].class);
  if (first) web_attr_text(k->h, "tabindex", "0");
  web_attr(k->h, "data-ev", evidence_of(k->h, m));
  k->open[k->depth++] = m;
}

/* Closes what ends at `at`, and what lies inside it; those that go on are opened again. */
static void close_ended(marking *k, size_t at) {
  size_t keep = 0, again_count = 0;
  const mark *again[OPEN_MOST];
  while (keep < k->depth && k->open[keep]->span.end > at) keep++;
  for (size_t i = keep; i < k->depth; i++)
    if (k->open[i]->span.end > at) again[again_count++] = k->open[i];
  while (k->depth > keep) {
    web_close(k->h);
    k->depth--;
  }
  for (size_t i = 0; i < again_count; i++) open_mark(k, again[i], false);
}

static size_t next_place(const marking *k, size_t at, size_t end) {
  size_t next = end;
  if (k->next < k->marks->count && k->marks->items[k->next].span.begin < next) next = k->marks->items[k->next].span.begin;
  for (size_t i = 0; i < k->depth; i++)
    if (k->open[i]->span.end < next) next = k->open[i]->span.end;
  return next > at ? next : at;
}

/* The text from `begin` to `end`, in whose marks no element stays open. */
static void draw_stretch(marking *k, size_t begin, size_t end) {
  size_t at = begin;
  while (k->next < k->marks->count && k->marks->items[k->next].span.end <= begin) k->next++;
  while (at < end) {
    close_ended(k, at);
    while (k->next < k->marks->count && k->marks->items[k->next].span.begin <= at) {
      const mark *m = &k->marks->items[k->next++];
      if (m->span.end > at && k->depth < OPEN_MOST) open_mark(k, m, true);
    }
    size_t next = next_place(k, at, end);
    if (next == at) next = end;
    web_text(k->h, isnad_slice_at(k->text, (isnad_span){(uint32_t)at, (uint32_t)next}));
    at = next;
  }
  for (size_t left = k->depth; left > 0; left--) web_close(k->h);
  k->depth = 0;
}

static const char *element_of(isnad_slice kind) { return isnad_slice_is(kind, "headline") || isnad_slice_is(kind, "embedded_headline") ? "h2" : "p"; }

static void draw_part(marking *k, const tree *part, isnad_span span) {
  isnad_slice kind = tree_text(part, "kind");
  bool body = isnad_slice_is(kind, "body") || isnad_slice_is(kind, "embedded_body");
  web_open_class(k->h, "div", body ? "part body" : "part aside");
  if (!body) web_element(k->h, "span", "kind", word_behind(k->h->x, "part.", kind));
  web_open(k->h, element_of(kind));
  web_attr_text(k->h, "dir", "auto");
  draw_stretch(k, span.begin, span.end);
  web_close(k->h);
  web_close(k->h);
}

void draw_marked(web *h, const marked_text *m) {
  mark_list marks;
  if (!read_marks(&marks, h->x->arena, m)) return;
  marking k = {.h = h, .text = m->text, .marks = &marks};
  web_open_class(h, "div", "page");
  for (const tree *part = tree_item(m->parts, 0); part != NULL; part = part->next) {
    isnad_span span;
    double article = -1;
    tree_number(&article, part, "article");
    if (m->article >= 0 && article != m->article) continue;
    if (tree_span(&span, part, "span") && span.end <= m->text.length) draw_part(&k, part, span);
  }
  web_close(h);
}

void draw_legend(web *h) {
  web_element_words(h, "p", "help", "article.legend");
  web_open_class(h, "p", "legend");
  for (mark_kind kind = MARK_QUOTE + 1; kind-- > MARK_SOURCE;) {
    web_element(h, "span", kinds[kind].class, word_behind(h->x, "article.", isnad_slice_of(kinds[kind].list)));
    web_space(h);
  }
  web_close(h);
}

/* --- the table --- */

static void evidence_row(web *h, const marked_text *text, const mark *m) {
  enum { EXCERPT = 160 };
  isnad_slice words = isnad_slice_at(text->text, m->span);
  size_t length = words.length < EXCERPT ? words.length : EXCERPT;
  while (length < words.length && length > 0 && ((unsigned char)words.bytes[length] & 0xC0) == 0x80) length--;
  buf value = buf_new(h->x->arena, 64);
  value_of(&value, h, m);
  web_open(h, "tr");
  web_element(h, "td", NULL, word_behind(h->x, "mark.", isnad_slice_of(kinds[m->kind].word)));
  web_open(h, "td");
  web_foreign(h, (isnad_slice){words.bytes, length});
  if (length < words.length) web_text(h, isnad_slice_of("\xE2\x80\xA6"));
  web_close(h);
  web_open(h, "td");
  web_foreign(h, buf_slice(&value));
  web_close(h);
  web_open(h, "td");
  web_latin(h, isnad_arena_printf(h->x->arena, "[%u,%u)", m->span.begin, m->span.end));
  web_close(h);
  web_open(h, "td");
  web_latin(h, tree_text(m->t, "rule"));
  web_close(h);
  web_close(h);
}

void draw_evidence(web *h, const marked_text *m) {
  static const char *const columns[] = {"article.what", "article.words", "article.value", "article.place", "article.rule"};
  mark_list marks;
  if (!read_marks(&marks, h->x->arena, m) || marks.count == 0) return;
  web_open_class(h, "details", "twin");
  web_element_words(h, "summary", NULL, "article.evidence");
  page_table(h, "evidence", "article.evidence", columns, sizeof columns / sizeof columns[0]);
  web_open(h, "tbody");
  for (size_t i = 0; i < marks.count; i++) evidence_row(h, m, &marks.items[i]);
  web_close(h);
  web_close(h);
  web_close(h);
  web_close(h);
}

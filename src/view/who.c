/* One bearer of a name: spellings, offices, the articles that name it, what it said. */
#include "entity/entity.h"
#include "store/articles.h"
#include "store/quotes.h"
#include "view/sheet.h"
#include "view/title.h"
#include "view/tree.h"

#include <stdio.h>
#include <string.h>

enum { LABEL_WIDTH = 10, NAME_WIDTH = 17, OUTLET_WIDTH = 18, EXCERPT = 160, MOST_OTHERS = 8, DAY = 86400 };

/* One article that names the bearer. The text and the record are there when it quotes somebody under that name. */
typedef struct named_in {
  store_article article;
  isnad_slice text, local;
  const tree *said;
  uint64_t mentions;
} named_in;

typedef struct word_list {
  entity_words *items;
  size_t count;
} word_list;

typedef struct asking {
  sheet sheet;
  const entity_card *card;
  named_in *articles;
  size_t count;
  word_list spellings, offices, stories;
} asking;

/* Only pages on which it says something are read. */
static isnad_status load_said(asking *q, isnad_store *store, named_in *in, isnad_err *err) {
  isnad_slice json = {NULL, 0};
  bool quoted = false;
  isnad_status status = store_quoted(&quoted, store, in->article.id, in->local, err);
  if (status != ISNAD_OK || !quoted) return status;
  status = store_article_page(&json, &in->text, q->sheet.arena, store, in->article.capture, err);
  if (status == ISNAD_OK) in->said = tree_item(tree_get(tree_read(q->sheet.arena, json), "articles"), in->article.place);
  return status;
}

static isnad_status load(asking *q, isnad_store *store, isnad_err *err) {
  isnad_arena *arena = q->sheet.arena;
  entity_naming *namings = NULL;
  isnad_slice id = q->card->id;
  isnad_status status = entity_articles(&namings, &q->count, arena, store, q->card, err);
  if (status == ISNAD_OK && (q->articles = isnad_arena_array(arena, q->count + 1, sizeof *q->articles)) == NULL)
    status = isnad_arena_fail(err, arena, "view");
  for (size_t i = 0; status == ISNAD_OK && i < q->count; i++) {
    q->articles[i] = (named_in){.local = namings[i].local, .mentions = namings[i].mentions};
    status = store_article_get(&q->articles[i].article, arena, store, namings[i].article, err);
    if (status == ISNAD_OK) status = load_said(q, store, &q->articles[i], err);
  }
  if (status == ISNAD_OK) status = entity_spellings(&q->spellings.items, &q->spellings.count, arena, store, id, err);
  if (status == ISNAD_OK) status = entity_offices(&q->offices.items, &q->offices.count, arena, store, id, err);
  return status == ISNAD_OK ? entity_stories(&q->stories.items, &q->stories.count, arena, store, id, err) : status;
}

/* From the first to the last day on which an article said so. */
static isnad_interval days_of(const entity_words *w) {
  if (w->first == 0) return (isnad_interval){0, 0};
  int64_t last = w->last > w->first ? w->last : w->first;
  return (isnad_interval){w->first / DAY * DAY, last / DAY * DAY + DAY};
}

/* --- for people --- */

static void label(sheet *s, const char *word) {
  sheet_style_on(s, SHEET_DIM);
  sheet_printf(s, "%-*s", LABEL_WIDTH, word);
  sheet_style_off(s);
  sheet_printf(s, "  ");
}

static isnad_status head_line(asking *q) {
  sheet *s = &q->sheet;
  sheet_latin(s, q->card->type);
  sheet_printf(s, "  ");
  sheet_latin(s, q->card->id);
  if (q->card->country.length > 0) sheet_printf(s, "  ");
  sheet_latin(s, q->card->country);
  if (q->card->parent.length > 0) sheet_printf(s, "  of ");
  sheet_latin(s, q->card->parent);
  sheet_printf(s, "  %llu mentions in %llu articles  ", (unsigned long long)q->card->mentions, (unsigned long long)q->card->articles);
  sheet_style_on(s, SHEET_BOLD);
  sheet_words(s, q->card->canonical);
  return sheet_end(s);
}

static isnad_status spelling_line(asking *q, const entity_words *t) {
  label(&q->sheet, "spelling");
  sheet_printf(&q->sheet, "%5llu  ", (unsigned long long)t->times);
  sheet_words(&q->sheet, t->words);
  return sheet_end(&q->sheet);
}

static isnad_status office_line(asking *q, const entity_office *o) {
  sheet *s = &q->sheet;
  label(s, "office");
  sheet_printf(s, "%s..%s  %s  office_holders.tsv:%u", o->from != NULL ? o->from : "", o->to != NULL ? o->to : "", o->office,
               isnad_table_line(ISNAD_TABLE_OFFICE_HOLDERS, o->row));
  return sheet_end(s);
}

static isnad_status role_line(asking *q, const entity_words *w) {
  sheet *s = &q->sheet;
  label(s, "called");
  sheet_when(s, days_of(w));
  sheet_printf(s, "%5llu  ", (unsigned long long)w->times);
  sheet_cell(s, w->article, NAME_WIDTH);
  if (w->office.length > 0) sheet_latin(s, w->office);
  if (w->office.length > 0) sheet_printf(s, "  ");
  sheet_words(s, w->words);
  return sheet_end(s);
}

static isnad_status story_line(asking *q, const entity_words *w) {
  sheet *s = &q->sheet;
  label(s, "story");
  sheet_when(s, days_of(w));
  sheet_printf(s, "%5llu  ", (unsigned long long)w->times);
  sheet_latin(s, w->article);
  sheet_printf(s, "  ");
  sheet_words(s, w->words);
  return sheet_end(s);
}

static isnad_status article_line(asking *q, const named_in *in) {
  sheet *s = &q->sheet;
  label(s, "article");
  sheet_when(s, in->article.published);
  sheet_printf(s, "%5llu  ", (unsigned long long)in->mentions);
  sheet_cell(s, in->article.label, NAME_WIDTH);
  sheet_cell(s, article_outlet(&in->article), OUTLET_WIDTH);
  article_title(s, &in->article);
  return sheet_end(s);
}

static isnad_status statement_line(asking *q, const named_in *in, const tree *quote, isnad_span span) {
  sheet *s = &q->sheet;
  label(s, "said");
  sheet_when(s, in->article.published);
  sheet_cell(s, tree_text(quote, "mode"), 8);
  sheet_cell(s, in->article.label, NAME_WIDTH);
  sheet_printf(s, "[%u,%u)  ", span.begin, span.end);
  sheet_excerpt(s, isnad_slice_at(in->text, span), EXCERPT);
  return sheet_end(s);
}

/* --- for programs --- */

static isnad_status words_object(asking *q, const char *kind, const entity_words *t) {
  json_writer *w = &q->sheet.json;
  json_open_object(w);
  json_key_text(w, "is", kind);
  json_key_string(w, strcmp(kind, "story") == 0 ? "title" : "words", t->words);
  json_key_u64(w, strcmp(kind, "story") == 0 ? "reports" : "times", t->times);
  json_key_string(w, "office", t->office);
  json_key_string(w, strcmp(kind, "story") == 0 ? "story" : "article", t->article);
  sheet_json_when(&q->sheet, strcmp(kind, "role") == 0 ? "said" : "published", days_of(t), (isnad_slice){NULL, 0});
  if (t->span.begin < t->span.end) {
    json_key(w, "span");
    json_span(w, t->span);
  }
  json_close_object(w);
  return sheet_end(&q->sheet);
}

static isnad_status head_object(asking *q, const entity_card *card, const char *is) {
  json_writer *w = &q->sheet.json;
  json_open_object(w);
  json_key_text(w, "is", is);
  json_key_string(w, "entity", card->id);
  json_key_string(w, "canonical", card->canonical);
  json_key_string(w, "type", card->type);
  json_key_string(w, "country", card->country);
  json_key_string(w, "parent", card->parent);
  json_key_u64(w, "mentions", card->mentions);
  json_key_u64(w, "articles", card->articles);
  json_close_object(w);
  return sheet_end(&q->sheet);
}

static isnad_status office_object(asking *q, const entity_office *o) {
  char rule[64];
  json_writer *w = &q->sheet.json;
  snprintf(rule, sizeof rule, "office_holders.tsv:%u", isnad_table_line(ISNAD_TABLE_OFFICE_HOLDERS, o->row));
  json_open_object(w);
  json_key_text(w, "is", "office");
  json_key_text(w, "office", o->office);
  json_key_text(w, "person", o->person);
  if (o->from != NULL) json_key_text(w, "from", o->from);
  if (o->to != NULL) json_key_text(w, "to", o->to);
  json_key_text(w, "rule", rule);
  json_close_object(w);
  return sheet_end(&q->sheet);
}

static isnad_status article_object(asking *q, const named_in *in) {
  json_writer *w = &q->sheet.json;
  json_open_object(w);
  json_key_text(w, "is", "article");
  json_key_string(w, "article", in->article.label);
  sheet_json_when(&q->sheet, "published", in->article.published, in->article.basis);
  json_key_u64(w, "mentions", in->mentions);
  json_key_string(w, "headline", in->article.headline);
  json_close_object(w);
  return sheet_end(&q->sheet);
}

static isnad_status statement_object(asking *q, const named_in *in, const tree *quote, isnad_span span) {
  json_writer *w = &q->sheet.json;
  json_open_object(w);
  json_key_text(w, "is", "statement");
  json_key_string(w, "article", in->article.label);
  sheet_json_when(&q->sheet, "published", in->article.published, in->article.basis);
  json_key_string(w, "words", isnad_slice_at(in->text, span));
  json_key(w, "quote");
  json_raw(w, quote->raw);
  json_close_object(w);
  return sheet_end(&q->sheet);
}

/* --- both --- */

static isnad_status show_list(asking *q, const word_list *list, const char *is, isnad_status (*line)(asking *, const entity_words *)) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < list->count; i++)
    status = q->sheet.view->json ? words_object(q, is, &list->items[i]) : line(q, &list->items[i]);
  return status;
}

static isnad_status show_offices(asking *q) {
  entity_office office;
  isnad_status status = ISNAD_OK;
  for (uint32_t row = 0; status == ISNAD_OK && entity_next_office(&office, &row, q->card->id, (isnad_slice){NULL, 0});)
    status = q->sheet.view->json ? office_object(q, &office) : office_line(q, &office);
  return status == ISNAD_OK ? show_list(q, &q->offices, "role", role_line) : status;
}

static isnad_status show_statements(asking *q, const named_in *in) {
  isnad_status status = ISNAD_OK;
  for (const tree *t = tree_item(tree_get(in->said, "quotes"), 0); status == ISNAD_OK && t != NULL; t = t->next) {
    isnad_span span;
    if (!isnad_slice_equal(tree_text(tree_get(t, "speaker"), "entity"), in->local) || !tree_span(&span, t, "span")) continue;
    status = q->sheet.view->json ? statement_object(q, in, t, span) : statement_line(q, in, t, span);
  }
  return status;
}

static isnad_status show(asking *q) {
  bool json = q->sheet.view->json;
  isnad_status status = json ? head_object(q, q->card, "entity") : head_line(q);
  if (status == ISNAD_OK) status = show_list(q, &q->spellings, "spelling", spelling_line);
  if (status == ISNAD_OK) status = show_offices(q);
  if (status == ISNAD_OK) status = show_list(q, &q->stories, "story", story_line);
  for (size_t i = 0; status == ISNAD_OK && i < q->count; i++) status = json ? article_object(q, &q->articles[i]) : article_line(q, &q->articles[i]);
  for (size_t i = 0; status == ISNAD_OK && i < q->count; i++) status = show_statements(q, &q->articles[i]);
  return status;
}

/* --- an office instead of a name: who held it, by the table and by the articles --- */

static isnad_status holder_line(asking *q, const entity_office *o) {
  sheet *s = &q->sheet;
  if (s->view->json) return office_object(q, o);
  label(s, "holder");
  sheet_printf(s, "%s..%s  %s  %s  office_holders.tsv:%u", o->from != NULL ? o->from : "", o->to != NULL ? o->to : "", o->office, o->person,
               isnad_table_line(ISNAD_TABLE_OFFICE_HOLDERS, o->row));
  return sheet_end(s);
}

static isnad_status show_holders(asking *q, isnad_store *store, const char *office, isnad_err *err) {
  entity_office held;
  word_list told = {NULL, 0};
  isnad_slice id = isnad_slice_of(office);
  isnad_status status = entity_holders(&told.items, &told.count, q->sheet.arena, store, id, err);
  for (uint32_t row = 0; status == ISNAD_OK && entity_next_office(&held, &row, (isnad_slice){NULL, 0}, id);) status = holder_line(q, &held);
  return status == ISNAD_OK ? show_list(q, &told, "role", role_line) : status;
}

/* The other bearers of the name, so that nobody takes one for the other. */
static isnad_status show_others(asking *q, const entity_card *others, size_t count) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < count && i < MOST_OTHERS; i++) {
    if (q->sheet.view->json) {
      status = head_object(q, &others[i], "other");
      continue;
    }
    label(&q->sheet, "also");
    sheet_printf(&q->sheet, "%llu articles  ", (unsigned long long)others[i].articles);
    sheet_cell(&q->sheet, others[i].type, 12);
    sheet_words(&q->sheet, others[i].canonical);
    status = sheet_end(&q->sheet);
  }
  return status;
}

isnad_status isnad_view_who(isnad_store *store, isnad_slice name, const isnad_view *view, isnad_err *err) {
  asking q = {.card = NULL};
  entity_card *cards = NULL;
  size_t count = 0;
  isnad_status status = sheet_open(&q.sheet, view, err);
  const char *office = status == ISNAD_OK ? entity_office_named(q.sheet.arena, name, err) : NULL;
  if (status == ISNAD_OK) status = entity_find(&cards, &count, q.sheet.arena, store, name, err);
  if (status == ISNAD_OK && count > 0) {
    q.card = &cards[0];
    status = load(&q, store, err);
    if (status == ISNAD_OK) status = show(&q);
    if (status == ISNAD_OK) status = show_others(&q, cards + 1, count - 1);
  } else if (status == ISNAD_OK && office != NULL) {
    status = show_holders(&q, store, office, err);
  }
  return sheet_close(&q.sheet, status, "no article of the store names that");
}

/* One bearer of a name: spellings, offices, the articles that name it, what it said. */
#include "entity/entity.h"
#include "store/articles.h"
#include "view/sheet.h"
#include "view/title.h"
#include "view/tree.h"

#include <stdio.h>
#include <stdlib.h>

enum { LABEL_WIDTH = 10, NAME_WIDTH = 17, OUTLET_WIDTH = 18, EXCERPT = 160, MOST_TALLIES = 256, MOST_OTHERS = 8 };

/* Words and how often, with the first article that has them. */
typedef struct tally {
  isnad_slice words, article;
  isnad_interval first;
  uint64_t times;
} tally;

typedef struct tallies {
  tally items[MOST_TALLIES];
  size_t count;
} tallies;

/* One article that names the bearer. */
typedef struct named_in {
  store_article article;
  isnad_slice text;
  const tree *said;
  uint64_t mentions;
} named_in;

typedef struct asking {
  sheet sheet;
  const entity_card *card;
  named_in *articles;
  size_t count;
  tallies spellings, roles;
} asking;

static void count_words(tallies *t, isnad_slice words, const store_article *a) {
  for (size_t i = 0; i < t->count; i++) {
    if (!isnad_slice_equal(t->items[i].words, words)) continue;
    t->items[i].times++;
    return;
  }
  if (words.length > 0 && t->count < MOST_TALLIES) t->items[t->count++] = (tally){words, a->label, a->published, 1};
}

static bool is_ours(const asking *q, const tree *t) {
  if (!isnad_slice_equal(tree_text(t, "canonical"), q->card->canonical)) return false;
  isnad_slice id = tree_text(t, "entity");
  return q->card->id.length == 0 ? id.length > 0 && id.bytes[0] == '@' : isnad_slice_equal(id, q->card->id);
}

static void read_names(asking *q, named_in *in) {
  for (const tree *t = tree_item(tree_get(in->said, "names"), 0); t != NULL; t = t->next) {
    isnad_span span;
    if (!is_ours(q, t) || !tree_span(&span, t, "span")) continue;
    in->mentions++;
    if (isnad_slice_equal(tree_text(t, "form"), isnad_slice_of("name"))) count_words(&q->spellings, isnad_slice_at(in->text, span), &in->article);
    count_words(&q->roles, tree_text(tree_get(t, "role"), "text"), &in->article);
  }
}

static int by_times(const void *a, const void *b) {
  const tally *x = a, *y = b;
  if (x->times != y->times) return x->times > y->times ? -1 : 1;
  return isnad_slice_compare(x->words, y->words);
}

static isnad_status load(asking *q, isnad_store *store, isnad_err *err) {
  isnad_arena *arena = q->sheet.arena;
  int64_t *ids = NULL;
  isnad_status status = entity_articles(&ids, &q->count, arena, store, q->card, err);
  if (status == ISNAD_OK && (q->articles = isnad_arena_array(arena, q->count + 1, sizeof *q->articles)) == NULL)
    status = isnad_arena_fail(err, arena, "view");
  for (size_t i = 0; status == ISNAD_OK && i < q->count; i++) {
    named_in *in = &q->articles[i];
    isnad_slice json = {NULL, 0};
    status = store_article_get(&in->article, arena, store, ids[i], err);
    if (status == ISNAD_OK) status = store_article_page(&json, &in->text, arena, store, in->article.capture, err);
    if (status != ISNAD_OK) break;
    in->said = tree_item(tree_get(tree_read(arena, json), "articles"), in->article.place);
    read_names(q, in);
  }
  if (q->spellings.count > 1) qsort(q->spellings.items, q->spellings.count, sizeof *q->spellings.items, by_times);
  return status;
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
  sheet_latin(s, q->card->id.length > 0 ? q->card->id : isnad_slice_of("-"));
  sheet_printf(s, "  %llu mentions in %llu articles  ", (unsigned long long)q->card->mentions, (unsigned long long)q->card->articles);
  sheet_style_on(s, SHEET_BOLD);
  sheet_words(s, q->card->canonical);
  return sheet_end(s);
}

static isnad_status spelling_line(asking *q, const tally *t) {
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

static isnad_status role_line(asking *q, const tally *t) {
  sheet *s = &q->sheet;
  label(s, "called");
  sheet_when(s, t->first);
  sheet_printf(s, "%5llu  ", (unsigned long long)t->times);
  sheet_cell(s, t->article, NAME_WIDTH);
  sheet_words(s, t->words);
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

static isnad_status tally_object(asking *q, const char *kind, const tally *t) {
  json_writer *w = &q->sheet.json;
  json_open_object(w);
  json_key_text(w, "is", kind);
  json_key_string(w, "words", t->words);
  json_key_u64(w, "times", t->times);
  json_key_string(w, "article", t->article);
  sheet_json_when(&q->sheet, "published", t->first, (isnad_slice){NULL, 0});
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

static isnad_status show_offices(asking *q) {
  entity_office office;
  isnad_status status = ISNAD_OK;
  for (uint32_t row = 0; status == ISNAD_OK && entity_next_office(&office, &row, q->card->id);)
    status = q->sheet.view->json ? office_object(q, &office) : office_line(q, &office);
  for (size_t i = 0; status == ISNAD_OK && i < q->roles.count; i++)
    status = q->sheet.view->json ? tally_object(q, "role", &q->roles.items[i]) : role_line(q, &q->roles.items[i]);
  return status;
}

static isnad_status show_statements(asking *q, const named_in *in) {
  isnad_status status = ISNAD_OK;
  for (const tree *t = tree_item(tree_get(in->said, "quotes"), 0); status == ISNAD_OK && t != NULL; t = t->next) {
    isnad_span span;
    if (!is_ours(q, tree_get(t, "speaker")) || !tree_span(&span, t, "span")) continue;
    status = q->sheet.view->json ? statement_object(q, in, t, span) : statement_line(q, in, t, span);
  }
  return status;
}

static isnad_status show(asking *q) {
  bool json = q->sheet.view->json;
  isnad_status status = json ? head_object(q, q->card, "entity") : head_line(q);
  for (size_t i = 0; status == ISNAD_OK && i < q->spellings.count; i++)
    status = json ? tally_object(q, "spelling", &q->spellings.items[i]) : spelling_line(q, &q->spellings.items[i]);
  if (status == ISNAD_OK) status = show_offices(q);
  for (size_t i = 0; status == ISNAD_OK && i < q->count; i++) status = json ? article_object(q, &q->articles[i]) : article_line(q, &q->articles[i]);
  for (size_t i = 0; status == ISNAD_OK && i < q->count; i++) status = show_statements(q, &q->articles[i]);
  return status;
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
  if (status == ISNAD_OK) status = entity_find(&cards, &count, q.sheet.arena, store, name, err);
  if (status == ISNAD_OK && count > 0) {
    q.card = &cards[0];
    status = load(&q, store, err);
    if (status == ISNAD_OK) status = show(&q);
    if (status == ISNAD_OK) status = show_others(&q, cards + 1, count - 1);
  }
  return sheet_close(&q.sheet, status, "no article of the store names that");
}

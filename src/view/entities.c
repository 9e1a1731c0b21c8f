/* Entities as JSON lines: spellings with counts, offices as articles gave them, and the articles that name each. */
#include "entity/entity.h"
#include "store/articles.h"
#include "view/lists.h"
#include "view/sheet.h"

typedef struct exporting {
  sheet sheet;
  isnad_arena *scratch; /* of one entity */
  isnad_store *store;
  isnad_status status;
} exporting;

static isnad_status spellings(exporting *e, const entity_card *card) {
  entity_words *items = NULL;
  size_t count = 0;
  json_writer *w = &e->sheet.json;
  isnad_status status = entity_spellings(&items, &count, e->scratch, e->store, card->id, e->sheet.err);
  json_key(w, "spellings");
  json_open_array(w);
  for (size_t i = 0; i < count; i++) {
    json_open_object(w);
    json_key_string(w, "words", items[i].words);
    json_key_u64(w, "times", items[i].times);
    json_close_object(w);
  }
  json_close_array(w);
  return status;
}

static isnad_status offices(exporting *e, const entity_card *card) {
  entity_words *items = NULL;
  size_t count = 0;
  json_writer *w = &e->sheet.json;
  isnad_status status = entity_offices(&items, &count, e->scratch, e->store, card->id, e->sheet.err);
  if (count == 0) return status;
  json_key(w, "offices");
  json_open_array(w);
  for (size_t i = 0; i < count; i++) {
    json_open_object(w);
    json_key_string(w, "words", items[i].words);
    json_key_string(w, "office", items[i].office);
    json_key_u64(w, "times", items[i].times);
    sheet_json_when(&e->sheet, "said", view_days_of(&items[i]), (isnad_slice){NULL, 0});
    json_key_string(w, "article", items[i].article);
    json_key_span(w, "span", items[i].span);
    json_close_object(w);
  }
  json_close_array(w);
  return status;
}

static isnad_status articles(exporting *e, const entity_card *card) {
  entity_naming *items = NULL;
  size_t count = 0;
  json_writer *w = &e->sheet.json;
  isnad_status status = entity_articles(&items, &count, e->scratch, e->store, card, e->sheet.err);
  json_key(w, "named_in");
  json_open_array(w);
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) {
    store_article a;
    status = store_article_get(&a, e->scratch, e->store, items[i].article, e->sheet.err);
    if (status != ISNAD_OK) break;
    json_open_object(w);
    json_key_string(w, "article", a.label);
    json_key_string(w, "id", a.name);
    json_key_string(w, "as", items[i].local);
    json_key_u64(w, "mentions", items[i].mentions);
    json_close_object(w);
  }
  json_close_array(w);
  return status;
}

static bool entity_object(void *context, const entity_card *card) {
  exporting *e = context;
  json_writer *w = &e->sheet.json;
  isnad_arena_reset(e->scratch);
  json_open_object(w);
  json_key_string(w, "entity", card->id);
  json_key_string(w, "type", card->type);
  json_key_string(w, "canonical", card->canonical);
  json_key_string(w, "country", card->country);
  json_key_string(w, "parent", card->parent);
  json_key_u64(w, "articles", card->articles);
  json_key_u64(w, "mentions", card->mentions);
  e->status = spellings(e, card);
  if (e->status == ISNAD_OK) e->status = offices(e, card);
  if (e->status == ISNAD_OK) e->status = articles(e, card);
  json_close_object(w);
  if (e->status == ISNAD_OK) e->status = sheet_end(&e->sheet);
  return e->status == ISNAD_OK;
}

isnad_status view_entities(isnad_store *store, const isnad_view *view, isnad_err *err) {
  exporting e = {.store = store, .status = ISNAD_OK};
  isnad_status status = sheet_open(&e.sheet, view, err);
  e.scratch = e.sheet.scratch;
  if (status == ISNAD_OK) status = entity_each(store, entity_object, &e, err);
  if (status == ISNAD_CANCELLED) status = e.status;
  return sheet_close(&e.sheet, status, "no article names anybody");
}

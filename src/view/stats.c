/* What the store holds in counts, and what in it needs a look. */
#include "store/trouble.h"

#include "view/sheet.h"

typedef struct count_row {
  const char *key, *words;
  uint64_t count;
} count_row;

isnad_status isnad_view_stats(isnad_store *store, const isnad_view *view, isnad_err *err) {
  sheet s;
  isnad_store_counts c = {0};
  isnad_status status = sheet_open(&s, view, err);
  if (status == ISNAD_OK) status = isnad_store_count(&c, store, err);
  const count_row rows[] = {{"captures", "captures", c.captures},
                            {"articles", "articles on them", c.articles},
                            {"dated", "articles whose date is known", c.dated},
                            {"outlets", "outlets", c.outlets},
                            {"citations", "citations of sources", c.citations},
                            {"names", "names of the tables", c.names},
                            {"passages", "pairs of articles that share passages", c.passages},
                            {"stories", "stories", c.stories},
                            {"edges", "steps of transmission", c.edges},
                            {"refusals", "inputs refused", c.refusals},
                            {"unwoven", "articles not yet taken into stories", c.unwoven}};
  if (view->json) json_open_object(&s.json);
  for (size_t i = 0; status == ISNAD_OK && i < sizeof rows / sizeof rows[0]; i++) {
    if (view->json) {
      json_key_u64(&s.json, rows[i].key, rows[i].count);
      continue;
    }
    sheet_printf(&s, "%10llu  %s", (unsigned long long)rows[i].count, rows[i].words);
    status = sheet_end(&s);
  }
  if (view->json) json_close_object(&s.json);
  if (status == ISNAD_OK && view->json) status = sheet_end(&s);
  return sheet_close(&s, status, "the store is empty");
}

/* --- the doctor --- */

static const struct {
  const char *key, *heading, *count;
} troubles[STORE_TROUBLES] = {{"damage", "damage of the file", NULL},
                              {"refused", "inputs that could not be read", "line"},
                              {"repaired", "captures whose bytes were repaired", "repairs"},
                              {"undated", "articles without a date", NULL},
                              {"no_outlet", "articles without an outlet", NULL},
                              {"dates_apart", "stories whose dates lie apart", "days"},
                              {"doubted", "credits that the text contradicts", NULL},
                              {"corrections", "items that correct an earlier one of their outlet", NULL}};

typedef struct visit {
  sheet sheet;
  store_trouble kind;
  size_t count; /* of this kind */
  isnad_status status;
} visit;

static void trouble_object(visit *v, const store_trouble_row *row) {
  json_writer *w = &v->sheet.json;
  json_open_object(w);
  json_key_text(w, "trouble", troubles[v->kind].key);
  json_key_string(w, "name", row->name);
  if (troubles[v->kind].count != NULL && row->count > 0) json_key_u64(w, troubles[v->kind].count, (uint64_t)row->count);
  json_key_string(w, "words", row->words);
  json_close_object(w);
}

static void trouble_line(visit *v, const store_trouble_row *row) {
  sheet *s = &v->sheet;
  sheet_printf(s, "  ");
  sheet_words(s, row->name);
  if (troubles[v->kind].count != NULL && row->count > 0) sheet_printf(s, "  %s %lld", troubles[v->kind].count, (long long)row->count);
  if (row->words.length == 0) return;
  sheet_printf(s, "  ");
  sheet_words(s, row->words);
}

static bool tell_trouble(void *context, const store_trouble_row *row) {
  visit *v = context;
  sheet *s = &v->sheet;
  v->status = ISNAD_OK;
  if (v->count++ == 0 && !s->view->json) {
    sheet_style_on(s, SHEET_BOLD);
    sheet_printf(s, "%s", troubles[v->kind].heading);
    v->status = sheet_end(s);
  }
  if (s->view->limit > 0 && v->count > s->view->limit) return true;
  if (s->view->json)
    trouble_object(v, row);
  else
    trouble_line(v, row);
  if (v->status == ISNAD_OK) v->status = sheet_end(s);
  return v->status == ISNAD_OK;
}

static isnad_status tell_kind(visit *v, isnad_store *store, store_trouble kind, isnad_err *err) {
  v->kind = kind;
  v->count = 0;
  isnad_status status = store_troubles(store, kind, tell_trouble, v, err);
  if (v->status != ISNAD_OK) return v->status;
  size_t limit = v->sheet.view->limit;
  if (status != ISNAD_OK || v->sheet.view->json || limit == 0 || v->count <= limit) return status;
  sheet_printf(&v->sheet, "  and %zu more", v->count - limit);
  return sheet_end(&v->sheet);
}

isnad_status isnad_view_doctor(isnad_store *store, const isnad_view *view, isnad_err *err) {
  visit v = {.status = ISNAD_OK};
  isnad_status status = sheet_open(&v.sheet, view, err);
  for (unsigned kind = 0; status == ISNAD_OK && kind < STORE_TROUBLES; kind++) status = tell_kind(&v, store, (store_trouble)kind, err);
  return sheet_close(&v.sheet, status, "nothing needs a look");
}

/* The lines of a timeline. */
#include "view/timeline/timeline_inside.h"
#include "view/title.h"

#include <stdio.h>
#include <stdlib.h>

enum { OUTLET_WIDTH = 18, NAME_WIDTH = 17, TOLD_WIDTH = 30, TOLD_ROOM = 64 };

static isnad_slice outlet_of(const telling *t, const timeline_mention *m) {
  isnad_slice outlet = article_outlet(t->articles[m->report]);
  return outlet.length > 0 ? outlet : t->articles[m->report]->name;
}

/* "reported by 4, 2-3 origins", "recalled by 3, 1 origin". */
static void told_cell(sheet *s, const timeline_entry *e) {
  const timeline_mention *m = e->best;
  bool news = m->kind == TIMELINE_REPORTED;
  uint32_t least = news ? m->told_origins : e->origins, most = news ? m->told_possible : e->origins;
  char words[TOLD_ROOM];
  int length = snprintf(words, sizeof words, "%s by %u, ", news ? "reported" : "recalled", news ? m->told_reports : e->reports);
  if (least == most)
    snprintf(words + length, sizeof words - (size_t)length, "%u origin%s", least, least == 1 ? "" : "s");
  else
    snprintf(words + length, sizeof words - (size_t)length, "%u-%u origins", least, most);
  sheet_cell(s, isnad_slice_of(words), TOLD_WIDTH);
  if (news && e->recalled > 0) sheet_printf(s, "recalled by %u  ", e->recalled);
}

static isnad_status entry_line(telling *t, const timeline_entry *e) {
  sheet *s = &t->sheet;
  const timeline_mention *m = e->best;
  sheet_when(s, m->when);
  sheet_style_on(s, SHEET_DIM);
  sheet_cell(s, m->grain, 8);
  told_cell(s, e);
  sheet_cell(s, t->articles[m->report]->name, NAME_WIDTH);
  sheet_style_off(s);
  sheet_cell(s, outlet_of(t, m), OUTLET_WIDTH);
  sheet_words(s, isnad_slice_at(m->text, m->sentence->span));
  return sheet_end(s);
}

static void teller_object(telling *t, const timeline_mention *m) {
  json_writer *w = &t->sheet.json;
  json_open_object(w);
  json_key_string(w, "article", t->articles[m->report]->label);
  json_key_string(w, "id", t->articles[m->report]->name);
  json_key_string(w, "outlet", article_outlet(t->articles[m->report]));
  sheet_json_when(&t->sheet, "published", t->articles[m->report]->published, t->articles[m->report]->basis);
  if (m->time.begin < m->time.end) json_key_span(w, "time", m->time);
  json_key_span(w, "span", m->sentence->span);
  json_close_object(w);
}

static isnad_status entry_object(telling *t, const timeline *all, const timeline_entry *e) {
  json_writer *w = &t->sheet.json;
  const timeline_mention *m = e->best;
  bool news = m->kind == TIMELINE_REPORTED;
  json_open_object(w);
  sheet_json_when(&t->sheet, "when", m->when, (isnad_slice){NULL, 0});
  json_key_string(w, "precision", m->grain);
  json_key_text(w, "told", news ? "reported" : "recalled");
  json_key_string(w, "words", isnad_slice_at(m->text, m->sentence->span));
  json_key_string(w, "article", t->articles[m->report]->label);
  json_key_span(w, "span", m->sentence->span);
  json_key_string(w, "story", m->story);
  json_key_u64(w, "reports", news ? m->told_reports : e->reports);
  json_key(w, "origins");
  json_open_array(w);
  json_u64(w, news ? m->told_origins : e->origins);
  json_u64(w, news ? m->told_possible : e->origins);
  json_close_array(w);
  json_key_u64(w, "recalled_by", e->recalled);
  json_key(w, "tellers");
  json_open_array(w);
  for (uint32_t i = 0; i < e->count; i++) teller_object(t, all->order[e->first + i]);
  json_close_array(w);
  json_close_object(w);
  return sheet_end(&t->sheet);
}

/* News before what is recalled, then what most reports tell, then as they come. */
static int by_weight(const void *a, const void *b) {
  const timeline_entry *x = *(const timeline_entry *const *)a, *y = *(const timeline_entry *const *)b;
  if (x->best->kind != y->best->kind) return x->best->kind == TIMELINE_REPORTED ? -1 : 1;
  if (x->best->kind == TIMELINE_RECALLED && x->reports != y->reports) return x->reports > y->reports ? -1 : 1;
  return x < y ? -1 : x > y;
}

static int by_place(const void *a, const void *b) {
  const timeline_entry *x = *(const timeline_entry *const *)a, *y = *(const timeline_entry *const *)b;
  return x < y ? -1 : x > y;
}

/* The entries to show, in order of time: all, or as many as asked for, news first of all. */
static const timeline_entry **chosen(size_t *count, telling *t, const timeline *all) {
  const timeline_entry **out = isnad_arena_array(t->sheet.arena, all->count + 1, sizeof *out);
  size_t limit = t->sheet.view->limit;
  *count = all->count;
  for (size_t i = 0; out != NULL && i < all->count; i++) out[i] = &all->items[i];
  if (out == NULL || limit == 0 || limit >= all->count) return out;
  qsort(out, all->count, sizeof *out, by_weight);
  qsort(out, limit, sizeof *out, by_place);
  *count = limit;
  return out;
}

isnad_status timeline_show(telling *t) {
  timeline all;
  size_t count = 0;
  isnad_status status = timeline_gather(&all, t->sheet.arena, t->mentions, t->count, t->sheet.err);
  const timeline_entry **entries = status == ISNAD_OK ? chosen(&count, t, &all) : NULL;
  if (status == ISNAD_OK && entries == NULL) return isnad_arena_fail(t->sheet.err, t->sheet.arena, "view");
  for (size_t i = 0; status == ISNAD_OK && i < count; i++)
    status = t->sheet.view->json ? entry_object(t, &all, entries[i]) : entry_line(t, entries[i]);
  return status;
}

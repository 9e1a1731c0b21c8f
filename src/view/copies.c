/* Every report that shares text with one, the closest first. Of editions of one page also what was changed. */
#include "store/edges.h"

#include "store/packed.h"
#include "view/edition/editions.h"
#include "view/sheet.h"
#include "view/title.h"

typedef struct copying {
  sheet sheet;
  isnad_store *store;
  store_article of, other;
  store_copy *copies;
  size_t count;
} copying;

static bool is_kind(const store_copy *copy, const char *kind) { return isnad_slice_is(copy->kind, kind); }

/* --- several articles on one page: two or more that lie in different places of this one --- */

static const double whole = 0.8;

static isnad_span reach_of(const store_copy *copy) {
  isnad_span reach = {UINT32_MAX, 0};
  for (size_t i = 0; i < packed_passages(copy->spans); i++) {
    isnad_span span = packed_side(copy->spans, i, copy->own_first);
    if (span.begin < reach.begin) reach.begin = span.begin;
    if (span.end > reach.end) reach.end = span.end;
  }
  return reach;
}

static bool lies_in(const store_copy *copy) { return copy->other_share >= whole && (is_kind(copy, "shortened") || is_kind(copy, "embedded")); }

static bool one_of_several(const copying *c, const store_copy *copy) {
  isnad_span own = reach_of(copy);
  if (!lies_in(copy)) return false;
  for (size_t i = 0; i < c->count; i++) {
    isnad_span other = reach_of(&c->copies[i]);
    if (lies_in(&c->copies[i]) && (other.end <= own.begin || own.end <= other.begin)) return true;
  }
  return false;
}

static isnad_slice kind_of(const copying *c, const store_copy *copy) { return one_of_several(c, copy) ? isnad_slice_of("several") : copy->kind; }

/* --- one copy --- */

static isnad_status copy_line(copying *c, const store_copy *copy) {
  sheet *s = &c->sheet;
  isnad_slice kind = kind_of(c, copy);
  sheet_when(s, c->other.published);
  sheet_printf(s, "%-9.*s%4u words  %3.0f%% of it in the other, %3.0f%% of the other in it  ", (int)kind.length, kind.bytes, copy->matched,
               100 * copy->own_share, 100 * copy->other_share);
  sheet_style_on(s, SHEET_DIM);
  sheet_cell(s, c->other.name, 17);
  sheet_style_off(s);
  sheet_cell(s, article_outlet(&c->other), 18);
  sheet_style_on(s, SHEET_BOLD);
  article_title(s, &c->other);
  isnad_status status = sheet_end(s);
  if (status != ISNAD_OK || !is_kind(copy, "edition")) return status;
  edition e;
  status = edition_read(&e, s->arena, c->store, &c->of, &c->other, s->err);
  return status == ISNAD_OK ? edition_lines(s, &e) : status;
}

static isnad_status copy_object(copying *c, const store_copy *copy) {
  sheet *s = &c->sheet;
  json_writer *w = &s->json;
  isnad_status status = ISNAD_OK;
  json_open_object(w);
  json_key_string(w, "article", c->of.label);
  json_key_string(w, "other", c->other.label);
  json_key_string(w, "id", c->other.name);
  json_key_string(w, "kind", kind_of(c, copy));
  sheet_json_when(s, "published", c->other.published, c->other.basis);
  json_key_string(w, "outlet", article_outlet(&c->other));
  json_key_string(w, "headline", c->other.headline);
  json_key_u64(w, "matched", copy->matched);
  json_key_u64(w, "alike", copy->alike);
  json_key(w, "containment");
  json_open_array(w);
  json_fixed(w, copy->own_share, 4);
  json_fixed(w, copy->other_share, 4);
  json_close_array(w);
  edition e;
  if (is_kind(copy, "edition")) status = edition_read(&e, s->arena, c->store, &c->of, &c->other, s->err);
  if (is_kind(copy, "edition") && status == ISNAD_OK) edition_members(s, &e);
  json_close_object(w);
  return status == ISNAD_OK ? sheet_end(s) : status;
}

isnad_status isnad_view_copies(isnad_store *store, isnad_slice what, const isnad_view *view, isnad_err *err) {
  copying c = {.store = store};
  isnad_status status = sheet_open(&c.sheet, view, err);
  if (status == ISNAD_OK) status = store_article_find(&c.of, c.sheet.arena, store, what, err);
  if (status == ISNAD_OK) status = store_copies_of(&c.copies, &c.count, c.sheet.arena, store, c.of.id, err);
  for (size_t i = 0; status == ISNAD_OK && i < c.count; i++) {
    status = store_article_get(&c.other, c.sheet.arena, store, c.copies[i].other, err);
    if (status == ISNAD_OK) status = view->json ? copy_object(&c, &c.copies[i]) : copy_line(&c, &c.copies[i]);
  }
  return sheet_close(&c.sheet, status, "no other report shares a passage with it");
}

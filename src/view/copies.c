/* Every report that shares text with one, the closest first. */
#include "reuse/kind.h"
#include "store/articles.h"
#include "store/edges.h"

#include "view/graph.h"
#include "view/sheet.h"
#include "view/title.h"

static const char *kind_of(const store_article *a, const store_article *b, const store_copy *copy) {
  bool one_page = a->uri.length > 0 && isnad_slice_equal(a->uri, b->uri) && a->place == b->place;
  return reuse_kind_name(
      &(reuse_overlap){a->words, b->words, copy->matched, copy->own_share, copy->other_share, graph_is_bare(a), graph_is_bare(b), one_page});
}

static isnad_status copy_line(sheet *s, const store_article *of, const store_article *other, const store_copy *copy) {
  sheet_when(s, other->published);
  sheet_printf(s, "%-9s%4u words  %3.0f%% of it in the other, %3.0f%% of the other in it  ", kind_of(of, other, copy), copy->matched,
               100 * copy->own_share, 100 * copy->other_share);
  sheet_style_on(s, SHEET_DIM);
  sheet_cell(s, other->name, 17);
  sheet_style_off(s);
  sheet_cell(s, article_outlet(other), 18);
  sheet_style_on(s, SHEET_BOLD);
  article_title(s, other);
  return sheet_end(s);
}

static isnad_status copy_object(sheet *s, const store_article *of, const store_article *other, const store_copy *copy) {
  json_writer *w = &s->json;
  json_open_object(w);
  json_key_string(w, "article", of->label);
  json_key_string(w, "other", other->label);
  json_key_string(w, "id", other->name);
  json_key_text(w, "kind", kind_of(of, other, copy));
  sheet_json_when(s, "published", other->published, other->basis);
  json_key_string(w, "outlet", article_outlet(other));
  json_key_string(w, "headline", other->headline);
  json_key_u64(w, "matched", copy->matched);
  json_key_u64(w, "alike", copy->alike);
  json_key(w, "containment");
  json_open_array(w);
  json_fixed(w, copy->own_share, 4);
  json_fixed(w, copy->other_share, 4);
  json_close_array(w);
  json_close_object(w);
  return sheet_end(s);
}

isnad_status isnad_view_copies(isnad_store *store, isnad_slice what, const isnad_view *view, isnad_err *err) {
  sheet s;
  store_article article, other;
  store_copy *copies = NULL;
  size_t count = 0;
  isnad_status status = sheet_open(&s, view, err);
  if (status == ISNAD_OK) status = store_article_find(&article, s.arena, store, what, err);
  if (status == ISNAD_OK) status = store_copies_of(&copies, &count, s.arena, store, article.id, err);
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) {
    status = store_article_get(&other, s.arena, store, copies[i].other, err);
    if (status == ISNAD_OK) status = view->json ? copy_object(&s, &article, &other, &copies[i]) : copy_line(&s, &article, &other, &copies[i]);
  }
  return sheet_close(&s, status, "no other report shares a passage with it");
}

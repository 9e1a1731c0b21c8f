#include "view/pairing.h"

#include "reuse/kind.h"

static isnad_status load_notes(pairing_side *s, isnad_arena *arena, isnad_store *store, isnad_err *err) {
  isnad_slice record = {NULL, 0};
  isnad_status status = store_article_page(&record, &s->page, arena, store, s->article.capture, err);
  if (status != ISNAD_OK) return status;
  s->record = tree_read(arena, record);
  s->said = tree_item(tree_get(s->record, "articles"), s->article.place);
  s->names = tree_get(s->said, "names");
  s->figures = tree_get(s->said, "figures");
  return ISNAD_OK;
}

static isnad_status load(pairing_side *s, isnad_arena *arena, isnad_store *store, isnad_slice what, isnad_err *err) {
  isnad_status status = store_article_find(&s->article, arena, store, what, err);
  if (status == ISNAD_OK) status = held_text_of(&s->held, arena, store, s->article.id, err);
  if (status == ISNAD_OK) status = held_words(&s->text, arena, &s->held, err);
  return status == ISNAD_OK ? load_notes(s, arena, store, err) : status;
}

isnad_status pairing_read(pairing *out, isnad_arena *arena, isnad_store *store, isnad_slice a, isnad_slice b, isnad_err *err) {
  *out = (pairing){.kind = NULL};
  isnad_status status = load(&out->a, arena, store, a, err);
  return status == ISNAD_OK ? load(&out->b, arena, store, b, err) : status;
}

isnad_status pairing_load(pairing *out, isnad_arena *arena, isnad_store *store, isnad_slice a, isnad_slice b, isnad_err *err) {
  isnad_status status = pairing_read(out, arena, store, a, b, err);
  if (status == ISNAD_OK) status = reuse_judge(&out->verdict, arena, &out->a.text, &out->b.text, false, err);
  if (status == ISNAD_OK && out->verdict.count > 0)
    out->kind = reuse_kind(&out->verdict, &out->a.text, &out->b.text, out->a.held.page == out->b.held.page);
  return status;
}

isnad_span pairing_span(const pairing_side *s, uint32_t first, uint32_t last) {
  if (first >= last) return (isnad_span){0, 0};
  return (isnad_span){s->text.spans[first].begin + s->held.offset, s->text.spans[last - 1].end + s->held.offset};
}

isnad_slice pairing_words(const pairing_side *s, uint32_t first, uint32_t last) { return isnad_slice_at(s->page, pairing_span(s, first, last)); }

static bool touches(const tree *list, const char *key, isnad_span span) {
  isnad_span at;
  for (const tree *t = list != NULL ? list->first : NULL; t != NULL; t = t->next)
    if (tree_span(&at, t, key) && at.begin < span.end && span.begin < at.end) return true;
  return false;
}

const char *pairing_matter(const pairing *p, const diff_run *run) {
  isnad_span a = pairing_span(&p->a, run->a, run->a_end), b = pairing_span(&p->b, run->b, run->b_end);
  if (touches(p->a.figures, "number", a) || touches(p->b.figures, "number", b)) return "figure";
  return touches(p->a.names, "span", a) || touches(p->b.names, "span", b) ? "name" : NULL;
}

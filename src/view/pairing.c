#include "view/pairing.h"

#include "reuse/kind.h"

static isnad_status load_notes(pairing_side *s, isnad_arena *arena, isnad_store *store, isnad_err *err) {
  isnad_slice record = {NULL, 0};
  isnad_status status = store_article_page(&record, &s->page, arena, store, s->article.capture, err);
  if (status != ISNAD_OK) return status;
  const tree *said = tree_item(tree_get(tree_read(arena, record), "articles"), s->article.place);
  s->names = tree_get(said, "names");
  s->figures = tree_get(said, "figures");
  return ISNAD_OK;
}

static isnad_status load(pairing_side *s, isnad_arena *arena, isnad_store *store, isnad_slice what, isnad_err *err) {
  held_article held;
  isnad_status status = store_article_find(&s->article, arena, store, what, err);
  if (status == ISNAD_OK) status = held_by_id(&held, arena, store, s->article.id, err);
  if (status == ISNAD_OK) status = held_text_of(&s->held, arena, store, &held, err);
  if (status == ISNAD_OK) status = held_words(&s->text, arena, &s->held, err);
  return status == ISNAD_OK ? load_notes(s, arena, store, err) : status;
}

isnad_status pairing_load(pairing *out, isnad_arena *arena, isnad_store *store, isnad_slice a, isnad_slice b, isnad_err *err) {
  *out = (pairing){.kind = NULL};
  isnad_status status = load(&out->a, arena, store, a, err);
  if (status == ISNAD_OK) status = load(&out->b, arena, store, b, err);
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

typedef struct changes {
  diff_run *items;
  size_t count, room;
  isnad_arena *arena;
} changes;

static bool add_change(changes *c, const diff_run *run) {
  if (run->a == run->a_end && run->b == run->b_end) return true;
  if (c->count == c->room) {
    diff_run *more = isnad_arena_grow(c->arena, c->items, c->room, c->room * 2 + 16, sizeof *more);
    if (more == NULL) return false;
    c->items = more;
    c->room = c->room * 2 + 16;
  }
  c->items[c->count++] = *run;
  return true;
}

/* Passages are in the order of a; one that went to another place in b leaves nothing between it and the one before. */
isnad_status pairing_changes(diff_run **out, size_t *count, isnad_arena *arena, const pairing *p, isnad_err *err) {
  changes c = {.arena = arena};
  uint32_t a = 0, b = 0;
  bool added = true;
  for (size_t i = 0; added && i < p->verdict.count; i++) {
    const align_passage *passage = &p->verdict.passages[i];
    diff_run *runs = NULL;
    size_t run_count = 0;
    isnad_status status = diff_passage(&runs, &run_count, arena, p->a.text.words, p->b.text.words, passage, err);
    if (status != ISNAD_OK) return status;
    added = add_change(&c, &(diff_run){a, passage->a, b, passage->b > b ? passage->b : b, false});
    for (size_t r = 0; added && r < run_count; r++) added = runs[r].same || add_change(&c, &runs[r]);
    a = passage->a_end;
    if (passage->b_end > b) b = passage->b_end;
  }
  if (!added || !add_change(&c, &(diff_run){a, p->a.text.count, b, p->b.text.count, false})) return isnad_arena_fail(err, arena, "view");
  *out = c.items;
  *count = c.count;
  return ISNAD_OK;
}

#include "view/editions.h"

#include "view/pairing.h"

typedef struct edited {
  pairing pair; /* the earlier edition is a */
  diff_run *runs;
  size_t count;
} edited;

static isnad_status load(edited *out, isnad_arena *arena, isnad_store *store, const store_article *one, const store_article *other, isnad_err *err) {
  bool other_first = other->published.from < one->published.from;
  const store_article *first = other_first ? other : one, *second = other_first ? one : other;
  isnad_status status = pairing_load(&out->pair, arena, store, first->name, second->name, err);
  return status == ISNAD_OK ? pairing_changes(&out->runs, &out->count, arena, &out->pair, err) : status;
}

static isnad_status side_line(sheet *s, const pairing_side *of, uint32_t first, uint32_t last, char sign, const char *matter) {
  enum { EXCERPT = 300 };
  if (first == last) return ISNAD_OK;
  sheet_printf(s, "            %c ", sign);
  sheet_excerpt(s, pairing_words(of, first, last), EXCERPT);
  if (matter != NULL) sheet_printf(s, "   <- %s", matter);
  return sheet_end(s);
}

isnad_status edition_lines(sheet *s, isnad_store *store, const store_article *one, const store_article *other) {
  edited e = {.count = 0};
  isnad_status status = load(&e, s->arena, store, one, other, s->err);
  for (size_t i = 0; status == ISNAD_OK && i < e.count; i++) {
    const char *matter = pairing_matter(&e.pair, &e.runs[i]);
    status = side_line(s, &e.pair.a, e.runs[i].a, e.runs[i].a_end, '-', matter);
    if (status == ISNAD_OK) status = side_line(s, &e.pair.b, e.runs[i].b, e.runs[i].b_end, '+', matter);
  }
  return status;
}

isnad_status edition_members(sheet *s, isnad_store *store, const store_article *one, const store_article *other) {
  json_writer *w = &s->json;
  edited e = {.count = 0};
  isnad_status status = load(&e, s->arena, store, one, other, s->err);
  if (status != ISNAD_OK) return status;
  json_key_string(w, "earlier", e.pair.a.article.label);
  json_key(w, "changes");
  json_open_array(w);
  for (size_t i = 0; i < e.count; i++) {
    const char *matter = pairing_matter(&e.pair, &e.runs[i]);
    json_open_object(w);
    if (e.runs[i].a < e.runs[i].a_end) json_key_span(w, "out", pairing_span(&e.pair.a, e.runs[i].a, e.runs[i].a_end));
    if (e.runs[i].b < e.runs[i].b_end) json_key_span(w, "in", pairing_span(&e.pair.b, e.runs[i].b, e.runs[i].b_end));
    if (matter != NULL) json_key_text(w, "matter", matter);
    json_close_object(w);
  }
  json_close_array(w);
  return ISNAD_OK;
}

isnad_status edition_count(edition_counts *out, isnad_arena *arena, isnad_store *store, const store_article *one, const store_article *other,
                           isnad_err *err) {
  edited e = {.count = 0};
  *out = (edition_counts){.other_first = other->published.from < one->published.from};
  isnad_status status = load(&e, arena, store, one, other, err);
  out->changes = e.count;
  for (size_t i = 0; status == ISNAD_OK && i < e.count; i++) {
    const char *matter = pairing_matter(&e.pair, &e.runs[i]);
    out->figures += matter != NULL && matter[0] == 'f';
    out->names += matter != NULL && matter[0] == 'n';
  }
  return status;
}

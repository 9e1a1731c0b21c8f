/* Ministries told by their field alone: "said | the interior", of the ministry of the interior that the article names; "the planning, | the Iraqi
 * one,". The field is a word of every day: somebody must have said something, or be cited. */
#include "note/names/name_rows.h"
#include "note/names/names.h"
#include "note/word.h"

#include <string.h>

enum { MOST = 8 };

typedef struct ministry {
  isnad_slice field;
  uint32_t entity;
} ministry;

static bool is_colon(const name_finder *f, const note_unit *u, size_t at) {
  return at < u->last && f->tokens[at].kind == ISNAD_TOKEN_PUNCT && isnad_slice_equal(name_form(f, at), isnad_slice_of(":"));
}

/* "Said (f.)", right before the field or before the mark that opens; "according to", where that can be no "according to Egyptian culture". */
static bool is_cited(const name_finder *f, const note_unit *u, size_t at, bool sure) {
  if (at == u->first) return false;
  size_t before = at - 1;
  if (f->tokens[before].kind == ISNAD_TOKEN_QUOTE && before > u->first && f->tokens[at + 1].kind == ISNAD_TOKEN_QUOTE) before--;
  if (!name_word_at(f, u, before)) return false;
  if (name_is_verb(f, u, before)) return name_ends_with(f, before, LETTER_TEH);
  const isnad_phrase *cites = note_hit_at(u, before, ISNAD_TABLE_TRIGGERS);
  return sure && cites != NULL && f->tokens[before].length > 2 * WORD_LETTER && cites->first + cites->count == before + 1 &&
         isnad_triggers_rows[cites->row].form != ISNAD_TRIGGERS_FORM_NOUN;
}

/* A headline, or a line, that begins with who speaks. */
static bool speaks(const name_finder *f, const note_unit *u, size_t at, size_t end) { return at == u->first && is_colon(f, u, end); }

static bool is_ministry(const name_finder *f, const found_name *n) {
  if (n->type != ISNAD_NAME_ORGANIZATION || n->form != ISNAD_FORM_NAME || n->doubtful || n->last < n->first + 2) return false;
  const note_unit *u = name_is_definite(f, n->first + 1) ? name_unit_of(f, n->first) : NULL;
  if (u == NULL || !note_has_hit(u, n->first, ISNAD_TABLE_ORG_HEADS)) return false;
  uint32_t entity = name_entity_of(f, n);
  const isnad_organizations_row *row = entity == NO_ENTITY ? NULL : name_body_row(f->entities[entity].id);
  return row != NULL && row->kind == ISNAD_ORGANIZATIONS_KIND_MINISTRY;
}

/* One for each field, the last that is named of it; of two states it is nobody. */
static size_t collect(ministry out[MOST], const name_finder *f) {
  size_t count = 0;
  for (size_t i = 0; i < f->count; i++) {
    if (!is_ministry(f, &f->found[i])) continue;
    isnad_slice field = name_form(f, f->found[i].first + 1);
    uint32_t entity = name_entity_of(f, &f->found[i]);
    size_t k = 0;
    while (k < count && !isnad_slice_equal(out[k].field, field)) k++;
    if (k == MOST) break;
    if (k == count)
      out[count++] = (ministry){field, entity};
    else if (out[k].entity != entity)
      out[k].entity = NO_ENTITY;
  }
  return count;
}

static void add(name_finder *f, const note_unit *u, size_t at, size_t end, uint32_t entity) {
  found_name name = {.first = (uint32_t)at, .last = (uint32_t)end, .type = ISNAD_NAME_ORGANIZATION, .words = 1, .entity = NO_ENTITY};
  name.span = (isnad_span){f->tokens[at].span.begin, f->tokens[end - 1].span.end};
  name.rule = (isnad_rule){"named-before", ISNAD_TABLE_OUTLETS, 0};
  name_add(f, u, &name);
  if (!f->s->failed) f->found[f->count - 1].entity = entity;
}

/* The row of the body that is called "ministry of" and these tokens; NULL: none. */
static const isnad_organizations_row *row_of(const name_finder *f, size_t at, size_t end) {
  const isnad_organizations_row *any = name_body_row(isnad_slice_of("org.any.interior-ministry"));
  const char *blank = any == NULL ? NULL : strchr(any->name, ' ');
  isnad_slice words = isnad_slice_at(f->s->page->text, (isnad_span){f->tokens[at].span.begin, f->tokens[end - 1].span.end});
  isnad_tokens tokens;
  isnad_phrase hit;
  if (blank == NULL) return NULL;
  isnad_slice whole = isnad_arena_printf(f->s->arena, "%.*s %.*s", (int)(blank - any->name), any->name, (int)words.length, words.bytes);
  if (isnad_arabic_tokens(&tokens, f->s->arena, whole, NULL) != ISNAD_OK) return NULL;
  if (isnad_phrases_at(&hit, 1, &tokens, 0, 1u << ISNAD_TABLE_ORGANIZATIONS, 0) == 0 || hit.count < tokens.count) return NULL;
  return &isnad_organizations_rows[hit.row];
}

static uint32_t entity_of_row(name_finder *f, const isnad_organizations_row *row, size_t at) {
  isnad_slice id = isnad_slice_of(row->id);
  for (uint32_t e = 0; e < f->entity_count; e++)
    if (f->entities[e].merged == e && isnad_slice_equal(f->entities[e].id, id)) return e;
  found_name name = {.first = (uint32_t)at, .type = ISNAD_NAME_ORGANIZATION, .id = id, .canonical = isnad_slice_of(row->name), .entity = NO_ENTITY};
  f->found[f->count - 1] = name;
  return name_new_entity(f, (uint32_t)f->count - 1);
}

/* "The planning, | the Iraqi one": a nation in the feminine, as the ministry is. */
static bool of_state(name_finder *f, const note_unit *u, size_t at) {
  const isnad_phrase *nation = name_place_adjective(u, at + 1);
  if (nation == NULL || !name_is_definite(f, at + 1)) return false;
  size_t end = at + 1 + nation->count;
  if (!name_ends_with(f, end - 1, LETTER_HEH) || !(is_cited(f, u, at, !name_ends_with(f, at, LETTER_HEH)) || speaks(f, u, at, end))) return false;
  const isnad_organizations_row *row = row_of(f, at, end);
  if (row == NULL || row->kind != ISNAD_ORGANIZATIONS_KIND_MINISTRY) return false;
  add(f, u, at, end, NO_ENTITY);
  if (f->s->failed) return false;
  found_name added = f->found[f->count - 1];
  added.entity = entity_of_row(f, row, at);
  f->found[f->count - 1] = added;
  return true;
}

static void read(name_finder *f, const note_unit *u, size_t at, const ministry *named, size_t count) {
  size_t end = at + 1;
  bool described = name_word_at(f, u, end) && name_is_definite(f, end);
  if (described && of_state(f, u, at)) return;
  for (size_t i = 0; i < count && !described; i++) {
    if (named[i].entity == NO_ENTITY || !isnad_slice_equal(named[i].field, name_form(f, at))) continue;
    if (is_cited(f, u, at, true) || speaks(f, u, at, end)) add(f, u, at, end, named[i].entity);
    return;
  }
}

void name_ministries(name_finder *f) {
  ministry named[MOST];
  size_t count = collect(named, f);
  for (size_t i = 0; i < f->s->unit_count; i++) {
    const note_unit *u = &f->s->units[i];
    for (size_t at = u->first; at + 1 < u->last && !f->s->failed; at++) {
      if (count == 0) at = note_next_of(u, at + 1, 1u << ISNAD_TABLE_PLACES) - 1; /* only a nation behind the field tells it */
      if (at + 1 < u->last && name_state(f, u, at) == NAME_FREE && name_word_at(f, u, at) && name_is_definite(f, at)) read(f, u, at, named, count);
    }
  }
}

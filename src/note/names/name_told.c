/* What of the names found is told. */
#include "note/names/names.h"

/* A noun phrase is worth telling when it stands for a bearer who is named, or says an office; of bodies also what a table knows. */
static bool is_worth_telling(const name_finder *f, const found_name *n, uint32_t entity) {
  if (n->doubtful) return false;
  if (n->form == ISNAD_FORM_NAME) return true;
  if (n->type == ISNAD_NAME_PERSON) return entity != NO_ENTITY || (n->role.end > n->role.begin && !n->trade);
  if (entity == NO_ENTITY) return false;
  const name_entity *e = &f->entities[entity];
  return n->type == ISNAD_NAME_ORGANIZATION || e->row || f->found[e->longest].form == ISNAD_FORM_NAME;
}

/* One bearer is told once at a place: the longer mention comes first. */
static bool is_told_already(const name_finder *f, const found_name *n, uint32_t entity) {
  enum { NEAR = 8 };
  const note_scan *s = f->s;
  for (size_t i = s->name_count; entity != NO_ENTITY && i > 0 && s->name_count - i < NEAR; i--)
    if (s->names[i - 1].span.end > n->span.begin && isnad_slice_equal(s->names[i - 1].entity, f->entities[entity].id)) return true;
  return false;
}

void name_hand_over(name_finder *f) {
  for (size_t i = 0; i < f->count && !f->s->failed; i++) {
    const found_name *n = &f->found[i];
    uint32_t e = name_entity_of(f, n);
    if (!is_worth_telling(f, n, e) || is_told_already(f, n, e)) continue;
    isnad_name_note note = {.span = name_phrase_of(n),
                            .bare = n->span,
                            .type = n->type,
                            .form = n->form,
                            .role = n->trade ? (isnad_span){0, 0} : n->role,
                            .rule = n->rule};
    if (e != NO_ENTITY) {
      note.entity = f->entities[e].id;
      note.canonical = f->entities[e].canonical;
    }
    note_add_name(f->s, &note);
  }
}

/* What of the names found is told. */
#include "note/names/names.h"
#include "note/word.h"

#include <string.h>

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

/* "The commander of X, | general So-and-so", "the sovereign of Y, | king Z": a rank or style behind the office that is told before it is no office
 * more. */
static bool is_rank_behind_office(const name_finder *f, size_t i) {
  enum { NEAR = 4, COMMA = 4 };
  const found_name *n = &f->found[i];
  if (n->form != ISNAD_FORM_NAME || n->role.begin >= n->role.end || n->title == 0 || n->role.begin >= n->span.begin) return false;
  const isnad_titles_row *row = &isnad_titles_rows[n->title - 1];
  if (row->kind != ISNAD_TITLES_KIND_RANK && !name_title_is_style(row)) return false;
  for (size_t back = 1; back <= NEAR && back <= i; back++) {
    const found_name *office = &f->found[i - back];
    if (office->form != ISNAD_FORM_NOMINAL || office->type != ISNAD_NAME_PERSON || office->trade || office->role.begin >= office->role.end) continue;
    bool right = office->role.end <= n->role.begin && n->role.begin - office->role.end <= COMMA;
    return right && office->entity != NO_ENTITY && name_entity_of(f, office) == name_entity_of(f, n);
  }
  return false;
}

/* "The president", "the spokesman" for one whom the article named: his office again. A leader, a prince or a coach is called so for other things too.
 */
static bool is_office_again(const name_finder *f, const found_name *n, uint32_t entity) {
  static const char *const offices[] = {"president", "minister", "spokesman", "king", "ambassador", "governor", "chancellor", "prosecutor-general"};
  if (n->form != ISNAD_FORM_NOMINAL || n->type != ISNAD_NAME_PERSON || n->trade || n->title == 0 || entity == NO_ENTITY) return false;
  const isnad_titles_row *row = &isnad_titles_rows[n->title - 1];
  if (row->kind != ISNAD_TITLES_KIND_OFFICE || row->number != ISNAD_TITLES_NUMBER_S || row->office == NULL || !name_is_definite(f, n->first))
    return false;
  for (size_t i = 0; i < sizeof offices / sizeof offices[0]; i++)
    if (strcmp(row->office, offices[i]) == 0) return f->found[f->entities[entity].longest].form == ISNAD_FORM_NAME;
  return false;
}

/* The words of his office that are told of a bearer. */
static isnad_span role_of(const name_finder *f, size_t i, uint32_t entity) {
  const found_name *n = &f->found[i];
  if (n->trade || is_rank_behind_office(f, i)) return (isnad_span){0, 0};
  return n->role.end == n->role.begin && is_office_again(f, n, entity) ? n->span : n->role;
}

/* Whether the medium from which a line of its own takes the article («quoting from X») stands outside the sentences: it is named there too. */
static bool has_origin_apart(const name_finder *f) {
  const isnad_named *origin = &f->s->article->origin;
  if (origin->id.length == 0 || origin->span.end <= origin->span.begin || f->s->unit_count == 0) return false;
  isnad_slice before = {f->s->page->text.bytes, origin->span.begin};
  while (before.length > 0 && before.bytes[before.length - 1] == ' ') before.length--;
  if (!word_ends_in(before, LETTER_AIN, LETTER_NOON)) return false; /* "source: X" is furniture; "taken | from X" tells of it */
  for (size_t i = 0; i < f->s->unit_count; i++) {
    const note_unit *u = &f->s->units[i];
    if (u->last > u->first && origin->span.begin >= f->tokens[u->first].span.begin && origin->span.begin < f->tokens[u->last - 1].span.end)
      return false;
  }
  return true;
}

static void tell_origin(name_finder *f) {
  const isnad_named *origin = &f->s->article->origin;
  isnad_name_note note = {.span = origin->span, .bare = origin->span, .type = ISNAD_NAME_OUTLET, .form = ISNAD_FORM_NAME, .rule = origin->rule};
  note.entity = origin->id;
  note.canonical = origin->name;
  note_add_name(f->s, &note);
}

void name_hand_over(name_finder *f) {
  bool origin = has_origin_apart(f);
  for (size_t i = 0; i < f->count && !f->s->failed; i++) {
    const found_name *n = &f->found[i];
    uint32_t e = name_entity_of(f, n);
    if (!is_worth_telling(f, n, e) || is_told_already(f, n, e)) continue;
    isnad_name_note note = {.span = name_phrase_of(n), .bare = n->span, .type = n->type, .form = n->form, .role = role_of(f, i, e), .rule = n->rule};
    if (e != NO_ENTITY) {
      note.entity = f->entities[e].id;
      note.canonical = f->entities[e].canonical;
    }
    if (origin && note.span.begin > f->s->article->origin.span.begin) {
      tell_origin(f);
      origin = false;
    }
    note_add_name(f->s, &note);
  }
  if (origin && !f->s->failed) tell_origin(f);
}

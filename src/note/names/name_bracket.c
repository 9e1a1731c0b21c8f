/* «The film (Gladiator)», «the firm (X)», «the programme "X"»: a name in brackets, or of a medium in marks too, right behind the noun that says what
 * it is. Agencies write the names of other languages so. */
#include "note/names/names.h"

enum { LONGEST = 8, FREQUENT = 2500 };

static bool is_mark(const name_finder *f, size_t at, char mark) {
  isnad_slice form = name_form(f, at);
  return form.length == 1 && form.bytes[0] == mark;
}

/* The type of what the noun at `at` heads; *end: behind it. False: it heads no name. */
static bool headed_type(isnad_name_type *type, size_t *end, bool *medium, const note_unit *u, size_t at) {
  const isnad_phrase *head = note_hit_at(u, at, ISNAD_TABLE_ORG_HEADS), *outlet = note_hit_at(u, at, ISNAD_TABLE_HEADS);
  *medium = outlet != NULL &&
            (isnad_heads_rows[outlet->row].kind == ISNAD_HEADS_KIND_OUTLET || isnad_heads_rows[outlet->row].kind == ISNAD_HEADS_KIND_AGENCY);
  if (*medium) {
    *type = ISNAD_NAME_OUTLET;
    *end = outlet->first + outlet->count;
    return true;
  }
  if (head == NULL || isnad_org_heads_rows[head->row].takes == ISNAD_ORG_HEADS_TAKES_ADJ) return false;
  *end = head->first + head->count;
  switch (isnad_org_heads_rows[head->row].type) {
  case ISNAD_ORG_HEADS_TYPE_PRODUCT:
    *type = ISNAD_NAME_PRODUCT;
    return true;
  case ISNAD_ORG_HEADS_TYPE_FACILITY:
    *type = ISNAD_NAME_FACILITY;
    return true;
  case ISNAD_ORG_HEADS_TYPE_ORGANIZATION:
    *type = ISNAD_NAME_ORGANIZATION;
    return true;
  default:
    return false;
  }
}

/* Words that only describe: indefinite ones of every day ("an organisation (not governmental)"), or a clause of the narrator's. */
static bool is_description(const name_finder *f, const note_unit *u, size_t first, size_t last) {
  const isnad_phrase *title = note_hit_at(u, first, ISNAD_TABLE_TITLES); /* "the administration of (President X)" */
  if ((title != NULL && last > first + 1 && isnad_titles_rows[title->row].kind == ISNAD_TITLES_KIND_OFFICE) ||
      note_has_hit(u, first, ISNAD_TABLE_STOPS) || note_has_hit(u, first, ISNAD_TABLE_NUMBERS) || name_is_verb(f, u, first))
    return true;
  for (size_t at = first; at < last; at++) {
    if (f->tokens[at].kind != ISNAD_TOKEN_WORD) continue;
    if (name_is_definite(f, at) || isnad_arabic_frequency(f->tokens[at].hash) < FREQUENT) return false;
  }
  return true;
}

/* Where what opens at `open` closes; `open`: nowhere, or what is inside is no name. */
static size_t closing(const name_finder *f, const note_unit *u, size_t open, bool bracket) {
  size_t at = open + 1;
  for (; at < u->last && at <= open + LONGEST; at++) {
    bool word = f->tokens[at].kind == ISNAD_TOKEN_WORD || f->tokens[at].kind == ISNAD_TOKEN_NUMBER;
    if (!word && !is_mark(f, at, '.') && !is_mark(f, at, '-')) break;
  }
  bool closed = at < u->last && (bracket ? is_mark(f, at, ')') : f->tokens[at].kind == ISNAD_TOKEN_QUOTE);
  if (!closed || at == open + 1 || f->tokens[open + 1].kind != ISNAD_TOKEN_WORD || f->tokens[at - 1].kind == ISNAD_TOKEN_PUNCT) return open;
  return is_description(f, u, open + 1, at) ? open : at;
}

/* The row of a table that the words are. */
static void take_row(found_name *name, const note_unit *u) {
  const isnad_phrase *org = note_hit_at(u, name->first, ISNAD_TABLE_ORGANIZATIONS), *thing = note_hit_at(u, name->first, ISNAD_TABLE_THINGS);
  if (org != NULL && org->cut == 0 && org->first + org->count == name->last && name->type == ISNAD_NAME_ORGANIZATION) {
    name->id = isnad_slice_of(isnad_organizations_rows[org->row].id);
    name->canonical = isnad_slice_of(isnad_organizations_rows[org->row].name);
  } else if (thing != NULL && thing->cut == 0 && thing->first + thing->count == name->last && name->type == ISNAD_NAME_PRODUCT) {
    name->id = isnad_slice_of(isnad_things_rows[thing->row].id);
    name->canonical = isnad_slice_of(isnad_things_rows[thing->row].name);
  }
}

/* A noun of bodies, whose names in marks are read with it. */
static bool is_body_head(const note_unit *u, size_t at) {
  const isnad_phrase *head = note_hit_at(u, at, ISNAD_TABLE_ORG_HEADS);
  return head != NULL &&
         (isnad_org_heads_rows[head->row].takes == ISNAD_ORG_HEADS_TAKES_NAME || isnad_org_heads_rows[head->row].takes == ISNAD_ORG_HEADS_TAKES_ANY);
}

size_t name_bracketed(name_finder *f, const note_unit *u, size_t at) {
  isnad_name_type type;
  size_t open;
  bool medium;
  if (!headed_type(&type, &open, &medium, u, at)) return at;
  if (open >= u->last || f->tokens[open].kind == ISNAD_TOKEN_WORD || name_is_definite(f, open - 1)) return at;
  bool bracket = is_mark(f, open, '(');
  if (!bracket && !(medium && f->tokens[open].kind == ISNAD_TOKEN_QUOTE && !is_body_head(u, at))) return at;
  if (note_has_hit(u, at, ISNAD_TABLE_OUTLETS) || note_has_hit(u, open + 1, ISNAD_TABLE_OUTLETS)) return at; /* the table's to read */
  size_t close = closing(f, u, open, bracket);
  if (close == open) return at;
  found_name name = {.first = (uint32_t)open + 1, .last = (uint32_t)close, .type = type, .entity = NO_ENTITY};
  name.span = (isnad_span){f->tokens[open + 1].span.begin, f->tokens[close - 1].span.end};
  name.words = (uint8_t)(close - open - 1);
  name.rule = (isnad_rule){"in-brackets", ISNAD_TABLE_OUTLETS, 0};
  take_row(&name, u);
  name_add(f, u, &name);
  return close + 1;
}

/* "Manoeuvres that were called «the shield of the Gulf»": the name of an event or a thing in quotation marks, of the kind that the noun before tells.
 */
#include "note/names/names.h"

enum { LONGEST = 7, BEFORE = 8, NOUN = 10000, FEW = 50 };

/* The closing mark of a name whose opening mark stands at `open`; `open` when there is none. */
static size_t closing_mark(const name_finder *f, const note_unit *u, size_t open) {
  size_t at = open + 1;
  while (at < u->last && at <= open + LONGEST && (f->tokens[at].kind == ISNAD_TOKEN_WORD || f->tokens[at].kind == ISNAD_TOKEN_NUMBER)) at++;
  return at > open + 1 && at < u->last && f->tokens[at].kind == ISNAD_TOKEN_QUOTE ? at : open;
}

static bool ends_sentence(const name_finder *f, size_t at) {
  isnad_slice form = name_form(f, at);
  return f->tokens[at].kind == ISNAD_TOKEN_PUNCT && form.length == 1 && form.bytes[0] == '.';
}

/* What is called so: the noun of an event or a thing in front of the words that say it. Bodies are told by their own heads. */
typedef struct called {
  isnad_name_type type;
  isnad_rule rule;
} called;

static bool called_noun(called *out, const name_finder *f, const note_unit *u, size_t at) {
  for (size_t back = 1; back <= BEFORE && at >= u->first + back && !ends_sentence(f, at - back); back++) {
    const isnad_phrase *head = note_hit_at(u, at - back, ISNAD_TABLE_ORG_HEADS), *part = note_hit_at(u, at - back, ISNAD_TABLE_NAME_PARTS);
    if (name_has_role(u, at - back, ISNAD_NAME_PARTS_ROLE_UNDERTAKING)) {
      *out = (called){ISNAD_NAME_EVENT, {NULL, ISNAD_TABLE_NAME_PARTS, part->row}};
      return true;
    }
    if (head == NULL) continue;
    isnad_org_heads_type type = isnad_org_heads_rows[head->row].type;
    if (type != ISNAD_ORG_HEADS_TYPE_EVENT && type != ISNAD_ORG_HEADS_TYPE_PRODUCT) continue;
    *out = (called){type == ISNAD_ORG_HEADS_TYPE_EVENT ? ISNAD_NAME_EVENT : ISNAD_NAME_PRODUCT, {NULL, ISNAD_TABLE_ORG_HEADS, head->row}};
    return true;
  }
  return false;
}

/* The opening mark behind "called": at once, or behind a few words of which the last is "name" ("which the forecasters called | by the name of"). A
 * lone "name" opens nothing. `at` when there is none. */
static size_t opening_mark(const name_finder *f, const note_unit *u, size_t at) {
  enum { BETWEEN = 4, SHORT = 3 };
  const isnad_phrase *hit = note_hit_at(u, at, ISNAD_TABLE_NAME_PARTS);
  size_t open = hit->first + hit->count;
  if (hit->cut > 0 && hit->count == 1 && isnad_arabic_frequency(f->tokens[at].hash) > FEW) return at; /* "by the title of" */
  if (hit->count == 1 && f->tokens[at].length <= 2 * SHORT && isnad_arabic_frequency(f->tokens[at].hash) > NOUN) return at;
  if (open < u->last && f->tokens[open].kind == ISNAD_TOKEN_QUOTE) return open;
  for (size_t n = 0; n < BETWEEN && name_word_at(f, u, open); n++, open++)
    if (name_has_role(u, open, ISNAD_NAME_PARTS_ROLE_CALLED) && open + 1 < u->last && f->tokens[open + 1].kind == ISNAD_TOKEN_QUOTE) return open + 1;
  return at;
}

size_t name_called(name_finder *f, const note_unit *u, size_t at) {
  if (!name_has_role(u, at, ISNAD_NAME_PARTS_ROLE_CALLED)) return at;
  called what;
  size_t open = opening_mark(f, u, at), close = open > at ? closing_mark(f, u, open) : open;
  if (close == open || !called_noun(&what, f, u, at)) return at;
  found_name name = {.first = (uint32_t)open + 1, .last = (uint32_t)close, .type = what.type, .entity = NO_ENTITY};
  name.span = (isnad_span){f->tokens[open + 1].span.begin, f->tokens[close - 1].span.end};
  name.words = (uint8_t)(close - open - 1);
  name.rule = what.rule;
  const isnad_phrase *thing = note_hit_at(u, open + 1, ISNAD_TABLE_THINGS);
  if (thing != NULL && thing->cut == 0 && thing->first + thing->count == close) {
    name.id = isnad_slice_of(isnad_things_rows[thing->row].id);
    name.canonical = isnad_slice_of(isnad_things_rows[thing->row].name);
  }
  name_add(f, u, &name);
  return close + 1;
}

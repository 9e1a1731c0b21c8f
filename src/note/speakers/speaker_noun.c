/* Whom one definite noun of a body means where no words before it tell: the only body that the article names with that noun ("the observatory", of
 * "the Syrian observatory for human rights", who is named in full only behind it). It is asked when all is read. */
#include "note/sources/source_noun.h"
#include "note/speakers/speaker_bearing.h"

#include <string.h>

/* A body that the article names by more than the noun. */
static bool is_named_with(const note_scan *s, const isnad_name_note *name, isnad_slice head) {
  bool body = name->type == ISNAD_NAME_ORGANIZATION || name->type == ISNAD_NAME_FACILITY || name->type == ISNAD_NAME_OUTLET;
  if (!body || name->entity.length == 0 || memchr(name->canonical.bytes, ' ', name->canonical.length) == NULL) return false;
  return isnad_slice_equal(source_noun(s, name->span.begin), head);
}

/* "The police of Toronto": a town's or a province's own, in construct. */
static bool is_local(const note_scan *s, const isnad_name_note *name) {
  size_t first = source_token(s, name->span.begin), last = isnad_tokens_seek(&s->page->tokens, name->span.end);
  const note_unit *unit = note_unit_of(s, first);
  enum { MOST = 3 };
  if (unit == NULL || note_is_definite(s, unit, first) || last > first + MOST) return false;
  for (size_t at = first + 1; at < last && at < unit->last; at++)
    if (note_has_hit(unit, at, ISNAD_TABLE_PLACES) && !note_is_definite(s, unit, at)) return true;
  return false;
}

const isnad_name_note *speaker_named_with(const note_scan *s, isnad_slice head, bool local) {
  const isnad_name_note *found = NULL;
  for (size_t i = 0; i < s->name_count; i++) {
    const isnad_name_note *name = &s->names[i];
    if (!is_named_with(s, name, head) || (local && !is_local(s, name))) continue;
    if (found != NULL && !isnad_slice_equal(found->entity, name->entity)) return NULL; /* one of two */
    if (found == NULL || name->form == ISNAD_FORM_NAME) found = name;
  }
  return found;
}

/* A noun of which every state has its body: alone it means that of the state told of (source_state.c). */
bool speaker_is_of_state(const note_unit *unit, size_t at) {
  const isnad_phrase *head = note_hit_at(unit, at, ISNAD_TABLE_HEADS);
  return head != NULL && head->count == 1 && isnad_heads_rows[head->row].state != NULL;
}

/* "The police of Toronto", "the army of X": a name of the tables, or with a place in it. */
bool speaker_tells_where(const quote_scan *q, const note_unit *unit, size_t at, const isnad_name_note *name) {
  if (name->entity.length > 0 && name->entity.bytes[0] != '@') return true;
  for (size_t i = at + 1; i < unit->last && quote_token(q, i)->span.begin < name->span.end; i++)
    if (note_has_hit(unit, i, ISNAD_TABLE_PLACES)) return true;
  return false;
}

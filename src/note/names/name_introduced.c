/* What stands right before a person whose name may be in no table: a nation used as a noun ("won the Frenchwoman | So-and-so"). */
#include "note/names/names.h"

#include "arabic/letters.h"

/* "The Russians", "the Egyptian women": nobody alone. */
static bool is_plural(const name_finder *f, size_t at) { return name_ends_with(f, at, LETTER_NOON) || name_ends_with(f, at, LETTER_TEH); }

/* The nation describes the noun before it: "the newspaper | the French one". A title's bearer is told by the title. */
static bool describes(const name_finder *f, const note_unit *u, size_t at) {
  if (at == u->first || !name_word_at(f, u, at - 1)) return false;
  return name_is_definite(f, at - 1) || note_has_hit(u, at - 1, ISNAD_TABLE_ORG_HEADS) || note_has_hit(u, at - 1, ISNAD_TABLE_HEADS) ||
         note_has_hit(u, at - 1, ISNAD_TABLE_ORGANIZATIONS) || note_has_hit(u, at - 1, ISNAD_TABLE_OUTLETS) ||
         note_has_hit(u, at - 1, ISNAD_TABLE_PLACES);
}

bool name_is_introduced(const name_finder *f, const note_unit *u, size_t at) {
  if (at == u->first || !name_word_at(f, u, at - 1)) return false;
  size_t nation = at - 1;
  const isnad_phrase *adjective = name_place_adjective(u, nation);
  if (adjective == NULL || adjective->count > 1 || name_place(u, nation) != NULL) return false;
  return name_is_definite(f, nation) && !is_plural(f, nation) && !describes(f, u, nation);
}

/* Doubtful names in a list: "Omar Tariq | and Karim Hafiz", "the Houthis | and al-Qaeda": right beside a sure one of the same kind they are believed.
 */
#include "note/names/names.h"
#include "note/word.h"

/* `next` follows `n` behind "and" or a comma. */
static bool is_joined(const name_finder *f, const found_name *n, const found_name *next) {
  bool and = next->first == n->last && next->cut > 0 && word_letter_at(name_form(f, next->first), 0, LETTER_WAW);
  return and || (next->first == n->last + 1 && next->cut == 0 && name_is_comma(f, n->last));
}

static const isnad_organizations_row *row_of(const found_name *n) {
  bool listed = n->type == ISNAD_NAME_ORGANIZATION && n->rule.name == NULL && n->rule.table == ISNAD_TABLE_ORGANIZATIONS;
  return listed ? &isnad_organizations_rows[n->rule.row] : NULL;
}

static bool is_of_kind(const found_name *doubt, const found_name *sure) {
  if (sure->doubtful || sure->form != ISNAD_FORM_NAME || sure->type != doubt->type) return false;
  if (doubt->type == ISNAD_NAME_PERSON) return doubt->words > 1 && sure->words > 1;
  const isnad_organizations_row *row = row_of(doubt), *other = row_of(sure);
  return row != NULL && other != NULL && row->kind == other->kind && name_bears_itself(row) && row->kind != ISNAD_ORGANIZATIONS_KIND_COMPANY;
}

/* A word with the article behind it makes a common word of it: "and the base, | the popular one". */
static bool is_described(const name_finder *f, const found_name *n) {
  const note_unit *u = name_unit_of(f, n->first);
  if (u == NULL) return true;
  return n->type != ISNAD_NAME_PERSON && name_word_at(f, u, n->last) && name_is_definite(f, n->last) && name_place_adjective(u, n->last) == NULL;
}

static void believe_listed(name_finder *f, size_t i) {
  found_name *n = &f->found[i];
  if (!n->doubtful || (n->type != ISNAD_NAME_PERSON && n->type != ISNAD_NAME_ORGANIZATION)) return;
  const found_name *before = i > 0 ? n - 1 : NULL, *behind = i + 1 < f->count ? n + 1 : NULL;
  bool listed =
      (before != NULL && is_of_kind(n, before) && is_joined(f, before, n)) || (behind != NULL && is_of_kind(n, behind) && is_joined(f, n, behind));
  if (!listed || is_described(f, n)) return;
  n->doubtful = false;
  name_take(f, name_unit_of(f, n->first), n->first, n->last, NAME_TAKEN);
}

void name_listed(name_finder *f) {
  for (size_t i = 0; i < f->count; i++) believe_listed(f, i);
  for (size_t i = f->count; i > 0; i--) believe_listed(f, i - 1);
}

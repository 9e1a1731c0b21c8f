/* Who is nobody else: two men side by side who read like one ("informed | Salam | Aoun", of whom the article names Nawaf Salam and Joseph Aoun in
 * full), and who is introduced by his kin. */
#include "note/names/names.h"

static bool is_last_word(const name_finder *f, const found_name *full, isnad_slice word) {
  return full->type == ISNAD_NAME_PERSON && full->form == ISNAD_FORM_NAME && full->words > 1 && !full->doubtful && full->last > full->first + 1 &&
         isnad_slice_equal(name_form(f, full->last - 1), word);
}

/* Two tokens behind a verb of saying or meeting, whom no table knows; the first is no sure given name. */
static bool may_be_two(const name_finder *f, const found_name *n) {
  if (n->type != ISNAD_NAME_PERSON || n->form != ISNAD_FORM_NAME || n->doubtful || n->id.length > 0 || n->last != n->first + 2 || n->cut > 0)
    return false;
  const note_unit *u = name_unit_of(f, n->first);
  if (u == NULL || n->first == u->first) return false;
  size_t before = n->first - 1;
  if (!name_is_verb(f, u, before) && !name_has_role(u, before, ISNAD_NAME_PARTS_ROLE_MEETS)) return false;
  const isnad_phrase *given = note_hit_at(u, n->first, ISNAD_TABLE_GIVEN_NAMES);
  return given == NULL || isnad_given_names_rows[given->row].common != ISNAD_GIVEN_NAMES_COMMON_NO;
}

/* Whether another mention has both words, or two mentions have one each as their surname. */
static bool are_two(const name_finder *f, const found_name *pair) {
  isnad_slice first = name_form(f, pair->first), second = name_form(f, pair->last - 1);
  bool one = false, other = false;
  for (size_t i = 0; i < f->count; i++) {
    const found_name *full = &f->found[i];
    if (full == pair) continue;
    if (is_last_word(f, full, first)) one = true;
    if (is_last_word(f, full, second)) other = true;
    if (other && full->last > full->first + 1 && isnad_slice_equal(name_form(f, full->first), first) && is_last_word(f, full, second)) return false;
  }
  return one && other;
}

void name_pairs(name_finder *f) {
  size_t count = f->count;
  for (size_t i = 0; i < count && !f->s->failed; i++) {
    if (!may_be_two(f, &f->found[i]) || !are_two(f, &f->found[i])) continue;
    found_name second = f->found[i];
    const note_unit *u = name_unit_of(f, second.first);
    second.first = second.last - 1;
    second.span.begin = f->tokens[second.first].span.begin;
    second.role = (isnad_span){0, 0};
    second.title = second.place = 0;
    second.words = 1;
    f->found[i].last--;
    f->found[i].span.end = f->tokens[f->found[i].first].span.end;
    f->found[i].words = 1;
    name_add(f, u, &second);
  }
}

/* "Ahmad, | the son of Salih": whom the words introduce by his kin is nobody whom the article has named by that given name. */
bool name_is_kin(const name_finder *f, const found_name *name) {
  const note_unit *u = name->words == 1 ? name_unit_of(f, name->first) : NULL;
  if (u == NULL) return false;
  const isnad_phrase *kin = name->last + 1u < u->last && name_is_comma(f, name->last) ? note_hit_at(u, name->last + 1, ISNAD_TABLE_TITLES) : NULL;
  return kin != NULL && kin->cut == 0 && isnad_titles_rows[kin->row].kind == ISNAD_TITLES_KIND_KINSHIP;
}

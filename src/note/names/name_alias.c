/* Who is introduced by being named: "a man who is called | al-Qurtubi", "Mahmud Abu Zayd, known as | Shawkan". The word is a name whatever it is
 * else, and the article goes on to call him so. */
#include "note/names/names.h"
#include "note/word.h"

enum { SHORTEST = 3 * WORD_LETTER, FREQUENT = 9000 };

/* Somebody's name ends right before, or before a comma. */
static bool is_behind_person(const name_finder *f, size_t at) {
  if (f->count == 0) return false;
  const found_name *n = &f->found[f->count - 1];
  return n->type == ISNAD_NAME_PERSON && n->form == ISNAD_FORM_NAME && !n->doubtful &&
         (n->last == at || (n->last + 1 == at && name_is_comma(f, n->last)));
}

/* A word that stands for nothing else: no small word, verb, title, place or thing of a table. */
static bool may_name(const name_finder *f, const note_unit *u, size_t at, size_t cut) {
  enum { ELSE = 1u << ISNAD_TABLE_TITLES | 1u << ISNAD_TABLE_TIME_WORDS | 1u << ISNAD_TABLE_NUMBERS };
  if (!name_word_at(f, u, at) || (f->tokens[at].flags & ISNAD_TOKEN_ARABIC) == 0 || f->tokens[at].length < SHORTEST + cut || name_is_wall(f, u, at) ||
      name_is_verb(f, u, at))
    return false;
  return !name_has_table(u, at, ELSE) && name_place_adjective(u, at) == NULL && isnad_arabic_frequency(f->tokens[at].hash) < FREQUENT;
}

/* "Who claims" is written like "who is called" but for the dots; a firm or an app that is called so is nobody. */
static bool names_nobody(const name_finder *f, const note_unit *u, size_t at) {
  isnad_slice text = isnad_slice_at(f->s->page->text, f->tokens[at].span);
  return word_ends(text, LETTER_YEH) || (at > u->first && note_has_hit(u, at - 1, ISNAD_TABLE_ORG_HEADS)) ||
         (at > u->first + 1 && note_has_hit(u, at - 2, ISNAD_TABLE_ORG_HEADS));
}

/* "Known for | his stands": a noun of somebody's. */
static bool is_owned(const name_finder *f, size_t at) {
  isnad_slice text = isnad_slice_at(f->s->page->text, f->tokens[at].span);
  return word_ends(text, LETTER_HEH) || word_ends_in(text, LETTER_HEH, LETTER_ALEF) || name_bears_tanwin(f, at);
}

size_t name_alias(name_finder *f, const note_unit *u, size_t at) {
  bool named = name_has_role(u, at, ISNAD_NAME_PARTS_ROLE_NAMED), known = !named && name_has_role(u, at, ISNAD_NAME_PARTS_ROLE_KNOWN);
  if (!named && !known) return at;
  size_t next = at + 1, cut = known ? WORD_LETTER : 0;
  person_reading person;
  if (next >= u->last || !may_name(f, u, next, cut) || is_owned(f, next) || (named && names_nobody(f, u, at))) return at;
  if (known && (!word_letter_at(name_form(f, next), 0, LETTER_BEH) || !is_behind_person(f, at))) return at;
  if (named && name_person(&person, f, u, next, PERSON_TITLED)) return at;
  found_name name = {
      .first = (uint32_t)next, .last = (uint32_t)next + 1, .type = ISNAD_NAME_PERSON, .cut = (uint8_t)cut, .words = 1, .entity = NO_ENTITY};
  name.span = (isnad_span){cut > 0 ? isnad_token_source(&f->s->page->tokens, next, cut) : f->tokens[next].span.begin, f->tokens[next].span.end};
  name.rule = (isnad_rule){"called", ISNAD_TABLE_OUTLETS, 0};
  name_add(f, u, &name);
  return next + 1;
}

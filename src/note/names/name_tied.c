/* What a tie of a person's name ties: "bin" and a name, "abd" and "al-Rahman", "van der" and a name. */
#include "note/names/name_part.h"
#include "note/word.h"

#include "arabic/letters.h"

#include <string.h>

/* "Neymar | weeps": ya or ta before letters that the news has behind the other of the two as well, as only verbs are; an alef or waw behind it
 * may be a vowel of a foreign name. */
bool name_is_verb_of_two(const name_finder *f, const note_unit *u, size_t at) {
  enum { LETTER = 2, SHORTEST = 4 * LETTER, LONGEST = 24 };
  isnad_slice form = name_form(f, at);
  bool ya = word_letter_at(form, 0, LETTER_YEH), ta = word_letter_at(form, 0, LETTER_TEH);
  if (!(ya || ta) || form.length < SHORTEST || form.length > LONGEST || note_count(u, at) == 0) return false;
  if (word_letter_at(form, LETTER, LETTER_ALEF) || word_letter_at(form, LETTER, LETTER_WAW)) return false;
  char other[LONGEST];
  memcpy(other, form.bytes, form.length);
  unsigned letter = ya ? LETTER_TEH : LETTER_YEH;
  other[0] = (char)(0xC0 | letter >> 6);
  other[1] = (char)(0x80 | (letter & 0x3F));
  return isnad_arabic_frequency(isnad_token_hash((isnad_slice){other, form.length})) > 0;
}

/* "Aisha bin | Kalli", "Edwin van | der Sar": what is tied behind a sure given name, whatever the word, where nothing else explains it. */
static bool goes_between(const name_finder *f, const note_unit *u, const isnad_phrase *tie, size_t next) {
  enum { LETTER = 2, OFTEN_SEEN = 3000 };
  isnad_name_parts_role role = isnad_name_parts_rows[tie->row].role;
  if ((role != ISNAD_NAME_PARTS_ROLE_SON && role != ISNAD_NAME_PARTS_ROLE_PARTICLE) || tie->first == u->first || next != tie->first + tie->count)
    return false;
  if (!name_hit_uncut(u, tie->first - 1, ISNAD_TABLE_GIVEN_NAMES) || !name_word_at(f, u, next) || f->tokens[next].length < 2 * LETTER) return false;
  if (name_is_wall(f, u, next) || name_is_verb(f, u, next) || note_has_hit(u, next, ISNAD_TABLE_TITLES) || name_is_definite(f, next)) return false;
  if (note_has_hit(u, next, ISNAD_TABLE_TIME_WORDS) || isnad_arabic_proclitics(name_form(f, next)) > 0) return false;
  return isnad_arabic_frequency(f->tokens[next].hash) < OFTEN_SEEN;
}

/* What a tie ties: bin + name, abd + al-Rahman, van der + name. */
part name_tied(const name_finder *f, const note_unit *u, const isnad_phrase *tie, unsigned depth) {
  part none = {.kind = PART_NONE};
  size_t next = name_next(f, u, tie->first + tie->count - 1);
  isnad_name_parts_role role = isnad_name_parts_rows[tie->row].role;
  isnad_rule rule = {NULL, ISNAD_TABLE_NAME_PARTS, tie->row};
  isnad_slice word = isnad_slice_at(f->s->page->text, f->tokens[tie->first].span);
  if (role == ISNAD_NAME_PARTS_ROLE_KUNYA && word_letter_at(word, 0, LETTER_ALEF_MADDA)) return none;       /* "Abe", not "father of" */
  if (next >= u->last || depth > 2 || word_begins(name_form(f, next), LETTER_LAM, LETTER_LAM)) return none; /* "Shinzo Abe | for the" */
  if (role == ISNAD_NAME_PARTS_ROLE_ABD)
    return name_is_definite(f, next) && !name_hit_uncut(u, next, ISNAD_TABLE_STOPS) ? (part){PART_GIVEN, (uint32_t)next + 1, rule, false} : none;
  part behind = name_part_at(f, u, next, false, depth + 1);
  bool open =
      role == ISNAD_NAME_PARTS_ROLE_KUNYA || role == ISNAD_NAME_PARTS_ROLE_CLAN || (role == ISNAD_NAME_PARTS_ROLE_SON && name_is_definite(f, next));
  if (behind.kind == PART_NONE && open && name_word_at(f, u, next) && !name_is_wall(f, u, next) && !note_has_hit(u, next, ISNAD_TABLE_STOPS))
    behind = (part){PART_UNKNOWN, (uint32_t)next + 1, rule, false};
  bool sure = tie->count > 1 || isnad_arabic_frequency(f->tokens[next].hash) == 0; /* two particles together leave no doubt */
  if (behind.kind == PART_NONE && goes_between(f, u, tie, next)) behind = (part){PART_UNKNOWN, (uint32_t)next + 1, rule, false};
  bool verb = role == ISNAD_NAME_PARTS_ROLE_PARTICLE && name_word_at(f, u, next) && (name_is_verb(f, u, next) || name_is_verb_of_two(f, u, next));
  if (verb) return none; /* "Kim Yong Il | has reached", "if | So-and-so went on" */
  bool unseen = role == ISNAD_NAME_PARTS_ROLE_PARTICLE && name_word_at(f, u, next) && sure;
  if (behind.kind == PART_NONE && unseen && !name_ends_chain(f, u, next, false) && !name_is_definite(f, next)) /* "van der | Sypt" */
    behind = (part){PART_UNKNOWN, (uint32_t)next + 1, rule, false};
  if (behind.kind == PART_NONE || behind.kind == PART_BEHIND) return none;
  if (role == ISNAD_NAME_PARTS_ROLE_KUNYA && (behind.kind == PART_GIVEN || behind.kind == PART_FAMILY))
    return (part){PART_GIVEN, behind.last, rule, false};
  return (part){PART_TIED, behind.last, rule, false};
}

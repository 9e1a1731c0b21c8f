/* Clubs that are called by a common word or a town: what must stand around the word, in an article of matches, to make it the club. */
#include "note/names/names.h"
#include "note/word.h"

#include "arabic/letters.h"

/* "Beat | the Hilal", "the goal of | al-Ittihad", "the star of | al-Wahda", "before | al-Fath", "won over | al-Nasr". */
static bool is_led(const note_unit *u, size_t at) {
  enum { NEAR = 4 };
  for (size_t back = 1; back <= 2 && at >= u->first + back; back++)
    if (name_has_role(u, at - back, ISNAD_NAME_PARTS_ROLE_SPORT)) return true;
  if (at == u->first) return false;
  if (name_has_role(u, at - 1, ISNAD_NAME_PARTS_ROLE_TEAM) || name_has_role(u, at - 1, ISNAD_NAME_PARTS_ROLE_AGAINST) ||
      name_has_role(u, at - 1, ISNAD_NAME_PARTS_ROLE_BEATS))
    return true;
  bool over = name_has_role(u, at - 1, ISNAD_NAME_PARTS_ROLE_OVER);
  for (size_t back = 2; over && back <= NEAR && at >= u->first + back; back++)
    if (name_has_role(u, at - back, ISNAD_NAME_PARTS_ROLE_BEATS)) return true;
  return false;
}

/* "Al-Ahli | and al-Hilal": another club right before, by itself or behind "and". */
static bool is_listed(const name_finder *f, const note_unit *u, const isnad_phrase *hit) {
  const found_name *before = f->count > 0 ? &f->found[f->count - 1] : NULL;
  bool and = hit->cut == WORD_LETTER && word_letter_at(name_form(f, hit->first), 0, LETTER_WAW);
  if (before == NULL || before->doubtful || before->last != hit->first || !and || before->first < u->first) return false;
  return before->rule.name == NULL && before->rule.table == ISNAD_TABLE_ORGANIZATIONS &&
         isnad_organizations_rows[before->rule.row].kind == ISNAD_ORGANIZATIONS_KIND_CLUB;
}

/* An adjective behind a noun with the article: "the league, | the African one". */
static bool describes(const name_finder *f, const note_unit *u, size_t at) {
  bool adjective = name_place_adjective(u, at) != NULL;
  return adjective && at > u->first && name_word_at(f, u, at - 1) && name_is_definite(f, at - 1);
}

bool name_in_play(const name_finder *f, const note_unit *u, const isnad_phrase *hit) {
  if (name_club_at(f, u, hit->first) != hit) return false;
  const isnad_phrase *place = name_place(u, hit->first);
  if (place != NULL && place->count == hit->count && place->cut == hit->cut) return !name_place_before(f, u, hit);
  if (is_listed(f, u, hit)) return true;
  size_t next = hit->first + hit->count;
  if (hit->cut > 0 || describes(f, u, hit->first)) return false;
  if (name_word_at(f, u, next) && name_is_definite(f, next) && name_place_adjective(u, next) == NULL) return false;
  return is_led(u, hit->first) || name_has_role(u, next, ISNAD_NAME_PARTS_ROLE_AGAINST);
}

/* Clubs that are called by a common word or a town: what must stand around the word, in an article of matches, to make it the club. */
#include "note/names/names.h"
#include "note/word.h"

#include "arabic/letters.h"

#include <string.h>

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

/* "So-and-so (al-Ahli)", "(al-Nasr, Saudi Arabia)": the club of a player, in brackets right behind his name. */
static bool is_bracketed(const name_finder *f, const note_unit *u, const isnad_phrase *hit) {
  size_t open = hit->first - 1, next = hit->first + hit->count;
  const found_name *before = f->count > 0 ? &f->found[f->count - 1] : NULL;
  bool inside = hit->cut == 0 && hit->first > u->first && next < u->last && isnad_slice_equal(name_form(f, open), isnad_slice_of("("));
  if (!inside || before == NULL || before->type != ISNAD_NAME_PERSON || before->last != open) return false;
  return f->tokens[next].kind != ISNAD_TOKEN_WORD;
}

/* A word with the article behind the club describes its bearer ("al-Ahli, | the Saudi one") or makes the club's word a common one ("the crescent, |
 * the Shiite one", "the federation, | the Asian one"). */
static bool is_described(const name_finder *f, const note_unit *u, size_t next) {
  return name_word_at(f, u, next) && name_is_definite(f, next) && name_place_adjective(u, next) == NULL && !name_is_modifier(u, next);
}

/* "Al-Hilal won", "with al-Ahli": words (role `plays`) that in an article of matches are hardly anything but the club. */
static bool is_club_word(const name_finder *f, const note_unit *u, const isnad_phrase *hit) {
  size_t next = hit->first + hit->count;
  if (!name_has_role(u, hit->first, ISNAD_NAME_PARTS_ROLE_PLAYS) || name_is_whole_word(f, hit->first, hit->cut)) return false;
  bool adjective = hit->cut == 0 && hit->first > u->first && name_ends_with(f, hit->first, LETTER_YEH) && name_word_at(f, u, hit->first - 1) &&
                   name_is_definite(f, hit->first - 1); /* "the sector, | the private one" */
  bool nisba = is_described(f, u, next) && (name_ends_with(f, next, LETTER_YEH) || name_ends_with(f, next, LETTER_HEH));
  return !adjective && !nisba;
}

bool name_in_play(const name_finder *f, const note_unit *u, const isnad_phrase *hit) {
  if (name_club_at(f, u, hit->first) != hit) return false;
  if (is_club_word(f, u, hit) || is_bracketed(f, u, hit)) return true;
  const isnad_phrase *place = name_place(u, hit->first);
  if (place != NULL && place->count == hit->count && place->cut == hit->cut) return !name_place_before(f, u, hit);
  if (is_listed(f, u, hit)) return true;
  size_t next = hit->first + hit->count;
  if (hit->cut > 0 || describes(f, u, hit->first)) return false;
  if (is_described(f, u, next)) return false;
  return is_led(u, hit->first) || name_has_role(u, next, ISNAD_NAME_PARTS_ROLE_AGAINST);
}

static const isnad_organizations_row *club_row(const found_name *n) {
  if (n->type != ISNAD_NAME_ORGANIZATION || n->rule.name != NULL || n->rule.table != ISNAD_TABLE_ORGANIZATIONS) return NULL;
  const isnad_organizations_row *row = &isnad_organizations_rows[n->rule.row];
  return row->kind == ISNAD_ORGANIZATIONS_KIND_CLUB ? row : NULL;
}

/* Clubs of one league stand together: how often the article names clubs of a country beyond doubt. */
static size_t count_of_league(const name_finder *f, const char *country) {
  size_t count = 0;
  for (size_t i = 0; i < f->count; i++) {
    const isnad_organizations_row *row = f->found[i].doubtful ? NULL : club_row(&f->found[i]);
    count += row != NULL && strcmp(row->country, country) == 0;
  }
  return count;
}

void name_leagues(name_finder *f) {
  enum { LEAST = 3, FREQUENT = 17000 };
  const char *asked = NULL;
  bool enough = false;
  for (size_t i = 0; f->sport && i < f->count; i++) {
    found_name *n = &f->found[i];
    const isnad_organizations_row *row = n->doubtful && n->last == n->first + 1 ? club_row(n) : NULL;
    if (row == NULL || isnad_arabic_frequency(f->tokens[n->first].hash) > FREQUENT || !name_is_definite(f, n->first)) continue;
    const note_unit *u = name_unit_of(f, n->first);
    if (u == NULL || n->cut > 0 || name_state(f, u, n->first) == NAME_TAKEN || is_described(f, u, n->last)) continue;
    bool of_noun = n->first > u->first && name_word_at(f, u, n->first - 1) &&
                   (name_is_definite(f, n->first - 1) || name_hit_uncut(u, n->first - 1, ISNAD_TABLE_TITLES)); /* "the minister of | youth" */
    if (of_noun) continue;
    if (asked == NULL || strcmp(asked, row->country) != 0) {
      asked = row->country;
      enough = count_of_league(f, asked) >= LEAST;
    }
    if (!enough) continue;
    n->doubtful = false;
    name_take(f, u, n->first, n->last, NAME_TAKEN);
  }
}

/* Words of matches and players, one for every few dozen words and two at least. */
bool name_is_sport(const name_finder *f) {
  enum { LEAST = 2, EVERY = 60 };
  size_t words = 0, tokens = 0;
  for (size_t i = 0; i < f->s->unit_count; i++) {
    const note_unit *u = &f->s->units[i];
    for (size_t at = u->first; at < u->last; at++) words += name_has_role(u, at, ISNAD_NAME_PARTS_ROLE_SPORT);
    tokens += u->last - u->first;
  }
  return words >= LEAST && words * EVERY >= tokens;
}

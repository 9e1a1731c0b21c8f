/* Whom the words of an office tell of: the name behind them, its owner and his servant, a bearer between commas, or the office alone. */
#include "note/names/names.h"
#include "note/word.h"

#include "arabic/letters.h"

#include <string.h>

/* "His coach", "who is in charge of": told of somebody, a function beside his name. */
static bool is_function(const isnad_titles_row *row) { return row->kind == ISNAD_TITLES_KIND_NOMINAL && row->office != NULL; }

static bool is_office(const isnad_titles_row *row) {
  return row->kind == ISNAD_TITLES_KIND_OFFICE || row->kind == ISNAD_TITLES_KIND_RANK || row->kind == ISNAD_TITLES_KIND_PROFESSION ||
         is_function(row);
}

/* A trade ("the striker", "the actress") vouches for a name and is no role. One with a cell in the column `office` ("official") is its bearer's
 * beside his name; whose lawyer somebody is is told anywhere. */
static bool is_role(const isnad_titles_row *row, bool named, bool housed) {
  if (is_function(row)) return named;
  if (row->kind != ISNAD_TITLES_KIND_PROFESSION) return is_office(row);
  if (housed && row->office == NULL) return true; /* "professor of law | at the university of X" */
  if (row->office == NULL || strcmp(row->office, "player") == 0) return false;
  return named || strcmp(row->office, "lawyer") == 0;
}

/* "The coach of X, | So-and-so," "the coach of X, | the German So-and-so": a name of two words and more behind a comma. */
static bool bears_next(const name_finder *f, const note_unit *u, const title_reading *t) {
  enum { FAR = 3 };
  person_reading bearer;
  if (!is_office(t->row) || t->last >= u->last || !name_is_comma(f, t->last)) return false;
  for (size_t at = t->last + 1; at <= t->last + FAR && name_word_at(f, u, at) && name_is_led_to(f, u, t->last + 1, at); at++)
    if (name_person(&bearer, f, u, at, PERSON_BARE) && bearer.cut == 0 && !bearer.doubtful &&
        (bearer.words > 1 || (bearer.rule.name == NULL && bearer.last < u->last && name_is_comma(f, bearer.last))))
      return true;
  return false;
}

/* "The number is | likely to rise", "a mediator | for buying": indefinite, and of nothing that bears a name. */
static bool is_predicate(const name_finder *f, const title_reading *t) {
  bool candidate = t->row->takes == ISNAD_TITLES_TAKES_OF && !t->construct && !name_is_definite(f, t->first) && t->first + 1 < t->last &&
                   !word_begins(name_form(f, t->first + 1), LETTER_LAM, LETTER_LAM);
  isnad_slice form = name_form(f, t->first + 1), rest = {form.bytes + WORD_LETTER, form.length - WORD_LETTER};
  bool li = t->last > t->first + 1 && word_letter_at(form, 0, LETTER_LAM) && /* "of a committee" begins with a lam too */
            isnad_arabic_frequency(isnad_token_hash(rest)) > isnad_arabic_frequency(isnad_token_hash(form));
  bool vote = word_ends_in(form, LETTER_ALEF, LETTER_TEH); /* for "the elections" */
  return candidate && li && !vote && t->place == 0 && !t->named;
}

/* "Their shows, | the dancing ones": a trade in the feminine right behind a noun with a pronoun, or with the article and of that gender. */
static bool describes_noun(const name_finder *f, const note_unit *u, const title_reading *t) {
  enum { LETTER = 2, SHORTEST = 5 * LETTER };
  if (t->row->kind != ISNAD_TITLES_KIND_PROFESSION || t->row->gender != ISNAD_TITLES_GENDER_F || t->first == u->first) return false;
  size_t before = t->first - 1;
  if (!name_is_definite(f, t->first) || !name_word_at(f, u, before) || f->tokens[before].length < SHORTEST) return false;
  if (note_has_hit(u, before, ISNAD_TABLE_VERBS) || note_has_hit(u, before, ISNAD_TABLE_TITLES) || note_has_hit(u, before, ISNAD_TABLE_GIVEN_NAMES))
    return false;
  isnad_slice form = name_form(f, before);
  bool plural = word_ends_in(form, LETTER_ALEF, LETTER_TEH), one = word_ends(form, LETTER_HEH), hers = word_ends_in(form, LETTER_HEH, LETTER_ALEF);
  return hers || (name_is_definite(f, before) && (plural || one));
}

/* "Demanded a new | minister of defence", "a former | prime minister": an indefinite word that describes it behind a title without the article. */
static bool is_any_holder(const name_finder *f, const note_unit *u, const title_reading *t) {
  size_t last = t->last - 1;
  return !t->person && t->last > t->first + 1 && !name_is_definite(f, t->first) && !name_is_definite(f, last) && name_is_modifier(u, last) &&
         !name_is_definite(f, last - 1);
}

/* An office of somebody definite: the minister, the minister of war, governor of a town; "an American judge" is nobody. */
static bool stands_alone(const name_finder *f, const note_unit *u, const title_reading *t) {
  if (is_predicate(f, t) || describes_noun(f, u, t) || (is_any_holder(f, u, t) && !name_is_behind_name(f, u, t->first) && !bears_next(f, u, t)))
    return false;
  if (t->row->number != ISNAD_TITLES_NUMBER_S || !(t->complement || t->row->alone == ISNAD_TITLES_ALONE_YES)) return false;
  if (t->construct || name_is_definite(f, t->first) || t->row->kind == ISNAD_TITLES_KIND_NOMINAL || t->row->kind == ISNAD_TITLES_KIND_KINSHIP)
    return true;
  bool predicate = t->first + 2 < t->last && !name_is_definite(f, t->first + 1) && word_letter_at(name_form(f, t->first + 2), 0, LETTER_WAW) &&
                   !t->construct && t->place == 0; /* "is a good coach | and strives to" */
  if (!t->construct && !name_is_definite(f, t->first) && t->first + 1 < t->last && name_is_verb(f, u, t->first + 1)) return false;
  if (predicate || (!t->construct && !t->housed && name_hit_uncut(u, t->first + 1, ISNAD_TABLE_STOPS))) return false;       /* "a coach | who has" */
  bool any = t->first + 1 < t->last && name_place_adjective(u, t->first + 1) != NULL && !name_is_definite(f, t->first + 1); /* "a minister of X" */
  bool told = !any && (t->place > 0 || t->named || name_is_definite(f, t->last - 1));
  bool behind = name_is_behind_name(f, u, t->first); /* "So-and-so | trainer of al-Hilal" */
  if (behind && t->span.begin > f->tokens[t->first].span.begin) behind = f->found[f->count - 1].last == t->first;
  return t->complement && ((told && t->row->kind == ISNAD_TITLES_KIND_OFFICE) || (behind && is_office(t->row)) || (told && bears_next(f, u, t)));
}

/* "So-and-so, | the spokesman for Trump": the office with the one whom it serves. */
static void add_served(name_finder *f, const note_unit *u, const title_reading *t, const person_reading *owner) {
  bool definite = t->row->kind == ISNAD_TITLES_KIND_OFFICE && t->row->number == ISNAD_TITLES_NUMBER_S && (t->construct || t->complement);
  if (!definite || owner->doubtful || name_has_role(u, t->last - 1, ISNAD_NAME_PARTS_ROLE_CUP)) return;
  found_name name = {.first = t->first, .last = owner->last, .type = ISNAD_NAME_PERSON, .form = ISNAD_FORM_NOMINAL, .entity = NO_ENTITY};
  name.role = name.span = (isnad_span){t->span.begin, owner->span.end};
  name.title = t->row_index + 1;
  name.rule = (isnad_rule){NULL, ISNAD_TABLE_TITLES, t->row_index};
  name_add(f, u, &name);
}

/* "The adviser of Trump | for the national security | John Bolton", "the secretary of Saddam, | the private one": where what else tells the office
 * behind its owner ends. */
static size_t behind_owner(const name_finder *f, const note_unit *u, const title_reading *t, size_t at) {
  enum { MOST = 3 };
  if (!is_office(t->row) || t->row->number != ISNAD_TITLES_NUMBER_S) return at;
  size_t end = at;
  for (size_t words = 0; words < MOST && name_word_at(f, u, end) && name_is_definite(f, end); words++, end++)
    if (name_is_verb(f, u, end) || note_has_hit(u, end, ISNAD_TABLE_TIME_WORDS) || note_has_hit(u, end, ISNAD_TABLE_PEOPLE) ||
        (note_has_hit(u, end, ISNAD_TABLE_TITLES) && !name_is_modifier(u, end)))
      break;
  return end;
}

/* "The lawyer of Trump | Michael Cohen": whose office it is may follow the one by whom it is told. Returns where reading goes on. */
static size_t add_holder(name_finder *f, const note_unit *u, const title_reading *t, const person_reading *owner) {
  person_reading holder;
  size_t at = behind_owner(f, u, t, owner->last);
  bool found = name_word_at(f, u, at) && name_person(&holder, f, u, at, PERSON_BARE) && holder.cut == 0 && !holder.doubtful;
  if (!found || (at > owner->last && holder.words < 2)) {
    add_served(f, u, t, owner);
    return owner->last;
  }
  found_name name = name_of_person(&holder);
  if (is_office(t->row)) name.role = (isnad_span){t->span.begin, f->tokens[at - 1].span.end};
  name.trade = !is_role(t->row, true, t->housed);
  name.title = t->row_index + 1;
  name_add(f, u, &name);
  return holder.last;
}

/* One by whom somebody's office is told: the office does not vouch for his name ("an expert Russian" is no person). */
static size_t add_owner(name_finder *f, const note_unit *u, const title_reading *t) {
  person_reading owner;
  if (!name_person(&owner, f, u, t->name.first, PERSON_BARE) || owner.cut > 0 || (owner.words == 1 && owner.rule.name != NULL)) return t->last;
  found_name name = name_of_person(&owner);
  name_add(f, u, &name);
  return name.doubtful ? owner.last : add_holder(f, u, t, &owner);
}

/* "King | Salman": a short form of the table that holds the title too. */
static void take_titled_row(found_name *name, const note_unit *u, const title_reading *t) {
  const isnad_phrase *row = note_hit_at(u, t->first, ISNAD_TABLE_PEOPLE);
  if (row == NULL && name->first > t->first) row = note_hit_at(u, name->first - 1, ISNAD_TABLE_PEOPLE); /* "the duke of X | Prince William" */
  if (name->id.length > 0 || row == NULL || row->cut > 0 || row->first + row->count != name->last) return;
  name->id = isnad_slice_of(isnad_people_rows[row->row].id);
  name->canonical = isnad_slice_of(isnad_people_rows[row->row].name);
  name->rule = (isnad_rule){NULL, ISNAD_TABLE_PEOPLE, row->row};
}

/* "The stadium | of King Fahd": what is called after somebody tells no office of his. */
static bool is_called_after(const name_finder *f, const note_unit *u, const title_reading *t) {
  const char *office = t->row->office;
  if (t->first == u->first || office == NULL || (strcmp(office, "king") != 0 && strcmp(office, "emir") != 0)) return false;
  const isnad_phrase *head = note_hit_at(u, t->first - 1, ISNAD_TABLE_ORG_HEADS), *town = note_hit_at(u, t->first - 1, ISNAD_TABLE_PLACE_HEADS);
  bool facility = head != NULL && head->count == 1 && isnad_org_heads_rows[head->row].type == ISNAD_ORG_HEADS_TYPE_FACILITY &&
                  isnad_org_heads_rows[head->row].alone == ISNAD_ORG_HEADS_ALONE_NO;
  bool house = !name_is_definite(f, t->first - 1) && (name_has_role(u, t->first - 1, ISNAD_NAME_PARTS_ROLE_CUP) ||
                                                      name_has_role(u, t->first - 1, ISNAD_NAME_PARTS_ROLE_HOUSE)); /* "the cup", "the centre of" */
  return facility || house || (town != NULL && town->count == 1 && isnad_place_heads_rows[town->row].number == ISNAD_PLACE_HEADS_NUMBER_S);
}

/* "As | a president": what somebody is likened to, or could be. */
static bool is_likened(const name_finder *f, const title_reading *t) {
  return t->span.begin > f->tokens[t->first].span.begin && word_letter_at(name_form(f, t->first), 0, LETTER_KAF);
}

/* "To the post of | minister", "he held the post of | minister": what is held, and nobody who holds it. */
static bool is_post(const note_unit *u, const title_reading *t, const isnad_span first) {
  return t->first > u->first && t->span.begin == first.begin && name_has_role(u, t->first - 1, ISNAD_NAME_PARTS_ROLE_POST);
}

/* The «king» So-and-so: what somebody is called in marks. */
static bool is_nickname(const name_finder *f, const note_unit *u, const title_reading *t) {
  return t->first > u->first && t->last < u->last && f->tokens[t->first - 1].kind == ISNAD_TOKEN_QUOTE &&
         f->tokens[t->last].kind == ISNAD_TOKEN_QUOTE;
}

/* "So-and-so, | who is | a bishop": the pronoun that ties what follows to him. */
static bool is_who(const name_finder *f, const note_unit *u, size_t at) {
  isnad_slice form = name_form(f, at);
  return form.length == 3 * WORD_LETTER && word_begins(form, LETTER_WAW, LETTER_HEH) && note_has_word(u, at, ISNAD_QUOTE_WORDS_ROLE_HELPS);
}

bool name_leads_to(const name_finder *f, const note_unit *u, const found_name *bearer, size_t office) {
  if (bearer->last > office || u == NULL) return false;
  if (office > bearer->last && office <= bearer->last + 2 && name_word_at(f, u, office - 1) && is_who(f, u, office - 1)) office--;
  return bearer->last == office || (bearer->last + 1 == office && name_is_comma(f, bearer->last));
}

bool name_is_behind_name(const name_finder *f, const note_unit *u, size_t first) {
  const found_name *before = f->count > 0 ? &f->found[f->count - 1] : NULL;
  return before != NULL && before->type == ISNAD_NAME_PERSON && before->form == ISNAD_FORM_NAME && name_leads_to(f, u, before, first);
}

/* "The coach | of the team", by the words of the title. */
static bool is_of_group(const note_unit *u, const title_reading *t) {
  for (size_t at = t->first + 1; t->construct && at < t->first + 3 && at < t->last; at++)
    if (note_has_hit(u, at, ISNAD_TABLE_ORG_HEADS) || name_has_role(u, at, ISNAD_NAME_PARTS_ROLE_GENERIC)) return true;
  return false;
}

/* "The coach was dismissed": apart from his name a coach is one of a team, and so is its captain beside it. */
static bool is_of_team(const name_finder *f, const note_unit *u, const title_reading *t, bool named) {
  const char *office = t->row->office;
  if (office == NULL) return false;
  static const char *const none[] = {"candidate", "agent", "mediator", "member"}; /* what somebody is in a deal or a vote */
  for (size_t i = 0; !named && i < sizeof none / sizeof none[0]; i++)
    if (strcmp(office, none[i]) == 0) return !name_is_behind_name(f, u, t->first) && !bears_next(f, u, t);
  bool team = is_of_group(u, t) || (t->row->takes == ISNAD_TITLES_TAKES_OF && (t->place > 0 || t->named)); /* "the coach of Serbia" */
  bool captain = strcmp(office, "captain") == 0; /* "the captain | So-and-so": a function beside his name */
  if (captain || strcmp(office, "commander") == 0)
    return (captain || f->sport) && !team && !(named && name_is_definite(f, t->first) && t->last == t->first + 1);
  return strcmp(office, "coach") == 0 && !named && !team && !name_is_behind_name(f, u, t->first) && !bears_next(f, u, t);
}

/* "A spokesman for | the president So-and-so": where the inner office is the bearer's the whole is that of another, who goes unnamed or stands
 * before. */
static void add_servant(name_finder *f, const note_unit *u, const title_reading *t, const found_name *master) {
  bool serves = master->role.begin > t->span.begin && master->title > 0 && t->row->kind == ISNAD_TITLES_KIND_OFFICE && t->row->office != NULL &&
                t->row->number == ISNAD_TITLES_NUMBER_S;
  if (!serves || (strcmp(t->row->office, "spokesman") != 0 && !name_is_behind_name(f, u, t->first))) return;
  found_name name = {.span = t->span, .first = t->first, .last = t->last, .type = ISNAD_NAME_PERSON, .form = ISNAD_FORM_NOMINAL, .entity = NO_ENTITY};
  name.role = t->span;
  name.title = t->row_index + 1;
  name.place = t->place;
  name.rule = (isnad_rule){NULL, ISNAD_TABLE_TITLES, t->row_index};
  name_add(f, u, &name);
}

/* "Colonel So-and-so": a rank by itself is no office; one told with its army ("the marshal in the army of X") is. */
static bool is_bare_rank(const note_unit *u, const title_reading *t) {
  if (t->row->kind != ISNAD_TITLES_KIND_RANK || t->place > 0 || t->named || t->housed) return false;
  for (size_t at = t->first + 1; at < t->last; at++)
    if (note_has_hit(u, at, ISNAD_TABLE_ORGANIZATIONS) || note_has_hit(u, at, ISNAD_TABLE_ORG_HEADS)) return false;
  return true;
}

static void add_bearer(name_finder *f, const note_unit *u, const title_reading *t) {
  found_name name = name_of_person(&t->name);
  take_titled_row(&name, u, t);
  name.doubtful = false;
  name_role(&name, f, u, t);
  bool listed = name.last < u->last && word_letter_at(name_form(f, name.last), 0, LETTER_WAW);
  bool others = t->row->number == ISNAD_TITLES_NUMBER_P && !listed; /* "the opponents | Erdogan": whom they accuse */
  if (others || is_called_after(f, u, t) || is_nickname(f, u, t) || !is_office(&isnad_titles_rows[name.title - 1])) name.role = (isnad_span){0, 0};
  name.trade = !is_role(&isnad_titles_rows[name.title - 1], true, t->housed) || is_of_team(f, u, t, true) || is_bare_rank(u, t);
  add_servant(f, u, t, &name);
  name_add(f, u, &name);
}

static void add_nominal(name_finder *f, const note_unit *u, const title_reading *t) {
  found_name name = {.span = t->span, .first = t->first, .last = t->last, .type = ISNAD_NAME_PERSON, .form = ISNAD_FORM_NOMINAL, .entity = NO_ENTITY};
  bool told = t->complement || t->construct || is_function(t->row);
  if (told && !is_post(u, t, f->tokens[t->first].span) && is_office(t->row) && !is_likened(f, t) && !is_nickname(f, u, t)) name.role = t->span;
  bool beside = t->row->office != NULL && t->row->kind != ISNAD_TITLES_KIND_OFFICE && bears_next(f, u, t);
  name.trade = !is_role(t->row, beside, t->housed) || is_of_team(f, u, t, false) || is_bare_rank(u, t);
  name.title = t->row_index + 1;
  name.place = t->place;
  name.rule = (isnad_rule){NULL, ISNAD_TABLE_TITLES, t->row_index};
  name_add(f, u, &name);
}

/* "The minister of agriculture, | Freddy Bernal,": the bearer in apposition between commas, for whose name the office vouches. Returns where reading
 * goes on. */
static size_t add_apposed(name_finder *f, const note_unit *u, const title_reading *t) {
  enum { STRONG = 24 };
  person_reading bearer;
  size_t at = t->last + 1;
  if (!is_office(t->row) || at >= u->last || note_has_hit(u, at, ISNAD_TABLE_TITLES) || name_place_adjective(u, at) != NULL ||
      !name_is_comma(f, t->last) || !name_person(&bearer, f, u, at, PERSON_TITLED))
    return t->last;
  bool closed = bearer.last >= u->last || f->tokens[bearer.last].kind == ISNAD_TOKEN_QUOTE || name_is_comma(f, bearer.last) ||
                note_has_word(u, bearer.last, ISNAD_QUOTE_WORDS_ROLE_THAT);
  bool sure = bearer.words > 1 || (bearer.rule.name != NULL && name_shape(name_form(f, at)) > STRONG);
  if (!closed || bearer.cut > 0 || !sure) return t->last;
  found_name name = name_of_person(&bearer);
  name.doubtful = false;
  name_add(f, u, &name);
  return bearer.last;
}

size_t name_bearer(name_finder *f, const note_unit *u, const title_reading *t) {
  bool other = t->person && name_role_is_of_other_state(u, t);
  if (t->person && !other && name_role_is_told_by(f, u, t)) return add_owner(f, u, t);
  bool who = t->person && t->first > u->first && name_word_at(f, u, t->first - 1) && is_who(f, u, t->first - 1);
  if (who && !other && t->name.words == 1 && name_is_behind_name(f, u, t->first)) { /* "and he is | the founder of the firm X" */
    add_served(f, u, t, &t->name);
    return t->name.last;
  }
  if (t->person && !other) {
    add_bearer(f, u, t);
    return t->name.last;
  }
  if (!stands_alone(f, u, t)) return t->last;
  add_nominal(f, u, t);
  return add_apposed(f, u, t);
}

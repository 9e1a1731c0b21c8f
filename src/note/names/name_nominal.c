/* Titles and definite nouns that stand for a bearer: who is meant by "the Russian president", "the defence minister", "the ministry".
 *
 * What the article says outranks the table of holders: a title beside a name ties both for the whole article, an apposition ties the two that it
 * joins. The table answers for the day of the article only. */
#include "note/names/name_nominal.h"
#include "note/word.h"

#include <string.h>

const char *nominal_country(const found_name *n) {
  if (n->place != 0) return isnad_places_rows[n->place - 1].country;
  bool people = n->rule.name == NULL && n->rule.table == ISNAD_TABLE_PEOPLE && n->id.length > 0;
  return people ? isnad_people_rows[n->rule.row].country : NULL;
}

/* The words of an office, as tokens: of a name those of its role, else its own. */
typedef struct office_words {
  const note_unit *unit;
  size_t first, last;
} office_words;

static office_words words_of(const name_finder *f, const found_name *n) {
  const isnad_tokens *tokens = &f->s->page->tokens;
  bool own = n->form != ISNAD_FORM_NAME || n->role.begin == n->role.end;
  size_t first = own ? n->first : isnad_tokens_seek(tokens, n->role.begin), last = own ? n->last : isnad_tokens_seek(tokens, n->role.end);
  return (office_words){name_unit_of(f, (uint32_t)first), first, last};
}

/* "The former minister", "the next president": the row of the word at `at` that says so; NULL: it is none. */
static const isnad_titles_row *modifier_at(const name_finder *f, const office_words *w, size_t at) {
  const isnad_phrase *hit = note_hit_at(w->unit, at, ISNAD_TABLE_TITLES);
  bool modifier = hit != NULL && hit->cut == 0 && isnad_titles_rows[hit->row].kind == ISNAD_TITLES_KIND_MODIFIER && name_is_definite(f, at);
  return modifier ? &isnad_titles_rows[hit->row] : NULL;
}

/* Whether a modifier stands in the words of an office or right behind them; `past`: one that says that it is held no more. */
static bool is_modified(const name_finder *f, const office_words *w, bool past) {
  for (size_t at = w->first + 1; w->unit != NULL && at <= w->last && at < w->unit->last; at++) {
    const isnad_titles_row *row = modifier_at(f, w, at);
    if (row != NULL && (!past || (row->office != NULL && strcmp(row->office, "former") == 0))) return true;
  }
  return w->unit != NULL && note_word_at(w->unit, w->last, ISNAD_QUOTE_WORDS_ROLE_THEN) != NULL; /* "the president at that time" */
}

bool nominal_is_modified(const name_finder *f, const found_name *n) {
  office_words words = words_of(f, n);
  return is_modified(f, &words, false);
}

/* A word behind the head of an office, without its article; empty: none that tells of what office it is. */
static isnad_slice told_word(const name_finder *f, const office_words *w, size_t at) {
  enum { ARTICLE = 4, SHORTEST = 6 };
  isnad_slice form = name_form(f, (uint32_t)at);
  if (f->tokens[at].kind != ISNAD_TOKEN_WORD || form.length < SHORTEST || modifier_at(f, w, at) != NULL) return (isnad_slice){NULL, 0};
  return name_is_definite(f, at) && form.length > ARTICLE + 2 ? (isnad_slice){form.bytes + ARTICLE, form.length - ARTICLE} : form;
}

/* Whether all words that one tells of its office are told of the other. */
static bool tells_no_more(const name_finder *f, const office_words *one, const office_words *other) {
  for (size_t at = one->first + 1; at < one->last; at++) {
    isnad_slice word = told_word(f, one, at);
    bool found = word.length == 0;
    for (size_t k = other->first + 1; !found && k < other->last; k++) found = isnad_slice_equal(told_word(f, other, k), word);
    if (!found) return false;
  }
  return true;
}

static bool takes_of(const found_name *n) { return isnad_titles_rows[n->title - 1].takes == ISNAD_TITLES_TAKES_OF; }

/* Offices of which a state has one, under several names ("head of government"): ministers, and those at its head. */
static bool is_of_state(isnad_slice office) {
  static const char *const heads[] = {"president", "vice-president", "king", "crown-prince"};
  isnad_slice minister = isnad_slice_of("minister");
  for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
    if (isnad_slice_equal(office, isnad_slice_of(heads[i]))) return true;
  return office.length >= minister.length && memcmp(office.bytes + office.length - minister.length, minister.bytes, minister.length) == 0;
}

/* The country was compared already, and no more is told by which the two could differ. */
static bool is_same_by_title(const found_name *nominal, const found_name *person) {
  if (nominal->place != 0 && person->place != 0 && is_of_state(nominal_office(nominal))) return true;
  return !takes_of(nominal) && !takes_of(person) && (nominal->title == person->title || is_of_state(nominal_office(nominal)));
}

/* "In the name of", "ministry", and nouns that stand for any body named before. */
static bool is_any_body(const office_words *w, size_t at) { return name_has_role(w->unit, at, ISNAD_NAME_PARTS_ROLE_ANYBODY); }

/* Whether the words tell of a party and of nothing of a state, or the reverse. */
static bool tells_of(const office_words *w, bool state) {
  bool party = false, of_state = false;
  for (size_t at = w->first + 1; at < w->last; at++) {
    party = party || name_has_role(w->unit, at, ISNAD_NAME_PARTS_ROLE_PARTY);
    of_state = of_state || name_has_role(w->unit, at, ISNAD_NAME_PARTS_ROLE_STATE);
  }
  return party != of_state && of_state == state;
}

/* The country that an adjective in the words of an office tells; NULL: none. */
static const char *nation_told(const name_finder *f, const office_words *w) {
  for (size_t at = w->first + 1; at < w->last; at++) {
    const isnad_phrase *nation = name_is_definite(f, at) ? name_place_adjective(w->unit, at) : NULL;
    if (nation != NULL) return isnad_places_rows[nation->row].country;
  }
  return NULL;
}

/* "The spokesman of the army" is not he of the movement, nor he of the Iranian ministry he of the Chinese one. */
static bool speaks_for_another(const name_finder *f, const office_words *one, const office_words *other) {
  const char *here = nation_told(f, one), *there = nation_told(f, other);
  if (here != NULL && there != NULL && strcmp(here, there) != 0) return true;
  for (int state = 0; state < 2; state++)
    if (tells_of(one, state != 0) && tells_of(other, state == 0)) return true;
  size_t told = 0, told_there = 0;
  for (size_t at = one->first + 1; at < one->last; at++) {
    isnad_slice word = told_word(f, one, at);
    if (word.length == 0 || is_any_body(one, at) || name_place_adjective(one->unit, at) != NULL) continue;
    told++;
    for (size_t k = other->first + 1; k < other->last; k++)
      if (isnad_slice_equal(told_word(f, other, k), word)) return false;
  }
  for (size_t k = other->first + 1; k < other->last; k++) {
    isnad_slice word = told_word(f, other, k);
    told_there += word.length > 0 && !is_any_body(other, k) && name_place_adjective(other->unit, k) == NULL;
  }
  return told > 0 && told_there > 0;
}

/* "The head of the federation" is not "the head of the authority", nor "the minister of industry" his predecessor. A bare title is anybody who has
 * it; behind a title with the article ("the Spanish coach") stands only what he is like. */
static bool fits_in_words(const name_finder *f, const found_name *nominal, const found_name *person) {
  office_words a = words_of(f, nominal), b = words_of(f, person);
  bool definite = name_is_definite(f, a.first), office = nominal_office(nominal).length > 0;
  if (a.unit == NULL || b.unit == NULL || a.last - a.first < 2 || (!office && definite)) return true;
  if (is_modified(f, &b, true) && !is_modified(f, &a, true)) return false;
  if (isnad_slice_equal(nominal_office(nominal), isnad_slice_of("spokesman")) && speaks_for_another(f, &a, &b)) return false;
  bool less = tells_no_more(f, &a, &b) || tells_no_more(f, &b, &a), one_place = (nominal->place == 0) == (person->place == 0);
  return definite || less || (is_same_by_title(nominal, person) && (one_place || is_of_state(nominal_office(nominal))));
}

/* "The president of the conference" is not the president of a state who is told by his bare title. */
static bool is_of_less(const name_finder *f, const found_name *nominal, const found_name *person) {
  if (!isnad_slice_equal(nominal_office(nominal), isnad_slice_of("president")) || nominal->place != 0 || nominal->last - nominal->first < 2)
    return false;
  office_words a = words_of(f, nominal), b = words_of(f, person);
  size_t told = 0; /* "of the country" is one word */
  for (size_t at = a.first + 1; a.unit != NULL && at < a.last; at++) told += told_word(f, &a, at).length > 0;
  uint32_t entity = name_entity_of(f, person);
  isnad_slice id = entity == NO_ENTITY ? person->id : f->entities[entity].id;
  return told > 1 && b.last - b.first < 2 && name_role_held(id, "president");
}

/* "The head of the republic", told without its state, is that of the state of which the article tells; a guest is meant only where he is named. */
static bool is_guest(const name_finder *f, const char *home, const found_name *nominal, const found_name *person) {
  if (home == NULL || name_unit_of(f, nominal->first) == name_unit_of(f, person->first)) return false; /* there his state was told */
  const char *of = person->place != 0 ? isnad_places_rows[person->place - 1].country : nominal_own_country(f, person);
  return of != NULL && strcmp(of, home) != 0;
}

static bool same_office(const name_finder *f, const char *home, const found_name *nominal, const found_name *person) {
  if (person->type != ISNAD_NAME_PERSON || person->title == 0 || (person->form != ISNAD_FORM_NAME && person->entity == NO_ENTITY)) return false;
  isnad_slice a = nominal_office(nominal), b = nominal_office(person);
  bool courtesy = a.length == 0 && nominal->title > 0 && isnad_titles_rows[nominal->title - 1].kind == ISNAD_TITLES_KIND_HONORIFIC &&
                  strchr(isnad_titles_rows[nominal->title - 1].phrase, ' ') != NULL; /* "His Highness the crown prince" tells nobody from another */
  bool same = a.length > 0 ? isnad_slice_equal(a, b) : nominal->title == person->title && !courtesy;
  return same && !is_guest(f, home, nominal, person) && nominal_may_be_of_country(f, nominal, person) && nominal_is_of_gender(f, nominal, person) &&
         fits_in_words(f, nominal, person) && !is_of_less(f, nominal, person);
}

/* A headline tells an office before the text names its bearer. */
static bool is_of_headline(const name_finder *f, const found_name *n) {
  return f->s->unit_count > 0 && f->s->units[0].headline && n->first < f->s->units[0].last && n->first >= f->s->units[0].first;
}

/* The nearest person of that office before the nominal; a title whose bearer is already known is as good as a name. */
static uint32_t named_with_office(const name_finder *f, const char *home, size_t at) {
  for (size_t back = 1; back <= NOMINAL_LOOK_AROUND && back <= at; back++)
    if (same_office(f, home, &f->found[at], &f->found[at - back])) return name_entity_of(f, &f->found[at - back]);
  return NO_ENTITY;
}

static bool is_named_before(const name_finder *f, size_t at, uint32_t entity) {
  for (size_t back = 1; back <= NOMINAL_LOOK_AROUND && back <= at; back++)
    if (f->found[at - back].form == ISNAD_FORM_NAME && name_entity_of(f, &f->found[at - back]) == entity) return true;
  return false;
}

/* The nearest one behind it, unless who holds the office on that day was named before. */
static uint32_t named_behind(const name_finder *f, const char *home, uint32_t at) {
  bool headline = is_of_headline(f, &f->found[at]);
  for (size_t next = at + 1; next < f->count && next <= at + NOMINAL_LOOK_AROUND; next++) {
    const found_name *n = &f->found[next];
    if ((!headline && n->form != ISNAD_FORM_NAME) || !same_office(f, home, &f->found[at], n)) continue;
    uint32_t entity = name_entity_of(f, n), holder = nominal_named_holder(f, at, home);
    return holder != NO_ENTITY && holder != entity && is_named_before(f, at, holder) ? holder : entity;
  }
  return NO_ENTITY;
}

/* A minister of some ministry; neither who is at the head of them nor a deputy. */
static bool is_of_ministry(isnad_slice office) {
  static const char minister[] = "-minister";
  enum { LENGTH = sizeof minister - 1 };
  if (office.length < LENGTH || memcmp(office.bytes + office.length - LENGTH, minister, LENGTH) != 0) return false;
  return !isnad_slice_starts(office, isnad_slice_of("deputy-")) && !isnad_slice_equal(office, isnad_slice_of("prime-minister"));
}

/* "The Israeli minister", "the minister": the one whom the article named so far as minister of something, in that state; never one of two. */
static uint32_t one_minister(const name_finder *f, size_t at) {
  const found_name *n = &f->found[at];
  bool bare = n->place == 0 && n->last == n->first + 1;
  if ((n->place == 0 && !bare) || !name_is_definite(f, n->first) || !isnad_slice_equal(nominal_office(n), isnad_slice_of("minister")))
    return NO_ENTITY;
  uint32_t found = NO_ENTITY;
  for (size_t back = 1; back <= NOMINAL_LOOK_AROUND && back <= at; back++) {
    const found_name *p = &f->found[at - back];
    if (p->type != ISNAD_NAME_PERSON || p->title == 0 || (!bare && p->place == 0) || !is_of_ministry(nominal_office(p))) continue;
    bool here = bare || strcmp(isnad_places_rows[n->place - 1].country, isnad_places_rows[p->place - 1].country) == 0;
    if (!here || isnad_titles_rows[p->title - 1].gender != isnad_titles_rows[n->title - 1].gender) continue;
    uint32_t entity = name_entity_of(f, p);
    if (entity == NO_ENTITY || (found != NO_ENTITY && entity != found)) return NO_ENTITY;
    found = entity;
  }
  return found;
}

/* The words may have been settled to be somebody's name ("the observatory", a paper). */
static bool is_name_after_all(const name_finder *f, const found_name *n) {
  const note_unit *u = name_unit_of(f, n->first);
  return n->form == ISNAD_FORM_NOMINAL && n->entity == NO_ENTITY && u != NULL && name_state(f, u, n->first) == NAME_TAKEN;
}

/* An office at the head of a state, told by a row of several words, no more, and without its state; not "the post of | prime minister". */
static bool of_home(const name_finder *f, const found_name *n) {
  if (n->place != 0 || n->title == 0 || !is_of_state(nominal_office(n)) || !name_is_definite(f, n->last - 1)) return false;
  const note_unit *u = name_unit_of(f, n->first);
  size_t words = 1;
  for (const char *p = isnad_titles_rows[n->title - 1].phrase; *p != '\0'; p++) words += *p == ' ';
  if (u == NULL || words < 2 || n->last - n->first != words) return false;
  return n->first == u->first || !name_has_role(u, n->first - 1, ISNAD_NAME_PARTS_ROLE_ABSTRACT);
}

static uint32_t person_meant(name_finder *f, uint32_t i, nominal_hero *hero) {
  const found_name *n = &f->found[i];
  bool several = n->title != 0 && isnad_titles_rows[n->title - 1].number != ISNAD_TITLES_NUMBER_S;
  if (several) return NO_ENTITY; /* "the members of parliament" are nobody alone */
  uint32_t entity = nominal_by_second_office(f, i);
  bool one_of_many = isnad_slice_equal(nominal_office(n), isnad_slice_of("spokesman")) && !name_is_definite(f, n->first);
  if (one_of_many) return entity; /* "a spokesman for the White House" */
  const char *home = of_home(f, n) ? name_home(f) : NULL;
  if (home != NULL && !nominal_has_holder(f, i, home)) home = NULL;
  if (entity == NO_ENTITY) entity = named_with_office(f, home, i);
  if (entity == NO_ENTITY) entity = named_behind(f, home, i);
  if (entity == NO_ENTITY) entity = one_minister(f, i);
  if (entity == NO_ENTITY) entity = nominal_holder(f, i, home);
  return entity != NO_ENTITY ? entity : nominal_known(f, i, hero);
}

/* A title or noun that still looks for its bearer. */
static bool is_open(const name_finder *f, const found_name *n) {
  bool person = n->type == ISNAD_NAME_PERSON, named = n->form == ISNAD_FORM_NAME;
  return !n->doubtful && !(person && (named || n->entity != NO_ENTITY)) && !is_name_after_all(f, n);
}

/* Those that stand beside their bearers come first: the headline's "minister of X" is the minister whom the text below names beside his title. */
void name_nominals(name_finder *f) {
  nominal_hero hero = {.entity = NO_ENTITY};
  for (uint32_t i = 0; i < f->count && !f->s->failed; i++) {
    const found_name *n = &f->found[i];
    bool several = n->title != 0 && isnad_titles_rows[n->title - 1].number != ISNAD_TITLES_NUMBER_S;
    if (n->type == ISNAD_NAME_PERSON && !several && is_open(f, n)) f->found[i].entity = nominal_in_apposition(f, i);
  }
  for (uint32_t i = 0; i < f->count && !f->s->failed; i++) {
    if (!is_open(f, &f->found[i])) continue;
    uint32_t entity = f->found[i].type == ISNAD_NAME_PERSON ? person_meant(f, i, &hero) : name_body_again(f, i);
    if (entity != NO_ENTITY) f->found[i].entity = entity;
  }
}

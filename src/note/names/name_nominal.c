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
         nominal_fits_in_words(f, nominal, person) && !nominal_is_of_less(f, nominal, person);
}

/* A headline tells an office before the text names its bearer. */
static bool is_of_headline(const name_finder *f, const found_name *n) {
  return f->s->unit_count > 0 && f->s->units[0].headline && n->first < f->s->units[0].last && n->first >= f->s->units[0].first;
}

/* An office at the head of a state, told by a row of several words, no more, and without its state; not "the post of | prime minister". */
static bool of_home(const name_finder *f, const found_name *n) {
  if (n->place != 0 || n->title == 0 || !nominal_is_of_state(nominal_office(n)) || !name_is_definite(f, n->last - 1)) return false;
  const note_unit *u = name_unit_of(f, n->first);
  size_t words = 1;
  for (const char *p = isnad_titles_rows[n->title - 1].phrase; *p != '\0'; p++) words += *p == ' ';
  if (u == NULL || words < 2 || n->last - n->first != words) return false;
  return n->first == u->first || !name_has_role(u, n->first - 1, ISNAD_NAME_PARTS_ROLE_ABSTRACT);
}

/* The nearest person of that office before the nominal; a title whose bearer is already known is as good as a name. */
static uint32_t named_with_office(const name_finder *f, const char *home, size_t at) {
  uint32_t nearest = NO_ENTITY;
  for (size_t back = 1; back <= NOMINAL_LOOK_AROUND && back <= at; back++) {
    const found_name *n = &f->found[at - back];
    if (!same_office(f, home, &f->found[at], n)) continue;
    if (!of_home(f, &f->found[at]) || n->title == f->found[at].title) return name_entity_of(f, n);
    if (nearest == NO_ENTITY) nearest = name_entity_of(f, n); /* "the head of the republic" is he who was called so, before president X */
  }
  return nearest;
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

/* The holder by the table; of "the emir | and the crown prince" not him who is the first of the two. */
static uint32_t holder_beside(name_finder *f, uint32_t i, const char *home) {
  uint32_t entity = nominal_holder(f, i, home);
  for (uint32_t back = 1; back <= 3 && back <= i; back++) {
    const found_name *before = &f->found[i - back];
    bool title = before->type == ISNAD_NAME_PERSON && before->form == ISNAD_FORM_NOMINAL && before->last == f->found[i].first;
    if (title && entity != NO_ENTITY && name_entity_of(f, before) == entity) return NO_ENTITY;
  }
  return entity;
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
  if (entity == NO_ENTITY) entity = holder_beside(f, i, home);
  return entity != NO_ENTITY ? entity : nominal_known(f, i, hero);
}

/* A title or noun that still looks for its bearer. */
static bool is_open(const name_finder *f, const found_name *n) {
  bool person = n->type == ISNAD_NAME_PERSON, named = n->form == ISNAD_FORM_NAME;
  return !n->doubtful && !(person && (named || n->entity != NO_ENTITY)) && !is_name_after_all(f, n);
}

/* "The emir of Kuwait | and the crown prince": an office without its state behind one that tells it. */
static void share_state(name_finder *f, uint32_t i) {
  found_name *n = &f->found[i];
  if (n->place != 0 || n->title == 0 || !nominal_is_of_state(nominal_office(n)) || n->span.begin == f->tokens[n->first].span.begin) return;
  if (!word_letter_at(name_form(f, n->first), 0, LETTER_WAW)) return;
  for (uint32_t back = 1; back <= 3 && back <= i; back++) {
    const found_name *before = &f->found[i - back];
    bool office = before->type == ISNAD_NAME_PERSON && before->form == ISNAD_FORM_NOMINAL && before->last == n->first && before->title != 0;
    bool head = office && (nominal_is_of_state(nominal_office(before)) || isnad_slice_equal(nominal_office(before), isnad_slice_of("emir")));
    if (head) n->place = before->place;
  }
}

/* Those that stand beside their bearers come first: the headline's "minister of X" is the minister whom the text below names beside his title. */
void name_nominals(name_finder *f) {
  nominal_hero hero = {.entity = NO_ENTITY};
  for (uint32_t i = 0; i < f->count && !f->s->failed; i++) {
    const found_name *n = &f->found[i];
    bool several = n->title != 0 && isnad_titles_rows[n->title - 1].number != ISNAD_TITLES_NUMBER_S;
    if (n->type == ISNAD_NAME_PERSON && n->form == ISNAD_FORM_NOMINAL) share_state(f, i);
    if (n->type == ISNAD_NAME_PERSON && !several && is_open(f, n)) f->found[i].entity = nominal_in_apposition(f, i);
  }
  for (uint32_t i = 0; i < f->count && !f->s->failed; i++) {
    if (!is_open(f, &f->found[i])) continue;
    uint32_t entity = f->found[i].type == ISNAD_NAME_PERSON ? person_meant(f, i, &hero) : name_body_again(f, i);
    if (entity != NO_ENTITY) f->found[i].entity = entity;
  }
}

/* Titles and definite nouns that stand for a bearer: who is meant by "the Russian president", "the defence minister", "the ministry".
 *
 * What the article says outranks the table of holders: a title beside a name ties both for the whole article, an apposition ties the two that it
 * joins. The table answers for the day of the article only. */
#include "note/names/names.h"
#include "note/word.h"

#include "base/clock.h"

#include <ctype.h>
#include <string.h>

enum { LOOK_AROUND = 64, LONGEST_OFFICE = 64 };

static isnad_slice office_of(const found_name *n) {
  return n->title == 0 ? (isnad_slice){NULL, 0} : isnad_slice_of(isnad_titles_rows[n->title - 1].office);
}

/* The country of a title's complement, or of the person's own row. */
static const char *country_of(const found_name *n) {
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
    if (row != NULL && (!past || row->office != NULL)) return true;
  }
  return false;
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
  if (nominal->place != 0 && person->place != 0 && is_of_state(office_of(nominal))) return true;
  return !takes_of(nominal) && !takes_of(person) && (nominal->title == person->title || is_of_state(office_of(nominal)));
}

/* "The head of the federation" is not "the head of the authority", nor "the minister of industry" his predecessor. A bare title is anybody who has
 * it; behind a title with the article ("the Spanish coach") stands only what he is like. */
static bool fits_in_words(const name_finder *f, const found_name *nominal, const found_name *person) {
  office_words a = words_of(f, nominal), b = words_of(f, person);
  bool definite = name_is_definite(f, a.first), office = office_of(nominal).length > 0;
  if (a.unit == NULL || b.unit == NULL || a.last - a.first < 2 || (!office && definite)) return true;
  if (is_modified(f, &b, true) && !is_modified(f, &a, true)) return false;
  return definite || is_same_by_title(nominal, person) || tells_no_more(f, &a, &b) || tells_no_more(f, &b, &a);
}

static bool same_office(const name_finder *f, const found_name *nominal, const found_name *person) {
  if (person->type != ISNAD_NAME_PERSON || person->title == 0 || (person->form != ISNAD_FORM_NAME && person->entity == NO_ENTITY)) return false;
  isnad_slice a = office_of(nominal), b = office_of(person);
  const char *here = country_of(nominal), *there = country_of(person);
  bool same = a.length > 0 ? isnad_slice_equal(a, b) : nominal->title == person->title;
  return same && (here == NULL || there == NULL || strcmp(here, there) == 0) && fits_in_words(f, nominal, person);
}

/* The nearest person of that office, before the nominal first; a title whose bearer is already known is as good as a name. */
static uint32_t named_with_office(const name_finder *f, size_t at) {
  for (size_t back = 1; back <= LOOK_AROUND && back <= at; back++)
    if (same_office(f, &f->found[at], &f->found[at - back])) return name_entity_of(f, &f->found[at - back]);
  for (size_t next = at + 1; next < f->count && next <= at + LOOK_AROUND; next++)
    if (same_office(f, &f->found[at], &f->found[next])) return name_entity_of(f, &f->found[next]);
  return NO_ENTITY;
}

/* "So-and-so | the director of the museum": an office right behind the name of one who bears none before it. Behind a verb that takes somebody
 * ("received", "appointed") the second of two is its object. */
static bool is_right_behind(const name_finder *f, const found_name *name, const found_name *office) {
  const note_unit *u = name_unit_of(f, name->first);
  if (u == NULL || name->last != office->first || office->title == 0 || name->role.begin < name->role.end || name->doubtful) return false;
  if (office->last - office->first < 2 || office->cut > 0) return false;
  for (size_t back = 1; back <= 2 && name->first >= u->first + back; back++)
    if (name_has_role(u, name->first - back, ISNAD_NAME_PARTS_ROLE_MEETS)) return false;
  return true;
}

/* Where the words about a bearer begin: his rank or honorific, else his name. */
static size_t name_office_begin(const name_finder *f, const found_name *n) {
  bool rank = n->title != 0 && isnad_titles_rows[n->title - 1].kind != ISNAD_TITLES_KIND_OFFICE && n->role.begin < n->role.end;
  return rank ? isnad_tokens_seek(&f->s->page->tokens, n->role.begin) : n->first;
}

/* "The trainer of the team, | the Argentinian, | So-and-so", "the head of the union | «FIFA» the Swiss | So-and-so": between an office and its bearer
 * stand a comma, or marks around a word or two, a nationality, an honorific. */
static bool is_bridge(const name_finder *f, const note_unit *u, size_t first, size_t last) {
  enum { LONGEST = 6 };
  bool marked = false, any = false;
  if (last <= first || last > first + LONGEST) return false;
  for (size_t at = first; at < last; at++) {
    const isnad_phrase *title = note_hit_at(u, at, ISNAD_TABLE_TITLES);
    if (f->tokens[at].kind == ISNAD_TOKEN_QUOTE) {
      marked = !marked;
      any = true;
    } else if (name_is_comma(f, at)) {
      any = true;
    } else if (marked || (name_place_adjective(u, at) != NULL && name_is_definite(f, at))) {
      continue;
    } else if (title == NULL || title->cut > 0 || isnad_titles_rows[title->row].kind != ISNAD_TITLES_KIND_HONORIFIC) {
      return false;
    }
  }
  return any && !marked;
}

/* "name, title" and "title, name": an apposition. */
static uint32_t in_apposition(const name_finder *f, size_t at) {
  const found_name *n = &f->found[at];
  for (size_t back = 1; back <= 3 && back <= at; back++) {
    const found_name *before = &f->found[at - back];
    if (before->type != ISNAD_NAME_PERSON || before->form != ISNAD_FORM_NAME) continue;
    if ((before->last + 1 == n->first && name_is_comma(f, before->last)) || is_right_behind(f, before, n)) return name_entity_of(f, before);
  }
  const note_unit *u = n->title != 0 ? name_unit_of(f, n->first) : NULL;
  bool speaks = u != NULL && name_role_speaks_for_office(u, n->title - 1, n->first, n->last);
  for (size_t next = at + 1; next < f->count && next <= at + 4; next++) {
    const found_name *behind = &f->found[next];
    if (behind->type == ISNAD_NAME_PERSON && behind->form == ISNAD_FORM_NAME && u != NULL && is_bridge(f, u, n->last, name_office_begin(f, behind)))
      return speaks && name_role_is_master(f, u, n, behind) ? NO_ENTITY : name_entity_of(f, behind);
  }
  return NO_ENTITY;
}

/* --- the table of holders --- */

/* "2012-05" as a number that sorts: 20120500; an open end gives `open`. */
static long day_number(const char *day, long open) {
  if (day == NULL) return open;
  long parts[3] = {0, 0, 0};
  for (size_t i = 0, part = 0; day[i] != '\0' && part < 3; i++) {
    if (day[i] == '-')
      part++;
    else if (day[i] >= '0' && day[i] <= '9')
      parts[part] = parts[part] * 10 + (day[i] - '0');
  }
  return parts[0] * 10000 + parts[1] * 100 + parts[2];
}

/* The same of an instant's day. */
static long day_of(int64_t seconds) {
  int64_t year = 0;
  unsigned month = 0, day = 0;
  clock_date(clock_day_of(seconds), &year, &month, &day);
  return (long)(year * 10000 + month * 100 + day);
}

static bool office_id(char out[LONGEST_OFFICE], const found_name *n) {
  const char *country = n->place == 0 ? NULL : isnad_places_rows[n->place - 1].country;
  isnad_slice office = office_of(n);
  bool state = country != NULL && isnad_places_rows[n->place - 1].kind == ISNAD_PLACES_KIND_COUNTRY; /* the president of "the CAF" is of no town */
  if (!state || office.length == 0 || strlen(country) != 2 || office.length + 4 > LONGEST_OFFICE) return false;
  out[0] = (char)tolower((unsigned char)country[0]);
  out[1] = (char)tolower((unsigned char)country[1]);
  out[2] = '.';
  memcpy(out + 3, office.bytes, office.length);
  out[3 + office.length] = '\0';
  return true;
}

/* The row of the one who held the office on that day; the later begin wins on the day of a change. */
static const isnad_office_holders_row *holder(const char *office, long day) {
  const isnad_office_holders_row *best = NULL;
  for (size_t i = 0; i < isnad_office_holders_count; i++) {
    const isnad_office_holders_row *row = &isnad_office_holders_rows[i];
    if (row->office == NULL || row->office[0] != office[0] || row->office[1] != office[1] || strcmp(row->office, office) != 0) continue;
    if (day_number(row->from, 0) > day || day_number(row->to, 99999999) < day) continue;
    if (best == NULL || day_number(row->from, 0) > day_number(best->from, 0)) best = row;
  }
  return best;
}

static const char *name_of(const char *person) {
  for (size_t i = 0; i < isnad_people_count; i++)
    if (strcmp(isnad_people_rows[i].id, person) == 0) return isnad_people_rows[i].name;
  return NULL;
}

static uint32_t entity_with_id(name_finder *f, const char *id, uint32_t index) {
  size_t least = f->entity_count > 4 * LOOK_AROUND ? f->entity_count - 4 * LOOK_AROUND : 0;
  for (size_t i = f->entity_count; i > least; i--)
    if (isnad_slice_equal(f->entities[i - 1].id, isnad_slice_of(id))) return f->entities[i - 1].merged;
  const char *name = name_of(id);
  if (name == NULL) return NO_ENTITY;
  f->found[index].id = isnad_slice_of(id);
  f->found[index].canonical = isnad_slice_of(name);
  return name_new_entity(f, index);
}

static bool is_of_other_gender(const found_name *nominal, const char *person) {
  bool feminine = nominal->title != 0 && isnad_titles_rows[nominal->title - 1].gender == ISNAD_TITLES_GENDER_F;
  for (size_t i = 0; feminine && i < isnad_people_count; i++)
    if (strcmp(isnad_people_rows[i].id, person) == 0) return isnad_people_rows[i].gender == ISNAD_PEOPLE_GENDER_M;
  return false;
}

static uint32_t held_on_that_day(name_finder *f, uint32_t index) {
  char office[LONGEST_OFFICE];
  office_words words = words_of(f, &f->found[index]);
  isnad_interval when = f->s->article->published.when;
  if (when.to <= when.from || when.from < 0 || !office_id(office, &f->found[index]) || is_modified(f, &words, false)) return NO_ENTITY;
  const isnad_office_holders_row *row = holder(office, day_of(when.from));
  if (row == NULL || row != holder(office, day_of(when.to - 1))) return NO_ENTITY;
  if (is_of_other_gender(&f->found[index], row->person)) return NO_ENTITY; /* "the president (f.)" who was sentenced is not her successor */
  return entity_with_id(f, row->person, index);
}

/* The words may have been settled to be somebody's name ("the observatory", a paper). */
static bool is_name_after_all(const name_finder *f, const found_name *n) {
  const note_unit *u = name_unit_of(f, n->first);
  return n->form == ISNAD_FORM_NOMINAL && n->entity == NO_ENTITY && u != NULL && name_state(f, u, n->first) == NAME_TAKEN;
}

/* "The prime minister of X | and its foreign minister, | So-and-so": the second of two offices that "and" joins, which stands right behind. */
static const found_name *second_office(const name_finder *f, size_t at) {
  enum { NEAR = 4 };
  const found_name *n = &f->found[at];
  for (size_t next = at + 1; next < f->count && next <= at + NEAR; next++) {
    const found_name *other = &f->found[next];
    if (other->first < n->last) continue;
    bool office = other->first == n->last && other->type == ISNAD_NAME_PERSON && other->form == ISNAD_FORM_NOMINAL;
    bool joined = office && other->span.begin > f->tokens[other->first].span.begin && word_letter_at(name_form(f, other->first), 0, LETTER_WAW);
    return joined ? other : NULL;
  }
  return NULL;
}

static uint32_t person_meant(name_finder *f, uint32_t i) {
  const found_name *n = &f->found[i];
  bool several = n->title != 0 && isnad_titles_rows[n->title - 1].number != ISNAD_TITLES_NUMBER_S;
  if (several) return NO_ENTITY; /* "the members of parliament" are nobody alone */
  uint32_t entity = in_apposition(f, i);
  const found_name *second = entity == NO_ENTITY ? second_office(f, i) : NULL;
  if (second != NULL) entity = in_apposition(f, (size_t)(second - f->found));
  bool one_of_many = isnad_slice_equal(office_of(n), isnad_slice_of("spokesman")) && !name_is_definite(f, n->first);
  if (one_of_many) return entity; /* "a spokesman for the White House" */
  if (entity == NO_ENTITY) entity = named_with_office(f, i);
  return entity != NO_ENTITY ? entity : held_on_that_day(f, i);
}

void name_nominals(name_finder *f) {
  for (uint32_t i = 0; i < f->count && !f->s->failed; i++) {
    const found_name *n = &f->found[i];
    bool person = n->type == ISNAD_NAME_PERSON, named = n->form == ISNAD_FORM_NAME;
    if (n->doubtful || (person && (named || n->entity != NO_ENTITY)) || is_name_after_all(f, n)) continue;
    uint32_t entity = person ? person_meant(f, i) : name_body_again(f, i);
    if (entity != NO_ENTITY) f->found[i].entity = entity;
  }
}

/* Names of an article: the order of the passes.
 *
 *   1. what the tables, titles, head nouns and chains of given and family names say, from left to right;
 *   2. who is who: mentions to bearers;
 *   3. the second reading: surnames alone, words that the first reading taught, ambiguous words that have found their evidence;
 *   4. titles and definite nouns that stand for a bearer.
 */
#include "note/names/names.h"
#include "note/names/name_likely.h"
#include "note/word.h"

#include "arabic/letters.h"
#include "base/room.h"

#include <string.h>

void name_take(name_finder *f, const note_unit *u, size_t first, size_t last, name_taken how) {
  uint8_t *taken = f->taken[u - f->s->units];
  for (size_t at = first; at < last && at < u->last; at++)
    if (taken[at - u->first] < (uint8_t)how) taken[at - u->first] = (uint8_t)how;
}

name_taken name_state(const name_finder *f, const note_unit *u, size_t at) { return (name_taken)f->taken[u - f->s->units][at - u->first]; }

void name_add(name_finder *f, const note_unit *u, const found_name *name) {
  if (f->count == f->room) {
    size_t wanted = f->room == 0 ? 32 : f->room * 2;
    found_name *grown = arena_grow_room(f->s->arena, f->found, f->room, wanted, sizeof *grown);
    if (grown == NULL) {
      f->s->failed = true;
      return;
    }
    f->found = grown;
    f->room = wanted;
  }
  f->found[f->count] = *name;
  name_with_version(&f->found[f->count], f, u);
  name_without_class(&f->found[f->count], f, u);
  f->found[f->count++].entity = NO_ENTITY;
  if (!name->doubtful) name_take(f, u, name->first, name->last, name->form == ISNAD_FORM_NAME ? NAME_TAKEN : NAME_ROLE);
}

found_name name_of_person(const person_reading *p) {
  found_name out = {
      .span = p->span, .first = p->first, .last = p->last, .type = ISNAD_NAME_PERSON, .cut = p->cut, .words = p->words, .entity = NO_ENTITY};
  out.rule = p->rule;
  out.id = p->id;
  out.canonical = p->canonical;
  out.doubtful = p->doubtful;
  return out;
}

static void scan(name_finder *f, const note_unit *u, size_t first, size_t last, bool persons);

/* "The director of the administration of X | and Y": an office goes on with the body that begins in it. */
static void extend_office(found_name *office, const title_reading *t, const found_name *body) {
  if (office->first != t->first || office->form != ISNAD_FORM_NOMINAL || body->type != ISNAD_NAME_ORGANIZATION) return;
  if (body->first >= office->last || body->last <= office->last) return;
  office->last = body->last;
  office->span.end = body->span.end;
  if (office->role.end > office->role.begin) office->role = office->span;
}

/* The office's words and the person behind them, or the office alone as a noun phrase for its holder. Returns where reading goes on. */
static size_t add_title(name_finder *f, const note_unit *u, const title_reading *t) {
  size_t end = name_bearer(f, u, t);
  size_t known = f->count;
  scan(f, u, t->first + 1, t->last, false);
  for (size_t i = known; i < f->count; i++) { /* a body that goes over the end of the office was read whole */
    const found_name *body = &f->found[i];
    if (body->doubtful) continue;
    if (known > 0 && !t->person) extend_office(&f->found[known - 1], t, body);
    if (body->last > end) end = body->last;
  }
  name_known_within(f, u, t->first + 1, t->last);
  name_take(f, u, t->first, t->last, NAME_ROLE);
  return end;
}

/* A name of the tables that begins at the title and says more than it (a town called after a sheikh). */
static bool table_outdoes(const found_name *table, const isnad_phrase *title) {
  return !table->doubtful && table->last > title->first + title->count;
}

/* "The leader (f.)" and "his leader" are one word to folding: of the rows of one length the one that is spelled as the text is meant. */
static const isnad_phrase *title_at(const name_finder *f, const note_unit *u, size_t at) {
  enum { LETTER = 2 };
  const isnad_phrase *first = note_hit_at(u, at, ISNAD_TABLE_TITLES);
  size_t count = 0;
  const isnad_phrase *hits = note_hits_at(u, at, &count);
  if (first == NULL) return NULL;
  isnad_slice word = isnad_slice_at(f->s->page->text, f->tokens[first->first + first->count - 1].span);
  for (const isnad_phrase *hit = first; hit < hits + count; hit++) {
    if (hit->table != ISNAD_TABLE_TITLES || hit->count != first->count || hit->cut != first->cut) continue;
    isnad_slice phrase = isnad_slice_of(isnad_titles_rows[hit->row].phrase);
    if (phrase.length > LETTER && word.length > LETTER &&
        memcmp(phrase.bytes + phrase.length - LETTER, word.bytes + word.length - LETTER, LETTER) == 0)
      return hit;
  }
  return first;
}

/* What is named by being called so, or between marks behind its noun; `at` when nothing is. */
static size_t read_called(name_finder *f, const note_unit *u, size_t at, bool persons) {
  static const uint64_t naming =
      (uint64_t)1 << ISNAD_NAME_PARTS_ROLE_CALLED | (uint64_t)1 << ISNAD_NAME_PARTS_ROLE_NAMED | (uint64_t)1 << ISNAD_NAME_PARTS_ROLE_KNOWN;
  if ((u->roles[at - u->first].parts & naming) != 0) {
    size_t called = name_called(f, u, at);
    if (called == at && persons) called = name_alias(f, u, at);
    if (called > at) return called;
  }
  bool noun = name_has_table(u, at, 1u << ISNAD_TABLE_ORG_HEADS | 1u << ISNAD_TABLE_HEADS);
  return noun ? name_bracketed(f, u, at) : at;
}

/* A name in Latin letters that says more than the table's, or one of single letters; `at` when there is none. */
static size_t read_letters(name_finder *f, const note_unit *u, size_t at, const found_name *table) {
  found_name name;
  bool foreign = (f->tokens[at].flags & ISNAD_TOKEN_ARABIC) == 0;
  if (foreign && name_latin(&name, f, u, at) && (table == NULL || table->last < name.last)) {
    if (table != NULL) name.type = table->type; /* "iPhone | X" */
  } else if (table != NULL || !name_letters(&name, f, u, at)) {
    return at;
  }
  name_add(f, u, &name);
  return name.last;
}

/* Each adds what was read, and what is named inside it, and returns where reading goes on. */

static size_t add_person(name_finder *f, const note_unit *u, size_t at, const person_reading *person) {
  found_name name = name_of_person(person);
  if (person->words == 1 && name_is_storms(f, u, person->first)) { /* "the hurricane | Helene" */
    name.type = ISNAD_NAME_EVENT;
    name.id = name.canonical = (isnad_slice){NULL, 0};
  }
  name_add(f, u, &name);
  return name.doubtful ? at + 1 : person->last;
}

static size_t last_told(const name_finder *f, const note_unit *u) { return f->s->failed ? u->last : f->found[f->count - 1].last; }

static size_t add_body(name_finder *f, const note_unit *u, size_t at, const found_name *body) {
  name_add(f, u, body);
  size_t told = last_told(f, u);
  bool flat = body->form == ISNAD_FORM_NAME && (body->type == ISNAD_NAME_ORGANIZATION || body->id.length > 0); /* a place in it is part of it */
  bool of_man = body->form == ISNAD_FORM_NOMINAL && body->type == ISNAD_NAME_ORGANIZATION &&
                (body->last == at + 2 || (body->last <= at + 4 && note_has_hit(u, at + 1, ISNAD_TABLE_PEOPLE)));
  if (!flat) scan(f, u, name_inside_of(u, at), body->last, of_man); /* "the government of | So-and-so" */
  return told;
}

static size_t add_table(name_finder *f, const note_unit *u, size_t at, const found_name *table) {
  name_add(f, u, table);
  size_t told = last_told(f, u);
  if (table->form == ISNAD_FORM_NOMINAL) scan(f, u, at + 1, table->last, false);
  if (name_has_land(f, u, table)) scan(f, u, at + 1, table->last, false);
  bool of_person = table->type == ISNAD_NAME_ORGANIZATION && !table->doubtful && table->last == at + 2 &&
                   note_has_hit(u, at, ISNAD_TABLE_ORG_HEADS) &&
                   name_hit_uncut(u, at + 1, ISNAD_TABLE_PEOPLE); /* "the administration of | Trump": he is named too */
  if (of_person) scan(f, u, at + 1, table->last, true);
  return table->doubtful ? at + 1 : told;
}

static size_t read_at(name_finder *f, const note_unit *u, size_t at, bool persons) {
  const isnad_phrase *title = title_at(f, u, at);
  if (title != NULL && (name_is_idiom(u, at) || (at > u->first && name_is_idiom(u, at - 1))))
    title = NULL; /* "the blow | that decides" is no judge */
  found_name table, body;
  person_reading person;
  title_reading office;
  const isnad_phrase *place_head = note_hit_at(u, at, ISNAD_TABLE_PLACE_HEADS);
  size_t read = read_called(f, u, at, persons);
  if (read > at) return read;
  bool has_table = name_table(&table, f, u, at);
  read = read_letters(f, u, at, has_table ? &table : NULL);
  if (read > at) return read;
  bool several = place_head != NULL && isnad_place_heads_rows[place_head->row].number != ISNAD_PLACE_HEADS_NUMBER_S &&
                 name_place(u, place_head->first + place_head->count) != NULL; /* "the two states of | X and Y" is also a surname */
  if (several) persons = false;
  if (persons && title != NULL && !(has_table && table_outdoes(&table, title)) && name_title(&office, f, u, title)) return add_title(f, u, &office);
  bool has_person = persons && name_person(&person, f, u, at, PERSON_BARE);
  if (has_person) name_reach_back(&person, f, u);
  bool plays = f->sport && has_table && !table.doubtful && name_club_at(f, u, at) != NULL &&
               name_hit_uncut(u, at + 1, ISNAD_TABLE_GIVEN_NAMES); /* "the owner of Chelsea, | Roman" */
  if (has_person && plays && person.id.length == 0 && table.cut == person.cut) has_person = false;
  uint8_t person_cut = has_person ? person.cut : 0;
  bool has_body = name_body(&body, f, u, at) && !(body.form == ISNAD_FORM_NAME && name_cuts_row(u, &body));
  bool whole = has_table && !table.doubtful && table.cut < person_cut;
  if (has_person && !whole && (!has_table || table.doubtful || person.last > table.last) &&
      (!has_body || person.last > body.last || name_is_full_row(&person, &body))) {
    return add_person(f, u, at, &person);
  }
  size_t behind = place_head != NULL ? name_places_behind(f, u, at, has_table && !table.doubtful ? table.last : 0) : at;
  if (behind > at) return behind;
  if (has_body && has_table && name_is_row_alone(f, u, &table, &body)) has_body = false;
  if (has_body && has_table && name_is_described(f, u, &table, &body)) has_body = false;
  bool outlet = has_table && table.type == ISNAD_NAME_OUTLET && !table.doubtful;
  bool led = name_has_role(u, at, ISNAD_NAME_PARTS_ROLE_GENERIC) && persons &&
             name_begins_office(u, at + 1); /* "the government of | the prime minister X" */
  if (led && !(has_table && table.form == ISNAD_FORM_NAME && !table.doubtful)) return at + 1;
  size_t held = has_body && !has_table && persons ? name_office_in(f, u, &body) : 0;
  if (held > 0) {
    if (body.form == ISNAD_FORM_NOMINAL) name_add(f, u, &body);
    return held;
  }
  bool either = has_body && has_table && table.doubtful && body.form == ISNAD_FORM_NOMINAL && body.last == table.last; /* "the observatory" */
  if (either) name_add(f, u, &table);
  if (has_body && !outlet && (!has_table || body.last > table.last || either)) return add_body(f, u, at, &body);
  return has_table ? add_table(f, u, at, &table) : at + 1;
}

/* Of a word whose letters are hardly a name's: a surname stands behind it, or what announces or introduces somebody before it. */
static bool has_name_around(const name_finder *f, const note_unit *u, size_t at) {
  enum { NAME = 1u << ISNAD_TABLE_PEOPLE | 1u << ISNAD_TABLE_FAMILY_NAMES | 1u << ISNAD_TABLE_GIVEN_NAMES | 1u << ISNAD_TABLE_NAME_PARTS };
  enum { POOR = -20, BEFORE = NAME | 1u << ISNAD_TABLE_TRIGGERS | 1u << ISNAD_TABLE_VERBS | 1u << ISNAD_TABLE_TITLES | 1u << ISNAD_TABLE_PLACES };
  if (at + 1 < u->last && name_has_table(u, at + 1, NAME)) return true;
  if (at > u->first && name_has_table(u, at - 1, BEFORE)) return true;
  return name_shape(name_form(f, at)) > POOR;
}

/* A word of no table begins a name when the news never had it, or seldom and a surname follows ("Garbiñe | Muguruza"). */
static bool may_begin(const name_finder *f, const note_unit *u, size_t at) {
  enum { SELDOM = 400, RARE = 700, LIKELY = 45 };
  uint32_t seen = note_count(u, at);
  name_answer answer = name_answer_at(f, u, at);
  if (answer == NAME_LIKELY) return true;
  if (seen == 0) return answer == NAME_ASKED || has_name_around(f, u, at);
  const isnad_phrase *row = seen < RARE ? note_hit_at(u, at + 1, ISNAD_TABLE_PEOPLE) : NULL;
  bool full = row != NULL && row->cell != ISNAD_PEOPLE_CELL_SHORT_FORMS;
  if (seen < SELDOM && !full && name_is_announced(u, at) && !note_has_hit(u, at - 1, ISNAD_TABLE_TITLES) && name_shape(name_form(f, at)) > LIKELY)
    return true;
  return seen < RARE && !full && (row != NULL || note_has_hit(u, at + 1, ISNAD_TABLE_FAMILY_NAMES));
}

/* "In", "against", "the match": small words that only stand where names do. */
static bool is_beside_names(const note_unit *u, size_t at) {
  enum { PARTS = 1u << ISNAD_TABLE_NAME_PARTS };
  static const uint64_t read = (((uint64_t)1 << ISNAD_NAME_PARTS_ROLE_WHERE) - 1) | (uint64_t)1 << ISNAD_NAME_PARTS_ROLE_CALLED |
                               (uint64_t)1 << ISNAD_NAME_PARTS_ROLE_LETTER | (uint64_t)1 << ISNAD_NAME_PARTS_ROLE_NAMED |
                               (uint64_t)1 << ISNAD_NAME_PARTS_ROLE_KNOWN;
  return (u->tables[at - u->first] & NAME_OF_ANY) == PARTS && (u->roles[at - u->first].parts & read) == 0;
}

/* Whether anything can be read at a token: few have a phrase of the tables of names, and few others are words that nobody knows. */
static bool is_worth_reading(const name_finder *f, const note_unit *u, size_t at) {
  if (name_has_table(u, at, NAME_OF_ANY) && !is_beside_names(u, at)) return true;
  if (at + 1 < u->last && f->tokens[at + 1].kind != ISNAD_TOKEN_WORD && name_has_table(u, at, 1u << ISNAD_TABLE_HEADS))
    return true; /* the newspaper «X» */
  size_t count = 0;
  note_hits_at(u, at, &count);
  if (count == 0) return may_begin(f, u, at);
  return (f->tokens[at].flags & ISNAD_TOKEN_ARABIC) == 0 || name_is_unknown(f, u, at);
}

static void scan(name_finder *f, const note_unit *u, size_t first, size_t last, bool persons) {
  for (size_t at = first; at < last && !f->s->failed;) {
    if (f->tokens[at].kind == ISNAD_TOKEN_WORD)
      at = is_worth_reading(f, u, at) ? read_at(f, u, at, persons) : at + 1;
    else
      at = f->tokens[at].kind == ISNAD_TOKEN_NUMBER && name_is_model(f, u, at) ? name_model(f, u, at) : at + 1;
  }
}

static bool begin(name_finder *f) {
  note_scan *s = f->s;
  f->taken = isnad_arena_array(s->arena, s->unit_count + 1, sizeof *f->taken);
  f->likely = isnad_arena_array(s->arena, s->unit_count + 1, sizeof *f->likely);
  f->heirs = isnad_arena_array(s->arena, NAME_HEIRS, sizeof *f->heirs);
  s->failed = f->taken == NULL || f->likely == NULL || f->heirs == NULL;
  for (size_t i = 0; i < s->unit_count && !s->failed; i++) {
    f->taken[i] = isnad_arena_array(s->arena, s->units[i].last - s->units[i].first + 1, 1);
    s->failed = f->taken[i] == NULL;
  }
  return !s->failed;
}

void note_names(note_scan *s) {
  name_finder f = {.s = s, .tokens = s->page->tokens.items};
  if (!begin(&f)) return;
  f.sport = name_is_sport(&f);
  name_ask(&f);
  for (size_t i = 0; i < s->unit_count && !s->failed; i++) scan(&f, &s->units[i], s->units[i].first, s->units[i].last, true);
  if (!s->failed) name_leagues(&f);
  name_listed(&f);
  if (!s->failed) name_pairs(&f);
  name_sort(&f);
  if (!s->failed) name_entities(&f);
  if (!s->failed) name_again(&f);
  if (!s->failed) name_clubs(&f);
  name_sort(&f);
  if (!s->failed) name_states(&f);
  if (!s->failed) name_ministries(&f);
  name_sort(&f);
  if (!s->failed) name_nominals(&f);
  if (!s->failed) name_hand_over(&f);
}

/* How far the words of a body go behind its head noun: places, bodies, people, adjectives, halves of a double name. */
#include "note/names/names.h"
#include "note/sources/citation.h"
#include "note/word.h"

#include "arabic/letters.h"

#include <string.h>

enum { MOST_WORDS = 8, MOST_UNKNOWN = 3, SHAPE_WORD = -40 };

typedef struct body {
  const name_finder *f;
  const note_unit *u;
  size_t at;
  size_t start;  /* behind the head noun */
  bool closed;   /* a definite noun or a name has been read */
  bool named;    /* a proper name has been read */
  bool bears;    /* houses and ports are called by their adjectives too */
  bool placed;   /* a town was the first word */
  unsigned open; /* indefinite nouns since the head */
  unsigned unknown;
} body;

static bool begins_and(const body *b) {
  isnad_slice form = name_form(b->f, b->at);
  return form.length > 6 && (unsigned char)form.bytes[0] == (0xC0 | LETTER_WAW >> 6) && (unsigned char)form.bytes[1] == (0x80 | (LETTER_WAW & 0x3F));
}

/* wa + al: the second half of a double name (health and population). */
static bool begins_and_definite(const body *b) {
  isnad_slice form = name_form(b->f, b->at);
  const unsigned char *p = (const unsigned char *)form.bytes;
  return begins_and(b) && form.length > 10 && p[2] == (0xC0 | LETTER_ALEF >> 6) && p[3] == (0x80 | (LETTER_ALEF & 0x3F)) &&
         p[4] == (0xC0 | LETTER_LAM >> 6) && p[5] == (0x80 | (LETTER_LAM & 0x3F));
}

/* "Forces | for the defence": li that swallowed the article is of another phrase than a head or an adjective. */
static bool swallows(const body *b) { return word_begins(name_form(b->f, b->at), LETTER_LAM, LETTER_LAM); }

static bool other_head(const body *b) {
  const isnad_phrase *head = note_hit_at(b->u, b->at, ISNAD_TABLE_ORG_HEADS), *title = note_hit_at(b->u, b->at, ISNAD_TABLE_TITLES);
  return head != NULL || title != NULL || note_has_hit(b->u, b->at, ISNAD_TABLE_ORGANIZATIONS) || note_has_hit(b->u, b->at, ISNAD_TABLE_HEADS);
}

static bool take_place(body *b) {
  const isnad_phrase *place = name_place(b->u, b->at);
  if (place == NULL || place->cut > 0 || b->closed) return false;
  bool nation =
      place->count == 1 && !name_is_definite(b->f, b->at) && name_ends_with(b->f, b->at, LETTER_HEH) && name_place_adjective(b->u, b->at) != NULL;
  if (nation) return false; /* "Syrian factions": the adjective is written like the land */
  b->at = place->first + place->count;
  b->placed = b->open == 0 && place->count == 1 && isnad_places_rows[place->row].kind == ISNAD_PLACES_KIND_CITY;
  b->closed = b->named = true;
  return true;
}

/* An adjective whose ending does not tell it: supreme, free, red, unified. */
static bool describes(const body *b) {
  size_t count = 0;
  if (!note_has_hit(b->u, b->at, ISNAD_TABLE_QUOTE_WORDS)) return false;
  const isnad_phrase *hits = note_hits_at(b->u, b->at, &count);
  for (size_t i = 0; i < count; i++)
    if (hits[i].table == ISNAD_TABLE_QUOTE_WORDS && isnad_quote_words_rows[hits[i].row].role == ISNAD_QUOTE_WORDS_ROLE_DESCRIBES) return true;
  return false;
}

/* "The hospital of X, | the military one", "the airport of X, | the international one", no journalist or colonel whose name follows. */
static bool is_tail(const body *b) {
  enum { NAME = 1u << ISNAD_TABLE_GIVEN_NAMES | 1u << ISNAD_TABLE_PEOPLE };
  size_t next = b->at + 1;
  if (!b->closed || !b->bears || name_hit_uncut(b->u, b->at, ISNAD_TABLE_ORG_HEADS)) return false;
  if (note_time_over(b->f->s, b->f->tokens[b->at].span) != NULL) return false; /* "last | year" */
  return next >= b->u->last || name_is_wall(b->f, b->u, next) || !name_has_table(b->u, next, NAME);
}

/* "The world | organisation", "the central | authority": what tells the sphere of a body right behind its noun is an adjective there, though it is a
 * title, a modifier of titles or another body elsewhere. */
static bool is_sphere(const body *b) {
  if (!name_has_role(b->u, b->at, ISNAD_NAME_PARTS_ROLE_SPHERE) || swallows(b)) return false;
  return b->at == b->start ? name_has_role(b->u, b->at - 1, ISNAD_NAME_PARTS_ROLE_PURPOSE) : is_tail(b);
}

/* Adjectives behind a closed name: nisba, feminine, of a place; not the beginning of a new sentence part. */
static bool take_adjective(body *b) {
  if (is_sphere(b)) {
    b->at++;
    b->closed = true;
    return true;
  }
  const isnad_phrase *adjective = name_place_adjective(b->u, b->at);
  bool of_body = name_has_role(b->u, b->at, ISNAD_NAME_PARTS_ROLE_DESCRIBES); /* "the supreme one" is behind an office too */
  if (!name_is_definite(b->f, b->at) || (name_is_modifier(b->u, b->at) && !of_body) || swallows(b)) return false;
  if (adjective != NULL) {
    b->at = adjective->first + adjective->count;
    b->closed = true;
    return true;
  }
  bool looks = name_ends_with(b->f, b->at, LETTER_YEH) || name_ends_with(b->f, b->at, LETTER_HEH);
  isnad_slice form = name_form(b->f, b->at);
  bool supreme = form.length > 10 && name_ends_with(b->f, b->at, LETTER_ALEF) &&
                 (unsigned char)form.bytes[form.length - 4] == (0xC0 | LETTER_YEH >> 6) &&
                 (unsigned char)form.bytes[form.length - 3] == (0x80 | (LETTER_YEH & 0x3F));
  if ((supreme || ((describes(b) || name_has_role(b->u, b->at, ISNAD_NAME_PARTS_ROLE_DESCRIBES)) && !b->named)) && b->closed) {
    b->at++;
    return true;
  }
  bool nisba = form.length > 8 && name_ends_with(b->f, b->at, LETTER_HEH) && (unsigned char)form.bytes[form.length - 4] == (0xC0 | LETTER_YEH >> 6) &&
               (unsigned char)form.bytes[form.length - 3] == (0x80 | (LETTER_YEH & 0x3F));
  if (!looks || !(nisba || name_ends_with(b->f, b->at, LETTER_YEH)) || other_head(b)) return false;
  b->at++;
  b->closed = true;
  return true;
}

/* A body inside the name of a body (the mission of the League), a company or platform inside that of its management. */
static bool take_body(body *b) {
  const isnad_phrase *org = note_hit_at(b->u, b->at, ISNAD_TABLE_ORGANIZATIONS), *outlet = note_hit_at(b->u, b->at, ISNAD_TABLE_OUTLETS);
  bool sure = org != NULL && (org->count > 1 || isnad_organizations_rows[org->row].common == ISNAD_ORGANIZATIONS_COMMON_NO);
  if (!sure) org = outlet != NULL && isnad_outlets_rows[outlet->row].common == ISNAD_OUTLETS_COMMON_NO ? outlet : NULL;
  if (org == NULL || org->cut > 0 || b->closed || b->open > 1) return false;
  b->at = org->first + org->count;
  b->closed = b->named = true;
  return true;
}

/* A university or hospital called after a king: his title and his name. */
static bool take_titled(body *b, const isnad_org_heads_row *row) {
  const isnad_phrase *title = note_hit_at(b->u, b->at, ISNAD_TABLE_TITLES);
  person_reading person;
  bool bears = row->type == ISNAD_ORG_HEADS_TYPE_ORGANIZATION || row->type == ISNAD_ORG_HEADS_TYPE_FACILITY;
  if (title == NULL || title->cut > 0 || b->closed || !bears || !name_has_role(b->u, b->at - 1, ISNAD_NAME_PARTS_ROLE_HOUSE)) return false;
  if (!name_person(&person, b->f, b->u, title->first + title->count, PERSON_TITLED) || person.cut > 0) return false;
  b->at = person.last;
  b->closed = b->named = true;
  return true;
}

/* "The union of the fishermen": a definite sound plural names a trade, though a family may bear it. */
static bool is_plain_plural(const body *b) {
  isnad_slice form = name_form(b->f, b->at);
  if (!name_is_definite(b->f, b->at) || form.length < 14 || !name_ends_with(b->f, b->at, LETTER_NOON)) return false;
  return (unsigned char)form.bytes[form.length - 4] == (0xC0 | LETTER_YEH >> 6) &&
         (unsigned char)form.bytes[form.length - 3] == (0x80 | (LETTER_YEH & 0x3F));
}

static bool take_definite(body *b) {
  const isnad_phrase *title = note_hit_at(b->u, b->at, ISNAD_TABLE_TITLES);
  bool trade = title != NULL && (is_plain_plural(b) || isnad_titles_rows[title->row].number == ISNAD_TITLES_NUMBER_P);
  const isnad_phrase *time = note_hit_at(b->u, b->at, ISNAD_TABLE_TIME_WORDS);
  if (time != NULL && time->cut == 0 && time->count > 1) return false; /* "a device | of last year" */
  if (b->closed || swallows(b) || !name_is_definite(b->f, b->at) || (title != NULL && !trade)) return false;
  b->at++;
  b->closed = true;
  return true;
}

static bool take_second_half(body *b, const isnad_org_heads_row *row) {
  bool takes = row->takes == ISNAD_ORG_HEADS_TAKES_OF || row->takes == ISNAD_ORG_HEADS_TAKES_ANY;
  if (!b->closed || b->named || !takes || !begins_and_definite(b) || other_head(b)) return false;
  b->at++;
  return true;
}

/* A club, a firm, a paper whose name begins with a town goes on with a word that the news never used and that no table knows. */
static bool goes_on_place(const body *b, const isnad_org_heads_row *row) {
  bool bears = row->means == ISNAD_ORG_HEADS_MEANS_CLUB || row->means == ISNAD_ORG_HEADS_MEANS_COMPANY || row->means == ISNAD_ORG_HEADS_MEANS_BANK;
  size_t count = 0;
  if (!bears || b->at >= b->u->last) return false;
  note_hits_at(b->u, b->at, &count);
  return count == 0 && isnad_arabic_frequency(b->f->tokens[b->at].hash) == 0 && !begins_and(b) && name_shape(name_form(b->f, b->at)) > 0;
}

/* "A hydrogen bomb", "a popular march": an indefinite nisba in the feminine describes a thing or an event, and a body whose noun is feminine where
 * the news has the masculine too ("an icy | mass"). */
static bool is_nisba_of_thing(const body *b, const isnad_org_heads_row *row) {
  isnad_slice form = name_form(b->f, b->at), masculine = {form.bytes, form.length - WORD_LETTER};
  if (form.length <= 4 * WORD_LETTER || !word_ends_in(form, LETTER_YEH, LETTER_HEH)) return false;
  if (row->type == ISNAD_ORG_HEADS_TYPE_PRODUCT || row->type == ISNAD_ORG_HEADS_TYPE_EVENT) return true;
  return b->at == b->start && name_ends_with(b->f, b->at - 1, LETTER_HEH) && isnad_arabic_frequency(isnad_token_hash(masculine)) > 0;
}

/* "A square | and telescopes": "and" before letters that the news has. */
static bool joins_word(const body *b) {
  isnad_slice form = name_form(b->f, b->at);
  return begins_and(b) && isnad_arabic_frequency(isnad_token_hash((isnad_slice){form.bytes + WORD_LETTER, form.length - WORD_LETTER})) > 0;
}

static bool take_unknown(body *b, const isnad_org_heads_row *row) {
  if (is_nisba_of_thing(b, row)) return false;
  bool open = row->takes == ISNAD_ORG_HEADS_TAKES_NAME || row->takes == ISNAD_ORG_HEADS_TAKES_ANY;
  bool after_place = b->placed && b->unknown == 0 && goes_on_place(b, row); /* "the club | Dalian | Yifang" */
  if (!open || (b->closed != (b->unknown > 0) && !after_place) || b->unknown >= MOST_UNKNOWN || b->open > 0) return false;
  person_reading person;
  bool bears = row->type == ISNAD_ORG_HEADS_TYPE_ORGANIZATION || row->type == ISNAD_ORG_HEADS_TYPE_FACILITY;
  if (!after_place && b->unknown == 0 && bears && name_has_role(b->u, b->at - 1, ISNAD_NAME_PARTS_ROLE_GENERIC) &&
      name_person(&person, b->f, b->u, b->at, PERSON_BARE) && person.cut == 0 && !person.doubtful)
    return false; /* "the government of | So-and-so" */
  if (!after_place && b->unknown == 0 && bears && !is_plain_plural(b) && name_person(&person, b->f, b->u, b->at, PERSON_BARE) && person.cut == 0 &&
      !person.doubtful) {
    b->at = person.last;
    b->unknown = MOST_UNKNOWN;
  } else if (name_is_unknown(b->f, b->u, b->at) && !joins_word(b) && !name_is_definite(b->f, b->at) &&
             !(b->unknown == 0 && name_is_of_two_genders(b->f, b->u, b->at)) &&
             name_shape(name_form(b->f, b->at)) > (b->unknown > 0 ? 0 : SHAPE_WORD)) {
    b->at++;
    b->unknown++;
  } else {
    return false;
  }
  b->closed = b->named = true;
  return true;
}

/* Indefinite nouns in a construct (administration of munition industry): only what leads to a definite end counts. */
static bool take_open(body *b, const isnad_org_heads_row *row) {
  if (b->closed || b->open >= 2 || row->type != ISNAD_ORG_HEADS_TYPE_ORGANIZATION || row->takes == ISNAD_ORG_HEADS_TAKES_ADJ ||
      row->takes == ISNAD_ORG_HEADS_TAKES_NAME)
    return false;
  if (b->open == 0 && row->means == ISNAD_ORG_HEADS_MEANS_GROUP && other_head(b)) return false;               /* "the holding | of a seminar by" */
  if (name_is_verb(b->f, b->u, b->at) && word_letter_at(name_form(b->f, b->at), 0, LETTER_YEH)) return false; /* "a programme | refuses" */
  if (name_has_role(b->u, b->at, ISNAD_NAME_PARTS_ROLE_WHERE) || name_hit_uncut(b->u, b->at, ISNAD_TABLE_STOPS)) return false; /* "a church | near" */
  if (b->open == 0 && cited_has_lam(b->f->s, b->at)) return false; /* "forces | to keep the peace" */
  if (word_letter_at(name_form(b->f, b->at), 0, LETTER_BEH) && isnad_arabic_proclitics(name_form(b->f, b->at)) == WORD_LETTER)
    return false; /* "an organisation | of the rank of" */
  if (name_place_adjective(b->u, b->at) != NULL || isnad_arabic_frequency(b->f->tokens[b->at].hash) == 0) return false;
  b->open++;
  b->at++;
  return true;
}

/* A mark that opens: no word is written before it, or one is right behind it ("in a state of war" ends with one). */
static bool opens(const name_finder *f, const note_unit *u, size_t at) {
  bool glued = (f->tokens[at].flags & ISNAD_TOKEN_GLUED) != 0;
  return f->tokens[at].kind == ISNAD_TOKEN_QUOTE && (!glued || (at + 1 < u->last && (f->tokens[at + 1].flags & ISNAD_TOKEN_GLUED) != 0));
}

/* "An organisation «terrorist»": indefinite words of every day in marks only describe a body. */
static bool is_description(const body *b, size_t first, size_t last) {
  enum { FREQUENT = 2500 };
  for (size_t at = first; at < last; at++) {
    const isnad_phrase *org = note_hit_at(b->u, at, ISNAD_TABLE_ORGANIZATIONS), *outlet = note_hit_at(b->u, at, ISNAD_TABLE_OUTLETS);
    if (last > first + 1 && at == first && note_has_hit(b->u, at, ISNAD_TABLE_PLACES)) return false;
    bool known = (org != NULL && org->first + org->count == last) || (outlet != NULL && outlet->first + outlet->count == last);
    if (known || name_is_definite(b->f, at) || isnad_arabic_frequency(b->f->tokens[at].hash) < FREQUENT) return false;
  }
  return last <= first + 2;
}

/* A name in quotation marks right behind the head. */
static size_t quoted_end(const body *b, bool *named, bool organization) {
  size_t at = b->at + 1;
  while (at < b->u->last && at < b->at + MOST_WORDS && (b->f->tokens[at].kind == ISNAD_TOKEN_WORD || b->f->tokens[at].kind == ISNAD_TOKEN_NUMBER))
    at++;
  bool ends = at < b->u->last && b->f->tokens[at].kind == ISNAD_TOKEN_QUOTE && at > b->at + 1 && at <= b->at + 5;
  if (ends && organization && is_description(b, b->at + 1, at)) ends = false;
  *named = ends;
  return ends ? at + 1 : b->at;
}

size_t name_body_reach(bool *named, const name_finder *f, const note_unit *u, const isnad_phrase *head) {
  const isnad_org_heads_row *row = &isnad_org_heads_rows[head->row];
  size_t start = head->first + head->count, good = start;
  body b = {.f = f, .u = u, .at = start, .start = start};
  b.bears = row->type == ISNAD_ORG_HEADS_TYPE_FACILITY || name_has_role(u, head->first, ISNAD_NAME_PARTS_ROLE_HOUSE) ||
            name_has_role(u, head->first, ISNAD_NAME_PARTS_ROLE_BODY);
  bool open = row->takes == ISNAD_ORG_HEADS_TAKES_NAME || row->takes == ISNAD_ORG_HEADS_TAKES_ANY;
  if (open && start < u->last && opens(f, u, start)) return quoted_end(&b, named, row->type == ISNAD_ORG_HEADS_TYPE_ORGANIZATION);
  bool bears = row->type == ISNAD_ORG_HEADS_TYPE_ORGANIZATION || row->type == ISNAD_ORG_HEADS_TYPE_FACILITY;
  person_reading person;
  if (!bears && name_person(&person, f, u, start, PERSON_BARE) && person.cut == 0) {
    bool maker = person.rule.name == NULL || name_has_role(u, head->first, ISNAD_NAME_PARTS_ROLE_WORK); /* "the film of | So-and-so" */
    if (maker || row->type != ISNAD_ORG_HEADS_TYPE_PRODUCT || row->takes == ISNAD_ORG_HEADS_TAKES_ADJ) return start;
    *named = true; /* "the car | Corolla Cross": whom nobody knows is a thing behind its noun */
    return person.last;
  }
  for (unsigned words = 0; words < MOST_WORDS && name_word_at(f, u, b.at) && !name_is_wall(f, u, b.at); words++) {
    bool adjectives_only = row->takes == ISNAD_ORG_HEADS_TAKES_ADJ;
    bool on = adjectives_only ? take_adjective(&b)
                              : take_body(&b) || take_titled(&b, row) || take_place(&b) || take_unknown(&b, row) ||
                                    (b.closed && take_adjective(&b)) || take_definite(&b) || take_second_half(&b, row) || take_open(&b, row);
    if (!on) break;
    if (b.closed) good = b.at;
  }
  *named = b.named;
  return good;
}

size_t name_body_end(const name_finder *f, const note_unit *u, const isnad_phrase *head) {
  bool named = false;
  return name_body_reach(&named, f, u, head);
}

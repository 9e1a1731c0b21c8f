/* Where an office ends, and the name of its bearer behind it. */
#include "note/names/name_chain.h"
#include "note/names/name_office.h"
#include "note/names/name_part.h"
#include "note/word.h"

#include "arabic/letters.h"

enum { MOST_WORDS = 12, LOOK_AHEAD = 4 };

const isnad_phrase *office_title_at(const note_unit *u, size_t at) {
  const isnad_phrase *hit = note_hit_at(u, at, ISNAD_TABLE_TITLES);
  return hit != NULL && hit->cut == 0 ? hit : NULL;
}

static bool stands_before_name(const isnad_titles_row *row) {
  return row->kind == ISNAD_TITLES_KIND_HONORIFIC || row->kind == ISNAD_TITLES_KIND_RANK || row->takes == ISNAD_TITLES_TAKES_NAME;
}

/* Quotation marks and honorifics may stand between an office and the name. */
static size_t name_begin(const office *o, size_t at) {
  for (size_t skipped = 0; at < o->u->last && skipped < 3; skipped++) {
    const isnad_phrase *title = office_title_at(o->u, at);
    bool hash = o->f->tokens[at].kind != ISNAD_TOKEN_WORD && isnad_slice_equal(name_form(o->f, at), isnad_slice_of("#"));
    bool body = o->f->tokens[at].kind == ISNAD_TOKEN_QUOTE && note_has_hit(o->u, at - 1, ISNAD_TABLE_ORG_HEADS) &&
                !name_is_definite(o->f, at - 1); /* "the head of the union «SAG»" */
    if (body) break;
    if (o->f->tokens[at].kind == ISNAD_TOKEN_QUOTE || hash)
      at++;
    else if (title != NULL && stands_before_name(&isnad_titles_rows[title->row]) && isnad_titles_rows[title->row].kind != ISNAD_TITLES_KIND_MODIFIER)
      at += title->count;
    else
      break;
  }
  return at;
}

bool office_known_person(person_reading *out, const office *o, size_t at) {
  size_t begin = name_begin(o, at);
  const isnad_phrase *place = name_place(o->u, begin);
  bool adjective = o->construct && !o->any && name_is_definite(o->f, begin) && !note_has_hit(o->u, begin, ISNAD_TABLE_PEOPLE);
  if (adjective && name_ends_with(o->f, begin, LETTER_YEH)) return false; /* of the office: the military delegation */
  if (!name_word_at(o->f, o->u, begin) || !name_person(out, o->f, o->u, begin, PERSON_BARE) || out->cut > 0) return false;
  if (out->doubtful && o->construct && !o->any && name_is_definite(o->f, begin)) return false;     /* "the head of the union | of the league" */
  if (out->last == out->first + 1 && name_place_adjective(o->u, out->first) != NULL) return false; /* the Sudanese child is not called so */
  return place == NULL || place->cut > 0 || place->count < out->last - out->first;
}

/* "Her husband is shy", "Russian diplomats": behind kinship or a plural one word that no table knows describes them. */
static bool is_predicate(const office *o, const person_reading *person, size_t at) {
  bool loose = o->row->kind == ISNAD_TITLES_KIND_KINSHIP || o->row->number != ISNAD_TITLES_NUMBER_S;
  const isnad_phrase *given = note_hit_at(o->u, at, ISNAD_TABLE_GIVEN_NAMES), *family = note_hit_at(o->u, at, ISNAD_TABLE_FAMILY_NAMES);
  bool known = (given != NULL && given->cut == 0 && isnad_given_names_rows[given->row].common == ISNAD_GIVEN_NAMES_COMMON_NO) ||
               (family != NULL && family->cut == 0 && isnad_family_names_rows[family->row].common == ISNAD_FAMILY_NAMES_COMMON_NO) ||
               name_hit_uncut(o->u, at, ISNAD_TABLE_PEOPLE);
  return loose && !known && person->last == person->first + 1;
}

static bool person_here(person_reading *out, const office *o, size_t at) {
  size_t begin = name_begin(o, at);
  if (!name_word_at(o->f, o->u, begin) || (name_is_wall(o->f, o->u, begin) && !name_is_ali(o->f, begin))) return false;
  const isnad_phrase *place = name_place(o->u, begin);
  bool unseen = isnad_arabic_frequency(o->f->tokens[begin].hash) == 0 && !note_has_hit(o->u, begin, ISNAD_TABLE_PEOPLE);
  if (place != NULL && place->cut > 0 && unseen) return false; /* "the ambassador of Egypt | in New Zealand" */
  if (place != NULL && place->cut == 0 && isnad_places_rows[place->row].common == ISNAD_PLACES_COMMON_NO && !office_known_person(out, o, at))
    return false;
  if (!name_person(out, o->f, o->u, begin, PERSON_TITLED) || out->cut > 0) return false;
  bool short_form = begin > at && out->words == 1 && out->rule.name != NULL && out->last < o->u->last &&
                    o->f->tokens[begin - 1].kind == ISNAD_TOKEN_QUOTE && o->f->tokens[out->last].kind == ISNAD_TOKEN_QUOTE;
  bool years = out->words == 1 && out->last < o->u->last && o->f->tokens[out->last].kind == ISNAD_TOKEN_NUMBER; /* "in the two years of | 1976" */
  if ((short_form && o->closed) || years) return false; /* "the head of the union of teachers | «Snapest», So-and-so" */
  return !is_predicate(o, out, begin);
}

/* "The professor in the university of Cairo | Hasan Nafia": a given name, though it is a word too, with more of a name behind it. */
static bool full_person(const office *o, size_t at) {
  person_reading found;
  size_t begin = name_begin(o, at);
  const isnad_phrase *given = name_word_at(o->f, o->u, begin) ? note_hit_at(o->u, begin, ISNAD_TABLE_GIVEN_NAMES) : NULL;
  bool arab = given != NULL && given->cut == 0 && isnad_given_names_rows[given->row].origin == ISNAD_GIVEN_NAMES_ORIGIN_ARAB;
  return arab && !name_is_definite(o->f, begin) && person_here(&found, o, at) && found.words > 1;
}

bool office_person_within(const office *o, size_t at) {
  person_reading found;
  for (size_t i = 0; i < LOOK_AHEAD && name_word_at(o->f, o->u, at); i++) {
    const isnad_phrase *place = name_place(o->u, at);
    if (office_known_person(&found, o, at) || full_person(o, at)) return true;
    if (name_is_wall(o->f, o->u, at)) return false;
    at += place != NULL && place->cut == 0 ? place->count : 1;
  }
  return false;
}

/* "The minister for the planning, the civil one, | So-and-so": an adjective that is a surname too stands before the name. */
static bool is_adjective_before(const office *o, const person_reading *person) {
  size_t at = person->first;
  if (!o->closed || person->words < 2 || !name_is_definite(o->f, at) || !name_ends_with(o->f, at, LETTER_YEH)) return false;
  if (note_has_hit(o->u, at, ISNAD_TABLE_PEOPLE) || !name_word_at(o->f, o->u, at + 1)) return false;
  return office_known_person(&(person_reading){0}, o, at + 1);
}

/* "The governor of Hebron, | Kamil So-and-so": a town behind the title, which is a given name too, before somebody's full name. */
static bool is_town_before(const office *o, const person_reading *person) {
  const isnad_phrase *place = name_place(o->u, o->at);
  person_reading behind;
  if (o->any || o->construct || o->row->takes != ISNAD_TITLES_TAKES_OF || place == NULL || place->cut > 0 || person->first != o->at) return false;
  if (note_has_hit(o->u, o->at, ISNAD_TABLE_PEOPLE)) return false;
  size_t end = place->first + place->count;
  return name_is_definite(o->f, o->at) && end < person->last && office_known_person(&behind, o, end) && behind.words > 1 && !behind.doubtful;
}

/* Where the office ends when nothing is named behind it: an open construct gives what was read back. */
static void read_complement(title_reading *out, office *o) {
  size_t good = o->at;
  bool closed = o->closed, direct = o->construct && o->row->takes == ISNAD_TITLES_TAKES_ADJ; /* "the minister of defence | Pak Yong-sik" */
  out->named = o->named;
  for (size_t words = 0; words < MOST_WORDS; words++) {
    if (o->at >= o->u->last) break;
    bool here =
        office_known_person(&out->name, o, o->at) && !(o->any && !o->closed) && !is_adjective_before(o, &out->name) && !is_town_before(o, &out->name);
    here = here || (direct && words == 0 && !name_is_definite(o->f, o->at) && person_here(&out->name, o, o->at) && out->name.words > 1 &&
                    out->name.rule.name == NULL);
    if (here || (o->closed && !name_is_definite(o->f, o->at) && person_here(&out->name, o, o->at))) {
      out->person = true;
      good = o->at;
      break;
    }
    if (!office_goes_on(o)) break;
    if (o->closed) {
      good = o->at;
      closed = true;
      out->named = o->named;
      out->housed = o->housed;
    }
  }
  out->last = (uint32_t)good;
  out->complement = closed;
}

/* "The director of the centre | X for the media": the title's last word is the noun of a body that goes on. */
static void begin_headed_body(office *o) {
  person_reading person;
  bool named = false;
  const isnad_phrase *head = o->construct ? note_hit_at(o->u, o->last, ISNAD_TABLE_ORG_HEADS) : NULL;
  if (head == NULL || head->cut > 0 || head->first + head->count > o->at || name_is_definite(o->f, o->last)) return;
  if (name_has_role(o->u, o->last, ISNAD_NAME_PARTS_ROLE_GENERIC) || name_person(&person, o->f, o->u, o->at, PERSON_BARE)) return;
  size_t end = name_body_whole(&named, o->f, o->u, head);
  if (end <= o->at + 1 || !named) return;
  const isnad_phrase *place = name_place(o->u, o->at);
  if (place != NULL && place->cut == 0 && o->place == 0) o->place = place->row + 1;
  o->at = end;
  o->closed = o->any = o->named = o->body = true;
}

/* "The head of the authority | for the supervision of": a body of the tables begins at the title's last word and goes on behind it. */
static void take_begun_body(office *o) {
  const isnad_phrase *body = o->construct ? note_hit_at(o->u, o->last, ISNAD_TABLE_ORGANIZATIONS) : NULL;
  if (body == NULL || body->cut > 0 || body->first + body->count <= o->at) {
    begin_headed_body(o);
    return;
  }
  const isnad_phrase *adjective = name_place_adjective(o->u, o->at), *place = adjective != NULL ? adjective : name_place(o->u, o->at);
  if (place != NULL && o->place == 0) o->place = place->row + 1; /* "the head of the government | of Spain" */
  o->at = body->first + body->count;
  o->closed = o->any = o->named = true;
}

/* "The leader of the party «the League|»": the mark that closes what opened inside the office belongs to it. */
static void close_marks(title_reading *out, const name_finder *f, const note_unit *u) {
  size_t marks = 0;
  for (size_t at = out->first; at < out->last; at++) marks += f->tokens[at].kind == ISNAD_TOKEN_QUOTE;
  if (marks % 2 == 1 && (!out->person || out->name.first > out->last) && out->last < u->last && f->tokens[out->last].kind == ISNAD_TOKEN_QUOTE)
    out->last++;
}

/* A word of the language that is a name as well: "able", "happy". */
static bool is_everyday_name(const note_unit *u, size_t at) {
  const isnad_phrase *given = note_hit_at(u, at, ISNAD_TABLE_GIVEN_NAMES), *family = note_hit_at(u, at, ISNAD_TABLE_FAMILY_NAMES);
  bool name = given == NULL || isnad_given_names_rows[given->row].common != ISNAD_GIVEN_NAMES_COMMON_NO;
  return name && (family == NULL || isnad_family_names_rows[family->row].common != ISNAD_FAMILY_NAMES_COMMON_NO) && (given != NULL || family != NULL);
}

/* "28 ministers": behind a number the accusative is what is counted. */
static bool is_counted(const name_finder *f, const note_unit *u, size_t at) {
  if (at == u->first || name_is_definite(f, at) || !name_ends_with(f, at, LETTER_ALEF)) return false;
  return f->tokens[at - 1].kind == ISNAD_TOKEN_NUMBER || note_has_hit(u, at - 1, ISNAD_TABLE_NUMBERS);
}

/* The place that the words of the title itself tell: "the king of | X". */
static uint32_t place_inside(const note_unit *u, const isnad_phrase *title) {
  for (size_t at = title->first + 1; at < title->first + title->count; at++) {
    const isnad_phrase *adjective = name_place_adjective(u, at), *place = adjective != NULL ? adjective : name_place(u, at);
    if (place != NULL && place->cut == 0) return place->row + 1;
  }
  return 0;
}

/* "The party names | its candidate": the pronoun, which folds to the ending of the feminine. */
static bool is_owned(const name_finder *f, const isnad_titles_row *row, const isnad_phrase *title) {
  if (title->count > 1 || row->gender != ISNAD_TITLES_GENDER_F || row->takes != ISNAD_TITLES_TAKES_OF || name_is_definite(f, title->first))
    return false;
  return word_ends(isnad_slice_at(f->s->page->text, f->tokens[title->first].span), LETTER_HEH);
}

/* "The daughter of | the ruler of X": the office is read for itself, and she is not its holder. In apposition, between commas, the whole is hers. */
static bool is_kin_of_office(const name_finder *f, const note_unit *u, const isnad_phrase *title) {
  if (title->first > u->first && name_is_comma(f, title->first - 1)) return false;
  const isnad_titles_row *row = &isnad_titles_rows[title->row];
  const isnad_phrase *held = row->kind == ISNAD_TITLES_KIND_KINSHIP && row->takes == ISNAD_TITLES_TAKES_OF && title->count == 1
                                 ? office_title_at(u, title->first + 1)
                                 : NULL;
  return held != NULL && isnad_titles_rows[held->row].kind == ISNAD_TITLES_KIND_OFFICE;
}

/* "The governor of X" is written like "and to X" but for the hamza. */
static bool is_and_to(const name_finder *f, const isnad_phrase *title) {
  isnad_slice word = isnad_slice_at(f->s->page->text, f->tokens[title->first].span);
  return title->cut == 0 && title->count > 1 && word_letter_at(word, 0, LETTER_WAW) && word_letter_at(word, WORD_LETTER, LETTER_ALEF_HAMZA_BELOW);
}

bool name_title(title_reading *out, const name_finder *f, const note_unit *u, const isnad_phrase *title) {
  const isnad_titles_row *row = &isnad_titles_rows[title->row];
  *out = (title_reading){.first = title->first, .row = row, .row_index = title->row};
  out->construct = title->count > 1;
  bool verb = !name_is_definite(f, title->first) && title->count == 1 && name_is_verb(f, u, title->first);
  if (row->kind == ISNAD_TITLES_KIND_MODIFIER || verb) return false; /* "demanded" is written like "student" */
  if (is_and_to(f, title)) return false;
  bool team = row->kind == ISNAD_TITLES_KIND_RANK && note_has_hit(u, title->first, ISNAD_TABLE_ORG_HEADS);
  if (team && f->sport) return false; /* "the team" is written like "the lieutenant general" */
  if (is_kin_of_office(f, u, title)) return false;
  size_t son = title->first + title->count;
  if (title->count == 1 && son < u->last && name_has_role(u, son, ISNAD_NAME_PARTS_ROLE_SON) &&
      name_hit_uncut(u, title->first, ISNAD_TABLE_GIVEN_NAMES))
    return false; /* "Sultan bin Suhaym" */
  if (title->count == 1 && title->cut == 0 && name_is_office_given(f, u, title->first)) return false;
  const isnad_phrase *known = title->count == 1 && title->cut == 0 ? note_hit_at(u, son, ISNAD_TABLE_PEOPLE) : NULL;
  if (known != NULL && known->cut == 0 && known->cell == ISNAD_PEOPLE_CELL_SHORT_FORMS && name_is_womans(f, u, title->first))
    return false;                                                         /* "Amina | Erdogan" is nobody's secretary */
  bool letter = title->count == 1 && f->tokens[title->first].length == 2; /* "Dr." */
  if (letter && !(son < u->last && name_form(f, son).bytes[0] == '.')) return false;
  if (is_owned(f, row, title)) return false;
  if (title->count == 1 && row->kind == ISNAD_TITLES_KIND_OFFICE && is_counted(f, u, title->first)) return false;
  office o = {.f = f, .u = u, .first = title->first, .last = son - 1, .at = son, .row = row, .construct = title->count > 1};
  if (row->takes == ISNAD_TITLES_TAKES_OF || row->takes == ISNAD_TITLES_TAKES_ADJ) take_begun_body(&o);
  if (row->takes != ISNAD_TITLES_TAKES_NONE) read_complement(out, &o);
  if (row->takes == ISNAD_TITLES_TAKES_NONE) out->last = (uint32_t)o.at;
  if (!out->person && stands_before_name(row)) out->person = person_here(&out->name, &o, o.at) && o.at == out->last;
  if (team && !out->person) return false; /* "the team, | the medical one" */
  if (team && out->person && out->name.last == out->name.first + 1 && is_everyday_name(u, out->name.first)) return false; /* "the team is | able" */
  close_marks(out, f, u);
  bool office_told = row->kind == ISNAD_TITLES_KIND_OFFICE && row->number == ISNAD_TITLES_NUMBER_S && row->takes != ISNAD_TITLES_TAKES_NONE;
  if (office_told && !out->person && (out->complement || out->construct)) {
    size_t reach = office_reach(f, u, out->first, out->last);
    out->complement = out->complement || reach > out->last;
    out->last = (uint32_t)reach;
  }
  out->place = o.place != 0 ? o.place : place_inside(u, title);
  out->name_at = out->person ? out->name.first : out->last;
  out->span = (isnad_span){title->span.begin, f->tokens[out->last - 1].span.end};
  return true;
}

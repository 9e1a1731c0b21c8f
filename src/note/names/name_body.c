/* Bodies and facilities told by their head noun: where their name ends. */
#include "note/names/names.h"
#include "note/sources/citation.h"

#include "arabic/letters.h"

#include <string.h>

size_t name_purpose_end(const name_finder *f, const note_unit *u, size_t at) {
  person_reading person;
  if (note_has_hit(u, at, ISNAD_TABLE_TIME_WORDS)) return at; /* "elected | for the third time" */
  size_t end = cited_purpose_end(f->s, u, at);
  for (size_t next = at + 1; next < end; next++)
    if (name_hit_uncut(u, next, ISNAD_TABLE_WEEKDAYS) || (name_person(&person, f, u, next, PERSON_BARE) && person.cut == 0)) return next;
  return end;
}

/* "The national authority | for the elections", "the institute of Massachusetts | for technology": what a body with the article, or one that bears a
 * name, is for. Armies, governments and the like are for nothing. */
static size_t with_purpose(const name_finder *f, const note_unit *u, const isnad_phrase *head, size_t end, bool named) {
  const isnad_org_heads_row *row = &isnad_org_heads_rows[head->row];
  bool body = row->type == ISNAD_ORG_HEADS_TYPE_ORGANIZATION || row->type == ISNAD_ORG_HEADS_TYPE_FACILITY;
  bool bears = body && name_has_role(u, head->first, ISNAD_NAME_PARTS_ROLE_PURPOSE);
  bool described = end == head->first + 2 && head->count <= 2 && name_is_definite(f, head->first) && name_is_definite(f, end - 1);
  bool house = named && end > head->first + head->count && row->type == ISNAD_ORG_HEADS_TYPE_ORGANIZATION && !name_is_definite(f, head->first) &&
               (name_has_role(u, head->first, ISNAD_NAME_PARTS_ROLE_HOUSE) || name_has_role(u, head->first, ISNAD_NAME_PARTS_ROLE_BODY));
  const isnad_phrase *known = note_hit_at(u, head->first, ISNAD_TABLE_ORGANIZATIONS);
  const isnad_phrase *place = name_place(u, head->first); /* "the Russian Federation | for the defence" */
  bool club = known != NULL && isnad_organizations_rows[known->row].kind == ISNAD_ORGANIZATIONS_KIND_CLUB; /* "the union of X | for volleyball" */
  bool listed = (known != NULL && !club && known->first + known->count >= end) || (place != NULL && place->first + place->count >= end);
  bool field = end < u->last && end > head->first + head->count && row->type == ISNAD_ORG_HEADS_TYPE_ORGANIZATION &&
               row->means != ISNAD_ORG_HEADS_MEANS_CLUB && name_has_role(u, end, ISNAD_NAME_PARTS_ROLE_FIELD) && cited_has_lam(f->s, end);
  if (field) return name_purpose_end(f, u, end); /* "the federation of X | for the sport of" */
  bool swallows = end < u->last && word_begins(name_form(f, end), LETTER_LAM, LETTER_LAM);
  bool field_of = !swallows && (bears || house) && name_word_at(f, u, end + 1) && name_is_definite(f, end + 1) && cited_has_lam(f->s, end);
  if (!(swallows || field_of) || listed) return end; /* "the academy of X | for the medicine of children" */
  const isnad_phrase *somebody = note_hit_at(u, end, ISNAD_TABLE_PEOPLE);
  const isnad_phrase *given = note_hit_at(u, end, ISNAD_TABLE_GIVEN_NAMES);
  if (somebody != NULL && somebody->cell == ISNAD_PEOPLE_CELL_SHORT_FORMS) return end; /* "the press office | of al-Abadi" */
  if (given != NULL && given->cut > 0 && isnad_given_names_rows[given->row].common == ISNAD_GIVEN_NAMES_COMMON_NO) return end;
  bool told = note_has_hit(u, end, ISNAD_TABLE_TITLES) || note_has_hit(u, end, ISNAD_TABLE_PLACES) || note_has_hit(u, end, ISNAD_TABLE_OUTLETS);
  if (house && field_of) return told || f->tokens[end - 1].kind == ISNAD_TOKEN_QUOTE ? end : name_purpose_end(f, u, end);
  if (house && !told && !cited_ends_name(u, end)) return end + 1;
  return bears && described ? name_purpose_end(f, u, end) : end;
}

/* "The court of cassation", "the high committee for the elections": a head of several words that is a name by itself, and no word for what was named
 * before. */
static bool is_whole_name(const isnad_phrase *head) {
  const isnad_org_heads_row *row = &isnad_org_heads_rows[head->row];
  bool bears = row->type == ISNAD_ORG_HEADS_TYPE_ORGANIZATION || row->type == ISNAD_ORG_HEADS_TYPE_FACILITY;
  return head->count > 1 && bears && row->takes == ISNAD_ORG_HEADS_TAKES_ADJ && row->alone == ISNAD_ORG_HEADS_ALONE_NO;
}

/* "The union | of Egypt": one adjective of a land behind a noun with the article. */
static bool of_nation(const name_finder *f, const note_unit *u, const isnad_phrase *head, size_t end) {
  return head->count == 1 && end == head->first + 2 && name_is_definite(f, head->first) && name_place_adjective(u, end - 1) != NULL;
}

/* Whether head and complement are a proper name: a name is in it, or the head is of a kind that its complement names. */
static isnad_name_form form_of(const name_finder *f, const note_unit *u, const isnad_phrase *head, size_t end, bool named) {
  const isnad_org_heads_row *row = &isnad_org_heads_rows[head->row];
  size_t words = end - head->first - head->count;
  bool of_state = head->count > 1 && words == 1 && name_place_adjective(u, end - 1) != NULL && !name_is_definite(f, head->first) &&
                  row->type == ISNAD_ORG_HEADS_TYPE_ORGANIZATION; /* "the authority of civil aviation, the Jordanian one" */
  bool federation = f->sport && of_nation(f, u, head, end) && name_has_role(u, head->first, ISNAD_NAME_PARTS_ROLE_PURPOSE);
  if (is_whole_name(head) || federation) return ISNAD_FORM_NAME; /* "the union of Egypt" of an article of matches is its federation */
  bool marked = named && words > 2 && f->tokens[head->first + head->count].kind == ISNAD_TOKEN_QUOTE; /* the campaign "X" */
  bool generic =
      name_has_role(u, head->first, ISNAD_NAME_PARTS_ROLE_GENERIC) || (!marked && name_has_role(u, head->first, ISNAD_NAME_PARTS_ROLE_EVERYDAY));
  if (words == 0 || (row->takes == ISNAD_ORG_HEADS_TAKES_ADJ && !of_state) || generic) return ISNAD_FORM_NOMINAL;
  bool plural = name_ends_with(f, head->first + head->count - 1, LETTER_TEH) && head->count == 1;
  bool of_place = row->type == ISNAD_ORG_HEADS_TYPE_EVENT && name_place(u, head->first + head->count) != NULL;
  if (plural || of_place) return ISNAD_FORM_NOMINAL;
  bool strong = name_has_role(u, head->first, ISNAD_NAME_PARTS_ROLE_BODY) || name_has_role(u, head->first, ISNAD_NAME_PARTS_ROLE_HOUSE);
  if (!named && words == 1 && row->means == ISNAD_ORG_HEADS_MEANS_COMPANY) strong = false; /* "the group of | fans" */
  return named || strong || (row->type == ISNAD_ORG_HEADS_TYPE_ORGANIZATION && words >= 2) ? ISNAD_FORM_NAME : ISNAD_FORM_NOMINAL;
}

/* A hospital or church goes on as a body does, and is a house. */
static isnad_name_type type_of_head(const isnad_org_heads_row *row) {
  switch (row->means == ISNAD_ORG_HEADS_MEANS_HOUSE ? ISNAD_ORG_HEADS_TYPE_FACILITY : row->type) {
  case ISNAD_ORG_HEADS_TYPE_FACILITY:
    return ISNAD_NAME_FACILITY;
  case ISNAD_ORG_HEADS_TYPE_PRODUCT:
    return ISNAD_NAME_PRODUCT;
  case ISNAD_ORG_HEADS_TYPE_ORGANIZATION:
    return ISNAD_NAME_ORGANIZATION;
  default:
    return ISNAD_NAME_EVENT;
  }
}

/* A company or club that the table knows by its own name stands right behind the head, quoted or not. */
static bool bearer_behind(const name_finder *f, const note_unit *u, const isnad_phrase *head) {
  size_t at = head->first + head->count;
  if (at < u->last && f->tokens[at].kind == ISNAD_TOKEN_QUOTE) at++;
  if (at + 1 < u->last && isnad_slice_equal(name_form(f, at), isnad_slice_of("#"))) at++;
  const isnad_phrase *org = note_hit_at(u, at, ISNAD_TABLE_ORGANIZATIONS);
  if (org == NULL || org->cut > 0 || !name_bears_itself(&isnad_organizations_rows[org->row])) return false;
  const isnad_organizations_row *row = &isnad_organizations_rows[org->row];
  bool full = org->count > 1 && row->kind == ISNAD_ORGANIZATIONS_KIND_CLUB && strchr(row->name, ' ') != NULL; /* only its bare word is common */
  if (row->common == ISNAD_ORGANIZATIONS_COMMON_NO || org->count > 2 || full) return true;
  bool goes_on = org->count > 1 || (name_word_at(f, u, at + 1) && name_is_definite(f, at + 1)); /* "the club | al-Raja, the Moroccan" */
  return head->count == 1 && !goes_on && name_stands_for(isnad_org_heads_rows[head->row].means, row->kind);
}

/* "The organising | by the university of a seminar": the noun of an armed group before that of a body is the deed. */
static bool is_deed(const note_unit *u, const isnad_phrase *head) {
  size_t at = head->first + head->count;
  if (head->count > 1 || isnad_org_heads_rows[head->row].means != ISNAD_ORG_HEADS_MEANS_GROUP) return false;
  const isnad_phrase *other = note_hit_at(u, at, ISNAD_TABLE_ORG_HEADS);
  if (other != NULL && other->cut == 0 && isnad_org_heads_rows[other->row].type == ISNAD_ORG_HEADS_TYPE_EVENT) return true; /* "of the referendum" */
  return other != NULL && other->cut == 0 && isnad_org_heads_rows[other->row].means != ISNAD_ORG_HEADS_MEANS_GROUP &&
         isnad_org_heads_rows[other->row].type == ISNAD_ORG_HEADS_TYPE_ORGANIZATION;
}

/* "The jailing of | So-and-so for two years" is written like "the jail of X": before a full name, or an office and its bearer, it is the deed. */
static bool is_jailing(const name_finder *f, const note_unit *u, const isnad_phrase *head) {
  person_reading person;
  size_t at = head->first + head->count;
  if (head->count > 1 || !name_has_role(u, head->first, ISNAD_NAME_PARTS_ROLE_JAILS) || note_has_hit(u, at, ISNAD_TABLE_PLACES)) return false;
  if (note_has_hit(u, at, ISNAD_TABLE_TITLES)) return true;
  bool in = head->first > u->first && name_has_role(u, head->first - 1, ISNAD_NAME_PARTS_ROLE_WHERE); /* "in | the jail of Regina Coeli" */
  return !in && name_person(&person, f, u, at, PERSON_BARE) && person.cut == 0 && !person.doubtful && person.words > 1 &&
         !name_has_role(u, at, ISNAD_NAME_PARTS_ROLE_KUNYA);
}

/* "His penal condition" is written like "the penal police" where teh marbuta lost its dots: a masculine adjective tells it. */
static bool is_owned(const name_finder *f, const note_unit *u, const isnad_phrase *head) {
  isnad_slice text = isnad_slice_at(f->s->page->text, f->tokens[head->first].span);
  size_t next = head->first + 1;
  bool heh = text.length > 2 && (unsigned char)text.bytes[text.length - 2] == (0xC0 | LETTER_HEH >> 6) &&
             (unsigned char)text.bytes[text.length - 1] == (0x80 | (LETTER_HEH & 0x3F));
  bool event = isnad_org_heads_rows[head->row].type == ISNAD_ORG_HEADS_TYPE_EVENT;
  if (head->count == 1 && heh && event && head->cut > 0) return true;                            /* "in his turn" is written like "in the course" */
  if (head->count == 1 && heh && name_hit_uncut(u, head->first, ISNAD_TABLE_STOPS)) return true; /* "he alone" is written like "the unit" */
  return head->count == 1 && heh && name_word_at(f, u, next) && name_is_definite(f, next) && name_ends_with(f, next, LETTER_YEH);
}

/* The organisation «Islamic State»: what stands between the marks is a row of the table. */
static void name_marked(found_name *out, const name_finder *f, const note_unit *u, size_t behind, size_t end) {
  if (behind + 2 >= end || f->tokens[behind].kind != ISNAD_TOKEN_QUOTE || f->tokens[end - 1].kind != ISNAD_TOKEN_QUOTE) return;
  const isnad_phrase *org = note_hit_at(u, behind + 1, ISNAD_TABLE_ORGANIZATIONS), *thing = note_hit_at(u, behind + 1, ISNAD_TABLE_THINGS);
  size_t number = thing != NULL && f->tokens[thing->first + thing->count].kind == ISNAD_TOKEN_NUMBER ? 1 : 0; /* «the phone "iPhone | 6"» */
  if (thing != NULL && thing->cut == 0 && thing->first + thing->count + number + 1 == end && out->type != ISNAD_NAME_ORGANIZATION) {
    out->id = isnad_slice_of(isnad_things_rows[thing->row].id);
    out->canonical = isnad_slice_of(isnad_things_rows[thing->row].name);
    return;
  }
  if (org == NULL || org->cut > 0 || org->first + org->count + 1 != end || out->type != ISNAD_NAME_ORGANIZATION) return;
  out->id = isnad_slice_of(isnad_organizations_rows[org->row].id);
  out->canonical = isnad_slice_of(isnad_organizations_rows[org->row].name);
}

size_t name_body_whole(bool *named, const name_finder *f, const note_unit *u, const isnad_phrase *head) {
  size_t end = name_body_reach(named, f, u, head);
  return with_purpose(f, u, head, end, *named);
}

bool name_body(found_name *out, const name_finder *f, const note_unit *u, size_t at) {
  const isnad_phrase *head = note_hit_at(u, at, ISNAD_TABLE_ORG_HEADS);
  if (head == NULL) return false;
  const isnad_org_heads_row *row = &isnad_org_heads_rows[head->row];
  bool named = false;
  if (bearer_behind(f, u, head) || name_is_idiom(u, at) || is_owned(f, u, head) || is_deed(u, head) || is_jailing(f, u, head)) return false;
  if (head->count == 1 && name_is_whole_word(f, at, head->cut)) return false;
  const isnad_phrase *before = at > u->first ? note_hit_at(u, at - 1, ISNAD_TABLE_QUOTE_WORDS) : NULL;
  bool way =
      before != NULL && before->count == 2 && head->count == 1 && isnad_quote_words_rows[before->row].role == ISNAD_QUOTE_WORDS_ROLE_PREPOSITION;
  /* "scored by | way of So-and-so" */
  if (way) return false;
  size_t behind = head->first + head->count, end = name_body_reach(&named, f, u, head);
  size_t reached = end;
  end = with_purpose(f, u, head, end, named);
  bool alone = end == behind, served = end > reached && name_is_definite(f, head->first) && !note_has_hit(u, reached, ISNAD_TABLE_ORG_HEADS);
  bool led = head->cut > 0 && word_letter_at(name_form(f, at), head->cut - WORD_LETTER, LETTER_BEH); /* "led by | So-and-so" */
  if (led && name_has_role(u, head->first, ISNAD_NAME_PARTS_ROLE_ABSTRACT)) return false;
  const isnad_phrase *agency = note_hit_at(u, at, ISNAD_TABLE_HEADS);
  if (agency != NULL && agency->count > 1 && agency->first + agency->count == end && isnad_heads_rows[agency->row].kind == ISNAD_HEADS_KIND_AGENCY)
    return false; /* "the news agency" is a medium that was named before */
  if (named && name_has_role(u, head->first, ISNAD_NAME_PARTS_ROLE_ABSTRACT) && !(behind < end && f->tokens[behind].kind == ISNAD_TOKEN_QUOTE))
    return false;
  if (alone && row->alone == ISNAD_ORG_HEADS_ALONE_NO && !is_whole_name(head)) return false;
  *out = (found_name){.first = head->first, .last = (uint32_t)end, .type = type_of_head(row), .cut = head->cut, .entity = NO_ENTITY};
  out->span = (isnad_span){head->span.begin, f->tokens[end - 1].span.end};
  out->rule = (isnad_rule){NULL, ISNAD_TABLE_ORG_HEADS, head->row};
  out->form = served ? ISNAD_FORM_NAME : form_of(f, u, head, end, named); /* "the national authority for the elections" */
  out->words = (uint8_t)(end - head->first);
  name_marked(out, f, u, behind, end);
  return true;
}

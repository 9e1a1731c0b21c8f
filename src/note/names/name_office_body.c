/* In which body or for whom an office is: behind li, ba, in, at. */
#include "note/names/name_office.h"
#include "note/word.h"

#include "arabic/letters.h"

#include <string.h>

/* "The head of the unit | in the police of Madrid, | So-and-so": the seat of an office, before a comma and its bearer. */
bool office_take_seat(office *o) {
  office before = *o;
  o->at++;
  o->closed = false;
  bool taken = office_take_name(o);
  const isnad_phrase *modifier = taken ? office_title_at(o->u, o->at) : NULL; /* "in the government | that is recognised" */
  if (modifier != NULL && isnad_titles_rows[modifier->row].kind == ISNAD_TITLES_KIND_MODIFIER) office_close(o, o->at + modifier->count);
  if (taken && name_is_comma(o->f, o->at) && o->at + 1 < o->u->last && office_known_person(&(person_reading){0}, o, o->at + 1)) return true;
  *o = before;
  return false;
}

/* "The minister met | with the president": another office behind ba. */
bool office_is_met(const office *o) {
  const isnad_phrase *other = office_joins_with(o, o->at, LETTER_BEH) ? note_hit_at(o->u, o->at, ISNAD_TABLE_TITLES) : NULL;
  return other != NULL && other->cut > 0 && isnad_titles_rows[other->row].kind == ISNAD_TITLES_KIND_OFFICE;
}

/* "A former deputy | of the director general": the office of another behind li. */
bool office_take_master(office *o) {
  const isnad_phrase *title = note_hit_at(o->u, o->at, ISNAD_TABLE_TITLES);
  static const char *const serves[] = {"vice",      "deputy",         "envoy",     "special-envoy", "adviser",
                                       "assistant", "representative", "spokesman", "secretary"};
  bool of_another = false; /* a minister only speaks to a president */
  for (size_t i = 0; o->row->office != NULL && i < sizeof serves / sizeof serves[0]; i++)
    of_another = of_another || strcmp(o->row->office, serves[i]) == 0;
  bool of = title != NULL && (title->cut > 0 || word_begins(name_form(o->f, o->at), LETTER_LAM, LETTER_LAM)); /* li may have swallowed the article */
  if (!of || isnad_titles_rows[title->row].kind != ISNAD_TITLES_KIND_OFFICE || !of_another) return false;
  bool bare = !name_is_definite(o->f, o->at) && title->count < 2;
  office before = *o;
  o->at = title->first + title->count;
  if (bare) o->closed = false;
  if (bare && !(isnad_titles_rows[title->row].takes == ISNAD_TITLES_TAKES_OF && office_take_name(o))) { /* "the adviser | of the commander of X" */
    *o = before;
    return false;
  }
  office_close(o, o->at);
  return true;
}

/* "The chief of the firm | (X.Y.Z)": the name in brackets behind the noun of a body; `at` when there is none. */
static size_t bracket_end(const office *o, size_t at) {
  enum { LONGEST = 10 };
  if (at >= o->u->last || !isnad_slice_equal(name_form(o->f, at), isnad_slice_of("("))) return at;
  for (size_t end = at + 2; end < o->u->last && end <= at + LONGEST; end++)
    if (isnad_slice_equal(name_form(o->f, end), isnad_slice_of(")"))) return end + 1;
  return at;
}

/* "The secretary general | of the general syndicate": a body behind li, told by its head noun. */
bool office_take_owner(office *o) {
  const isnad_phrase *head = note_hit_at(o->u, o->at, ISNAD_TABLE_ORG_HEADS);
  if (head == NULL || head->cut == 0 || isnad_org_heads_rows[head->row].type != ISNAD_ORG_HEADS_TYPE_ORGANIZATION) return false;
  const isnad_phrase *medium = note_hit_at(o->u, o->at, ISNAD_TABLE_HEADS);
  if (note_has_hit(o->u, o->at, ISNAD_TABLE_OUTLETS) || (medium != NULL && isnad_heads_rows[medium->row].kind <= ISNAD_HEADS_KIND_OUTLET))
    return false; /* "a spokesman said | to the agency" */
  size_t end = name_body_end(o->f, o->u, head);
  if (end == head->first + head->count) end = bracket_end(o, end);
  if (end == head->first + head->count && !name_is_definite(o->f, head->first)) return false;
  if (o->row->kind != ISNAD_TITLES_KIND_OFFICE && !name_is_definite(o->f, o->first)) return false;
  office_close(o, end);
  return true;
}

/* "The director of the department | at the university of X": ba and a body that bears a name, told of one whose office says of what. */
bool office_take_house(office *o) {
  const isnad_phrase *head = note_hit_at(o->u, o->at, ISNAD_TABLE_ORG_HEADS), *known = note_hit_at(o->u, o->at, ISNAD_TABLE_ORGANIZATIONS);
  if (!office_joins_with(o, o->at, LETTER_BEH) || !(o->any || o->construct)) return false;
  bool listed = known != NULL && known->cut > 0 && known->count > 1;
  if (listed && isnad_organizations_rows[known->row].kind == ISNAD_ORGANIZATIONS_KIND_PARLIAMENT) return false; /* where he only speaks */
  bool bears = head != NULL && head->cut > 0 && isnad_org_heads_rows[head->row].type == ISNAD_ORG_HEADS_TYPE_ORGANIZATION &&
               (isnad_org_heads_rows[head->row].means == ISNAD_ORG_HEADS_MEANS_CLUB || name_has_role(o->u, o->at, ISNAD_NAME_PARTS_ROLE_BODY) ||
                name_has_role(o->u, o->at, ISNAD_NAME_PARTS_ROLE_HOUSE));
  bool named = false;
  size_t end = bears ? name_body_whole(&named, o->f, o->u, head) : o->at;
  if (bears && end <= head->first + head->count) end = o->at;
  if (listed && known->first + known->count > end) end = known->first + known->count;
  if (end == o->at) return false;
  office_close(o, end);
  return true;
}

/* "The head of the committee | for the elections", "of the organising committee | of the cup of X": what a definite body is for. */
bool office_take_purpose(office *o) {
  const isnad_phrase *thing = note_hit_at(o->u, o->at, ISNAD_TABLE_THINGS);
  bool body = o->body || (o->construct && name_has_role(o->u, o->last, ISNAD_NAME_PARTS_ROLE_PURPOSE));
  if (!body || o->served || !name_is_definite(o->f, o->at - 1)) return false;
  size_t end = thing != NULL && thing->cut > 0 ? thing->first + thing->count
               : word_begins(name_form(o->f, o->at), LETTER_LAM, LETTER_LAM) || name_has_role(o->u, o->at, ISNAD_NAME_PARTS_ROLE_FIELD)
                   ? name_purpose_end(o->f, o->u, o->at)
                   : o->at;
  if (end == o->at) return false;
  office_close(o, end);
  o->served = true;
  return true;
}

/* A body in which one serves, and where nobody only makes a speech. */
static bool is_service(const isnad_organizations_row *row) {
  switch (row->kind) {
  case ISNAD_ORGANIZATIONS_KIND_MILITARY:
  case ISNAD_ORGANIZATIONS_KIND_POLICE:
  case ISNAD_ORGANIZATIONS_KIND_INTELLIGENCE:
  case ISNAD_ORGANIZATIONS_KIND_ARMED_GROUP:
  case ISNAD_ORGANIZATIONS_KIND_UNIVERSITY:
  case ISNAD_ORGANIZATIONS_KIND_HOSPITAL:
    return true;
  default:
    return false;
  }
}

/* "The prosecutor | at the court of appeal": behind "at" the body to which one is appointed. */
bool office_take_post(office *o) {
  const isnad_phrase *at = note_word_at(o->u, o->at, ISNAD_QUOTE_WORDS_ROLE_WITHIN);
  bool post =
      o->closed && at != NULL && at->cut == 0 && at->count == 1 && word_letter_at(name_form(o->f, o->at), 0, LETTER_LAM) && o->at + 1 < o->u->last;
  if (!post) return false;
  office before = *o;
  o->at++;
  o->closed = false;
  if (office_take_name(o)) return true;
  *o = before;
  return false;
}

/* "The commissioner of trade | in the European Union", "the head of the police | in the province": where he serves, told of one whose office does not
 * tell it. A minister may only speak in a parliament. */
bool office_take_service(office *o) {
  const isnad_phrase *org = note_hit_at(o->u, o->at + 1, ISNAD_TABLE_ORGANIZATIONS), *town = note_hit_at(o->u, o->at + 1, ISNAD_TABLE_PLACE_HEADS);
  const isnad_titles_row *row = o->row;
  bool member = row->kind == ISNAD_TITLES_KIND_PROFESSION ||
                (row->office != NULL && (strcmp(row->office, "leader") == 0 || strcmp(row->office, "commissioner") == 0));
  if (!name_is_definite(o->f, o->first) && !o->construct && !o->any) return false;
  bool serves = org != NULL && org->cut == 0 &&
                (o->body || row->kind == ISNAD_TITLES_KIND_RANK ||
                 (row->office != NULL && (strcmp(row->office, "commander") == 0 || strcmp(row->office, "chief-of-staff") == 0)));
  if (serves && is_service(&isnad_organizations_rows[org->row])) { /* "the chief of the general staff | in the army of X" */
    office_close(o, org->first + org->count);
    return true;
  }
  if (member && name_is_definite(o->f, o->first) && org != NULL && org->cut == 0 &&
      isnad_organizations_rows[org->row].common == ISNAD_ORGANIZATIONS_COMMON_NO &&
      isnad_organizations_rows[org->row].kind != ISNAD_ORGANIZATIONS_KIND_PARLIAMENT) {
    office_close(o, org->first + org->count);
    return true;
  }
  bool district = town != NULL && town->cut == 0 && name_is_definite(o->f, town->first) && o->body &&
                  isnad_place_heads_rows[town->row].kind == ISNAD_PLACE_HEADS_KIND_REGION && town->first + town->count < o->u->last &&
                  name_place(o->u, town->first + town->count) == NULL;
  if (district) office_close(o, town->first + town->count);
  return district;
}

/* What has been read says of what it is an office, or could stand alone: "the analyst", "professor of law". */
static bool is_told(const office *o) { return o->closed || (!o->any && (o->construct || name_is_definite(o->f, o->first))); }

/* A body at the token, behind `cut` bytes of a proclitic. */
static size_t body_end(const office *o, size_t at, bool cut) {
  const isnad_phrase *org = note_hit_at(o->u, at, ISNAD_TABLE_ORGANIZATIONS), *head = note_hit_at(o->u, at, ISNAD_TABLE_ORG_HEADS);
  size_t end = org != NULL && (org->cut > 0) == cut ? org->first + org->count : at;
  bool told = head != NULL && (head->cut > 0) == cut && isnad_org_heads_rows[head->row].type == ISNAD_ORG_HEADS_TYPE_ORGANIZATION;
  bool named = false;
  size_t whole = told ? name_body_whole(&named, o->f, o->u, head) : at;
  if (told && whole == head->first + head->count && !(head->count == 1 && name_is_definite(o->f, head->first))) whole = at;
  const isnad_phrase *outlet = note_hit_at(o->u, at, ISNAD_TABLE_OUTLETS);
  bool platform = outlet != NULL && (outlet->cut > 0) == cut && isnad_outlets_rows[outlet->row].kind == ISNAD_OUTLETS_KIND_PLATFORM;
  if (platform && outlet->first + outlet->count > end) end = outlet->first + outlet->count; /* "the head of security | at Facebook" */
  return whole > end ? whole : end;
}

/* A comma, colon or mark. */
static bool is_end(const office *o, size_t at) { return o->f->tokens[at].kind != ISNAD_TOKEN_WORD && o->f->tokens[at].kind != ISNAD_TOKEN_NUMBER; }

/* "The director of the department of diagnosis, | the early one, in the foundation of X": behind its bearer's name an adjective before the body. */
bool office_take_described(office *o) {
  office behind = *o;
  size_t next = o->at + 1;
  if (!o->closed || o->housed || !name_is_definite(o->f, o->at) || word_begins(name_form(o->f, o->at), LETTER_LAM, LETTER_LAM)) return false;
  if (!name_word_at(o->f, o->u, next) || !note_has_word(o->u, next, ISNAD_QUOTE_WORDS_ROLE_IN) || name_is_wall(o->f, o->u, o->at)) return false;
  behind.at = next;
  if (!office_take_employer(&behind)) return false;
  *o = behind;
  return true;
}

/* "So-and-so, the head of the committee | in the society of dentists", "the adviser | at the White House": behind its bearer's name an office goes on
 * with the body in which he serves. */
bool office_take_employer(office *o) {
  if (!(is_told(o) || !o->any) || !name_is_behind_name(o->f, o->u, o->first)) return false;
  bool ba = office_joins_with(o, o->at, LETTER_BEH);
  bool in = note_has_word(o->u, o->at, ISNAD_QUOTE_WORDS_ROLE_IN) || note_has_word(o->u, o->at, ISNAD_QUOTE_WORDS_ROLE_WITHIN);
  bool held = !o->any && o->last > o->first && note_has_word(o->u, o->last, ISNAD_QUOTE_WORDS_ROLE_IN); /* "a researcher at | the institute" */
  if (!ba && !held && !(in && name_word_at(o->f, o->u, o->at + 1))) return false;
  size_t at = ba || held ? o->at : o->at + 1, end = body_end(o, at, ba);
  if (end == at) return false;
  if (in && end + 1 < o->u->last && note_has_word(o->u, end, ISNAD_QUOTE_WORDS_ROLE_IN)) { /* "in the foundation of X | in Britain," */
    const isnad_phrase *place = name_place(o->u, end + 1);
    size_t behind = place == NULL || place->cut > 0 ? end : place->first + place->count;
    if (behind > end && behind < o->u->last && is_end(o, behind)) end = behind;
  }
  office_close(o, end);
  o->named = o->housed = true;
  return true;
}

/* "A member of parliament | for the party of X": whom he stands for. */
bool office_take_party(office *o) {
  const isnad_phrase *for_ = note_word_at(o->u, o->at, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION);
  const char *kind = o->row->office;
  bool member = kind != NULL && (strcmp(kind, "member") == 0 || strcmp(kind, "vice") == 0 || strcmp(kind, "candidate") == 0);
  if (for_ == NULL || !member || !is_told(o) || !word_begins(name_form(o->f, o->at), LETTER_AIN, LETTER_NOON) || !name_word_at(o->f, o->u, o->at + 1))
    return false;
  const isnad_phrase *org = note_hit_at(o->u, o->at + 1, ISNAD_TABLE_ORGANIZATIONS), *head = note_hit_at(o->u, o->at + 1, ISNAD_TABLE_ORG_HEADS);
  bool party = org != NULL && org->cut == 0 && isnad_organizations_rows[org->row].kind == ISNAD_ORGANIZATIONS_KIND_PARTY;
  size_t end = party ? org->first + org->count : o->at + 1;
  bool named = false;
  if (head != NULL && head->cut == 0 && isnad_org_heads_rows[head->row].means == ISNAD_ORG_HEADS_MEANS_PARTY) {
    size_t whole = name_body_whole(&named, o->f, o->u, head);
    if (whole > end && whole > head->first + head->count) end = whole;
  }
  if (end == o->at + 1) return false;
  office_close(o, end);
  o->named = true;
  return true;
}

/* "The head of «the club of Monaco for cars»": marks around the body whose office it is. The title may hold the first of them. */
bool office_take_marked(office *o) {
  enum { LONGEST = 8 };
  size_t at = o->at;
  bool inside = o->f->tokens[at - 1].kind == ISNAD_TOKEN_QUOTE || (at > o->first + 1 && o->f->tokens[o->first + 1].kind == ISNAD_TOKEN_QUOTE);
  if (!inside && at < o->u->last && o->f->tokens[at].kind == ISNAD_TOKEN_QUOTE)
    at++;
  else if (!inside || o->marked)
    return false;
  size_t first = at;
  while (at < o->u->last && at < first + LONGEST && o->f->tokens[at].kind == ISNAD_TOKEN_WORD) at++;
  if (at == first || at >= o->u->last || o->f->tokens[at].kind != ISNAD_TOKEN_QUOTE) return false;
  bool body =
      first > o->at && note_has_hit(o->u, o->at - 1, ISNAD_TABLE_ORG_HEADS) && !name_is_definite(o->f, o->at - 1); /* the leader of the group «X» */
  if (!body && !office_person_within(o, at + 1)) return false;
  o->marked = true;
  office_close(o, at + 1);
  return true;
}

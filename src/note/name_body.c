/* Bodies and facilities told by their head noun: where their name ends. */
#include "note/citation.h"
#include "note/names.h"

#include "arabic/letters.h"

enum { MOST_WORDS = 8, MOST_UNKNOWN = 3, SHAPE_WORD = -40 };

typedef struct body {
  const name_finder *f;
  const note_unit *u;
  size_t at;
  bool closed;   /* a definite noun or a name has been read */
  bool named;    /* a proper name has been read */
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
  return head != NULL || title != NULL || note_hit_at(b->u, b->at, ISNAD_TABLE_ORGANIZATIONS) != NULL ||
         note_hit_at(b->u, b->at, ISNAD_TABLE_HEADS) != NULL;
}

static bool take_place(body *b) {
  const isnad_phrase *place = name_place(b->u, b->at);
  if (place == NULL || place->cut > 0 || b->closed) return false;
  b->at = place->first + place->count;
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

/* Adjectives behind a closed name: nisba, feminine, of a place; not the beginning of a new sentence part. */
static bool take_adjective(body *b) {
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

static bool take_unknown(body *b, const isnad_org_heads_row *row) {
  bool open = row->takes == ISNAD_ORG_HEADS_TAKES_NAME || row->takes == ISNAD_ORG_HEADS_TAKES_ANY;
  if (!open || b->closed != (b->unknown > 0) || b->unknown >= MOST_UNKNOWN || b->open > 0) return false;
  person_reading person;
  bool bears = row->type == ISNAD_ORG_HEADS_TYPE_ORGANIZATION || row->type == ISNAD_ORG_HEADS_TYPE_FACILITY;
  if (b->unknown == 0 && bears && name_has_role(b->u, b->at - 1, ISNAD_NAME_PARTS_ROLE_GENERIC) &&
      name_person(&person, b->f, b->u, b->at, PERSON_BARE) && person.cut == 0 && !person.doubtful)
    return false; /* "the government of | So-and-so" */
  if (b->unknown == 0 && bears && !is_plain_plural(b) && name_person(&person, b->f, b->u, b->at, PERSON_BARE) && person.cut == 0 &&
      !person.doubtful) {
    b->at = person.last;
    b->unknown = MOST_UNKNOWN;
  } else if (name_is_unknown(b->f, b->u, b->at) && !name_is_definite(b->f, b->at) &&
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
  if (b->open == 0 && cited_has_lam(b->f->s, b->at)) return false;                                            /* "forces | to keep the peace" */
  if (word_letter_at(name_form(b->f, b->at), 0, LETTER_BEH) && isnad_arabic_proclitics(name_form(b->f, b->at)) == WORD_LETTER)
    return false; /* "an organisation | of the rank of" */
  if (name_place_adjective(b->u, b->at) != NULL || isnad_arabic_frequency(b->f->tokens[b->at].hash) == 0) return false;
  b->open++;
  b->at++;
  return true;
}

/* A name in quotation marks right behind the head. */
static size_t quoted_end(const body *b, bool *named) {
  size_t at = b->at + 1;
  while (at < b->u->last && at < b->at + MOST_WORDS && (b->f->tokens[at].kind == ISNAD_TOKEN_WORD || b->f->tokens[at].kind == ISNAD_TOKEN_NUMBER))
    at++;
  bool ends = at < b->u->last && b->f->tokens[at].kind == ISNAD_TOKEN_QUOTE && at > b->at + 1 && at <= b->at + 5;
  *named = ends;
  return ends ? at + 1 : b->at;
}

static size_t body_end(bool *named, const name_finder *f, const note_unit *u, const isnad_phrase *head) {
  const isnad_org_heads_row *row = &isnad_org_heads_rows[head->row];
  size_t start = head->first + head->count, good = start;
  body b = {.f = f, .u = u, .at = start};
  bool open = row->takes == ISNAD_ORG_HEADS_TAKES_NAME || row->takes == ISNAD_ORG_HEADS_TAKES_ANY;
  if (open && start < u->last && f->tokens[start].kind == ISNAD_TOKEN_QUOTE) return quoted_end(&b, named);
  bool bears = row->type == ISNAD_ORG_HEADS_TYPE_ORGANIZATION || row->type == ISNAD_ORG_HEADS_TYPE_FACILITY;
  person_reading person;
  if (!bears && name_person(&person, f, u, start, PERSON_BARE) && person.cut == 0) return start;
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

/* "The national authority | for the elections", "the institute of Massachusetts | for technology": what a body with the article, or one that bears a
 * name, is for. Armies, governments and the like are for nothing. */
static size_t with_purpose(const name_finder *f, const note_unit *u, const isnad_phrase *head, size_t end, bool named) {
  const isnad_org_heads_row *row = &isnad_org_heads_rows[head->row];
  bool bears = row->type == ISNAD_ORG_HEADS_TYPE_ORGANIZATION && name_has_role(u, head->first, ISNAD_NAME_PARTS_ROLE_PURPOSE);
  bool described = end == head->first + 2 && head->count == 1 && name_is_definite(f, head->first) && name_is_definite(f, end - 1);
  bool house = named && end > head->first + head->count && row->type == ISNAD_ORG_HEADS_TYPE_ORGANIZATION && !name_is_definite(f, head->first) &&
               (name_has_role(u, head->first, ISNAD_NAME_PARTS_ROLE_HOUSE) || name_has_role(u, head->first, ISNAD_NAME_PARTS_ROLE_BODY));
  const isnad_phrase *known = note_hit_at(u, head->first, ISNAD_TABLE_ORGANIZATIONS);
  const isnad_phrase *place = name_place(u, head->first); /* "the Russian Federation | for the defence" */
  bool listed = (known != NULL && known->first + known->count >= end) || (place != NULL && place->first + place->count >= end);
  bool swallows = end < u->last && word_begins(name_form(f, end), LETTER_LAM, LETTER_LAM);
  if (!swallows || listed) return end;
  bool told = note_has_hit(u, end, ISNAD_TABLE_TITLES) || note_has_hit(u, end, ISNAD_TABLE_PLACES) || note_has_hit(u, end, ISNAD_TABLE_OUTLETS);
  if (house && !told && !cited_ends_name(u, end)) return end + 1;
  return bears && described ? cited_purpose_end(f->s, u, end) : end;
}

size_t name_body_end(const name_finder *f, const note_unit *u, const isnad_phrase *head) {
  bool named = false;
  return body_end(&named, f, u, head);
}

/* Whether head and complement are a proper name: a name is in it, or the head is of a kind that its complement names. */
static isnad_name_form form_of(const name_finder *f, const note_unit *u, const isnad_phrase *head, size_t end, bool named) {
  const isnad_org_heads_row *row = &isnad_org_heads_rows[head->row];
  size_t words = end - head->first - head->count;
  bool of_state = head->count > 1 && words == 1 && name_place_adjective(u, end - 1) != NULL && !name_is_definite(f, head->first) &&
                  row->type == ISNAD_ORG_HEADS_TYPE_ORGANIZATION; /* "the authority of civil aviation, the Jordanian one" */
  if (words == 0 || (row->takes == ISNAD_ORG_HEADS_TAKES_ADJ && !of_state) || name_has_role(u, head->first, ISNAD_NAME_PARTS_ROLE_GENERIC))
    return ISNAD_FORM_NOMINAL;
  bool plural = name_ends_with(f, head->first + head->count - 1, LETTER_TEH) && head->count == 1;
  bool of_place = row->type == ISNAD_ORG_HEADS_TYPE_EVENT && name_place(u, head->first + head->count) != NULL;
  if (plural || of_place) return ISNAD_FORM_NOMINAL;
  bool strong = name_has_role(u, head->first, ISNAD_NAME_PARTS_ROLE_BODY) || name_has_role(u, head->first, ISNAD_NAME_PARTS_ROLE_HOUSE);
  return named || strong || (row->type == ISNAD_ORG_HEADS_TYPE_ORGANIZATION && words >= 2) ? ISNAD_FORM_NAME : ISNAD_FORM_NOMINAL;
}

static isnad_name_type type_of_head(isnad_org_heads_type type) {
  switch (type) {
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
  const isnad_phrase *org = note_hit_at(u, at, ISNAD_TABLE_ORGANIZATIONS);
  if (org == NULL || org->cut > 0 || !name_bears_itself(&isnad_organizations_rows[org->row])) return false;
  const isnad_organizations_row *row = &isnad_organizations_rows[org->row];
  if (row->common == ISNAD_ORGANIZATIONS_COMMON_NO) return true;
  bool goes_on = org->count > 1 || (name_word_at(f, u, at + 1) && name_is_definite(f, at + 1)); /* "the club | al-Raja, the Moroccan" */
  return head->count == 1 && !goes_on && name_stands_for(isnad_org_heads_rows[head->row].means, row->kind);
}

/* "The organising | by the university of a seminar": the noun of an armed group before that of a body is the deed. */
static bool is_deed(const note_unit *u, const isnad_phrase *head) {
  size_t at = head->first + head->count;
  if (head->count > 1 || isnad_org_heads_rows[head->row].means != ISNAD_ORG_HEADS_MEANS_GROUP) return false;
  const isnad_phrase *other = note_hit_at(u, at, ISNAD_TABLE_ORG_HEADS);
  return other != NULL && other->cut == 0 && isnad_org_heads_rows[other->row].means != ISNAD_ORG_HEADS_MEANS_GROUP &&
         isnad_org_heads_rows[other->row].type == ISNAD_ORG_HEADS_TYPE_ORGANIZATION;
}

/* "His penal condition" is written like "the penal police" where teh marbuta lost its dots: a masculine adjective tells it. */
static bool is_owned(const name_finder *f, const note_unit *u, const isnad_phrase *head) {
  isnad_slice text = isnad_slice_at(f->s->page->text, f->tokens[head->first].span);
  size_t next = head->first + 1;
  bool heh = text.length > 2 && (unsigned char)text.bytes[text.length - 2] == (0xC0 | LETTER_HEH >> 6) &&
             (unsigned char)text.bytes[text.length - 1] == (0x80 | (LETTER_HEH & 0x3F));
  return head->count == 1 && heh && name_word_at(f, u, next) && name_is_definite(f, next) && name_ends_with(f, next, LETTER_YEH);
}

/* The organisation «Islamic State»: what stands between the marks is a row of the table. */
static void name_marked(found_name *out, const name_finder *f, const note_unit *u, size_t behind, size_t end) {
  if (behind + 2 >= end || f->tokens[behind].kind != ISNAD_TOKEN_QUOTE || f->tokens[end - 1].kind != ISNAD_TOKEN_QUOTE) return;
  const isnad_phrase *org = note_hit_at(u, behind + 1, ISNAD_TABLE_ORGANIZATIONS), *thing = note_hit_at(u, behind + 1, ISNAD_TABLE_THINGS);
  if (thing != NULL && thing->cut == 0 && thing->first + thing->count + 1 == end && out->type != ISNAD_NAME_ORGANIZATION) {
    out->id = isnad_slice_of(isnad_things_rows[thing->row].id);
    out->canonical = isnad_slice_of(isnad_things_rows[thing->row].name);
    return;
  }
  if (org == NULL || org->cut > 0 || org->first + org->count + 1 != end || out->type != ISNAD_NAME_ORGANIZATION) return;
  out->id = isnad_slice_of(isnad_organizations_rows[org->row].id);
  out->canonical = isnad_slice_of(isnad_organizations_rows[org->row].name);
}

bool name_body(found_name *out, const name_finder *f, const note_unit *u, size_t at) {
  const isnad_phrase *head = note_hit_at(u, at, ISNAD_TABLE_ORG_HEADS);
  if (head == NULL) return false;
  const isnad_org_heads_row *row = &isnad_org_heads_rows[head->row];
  bool named = false;
  if (bearer_behind(f, u, head) || name_is_idiom(u, at) || is_owned(f, u, head) || is_deed(u, head)) return false;
  if (head->count == 1 && name_is_whole_word(f, at, head->cut)) return false;
  size_t behind = head->first + head->count, end = body_end(&named, f, u, head);
  end = with_purpose(f, u, head, end, named);
  bool alone = end == behind;
  bool led = head->cut > 0 && word_letter_at(name_form(f, at), head->cut - WORD_LETTER, LETTER_BEH); /* "led by | So-and-so" */
  if (led && name_has_role(u, head->first, ISNAD_NAME_PARTS_ROLE_ABSTRACT)) return false;
  const isnad_phrase *agency = note_hit_at(u, at, ISNAD_TABLE_HEADS);
  if (agency != NULL && agency->count > 1 && agency->first + agency->count == end && isnad_heads_rows[agency->row].kind == ISNAD_HEADS_KIND_AGENCY)
    return false; /* "the news agency" is a medium that was named before */
  if (named && name_has_role(u, head->first, ISNAD_NAME_PARTS_ROLE_ABSTRACT) && !(behind < end && f->tokens[behind].kind == ISNAD_TOKEN_QUOTE))
    return false;
  if (alone && row->alone == ISNAD_ORG_HEADS_ALONE_NO) return false;
  *out = (found_name){.first = head->first, .last = (uint32_t)end, .type = type_of_head(row->type), .cut = head->cut, .entity = NO_ENTITY};
  out->span = (isnad_span){head->span.begin, f->tokens[end - 1].span.end};
  out->rule = (isnad_rule){NULL, ISNAD_TABLE_ORG_HEADS, head->row};
  out->form = form_of(f, u, head, end, named);
  out->words = (uint8_t)(end - head->first);
  name_marked(out, f, u, behind, end);
  return true;
}

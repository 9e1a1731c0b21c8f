/* Names that the tables hold, and what must be seen before an ambiguous one is believed. */
#include "note/names.h"

#include "arabic/letters.h"

#include <string.h>

enum { OFTEN = 20000, OTHER_LETTERS = 1000, BOUND = 40 };

/* An outlet that a citation names may be a common word: the citation is its proof. */
static bool is_cited(const name_finder *f, const isnad_phrase *hit) {
  isnad_slice id = isnad_slice_of(isnad_outlets_rows[hit->row].id);
  for (size_t i = 0; i < f->s->source_count; i++) {
    isnad_span named = f->s->sources[i].named.span;
    if (named.begin == hit->span.begin && named.end == hit->span.end && isnad_slice_equal(f->s->sources[i].named.id, id)) return true;
  }
  return false;
}

/* A preposition of place before the word, or one that is written on it. */
static bool place_before(const name_finder *f, const note_unit *u, const isnad_phrase *hit) {
  isnad_slice form = name_form(f, hit->first);
  if (hit->cut >= 2 && (unsigned char)form.bytes[hit->cut - 2] == (0xC0 | LETTER_BEH >> 6) &&
      (unsigned char)form.bytes[hit->cut - 1] == (0x80 | (LETTER_BEH & 0x3F)))
    return true;
  if (hit->first == u->first) return false;
  const isnad_phrase *head = note_hit_at(u, hit->first - 1, ISNAD_TABLE_PLACE_HEADS);
  if (head != NULL && head->first + head->count == hit->first) return true;
  const isnad_phrase *part = note_hit_at(u, hit->first - 1, ISNAD_TABLE_NAME_PARTS);
  return part != NULL && isnad_name_parts_rows[part->row].role == ISNAD_NAME_PARTS_ROLE_WHERE;
}

/* Behind "and" and a place an ambiguous word is one more place. */
static bool listed_with_place(const name_finder *f, const note_unit *u, const isnad_phrase *hit) {
  size_t before = hit->first;
  if (hit->cut < 2 || before == u->first) return false;
  before--;
  if (f->tokens[before].kind == ISNAD_TOKEN_PUNCT && before > u->first) before--;
  for (size_t back = 0; back < 3 && before >= u->first + back; back++) {
    const isnad_phrase *place = name_place(u, before - back);
    if (place != NULL && place->first + place->count == before + 1) return true;
  }
  return false;
}

/* "The aircraft «Boeing 737|»": the mark that closes behind the last word what opened inside the name belongs to it. */
static void close_marks(found_name *out, const name_finder *f, const note_unit *u) {
  size_t marks = 0;
  for (size_t at = out->first; at < out->last; at++) marks += f->tokens[at].kind == ISNAD_TOKEN_QUOTE;
  if (marks % 2 == 0 || out->last >= u->last || f->tokens[out->last].kind != ISNAD_TOKEN_QUOTE) return;
  out->span.end = f->tokens[out->last].span.end;
  out->last++;
}

static found_name of_hit(const isnad_phrase *hit, isnad_name_type type, const char *id, const char *name) {
  found_name out = {.span = hit->span, .first = hit->first, .last = hit->first + hit->count, .type = type, .cut = hit->cut, .entity = NO_ENTITY};
  out.id = isnad_slice_of(id);
  out.canonical = isnad_slice_of(name);
  out.words = (uint8_t)hit->count;
  out.rule = (isnad_rule){NULL, (isnad_table)hit->table, hit->row};
  return out;
}

/* The suffix of the possessor, "her", ends in alef too. */
static bool ends_in_her(const name_finder *f, size_t at) {
  isnad_slice form = name_form(f, at);
  return form.length > 4 && (unsigned char)form.bytes[form.length - 4] == (0xC0 | LETTER_HEH >> 6) &&
         (unsigned char)form.bytes[form.length - 3] == (0x80 | (LETTER_HEH & 0x3F));
}

/* "an attack, a Ukrainian one" in the accusative is written like "attack" and the country: an indefinite noun in -an stands right before. */
static bool is_adjective_in_accusative(const name_finder *f, const note_unit *u, const isnad_phrase *hit) {
  if (hit->count > 1 || hit->cut > 0 || hit->first == u->first || !name_ends_with(f, hit->first, LETTER_ALEF)) return false;
  size_t before = hit->first - 1;
  isnad_slice form = name_form(f, hit->first);
  bool nisba = form.length > 8 && (unsigned char)form.bytes[form.length - 4] == (0xC0 | LETTER_YEH >> 6) &&
               (unsigned char)form.bytes[form.length - 3] == (0x80 | (LETTER_YEH & 0x3F));
  if (!nisba || !name_word_at(f, u, before) || name_is_definite(f, before) || name_is_wall(f, u, before)) return false;
  if (ends_in_her(f, before)) return false;
  return name_ends_with(f, before, LETTER_ALEF) && f->tokens[before].length >= 8 && name_place(u, before) == NULL;
}

/* "the Saudi villages", "a Syrian front": a country's name that is its feminine adjective too, behind a noun of the same definiteness with no
 * preposition or verb between. */
static bool is_feminine_adjective(const name_finder *f, const note_unit *u, const isnad_phrase *hit) {
  if (hit->count > 1 || hit->cut > 0 || hit->first == u->first) return false;
  if (!name_is_spelled(f, hit->first, 0, isnad_places_rows[hit->row].adjectives, NULL)) return false;
  size_t before = hit->first - 1;
  bool dash =
      f->tokens[before].kind == ISNAD_TOKEN_PUNCT && before > u->first && name_form(f, before).length == 1 && name_form(f, before).bytes[0] == '-';
  if (dash) return name_place_adjective(u, before - 1) != NULL;
  if (!name_word_at(f, u, before) || name_is_wall(f, u, before) || name_hit_uncut(u, before, ISNAD_TABLE_PLACE_HEADS)) return false;
  const isnad_phrase *verb = note_hit_at(u, before, ISNAD_TABLE_VERBS);
  if (verb != NULL && verb->cut == 0 && isnad_verbs_rows[verb->row].sure == ISNAD_VERBS_SURE_YES) return false;
  isnad_slice noun = name_form(f, before);
  bool with_and = noun.length > 10 && (unsigned char)noun.bytes[0] == (0xC0 | LETTER_WAW >> 6) &&
                  (unsigned char)noun.bytes[1] == (0x80 | (LETTER_WAW & 0x3F)) && memcmp(noun.bytes + 2, "\xD8\xA7\xD9\x84", 4) == 0; /* "and the" */
  bool definite = name_is_definite(f, before) || with_and;
  if (name_is_definite(f, hit->first)) return definite && !name_hit_uncut(u, before, ISNAD_TABLE_GIVEN_NAMES);
  isnad_slice word = name_form(f, before); /* "raids", the sound plural */
  bool plural = word.length > 6 && name_ends_with(f, before, LETTER_TEH) && (unsigned char)word.bytes[word.length - 4] == (0xC0 | LETTER_ALEF >> 6) &&
                (unsigned char)word.bytes[word.length - 3] == (0x80 | (LETTER_ALEF & 0x3F));
  return !definite && (plural || name_ends_with(f, before, LETTER_HEH));
}

/* "the city of X", "the south of X" in the tables: X itself is read behind the word. */
static bool described(const note_unit *u, const isnad_phrase *hit) {
  if (hit->count != 2 || isnad_places_rows[hit->row].kind == ISNAD_PLACES_KIND_COUNTRY ||
      isnad_places_rows[hit->row].kind == ISNAD_PLACES_KIND_CAPITAL)
    return false;
  const isnad_phrase *inner = name_place(u, hit->first + 1), *head = note_hit_at(u, hit->first, ISNAD_TABLE_PLACE_HEADS);
  bool city = head != NULL && isnad_place_heads_rows[head->row].keep == ISNAD_PLACE_HEADS_KEEP_NO;
  return inner != NULL && inner->cut == 0 && inner->count == 1 && (city || name_has_role(u, hit->first, ISNAD_NAME_PARTS_ROLE_WHERE));
}

/* The club of these very words, in an article of matches. */
static const isnad_phrase *club_at(const name_finder *f, const note_unit *u, size_t at) {
  const isnad_phrase *body = f->sport ? note_hit_at(u, at, ISNAD_TABLE_ORGANIZATIONS) : NULL;
  return body != NULL && isnad_organizations_rows[body->row].kind == ISNAD_ORGANIZATIONS_KIND_CLUB ? body : NULL;
}

/* "The coasts of | Oman": of a capital and a country that are spelled alike the country. */
static const isnad_phrase *by_the_sea(const note_unit *u, const isnad_phrase *place) {
  size_t count = 0;
  const isnad_phrase *hits = note_hits_at(u, place->first, &count);
  if (isnad_places_rows[place->row].kind != ISNAD_PLACES_KIND_CAPITAL) return place;
  for (size_t i = 0; i < count; i++)
    if (hits[i].table == ISNAD_TABLE_PLACES && hits[i].cell != ISNAD_PLACES_CELL_ADJECTIVES && hits[i].count == place->count &&
        isnad_places_rows[hits[i].row].kind == ISNAD_PLACES_KIND_COUNTRY)
      return &hits[i];
  return place;
}

/* Where one spelling has several bearers the one whose country the article has named is meant; else the first row, which is the best known. */
static bool read_place(found_name *out, const name_finder *f, const note_unit *u, size_t at) {
  const isnad_phrase *hit = name_place(u, at);
  if (hit != NULL && (described(u, hit) || name_is_idiom(u, at))) return false;
  if (hit == NULL || (hit->count == 1 && name_is_whole_word(f, at, hit->cut))) return false;
  if (hit->first > u->first && name_has_role(u, hit->first - 1, ISNAD_NAME_PARTS_ROLE_COAST)) hit = by_the_sea(u, hit);
  const isnad_places_row *row = &isnad_places_rows[hit->row];
  const isnad_phrase *club = club_at(f, u, at);
  if (club != NULL && club->count == hit->count && club->cut == hit->cut && !place_before(f, u, hit)) return false;
  *out = of_hit(hit, ISNAD_NAME_PLACE, row->id, row->name);
  if (is_adjective_in_accusative(f, u, hit) || is_feminine_adjective(f, u, hit) || name_hit_uncut(u, at, ISNAD_TABLE_MONTHS)) return false;
  bool town = row->kind == ISNAD_PLACES_KIND_CITY || row->kind == ISNAD_PLACES_KIND_REGION;
  bool other_letters = town && hit->count == 1 && isnad_arabic_frequency(f->tokens[at].hash) > OTHER_LETTERS &&
                       !name_is_spelled(f, at, hit->cut, row->name, row->spellings);
  if (other_letters && !place_before(f, u, hit)) return false; /* "matters" is not the river Amur: they differ by a madda */
  bool twofold = hit->count == 1 && name_has_role(u, at, ISNAD_NAME_PARTS_ROLE_TWOFOLD);
  out->doubtful = twofold && !place_before(f, u, hit); /* "always" */
  if (row->common == ISNAD_PLACES_COMMON_NO) return true;
  bool great = row->kind == ISNAD_PLACES_KIND_COUNTRY || row->kind == ISNAD_PLACES_KIND_SEA || row->kind == ISNAD_PLACES_KIND_CAPITAL;
  bool definite_country = great && name_is_definite(f, at);
  isnad_slice form = name_form(f, at), rest = {form.bytes + hit->cut, form.length - hit->cut};
  bool everyday =
      !great && hit->count == 1 && (name_has_role(u, at, ISNAD_NAME_PARTS_ROLE_TWOFOLD) || isnad_arabic_frequency(isnad_token_hash(rest)) > OFTEN);
  bool bound = hit->cut > 0 && !great && hit->count == 1 && isnad_arabic_frequency(f->tokens[at].hash) > BOUND;
  out->doubtful = everyday || bound || !(hit->count > 1 || place_before(f, u, hit) || listed_with_place(f, u, hit) || definite_country);
  return true;
}

/* The outlet's own name behind its descriptive head (the agency X, the site X), when the tables know it alone. */
static const isnad_phrase *without_head(const note_unit *u, const isnad_phrase *hit) {
  const isnad_phrase *head = note_hit_at(u, hit->first, ISNAD_TABLE_HEADS);
  if (hit->count < 2 || head == NULL) return NULL;
  for (size_t at = hit->first + 1; at < hit->first + hit->count; at++) {
    size_t count = 0;
    const isnad_phrase *hits = note_hits_at(u, at, &count);
    for (size_t i = 0; i < count; i++)
      if (hits[i].table == ISNAD_TABLE_OUTLETS && hits[i].row == hit->row && hits[i].cut == 0 && at + hits[i].count == hit->first + hit->count)
        return &hits[i];
  }
  return NULL;
}

/* "Russia today, Sunday" and "a statement today, Sunday" name no outlet: a weekday follows their last word. */
static bool ends_in_a_day(const note_unit *u, const isnad_phrase *hit) {
  size_t last = hit->first + hit->count - 1;
  return hit->count > 1 && name_hit_uncut(u, last, ISNAD_TABLE_STOPS) && name_hit_uncut(u, last + 1, ISNAD_TABLE_WEEKDAYS);
}

/* "Announced | Russia | today": the citation took the first of the words alone. */
static bool is_cited_apart(const name_finder *f, const isnad_phrase *hit) {
  for (size_t i = 0; i < f->s->source_count; i++) {
    isnad_span named = f->s->sources[i].named.span;
    if (named.begin == hit->span.begin && named.end < hit->span.end) return true;
  }
  return false;
}

static bool read_outlet(found_name *out, const name_finder *f, const note_unit *u, size_t at) {
  const isnad_phrase *hit = note_hit_at(u, at, ISNAD_TABLE_OUTLETS);
  if (hit == NULL || ends_in_a_day(u, hit) || is_cited_apart(f, hit)) return false;
  const isnad_phrase *bare = without_head(u, hit), *head = note_hit_at(u, at, ISNAD_TABLE_HEADS);
  const isnad_outlets_row *row = &isnad_outlets_rows[hit->row];
  bool document = head != NULL && head->cut == hit->cut && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_DOCUMENT;
  if (row->common == ISNAD_OUTLETS_COMMON_YES && hit->count == 1 && (document || name_hit_uncut(u, at, ISNAD_TABLE_STOPS))) return false;

  *out = of_hit(bare != NULL ? bare : hit, ISNAD_NAME_OUTLET, row->id, row->name);
  bool headed = hit->count > 1 && head != NULL;
  out->doubtful = row->common == ISNAD_OUTLETS_COMMON_YES && !headed && !is_cited(f, hit);
  return !(hit->count == 1 && name_is_whole_word(f, at, hit->cut));
}

/* State bodies that a noun and an adjective describe are no proper names: the Russian army, the Iraqi government. */
static isnad_name_form form_of_body(const note_unit *u, const isnad_phrase *hit, isnad_organizations_kind kind) {
  bool state = kind == ISNAD_ORGANIZATIONS_KIND_MILITARY || kind == ISNAD_ORGANIZATIONS_KIND_POLICE;
  bool described = state && hit->count > 1 && name_place_adjective(u, hit->first + hit->count - 1) != NULL;
  bool any =
      strncmp(isnad_organizations_rows[hit->row].id, "org.any.", 8) == 0 && kind != ISNAD_ORGANIZATIONS_KIND_MINISTRY; /* every state has one */
  if (kind == ISNAD_ORGANIZATIONS_KIND_ARMED_GROUP) return ISNAD_FORM_NAME; /* "the Syrian Democratic Forces" are called so */
  return described || any || name_has_role(u, hit->first, ISNAD_NAME_PARTS_ROLE_GENERIC) ? ISNAD_FORM_NOMINAL : ISNAD_FORM_NAME;
}

/* "the Russian foreign [ministry]" is an adjective when a definite noun stands right before it. */
static bool describes_noun(const name_finder *f, const note_unit *u, const isnad_phrase *hit, isnad_organizations_kind kind) {
  if (kind != ISNAD_ORGANIZATIONS_KIND_MINISTRY || hit->first == u->first || hit->cut > 0 || !name_is_definite(f, hit->first)) return false;
  return name_word_at(f, u, hit->first - 1) && (name_is_definite(f, hit->first - 1) || name_hit_uncut(u, hit->first - 1, ISNAD_TABLE_TITLES));
}

/* "the company X", "the club X" in the table: X itself is read behind the head. */
static bool named_behind_head(const note_unit *u, const isnad_phrase *hit) {
  const isnad_phrase *inner = hit->count > 1 ? note_hit_at(u, hit->first + 1, ISNAD_TABLE_ORGANIZATIONS) : NULL;
  if (inner == NULL || inner->row != hit->row || inner->cut > 0 || inner->first + inner->count != hit->first + hit->count) return false;
  return note_hit_at(u, hit->first, ISNAD_TABLE_ORG_HEADS) != NULL && name_bears_itself(&isnad_organizations_rows[hit->row]);
}

/* The same word is a town, and no doubt of the town's. */
static bool is_town(const note_unit *u, const isnad_phrase *hit) {
  const isnad_phrase *place = name_place(u, hit->first);
  return place != NULL && place->count == hit->count && place->cut == hit->cut && isnad_places_rows[place->row].common == ISNAD_PLACES_COMMON_NO;
}

/* A club's word in an article of matches: it names a town too and stands where no town does, or a word of play is right before it. */
static bool in_play(const name_finder *f, const note_unit *u, const isnad_phrase *hit) {
  if (club_at(f, u, hit->first) != hit) return false;
  const isnad_phrase *place = name_place(u, hit->first);
  if (place != NULL && place->count == hit->count && place->cut == hit->cut) return !place_before(f, u, hit);
  if (hit->cut > 0 || (name_is_definite(f, hit->first + hit->count) && name_word_at(f, u, hit->first + hit->count))) return false;
  for (size_t back = 1; back <= 2 && hit->first >= u->first + back; back++) /* "beat | the Hilal", "the goal of | al-Ittihad" */
    if (name_has_role(u, hit->first - back, ISNAD_NAME_PARTS_ROLE_SPORT)) return true;
  return false;
}

/* "With zeal", "the zeal of | the players": a name that is a common noun too (role `twofold`), with ba, or before what has it. */
static bool is_common_noun(const name_finder *f, const note_unit *u, const isnad_phrase *hit) {
  enum { LETTER = 2 };
  size_t next = hit->first + hit->count;
  if (hit->count > 1 || !name_has_role(u, hit->first, ISNAD_NAME_PARTS_ROLE_TWOFOLD)) return false;
  const unsigned char *p = (const unsigned char *)name_form(f, hit->first).bytes;
  if (hit->cut == LETTER && p[0] == (0xC0 | LETTER_BEH >> 6) && p[1] == (0x80 | (LETTER_BEH & 0x3F))) return true;
  bool described = name_place_adjective(u, next) != NULL || name_ends_with(f, next, LETTER_YEH) || name_ends_with(f, next, LETTER_HEH);
  return name_word_at(f, u, next) && name_is_definite(f, next) && !described && !name_is_wall(f, u, next);
}

/* A hamza on yeh or waw is never left out, as that on alef is. */
static bool has_seated_hamza(const name_finder *f, size_t at) {
  isnad_slice text = isnad_slice_at(f->s->page->text, f->tokens[at].span);
  for (size_t i = 0; i + 1 < text.length; i++) {
    unsigned letter = ((unsigned char)text.bytes[i] & 0x1Fu) << 6 | ((unsigned char)text.bytes[i + 1] & 0x3Fu);
    bool begins = ((unsigned char)text.bytes[i] & 0xE0) == 0xC0;
    if (begins && (letter == LETTER_YEH_HAMZA || letter == LETTER_WAW_HAMZA)) return true;
  }
  return false;
}

/* "The club | Raja": the noun of its kind stands right before the name (column `means` of org_heads.tsv). */
static bool is_introduced(const name_finder *f, const note_unit *u, const isnad_phrase *hit) {
  size_t next = hit->first + hit->count;
  if (hit->cut > 0 || hit->first == u->first || (name_word_at(f, u, next) && name_is_definite(f, next))) return false;
  size_t before = hit->first - 1;
  if (f->tokens[before].kind == ISNAD_TOKEN_QUOTE && before > u->first) before--;
  const isnad_phrase *head = note_hit_at(u, before, ISNAD_TABLE_ORG_HEADS);
  return head != NULL && head->count == 1 && !name_is_definite(f, before) &&
         name_stands_for(isnad_org_heads_rows[head->row].means, isnad_organizations_rows[hit->row].kind);
}

static bool read_body(found_name *out, const name_finder *f, const note_unit *u, size_t at) {
  const isnad_phrase *hit = note_hit_at(u, at, ISNAD_TABLE_ORGANIZATIONS);
  if (hit == NULL || (hit->count == 1 && name_is_whole_word(f, at, hit->cut))) return false;
  const isnad_organizations_row *row = &isnad_organizations_rows[hit->row];
  bool other = hit->count == 1 && isnad_arabic_frequency(f->tokens[at].hash) > OTHER_LETTERS && has_seated_hamza(f, at) &&
               !name_is_spelled(f, at, hit->cut, row->name, row->spellings);
  if (other) return false;                                                      /* "groups" is not Fiat: they differ by a hamza */
  if (hit->count == 1 && note_time_over(f->s, hit->span) != NULL) return false; /* "the night of Saturday" is not the club of Lille */
  if (describes_noun(f, u, hit, row->kind) || named_behind_head(u, hit)) return false;
  *out = of_hit(hit, ISNAD_NAME_ORGANIZATION, row->id, row->name);
  bool club =
      row->kind == ISNAD_ORGANIZATIONS_KIND_CLUB || row->kind == ISNAD_ORGANIZATIONS_KIND_ARMED_GROUP || row->kind == ISNAD_ORGANIZATIONS_KIND_PARTY;
  if (club && hit->count > 1 && name_place_adjective(u, out->last - 1) != NULL && !name_has_role(u, at, ISNAD_NAME_PARTS_ROLE_GENERIC)) {
    out->last--;
    out->span.end = f->tokens[out->last - 1].span.end;
  }
  bool marked = hit->count > 1 && out->last > hit->first + 2 && f->tokens[out->last - 2].kind == ISNAD_TOKEN_QUOTE;
  if (marked && name_place_adjective(u, out->last - 1) != NULL) { /* «"El Al" | the Israeli» */
    out->last -= 2;
    out->span.end = f->tokens[out->last - 1].span.end;
  }
  out->form = form_of_body(u, hit, row->kind);
  bool everyday = name_is_definite(f, at) && isnad_arabic_frequency(f->tokens[at].hash) > OFTEN && row->kind == ISNAD_ORGANIZATIONS_KIND_COMPANY;
  bool unsure = row->common == ISNAD_ORGANIZATIONS_COMMON_YES || everyday || (row->kind == ISNAD_ORGANIZATIONS_KIND_CLUB && is_town(u, hit));
  out->doubtful = (unsure && hit->count == 1 && !in_play(f, u, hit) && !is_introduced(f, u, hit)) || is_common_noun(f, u, hit);
  return true;
}

static isnad_name_type type_of_thing(isnad_things_type type) {
  switch (type) {
  case ISNAD_THINGS_TYPE_PRODUCT:
    return ISNAD_NAME_PRODUCT;
  case ISNAD_THINGS_TYPE_FACILITY:
    return ISNAD_NAME_FACILITY;
  default:
    return ISNAD_NAME_EVENT;
  }
}

static bool read_thing(found_name *out, const name_finder *f, const note_unit *u, size_t at) {
  const isnad_phrase *hit = note_hit_at(u, at, ISNAD_TABLE_THINGS);
  if (hit == NULL || (hit->count == 1 && name_is_whole_word(f, at, hit->cut))) return false;
  const isnad_things_row *row = &isnad_things_rows[hit->row];
  *out = of_hit(hit, type_of_thing(row->type), row->id, row->name);
  out->doubtful = row->common == ISNAD_THINGS_COMMON_YES;
  return true;
}

/* Whether `b` is to be preferred to `a`: sure before doubtful, then longer, then the fewer letters cut. */
static bool beats(const found_name *b, const found_name *a) {
  uint32_t la = a->last - a->first, lb = b->last - b->first;
  if (a->doubtful != b->doubtful && (lb >= la) == a->doubtful) return a->doubtful;
  if (la != lb) return lb > la;
  return b->cut < a->cut;
}

bool name_table(found_name *out, const name_finder *f, const note_unit *u, size_t at) {
  bool (*const readers[])(found_name *, const name_finder *, const note_unit *, size_t) = {read_outlet, read_body, read_place, read_thing};
  bool any = false;
  size_t count = 0;
  note_hits_at(u, at, &count);
  if (count == 0) return false;
  for (size_t i = 0; i < sizeof readers / sizeof readers[0]; i++) {
    found_name here;
    if (!readers[i](&here, f, u, at)) continue;
    if (!any || beats(&here, out)) *out = here;
    any = true;
  }
  if (any && out->type != ISNAD_NAME_OUTLET) close_marks(out, f, u);
  return any;
}

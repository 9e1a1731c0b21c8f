/* Names that the tables hold, and what must be seen before an ambiguous one is believed. */
#include "note/names.h"

#include "arabic/letters.h"

enum { OFTEN = 3000 };

/* A word that is itself twice as frequent as what is left of it without its proclitic was no name with a proclitic. */
static bool is_rather_a_word(const name_finder *f, const isnad_phrase *hit) {
  if (hit->cut == 0 || hit->count > 1) return false;
  isnad_slice form = name_form(f, hit->first);
  isnad_slice rest = {form.bytes + hit->cut, form.length - hit->cut};
  return isnad_arabic_frequency(isnad_token_hash(form)) > 2 * isnad_arabic_frequency(isnad_token_hash(rest));
}

/* An outlet that a citation names may be a common word: the citation is its proof. */
static bool is_cited(const name_finder *f, const isnad_phrase *hit) {
  for (size_t i = 0; i < f->s->source_count; i++) {
    isnad_span named = f->s->sources[i].named.span;
    if (named.begin == hit->span.begin && named.end == hit->span.end) return true;
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

static found_name of_hit(const isnad_phrase *hit, isnad_name_type type, const char *id, const char *name) {
  found_name out = {.span = hit->span, .first = hit->first, .last = hit->first + hit->count, .type = type, .cut = hit->cut, .entity = NO_ENTITY};
  out.id = isnad_slice_of(id);
  out.canonical = isnad_slice_of(name);
  out.words = (uint8_t)hit->count;
  out.rule = (isnad_rule){NULL, (isnad_table)hit->table, hit->row};
  return out;
}

/* Where one spelling has several bearers the one whose country the article has named is meant; else the first row, which is the best known. */
static bool read_place(found_name *out, const name_finder *f, const note_unit *u, size_t at) {
  const isnad_phrase *hit = name_place(u, at);
  if (hit == NULL || is_rather_a_word(f, hit)) return false;
  const isnad_places_row *row = &isnad_places_rows[hit->row];
  *out = of_hit(hit, ISNAD_NAME_PLACE, row->id, row->name);
  if (row->common == ISNAD_PLACES_COMMON_NO) return true;
  bool great = row->kind == ISNAD_PLACES_KIND_COUNTRY || row->kind == ISNAD_PLACES_KIND_SEA || row->kind == ISNAD_PLACES_KIND_CAPITAL;
  bool definite_country = great && name_is_definite(f, at);
  out->doubtful = !(hit->count > 1 || place_before(f, u, hit) || listed_with_place(f, u, hit) || definite_country);
  return true;
}

static bool read_outlet(found_name *out, const name_finder *f, const note_unit *u, size_t at) {
  const isnad_phrase *hit = note_hit_at(u, at, ISNAD_TABLE_OUTLETS);
  if (hit == NULL) return false;
  const isnad_outlets_row *row = &isnad_outlets_rows[hit->row];
  *out = of_hit(hit, ISNAD_NAME_OUTLET, row->id, row->name);
  out->doubtful = row->common == ISNAD_OUTLETS_COMMON_YES && !is_cited(f, hit);
  if (out->doubtful && hit->count > 1 && note_hit_at(u, at, ISNAD_TABLE_HEADS) != NULL) out->doubtful = false;
  return !is_rather_a_word(f, hit);
}

/* State bodies that a noun and an adjective describe are no proper names: the Russian army, the Iraqi government. */
static isnad_name_form form_of_body(isnad_organizations_kind kind) {
  switch (kind) {
  case ISNAD_ORGANIZATIONS_KIND_GOVERNMENT:
  case ISNAD_ORGANIZATIONS_KIND_MILITARY:
  case ISNAD_ORGANIZATIONS_KIND_POLICE:
    return ISNAD_FORM_NOMINAL;
  default:
    return ISNAD_FORM_NAME;
  }
}

/* "the Russian foreign [ministry]" is an adjective when a definite noun stands right before it. */
static bool describes_noun(const name_finder *f, const note_unit *u, const isnad_phrase *hit, isnad_organizations_kind kind) {
  if (kind != ISNAD_ORGANIZATIONS_KIND_MINISTRY || hit->first == u->first || hit->cut > 0 || !name_is_definite(f, hit->first)) return false;
  return name_word_at(f, u, hit->first - 1) && (name_is_definite(f, hit->first - 1) || name_hit_uncut(u, hit->first - 1, ISNAD_TABLE_TITLES));
}

static bool read_body(found_name *out, const name_finder *f, const note_unit *u, size_t at) {
  const isnad_phrase *hit = note_hit_at(u, at, ISNAD_TABLE_ORGANIZATIONS);
  if (hit == NULL || is_rather_a_word(f, hit)) return false;
  const isnad_organizations_row *row = &isnad_organizations_rows[hit->row];
  if (describes_noun(f, u, hit, row->kind)) return false;
  *out = of_hit(hit, ISNAD_NAME_ORGANIZATION, row->id, row->name);
  out->form = form_of_body(row->kind);
  out->doubtful = row->common == ISNAD_ORGANIZATIONS_COMMON_YES && hit->count == 1;
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
  if (hit == NULL || is_rather_a_word(f, hit)) return false;
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
  (void)OFTEN;
  return any;
}

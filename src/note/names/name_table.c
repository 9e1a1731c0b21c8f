/* Names that the tables hold, and what must be seen before an ambiguous one is believed. */
#include "note/names/names.h"

#include "arabic/letters.h"

#include <string.h>

enum { OFTEN = 20000, OTHER_LETTERS = 1000, NEAR_SOURCES = 16 };

/* An outlet that a citation names may be a common word: the citation is its proof. Citations lie in order, and begin before whom they name. */
static bool is_cited(const name_finder *f, const isnad_phrase *hit) {
  isnad_slice id = isnad_slice_of(isnad_outlets_rows[hit->row].id);
  size_t low = note_source_from(f->s, f->s->source_count, hit->span.begin + 1);
  for (size_t i = low; i > 0 && low - i < NEAR_SOURCES; i--) {
    isnad_span named = f->s->sources[i - 1].named.span;
    if (named.begin == hit->span.begin && named.end == hit->span.end && isnad_slice_equal(f->s->sources[i - 1].named.id, id)) return true;
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

/* The outlet's own name behind its descriptive head (the agency X, the site X), when the tables know it alone. */
static const isnad_phrase *without_head(const name_finder *f, const note_unit *u, const isnad_phrase *hit) {
  const isnad_phrase *head = note_hit_at(u, hit->first, ISNAD_TABLE_HEADS);
  size_t end = hit->first + hit->count, nation = hit->count > 2 && name_place_adjective(u, end - 1) != NULL ? 1 : 0;
  if (nation > 0 && f->tokens[end - 2].kind == ISNAD_TOKEN_QUOTE) nation++;
  if (hit->count < 2 || head == NULL) return NULL;
  for (size_t at = hit->first + 1; at < hit->first + hit->count; at++) {
    size_t count = 0;
    const isnad_phrase *hits = note_hits_at(u, at, &count);
    for (size_t i = 0; i < count; i++)
      if (hits[i].table == ISNAD_TABLE_OUTLETS && hits[i].row == hit->row && hits[i].cut == 0 &&
          (at + hits[i].count >= end || at + hits[i].count == end - nation))
        return &hits[i];
  }
  return NULL;
}

/* "The Times, | the British", «"NTV" | the Russian»: the nation behind an outlet whose row is called so without it, or behind a closing mark. */
static void leave_nation(found_name *out, const name_finder *f, const note_unit *u, const isnad_outlets_row *row) {
  size_t last = out->last - 1;
  if (last <= out->first || name_place_adjective(u, last) == NULL || !name_is_definite(f, last)) return;
  bool marked = f->tokens[last - 1].kind == ISNAD_TOKEN_QUOTE && last - 1 > out->first;
  isnad_span rest = {out->span.begin, f->tokens[last - 1].span.end};
  isnad_slice text = isnad_slice_at(f->s->page->text, rest);
  if (!marked && !name_cell_has(row->name, text) && !name_cell_has(row->spellings, text)) return;
  out->last = (uint32_t)(marked ? last - 1 : last);
  out->span.end = f->tokens[out->last - 1].span.end;
}

/* The longer form of the same outlet between the marks that open at token `at` - 1, with the mark that closes. */
static void go_on_in_marks(found_name *out, const name_finder *f, const note_unit *u, size_t at) {
  const isnad_phrase *inner = note_hit_at(u, at, ISNAD_TABLE_OUTLETS);
  if (inner == NULL || inner->cut > 0 || inner->row != out->rule.row || inner->first + inner->count <= out->last) return;
  out->last = inner->first + inner->count;
  if (out->last < u->last && f->tokens[out->last].kind == ISNAD_TOKEN_QUOTE) out->last++;
  out->span.end = f->tokens[out->last - 1].span.end;
}

/* «The paper "Mundo Deportivo», «"CNN" the news»: a mark stands inside whose other half is outside. It opens, and the name begins behind it, or it
 * closes what opened right before, and ends the name. */
static void keep_to_marks(found_name *out, const name_finder *f, const note_unit *u) {
  size_t marks = 0, mark = out->first;
  for (size_t at = out->first; at < out->last; at++) {
    if (f->tokens[at].kind != ISNAD_TOKEN_QUOTE) continue;
    marks++;
    mark = at;
  }
  if (marks != 1 || mark == out->first) return;
  if (out->first > u->first && f->tokens[out->first - 1].kind == ISNAD_TOKEN_QUOTE) {
    out->last = (uint32_t)mark;
    out->span.end = f->tokens[mark - 1].span.end;
  } else if (!note_has_hit(u, out->first, ISNAD_TABLE_HEADS)) {
    go_on_in_marks(out, f, u, mark + 1); /* «the group "beIN | Sports"» */
  } else if (mark + 1 < out->last) {
    out->first = (uint32_t)mark + 1;
    out->span.begin = f->tokens[out->first].span.begin;
    out->cut = 0;
  }
}

/* "Russia today, Sunday" names no outlet: a weekday follows. Nor does "to Morocco | today", which is neither cited nor a credit between dashes. */
static bool ends_in_a_day(const name_finder *f, const note_unit *u, const isnad_phrase *hit) {
  size_t last = hit->first + hit->count - 1;
  if (hit->count < 2 || !name_hit_uncut(u, last, ISNAD_TABLE_STOPS)) return false;
  if (name_hit_uncut(u, last + 1, ISNAD_TABLE_WEEKDAYS)) return true;
  bool place = isnad_outlets_rows[hit->row].common == ISNAD_OUTLETS_COMMON_YES && name_place(u, hit->first) != NULL;
  return place && !is_cited(f, hit) && !name_is_credit(f, u, hit);
}

/* "Announced | Russia | today": the citation took the first of the words alone. */
static bool is_cited_apart(const name_finder *f, const isnad_phrase *hit) {
  size_t low = note_source_from(f->s, f->s->source_count, hit->span.begin + 1);
  for (size_t i = low; i > 0 && low - i < NEAR_SOURCES; i--) {
    isnad_span named = f->s->sources[i - 1].named.span;
    if (named.begin == hit->span.begin && named.end < hit->span.end) return true;
  }
  return false;
}

/* «The news agency of X "short form"»: a name of several words whose short form, a mention of its own, is in marks. Where the mark stands; 0: none.
 */
static size_t short_form_mark(const name_finder *f, const isnad_phrase *hit, const isnad_phrase *head) {
  size_t end = hit->first + hit->count;
  bool agency = head != NULL && head->count > 1 && head->cut == hit->cut && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_AGENCY;
  if (!agency) return 0;
  for (size_t at = hit->first + 1; at + 1 < end; at++)
    if (f->tokens[at].kind == ISNAD_TOKEN_QUOTE) return at > hit->first + head->count ? at : 0;
  return 0;
}

static bool read_outlet(found_name *out, const name_finder *f, const note_unit *u, size_t at) {
  const isnad_phrase *hit = note_hit_at(u, at, ISNAD_TABLE_OUTLETS);
  if (hit == NULL || ends_in_a_day(f, u, hit) || is_cited_apart(f, hit)) return false;
  const isnad_phrase *bare = without_head(f, u, hit), *head = note_hit_at(u, at, ISNAD_TABLE_HEADS);
  const isnad_outlets_row *row = &isnad_outlets_rows[hit->row];
  bool document = head != NULL && head->cut == hit->cut && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_DOCUMENT;
  if (row->common == ISNAD_OUTLETS_COMMON_YES && hit->count == 1 && (document || name_hit_uncut(u, at, ISNAD_TABLE_STOPS))) return false;

  bool that = hit->cut > 0 && head == NULL && hit->count > 1 && f->tokens[hit->first + 1].kind == ISNAD_TOKEN_QUOTE; /* «that "beIN|» */
  if (that) return false;
  size_t mark = short_form_mark(f, hit, head);
  *out = name_of_hit(bare != NULL && mark == 0 ? bare : hit, ISNAD_NAME_OUTLET, row->id, row->name);
  if (mark > 0) {
    out->last = (uint32_t)mark;
    out->span.end = f->tokens[mark - 1].span.end;
    return true;
  }
  leave_nation(out, f, u, row);
  uint32_t whole = out->first;
  keep_to_marks(out, f, u);
  if (out->first > whole && name_is_wall(f, u, out->first)) return false; /* «"Globo TV" | that» */
  bool headed = hit->count > 1 && head != NULL;
  enum { LONG = 5 * WORD_LETTER };
  bool twitter = row->kind == ISNAD_OUTLETS_KIND_PLATFORM && f->tokens[at].length - hit->cut >= LONG; /* not "X" */
  out->doubtful = row->common == ISNAD_OUTLETS_COMMON_YES && !headed && !twitter && !is_cited(f, hit) && !name_is_credit(f, u, hit);
  return !(hit->count == 1 && name_is_whole_word(f, at, hit->cut));
}

/* "The Revolutionary Guard | of Iran": the name of the row has not the adjective. */
static bool bears_name_alone(const isnad_phrase *hit) {
  size_t words = 1;
  for (const char *p = isnad_organizations_rows[hit->row].name; *p != '\0'; p++) words += *p == ' ';
  return words > 1 && words + 1 == hit->count;
}

/* The row's name begins with the phrase's first word, as it is spelled. */
static bool begins_row(const name_finder *f, const isnad_phrase *hit) {
  isnad_span span = {hit->span.begin, f->tokens[hit->first].span.end};
  isnad_slice word = isnad_slice_at(f->s->page->text, span);
  return isnad_slice_starts(isnad_slice_of(isnad_organizations_rows[hit->row].name), word);
}

/* State bodies that a noun and an adjective describe are no proper names: the Russian army, the Iraqi government. */
static isnad_name_form form_of_body(const name_finder *f, const note_unit *u, const isnad_phrase *hit, isnad_organizations_kind kind) {
  bool state = kind == ISNAD_ORGANIZATIONS_KIND_MILITARY || kind == ISNAD_ORGANIZATIONS_KIND_POLICE;
  bool described = state && hit->count > 1 && name_place_adjective(u, hit->first + hit->count - 1) != NULL && !bears_name_alone(hit);
  bool any = strncmp(isnad_organizations_rows[hit->row].id, "org.any.", 8) == 0 && (state || hit->count == 1); /* "the navy", "the presidency" */
  if (kind == ISNAD_ORGANIZATIONS_KIND_ARMED_GROUP) return ISNAD_FORM_NAME; /* "the Syrian Democratic Forces" are called so */
  bool called = kind == ISNAD_ORGANIZATIONS_KIND_GOVERNMENT && hit->count > 1 && !name_is_definite(f, hit->first) && begins_row(f, hit) &&
                name_place_adjective(u, hit->first + 1) == NULL && name_place(u, hit->first + 1) == NULL; /* "the government of the accord" */
  called = called || (kind == ISNAD_ORGANIZATIONS_KIND_INTERNATIONAL && name_is_definite(f, hit->first)); /* "the European Parliament" */
  return described || any || (!called && name_has_role(u, hit->first, ISNAD_NAME_PARTS_ROLE_GENERIC)) ? ISNAD_FORM_NOMINAL : ISNAD_FORM_NAME;
}

/* "the Russian foreign [ministry]" is an adjective when a definite noun stands right before it. */
static bool describes_noun(const name_finder *f, const note_unit *u, const isnad_phrase *hit, isnad_organizations_kind kind) {
  if (kind != ISNAD_ORGANIZATIONS_KIND_MINISTRY || hit->first == u->first || hit->cut > 0 || !name_is_definite(f, hit->first)) return false;
  return name_word_at(f, u, hit->first - 1) && (name_is_definite(f, hit->first - 1) || name_hit_uncut(u, hit->first - 1, ISNAD_TABLE_TITLES));
}

/* The same word is a town, and no doubt of the town's. */
static bool is_town(const note_unit *u, const isnad_phrase *hit) {
  const isnad_phrase *place = name_place(u, hit->first);
  return place != NULL && place->count == hit->count && place->cut == hit->cut && isnad_places_rows[place->row].common == ISNAD_PLACES_COMMON_NO;
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

/* The body of these words; in an article of matches the federation, where another body is called so too ("the European union"). */
static const isnad_phrase *body_at(const name_finder *f, const note_unit *u, size_t at) {
  const isnad_phrase *first = note_hit_at(u, at, ISNAD_TABLE_ORGANIZATIONS);
  size_t count = 0;
  const isnad_phrase *hits = note_hits_at(u, at, &count);
  for (const isnad_phrase *hit = first; f->sport && hit != NULL && hit < hits + count && hit->count == first->count; hit++)
    if (hit->table == ISNAD_TABLE_ORGANIZATIONS && hit->cut == first->cut &&
        isnad_organizations_rows[hit->row].kind == ISNAD_ORGANIZATIONS_KIND_FEDERATION)
      return hit;
  return first;
}

static bool read_body(found_name *out, const name_finder *f, const note_unit *u, size_t at) {
  const isnad_phrase *hit = body_at(f, u, at);
  if (hit == NULL || (hit->count == 1 && name_is_whole_word(f, at, hit->cut))) return false;
  const isnad_organizations_row *row = &isnad_organizations_rows[hit->row];
  bool other = hit->count == 1 && isnad_arabic_frequency(f->tokens[at].hash) > OTHER_LETTERS && name_has_seated_hamza(f, at) &&
               !name_is_spelled(f, at, hit->cut, row->name, row->spellings);
  if (other || (hit->count == 1 && row->kind == ISNAD_ORGANIZATIONS_KIND_COMPANY && name_has_other_alef(f, hit)))
    return false;                                                               /* "groups" is not Fiat: they differ by a hamza */
  if (hit->count == 1 && note_time_over(f->s, hit->span) != NULL) return false; /* "the night of Saturday" is not the club of Lille */
  bool ministry = row->kind == ISNAD_ORGANIZATIONS_KIND_MINISTRY;
  const isnad_phrase *media = ministry && at > u->first && hit->cut == 0 ? note_hit_at(u, at - 1, ISNAD_TABLE_HEADS) : NULL;
  if (media != NULL && media->first + media->count > at) return false; /* "the media | of Syria" are no ministry */
  if (describes_noun(f, u, hit, row->kind) || name_is_behind_head(f, u, hit)) return false;
  *out = name_of_hit(hit, ISNAD_NAME_ORGANIZATION, row->id, row->name);
  bool club =
      row->kind == ISNAD_ORGANIZATIONS_KIND_CLUB || row->kind == ISNAD_ORGANIZATIONS_KIND_ARMED_GROUP || row->kind == ISNAD_ORGANIZATIONS_KIND_PARTY;
  bool of_nation = club && hit->count > 1 && name_is_definite(f, out->last - 1); /* Kobe is written like "Cuban" */
  const isnad_phrase *nation = of_nation ? name_place_adjective(u, out->last - 1) : NULL;
  bool of_state = nation != NULL && (row->kind == ISNAD_ORGANIZATIONS_KIND_CLUB || /* Kurdistan is part of a party's name */
                                     isnad_places_rows[nation->row].kind == ISNAD_PLACES_KIND_COUNTRY);
  if (of_state && !name_has_role(u, at, ISNAD_NAME_PARTS_ROLE_GENERIC)) {
    out->last--;
    out->span.end = f->tokens[out->last - 1].span.end;
  }
  bool marked = hit->count > 1 && out->last > hit->first + 2 && f->tokens[out->last - 2].kind == ISNAD_TOKEN_QUOTE;
  if (marked && name_place_adjective(u, out->last - 1) != NULL) { /* «"El Al" | the Israeli» */
    out->last -= 2;
    out->span.end = f->tokens[out->last - 1].span.end;
  }
  out->form = form_of_body(f, u, hit, row->kind);
  bool everyday = name_is_definite(f, at) && isnad_arabic_frequency(f->tokens[at].hash) > OFTEN && row->kind == ISNAD_ORGANIZATIONS_KIND_COMPANY;
  bool unsure = row->common == ISNAD_ORGANIZATIONS_COMMON_YES || everyday || (row->kind == ISNAD_ORGANIZATIONS_KIND_CLUB && is_town(u, hit));
  out->doubtful = (unsure && hit->count == 1 && !name_in_play(f, u, hit) && !is_introduced(f, u, hit)) || is_common_noun(f, u, hit);
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
  *out = name_of_hit(hit, type_of_thing(row->type), row->id, row->name);
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
  bool (*const readers[])(found_name *, const name_finder *, const note_unit *, size_t) = {read_outlet, read_body, name_of_place, read_thing};
  bool any = false;
  if (!name_has_table(u, at, NAME_OF_TABLE)) return false;
  for (size_t i = 0; i < sizeof readers / sizeof readers[0]; i++) {
    found_name here;
    if (!readers[i](&here, f, u, at)) continue;
    bool club = any && f->sport && out->doubtful && here.doubtful && here.last == out->last && name_club_at(f, u, at) != NULL &&
                here.type == ISNAD_NAME_ORGANIZATION; /* in an article of matches no paper of that name */
    if (!any || club || beats(&here, out)) *out = here;
    any = true;
  }
  if (any && out->type != ISNAD_NAME_OUTLET) close_marks(out, f, u);
  return any;
}

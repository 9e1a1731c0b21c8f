/* Bodies told again by what they are: "the ministry", "the company", "the Spanish club". What begins with the same noun is meant first, else the body
 * of the kind for which the noun stands. Of several the one that the article tells of most, or that is told of nearest, alone; where neither decides
 * it is nobody. */
#include "note/names/name_rows.h"
#include "note/names/names.h"

#include "arabic/letters.h"

#include <string.h>

enum { LOOK_BACK = 64, CANDIDATES = 6, ARTICLE = 4 /* bytes */ };

/* A noun with its article, and what is told of the body behind it. */
typedef struct told {
  const name_finder *f;
  size_t at; /* index of the mention */
  isnad_slice noun;
  isnad_org_heads_means means;
  const char *country; /* of its adjective; NULL: none */
} told;

typedef struct candidate {
  uint32_t entity;
  size_t count;
  const note_unit *unit; /* of its last mention */
} candidate;

static const isnad_organizations_row *listed(const name_finder *f, const found_name *n) {
  uint32_t e = name_entity_of(f, n);
  isnad_slice id = e == NO_ENTITY ? n->id : f->entities[e].id;
  bool own = n->rule.name == NULL && n->rule.table == ISNAD_TABLE_ORGANIZATIONS && isnad_slice_equal(id, n->id);
  if (own && !isnad_slice_starts(id, isnad_slice_of("org.any."))) return &isnad_organizations_rows[n->rule.row];
  return isnad_slice_starts(id, isnad_slice_of("org.")) && !isnad_slice_starts(id, isnad_slice_of("org.any.")) ? name_body_row(id) : NULL;
}

bool name_stands_for(isnad_org_heads_means means, isnad_organizations_kind kind) {
  switch (means) {
  case ISNAD_ORG_HEADS_MEANS_COMPANY:
    return kind == ISNAD_ORGANIZATIONS_KIND_COMPANY;
  case ISNAD_ORG_HEADS_MEANS_BANK:
    return kind == ISNAD_ORGANIZATIONS_KIND_BANK;
  case ISNAD_ORG_HEADS_MEANS_CLUB:
    return kind == ISNAD_ORGANIZATIONS_KIND_CLUB;
  case ISNAD_ORG_HEADS_MEANS_PARTY:
    return kind == ISNAD_ORGANIZATIONS_KIND_PARTY || kind == ISNAD_ORGANIZATIONS_KIND_ARMED_GROUP;
  case ISNAD_ORG_HEADS_MEANS_GROUP:
    return kind == ISNAD_ORGANIZATIONS_KIND_ARMED_GROUP;
  case ISNAD_ORG_HEADS_MEANS_INTERNATIONAL:
    return kind == ISNAD_ORGANIZATIONS_KIND_INTERNATIONAL || kind == ISNAD_ORGANIZATIONS_KIND_NGO;
  case ISNAD_ORG_HEADS_MEANS_UNION:
    return kind == ISNAD_ORGANIZATIONS_KIND_FEDERATION || kind == ISNAD_ORGANIZATIONS_KIND_UNION;
  case ISNAD_ORG_HEADS_MEANS_LEAGUE:
    return kind == ISNAD_ORGANIZATIONS_KIND_LEAGUE;
  case ISNAD_ORG_HEADS_MEANS_SCHOOL:
    return kind == ISNAD_ORGANIZATIONS_KIND_UNIVERSITY;
  default:
    return false;
  }
}

/* "The championship of | the world cup", told again as "the championship": the noun stands right before an event of the table. */
static bool is_headed(const told *t, const found_name *n) {
  enum { LONGEST = 3 * 2 /* letters written on it */ };
  bool event = n->type == ISNAD_NAME_EVENT && t->f->found[t->at].type == ISNAD_NAME_EVENT;
  if (!event || n->first == 0 || n->id.length == 0 || n->form != ISNAD_FORM_NAME || t->f->tokens[n->first - 1].kind != ISNAD_TOKEN_WORD) return false;
  const note_unit *u = name_unit_of(t->f, n->first);
  if (u == NULL || n->first == u->first || !name_has_role(u, n->first - 1, ISNAD_NAME_PARTS_ROLE_CUP)) return false; /* no match is called so */
  isnad_slice before = name_form(t->f, n->first - 1);
  if (before.length < t->noun.length || before.length > t->noun.length + LONGEST) return false;
  return memcmp(before.bytes + before.length - t->noun.length, t->noun.bytes, t->noun.length) == 0;
}

/* The mention's first word is the noun, with its article or without. */
static bool begins_with(const told *t, const found_name *n) {
  isnad_slice first = name_form(t->f, n->first);
  first = (isnad_slice){first.bytes + n->cut, first.length - n->cut};
  if (is_headed(t, n)) return true;
  if (n->last - n->first < 2) return false;
  bool with_article = first.length == t->noun.length + ARTICLE && memcmp(first.bytes + ARTICLE, t->noun.bytes, t->noun.length) == 0;
  return isnad_slice_equal(first, t->noun) || with_article;
}

/* A place of another country stands in the name: "the club of | Egypt". */
static bool names_other_country(const told *t, const found_name *n) {
  const note_unit *u = name_unit_of(t->f, n->first);
  for (size_t at = n->first; u != NULL && at < n->last; at++) {
    const isnad_phrase *place = note_hit_at(u, at, ISNAD_TABLE_PLACES);
    const char *of = place == NULL ? NULL : isnad_places_rows[place->row].country;
    if (of != NULL && strcmp(of, t->country) != 0) return true;
  }
  return false;
}

/* A body of another country than that of the adjective is not meant. */
static bool is_of_country(const told *t, const found_name *n, const isnad_organizations_row *row, bool same_noun) {
  if (t->country == NULL) return true;
  if (row == NULL) return same_noun && !names_other_country(t, n);
  return row->country != NULL && strcmp(row->country, t->country) == 0;
}

/* A platform is a company too. */
static bool is_platform(const found_name *n) {
  return n->type == ISNAD_NAME_OUTLET && n->rule.name == NULL && n->rule.table == ISNAD_TABLE_OUTLETS &&
         isnad_outlets_rows[n->rule.row].kind == ISNAD_OUTLETS_KIND_PLATFORM;
}

/* "The national team" is none of the clubs. */
static bool is_of_nation(const told *t, const isnad_organizations_row *row) {
  static const char team[] = ".team";
  const isnad_organizations_row *any = name_body_row(isnad_slice_of("org.de.team"));
  bool national = any != NULL && isnad_slice_starts(isnad_slice_of(any->name), t->noun);
  size_t length = strlen(row->id);
  return !national || (length > sizeof team && strcmp(row->id + length - (sizeof team - 1), team) == 0);
}

static bool fits(const told *t, const found_name *n, bool same_noun) {
  uint32_t entity = name_entity_of(t->f, n);
  bool company = !same_noun && t->means == ISNAD_ORG_HEADS_MEANS_COMPANY && t->country == NULL && is_platform(n);
  if ((n->type != t->f->found[t->at].type && !company) || n->doubtful || entity == NO_ENTITY || entity == name_entity_of(t->f, &t->f->found[t->at]))
    return false;
  if (company) return true;
  if (same_noun && t->country == NULL) return begins_with(t, n);
  const isnad_organizations_row *row = listed(t->f, n);
  if (!is_of_country(t, n, row, same_noun)) return false;
  return same_noun ? begins_with(t, n) : row != NULL && n->form == ISNAD_FORM_NAME && name_stands_for(t->means, row->kind) && is_of_nation(t, row);
}

static size_t collect(candidate out[CANDIDATES], const told *t, bool same_noun) {
  size_t count = 0;
  for (size_t back = 1; back <= LOOK_BACK && back <= t->at; back++) {
    const found_name *n = &t->f->found[t->at - back];
    if (!fits(t, n, same_noun)) continue;
    uint32_t entity = name_entity_of(t->f, n);
    size_t i = 0;
    while (i < count && out[i].entity != entity) i++;
    if (i == CANDIDATES) break;
    if (i == count) out[count++] = (candidate){entity, 0, name_unit_of(t->f, n->first)};
    out[i].count++;
  }
  return count;
}

/* Candidates are in the order of nearness. */
static uint32_t choose(const told *t, bool same_noun) {
  candidate c[CANDIDATES];
  size_t count = collect(c, t, same_noun);
  if (count < 2 || same_noun) return count == 0 ? NO_ENTITY : c[0].entity;
  bool most = true, alone = true;
  for (size_t i = 1; i < count; i++) {
    most = most && c[i].count < c[0].count;
    alone = alone && c[i].unit != c[0].unit;
  }
  const note_unit *here = name_unit_of(t->f, t->f->found[t->at].first);
  bool near = here != NULL && c[0].unit != NULL && (c[0].unit == here || c[0].unit + 1 == here);
  return (most || alone) && near ? c[0].entity : NO_ENTITY;
}

/* Nothing but noun phrases means this entity: no name of the article is one with it. */
static bool is_unnamed(const name_finder *f, const found_name *n) {
  uint32_t e = name_entity_of(f, n);
  return e == NO_ENTITY || (!f->entities[e].row && f->found[f->entities[e].longest].form == ISNAD_FORM_NOMINAL);
}

/* "The organisation of the United Nations | " is told by "the UN organisation"; of two that begin with the noun the one named so is meant. */
static bool is_description(const found_name *n, const isnad_phrase *head) {
  return n->form == ISNAD_FORM_NAME && n->last - n->first == 2 && isnad_org_heads_rows[head->row].means == ISNAD_ORG_HEADS_MEANS_INTERNATIONAL &&
         n->rule.name == NULL && n->rule.table == ISNAD_TABLE_ORGANIZATIONS &&
         isnad_organizations_rows[n->rule.row].kind == ISNAD_ORGANIZATIONS_KIND_INTERNATIONAL;
}

static bool read(told *out, const name_finder *f, size_t at) {
  const found_name *n = &f->found[at];
  const note_unit *u = name_unit_of(f, n->first);
  const isnad_phrase *head = u == NULL ? NULL : note_hit_at(u, n->first, ISNAD_TABLE_ORG_HEADS);
  isnad_slice noun = name_form(f, n->first);
  if (head == NULL || noun.length <= n->cut + ARTICLE + 2u) return false;
  *out = (told){.f = f, .at = at, .noun = {noun.bytes + n->cut + ARTICLE, noun.length - n->cut - ARTICLE}};
  while (head->count > 1 && head->first + head->count > n->first + 1) { /* the noun alone, not the longer head */
    size_t count = 0;
    const isnad_phrase *hits = note_hits_at(u, n->first, &count);
    if (head + 1 >= hits + count || head[1].table != ISNAD_TABLE_ORG_HEADS) break;
    head++;
  }
  bool alone = head->count == 1 && isnad_org_heads_rows[head->row].alone == ISNAD_ORG_HEADS_ALONE_YES;
  if (alone) out->means = isnad_org_heads_rows[head->row].means;
  if (n->last == n->first + 1) return true;
  const isnad_phrase *adjective = name_place_adjective(u, n->first + 1);
  if (n->last != n->first + 2 || out->means == ISNAD_ORG_HEADS_MEANS_ABSENT) return false;
  if (adjective != NULL) out->country = isnad_places_rows[adjective->row].country;
  bool plain = adjective == NULL && out->means == ISNAD_ORG_HEADS_MEANS_INTERNATIONAL && name_ends_with(f, n->first + 1, LETTER_HEH);
  return out->country != NULL || plain;
}

uint32_t name_body_again(const name_finder *f, size_t at) {
  const found_name *n = &f->found[at];
  told t;
  if (!read(&t, f, at)) return NO_ENTITY;
  bool described = n->form == ISNAD_FORM_NAME;
  const note_unit *u = name_unit_of(f, n->first);
  if (described ? !is_description(n, note_hit_at(u, n->first, ISNAD_TABLE_ORG_HEADS)) : !is_unnamed(f, n)) return NO_ENTITY;
  uint32_t entity = choose(&t, true);
  bool done = entity != NO_ENTITY || described || t.means == ISNAD_ORG_HEADS_MEANS_ABSENT;
  return done ? entity : choose(&t, false);
}

/* Clubs of an article of matches that are told by less than their name: by the first word of it, by its last, or by a town that plays.
 *
 * A town is a team where it stands right behind a word of winning or losing ("beat | Manchester"), behind "before" or "its guest", or behind "on"
 * that a win governs; then it is one in the whole article wherever no preposition of place stands before it. */
#include "note/names/names.h"

#include "arabic/letters.h"

enum { MOST = 24, FREQUENT = 3000, SURE = 24 };

/* "The win | over": one of the words before governs it. */
static bool is_beaten(const note_unit *u, size_t over) {
  enum { NEAR = 3 };
  for (size_t back = 1; back <= NEAR && over >= u->first + back; back++)
    if (name_has_role(u, over - back, ISNAD_NAME_PARTS_ROLE_BEATS)) return true;
  return false;
}

static bool plays(const note_unit *u, const found_name *town) {
  if (town->first == u->first || town->cut > 0) return false;
  size_t before = town->first - 1;
  return name_has_role(u, before, ISNAD_NAME_PARTS_ROLE_BEATS) || name_has_role(u, before, ISNAD_NAME_PARTS_ROLE_AGAINST) ||
         (name_has_role(u, before, ISNAD_NAME_PARTS_ROLE_OVER) && is_beaten(u, before));
}

static bool is_town(const found_name *n) {
  if (n->type != ISNAD_NAME_PLACE || n->doubtful || n->rule.name != NULL || n->rule.table != ISNAD_TABLE_PLACES) return false;
  return isnad_places_rows[n->rule.row].kind == ISNAD_PLACES_KIND_CITY;
}

/* A preposition of place before the town, or one that is written on it. */
static bool is_place_here(const name_finder *f, const note_unit *u, const found_name *n) {
  isnad_phrase hit = {.first = n->first, .count = n->last - n->first, .cut = n->cut};
  return name_place_before(f, u, &hit);
}

static void make_team(found_name *n, uint32_t entity) {
  n->type = ISNAD_NAME_ORGANIZATION;
  n->entity = entity;
  n->id = n->canonical = (isnad_slice){NULL, 0};
  n->rule = (isnad_rule){"town-that-plays", ISNAD_TABLE_OUTLETS, 0};
}

/* The team of the town, once one of its mentions plays; NO_ENTITY: the arena refuses. */
static uint32_t new_team(name_finder *f, uint32_t index) {
  make_team(&f->found[index], NO_ENTITY);
  uint32_t entity = name_new_entity(f, index);
  if (entity == NO_ENTITY) return NO_ENTITY;
  f->found[index].entity = entity;
  f->entities[entity].canonical = isnad_slice_at(f->s->page->text, f->found[index].span);
  f->entities[entity].id = isnad_arena_printf(f->s->arena, "@club%u", entity);
  f->s->failed = f->s->failed || f->entities[entity].id.length == 0;
  return entity;
}

static void towns_that_play(name_finder *f) {
  isnad_slice towns[MOST];
  uint32_t teams[MOST];
  size_t count = 0;
  for (uint32_t i = 0; i < f->count && count < MOST && !f->s->failed; i++) {
    found_name *n = &f->found[i];
    const note_unit *u = is_town(n) ? name_unit_of(f, n->first) : NULL;
    if (u == NULL || !plays(u, n)) continue;
    size_t known = 0;
    while (known < count && !isnad_slice_equal(towns[known], n->id)) known++;
    if (known < count) continue;
    towns[count] = n->id;
    teams[count] = new_team(f, i);
    count++;
  }
  for (size_t i = 0; i < f->count && count > 0; i++) {
    found_name *n = &f->found[i];
    const note_unit *u = is_town(n) ? name_unit_of(f, n->first) : NULL;
    size_t known = 0;
    while (known < count && !isnad_slice_equal(towns[known], n->id)) known++;
    if (u != NULL && known < count && !is_place_here(f, u, n)) make_team(n, teams[known]);
  }
}

/* "Came from | Barcelona": behind "from" and "to" the town of a club that the article names by its row, twice and more, is the club; not behind "in",
 * the head of a town, or before the nation in the feminine, as towns are described. */
static bool moves_between(const name_finder *f, const note_unit *u, const found_name *n) {
  if (n->cut > 0 || n->first == u->first) return false;
  size_t before = n->first - 1;
  bool way = name_has_role(u, before, ISNAD_NAME_PARTS_ROLE_WHERE) && note_has_hit(u, before, ISNAD_TABLE_STOPS) &&
             !note_has_word(u, before, ISNAD_QUOTE_WORDS_ROLE_IN);
  return way && !name_hit_uncut(u, before, ISNAD_TABLE_PLACE_HEADS) &&
         !(n->last < u->last && name_place_adjective(u, n->last) != NULL && name_ends_with(f, n->last, LETTER_HEH));
}

static void towns_of_clubs(name_finder *f) {
  enum { LEAST = 2 };
  for (size_t i = 0; i < f->count; i++) {
    found_name *n = &f->found[i];
    const note_unit *u = is_town(n) ? name_unit_of(f, n->first) : NULL;
    const isnad_phrase *club = u == NULL || !moves_between(f, u, n) ? NULL : name_club_at(f, u, n->first);
    if (club == NULL || club->cut > 0 || club->first + club->count != n->last) continue;
    isnad_slice id = isnad_slice_of(isnad_organizations_rows[club->row].id);
    uint32_t entity = NO_ENTITY;
    size_t told = 0;
    for (size_t j = 0; j < f->count; j++) {
      const found_name *other = &f->found[j];
      if (other->type != ISNAD_NAME_ORGANIZATION || other->doubtful || !isnad_slice_equal(other->id, id)) continue;
      entity = name_entity_of(f, other);
      told++;
    }
    if (told < LEAST || entity == NO_ENTITY) continue;
    make_team(n, entity);
    n->id = id;
    n->canonical = isnad_slice_of(isnad_organizations_rows[club->row].name);
  }
}

static isnad_slice word_at(const name_finder *f, const found_name *n, size_t at) {
  isnad_slice form = name_form(f, at);
  size_t cut = at == n->first ? n->cut : 0;
  return (isnad_slice){form.bytes + cut, form.length - cut};
}

static bool is_club(const name_finder *f, const name_entity *e) {
  const found_name *n = &f->found[e->longest];
  bool listed = n->rule.name == NULL && n->rule.table == ISNAD_TABLE_ORGANIZATIONS;
  return e->type == ISNAD_NAME_ORGANIZATION && n->form == ISNAD_FORM_NAME && n->last - n->first == 2 &&
         (!listed || isnad_organizations_rows[n->rule.row].kind == ISNAD_ORGANIZATIONS_KIND_CLUB);
}

/* The words by which clubs named in full may go on. */
typedef struct short_name {
  isnad_slice word;
  uint32_t entity;
  bool last; /* it is the last word of the name */
} short_name;

static size_t short_names(short_name out[MOST], const name_finder *f) {
  size_t count = 0;
  for (uint32_t e = 0; e < f->entity_count && count + 1 < MOST; e++) {
    const name_entity *entity = &f->entities[e];
    if (entity->merged != e || !is_club(f, entity)) continue;
    const found_name *n = &f->found[entity->longest];
    if (!name_is_definite(f, n->first)) out[count++] = (short_name){word_at(f, n, n->first), e, false};
    out[count++] = (short_name){word_at(f, n, n->last - 1), e, true};
  }
  return count;
}

/* The one club that goes by the word; NO_ENTITY: none, or several. */
static const short_name *club_of(const short_name *names, size_t count, isnad_slice word) {
  const short_name *found = NULL;
  for (size_t i = 0; i < count; i++) {
    if (!isnad_slice_equal(names[i].word, word)) continue;
    if (found != NULL && found->entity != names[i].entity) return NULL;
    found = &names[i];
  }
  return found;
}

/* "Belabbes won": taken for somebody, though nobody is called so in full. */
static void retype_persons(name_finder *f, const short_name *names, size_t count) {
  for (size_t i = 0; i < f->count; i++) {
    found_name *n = &f->found[i];
    if (n->type != ISNAD_NAME_PERSON || n->form != ISNAD_FORM_NAME || n->doubtful || n->last != n->first + 1 || n->id.length > 0) continue;
    uint32_t e = name_entity_of(f, n);
    const short_name *club = e == NO_ENTITY || f->found[f->entities[e].longest].words > 1 || n->role.begin < n->role.end
                                 ? NULL
                                 : club_of(names, count, word_at(f, n, n->first));
    if (club == NULL || !club->last) continue;
    n->type = ISNAD_NAME_ORGANIZATION;
    n->entity = club->entity;
    n->rule = (isnad_rule){"club-by-a-word", ISNAD_TABLE_OUTLETS, 0};
  }
}

/* A word of every day, or one that some table knows as something else, goes for no club. */
static bool is_everyday(const name_finder *f, const note_unit *u, size_t at) {
  static const isnad_name_parts_role plays_before[] = {ISNAD_NAME_PARTS_ROLE_BEATS, ISNAD_NAME_PARTS_ROLE_AGAINST, ISNAD_NAME_PARTS_ROLE_OVER,
                                                       ISNAD_NAME_PARTS_ROLE_SPORT};
  bool played = false;
  for (size_t i = 0; i < sizeof plays_before / sizeof plays_before[0] && at > u->first; i++)
    played = played || name_has_role(u, at - 1, plays_before[i]);
  bool often = isnad_arabic_frequency(f->tokens[at].hash) > FREQUENT && name_shape(name_form(f, at)) < SURE;
  return (often && !played && !name_has_role(u, at, ISNAD_NAME_PARTS_ROLE_CLUBWORD)) || name_hit_uncut(u, at, ISNAD_TABLE_TITLES) ||
         name_hit_uncut(u, at, ISNAD_TABLE_STOPS) || name_hit_uncut(u, at, ISNAD_TABLE_ORG_HEADS) || name_hit_uncut(u, at, ISNAD_TABLE_VERBS) ||
         name_hit_uncut(u, at, ISNAD_TABLE_UNITS) || name_place(u, at) != NULL || name_place_adjective(u, at) != NULL;
}

/* "Dynamo | Brest", "Real | Sociedad": a town or a word that news seldom has goes on the name of another club. */
static bool begins_another(const name_finder *f, const note_unit *u, size_t next) {
  enum { SELDOM = 1500 };
  if (!name_word_at(f, u, next) || name_is_definite(f, next) || name_is_wall(f, u, next)) return false;
  const isnad_phrase *place = name_place(u, next);
  return (place != NULL && place->cut == 0) || (name_is_unknown(f, u, next) && isnad_arabic_frequency(f->tokens[next].hash) < SELDOM) ||
         name_hit_uncut(u, next, ISNAD_TABLE_GIVEN_NAMES);
}

static void read_words(name_finder *f, const note_unit *u, const short_name *names, size_t count) {
  for (size_t at = u->first; at < u->last && !f->s->failed; at++) {
    if (f->tokens[at].kind != ISNAD_TOKEN_WORD || name_state(f, u, at) != NAME_FREE) continue;
    size_t cut = 0;
    isnad_slice form = name_form(f, at);
    const short_name *club = club_of(names, count, form);
    const isnad_phrase *word = club == NULL ? note_hit_at(u, at, ISNAD_TABLE_NAME_PARTS) : NULL; /* "to | United" */
    if (word != NULL && word->cut > 0 && isnad_name_parts_rows[word->row].role == ISNAD_NAME_PARTS_ROLE_CLUBWORD) {
      cut = word->cut;
      club = club_of(names, count, (isnad_slice){form.bytes + cut, form.length - cut});
    }
    if (club == NULL || is_everyday(f, u, at) || (!club->last && begins_another(f, u, at + 1))) continue;
    found_name name = {.span = f->tokens[at].span, .first = (uint32_t)at, .last = (uint32_t)at + 1, .type = ISNAD_NAME_ORGANIZATION, .words = 1};
    name.cut = (uint8_t)cut;
    if (cut > 0) name.span.begin = isnad_token_source(&f->s->page->tokens, at, cut);
    name.rule = (isnad_rule){"club-by-a-word", ISNAD_TABLE_OUTLETS, 0};
    name_add(f, u, &name);
    if (!f->s->failed) f->found[f->count - 1].entity = club->entity;
  }
}

void name_clubs(name_finder *f) {
  short_name names[MOST];
  if (!f->sport) return;
  towns_that_play(f);
  towns_of_clubs(f);
  size_t count = f->s->failed ? 0 : short_names(names, f);
  if (count == 0) return;
  retype_persons(f, names, count);
  for (size_t i = 0; i < f->s->unit_count; i++) read_words(f, &f->s->units[i], names, count);
}

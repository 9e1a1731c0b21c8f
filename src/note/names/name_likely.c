/* Asks about the words of an article that no table knows whether they are names. The weights were fitted on what the rules had labelled in the news:
 * names that the tables know, met as if no table knew them, and words that are never one (docs/NAMES.md). */
#include "note/names/name_likely.h"

#include "arabic/name_sign_table.h"
#include "base/map.h"
#include "base/room.h"

#include <math.h>

static const double sure = 0.9;

_Static_assert((int)NAME_KIND_COUNT == (int)NAME_SIGN_KINDS, "one weight for each kind");

static const name_sign *sign_of(uint32_t hash) {
  for (uint32_t at = hash & name_sign_mask; name_signs[at].hash != 0; at = (at + 1) & name_sign_mask)
    if (name_signs[at].hash == hash) return &name_signs[at];
  return NULL;
}

/* A row of the word itself: of one that the news has five times and more, always where names stand. */
static const name_sign *sign_of_word(uint64_t hash) { return sign_of(name_sign_number(hash)); }

static void add(name_odds *odds, const name_sign *row) {
  for (size_t kind = 0; row != NULL && kind < NAME_SIGN_KINDS; kind++) odds->of[kind] += row->weights[kind];
}

static void weigh_sign(void *into, isnad_slice sign) { add(into, sign_of(name_sign_hash(sign))); }

name_odds name_weigh(const name_asked *a) {
  name_odds odds = {{0}};
  name_read_signs(a, weigh_sign, &odds);
  add(&odds, sign_of_word(isnad_token_hash(a->word)));
  return odds;
}

/* --- the words of an article --- */

typedef struct asking {
  name_finder *f;
  name_asked *items;
  size_t count, room;
} asking;

static void keep(asking *q, const name_asked *asked) {
  if (q->count == q->room) {
    size_t wanted = q->room == 0 ? 32 : q->room * 2;
    name_asked *grown = arena_grow_room(q->f->s->arena, q->items, q->room, wanted, sizeof *grown);
    q->f->s->failed = grown == NULL;
    if (grown == NULL) return;
    q->items = grown;
    q->room = wanted;
  }
  q->items[q->count++] = *asked;
}

/* A word that a table of names has, be it behind a proclitic, or that another explains. */
static bool is_known(const note_unit *u, size_t at) {
  if (u->tables[at - u->first] == 0) return false;
  return name_has_table(u, at, NAME_OF_PERSON | NAME_OF_TABLE) || name_is_explained(u, at);
}

/* A word to ask about: one that the news never has, or one that has a row. */
static bool is_open(const name_finder *f, const note_unit *u, size_t at) {
  uint32_t seen = note_count(u, at);
  if (seen > 0) return seen < NAME_SELDOM && u->tables[at - u->first] == 0 && sign_of_word(f->tokens[at].hash) != NULL;
  return f->tokens[at].kind == ISNAD_TOKEN_WORD && !is_known(u, at);
}

static void collect(asking *q, const note_unit *u) {
  name_asked asked;
  for (size_t at = u->first; at < u->last && !q->f->s->failed; at++)
    if (is_open(q->f, u, at) && name_may_ask(&asked, q->f, u, at)) keep(q, &asked);
}

static void count_occurrences(asking *q) {
  map times;
  q->f->s->failed = !map_new(&times, q->f->s->arena, q->count + 1);
  for (size_t i = 0; i < q->count && !q->f->s->failed; i++) {
    uint64_t *slot = map_put(&times, isnad_token_hash(q->items[i].word));
    q->f->s->failed = slot == NULL;
    if (slot != NULL) ++*slot;
  }
  for (size_t i = 0; i < q->count && !q->f->s->failed; i++) q->items[i].occurrences = (unsigned)*map_get(&times, isnad_token_hash(q->items[i].word));
}

static name_answer answer_of(name_odds odds) {
  double all = 0;
  size_t best = 0;
  for (size_t kind = 0; kind < NAME_KIND_COUNT; kind++) {
    all += exp((double)odds.of[kind] / NAME_SIGN_SCALE);
    if (odds.of[kind] > odds.of[best]) best = kind;
  }
  return best == NAME_KIND_PERSON && all / (1 + all) >= sure ? NAME_LIKELY : NAME_ASKED;
}

void name_ask(name_finder *f) {
  asking q = {.f = f};
  for (size_t i = 0; i < f->s->unit_count && !f->s->failed; i++) collect(&q, &f->s->units[i]);
  if (!f->s->failed) count_occurrences(&q);
  for (size_t i = 0; i < q.count && !f->s->failed; i++) {
    const note_unit *u = q.items[i].u;
    uint8_t **likely = &f->likely[u - f->s->units];
    if (*likely == NULL) *likely = isnad_arena_array(f->s->arena, u->last - u->first + 1, 1);
    f->s->failed = *likely == NULL;
    if (*likely != NULL) (*likely)[q.items[i].at - u->first] = (uint8_t)answer_of(name_weigh(&q.items[i]));
  }
}

/* A word that may be a name by the tables or by its letters, and is nothing else. */
static bool may_be_part(const name_finder *f, const note_unit *u, size_t at) {
  enum { SHAPE = -20, OFTEN = 2000 };
  if (name_state(f, u, at) != NAME_FREE || !name_word_at(f, u, at) || (f->tokens[at].flags & ISNAD_TOKEN_ARABIC) == 0) return false;
  if (name_is_definite(f, at) || name_is_wall(f, u, at) || name_is_verb(f, u, at) || name_bears_tanwin(f, at)) return false;
  if (name_hit_uncut(u, at, ISNAD_TABLE_TITLES) || name_hit_uncut(u, at, ISNAD_TABLE_ORG_HEADS) || name_hit_uncut(u, at, ISNAD_TABLE_PLACE_HEADS))
    return false;
  if (name_hit_uncut(u, at, ISNAD_TABLE_GIVEN_NAMES) || name_hit_uncut(u, at, ISNAD_TABLE_FAMILY_NAMES)) return note_count(u, at) < 5 * OFTEN;
  return !name_is_explained(u, at) && note_count(u, at) < OFTEN && isnad_arabic_proclitics(name_form(f, at)) == 0 &&
         name_shape(name_form(f, at)) > SHAPE;
}

void name_reach_back(person_reading *person, const name_finder *f, const note_unit *u) {
  enum { MOST = 3 };
  size_t first = person->first;
  if (person->cut > 0 || name_answer_at(f, u, first) != NAME_LIKELY) return;
  for (size_t steps = 0; steps < MOST && first > u->first; steps++, first--)
    if (!(name_is_tie(u, first - 1) && name_state(f, u, first - 1) == NAME_FREE) && !may_be_part(f, u, first - 1)) break;
  if (first == person->first) return;
  person->words = (uint8_t)(person->words + person->first - first);
  person->first = (uint32_t)first;
  person->span.begin = f->tokens[first].span.begin;
}

/* The second reading: a full name licenses its surname alone anywhere in the article, a name told by its head noun licenses itself without
 * it, and an ambiguous word is believed where the article has named its bearer beyond doubt. */
#include "note/names/name_license.h"
#include "note/word.h"

#include "arabic/letters.h"
#include "base/hash.h"

enum { LONGEST = 64, FREQUENT = 2500, SHORTEST_VARIANT = 10 };

static isnad_slice word_of(const name_finder *f, const found_name *n, size_t at) {
  isnad_slice form = name_form(f, at);
  size_t cut = at == n->first ? n->cut : 0;
  return (isnad_slice){form.bytes + cut, form.length - cut};
}

static bool ties(const note_unit *u, size_t at) {
  const isnad_phrase *hit = note_hit_at(u, at, ISNAD_TABLE_NAME_PARTS);
  return hit != NULL && isnad_name_parts_rows[hit->row].role <= ISNAD_NAME_PARTS_ROLE_CLAN;
}

static bool surname_first(const note_unit *u, const found_name *n) {
  const isnad_phrase *family = note_hit_at(u, n->first, ISNAD_TABLE_FAMILY_NAMES);
  if (family == NULL || n->last - n->first < 2) return false;
  isnad_family_names_origin origin = isnad_family_names_rows[family->row].origin;
  return origin == ISNAD_FAMILY_NAMES_ORIGIN_KOREAN || origin == ISNAD_FAMILY_NAMES_ORIGIN_CHINESE;
}

/* A frequent word is not believed to be a surname only because somebody bears it. */
static bool is_ordinary(const name_finder *f, const note_unit *u, size_t at, isnad_slice word, bool cut) {
  if (name_place_adjective(u, at) != NULL || note_has_hit(u, at, ISNAD_TABLE_ORG_HEADS)) return true;
  if (note_has_hit(u, at, ISNAD_TABLE_TITLES)) return true;
  bool name = note_has_hit(u, at, ISNAD_TABLE_PEOPLE) || note_has_hit(u, at, ISNAD_TABLE_FAMILY_NAMES);
  if (name && !cut) return false;
  uint32_t seen = isnad_arabic_frequency(isnad_token_hash(word)), whole = isnad_arabic_frequency(f->tokens[at].hash);
  if (cut && whole > 2 * seen) return true;
  return seen > FREQUENT && !name_is_announced(u, at);
}

/* "Serena", "Muhannad": the given name by which the article goes on to call one whom it named in full; none that many bear, and no word of every day.
 */
static bool is_called_by_given(const name_finder *f, const note_unit *u, const found_name *n) {
  enum { SHORTEST = 8, SELDOM = 1000 };
  isnad_slice word = word_of(f, n, n->first);
  uint32_t seen = isnad_arabic_frequency(isnad_token_hash(word));
  const isnad_phrase *given = note_hit_at(u, n->first, ISNAD_TABLE_GIVEN_NAMES);
  if (n->words < 2 || n->last - n->first > 3 || n->cut > 0 || word.length < SHORTEST || ties(u, n->first) || name_is_definite(f, n->first))
    return false;
  if (given != NULL && (given->count > 1 || given->cut > 0)) return false;
  if (given == NULL && !(n->rule.name == NULL && n->rule.table == ISNAD_TABLE_PEOPLE)) return false;
  if (given != NULL && isnad_given_names_rows[given->row].common != ISNAD_GIVEN_NAMES_COMMON_NO && (seen > SELDOM || name_shape(word) < 0))
    return false;
  return seen < FREQUENT && !is_ordinary(f, u, n->first, word, false);
}

/* A surname of two words: "bin | Hatira", "Taqi | al-Din". */
typedef enum surname_pair { PAIR_NONE, PAIR_TIE, PAIR_FAITH } surname_pair;

static surname_pair pair_of(const name_finder *f, const note_unit *u, const found_name *n) {
  if (n->type != ISNAD_NAME_PERSON || n->last - n->first < 2 || u == NULL || surname_first(u, n)) return PAIR_NONE;
  if (ties(u, n->last - 2)) return PAIR_TIE;
  bool faith = n->last - n->first > 2 && name_has_role(u, n->last - 1, ISNAD_NAME_PARTS_ROLE_FAITH) && name_is_definite(f, n->last - 1);
  return faith ? PAIR_FAITH : PAIR_NONE;
}

/* Which word of a person's fullest mention may stand alone. */
static void grant_person(name_finder *f, name_licenses *l, uint32_t entity) {
  const found_name *n = &f->found[f->entities[entity].longest];
  const note_unit *u = name_unit_of(f, n->first);
  if (u == NULL) return;
  if (surname_first(u, n)) {
    name_license(f, l, word_of(f, n, n->first), entity, false);
    return;
  }
  if (is_called_by_given(f, u, n)) name_license(f, l, word_of(f, n, n->first), entity, true);
  size_t last = n->last - (pair_of(f, u, n) == PAIR_FAITH ? 2u : 1u);
  name_license(f, l, word_of(f, n, last), entity, pair_of(f, u, n) != PAIR_NONE);
}

/* A place or body known by its head noun alone: its own word without the head. */
static void grant_other(name_finder *f, name_licenses *l, uint32_t entity) {
  const name_entity *e = &f->entities[entity];
  const found_name *n = &f->found[e->longest];
  if (e->row || n->form == ISNAD_FORM_NOMINAL) return;
  const note_unit *u = name_unit_of(f, n->first);
  bool nation = u != NULL && n->last - n->first == 3 && name_place_adjective(u, n->last - 1) != NULL; /* "the union of X, | the Algerian one" */
  uint32_t end = nation ? n->last - 1 : n->last;
  isnad_slice last = word_of(f, n, end - 1);
  if (isnad_arabic_frequency(isnad_token_hash(last)) == 0 && last.length >= 8 && end - n->first <= 2) name_license(f, l, last, entity, false);
}

static bool collect(name_licenses *l, name_finder *f) {
  l->room = 2 * f->entity_count + 1;
  l->items = isnad_arena_array(f->s->arena, l->room, sizeof *l->items);
  if (l->items == NULL || !map_new(&l->by_skeleton, f->s->arena, l->room)) return false;
  for (uint32_t e = 0; e < f->entity_count && !f->s->failed; e++) {
    if (f->entities[e].merged != e) continue;
    if (f->entities[e].type == ISNAD_NAME_PERSON)
      grant_person(f, l, e);
    else
      grant_other(f, l, e);
  }
  return !f->s->failed;
}

/* "The decree, | the Houthi one": a descent with the article right behind a noun with it describes the noun. */
static bool describes_noun(const name_finder *f, const note_unit *u, size_t at) {
  if (at == u->first || !name_is_definite(f, at) || !name_ends_with(f, at, LETTER_YEH) || !name_word_at(f, u, at - 1)) return false;
  if (!name_is_definite(f, at - 1) || name_is_verb(f, u, at - 1) || name_ends_with(f, at - 1, LETTER_HEH)) return false;
  return !note_has_hit(u, at - 1, ISNAD_TABLE_TITLES) && !note_has_hit(u, at - 1, ISNAD_TABLE_GIVEN_NAMES) &&
         !note_has_hit(u, at - 1, ISNAD_TABLE_FAMILY_NAMES) && !note_has_hit(u, at - 1, ISNAD_TABLE_WEEKDAYS) &&
         !note_has_hit(u, at - 1, ISNAD_TABLE_TIME_WORDS) && !note_has_hit(u, at - 1, ISNAD_TABLE_PLACES) &&
         !note_has_hit(u, at - 1, ISNAD_TABLE_STOPS);
}

static void add_alone(name_finder *f, const note_unit *u, size_t at, size_t last, uint32_t entity, size_t cut) {
  found_name name = {.first = (uint32_t)at, .last = (uint32_t)last, .type = f->entities[entity].type, .cut = (uint8_t)cut, .words = 1};
  name.span = (isnad_span){cut > 0 ? isnad_token_source(&f->s->page->tokens, at, cut) : f->tokens[at].span.begin, f->tokens[last - 1].span.end};
  name.rule = (isnad_rule){name.type == ISNAD_NAME_PERSON ? "surname-alone" : "named-before", ISNAD_TABLE_OUTLETS, 0};
  name_add(f, u, &name);
  if (!f->s->failed) f->found[f->count - 1].entity = entity;
}

/* The given name, and not the surname, of one named in full. */
static bool is_first_word(const name_finder *f, const found_name *full, isnad_slice word) {
  return full->last > full->first + 1 && isnad_slice_equal(word_of(f, full, full->first), word);
}

/* The surname of one that has two words, both of which must stand here: tied to the word before, which may bear a preposition, or to the one behind.
 */
static void add_pair(name_finder *f, const note_unit *u, size_t at, uint32_t entity, size_t cut) {
  const found_name *n = &f->found[f->entities[entity].longest];
  const note_unit *there = name_unit_of(f, n->first);
  if (pair_of(f, there, n) == PAIR_FAITH) {
    bool whole = name_word_at(f, u, at + 1) && isnad_slice_equal(name_form(f, at + 1), name_form(f, n->last - 1));
    if (whole) add_alone(f, u, at, at + 2, entity, cut);
    return;
  }
  if (cut > 0 || at == u->first || !name_word_at(f, u, at - 1) || name_state(f, u, at - 1) != NAME_FREE) return;
  isnad_slice tie = name_form(f, n->last - 2), before = name_form(f, at - 1);
  size_t joined = before.length - tie.length;
  bool ends = before.length >= tie.length && joined <= WORD_LETTER && isnad_slice_equal((isnad_slice){before.bytes + joined, tie.length}, tie);
  if (ends) add_alone(f, u, at - 1, at + 1, entity, joined);
}

/* A word alone in marks is told of as a word, and is no other spelling of somebody's name. */
static bool is_in_marks(const name_finder *f, const note_unit *u, size_t at) {
  return at > u->first && at + 1 < u->last && f->tokens[at - 1].kind == ISNAD_TOKEN_QUOTE && f->tokens[at + 1].kind == ISNAD_TOKEN_QUOTE;
}

/* A frequent word that is in no table of names is no surname, whatever is cut off it: nearly every token ends here. */
static bool is_everyday(const note_unit *u, size_t at) {
  enum { NAMES = 1u << ISNAD_TABLE_PEOPLE | 1u << ISNAD_TABLE_FAMILY_NAMES };
  return note_count(u, at) > FREQUENT && !name_has_table(u, at, NAMES) && !name_is_announced(u, at);
}

/* The given names of the full name right before its surname, free so far, belong to the mention. */
static size_t begin_of(const name_finder *f, const note_unit *u, const found_name *full, size_t at) {
  size_t word = full->last - 1;
  if (full->type != ISNAD_NAME_PERSON || f->tokens[at].hash != f->tokens[word].hash) return at;
  while (word > full->first && at > u->first && f->tokens[at - 1].hash == f->tokens[word - 1].hash && name_state(f, u, at - 1) == NAME_FREE) {
    at--;
    word--;
  }
  return at;
}

static void read_token(name_finder *f, const name_licenses *l, const note_unit *u, size_t at) {
  isnad_cut cuts[ISNAD_MOST_CUTS];
  isnad_slice form = name_form(f, at);
  if (form.length > LONGEST || is_everyday(u, at) || !name_license_may_end(l, form)) return;
  if (name_hit_uncut(u, at, ISNAD_TABLE_STOPS)) return;
  size_t count = isnad_arabic_cuts(cuts, form);
  for (size_t i = 0; i <= count; i++) {
    size_t cut = i < count ? cuts[i].bytes : 0;
    if (i < count && cuts[i].article != ISNAD_CUT_PLAIN) continue;
    isnad_slice word = {form.bytes + cut, form.length - cut};
    /* Other spellings last, and only of a whole word that nothing else explains; a short word is one letter away from too many others. */
    if (i == count && (form.length < SHORTEST_VARIANT || !name_is_unknown(f, u, at) || is_in_marks(f, u, at))) return;
    uint32_t entity = name_license_bearer(f, l, word, i == count);
    if (entity == NO_ENTITY || is_ordinary(f, u, at, word, cut > 0)) continue;
    if (f->entities[entity].type == ISNAD_NAME_PERSON && describes_noun(f, u, at)) return;
    const found_name *full = &f->found[f->entities[entity].longest];
    if (pair_of(f, name_unit_of(f, full->first), full) != PAIR_NONE && !is_first_word(f, full, word))
      add_pair(f, u, at, entity, cut);
    else
      add_alone(f, u, cut == 0 ? begin_of(f, u, full, at) : at, at + 1, entity, cut);
    return;
  }
}

/* A word with the article, behind a preposition too. */
static bool bears_article(isnad_slice form) {
  bool behind = form.length > 4 * WORD_LETTER && !word_letter_at(form, 0, LETTER_ALEF) &&
                word_begins((isnad_slice){form.bytes + WORD_LETTER, form.length - WORD_LETTER}, LETTER_ALEF, LETTER_LAM);
  return behind || word_begins(form, LETTER_ALEF, LETTER_LAM) || word_begins(form, LETTER_LAM, LETTER_LAM);
}

/* "The press, | the free one", "the areas | of the south": between its noun and its adjective the word that is a medium elsewhere in the article is a
 * word again. */
static bool is_word_again(const name_finder *f, const note_unit *u, const found_name *n) {
  enum { NOUN = 1u << ISNAD_TABLE_HEADS | 1u << ISNAD_TABLE_TITLES | 1u << ISNAD_TABLE_TIME_WORDS | 1u << ISNAD_TABLE_STOPS };
  if (n->type != ISNAD_NAME_OUTLET || n->last != n->first + 1 || n->cut > 0 || !name_is_definite(f, n->first)) return false;
  size_t before = n->first - 1, behind = n->last;
  if (n->first > u->first && name_word_at(f, u, before) && bears_article(name_form(f, before)) && !name_is_verb(f, u, before) &&
      !name_has_table(u, before, NOUN & ~(1u << ISNAD_TABLE_HEADS)))
    return true;
  return name_word_at(f, u, behind) && name_is_definite(f, behind) && name_place_adjective(u, behind) == NULL && !name_has_table(u, behind, NOUN) &&
         (name_ends_with(f, behind, LETTER_HEH) || name_ends_with(f, behind, LETTER_YEH));
}

/* Ambiguous words whose bearer stands elsewhere beyond doubt. */
static void settle_doubts(name_finder *f) {
  map sure;
  if (!map_new(&sure, f->s->arena, f->entity_count + 1)) {
    f->s->failed = true;
    return;
  }
  for (uint32_t e = 0; e < f->entity_count && !f->s->failed; e++) {
    uint64_t *slot = map_put(&sure, hash64(f->entities[e].id));
    if (slot == NULL)
      f->s->failed = true;
    else
      *slot = e + 1;
  }
  for (size_t i = 0; i < f->count && !f->s->failed; i++) {
    found_name *n = &f->found[i];
    const uint64_t *slot = n->doubtful && n->id.length > 0 ? map_get(&sure, hash64(n->id)) : NULL;
    const note_unit *u = slot != NULL ? name_unit_of(f, n->first) : NULL;
    if (u == NULL || name_state(f, u, n->first) == NAME_TAKEN || is_word_again(f, u, n)) continue;
    n->doubtful = false;
    n->entity = (uint32_t)(*slot - 1);
    name_take(f, u, n->first, n->last, NAME_TAKEN);
  }
}

/* A country whose name is the surname of somebody whom the article names in full, and no preposition of place before it. */
static void retype_surnames(name_finder *f, const name_licenses *l) {
  for (size_t i = 0; i < f->count; i++) {
    found_name *n = &f->found[i];
    if (n->type != ISNAD_NAME_PLACE || n->last != n->first + 1 || n->doubtful) continue;
    const note_unit *u = name_unit_of(f, n->first);
    uint32_t entity = name_license_bearer(f, l, word_of(f, n, n->first), false);
    if (u == NULL || entity == NO_ENTITY || f->entities[entity].type != ISNAD_NAME_PERSON) continue;
    if (n->first > u->first && name_has_role(u, n->first - 1, ISNAD_NAME_PARTS_ROLE_WHERE)) continue;
    n->type = ISNAD_NAME_PERSON;
    n->entity = entity;
    n->rule = (isnad_rule){"surname-alone", ISNAD_TABLE_OUTLETS, 0};
  }
}

/* Names found before are passed in the order of the text: who was named last goes on. Returns the token at which the next of them stands. */
static size_t pass_known(name_finder *f, size_t known, size_t *seen, size_t at) {
  for (; *seen < known && f->found[*seen].first <= at; ++*seen) {
    uint32_t e = name_entity_of(f, &f->found[*seen]);
    if (e != NO_ENTITY) f->entities[e].last_seen = (uint32_t)at;
  }
  return *seen < known ? f->found[*seen].first : SIZE_MAX;
}

void name_again(name_finder *f) {
  name_licenses l = {.count = 0};
  settle_doubts(f);
  if (f->s->failed || !collect(&l, f)) {
    f->s->failed = true;
    return;
  }
  retype_surnames(f, &l);
  size_t known = f->count, seen = 0, next = known > 0 ? f->found[0].first : SIZE_MAX;
  for (size_t i = 0; i < f->s->unit_count && l.count > 0; i++) {
    const note_unit *u = &f->s->units[i];
    const uint8_t *taken = f->taken[i];
    for (size_t at = u->first; at < u->last && !f->s->failed; at++) {
      if (at >= next) next = pass_known(f, known, &seen, at);
      if (taken[at - u->first] == NAME_FREE && f->tokens[at].kind == ISNAD_TOKEN_WORD) read_token(f, &l, u, at);
    }
  }
}

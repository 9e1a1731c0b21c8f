/* Which mentions are one bearer: the same row of a table, the same words, a part of a longer name, or a spelling of it. */
#include "note/names/names.h"

#include "arabic/letters.h"
#include "base/hash.h"

#include <string.h>

enum { LOOK_BACK = 96, LAM = 2 /* folded bytes */ };

uint32_t name_entity_of(const name_finder *f, const found_name *name) {
  uint32_t e = name->entity;
  while (e != NO_ENTITY && f->entities[e].merged != e) e = f->entities[e].merged;
  return e;
}

/* The word tokens of a mention, the first without its proclitic. */
typedef struct words {
  isnad_slice items[16];
  uint32_t at[16]; /* their tokens */
  size_t count;
} words;

/* As it is written without a preposition: where li swallowed the article ("ll") its alef comes back. The word itself where memory is short. */
static isnad_slice written_alone(const name_finder *f, isnad_slice word) {
  static const char lams[] = {(char)(0xC0 | LETTER_LAM >> 6), (char)(0x80 | (LETTER_LAM & 0x3F)), (char)(0xC0 | LETTER_LAM >> 6),
                              (char)(0x80 | (LETTER_LAM & 0x3F))};
  if (word.length <= 2 * sizeof lams || memcmp(word.bytes, lams, sizeof lams) != 0) return word;
  char *out = isnad_arena_alloc(f->s->arena, word.length);
  if (out == NULL) return word;
  memcpy(out, word.bytes, word.length);
  out[0] = (char)(0xC0 | LETTER_ALEF >> 6);
  out[1] = (char)(0x80 | (LETTER_ALEF & 0x3F));
  return (isnad_slice){out, word.length};
}

/* The first word of a mention without its proclitics; "ll" may have been cut in part, or whole. */
static isnad_slice first_form(const name_finder *f, isnad_slice form, size_t cut) {
  for (size_t back = 0; back <= 2 * LAM && back <= cut; back += LAM) {
    isnad_slice rest = {form.bytes + cut - back, form.length - cut + back}, alone = written_alone(f, rest);
    if (alone.bytes != rest.bytes) return alone;
  }
  return (isnad_slice){form.bytes + cut, form.length - cut};
}

/* The bytes of "abd" in a word that has run into the name of God behind it ("Abdalaziz" and "Abd Alaziz" are one name); 0: none. */
static size_t servant_length(isnad_slice word) {
  enum { ABD = 6, LEAST = 8 /* the article and two letters more */ };
  static const char abdal[] = "\xD8\xB9\xD8\xA8\xD8\xAF\xD8\xA7\xD9\x84";
  return word.length >= ABD + LEAST && memcmp(word.bytes, abdal, sizeof abdal - 1) == 0 ? ABD : 0;
}

static void words_of(words *out, const name_finder *f, const found_name *name) {
  out->count = 0;
  for (size_t at = name->first; at < name->last && out->count < 16; at++) {
    if (f->tokens[at].kind != ISNAD_TOKEN_WORD && f->tokens[at].kind != ISNAD_TOKEN_NUMBER) continue;
    isnad_slice form = name_form(f, at);
    if (at == name->first) form = first_form(f, form, name->cut);
    size_t servant = name->type == ISNAD_NAME_PERSON && out->count < 15 ? servant_length(form) : 0;
    if (servant > 0) {
      out->at[out->count] = (uint32_t)at;
      out->items[out->count++] = (isnad_slice){form.bytes, servant};
      form = (isnad_slice){form.bytes + servant, form.length - servant};
    }
    out->at[out->count] = (uint32_t)at;
    out->items[out->count++] = form;
  }
}

static uint64_t key_of(const name_finder *f, const found_name *name) {
  if (name->id.length > 0) return hash64(name->id);
  words w;
  uint64_t key = 0x9E3779B97F4A7C15u + (uint64_t)name->type;
  words_of(&w, f, name);
  for (size_t i = 0; i < w.count; i++) key = (key ^ isnad_token_hash(w.items[i])) * 0x100000001B3u;
  return key;
}

static uint32_t person_row(const found_name *n) {
  return n->rule.name == NULL && n->rule.table == ISNAD_TABLE_PEOPLE && n->id.length > 0 ? n->rule.row + 1 : 0;
}

uint32_t name_new_entity(name_finder *f, uint32_t index) {
  if (f->entity_count == f->entity_room) {
    size_t wanted = f->entity_room == 0 ? 16 : f->entity_room * 2;
    name_entity *grown = isnad_arena_grow(f->s->arena, f->entities, f->entity_room, wanted, sizeof *grown);
    if (grown == NULL) {
      f->s->failed = true;
      return NO_ENTITY;
    }
    f->entities = grown;
    f->entity_room = wanted;
  }
  const found_name *n = &f->found[index];
  name_entity *e = &f->entities[f->entity_count];
  *e = (name_entity){
      .type = n->type, .id = n->id, .canonical = n->canonical, .longest = index, .last_seen = index, .merged = (uint32_t)f->entity_count};
  e->row = n->id.length > 0;
  e->person = person_row(n);
  return (uint32_t)f->entity_count++;
}

/* The row of an Arab given name at a token; NULL: none. */
static const isnad_phrase *arab_given(const name_finder *f, size_t at) {
  const note_unit *u = name_unit_of(f, at);
  const isnad_phrase *given = u == NULL ? NULL : note_hit_at(u, at, ISNAD_TABLE_GIVEN_NAMES);
  return given != NULL && isnad_given_names_rows[given->row].origin == ISNAD_GIVEN_NAMES_ORIGIN_ARAB ? given : NULL;
}

/* "Mahmud" is no spelling of "Muhammad", though the consonants agree. */
static bool is_word_of(const name_finder *f, const words *one, size_t i, const words *other, size_t j) {
  if (isnad_slice_equal(one->items[i], other->items[j])) return true;
  if (!name_is_variant(one->items[i], other->items[j])) return false;
  const isnad_phrase *a = arab_given(f, one->at[i]), *b = a == NULL ? NULL : arab_given(f, other->at[j]);
  return a == NULL || b == NULL || a->row == b->row;
}

/* Every word of the shorter is, in order, a word of the longer or a spelling of it; at least one is the same letter by letter. */
static bool is_part_of(const name_finder *f, const words *shorter, const words *longer) {
  size_t at = 0, same = 0;
  for (size_t i = 0; i < shorter->count; i++, at++) {
    while (at < longer->count && !is_word_of(f, shorter, i, longer, at)) at++;
    if (at == longer->count) return false;
    same += isnad_slice_equal(shorter->items[i], longer->items[at]);
  }
  return same > 0 || shorter->count == 1;
}

/* "Muhammad bin | Salman": the last word is the father's name, and stands for him. */
static bool ends_in_father(const name_finder *f, const found_name *name) {
  const note_unit *u = name->last - name->first > 2 ? name_unit_of(f, name->first) : NULL;
  return u != NULL && name_has_role(u, name->last - 2, ISNAD_NAME_PARTS_ROLE_SON);
}

/* A given name alone, in another spelling only when it has consonants enough: "Cohen" is no spelling of "John". */
static bool is_given_again(isnad_slice one, isnad_slice given) {
  enum { LEAST = 3 };
  char skeleton[NAME_SKELETON_ROOM];
  return isnad_slice_equal(one, given) || (name_is_variant(one, given) && name_skeleton(skeleton, one) >= LEAST);
}

/* The family name alone is the last word; of Korean and Chinese names the first. A middle word alone is nobody. */
static bool stands_for(const name_finder *f, const found_name *name, const words *one, const words *full, const found_name *fullest) {
  if (full->count < 2) return full->count == 1 && name_is_variant(one->items[0], full->items[0]);
  if (name_is_variant(one->items[0], full->items[full->count - 1])) return !ends_in_father(f, fullest);
  return is_given_again(one->items[0], full->items[0]) && !name_is_kin(f, name);
}

/* A row is met by one word of its name: it may be meant only when the fullest name that the article gives has no word of another. */
static bool row_fits(const name_finder *f, isnad_slice canonical, const words *full) {
  isnad_tokens tokens;
  if (isnad_arabic_tokens(&tokens, f->s->arena, canonical, NULL) != ISNAD_OK) return false;
  for (size_t i = 0; i < full->count; i++) {
    bool found = false;
    for (size_t j = 0; j < tokens.count && !found; j++) found = name_is_variant(full->items[i], isnad_token_form(&tokens, j));
    if (!found) return false;
  }
  return true;
}

/* "King | Abdallah" is none of those who are called so and are no kings. */
static bool is_other_king(const name_finder *f, const found_name *name, const found_name *known) {
  const note_unit *u = name_unit_of(f, name->first);
  const isnad_phrase *title = u != NULL && name->first > u->first ? note_hit_at(u, name->first - 1, ISNAD_TABLE_TITLES) : NULL;
  const char *office = title == NULL ? NULL : isnad_titles_rows[title->row].office;
  if (office == NULL || strcmp(office, "king") != 0) return false;
  const char *other = known->title == 0 ? NULL : isnad_titles_rows[known->title - 1].office;
  return (other == NULL || strcmp(other, office) != 0) && !name_role_held(known->id, office);
}

static bool same_bearer(const name_finder *f, const found_name *name, const words *own, const name_entity *e) {
  const found_name *known = &f->found[e->longest];
  bool one_word = name->words == 1 && known->words > 1;
  if (one_word && is_other_king(f, name, known)) return false;
  if (name->id.length > 0 && e->id.length > 0 && (!one_word || isnad_slice_equal(name->id, e->id))) return isnad_slice_equal(name->id, e->id);
  words b;
  words_of(&b, f, known);
  if (own->count == 0 || b.count == 0) return false;
  if (own->count == 1) return stands_for(f, name, own, &b, known);
  if (b.count == 1) return stands_for(f, known, &b, own, name);
  return own->count <= b.count ? is_part_of(f, own, &b) : is_part_of(f, &b, own);
}

/* A body or facility that shares a word nobody else uses (the cosmodrome of V. under two head nouns). */
static bool same_thing(const name_finder *f, const found_name *name, const words *own, const name_entity *e) {
  const found_name *known = &f->found[e->longest];
  if (e->type != name->type || name->id.length > 0 || e->id.length > 0 || name->type == ISNAD_NAME_PLACE) return false;
  words b;
  words_of(&b, f, known);
  for (size_t i = 0; i < own->count; i++)
    for (size_t j = 0; j < b.count; j++)
      if (own->items[i].length >= 8 && isnad_arabic_frequency(isnad_token_hash(own->items[i])) < 100 && name_is_variant(own->items[i], b.items[j]))
        return true;
  return false;
}

/* "The ministry of trade and investment", "... | the Saudi": a body told with its nation and without. */
static bool same_but_nation(const name_finder *f, const found_name *name, const words *own, const name_entity *e) {
  const found_name *known = &f->found[e->longest], *longer = known->last - known->first > name->last - name->first ? known : name;
  words b;
  if (name->type != ISNAD_NAME_ORGANIZATION || name->form != ISNAD_FORM_NAME || known->form != ISNAD_FORM_NAME) return false;
  isnad_slice any = isnad_slice_of("org.any."); /* name_state.c knows whose they are */
  if ((name->id.length > 0 && e->id.length > 0) || isnad_slice_starts(name->id, any) || isnad_slice_starts(e->id, any)) return false;
  words_of(&b, f, known);
  const words *full = longer == known ? &b : own, *part = longer == known ? own : &b;
  const note_unit *u = name_unit_of(f, longer->first);
  if (u == NULL || part->count < 2 || full->count != part->count + 1) return false;
  const isnad_phrase *state = name_place(u, longer->last - 1); /* "Saudi" is the country's name as well */
  bool nation =
      name_place_adjective(u, longer->last - 1) != NULL || (state != NULL && isnad_places_rows[state->row].kind == ISNAD_PLACES_KIND_COUNTRY);
  if (!nation || !name_is_definite(f, longer->last - 1)) return false;
  for (size_t i = 0; i < part->count; i++)
    if (!isnad_slice_equal(part->items[i], full->items[i])) return false;
  return true;
}

/* Of several bearers of one surname or given name the one named last before it is meant; before all of them, as in a headline, the first. */
static uint32_t find(const name_finder *f, const found_name *name) {
  words own;
  words_of(&own, f, name);
  bool alone = name->type == ISNAD_NAME_PERSON && name->words == 1;
  uint32_t following = NO_ENTITY;
  size_t least = f->entity_count > LOOK_BACK ? f->entity_count - LOOK_BACK : 0;
  for (size_t i = f->entity_count; i > least; i--) {
    const name_entity *e = &f->entities[i - 1];
    if (e->type != name->type) continue;
    if (!(name->type == ISNAD_NAME_PERSON ? same_bearer(f, name, &own, e) : same_thing(f, name, &own, e) || same_but_nation(f, name, &own, e)))
      continue;
    if (!alone || f->found[e->longest].first < name->first) return (uint32_t)(i - 1);
    following = (uint32_t)(i - 1);
  }
  return following;
}

static void join(name_finder *f, uint32_t entity, uint32_t index) {
  name_entity *e = &f->entities[entity];
  const found_name *n = &f->found[index], *longest = &f->found[e->longest];
  f->found[index].entity = entity;
  words full;
  words_of(&full, f, longest);
  if (e->id.length == 0 && n->id.length > 0 && (n->words > 1 || longest->words < 2 || row_fits(f, n->canonical, &full))) {
    e->id = n->id;
    e->canonical = n->canonical;
    e->row = true;
    e->person = person_row(n);
  }
  if (n->last - n->first > longest->last - longest->first || (n->words > longest->words && n->last - n->first >= longest->last - longest->first))
    e->longest = index;
}

static void place_one(name_finder *f, map *keys, uint32_t index) {
  uint64_t *slot = map_put(keys, key_of(f, &f->found[index]));
  if (slot == NULL) {
    f->s->failed = true;
    return;
  }
  if (*slot == 0) {
    uint32_t entity = find(f, &f->found[index]);
    if (entity == NO_ENTITY) entity = name_new_entity(f, index);
    if (f->s->failed) return;
    *slot = (uint64_t)entity + 1;
  }
  join(f, (uint32_t)(*slot - 1), index);
}

/* The words of a hashtag as a name. The slice itself where it has no low line, or memory is short. */
static isnad_slice without_low_lines(const name_finder *f, isnad_slice name) {
  if (memchr(name.bytes, '_', name.length) == NULL) return name;
  char *out = isnad_arena_alloc(f->s->arena, name.length);
  if (out == NULL) return name;
  for (size_t i = 0; i < name.length; i++) out[i] = name.bytes[i] == '_' ? ' ' : name.bytes[i];
  return (isnad_slice){out, name.length};
}

static bool is_full(const found_name *n) { return n->type != ISNAD_NAME_PERSON || n->words > 1; }

static void name_them(name_finder *f) {
  for (size_t i = 0, made = 0; i < f->entity_count; i++) {
    name_entity *e = &f->entities[i];
    if (e->id.length == 0) e->id = isnad_arena_printf(f->s->arena, "@%zu", ++made);
    if (!e->row) e->canonical = without_low_lines(f, written_alone(f, note_unquoted(f->s, f->found[e->longest].span)));
    f->s->failed = f->s->failed || e->id.length == 0;
  }
}

void name_entities(name_finder *f) {
  map keys;
  if (!map_new(&keys, f->s->arena, f->count + 8)) {
    f->s->failed = true;
    return;
  }
  for (uint32_t pass = 0; pass < 2; pass++)
    for (uint32_t i = 0; i < f->count && !f->s->failed; i++) {
      const found_name *n = &f->found[i];
      bool person_nominal = n->form == ISNAD_FORM_NOMINAL && (n->type == ISNAD_NAME_PERSON || n->last - n->first == 1);
      if (!n->doubtful && !person_nominal && is_full(n) == (pass == 0)) place_one(f, &keys, i);
    }
  if (!f->s->failed) name_them(f);
}

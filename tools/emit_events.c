/* The kinds of event words by the stems of all their forms. Verbs are bent here, so that the table has two forms of each and not twenty. */
#include "emit.h"

#include "arabic/letters.h"
#include "lexicon.h"

#include "isnad/arabic.h"

#include <stdlib.h>
#include <string.h>

enum { LETTER_BYTES = 2, MOST_KINDS = 4096, KIND_COLUMN = 0, VERB_COLUMN, NOUN_COLUMN };

static const column columns[] = {{"kind", COLUMN_TEXT, NULL}, {"verbs", COLUMN_TEXT, NULL}, {"nouns", COLUMN_TEXT, NULL}, {"why", COLUMN_WHY, NULL}};
static const schema events_schema = {"event_words", "ar/event_words.tsv", columns, 4};

typedef struct events {
  FILE *out;
  isnad_arena *arena;
  tsv *t;
  lexicon known;
  isnad_slice kinds[MOST_KINDS];
  uint64_t counts[MOST_KINDS]; /* of all counted forms of a kind */
  size_t kind_count;
  uint64_t *hashes; /* of stems, open addressing; 0: free */
  uint16_t *kind_of;
  size_t room;
} events;

static void tell(events *e, size_t row, const char *why, isnad_slice form) {
  fprintf(stderr, "%s:%u: %s: %.*s\n", e->t->path, e->t->rows[row].line, why, (int)form.length, form.bytes);
  e->t->problems++;
}

static size_t kind_at(events *e, size_t row) {
  isnad_slice name = e->t->rows[row].cells[KIND_COLUMN];
  for (size_t i = 0; i < e->kind_count; i++)
    if (isnad_slice_equal(e->kinds[i], name)) return i;
  if (e->kind_count == MOST_KINDS) exit(1);
  e->kinds[e->kind_count] = name;
  return e->kind_count++;
}

static size_t slot_of(const events *e, uint64_t hash) {
  size_t at = hash & (e->room - 1);
  while (e->hashes[at] != 0 && e->hashes[at] != hash) at = (at + 1) & (e->room - 1);
  return at;
}

/* False: the stem is of another kind already. */
static bool put(events *e, isnad_slice form, size_t kind) {
  char room[ISNAD_STEM_ROOM];
  uint64_t hash = isnad_token_hash(lexicon_stem(room, &e->known, form));
  size_t at = slot_of(e, hash);
  bool fresh = e->hashes[at] == 0;
  if (fresh) e->kind_of[at] = (uint16_t)kind;
  e->hashes[at] = hash;
  return fresh || e->kind_of[at] == kind;
}

static isnad_slice fold_word(isnad_arena *arena, isnad_slice cell) {
  isnad_tokens tokens;
  if (isnad_arabic_tokens(&tokens, arena, cell, NULL) != ISNAD_OK || tokens.count != 1) return (isnad_slice){NULL, 0};
  return (tokens.items[0].flags & ISNAD_TOKEN_ARABIC) != 0 ? isnad_token_form(&tokens, 0) : (isnad_slice){NULL, 0};
}

static isnad_slice next_form(isnad_slice *rest) {
  const char *bar = memchr(rest->bytes, '|', rest->length);
  isnad_slice form = {rest->bytes, bar != NULL ? (size_t)(bar - rest->bytes) : rest->length};
  size_t used = bar != NULL ? form.length + 1 : form.length;
  *rest = (isnad_slice){rest->bytes + used, rest->length - used};
  return form;
}

/* The folded forms of a cell, each under its kind; bent forms come after all that are written, which go before them. */
static void put_cell(events *e, size_t row, size_t cell) {
  isnad_slice rest = e->t->rows[row].cells[cell];
  size_t kind = kind_at(e, row);
  if (isnad_slice_equal(rest, isnad_slice_of("-"))) return;
  while (rest.length > 0) {
    isnad_slice form = next_form(&rest), folded = fold_word(e->arena, form);
    if (folded.length == 0)
      tell(e, row, "not one Arabic word", form);
    else if (!put(e, folded, kind))
      tell(e, row, "its stem is of another kind", form);
  }
}

static unsigned letter_at(isnad_slice word, size_t at) {
  return ((unsigned char)word.bytes[at] & 0x1Fu) << 6 | ((unsigned char)word.bytes[at + 1] & 0x3Fu);
}

static void put_letter(char *at, unsigned letter) {
  at[0] = (char)(0xC0 | letter >> 6);
  at[1] = (char)(0x80 | (letter & 0x3F));
}

/* The word between letters; 0: none. */
static void put_bent(events *e, unsigned future, unsigned person, isnad_slice middle, const unsigned ending[2], size_t kind) {
  char room[ISNAD_STEM_ROOM];
  size_t length = 0;
  if (middle.length + (size_t)4 * LETTER_BYTES > sizeof room) return;
  if (future != 0) put_letter(room + length, future), length += LETTER_BYTES;
  if (person != 0) put_letter(room + length, person), length += LETTER_BYTES;
  memcpy(room + length, middle.bytes, middle.length);
  length += middle.length;
  for (size_t i = 0; i < 2 && ending[i] != 0; i++, length += LETTER_BYTES) put_letter(room + length, ending[i]);
  put(e, (isnad_slice){room, length}, kind);
}

static bool is_weak(unsigned letter) { return letter == LETTER_ALEF || letter == LETTER_YEH || letter == LETTER_WAW; }

/* she, they, two: of a past; of a present the persons, the future and the plural. */
static void bend(events *e, isnad_slice verb, size_t kind) {
  static const unsigned persons[] = {LETTER_YEH, LETTER_TEH, LETTER_NOON}, none[2] = {0, 0}, she[2] = {LETTER_TEH, 0},
                        they[2] = {LETTER_WAW, LETTER_ALEF}, they_do[2] = {LETTER_WAW, LETTER_NOON};
  isnad_slice shortened = {verb.bytes, verb.length - LETTER_BYTES};
  bool weak = is_weak(letter_at(verb, verb.length - LETTER_BYTES));
  if (letter_at(verb, 0) != LETTER_YEH) {
    put_bent(e, 0, 0, weak ? shortened : verb, she, kind);
    put_bent(e, 0, 0, weak ? shortened : verb, they, kind);
    return;
  }
  isnad_slice stem = {verb.bytes + LETTER_BYTES, verb.length - LETTER_BYTES}, bare = {stem.bytes, weak ? stem.length - LETTER_BYTES : stem.length};
  for (size_t i = 0; i < 3; i++) {
    put_bent(e, 0, persons[i], stem, none, kind);
    put_bent(e, LETTER_SEEN, persons[i], stem, none, kind);
    if (i < 2) put_bent(e, 0, persons[i], bare, they_do, kind);
    if (i < 2) put_bent(e, 0, persons[i], bare, they, kind);
  }
}

static void bend_cell(events *e, size_t row) {
  isnad_slice rest = e->t->rows[row].cells[VERB_COLUMN];
  size_t kind = kind_at(e, row);
  if (isnad_slice_equal(rest, isnad_slice_of("-"))) return;
  while (rest.length > 0) {
    isnad_slice folded = fold_word(e->arena, next_form(&rest));
    if (folded.length >= 3 * LETTER_BYTES) bend(e, folded, kind);
  }
}

static void count_kinds(events *e, const tsv *forms) {
  char room[ISNAD_STEM_ROOM];
  for (size_t i = 0; i < forms->count; i++) {
    isnad_slice form = forms->rows[i].cells[0];
    size_t at = slot_of(e, isnad_token_hash(lexicon_stem(room, &e->known, form)));
    if (e->hashes[at] != 0) e->counts[e->kind_of[at]] += lexicon_count(e->known.counts, isnad_token_hash(form));
  }
}

static void print_events(const events *e) {
  fprintf(e->out, "const uint32_t event_stem_mask = %zu;\nconst event_stem event_stems[] = {\n", e->room - 1);
  for (size_t i = 0; i < e->room; i++) fprintf(e->out, "{0x%llXu,%u},%s", (unsigned long long)e->hashes[i], e->kind_of[i], i % 8 == 7 ? "\n" : "");
  fputs("};\nconst event_kind event_kinds[] = {\n", e->out);
  for (size_t i = 0; i < e->kind_count; i++) {
    uint64_t count = e->counts[i] < UINT32_MAX ? e->counts[i] : UINT32_MAX;
    isnad_slice name = isnad_arena_printf(e->arena, "~%.*s", (int)e->kinds[i].length, e->kinds[i].bytes); /* no token is written so */
    fprintf(e->out, "{0x%llXu,%u},\n", (unsigned long long)isnad_token_hash(name), (unsigned)count);
  }
  fputs("};\n\n", e->out);
}

size_t emit_events(FILE *out, isnad_arena *arena, const char *folder, const tsv *forms, const map *counts, const plural_forms *plurals) {
  static tsv t;
  static events e;
  tsv_read(&t, arena, folder, &events_schema);
  e = (events){.out = out, .arena = arena, .t = &t, .known = {counts, plurals}, .room = 64};
  while (e.room < t.count * 128) e.room *= 2;
  e.hashes = isnad_arena_array(arena, e.room, sizeof *e.hashes);
  e.kind_of = isnad_arena_array(arena, e.room, sizeof *e.kind_of);
  if (e.hashes == NULL || e.kind_of == NULL) exit(1);
  for (size_t i = 0; i < t.count; i++) {
    put_cell(&e, i, VERB_COLUMN);
    put_cell(&e, i, NOUN_COLUMN);
  }
  for (size_t i = 0; i < t.count; i++) bend_cell(&e, i);
  count_kinds(&e, forms);
  print_events(&e);
  return t.problems;
}

#include "entity/name.h"

#include "arabic/forms.h"
#include "arabic/frequency.h"
#include "base/buf.h"
#include "base/hash.h"
#include "note/names/names.h"

#include <math.h>

#include "tables.h"

enum { MOST_HITS = 12, SHORT_WORD = 8 }; /* bytes: four letters bear one edit */

/* What a word alone can be in a name: tied to the next ("Abd", "Abu", "Al"), a clan's tie, "son of", a day of the week. */
enum { TIES = 1, CLAN = 2, SON = 4, DAY = 8 };

static unsigned part_of_role(isnad_name_parts_role role) {
  switch (role) {
  case ISNAD_NAME_PARTS_ROLE_ABD:
  case ISNAD_NAME_PARTS_ROLE_KUNYA:
    return TIES;
  case ISNAD_NAME_PARTS_ROLE_CLAN:
    return TIES | CLAN;
  case ISNAD_NAME_PARTS_ROLE_SON:
    return SON;
  default:
    return 0;
  }
}

static unsigned roles_at(const isnad_tokens *tokens, size_t at) {
  isnad_phrase hits[MOST_HITS];
  unsigned roles = 0;
  size_t n = isnad_phrases_at(hits, MOST_HITS, tokens, at, 1u << ISNAD_TABLE_NAME_PARTS | 1u << ISNAD_TABLE_WEEKDAYS, 0);
  for (size_t i = 0; i < n; i++) {
    if (hits[i].table == ISNAD_TABLE_WEEKDAYS) roles |= DAY;
    if (hits[i].table == ISNAD_TABLE_NAME_PARTS && hits[i].count == 1)
      roles |= part_of_role((isnad_name_parts_role)isnad_name_parts_rows[hits[i].row].role);
  }
  return roles;
}

/* What the tables of names know of a word. */
static void look_up(entity_word *w, const isnad_tokens *tokens, size_t at) {
  isnad_phrase hits[MOST_HITS];
  size_t n = isnad_phrases_at(hits, MOST_HITS, tokens, at, 1u << ISNAD_TABLE_GIVEN_NAMES | 1u << ISNAD_TABLE_FAMILY_NAMES, 0);
  for (size_t i = 0; i < n; i++) {
    if (hits[i].count != 1) continue;
    bool given = hits[i].table == ISNAD_TABLE_GIVEN_NAMES;
    w->arab = w->arab || (given ? isnad_given_names_rows[hits[i].row].origin == ISNAD_GIVEN_NAMES_ORIGIN_ARAB
                                : isnad_family_names_rows[hits[i].row].origin == ISNAD_FAMILY_NAMES_ORIGIN_ARAB);
    uint32_t *row = given ? &w->given : &w->family;
    if (*row == 0) *row = hits[i].row + 1;
  }
}

static double bits_of(uint64_t hash) { return word_bits(isnad_arabic_frequency(hash)); }

static void add_word(entity_name *out, isnad_arena *arena, const isnad_tokens *tokens, size_t at, isnad_slice tie) {
  entity_word *w = &out->words[out->count++];
  isnad_slice form = isnad_token_form(tokens, at);
  *w = (entity_word){.form = form, .bits = bits_of(tokens->items[at].hash)};
  if (tie.length > 0) {
    w->form = isnad_arena_printf(arena, "%.*s%.*s", (int)tie.length, tie.bytes, (int)form.length, form.bytes);
    w->arab = true;
  } else {
    look_up(w, tokens, at);
  }
  out->bits += w->bits;
  if (w->bits > out->rarest) out->rarest = w->bits;
}

static bool is_two_bytes(isnad_slice s, size_t at) {
  unsigned char lead = (unsigned char)s.bytes[at];
  return lead >= 0xD8 && lead <= 0xDB && at + 1 < s.length;
}

/* Lone hamzas come and go, and so does the second of two vowel letters. */
static isnad_slice letters_of(isnad_arena *arena, const entity_name *name) {
  buf b = buf_new(arena, 64);
  unsigned before = 0;
  for (size_t i = 0; i < name->count; i++)
    for (size_t at = 0; at < name->words[i].form.length;) {
      isnad_slice form = name->words[i].form;
      bool two = is_two_bytes(form, at);
      unsigned letter = two ? letter_at(form, at) : 0;
      bool twice = (letter == LETTER_WAW || letter == LETTER_YEH) && letter == before && at > 0;
      if (letter != LETTER_HAMZA && !twice) buf_add(&b, form.bytes + at, two ? 2 : 1);
      before = letter;
      at += two ? 2 : 1;
    }
  return buf_slice(&b);
}

static uint64_t block_of(const entity_name *name) {
  char skeleton[NAME_SKELETON_ROOM];
  if (name->count == 0) return 0;
  isnad_slice first = name->words[0].form, last = name->words[name->count - 1].form;
  size_t length = name_skeleton(skeleton, first);
  uint64_t key = hash64((isnad_slice){skeleton, length});
  length = name_skeleton(skeleton, last);
  key = hash64_seeded((isnad_slice){skeleton, length}, key) >> 1; /* SQLite's integers have a sign */
  return key == 0 ? 1 : key;
}

isnad_status entity_name_read(entity_name *out, isnad_arena *arena, isnad_slice text, isnad_err *err) {
  isnad_tokens tokens;
  /* abd, abu, the house of: one word with the next */
  isnad_slice tie = {NULL, 0};
  *out = (entity_name){.count = 0};
  isnad_status status = isnad_arabic_tokens(&tokens, arena, text, err);
  if (status != ISNAD_OK) return status;
  for (size_t at = 0; at < tokens.count && out->count < MOST_NAME_WORDS; at++) {
    if (tokens.items[at].kind != ISNAD_TOKEN_WORD && tokens.items[at].kind != ISNAD_TOKEN_NUMBER) continue;
    bool more = at + 1 < tokens.count;
    unsigned roles = roles_at(&tokens, at);
    if (more && tie.length == 0 && (roles & TIES) != 0) {
      tie = isnad_token_form(&tokens, at);
      out->clan = (roles & CLAN) != 0;
      continue;
    }
    if (out->count > 0 && more && (roles & SON) != 0) continue;
    out->dated = out->dated || (roles & DAY) != 0;
    add_word(out, arena, &tokens, at, tie);
    tie = (isnad_slice){NULL, 0};
  }
  out->letters = letters_of(arena, out);
  out->block = block_of(out);
  return isnad_arena_status(arena) == ISNAD_OK ? ISNAD_OK : isnad_arena_fail(err, arena, "entity");
}

/* --- two names --- */

/* Two words of the tables that differ are two names (Salim and Salem, Hasan and Hussein); spellings of one row are one. Words of the Arab tables have
 * one spelling: whatever is close to them is another name. */
static int word_edits(const entity_word *a, const entity_word *b) {
  if (isnad_slice_equal(a->form, b->form)) return 0;
  if ((a->given != 0 && a->given == b->given) || (a->family != 0 && a->family == b->family)) return 0;
  if (a->arab || b->arab) return NO_SPELLING;
  if (a->given != 0 && b->given != 0) return NO_SPELLING;
  int edits = entity_word_edits(a->form, b->form);
  bool too_short = edits > 1 && (a->form.length <= SHORT_WORD || b->form.length <= SHORT_WORD);
  return too_short ? NO_SPELLING : edits;
}

/* Two edits, a word that one lacks and an edit, or two words; never a word more before the name of a house, which many cousins share. */
static bool is_close(const entity_name *few, int edits, unsigned inserted) {
  if (inserted == 0) return edits <= 2;
  return (unsigned)edits + inserted <= 2 && !(few->clan && few->count < 3);
}

/* First with first, last with last, those between in order; what is left over is inserted. */
entity_spelling entity_name_compare(const entity_name *a, const entity_name *b) {
  static const entity_spelling none = {NO_SPELLING, 0};
  const entity_name *few = a->count <= b->count ? a : b, *many = few == a ? b : a;
  if (isnad_slice_equal(a->letters, b->letters)) return (entity_spelling){0, 0};
  if (few->count < 2) return none;
  unsigned same = 0;
  int edits = 0;
  for (size_t i = 0, at = 0; i < few->count; i++, at++) {
    if (i + 1 == few->count) at = many->count - 1;
    int cost = NO_SPELLING;
    while (at < many->count && (cost = word_edits(&few->words[i], &many->words[at])) == NO_SPELLING && i > 0 && i + 1 < few->count) at++;
    if (cost == NO_SPELLING || at >= many->count) return none;
    edits += cost;
    same += cost == 0 && few->words[i].form.length > 4;
  }
  unsigned inserted = (unsigned)(many->count - few->count);
  return same > 0 && is_close(few, edits, inserted) ? (entity_spelling){edits, inserted} : none;
}

bool entity_name_is_distinctive(const entity_name *name, bool person) {
  enum { TWO_WORDS = 30, THREE_WORDS = 36, RARE_WORD = 18 };
  if (name->dated || name->count < 2) return false;
  if (person) return name->bits >= (name->count == 2 ? TWO_WORDS : THREE_WORDS);
  return name->rarest >= RARE_WORD;
}

isnad_status isnad_entity_spelling_edits(int *edits, isnad_arena *arena, isnad_slice a, isnad_slice b, isnad_err *err) {
  entity_name x, y;
  isnad_status status = entity_name_read(&x, arena, a, err);
  if (status == ISNAD_OK) status = entity_name_read(&y, arena, b, err);
  if (status == ISNAD_OK) *edits = entity_name_compare(&x, &y).edits;
  return status;
}

double entity_rarest_word(isnad_arena *arena, isnad_slice text) {
  isnad_tokens tokens;
  double rarest = 0;
  if (isnad_arabic_tokens(&tokens, arena, text, NULL) != ISNAD_OK) return 0;
  for (size_t i = 0; i < tokens.count; i++) {
    double bits = tokens.items[i].kind == ISNAD_TOKEN_WORD ? bits_of(tokens.items[i].hash) : 0;
    if (bits > rarest) rarest = bits;
  }
  return rarest;
}

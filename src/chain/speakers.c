#include "chain/speakers.h"

#include "arabic/forms.h"
#include "tables.h"

enum { HITS = 8, SHORTEST_OFFICE = 4 };

/* The word without its article. */
static isnad_slice bare(const isnad_tokens *tokens, size_t at) {
  isnad_slice form = isnad_token_form(tokens, at);
  bool lam = form.length > 4 * LETTER_BYTES && letter_is(form, LETTER_BYTES, LETTER_LAM);
  bool article = lam && (letter_is(form, 0, LETTER_ALEF) || letter_is(form, 0, LETTER_LAM)); /* or swallowed by "to" */
  return article ? (isnad_slice){form.bytes + 2 * LETTER_BYTES, form.length - 2 * LETTER_BYTES} : form;
}

/* Joined by "of", or by "in": "the centre in the university". */
static bool is_of(isnad_slice form) { return form.length > 4 * LETTER_BYTES && (letter_is(form, 0, LETTER_LAM) || letter_is(form, 0, LETTER_BEH)); }

/* The same word, also behind "of": "a statement of the ministry". */
static bool same_word(const isnad_tokens *a, size_t at, const isnad_tokens *b, size_t other) {
  isnad_slice x = bare(a, at), y = bare(b, other);
  if (isnad_slice_equal(x, y)) return true;
  if (is_of(x) && isnad_slice_equal((isnad_slice){x.bytes + LETTER_BYTES, x.length - LETTER_BYTES}, y)) return true;
  return is_of(y) && isnad_slice_equal((isnad_slice){y.bytes + LETTER_BYTES, y.length - LETTER_BYTES}, x);
}

static bool holds(const isnad_tokens *many, const isnad_tokens *few, size_t at) {
  for (size_t i = 0; i < many->count; i++)
    if (same_word(many, i, few, at)) return true;
  return false;
}

static bool is_weak(isnad_slice word, size_t at) {
  unsigned letter = letter_at(word, at);
  return letter == LETTER_ALEF || letter == LETTER_WAW || letter == LETTER_YEH || letter == LETTER_HEH;
}

/* The next letter of the word, from `at` on, that is neither long vowel nor ending; its length when there is none. */
static size_t next_strong(isnad_slice word, size_t at) {
  while (at > 0 && at + LETTER_BYTES <= word.length && is_weak(word, at)) at += LETTER_BYTES;
  return at;
}

/* "Minister" and "ministry", "ambassador" and "embassy": who holds an office speaks for it; both words have the same consonants in their order. */
static bool same_office(isnad_slice a, isnad_slice b) {
  size_t i = 0, k = 0;
  if (a.length < SHORTEST_OFFICE * LETTER_BYTES || b.length < SHORTEST_OFFICE * LETTER_BYTES) return false;
  for (;; i += LETTER_BYTES, k += LETTER_BYTES) {
    i = next_strong(a, i);
    k = next_strong(b, k);
    if (i + LETTER_BYTES > a.length || k + LETTER_BYTES > b.length) return i + LETTER_BYTES > a.length && k + LETTER_BYTES > b.length;
    if (a.bytes[i] != b.bytes[k] || a.bytes[i + 1] != b.bytes[k + 1]) return false;
  }
}

/* The words of the shorter name stand in the longer one after another: "the spokesman of the Malian army colonel X". */
static bool runs_in(const isnad_tokens *many, const isnad_tokens *few) {
  for (size_t from = 0; from + few->count <= many->count; from++) {
    size_t same = same_office(bare(many, from), bare(few, 0));
    while (same < few->count && same_word(many, from + same, few, same)) same++;
    if (same == few->count) return true;
  }
  return false;
}

static bool is_place(const isnad_tokens *name, size_t at) {
  isnad_phrase place;
  return isnad_phrases_at(&place, 1, name, at, 1u << ISNAD_TABLE_PLACES, ISNAD_PHRASE_CUT) > 0;
}

/* From here on the name says only whose it is ("the Malian army"), or of what besides ("and of logistics"). */
static bool says_whose(const isnad_tokens *name, size_t from) {
  bool besides = false;
  for (size_t at = from; at < name->count; at++) {
    isnad_slice form = isnad_token_form(name, at);
    besides = besides || (form.length > 4 * LETTER_BYTES && letter_is(form, 0, LETTER_WAW));
    if (!besides && !is_place(name, at)) return false;
  }
  return true;
}

/* "The Malian army" and its spokesman "of the army, colonel X"; "the ministry of transport and logistics" and "the minister of transport X". */
static bool speaks_for(const isnad_tokens *body, const isnad_tokens *other) {
  isnad_phrase head;
  bool headed = isnad_phrases_at(&head, 1, body, 0, 1u << ISNAD_TABLE_ORG_HEADS, ISNAD_PHRASE_CUT) > 0;
  for (size_t from = 0; headed && from < other->count; from++) {
    size_t same = from == 0 ? same_office(bare(other, from), bare(body, 0)) : same_word(other, from, body, 0);
    while (same > 0 && same < body->count && from + same < other->count && same_word(other, from + same, body, same)) same++;
    bool enough = same >= (from == 0 ? 2u : head.count), another = from + same < other->count && is_place(other, from + same);
    if (enough && !another && same < body->count && says_whose(body, same)) return true;
  }
  return false;
}

/* One man with two offices: both names end with the same two words or more, which are no place. */
static bool ends_alike(const isnad_tokens *a, const isnad_tokens *b) {
  size_t same = 0;
  isnad_phrase place;
  while (same < a->count && same < b->count && same_word(a, a->count - same - 1, b, b->count - same - 1)) same++;
  return same > 1 && isnad_phrases_at(&place, 1, a, a->count - same, 1u << ISNAD_TABLE_PLACES, ISNAD_PHRASE_CUT) == 0 &&
         isnad_phrases_at(&place, 1, a, a->count - 1, 1u << ISNAD_TABLE_PLACES, ISNAD_PHRASE_CUT) == 0;
}

/* "A statement of the ministry" is the ministry. */
static void without_document(isnad_tokens *name) {
  isnad_phrase hits[HITS];
  size_t count = name->count > 1 ? isnad_phrases_at(hits, HITS, name, 0, 1u << ISNAD_TABLE_HEADS, 0) : 0;
  for (size_t i = 0; i < count; i++) {
    if (isnad_heads_rows[hits[i].row].kind != ISNAD_HEADS_KIND_DOCUMENT || hits[i].count >= name->count) continue;
    name->items += hits[i].count;
    name->count -= hits[i].count;
    return;
  }
}

/* An id of no table, of a kind of body, or none. */
static bool is_general(isnad_slice id) { return id.length == 0 || id.bytes[0] == '@' || isnad_slice_starts(id, isnad_slice_of("org.any.")); }

static bool begins_with_head(const isnad_tokens *name) {
  isnad_phrase head;
  return isnad_phrases_at(&head, 1, name, 0, 1u << ISNAD_TABLE_ORG_HEADS, ISNAD_PHRASE_CUT) > 0 && head.count == 1;
}

/* Known to an article alone: a person of no table. */
static bool is_own(isnad_slice id) { return id.length == 0 || id.bytes[0] == '@'; }

bool chain_one_speaker(isnad_arena *arena, isnad_slice a_id, isnad_slice a_name, isnad_slice b_id, isnad_slice b_name) {
  isnad_tokens a, b;
  if (!is_general(a_id) && !is_general(b_id)) return isnad_slice_equal(a_id, b_id);
  if (isnad_arabic_tokens(&a, arena, a_name, NULL) != ISNAD_OK || isnad_arabic_tokens(&b, arena, b_name, NULL) != ISNAD_OK) return false;
  without_document(&a);
  without_document(&b);
  const isnad_tokens *few = a.count <= b.count ? &a : &b, *many = few == &a ? &b : &a;
  if (few->count == 0) return false;
  bool persons = is_own(a_id) && is_own(b_id);
  if (persons && ends_alike(&a, &b)) return true;
  if (few->count > 1 && runs_in(many, few)) return true; /* "the board of the bank" */
  if (speaks_for(&a, &b) || speaks_for(&b, &a)) return true;
  for (size_t i = 0; i < few->count; i++)
    if (!holds(many, few, i)) return false;
  bool last = few->count == 1 && same_word(few, 0, many, many->count - 1);
  bool headed = few->count == 1 && many->count > 1 && begins_with_head(many) && same_word(few, 0, many, 1); /* "Red", "the company Red Electrica" */
  return last || headed || same_word(few, 0, many, 0);
}

bool chain_is_called_medium(isnad_arena *arena, isnad_slice name) {
  isnad_tokens tokens;
  isnad_phrase hits[HITS];
  if (isnad_arabic_tokens(&tokens, arena, name, NULL) != ISNAD_OK || tokens.count < 2) return false;
  size_t count = isnad_phrases_at(hits, HITS, &tokens, 0, 1u << ISNAD_TABLE_HEADS, 0);
  for (size_t i = 0; i < count && hits[i].count == hits[0].count; i++) { /* an agency of water is none of news */
    isnad_heads_kind kind = isnad_heads_rows[hits[i].row].kind;
    if (hits[i].count < tokens.count && (kind == ISNAD_HEADS_KIND_AGENCY || kind == ISNAD_HEADS_KIND_OUTLET)) return true;
  }
  return false;
}

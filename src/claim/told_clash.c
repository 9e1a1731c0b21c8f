#include "claim/told_clash.h"

#include "claim/stems.h"
#include "claim/terms.h"
#include "claim/told.h"
#include "tables.h"

#include <string.h>

enum { HITS = 8, LONG_WORD = 10, DAYS_OF_WEEK = 7, LONGEST_WORD = 40, SAME_GOAL = 3 };

/* --- places --- */

static bool starts_with(isnad_slice a, isnad_slice b) { return isnad_slice_starts(a, b) || isnad_slice_starts(b, a); }

static bool names_country(isnad_slice id) {
  for (size_t i = 0; i < id.length; i++)
    if (id.bytes[i] == '.' || id.bytes[i] == '-') return false;
  return true;
}

static bool by_name(isnad_slice id) { return id.length > 0 && id.bytes[0] == TOLD_BY_NAME[0]; }

bool told_places_clash(isnad_slice a, isnad_slice b) {
  if (by_name(a) || by_name(b)) return !isnad_slice_equal(a, b) && (by_name(a) || told_is_town(a)) && (by_name(b) || told_is_town(b));
  bool known = a.length > 0 && b.length > 0 && a.bytes[0] != '@' && b.bytes[0] != '@';
  bool area = isnad_slice_starts(a, isnad_slice_of("area.")) || isnad_slice_starts(b, isnad_slice_of("area."));
  return known && !area && !names_country(a) && !names_country(b) && !starts_with(a, b);
}

bool told_is_town(isnad_slice id) {
  if (by_name(id)) return true;
  for (size_t i = 0; i < isnad_places_count; i++) {
    const isnad_places_row *row = &isnad_places_rows[i];
    if (isnad_slice_equal(isnad_slice_of(row->id), id)) return row->kind == ISNAD_PLACES_KIND_CITY || row->kind == ISNAD_PLACES_KIND_CAPITAL;
  }
  return false;
}

bool told_towns_clash(isnad_slice a, isnad_slice b) { return told_places_clash(a, b) && told_is_town(a) && told_is_town(b); }

/* --- days --- */

static int64_t number_at(isnad_slice text, size_t at, size_t digits) {
  int64_t n = 0;
  for (size_t i = at; i < at + digits && i < text.length; i++) n = n * 10 + (text.bytes[i] - '0');
  return n;
}

/* Days since some day: enough to tell how far two are apart (years of 372 days keep the order; months of 31 the distance inside one). */
static int64_t day_number(isnad_slice iso) { return number_at(iso, 0, 4) * 372 + number_at(iso, 5, 2) * 31 + number_at(iso, 8, 2); }

static bool has_digit(isnad_slice words) {
  for (size_t i = 0; i < words.length; i++) {
    unsigned char c = (unsigned char)words.bytes[i];
    bool arabic = i + 1 < words.length && (c == 0xD9 || c == 0xDB) && (((unsigned char)words.bytes[i + 1] & 0xC0) == 0x80) &&
                  (c == 0xD9 ? (unsigned char)words.bytes[i + 1] >= 0xA0 && (unsigned char)words.bytes[i + 1] <= 0xA9
                             : (unsigned char)words.bytes[i + 1] >= 0xB0 && (unsigned char)words.bytes[i + 1] <= 0xB9);
    if ((c >= '0' && c <= '9') || arabic) return true;
  }
  return false;
}

/* A year is written: four digits in a row. */
static bool has_year(isnad_slice words) {
  size_t run = 0;
  for (size_t i = 0; i < words.length && run < 4; i++) run = words.bytes[i] >= '0' && words.bytes[i] <= '9' ? run + 1 : 0;
  return run == 4;
}

/* "24 June", read in two years: the year is a guess of ours. */
static bool differ_in_guessed_year(isnad_slice a, isnad_slice b, isnad_slice a_words, isnad_slice b_words) {
  bool same_day = number_at(a, 5, 2) == number_at(b, 5, 2) && number_at(a, 8, 2) == number_at(b, 8, 2);
  return same_day && !(has_year(a_words) && has_year(b_words));
}

bool told_days_clash(isnad_slice a, isnad_slice b, isnad_slice a_words, isnad_slice b_words) {
  if (differ_in_guessed_year(a, b, a_words, b_words)) return false;
  int64_t apart = day_number(a) - day_number(b);
  bool dated = has_digit(a_words) && has_digit(b_words), near = apart > -DAYS_OF_WEEK && apart < DAYS_OF_WEEK;
  return apart != 0 && (dated || near);
}

/* The row of the first day of the week that is named, + 1; 0: none is. */
static size_t weekday_of(const isnad_tokens *tokens) {
  for (size_t at = 0; at < tokens->count; at++) {
    isnad_phrase hit;
    if (isnad_phrases_at(&hit, 1, tokens, at, 1u << ISNAD_TABLE_WEEKDAYS, ISNAD_PHRASE_CUT) > 0) return (size_t)hit.row + 1;
  }
  return 0;
}

bool told_same_weekday(isnad_arena *scratch, isnad_slice a_words, isnad_slice b_words) {
  isnad_tokens x, y;
  if (has_digit(a_words) || has_digit(b_words)) return false;
  if (isnad_arabic_tokens(&x, scratch, a_words, NULL) != ISNAD_OK || isnad_arabic_tokens(&y, scratch, b_words, NULL) != ISNAD_OK) return true;
  size_t day = weekday_of(&x);
  return day > 0 && day == weekday_of(&y);
}

/* --- minutes --- */

bool told_minutes_clash(isnad_slice a, isnad_slice b) {
  int64_t apart = number_at(a, 0, a.length) - number_at(b, 0, b.length);
  return apart != 0 && apart >= -SAME_GOAL && apart <= SAME_GOAL;
}

/* --- offices --- */

/* The row of the key's role that begins at a token: its key; NULL: none does. */
static const char *office_at(const isnad_tokens *tokens, size_t at, size_t *words) {
  isnad_phrase hits[HITS];
  size_t count = isnad_phrases_at(hits, HITS, tokens, at, 1u << ISNAD_TABLE_CLAIM_WORDS, ISNAD_PHRASE_CUT);
  for (size_t i = 0; i < count; i++)
    if (isnad_claim_words_rows[hits[i].row].role == ISNAD_CLAIM_WORDS_ROLE_OFFICE) {
      *words = hits[i].count;
      return isnad_claim_words_rows[hits[i].row].key;
    }
  return NULL;
}

/* Whether a wording of the key stands among the words: "former"; "local", which says of what only to who reads the page. */
static bool says_key(const isnad_tokens *tokens, const char *key) {
  for (size_t at = 0; at < tokens->count; at++) {
    isnad_phrase hits[HITS];
    size_t count = isnad_phrases_at(hits, HITS, tokens, at, 1u << ISNAD_TABLE_CLAIM_WORDS, 0);
    for (size_t i = 0; i < count; i++)
      if (strcmp(isnad_claim_words_rows[hits[i].row].key, key) == 0) return true;
  }
  return false;
}

/* The stem without the article, whatever the frequency rule says of the word. */
static uint64_t bare_stem(const isnad_tokens *tokens, size_t at) {
  isnad_slice form = isnad_token_form(tokens, at);
  isnad_cut cuts[ISNAD_MOST_CUTS];
  size_t count = isnad_arabic_cuts(cuts, form), cut = 0;
  for (size_t i = 0; i < count; i++)
    if (cuts[i].article == ISNAD_CUT_ARTICLE && cuts[i].bytes > cut) cut = cuts[i].bytes;
  return claim_stem((isnad_slice){form.bytes + cut, form.length - cut});
}

/* Long words of which one letter is another: a slip of the keys. */
static bool is_slip(isnad_slice a, isnad_slice b) { return a.length >= LONG_WORD && b.length >= LONG_WORD && told_word_distance(a, b, 1) <= 1; }

/* "The Moroccan minister of energy": whose country it is does not say of what. */
bool told_is_adjective(const isnad_tokens *tokens, size_t at) {
  isnad_phrase hits[HITS];
  size_t count = isnad_phrases_at(hits, HITS, tokens, at, 1u << ISNAD_TABLE_PLACES, ISNAD_PHRASE_CUT);
  for (size_t i = 0; i < count; i++)
    if (hits[i].cell == ISNAD_PLACES_CELL_ADJECTIVES && hits[i].count == 1) return true;
  return false;
}

/* How many words say of what the office is. */
static size_t words_of_what(const isnad_tokens *tokens, size_t from) {
  size_t count = 0;
  for (size_t i = from; i < tokens->count; i++) count += !told_is_adjective(tokens, i);
  return count;
}

static bool share_word(const isnad_tokens *x, size_t from, const isnad_tokens *y, size_t to) {
  for (size_t i = from; i < x->count; i++)
    for (size_t k = to; k < y->count && !told_is_adjective(x, i); k++)
      if (bare_stem(x, i) == bare_stem(y, k) || is_slip(isnad_token_form(x, i), isnad_token_form(y, k))) return true;
  return false;
}

/* Keys with a stop in them name the office whole ("whole.speaker"); of the others the words behind say of what it is. */
static bool is_whole(const char *key) { return strncmp(key, "whole.", 6) == 0; }

/* Whether both name places of one country: a capital stands for it. */
static bool share_country(const isnad_tokens *x, const isnad_tokens *y) {
  for (size_t i = 1; i < x->count; i++)
    for (size_t k = 1; k < y->count; k++) {
      isnad_phrase p, q;
      if (isnad_phrases_at(&p, 1, x, i, 1u << ISNAD_TABLE_PLACES, ISNAD_PHRASE_CUT) == 0) continue;
      if (isnad_phrases_at(&q, 1, y, k, 1u << ISNAD_TABLE_PLACES, ISNAD_PHRASE_CUT) == 0) continue;
      if (strcmp(isnad_places_rows[p.row].country, isnad_places_rows[q.row].country) == 0) return true;
    }
  return false;
}

bool told_offices_clash(isnad_arena *scratch, isnad_slice a, isnad_slice b) {
  isnad_tokens x, y;
  if (isnad_arabic_tokens(&x, scratch, a, NULL) != ISNAD_OK || isnad_arabic_tokens(&y, scratch, b, NULL) != ISNAD_OK) return false;
  size_t left = 0, right = 0;
  const char *p = x.count > 0 ? office_at(&x, 0, &left) : NULL, *q = y.count > 0 ? office_at(&y, 0, &right) : NULL;
  if (p == NULL || q == NULL || says_key(&x, "former") || says_key(&y, "former")) return false;
  if (says_key(&x, "local") || says_key(&y, "local")) return false;
  if (is_whole(p) || is_whole(q)) return is_whole(p) && is_whole(q) && strcmp(p, q) != 0;
  if (strcmp(p, "single") == 0) return false; /* "the coach of the Catalan club": who knows its name */
  if (strcmp(p, "ambassador") == 0 && share_country(&x, &y)) return false;
  bool told = words_of_what(&x, left) > 0 && words_of_what(&y, right) > 0;
  return strcmp(p, q) == 0 && told && !share_word(&x, left, &y, right);
}

/* --- persons --- */

unsigned told_word_distance(isnad_slice a, isnad_slice b, unsigned most) {
  unsigned row[LONGEST_WORD + 1];
  size_t n = a.length / 2, m = b.length / 2;
  if (n > LONGEST_WORD || m > LONGEST_WORD) return most + 1;
  for (size_t k = 0; k <= m; k++) row[k] = (unsigned)k;
  for (size_t i = 1; i <= n; i++) {
    unsigned before = row[0];
    row[0] = (unsigned)i;
    for (size_t k = 1; k <= m; k++) {
      unsigned change = before + (memcmp(a.bytes + 2 * (i - 1), b.bytes + 2 * (k - 1), 2) != 0);
      before = row[k];
      unsigned least = row[k] < row[k - 1] ? row[k] + 1 : row[k - 1] + 1;
      row[k] = change < least ? change : least;
    }
  }
  return row[m];
}

static bool one_word(isnad_slice a, isnad_slice b) {
  size_t shorter = a.length < b.length ? a.length : b.length;
  unsigned most = shorter >= LONG_WORD ? 2 : 1;
  return isnad_slice_equal(a, b) || told_word_distance(a, b, most) <= most;
}

static size_t words_in(const isnad_tokens *few, const isnad_tokens *many) {
  size_t found = 0;
  for (size_t i = 0; i < few->count; i++)
    for (size_t k = 0; k < many->count; k++)
      if (one_word(isnad_token_form(few, i), isnad_token_form(many, k))) {
        found++;
        break;
      }
  return found;
}

bool told_names_nest(isnad_arena *scratch, isnad_slice a, isnad_slice b) {
  isnad_tokens x, y;
  if (isnad_arabic_tokens(&x, scratch, a, NULL) != ISNAD_OK || isnad_arabic_tokens(&y, scratch, b, NULL) != ISNAD_OK) return false;
  const isnad_tokens *few = x.count <= y.count ? &x : &y, *many = few == &x ? &y : &x;
  return few->count > 0 && words_in(few, many) == few->count;
}

/* "The crazies of Brexit" are no name of a person. */
static bool is_arabic(const isnad_tokens *tokens) {
  for (size_t i = 0; i < tokens->count; i++)
    if (tokens->items[i].kind != ISNAD_TOKEN_PUNCT && (tokens->items[i].flags & ISNAD_TOKEN_ARABIC) == 0) return false;
  return true;
}

bool told_names_clash(isnad_arena *scratch, isnad_slice a, isnad_slice b) {
  isnad_tokens x, y;
  if (isnad_arabic_tokens(&x, scratch, a, NULL) != ISNAD_OK || isnad_arabic_tokens(&y, scratch, b, NULL) != ISNAD_OK) return false;
  const isnad_tokens *few = x.count <= y.count ? &x : &y, *many = few == &x ? &y : &x;
  if (!is_arabic(&x) || !is_arabic(&y)) return false;
  if (few->count < 2) return false; /* a title, a family name alone: who it is hangs on the page */
  return words_in(few, many) < few->count;
}

/* --- named elsewhere --- */

bool told_is_named(isnad_arena *scratch, isnad_slice text, isnad_slice name) {
  isnad_tokens words, page;
  if (isnad_arabic_tokens(&words, scratch, name, NULL) != ISNAD_OK || isnad_arabic_tokens(&page, scratch, text, NULL) != ISNAD_OK) return true;
  if (words.count == 0) return true;
  isnad_slice last = isnad_token_form(&words, words.count - 1);
  for (size_t i = 0; i < page.count; i++) {
    isnad_slice form = isnad_token_form(&page, i);
    size_t cut = form.length > last.length ? form.length - last.length : 0;
    if (form.length >= last.length && cut <= 6 && memcmp(form.bytes + cut, last.bytes, last.length) == 0) return true;
  }
  return false;
}

/* --- the words of an event --- */

enum { TITLE_SHARED = 4, TITLE_MOST = 16, SHORT_WORD = 4 };

static const double copied_title = 0.6;

bool told_in_same_words(isnad_arena *scratch, isnad_slice a, isnad_slice b) {
  isnad_tokens left, right;
  if (isnad_arabic_tokens(&left, scratch, a, NULL) != ISNAD_OK || isnad_arabic_tokens(&right, scratch, b, NULL) != ISNAD_OK) return false;
  size_t shared = 0, least = left.count < right.count ? left.count : right.count;
  for (size_t i = 0; i < left.count && i < TITLE_MOST; i++)
    for (size_t k = 0; k < right.count && k < TITLE_MOST; k++)
      if (isnad_slice_equal(isnad_token_form(&left, i), isnad_token_form(&right, k)) && isnad_token_form(&left, i).length > SHORT_WORD) {
        shared++;
        break;
      }
  return shared >= TITLE_SHARED && (double)shared >= copied_title * (double)least;
}

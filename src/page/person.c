/* Every word of a name is a given name, a family name, a tie ("son of", "servant of"), an initial, or a word that the language hardly knows; an
 * everyday word, a medium, an office or a body makes it none. The first word decides most: it is a given name of the table, or a tie. */
#include "page/person.h"

#include "page/chars.h"
#include "tables.h"

enum {
  HITS = 8,
  MOST_TOKENS = 24,
  MOST_PARTS = 5,
  RARE = 40,       /* per 100 million: hardly a word of the language */
  EVERYDAY = 1500, /* a word of the language */
  SHORT_BYTES = 2  /* one letter */
};

typedef struct reading {
  const isnad_tokens *t;
  size_t last;
  unsigned parts, strong, weak, unknown, common; /* of the name at hand: rows of the tables, words that no table has, words of every day */
  bool given;                                    /* its first part is a given name, or a tie */
  bool initial;                                  /* a letter stands for one part of it */
  bool spoilt;
} reading;

static uint32_t mark_of(const isnad_tokens *t, size_t at) {
  size_t ignored = 0;
  return char_at(t->text, t->items[at].span.begin, &ignored);
}

static bool is_letters(const reading *r, size_t at) { return at < r->last && r->t->items[at].kind == ISNAD_TOKEN_WORD; }

static bool is_initial(const reading *r, size_t at) { return r->t->items[at].length <= SHORT_BYTES && r->t->items[at].kind == ISNAD_TOKEN_WORD; }

static size_t behind(const reading *r, const isnad_phrase *hit) { return hit->first + hit->count <= r->last ? hit->first + hit->count : 0; }

/* Behind a title before a name ("Dr.", "the writer"); `at` when there is none. Offices are their holders', who write no reports. */
static size_t behind_title(const reading *r, size_t at) {
  isnad_phrase hits[HITS];
  size_t count = isnad_phrases_at(hits, HITS, r->t, at, 1u << ISNAD_TABLE_TITLES, 0);
  for (size_t i = 0; i < count && i < HITS; i++) {
    isnad_titles_kind kind = isnad_titles_rows[hits[i].row].kind;
    isnad_phrase name;
    if (isnad_phrases_at(&name, 1, r->t, at, 1u << ISNAD_TABLE_GIVEN_NAMES, 0) > 0) break; /* "Sayyid Muhammad" */
    bool fits = kind == ISNAD_TITLES_KIND_HONORIFIC || kind == ISNAD_TITLES_KIND_PROFESSION || kind == ISNAD_TITLES_KIND_RANK;
    size_t end = behind(r, &hits[i]);
    if (fits && end > at && is_letters(r, end)) return end;
  }
  return at;
}

/* What ties the next word to the name: "son of", "father of", "servant of", a house, a particle. */
static bool is_tie(const reading *r, size_t at, bool *opens) {
  isnad_phrase hits[HITS];
  size_t count = isnad_phrases_at(hits, HITS, r->t, at, 1u << ISNAD_TABLE_NAME_PARTS, 0);
  for (size_t i = 0; i < count && i < HITS; i++) {
    isnad_name_parts_role role = isnad_name_parts_rows[hits[i].row].role;
    *opens = role == ISNAD_NAME_PARTS_ROLE_ABD || role == ISNAD_NAME_PARTS_ROLE_KUNYA || role == ISNAD_NAME_PARTS_ROLE_SON;
    if (*opens || role == ISNAD_NAME_PARTS_ROLE_CLAN || role == ISNAD_NAME_PARTS_ROLE_FAITH || role == ISNAD_NAME_PARTS_ROLE_SUFFIX) return true;
    if (role == ISNAD_NAME_PARTS_ROLE_PARTICLE && r->parts > 0) return true;
  }
  return false;
}

/* Places, bodies and media have names of their own. */
static bool is_another(const reading *r, size_t at) {
  isnad_phrase hits[HITS];
  uint32_t tables = 1u << ISNAD_TABLE_ORG_HEADS | 1u << ISNAD_TABLE_HEADS | 1u << ISNAD_TABLE_OFFICES | 1u << ISNAD_TABLE_ORGANIZATIONS |
                    1u << ISNAD_TABLE_PLACE_HEADS | 1u << ISNAD_TABLE_STOPS;
  return isnad_phrases_at(hits, HITS, r->t, at, tables, 0) > 0;
}

/* The row of names at a word. A name that is a word of the language before all counts as that word. */
static size_t behind_row(reading *r, size_t at) {
  isnad_phrase given, family;
  bool has_given = isnad_phrases_at(&given, 1, r->t, at, 1u << ISNAD_TABLE_GIVEN_NAMES, 0) > 0 && behind(r, &given) > 0;
  bool has_family = isnad_phrases_at(&family, 1, r->t, at, 1u << ISNAD_TABLE_FAMILY_NAMES, 0) > 0 && behind(r, &family) > 0;
  if (!has_given && !has_family) return at;
  isnad_given_names_common as_given = has_given ? isnad_given_names_rows[given.row].common : ISNAD_GIVEN_NAMES_COMMON_WORD;
  isnad_family_names_common as_family = has_family ? isnad_family_names_rows[family.row].common : ISNAD_FAMILY_NAMES_COMMON_WORD;
  bool strong = as_given == ISNAD_GIVEN_NAMES_COMMON_NO || as_family == ISNAD_FAMILY_NAMES_COMMON_NO;
  bool weak = as_given == ISNAD_GIVEN_NAMES_COMMON_YES || as_family == ISNAD_FAMILY_NAMES_COMMON_YES;
  r->strong += strong;
  r->weak += !strong && weak;
  r->common += !strong && !weak;
  if (r->parts == 0) r->given = has_given && as_given != ISNAD_GIVEN_NAMES_COMMON_WORD;
  size_t longest = has_given ? given.count : 0;
  return at + (has_family && family.count > longest ? family.count : longest);
}

static size_t read_part(reading *r, size_t at) {
  bool opens = false;
  size_t end = at;
  if (is_initial(r, at)) {
    end = at + 1 + (at + 1 < r->last && mark_of(r->t, at + 1) == '.');
    r->initial = true;
    r->parts += r->parts > 0;
    return end;
  }
  end = behind_row(r, at);
  if (r->parts == 0 && !r->given && end > at && is_another(r, at)) r->spoilt = true;
  if (end == at && is_tie(r, at, &opens) && (!opens || is_letters(r, at + 1))) {
    if (r->parts == 0) r->given = opens;
    r->strong += opens;
    end = at + 1 + opens;
  }
  if (end == at) {
    uint32_t seen = isnad_arabic_frequency(r->t->items[at].hash);
    r->spoilt |= seen > EVERYDAY * 4 || (r->parts == 0 && is_another(r, at)) || (r->t->items[at].flags & ISNAD_TOKEN_ARABIC) == 0;
    r->unknown += seen <= RARE;
    r->common += seen > EVERYDAY;
    end = at + 1;
  }
  r->parts++;
  return end;
}

/* How far the name that was read is to be trusted. */
static person_trust trust_of(const reading *r) {
  if (r->spoilt || r->parts + r->initial < 2 || r->parts > MOST_PARTS || r->parts == 0) return PERSON_NONE;
  unsigned known = r->strong + r->weak;
  if (r->given && r->common == 0 && (r->strong > 0 || known == r->parts)) return PERSON_SURE;
  if (r->given && (r->common == 0 || (r->common == 1 && known + 1 >= r->parts))) return PERSON_LIKELY;
  if (r->common == 0 && (r->strong > 0 || r->unknown == r->parts)) return PERSON_LIKELY;
  return PERSON_NONE;
}

/* A name joined by «and»: the waw is its own word, or stands before a given name. */
static size_t behind_and(const reading *r, size_t at) {
  isnad_phrase hit;
  size_t length = 0;
  isnad_slice form = isnad_token_form(r->t, at);
  if (r->parts < 2 || form.length < 2 || char_at(form, 0, &length) != CHAR_WAW) return 0;
  if (form.length == length) return at + 1;
  if (isnad_phrases_at(&hit, 1, r->t, at, 1u << ISNAD_TABLE_GIVEN_NAMES, 0) > 0) return 0;
  bool cut = isnad_phrases_at(&hit, 1, r->t, at, 1u << ISNAD_TABLE_GIVEN_NAMES, ISNAD_PHRASE_CUT) > 0 && hit.cut == length;
  return cut ? at : 0;
}

static person_trust least(person_trust a, person_trust b) { return a < b ? a : b; }

static void begin(reading *r) { *r = (reading){.t = r->t, .last = r->last}; }

person_trust page_person(const isnad_tokens *tokens, size_t first, size_t last) {
  reading r = {.t = tokens, .last = last};
  person_trust trust = PERSON_SURE;
  if (first >= last || last - first > MOST_TOKENS) return PERSON_NONE;
  for (size_t at = first; at < last;) {
    if (!isnad_token_is_word(tokens, at)) {
      uint32_t c = mark_of(tokens, at);
      if (c != ',' && c != CHAR_ARABIC_COMMA && c != '&') return PERSON_NONE;
      trust = least(trust, trust_of(&r));
      begin(&r);
      at++;
      continue;
    }
    if (tokens->items[at].kind == ISNAD_TOKEN_NUMBER) return PERSON_NONE;
    size_t joined = behind_and(&r, at);
    if (joined > 0) {
      trust = least(trust, trust_of(&r));
      begin(&r);
      if (joined == at) { /* the given name behind the waw */
        r.parts = r.strong = 1;
        r.given = true;
        joined = at + 1;
      }
      at = joined;
      continue;
    }
    size_t titled = r.parts == 0 ? behind_title(&r, at) : at;
    at = titled > at ? titled : read_part(&r, at);
    if (at < last && mark_of(tokens, at) == '.' && r.parts == 0) at++; /* "Dr." */
  }
  return least(trust, trust_of(&r));
}

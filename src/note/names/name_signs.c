/* What is seen of a word that no table knows: its letters, how often the news has it and its relatives, and what stands around it. The signs are the
 * rows of data/ar/name_signs.tsv; bench/name_words.c prints them of every word of a text, to fit their weights again. */
#include "note/names/name_likely.h"

#include "arabic/letters.h"

#include <string.h>

enum { SIGN_ROOM = 64, LETTER = WORD_LETTER, LONGEST = SIGN_ROOM - 8, SHORTEST = 3 * LETTER, SHAPE_LEAST = 6 };

static uint32_t seen(isnad_slice word) { return word.length == 0 ? 0 : isnad_arabic_frequency(isnad_token_hash(word)); }

/* Powers of three: 0, 1, 2 ... 9. */
static unsigned magnitude(uint32_t count) {
  enum { BASE = 3, MOST = 9 };
  unsigned power = 0;
  for (; count > 0 && power < MOST; count /= BASE) power++;
  return power;
}

/* --- which words are asked about --- */

/* "And X": joined to a word that the news has neither way. */
isnad_slice name_without_and(const name_finder *f, size_t at) {
  isnad_slice form = name_form(f, at), rest = {form.bytes + LETTER, form.length - LETTER};
  bool joined = form.length > 4 * LETTER && word_letter_at(form, 0, LETTER_WAW);
  return joined && seen(rest) == 0 && isnad_arabic_frequency(f->tokens[at].hash) == 0 ? rest : form;
}

bool name_may_ask(name_asked *out, const name_finder *f, const note_unit *u, size_t at) {
  const isnad_token *token = &f->tokens[at];
  if (token->kind != ISNAD_TOKEN_WORD || (token->flags & ISNAD_TOKEN_ARABIC) == 0 || token->length < SHORTEST || token->length > LONGEST)
    return false;
  if (note_count(u, at) >= NAME_SELDOM || name_is_definite(f, at)) return false;
  *out = (name_asked){.f = f, .u = u, .at = at, .word = name_without_and(f, at), .occurrences = 1};
  return name_shape(out->word) > SHAPE_LEAST && isnad_arabic_proclitics(out->word) == 0;
}

/* --- signs --- */

typedef struct signs {
  name_sign_use use;
  void *into;
  char text[SIGN_ROOM];
  size_t length;
} signs;

static void begin(signs *s, const char *group) {
  s->length = strlen(group);
  memcpy(s->text, group, s->length);
}

static void add(signs *s, isnad_slice part) {
  size_t fits = part.length < SIGN_ROOM - s->length ? part.length : SIGN_ROOM - s->length;
  memcpy(s->text + s->length, part.bytes, fits);
  s->length += fits;
}

static void add_digit(signs *s, unsigned digit) { add(s, (isnad_slice){&"0123456789"[digit], 1}); }

static void end(signs *s) { s->use(s->into, (isnad_slice){s->text, s->length}); }

static void tell(signs *s, const char *group, unsigned digit) {
  begin(s, group);
  add_digit(s, digit);
  end(s);
}

static void tell_letters(signs *s, const char *group, isnad_slice letters) {
  begin(s, group);
  add(s, letters);
  end(s);
}

/* How often the news has what is left when `cut` bytes are taken off an end, with the letters taken off. */
static void tell_rest(signs *s, const char *group, isnad_slice letters, isnad_slice rest) {
  begin(s, group);
  add(s, letters);
  add_digit(s, magnitude(rest.length >= 2 * LETTER ? seen(rest) : 0));
  end(s);
}

/* Six steps of name_shape. */
static unsigned shape_step(isnad_slice word) {
  static const int steps[] = {16, 28, 40, 56, 76, 104};
  unsigned step = 0;
  int shape = name_shape(word);
  while (step < sizeof steps / sizeof steps[0] && shape > steps[step]) step++;
  return step;
}

static void read_letters(signs *s, const name_asked *a) {
  enum { LONG = 9, OFTEN = 4 };
  isnad_slice w = a->word;
  unsigned letters = (unsigned)(w.length / LETTER);
  tell(s, "shape", shape_step(w));
  tell(s, "seen", magnitude(seen(w)));
  tell(s, "long", letters > LONG ? LONG : letters);
  tell(s, "and", w.length < a->f->tokens[a->at].length);
  tell(s, "times", a->occurrences > OFTEN ? OFTEN : a->occurrences);
  tell_letters(s, "begin", (isnad_slice){w.bytes, LETTER});
  tell_letters(s, "end", (isnad_slice){w.bytes + w.length - LETTER, LETTER});
  tell_letters(s, "end", (isnad_slice){w.bytes + w.length - 2 * LETTER, 2 * LETTER});
  tell_rest(s, "back", (isnad_slice){w.bytes + w.length - LETTER, LETTER}, (isnad_slice){w.bytes, w.length - LETTER});
  tell_rest(s, "back", (isnad_slice){w.bytes + w.length - 2 * LETTER, 2 * LETTER}, (isnad_slice){w.bytes, w.length - 2 * LETTER});
}

/* --- what stands around it --- */

static bool is_hidden(const name_asked *a, size_t at) { return a->hide && a->f->tokens[at].hash % 3 == 0; }

static const char *title_class(const name_finder *f, const note_unit *u, size_t at, const isnad_phrase *title) {
  static const char *const plain[ISNAD_TITLES_KIND_COUNT] = {"office", "rank", "honorific", "trade", "kin", "his", "modifier"};
  static const char *const definite[ISNAD_TITLES_KIND_COUNT] = {"the-office", "the-rank", "the-honorific", "the-trade",
                                                                "the-kin",    "his",      "the-modifier"};
  (void)u;
  return (name_is_definite(f, at) ? definite : plain)[isnad_titles_rows[title->row].kind];
}

/* A word that is part of a name, or a place or body, as the tables have it; NULL: none. */
static const char *name_class_of(const name_finder *f, const note_unit *u, size_t at) {
  if (!name_has_table(u, at, NAME_OF_PERSON | NAME_OF_TABLE)) return NULL;
  const isnad_phrase *given = note_hit_at(u, at, ISNAD_TABLE_GIVEN_NAMES), *family = note_hit_at(u, at, ISNAD_TABLE_FAMILY_NAMES);
  if (given != NULL && given->cut == 0) return isnad_given_names_rows[given->row].common == ISNAD_GIVEN_NAMES_COMMON_NO ? "given" : "given-too";
  if (family != NULL && family->cut == 0)
    return isnad_family_names_rows[family->row].common == ISNAD_FAMILY_NAMES_COMMON_NO ? "family" : "family-too";
  if (note_has_hit(u, at, ISNAD_TABLE_PEOPLE)) return "people";
  if (name_place_adjective(u, at) != NULL) return name_is_definite(f, at) ? "the-nation" : "nation";
  const isnad_phrase *place = name_place(u, at);
  if (place != NULL) return place->cut > 0 ? "at-place" : "place";
  return name_has_table(u, at, 1u << ISNAD_TABLE_ORGANIZATIONS | 1u << ISNAD_TABLE_OUTLETS) ? "body" : NULL;
}

bool name_is_tie(const note_unit *u, size_t at) {
  return name_has_role(u, at, ISNAD_NAME_PARTS_ROLE_SON) || name_has_role(u, at, ISNAD_NAME_PARTS_ROLE_ABD) ||
         name_has_role(u, at, ISNAD_NAME_PARTS_ROLE_KUNYA) || name_has_role(u, at, ISNAD_NAME_PARTS_ROLE_PARTICLE);
}

/* A word that tells nothing by itself: with the article, with a preposition, and how often it is seen. */
static void add_word_class(signs *s, const name_finder *f, const note_unit *u, size_t at) {
  enum { OFTEN = 5000, SOMETIMES = 300 };
  static const char *const oftens[] = {"-often", "-some", "-rare", "-unseen", "-name"};
  uint32_t count = note_count(u, at);
  unsigned often = count >= OFTEN ? 0 : count >= SOMETIMES ? 1 : count > 0 ? 2 : name_shape(name_form(f, at)) > 24 ? 4 : 3;
  bool joined = count > 0 && isnad_arabic_proclitics(name_form(f, at)) > 0;
  add(s, isnad_slice_of(name_is_definite(f, at) ? "the" : joined ? "with" : "word"));
  add(s, isnad_slice_of(oftens[often]));
}

static const char *word_class(const name_asked *a, size_t at) {
  const name_finder *f = a->f;
  const note_unit *u = a->u;
  if (u->tables[at - u->first] == 0) return NULL;
  if (name_hit_uncut(u, at, ISNAD_TABLE_STOPS)) return name_has_role(u, at, ISNAD_NAME_PARTS_ROLE_WHERE) ? "where" : "stop";
  if (name_is_verb(f, u, at)) return "says";
  const isnad_phrase *title = note_hit_at(u, at, ISNAD_TABLE_TITLES);
  if (title != NULL) return title_class(f, u, at, title);
  if (name_is_tie(u, at)) return "tie";
  if (note_has_hit(u, at, ISNAD_TABLE_PLACE_HEADS)) return "place-head";
  if (note_has_hit(u, at, ISNAD_TABLE_ORG_HEADS)) return name_is_definite(f, at) ? "the-body-head" : "body-head";
  const char *name = is_hidden(a, at) ? NULL : name_class_of(f, u, at);
  if (name != NULL) return name;
  return name_has_table(u, at, 1u << ISNAD_TABLE_TIME_WORDS | 1u << ISNAD_TABLE_WEEKDAYS | 1u << ISNAD_TABLE_MONTHS) ? "time" : NULL;
}

static const char *mark_class(const isnad_token *token) {
  switch (token->kind) {
  case ISNAD_TOKEN_LINE:
    return "edge";
  case ISNAD_TOKEN_NUMBER:
    return "number";
  case ISNAD_TOKEN_QUOTE:
    return "quote";
  case ISNAD_TOKEN_WORD:
    return "latin";
  default:
    return NULL;
  }
}

static void read_class(signs *s, const name_asked *a, const char *group, size_t at, bool inside) {
  begin(s, group);
  const isnad_token *token = &a->f->tokens[at];
  bool word = inside && token->kind == ISNAD_TOKEN_WORD && (token->flags & ISNAD_TOKEN_ARABIC) != 0;
  const char *name = !inside ? "edge" : word ? word_class(a, at) : mark_class(token);
  if (name != NULL)
    add(s, isnad_slice_of(name));
  else if (word)
    add_word_class(s, a->f, a->u, at);
  else
    add(s, name_form(a->f, at));
  end(s);
}

static void read_word(signs *s, const name_asked *a, const char *group, size_t at, bool inside) {
  if (!inside || a->f->tokens[at].kind != ISNAD_TOKEN_WORD || (a->f->tokens[at].flags & ISNAD_TOKEN_ARABIC) == 0) return;
  tell_letters(s, group, name_form(a->f, at));
}

void name_read_signs(const name_asked *a, name_sign_use use, void *into) {
  signs s = {.use = use, .into = into};
  size_t at = a->at, first = a->u->first, last = a->u->last;
  begin(&s, "bias");
  end(&s);
  read_letters(&s, a);
  read_class(&s, a, "-2:", at - 2, at >= first + 2);
  read_class(&s, a, "-1:", at - 1, at >= first + 1);
  read_class(&s, a, "1:", at + 1, at + 1 < last);
  read_class(&s, a, "2:", at + 2, at + 2 < last);
  read_word(&s, a, "-1=", at - 1, at >= first + 1);
  read_word(&s, a, "1=", at + 1, at + 1 < last);
}

/* Whom a noun in the dual means: "the two ministers", "the two sides", of the sentence before it that names just two. It is asked when all is read.
 */
#include "note/speakers/speaker_bearing.h"

#include <string.h>

enum { FAR = 150, TWO = 2 };

/* What the two are: people who bear the noun in the singular, any two people, two states. */
typedef enum pair_of { PAIR_BEARERS, PAIR_PEOPLE, PAIR_LANDS } pair_of;

typedef struct pair {
  const isnad_name_note *names[TWO]; /* the nearer one first */
  size_t count;                      /* of different ones, in so many sentences as it took to find two */
} pair;

static bool is_country(const isnad_name_note *name) {
  return name->type == ISNAD_NAME_PLACE && name->form == ISNAD_FORM_NAME && name->entity.length == 2;
}

/* "Minister", with its article or without, among the words of his office or in its place. */
static bool bears(const quote_scan *q, const isnad_name_note *name, isnad_slice noun) {
  const isnad_tokens *tokens = &q->s->page->tokens;
  isnad_span office = name->form == ISNAD_FORM_NAME ? name->role : name->span;
  for (size_t at = isnad_tokens_seek(tokens, office.begin); at < tokens->count && tokens->items[at].span.begin < office.end; at++) {
    isnad_slice form = isnad_token_form(tokens, at);
    size_t article = word_begins(form, LETTER_ALEF, LETTER_LAM) ? 2 * WORD_LETTER : 0;
    if (isnad_slice_starts((isnad_slice){form.bytes + article, form.length - article}, noun)) return true; /* also of a woman */
  }
  return false;
}

/* "In Yemen", "the regime of X": a place or somebody of whom another word is told. */
static bool is_governed(const quote_scan *q, const isnad_name_note *name) {
  size_t at = isnad_tokens_seek(&q->s->page->tokens, name->span.begin);
  const note_unit *unit = at > 0 ? note_unit_of(q->s, at) : NULL;
  if (unit == NULL || at <= unit->first) return false;
  if (name->type == ISNAD_NAME_PLACE)
    return note_has_word(unit, at - 1, ISNAD_QUOTE_WORDS_ROLE_IN) || note_has_word(unit, at - 1, ISNAD_QUOTE_WORDS_ROLE_TO);
  return !note_is_definite(q->s, unit, at - 1) && !note_has_hit(unit, at - 1, ISNAD_TABLE_TITLES) &&
         (note_has_hit(unit, at - 1, ISNAD_TABLE_ORG_HEADS) || note_has_word(unit, at - 1, ISNAD_QUOTE_WORDS_ROLE_KIN));
}

static bool is_wanted(const quote_scan *q, const isnad_name_note *name, pair_of of, isnad_slice noun) {
  if (name->canonical.length == 0 || name->entity.length == 0 || is_governed(q, name)) return false;
  if (of == PAIR_LANDS) return is_country(name);
  return name->type == ISNAD_NAME_PERSON && (of == PAIR_PEOPLE || bears(q, name, noun));
}

/* A sentence or a paragraph ends between two tokens. */
static bool is_parted(const isnad_tokens *tokens, size_t first, size_t last) {
  for (size_t at = first; at < last; at++) {
    bool stop = isnad_slice_equal(isnad_token_form(tokens, at), isnad_slice_of(".")) && (tokens->items[at].flags & ISNAD_TOKEN_GLUED) == 0;
    if (stop || tokens->items[at].kind == ISNAD_TOKEN_LINE) return true;
  }
  return false;
}

/* Those named before a token, back to the beginning of the sentence in which the second of them stands; states within one sentence only. */
static pair named_before(const quote_scan *q, size_t at, pair_of of, isnad_slice noun) {
  const isnad_tokens *tokens = &q->s->page->tokens;
  pair found = {.count = 0};
  size_t near = at;
  for (size_t i = note_name_from(q->s, tokens->items[at].span.begin); i > 0; i--) {
    const isnad_name_note *name = &q->s->names[i - 1];
    size_t first = isnad_tokens_seek(tokens, name->span.begin);
    if (first + FAR < at || (found.count >= TWO && is_parted(tokens, first, near))) break;
    if (!is_wanted(q, name, of, noun)) continue;
    near = first;
    bool told = false;
    for (size_t k = 0; k < found.count && k < TWO; k++) told = told || isnad_slice_equal(found.names[k]->entity, name->entity);
    if (told) continue;
    if (of == PAIR_LANDS && found.count == 1 && is_parted(tokens, first, isnad_tokens_seek(tokens, found.names[0]->span.begin))) break;
    if (found.count < TWO) found.names[found.count] = name;
    found.count++;
  }
  return found;
}

/* "The ministers of foreign affairs and development, | X and Y": the noun in the dual before the first of them tells what both are. */
static bool is_titled(const quote_scan *q, const isnad_name_note *first, isnad_slice noun) {
  enum { NEAR = 8 };
  const isnad_tokens *tokens = &q->s->page->tokens;
  size_t at = isnad_tokens_seek(tokens, first->span.begin);
  for (size_t i = at; i > 0 && i + NEAR > at && tokens->items[i - 1].kind != ISNAD_TOKEN_LINE; i--)
    if (isnad_slice_starts(isnad_token_form(tokens, i - 1), noun)) return true;
  return false;
}

/* "X and Y", in the order of the text; as it stands there when nothing but a comma parts them. */
static isnad_slice both(const quote_scan *q, const pair *two) {
  const isnad_tokens *tokens = &q->s->page->tokens;
  size_t behind = isnad_tokens_seek(tokens, two->names[1]->span.end), next = isnad_tokens_seek(tokens, two->names[0]->span.begin + 1);
  bool beside = behind < next && behind + TWO >= next && tokens->items[next - 1].span.begin < two->names[0]->span.begin;
  if (beside && (behind + 1 == next || tokens->items[behind].kind == ISNAD_TOKEN_PUNCT))
    return note_name_text(q->s, (isnad_span){two->names[1]->span.begin, two->names[0]->span.end});
  static const char link[] = {' ', (char)(0xC0 | LETTER_WAW >> 6), (char)(0x80 | (LETTER_WAW & 0x3F)), '\0'};
  isnad_slice first = two->names[1]->canonical, second = two->names[0]->canonical;
  return isnad_arena_printf(q->s->arena, "%.*s%s%.*s", (int)first.length, first.bytes, link, (int)second.length, second.bytes);
}

/* The two whom the noun at a token means; no words where the article does not say. */
static isnad_slice meant(const quote_scan *q, const note_unit *unit, size_t at) {
  enum { AROUND = 4 * WORD_LETTER }; /* the article and the ending of the dual */
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at), none = {NULL, 0};
  bool bearers = note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_PAIR), people = note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_BOTH),
       sides = note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_SIDES), lands = note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_LANDS);
  if ((!bearers && !people && !sides && !lands) || form.length <= AROUND) return none;
  pair two = {.count = 0};
  isnad_slice noun = {form.bytes + AROUND / 2, form.length - AROUND};
  if (bearers) two = named_before(q, at, PAIR_BEARERS, noun);
  if (bearers && two.count == 0) {
    two = named_before(q, at, PAIR_PEOPLE, noun);
    if (two.count == TWO && !is_titled(q, two.names[1], noun)) return none;
  }
  if (people || sides) two = named_before(q, at, PAIR_PEOPLE, noun);
  if (lands || (sides && two.count != TWO)) two = named_before(q, at, PAIR_LANDS, noun);
  return two.count == TWO ? both(q, &two) : none;
}

void speaker_settle_pairs(quote_scan *q) {
  const isnad_tokens *tokens = &q->s->page->tokens;
  for (size_t i = 0; i < q->s->quote_count; i++) {
    isnad_quote_note *quote = &q->s->quotes[i];
    if (quote->entity.length > 0 || quote->canonical.length == 0 || quote->speaker.end == 0) continue;
    size_t at = isnad_tokens_seek(tokens, quote->speaker.begin);
    if (at >= tokens->count || tokens->items[at].span.end != quote->speaker.end) continue;
    const note_unit *unit = note_unit_of(q->s, at);
    isnad_slice two = unit != NULL ? meant(q, unit, at) : (isnad_slice){NULL, 0};
    if (two.length > 0) quote->canonical = two;
  }
}

/* Whether a page says the opposite of what is asked: one denies it, rejects it, negates it, or has the opposite word. Headlines, bodies and what is
 * asked are read by the same rules. */
#include "arabic/letters.h"
#include "claim/check/check.h"
#include "claim/wording.h"

enum { DENIAL_REACH = 8, NEGATION_REACH = 4, MAIN_WORDS = 3, HEARSAY_REACH = 6, MAYBE_REACH = 3, EXCEPT_REACH = 5 };

static unsigned letter_at(isnad_slice form, size_t at) {
  if (form.length < at + 2) return 0;
  return ((unsigned char)form.bytes[at] & 0x1Fu) << 6 | ((unsigned char)form.bytes[at + 1] & 0x3Fu);
}

/* Words, either of the sentence (page NULL) or of a page, tokens [first, last). */
typedef struct side {
  const check_looking *l;
  const check_page *page;
  const isnad_tokens *tokens;
  size_t first, last;
} side;

static bool is_role(const side *s, isnad_check_words_role role, size_t at) { return check_is(&s->l->table, role, check_stem(s->tokens, at)); }

static side asked_side(const check_looking *l) { return (side){l, NULL, l->ask.tokens, 0, l->ask.tokens->count}; }

/* Where the words that are asked for begin and end in the scene; false: it has none. */
static bool matched(size_t *first, size_t *last, const check_looking *l, const check_scene *scene) {
  *first = SIZE_MAX;
  *last = 0;
  for (size_t i = 0; i < l->ask.word_count; i++)
    for (size_t t = scene->first; t < scene->last; t++) {
      if (!check_word_in(&l->ask.words[i], scene->page, t, t + 1)) continue;
      if (t < *first) *first = t;
      if (t > *last) *last = t;
    }
  return *first != SIZE_MAX;
}

/* --- denied and rejected --- */

/* "Whoever denied it once": the clause describes somebody. */
static bool is_relative(const side *s, size_t at) { return at > 0 && is_role(s, ISNAD_CHECK_WORDS_ROLE_RELATIVE, at - 1); }

/* Behind "but", "stressing that" the one who denies goes on. */
static bool goes_on(const side *s, size_t from, size_t to) {
  for (size_t t = from; t < to; t++) {
    size_t taken = 0;
    if (check_denial_at(&taken, s->tokens, t) == CHECK_BUT) return true;
  }
  return false;
}

static bool denies(const side *s, size_t until) {
  for (size_t t = s->first; t < s->last; t++) {
    size_t taken = 0;
    if (check_denial_at(&taken, s->tokens, t) != CHECK_DENIES || is_relative(s, t)) continue;
    bool called = is_role(s, ISNAD_CHECK_WORDS_ROLE_UNTRUE, t) || is_role(s, ISNAD_CHECK_WORDS_ROLE_HEARSAY, t); /* rejects() knows them */
    if (!called && !goes_on(s, t + taken, until)) return true;
  }
  return false;
}

static bool is_asked_at(const side *s, size_t at) {
  for (size_t i = 0; i < s->l->ask.word_count; i++) {
    const check_word *w = &s->l->ask.words[i];
    if (s->page == NULL ? w->first == at : check_word_in(w, s->page, at, at + 1)) return true;
  }
  return false;
}

/* What is asked for is told as what others say: a word of hearsay that is not asked for stands a few words before some of it. */
static bool is_hearsay(const side *s, size_t at) {
  if (!is_role(s, ISNAD_CHECK_WORDS_ROLE_HEARSAY, at) || is_asked_at(s, at)) return false;
  for (size_t t = at + 1; t <= at + HEARSAY_REACH && t < s->last; t++)
    if (is_asked_at(s, t)) return true;
  return false;
}

/* "The news of his death are rumours", "called the claims nonsense": something is called untrue, and it is told as what others say. An attribute of
 * what is told ("a number for reports of false news") rejects nothing. */
static bool rejects(const side *s) {
  bool hearsay = false;
  for (size_t t = s->first; t < s->last; t++) hearsay = hearsay || is_hearsay(s, t);
  for (size_t t = s->first; hearsay && t < s->last; t++) {
    size_t taken = 0;
    if (is_role(s, ISNAD_CHECK_WORDS_ROLE_UNTRUE, t) || check_denial_at(&taken, s->tokens, t) == CHECK_DENIES) return true;
  }
  return false;
}

static bool asks_denial(const check_looking *l) {
  side ask = asked_side(l);
  return denies(&ask, ask.last);
}

/* Where the sentence itself calls something untrue that is what it is about. */
static bool scene_rejects(const check_looking *l, const check_scene *scene, size_t first, size_t last) {
  side whole = {l, scene->page, &scene->page->tokens, scene->first, scene->last};
  size_t from = first > scene->first + DENIAL_REACH ? first - DENIAL_REACH : scene->first;
  side near = {l, scene->page, &scene->page->tokens, from, last};
  bool about = check_find_role(&l->table, ISNAD_CHECK_WORDS_ROLE_UNTRUE, l->ask.tokens, 0, l->ask.tokens->count) != SIZE_MAX;
  return denies(&near, first) || (!about && rejects(&whole));
}

/* --- negated --- */

/* "Not" itself. "But" is spelled as "that not" when marks are folded: behind a negation it is "but". */
static bool is_not(const side *s, size_t at) {
  if (s->tokens->items[at].kind != ISNAD_TOKEN_WORD || !wording_is_negation(s->tokens, at)) return false;
  bool but = is_role(s, ISNAD_CHECK_WORDS_ROLE_EXCEPT, at);
  for (size_t t = at; but && t > s->first && t + EXCEPT_REACH > at; t--)
    if (!is_role(s, ISNAD_CHECK_WORDS_ROLE_EXCEPT, t - 1) && wording_is_negation(s->tokens, t - 1)) return false;
  return true;
}

/* "Comes not but once a year": behind the negation a word takes it back. */
static bool is_taken_back(const side *s, size_t at) {
  for (size_t t = at + 1; t < s->last && t <= at + EXCEPT_REACH && s->tokens->items[t].kind != ISNAD_TOKEN_PUNCT; t++)
    if (is_role(s, ISNAD_CHECK_WORDS_ROLE_EXCEPT, t)) return true;
  return false;
}

/* "Not", or a word of refusing. */
static bool says_no(const side *s, size_t at) { return (is_not(s, at) && !is_taken_back(s, at)) || is_role(s, ISNAD_CHECK_WORDS_ROLE_REFUSE, at); }

/* "No winner of", "without": no of a thing, not of what somebody does; an imperfect begins with one of four letters. */
static bool is_nominal(const side *s, size_t at) {
  if (at == 0 || !says_no(s, at - 1) || is_role(s, ISNAD_CHECK_WORDS_ROLE_REFUSE, at - 1)) return false;
  isnad_slice no = isnad_token_form(s->tokens, at - 1);
  unsigned first = letter_at(isnad_token_form(s->tokens, at), 0);
  bool absolute = letter_at(no, no.length - 4) == LETTER_LAM && letter_at(no, no.length - 2) == LETTER_ALEF;
  return absolute && first != LETTER_YEH && first != LETTER_TEH && first != LETTER_NOON && first != LETTER_ALEF;
}

/* Whether a negation stands before the token; not over another word that is asked for, which it is said of. */
static bool is_negated(const side *s, size_t at) {
  for (size_t t = at; t > s->first && t + NEGATION_REACH > at; t--) {
    if (says_no(s, t - 1)) return true;
    if (s->tokens->items[t - 1].kind == ISNAD_TOKEN_PUNCT || is_asked_at(s, t - 1)) return false;
  }
  return false;
}

/* Whether the word behind the one that is asked for is negated in the scene. */
static bool next_is_negated(const side *ask, const side *page, size_t word) {
  const check_ask *a = &ask->l->ask;
  if (word + 1 >= a->word_count || a->words[word + 1].first != a->words[word].last) return false;
  for (size_t t = page->first; t < page->last; t++)
    if (check_word_in(&a->words[word + 1], page->page, t, t + 1) && is_negated(page, t)) return true;
  return false;
}

/* Whether the scene says no of a word that is asked for as it is, or the other way round, wherever it has the word. Of the first words that is the
 * opposite; what is negated behind them is a detail. */
static check_polarity negated_apart(const check_looking *l, const check_scene *scene) {
  side ask = asked_side(l), page = {l, scene->page, &scene->page->tokens, scene->first, scene->last};
  for (size_t i = 0; i < l->ask.word_count; i++) {
    const check_word *w = &l->ask.words[i];
    size_t same = 0, other = 0;
    bool here = is_negated(&ask, w->first) || (i > 0 && w->first == l->ask.words[i - 1].last && is_negated(&ask, l->ask.words[i - 1].first) &&
                                               !check_word_in(&l->ask.words[i - 1], scene->page, scene->first, scene->last));
    for (size_t t = scene->first; t < scene->last; t++) {
      if (!check_word_in(w, scene->page, t, t + 1)) continue;
      bool there = is_negated(&page, t);
      same += there == here;
      other += there != here;
    }
    if (here && same == 0 && other > 0) same += next_is_negated(&ask, &page, i); /* "will not set a time", "will put no time" */
    bool of_thing = here && !is_negated(&ask, w->first) && is_nominal(&ask, l->ask.words[i - 1].first); /* of which the page does not tell */
    if (same == 0 && other > 0) return !of_thing && (i < MAIN_WORDS || here) ? CHECK_OPPOSITE : CHECK_UNCLEAR;
  }
  return CHECK_ALIKE;
}

/* Whether a negation stands in the scene before one of the words that are asked for. */
static bool says_no_of_it(const check_looking *l, const check_scene *scene) {
  side s = {l, scene->page, &scene->page->tokens, scene->first, scene->last};
  for (size_t t = s.first; t < s.last; t++)
    for (size_t i = 0; says_no(&s, t) && i < l->ask.word_count; i++)
      if (check_word_in(&l->ask.words[i], s.page, t + 1, s.last)) return true;
  return false;
}

/* --- opposite words, and what has not happened --- */

/* A word of one side stands here and one of the other side there, and the word itself not. */
static bool turned(const check_looking *l, const check_scene *scene) {
  const check_page *page = scene->page;
  for (size_t i = 0; i < l->ask.word_count; i++) {
    const check_word *w = &l->ask.words[i];
    if (check_word_in(w, page, scene->first, scene->last)) continue;
    uint64_t one = check_rows(&l->table, ISNAD_CHECK_WORDS_ROLE_OPPOSITE, 0, w->stem);
    uint64_t other = check_rows(&l->table, ISNAD_CHECK_WORDS_ROLE_OPPOSITE, 1, w->stem);
    for (size_t t = scene->first; (one | other) != 0 && t < scene->last; t++) {
      uint64_t there = check_rows(&l->table, ISNAD_CHECK_WORDS_ROLE_OPPOSITE, 1, page->stems[t]);
      uint64_t here = check_rows(&l->table, ISNAD_CHECK_WORDS_ROLE_OPPOSITE, 0, page->stems[t]);
      if (check_rows_meet(one, there) || check_rows_meet(other, here)) return true;
    }
  }
  return false;
}

/* "May touch", "will touch": what is asked for is to come itself. */
static bool asks_future(const side *ask) {
  for (size_t t = 0; t < ask->last; t++) {
    unsigned first = letter_at(isnad_token_form(ask->tokens, t), 0), second = letter_at(isnad_token_form(ask->tokens, t), 2);
    bool person = second == LETTER_YEH || second == LETTER_TEH;
    if (ask->tokens->items[t].kind == ISNAD_TOKEN_WORD && first == LETTER_SEEN && person) return true;
    unsigned next = letter_at(isnad_token_form(ask->tokens, t + 1), 0);
    if (t + 1 < ask->last && check_is(&ask->l->table, ISNAD_CHECK_WORDS_ROLE_MODAL, check_stem(ask->tokens, t)) &&
        (next == LETTER_YEH || next == LETTER_TEH))
      return true;
  }
  return false;
}

/* "Will press for a truce" is no truce: what is asked for as done is planned, asked for or feared. */
static bool may_come(const check_looking *l, const check_scene *scene) {
  side ask = asked_side(l);
  if (check_find_role(&l->table, ISNAD_CHECK_WORDS_ROLE_MAYBE, ask.tokens, 0, ask.last) != SIZE_MAX) return false;
  if (asks_future(&ask)) return false;
  for (size_t i = 0; i < l->ask.word_count && i < MAIN_WORDS; i++)
    for (size_t t = scene->first; t < scene->last; t++) {
      if (!check_word_in(&l->ask.words[i], scene->page, t, t + 1)) continue;
      size_t from = t > scene->first + MAYBE_REACH ? t - MAYBE_REACH : scene->first;
      if (check_find_role(&l->table, ISNAD_CHECK_WORDS_ROLE_MAYBE, &scene->page->tokens, from, t) != SIZE_MAX) return true;
      break;
    }
  return false;
}

/* A negation in the clause of what is told, where nothing that is asked for is negated: "found no trace of any matter". */
static bool may_be_negated(const check_looking *l, const check_scene *scene, size_t first, size_t last) {
  side ask = asked_side(l), page = {l, scene->page, &scene->page->tokens, scene->first, scene->last};
  for (size_t t = 0; t < ask.last; t++)
    if (says_no(&ask, t)) return false;
  while (first > page.first && page.tokens->items[first - 1].kind != ISNAD_TOKEN_PUNCT) first--;
  for (size_t t = first; t < last; t++)
    if (says_no(&page, t)) return true;
  return false;
}

check_polarity check_opposes(const check_looking *l, const check_scene *scene) {
  size_t first = 0, last = 0;
  if (!matched(&first, &last, l, scene)) return CHECK_ALIKE;
  bool here = asks_denial(l), there = scene_rejects(l, scene, first, last);
  bool may = may_come(l, scene);
  if (here != there && may) return CHECK_UNCLEAR;
  if (here != there) return here && says_no_of_it(l, scene) ? CHECK_UNCLEAR : CHECK_OPPOSITE; /* "denied training them": "that nobody trains them" */
  check_polarity negated = here ? CHECK_ALIKE : negated_apart(l, scene);
  if (!may && (negated == CHECK_OPPOSITE || turned(l, scene))) return CHECK_OPPOSITE;
  return negated != CHECK_ALIKE || may || (!here && may_be_negated(l, scene, first, last)) ? CHECK_UNCLEAR : CHECK_ALIKE;
}

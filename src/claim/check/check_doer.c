/* Who does what is asked, and who does it on the page. */
#include "claim/check/check_pairs.h"

#include "arabic/letters.h"
#include "tables.h"

#include <string.h>

enum { BEHIND = 7, BEFORE = 4 };

static bool is_actor(isnad_name_type type) { return type == ISNAD_NAME_PERSON || type == ISNAD_NAME_ORGANIZATION || type == ISNAD_NAME_PLACE; }

static bool begins_with_and(isnad_slice word) {
  return word.length > 2 && (unsigned char)word.bytes[0] == (0xC0 | LETTER_WAW >> 6) && (unsigned char)word.bytes[1] == (0x80 | (LETTER_WAW & 0x3F));
}

/* A person does what persons do; a country or a body what bodies do. */
static bool comparable(const check_name *n, const store_mention *m) {
  bool person = n->type == ISNAD_NAME_PERSON;
  return m->form == ISNAD_FORM_NAME && is_actor(m->type) && person == (m->type == ISNAD_NAME_PERSON);
}

/* The name behind the word, with an office and a mark between, or right before it where none follows: the subject of a headline. */
static const store_mention *subject_of(const check_table *table, const check_scene *scene, size_t at) {
  const check_page *page = scene->page;
  const store_mention *office = NULL;
  for (size_t t = at + 1; t < scene->last && t <= at + BEHIND; t++) {
    bool mark = page->tokens.items[t].kind == ISNAD_TOKEN_PUNCT;
    if ((mark && office == NULL) || check_is(table, ISNAD_CHECK_WORDS_ROLE_PREPOSITION, page->stems[t])) break;
    const store_mention *m = check_mention_at(page, t);
    if (m != NULL && m->form == ISNAD_FORM_NAME) return m;
    if (m != NULL && m->entity.length > 0 && office == NULL) office = m;
  }
  if (office != NULL) return office;
  for (size_t i = 0; i < page->name_count; i++) {
    const store_mention *m = &page->names[i];
    bool before = m->span.begin >= page->sentences[scene->sentence].span.begin && m->span.end <= page->tokens.items[at].span.begin;
    if (before && isnad_tokens_seek(&page->tokens, m->span.end) == at) return m;
  }
  return NULL;
}

/* The word beside which the name does something: before it, with titles between; at the head of the sentence the word behind it. */
static const check_word *doing(const check_ask *ask, const check_name *n) {
  if (ask->tokens->items[n->first].span.begin < pair_begin(ask, n) && begins_with_and(isnad_token_form(ask->tokens, n->first)))
    return NULL; /* "and Y" */
  size_t t = n->first;
  for (; t > 0 && t + BEFORE > n->first; t--) {
    const check_word *w = pair_word_at(ask, t - 1);
    if (w != NULL) return w;
    if (!ask->silent[t - 1]) return NULL; /* a particle: "that the army stands behind it" */
  }
  return t == 0 && n->last < ask->tokens->count ? pair_word_at(ask, n->last) : NULL;
}

static bool is_itself(const check_page *page, const check_word *w, size_t at) {
  return page->stems[at] != 0 && (page->stems[at] == w->stem || (w->root != 0 && page->roots[at] == w->root));
}

/* Another in the place of the subject of a word. */
static isnad_slice other_subject(const check_looking *l, const check_name *n, const check_word *w, const check_scene *scene) {
  const check_page *page = scene->page;
  isnad_slice other = {NULL, 0};
  bool itself = false; /* other wordings are looked at where the word itself does not stand */
  for (size_t t = scene->first; t < scene->last; t++) {
    const store_mention *next = t + 1 < scene->last && pair_is_word(scene, w, t) ? check_mention_at(page, t + 1) : NULL;
    if (next != NULL && check_is_name(&l->ask, n, page, next)) return (isnad_slice){NULL, 0}; /* "Y scored before X made the second" */
    itself = itself || is_itself(page, w, t);
  }
  for (size_t t = scene->first; t < scene->last; t++) {
    const store_mention *m = (itself ? is_itself(page, w, t) : pair_is_word(scene, w, t)) ? subject_of(&l->table, scene, t) : NULL;
    if (m == NULL) continue;
    if (check_is_name(&l->ask, n, page, m)) return (isnad_slice){NULL, 0};
    if (comparable(n, m) && other.length == 0 && !check_is_asked(&l->ask, page, m)) other = pair_words_of(page, m);
  }
  return other;
}

const check_word *pair_act(const check_looking *l, const check_name *n) { return doing(&l->ask, n); }

bool pair_is_act(const check_looking *l, const check_name *n) {
  const check_word *w = doing(&l->ask, n);
  return w != NULL && w == &l->ask.words[0];
}

isnad_slice pair_other_doer(const check_looking *l, const check_name *n, const check_scene *scene) {
  if (!is_actor(n->type)) return (isnad_slice){NULL, 0};
  const check_word *w = doing(&l->ask, n);
  bool mutual = w == NULL || check_is(&l->table, ISNAD_CHECK_WORDS_ROLE_MUTUAL, w->stem) || check_wins(&l->table, w->stem) != 0;
  return mutual ? (isnad_slice){NULL, 0} : other_subject(l, n, w, scene);
}

/* --- doubt --- */

/* Whether a mention of the name stands right beside a word that is asked for. */
bool pair_acts_in(const check_looking *l, const check_scene *scene, const check_name *n) {
  const check_page *page = scene->page;
  for (size_t i = 0; i < page->name_count; i++) {
    const store_mention *m = &page->names[i];
    size_t first = isnad_tokens_seek(&page->tokens, m->span.begin), last = isnad_tokens_seek(&page->tokens, m->span.end);
    if (first < scene->first || last > scene->last || !check_is_name(&l->ask, n, page, m)) continue;
    for (size_t k = 0; k < l->ask.word_count; k++)
      if (pair_is_word(scene, &l->ask.words[k], last) || (first > 0 && pair_is_word(scene, &l->ask.words[k], first - 1))) return true;
  }
  return false;
}

/* The first and the second person who are asked for; NULL. Who says it is asked elsewhere. */
static const check_name *person(const check_looking *l, size_t which) {
  for (size_t i = 0; i < l->ask.name_count; i++)
    if (l->ask.names[i].type == ISNAD_NAME_PERSON && !check_is_speaker(&l->ask, &l->ask.names[i]) && which-- == 0) return &l->ask.names[i];
  return NULL;
}

static bool meets(isnad_span a, isnad_span b) { return a.begin < b.end && b.begin < a.end; }

/* Who says what his sentence tells, or what is asked. */
bool pair_speaks(const check_looking *l, const check_page *page, const store_mention *m) {
  isnad_span sentence = m->span;
  for (size_t i = 0; i < page->sentence_count; i++)
    if (meets(page->sentences[i].span, m->span)) sentence = page->sentences[i].span;
  bool asked = check_is_asked(&l->ask, page, m);
  for (size_t i = 0; !asked && i < page->quote_count; i++)
    if (isnad_slice_equal(page->quotes[i].speaker, m->canonical) && meets(page->quotes[i].span, sentence)) return true;
  for (size_t i = 0; i < l->ask.name_count; i++)
    if (check_is_speaker(&l->ask, &l->ask.names[i]) && check_is_name(&l->ask, &l->ask.names[i], page, m)) return true;
  return false;
}

/* The first person whom the scene names, who does not only say it; NULL. */
static const store_mention *first_person(const check_looking *l, const check_scene *scene) {
  const check_page *page = scene->page;
  for (size_t i = 0; i < page->name_count; i++) {
    const store_mention *m = &page->names[i];
    if (m->span.begin < page->tokens.items[scene->first].span.begin || m->type != ISNAD_NAME_PERSON || m->form != ISNAD_FORM_NAME) continue;
    if (m->span.begin > page->tokens.items[scene->last - 1].span.begin) return NULL;
    if (!pair_speaks(l, page, m)) return m;
  }
  return NULL;
}

/* "His dismissal by the minister Y": behind a preposition the second is no longer whom it is done to. */
static bool is_led_apart(const check_looking *l, const check_name *second, const check_scene *scene) {
  enum { OFFICE = 4 };
  const check_page *page = scene->page;
  if (second->first == 0 || check_is(&l->table, ISNAD_CHECK_WORDS_ROLE_PREPOSITION, check_stem(l->ask.tokens, second->first - 1))) return false;
  if (pair_act(l, second) == NULL) return false;
  for (size_t t = scene->first; t < scene->last; t++) {
    if (!check_named_between(&l->ask, second, page, t, t + 1)) continue;
    for (size_t k = t; k > scene->first && k + OFFICE > t; k--)
      if (check_is(&l->table, ISNAD_CHECK_WORDS_ROLE_PREPOSITION, page->stems[k - 1])) return true;
    return false;
  }
  return false;
}

bool pair_is_doubtful(isnad_slice *words, const check_looking *l, const check_scene *scene) {
  const check_name *first = person(l, 0), *second = person(l, 1);
  const store_mention *told = scene->first < scene->last ? first_person(l, scene) : NULL;
  if (first == NULL || told == NULL) return false;
  if (check_is_name(&l->ask, first, scene->page, told)) {
    *words = first->words;
    return second != NULL && is_led_apart(l, second, scene);
  }
  for (size_t i = 0; i < l->ask.word_count; i++)
    if (check_is(&l->table, ISNAD_CHECK_WORDS_ROLE_MUTUAL, l->ask.words[i].stem)) return false;
  *words = first->words;
  if (second != NULL && check_is_name(&l->ask, second, scene->page, told)) return true; /* the two changed places */
  return !pair_acts_in(l, scene, first);
}

/* Who does what is asked, and who does it on the page. */
#include "claim/check_pairs.h"

#include "arabic/letters.h"
#include "tables.h"

#include <string.h>

enum { BEHIND = 7, BEFORE = 4 };

static bool is_actor(isnad_name_type type) { return type == ISNAD_NAME_PERSON || type == ISNAD_NAME_ORGANIZATION || type == ISNAD_NAME_PLACE; }

/* A person does what persons do; a country or a body what bodies do. */
static bool comparable(const check_name *n, const store_mention *m) {
  bool person = n->type == ISNAD_NAME_PERSON;
  return m->form == ISNAD_FORM_NAME && is_actor(m->type) && person == (m->type == ISNAD_NAME_PERSON);
}

/* The name right behind the word, or right before it where none follows: the subject of a headline. */
static const store_mention *subject_of(const check_table *table, const check_scene *scene, size_t at) {
  const check_page *page = scene->page;
  for (size_t t = at + 1; t < scene->last && t <= at + BEHIND; t++) {
    if (page->tokens.items[t].kind == ISNAD_TOKEN_PUNCT || check_is_preposition(table, page->stems[t])) break;
    const store_mention *m = check_mention_at(page, t);
    if (m != NULL && m->form == ISNAD_FORM_NAME) return m;
    if (m != NULL && m->entity.length > 0) return m;
  }
  uint32_t begin = 0; /* of the sentence */
  for (size_t i = 0; i < page->sentence_count && page->sentences[i].first <= at; i++) begin = page->sentences[i].span.begin;
  for (size_t i = 0; i < page->name_count; i++) {
    const store_mention *m = &page->names[i];
    bool before = m->span.begin >= begin && m->span.end <= page->tokens.items[at].span.begin;
    if (before && isnad_tokens_seek(&page->tokens, m->span.end) == at) return m;
  }
  return NULL;
}

/* The word beside which the name does something: before it, with titles between; at the head of the sentence the word behind it. */
static const check_word *doing(const check_ask *ask, check_range asked, const check_name *n) {
  uint32_t begin = (uint32_t)(n->words.bytes - ask->page.text.bytes);
  if (ask->tokens->items[n->first].span.begin < begin && pair_begins_with(isnad_token_form(ask->tokens, n->first), LETTER_WAW))
    return NULL; /* "and Y" */
  for (size_t t = n->first; t > asked.first && t + BEFORE > n->first; t--) {
    const check_word *w = pair_word_at(ask, t - 1);
    if (w != NULL) return w;
    if (!ask->silent[t - 1]) break; /* a particle: "that the army stands behind it" */
  }
  return n->last < asked.last ? pair_word_at(ask, n->last) : NULL;
}

/* Two who are asked for are told in another order in many ways. */
static bool is_asked_too(const check_ask *ask, const check_page *page, const store_mention *m) {
  for (size_t i = 0; i < ask->name_count; i++)
    if (check_is_name(ask, &ask->names[i], page, m)) return true;
  return false;
}

static void pair_name(pairing *p, const check_name *n, const check_word *w) {
  const check_page *page = p->scene->page;
  for (size_t t = p->scene->first; t < p->scene->last && !p->met; t++) {
    const store_mention *m = pair_is_word(p->scene, w, t) ? subject_of(p->table, p->scene, t) : NULL;
    if (m == NULL) continue;
    if (check_is_name(p->ask, n, page, m))
      p->met = true;
    else if (comparable(n, m) && p->other.length == 0 && !is_asked_too(p->ask, page, m))
      p->other = pair_words_of(page, m);
  }
}

/* The word right behind, which no table knows for a name, when the sentence has it as no part of the name. */
static isnad_slice asked_behind(const pairing *p, const check_name *n, size_t at) {
  const check_page *page = p->scene->page;
  if (at + 1 >= page->tokens.count || page->tokens.items[at + 1].kind != ISNAD_TOKEN_WORD) return (isnad_slice){NULL, 0};
  for (size_t t = 0; t < p->ask->tokens->count; t++) {
    bool own = t >= n->first && t < n->last;
    bool beaten = t > 0 && check_is_preposition(p->table, check_stem(p->ask->tokens, t - 1)); /* "beat it", "lost to it" */
    if (!own && beaten && p->ask->tokens->items[t].hash == page->tokens.items[at + 1].hash)
      return isnad_slice_at(page->text, page->tokens.items[at + 1].span);
  }
  return (isnad_slice){NULL, 0};
}

/* "Beat" and "lost to": the subject of the one is no subject of the other. Anywhere in the report: it tells of one match. */
static void pair_winner(pairing *p, const check_name *n, int side) {
  const check_page *page = p->scene->page;
  check_scene report = *p->scene;
  report.first = 0;
  report.last = page->tokens.count;
  for (size_t t = 0; t < page->tokens.count; t++) {
    int told = check_wins(p->table, page->stems[t]);
    const store_mention *m = told != 0 ? subject_of(p->table, &report, t) : NULL;
    if (m == NULL) {
      if (told == side && p->other.length == 0) p->other = asked_behind(p, n, t);
      continue;
    }
    bool same = check_is_name(p->ask, n, page, m), asked = false;
    for (size_t i = 0; i < p->ask->name_count && !same; i++) asked = asked || check_is_name(p->ask, &p->ask->names[i], page, m);
    if (same && told == side) p->met = true;
    if (((same && told != side) || (asked && told == side)) && p->other.length == 0) p->other = pair_words_of(page, m);
  }
}

/* The name that is asked for as the subject of a word of winners or losers, and which; NULL. */
static const check_name *winner_asked(int *side, const check_looking *l, check_range asked) {
  for (size_t t = asked.first; t < asked.last; t++) {
    *side = check_wins(&l->table, check_stem(l->ask.tokens, t));
    for (size_t k = 0; *side != 0 && k < l->ask.name_count; k++) {
      const check_name *n = &l->ask.names[k];
      if (!n->adjective && n->first >= asked.first && n->last <= asked.last && n->first > t && n->first <= t + 2) return n;
    }
  }
  return NULL;
}

/* Whether a mention of the name stands right beside a word that is asked for. */
static bool acts_in(const check_looking *l, check_range asked, const check_scene *scene, const check_name *n) {
  const check_page *page = scene->page;
  for (size_t i = 0; i < page->name_count; i++) {
    const store_mention *m = &page->names[i];
    size_t first = isnad_tokens_seek(&page->tokens, m->span.begin), last = isnad_tokens_seek(&page->tokens, m->span.end);
    if (first < scene->first || last > scene->last || !check_is_name(&l->ask, n, page, m)) continue;
    for (size_t k = 0; k < l->ask.word_count; k++) {
      const check_word *w = &l->ask.words[k];
      if (w->first < asked.first || w->last > asked.last) continue;
      if (pair_is_word(scene, w, last) || (first > 0 && pair_is_word(scene, w, first - 1))) return true;
    }
  }
  return false;
}

/* The first person who is asked for, unless the scene names him before all others. */
static bool names_another_first(isnad_slice *words, const check_looking *l, check_range asked, const check_scene *scene) {
  const check_page *page = scene->page;
  const check_name *first = NULL;
  for (size_t i = 0; i < l->ask.name_count && first == NULL; i++)
    if (l->ask.names[i].type == ISNAD_NAME_PERSON && l->ask.names[i].first >= asked.first && l->ask.names[i].last <= asked.last)
      first = &l->ask.names[i];
  if (first == NULL || scene->first >= scene->last || acts_in(l, asked, scene, first)) return false;
  *words = first->words;
  for (size_t i = 0; i < page->name_count; i++) {
    const store_mention *m = &page->names[i];
    if (m->span.begin < page->tokens.items[scene->first].span.begin || m->type != ISNAD_NAME_PERSON || m->form != ISNAD_FORM_NAME) continue;
    if (m->span.begin > page->tokens.items[scene->last - 1].span.begin) break;
    for (size_t k = 0; k < l->ask.name_count; k++)
      if (check_is_name(&l->ask, &l->ask.names[k], page, m)) return &l->ask.names[k] != first && l->ask.names[k].type == ISNAD_NAME_PERSON;
    return true;
  }
  return false;
}

/* "Beat Nigeria 2-1": the scene is of another match when it tells an opponent, and nobody who is asked for as one. */
static bool met_another(const check_looking *l, const check_scene *scene) {
  static const char *const words[] = {"\xD8\xB9\xD9\x84\xD9\x8A", "\xD8\xA7\xD9\x85\xD8\xA7\xD9\x85"}; /* over, against */
  const check_page *page = scene->page;
  bool other = false;
  for (size_t t = scene->first + 1; t < scene->last; t++) {
    isnad_slice before = isnad_token_form(&page->tokens, t - 1);
    const store_mention *m = check_mention_at(page, t);
    bool led = isnad_slice_equal(before, isnad_slice_of(words[0])) || isnad_slice_equal(before, isnad_slice_of(words[1]));
    if (m == NULL || !led || m->type == ISNAD_NAME_PERSON || m->form != ISNAD_FORM_NAME) continue;
    if (is_asked_too(&l->ask, page, m)) return false;
    other = true;
  }
  return other;
}

bool check_is_doubtful(isnad_slice *words, const check_looking *l, check_range asked, const check_scene *scene) {
  int side = 0;
  const check_name *n = winner_asked(&side, l, asked);
  *words = (isnad_slice){NULL, 0};
  if (n == NULL) return names_another_first(words, l, asked, scene);
  pairing p = {&l->table, &l->ask, scene, {NULL, 0}, false};
  pair_winner(&p, n, side);
  *words = n->words;
  return !p.met || p.other.length > 0 || met_another(l, scene);
}

isnad_claim_point check_other_doer(isnad_slice *out, const check_name **contested, const check_looking *l, check_range asked,
                                   const check_scene *scene) {
  const check_ask *ask = &l->ask;
  for (size_t i = 0; i < ask->name_count; i++) {
    const check_name *n = &ask->names[i];
    if (n->adjective || n->first < asked.first || n->last > asked.last || !is_actor(n->type)) continue;
    int side = 0;
    bool wins = winner_asked(&side, l, asked) == n;
    const check_word *w = doing(ask, asked, n);
    pairing p = {&l->table, ask, scene, {NULL, 0}, false};
    if (wins)
      pair_winner(&p, n, side);
    else if (w != NULL && !check_is_mutual(&l->table, w->stem) && check_wins(&l->table, w->stem) == 0)
      pair_name(&p, n, w);
    *out = p.other;
    *contested = n;
    if (!p.met && p.other.length > 0) return ISNAD_POINT_DOER;
  }
  return ISNAD_POINT_NONE;
}

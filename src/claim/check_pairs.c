/* What a page tells in the place of something that is asked: who does it, whose it is, which number it bears, where, and on which day. A word of the
 * sentence with what stands right behind it is looked for on the page; where the same word has something else behind it, and nowhere what is asked,
 * the page tells of another. */
#include "arabic/letters.h"
#include "claim/check.h"
#include "tables.h"

#include <string.h>

enum { HITS = 8, BEFORE = 4, BEHIND = 7, NATION_REACH = 3, NUMBER_REACH = 2 };

typedef struct pairing {
  const check_table *table;
  const check_ask *ask;
  const check_scene *scene;
  isnad_slice other; /* what stands behind the word on the page */
  bool met;
} pairing;

/* The word of the sentence that holds a token; NULL: it says nothing. */
static const check_word *word_at(const check_ask *ask, size_t token) {
  for (size_t i = 0; i < ask->word_count; i++)
    if (ask->words[i].first <= token && token < ask->words[i].last) return &ask->words[i];
  return NULL;
}

static bool is_word(const check_scene *scene, const check_word *w, size_t token) { return check_word_in(w, scene->page, token, token + 1); }

static isnad_slice words_of(const check_page *page, const store_mention *m) { return isnad_slice_at(page->text, m->span); }

/* --- who --- */

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

static bool begins_with(isnad_slice word, unsigned letter) {
  return word.length > 2 && (unsigned char)word.bytes[0] == (0xC0 | letter >> 6) && (unsigned char)word.bytes[1] == (0x80 | (letter & 0x3F));
}

/* The word beside which the name does something: before it, with titles between; at the head of the sentence the word behind it. */
static const check_word *doing(const check_ask *ask, check_range asked, const check_name *n) {
  uint32_t begin = (uint32_t)(n->words.bytes - ask->page.text.bytes);
  if (ask->tokens->items[n->first].span.begin < begin && begins_with(isnad_token_form(ask->tokens, n->first), LETTER_WAW)) return NULL; /* "and Y" */
  for (size_t t = n->first; t > asked.first && t + BEFORE > n->first; t--) {
    const check_word *w = word_at(ask, t - 1);
    if (w != NULL) return w;
    if (!ask->silent[t - 1]) break; /* a particle: "that the army stands behind it" */
  }
  return n->last < asked.last ? word_at(ask, n->last) : NULL;
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
    const store_mention *m = is_word(p->scene, w, t) ? subject_of(p->table, p->scene, t) : NULL;
    if (m == NULL) continue;
    if (check_is_name(p->ask, n, page, m))
      p->met = true;
    else if (comparable(n, m) && p->other.length == 0 && !is_asked_too(p->ask, page, m))
      p->other = words_of(page, m);
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
    if (((same && told != side) || (asked && told == side)) && p->other.length == 0) p->other = words_of(page, m);
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
      if (is_word(scene, w, last) || (first > 0 && is_word(scene, w, first - 1))) return true;
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

static isnad_claim_point other_doer(isnad_slice *out, const check_name **contested, const check_looking *l, check_range asked,
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

/* --- whose --- */

static const char *adjective_at(const isnad_tokens *tokens, size_t at) {
  isnad_phrase hits[HITS];
  size_t count = at < tokens->count ? isnad_phrases_at(hits, HITS, tokens, at, 1u << ISNAD_TABLE_PLACES, ISNAD_PHRASE_CUT) : 0;
  for (size_t i = 0; i < count; i++)
    if (hits[i].cell == ISNAD_PLACES_CELL_ADJECTIVES) return isnad_places_rows[hits[i].row].country;
  return NULL;
}

static void pair_nation(pairing *p, const check_name *n, const check_word *w) {
  const check_page *page = p->scene->page;
  for (size_t t = p->scene->first; t < p->scene->last && !p->met; t++) {
    if (!is_word(p->scene, w, t)) continue;
    for (size_t k = t + 1; k <= t + NATION_REACH && k < p->scene->last; k++) {
      const char *country = adjective_at(&page->tokens, k);
      if (country == NULL) continue;
      if (strcmp(country, n->country) == 0)
        p->met = true;
      else if (p->other.length == 0)
        p->other = isnad_slice_at(page->text, page->tokens.items[k].span);
      break;
    }
  }
}

/* "The Ukrainian army": a body by its noun and its country, in the place of which the page has the same noun with another. */
static bool pair_body(pairing *p, const check_name *n) {
  const check_page *page = p->scene->page;
  const char *own = n->last > n->first + 1 ? adjective_at(p->ask->tokens, n->last - 1) : NULL;
  uint64_t noun = check_stem(p->ask->tokens, n->first);
  if (own == NULL || n->type != ISNAD_NAME_ORGANIZATION || check_names(p->ask, n, p->scene)) return false;
  for (size_t t = p->scene->first; t + 1 < p->scene->last; t++) {
    const char *other = page->stems[t] == noun ? adjective_at(&page->tokens, t + 1) : NULL;
    if (other != NULL && strcmp(other, own) == 0) return false;
    if (other != NULL && p->other.length == 0)
      p->other = isnad_slice_at(page->text, (isnad_span){page->tokens.items[t].span.begin, page->tokens.items[t + 1].span.end});
  }
  return p->other.length > 0;
}

static isnad_claim_point other_nation(isnad_slice *out, const check_name **contested, const check_looking *l, check_range asked,
                                      const check_scene *scene) {
  const check_ask *ask = &l->ask;
  for (size_t i = 0; i < ask->name_count; i++) {
    const check_name *n = &ask->names[i];
    pairing body = {&l->table, ask, scene, {NULL, 0}, false};
    if (n->first >= asked.first && n->last <= asked.last && pair_body(&body, n)) {
      *out = body.other;
      *contested = n;
      return ISNAD_POINT_DOER;
    }
    if (!n->adjective || n->country == NULL || n->first <= asked.first || n->last > asked.last) continue;
    const check_word *w = word_at(ask, n->first - 1);
    pairing p = {&l->table, ask, scene, {NULL, 0}, false};
    if (w == NULL) continue;
    pair_nation(&p, n, w);
    *out = p.other;
    *contested = n;
    if (!p.met && p.other.length > 0) return ISNAD_POINT_NATION;
  }
  return ISNAD_POINT_NONE;
}

/* --- which number --- */

/* Whether the number stands right behind the word anywhere in the report. */
static bool numbered_so(const check_page *page, const check_word *w, const check_word *number) {
  for (size_t t = 0; t < page->tokens.count; t++)
    if (check_word_in(w, page, t, t + 1) && check_word_in(number, page, t + 1, t + 1 + NUMBER_REACH)) return true;
  return false;
}

/* "The 88th minute": a number that is read as no figure names one of a row. */
static isnad_claim_point other_number(isnad_slice *out, const check_name **contested, const check_looking *l, check_range asked,
                                      const check_scene *scene) {
  (void)contested;
  const check_ask *ask = &l->ask;
  const check_page *page = scene->page;
  for (size_t t = asked.first + 1; t < asked.last; t++) {
    const check_word *w = word_at(ask, t - 1), *number = word_at(ask, t);
    bool met = false;
    *out = (isnad_slice){NULL, 0};
    if (w == NULL || number == NULL || ask->tokens->items[t].kind != ISNAD_TOKEN_NUMBER) continue;
    for (size_t k = scene->first; k < scene->last && !met; k++) {
      if (!is_word(scene, w, k)) continue;
      for (size_t at = k + 1; at <= k + NUMBER_REACH && at < scene->last; at++) {
        if (page->tokens.items[at].kind != ISNAD_TOKEN_NUMBER) continue;
        if (page->stems[at] == number->stem)
          met = true;
        else if (out->length == 0)
          *out = isnad_slice_at(page->text, page->tokens.items[at].span);
      }
    }
    if (!met && out->length > 0 && !numbered_so(page, w, number)) return ISNAD_POINT_NUMBER;
  }
  *out = (isnad_slice){NULL, 0};
  return ISNAD_POINT_NONE;
}

/* --- where, and on which day --- */

typedef enum lead { LEAD_NONE, LEAD_IN, LEAD_TO, LEAD_FROM } lead;

/* "In", or bi- joined to the word; "to"; "from". */
static lead lead_of(const isnad_tokens *tokens, size_t at, uint32_t begin) {
  static const char *const words[] = {[LEAD_IN] = "\xD9\x81\xD9\x8A", [LEAD_TO] = "\xD8\xA7\xD9\x84\xD9\x8A", [LEAD_FROM] = "\xD9\x85\xD9\x86"};
  isnad_slice form = isnad_token_form(tokens, at);
  if (tokens->items[at].span.begin < begin && begins_with(form, LETTER_BEH)) return LEAD_IN;
  for (lead i = LEAD_IN; at > 0 && i <= LEAD_FROM; i++)
    if (isnad_slice_equal(isnad_token_form(tokens, at - 1), isnad_slice_of(words[i]))) return i;
  return LEAD_NONE;
}

static bool is_country(isnad_slice id) { return memchr(id.bytes, '.', id.length) == NULL; }

/* A town for a town, a country for a country. */
static isnad_slice place_told(const check_scene *scene, const check_name *n, lead asked) {
  const check_page *page = scene->page;
  size_t begin = page->sentences[scene->from > 0 ? scene->from - 1 : 0].first;
  size_t end = page->sentences[scene->to < page->sentence_count ? scene->to : page->sentence_count - 1].last;
  for (size_t i = 0; i < page->name_count; i++) {
    const store_mention *m = &page->names[i];
    if (m->type != ISNAD_NAME_PLACE || m->span.begin < page->tokens.items[begin].span.begin) continue;
    size_t at = isnad_tokens_seek(&page->tokens, m->span.begin);
    if (at > 0 && page->tokens.items[at - 1].span.end > m->span.begin) at--;
    if (at >= end) break;
    bool known = m->entity.length > 0 && m->entity.bytes[0] != '@' && n->id_count > 0;
    if (known && (is_country(n->ids[0]) || !is_country(m->entity)) && lead_of(&page->tokens, at, m->span.begin) == asked) return words_of(page, m);
  }
  return (isnad_slice){NULL, 0};
}

static isnad_claim_point other_place(isnad_slice *out, const check_name **contested, const check_looking *l, check_range asked,
                                     const check_scene *scene) {
  const check_ask *ask = &l->ask;
  for (size_t i = 0; i < ask->name_count; i++) {
    const check_name *n = &ask->names[i];
    if (n->adjective || n->type != ISNAD_NAME_PLACE || n->first < asked.first || n->last > asked.last) continue;
    uint32_t begin = (uint32_t)(n->words.bytes - ask->page.text.bytes);
    lead led = lead_of(ask->tokens, n->first, begin);
    bool area = n->id_count > 0 && isnad_slice_starts(n->ids[0], isnad_slice_of("area."));
    if (led == LEAD_NONE || area || check_names(ask, n, scene)) continue;
    *out = place_told(scene, n, led);
    *contested = n;
    if (out->length > 0) return ISNAD_POINT_PLACE;
  }
  return ISNAD_POINT_NONE;
}

static isnad_claim_point other_day(isnad_slice *out, const check_name **contested, const check_looking *l, check_range asked,
                                   const check_scene *scene) {
  (void)contested;
  const check_ask *ask = &l->ask;
  const check_page *page = scene->page;
  *out = (isnad_slice){NULL, 0};
  for (size_t i = 0; i < ask->day_count; i++) {
    const check_day *d = &ask->days[i];
    if (d->first < asked.first || d->last > asked.last) continue;
    for (size_t t = scene->first; t < scene->last; t++) {
      unsigned day = 0, month = 0;
      size_t taken = check_day_at(&day, &month, &page->tokens, t);
      if (taken == 0) continue;
      if (day == d->day && month == d->month) return ISNAD_POINT_NONE;
      if (out->length == 0)
        *out = isnad_slice_at(page->text, (isnad_span){page->tokens.items[t].span.begin, page->tokens.items[t + taken - 1].span.end});
    }
    if (out->length > 0) return ISNAD_POINT_DAY;
  }
  return ISNAD_POINT_NONE;
}

typedef isnad_claim_point look(isnad_slice *, const check_name **, const check_looking *, check_range, const check_scene *);

isnad_claim_point check_instead(isnad_slice *out, const check_name **contested, const check_looking *l, check_range asked, const check_scene *scene) {
  static look *const looks[] = {other_doer, other_nation, other_number, other_place, other_day};
  for (size_t i = 0; i < sizeof looks / sizeof looks[0]; i++) {
    *contested = NULL;
    isnad_claim_point point = looks[i](out, contested, l, asked, scene);
    if (point != ISNAD_POINT_NONE) return point;
  }
  *contested = NULL;
  *out = (isnad_slice){NULL, 0};
  return ISNAD_POINT_NONE;
}

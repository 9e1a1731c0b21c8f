/* Who does it to whom. Around the word of what is done the sentence and the page are read by the same few rules of order and of particles: the
 * subject stands right before the verb or first behind it, whom it is done to behind him or behind "against", "to"; "by", "at the hands of" turns the
 * two. */
#include "claim/check/check_pairs.h"

#include "arabic/letters.h"

#include <string.h>

enum { HITS = 8, BEHIND = 24, BEFORE = 4, LEAD_REACH = 6, PARTIES = 2, DOER = 0, DONE = 1 };

typedef enum lead { LEAD_NONE, LEAD_AT, LEAD_BY, LEAD_IN, LEAD_APART } lead;

/* The sentence itself (page NULL), or a sentence of a page: tokens [first, last). */
typedef struct side {
  const check_looking *l;
  const check_page *page;
  const isnad_tokens *tokens;
  size_t first, last;
  const check_name *parties[PARTIES]; /* of the page's side: whom to look for */
  check_name unknown;                 /* who does it, whom no table knows */
  bool by_country;                    /* two countries: a body of the one stands for it */
} side;

static bool is_role(const side *s, isnad_check_words_role role, size_t at) { return check_is(&s->l->table, role, check_stem(s->tokens, at)); }

static unsigned letter_at(isnad_slice form, size_t at) {
  if (form.length < at + 2) return 0;
  return ((unsigned char)form.bytes[at] & 0x1Fu) << 6 | ((unsigned char)form.bytes[at + 1] & 0x3Fu);
}

/* --- who is named where --- */

/* The code of the country whose body, town or adjective it is; NULL. */
static const char *country_of(const check_name *n) {
  if (n->country != NULL) return n->country;
  for (size_t i = 0; i < isnad_places_count && n->id_count > 0; i++) {
    const char *code = isnad_places_rows[i].country;
    isnad_slice id = n->ids[0];
    if (isnad_slice_starts(id, isnad_slice_of("org.")) && id.length > 6 && code != NULL && strlen(code) == 2 && id.bytes[6] == '.' &&
        (id.bytes[4] & ~0x20) == code[0] && (id.bytes[5] & ~0x20) == code[1])
      return code;
  }
  return NULL;
}

/* The country of an adjective, a state or a body that stands there; empty. */
static isnad_slice country_at(const side *s, size_t at) {
  isnad_phrase hits[HITS];
  size_t count = isnad_phrases_at(hits, HITS, s->tokens, at, 1u << ISNAD_TABLE_PLACES, ISNAD_PHRASE_CUT);
  for (size_t i = 0; i < count; i++)
    if (hits[i].cell == ISNAD_PLACES_CELL_ADJECTIVES || isnad_places_rows[hits[i].row].kind == ISNAD_PLACES_KIND_COUNTRY)
      return isnad_slice_of(isnad_places_rows[hits[i].row].country);
  return (isnad_slice){NULL, 0};
}

/* Which of the two a token names; PARTIES: none. */
static size_t party_at(const side *s, size_t t) {
  for (size_t i = 0; i < PARTIES; i++) {
    const check_name *n = s->parties[i];
    if (s->page == NULL ? t >= n->first && t < n->last : check_named_between(&s->l->ask, n, s->page, t, t + 1)) return i;
    const char *code = s->page != NULL && s->by_country ? country_of(n) : NULL;
    if (code != NULL && isnad_slice_equal(country_at(s, t), isnad_slice_of(code))) return i;
  }
  return PARTIES;
}

/* Another who is named there and may do it; a place says whose office it is. */
static bool names_other(const side *s, size_t t) {
  const store_mention *m = s->page != NULL ? check_mention_at(s->page, t) : NULL;
  if (m != NULL) return m->form == ISNAD_FORM_NAME && (m->type == ISNAD_NAME_PERSON || m->type == ISNAD_NAME_ORGANIZATION);
  if (s->page != NULL) return false;
  for (size_t i = 0; i < s->l->ask.name_count; i++)
    if (s->l->ask.names[i].first == t && s->l->ask.names[i].type != ISNAD_NAME_PRODUCT) return true;
  return false;
}

static bool is_doing(const side *s, const check_word *w, size_t t) {
  return s->page == NULL ? t >= w->first && t < w->last : check_word_in(w, s->page, t, t + 1);
}

/* --- particles --- */

/* A particle, or a title with one joined to it. */
static lead lead_of_word(const side *s, size_t t, bool name) {
  isnad_slice form = isnad_token_form(s->tokens, t);
  if (t > s->first && is_role(s, ISNAD_CHECK_WORDS_ROLE_BY, t) &&
      (is_role(s, ISNAD_CHECK_WORDS_ROLE_FROM, t - 1) || is_role(s, ISNAD_CHECK_WORDS_ROLE_OVER, t - 1)))
    return LEAD_BY;
  if (is_role(s, ISNAD_CHECK_WORDS_ROLE_IN, t)) return LEAD_IN;
  if (is_role(s, ISNAD_CHECK_WORDS_ROLE_OVER, t) || is_role(s, ISNAD_CHECK_WORDS_ROLE_TO, t) || is_role(s, ISNAD_CHECK_WORDS_ROLE_FROM, t))
    return LEAD_AT;
  if (is_role(s, ISNAD_CHECK_WORDS_ROLE_PREPOSITION, t) || is_role(s, ISNAD_CHECK_WORDS_ROLE_RELATIVE, t)) return LEAD_APART;
  bool lam = letter_at(form, 0) == LETTER_LAM && (name || letter_at(form, 2) == LETTER_LAM);
  return lam ? LEAD_AT : LEAD_NONE;
}

/* By what the name at a token is led, titles and marks between passed over, as far back as the word of what is done. */
static lead lead_of(const side *s, const check_word *w, size_t at) {
  const store_mention *m = s->page != NULL ? check_mention_at(s->page, at) : NULL;
  size_t party = m == NULL && s->page != NULL ? party_at(s, at) : PARTIES;
  size_t behind = party < PARTIES ? s->parties[party]->last - s->parties[party]->first - 1 : 0;
  if (behind > 0 && at >= s->first + behind && check_mention_at(s->page, at - behind) != NULL) return lead_of(s, w, at - behind); /* its last word */
  uint32_t begin = m != NULL ? m->span.begin : s->tokens->items[at].span.begin;
  if (s->page == NULL)
    for (size_t i = 0; i < s->l->ask.name_count; i++)
      if (s->l->ask.names[i].first == at) begin = pair_begin(&s->l->ask, &s->l->ask.names[i]);
  if (s->tokens->items[at].span.begin < begin) { /* a proclitic */
    unsigned letter = letter_at(isnad_token_form(s->tokens, at), 0);
    if (letter == LETTER_LAM) return LEAD_AT;
    if (letter == LETTER_BEH) return LEAD_IN;
  }
  for (size_t t = at; t > s->first && t + LEAD_REACH > at; t--) {
    if (is_doing(s, w, t - 1)) return LEAD_NONE;
    if (s->tokens->items[t - 1].kind != ISNAD_TOKEN_WORD) continue;
    lead found = lead_of_word(s, t - 1, false);
    bool group = t > s->first + 1 && is_role(s, ISNAD_CHECK_WORDS_ROLE_FROM, t - 1) && is_role(s, ISNAD_CHECK_WORDS_ROLE_GROUP, t - 2);
    if (group) return LEAD_NONE; /* "a force of the army of X" */
    if (found != LEAD_NONE) return found;
    if (check_is_act(&s->l->table, check_stem(s->tokens, t - 1))) return LEAD_APART; /* "a day after the threat of X" */
    const store_mention *place = s->page != NULL ? check_mention_at(s->page, t - 1) : NULL;
    if (party_at(s, t - 1) < PARTIES || names_other(s, t - 1) || (place != NULL && place->type == ISNAD_NAME_PLACE)) return LEAD_NONE;
  }
  return LEAD_NONE;
}

/* --- around the word --- */

static bool is_colon(const side *s, size_t at) {
  isnad_slice form = isnad_token_form(s->tokens, at);
  return form.length == 1 && form.bytes[0] == ':';
}

/* A verb of speech: behind it stands who says it. */
static bool says(const side *s, size_t at) {
  isnad_phrase hits[HITS];
  size_t count =
      s->tokens->items[at].kind == ISNAD_TOKEN_WORD ? isnad_phrases_at(hits, HITS, s->tokens, at, 1u << ISNAD_TABLE_VERBS, ISNAD_PHRASE_CUT) : 0;
  for (size_t i = 0; i < count; i++)
    if (isnad_verbs_rows[hits[i].row].force == ISNAD_VERBS_FORCE_SAYS && isnad_verbs_rows[hits[i].row].sure == ISNAD_VERBS_SURE_YES) return true;
  return false;
}

/* Who stands right before the word as its subject; PARTIES: neither of the two. */
static size_t subject_before(const side *s, const check_word *w, size_t at) {
  for (size_t t = at; t > s->first && t + BEFORE > at; t--) {
    if (is_colon(s, t - 1)) return PARTIES; /* who says it */
    size_t party = party_at(s, t - 1);
    if (party < PARTIES) {
      while (t - 1 > s->first && party_at(s, t - 2) == party) t--;
      lead led = lead_of(s, w, t - 1);
      return led == LEAD_NONE || led == LEAD_APART ? party : PARTIES; /* "that X did it" */
    }
    if (lead_of_word(s, t - 1, false) != LEAD_NONE || names_other(s, t - 1)) return PARTIES;
  }
  return PARTIES;
}

/* A word with a pronoun behind: "its preventing Cyprus", "X accused him". */
static bool has_pronoun(const side *s, size_t at) {
  isnad_slice form = isnad_token_form(s->tokens, at);
  size_t n = form.length;
  if (n < 8) return false;
  unsigned last = letter_at(form, n - 2), before = letter_at(form, n - 4);
  return (last == LETTER_ALEF || last == LETTER_MEEM) && before == LETTER_HEH;
}

/* Fills who of the two does it and who bears it, by the word at a token; PARTIES: not told. False: a lone name behind the word may be either. */
static bool read_roles(size_t roles[2], const side *s, const check_word *w, size_t at) {
  size_t plain[2] = {PARTIES, PARTIES}, count = 0, by = PARTIES, against = PARTIES, before = subject_before(s, w, at), last = PARTIES + 1;
  for (size_t t = at + 1; t < s->last && t <= at + BEHIND; t++) {
    if (is_role(s, ISNAD_CHECK_WORDS_ROLE_RELATIVE, t) && lead_of_word(s, t, false) == LEAD_APART) break;
    if (says(s, t)) break;
    size_t party = party_at(s, t);
    bool other = party == PARTIES && names_other(s, t);
    if ((party == PARTIES && !other) || party == last) {
      last = party == last ? last : PARTIES + 1;
      continue;
    }
    last = party;
    lead led = lead_of(s, w, t);
    if (led == LEAD_BY) by = party;
    if (led == LEAD_AT && against == PARTIES) against = party;
    if (led == LEAD_NONE && count < 2 && (count == 0 || plain[0] != party || party == PARTIES)) plain[count++] = party;
  }
  roles[DOER] = before < PARTIES ? before : by < PARTIES ? by : plain[0];
  roles[DONE] = before < PARTIES || by < PARTIES ? plain[0] : plain[1];
  if (roles[DONE] == PARTIES) roles[DONE] = against;
  if (roles[DONE] == roles[DOER]) roles[DONE] = PARTIES;
  return before < PARTIES || by < PARTIES || count != 1 || against < PARTIES;
}

/* --- the question --- */

static bool is_party_name(const check_name *n) {
  return n->type == ISNAD_NAME_PERSON || n->type == ISNAD_NAME_ORGANIZATION || n->type == ISNAD_NAME_PLACE || n->type == ISNAD_NAME_FACILITY;
}

/* Who says it does not do it. */
static bool is_said_by(const check_ask *a, const check_word *w, const check_name *n) {
  uint32_t begin = a->tokens->items[w->first].span.begin, name = pair_begin(a, n);
  for (size_t i = 0; i < a->article.quote_count; i++) {
    const isnad_quote_note *q = &a->article.quotes[i];
    if (name >= q->speaker.begin && name < q->speaker.end && begin >= q->span.begin && begin < q->span.end) return true;
  }
  return false;
}

/* The word of what is done, who does it and to whom, in the sentence; NULL: it tells no such thing. */
static const check_word *asked_roles(side *ask) {
  const check_ask *a = &ask->l->ask;
  for (size_t i = 0; i < a->name_count; i++)
    for (size_t k = i + 1; k < a->name_count; k++) {
      if (!is_party_name(&a->names[i]) || !is_party_name(&a->names[k])) continue;
      ask->parties[0] = &a->names[i];
      ask->parties[1] = &a->names[k];
      for (size_t w = 0; w < a->word_count; w++) {
        size_t roles[2];
        if (check_is(&ask->l->table, ISNAD_CHECK_WORDS_ROLE_MUTUAL, a->words[w].stem)) continue;
        if (is_said_by(a, &a->words[w], &a->names[i]) || is_said_by(a, &a->words[w], &a->names[k])) continue;
        read_roles(roles, ask, &a->words[w], a->words[w].first);
        if (roles[DOER] == PARTIES || roles[DONE] == PARTIES) continue;
        ask->parties[DOER] = &a->names[roles[DOER] == 0 ? i : k];
        ask->parties[DONE] = &a->names[roles[DONE] == 0 ? i : k];
        return &a->words[w];
      }
    }
  return NULL;
}

/* Who bears it is named before who does it, and no word of the doing says more. */
static bool stand_turned(const side *s) {
  size_t first[PARTIES] = {SIZE_MAX, SIZE_MAX};
  for (size_t t = s->first; t < s->last; t++) {
    size_t party = party_at(s, t);
    if (party < PARTIES && first[party] == SIZE_MAX) first[party] = t;
  }
  return first[DOER] != SIZE_MAX && first[DONE] < first[DOER];
}

/* "Jump Bikes takes Uber over": words that no table knows at the head, before the word of the doing, and a name right behind it, or led by a
 * particle. */
static const check_word *unknown_doer(side *ask) {
  enum { MOST = 3 };
  const check_ask *a = &ask->l->ask;
  size_t last = 0;
  while (last < a->tokens->count && pair_word_at(a, last) != NULL && !check_is_act(&ask->l->table, check_stem(a->tokens, last))) last++;
  const check_word *w = last > 0 && last <= MOST && a->name_count > 0 ? pair_word_at(a, last) : NULL;
  if (w == NULL || !is_party_name(&a->names[0])) return NULL;
  ask->unknown = (check_name){.type = ISNAD_NAME_ORGANIZATION, .first = 0, .last = last};
  ask->unknown.words = isnad_slice_at(a->page.text, (isnad_span){a->tokens->items[0].span.begin, a->tokens->items[last - 1].span.end});
  ask->parties[DOER] = &ask->unknown;
  ask->parties[DONE] = &a->names[0];
  if (a->names[0].first <= w->first || check_is(&ask->l->table, ISNAD_CHECK_WORDS_ROLE_MUTUAL, w->stem)) return NULL;
  lead led = lead_of(ask, w, a->names[0].first);
  return led == LEAD_AT || led == LEAD_NONE ? w : NULL;
}

check_sides check_roles(const check_looking *l, const check_scene *scene) {
  side ask = {.l = l, .tokens = l->ask.tokens, .last = l->ask.tokens->count};
  const check_word *w = asked_roles(&ask);
  if (w == NULL) w = unknown_doer(&ask);
  if (w == NULL || (check_asks_winner(l) && check_is_party(l, ask.parties[0]) && check_is_party(l, ask.parties[1])))
    return CHECK_SIDES_UNKNOWN; /* check_score.c reads who won */
  side told = {.l = l, .page = scene->page, .tokens = &scene->page->tokens, .first = scene->first, .last = scene->last};
  const char *one = country_of(ask.parties[0]), *other = country_of(ask.parties[1]);
  told.parties[0] = ask.parties[0];
  told.parties[1] = ask.parties[1];
  told.by_country = one != NULL && other != NULL && strcmp(one, other) != 0;
  size_t kept = 0, turned = 0, half = 0;
  for (size_t t = scene->first; t < scene->last; t++) {
    size_t roles[2];
    if (!is_doing(&told, w, t)) continue;
    bool sure = read_roles(roles, &told, w, t);
    kept += roles[DOER] == DOER && roles[DONE] == DONE;
    turned += roles[DOER] == DONE && roles[DONE] == DOER;
    half += !sure && roles[DOER] == DOER && has_pronoun(&told, t);
    half += !sure && roles[DOER] == DONE && !check_named_between(&l->ask, ask.parties[DOER], scene->page, scene->first, scene->last);
    half += sure && ((roles[DONE] == DOER && roles[DOER] == PARTIES) || (roles[DOER] == DONE && roles[DONE] == PARTIES));
  }
  if (kept > 0) return CHECK_SIDES_KEPT;
  if (turned + half == 0 && stand_turned(&told)) return CHECK_SIDES_DOUBTFUL;
  bool sides = ask.parties[0]->adjective && ask.parties[1]->adjective; /* of two adjectives the nouns tell in what they differ */
  return turned > 0 ? (sides ? CHECK_SIDES_NATIONS : CHECK_SIDES_TURNED) : half > 0 ? CHECK_SIDES_DOUBTFUL : CHECK_SIDES_UNKNOWN;
}

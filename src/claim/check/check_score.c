/* The result of a match: the two parties are its key. A result is told of the pair when both stand in its clause, and then the numbers and the winner
 * are compared. */
#include "claim/check/check.h"
#include "claim/check/check_pairs.h"

enum { PARTIES = 2, SUBJECT_REACH = 5, OPPONENT_REACH = 3, OPENING = 2 };

typedef struct match {
  const check_looking *l;
  const check_page *page; /* NULL: the sentence itself */
  const isnad_tokens *tokens;
  const check_name *parties[PARTIES];
  check_name unknown; /* a party whom no table knows: the word behind the word of the match */
} match;

/* A club that no table knows: the word behind "beat", "drew"; it is put before or behind the one that is known as it stands. */
static bool unknown_party(match *m) {
  const isnad_tokens *tokens = m->l->ask.tokens;
  for (size_t t = 0; t + 1 < tokens->count; t++) {
    uint64_t stem = check_stem(tokens, t);
    bool verb = check_wins(&m->l->table, stem) != 0 || check_is(&m->l->table, ISNAD_CHECK_WORDS_ROLE_MUTUAL, stem) ||
                check_is(&m->l->table, ISNAD_CHECK_WORDS_ROLE_OVER, stem);
    bool named = t + 1 >= m->parties[0]->first && t + 1 < m->parties[0]->last;
    if (!verb || named || tokens->items[t + 1].kind != ISNAD_TOKEN_WORD) continue;
    m->unknown = (check_name){.type = ISNAD_NAME_ORGANIZATION, .first = t + 1, .last = t + 2};
    m->unknown.words = isnad_slice_at(m->l->ask.page.text, tokens->items[t + 1].span);
    m->parties[1] = &m->unknown;
    return true;
  }
  return false;
}

/* The first two of one kind - players, or clubs and countries - that are no place of the match. */
static size_t parties_of(match *m, bool results) {
  const check_ask *ask = &m->l->ask;
  size_t count = 0;
  for (size_t i = 0; i < ask->name_count && count < PARTIES; i++) {
    const check_name *n = &ask->names[i];
    bool own = count > 0 && n->adjective && n->first == m->parties[0]->last; /* "the Italian Roma" */
    bool like = count == 0 || (n->type == ISNAD_NAME_PERSON) == (m->parties[0]->type == ISNAD_NAME_PERSON);
    bool loose = n->adjective && !results; /* "the Ukrainian air defence shot down Russian planes" */
    bool cup = n->first > 0 && check_is(&m->l->table, ISNAD_CHECK_WORDS_ROLE_CONTEST, check_stem(ask->tokens, n->first - 1));
    bool place = loose || cup || pair_lead(&m->l->table, ask->tokens, n->first, pair_begin(ask, n)) == ISNAD_CHECK_WORDS_ROLE_IN;
    if (!own && like && !place && !check_is_speaker(ask, n)) m->parties[count++] = n;
  }
  if (count == 1 && results && unknown_party(m)) count++;
  return count;
}

/* Which party a token names; PARTIES: none. */
static size_t party_at(const match *m, size_t t) {
  for (size_t i = 0; i < PARTIES; i++) {
    const check_name *n = m->parties[i];
    if (m->page == NULL ? t >= n->first && t < n->last : check_named_between(&m->l->ask, n, m->page, t, t + 1)) return i;
  }
  return PARTIES;
}

static int lead_at(const match *m, size_t t) { return pair_lead(&m->l->table, m->tokens, t, m->tokens->items[t].span.begin); }

/* The party before which "over", "against" stands, with a noun or two between; PARTIES: none. */
static size_t opponent(const match *m, size_t first, size_t last) {
  for (size_t t = first; t < last; t++) {
    if (!check_is(&m->l->table, ISNAD_CHECK_WORDS_ROLE_OVER, check_stem(m->tokens, t))) continue;
    for (size_t k = t + 1; k <= t + OPPONENT_REACH && k < last; k++)
      if (party_at(m, k) < PARTIES) return party_at(m, k);
  }
  return PARTIES;
}

/* "Turned its lag against Y to a win": a particle right before the party, or before a word before it. */
static bool stands_against(const match *m, size_t at, size_t first) {
  for (size_t t = at; t > first && t + 2 > at; t--)
    if (check_is(&m->l->table, ISNAD_CHECK_WORDS_ROLE_OVER, check_stem(m->tokens, t - 1))) return true;
  return false;
}

/* Whom a word of winners, or of losers, is said of: who stands behind it, or else before it; PARTIES: nobody is named. */
static size_t subject_of(const match *m, size_t at, size_t first, size_t last) {
  for (size_t k = at + 1; k <= at + SUBJECT_REACH && k < last; k++) {
    if (lead_at(m, k) != CHECK_NO_LEAD || m->tokens->items[k].kind == ISNAD_TOKEN_PUNCT) break;
    if (party_at(m, k) < PARTIES) return party_at(m, k);
  }
  for (size_t k = at; k > first && k + OPPONENT_REACH > at; k--)
    if (party_at(m, k - 1) < PARTIES) return stands_against(m, k - 1, first) ? 1 - party_at(m, k - 1) : party_at(m, k - 1);
  return PARTIES;
}

/* Of a verb whose object stands right behind it: the first of the two behind it, or who stands before it when one only follows. */
static size_t beater(const match *m, size_t at, size_t first, size_t last) {
  size_t behind = PARTIES;
  for (size_t k = at + 1; k < last && k <= at + 2 * SUBJECT_REACH; k++) {
    size_t party = party_at(m, k);
    if (party == PARTIES || party == behind) continue;
    if (behind < PARTIES) return behind;
    behind = party;
  }
  for (size_t k = first; k < at && behind < PARTIES; k++)
    if (party_at(m, k) == 1 - behind) return 1 - behind;
  return PARTIES;
}

/* Who won, by the word of winners or losers nearest before `before` (or, if none is, behind it) between the tokens; PARTIES: it is not told. */
static size_t winner(const match *m, size_t first, size_t last, size_t before) {
  size_t at = SIZE_MAX;
  for (size_t t = first; t < last; t++)
    if (check_wins(&m->l->table, check_stem(m->tokens, t)) != 0 && (t < before || at == SIZE_MAX)) at = t;
  if (at == SIZE_MAX) return PARTIES;
  size_t beaten = opponent(m, at, last);
  enum { LONGER_THAN_PARTICLE = 7 };
  bool pronoun = at + 1 < last && isnad_token_form(m->tokens, at + 1).length > LONGER_THAN_PARTICLE; /* its stem is that of the particle alone */
  if (beaten == PARTIES && pronoun && check_is(&m->l->table, ISNAD_CHECK_WORDS_ROLE_OVER_IT, check_stem(m->tokens, at + 1)))
    for (size_t k = at; k > first && beaten == PARTIES; k--) beaten = party_at(m, k - 1); /* "and beat it": whom it named last */
  size_t subject = beaten < PARTIES ? 1 - beaten : subject_of(m, at, first, last);
  if (beaten == PARTIES && check_is(&m->l->table, ISNAD_CHECK_WORDS_ROLE_BEAT, check_stem(m->tokens, at))) subject = beater(m, at, first, last);
  if (subject == PARTIES) return PARTIES;
  return check_wins(&m->l->table, check_stem(m->tokens, at)) == 1 ? subject : 1 - subject;
}

static bool is_result(const check_number *n) { return isnad_slice_equal(n->measure, isnad_slice_of("score")); }

static bool is_verb(const match *m, size_t at) {
  uint64_t stem = check_stem(m->tokens, at);
  return check_wins(&m->l->table, stem) != 0 || check_is(&m->l->table, ISNAD_CHECK_WORDS_ROLE_MUTUAL, stem);
}

/* The tokens around a result that tell of its match: from the verb of a match before it, with its subject, or the result before, to the next mark,
 * verb or result. */
static void clause_of(size_t *first, size_t *last, const match *m, const check_scene *scene, const check_number *result) {
  const check_page *page = scene->page;
  size_t begin = isnad_tokens_seek(&page->tokens, result->span.begin);
  *first = scene->first;
  *last = scene->last;
  for (size_t i = 0; i < page->number_count; i++) {
    const check_number *n = &page->numbers[i];
    size_t from = isnad_tokens_seek(&page->tokens, n->span.begin), to = isnad_tokens_seek(&page->tokens, n->span.end);
    if (!is_result(n) || n == result) continue;
    if (n->span.end <= result->span.begin && to > *first) *first = to;
    if (n->span.begin >= result->span.end && from < *last) *last = from;
  }
  for (size_t t = begin; t > *first; t--)
    if (is_verb(m, t - 1)) {
      *first = t > *first + OPPONENT_REACH ? t - OPPONENT_REACH : *first;
      break;
    }
  for (size_t t = isnad_tokens_seek(&page->tokens, result->span.end); t < *last; t++)
    if (is_verb(m, t) || page->tokens.items[t].kind == ISNAD_TOKEN_PUNCT) *last = t;
}

/* Somebody else of their kind, who is no place. */
static bool names_third(const match *m, size_t first, size_t last) {
  bool persons = m->parties[0]->type == ISNAD_NAME_PERSON;
  for (size_t t = first; t < last; t++) {
    const store_mention *mention = check_mention_at(m->page, t);
    bool team =
        mention != NULL && mention->form == ISNAD_FORM_NAME && (mention->type == ISNAD_NAME_ORGANIZATION || mention->type == ISNAD_NAME_PLACE);
    bool player = mention != NULL && mention->form == ISNAD_FORM_NAME && mention->type == ISNAD_NAME_PERSON;
    if ((persons ? player : team) && party_at(m, t) == PARTIES && lead_at(m, t) != ISNAD_CHECK_WORDS_ROLE_IN) return true;
  }
  return false;
}

/* "With Mali": behind "over", "against", "with" stands none of the two. */
static bool meets_other(const match *m, size_t first, size_t last) {
  for (size_t t = first; t < last; t++) {
    bool party = false;
    if (!check_is(&m->l->table, ISNAD_CHECK_WORDS_ROLE_OVER, check_stem(m->tokens, t))) continue;
    for (size_t k = t + 1; k <= t + OPPONENT_REACH && k < last; k++) party = party || party_at(m, k) < PARTIES;
    if (!party) return true;
  }
  return false;
}

static bool names_both(const match *m, size_t first, size_t last) {
  bool met[PARTIES + 1] = {false};
  for (size_t t = first; t < last; t++) met[party_at(m, t)] = true;
  return met[0] && met[1];
}

/* Whether the result is of the two, and of nobody else: they stand in its clause, its sentence, or where the report opens. */
static bool of_the_pair(const match *m, const check_scene *scene, size_t first, size_t last) {
  const check_sentence *opening = &scene->page->sentences[0];
  if (names_third(m, first, last)) return false;
  if (names_both(m, first, last)) return true;
  if (meets_other(m, first, last)) return false;
  return names_both(m, scene->first, scene->last) || (scene->sentence <= OPENING && names_both(m, opening->first, opening->last));
}

static bool same_result(const claim_figure *asked, const check_number *n) {
  return (n->low == asked->low && n->high == asked->high) || (n->low == asked->high && n->high == asked->low);
}

static void compare_winners(check_reading *r, const match *ask, size_t wanted, size_t won) {
  if (wanted == PARTIES || won == wanted) return;
  if (won == PARTIES)
    check_tells_nothing(r, ask->parties[wanted]->words);
  else
    check_tells_another(r, ISNAD_POINT_DOER, ask->parties[wanted]->words, ask->parties[won]->words);
}

static isnad_slice asked_result(const check_looking *l) {
  for (size_t i = 0; i < l->ask.article.figure_count; i++)
    if (l->ask.article.figures[i].kind == ISNAD_FIGURE_SCORE) return isnad_slice_at(l->ask.page.text, l->ask.article.figures[i].span);
  return (isnad_slice){NULL, 0};
}

static void compare(check_reading *r, const match *ask, const match *told, const claim_figure *asked, const check_number *n, size_t first,
                    size_t last) {
  const check_page *page = told->page;
  size_t wanted = winner(ask, 0, ask->tokens->count, 0);
  size_t won = winner(told, first, last, isnad_tokens_seek(&page->tokens, n->span.begin));
  r->evidence = n->span;
  if (!same_result(asked, n)) {
    check_tells_another(r, ISNAD_POINT_NUMBER, asked_result(ask->l), isnad_slice_at(page->text, n->span));
    if (won == PARTIES) return;
  }
  if (n->low == n->high || asked->low == asked->high) return;
  if (same_result(asked, n) && wanted < PARTIES && won == 1 - wanted && ask->parties[1] != &ask->unknown)
    r->sides = CHECK_SIDES_TURNED; /* the same match, won by the other */
  else
    compare_winners(r, ask, wanted, won);
}

void check_read_score(check_reading *r, const check_looking *l, const check_scene *scene, const claim_figure *asked) {
  const check_page *page = scene->page;
  match ask = {l, NULL, l->ask.tokens, {NULL, NULL}, {0}}, told = {l, page, &page->tokens, {NULL, NULL}, {0}};
  bool pair = parties_of(&ask, true) == PARTIES;
  for (size_t i = 0; i < PARTIES; i++) told.parties[i] = ask.parties[i];
  const check_number *best = NULL;
  size_t first = 0, last = 0;
  for (size_t i = 0; pair && i < page->number_count; i++) {
    const check_number *n = &page->numbers[i];
    size_t from = 0, to = 0;
    if (!is_result(n) || n->span.begin < page->sentences[scene->sentence].span.begin || n->span.end > page->sentences[scene->sentence].span.end)
      continue;
    clause_of(&from, &to, &told, scene, n);
    if (!of_the_pair(&told, scene, from, to) || (best != NULL && (same_result(asked, best) || !same_result(asked, n)))) continue;
    best = n;
    first = from;
    last = to;
  }
  if (best != NULL)
    compare(r, &ask, &told, asked, best, first, last);
  else
    check_tells_nothing(r, pair ? isnad_slice_at(l->ask.page.text, l->ask.article.figures[0].span) : l->ask.page.text);
}

static bool asks_result(const check_looking *l) {
  for (size_t i = 0; i < l->ask.article.figure_count; i++)
    if (l->ask.article.figures[i].kind == ISNAD_FIGURE_SCORE) return true;
  return false;
}

void check_read_winner(check_reading *r, const check_looking *l, const check_scene *scene) {
  match ask = {l, NULL, l->ask.tokens, {NULL, NULL}, {0}}, told = {l, scene->page, &scene->page->tokens, {NULL, NULL}, {0}};
  if (asks_result(l) || parties_of(&ask, false) < PARTIES) return;
  for (size_t i = 0; i < PARTIES; i++) told.parties[i] = ask.parties[i];
  size_t wanted = winner(&ask, 0, ask.tokens->count, 0);
  if (wanted < PARTIES) compare_winners(r, &ask, wanted, winner(&told, scene->first, scene->last, 0));
}

bool check_is_party(const check_looking *l, const check_name *n) {
  match ask = {l, NULL, l->ask.tokens, {NULL, NULL}, {0}};
  if (parties_of(&ask, asks_result(l)) < PARTIES || (n != ask.parties[0] && n != ask.parties[1])) return false;
  return asks_result(l) || winner(&ask, 0, ask.tokens->count, 0) < PARTIES;
}

bool check_asks_winner(const check_looking *l) {
  match ask = {l, NULL, l->ask.tokens, {NULL, NULL}, {0}};
  return parties_of(&ask, asks_result(l)) == PARTIES && winner(&ask, 0, ask.tokens->count, 0) < PARTIES;
}
